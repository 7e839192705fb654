{view sheet_look_view from "web/pages/show_sheets.h"}{include top frame}
<p class="soft"><a href="{back}">Nhập từ Excel</a></p>
<h1>Xem trước: {name}</h1>
{if not sheets.n}<p class="card empty">Tệp không có bảng nào.</p>{else}
<form method="get" action="{action}" data-auto>
{each b in sheets}<section class="card" id="bang-{b.number}"><div class="head"><h2>{b.title}</h2><label class="inline">Hiểu là <select name="k{b.number}">{each o in b.kinds}<option value="{o.value}"{if o.chosen} selected{end}>{o.words}</option>{end}</select></label></div><input type="hidden" name="w{b.number}" value="{b.kind}">
{if b.problem}<p class="problem" role="alert">{b.problem}</p>{end}
{if b.known}<details class="sheet-columns"{if b.problem} open{end}><summary>Các cột của bảng</summary><div>{each h in b.heads}<label><span><b>{h.name}</b> {h.heading}</span><select name="c{b.number}-{h.name}">{each o in h.fields}<option value="{o.value}"{if o.chosen} selected{end}>{o.words}</option>{end}</select></label>{end}</div></details>
<p class="key"><span class="tag fine">Sẽ nhập {b.fresh} dòng</span>{if b.again}<span class="tag">Đã có từ trước {b.again} dòng</span>{end}{if b.nbad}<span class="tag late">{b.nbad} ô có lỗi</span>{end}</p>
{if b.nbad}<details open><summary>Dòng có lỗi không được nhập</summary><ul class="faults">{each x in b.bad}<li>Ô <b>{x.cell}</b>: {x.why}{if x.value} <span class="soft">“{x.value}”</span>{end}</li>{end}{if b.more_bad}<li class="soft">… và {b.more_bad} ô khác</li>{end}</ul></details>{end}
{if b.rows.n}<div class="scroll"><table class="wide-table sheet-rows"><thead><tr><th>Dòng</th>{each h in b.used}<th>{h.field}</th>{end}</tr></thead><tbody>{each r in b.rows}<tr><td data-as="Dòng">{r.row}</td>{each c in r.cells}<td data-as="{c.head}">{c.words}</td>{end}</tr>{end}</tbody></table></div>{if b.more_rows}<p class="meta">… và {b.more_rows} dòng nữa.</p>{end}{end}
{end}</section>{end}
<noscript><p><button class="button">Xem lại</button></p></noscript></form>
<form method="post" action="{action}" class="row-acts big"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="columns" value="{columns}">{if problem}<p class="soft">Sửa các mục báo lỗi ở trên rồi nhập.</p>{else}{if fresh}<button class="button main">Nhập {fresh} dòng</button>{else}<p class="soft">Không có dòng mới nào để nhập.</p>{end}{end}<a class="button" href="{back}">Chọn tệp khác</a></form>{end}
{include bottom frame}
