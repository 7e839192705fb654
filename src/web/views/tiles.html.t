{view district from "web/pages/show.h"}<div class="district"><h3>{name}</h3><div class="tiles">
{each c in communes}<a class="tile {c.shade}" href="/co-quan/{c.code}"><span>{c.name}</span>{if c.open_late}<b title="Quá hạn">{c.open_late}</b>{end}</a>{end}
</div></div>
