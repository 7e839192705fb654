{view audit_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Quản trị hệ thống</h1><div class="acts"><a class="button" href="{sheet}">Tải Excel</a><button class="button" type="button" data-print hidden>In</button></div></div>
<nav class="tabs" aria-label="Quản trị">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
<form class="filters" method="get"><label>Tên đăng nhập<input name="ai" value="{who}" maxlength="64" autocapitalize="none"></label><label>Đến hết ngày<input name="den" value="{until}" placeholder="ngày/tháng/năm" maxlength="10"></label><button class="button">Lọc</button>{if narrowed}<a class="button quiet" href="/quan-tri/nhat-ky">Bỏ lọc</a>{end}</form>
{if rows.n}<div class="card flush scroll"><table class="wide-table"><thead><tr><th>Số</th><th>Lúc</th><th>Ai</th><th>Việc</th></tr></thead>
<tbody>{each x in rows}<tr><td>{x.seq}</td><td class="nowrap" data-as="Lúc">{x.when}</td><td class="nowrap" data-as="Ai">{if x.login}<a class="plain" href="/quan-tri/nhat-ky?ai={x.login}">{x.who}</a>{else}{x.who}{end}</td><td class="words" data-as="Việc">{x.what}{if x.of}: {if x.href}<a href="{x.href}">{x.of}</a>{else}<b>{x.of}</b>{end}{end}{if x.more}<br><small class="soft">{x.more}</small>{end}</td></tr>{end}</tbody></table></div>
{if older}<p class="pager"><a class="button" href="{older}">Cũ hơn</a></p>{end}
{else}<p class="card empty">Không có dòng nào{if narrowed} khớp bộ lọc{end}.</p>{end}
{include bottom frame}
