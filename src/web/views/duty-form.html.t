{view duty_form_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/nhiem-vu">Nhiệm vụ</a></p>
<h1>Thêm nhiệm vụ</h1>
<p class="soft">Nhiệm vụ giao bằng bút phê, tại cuộc họp hoặc qua điện thoại. Nhiệm vụ trong văn bản thì thêm ở trang rà soát của văn bản ấy.</p>
<datalist id="bodies" data-from="/co-quan/chon"></datalist>
<form method="post" action="/nhiem-vu/them" class="card stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Nội dung việc<textarea name="action" rows="3" required maxlength="4000"></textarea></label>
<div class="grid">
<label>Cơ quan chủ trì<input name="lead" list="bodies" maxlength="400" required placeholder="Nhiều cơ quan: cách bằng dấu ;"></label>
<label>Cơ quan phối hợp<input name="with" list="bodies" maxlength="400"></label>
<label>Hạn cuối<input name="until" placeholder="ngày/tháng/năm" maxlength="10"></label>
<label>Sản phẩm, kết quả phải nộp<input name="deliverable" maxlength="400"></label>
<label>Nơi nhận kết quả<input name="receiver" list="bodies" maxlength="400"></label>
<label>Lãnh đạo giao việc<input name="assigner" maxlength="100"></label>
<label>Chuyên viên theo dõi<input name="monitor" value="{monitor}" maxlength="100"></label>
<label>Lĩnh vực<input name="field" maxlength="100"></label>
</div><div class="two">
<label>Giao bằng<select name="kind">{each k in kinds}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>
<label>Căn cứ giao việc<input name="basis" required maxlength="400" placeholder="Ví dụ: ý kiến của Chủ tịch UBND tỉnh ngày 20/5/2026"></label>
</div>
<fieldset class="choice"><legend class="hide">Theo dõi</legend><label><input type="radio" name="as" value="track" checked> Đưa vào theo dõi</label><label><input type="radio" name="as" value="standing"> Nhiệm vụ thường xuyên</label></fieldset>
<button class="button main">Lưu</button> <a class="button quiet" href="/nhiem-vu">Bỏ qua</a>
</form>
{include bottom frame}
