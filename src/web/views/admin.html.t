{view admin_view from "web/pages/show.h"}{include top frame}
<h1>Quản trị hệ thống</h1>
<nav class="tabs" aria-label="Quản trị">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
<datalist id="bodies">{each b in bodies}<option value="{b.value}">{b.words}</option>{end}</datalist>
<form class="filters" method="get"><input type="search" name="ten" value="{words}" placeholder="Tìm theo tên, đơn vị" aria-label="Tìm tài khoản" maxlength="100"><button class="button">Tìm</button>{if words}<a class="button quiet" href="/quan-tri">Bỏ lọc</a>{end}</form>
{if rows.n}<section class="card flush"><div class="scroll"><table class="wide-table">
<thead><tr><th>Tên đăng nhập</th><th>Họ tên</th><th>Vai trò</th><th>Đơn vị</th><th>Đăng nhập gần nhất</th><th></th></tr></thead>
<tbody>{each c in rows}<tr><td><b>{c.login}</b>{if not c.active} <span class="tag late">Đã khóa</span>{end}</td><td data-as="Họ tên">{c.name}</td><td data-as="Vai trò">{c.role}</td><td data-as="Đơn vị">{c.agency}</td><td class="nowrap" data-as="Đăng nhập">{c.seen}{if c.sessions} <span class="tag fine">{c.sessions} phiên</span>{end}</td><td><details><summary class="button">Sửa</summary><form method="post" action="/quan-tri/tai-khoan/{c.pub}" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Vai trò<select name="role">{each r in c.roles}<option value="{r.value}"{if r.chosen} selected{end}>{r.words}</option>{end}</select></label><label>Đơn vị (tên hoặc mã)<input name="agency" value="{c.code}" list="bodies" maxlength="60"></label><button class="button main">Lưu</button> {if c.active}<button class="button" name="active" value="0" data-sure="Khóa tài khoản {c.login}? Người này bị đăng xuất ngay và không đăng nhập được nữa.">Khóa</button>{else}<button class="button" name="active" value="1">Mở lại</button>{end}</form>
<form method="post" action="/quan-tri/tai-khoan/{c.pub}/mat-khau" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label class="tick"><input type="checkbox" name="second" value="1"> Tắt cả xác thực hai bước (mất điện thoại)</label><button class="button" data-sure="Đặt lại mật khẩu của {c.login}? Mật khẩu cũ mất hiệu lực ngay.">Đặt lại mật khẩu</button></form></details></td></tr>{end}</tbody></table></div></section>{else}<p class="card empty">Không có tài khoản nào như vậy.</p>{end}
<div class="cols noprint"><section class="card"><h2>Thêm tài khoản</h2>
<form method="post" action="/quan-tri/tai-khoan" class="stack grid"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Tên đăng nhập<input name="login" required maxlength="64" autocapitalize="none"></label>
<label>Họ tên<input name="name" required maxlength="200"></label>
<label>Vai trò<select name="role">{each r in roles}<option value="{r.value}"{if r.chosen} selected{end}>{r.words}</option>{end}</select></label>
<label>Đơn vị (tên hoặc mã)<input name="agency" list="bodies" maxlength="60"></label>
<label>Mật khẩu tạm (ít nhất 10 ký tự)<input name="password" type="password" autocomplete="new-password" required minlength="10" maxlength="200"></label>
<button class="button main">Lưu</button></form></section>
<section class="card"><h2>Thêm nhiều tài khoản từ Excel</h2>
<form method="post" action="/quan-tri/nhap-excel" enctype="multipart/form-data" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Danh sách cán bộ (.xlsx, .csv): họ tên, chức vụ, cơ quan, điện thoại, thư điện tử.<input type="file" name="file" accept=".xlsx,.csv" required></label><button class="button">1. Xem trước rồi nhập danh sách</button></form>
<form method="post" action="/quan-tri/cap-tai-khoan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main"{if not waiting} disabled{end}>2. Cấp tài khoản cho {waiting} người chưa có</button></form>
<p class="meta">Mỗi cá nhân đang giữ chức vụ ở sở, ngành, xã, phường được một tài khoản đầu mối. Người của Văn phòng thì thêm từng người ở khung Thêm tài khoản.</p></section></div>
{include bottom frame}
