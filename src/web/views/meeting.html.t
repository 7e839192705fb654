{view meeting_view from "web/pages/show_meeting.h"}{include top frame}
<p class="soft"><a href="/cuoc-hop">Cuộc họp</a>{if document} · <a href="/van-ban/{document}">{number}</a>{end}</p>
<div class="head"><h1>{title}</h1><div class="acts">{if may_change}<a class="button" href="/sua/cuoc-hop/{pub}">Sửa cuộc họp</a>{end}{if groups.n}<a class="button" href="/cuoc-hop/{pub}/tai-excel">Tải Excel trả lời</a>{end}<button class="button" type="button" data-print hidden>In</button></div></div>
<p class="facts-line"><b>{when}</b>{if status} · <span class="tag{if status == "Đã họp"} done{else} soon{end}">{status}</span>{end}</p>
{include meeting-twice}
<div class="cols">
<div>
<section class="card">
<dl class="facts cap">
{if place}<dt>Địa điểm</dt><dd>{place}</dd>{end}
{if chair}<dt>Người chủ trì họp</dt><dd>{chair}</dd>{end}
{if mode}<dt>Hình thức</dt><dd>{mode}</dd>{end}
{if duration}<dt>Thời gian</dt><dd>{duration}</dd>{end}
{if programme}<dt>Chương trình công tác</dt><dd><a href="/chuong-trinh#t-{programme}">Tháng {programme}</a>: {programme_words}</dd>{end}
{if document}<dt>Văn bản</dt><dd><a href="/van-ban/{document}">{number}</a></dd>{end}
{each x in merged}<dt>Văn bản cùng cuộc họp</dt><dd>{if x.document}<a href="/van-ban/{x.document}">{x.number}</a>{else}{x.title}{end}{if x.differs} <small class="soft">(ghi: {x.when})</small>{end}{if can_edit}<form method="post" action="/cuoc-hop/{pub}/cung-cuoc-hop"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="other" value="{x.pub}"><button class="button quiet" name="apart" value="1">Tách ra</button></form>{end}</dd>{end}
<dt>Thông báo kết luận</dt><dd>{if conclusion}<a href="/van-ban/{conclusion}">{conclusion_number}</a>{else}Chưa có thông báo kết luận{if clock}<br><span class="tag {clock_mood}">{clock}</span>{end}{end}</dd>
</dl>
{if near.n}<details class="edit"><summary>Gộp với mục khác của cùng cuộc họp</summary><form method="get" action="/cuoc-hop/{pub}" class="stack"><label>Mục khác trong lịch<select name="voi" required><option value="">Chọn cuộc họp</option>{each x in near}<option value="{x.pub}">{x.when}: {x.title}{if x.number} ({x.number}){end}</option>{end}</select></label><button class="button">Xem để gộp</button></form></details>{end}
</section>
{if can_answer}<section class="card">
<h2>Xác nhận tham dự</h2>
<form method="post" action="/cuoc-hop/{pub}/tra-loi" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<fieldset class="choice answers"><legend class="hide">Trả lời</legend>
<label><input type="radio" name="answer" value="attending" required{if answer == "attending"} checked{end}> Dự họp</label>
<label><input type="radio" name="answer" value="substitute"{if answer == "substitute"} checked{end}> Cử người dự thay</label>
<label><input type="radio" name="answer" value="absent"{if answer == "absent"} checked{end}> Vắng, có lý do</label></fieldset>
<label class="if-substitute">Người dự thay: họ tên, chức vụ, điện thoại<input name="person" value="{person}" maxlength="300"></label>
<label class="if-absent">Lý do vắng<input name="reason" value="{reason}" maxlength="1000"></label>
<button class="button main">Gửi trả lời</button></form>
</section>{else}{if answer}<section class="card"><h2>Đơn vị đã trả lời</h2><p>{if answer == "attending"}Dự họp{end}{if answer == "substitute"}Cử người dự thay: {person}{end}{if answer == "absent"}Vắng, có lý do: {reason}{end}</p></section>{end}{end}
{if parts.n}<section class="card"><h2>Nội dung, chương trình</h2><ol class="plain-list">{each x in parts}<li>{if x.when}<b>{x.when}</b> {end}{x.words}{if x.who} <small class="soft">· {x.who}</small>{end}</li>{end}</ol></section>{end}
{if papers.n}<section class="card">
<h2>Tài liệu họp <span class="n">{came}/{wanted}</span></h2>
<ul class="list">{each x in papers}<li class="item"><span class="what">{x.words}</span><span class="meta">{if x.agency}{x.agency}{end}{if x.limit} · Hạn {x.limit}{end}{if x.form} · {x.form}{end}{if x.copies}, {x.copies} bộ giấy{end}</span>
<span class="tags">{if x.file}<span class="tag done">Đã nhận tệp {x.file}</span>{end}{if x.paper}<span class="tag done">Đã nhận bản giấy {x.paper}</span>{end}{if x.left}<span class="tag {x.mood}">{x.left}</span>{end}</span>
{if can_edit}<div class="row-acts">{if x.wants_file}<form method="post" action="/cuoc-hop/{pub}/tai-lieu"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="seen" value="{seen}"><input type="hidden" name="at" value="{x.at}"><button class="button" name="what" value="file">{if x.file}Chưa nhận tệp{else}Đã nhận tệp{end}</button></form>{end}{if x.wants_paper}<form method="post" action="/cuoc-hop/{pub}/tai-lieu"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="seen" value="{seen}"><input type="hidden" name="at" value="{x.at}"><button class="button" name="what" value="paper">{if x.paper}Chưa nhận bản giấy{else}Đã nhận bản giấy{end}</button></form>{end}</div>{end}</li>{end}</ul></section>{end}
{if prepare.n}<section class="card"><h2>Chuẩn bị cuộc họp</h2>
<ul class="list">{each x in prepare}<li class="item"><span class="what">{x.words}</span><span class="meta">{x.agency}{if x.limit} · Hạn {x.limit}{end}</span>{if x.duty}<span class="tags"><a class="tag fine" href="/nhiem-vu/{x.duty}">Đang theo dõi</a></span>{else}{if can_edit}<form method="post" action="/cuoc-hop/{pub}/chuan-bi" class="row-acts"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="seen" value="{seen}"><input type="hidden" name="at" value="{x.at}"><button class="button">Đưa vào theo dõi</button></form>{end}{end}</li>{end}</ul></section>{end}
{if counted}{include meeting-people}{end}
</div>
<div>
{if not counted}{include meeting-people}{end}
{if counted}<section class="card">
{if groups.n}<h2>Trả lời: {attending} dự, {substitute} cử người thay, {absent} vắng, {silent} chưa trả lời</h2>
{include bar bar}{else}<h2>Trả lời</h2>{end}
{if told.n}<details class="edit"><summary>Ghi trả lời thay đơn vị</summary><form method="post" action="/cuoc-hop/{pub}/tra-loi-thay" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Đơn vị đã trả lời qua điện thoại, công văn<select name="agency" required><option value="">Chọn đơn vị</option>{each x in told}<option value="{x.value}">{x.words}</option>{end}</select></label>
<fieldset class="choice answers"><legend class="hide">Trả lời</legend><label><input type="radio" name="answer" value="attending" required> Dự họp</label><label><input type="radio" name="answer" value="substitute"> Cử người dự thay</label><label><input type="radio" name="answer" value="absent"> Vắng, có lý do</label></fieldset>
<label class="if-substitute">Người dự thay: họ tên, chức vụ, điện thoại<input name="person" maxlength="300"></label>
<label class="if-absent">Lý do vắng<input name="reason" maxlength="1000"></label>
<button class="button main">Lưu</button></form></details>{end}
{each g in groups}<details class="replies"{if g.silent} open{end}><summary><b>{g.name}: {g.answered}/{g.invited} đã trả lời</b> <span class="soft">{g.attending} dự · {g.substitute} cử người thay · {g.absent} vắng</span></summary><div class="matrix small-cells">{each y in g.rows}<span class="cell r-{y.answer}"><b>{y.name}</b><span>{y.word}</span>{if y.person}<small>{y.person}</small>{end}</span>{end}</div></details>{end}
{if not groups.n}<p class="empty">Không có đơn vị nào trong danh mục được mời.</p>{end}
</section>{end}
{if sites.n}<section class="card"><h2>Điểm cầu</h2><ul class="plain-list">{each x in sites}<li><b>{x.words}</b>{if x.place}: {x.place}{end}{if x.who} <small class="soft">· Trực kỹ thuật: {x.who}</small>{end}</li>{end}</ul></section>{end}
{if checks.n}<section class="card"><h2>Chạy thử đường truyền</h2><ul class="plain-list">{each x in checks}<li><b>{x.words}</b>{if x.when}: {x.when}{end}{if x.who} <small class="soft">· {x.who}</small>{end}</li>{end}</ul></section>{end}
{if speakers.n}<section class="card"><h2>Tham luận</h2><ul class="plain-list">{each x in speakers}<li>{x.words}{if x.who} <small class="soft">· {x.who}</small>{end}</li>{end}</ul></section>{end}
</div>
</div>
{include bottom frame}
