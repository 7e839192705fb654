/*
 * test_search_parts.c - the index of search against plain sets: many documents in many
 * transactions, laid together, entered again; and its bytes when they are damaged.
 */
#include "office.h"

#include "register/search/search_match.h"
#include "register/search/search_page.h"
#include "register/search/search_part.h"

/* Terms in both regions, common ones and rare ones: document k holds i when that is so. */
enum { DOCUMENTS = 3000, TERMS = 60, DAYS = 40, LATE = 7 };

static uint32_t term_at(uint32_t i)
{
	return (i % 3 == 0 ? 5u : i % 3 == 1 ? 1u << 22 : 0x60000000u) + i * 2654435u;
}

static bool holds(uint32_t document, uint32_t i, bool late)
{
	uint32_t h = (document * 2654435761u) ^ (i * 40503u);

	h ^= h >> 15;
	h *= 2246822519u;
	h ^= h >> 13;
	/* one in 1, 2, 4 … 2048 */
	return h % (1u << i % 12) == 0 || (late && document % LATE == 0 && i == TERMS - 1);
}

static int64_t day_of(uint32_t document)
{
	return 20000 + (document * 7919) % DAYS;
}

static found_by terms_for(arena *a, uint32_t document, bool late)
{
	found_by by = {arena_array(a, uint32_t, TERMS * 2), 0};

	for (uint32_t i = 0; i < TERMS; i++) {
		if (holds(document, i, late))
			by.p[by.n++] = term_at(i);
		if (by.n > 0 && i % 5 == 0)
			by.p[by.n++] = by.p[0]; /* more than once */
	}
	terms_sort(&by, a);
	return by;
}

typedef struct some {
	uint32_t from, to, step;
	bool late;
} some;

static rc enter_some(office *o, void *ctx, err *e)
{
	const some *s = ctx;
	rc code = RC_OK;

	for (uint32_t k = s->from; code == RC_OK && k < s->to; k += s->step) {
		found_by by = terms_for(&o->a, k, s->late);

		code = search_enter(&o->r, k, day_of(k), &by, NULL, 0, e);
	}
	return code;
}

static int newest(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x < *y) - (*x > *y);
}

/* What stands in plain sets: keys, the newest first. */
static uint32_t naive(const uint32_t *asked, uint32_t n, bool late, search_bounds within,
                      int64_t ret[DOCUMENTS])
{
	uint32_t got = 0;

	for (uint32_t k = 1; k < DOCUMENTS; k++) {
		int64_t key = search_key_of(k, day_of(k));
		bool all = key >= within.least && key < within.below;

		for (uint32_t i = 0; all && i < n; i++)
			all = holds(k, asked[i], late);
		if (all)
			ret[got++] = key;
	}
	qsort(ret, got, sizeof *ret, newest);
	return got;
}

typedef struct asking {
	office *o;
	uint32_t asked[3], n, step;
	bool late, in_title;
	search_bounds within;
} asking;

static rc compare(db *d, void *ctx, err *e)
{
	asking *q = ctx;
	int64_t want[DOCUMENTS];
	uint32_t n = naive(q->asked, q->n, q->late, q->within, want), got = 0;
	uint32_t terms[3];
	bool split = q->in_title; /* the last of them is asked of titles */
	found_by by = {terms, q->n - split}, title = {terms + q->n - 1, split};
	match_set *m;
	arena a;

	arena_init(&a, NULL, 0);
	for (uint32_t i = 0; i < q->n; i++)
		terms[i] = term_at(q->asked[i]);
	assert_int_equal(match_open(d, &a, q->within, &by, &title, &m, e), RC_OK);
	match_begin(m, q->in_title);
	for (;;) {
		search_rows next = {0};

		assert_int_equal(match_next(m, q->step, &a, &next, e), RC_OK);
		if (next.n == 0)
			break;
		for (uint32_t i = 0; i < next.n; i++, got++) {
			assert_true(got < n);
			assert_int_equal(next.p[i], search_row_of(want[got]));
		}
	}
	assert_int_equal(got, n);
	arena_done(&a);
	return RC_OK;
}

