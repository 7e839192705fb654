{view account_view from "web/pages/show.h"}{include top frame}
<h1>Tài khoản của tôi</h1>
{if must_change}<p class="warn">Mật khẩu này do quản trị cấp. Hãy đổi ngay: các trang khác mở ra sau khi đã đổi.</p>{end}
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
<section class="card" id="xac-thuc">
<h2>Xác thực hai bước</h2>
{if second}<p>Đang bật: đăng nhập cần thêm mã trong ứng dụng xác thực.</p>
<form method="post" action="/tai-khoan/xac-thuc/tat" class="stack">
<input type="hidden" name="csrf" value="{frame.csrf}">
<label>Mật khẩu đang dùng<input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<button class="button" data-sure="Tắt xác thực hai bước? Chỉ cần mật khẩu là vào được tài khoản này.">Tắt</button>
</form>{else}<p>Chưa bật. Khi bật, ai biết mật khẩu vẫn chưa vào được nếu không có điện thoại của bạn.</p>
<form method="post" action="/tai-khoan/xac-thuc"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main">Bật xác thực hai bước</button></form>{end}
</section>
<section class="card" id="dia-chi-lich">
<h2>Lịch trên điện thoại, máy tính</h2>
<p>Địa chỉ riêng của bạn để ứng dụng lịch tự cập nhật cuộc họp và việc đến hạn. Không đưa cho người khác; thu hồi ở danh sách dưới đây.</p>
{if fresh_calendar}<p class="notice" role="status">Địa chỉ lịch của riêng bạn, chỉ hiện lần này, hãy chép vào ứng dụng lịch: <code class="secret">{fresh_calendar}</code></p>{end}
<form method="post" action="/tai-khoan/dia-chi-lich"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button">Tạo địa chỉ lịch</button></form>
</section>
<section class="card" id="ma-truy-cap">
<h2>Mã truy cập</h2>
<p>Cho chương trình khác đọc hoặc ghi thay tài khoản này (API). Mã chỉ hiện một lần khi tạo; ai có mã làm được những việc đã chọn. <a href="/api/v1/openapi.json">Mô tả API (OpenAPI 3.1)</a></p>
{if fresh}<p class="notice" role="status">Mã mới, hãy chép lại ngay: <code class="secret">{fresh}</code></p>{end}
{if tokens.n}<table class="wide-table tokens">
<thead><tr><th>Tên</th><th>Phạm vi</th><th>Tạo lúc</th><th>Hết hạn</th><th>Dùng lần cuối</th><th></th></tr></thead>
<tbody>{each t in tokens}<tr><td>{t.name}</td><td data-as="Phạm vi">{t.scopes}</td><td data-as="Tạo lúc">{t.made}</td><td data-as="Hết hạn">{if t.ends}{t.ends}{else}Không{end}</td><td data-as="Dùng lần cuối">{if t.used}{t.used}{else}Chưa dùng{end}</td><td>{if t.holds}<form method="post" action="/tai-khoan/ma-truy-cap/{t.pub}/thu-hoi"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button" data-sure="Thu hồi mã {t.name}? Chương trình đang dùng mã này sẽ không vào được nữa.">Thu hồi</button></form>{else}Không còn hiệu lực{end}</td></tr>{end}</tbody>
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
