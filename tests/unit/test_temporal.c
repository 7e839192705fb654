/*
 * test_temporal.c - the labelled expressions of time, where they are at hand:
 * samples.tsv (five real documents, by character of the file) through the whole
 * reader, duckling-vi.tsv (what a person types) through the everyday scanner.
 *
 * The labels lie outside the tree ($DONDOC_CORPUS, else ../shared/corpus), their
 * documents beside them (../seeds). Where they are missing nothing is registered.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "reading/facts/dates/dates.h"
#include "reading/reading.h"

enum { FILE_MAX = 1 << 20, COLUMNS = 6, DOCS = 5, DATES_MAX = 400, NEAR_ALL = 90 };

static arena memory;
static reader rd;
static char folder[512];
static slice samples, duckling, exceptions;

/* One line cut at its tabs; missing columns are empty. */
static bool next_row(slice *rest, slice ret[COLUMNS])
{
	slice line;

	while (slice_next(rest, '\n', &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		for (int i = 0; i < COLUMNS; i++)
			if (!slice_next(&line, '\t', &ret[i]))
				ret[i] = S("");
		return true;
	}
	return false;
}

static uint32_t number(slice s)
{
	uint32_t v = 0;

	for (size_t i = 0; i < s.n && i < 9; i++)
		v = v * 10 + (uint32_t)(s.p[i] - '0');
	return v;
}

static bool one_of(slice list, slice value)
{
	slice one;

	while (slice_next(&list, '|', &one))
		if (slice_eq(one, value))
			return true;
	return false;
}

/* The sample whose name begins with the three figures. */
static slice sample(const char *number3)
{
	char path[1024];
	struct dirent *entry;
	slice bytes = {NULL, 0};
	DIR *dir;

	(void)snprintf(path, sizeof path, "%s/../seeds", folder);
	dir = opendir(path);
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL)
		if (strncmp(entry->d_name, number3, 3) == 0)
			(void)snprintf(path, sizeof path, "%s/../seeds/%.255s", folder,
			               entry->d_name);
	closedir(dir);
	assert_int_equal(file_read(path, FILE_MAX, &memory, &bytes, NULL), RC_OK);
	return bytes;
}

/* Characters of the file before its byte `at`. */
static uint32_t characters(slice file, uint32_t at)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < at && i < file.n; i++)
		n += ((unsigned char)file.p[i] & 0xc0) != 0x80;
	return n;
}

static bool kind_fits(slice label, const datex *d)
{
	static const struct {
		slice label;
		date_kind kind;
	} kinds[] = {
		{S("DATETIME"), DATE_INSTANT}, {S("DATE"), DATE_DAY},  {S("MONTH"), DATE_MONTH},
		{S("QUARTER"), DATE_QUARTER},  {S("YEAR"), DATE_YEAR}, {S("YEARS"), DATE_PERIOD},
	};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (slice_eq(label, kinds[i].label))
			return d->kind == kinds[i].kind;
	if (slice_eq(label, S("DEADLINE")))
		return d->role == ROLE_DEADLINE;
	return d->role != ROLE_DEADLINE;
}

/* "<2026-04-30": the day itself is excluded. */
static bool value_fits(slice label, const datex *d)
{
	if (label.n > 0 && label.p[0] == '<')
		return d->inclusive == 0 && slice_eq((slice){label.p + 1, label.n - 1}, d->value);
	return one_of(label, d->value);
}

