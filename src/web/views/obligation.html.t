{view obligation_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/nhiem-vu">Nhiệm vụ</a> · <a href="/nhiem-vu/{duty}">Toàn bộ nhiệm vụ</a>{if document} · <a href="/van-ban/{document}#d-{duty}">{number}</a>{end}</p>
<div class="head"><h1>{action}</h1><button class="button desk-only" type="button" data-print hidden>In</button></div>
<p class="facts-line">{if agency}<b><a href="/co-quan/{agency}">{agency_name}</a></b>{else}<b class="ask">{agency_name}</b>{end} · <span class="state s-{work}">{work_word}</span>{if left} · <span class="tag {mood}">{left}</span>{end}</p>
<div class="cols">
<div>
<section class="card acts-card">
<h2>{if acts}Việc cần làm{else}Bước tiếp theo{end}</h2>
{if next}<p class="full">{next}{if rest} <a href="{rest}">{rest_words}</a>{end}</p>{end}
{if asked_for}<p class="full said"><b>Cần bổ sung:</b> {asked_for}</p>{end}
{if can_confirm}<form method="post" action="/phan-viec/{pub}/xac-nhan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main">Xác nhận hoàn thành</button></form>{end}
{if can_receive}<form method="post" action="/phan-viec/{pub}/tiep-nhan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main">Tiếp nhận</button></form>{end}
{if can_start}<form method="post" action="/phan-viec/{pub}/bat-dau"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button">Bắt đầu thực hiện</button></form>{end}
{if can_resume}<form method="post" action="/phan-viec/{pub}/tiep-tuc"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main">Tiếp tục</button></form>{end}
{if can_report}<details><summary class="button">Báo cáo hoàn thành</summary><form method="post" action="/phan-viec/{pub}/bao-cao" class="stack" enctype="multipart/form-data"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Kết quả: số, ký hiệu văn bản kết quả hoặc lời báo cáo<textarea name="note" rows="3" required maxlength="4000"></textarea></label><label>Văn bản kết quả (nếu có)<input type="file" name="file"></label><button class="button main">Báo cáo hoàn thành</button></form></details>{end}
{if can_return}<details><summary class="button">Yêu cầu bổ sung</summary><form method="post" action="/phan-viec/{pub}/bo-sung" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Cần bổ sung gì<textarea name="reason" rows="3" required maxlength="4000"></textarea></label><button class="button main">Yêu cầu bổ sung</button></form></details>{end}
{if can_ask}<details><summary class="button">Đề nghị gia hạn</summary><form method="post" action="/phan-viec/{pub}/gia-han" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Hạn mới<input name="until" placeholder="ngày/tháng/năm" required maxlength="10"></label><label>Lý do<textarea name="reason" rows="3" required maxlength="4000"></textarea></label><label>Số công văn đề nghị (nếu có)<input name="letter" maxlength="200"></label><button class="button main">Gửi đề nghị</button></form></details>{end}
{if can_ask}<details><summary class="button quiet">Đề nghị chuyển đơn vị khác</summary><datalist id="bodies" data-from="/co-quan/chon"></datalist><form method="post" action="/phan-viec/{pub}/chuyen" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Chuyển đến đơn vị<input name="to" list="bodies" required maxlength="200"></label><label>Lý do<textarea name="reason" rows="3" required maxlength="4000"></textarea></label><label>Số công văn đề nghị (nếu có)<input name="letter" maxlength="200"></label><button class="button main">Gửi đề nghị</button></form></details>{end}
{if can_set}<details><summary class="button">{if left}Gia hạn{else}Đặt thời hạn{end}</summary><form method="post" action="/phan-viec/{pub}/dat-han" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Hạn mới<input name="until" placeholder="ngày/tháng/năm" required maxlength="10"></label><label>Lý do<textarea name="reason" rows="2" required maxlength="4000"></textarea></label><label>Số công văn đề nghị (nếu có)<input name="letter" maxlength="200"></label><button class="button main">Lưu</button></form></details>{end}
{if can_record}<details><summary class="button">Ghi đề nghị gia hạn của đơn vị</summary><form method="post" action="/phan-viec/{pub}/ghi-gia-han" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Hạn mới đơn vị đề nghị<input name="until" placeholder="ngày/tháng/năm" required maxlength="10"></label><label>Lý do<textarea name="reason" rows="2" required maxlength="4000"></textarea></label><label>Số công văn đề nghị (nếu có)<input name="letter" maxlength="200"></label><button class="button main">Ghi đề nghị</button></form></details>{end}
{if can_move}<details><summary class="button quiet">Ghi đề nghị chuyển đơn vị khác</summary><datalist id="bodies" data-from="/co-quan/chon"></datalist><form method="post" action="/phan-viec/{pub}/ghi-chuyen" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Chuyển đến đơn vị<input name="to" list="bodies" required maxlength="200"></label><label>Lý do<textarea name="reason" rows="2" required maxlength="4000"></textarea></label><label>Số công văn đề nghị (nếu có)<input name="letter" maxlength="200"></label><button class="button main">Ghi đề nghị</button></form></details>{end}
{if rare}<details class="full rare"><summary>Tạm dừng, dừng theo dõi</summary><div class="acts">
{if can_suspend}<details><summary class="button">Tạm dừng</summary><form method="post" action="/phan-viec/{pub}/tam-dung" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Lý do<textarea name="reason" rows="2" required maxlength="4000"></textarea></label><button class="button">Tạm dừng</button></form></details>{end}
{if can_stop}<details><summary class="button">Dừng theo dõi</summary><form method="post" action="/phan-viec/{pub}/dung" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Lý do<textarea name="reason" rows="2" required maxlength="4000"></textarea></label><label>Ai quyết định<input name="decider" required maxlength="200"></label><button class="button">Dừng theo dõi</button></form></details>{end}
</div></details>{end}
</section>
{if requests.n}<section class="card"><h2>Đề nghị</h2>
{each q in requests}<article class="request"><p><b>{q.kind}{if q.until} đến {q.until}{end}{if q.to}: {q.to}{end}</b> · <span class="tag {if q.waits}soon{else}none{end}">{q.state}</span></p><p>{q.reason}</p><p class="meta">{q.when}{if q.letter} · {q.letter}{end}</p>{if q.answer}<p class="meta">Trả lời: {q.answer}</p>{end}{if q.mine}<form method="post" action="/phan-viec/{pub}/rut-de-nghi" class="row-acts"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="kind" value="{q.word}"><button class="button quiet">Rút đề nghị</button></form>{end}</article>{end}
{if can_grant}<div class="acts"><form method="post" action="/phan-viec/{pub}/dong-y"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="kind" value="{asked_kind}"><button class="button main">{if asked_kind == "transfer"}Đồng ý chuyển{else}Đồng ý gia hạn{end}</button></form><details><summary class="button">Không đồng ý</summary><form method="post" action="/phan-viec/{pub}/khong-dong-y" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="kind" value="{asked_kind}"><label>Lý do<textarea name="words" rows="2" required maxlength="4000"></textarea></label><button class="button main">Không đồng ý</button></form></details></div>{end}
</section>{end}
<section class="card">
<dl class="facts">
<dt>Hạn cuối</dt><dd><b>{limit}</b>{if document}{if words} <span class="soft">— văn bản ghi “{words}”</span>{end}{end}</dd>
{if extended}<dt>Thời hạn ghi trong văn bản</dt><dd>{given} <span class="tag fine">Đã gia hạn</span></dd>{end}
{if safe}<dt>Ngày làm việc cuối cùng còn kịp</dt><dd>{safe}</dd>{end}
{if reported}<dt>Báo cáo hoàn thành lúc</dt><dd>{reported}</dd>{end}
{if reason}<dt>Lý do</dt><dd>{reason}</dd>{end}
{if deliverable}<dt>Sản phẩm, kết quả phải nộp</dt><dd>{deliverable}</dd>{end}
{if receiver}<dt>Nơi nhận kết quả</dt><dd>{receiver}</dd>{end}
{if basis}<dt>Căn cứ giao việc</dt><dd>{basis}</dd>{end}
{if assigner}<dt>Lãnh đạo giao việc</dt><dd>{assigner}</dd>{end}
{if monitor}<dt>Chuyên viên theo dõi</dt><dd>{monitor}</dd>{end}
</dl>
{if title}<p class="meta">Văn bản: <a href="/van-ban/{document}">{number}</a> {title}</p>{end}
{if quote}<h2>Nguyên văn</h2>
<blockquote>{quote}</blockquote>{end}
</section>
</div>
<div>
{if evidence.n}<section class="card"><h2>Kết quả đã nộp</h2><ul class="list">{each x in evidence}<li class="item"><span class="what">{x.note}</span>{if x.document}<a href="/van-ban/{x.document}">{x.name}</a>{end}<span class="meta">{x.when}</span></li>{end}</ul></section>{end}
<section class="card"><h2>Lịch sử</h2>
{if history.n}<ol class="history">{each h in history}<li><b>{h.what}</b> {if h.note}<p>{h.note}</p>{end}<small class="soft">{h.who} · {h.when}</small></li>{end}</ol>{else}<p class="empty">Chưa có bước nào.</p>{end}
{if can_undo}<form method="post" action="/phan-viec/{pub}/hoan-tac" class="undo"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button">Hoàn tác bước vừa làm</button></form>{end}
<form method="post" action="/phan-viec/{pub}/y-kien" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Ý kiến<textarea name="words" rows="2" required maxlength="4000"></textarea></label><button class="button">Gửi ý kiến</button></form>
</section>
</div>
</div>
{include bottom frame}
