{view sheet_done_view from "web/pages/show_sheets.h"}{include top frame}
<p class="soft"><a href="{back}">{back_words}</a></p>
<h1>{if undone}Đã hoàn tác: {name}{else}Đã nhập: {name}{end}</h1>
<section class="card"><p class="facts-line">{who} · {when}{if undone} · hoàn tác {undone}{end}</p>
<p class="key"><span class="tag done">Đã nhập {entered} dòng</span>{if again}<span class="tag">Đã có từ trước {again} dòng</span>{end}{if changed}<span class="tag soon">Khác dòng đã có, chưa nhập {changed} dòng</span>{end}{if kept}<span class="tag">{kept} nhiệm vụ đã xong, chỉ lưu</span>{end}{if bad}<span class="tag late">{bad} ô có lỗi, dòng chưa nhập</span>{end}</p>
{if undo}<form method="post" action="{undo}"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button">Hoàn tác lần nhập này</button></form><p class="meta">Lấy lại mọi dòng vừa nhập. Dòng đã có người xử lý, hoặc đang được dùng ở nơi khác, giữ nguyên và được nêu tên.</p>{end}</section>
{if rows.n}<section class="card"><h2>{if undone}Giữ nguyên vì đã được xử lý hoặc đang được dùng{else}Đã nhập{end}</h2><ul class="list">{each r in rows}<li>{if r.href}<a class="item" href="{r.href}"><span class="what">{r.a}</span><span class="meta">{r.b}{if r.c} · {r.c}{end}</span></a>{else}<div class="item"><span class="what">{r.a}</span><span class="meta">{r.b}{if r.c} · {r.c}{end}</span></div>{end}</li>{end}</ul>{if more}<p class="meta">… và {more} dòng nữa.</p>{end}</section>{else}{if undone}<p class="card empty">Mọi dòng của lần nhập này đã được lấy lại.</p>{end}{end}
{include bottom frame}
