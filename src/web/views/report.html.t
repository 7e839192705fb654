{view report_page_view from "web/pages/show_hand.h"}{include top frame}
<div class="head"><div><p class="soft">Tính đến {day}</p><h1>Báo cáo, thống kê</h1></div><div class="acts"><a class="button" href="{sheet}">Tải Excel</a><button class="button" type="button" data-print hidden>In</button></div></div>
<form class="filters" method="get"><input type="hidden" name="theo" value="{theo}">{if order}<input type="hidden" name="sap-xep" value="{order}">{end}<label>Đến hạn từ ngày<input name="tu" value="{from}" placeholder="ngày/tháng/năm" maxlength="10"></label><label>đến hết ngày<input name="den" value="{to}" placeholder="ngày/tháng/năm" maxlength="10"></label><button class="button">Xem</button></form>
<section class="card"><h2>Tổng cộng{if all.punctual} <span class="tag done">Đúng hạn {all.punctual} số đã hoàn thành</span>{end}</h2>
{include bar all.bar}
<dl class="legend">
<div><dt class="k1">Hoàn thành đúng hạn</dt><dd><a href="{all.done}">{all.done_in_time}</a></dd></div>
<div><dt class="k2">Hoàn thành quá hạn</dt><dd><a href="{all.late}">{all.done_late}</a></dd></div>
<div><dt class="k3">Chưa hoàn thành, trong hạn</dt><dd><a href="{all.running}">{all.open_in_time}</a></dd></div>
<div><dt class="k4">Chưa hoàn thành, quá hạn</dt><dd><a href="{all.overdue}">{all.open_late}</a></dd></div>
<div><dt class="k0">Không có thời hạn</dt><dd><a href="{all.timeless}">{all.undated}</a></dd></div>
</dl></section>
<nav class="tabs" id="bang" aria-label="Xem theo">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{if rows.n}<section class="card flush"><div class="scroll"><table class="sums sortable">
<thead><tr>{each h in heads}{include sort-head h}{end}</tr></thead>
<tbody>{each s in rows}<tr><td>{if s.href}<a href="{s.href}">{s.name}</a>{else}{s.name}{end}</td><td class="wide">{include bar s.bar}</td>{if s.done_in_time}<td><a href="{s.done}">{s.done_in_time}</a></td>{else}<td class="z">0</td>{end}{if s.done_late}<td><a href="{s.late}">{s.done_late}</a></td>{else}<td class="z">0</td>{end}{if s.open_in_time}<td><a href="{s.running}">{s.open_in_time}</a></td>{else}<td class="z">0</td>{end}{if s.open_late}<td class="late"><a href="{s.overdue}">{s.open_late}</a></td>{else}<td class="z">0</td>{end}{if s.undated}<td><a href="{s.timeless}">{s.undated}</a></td>{else}<td class="z">0</td>{end}{if s.punctual}<td>{s.punctual}</td>{else}<td class="z"></td>{end}</tr>{end}</tbody></table></div></section>{else}<p class="card empty">Không có nhiệm vụ nào trong kỳ này.</p>{end}
{include bottom frame}
