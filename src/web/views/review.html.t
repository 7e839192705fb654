{view document_view from "web/pages/show.h"}{include top frame}
<div class="head"><div>{include document-head}</div>
{if nsure}<form method="post" action="/van-ban/{pub}/chap-nhan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main">Chấp nhận {nsure} mục đọc chắc chắn</button></form>{end}
</div>
<p class="soft small keys">Phím: <kbd>J</kbd> <kbd>K</kbd> sang mục khác · <kbd>A</kbd> chấp nhận · <kbd>L</kbd> chỉ lưu · <kbd>D</kbd> bỏ · <kbd>E</kbd> sửa</p>
<datalist id="bodies">{each b in bodies}<option value="{b.value}">{b.words}</option>{end}</datalist>
<div class="split" data-review>
{include document-text}
<section class="found" aria-label="Đề xuất">
{if not waiting}<p class="card empty">Đã rà soát xong văn bản này. <a href="/van-ban/{pub}">Xem văn bản</a></p>{end}
{if doubtful.n}<h2>Cần xem lại <span class="n">{ndoubtful}</span></h2>
{each d in doubtful}
<article class="finding doubtful" id="d-{d.pub}" data-card="{d.pub}" tabindex="0">
{include proposal d}
<div class="acts">
<form method="post" action="/de-xuat/{d.pub}/chap-nhan"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="as" value="track"><button class="button main" data-key="a">Đưa vào theo dõi</button></form>
<form method="post" action="/de-xuat/{d.pub}/chi-luu"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button" data-key="l">Chỉ lưu</button></form>
<form method="post" action="/de-xuat/{d.pub}/bo"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button" data-key="d">Bỏ, không phải nhiệm vụ</button></form>
</div>
<details class="edit"><summary data-key="e">Sửa</summary>
<form method="post" action="/de-xuat/{d.pub}/sua" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Nội dung việc<textarea name="action" rows="3" maxlength="4000">{d.action}</textarea></label>
<label>Cơ quan chủ trì (mã, nhiều mã cách nhau bằng dấu phẩy)<input name="lead" list="bodies" maxlength="400"></label>
<label>Hạn cuối<input name="until" placeholder="29/5/2026" maxlength="10"></label>
<button class="button main">Lưu</button></form></details>
</article>{end}{end}
{if sure.n}<h2>Đọc chắc chắn <span class="n">{nsure}</span></h2>
{each d in sure}
<article class="finding" id="d-{d.pub}" data-card="{d.pub}" tabindex="0">
{include proposal d}
<div class="acts">
<form method="post" action="/de-xuat/{d.pub}/chap-nhan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main" data-key="a">Chấp nhận</button></form>
<form method="post" action="/de-xuat/{d.pub}/chi-luu"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button" data-key="l">Chỉ lưu</button></form>
<form method="post" action="/de-xuat/{d.pub}/bo"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button" data-key="d">Bỏ</button></form>
</div>
<details class="edit"><summary data-key="e">Sửa</summary>
<form method="post" action="/de-xuat/{d.pub}/sua" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Nội dung việc<textarea name="action" rows="3" maxlength="4000">{d.action}</textarea></label>
<label>Cơ quan chủ trì (mã, nhiều mã cách nhau bằng dấu phẩy)<input name="lead" list="bodies" maxlength="400"></label>
<label>Hạn cuối<input name="until" placeholder="29/5/2026" maxlength="10"></label>
<button class="button main">Lưu</button></form></details>
</article>{end}{end}
<details class="card add"><summary>Thêm nhiệm vụ</summary>
<form method="post" action="/van-ban/{pub}/them-nhiem-vu" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Câu giao việc trong văn bản (bôi đen ở bên trái rồi chép vào đây)<textarea name="words" rows="3" maxlength="4000" data-words></textarea></label>
<label>Nội dung việc<textarea name="action" rows="2" required maxlength="4000"></textarea></label>
<label>Cơ quan chủ trì (mã)<input name="lead" list="bodies" maxlength="400"></label>
<label>Hạn cuối<input name="until" placeholder="29/5/2026" maxlength="10"></label>
<button class="button main">Lưu</button></form></details>
{if decided.n}<h2>Đã quyết định <span class="n">{ndecided}</span></h2>
{each d in decided}<article class="finding small-card" id="d-{d.pub}" data-card="{d.pub}"><h3><a href="/nhiem-vu/{d.pub}">{d.action}</a></h3><p class="tags"><span class="tag {if d.tracked}fine{else}none{end}">{d.state_word}</span></p></article>{end}{end}
</section>
</div>
{include bottom frame}
