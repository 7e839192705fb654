{view second_set_view from "web/pages/show.h"}{include top frame}
<h1>Xác thực hai bước</h1>
<section class="card">
{if codes.n}<p class="notice" role="status">Đã bật. Từ nay đăng nhập cần thêm mã trong ứng dụng xác thực.</p>
<h2>Mã dự phòng</h2>
<p>Dùng khi không có điện thoại, mỗi mã một lần. Chép ra giấy, cất nơi an toàn: trang này không hiện lại.</p>
<ul class="codes">{each c in codes}<li><code>{c.words}</code></li>{end}</ul>
<p><a class="button main" href="/tai-khoan">Đã chép xong</a></p>
{else}{if problem}<p class="problem" role="alert">{problem} Nhập mã mới mà ứng dụng đang hiện.</p>{end}<p>Quét mã này bằng ứng dụng xác thực trên điện thoại, hoặc gõ khóa vào ứng dụng, rồi nhập mã 6 số mà ứng dụng hiện.</p>
<div class="qr"><svg viewBox="-4 -4 {side} {side}" width="220" height="220" role="img" aria-label="Mã QR"><path d="{path}" fill="#000"/></svg></div>
<p>Khóa: <code class="secret">{secret}</code></p>
<form method="post" action="/tai-khoan/xac-thuc/bat" class="stack">
<input type="hidden" name="csrf" value="{frame.csrf}">
<label>Mã 6 số<input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="10" autofocus></label>
<button class="button main">Bật</button>
</form>{end}
</section>
{include bottom frame}
