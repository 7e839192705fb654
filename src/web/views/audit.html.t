{view audit_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/quan-tri">Quản trị hệ thống</a></p><h1>Nhật ký</h1>
<div class="card flush scroll"><table class="wide-table"><thead><tr><th>Số</th><th>Lúc</th><th>Ai</th><th>Việc</th></tr></thead>
<tbody>{each x in rows}<tr><td>{x.seq}</td><td class="nowrap" data-as="Lúc">{x.when}</td><td data-as="Ai">{x.who}</td><td data-as="Việc">{x.what}</td></tr>{end}</tbody></table></div>
{if after}<p class="pager"><a class="button" href="{after}">Cũ hơn</a></p>{end}
{include bottom frame}
