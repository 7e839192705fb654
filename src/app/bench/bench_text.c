/*
 * bench_text.c - head of one paper, sentences of all, foot of another.
 *
 * Must stay true to the genre in layout and density of facts: a text without
 * dates and bodies would be read faster than any that an office receives.
 */
#include "app/bench/bench_text.h"

#include "app/template.h"
#include "base/file.h"
#include "base/utf8.h"
#include "embed.h"

#define HEAD_LINES 14
#define RENDER_DAY 20600 /* any fixed day: 2026-05-27 */
#define PAPER_MAX ((size_t)16 << 20)

typedef VEC(slice) slices;

struct bench_pool {
	slices papers; /* whole */
	slices heads, feet;
	slices paragraphs, sentences;
};

/* Words that name persons in the samples: one takes another's place. */
static const slice names[] = {
	S("Nguyễn"), S("Trần"), S("Phạm"),  S("Hoàng"), S("Vũ"),   S("Đặng"),
	S("Hứa"),    S("Khải"), S("Minh"),  S("Tuấn"),  S("Hùng"), S("Dũng"),
	S("Thảo"),   S("Linh"), S("Quang"), S("Đức"),   S("Hạnh"), S("Oanh"),
};

/* splitmix64: tiny, and the same on every machine */
static uint64_t next(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static size_t pick(uint64_t *seed, size_t n)
{
	return (size_t)(next(seed) % n);
}

/* A sentence ends at a full stop before a space; "UBND." inside is rare enough. */
static void cut_sentences(arena *a, slice paragraph, slices *ret)
{
	size_t start = 0;

	for (size_t i = 0; i + 1 < paragraph.n; i++) {
		if (paragraph.p[i] != '.' || paragraph.p[i + 1] != ' ' || i - start < 40)
			continue;
		*VEC_PUSH(a, ret) = (slice){paragraph.p + start, i + 1 - start};
		start = i + 2;
	}
	if (paragraph.n - start > 40)
		*VEC_PUSH(a, ret) = (slice){paragraph.p + start, paragraph.n - start};
}

/* A line that ends so is the last of its paragraph; any other may be a wrapped one,
 * and then the next is its continuation. */
static bool ends_paragraph(slice line)
{
	return line.n == 0 || memchr(".;:|*", line.p[line.n - 1], 5) != NULL;
}

static void cut_body(arena *a, slice body, bench_pool *pool)
{
	const char *start = NULL;
	slice line;

	while (slice_next(&body, '\n', &line)) {
		slice s = slice_trim(line);

		if (start == NULL && s.n != 0)
			start = s.p;
		if (start == NULL || (!ends_paragraph(s) && body.n != 0))
			continue;
		s = slice_trim((slice){start, (size_t)(line.p + line.n - start)});
		start = NULL;
		if (s.n < 20)
			continue;
		*VEC_PUSH(a, &pool->paragraphs) = s;
		cut_sentences(a, s, &pool->sentences);
	}
}

/* Where the line begins in which `sign` first stands; the end of the text where it does not. */
static size_t line_with(slice text, slice sign)
{
	const char *found = slice_find(text, sign);
	size_t at = found ? (size_t)(found - text.p) : text.n;

	while (found != NULL && at > 0 && text.p[at - 1] != '\n')
		at--;
	return at;
}

/* Where the body ends: what stands below, signature and recipients, would end it in the middle
 * of a text too, and all behind would be read as recipients, at half the cost. Several signs,
 * since old letters have no "./.", and one sample writes the letters of the others decomposed. */
static size_t body_end_of(slice text)
{
	static const slice signs[] = {S("./."), S("Nơi nhận"), S("NƠI NHẬN"), S("Nơi gửi")};
	size_t end = text.n;

	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		size_t at = line_with(text, signs[i]);

		end = at < end ? at : end;
	}
	return end;
}

static void cut_paper(arena *a, slice text, bench_pool *pool)
{
	size_t body_end = body_end_of(text);
	slice rest = {text.p, body_end};
	slice line;
	size_t head = 0;

	for (int i = 0; i < HEAD_LINES && slice_next(&rest, '\n', &line); i++)
		head = (size_t)(line.p - text.p) + line.n;
	cut_body(a, (slice){text.p + head, body_end - head}, pool);
	*VEC_PUSH(a, &pool->papers) = text;
	*VEC_PUSH(a, &pool->heads) = (slice){text.p, head};
	*VEC_PUSH(a, &pool->feet) = (slice){text.p + body_end, text.n - body_end};
}

