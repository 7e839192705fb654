{view upload_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/van-ban">Văn bản</a></p>
<h1>Đã đọc {nread}/{nlines} tệp</h1>
<section class="card"><ul class="uploads">{include upload-lines}</ul></section>
<p><a class="button main" href="/van-ban?loc=cho-ra-soat">Rà soát</a> <a class="button" href="/van-ban#them">Thêm văn bản khác</a></p>
{include bottom frame}
