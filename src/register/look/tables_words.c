/*
 * tables_words.c - words of duties, compared as a person reads them: without marks.
 */
#include "register/look/tables_words.h"

#include "base/fold.h"

/* A text of more words is sought by its first ones. KNOWN: rows that follow one another in the
 * order of limits are mostly of one duty. */
enum { WORDS_MOST = 24, KNOWN = 1024 };

struct sought {
	reg *r;
	arena *a;
	slice number, leader, monitor, field, mine;
	slice word[WORDS_MOST];
	uint32_t nwords;
	known_duty known[KNOWN];
};

static slice folded(arena *a, slice s)
{
	return s.n > 0 ? fold_text(a, s) : (slice){0};
}

/* In quotes: these words and no others, as they are written; "" for none. */
static bool is_exact(slice what)
{
	return what.n >= 2 && what.p[0] == '"' && what.p[what.n - 1] == '"';
}

static slice sought_name(arena *a, slice s)
{
	return is_exact(s) ? s : folded(a, s);
}

sought *sought_new(reg *r, const duty_ask *ask, arena *a)
{
	slice rest = folded(a, ask->text), word;
	sought *x = arena_new(a, sought);

	x->r = r;
	x->a = a;
	x->number = folded(a, ask->number);
	x->leader = sought_name(a, ask->leader);
	x->monitor = sought_name(a, ask->monitor);
	x->field = sought_name(a, ask->field);
	x->mine = folded(a, ask->mine);
	while (x->nwords < WORDS_MOST && rest.n > 0 && slice_next(&rest, ' ', &word))
		if (word.n > 0)
			x->word[x->nwords++] = word;
	return x;
}

uint32_t sought_all(const sought *x)
{
	return ((uint32_t)1 << x->nwords) - 1;
}

uint32_t sought_words(const sought *x, slice s)
{
	uint32_t bits = 0;

	for (uint32_t i = 0; i < x->nwords; i++)
		bits |= (uint32_t)slice_has(s, x->word[i]) << i;
	return bits;
}

static bool has(arena *once, slice in, slice what)
{
	if (is_exact(what))
		return slice_eq(in, (slice){what.p + 1, what.n - 2});
	return what.n == 0 || (in.n > 0 && slice_has(fold_text(once, in), what));
}

bool sought_mine(sought *x, slice name)
{
	arena once;
	bool yes;

	arena_init(&once, NULL, 0);
	yes = has(&once, name, x->mine);
	arena_done(&once);
	return yes;
}

static void learn(sought *x, const sql_duty_words_row *d, arena *once, known_duty *to)
{
	const slice texts[] = {d->action, d->due_text, d->field, d->number, d->title};

	for (size_t i = 0; i < ARRAY_LEN(texts) && x->nwords > 0; i++)
		if (texts[i].n > 0)
			to->words |= sought_words(x, fold_text(once, texts[i]));
	to->fits = has(once, d->number, x->number) && has(once, d->assigner, x->leader) &&
	           has(once, d->monitor, x->monitor) && has(once, d->field, x->field);
	to->watched = d->monitor.n > 0;
	to->mine = to->watched ? has(once, d->monitor, x->mine)
	                       : d->decided_by != DB_NULL && d->decided_by == x->r->who.user;
	to->number = arena_copy(x->a, d->number);
}

rc sought_duty(sought *x, int64_t assignment, const known_duty **ret, err *e)
{
	known_duty *k = &x->known[(uint64_t)assignment % KNOWN];
	sql_duty_words_row row = {0};
	bool found = false;
	arena once;
	rc code = RC_OK;

	*ret = k;
	if (k->id == assignment)
		return RC_OK;
	*k = (known_duty){0};
	arena_init(&once, NULL, 0);
	code = sql_duty_words(x->r->d, (sql_duty_words_in){assignment}, &once, &row, &found, e);
	if (code == RC_OK && found)
		learn(x, &row, &once, k);
	arena_done(&once);
	k->id = code == RC_OK ? assignment : 0;
	return code;
}
