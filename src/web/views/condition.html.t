{view health_view from "web/pages/show_hand.h"}{include top frame}
<h1>Quản trị hệ thống</h1>
<nav class="tabs" aria-label="Quản trị">{each t in tabs}<a href="{t.value}"{if t.chosen} class="here" aria-current="page"{end}>{t.words}</a>{end}</nav>
<section class="card narrow"><dl class="facts">{each f in rows}<dt>{f.name}</dt><dd>{if f.mood == "none"}{f.value}{else}<span class="tag {f.mood}">{f.value}</span>{end}</dd>{end}</dl></section>
{include bottom frame}
