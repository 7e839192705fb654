{view meeting_view from "web/pages/show_meeting.h"}<section class="card">
<h2>Thành phần dự họp</h2>
{if people.n}<ul class="plain-list">{each x in people}<li>{x.words}{if x.site} <small class="soft">· {x.site}</small>{end}{if x.note} <small class="soft">· {x.note}</small>{end}</li>{end}</ul>{else}<p class="empty">Văn bản không ghi thành phần.</p>{end}
</section>
