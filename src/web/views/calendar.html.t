{view calendar_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Lịch công tác</h1><p class="pager"><a class="button" href="{before}" aria-label="Tháng trước">‹</a><b>{month}</b><a class="button" href="{after}" aria-label="Tháng sau">›</a><a class="button" href="/lich">Hôm nay</a></p></div>
<div class="card flush month"><table class="month">
<thead><tr><th>Thứ Hai</th><th>Thứ Ba</th><th>Thứ Tư</th><th>Thứ Năm</th><th>Thứ Sáu</th><th>Thứ Bảy</th><th>Chủ nhật</th></tr></thead>
<tbody>{each w in weeks}<tr>{each d in w.days}<td class="{d.kind}"><span class="dn">{d.number}</span>{if d.due}<span class="due{if d.late} late{end}" title="Nhiệm vụ đến hạn">{d.due} hạn</span>{end}{each m in d.meetings}<a class="ev" href="/cuoc-hop/{m.pub}" title="{m.title}">{if m.clock}<b>{m.clock}</b> {end}{m.title}</a>{end}</td>{end}</tr>{end}</tbody>
</table></div>
<section class="card"><h2>Danh sách</h2>
{if list.n}<ul class="list">{each m in list}{include meeting-item m}{end}</ul>{else}<p class="empty">Không có cuộc họp nào trong tháng.</p>{end}
</section>
{include bottom frame}
