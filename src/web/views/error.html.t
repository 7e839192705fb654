{view error_view from "web/pages/show.h"}{include top frame}
<section class="card narrow">
{if not sent}<p class="code">{status}</p>{end}
<h1>{title}</h1>
<p>{why}</p>
{if hint}<p class="soft">{hint}</p>{end}
{if sent}<p class="soft">Những gì đã nhập vẫn còn ở trang trước: quay lại, sửa rồi gửi lại.</p>{end}
{if frame.signed_in}<p class="row-acts big">{if fresh}<a class="button main" href="{fresh}">Xem trạng thái mới nhất</a> <button class="button" type="button" data-back hidden>Quay lại trang trước</button>{else}<button class="button main" type="button" data-back hidden>Quay lại trang trước</button>{end} <a class="button" href="/">Về Bàn làm việc</a></p>{else}<p><a class="button" href="/dang-nhap">Đăng nhập</a></p>{end}
<p class="soft small">Mã yêu cầu: {number}. Khi báo lỗi, đọc mã này cho quản trị hệ thống.</p>
</section>
{include bottom frame}
