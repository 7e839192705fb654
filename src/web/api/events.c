/*
 * events.c - /api/v1/events: changes as they happen, as server-sent events. A reader that was
 * cut off goes on after the number it had last (Last-Event-ID). What is sent is what
 * /api/v1/changes lists, and nothing that its reader may not see.
 */
#include "register/event.h"
#include "register/look/feed.h"
#include "register/people/tokens.h"
#include "web/api/api.h"
#include "web/api/stream.h"
#include "web/pages/pages.h"

enum { HEARTBEAT = 10, CHECK = 60, MOST = 200 };

/* Lives on the arena of its request, as long as the stream does. */
struct api_stream {
	viewer who;
	slice shown; /* the token, or the cookie */
	bool bearer;
	int64_t after;
	unsigned ticks;
};

rc api_events(visit *p, err *e)
{
	struct api_stream *s = arena_new(p->a, struct api_stream);
	slice from = p->q->last_event.n > 0 ? p->q->last_event : http_query(p->q, S("after"));
	rc code = RC_OK;

	*s = (struct api_stream){.who = p->r->who, .bearer = p->bearer};
	s->shown = p->bearer ? slice_trim((slice){p->q->authorization.p + 7,
	                                          p->q->authorization.n - 7})
	                     : p->token;
	s->after = page_number(from, 0, INT64_C(999999999999));
	if (from.n == 0)
		code = event_stamp(p->r, &s->after, e);
	p->to->type = S("text/event-stream");
	p->to->stream = p->q->method == HTTP_GET ? s : NULL;
	strbuf_put(&p->to->body, S("retry: 3000\n\n"));
	return code;
}

/* Signed out, revoked, another role: asked again every minute. */
static bool still_may(reg *r, struct api_stream *s, arena *a)
{
	slice scopes = S("read");
	bool found = false;
	person who;
	rc code = s->bearer ? tokens_who(r, s->shown, a, &who, &scopes, &found, NULL)
	                    : people_of_token(r, s->shown, a, &who, &found, NULL);

	if (code != RC_OK) /* not now: later */
		return true;
	if (found)
		s->who = people_viewer(&who);
	return found && scope_has(scopes, SCOPE_READ);
}

static void put(visit *p, strbuf *to, const feed_row *x)
{
	json_out j = jout_to(to);
	api_fields f = api_fields_of(p->a, &sql_feed_obligation_stmt);

	strbuf_put(to, S("id: "));
	strbuf_int(to, x->seq);
	strbuf_put(to, S("\nevent: "));
	strbuf_put(to, x->noun);
	strbuf_put(to, S("\ndata: "));
	jout_object(&j);
	api_members(&j, &f, x);
	jout_object_end(&j);
	strbuf_put(to, S("\n\n"));
}

bool api_stream_more(reg *r, struct api_stream *s, unsigned quiet, strbuf *to)
{
	viewer before = r->who;
	feed_rows rows = {0};
	arena a;
	visit p = {.a = &a};
	bool on = true;

	arena_init(&a, NULL, 0);
	if (++s->ticks % CHECK == 0)
		on = still_may(r, s, &a);
	r->who = s->who;
	if (on && feed_after(r, s->after, MOST, &a, &rows, &s->after, NULL) == RC_OK)
		for (uint32_t i = 0; i < rows.n; i++)
			put(&p, to, &rows.p[i]);
	if (on && rows.n == 0 && quiet >= HEARTBEAT)
		strbuf_put(to, S(":\n\n"));
	r->who = before;
	arena_done(&a);
	return on;
}
