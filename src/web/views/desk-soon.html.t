{view desk_view from "web/pages/show.h"}<section class="card">
<h2><a href="/nhiem-vu?loc=tuan-nay">Đến hạn tuần này</a></h2>
{if soon.n}<ul class="list">{each d in soon}{include duty-item d}{end}</ul>{else}<p class="empty">Không có nhiệm vụ đến hạn tuần này.</p>{end}
</section>
