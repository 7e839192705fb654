/*
 * recipients.c - who gets the letter, and where it is kept.
 *
 * An item is kept whole, with its brackets; what a bracket says it is sent for
 * ("đưa tin", "để b/c") is its purpose, while a person's name in brackets is not.
 * The line of the archive gives the unit that drafted and the drafter's mark.
 */
#include "reading/facts/frame/recipients.h"

#include "base/utf8.h"
#include "reading/facts/actors/participants.h"
#include "reading/facts/frame/header.h"

/* How a bracket that says a purpose begins. */
static const slice purposes[] = {
	S("để"),         S("đưa tin"),   S("b/c"),     S("b/cáo"),    S("báo cáo"),
	S("t/h"),        S("thực hiện"), S("p/h"),     S("phối hợp"), S("theo dõi"),
	S("đăng"),       S("biết"),      S("chỉ đạo"), S("thay b/c"), S("thay báo cáo"),
	S("triển khai"), S("công bố"),   S("phát"),    S("báo"),      S("kiểm tra"),
	S("giám sát"),   S("tổng hợp"),  S("dự"),      S("niêm yết"), S("đưa"),
	S("gửi"),        S("nhận"),      S("qua"),
};
SAYINGS(purposes);

/* The bracket that closes the item, or what stands in quotes there, if it says what for. */
static slice purpose_of(const scan *s, uint32_t i, uint32_t end)
{
	bool bracket = scan_next(s, i, end, '(') < end;
	char open = bracket ? '(' : '"', shut = bracket ? ')' : '"';
	uint32_t close = end;

	if (!bracket && scan_next(s, i, end, '"') >= end)
		return (slice){0};
	while (close > i && !scan_mark(s, close - 1, shut))
		close--;
	for (uint32_t j = close > i ? close - 1 : i; j > i; j--)
		if (scan_mark(s, j - 1, open) && says_any(s, j, &said_purposes, NULL) != 0)
			return joined(s, j, close - 1);
	return (slice){0};
}

/* The unit's code, and the drafter's mark when it is glued on: "KTTHh5", "KTThủy". */
static void read_unit(scan *s, uint32_t i, uint32_t j)
{
	slice all = joined(s, i, j);
	const unsigned char *p = (const unsigned char *)all.p, *end = p + all.n, *last = p, *cut;
	unsigned n;

	s->r->archive.unit = all;
	for (; p < end && (word_letter_class(utf8_next(p, &n)) & 512); p += n)
		last = p;
	if (p == end || *p == '-' || *p == '&' || *p == ' ' || (*p >= '0' && *p <= '9'))
		return;
	/* Letters after the capitals: a mark with a figure, else a name from its capital. */
	cut = memchr(p, ' ', (size_t)(end - p)) == NULL && end > p && end[-1] >= '0' &&
	                      end[-1] <= '9'
	              ? p
	              : last;
	if (cut == (const unsigned char *)all.p)
		return;
	s->r->archive.unit.n = (size_t)(cut - (const unsigned char *)all.p);
	s->r->archive.drafter = (slice){(const char *)cut, (size_t)(end - cut)};
}

/* "Vụ KHTC", "P.KT": does [i, j) name a unit otherwise than by its letters alone? */
static bool names_unit(const scan *s, uint32_t i, uint32_t j)
{
	return j > i + 1 && (scan_mark(s, i + 1, '.') ||
	                     (issuer_opens(s, i) && (scan_tok(s, i)->flags & TF_CAP)));
}

/* After "VT": units and drafters. The first code in capitals is the unit; what stands
 * in brackets after it, or a last word that is no code, is the drafter. */
static void read_keepers(scan *s, uint32_t i, uint32_t end)
{
	bool closed = false; /* a bracket stands just before: "KSTT(3).VTA" */
	bool plain = says_any_in(s, i, end, SAID("vt")) == end; /* "Lưu Văn phòng Tỉnh ủy" */

	while (i < end) {
		const token *t = scan_tok(s, i);

		if (t->kind == TOK_WORD && says(s, i, S("vt")) == 0) {
			uint32_t j = i + 1;

			/* "P.KT": a room by its letters */
			j += says(s, i, S("p.")) != 0 && j + 1 < end && capitals(s, j + 1) >= 2;
			while (j < end && (scan_tok(s, j)->kind == TOK_WORD ||
			                   scan_tok(s, j)->kind == TOK_NUM ||
			                   scan_mark(s, j, '-') || scan_mark(s, j, '&')))
				j++;
			if (s->r->archive.unit.n == 0 && (plain || names_unit(s, i, j)))
				s->r->archive.unit = joined(s, i, j);
			else if (s->r->archive.unit.n == 0 && capitals(s, i) >= 2)
				read_unit(s, i, j);
			else if (s->r->archive.drafter.n == 0 && closed)
				s->r->archive.drafter = joined(s, i, j);
			else if (s->r->archive.drafter.n == 0 && !says(s, i, S("và")) &&
			         capitals(s, i) < 2)
				s->r->archive.drafter = joined(s, i, j);
			i = j;
			closed = false;
		} else if (scan_mark(s, i, '(')) {
			uint32_t j = i + 1;

			while (j < end && !scan_mark(s, j, ')'))
				j++;
			/* (2): copies kept */
			if (s->r->archive.drafter.n == 0 && j > i + 1 &&
			    scan_tok(s, i + 1)->kind == TOK_WORD)
				s->r->archive.drafter = joined(s, i + 1, j);
			i = j + 1;
			closed = true;
		} else {
			closed &= scan_mark(s, i, '.');
			i++;
		}
	}
}

