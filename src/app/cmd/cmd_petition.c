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
	opt_value due, state, format;
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
	FORMAT_OPT(values),
};

static int run(int argc, char **argv);

const command cmd_petition = {
	.name = "petition",
	.args = "add | reply MÃ | assign MÃ",
	.summary = "kiến nghị của xã, phường: thêm, giao cơ quan trả lời, ghi trả lời",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
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
	rc done;

	if (code.n == 0)
		return RC_OK;
	done = bodies_agency(r, code, io, e);
	if (done == RC_OK && *io == DB_NULL)
		return err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such code");
	return done;
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

static int run(int argc, char **argv)
{
	values v = {0};
	asking x = {.v = &v};
	enum out_format format;
	int n, code;

	if (!opt_parse(&cmd_petition, argc, argv, &v, &n))
		return EXIT_WRONG;
	format = out_format_of(v.format);
	if (n == 0)
		return complain_usage(&cmd_petition, "chưa rõ làm gì", (slice){0});
	x.what = opt_choice(&cmd_petition, argv[0], acts);
	if (x.what < 0)
		return EXIT_WRONG;
	if (n != (x.what == 0 ? 1 : 2) || (x.what == 2 && v.owner == NULL))
		return complain_usage(&cmd_petition, "tham số chưa đúng", (slice){0});
	x.id = x.what == 0 ? NULL : argv[1];
	x.state = v.state.text != NULL ? slice_c(v.state.text) : S("answered_in_writing");
	x.in = (petition_in){.words = slice_c(v.words), .due = opt_or(v.due, DB_NULL)};
	code = act(&cmd_petition, &v.office, x.id, work, &x);
	return code == EXIT_FINE ? act_said(format, "Đã ghi kiến nghị", argv[0], x.id, 1) : code;
}
