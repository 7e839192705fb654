{view meeting_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/cuoc-hop">Cuộc họp</a>{if document} · <a href="/van-ban/{document}">{number}</a>{end}</p>
<h1>{title}</h1>
<p class="facts-line"><b>{when}</b>{if status} · <span class="tag soon">{status}</span>{end}</p>
<div class="cols">
<div>
<section class="card">
<dl class="facts">
{if place}<dt>Địa điểm</dt><dd>{place}</dd>{end}
{if chair}<dt>Người chủ trì họp</dt><dd>{chair}</dd>{end}
{if mode}<dt>Hình thức</dt><dd>{mode}</dd>{end}
{if document}<dt>Văn bản</dt><dd><a href="/van-ban/{document}">{number}</a></dd>{end}
<dt>Thông báo kết luận</dt><dd>{if conclusion}<a href="/van-ban/{conclusion}">{conclusion_number}</a>{else}Chưa có thông báo kết luận{end}</dd>
</dl>
</section>
{if can_answer}<section class="card">
<h2>Xác nhận tham dự</h2>
<form method="post" action="/cuoc-hop/{pub}/tra-loi" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<fieldset class="choice"><legend class="hide">Trả lời</legend>
<label><input type="radio" name="answer" value="attending" required{if answer == "attending"} checked{end}> Dự họp</label>
<label><input type="radio" name="answer" value="substitute"{if answer == "substitute"} checked{end}> Cử người dự thay</label>
<label><input type="radio" name="answer" value="absent"{if answer == "absent"} checked{end}> Vắng, có lý do</label></fieldset>
<label>Người dự thay: họ tên, chức vụ, điện thoại<input name="person" value="{person}" maxlength="300"></label>
<label>Lý do vắng<input name="reason" value="{reason}" maxlength="1000"></label>
<button class="button main">Gửi trả lời</button></form>
</section>{else}{if answer}<section class="card"><h2>Đơn vị đã trả lời</h2><p>{if answer == "attending"}Dự họp{end}{if answer == "substitute"}Cử người dự thay: {person}{end}{if answer == "absent"}Vắng, có lý do: {reason}{end}</p></section>{end}{end}
<section class="card">
<h2>Thành phần dự họp</h2>
{if people.n}<ul class="plain-list">{each x in people}<li>{x.words}{if x.site} <small class="soft">· {x.site}</small>{end}</li>{end}</ul>{else}<p class="empty">Văn bản không ghi thành phần.</p>{end}
</section>
</div>
<div>
{if counted}<section class="card">
<h2>Trả lời: {attending} dự, {substitute} cử người thay, {absent} vắng, {silent} chưa trả lời</h2>
{include bar bar}
{each g in groups}<details class="replies"{if g.silent} open{end}><summary>{g.name}: {g.attending} dự · {g.substitute} thay · {g.absent} vắng · {g.silent} chưa trả lời / {g.invited}</summary><div class="matrix small-cells">{each y in g.rows}<span class="cell r-{y.answer}"><b>{y.name}</b><span>{y.word}</span>{if y.person}<small>{y.person}</small>{end}</span>{end}</div></details>{end}
{if not groups.n}<p class="empty">Không có đơn vị nào trong danh mục được mời.</p>{end}
</section>{end}
</div>
</div>
{include bottom frame}
