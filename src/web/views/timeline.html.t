{view timeline_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/nhiem-vu">Nhiệm vụ</a>{if code} · <a href="/co-quan/{code}">Trang của đơn vị</a>{end}</p>
<div class="head"><h1>{name}: theo thời gian</h1><button class="button" type="button" data-print hidden>In</button></div>
{if more}<p class="warn">Chỉ hiện 400 nhiệm vụ có hạn gần nhất.</p>{end}
{each w in weeks}{if w.late}{if w.n}<section class="card week"><h2 class="late">{w.words} <span class="n">{w.n}</span></h2>
<ul class="list">{each x in w.items}<li><a class="item" href="{x.href}"><span class="what">{x.words}</span><span class="meta late">{x.meta}</span></a></li>{end}</ul></section>{end}{else}
{if w.n}<section class="card week{if w.clash} clash{end}"><h2>{w.words} <span class="n">{w.n}</span></h2>
<ul class="list">{each x in w.items}<li>{if x.day}<h3>{x.day}{if x.clash} <span class="tag soon">{x.clash}</span>{end}</h3>{end}<a class="item" href="{x.href}"><span class="what">{x.words}</span><span class="meta">{if x.kind == "meeting"}Cuộc họp · {end}{x.meta}</span></a></li>{end}</ul></section>{else}<section class="card week slim"><h2>{w.words}: <small class="soft">không có việc đến hạn</small></h2></section>{end}{end}{end}
{include bottom frame}
