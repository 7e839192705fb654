{view desk_view from "web/pages/show.h"}<section class="card">
<h2>Tình hình thực hiện</h2>
{include bar bar}
{include legend}
</section>
