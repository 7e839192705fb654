{view finding_row from "web/pages/show.h"}<article class="finding{if doubtful} doubtful{end}" id="d-{pub}" data-card="{pub}" tabindex="0">
<header>{if doubt}<p class="question">{doubt}</p>{end}
<h3><a class="num" href="#v-{pub}" title="Xem trong văn bản">{number}</a> <span class="plain">{action}</span></h3></header>
<dl class="facts">
<dt>Cơ quan chủ trì</dt><dd>{if leads}{leads}{else}<b class="ask">Chưa rõ</b>{end}</dd>
{if with}<dt>Phối hợp</dt><dd>{with}</dd>{end}
<dt>Thời hạn</dt><dd>{if limit}<b>{limit}</b>{if left} <span class="tag late">{left}</span>{end}{else}Không có{end}{if words} <span class="soft">— văn bản ghi “{words}”</span>{end}</dd>
{if deliverable}<dt>Phải nộp</dt><dd>{deliverable}</dd>{end}
</dl>
<p class="soft small">{sure} · {proposed}</p>
<form method="post" class="acts" action="/de-xuat/{pub}/chap-nhan"><input type="hidden" name="csrf" value="{csrf}"><button class="button main"{if doubtful} name="as" value="track"{end} data-key="a">{if doubtful}Đưa vào theo dõi{else}Chấp nhận{end}</button>{if doubtful}{if standing}<button class="button">Nhiệm vụ thường xuyên</button>{end}{end}<button class="button" formaction="/de-xuat/{pub}/chi-luu" data-key="l">Chỉ lưu</button><button class="button" formaction="/de-xuat/{pub}/bo" data-key="d">Bỏ, không phải nhiệm vụ</button></form>
<div class="changes">{if open}
<details class="edit"{if not splits} open{end}><summary data-key="e">Sửa</summary>
<form method="post" action="/de-xuat/{pub}/sua" class="stack"><input type="hidden" name="csrf" value="{csrf}">
<label>Nội dung việc<textarea name="action" rows="3" maxlength="4000">{action}</textarea></label>
<label>Cơ quan chủ trì <small class="soft">(để trống: giữ nguyên; nhiều cơ quan cách nhau bằng dấu chấm phẩy)</small><input name="lead" list="bodies" maxlength="400" placeholder="{leads}"></label>
<label>Cơ quan phối hợp <small class="soft">(để trống: giữ nguyên)</small><input name="with" list="bodies" maxlength="400" placeholder="{with}"></label>
<label>Hạn cuối <small class="soft">(để trống: giữ nguyên)</small><input name="until" placeholder="{if limit}{limit}{else}ngày/tháng/năm{end}" maxlength="10"></label>
<label class="tick"><input type="checkbox" name="undated" value="1"> Không có thời hạn</label>
<label>Sản phẩm, kết quả phải nộp<input name="deliverable" value="{deliverable}" maxlength="400"></label>
<button class="button main">Lưu</button></form></details>
<details class="edit"{if splits} open{end}><summary data-key="s">Tách</summary>
<form method="post" action="/de-xuat/{pub}/tach" class="stack"><input type="hidden" name="csrf" value="{csrf}">
<label>Mỗi dòng là một nhiệm vụ; cơ quan và thời hạn giữ như cũ<textarea name="parts" rows="5" required maxlength="8000">{action}</textarea></label>
<button class="button main">Tách</button></form></details>
<details class="quote" open><summary>Nguyên văn</summary><blockquote>{quote}</blockquote></details>{else}<a href="?sua={pub}#d-{pub}" data-key="e" data-open>Sửa</a><a href="?tach={pub}#d-{pub}" data-key="s" data-open>Tách</a>{end}
<label class="tick pick"><input type="checkbox" name="other" value="{pub}" form="gop" data-key="g"> Chọn để gộp</label>
</div>
</article>
