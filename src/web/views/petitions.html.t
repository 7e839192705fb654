{view petitions_view from "web/pages/show.h"}{include top frame}
<h1>Kiến nghị của xã, phường</h1>
{if rows.n}<div class="scroll card flush"><table class="wide-table">
<thead><tr><th>Kiến nghị</th><th>Đơn vị kiến nghị</th><th>Cơ quan trả lời</th><th>Thời hạn</th><th>Tình trạng</th></tr></thead>
<tbody>{each x in rows}<tr><td>{x.words}{if x.reply}<p class="meta">Trả lời: {x.reply}</p>{end}</td><td data-as="Kiến nghị">{x.petitioner}</td><td data-as="Trả lời">{x.owner}</td><td class="nowrap" data-as="Thời hạn">{x.limit}{if x.left}<br><span class="tag {x.mood}">{x.left}</span>{end}</td><td data-as="Tình trạng">{x.state}{if x.document}<br><a href="/van-ban/{x.document}">{x.number}</a>{end}</td></tr>{end}</tbody></table></div>
{include pager pager}{else}<p class="card empty">Chưa có kiến nghị.</p>{end}
{include bottom frame}
