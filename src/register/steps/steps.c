/*
 * steps.c - walks the table of steps; knows no state by itself but those that carry a time.
 */
#include "register/steps/steps.h"

#include <assert.h>

#include "base/json_out.h"
#include "register/event.h"
#include "register/hand/periodic.h"
#include "register/people/audience.h"

enum { EVIDENCE = 1, REASON = 2, DECIDER = 4, NOTE_MAX = 1 << 16 };
enum { OFFICE = WHO_OFFICE, OWN = WHO_OWN, COMPILER = WHO_COMPILER };
#define WORK_BEFORE WORK_COUNT
#define W(STATE) (1U << WORK_##STATE)

static const struct {
	const char *verb;
	unsigned from;
	enum work to;
	unsigned who, needs;
	const char *wording;
} steps[STEP_COUNT] = {
#define STEP(NAME, verb, from, to, who, needs, wording)                                            \
	{verb, from, WORK_##to, who, needs, wording},
#include "register/duty/duty_steps.def"
#undef STEP
};

enum step step_of(slice verb)
{
	enum step s = 0;

	while (s < STEP_COUNT && !slice_eq(verb, slice_c(steps[s].verb)))
		s++;
	return s;
}

const char *step_wording(enum step s)
{
	return steps[s].wording;
}

bool step_is_open(enum step s, slice work, unsigned who)
{
	enum work w = work_of(work);

	return w < WORK_COUNT && (steps[s].from & 1U << w) != 0 && (steps[s].who & who) != 0;
}

static rc check_needs(unsigned needs, const step_in *in, err *e)
{
	if ((needs & EVIDENCE) && slice_trim(in->note).n == 0 && in->document == 0)
		return err_set(e, RC_INPUT, MSG_EVIDENCE_NEEDED, "no document and no note");
	if ((needs & REASON) && slice_trim(in->reason).n == 0)
		return err_set(e, RC_INPUT, MSG_REASON_NEEDED, "no reason");
	if ((needs & DECIDER) && slice_trim(in->decider).n == 0)
		return err_set(e, RC_INPUT, MSG_DECIDER_NEEDED, "nobody decided");
	if (in->note.n + in->reason.n + in->decider.n > NOTE_MAX)
		return err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "over 64 KiB");
	return RC_OK;
}

static rc check_open(reg *r, const obligation *o, enum step s, err *e)
{
	enum work at = work_of(o->work);
	rc code = obligation_may(r, o, steps[s].who, e);

	if (code == RC_OK && (at == WORK_COUNT || !(steps[s].from >> at & 1)))
		code = err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "%s from %.*s", steps[s].verb,
		               (int)o->work.n, o->work.p);
	return code;
}

rc step_may(reg *r, int64_t id, enum step s, err *e)
{
	obligation o;
	arena a;
	rc code;

	assert(s < STEP_COUNT);
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &o, e);
	if (code == RC_OK)
		code = check_open(r, &o, s, e);
	arena_done(&a);
	return code;
}

static rc check_step(reg *r, const obligation *o, enum step s, const step_in *in, err *e)
{
	rc code = check_open(r, o, s, e);

	if (code == RC_OK && in->at != 0)
		code = in->at <= r->now
		               ? obligation_may(r, o, WHO_OFFICE | WHO_COMPILER, e)
		               : err_set(e, RC_INPUT, MSG_DATE_IN_FUTURE, "reported later");
	return code == RC_OK ? check_needs(steps[s].needs, in, e) : code;
}

/* What the new state says of times and reasons. */
static obligation after_step(const reg *r, const obligation *o, enum step s, const step_in *in)
{
	obligation n = *o;

	n.work = steps[s].to == WORK_BEFORE ? o->before : work_word(steps[s].to);
	n.before = s == STEP_SUSPEND ? o->work : (slice){0};
	n.reason = in->reason.n > 0 ? in->reason : (slice){0};
	if (s == STEP_REPORT_DONE)
		n.reported_at = in->at != 0 ? in->at : r->now;
	else if (s == STEP_RETURN)
		n.reported_at = DB_NULL;
	n.done_at = s == STEP_CONFIRM ? r->now : DB_NULL;
	return n;
}

