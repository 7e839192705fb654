/*
 * join.c - which lines are one paragraph.
 *
 * Asked line by line, looking back at one: hard reasons to break first (a list
 * marker, a heading, another cell), then reasons to go on (a broken symbol, a
 * small letter, a full line). What is neither stays apart: two duties run
 * together are worse than one cut in two.
 */
#include "reading/shape/cut.h"
#include "reading/shape/edge.h"

enum {
	TITLE_LINES = 7,
	LONG = 40,         /* characters of a line that is no heading */
	SLACK = 3,
	ASKEW = 3,         /* characters: a line so far from the middle is not centred */
	FILLED_PERCENT = 72, /* of the usual right edge */
	RAGGED_MIN = 20, /* characters of a first line that goes on where lines end anywhere */
	RAGGED_MORE = 8, /* the same of a further line */
};

struct joiner {
	shaper *sh;
	edge last;       /* of the line before */
	edge first;      /* of the first line of its paragraph */
	uint32_t number; /* of the last numbered paragraph */
	unsigned title;  /* lines that the title may still have */
	unsigned lines;  /* of the paragraph so far */
	bool body;       /* the header is over */
	bool listing;    /* among addressees or recipients */
	bool recipients, sign;
	bool stood, stands; /* the line before and this one: parted by wide gaps? */
	bool upper;   /* the paragraph is all in capitals so far */
	bool bracket; /* it began with "(" */
};

/* Characters of the first word: what did not fit on the line before. */
static uint32_t first_word(const sline *l)
{
	uint32_t n = 0;

	for (size_t i = 0; i < l->text.n && i < 40 && l->text.p[i] != ' '; i++)
		n += ((unsigned char)l->text.p[i] & 0xc0) != 0x80;
	return n;
}

/* Would the next line's first word not have fitted on this one? */
static bool is_full(const shaper *sh, uint32_t i, bool strict)
{
	const sline *a = &sh->lines.p[i - 1], *b = &sh->lines.p[i];
	uint32_t right = right_edge(a);

	if (sh->wrap.high == 0 || right > EDGE_MAX)
		return false;
	if (strict)
		return right + 1 + first_word(b) > sh->wrap.high;
	return right + SLACK >= sh->wrap.low;
}

/* Is the line long enough for an open sentence to have been wrapped at its end?
 * Lines of letters of unequal width differ by a quarter; a heading, which is as
 * open, must be fuller. */
static bool is_filled(const joiner *j, uint32_t i)
{
	const shaper *sh = j->sh;
	const sline *a = &sh->lines.p[i - 1];
	bool heading = j->lines == 1 && j->first.marker > 0 && a->text.p[0] != '-' &&
	               (unsigned char)a->text.p[0] < 0x80;

	if (sh->wrap.high == 0 || right_edge(a) > EDGE_MAX)
		return false;
	if (heading && !sh->wrap.blank)
		return is_full(sh, i, false);
	return right_edge(a) * 100u >= sh->wrap.high * FILLED_PERCENT;
}

/* Blank lines between, not counting those that stand after every line. */
static unsigned blanks_before(const joiner *j, const sline *b)
{
	return b->blanks - (j->sh->wrap.every && b->blanks > 0 ? 1u : 0u);
}

/* "1. Chủ tịch UBND các đặc khu" / "1.1. Tiếp dân": is the second's number one under the first's? */
static bool is_deeper(slice first, slice next)
{
	size_t n = 0;

	while (n < first.n && n < next.n && first.p[n] >= '0' && first.p[n] <= '9' &&
	       first.p[n] == next.p[n])
		n++;
	return n > 0 && n + 1 < next.n && n < first.n && first.p[n] == '.' && next.p[n] == '.' &&
	       next.p[n + 1] >= '0' && next.p[n + 1] <= '9';
}

/* A marker in the first column of a wrapped line may be a word of the sentence:
 * "ngày\n6. Các sở", "kinh tế\n- xã hội". */
