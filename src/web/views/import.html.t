{view upload_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/nhiem-vu">Nhiệm vụ</a></p>
<h1>Nhập từ Excel</h1>
{if lines.n}<section class="card"><h2>Đã đọc {nread}/{nlines} tệp</h2><ul class="uploads">{include upload-lines}</ul></section>{end}
<section class="card">
<p>Bảng tính cần có dòng tiêu đề với các cột như <b>Nội dung nhiệm vụ</b>, <b>Cơ quan chủ trì</b>, <b>Thời hạn</b>; các cột khác không bắt buộc. Nhập lại cùng một bảng chỉ thêm những dòng mới.</p>
<p><a href="/nhiem-vu/mau-excel">Tải bảng mẫu</a></p>
<form class="drop" method="post" action="/nhiem-vu/nhap-excel" enctype="multipart/form-data" data-drop>
<input type="hidden" name="csrf" value="{frame.csrf}">
<label>Kéo tệp .xlsx hoặc .csv vào đây, hoặc chọn tệp<input type="file" name="file" multiple required accept=".xlsx,.csv,.xls,.ods"></label>
<button class="button main">Nhập</button>
<ul class="uploads" data-lines aria-live="polite"></ul>
</form>
</section>
{include bottom frame}
