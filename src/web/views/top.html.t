{view frame from "web/pages/show.h"}<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Theo dõi, đôn đốc nhiệm vụ</title>
<link rel="stylesheet" href="{css}">
<link rel="icon" href="{mark}" type="image/svg+xml">
<script src="{js}" defer></script>
</head>
<body>
<a class="skip" href="#noi-dung">Tới nội dung</a>
{if demo}<p class="demo">Dữ liệu minh họa, không phải số liệu thật của tỉnh.</p>{end}
{if signed_in}
<div class="shell">
<header class="side">
<a class="brand" href="/"><img src="{mark}" alt="" width="34" height="34"><span><span class="nowrap">Theo dõi, đôn đốc</span> <span class="nowrap">nhiệm vụ</span> <span class="nowrap">UBND tỉnh giao</span></span></a>
<nav aria-label="Mục chính">
{each n in nav}<a href="{n.href}"{if n.current} class="here" aria-current="page"{end}><svg class="icon" aria-hidden="true"><use href="{icons}#{n.icon}"/></svg>{n.words}</a>{end}
</nav>
</header>
<div class="body">
<div class="bar-top">
<form class="find" action="/tim" method="get" role="search">
<svg class="icon" aria-hidden="true"><use href="{icons}#search"/></svg>
<input type="search" name="q" value="{query}" placeholder="Tìm số ký hiệu, trích yếu, nội dung…" aria-label="Tìm văn bản" aria-keyshortcuts="/" title="Phím tắt: /" maxlength="300">
</form>
<details class="me">
<summary><span class="person"><b>{user}</b><small>{role}{if agency} · {agency}{end}</small></span></summary>
<div class="menu">
<a href="/tai-khoan">Tài khoản, đổi mật khẩu</a>
<form method="post" action="/dang-xuat"><input type="hidden" name="csrf" value="{csrf}"><button>Đăng xuất</button></form>
<form method="post" action="/dang-xuat-moi-noi"><input type="hidden" name="csrf" value="{csrf}"><button>Đăng xuất khỏi mọi thiết bị</button></form>
</div>
</details>
</div>
<main id="noi-dung">
<p class="paper-only">Theo dõi, đôn đốc nhiệm vụ UBND tỉnh giao · in {today}</p>
{if notice}<p class="notice" role="status">{notice}</p>{end}
{else}
<main id="noi-dung" class="alone">
{if notice}<p class="notice" role="status">{notice}</p>{end}
{end}
