{view rounds_view from "web/pages/show_hand.h"}{include top frame}
<div class="head"><h1>Đợt tổng hợp</h1>{if can_edit}<a class="button main" href="/nhiem-vu/them">Lập đợt tổng hợp</a>{end}</div>
<nav class="tabs" aria-label="Đợt tổng hợp">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{if not office}<section class="card"><h2>Đơn vị phải gửi</h2>{if mine.n}<ul class="list">{each x in mine}<li><a class="item" href="{x.href}"><span class="what">{x.a}</span><span class="meta">Gửi {x.b}{if x.c} · Hạn {x.c}{end}</span><span class="tags"><span class="tag {x.mood}">{x.d}</span>{if x.tag}<span class="tag {x.mood}">{x.tag}</span>{end}{if x.e}<span class="meta">{x.e}</span>{end}</span></a></li>{end}</ul>{else}<p class="empty">Không có đợt nào đơn vị phải gửi.</p>{end}</section>
<h2>Đơn vị tổng hợp</h2>{end}
{if compiling.n}<ul class="list card">{each r in compiling}<li><a class="item" href="/dot-tong-hop/{r.pub}"><span class="what">{r.title}</span>{include bar r.bar}<span class="meta">{if r.duty}Tổng hợp: {r.duty} · {end}Đã nhận {r.arrived}/{r.members}{if r.late}, gửi chậm {r.late}{end}{if r.limit} · Hạn {r.limit}{end}</span>{if r.left}<span class="tags"><span class="tag {r.mood}">{r.left}</span></span>{end}</a></li>{end}</ul>{include pager pager}{else}<p class="card empty">Không có đợt tổng hợp nào.</p>{end}
{if can_edit}<p class="meta">Một đợt tổng hợp là nhiệm vụ giao nhiều đơn vị, có một nơi nhận kết quả: mỗi đơn vị một dòng, nơi nhận là cơ quan tổng hợp.</p>{end}
{include bottom frame}
