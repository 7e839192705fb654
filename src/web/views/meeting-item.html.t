{view meeting_row from "web/pages/show.h"}<li><a class="item meet" href="/cuoc-hop/{pub}">
<span class="hour">{if clock}{clock}<small class="weekday">{weekday}</small><small>{day}</small>{else}<span class="weekday">{weekday}</span><br>{day}{end}</span>
<span><span class="what">{title}</span>
{if place}<span class="meta where">{place}</span>{end}{if chair}<span class="meta">Người chủ trì họp: {chair}</span>{end}{if answered}<span class="meta">{answered}</span>{end}
{if status_word}<span class="tags"><span class="tag {if status_word == "Đã họp"}done{else}soon{end}">{status_word}</span></span>{end}{if asks}<span class="tags"><span class="tag soon">Chờ trả lời</span></span>{end}{if twice}<span class="tags"><span class="tag soon">Có thể trùng với mục khác</span></span>{end}{if waits}<span class="tags"><span class="tag soon">Chờ rà soát</span></span>{end}</span>
</a></li>
