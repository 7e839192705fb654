{view sort_head from "web/pages/show.h"}<th{if order} aria-sort="{order}"{end}><a href="{href}">{words}</a></th>{if first}<th class="wide"><span class="hide">Tỷ lệ</span></th>{end}
