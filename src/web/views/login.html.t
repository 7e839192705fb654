{view login_view from "web/pages/show.h"}{include top frame}
<section class="card signin">
<img src="{frame.mark}" alt="" width="56" height="56">
<h1>Theo dõi, đôn đốc nhiệm vụ UBND tỉnh giao</h1>
{if problem}<p class="problem" role="alert">{problem} {hint}</p>{end}
<form method="post" action="/dang-nhap">
<input type="hidden" name="csrf" value="{frame.csrf}">
<input type="hidden" name="ve" value="{back}">
<label>Tên đăng nhập<input name="login" value="{login}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64"{if not login} autofocus{end}></label>
<label>Mật khẩu<input name="password" type="password" autocomplete="current-password" required maxlength="200"{if login} autofocus{end}></label>
<button class="button main wide">Đăng nhập</button>
</form>
</section>
{include bottom frame}
