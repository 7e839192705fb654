/*
 * health.c - whether the server is well, for whoever watches machines. Numbers only: no names,
 * no words of documents.
 */
#include "model/roles.h"
#include "register/duty/tally.h"
#include "register/event.h"
#include "web/pages/pages.h"

rc page_health(visit *p, err *e)
{
	int64_t stamp = 0;
	rc code = event_stamp(p->r, &stamp, e);

	p->to->type = S("application/json");
	strbuf_put(&p->to->body,
	           page_link(p, "{\"status\":\"ok\",\"stamp\":%lld}\n", (long long)stamp));
	return code;
}

/* The machine itself asks; behind a proxy everything seems to come from it. */
static bool is_loopback(const visit *p)
{
	slice peer = p->q->peer;

	return p->o->proxy.n == 0 && p->q->forwarded_for.n == 0 &&
	       (slice_starts(peer, S("127.")) || slice_eq(peer, S("::1")));
}

rc page_metrics(visit *p, err *e)
{
	strbuf *to = &p->to->body;
	viewer own = p->r->who;
	sql_tally_buckets_row b = {0};
	int64_t stamp = 0;
	bool found;
	rc code;

	if (!is_loopback(p) && !page_may(p, RIGHT_ADMIN))
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "neither loopback nor administrator");
	p->r->who = viewer_operator();
	code = event_stamp(p->r, &stamp, e);
	if (code == RC_OK)
		code = sql_tally_buckets(p->r->d, &p->r->who,
		                         (sql_tally_buckets_in){0, p->r->minute}, p->a, &b, &found,
		                         e);
	p->r->who = own;
	if (code != RC_OK)
		return code;
	p->to->type = S("text/plain; version=0.0.4");
	metrics_write(p->metrics, to);
	metrics_line(to, "dondoc_log_lines", "counter", "Lines of the log.", stamp);
	metrics_line(to, "dondoc_obligations_open", "gauge", "Open obligations within their limit.",
	             b.open_in_time);
	metrics_line(to, "dondoc_obligations_late", "gauge", "Open obligations past their limit.",
	             b.open_late);
	metrics_line(to, "dondoc_obligations_undated", "gauge", "Open obligations without a limit.",
	             b.undated);
	return RC_OK;
}