static void ask_all(office *o, bool late)
{
	for (uint32_t i = 0; i < TERMS; i++)
		for (uint32_t k = 1; k <= 3; k++) {
			asking q = {.o = o,
			            .asked = {i, (i * 7 + 3) % TERMS, (i * 11 + 1) % TERMS},
			            .n = k,
			            .step = 1 + i * 13 % 50,
			            .late = late,
			            .in_title = k > 1 && i % 3 == 1,
			            .within = {INT64_MIN, INT64_MAX}};

			if (i % 4 == 0)
				q.within.least = search_key_of(0, 20000 + i % DAYS);
			if (i % 4 < 2)
				q.within.below = search_key_of(i * 5, 20000 + DAYS - i % 17);
			assert_int_equal(db_read(o->r.d, compare, &q, &o->e), RC_OK);
		}
}

static uint32_t parts_now(office *o)
{
	search_parts parts = {0};

	assert_int_equal(parts_load(o->r.d, &o->a, &parts, &o->e), RC_OK);
	return parts.n;
}

static void every_question_is_answered_as_by_plain_sets(void **st)
{
	some one = {1, 2, 1, false}, again = {LATE, DOCUMENTS, LATE, true};
	uint32_t parts;
	office o;

	office_begin(&o, st, "2026-05-10");
	for (; one.from < DOCUMENTS; one.from = one.to) {
		one.to = one.from + 1 + one.from % 37 * (one.from % 5);
		one.to = one.to < DOCUMENTS ? one.to : DOCUMENTS;
		assert_int_equal(office_do(&o, enter_some, &one), MSG_NONE);
	}
	parts = parts_now(&o);
	assert_true(parts > 1 && parts < 40);
	ask_all(&o, false);
	assert_int_equal(office_do(&o, enter_some, &again), MSG_NONE);
	ask_all(&o, true);
	assert_int_equal(search_tidy(&o.r, true, &o.e), RC_OK);
	assert_int_equal(parts_now(&o), 1);
	ask_all(&o, true);
	office_end(&o);
}

/* Nothing of what failed is found, nor of what was written before in the same transaction. */
static rc enter_and_fail(office *o, void *ctx, err *e)
{
	rc code = enter_some(o, ctx, e);

	return code == RC_OK ? err_set(e, RC_INPUT, MSG_NO_SUCH, "on purpose") : code;
}

static void what_is_taken_back_is_not_found(void **st)
{
	some all = {1, DOCUMENTS, 1, false}, none = {1, 1, 1, false};
	office o;

	office_begin(&o, st, "2026-05-10");
	assert_int_equal(office_do(&o, enter_and_fail, &all), MSG_NO_SUCH);
	assert_int_equal(office_do(&o, enter_some, &none), MSG_NONE);
	assert_int_equal(parts_now(&o), 0);
	office_end(&o);
}

/* More in one transaction than a part holds makes several. */
static void a_part_is_bounded(void **st)
{
	enum { MANY = PART_DOCUMENTS + 100 };
	search_parts parts = {0};
	office o;

	office_begin(&o, st, "2026-05-10");
	assert_int_equal(office_do(&o, enter_some, &(some){1, MANY + 1, 1, false}), MSG_NONE);
	assert_int_equal(parts_load(o.r.d, &o.a, &parts, &o.e), RC_OK);
	assert_int_equal(parts.n, 2);
	assert_int_equal(parts.p[0].documents + parts.p[1].documents, MANY);
	assert_int_equal(search_tidy(&o.r, true, &o.e), RC_OK);
	assert_int_equal(parts_now(&o), 2);
	office_end(&o);
}

static rc rebuild(office *o, void *ctx, err *e)
{
	(void)ctx;
	return search_rebuild(&o->r, e);
}

static void damaged_pages_say_so(void **st)
{
	static char report[] = "Số: 1/BC\n\nBáo cáo tháng";
	static const char *const damages[] = {
		"UPDATE search_part SET documents = 1000000000",
		"UPDATE search_part SET documents = 0",
		"DELETE FROM search_page WHERE place % 4294967296 >= 4294963200",
	};
	search_query q = {S("bao cao"), DB_NULL, INT32_MIN, INT32_MAX, 20};
	search_hits found;

	office o;

	office_begin(&o, st, "2026-05-10");
	assert_int_equal(office_do(&o, office_enter_work, report), MSG_NONE);
	for (size_t i = 0; i < ARRAY_LEN(damages); i++) {
		assert_int_equal(office_do(&o, rebuild, NULL), MSG_NONE);
		assert_int_equal(search_find(&o.r, &q, &o.a, &found, &o.e), RC_OK);
		assert_int_equal(found.n, 1);
		both_script(st, damages[i]);
		assert_int_equal(search_find(&o.r, &q, &o.a, &found, &o.e), RC_IO);
		assert_int_equal(o.e.id, MSG_DB_DAMAGED);
		o.e = (err){0};
	}
	office_end(&o);
}

