{view list_view from "web/pages/show_hand.h"}{include top frame}
<div class="head"><h1>{heading}</h1><div class="row-acts big">{if second}<a class="button" href="{second}">{second_words}</a>{end}{if make}<a class="button main" href="{make}">{make_words}</a>{end}</div></div>
{if tabs.n}<nav class="tabs" aria-label="{heading}">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>{end}
{if more.n}<nav class="tabs subtabs" aria-label="Loại">{each t in more}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>{end}
{if about}<p class="count soft">{about}</p>{end}
{if search}<form class="filters" method="get">{if kind}<input type="hidden" name="loai" value="{kind}">{end}<input type="search" name="ten" value="{words}" placeholder="{search}" aria-label="{search}" maxlength="100"><button class="button">Tìm</button></form>{end}
{if rows.n}<div class="scroll card flush"><table class="wide-table listed"><thead><tr>{if ha}<th>{ha}</th>{end}{if hb}<th>{hb}</th>{end}{if hc}<th>{hc}</th>{end}{if hd}<th>{hd}</th>{end}{if he}<th>{he}</th>{end}</tr></thead>
<tbody>{each x in rows}<tr><td>{if x.edit}<a href="{x.edit}">{x.a}</a>{else}{if x.href}<a href="{x.href}">{x.a}</a>{else}{x.a}{end}{end}{if x.tag} <span class="tag {x.mood}">{x.tag}</span>{end}{if x.edit}{if x.href} <a class="meta" href="{x.href}">Kỳ này</a>{end}{end}</td><td{if hb} data-as="{hb}"{end}>{x.b}</td><td{if hc} data-as="{hc}"{end}>{x.c}</td>{if hd}<td data-as="{hd}">{x.d}</td>{end}{if he}<td data-as="{he}">{x.e}</td>{end}</tr>{end}</tbody></table></div>{include pager pager}{else}<p class="card empty">{empty}</p>{end}
{include bottom frame}
