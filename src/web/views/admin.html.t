{view admin_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Quản trị hệ thống</h1><a class="button" href="/quan-tri/nhat-ky">Nhật ký</a></div>
<section class="card flush"><div class="scroll"><table class="wide-table">
<thead><tr><th>Tên đăng nhập</th><th>Họ tên</th><th>Vai trò</th><th>Đơn vị</th><th>Đăng nhập gần nhất</th><th></th></tr></thead>
<tbody>{each c in rows}<tr><td class="nowrap"><b>{c.login}</b></td><td data-as="Họ tên">{c.name}</td><td data-as="Vai trò">{c.role}</td><td data-as="Đơn vị">{c.agency}</td><td class="nowrap" data-as="Đăng nhập">{c.seen}{if c.sessions} <span class="tag fine">{c.sessions} phiên</span>{end}</td><td><form method="post" action="/quan-tri/tai-khoan/{c.pub}"><input type="hidden" name="csrf" value="{frame.csrf}">{if c.active}<input type="hidden" name="active" value="0"><button class="button">Khóa</button>{else}<input type="hidden" name="active" value="1"><button class="button">Mở lại</button>{end}</form></td></tr>{end}</tbody></table></div></section>
<section class="card"><h2>Thêm tài khoản</h2>
<datalist id="bodies">{each b in bodies}<option value="{b.value}">{b.words}</option>{end}</datalist>
<form method="post" action="/quan-tri/tai-khoan" class="stack grid"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Tên đăng nhập<input name="login" required maxlength="64" autocapitalize="none"></label>
<label>Họ tên<input name="name" required maxlength="200"></label>
<label>Vai trò<select name="role">{each r in roles}<option value="{r.value}"{if r.chosen} selected{end}>{r.words}</option>{end}</select></label>
<label>Mã đơn vị<input name="agency" list="bodies" maxlength="60"></label>
<label>Mật khẩu tạm (ít nhất 10 ký tự)<input name="password" type="password" autocomplete="new-password" required minlength="10" maxlength="200"></label>
<button class="button main">Lưu</button></form></section>
{include bottom frame}