/* --- pages --- */

typedef struct written {
	unsigned char bytes[PAGES_TOGETHER * PAGE_BYTES];
	uint32_t firsts[PAGES_TOGETHER], n;
	size_t size;
} written;

static rc keep(void *ctx, const uint32_t *firsts, uint32_t n, slice bytes, err *e)
{
	written *w = ctx;

	(void)e;
	assert_int_equal(w->n, 0);
	memcpy(w->firsts, firsts, sizeof *firsts * n);
	memcpy(w->bytes, bytes.p, bytes.n);
	w->n = n;
	w->size = bytes.n;
	return RC_OK;
}

static slice page_at(const written *w, uint32_t i)
{
	size_t at = (size_t)i * PAGE_BYTES;

	return (slice){(const char *)w->bytes + at,
	               w->size - at < PAGE_BYTES ? w->size - at : PAGE_BYTES};
}

/* Whatever a byte says, nothing beyond the page or the part is touched, and it ends. */
static void damaged_bytes_do_no_harm(void **st)
{
	enum { EACH = 1000, TRIES = 20000 };
	posting *p;
	page_writer *w;
	written *to;
	uint32_t h = 1;
	arena a;
	size_t n = 0;

	(void)st;
	arena_init(&a, NULL, 0);
	w = arena_new(&a, page_writer);
	to = arena_new(&a, written);
	*w = (page_writer){.documents = EACH, .take = keep, .ctx = to};
	p = arena_array(&a, posting, (size_t)EACH * TERMS);
	for (uint32_t i = 0; i < TERMS; i++)
		for (uint32_t k = 0; k < EACH; k += 1u << i % 12)
			p[n++] = posting_of(i * 1000, k);
	assert_int_equal(pages_add(w, p, n, NULL), RC_OK);
	assert_int_equal(pages_end(w, NULL), RC_OK);
	assert_true(to->n > 1);
	for (int i = 0; i < TRIES; i++) {
		uint64_t bits[PART_WORDS] = {0};
		uint16_t list[PART_DOCUMENTS];
		uint32_t which = (uint32_t)i % to->n;
		slice bytes = page_at(to, which);
		char *copy = malloc(bytes.n);
		page_reader r;
		page_entry one;

		assert_non_null(copy);
		slice_copy(copy, bytes);
		for (int k = 0; k < 3; k++) {
			h = h * 1664525 + 1013904223;
			copy[(h >> 8) % bytes.n] = (char)(h >> 3);
		}
		bytes.p = copy;
		bytes.n -= (size_t)(h >> 5) % 3;
		r = page_open(bytes, to->firsts[which], EACH);
		while (page_next(&r, &one)) {
			uint32_t got = page_list(&one, EACH, list);

			for (uint32_t k = 0; k < got; k++)
				assert_true(list[k] < EACH && (k == 0 || list[k] > list[k - 1]));
		}
		(void)page_find(bytes, to->firsts[which], h % (TERMS * 1000), EACH, bits);
		for (uint32_t k = EACH; k < PART_DOCUMENTS; k++)
			assert_false(bits[k / 64] >> k % 64 & 1);
		free(copy);
	}
	arena_done(&a);
}

static void postings_are_sorted_as_they_stood(void **st)
{
	enum { MOST = 5000 };
	posting p[MOST], tmp[MOST];
	uint32_t h = 7;

	(void)st;
	for (uint32_t n = 0; n < MOST; n = n * 3 / 2 + 1) {
		for (uint32_t i = 0; i < n; i++) {
			h = h * 1664525 + 1013904223;
			p[i] = posting_of(h >> (h & 31), i);
		}
		postings_sort(p, tmp, n);
		for (uint32_t i = 1; i < n; i++)
			assert_true(p[i - 1] < p[i]);
	}
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(every_question_is_answered_as_by_plain_sets),
		BOTH(what_is_taken_back_is_not_found),
		BOTH(a_part_is_bounded),
		BOTH(damaged_pages_say_so),
		ON_SQLITE(damaged_bytes_do_no_harm),
		ON_SQLITE(postings_are_sorted_as_they_stood),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("search parts", tests, ARRAY_LEN(tests));
}
