{view petitions_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Kiến nghị của xã, phường</h1><div class="acts"><a class="button" href="{sheet}">Tải Excel</a><button class="button" type="button" data-print hidden>In</button>{if can_edit}<a class="button main" href="/lap/kien-nghi">Thêm kiến nghị</a>{end}</div></div>
<nav class="tabs" aria-label="Tình trạng">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{if rows.n}<div class="scroll card flush"><table class="wide-table">
<thead><tr><th>Kiến nghị</th><th>Đơn vị kiến nghị</th><th>Cơ quan trả lời</th><th>Thời hạn</th><th>Tình trạng</th></tr></thead>
<tbody>{each x in rows}<tr><td><a href="/kien-nghi/{x.pub}">{x.words}</a>{if x.reply}<p class="meta">Trả lời: {x.reply}</p>{end}</td><td data-as="Đơn vị kiến nghị">{x.petitioner}</td><td data-as="Cơ quan trả lời">{x.owner}</td><td class="nowrap" data-as="Thời hạn">{x.limit}{if x.left}<br><span class="tag {x.mood}">{x.left}</span>{end}</td><td data-as="Tình trạng">{x.state}{if x.document}<br><a href="/van-ban/{x.document}">{x.number}</a>{end}</td></tr>{end}</tbody></table></div>
{include pager pager}{else}<p class="card empty">Chưa có kiến nghị nào ở mục này.</p>{end}
{if can_edit}<details class="card add"><summary>Nhập kiến nghị từ Excel</summary><form method="post" action="/nhap-excel" enctype="multipart/form-data" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}"><label>Tệp Excel có cột nội dung kiến nghị, đơn vị kiến nghị, cơ quan trả lời, thời hạn<input type="file" name="file" accept=".xlsx,.csv" required></label><button class="button main">Xem trước</button></form></details>{end}
{include bottom frame}
