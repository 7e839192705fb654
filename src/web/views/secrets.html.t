{view secrets_view from "web/pages/show_hand.h"}{include top frame}
<p class="soft"><a href="/quan-tri">Quản trị hệ thống</a></p><div class="head"><h1>{heading}</h1><button class="button" type="button" data-print hidden>In</button></div>
<p class="warn">Mật khẩu chỉ hiện một lần này. In hoặc chép lại để giao tận tay; người dùng phải đổi ngay khi đăng nhập.</p>
{if rows.n}<div class="card flush scroll"><table class="wide-table"><thead><tr><th>Họ tên</th><th>Đơn vị</th><th>Vai trò</th><th>Tên đăng nhập</th><th>Mật khẩu tạm</th></tr></thead><tbody>{each x in rows}<tr><td>{x.name}</td><td data-as="Đơn vị">{x.agency}</td><td data-as="Vai trò">{x.role}</td><td data-as="Tên đăng nhập"><b>{x.login}</b></td><td data-as="Mật khẩu tạm"><code>{x.password}</code></td></tr>{end}</tbody></table></div>{else}<p class="card empty">Mọi cá nhân có chức vụ ở sở, ngành, xã, phường đã có tài khoản.</p>{end}
{if left}<form method="post" action="/quan-tri/cap-tai-khoan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main">Cấp tiếp cho {left} người</button></form>{end}
{include bottom frame}
