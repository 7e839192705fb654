{view periodics_view from "web/pages/show_hand.h"}{include top frame}
<div class="head"><h1>Báo cáo định kỳ</h1><div class="acts">{if can_edit}<a class="button main" href="/lap/bao-cao-dinh-ky">Thêm báo cáo định kỳ</a>{end}<a class="button" href="{sheet}">Tải Excel</a>{include paper paper}</div></div>
<nav class="tabs" aria-label="Đợt tổng hợp">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{if agencies.n}<form class="filters" method="get" action="/bao-cao-dinh-ky" data-auto>{if order}<input type="hidden" name="sap-xep" value="{order}">{end}<label>Cơ quan phải báo cáo<select name="don-vi"><option value="">Tất cả</option>{each k in agencies}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label><button class="button">Lọc</button>{if narrowed}<a class="button quiet" href="/bao-cao-dinh-ky">Bỏ lọc</a>{end}</form>{end}
{if rows.n}<p class="soft count">{count}</p>
{if whole}<p class="notice noprint">Danh sách đầy đủ để in, nhiều nhất 1.000 dòng; nhiều hơn thì tải Excel.</p>{end}
<div class="scroll card flush"><table class="wide-table listed sortable heads"><thead><tr>{each h in heads}{include sort-head h}{end}</tr></thead>
<tbody>{each x in rows}<tr><td>{if x.edit}<a href="{x.edit}">{x.a}</a>{else}{if x.href}<a href="{x.href}">{x.a}</a>{else}{x.a}{end}{end}{if x.tag} <span class="tag {x.mood}">{x.tag}</span>{end}{if x.edit}{if x.href} <a class="meta" href="{x.href}">Kỳ này</a>{end}{end}</td><td data-as="Cơ quan phải báo cáo">{x.b}</td><td data-as="Kỳ hạn">{x.c}</td><td data-as="Các kỳ sắp tới">{x.d}</td><td data-as="Nơi nhận kết quả">{x.e}</td></tr>{end}</tbody></table></div>
{include pager pager}{else}<p class="card empty">{if narrowed}Cơ quan này không có báo cáo định kỳ nào. <a href="/bao-cao-dinh-ky">Bỏ lọc</a>{else}Chưa có báo cáo định kỳ nào.{end}</p>{end}
{include bottom frame}
