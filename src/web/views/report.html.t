{view report_view from "web/pages/show.h"}{include top frame}
<div class="head"><div><p class="soft">Tính đến {day}</p><h1>Báo cáo, thống kê</h1></div></div>
<section class="card"><h2>Toàn tỉnh</h2>
{include bar province.bar}
<dl class="legend">
<div><dt class="k1">Hoàn thành đúng hạn</dt><dd>{province.done_in_time}</dd></div>
<div><dt class="k2">Hoàn thành quá hạn</dt><dd>{province.done_late}</dd></div>
<div><dt class="k3">Chưa hoàn thành, trong hạn</dt><dd>{province.open_in_time}</dd></div>
<div><dt class="k4">Chưa hoàn thành, quá hạn</dt><dd>{province.open_late}</dd></div>
<div><dt class="k0">Không có thời hạn</dt><dd>{province.undated}</dd></div>
</dl></section>
<section class="card"><h2>Sở, ngành</h2><div class="scroll"><table class="sums">
<thead><tr><th>Cơ quan</th><th class="wide"><span class="hide">Tỷ lệ</span></th><th>Hoàn thành đúng hạn</th><th>Hoàn thành quá hạn</th><th>Trong hạn</th><th>Quá hạn</th><th>Không thời hạn</th></tr></thead>
<tbody>{each a in agencies}{include sums-row a}{end}</tbody></table></div></section>
<section class="card"><h2>Xã, phường</h2>{if communes.n}<div class="scroll"><table class="sums">
<thead><tr><th>Xã, phường</th><th class="wide"><span class="hide">Tỷ lệ</span></th><th>Hoàn thành đúng hạn</th><th>Hoàn thành quá hạn</th><th>Trong hạn</th><th>Quá hạn</th><th>Không thời hạn</th></tr></thead>
<tbody>{each a in communes}{include sums-row a}{end}</tbody></table></div>{else}<p class="empty">Chưa có nhiệm vụ nào giao cho xã, phường.</p>{end}</section>
{include bottom frame}
