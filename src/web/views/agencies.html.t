{view agencies_view from "web/pages/show.h"}{include top frame}
<div class="head"><h1>Cơ quan, đơn vị</h1>{if counted}<div class="acts">{if report}<a class="button" href="/bao-cao/tai-excel">Tải Excel</a>{end}<button class="button" type="button" data-print hidden>In</button></div>{end}</div>
<section class="card"><h2>Sở, ngành</h2>
{if counted}<div class="scroll"><table class="sums sortable" id="bang">
<thead><tr>{each h in heads}{include sort-head h}{end}</tr></thead>
<tbody>{each a in agencies}{include sums-row a}{end}</tbody>
</table></div>{else}<ul class="plain-list columns">{each a in agencies}<li>{a.name}</li>{end}</ul>{end}
</section>
<section class="card"><h2>Xã, phường</h2>
{if counted}<p class="key"><span class="tile t0 k"></span> không quá hạn <span class="tile t1 k"></span><span class="tile t2 k"></span><span class="tile t3 k"></span><span class="tile t4 k"></span> quá hạn nhiều dần <span class="tile empty k"></span> chưa có nhiệm vụ</p>
<div class="districts">{each d in districts}{include tiles d}{end}</div>
{else}{each d in districts}<div class="district"><h3>{d.name}</h3><ul class="plain-list columns">{each c in d.communes}<li>{c.name}</li>{end}</ul></div>{end}{end}
</section>
{include bottom frame}
