/*
 * link_answer.c - which petition a letter replies to, and which duty it answers.
 *
 * Only letters that reply or report are looked at, and only what their sender owes. A
 * letter whose sender the reader did not see is told by the sign in its number:
 * "12/BC-SNV" is the Department's own.
 */
#include "base/fold.h"
#include "register/links/links_priv.h"
#include "register/people/bodies.h"

enum {
	DUTIES_MOST = 300,
	PETITIONS_MOST = 200,
	LEAST = 55,
	BEST_MOST = 5,  /* a letter seldom answers more */
	NEAR_BEST = 15,
	TITLE_WORDS = 6,
	TITLE_THERE = 85,
	READ_WITHIN = 6000, /* bytes of the letter that are compared */
};

/* By the last two groups of the number, either of which may be the body's code. */
static rc sender_by_sign(linking *x, int64_t *ret, err *e)
{
	slice symbol = x->read->number.symbol, group;
	rc code = RC_OK;

	while (code == RC_OK && *ret == DB_NULL && slice_next(&symbol, '-', &group))
		if (group.n >= 2 && group.n <= 16)
			code = bodies_agency(x->r, group, ret, e);
	return code;
}

static rc sender_of(linking *x, int64_t *ret, err *e)
{
	*ret = x->own.issuer;
	return *ret == DB_NULL ? sender_by_sign(x, ret, e) : RC_OK;
}

static bool is_addressed(const sql_link_audience_rows *to, int64_t agency)
{
	for (uint32_t i = 0; i < to->n; i++)
		if (to->p[i].agency == agency)
			return true;
	return false;
}

static void weigh_petition(linking *x, weight *w, slice folded, int64_t petitioner,
                           const word_set *in, const sql_link_audience_rows *to)
{
	uint32_t n;
	int share = words_share(x->a, folded, in, &n);

	weight_begin(w, 0);
	weight_add(w, 25, "owner");
	if (petitioner != DB_NULL && is_addressed(to, petitioner))
		weight_add(w, 25, "petitioner");
	if (n >= 4)
		weight_add(w, share * 45 / 100, "words");
}

static rc link_petitions(linking *x, int64_t sender, const word_set *in, err *e)
{
	sql_link_petitions_rows rows;
	sql_link_audience_rows to;
	rc code = sql_link_petitions(x->r->d, (sql_link_petitions_in){sender, PETITIONS_MOST}, x->a,
	                             &rows, e);

	if (code == RC_OK && rows.n > 0)
		code = sql_link_audience(x->r->d, (sql_link_audience_in){x->document}, x->a, &to,
		                         e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		weight w;

		weigh_petition(x, &w, rows.p[i].folded, rows.p[i].petitioner, in, &to);
		if (w.points >= LEAST)
			code = link_propose(x->r,
			                    (link_ends){"reply", "document", x->document,
			                                "petition", rows.p[i].id},
			                    &w, e);
	}
	return code;
}

/* Does the letter cite the document that the duty stands in? */
static bool cites(linking *x, const sql_link_citations_of_rows *cited, slice key)
{
	(void)x;
	for (uint32_t i = 0; key.n > 0 && i < cited->n; i++)
		if (slice_eq(cited->p[i].number_key, key))
			return true;
	return false;
}

static void weigh_duty(linking *x, weight *w, const sql_link_open_duties_row *o,
                       const sql_link_citations_of_rows *cited, const word_set *in)
{
	uint32_t n;
	int share;

	weight_begin(w, 0);
	if (cites(x, cited, o->number_key)) {
		weight_add(w, 45, "cites");
	} else if (o->title.n > 0) {
		share = words_share(x->a, fold_text(x->a, o->title), in, &n);
		if (n >= TITLE_WORDS && share >= TITLE_THERE)
			weight_add(w, 35, "title");
	}
	if (w->points == 0)
		return; /* nothing says that it is about that document */
	share = words_share(x->a, fold_text(x->a, o->action), in, &n);
	if (n >= 4)
		weight_add(w, share * 45 / 100, "words");
}

/* The best few: those near the best. */
static rc propose_duties(linking *x, const sql_link_open_duties_rows *rows, const weight *w, err *e)
{
	int best = 0, kept = 0;
	rc code = RC_OK;

	for (uint32_t i = 0; i < rows->n; i++)
		best = w[i].points > best ? w[i].points : best;
	for (uint32_t i = 0; code == RC_OK && i < rows->n && kept < BEST_MOST; i++) {
		if (w[i].points < LEAST || w[i].points < best - NEAR_BEST)
			continue;
		kept++;
		code = link_propose(x->r,
		                    (link_ends){"answers", "document", x->document, "obligation",
		                                rows->p[i].id},
		                    &w[i], e);
	}
	return code;
}

static rc link_duties(linking *x, int64_t sender, const word_set *in, err *e)
{
	sql_link_citations_of_rows cited = {0};
	sql_link_open_duties_rows rows;
	weight *w;
	rc code = sql_link_open_duties(x->r->d, (sql_link_open_duties_in){sender, DUTIES_MOST},
	                               x->a, &rows, e);

	if (code == RC_OK && rows.n > 0)
		code = sql_link_citations_of(x->r->d, (sql_link_citations_of_in){x->document}, x->a,
		                             &cited, e);
	if (code != RC_OK || rows.n == 0)
		return code;
	w = arena_array(x->a, weight, rows.n);
	for (uint32_t i = 0; i < rows.n; i++)
		weigh_duty(x, &w[i], &rows.p[i], &cited, in);
	return propose_duties(x, &rows, w, e);
}

rc links_answers(linking *x, err *e)
{
	slice early = {x->folded.p, x->folded.n < READ_WITHIN ? x->folded.n : READ_WITHIN};
	int64_t sender;
	word_set in;
	rc code;

	if (x->read->purpose != PURPOSE_REPLY && x->read->purpose != PURPOSE_REPORT)
		return RC_OK;
	code = sender_of(x, &sender, e);
	if (code != RC_OK || sender == DB_NULL)
		return code;
	in = words_set(x->a, early);
	code = link_petitions(x, sender, &in, e);
	return code == RC_OK ? link_duties(x, sender, &in, e) : code;
}

rc links_of_petition(reg *r, int64_t row, int64_t owner, slice folded, err *e)
{
	linking x = {.r = r};
	sql_link_replies_of_rows rows = {0};
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	x.a = &a;
	code = sql_link_replies_of(r->d, (sql_link_replies_of_in){owner, LINK_CANDIDATES}, &a,
	                           &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		word_set in = words_set(&a, fold_text(&a, rows.p[i].title));
		sql_link_audience_rows none = {0};
		weight w;

		/* Of an earlier letter the title alone is compared. */
		weigh_petition(&x, &w, folded, DB_NULL, &in, &none);
		if (w.points >= LEAST)
			code = link_propose(
				r, (link_ends){"reply", "document", rows.p[i].id, "petition", row},
				&w, e);
	}
	arena_done(&a);
	return code;
}