/* Compare one document; adds to *right and says what is wrong. */
static void compare(const char *doc, uint32_t *scored, uint32_t *right, uint32_t *bad)
{
	slice file = sample(doc), rest = samples, row[COLUMNS];
	bool taken[DATES_MAX] = {false};
	reading r;

	assert_int_equal(reading_run(&rd, file, &memory, &r, NULL), RC_OK);
	assert_true(r.dates.n <= DATES_MAX);
	while (next_row(&rest, row)) {
		uint32_t at = number(row[1]), end = number(row[2]);
		bool vague = slice_eq(row[3], S("VAGUE")), found = false;

		if (!slice_eq(row[0], (slice){doc, 3}))
			continue;
		for (uint32_t i = 0; i < r.dates.n; i++) {
			const datex *d = &r.dates.p[i];
			uint32_t x = characters(file, origin_of(&r.origin, d->at.at));
			uint32_t y = characters(file,
			                        origin_of(&r.origin, span_end(d->at) - 1) + 1);

			if (vague && x < end && at < y && d->first == CMIN_NONE)
				taken[i] = true; /* "hằng tháng": comes again, but names no day */
			if (vague || x != at || y != end)
				continue;
			taken[i] = found = true;
			if (value_fits(row[4], d) && kind_fits(row[3], d))
				++*right;
			else
				print_message("# %s wrong: %.*s\n", doc, (int)row[5].n, row[5].p);
		}
		*scored += !vague;
		if (!vague && !found)
			print_message("# %s missed: %.*s\n", doc, (int)row[5].n, row[5].p);
	}
	for (uint32_t i = 0; i < r.dates.n; i++) {
		slice words = slice_at(r.text, r.dates.p[i].at);

		if (!taken[i]) {
			++*bad;
			print_message("# %s false: %.*s\n", doc, (int)words.n, words.p);
		}
	}
}

static void samples_are_exact_and_none_is_false(void **st)
{
	static const char *const docs[DOCS] = {"000", "001", "002", "003", "004"};
	uint32_t scored = 0, right = 0, bad = 0;

	(void)st;
	for (int i = 0; i < DOCS; i++)
		compare(docs[i], &scored, &right, &bad);
	assert_int_equal(right, scored);
	assert_int_equal(bad, 0);
}

/* "2017-02-02T03:55:24" in seconds from 1970 */
static int64_t seconds_of(slice iso)
{
	civil c;

	assert_true(iso.n == 19);
	assert_int_equal(civil_parse((slice){iso.p, 16}, &c, NULL), RC_OK);
	return civil_minutes(c) * 60 + number((slice){iso.p + 17, 2});
}

/* Ours has both ends in it, theirs excludes the second: [start, end) in seconds. */
static void half_open(const datex *d, int64_t *ret_start, int64_t *ret_end)
{
	slice a = d->value, b = a, rest = a;

	if (slice_cut(&rest, '/', &a))
		b = rest;
	if (a.n == 19) {
		*ret_start = seconds_of(a);
		*ret_end = seconds_of(b) + 1;
	} else {
		*ret_start = d->first * 60;
		*ret_end = (d->last + 1) * 60;
	}
}

static bool grain_fits(slice grain, const datex *d)
{
	static const struct {
		slice grain;
		date_kind kind;
	} grains[] = {
		{S("day"), DATE_DAY},         {S("week"), DATE_WEEK}, {S("month"), DATE_MONTH},
		{S("quarter"), DATE_QUARTER}, {S("year"), DATE_YEAR},
	};

	for (size_t i = 0; i < ARRAY_LEN(grains); i++)
		if (slice_eq(grain, grains[i].grain))
			return d->kind == grains[i].kind;
	return d->kind == DATE_INSTANT;
}

/* expression, kind, expected, grain, reference, relevance */
static bool reads_as_labelled(const slice row[COLUMNS])
{
	date_anchor anchor = {.precision = ANCHOR_TIME, .everyday = true};
	datexes found = {0};
	tokens tk = tokens_of(row[0], rd.lex, &memory);
	slice want = row[2], from;
	int64_t start, end;

	assert_true(row[4].n >= 16);
	assert_int_equal(civil_parse((slice){row[4].p, 16}, &anchor.ref, NULL), RC_OK);
	dates_scan(&tk, 0, tk.n, &anchor, &memory, &found);
	if (slice_eq(row[1], S("none")))
		return found.n == 0;
	if (found.n != 1 || found.p[0].at.len != row[0].n || found.p[0].value.n == 0)
		return false;
	half_open(&found.p[0], &start, &end);
	if (slice_cut(&want, '/', &from))
		return start == seconds_of(from) && end == seconds_of(want);
	return start == seconds_of(want) && grain_fits(row[3], &found.p[0]);
}

