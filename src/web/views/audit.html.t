{view audit_view from "web/pages/show.h"}{include top frame}
<h1>Quản trị hệ thống</h1>
<nav class="tabs" aria-label="Quản trị">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
<div class="card flush scroll"><table class="wide-table"><thead><tr><th>Số</th><th>Lúc</th><th>Ai</th><th>Việc</th></tr></thead>
<tbody>{each x in rows}<tr><td>{x.seq}</td><td class="nowrap" data-as="Lúc">{x.when}</td><td data-as="Ai">{x.who}</td><td data-as="Việc">{x.what}</td></tr>{end}</tbody></table></div>
{if after}<p class="pager"><a class="button" href="{after}">Cũ hơn</a></p>{end}
{include bottom frame}
