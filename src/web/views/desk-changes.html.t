{view desk_view from "web/pages/show.h"}{if changes.n}<section class="card">
<h2>Thay đổi từ hôm qua</h2>
<ul class="list">{each c in changes}<li><a class="item" href="/phan-viec/{c.pub}"><span class="meta"><b>{c.verb}</b>{if c.agency} · {c.agency}{end} · {c.when}</span><span class="what thin">{c.action}</span></a></li>{end}</ul>
</section>{end}
