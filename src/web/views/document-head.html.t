{view document_view from "web/pages/show.h"}<p class="soft"><a href="/van-ban">Văn bản</a> · {purpose}</p>
<h1>{title}</h1>
<p class="facts-line"><b>{number}</b>{if day} · {day}{end}{if issuer} · {issuer}{end}{if signer} · Người ký: {signer}{end}{if may_fetch} · <a href="/van-ban/{pub}/tep-goc">Tải tệp gốc</a>{end}</p>
{if scan}<p class="warn">Đọc từ bản quét, cần đối chiếu với bản giấy.</p>{end}