static bool read_archive(scan *s, uint32_t i, uint32_t end)
{
	bool filed = (says(s, i, S("lưu")) != 0 && says(s, i, S("lưu ý")) == 0) ||
	             (s->scanned && says(s, i, S("luu")) != 0);

	if (!filed || s->r->archive.at.len != 0)
		return filed;
	s->r->archive.at = tokens_span(&s->tk, i, end);
	read_keepers(s, i + 1, end);
	return true;
}

static bool one_letter(slice s)
{
	unsigned len;

	return s.n == 0 || (utf8_next((const unsigned char *)s.p, &len), len >= s.n);
}

/* "Như trên; Pi", "Bộ trưởng; CHÁ ANH VĂN PHÒNG": what a scan saw behind the mark that closes an item is a speck,
 * unless it is a code, or of the signer's part beside it. The end without that. */
static uint32_t without_speck(const scan *s, uint32_t i, uint32_t end)
{
	enum { SPECK_BYTES = 5, TOKENS_MAX = 9, POST_WORDS = 3 };
	uint32_t stop = end, bytes = 0, codes = 0, others = 0;

	while (stop > i && end - stop <= TOKENS_MAX && !scan_mark(s, stop - 1, ';'))
		stop--;
	if (stop <= i + 1 || !scan_mark(s, stop - 1, ';'))
		return end;
	for (uint32_t k = stop; k < end; k++) {
		const token *t = scan_tok(s, k);

		codes += t->kind == TOK_WORD && (t->flags & TF_UPPER) && capitals(s, k) >= 2;
		others += t->kind == TOK_NUM || scan_mark(s, k, ',') ||
		          (t->kind == TOK_WORD && !(t->flags & TF_UPPER));
		bytes += t->kind == TOK_WORD ? t->len : 0;
	}
	return (codes == 0 && bytes <= SPECK_BYTES) || (codes >= POST_WORDS && others == 0)
	               ? stop - 1
	               : end;
}

/* "D:\2026\CV\Bao cao": where the typist keeps the file. */
static bool is_path(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t k = scan_next(s, i, end, '\\');

	return k + 1 < end && !((scan_tok(s, k)->flags | scan_tok(s, k + 1)->flags) & TF_SPACE);
}

static void read_item(scan *s, uint32_t i, uint32_t end)
{
	actors *list = &s->r->recipients;
	uint32_t first = list->n;
	bool kept = read_archive(s, i, end);
	slice what;

	if (says(s, i, S("lưu ý")) != 0 || is_path(s, i, end))
		return;
	if (s->scanned && !kept)
		end = without_speck(s, i, end);
	what = kept ? (slice){0} : purpose_of(s, i, end);

	/* "Báo tỉnh; (để đưa tin)": the bracket stood on a line of its own. */
	for (uint32_t j = i; (j = scan_next(s, j, end, ';')) + 1 < end; j++)
		if (scan_mark(s, j + 1, '('))
			end = j;
	if (kept)
		*VEC_PUSH(s->a, list) = (actor){0};
	else
		people_line(s, i, end, list);
	/* A speck of a scan is nobody: no body is named by one letter. */
	for (uint32_t k = first; k < list->n; k++)
		if (!kept && s->scanned && one_letter(list->p[k].text))
			list->p[k--] = list->p[--list->n];
	if (list->n == first) /* nothing but marks */
		return;
	for (uint32_t k = first; k < list->n; k++)
		list->p[k].note = what;
	list->p[first].at = tokens_span(&s->tk, i, end);
	list->p[first].text = joined(s, i, end);
}

/* Items that stand behind one another on the line of their heading. */
static void read_running(scan *s, uint32_t i, uint32_t end)
{
	uint32_t from, to;

	while (i < end) {
		uint32_t stop = scan_next(s, i, end, ';'), j = i;

		if (part_next(s, &j, stop, &from, &to))
			read_item(s, from, to);
		i = stop + 1;
	}
}

void recipients_find(scan *s)
{
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k < bs->n; k++) {
		const block *b = &bs->p[k];
		uint32_t i = b->tok, end = b->tok + b->ntok, from, to;

		if (b->zone != ZONE_RECIPIENTS)
			continue;
		i += says(s, i, S("nơi nhận"));
		/* "Bản điện tử:" heads further items. */
		if (i == b->tok && end > i && scan_mark(s, end - 1, ':') && b->ntok < 8 &&
		    says(s, i, S("như trên")) == 0)
			continue;
		/* A purpose in brackets on a line of its own belongs to the item above. */
		if (scan_mark(s, i, '(') && s->r->recipients.n != 0) {
			actor *x = &s->r->recipients.p[s->r->recipients.n - 1];

			if (x->note.n == 0)
				x->note = purpose_of(s, i, end);
			continue;
		}
		/* "Nơi nhận: Như trên; Sở Y tế; Lưu: VT." */
		if (i > b->tok && scan_next(s, i, end, '-') == end) {
			read_running(s, i, end);
			continue;
		}
		while (part_next(s, &i, end, &from, &to))
			read_item(s, from, to);
	}
}
