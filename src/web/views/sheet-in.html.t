{view upload_view from "web/pages/show.h"}{include top frame}
<h1>Đã đọc {nread}/{nlines} bảng tính</h1>
<section class="card"><ul class="uploads">{include upload-lines}</ul><p class="meta">Dòng đã nhập trước đây không nhập lại; dòng có lỗi không được nhập.</p></section>
<p class="row-acts"><a class="button" href="/kien-nghi">Kiến nghị</a><a class="button" href="/ca-nhan">Cá nhân</a><a class="button" href="/nhiem-vu">Nhiệm vụ</a></p>
{include bottom frame}
