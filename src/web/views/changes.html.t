{view changes_view from "web/pages/show.h"}{include top frame}
<p class="soft"><a href="/">Bàn làm việc</a></p>
<div class="head"><h1>Thay đổi trong nhiệm vụ</h1><div class="acts"><a class="button" href="{sheet}">Tải Excel</a><button class="button" type="button" data-print hidden>In</button></div></div>
<form class="filters" method="get" action="/thay-doi" data-auto>
<label>Việc<select name="loai"><option value="">Mọi việc</option>{each k in kinds}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>
{if agencies.n}<label>Đơn vị<select name="don-vi"><option value="">Tất cả</option>{each k in agencies}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>{end}
{if people.n}<label>Người làm<select name="nguoi"><option value="">Tất cả</option>{each k in people}<option value="{k.value}"{if k.chosen} selected{end}>{k.words}</option>{end}</select></label>{end}
<label>Từ ngày<input name="tu" value="{since}" placeholder="ngày/tháng/năm" maxlength="10"></label>
<label>đến hết ngày<input name="den" value="{until}" placeholder="ngày/tháng/năm" maxlength="10"></label>
<button class="button">Lọc</button>{if narrowed}<a class="button quiet" href="/thay-doi">Bỏ lọc</a>{end}
</form>
{if yesterday}<p class="soft count">Từ hôm qua, {yesterday}</p>{end}
{if rows.n}<div class="scroll card flush"><table class="wide-table first-wide">
<thead><tr><th>Nhiệm vụ</th><th>Việc</th><th>Đơn vị</th><th>Người làm</th><th>Lúc</th></tr></thead>
<tbody>{each x in rows}<tr><td><a class="plain" href="/phan-viec/{x.pub}">{x.action}</a>{if x.note}<p class="meta said">{x.note}</p>{end}</td><td data-as="Việc"><b>{x.verb}</b></td><td data-as="Đơn vị">{if x.agency}<a href="/co-quan/{x.agency}">{x.agency_name}</a>{else}Chưa rõ cơ quan chủ trì{end}</td><td data-as="Người làm">{x.who}</td><td class="nowrap" data-as="Lúc">{x.when}</td></tr>{end}</tbody></table></div>
{else}<p class="card empty">{if narrowed}Không có thay đổi nào khớp bộ lọc. <a href="/thay-doi">Bỏ lọc</a>{else}Từ hôm qua đến nay chưa có gì thay đổi.{end}</p>{end}
{if older}<p class="pager"><a class="button" href="{older}">Cũ hơn</a></p>{end}
{include bottom frame}
