{view document_view from "web/pages/show.h"}{include top frame}
<div class="head"><div>{include document-head}</div>
{if nsure}<form method="post" action="/van-ban/{pub}/chap-nhan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main" data-key-page="A">Chấp nhận {nsure} mục đọc chắc chắn</button></form>{end}
</div>
{include beside}
<details class="keys"><summary>Phím tắt <kbd>?</kbd></summary><dl class="keylist">
<div><dt><kbd>J</kbd> <kbd>K</kbd></dt><dd>sang mục sau, mục trước</dd></div><div><dt><kbd>A</kbd></dt><dd>chấp nhận</dd></div><div><dt><kbd>L</kbd></dt><dd>chỉ lưu</dd></div><div><dt><kbd>D</kbd></dt><dd>bỏ</dd></div><div><dt><kbd>E</kbd></dt><dd>sửa</dd></div><div><dt><kbd>S</kbd></dt><dd>tách</dd></div><div><dt><kbd>G</kbd></dt><dd>chọn để gộp</dd></div><div><dt><kbd>N</kbd></dt><dd>thêm nhiệm vụ, từ đoạn đang bôi đen</dd></div><div><dt><kbd>?</kbd></dt><dd>mở, đóng bảng này</dd></div></dl></details>
<datalist id="bodies" data-from="/co-quan/chon"></datalist>
<div class="split" data-review>
{include document-text}
<section class="found" aria-label="Đề xuất">
{if meets}<h2>Cuộc họp <span class="n">{meets}</span></h2>
{if meets_many}<form method="post" action="/van-ban/{pub}/cuoc-hop" class="row-acts big"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button main">Đưa cả {meets} cuộc họp vào lịch</button></form>{end}
{each m in meetings}{if m.waits}<article class="finding"><h3><span class="plain">{m.when}</span></h3><p class="meta"><a href="/cuoc-hop/{m.pub}">{m.title}</a>{if m.place} · {m.place}{end}</p>{if m.twice}<p class="question">Có thể trùng với một mục đã có trong lịch. <a href="/cuoc-hop/{m.pub}">Xem rồi gộp</a></p>{end}
<div class="acts"><form method="post" action="/van-ban/{pub}/cuoc-hop"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="meeting" value="{m.pub}"><button class="button{if not meets_many} main{end}">Đưa vào lịch</button></form>
<form method="post" action="/van-ban/{pub}/cuoc-hop"><input type="hidden" name="csrf" value="{frame.csrf}"><input type="hidden" name="meeting" value="{m.pub}"><input type="hidden" name="drop" value="1"><button class="button" data-sure="Bỏ cuộc họp này, không đưa vào lịch?">Bỏ</button></form></div></article>{end}{end}{end}
{if not waiting}<p class="card empty">Đã rà soát xong văn bản này. {if next.href}<br><a class="button main" href="{next.href}">Rà soát văn bản thứ {next.part} trong tệp</a><br>{end}<a href="/nhiem-vu?van-ban={pub}">Các phần việc đang theo dõi</a> · <a href="/van-ban/{pub}">Xem văn bản</a> · <a href="/van-ban?loc=cho-ra-soat">Văn bản khác chờ rà soát</a></p>{end}
{if past}<div class="warn"><p>Văn bản này có {past} thời hạn đã qua (muộn nhất {latest}). Đưa vào theo dõi hay chỉ lưu?</p><form method="post" action="/van-ban/{pub}/chap-nhan"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button" name="past" value="1">Chỉ lưu {past} mục đã qua thời hạn</button></form></div>{end}
{if doubtful.n}<h2>Cần xem lại <span class="n">{ndoubtful}</span></h2>
{each d in doubtful}
{include finding d}{end}{end}
{if sure.n}<h2>Đọc chắc chắn <span class="n">{nsure}</span></h2>
{each d in sure}
{include finding d}{end}{end}
{if mergeable}<form method="post" action="/van-ban/{pub}/gop" id="gop" class="mergebar"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button">Gộp các mục đã chọn thành một nhiệm vụ</button></form>{end}
<details class="card add" id="them"><summary data-key-page="N">Thêm nhiệm vụ</summary>
<form method="post" action="/van-ban/{pub}/them-nhiem-vu" class="stack"><input type="hidden" name="csrf" value="{frame.csrf}">
<label>Câu giao việc trong văn bản <small class="soft">(bôi đen ở toàn văn, hoặc chép vào đây)</small><textarea name="words" rows="3" maxlength="4000" data-words></textarea></label>
<label>Nội dung việc<textarea name="action" rows="2" required maxlength="4000" data-action></textarea></label>
<label>Cơ quan chủ trì<input name="lead" list="bodies" maxlength="400"></label>
<label>Hạn cuối<input name="until" placeholder="ngày/tháng/năm" maxlength="10"></label>
<button class="button main">Lưu</button></form></details>
{include checks}
{if decided.n}<h2>Đã quyết định <span class="n">{ndecided}</span></h2>
{each d in decided}<article class="finding small-card" id="d-{d.pub}" data-card="{d.pub}"><h3><a class="num" href="#v-{d.pub}">{d.number}</a> <a href="/nhiem-vu/{d.pub}">{d.action}</a></h3><p class="tags"><span class="tag {if d.tracked}fine{else}none{end}">{d.state_word}</span></p><form method="post" action="/de-xuat/{d.pub}/hoan-tac" class="row-acts"><input type="hidden" name="csrf" value="{frame.csrf}"><button class="button quiet">Hoàn tác</button></form></article>{end}{end}
</section>
</div>
<button type="button" class="button main float" data-mark hidden>Thêm nhiệm vụ từ đoạn này</button>
{include bottom frame}
