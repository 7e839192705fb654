{view second_view from "web/pages/show.h"}{include top frame}
<section class="card signin">
<h1>Xác thực hai bước</h1>
{if problem}<p class="problem" role="alert">{problem} {hint}</p>{end}
<form method="post" action="/dang-nhap/ma">
<input type="hidden" name="csrf" value="{frame.csrf}">
<input type="hidden" name="ve" value="{back}">
<label>Mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng<input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="40" autofocus></label>
<button class="button main wide">Tiếp tục</button>
</form>
</section>
{include bottom frame}
