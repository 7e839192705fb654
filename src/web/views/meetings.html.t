{view meetings_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Cuộc họp</h1><div class="acts">{if can_edit}<a class="button main" href="/lap/cuoc-hop">Lập cuộc họp</a>{end}<a class="button" href="{sheet}">Tải Excel</a>{include paper paper}</div></div>
<nav class="tabs" aria-label="Thời gian">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{if rows.n}<ul class="list card">{each m in rows}{include meeting-item m}{end}</ul>{include pager pager}{else}<p class="card empty">Không có cuộc họp nào.</p>{end}
{include bottom frame}
