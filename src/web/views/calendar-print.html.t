{view calendar_view from "web/pages/show.h"}{include top frame}
<div class="head noprint"><h1>Lịch công tác tuần</h1><p class="pager"><button class="button main" type="button" data-print hidden>In</button><a class="button" href="{before}">Tuần trước</a><a class="button" href="{after}">Tuần sau</a><a class="button" href="{back}">Trở lại</a></p></div>
<section class="card programme">
<h1>LỊCH CÔNG TÁC TUẦN</h1>
<p class="from">{month}</p>
<div class="scroll"><table class="rows">
<thead><tr><th>Ngày</th><th>Giờ</th><th>Nội dung</th><th>Người chủ trì họp</th><th>Địa điểm</th></tr></thead>
<tbody>{each d in days}{if d.meetings.n}{each m in d.meetings}<tr><td class="nowrap">{d.name}<br>{d.date}</td><td class="nowrap">{m.clock}</td><td>{m.title}{if m.status_word} ({m.status_word}){end}{if m.clash}<br><b>{m.clash}</b>{end}</td><td>{m.chair}</td><td>{m.place}</td></tr>{end}{else}<tr><td class="nowrap">{d.name}<br>{d.date}</td><td colspan="4">Không có cuộc họp.</td></tr>{end}{end}</tbody>
</table></div>
</section>
{include bottom frame}
