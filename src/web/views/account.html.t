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
<section class="card" id="ma-truy-cap">
<h2>Mã truy cập</h2>
<p>Cho chương trình khác đọc hoặc ghi thay tài khoản này (API), hoặc cho ứng dụng lịch trên điện thoại, máy tính. Mã chỉ hiện một lần khi tạo; ai có mã làm được những việc đã chọn.</p>
{if fresh}<p class="notice" role="status">Mã mới, hãy chép lại ngay: <code class="secret">{fresh}</code></p>{end}
{if fresh_calendar}<p class="notice" role="status">Địa chỉ lịch của riêng bạn, hãy dán vào ứng dụng lịch: <code class="secret">{fresh_calendar}</code></p>{end}
{if tokens.n}<table class="rows">
<thead><tr><th>Tên</th><th>Phạm vi</th><th>Tạo lúc</th><th>Hết hạn</th><th>Dùng lần cuối</th><th></th></tr></thead>
<tbody>{each t in tokens}<tr><td>{t.name}</td><td>{t.scopes}</td><td>{t.made}</td><td>{if t.ends}{t.ends}{else}Không{end}</td><td>{if t.used}{t.used}{else}Chưa dùng{end}</td><td>{if t.holds}<form method="post" action="/tai-khoan/ma-truy-cap/{t.pub}/thu-hoi"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button">Thu hồi</button></form>{else}Không còn hiệu lực{end}</td></tr>{end}</tbody>
</table>{else}<p class="empty">Chưa có mã truy cập nào.</p>{end}
<form method="post" action="/tai-khoan/ma-truy-cap" class="stack">
<input type="hidden" name="csrf" value="{frame.csrf}">
<label>Tên, để nhớ dùng ở đâu<input name="name" required maxlength="100"></label>
<fieldset><legend>Được dùng để</legend>{each s in scopes}<label class="tick"><input type="checkbox" name="scope" value="{s.word}"> {s.wording}</label>{end}</fieldset>
<label>Số ngày hiệu lực (để trống: đến khi thu hồi)<input name="days" inputmode="numeric" maxlength="4"></label>
<button class="button main">Tạo mã</button>
</form>
</section>
{include bottom frame}
