{view meeting_view from "web/pages/show_meeting.h"}{if into.pub}<div class="warn"><p>Đã gộp vào một mục khác vì là cùng một cuộc họp: <a href="/cuoc-hop/{into.pub}">{into.when}, {into.title}</a></p>{if can_edit}<form method="post" action="/cuoc-hop/{pub}/cung-cuoc-hop"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="other" value="{into.pub}"><button class="button" name="apart" value="1">Tách ra, không phải một cuộc họp</button></form>{end}</div>{end}
{each x in twice}<section class="card twice" aria-label="Có thể là cùng một cuộc họp">
<h2>Có thể là cùng một cuộc họp</h2>
<p><a href="/cuoc-hop/{x.pub}">{x.title}</a>{if x.number}, theo {if x.document}<a href="/van-ban/{x.document}">{x.number}</a>{else}{x.number}{end}{end}: <b>{x.when}</b>{if x.place} · {x.place}{end}{if x.chair} · {x.chair}{end}</p>
<form method="post" action="/cuoc-hop/{pub}/cung-cuoc-hop"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="other" value="{x.pub}">
{if x.differs}<fieldset class="choice answers"><legend>Hai văn bản ghi thời gian khác nhau. Thời gian nào đúng?</legend>
<label><input type="radio" name="time" value="{pub}" required><span>{when}{if number} <small class="soft">({number})</small>{end}</span></label>
<label><input type="radio" name="time" value="{x.pub}"><span>{x.when}{if x.number} <small class="soft">({x.number})</small>{end}</span></label></fieldset>{end}
<div class="acts"><button class="button main">Gộp thành một cuộc họp</button><button class="button" name="apart" value="1" formnovalidate>Là hai cuộc họp khác nhau</button></div></form>
</section>{end}