static bool is_item(const joiner *j, uint32_t i, const edge *b)
{
	const sline *a = &j->sh->lines.p[i - 1], *l = &j->sh->lines.p[i];
	bool running = blanks_before(j, l) == 0 || l->flags & LN_PAGE;
	char c = l->text.p[0];

	if (!running || (i >= j->lines && is_deeper(j->sh->lines.p[i - j->lines].text, l->text)))
		return true;
	if (b->bracketed)
		return j->first.bracketed || j->last.end == END_COLON || !is_filled(j, i) ||
		       (j->sh->wrap.indented && edge_indented(j->sh, i));
	if (j->last.end != END_OPEN || a->flags & LN_HEADING || j->upper)
		return true;
	if (c == '-' || (unsigned char)c == 0xe2)
		return b->first != LETTER_LOWER || !is_filled(j, i) || j->listing;
	/* "theo khoản\n3. Điều 5", "tại điểm\na) khoản 2" */
	if (edge_counts(a->text) && (a->width >= LONG || is_filled(j, i)) &&
	    ((c >= '0' && c <= '9') || slice_ends(a->text, S("điểm")) ||
	     slice_ends(a->text, S(" quý"))))
		return false;
	if (c >= '0' && c <= '9' && is_full(j->sh, i, false))
		return b->number <= 1 || b->number == j->number || b->number == j->number + 1;
	if (letter_case_of((unsigned char)c) != LETTER_NONE && l->text.p[b->marker - 1] == '.' &&
	    is_full(j->sh, i, false))
		return c == 'a' || c == 'A' || j->first.marker > 0 || j->sh->wrap.indented;
	return true;
}

/* Does the name already say of which unit it is? */
static bool has_unit(slice s)
{
	static const slice units[] = {S("TỈNH "), S("THÀNH PHỐ "), S("HUYỆN "),
	                              S("QUẬN "), S("PHƯỜNG "),    S("XÃ ")};

	for (size_t k = 0; k < ARRAY_LEN(units); k++)
		if (slice_has(s, units[k]))
			return true;
	return false;
}

/* Two lines in capitals that name one body or are one title. */
static bool capitals_go_on(const joiner *j, uint32_t i, const edge *b)
{
	static const slice units[] = {S("tỉnh "),     S("thành phố "), S("tp"),      S("huyện "),
	                              S("quận "),     S("xã "),        S("phường "), S("thị xã "),
	                              S("thị trấn "), S("đặc khu ")};
	static const slice links[] = {S("và "), S("về "), S("của "), S("trực thuộc "),
	                              S("khu vực ")};
	const sline *a = &j->sh->lines.p[i - 1], *l = &j->sh->lines.p[i];
	slice s = a->text;

	if (!j->upper || !b->upper || blanks_before(j, l) > 0 || j->sign || j->recipients ||
	    j->last.end > END_COMMA || j->last.opening != OPEN_NONE)
		return false;
	if (j->title > 0 || (j->body && a->width >= 25))
		return true;
	if (j->last.end == END_COMMA || slice_ends(s, S(" VÀ")))
		return true;
	for (size_t k = 0; k < ARRAY_LEN(links); k++)
		if (letters_start(l->text, links[k]))
			return true;
	for (size_t k = 0; k < ARRAY_LEN(units); k++)
		if (letters_start(l->text, units[k]))
			return !has_unit(s);
	return false;
}

/* Did somebody end a paragraph by hand in the middle of an addressee or recipient? Then what
 * stood before ends with a comma, and what follows has no mark of its own. */
static bool is_cut_by_hand(const joiner *j, uint32_t i, const edge *b)
{
	const sline *l = &j->sh->lines.p[i];

	return j->listing && j->first.marker > 0 && j->last.end == END_COMMA && b->marker == 0 &&
	       j->sh->in->lines.p[l->raw].marker.n == 0;
}

