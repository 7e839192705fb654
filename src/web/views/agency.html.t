{view agency_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/co-quan">Cơ quan, đơn vị</a> · {code}</p>
<div class="head"><h1>{name}</h1>{if counted}<div class="acts"><a class="button" href="/nhiem-vu/theo-thoi-gian?don-vi={code}">Theo thời gian</a><a class="button" href="/nhiem-vu/tai-excel?don-vi={code}">Tải Excel</a><button class="button" type="button" data-print hidden>In</button></div>{end}</div>
{if counted}
<div class="figures four">
<a class="figure" href="/nhiem-vu?loc=dung-han&amp;don-vi={code}"><b>{sums.done_in_time}</b><span>Hoàn thành đúng hạn</span></a>
<a class="figure soon" href="/nhiem-vu?loc=xong-qua-han&amp;don-vi={code}"><b>{sums.done_late}</b><span>Hoàn thành quá hạn</span></a>
<a class="figure" href="/nhiem-vu?loc=trong-han&amp;don-vi={code}"><b>{sums.open_in_time}</b><span>Chưa hoàn thành, trong hạn</span></a>
<a class="figure late{if not sums.open_late} nil{end}" href="/nhiem-vu?loc=qua-han&amp;don-vi={code}"><b>{sums.open_late}</b><span>Chưa hoàn thành, quá hạn</span></a>
</div>
<div class="cols">
<section class="card"><h2><a href="/nhiem-vu?don-vi={code}">Phải làm</a> <span class="n">{nmine}</span></h2>{if mine.n}<ul class="list own">{each d in mine}{include duty-item d}{end}</ul>{else}<p class="empty">Không có nhiệm vụ nào.</p>{end}</section>
<div>
<section class="card"><h2>Đến hạn theo tuần{if punctual} <span class="tag done">Hoàn thành đúng hạn {punctual}</span>{end}</h2><table class="weeks">{each w in weeks}<tr><th scope="row">{w.from} – {w.to}</th><td class="wide">{include bar w.bar}</td><td>{w.n}</td></tr>{end}</table></section>
<section class="card"><h2>Chờ nhận</h2>{if awaited.n}<ul class="list">{each r in awaited}<li><a class="item" href="/nhiem-vu/{r.duty}"><span class="what">{r.title}</span>{include bar r.bar}<span class="meta">Đã nhận {r.arrived}/{r.members}{if r.limit} · Hạn {r.limit}{end}</span></a></li>{end}</ul>{else}<p class="empty">Không có đợt tổng hợp nào gửi về.</p>{end}</section>
<section class="card"><h2>Phối hợp</h2>{if coordinating.n}<ul class="list">{each d in coordinating}{include named-item d}{end}</ul>{else}<p class="empty">Không có.</p>{end}</section>
<section class="card"><h2>Giao chung</h2>{if all.n}<ul class="list">{each d in all}{include named-item d}{end}</ul>{else}<p class="empty">Không có.</p>{end}</section>
</div>
</div>
{else}<p class="card empty">Tài khoản này không được xem tình hình của đơn vị khác.</p>{end}
{include bottom frame}