const bench_pool *bench_pool_new(arena *a)
{
	bench_pool *pool = arena_new(a, bench_pool);
	const char *path;
	slice bytes;

	for (size_t i = 0; embed_at(i, &path, &bytes); i++) {
		slice name = slice_c(path);
		slice text;

		if (!slice_starts(name, S("examples/")) || name.n < 4 ||
		    memcmp(name.p + name.n - 4, ".txt", 4) != 0)
			continue;
		if (template_render(bytes, RENDER_DAY, a, &text, NULL) == RC_OK)
			cut_paper(a, text, pool);
	}
	return pool->paragraphs.n > 0 && pool->sentences.n > 0 ? pool : NULL;
}

rc bench_pool_of(char *const *paths, size_t n, arena *a, const bench_pool **ret, err *e)
{
	bench_pool *pool = arena_new(a, bench_pool);

	*ret = pool;
	for (size_t i = 0; i < n; i++) {
		slice text;
		rc code = file_read(paths[i], PAPER_MAX, a, &text, e);

		if (code != RC_OK)
			return code;
		cut_paper(a, text, pool);
	}
	return pool->paragraphs.n > 0 && pool->sentences.n > 0
	               ? RC_OK
	               : err_set(e, RC_INPUT, MSG_EMPTY, "no sentence in the papers");
}

bool bench_paper(const bench_pool *pool, size_t i, slice *ret)
{
	if (i >= pool->papers.n)
		return false;
	*ret = pool->papers.p[i];
	return true;
}

/* Another figure of the same sort: days stay days, months months, years near. */
static void vary_figure(slice s, uint64_t *seed, strbuf *to)
{
	unsigned v = 0;

	for (size_t i = 0; i < s.n && s.n <= 4; i++)
		v = v * 10 + (unsigned)(s.p[i] - '0');
	if (s.n <= 2 && v >= 1 && v <= 12) {
		strbuf_int_pad(to, 1 + (int64_t)pick(seed, s.n == 1 ? 9 : 12), (unsigned)s.n);
	} else if (s.n == 2 && v >= 13 && v <= 28) {
		strbuf_int(to, 13 + (int64_t)pick(seed, 16));
	} else if (s.n == 4 && v >= 2000 && v < 2100) {
		strbuf_int(to, (int64_t)v - 1 + (int64_t)pick(seed, 3));
	} else if (s.n >= 3) {
		strbuf_putc(to, (char)('1' + pick(seed, 9)));
		for (size_t i = 1; i < s.n; i++)
			strbuf_putc(to, (char)('0' + pick(seed, 10)));
	} else {
		strbuf_put(to, s);
	}
}

static size_t name_length(slice s)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (slice_starts(s, names[i]) &&
		    (s.n == names[i].n || (unsigned char)s.p[names[i].n] < 'A'))
			return names[i].n;
	return 0;
}

static bool is_figure(char c)
{
	return c >= '0' && c <= '9';
}

static void put_varied(slice s, uint64_t *seed, strbuf *to)
{
	bool word_begins = true;

	for (size_t i = 0; i < s.n;) {
		slice rest = {s.p + i, s.n - i};
		size_t n = 0;

		while (n < rest.n && is_figure(rest.p[n]))
			n++;
		if (n > 0) {
			vary_figure((slice){rest.p, n}, seed, to);
		} else if (word_begins && (n = name_length(rest)) > 0) {
			strbuf_put(to, names[pick(seed, ARRAY_LEN(names))]);
		} else {
			strbuf_putc(to, rest.p[0]);
			n = 1;
		}
		i += n;
		word_begins = (unsigned char)s.p[i - 1] <= ' ';
	}
}

void bench_document(const bench_pool *pool, size_t size, uint64_t *seed, strbuf *to)
{
	size_t end = to->n + size;

	put_varied(pool->heads.p[pick(seed, pool->heads.n)], seed, to);
	strbuf_put(to, S("\n\n"));
	while (to->n < end && to->failed == RC_OK) {
		if (pick(seed, 2) == 0) {
			put_varied(pool->paragraphs.p[pick(seed, pool->paragraphs.n)], seed, to);
		} else {
			for (size_t k = 1 + pick(seed, 4); k > 0; k--) {
				put_varied(pool->sentences.p[pick(seed, pool->sentences.n)], seed,
				           to);
				strbuf_put(to, k > 1 ? S(" ") : S(""));
			}
		}
		strbuf_put(to, S("\n\n"));
	}
	put_varied(pool->feet.p[pick(seed, pool->feet.n)], seed, to);
	strbuf_putc(to, '\n');
}
