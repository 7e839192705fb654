{view frame from "web/pages/show.h"}</main>
{if signed_in}
</div>
</div>
{end}
</body>
</html>
