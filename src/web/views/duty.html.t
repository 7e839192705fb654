{view duty_page_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/nhiem-vu">Nhiệm vụ</a>{if document} · <a href="/van-ban/{document}#d-{pub}">{number}</a>{end}</p>
<div class="head"><h1>{action}</h1><button class="button" type="button" data-print hidden>In</button></div>
<div{if quote} class="cols"{end}>
<div>
<section class="card">
<dl class="facts">
<dt>Cơ quan chủ trì</dt><dd>{if leads}{leads}{else}<b class="ask">Chưa rõ cơ quan chủ trì</b>{end}</dd>
{if with}<dt>Cơ quan phối hợp</dt><dd>{with}</dd>{end}
<dt>Thời hạn</dt><dd>{if limit}<b>{limit}</b>{else}Không có thời hạn{end}{if document}{if words} <span class="soft">— văn bản ghi “{words}”</span>{end}{end}</dd>
{if deliverable}<dt>Sản phẩm, kết quả phải nộp</dt><dd>{deliverable}</dd>{end}
{if receiver}<dt>Nơi nhận kết quả</dt><dd>{receiver}</dd>{end}
{if basis}<dt>Căn cứ giao việc</dt><dd>{basis}</dd>{end}
{if assigner}<dt>Lãnh đạo giao việc</dt><dd>{assigner}</dd>{end}
{if monitor}<dt>Chuyên viên theo dõi</dt><dd>{monitor}</dd>{end}
{if field}<dt>Lĩnh vực</dt><dd>{field}</dd>{end}
<dt>Loại</dt><dd>{nature}</dd>
<dt>Trạng thái</dt><dd>{state}</dd>
</dl>
{if title}<p class="meta">Văn bản: <a href="/van-ban/{document}">{number}</a> {title}</p>{end}
{if may_follow}<details class="edit"><summary>Người theo dõi, lãnh đạo giao, lĩnh vực</summary>
<form method="post" action="/nhiem-vu/{pub}/theo-doi" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Chuyên viên theo dõi<input name="monitor" value="{monitor}" maxlength="100"></label>
<label>Lãnh đạo giao việc<input name="assigner" value="{assigner}" maxlength="100"></label>
<label>Lĩnh vực<input name="field" value="{field}" maxlength="100"></label>
<button class="button main">Lưu</button></form></details>{end}
</section>
</div>
{if quote}<section class="card">
<h2>Nguyên văn</h2>
<blockquote>{quote}</blockquote>
</section>{end}
</div>
{if total}<section class="card">
<h2>Tình hình thực hiện</h2>
{include bar bar}
<p class="key"><span class="nowrap"><b>{done}</b> đã hoàn thành ·</span> <span class="nowrap"><b>{reported}</b> chờ xác nhận ·</span> <span class="nowrap"><b{if late} class="late"{end}>{late}</b> quá hạn ·</span> <span class="nowrap">tổng số <b>{total}</b></span></p>
{each g in groups}<div class="district"><h3>{g.name}</h3><div class="matrix">
{each c in g.cells}<a class="cell {c.mood}" href="/phan-viec/{c.pub}"><b>{c.name}</b><span>{c.work_word}</span>{if c.left}<small>{c.left}</small>{else}<small>{c.limit}</small>{end}{if c.asked}<small class="asked">{c.asked}</small>{end}</a>{end}
</div></div>{end}
</section>{end}
{include bottom frame}
