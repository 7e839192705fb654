{view desk_view from "web/pages/show.h"}<section class="card">
<h2><a href="/cuoc-hop">Cuộc họp hôm nay</a></h2>
{if today.n}<ul class="list">{each m in today}{include meeting-item m}{end}</ul>{else}<p class="empty">Hôm nay không có cuộc họp.</p>{end}
{if next.n}<h3>{if office}Bảy ngày tới{else}Sắp tới{end}</h3><ul class="list">{each m in next}{include meeting-item m}{end}</ul>{end}
</section>
