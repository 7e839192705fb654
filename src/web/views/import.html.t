{view sheet_begin_view from "web/pages/show_sheets.h"}{include top frame}
<p class="soft"><a href="{back}">{back_words}</a></p>
<h1>Nhập từ Excel</h1>
{if lines.n}<section class="card"><ul class="uploads">{each x in lines}<li class="{if x.read}read{else}unread{end}"><b>{x.name}</b> {if x.read}<span class="tag soon">Chưa nhập</span> <a href="{x.href}">Xem trước rồi nhập</a>{else}<span class="tag late">Chưa đọc được</span> <span class="why">{x.why}</span>{end}</li>{end}</ul></section>{end}
<section class="card">
<p>Bảng tính cần có dòng tiêu đề: {if model}danh sách nhiệm vụ có <b>Nội dung nhiệm vụ</b>, <b>Cơ quan chủ trì</b>, <b>Thời hạn</b>; kiến nghị có <b>Nội dung kiến nghị</b>, <b>Cơ quan trả lời</b>; {end}cán bộ có <b>Họ và tên</b>, <b>Chức vụ</b>, <b>Cơ quan</b>{if not model}; đơn vị có <b>Mã</b>, <b>Tên đơn vị</b>{end}. Các cột được hiểu thế nào, dòng nào lỗi đều cho xem trước; chưa có gì được nhập cho đến khi bấm <b>Nhập</b>. Dòng đã nhập trước đây không nhập lại.</p>
{if model}<p><a href="/nhiem-vu/mau-excel">Tải bảng mẫu nhiệm vụ</a></p>{end}
<form class="drop" method="post" action="{base}" enctype="multipart/form-data" data-drop>
<input type="hidden" name="csrf" value="{frame.csrf}">
<label>Kéo tệp .xlsx hoặc .csv vào đây, hoặc chọn tệp<input type="file" name="file" multiple required accept=".xlsx,.csv,.xls,.ods"></label>
<button class="button main">Xem trước</button>
<ul class="uploads" data-lines aria-live="polite"></ul>
</form>
<p class="meta">Mỗi tệp dưới 50.000 ô. Lớn hơn thì tách thành nhiều tệp, mỗi tệp giữ dòng tiêu đề, rồi đưa lên lần lượt.</p>
</section>
{if recent.n}<section class="card flush"><h2 class="pad">Các lần nhập gần đây</h2><div class="scroll"><table class="wide-table"><thead><tr><th>Tệp</th><th>Lúc</th><th>Người nhập</th><th>Đã nhập</th><th></th></tr></thead><tbody>{each r in recent}<tr><td><a href="{r.href}">{r.a}</a></td><td data-as="Lúc">{r.b}</td><td data-as="Người nhập">{r.c}</td><td data-as="Đã nhập">{r.d}</td><td>{if r.tag}<span class="tag">{r.tag}</span>{end}</td></tr>{end}</tbody></table></div></section>{end}
{include bottom frame}