/* "KHÓA XI, KỲ HỌP THỨ BA": of which council's session a resolution is. */
static bool is_session(slice s)
{
	return letters_start(s, S("khóa")) || letters_start(s, S("khoá")) ||
	       letters_start(s, S("kỳ họp"));
}

/* Below a title in capitals: who issues the document, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X", and then
 * "Căn cứ …", or the session of the council. */
static bool is_authority(const joiner *j, uint32_t i, const edge *b)
{
	static const slice heads[] = {
		S("ủy ban nhân dân"),   S("uỷ ban nhân dân"),     S("chủ tịch"),
		S("hội đồng nhân dân"), S("thủ tướng chính phủ"), S("chính phủ"),
		S("quốc hội"),          S("bộ trưởng"),           S("giám đốc"),
		S("thống đốc"),         S("trưởng ban"),          S("chánh văn phòng"),
		S("tổng giám đốc"),     S("hiệu trưởng")};
	const shaper *sh = j->sh;
	const slice above = sh->lines.p[i - 1].text;

	if (b->upper && j->upper && is_session(sh->lines.p[i].text))
		return !slice_ends(above, S(","));
	if (j->title == 0 || !b->upper || i + 1 >= sh->nedges || slice_ends(above, S(" CỦA")))
		return false;
	if (sh->edges[i + 1].opening != OPEN_BASIS && !is_session(sh->lines.p[i + 1].text))
		return false;
	for (size_t k = 0; k < ARRAY_LEN(heads); k++)
		if (letters_start(sh->lines.p[i].text, heads[k]))
			return true;
	return false;
}

/* Reasons to break that no wrapping can outweigh. */
static bool is_apart(const joiner *j, uint32_t i, const edge *b)
{
	const sline *a = &j->sh->lines.p[i - 1], *l = &j->sh->lines.p[i];

	if ((a->flags | l->flags) & LN_WHOLE && !is_cut_by_hand(j, i, b))
		return true;
	if ((a->flags | l->flags) & LN_HEADING || j->stood || j->stands)
		return true;
	if (a->table != l->table || a->row != l->row || a->column != l->column ||
	    a->zone != l->zone)
		return true;
	if (j->sign || l->zone == ZONE_FOOT_RIGHT || is_authority(j, i, b))
		return true;
	switch (j->last.opening) {
	case OPEN_NATION:
	case OPEN_MOTTO:
	case OPEN_KIND:
	case OPEN_PLACE_DATE:
	case OPEN_NUMBER:
	case OPEN_RECIPIENTS:
	case OPEN_SIGN:
		return true;
	default:
		break;
	}
	/* A sentence may begin with these words in the middle of a paragraph too: where first
	 * lines are indented, it is seen. */
	if (b->opening == OPEN_PREAMBLE)
		return j->title > 0 || blanks_before(j, l) > 0 ||
		       (j->last.end > END_COMMA && !j->sh->wrap.indented) ||
		       j->first.opening == OPEN_ADDRESS || j->first.opening == OPEN_SUBJECT;
	/* "V/v thực hiện quy định / về vật liệu nổ" */
	if (b->opening == OPEN_SUBJECT && j->first.opening == OPEN_SUBJECT &&
	    b->first == LETTER_LOWER)
		return false;
	return b->opening != OPEN_NONE;
}

static bool is_centred(const sline *l, uint32_t high)
{
	uint32_t right = right_edge(l), free = high - right;

	return right <= high && l->indent < free + ASKEW && free < l->indent + (uint32_t)ASKEW;
}

/* Below a line that is centred the text begins: with a line that is not, and stands further left; with
 * one set from an indent to the right edge; or, where first lines are not indented, from the left
 * edge, and the next line too. And "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:" says who wires to whom. */
