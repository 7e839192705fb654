{view finding_row from "web/pages/show.h"}<header>{if doubt}<p class="question">{doubt}</p>{end}
<h3><a class="num" href="#v-{pub}" title="Xem trong văn bản">{number}</a> {action}</h3></header>
<dl class="facts">
<dt>Cơ quan chủ trì</dt><dd>{if leads}{leads}{else}<b class="ask">Chưa rõ</b>{end}</dd>
{if with}<dt>Phối hợp</dt><dd>{with}</dd>{end}
<dt>Thời hạn</dt><dd>{if limit}<b>{limit}</b>{else}Không có{end}{if words} <span class="soft">— văn bản ghi “{words}”</span>{end}</dd>
{if deliverable}<dt>Phải nộp</dt><dd>{deliverable}</dd>{end}
</dl>
<p class="soft small">{sure} · {proposed}</p>
