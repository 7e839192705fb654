{view desk_view from "web/pages/show.h"}<section class="card">
<h2><a href="/nhiem-vu?loc=qua-han">Quá hạn</a>{if late.n} <a class="aside" href="/nhiem-vu/tai-excel?loc=qua-han">Tải Excel</a>{end}</h2>
{if late.n}<ul class="list">{each d in late}{include duty-item d}{end}</ul>{else}<p class="empty">Không có nhiệm vụ quá hạn.</p>{end}
</section>