static slice note_of(const step_in *in, arena *a)
{
	if (in->decider.n == 0)
		return in->note;
	return arena_printf(a, "%.*s%s%.*s", (int)in->decider.n, in->decider.p,
	                    in->note.n > 0 ? ": " : "", (int)in->note.n, in->note.p);
}

/* Who reported with a document may see it, whoever it names. */
static rc put_evidence(reg *r, const obligation *o, const step_in *in, err *e)
{
	rc code;

	if (in->note.n == 0 && in->document == 0)
		return RC_OK;
	code = sql_evidence_put(r->d,
	                        (sql_evidence_put_in){o->id,
	                                              in->document != 0 ? in->document : DB_NULL,
	                                              in->note, r->now, r->who.user},
	                        NULL, e);
	if (code != RC_OK || in->document == 0 || o->agency == DB_NULL)
		return code;
	return audience_add(r, in->document, o->agency, "evidence", e);
}

rc step_take(reg *r, int64_t id, enum step s, const step_in *in, err *e)
{
	obligation from, to;
	arena a;
	rc code;

	assert(s < STEP_COUNT);
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &from, e);
	if (code == RC_OK)
		code = check_step(r, &from, s, in, e);
	if (code == RC_OK && s == STEP_REPORT_DONE)
		code = put_evidence(r, &from, in, e);
	if (code == RC_OK) {
		to = after_step(r, &from, s, in);
		code = obligation_change(r, &from, &to, steps[s].verb, note_of(in, &a), e);
	}
	if (code == RC_OK && s == STEP_CONFIRM)
		code = periodic_follow(r, from.assignment, from.agency, e);
	arena_done(&a);
	return code;
}

static rc undo(reg *r, const obligation *from, bool own, arena *a, err *e)
{
	sql_event_newest_row last = {0};
	obligation to = *from;
	bool found;
	rc code = sql_event_newest(r->d, (sql_event_newest_in){S("obligation"), from->id}, a, &last,
	                           &found, e);
	enum step s = code == RC_OK && found ? step_of(last.verb) : STEP_COUNT;

	if (code != RC_OK)
		return code;
	if (s == STEP_COUNT || !obligation_was(last.detail, a, &to))
		return err_set(e, RC_INPUT, MSG_NOTHING_TO_UNDO, "the last line is no step");
	code = obligation_may(r, from, steps[s].who, e);
	if (code == RC_OK && own && last.account != r->who.user)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "a step of account %lld",
		               (long long)last.account);
	return code == RC_OK ? obligation_change(r, from, &to, "undo", slice_c(steps[s].verb), e)
	                     : code;
}

rc step_undo(reg *r, int64_t id, bool own, err *e)
{
	obligation from;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &from, e);
	if (code == RC_OK)
		code = undo(r, &from, own, &a, e);
	arena_done(&a);
	return code;
}

static rc log_words(reg *r, int64_t id, const char *verb, slice words, err *e)
{
	strbuf b;
	json_out j = jout_to(&b);
	rc code;

	strbuf_init(&b, NULL, (size_t)NOTE_MAX * 8);
	jout_object(&j);
	jout_key(&j, S("note"));
	jout_string_any(&j, words);
	jout_object_end(&j);
	code = event_add(r, verb, "obligation", id, strbuf_slice(&b), e);
	strbuf_done(&b);
	return code;
}

rc step_comment(reg *r, int64_t id, slice words, err *e)
{
	obligation o;
	arena a;
	rc code;

	if (slice_trim(words).n == 0)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "an empty comment");
	if (words.n > NOTE_MAX)
		return err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "over 64 KiB");
	arena_init(&a, NULL, 0);
	code = obligation_load(r, id, &a, &o, e);
	if (code == RC_OK)
		code = obligation_may(r, &o, WHO_OFFICE | WHO_OWN | WHO_COMPILER | WHO_WATCHER, e);
	if (code == RC_OK)
		code = log_words(r, id, "comment", words, e);
	arena_done(&a);
	return code;
}
