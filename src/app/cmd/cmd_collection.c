/*
 * cmd_collection.c - dondoc collection: a round, member by member.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "register/people/bodies.h"
#include "register/people/nouns.h"
#include "register/steps/rounds.h"

enum { MEMBERS_MAX = 500 };

typedef struct values {
	office_values office;
	const char *note;
	opt_value at;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"note", OPT_TEXT, "LỜI", offsetof(values, note), "ghi chú; với more: phần còn thiếu"},
	{"at", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, at),
         "ngày nhận được, nếu không phải hôm nay"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_collection = {
	.name = "collection",
	.args = "sent|late|more|not-sent|name|close|open MÃ [CƠ QUAN …]",
	.summary = "đợt tổng hợp: ghi đơn vị nào đã gửi, gửi chậm, còn phải bổ sung",
	TAKES(opts, values),
	.notes =
		"name MÃ CƠ QUAN …: nêu các đơn vị của một nhiệm vụ chưa rõ cơ quan chủ trì (mã phần\n"
		"việc). Xem một đợt: dondoc show MÃ.",
	.run = run,
};

static const char *const acts[] = {"sent", "late",  "more", "not-sent",
                                   "name", "close", "open", NULL};
enum { ACT_NAME = 4, ACT_CLOSE, ACT_OPEN };

typedef struct marking {
	const values *v;
	int what;
	char **args;
	int n;
	const char *at_hand;
	int64_t at;
} marking;

static rc agency_of(reg *r, marking *x, const char *code, int64_t *ret, err *e)
{
	x->at_hand = code;
	return bodies_known(r, slice_c(code), ret, e);
}

static rc name_all(reg *r, marking *x, err *e)
{
	int64_t id, agencies[MEMBERS_MAX];
	rc code = noun_of(r, slice_c(x->args[0]), NOUN_OBLIGATION, &id, e);

	for (int i = 1; code == RC_OK && i < x->n; i++)
		code = agency_of(r, x, x->args[i], &agencies[i - 1], e);
	return code == RC_OK ? obligation_name(r, id, agencies, (uint32_t)(x->n - 1), e) : code;
}

static rc work(reg *r, void *ctx, err *e)
{
	marking *x = ctx;
	int64_t id, agency;
	rc code;

	x->at_hand = x->args[0];
	if (x->what == ACT_NAME)
		return name_all(r, x, e);
	code = noun_of(r, slice_c(x->args[0]), NOUN_COLLECTION, &id, e);
	if (code == RC_OK && x->what >= ACT_CLOSE)
		return round_close(r, id, x->what == ACT_CLOSE, e);
	for (int i = 1; code == RC_OK && i < x->n; i++) {
		code = agency_of(r, x, x->args[i], &agency, e);
		if (code == RC_OK)
			code = round_mark(r, id, agency, (enum round_mark)x->what,
			                  slice_c(x->v->note), x->at, e);
	}
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;
	marking x = {.v = v, .args = c->args + 1, .n = c->n - 1};
	int code;

	if (c->n == 0)
		return complain_usage(&cmd_collection, "chưa rõ làm gì", (slice){0});
	x.what = opt_choice(&cmd_collection, c->args[0], acts);
	if (x.what < 0)
		return EXIT_WRONG;
	if (x.n < (x.what >= ACT_CLOSE ? 1 : 2) || x.n > MEMBERS_MAX)
		return complain_usage(&cmd_collection, "cần mã và cơ quan, đơn vị", (slice){0});
	x.at = v->at.text != NULL ? opt_moment(v->at) : 0;
	code = act_on(c, &x.at_hand, work, &x);
	return code == EXIT_FINE
	               ? act_said(c, "Đã ghi", c->args[0], x.args[0], x.n > 1 ? x.n - 1 : 1)
	               : code;
}
