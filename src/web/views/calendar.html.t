{view calendar_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Lịch công tác</h1><p class="pager"><a class="button" href="{before}" aria-label="Trước">‹</a><b>{month}</b><a class="button" href="{after}" aria-label="Sau">›</a><a class="button" href="{now}">Hôm nay</a></p></div>
<nav class="tabs" aria-label="Cách xem">{each s in shapes}<a href="{s.value}"{if s.chosen} class="here" aria-current="page"{end}>{s.words}</a>{end}<a href="{print}">In lịch tuần</a><a href="{hall}">Màn hình</a><a href="/tai-khoan#dia-chi-lich">Đưa vào điện thoại</a></nav>
<form class="filters" method="get" action="/lich">
<input type="hidden" name="xem" value="{shape}"><input type="hidden" name="ngay" value="{day}">
<label>Người chủ trì họp<select name="lanh-dao"><option value="">Tất cả</option>{each o in leaders}<option value="{o.value}"{if o.chosen} selected{end}>{o.words}</option>{end}</select></label>
<label>Địa điểm<select name="phong"><option value="">Tất cả</option>{each o in rooms}<option value="{o.value}"{if o.chosen} selected{end}>{o.words}</option>{end}</select></label>
{if filters}<label>Đơn vị<select name="don-vi"><option value="">Tất cả</option>{each o in bodies}<option value="{o.value}"{if o.chosen} selected{end}>{o.words}</option>{end}</select></label>{end}
<button class="button">Lọc</button>
</form>
{if clashes}<p class="problem" role="status">{clashes} cuộc họp trùng phòng hoặc trùng người chủ trì họp trong khoảng này: xem dấu đỏ.</p>{end}
{if shape == "thang"}
<div class="card flush month"><table class="month">
<thead><tr><th>Thứ Hai</th><th>Thứ Ba</th><th>Thứ Tư</th><th>Thứ Năm</th><th>Thứ Sáu</th><th>Thứ Bảy</th><th>Chủ nhật</th></tr></thead>
<tbody>{each w in weeks}<tr>{each d in w.days}<td class="{d.kind}"><a class="dn" href="{d.href}">{d.number}</a>{if d.due}<span class="due{if d.late} late{end}" title="Nhiệm vụ đến hạn">{d.due} hạn</span>{end}{each m in d.meetings}<a class="ev{if m.clash} clash{end}" href="/cuoc-hop/{m.pub}" title="{m.title}{if m.clash}. {m.clash}{end}">{if m.clock}<b>{m.clock}</b> {end}{m.title}</a>{end}</td>{end}</tr>{end}</tbody>
</table></div>
<section class="card"><h2>Danh sách</h2>
{if list.n}<ul class="list">{each m in list}{include meeting-item m}{end}</ul>{else}<p class="empty">Không có cuộc họp nào trong tháng.</p>{end}
</section>
{else}
<div class="days {shape}">{each d in days}{if d.shown}<section class="card day {d.kind}"><h2>{d.name} <small>{d.date}</small>{if d.due}<span class="due{if d.late} late{end}">{d.due} hạn</span>{end}</h2>
{if d.meetings.n}<ul class="list">{each m in d.meetings}{include meeting-item m}{if m.clash}<li class="clash">{m.clash}</li>{end}{end}</ul>{else}<p class="empty">Không có cuộc họp.</p>{end}
</section>{end}{end}</div>
{if not list.n}{if shape == "danh-sach"}<p class="card empty">Không có cuộc họp nào trong khoảng này.</p>{end}{end}
{end}
{include bottom frame}
