{view body_choices_view from "web/pages/show.h"}<datalist>{each b in bodies}<option value="{b.name}">{b.code}</option>{end}</datalist>
