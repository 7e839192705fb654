{view document_view from "web/pages/show.h"}<p class="soft"><a href="/van-ban">Văn bản</a> · {purpose}</p>
<h1>{title}</h1>
<p class="facts-line"><b>{number}</b>{if day} · {day}{end}{if issuer} · {issuer}{end}{if signer} · Người ký: {signer}{end}{if may_fetch} · <a href="/van-ban/{pub}/tep-goc">Tải tệp gốc</a>{end}</p>
{if beside.n}{include beside}{end}
{if unread}<p class="warn">Trong tệp còn một văn bản khác chưa đọc, từ dòng <a href="?xem=chu#van-ban-khac">“{unread}”</a>: nhiệm vụ, thời hạn, cuộc họp trong đó chưa có trong sổ. Tách phần đó thành tệp riêng rồi thêm vào sổ.</p>{end}
{if scan}<p class="warn">Đọc từ bản quét, cần đối chiếu với bản giấy.</p>{end}
