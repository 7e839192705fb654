{view meeting_row from "web/pages/show.h"}<li><a class="item meet" href="/cuoc-hop/{pub}">
<span class="hour">{clock}<small>{day}</small></span>
<span><span class="what">{title}</span>
<span class="meta">{if place}{place}{end}{if chair} · Người chủ trì họp: {chair}{end}{if answers} · {answers} đơn vị đã trả lời{end}</span>
{if status_word}<span class="tags"><span class="tag soon">{status_word}</span></span>{end}</span>
</a></li>
