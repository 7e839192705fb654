/*
 * search_page.c - pages of postings written and read.
 *
 * Never trusts what it reads: each number is looked at against the end of its page and the number
 * of documents of its part.
 */
#include "register/search/search_page.h"

#include <assert.h>

#include "register/search/search_terms.h"

enum { VARINT_MOST = 5, DIGIT_BITS = 11, DIGITS = 3, DIGIT = 1 << DIGIT_BITS, FEW = 48 };

/* --- writing --- */

static unsigned char *put_number(unsigned char *to, uint64_t v)
{
	for (; v >= 0x80; v >>= 7)
		*to++ = (unsigned char)(v | 0x80);
	*to++ = (unsigned char)v;
	return to;
}

/* The documents of one entry as bytes: one after the other, or as bits where those are fewer. */
static size_t put_list(const uint16_t *p, uint32_t n, uint32_t documents, unsigned char *to,
                       bool *ret_bits)
{
	size_t most = (documents + 7) / 8;
	unsigned char *at = to;
	uint32_t last = 0;

	*ret_bits = n > most;
	for (uint32_t i = 0; !*ret_bits && i < n; i++) {
		at = put_number(at, p[i] - last);
		last = p[i];
		*ret_bits = (size_t)(at - to) > most;
	}
	if (!*ret_bits)
		return (size_t)(at - to);
	memset(to, 0, most);
	for (uint32_t i = 0; i < n; i++)
		to[p[i] / 8] |= (unsigned char)(1 << p[i] % 8);
	return most;
}

static rc give_pages(page_writer *w, err *e)
{
	size_t n = (size_t)(w->npages - 1) * PAGE_BYTES + w->used;
	rc code = w->take(w->ctx, w->firsts, w->npages, (slice){(const char *)w->bytes, n}, e);

	w->npages = 0;
	return code;
}

static rc begin_page(page_writer *w, uint32_t first, err *e)
{
	rc code = w->npages == PAGES_TOGETHER ? give_pages(w, e) : RC_OK;

	if (w->npages > 0)
		memset(w->bytes + (size_t)(w->npages - 1) * PAGE_BYTES + w->used, 0,
		       PAGE_BYTES - w->used);
	w->firsts[w->npages++] = first;
	w->term = first;
	w->used = 0;
	return code;
}

static rc put_entry(page_writer *w, uint32_t term, const uint16_t *p, uint32_t n, err *e)
{
	unsigned char list[PART_DOCUMENTS / 8 + VARINT_MOST + 2], *at;
	bool bits = false, many = n > 1;
	size_t len = many ? put_list(p, n, w->documents, list, &bits) : 0;
	rc code = RC_OK;

	if (w->npages == 0 || w->used + len + VARINT_MOST * 2 > PAGE_BYTES)
		code = begin_page(w, term, e);
	at = w->bytes + (size_t)(w->npages - 1) * PAGE_BYTES + w->used;
	at = put_number(at, 1 + ((uint64_t)(term - w->term) << 1 | many));
	at = put_number(at, many ? len << 1 | bits : p[0]);
	if (many)
		memcpy(at, list, len);
	w->used = (uint32_t)(at + len - w->bytes) - (w->npages - 1) * PAGE_BYTES;
	w->term = term;
	return code;
}

static uint32_t list_of_bits(const uint64_t bits[PART_WORDS], uint16_t *ret)
{
	uint32_t got = 0;

	for (uint32_t i = 0; i < PART_WORDS; i++)
		for (uint64_t left = bits[i]; left != 0; left &= left - 1)
			ret[got++] = (uint16_t)(i * 64 + (uint32_t)__builtin_ctzll(left));
	return got;
}

/* Each document once, in order. Most lists are in order already. */
static uint32_t in_order(const posting *p, size_t n, uint16_t *ret)
{
	uint64_t bits[PART_WORDS] = {0};
	uint32_t got = 0;
	bool ordered = true;

	for (size_t i = 0; i < n && ordered; i++) {
		uint16_t one = (uint16_t)p[i];

		ordered = got == 0 || one >= ret[got - 1];
		if (ordered && (got == 0 || one != ret[got - 1]))
			ret[got++] = one;
	}
	if (ordered)
		return got;
	for (size_t i = 0; i < n; i++)
		bits[(uint16_t)p[i] / 64] |= (uint64_t)1 << p[i] % 64;
	return list_of_bits(bits, ret);
}

rc pages_add(page_writer *w, const posting *p, size_t n, err *e)
{
	uint16_t list[PART_DOCUMENTS];
	rc code = RC_OK;
	size_t end;

	for (size_t i = 0; code == RC_OK && i < n; i = end) {
		uint32_t term = (uint32_t)(p[i] >> 32);

		for (end = i + 1; end < n && p[end] >> 32 == term; end++)
			;
		code = put_entry(w, term, list, in_order(p + i, end - i, list), e);
	}
	return code;
}

void page_put_key(unsigned char to[8], int64_t key)
{
	for (int i = 0; i < 8; i++)
		to[i] = (unsigned char)((uint64_t)key >> i * 8);
}

rc pages_keys(page_writer *w, const int64_t *keys, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < w->documents; i++) {
		if (i % PAGE_KEYS == 0)
			code = begin_page(w, TERMS_END + i / PAGE_KEYS, e);
		page_put_key(w->bytes + (size_t)(w->npages - 1) * PAGE_BYTES + w->used, keys[i]);
		w->used += 8;
	}
	return code;
}

rc pages_end(page_writer *w, err *e)
{
	return w->npages > 0 ? give_pages(w, e) : RC_OK;
}

