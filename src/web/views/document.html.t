{view document_view from "web/pages/show.h"}{include top frame}
<div class="head"><div>{include document-head}</div>{if may_review}{if waiting}<a class="button main" href="/van-ban/{pub}/ra-soat">Rà soát ({waiting})</a>{else}<a class="button" href="/van-ban/{pub}/ra-soat">Thêm nhiệm vụ</a>{end}{end}</div>
{include beside}
<div class="split">
{include document-text}
<section class="found" aria-label="Tìm thấy trong văn bản">
{if meetings.n}<h2>Cuộc họp</h2><ul class="list card">{each m in meetings}<li><a class="item" href="/cuoc-hop/{m.pub}"><span class="what">{m.when}</span><span class="meta">{m.place}</span>{if m.waits}<span class="tags"><span class="tag soon">Chờ rà soát</span></span>{end}{if m.status_word}<span class="tags"><span class="tag {if m.status_word == "Đã họp"}done{else}soon{end}">{m.status_word}</span></span>{end}</a></li>{end}</ul>{end}
{if may_review}{if waiting}<p class="warn">{waiting} đề xuất chờ rà soát. <a href="/van-ban/{pub}/ra-soat">Rà soát</a></p>{end}{end}
{include checks}
{if decided.n}<h2>Nhiệm vụ <span class="n">{ndecided}</span></h2>{each d in decided}
<article class="finding" id="d-{d.pub}" data-card="{d.pub}">
<h3><a href="/nhiem-vu/{d.pub}">{d.action}</a></h3>
<p class="meta">{if d.leads}<b>{d.leads}</b>{else}<b class="ask">Chưa rõ cơ quan chủ trì</b>{end}{if d.limit} · Hạn: {d.limit}{end}</p>
<p class="tags"><span class="tag {if d.tracked}fine{else}none{end}">{d.state_word}</span>{if d.total}<span class="tag none">{d.closed}/{d.total} phần việc xong</span>{end}</p>
</article>{end}{else}{if waiting}{if not may_review}<h2>Nhiệm vụ</h2><p class="empty card">Văn phòng đang rà soát văn bản này. Nhiệm vụ giao cho đơn vị hiện ở đây sau khi rà soát xong.</p>{end}{else}<h2>Nhiệm vụ</h2><p class="empty card">Không tìm thấy nhiệm vụ giao cho đơn vị nào trong văn bản này.</p>{end}{end}
</section>
</div>
{include bottom frame}
