{view desk_view from "web/pages/show.h"}{if asking.n}<section class="card">
<h2><a href="/nhiem-vu?loc=de-nghi">Đề nghị đang chờ trả lời</a></h2>
<ul class="list">{each d in asking}{include duty-item d}{end}</ul>
</section>{end}
