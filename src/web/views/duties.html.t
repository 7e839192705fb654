{view duties_view from "web/pages/show.h"}{include top frame}
<div class="head"><div>{if heading}<p class="soft">{heading}</p>{end}<h1>Nhiệm vụ</h1></div>
<div class="acts">{if may_add}<a class="button main" href="/nhiem-vu/them">Thêm nhiệm vụ</a><a class="button" href="/nhiem-vu/nhap-excel">Nhập từ Excel</a>{end}{if timeline}<a class="button" href="{timeline}">Theo thời gian</a>{end}{if sheet}<a class="button" href="{sheet}">Tải Excel</a>{end}{include paper paper}</div></div>
<nav class="seg" aria-label="Loại nhiệm vụ">{each t in kinds}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{if tabs.n}<nav class="tabs" aria-label="Tình trạng">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>{end}
<form class="filters" method="get" action="/nhiem-vu" data-auto>
{if tab}<input type="hidden" name="loc" value="{tab}">{end}
<label class="grow"><span class="hide">Từ trong nhiệm vụ</span><input type="search" name="tim" value="{filter.text}" placeholder="Từ trong nhiệm vụ" maxlength="200"></label><button class="button">Lọc</button>
{if office}{if not by_duty}<label><span class="hide">Nhóm đơn vị</span><select name="nhom">{each k in classes}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>{end}
<label><span class="hide">Đơn vị</span><select name="don-vi"><option value="">Tất cả cơ quan, đơn vị</option>{each k in agencies}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>{end}
{if not by_duty}<label><span class="hide">Sắp xếp</span><select name="sap-xep">{each k in orders}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>{end}
<span class="ticks"><label class="tick"><input type="checkbox" name="cua-toi" value="1"{if filter.mine} checked{end}> Việc của tôi</label>
{if office}<label class="tick"><input type="checkbox" name="gop" value="1"{if filter.grouped} checked{end}> Gộp theo nhiệm vụ</label>{end}</span>
{if narrowed}<a class="button quiet" href="/nhiem-vu">Bỏ lọc</a>{end}
<details class="more"{if more} open{end}><summary>Bộ lọc khác</summary><div class="grid">
{if filter.document}<input type="hidden" name="van-ban" value="{filter.document}">{end}
<label>Số, ký hiệu văn bản<input name="so" value="{filter.number}" maxlength="100"></label>
<label>Lãnh đạo giao việc<input name="lanh-dao" value="{filter.leader}" maxlength="100"></label>
<label>Chuyên viên theo dõi<input name="chuyen-vien" value="{filter.monitor}" maxlength="100"></label>
<label>Lĩnh vực<input name="linh-vuc" value="{filter.field}" maxlength="100"></label>
{if not by_duty}<label>Đến hạn từ ngày<input name="tu" value="{filter.since}" placeholder="ngày/tháng/năm" maxlength="10"></label>
<label>đến hết ngày<input name="den" value="{filter.until}" placeholder="ngày/tháng/năm" maxlength="10"></label>{end}
</div></details>
</form>
<p class="soft count">{count}{if by_duty}, mới giao xếp trước{end}</p>
{if whole}<p class="notice noprint">Danh sách đầy đủ để in, nhiều nhất 1.000 dòng; nhiều hơn thì tải Excel.</p>{end}
{if by_duty}
{if groups.n}<div class="scroll card flush"><table class="wide-table first-wide">
<thead><tr><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Văn bản</th><th>Thời hạn</th><th>Tình hình</th></tr></thead>
<tbody>{each g in groups}<tr><td><a class="plain" href="/nhiem-vu/{g.pub}">{g.action}</a></td><td data-as="Cơ quan">{if g.leads}{g.leads}{else}<b class="ask">Chưa rõ cơ quan chủ trì</b>{end}</td><td class="nowrap" data-as="Văn bản">{if g.document}<a href="/van-ban/{g.document}">{g.number}</a>{end}</td><td class="until" data-as="Thời hạn">{g.limit}</td><td class="progress" data-as="Tình hình">{if g.total}{include bar g.bar}<small>{g.done}/{g.total} xong{if g.reported} · {g.reported} chờ xác nhận{end}{if g.late} · <b class="late">{g.late} quá hạn</b>{end}</small>{end}</td></tr>{end}</tbody></table></div>
{include pager pager}
{else}<p class="card empty">{if standing}Chưa có nhiệm vụ thường xuyên nào.{else}Chưa có nhiệm vụ nào được theo dõi.{end}</p>{end}
{else}
{if rows.n}<div class="scroll card flush"><table class="wide-table first-wide sortable">
<thead><tr><th>Nhiệm vụ</th>{each h in heads}{include sort-head h}{end}</tr></thead>
<tbody>{each d in rows}<tr><td><a class="plain" href="/phan-viec/{d.pub}">{d.action}</a></td><td data-as="Cơ quan">{if d.agency}<a href="/co-quan/{d.agency}">{d.agency_name}</a>{else}<b class="ask">Chưa rõ cơ quan chủ trì</b>{end}</td><td class="nowrap" data-as="Văn bản">{if d.document}<a href="/van-ban/{d.document}">{d.number}</a>{end}</td><td class="nowrap" data-as="Thời hạn">{d.limit}{if d.left}<br><span class="tag {d.mood}">{d.left}</span>{end}</td><td data-as="Tình trạng"><span class="state s-{d.work}">{d.work_word}</span>{if d.asked}<br><span class="tag asked">{d.asked}</span>{end}</td></tr>{end}</tbody>
</table></div>
{include pager pager}
{else}{if narrowed}<p class="card empty">Không có nhiệm vụ nào khớp bộ lọc. <a href="/nhiem-vu">Bỏ lọc</a></p>{else}{if tab == "qua-han"}<p class="card empty">Không có nhiệm vụ quá hạn.</p>{else}{if tab == "cho-xac-nhan"}<p class="card empty">Không có báo cáo nào chờ xác nhận.</p>{else}<p class="card empty">Không có nhiệm vụ nào.</p>{end}{end}{end}{end}{end}
{include bottom frame}
