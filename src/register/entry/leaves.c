/*
 * leaves.c - boxes of words as lines of numbers, and back.
 */
#include "register/entry/leaves.h"

#include "base/strbuf.h"

enum { PAGE_FIELDS = 3, WORD_FIELDS = 7, FIELD_MAX = 1 << 27, PACKED_MAX = 64 << 20 };

slice leaves_pack(const reading *r, arena *a)
{
	slice packed = {0};
	strbuf b;

	if (r->boxes.n == 0)
		return packed;
	strbuf_init(&b, NULL, PACKED_MAX);
	for (uint32_t i = 0; i < r->pages.n; i++) {
		const page *p = &r->pages.p[i];
		const int32_t fields[] = {(int32_t)p->number, p->width, p->height};

		strbuf_putc(&b, 'p');
		for (size_t k = 0; k < ARRAY_LEN(fields); k++) {
			strbuf_putc(&b, ' ');
			strbuf_int(&b, fields[k]);
		}
		strbuf_putc(&b, '\n');
	}
	for (uint32_t i = 0; i < r->boxes.n; i++) {
		const word_box *w = &r->boxes.p[i];
		const int64_t fields[] = {w->at.at,  w->at.len, w->page,  w->box[0],
		                          w->box[1], w->box[2], w->box[3]};

		for (size_t k = 0; k < ARRAY_LEN(fields); k++) {
			strbuf_int(&b, fields[k]);
			strbuf_putc(&b, k + 1 < ARRAY_LEN(fields) ? ' ' : '\n');
		}
	}
	if (b.failed == RC_OK)
		packed = arena_copy(a, strbuf_slice(&b));
	strbuf_done(&b);
	return packed;
}

/* Exactly n numbers of at most FIELD_MAX. */
static bool numbers(slice line, int64_t *to, unsigned n)
{
	slice word;

	for (unsigned i = 0; i < n; i++) {
		int64_t v = 0;

		if (!slice_next(&line, ' ', &word) || word.n == 0)
			return false;
		for (size_t k = 0; k < word.n; k++) {
			if (word.p[k] < '0' || word.p[k] > '9' || v > FIELD_MAX)
				return false;
			v = v * 10 + (word.p[k] - '0');
		}
		to[i] = v;
	}
	return line.n == 0;
}

static void take_word(const int64_t *f, size_t length, arena *a, leaves *to)
{
	if (f[0] < 0 || f[1] < 1 || (uint64_t)(f[0] + f[1]) > length || f[3] >= f[5] ||
	    f[4] >= f[6] || f[2] < 1)
		return;
	*VEC_PUSH(a, &to->words) = (word_box){
		{(uint32_t)f[0], (uint32_t)f[1]},
		(uint32_t)f[2],
		{(int32_t)f[3], (int32_t)f[4], (int32_t)f[5], (int32_t)f[6]}};
}

void leaves_unpack(slice packed, size_t length, arena *a, leaves *ret)
{
	int64_t f[WORD_FIELDS];
	slice line;

	*ret = (leaves){0};
	while (slice_next(&packed, '\n', &line)) {
		if (!slice_starts(line, S("p "))) {
			if (numbers(line, f, WORD_FIELDS))
				take_word(f, length, a, ret);
		} else if (numbers((slice){line.p + 2, line.n - 2}, f, PAGE_FIELDS) && f[0] > 0 &&
		           f[1] > 0 && f[2] > 0) {
			*VEC_PUSH(a, &ret->pages) = (leaf){(uint32_t)f[0], (int32_t)f[1],
			                                   (int32_t)f[2]};
		}
	}
}
