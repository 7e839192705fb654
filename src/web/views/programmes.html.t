{view programmes_view from "web/pages/show_hand.h"}{include top frame}
<div class="head"><h1>Chương trình công tác tháng</h1><div class="acts">{if can_edit}<a class="button main" href="/lap/chuong-trinh">Lập chương trình tháng</a>{end}<button class="button" type="button" data-print hidden>In</button></div></div>
<nav class="tabs" aria-label="Cuộc họp">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
{each r in rows}<section class="card flush" id="t-{r.month}"><div class="head pad"><h2>{r.title}</h2><span>{if r.document}<a href="/van-ban/{r.document}">{r.number}</a> {end}{if can_edit}<a class="button" href="{r.edit}">Sửa</a>{end}</span></div>
{if r.items.n}<div class="scroll"><table class="wide-table"><thead><tr><th>Nội dung</th><th>Ngày</th><th>Người chủ trì họp</th><th>Cơ quan chuẩn bị</th><th>Cuộc họp</th></tr></thead><tbody>{each i in r.items}<tr><td>{i.words}</td><td class="nowrap" data-as="Ngày">{i.day}</td><td data-as="Người chủ trì họp">{i.chair}</td><td data-as="Cơ quan chuẩn bị">{i.agency}</td><td data-as="Cuộc họp">{if i.meeting}<a href="/cuoc-hop/{i.meeting}">Đã mời họp</a>{end}</td></tr>{end}</tbody></table></div>{else}<p class="empty pad">Chưa có nội dung nào.</p>{end}</section>{end}
{if not rows.n}<p class="card empty">Chưa có chương trình công tác tháng nào.</p>{end}
{include bottom frame}