static bool ends_title(const joiner *j, uint32_t i, const edge *b)
{
	const slines *all = &j->sh->lines;
	const sline *a = &all->p[i - 1], *l = &all->p[i];
	uint32_t high = j->sh->wrap.high, right = right_edge(l);
	bool open = edge_leads_on(a->text) || j->last.end == END_COMMA;

	if (slice_ends(l->text, S(" điện:")))
		return true;
	if (b->first != LETTER_UPPER || high == 0 || !is_centred(a, high))
		return false;
	if (!open && !is_centred(l, high) && l->indent < a->indent)
		return true;
	if (l->indent > 0 || a->indent == 0)
		return l->indent >= ASKEW && right + 1 >= high;
	return !open && right * 100 >= high * FILLED_PERCENT && right <= EDGE_MAX &&
	       (i + 1 >= all->n || all->p[i + 1].indent == 0);
}

enum { PARAGRAPH = 80 }; /* a line so long is no name and no title */

/* In a title, a subject, or a list of addressees, lines go on though short. */
static bool is_run_on(const joiner *j, uint32_t i, const edge *b)
{
	const sline *a = &j->sh->lines.p[i - 1], *l = &j->sh->lines.p[i];
	size_t marker = j->first.marker;

	if (j->title > 0 && j->last.end == END_SEMI && !b->upper && l->blanks == 0)
		return true;
	if (blanks_before(j, l) > 0 || j->last.end > END_COMMA || b->upper || l->table >= 0)
		return j->first.opening == OPEN_ADDRESS && a->width < 12 &&
		       blanks_before(j, l) == 0;
	/* A title in capitals ends where a paragraph begins. */
	if (j->title > 0 && j->upper && b->first == LETTER_UPPER && l->width > PARAGRAPH)
		return false;
	if (j->title > 0)
		return !j->sh->wrap.every || b->first != LETTER_UPPER;
	if (j->first.opening == OPEN_SUBJECT)
		return true;
	if (j->first.opening == OPEN_ADDRESS)
		return b->first != LETTER_UPPER || l->indent > a->indent + 6 || l->indent >= 15;
	/* "- Các đơn vị trực thuộc" without its full stop, then the first paragraph. */
	if (b->first == LETTER_UPPER && l->width > PARAGRAPH && a->width < l->width / 2)
		return false;
	return j->listing && marker > 0 &&
	       !(a->text.n > marker &&
	         letters_start((slice){a->text.p + marker, a->text.n - marker}, S(" lưu")));
}

/* "1. Về xây dựng kế hoạch" above a long line that begins with a capital: a heading, though
 * no blank line follows it. */
static bool is_heading(const joiner *j, uint32_t i, const edge *b)
{
	const sline *a = &j->sh->lines.p[i - 1], *l = &j->sh->lines.p[i];

	return j->lines == 1 && j->first.marker > 0 && a->text.p[0] >= '0' && a->text.p[0] <= '9' &&
	       b->first == LETTER_UPPER && l->width > PARAGRAPH && a->width * 4u < l->width * 3u;
}

/* "nghiệm thu kè bờ tây Sông" / "Lô": where lines end anywhere, an open one that is no heading goes on. */
static bool is_ragged(const joiner *j, uint32_t i)
{
	return j->sh->wrap.ragged && (j->lines > 1 || j->first.marker == 0) && j->body &&
	       j->last.end <= END_COMMA &&
	       j->sh->lines.p[i - 1].width >= (j->lines > 1 ? RAGGED_MORE : RAGGED_MIN);
}

/* "... trong quý" / "III/2026." */
static bool is_quarter(const sline *a, const sline *l)
{
	size_t n = 0;

	while (n < l->text.n && n < 3 && (l->text.p[n] == 'I' || l->text.p[n] == 'V'))
		n++;
	return n > 0 && n + 4 < l->text.n && l->text.p[n] == '/' &&
	       (slice_ends(a->text, S(" quý")) || slice_ends(a->text, S(" Quý")));
}

