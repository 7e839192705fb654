{view desk_view from "web/pages/show.h"}<dl class="legend">
<div><dt class="k1">Hoàn thành đúng hạn</dt><dd><a href="/nhiem-vu?loc=dung-han">{done_in_time}</a></dd></div>
<div><dt class="k2">Hoàn thành quá hạn</dt><dd><a href="/nhiem-vu?loc=xong-qua-han">{done_late}</a></dd></div>
<div><dt class="k3">Chưa hoàn thành, trong hạn</dt><dd><a href="/nhiem-vu?loc=trong-han">{open_in_time}</a></dd></div>
<div><dt class="k4">Chưa hoàn thành, quá hạn</dt><dd><a href="/nhiem-vu?loc=qua-han">{open_late}</a></dd></div>
<div><dt class="k0">Không có thời hạn</dt><dd><a href="/nhiem-vu?loc=khong-han">{undated}</a></dd></div>
</dl>
