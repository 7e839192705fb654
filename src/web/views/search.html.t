{view search_view from "web/pages/show_search.h"}{include top frame}
<h1>Tìm kiếm</h1>
<form class="filters" method="get" action="/tim" data-auto>
<label class="grow"><span class="hide">Tìm văn bản</span><input type="search" name="q" value="{words}" placeholder="Tìm số ký hiệu, trích yếu, nội dung…" maxlength="300"></label>
<label>Cơ quan ban hành hoặc nhận<select name="don-vi"><option value="">Tất cả</option>{each k in issuers}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>
{include days-filter filter}
<button class="button">Tìm</button>
</form>
{if asked}{if rows.n}<p class="soft">{count} văn bản có “{words}”</p>
<ul class="list card">{each h in rows}<li><a class="item" href="/van-ban/{h.pub}"><span class="what">{h.title}</span><span class="meta"><b>{h.number}</b>{if h.day} · ngày {h.day}{end}{if h.issuer} · {h.issuer}{end}</span><span class="snippet">…{each t in h.snippet}{if t.mark}<mark>{t.words}</mark>{else}{t.words}{end}{end}…</span></a></li>{end}</ul>
{include pager pager}
{else}<p class="card empty">Không tìm thấy “{words}”. Thử bỏ bớt từ, hoặc tìm theo số ký hiệu, ví dụ 310/UBND-KTCN.</p>{end}
{else}<p class="card empty">Nhập số ký hiệu, trích yếu hoặc vài từ trong nội dung, có dấu hoặc không dấu.</p>{end}
{include bottom frame}
