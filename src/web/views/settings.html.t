{view settings_view from "web/pages/show_hand.h"}{include top frame}
<h1>Quản trị hệ thống</h1>
<nav class="tabs" aria-label="Quản trị">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
<section class="card narrow"><form method="post" action="/quan-tri/thiet-lap" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<fieldset class="choice"><legend>Quá hạn tính theo</legend><label><input type="radio" name="rolled" value="0"{if not rolled} checked{end}> Thời hạn ghi trong văn bản</label><label><input type="radio" name="rolled" value="1"{if rolled} checked{end}> Lùi qua ngày nghỉ (Điều 148 Bộ luật Dân sự)</label></fieldset>
<label>Sắp đến hạn: còn bao nhiêu ngày làm việc<input name="soon" value="{soon}" required maxlength="2" inputmode="numeric"></label>
<button class="button main">Lưu</button></form><p class="meta after">Đổi cách tính thì mọi thời hạn và số liệu được tính lại ngay, có ghi nhật ký.</p></section>
{include bottom frame}
