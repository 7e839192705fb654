{view audit_view from "web/pages/show.h"}{include top frame}
<h1>Quản trị hệ thống</h1>
<nav class="tabs" aria-label="Quản trị">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
<form class="filters" method="get"><label>Tên đăng nhập<input name="ai" value="{who}" maxlength="64" autocapitalize="none"></label><button class="button">Lọc</button>{if who}<a class="button quiet" href="/quan-tri/nhat-ky">Bỏ lọc</a>{end}</form>
{if rows.n}<div class="card flush scroll"><table class="wide-table"><thead><tr><th>Số</th><th>Lúc</th><th>Ai</th><th>Việc</th></tr></thead>
<tbody>{each x in rows}<tr><td>{x.seq}</td><td class="nowrap" data-as="Lúc">{x.when}</td><td class="nowrap" data-as="Ai">{if x.login}<a class="plain" href="/quan-tri/nhat-ky?ai={x.login}">{x.who}</a>{else}{x.who}{end}</td><td class="words" data-as="Việc">{x.what}{if x.of}: {if x.href}<a href="{x.href}">{x.of}</a>{else}<b>{x.of}</b>{end}{end}</td></tr>{end}</tbody></table></div>
{if after}<p class="pager">{if who}<a class="button" href="/quan-tri/nhat-ky?ai={who}&amp;truoc={after}">Cũ hơn</a>{else}<a class="button" href="/quan-tri/nhat-ky?truoc={after}">Cũ hơn</a>{end}</p>{end}
{else}<p class="card empty">Không có dòng nào.</p>{end}
{include bottom frame}
