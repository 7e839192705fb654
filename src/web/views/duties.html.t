{view duties_view from "web/pages/show.h"}{include top frame}
<div class="head"><div>{if heading}<p class="soft">{heading}</p>{end}<h1>Nhiệm vụ</h1></div><p class="soft">{count}</p></div>
<nav class="tabs" aria-label="Trạng thái">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{if office}<form class="filters" method="get" action="/nhiem-vu" data-auto>
{if tab}<input type="hidden" name="loc" value="{tab}">{end}
<label><span class="hide">Nhóm đơn vị</span><select name="nhom">{each k in classes}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>
<label><span class="hide">Đơn vị</span><select name="don-vi"><option value="">Tất cả cơ quan, đơn vị</option>{each k in agencies}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>
<button class="button">Lọc</button>
</form>{end}
{if rows.n}
<div class="scroll card flush"><table class="wide-table">
<thead><tr><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Văn bản</th><th>Thời hạn</th><th>Tình trạng</th></tr></thead>
<tbody>{each d in rows}<tr><td><a class="plain" href="/phan-viec/{d.pub}">{d.action}</a></td><td data-as="Cơ quan">{if d.agency}<a href="/co-quan/{d.agency}">{d.agency_name}</a>{else}<b class="ask">Chưa rõ cơ quan chủ trì</b>{end}</td><td class="nowrap" data-as="Văn bản">{if d.document}<a href="/van-ban/{d.document}">{d.number}</a>{end}</td><td class="nowrap" data-as="Thời hạn">{d.limit}{if d.left}<br><span class="tag {d.mood}">{d.left}</span>{end}</td><td data-as="Tình trạng"><span class="state s-{d.work}">{d.work_word}</span>{if d.asked}<br><span class="tag asked">{d.asked}</span>{end}</td></tr>{end}</tbody>
</table></div>
{include pager pager}
{else}{if tab == "qua-han"}<p class="card empty">Không có nhiệm vụ quá hạn.</p>{else}{if tab == "cho-xac-nhan"}<p class="card empty">Không có báo cáo nào chờ xác nhận.</p>{else}<p class="card empty">Không có nhiệm vụ nào.</p>{end}{end}{end}
{include bottom frame}
