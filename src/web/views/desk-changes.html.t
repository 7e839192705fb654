{view desk_view from "web/pages/show.h"}<section class="card news">
<h2><a href="/thay-doi">Thay đổi từ hôm qua</a></h2>
{if changes.n}<ul class="list">{each c in changes}<li><a class="item" href="/phan-viec/{c.pub}"><span class="meta"><b>{c.verb}</b>{if c.agency} · {c.agency}{end} · {c.when}</span><span class="what thin">{c.action}</span></a></li>{end}</ul>{else}<p class="empty">Từ hôm qua đến nay chưa có gì thay đổi.</p>{end}
</section>
