/*
 * cmd_petition.c - dondoc petition: what communes ask, who answers, what was answered.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "register/people/bodies.h"
#include "register/people/nouns.h"
#include "register/steps/rounds.h"

enum { WATCHERS_MAX = 32 };

typedef struct values {
	office_values office;
	const char *words, *from, *owner, *watchers, *document;
	opt_value due, state;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"words", OPT_TEXT, "LỜI", offsetof(values, words),
         "nội dung kiến nghị, hoặc nội dung trả lời"},
	{"from", OPT_TEXT, "MÃ", offsetof(values, from), "đơn vị kiến nghị"},
	{"owner", OPT_TEXT, "MÃ", offsetof(values, owner), "cơ quan trả lời"},
	{"watchers", OPT_TEXT, "MÃ,…", offsetof(values, watchers), "cơ quan theo dõi việc trả lời"},
	{"due", OPT_MINUTE, "NĂM-THÁNG-NGÀY", offsetof(values, due), "thời hạn trả lời"},
	{"document", OPT_TEXT, "MÃ", offsetof(values, document),
         "văn bản nêu kiến nghị, hoặc văn bản trả lời"},
	{"state", OPT_ONE_OF, "answered_in_writing|answered_orally|escalated",
         offsetof(values, state), "trả lời thế nào (mặc định: answered_in_writing)"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_petition = {
	.name = "petition",
	.args = "add | reply MÃ | assign MÃ",
	.summary = "kiến nghị của xã, phường: thêm, giao cơ quan trả lời, ghi trả lời",
	TAKES(opts, values),
	.run = run,
};

static const char *const acts[] = {"add", "reply", "assign", NULL};

typedef struct asking {
	const values *v;
	int what;
	slice state;
	const char *id;
	petition_in in;
	int64_t watchers[WATCHERS_MAX];
} asking;

static rc agency_of(reg *r, slice code, int64_t *io, err *e)
{
	return code.n > 0 ? bodies_known(r, code, io, e) : RC_OK;
}

static rc find_all(reg *r, asking *x, err *e)
{
	slice list = slice_c(x->v->watchers), one;
	rc code = agency_of(r, slice_c(x->v->from), &x->in.petitioner, e);

	x->in.nwatchers = 0;
	x->in.watchers = x->watchers;
	if (code == RC_OK)
		code = agency_of(r, slice_c(x->v->owner), &x->in.owner, e);
	while (code == RC_OK && x->in.nwatchers < WATCHERS_MAX && slice_next(&list, ',', &one))
		if (slice_trim(one).n > 0)
			code = agency_of(r, slice_trim(one), &x->watchers[x->in.nwatchers++], e);
	if (code == RC_OK && x->v->document != NULL)
		code = noun_of(r, slice_c(x->v->document), NOUN_DOCUMENT, &x->in.document, e);
	return code;
}

static rc work(reg *r, void *ctx, err *e)
{
	asking *x = ctx;
	int64_t id = 0;
	rc code = find_all(r, x, e);

	if (code == RC_OK && x->what == 0)
		return petition_add(r, &x->in, &id, e);
	if (code == RC_OK)
		code = noun_of(r, slice_c(x->id), NOUN_PETITION, &id, e);
	if (code == RC_OK && x->what == 1)
		return petition_reply(r, id, x->state, x->in.words, x->in.document, e);
	return code == RC_OK ? petition_assign(r, id, x->in.owner, x->in.due, e) : code;
}

static int run(const call *c)
{
	const values *v = c->values;
	asking x = {.v = v};
	int code;

	if (c->n == 0)
		return complain_usage(&cmd_petition, "chưa rõ làm gì", (slice){0});
	x.what = opt_choice(&cmd_petition, c->args[0], acts);
	if (x.what < 0)
		return EXIT_WRONG;
	if (c->n != (x.what == 0 ? 1 : 2) || (x.what == 2 && v->owner == NULL))
		return complain_usage(&cmd_petition, "tham số chưa đúng", (slice){0});
	x.id = x.what == 0 ? NULL : c->args[1];
	x.state = v->state.text != NULL ? slice_c(v->state.text) : S("answered_in_writing");
	x.in = (petition_in){.words = slice_c(v->words), .due = opt_or(v->due, DB_NULL)};
	code = act(c, x.id, work, &x);
	return code == EXIT_FINE ? act_said(c, "Đã ghi kiến nghị", c->args[0], x.id, 1) : code;
}
