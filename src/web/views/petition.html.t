{view petition_view from "web/pages/show_hand.h"}{include top frame}
<p class="soft"><a href="/kien-nghi">Kiến nghị của xã, phường</a></p>
<div class="head"><h1 class="wrap">{words}</h1>{if can_edit}<a class="button" href="/sua/kien-nghi/{pub}">Sửa</a>{end}</div>
<p class="facts-line"><b>{state}</b>{if left} · <span class="tag {mood}">{left}</span>{end}</p>
<div class="cols"><div>
<section class="card"><dl class="facts">
{if petitioner}<dt>Đơn vị kiến nghị</dt><dd>{petitioner}</dd>{end}
<dt>Cơ quan trả lời</dt><dd>{owner}</dd>
{if limit}<dt>Thời hạn trả lời</dt><dd>{limit}</dd>{end}
{if watchers.n}<dt>Cơ quan theo dõi</dt><dd>{each w in watchers}{w.words}<br>{end}</dd>{end}
{if source}<dt>Văn bản nêu kiến nghị</dt><dd><a href="/van-ban/{source}">{source_number}</a></dd>{end}
<dt>Nhập lúc</dt><dd>{entered}</dd></dl></section>
{if can_reply}<section class="card{if not answered} acts-card{end}">{if answered}<details class="edit"><summary>Sửa trả lời</summary>{else}<h2>Trả lời kiến nghị</h2>{end}<form method="post" action="/kien-nghi/{pub}/tra-loi" class="stack full"><input type="hidden" name="csrf" value="{frame.csrf}">
<fieldset class="choice"><legend class="hide">Cách trả lời</legend>{each w in ways}<label><input type="radio" name="state" value="{w.value}" required{if w.chosen} checked{end}> {w.words}</label>{end}</fieldset>
<label>Nội dung, hoặc số, ký hiệu văn bản trả lời<textarea name="words" rows="3" required maxlength="4000">{reply}</textarea></label><button class="button main">{if answered}Lưu{else}Gửi trả lời{end}</button></form>{if answered}</details>{end}</section>{end}
</div><div>
<section class="card"><h2>Trả lời</h2>{if answered}{if reply}<blockquote>{reply}</blockquote>{end}{if document}<p class="meta">Văn bản: <a href="/van-ban/{document}">{number}</a></p>{end}{if not reply}{if not document}<p class="empty">{state}</p>{end}{end}{else}<p class="empty">Chưa trả lời.</p>{end}</section>
{if history.n}<section class="card"><h2>Lịch sử</h2><ol class="history">{each h in history}<li><b>{h.what}</b><small class="soft"> {h.who} · {h.when}</small></li>{end}</ol></section>{end}
</div></div>
{include bottom frame}
