/*
 * stepping.c - ids in, one transaction, one line out.
 */
#include "app/cmd/stepping.h"

#include "app/opt.h"
#include "register/hand/propose_undo.h"
#include "register/people/nouns.h"

typedef struct doing {
	const step_values *v;
	slice verb;
	step_in in;
	char **ids;
	int n;
	const char *at_hand;
} doing;

static rc one(reg *r, doing *x, slice pub, err *e)
{
	enum step s = step_of(x->verb);
	enum noun noun;
	int64_t id;
	rc code = noun_find(r, pub, &noun, &id, e);

	if (code == RC_OK && noun == NOUN_ASSIGNMENT && slice_eq(x->verb, S("undo")))
		return propose_undo(r, id, e);
	if (code == RC_OK && noun != NOUN_OBLIGATION)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "not an obligation");
	if (code != RC_OK)
		return code;
	if (s < STEP_COUNT)
		return step_take(r, id, s, &x->in, e);
	if (slice_eq(x->verb, S("undo")))
		return step_undo(r, id, false, e);
	return step_comment(r, id, x->in.note, e);
}

static rc all(reg *r, void *ctx, err *e)
{
	doing *x = ctx;
	rc code = RC_OK;

	x->at_hand = x->v->document;
	if (x->v->document != NULL)
		code = noun_of(r, slice_c(x->v->document), NOUN_DOCUMENT, &x->in.document, e);
	for (int i = 0; code == RC_OK && i < x->n; i++) {
		x->at_hand = x->ids[i];
		code = one(r, x, slice_c(x->at_hand), e);
	}
	return code;
}

static bool known(slice verb)
{
	return step_of(verb) < STEP_COUNT || slice_eq(verb, S("undo")) ||
	       slice_eq(verb, S("comment"));
}

static const char *wording_of(slice verb)
{
	enum step s = step_of(verb);

	if (s < STEP_COUNT)
		return step_wording(s);
	return slice_eq(verb, S("undo")) ? "Hoàn tác" : "Ghi chú";
}

int stepping(const command *c, const step_values *v, const char *verb, char **ids, int n)
{
	doing x = {.v = v, .verb = slice_c(verb), .ids = ids, .n = n};
	int code;

	if (!known(x.verb))
		return complain_usage(c, "không có bước này", x.verb);
	if (n == 0)
		return complain_usage(c, "chưa chỉ ra nhiệm vụ nào", (slice){0});
	x.in = (step_in){
		.note = slice_c(v->note), .reason = slice_c(v->reason), .decider = slice_c(v->by)};
	if (v->at.text != NULL)
		x.in.at = opt_moment(v->at);
	code = act_on(c, &v->office, &x.at_hand, all, &x);
	return code == EXIT_FINE ? act_said(out_format_of(v->format), wording_of(x.verb), verb,
	                                    n == 1 ? ids[0] : NULL, n)
	                         : code;
}
