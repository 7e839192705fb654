{view account_view from "web/pages/show.h"}{include top frame}
<h1>Tài khoản của tôi</h1>
<div class="two">
<section class="card">
<h2>{name}</h2>
<dl class="facts">
<dt>Tên đăng nhập</dt><dd>{login}</dd>
<dt>Vai trò</dt><dd>{role}</dd>
{if agency}<dt>Đơn vị</dt><dd>{agency}</dd>{end}
</dl>
</section>
<section class="card">
<h2>Đổi mật khẩu</h2>
<form method="post" action="/tai-khoan/mat-khau" class="stack">
<input type="hidden" name="csrf" value="{frame.csrf}">
<label>Mật khẩu đang dùng<input name="old" type="password" autocomplete="current-password" required maxlength="200"></label>
<label>Mật khẩu mới (ít nhất 10 ký tự)<input name="fresh" type="password" autocomplete="new-password" required minlength="10" maxlength="200"></label>
<button class="button main">Lưu</button>
</form>
</section>
</div>
{include bottom frame}
