{view calendar_view from "web/pages/show.h"}<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="60">
<title>Lịch hôm nay</title>
<link rel="stylesheet" href="{frame.css}">
<link rel="icon" href="{frame.mark}" type="image/svg+xml">
</head>
<body class="hall">
<main>
<h1>{month}</h1>
{each d in days}{if d.meetings.n}<table>{each m in d.meetings}<tr><td class="hour">{m.clock}</td><td><b>{m.title}</b>{if m.status_word}<br>{m.status_word}{end}{if m.chair}<br><span>Người chủ trì họp: {m.chair}</span>{end}</td><td>{m.place}</td></tr>{end}</table>{else}<p>Hôm nay không có cuộc họp.</p>{end}{end}
<p class="leave"><a href="{back}">Trở lại</a></p>
</main>
</body>
</html>