static void sort_few(posting *p, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		posting one = p[i];
		size_t at = i;

		for (; at > 0 && p[at - 1] >> 32 > one >> 32; at--)
			p[at] = p[at - 1];
		p[at] = one;
	}
}

/* By one digit. */
static void sort_by(const posting *from, posting *to, size_t n, int shift)
{
	uint32_t at[DIGIT] = {0}, sum = 0, here;

	for (size_t i = 0; i < n; i++)
		at[from[i] >> shift & (DIGIT - 1)]++;
	for (size_t i = 0; i < DIGIT; i++) {
		here = at[i];
		at[i] = sum;
		sum += here;
	}
	for (size_t i = 0; i < n; i++)
		to[at[from[i] >> shift & (DIGIT - 1)]++] = from[i];
}

/* In which bits they differ. */
static posting differ(const posting *p, size_t n)
{
	posting bits = 0;

	for (size_t i = 0; i < n; i++)
		bits |= p[i] ^ p[0];
	return bits;
}

void postings_sort(posting *p, posting *tmp, size_t n)
{
	posting *from = p, *to = tmp, *other, bits;

	if (n < FEW) {
		sort_few(p, n);
		return;
	}
	bits = differ(p, n);
	for (int digit = 0; digit < DIGITS; digit++) {
		int shift = 32 + digit * DIGIT_BITS;

		if ((bits >> shift & (DIGIT - 1)) == 0)
			continue; /* all the same there */
		sort_by(from, to, n, shift);
		other = from;
		from = to;
		to = other;
	}
	if (from != p)
		memcpy(p, from, n * sizeof *p);
}

/* --- reading --- */

static bool get_number(page_reader *r, uint64_t *ret)
{
	uint64_t v = 0;

	for (int shift = 0; r->p < r->end && shift < 7 * VARINT_MOST; shift += 7) {
		unsigned char c = *r->p++;

		v |= (uint64_t)(c & 0x7f) << shift;
		if (c < 0x80) {
			*ret = v;
			return true;
		}
	}
	r->damaged = true;
	return false;
}

page_reader page_open(slice bytes, uint32_t first, uint32_t documents)
{
	const unsigned char *p = (const unsigned char *)bytes.p;

	return (page_reader){p, p + bytes.n, documents, first, documents > PART_DOCUMENTS};
}

bool page_next(page_reader *r, page_entry *ret)
{
	uint64_t head, n;

	if (r->damaged || r->p == r->end || *r->p == 0)
		return false;
	if (!get_number(r, &head) || !get_number(r, &n))
		return false;
	head -= 1;
	*ret = (page_entry){.term = (uint32_t)(r->term + (head >> 1))};
	r->damaged = (head >> 1) + r->term >= TERMS_END ||
	             (head & 1 ? n >> 1 > (size_t)(r->end - r->p) : n >= r->documents);
	if (r->damaged)
		return false;
	r->term = ret->term;
	ret->one = (uint32_t)n;
	if (head & 1) {
		ret->list = (slice){(const char *)r->p, (size_t)(n >> 1)};
		ret->bits = n & 1;
		r->p += n >> 1;
	}
	return true;
}

/* Bits as words of 64; false when they are not those of so many documents. */
static bool get_bits(slice list, uint32_t documents, uint64_t ret[PART_WORDS])
{
	uint32_t spare = (8 - documents % 8) % 8;

	if (list.n == 0 || list.n != (documents + 7) / 8 || list.n > PART_DOCUMENTS / 8 ||
	    (unsigned char)list.p[list.n - 1] >> (8 - spare) != 0)
		return false;
	for (size_t i = 0; i < list.n; i++)
		ret[i / 8] |= (uint64_t)(unsigned char)list.p[i] << i % 8 * 8;
	return true;
}

/* The first document, and what follows it. */
static uint32_t list_of_gaps(slice list, uint32_t documents, uint16_t *ret)
{
	page_reader r = page_open(list, 0, documents);
	uint64_t at = 0, step;
	uint32_t got = 0;

	while (!r.damaged && r.p < r.end && get_number(&r, &step)) {
		at += step;
		if (at >= documents || (got > 0 && step == 0))
			return 0;
		ret[got++] = (uint16_t)at;
	}
	return r.damaged ? 0 : got;
}

uint32_t page_list(const page_entry *in, uint32_t documents, uint16_t *ret)
{
	uint64_t bits[PART_WORDS] = {0};

	if (in->list.p == NULL) {
		ret[0] = (uint16_t)in->one;
		return 1;
	}
	if (!in->bits)
		return list_of_gaps(in->list, documents, ret);
	return get_bits(in->list, documents, bits) ? list_of_bits(bits, ret) : 0;
}

bool page_find(slice bytes, uint32_t first, uint32_t term, uint32_t documents,
               uint64_t ret[PART_WORDS])
{
	page_reader r = page_open(bytes, first, documents);
	uint16_t list[PART_DOCUMENTS];
	page_entry one = {0};
	uint32_t n;

	while (page_next(&r, &one) && one.term < term)
		;
	if (r.damaged || r.p == (const unsigned char *)bytes.p || one.term != term)
		return !r.damaged;
	if (one.list.p != NULL && one.bits)
		return get_bits(one.list, documents, ret);
	n = page_list(&one, documents, list);
	for (uint32_t i = 0; i < n; i++)
		ret[list[i] / 64] |= (uint64_t)1 << list[i] % 64;
	return n > 0;
}

bool page_key(slice bytes, uint32_t i, int64_t *ret)
{
	uint64_t key = 0;

	if (i >= bytes.n / 8)
		return false;
	for (int k = 0; k < 8; k++)
		key |= (uint64_t)(unsigned char)bytes.p[(size_t)i * 8 + (size_t)k] << k * 8;
	*ret = (int64_t)key;
	return true;
}
