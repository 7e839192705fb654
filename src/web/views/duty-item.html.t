{view duty_row from "web/pages/show.h"}<li><a class="item" href="{if others}/nhiem-vu/{duty}{else}/phan-viec/{pub}{end}">
<span class="what">{action}</span>
<span class="meta"><span class="whose">{if agency_name}<b>{agency_name}</b>{if others} {others}{end}{else}<b class="ask">Chưa rõ cơ quan chủ trì</b>{end} · </span>{number} · {limit}</span>
<span class="tags">{if left}<span class="tag {mood}">{left}</span>{end}{if asked}<span class="tag asked">{asked}</span>{end}{if work == "reported_done"}<span class="tag reported">Chờ xác nhận</span>{end}{if work == "returned"}<span class="tag soon">Yêu cầu bổ sung</span>{end}</span>
</a></li>