static bool is_exception(slice expression)
{
	slice rest = exceptions, row[COLUMNS];

	while (next_row(&rest, row))
		if (slice_eq(row[0], expression))
			return true;
	return false;
}

static void what_a_person_types_is_read(void **st)
{
	slice rest = duckling, row[COLUMNS];
	uint32_t all = 0, right = 0, wrong = 0;

	(void)st;
	(void)next_row(&rest, row); /* the heading */
	while (next_row(&rest, row)) {
		bool low = slice_starts(row[5], S("low")), ok = reads_as_labelled(row);

		all++;
		right += ok;
		if (ok)
			continue;
		print_message("# not read (%.*s): %.*s\n", (int)row[5].n, row[5].p, (int)row[0].n,
		              row[0].p);
		wrong += !low || !is_exception(row[0]);
	}
	print_message("# duckling: %u of %u\n", right, all);
	assert_int_equal(wrong, 0);
	assert_true(all > 0 && right * 100 >= all * NEAR_ALL);
}

/* Every prefix of a sample that ends between two characters is read without harm. */
static void every_prefix_of_a_sample_is_safe(void **st)
{
	static const date_anchor anchor = {.ref = {2026, 4, 1, 0, 0}, .precision = ANCHOR_MONTH};
	slice file = sample("004");

	(void)st;
	for (size_t n = 0; n <= file.n; n++) {
		datexes found = {0};
		char *copy;
		tokens tk;
		arena a;

		if (n < file.n && ((unsigned char)file.p[n] & 0xc0) == 0x80)
			continue;
		copy = malloc(n ? n : 1);
		assert_non_null(copy);
		memcpy(copy, file.p, n);
		arena_init(&a, NULL, 0);
		tk = tokens_of((slice){copy, n}, rd.lex, &a);
		dates_scan(&tk, 0, tk.n, &anchor, &a, &found);
		for (uint32_t i = 0; i < found.n; i++)
			assert_true(span_end(found.p[i].at) <= n);
		arena_done(&a);
		free(copy);
	}
}

static bool at_hand(const char *name, slice *ret)
{
	char path[1024];

	(void)snprintf(path, sizeof path, "%s/temporal/%s", folder, name);
	return file_read(path, FILE_MAX, &memory, ret, NULL) == RC_OK;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(samples_are_exact_and_none_is_false),
		cmocka_unit_test(what_a_person_types_is_read),
		cmocka_unit_test(every_prefix_of_a_sample_is_safe),
	};
	const char *corpus = getenv("DONDOC_CORPUS");
	slice cues;
	int failed;

	(void)snprintf(folder, sizeof folder, "%s", corpus ? corpus : "../shared/corpus");
	arena_init(&memory, NULL, 0);
	if (!at_hand("samples.tsv", &samples) || !at_hand("duckling-vi.tsv", &duckling)) {
		arena_done(&memory);
		puts("# not run: labelled expressions of time: ../shared/corpus is missing");
		return 0;
	}
	if (file_read("tests/data/duckling-exceptions.tsv", FILE_MAX, &memory, &exceptions, NULL) !=
	            RC_OK ||
	    file_read("data/grammar/cues.tsv", FILE_MAX, &memory, &cues, NULL) != RC_OK ||
	    reader_init(NULL, 0, cues, &memory, &rd, NULL) != RC_OK)
		return 1;
	failed = cmocka_run_group_tests_name("temporal", tests, NULL, NULL);
	arena_done(&memory);
	return failed;
}