/* A sentence that a page end, a footnote or a wrap cut in two. */
static bool goes_on(const joiner *j, uint32_t i, const edge *b)
{
	const sline *a = &j->sh->lines.p[i - 1], *l = &j->sh->lines.p[i];
	const wrapping *w = &j->sh->wrap;
	bool torn = (l->flags & LN_PAGE) != 0, full = is_full(j->sh, i, false);
	bool open = j->last.end <= END_COMMA && !(j->bracket && slice_ends(a->text, S(")")));
	bool indented = w->indented && edge_indented(j->sh, i);

	if (j->last.end == END_FINAL)
		return false;
	if (blanks_before(j, l) > 0) {
		if (b->first == LETTER_LOWER)
			return (open && a->width >= 25) || (torn && j->last.end == END_SEMI);
		if (!open && torn && w->indented && full && !indented && j->last.end != END_COLON)
			return true;
		if (torn && j->recipients && j->first.marker > 0 && j->last.end <= END_COMMA &&
		    !b->upper)
			return true;
		if (!open || a->width < LONG)
			return false;
		return edge_leads_on(a->text) ||
		       (torn && (full || a->width > EDGE_MAX) && !indented) ||
		       (b->first == LETTER_NONE && (torn || edge_counts(a->text)));
	}
	if (b->first == LETTER_LOWER)
		return true;
	if (open && (j->last.end == END_COMMA || edge_leads_on(a->text) ||
	             (b->first == LETTER_NONE && edge_counts(a->text))))
		return true;
	if (open && is_quarter(a, l))
		return true;
	if (l->table >= 0 || indented)
		return false;
	if (open || (b->first == LETTER_NONE && j->last.end == END_COLON))
		return is_filled(j, i) || (w->blank && a->width >= 30 && !is_heading(j, i, b)) ||
		       is_ragged(j, i);
	if (!full)
		return false;
	if (j->last.end == END_STOP)
		return w->indented || w->blank || is_full(j->sh, i, true);
	/* "… Chủ tịch UBND các xã, phường:" / "Đông Kinh, Kỳ Lừa": were it a paragraph of its own, it
	 * would be indented. */
	if (j->last.end == END_COLON)
		return w->indented && is_full(j->sh, i, true);
	return j->last.end == END_SEMI && (w->indented || w->blank) &&
	       j->first.opening != OPEN_BASIS;
}

/* "1." / "Sở Y tế:", "-" / "Rà soát": pages of the web write number and words in two tags, and a
 * program that copies them puts a line between. A number by itself is no paragraph. */
static bool is_number_of(const joiner *j, uint32_t i, const edge *b)
{
	return j->lines == 1 && j->last.alone && !j->recipients && !j->sign && b->marker == 0 &&
	       j->sh->lines.p[i].blanks < 3 && !(j->sh->lines.p[i].flags & LN_PAGE);
}

/* "V. TỔ" / "CHỨC THỰC HIỆN", where a blank line stands between paragraphs: one heading. */
static bool is_heading_on(const joiner *j, uint32_t i, const edge *b)
{
	return j->sh->wrap.blank && j->body && j->first.marker > 0 && j->upper && b->upper &&
	       b->marker == 0 && j->sh->lines.p[i].blanks == 0 && !j->recipients && !j->sign;
}

static enum join joint(const joiner *j, uint32_t i, const edge *b)
{
	const sline *a = &j->sh->lines.p[i - 1], *l = &j->sh->lines.p[i];
	char c = l->text.p[0], z = a->text.p[a->text.n - 1];
	bool word = b->first != LETTER_NONE || (c >= '0' && c <= '9');

