{view documents_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Văn bản</h1><div class="acts"><a class="button" href="{sheet}">Tải Excel</a>{include paper paper}</div></div>
{if uploads}{if not whole}
<form class="drop" id="them" method="post" action="/van-ban" enctype="multipart/form-data" data-drop>
<input type="hidden" name="csrf" value="{frame.csrf}">
<svg class="icon" aria-hidden="true"><use href="{frame.icons}#upload"/></svg>
<label>Kéo tệp Word, PDF, Excel hoặc ảnh quét vào đây, hoặc chọn tệp<input type="file" name="file" multiple required></label>
<button class="button main">Thêm văn bản</button>
<ul class="uploads" data-lines aria-live="polite"></ul>
</form>
{end}{end}
{if tabs.n}<nav class="tabs" aria-label="Trạng thái">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>{end}
<form class="filters" method="get" action="/van-ban" data-auto>
{if filter.tab}<input type="hidden" name="loc" value="{filter.tab}">{end}{if filter.order}<input type="hidden" name="sap-xep" value="{filter.order}">{end}
<label>Loại văn bản<select name="loai">{each k in kinds}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>
<label>Cơ quan ban hành<select name="don-vi"><option value="">Tất cả</option>{each k in issuers}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>
{include days-filter filter}
<button class="button">Lọc</button>{if narrowed}<a class="button quiet" href="/van-ban">Bỏ lọc</a>{end}
</form>
<div data-list>{if rows.n}<p class="soft count">{count}{if not filter.order}, mới nhập xếp trước{end}</p>
{if whole}<p class="notice noprint">Danh sách đầy đủ để in, nhiều nhất 1.000 dòng; nhiều hơn thì tải Excel.</p>{end}
<div class="scroll card flush"><table class="wide-table docs sortable heads">
<thead><tr>{each h in heads}{include sort-head h}{end}</tr></thead>
<tbody>
{each d in rows}<tr><td class="nowrap"><a href="/van-ban/{d.pub}">{d.number}</a> <br><small class="soft">{d.kind}</small></td><td data-as="Trích yếu"><a class="plain" href="/van-ban/{d.pub}">{d.title}</a>{if d.scan} <span class="tag soon">Đọc từ bản quét, cần đối chiếu</span>{end}{if d.parts} <span class="tag">Văn bản {d.part}/{d.parts} trong tệp</span>{end}{if d.unread} <span class="tag late">Trong tệp còn văn bản chưa đọc</span>{end}</td><td class="until" data-as="Ngày">{d.day}</td><td data-as="Cơ quan">{d.issuer}</td><td data-as="Trạng thái"><span class="tag {d.mood}">{d.status}</span>{if d.proposed}<br><small class="soft">{d.proposed} đề xuất{if d.doubtful}, {d.doubtful} cần xem lại{end}{if d.meetings}, {d.meetings} cuộc họp{end}</small>{else}{if d.meetings}<br><small class="soft">{d.meetings} cuộc họp</small>{else}{if d.open}<br><small class="soft">còn {d.open} phần việc</small>{end}{end}{end}</td></tr>
{end}
</tbody></table></div>
{include pager pager}
{else}<p class="card empty">{if narrowed}Không có văn bản nào khớp bộ lọc. <a href="/van-ban">Bỏ lọc</a></p>{else}{if filter.tab == "cho-ra-soat"}Không có văn bản nào chờ rà soát.</p>{else}Chưa có văn bản nào.{if uploads} Kéo tệp Word hoặc PDF vào đây, hoặc bấm "Thêm văn bản".{end}</p>{end}{end}{end}</div>
{include bottom frame}
