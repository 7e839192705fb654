{view desk_view from "web/pages/show.h"}{include top frame}
<div class="head"><div><p class="soft">{day}</p><h1>Bàn làm việc</h1></div>{if uploads}<a class="button main" href="/van-ban#them">Thêm văn bản</a>{end}</div>
<div class="figures">
<a class="figure late{if not overdue} nil{end}" href="/nhiem-vu?loc=qua-han"><b>{overdue}</b><span>Quá hạn</span></a>
<a class="figure soon" href="/nhiem-vu?loc=tuan-nay"><b>{week}</b><span>Đến hạn tuần này</span></a>
<a class="figure reported" href="/nhiem-vu?loc=cho-xac-nhan"><b>{reported}</b><span>Chờ xác nhận</span></a>
{if office}<a class="figure asked" href="/nhiem-vu?loc=de-nghi"><b>{asked}</b><span>Có đề nghị</span></a>{else}<a class="figure asked" href="/nhiem-vu?loc=bo-sung"><b>{returned}</b><span>Yêu cầu bổ sung</span></a>{end}
{if office}<a class="figure" href="/nhiem-vu?gop=1"><b>{tracked}</b><span>Nhiệm vụ đang theo dõi</span></a>{else}<a class="figure" href="/nhiem-vu"><b>{open}</b><span>Nhiệm vụ chưa xong</span></a>{end}
</div>
{if office}
<div class="cols desk">
<div>
{if grants}{include desk-asking}{end}
{if reviews}
<section class="card">
<h2><a href="/van-ban?loc=cho-ra-soat">Chờ rà soát</a></h2>
{if to_review.n}<ul class="list">
{each d in to_review}<li><a class="item" href="/van-ban/{d.pub}/ra-soat"><span class="what">{d.title}</span><span class="meta">{d.number}{if d.purpose} · {d.purpose}{end}</span><span class="tags">{if d.proposed}<span class="tag fine">{d.proposed} đề xuất</span>{end}{if d.meetings}<span class="tag fine">{d.meetings} cuộc họp</span>{end}{if d.doubtful}<span class="tag soon">{d.doubtful} cần xem lại</span>{end}</span></a></li>{end}
</ul>{else}<p class="empty">Không có văn bản nào chờ rà soát.{if uploads} <a href="/van-ban#them">Thêm văn bản</a>{end}</p>{end}
</section>
{end}
{if decides}<section class="card">
<h2><a href="/nhiem-vu?loc=cho-xac-nhan">Chờ xác nhận hoàn thành</a></h2>
{if to_confirm.n}<ul class="list">{each d in to_confirm}{include duty-item d}{end}</ul>{else}<p class="empty">Không có báo cáo nào chờ xác nhận.</p>{end}
</section>{end}
{if not grants}{include desk-asking}{end}
{include desk-late}
{include desk-changes}
</div>
<div>
{include desk-meetings}
{include desk-progress}
{include desk-soon}
</div>
</div>
<section class="card">
<h2><a href="/co-quan">Xã, phường</a></h2>
<p class="key"><span class="tile t0 k"></span> không quá hạn <span class="tile t1 k"></span><span class="tile t2 k"></span><span class="tile t3 k"></span><span class="tile t4 k"></span> quá hạn nhiều dần <span class="tile empty k"></span> chưa có nhiệm vụ</p>
<div class="districts">{each d in districts}{include tiles d}{end}</div>
</section>
<section class="card">
<h2>{if reports}<a href="/bao-cao">Sở, ngành</a>{else}Sở, ngành{end}</h2>
{if agencies.n}<div class="scroll"><table class="sums">
<thead><tr><th>Cơ quan</th><th class="wide"><span class="hide">Tỷ lệ</span></th><th>Hoàn thành đúng hạn</th><th>Hoàn thành quá hạn</th><th>Trong hạn</th><th>Quá hạn</th><th>Không thời hạn</th></tr></thead>
<tbody>{each a in agencies}{include sums-row a}{end}</tbody>
</table></div>{else}<p class="empty">Chưa có nhiệm vụ nào được theo dõi.</p>{end}
</section>
{else}
<div class="cols own">
<div>
{if back.n}<section class="card">
<h2><a href="/nhiem-vu?loc=bo-sung">Văn phòng yêu cầu bổ sung</a></h2>
<ul class="list">{each d in back}{include duty-item d}{end}</ul>
</section>{end}
{if late.n}{include desk-late}{end}
{include desk-meetings}
{if petitions.n}<section class="card">
<h2><a href="/kien-nghi">Kiến nghị chờ đơn vị trả lời</a></h2>
<ul class="list">{each x in petitions}<li><a class="item" href="/kien-nghi/{x.pub}"><span class="what">{x.words}</span><span class="meta">{x.petitioner}</span>{if x.left}<span class="tags"><span class="tag {x.mood}">{x.left}</span></span>{end}</a></li>{end}</ul>
</section>{end}
{if fresh.n}<section class="card">
<h2><a href="/nhiem-vu?loc=cho-tiep-nhan">Mới giao, chờ đơn vị tiếp nhận</a></h2>
<ul class="list">{each d in fresh}{include duty-item d}{end}</ul>
</section>{end}
{include desk-soon}
</div>
<div>
{include desk-progress}
<section class="card">
<h2><a href="/van-ban">Văn bản mới</a></h2>
{if documents.n}<ul class="list">{each d in documents}<li><a class="item" href="/van-ban/{d.pub}"><span class="what">{d.title}</span><span class="meta">{d.number}{if d.purpose} · {d.purpose}{end}</span></a></li>{end}</ul>{else}<p class="empty">Chưa có văn bản nào gửi đơn vị.</p>{end}
</section>
{include desk-changes}
</div>
</div>
{end}
{include bottom frame}
