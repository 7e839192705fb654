/*
 * tsv_blank.c - what is written by hand or stamped into a printed form is believed
 * only when it was read surely.
 *
 * "Số: 340/VP-TH" whose figures were doubtful becomes "Số: /VP-TH", and "ngày 8Ÿ tháng
 * 4" becomes "ngày tháng 4": a blank that a person fills in is better than a number
 * that nobody wrote. It must never put a figure where it took one away.
 */
#include "reading/extract/tsv_priv.h"

enum {
	SURE_WRITTEN = 86, /* percent: of figures in the header, mostly by hand */
	SURE_PRINTED = 60, /* of those in the text */
	SURE_WORD = 80,
	SURE_SOME = 30,
	SLOT_WORDS = 4,    /* between "ngày" and "tháng", at most */
	HEADER_PERCENT = 40, /* of the first page */
};

typedef struct view {
	tsv_page *p;
	arena *a;
	uint32_t at, end; /* words of the line */
} view;

static bool all_figures(slice s, size_t most)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0 && s.n <= most;
}

/* The next word after i that is writing; v->end when there is none. */
static uint32_t next_word(const view *v, uint32_t i)
{
	for (i++; i < v->end && v->p->words.p[i].chars == 0; i++) {
	}
	return i;
}

/* Does the word begin so? What was glued to it is its rest. */
static bool begins(const pdf_word *w, slice head, slice *ret_rest)
{
	if (!slice_starts(w->text, head))
		return false;
	*ret_rest = (slice){w->text.p + head.n, w->text.n - head.n};
	return true;
}

/* A word that a reader would know as one: "ngày 10 hằng tháng" is no blank form. In the
 * text nobody scribbles, so there a doubtful word is one too. */
static bool is_word(const pdf_word *w, uint32_t sure)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < w->text.n; i++) {
		unsigned char c = (unsigned char)w->text.p[i];

		letters += c >= 0xc3 || (c >= 'a' && c <= 'z');
	}
	return (letters > 1 && w->sure >= SURE_WORD) ||
	       (letters > 2 && sure == SURE_PRINTED && w->sure >= SURE_SOME);
}

/* "Bắc Giang, ngày": the line of a header that says when. */
static bool after_comma(const view *v, uint32_t i)
{
	slice before;

	while (i > v->at && v->p->words.p[i - 1].chars == 0)
		i--;
	if (i == v->at)
		return false;
	before = v->p->words.p[i - 1].text;
	return before.n > 0 && before.p[before.n - 1] == ',';
}

/* Blank what stands between a word and the next, "ngày" and "tháng", unless it is one
 * or two figures that are sure enough. */
static void slot_check(view *v, uint32_t i, slice head, slice tail, uint32_t sure)
{
	pdf_word *w = &v->p->words.p[i];
	slice rest, glued;
	uint32_t n = 0, k, one = 0;
	bool fine;

	if (!begins(w, head, &glued))
		return;
	for (k = next_word(v, i); k < v->end && n < SLOT_WORDS; k = next_word(v, k), n++) {
		if (begins(&v->p->words.p[k], tail, &rest))
			break;
		if (is_word(&v->p->words.p[k], sure))
			return;
		one = k;
	}
	if (k >= v->end || n == SLOT_WORDS)
		return;
	if (glued.n > 0)
		fine = n == 0 && w->sure >= sure && all_figures(glued, 2);
	else
		fine = n == 1 && v->p->words.p[one].sure >= sure &&
		       all_figures(v->p->words.p[one].text, 2);
	if (fine)
		return;
	w->text.n = head.n;
	for (uint32_t j = i + 1; j < k; j++)
		v->p->words.p[j].chars = 0;
}

/* The stroke that the symbol of a number begins with. */
static size_t stroke_of(slice s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '/' && (unsigned char)s.p[i + 1] >= 'A')
			return i;
	return s.n;
}

/* The word that holds the stroke, at or after k; v->end when none is near. */
static uint32_t stroke_word(const view *v, uint32_t k)
{
	for (unsigned n = 0; n < SLOT_WORDS && k < v->end; n++) {
		const pdf_word *w = &v->p->words.p[k];
		uint32_t next = next_word(v, k);

		if (stroke_of(w->text) < w->text.n)
			return k;
		if (next < v->end &&
		    v->p->words.p[next].box.x0 - w->box.x1 > 3 * (w->box.y1 - w->box.y0))
			break; /* the other column */
		k = next;
	}
	return v->end;
}

/* "Số: 34ø/VP-TH": figures up to the stroke, or none. */
static void number_check(view *v, uint32_t i)
{
	static const slice head = S("Số:");
	pdf_word *w = &v->p->words.p[i], *last;
	slice glued, figures;
	uint32_t k, n;

	if (!begins(w, head, &glued))
		return;
	k = stroke_word(v, i);
	if (k >= v->end)
		return;
	last = &v->p->words.p[k];
	n = stroke_of(last->text) > 0; /* words of figures before the stroke */
	figures = (slice){last->text.p, stroke_of(last->text)};
	if (k == i)
		figures = (slice){glued.p, stroke_of(glued)};
	for (uint32_t j = i + 1; j < k; j++) {
		n += v->p->words.p[j].chars > 0;
		if (v->p->words.p[j].chars > 0)
			figures = v->p->words.p[j].text;
	}
	if (n == 0 && glued.n == 0)
		return;
	if (n == 1 && (k == i || glued.n == 0) && all_figures(figures, 6)) {
		bool sure = true;

		for (uint32_t j = i + (k > i); j <= k; j++)
			sure &= v->p->words.p[j].chars == 0 ||
			        v->p->words.p[j].sure >= SURE_WRITTEN;
		if (sure)
			return;
	}
	if (k == i) {
		last->text = arena_printf(v->a, "Số:%.*s", (int)(glued.n - stroke_of(glued)),
		                          glued.p + stroke_of(glued));
		return;
	}
	w->text.n = head.n;
	for (uint32_t j = i + 1; j < k; j++)
		v->p->words.p[j].chars = 0;
	last->text = (slice){last->text.p + stroke_of(last->text),
	                     last->text.n - stroke_of(last->text)};
}

void tsv_blank(tsv_page *p, bool first_page, arena *a)
{
	for (uint32_t l = 0; l < p->lines.n; l++) {
		view v = {p, a, p->lines.p[l].first, p->lines.p[l].first + p->lines.p[l].n};

		for (uint32_t i = v.at; i < v.end; i++) {
			const pdf_word *w = &p->words.p[i];
			bool header = first_page && w->box.y0 < p->height / 100 * HEADER_PERCENT;
			uint32_t sure = header && after_comma(&v, i) ? SURE_WRITTEN : SURE_PRINTED;

			if (w->chars == 0)
				continue;
			slot_check(&v, i, S("ngày"), S("tháng"), sure);
			slot_check(&v, i, S("tháng"), S("năm"), SURE_PRINTED);
			if (header)
				number_check(&v, i);
		}
	}
}