	if (is_cut(a->text, l->text))
		return JOIN_SPACE;
	if (is_apart(j, i, b))
		return JOIN_NONE;
	if (is_number_of(j, i, b) || is_heading_on(j, i, b))
		return JOIN_SPACE;
	if (j->last.end == END_GLUE && b->marker == 0 && word && l->blanks < 4 && a->width > 6)
		return JOIN_GLUE;
	if ((c == '/' ||
	     (c == '-' && l->text.n > 1 && l->text.p[1] >= 'A' && l->text.p[1] <= 'Z')) &&
	    j->last.end == END_OPEN && is_full(j->sh, i, false) &&
	    ((z >= '0' && z <= '9') || (z >= 'A' && z <= 'Z')))
		return JOIN_GLUE;
	if (b->marker > 0)
		return is_item(j, i, b) ? JOIN_NONE : JOIN_SPACE;
	if (capitals_go_on(j, i, b))
		return JOIN_SPACE;
	/* "- Các phòng: TH," / "NC;": among recipients short names are written in capitals too. */
	if (j->recipients && !j->upper && j->first.marker > 0 && b->upper && b->end == END_SEMI &&
	    (j->last.end == END_COMMA || j->last.end == END_COLON))
		return JOIN_SPACE;
	if (j->upper && (b->upper || a->width < 60))
		return JOIN_NONE;
	if (b->upper && !is_quarter(a, l) &&
	    !(is_full(j->sh, i, false) && j->last.end <= END_COMMA && b->end >= END_SEMI))
		return JOIN_NONE;
	if (j->title > 0 && ends_title(j, i, b))
		return JOIN_NONE;
	return is_run_on(j, i, b) || goes_on(j, i, b) ? JOIN_SPACE : JOIN_NONE;
}

joiner *joiner_new(shaper *sh)
{
	joiner *j = arena_new(sh->a, joiner);

	j->sh = sh;
	return j;
}

/* What a new paragraph says of those to come. */
static void begin(joiner *j, uint32_t i, const edge *b)
{
	const sline *l = &j->sh->lines.p[i];
	bool title = j->title > 0;

	j->title = title && b->upper && j->last.opening == OPEN_KIND ? TITLE_LINES : 0;
	if (j->last.opening == OPEN_KIND && b->marker == 0 && b->opening == OPEN_NONE)
		j->title = TITLE_LINES;
	j->first = *b;
	j->lines = 0;
	j->upper = b->upper;
	j->bracket = l->text.p[0] == '(' && b->marker == 0;
	if (b->marker > 0 && b->number > 0)
		j->number = b->number;
	if (b->opening == OPEN_ADDRESS)
		j->listing = true;
	else if (b->opening == OPEN_RECIPIENTS)
		j->listing = j->recipients = true;
	else if (b->marker == 0 && !j->recipients)
		j->listing = false;
	j->body |= b->opening == OPEN_KIND || b->opening == OPEN_ADDRESS || l->width > 100;
	if (b->opening == OPEN_KIND || b->opening == OPEN_NATION)
		j->recipients = j->sign = false; /* an annex begins */
	j->sign |= b->opening == OPEN_SIGN || (j->recipients && b->upper && b->marker == 0);
	if (j->sign && (b->marker > 0 || l->width > 100) && !j->recipients)
		j->sign = false;
	if (b->opening == OPEN_HEADING)
		j->sign = j->recipients = j->listing = false;
}

enum join joiner_next(joiner *j, uint32_t i)
{
	edge b = i < j->sh->nedges ? j->sh->edges[i] : edge_of(&j->sh->lines.p[i]);
	enum join how;

	j->stood = j->stands;
	j->stands = columns_stand(&j->sh->lines.p[i]);
	how = i == 0 ? JOIN_NONE : joint(j, i, &b);
	if (how == JOIN_NONE) {
		begin(j, i, &b);
	} else {
		j->upper &= b.upper;
		j->title -= j->title > 0;
	}
	j->last = b;
	j->lines++;
	if (how != JOIN_NONE)
		j->last.opening = OPEN_NONE;
	return how;
}

size_t joiner_marker(const joiner *j)
{
	return j->last.dash ? 0 : j->last.marker;
}
