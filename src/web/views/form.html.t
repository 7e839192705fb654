{view form_view from "web/pages/show_hand.h"}{include top frame}
<p class="soft"><a href="{back}">Quay lại</a></p>
<div class="head"><h1>{heading}</h1>{if undo}<form method="post" action="{undo}"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button quiet">Hoàn tác lần sửa cuối</button></form>{end}</div>
{if problem}<p class="problem" role="alert">{if where}<b>{where}:</b> {end}{problem}{if hint} {hint}{end}</p>{end}
<datalist id="bodies">{each b in bodies}<option value="{b.value}">{b.words}</option>{end}</datalist>
{if papers.n}<datalist id="papers">{each b in papers}<option value="{b.value}">{b.words}</option>{end}</datalist>
{end}<form method="post" action="{action}" class="card stack by-hand"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="seen" value="{seen}">
{each f in fields}{if f.kind == "rows"}<fieldset class="rows"><legend>{f.label}</legend>{if f.hint}<p class="meta">{f.hint}</p>{end}
<table class="edit"><thead><tr>{each h in f.heads}<th class="k-{h.kind}">{h.label}</th>{end}</tr></thead><tbody>
{each l in f.lines}<tr>{each c in l.cells}{if c.kind == "keep"}<td class="keep"><input type="hidden" name="{c.name}" value="{c.value}"></td>{else}<td class="k-{c.kind}" data-as="{c.label}">{if c.kind == "choice"}<select name="{c.name}" aria-label="{c.label}">{each o in c.choices}<option value="{o.value}"{if o.chosen} selected{end}>{o.words}</option>{end}</select>{else}{if c.kind == "wide"}<textarea name="{c.name}" rows="1" class="line" aria-label="{c.label}" maxlength="4000">{c.value}</textarea>{else}<input name="{c.name}" value="{c.value}" aria-label="{c.label}"{if c.kind == "body"} list="bodies"{end}{if c.kind == "day"} placeholder="29/5/2026"{end}{if c.kind == "when"} placeholder="14:00 29/5/2026"{end} maxlength="4000">{end}{if c.told}<small class="meta">{c.told}</small>{end}{end}</td>{end}{end}</tr>
{end}</tbody></table></fieldset>
{else}<label class="k-{f.kind}">{f.label}{if f.kind == "long"}<textarea name="{f.name}" rows="4" maxlength="20000">{f.value}</textarea>{else}{if f.kind == "choice"}<select name="{f.name}">{each o in f.choices}<option value="{o.value}"{if o.chosen} selected{end}>{o.words}</option>{end}</select>{else}{if f.kind == "wide"}<textarea name="{f.name}" rows="1" class="line" maxlength="4000">{f.value}</textarea>{else}<input name="{f.name}" value="{f.value}"{if f.fixed} readonly{end}{if f.kind == "body"} list="bodies"{end}{if f.kind == "paper"} list="papers"{end}{if f.kind == "day"} placeholder="29/5/2026"{end}{if f.kind == "when"} placeholder="14:00 29/5/2026"{end} maxlength="4000">{end}{end}{end}{if f.paper}<small class="meta"><a href="/van-ban/{f.paper}">{f.told}</a></small>{else}{if f.told}<small class="meta">{f.told}</small>{else}{if f.hint}<small class="meta">{f.hint}</small>{end}{end}{end}</label>
{end}{end}
<div class="acts"><button class="button main" name="next" value="">Lưu</button>{if rows}<button class="button more-lines" name="next" value="more">Lưu và thêm dòng</button>{end}<a class="button quiet" href="{back}">Bỏ qua</a></div>
</form>
{include bottom frame}
