/*
 * header_issuer.c - which body issued the letter: the last of those named in
 * capitals on the left of the header, the one above being its superior.
 *
 * A line that opens no body's name carries the line before on ("TỈNH LÀO CAI"). An
 * office of a body ("VĂN PHÒNG" alone) is named with the body.
 */
#include "reading/facts/frame/header.h"

#include "base/fold.h"
#include "reading/lex/nation.h"

enum { LINES_MAX = 12, LINE_TOKENS_MAX = 24 };

/* First words of a body's name. */
static const slice heads[] = {
	S("ủy ban"),      S("ubnd"),      S("hội đồng"),      S("hđnd"),      S("sở"),
	S("bộ"),          S("văn phòng"), S("ban"),           S("cục"),       S("chi cục"),
	S("tổng cục"),    S("vụ"),        S("viện"),          S("trung tâm"), S("trường"),
	S("công đoàn"),   S("công ty"),   S("tổng công"),     S("tập đoàn"),  S("tỉnh ủy"),
	S("thành ủy"),    S("huyện ủy"),  S("quận ủy"),       S("đảng ủy"),   S("đảng bộ"),
	S("đảng đoàn"),   S("hội"),       S("liên đoàn"),     S("liên minh"), S("mặt trận"),
	S("thanh tra"),   S("công an"),   S("kho bạc"),       S("bảo hiểm"),  S("ngân hàng"),
	S("bưu điện"),    S("tòa án"),    S("thống kê"),      S("thuế"),      S("hải quan"),
	S("đoàn"),        S("tỉnh đoàn"), S("bệnh viện"),     S("phòng"),     S("quốc hội"),
	S("chính phủ"),   S("thủ tướng"), S("chủ tịch"),      S("kiểm toán"), S("đài"),
	S("báo"),         S("học viện"),  S("đại học"),       S("tổ"),        S("thường trực"),
	S("viễn thông"),  S("điện lực"),  S("kiểm lâm"),      S("quỹ"),       S("hạt"),
	S("trạm"),        S("đội"),       S("vườn quốc gia"), S("quân khu"),  S("tổng liên đoàn"),
	S("bch"),         S("liên đội"),  S("lđ trường"),     S("chi đoàn"),  S("thường vụ"),
	S("tiểu ban"),    S("chi bộ"),    S("khoa"),          S("chi hội"),   S("lđlđ"),
	S("nhà văn hóa"), S("btv"),       S("bcđ"),           S("bql"),
};
SAYINGS(heads);

/* Whole lines that name an office of the body above. */
static const slice offices[] = {S("văn phòng"),       S("thanh tra"),     S("phòng tổ chức"),
                                S("ban giám đốc"),    S("ban thường vụ"), S("ban chấp hành"),
                                S("ban thường trực"), S("thường trực"),   S("thường vụ")};
SAYINGS(offices);

/* Whole lines that need the next one. */
static const slice incomplete[] = {
	S("đảng ủy"),       S("ban chỉ đạo"), S("hội đồng"),      S("ban quản lý"),   S("ủy ban"),
	S("đoàn đại biểu"), S("đoàn"),        S("ban chấp hành"), S("ban thường vụ"), S("bch")};
SAYINGS(incomplete);

/* First words of a title in capitals that no line for a kind announces. */
static const slice titles[] = {S("bảng"),     S("biểu"),    S("danh sách"), S("danh mục"),
                               S("tổng hợp"), S("phụ lục"), S("lịch"),      S("sổ")};
SAYINGS(titles);

/* What all letters of a union of young people bear, as others do the name of the State: alone in
 * its line under who writes. */
static const slice unions[] = {S("đoàn tncs hồ chí minh"),
                               S("đoàn thanh niên cộng sản hồ chí minh"), S("đội tntp hồ chí minh"),
                               S("đội thiếu niên tiền phong hồ chí minh")};
SAYINGS(unions);

typedef struct line {
	uint32_t block, from, end;
} line;

bool issuer_opens(const scan *s, uint32_t i)
{
	return says_any(s, i, &said_heads, NULL) != 0;
}

typedef struct lines {
	line p[LINES_MAX];
	uint32_t n;
} lines;

/* The title or the motto without their marks: "CONG HOA XA HOI CHU NGHIA VIET NAM". */
static bool lost_marks(const scan *s, const block *b)
{
	enum { TITLE_TOKENS_MAX = 16 };
	slice words = slice_at(s->r->text, b->at);

	if (!s->scanned || b->ntok > TITLE_TOKENS_MAX || b->ntok < 4)
		return false;
	return block_text_upper(s, b) ? nation_in(words) < words.n
	                              : slice_has(words, S("do")) && motto_in(words) < words.n;
}

bool header_boilerplate(const scan *s, const block *b)
{
	static const slice known[] = {S("độc lập"), S("đảng cộng sản việt nam"), S("chxhcn")};
	/* of a name of the State that was broken over two lines */
	static const slice rest[] = {S("nam"), S("việt nam"), S("nghĩa việt nam")};
	SAYINGS(known);
	SAYINGS(rest);
	uint32_t i = b->tok, end = i + b->ntok;

	while (i < end && scan_tok(s, i)->kind == TOK_PUNCT)
		i++;
	/* Broken fonts turn "HÒA" into "HÕA": the words after it decide. */
	return i == end || says_any_in(s, i, end, SAID("xã hội chủ nghĩa")) < end ||
	       says_any(s, i, &said_known, NULL) != 0 ||
	       said_before(s, end, &said_rest) == end - i || lost_marks(s, b);
}

/* Does a line that names a body begin at token i? Of a scan without asking for its marks: "TONG CUC". */
static bool opens(const scan *s, uint32_t i)
{
	enum { WORDS = 3 };
	uint64_t keys[WORDS] = {0};
	fold_word word;

	if (!s->scanned || issuer_opens(s, i))
		return issuer_opens(s, i);
	for (uint32_t k = 0; k < WORDS && scan_tok(s, i + k)->kind == TOK_WORD; k++) {
		fold_walk walk = {.s = scan_words(s, i + k, i + k + 1)};

		keys[k] = fold_next(&walk, &word) ? word.key : 0;
	}
	for (size_t h = 0; h < ARRAY_LEN(heads); h++) {
		fold_walk walk = {.s = heads[h]};
		uint32_t k = 0;

		while (k <= WORDS && fold_next(&walk, &word))
			k = k < WORDS && word.key == keys[k] ? k + 1 : WORDS + 1;
		if (k <= WORDS)
			return true;
	}
	return false;
}

/* "SỞ LAO ĐỘNG -" / "THƯƠNG BINH": one hyphen that ends a line, and no rule drawn under it. */
static bool is_hyphen(const scan *s, uint32_t from, uint32_t j)
{
	return scan_mark(s, j, '-') && j > from && scan_tok(s, j)->len == 1 &&
	       scan_tok(s, j - 1)->kind == TOK_WORD && (scan_tok(s, j)->flags & TF_SPACE) &&
	       scan_tok(s, j + 1)->kind != TOK_PUNCT;
}

/* The words of a line of the header that may name the issuer. */
static bool issuer_line(const scan *s, const block *b, line *ret)
{
	uint32_t i = b->tok, end = i + b->ntok, j;

	while (i < end && scan_tok(s, i)->kind == TOK_PUNCT)
		i++;
	for (j = i; j < end && j - i < LINE_TOKENS_MAX; j++) {
		const token *t = scan_tok(s, j);

		if (t->kind == TOK_WORD ? !(t->flags & TF_UPPER) &&
		                                  !(s->scanned && j > i && capitals(s, j) >= 2)
		                        : t->kind == TOK_PUNCT &&
		                                  !(scan_mark(s, j, ',') || scan_mark(s, j, '-') ||
		                                    scan_mark(s, j, '&') || scan_mark(s, j, '.') ||
		                                    scan_mark(s, j, '/')))
			break;
	}
	/* What follows in brackets, or a rule of dashes, is no part of the name. */
	if (j < end && !scan_mark(s, j, '(') && scan_tok(s, j)->kind == TOK_WORD)
		return false;
	while (j > i && scan_tok(s, j - 1)->kind == TOK_PUNCT && !scan_mark(s, j - 1, ',') &&
	       !is_hyphen(s, i, j - 1))
		j--;
	*ret = (line){0, i, j};
	return j > i && scan_tok(s, i)->kind == TOK_WORD;
}

static bool whole_line(const scan *s, const line *l, const saying_table *table)
{
	return says_any(s, l->from, table, NULL) == l->end - l->from;
}

static bool carries_on(const scan *s, const lines *ls, uint32_t k)
{
	const line *before = &ls->p[k - 1];

	return ls->p[k].end - ls->p[k].from == 1 || /* "BỘ ... VÀ MÔI" / "TRƯỜNG" */
	       !opens(s, ls->p[k].from) || scan_mark(s, before->end - 1, ',') ||
	       scan_is(s, before->end - 1, W_VA) || scan_is(s, before->end - 1, W_CAC) ||
	       scan_is(s, ls->p[k].from, W_VA) || whole_line(s, before, &said_incomplete) ||
	       whole_line(s, &ls->p[k], &said_offices);
}

/* A cell of a table may hold two names in one line: "UBND TỈNH A BAN QUẢN LÝ ...". The known body
 * that the line begins with is the line above. */
static void add_lines(const scan *s, line l, lines *to)
{
	uint32_t second;
	hit h;

	if (to->n + 1 < LINES_MAX && body_at(s, l.from, &h) && h.cls == BODY_AGENCY &&
	    (second = h.tok + h.ntok) < l.end && opens(s, second)) {
		to->p[to->n++] = (line){l.block, l.from, second};
		l.from = second;
	}
	to->p[to->n++] = l;
}

static slice lines_text(const scan *s, const lines *ls, uint32_t from)
{
	size_t n = 0, room = 0;
	char *p;

	for (uint32_t k = from; k < ls->n; k++)
		room += scan_words(s, ls->p[k].from, ls->p[k].end).n + 1;
	p = arena_alloc(s->a, room + 1);
	for (uint32_t k = from; k < ls->n; k++) {
		slice w = scan_words(s, ls->p[k].from, ls->p[k].end);

		if (k > from)
			p[n++] = ' ';
		slice_copy(p + n, w);
		n += w.n;
	}
	while (n > 0 && (p[n - 1] == '-' || p[n - 1] == ' '))
		n--;
	return (slice){p, n};
}

void issuer_resolve(scan *s, slice text, actor *who)
{
	tokens tk = tokens_of(text, s->rd->lex, s->a);
	hit h;

	if (s->rd->reg == NULL || tk.n == 0 ||
	    !lexicon_longest(s->rd->lex, &tk, 0, LAYER_BODY, &h) || h.ntok != tk.n)
		return;
	if (h.cls == BODY_GROUP)
		who->group = s->rd->reg->bodies.p[h.value].code;
	else
		who->agency = s->rd->reg->bodies.p[h.value].code;
}

void issuer_take(scan *s, uint32_t i, uint32_t end)
{
	s->r->issuer.text = scan_words(s, i, end);
	s->r->issuer.at = tokens_span(&s->tk, i, end);
	issuer_resolve(s, s->r->issuer.text, &s->r->issuer);
}

/* "UBND TỈNH LẠNG SƠN" / "VĂN PHÒNG": the registry names that office without the province
 * ("Văn phòng UBND tỉnh"). Only where what it names it after is the very body above. */
static void resolve_office(scan *s, const lines *ls, uint32_t from)
{
	enum { OFFICE = 2 };
	actor above = {0}, named = {0};
	lines upper = *ls;
	tokens tk;
	hit h;

	if (ls->n < from + 2 || !whole_line(s, &ls->p[ls->n - 1], &said_offices))
		return;
	upper.n--;
	issuer_resolve(s, lines_text(s, &upper, from), &above);
	upper = (lines){.p = {ls->p[ls->n - 1]}, .n = 1};
	for (uint32_t k = from; k + 1 < ls->n; k++)
		upper.p[upper.n++] = ls->p[k];
	tk = tokens_of(lines_text(s, &upper, 0), s->rd->lex, s->a);
	if (above.agency.n == 0 || !lexicon_longest(s->rd->lex, &tk, 0, LAYER_BODY, &h) ||
	    h.cls != BODY_AGENCY || h.ntok <= OFFICE || h.ntok > tk.n)
		return;
	issuer_resolve(s, slice_at(tk.text, tokens_span(&tk, OFFICE, h.ntok)), &named);
	if (slice_eq(named.agency, above.agency))
		s->r->issuer.agency = s->rd->reg->bodies.p[h.value].code;
}

/* "BẢO HIỂM XÃ HỘI" / "VIỆT NAM": does block k end the name right above it, and no title of the State? */
static bool names_country(const scan *s, const lines *ls, uint32_t k)
{
	const block *b = &s->r->blocks.p[k];

	return ls->n != 0 && ls->p[ls->n - 1].block + 1 == k && b->ntok == 2 &&
	       says(s, b->tok, S("việt nam")) == 2;
}

/* Does the line stand below both the number and the place and date? */
static bool below_all(const scan *s, const block *b)
{
	const reading *r = s->r;

	return r->number.at.len != 0 && r->issued.at.len != 0 && b->at.at > r->number.at.at &&
	       b->at.at > r->issued.at.at;
}

/* A line above the number that names a body in small letters, as pages of the web have letterheads. */
static bool small_line(const scan *s, const block *b, line *ret)
{
	enum { NAME_TOKENS_MAX = 14 };
	uint32_t i = b->tok, end = i + b->ntok;

	if (b->at.at >= s->r->number.at.at || b->ntok < 2 || b->ntok > NAME_TOKENS_MAX ||
	    !(scan_tok(s, i)->flags & TF_CAP) || !issuer_opens(s, i))
		return false;
	for (uint32_t j = i; j < end; j++)
		if (scan_tok(s, j)->kind != TOK_WORD && !scan_mark(s, j, '-') &&
		    !scan_mark(s, j, '&') && !(scan_mark(s, j, ',') && j + 1 < end))
			return false;
	*ret = (line){0, i, end};
	return true;
}

/* Is what was found in the block, so that it names nobody? */
static bool holds(const block *b, span at)
{
	return at.len != 0 && at.at >= b->at.at && at.at < span_end(b->at);
}

/* The lines of the letterhead among blocks [0, top); false when nothing shows that there is one. */
static bool gather(const scan *s, uint32_t top, bool small, lines *ls)
{
	const blocks *bs = &s->r->blocks;
	urgency u = URGENCY_NONE;
	secrecy x = SECRECY_NONE;
	bool header = s->r->number.state != BLANK_NOT_SEEN ||
	              s->r->issued.state != BLANK_NOT_SEEN || s->r->kind.value != KIND_NONE;

	for (uint32_t k = 0; k < top && ls->n < LINES_MAX; k++) {
		const block *b = &bs->p[k];
		uint32_t end;
		line l;

		/* Below its kind a decision says who issues it: the letterhead stands above. Below "V/v"
		 * there are stamps, and the other column. */
		end = b->tok + b->ntok;
		if (ls->n > 0 && (b->zone == ZONE_KIND ||
		                  (b->zone == ZONE_HEADER && subject_at(s, b->tok, end) < end)))
			break;
		if (b->zone != ZONE_HEADER || header_mark(s, b, &u, &x))
			continue;
		if (header_boilerplate(s, b) && !names_country(s, ls, k)) {
			header |= b->ntok > 2;
			continue;
		}
		if (holds(b, s->r->number.at) || holds(b, s->r->issued.at) ||
		    !(small ? small_line(s, b, &l) : issuer_line(s, b, &l)))
			continue;
		/* "ĐẾN Số: 1998": a stamp of whoever got it stands below the number and the date */
		if (ls->n > 0 && below_all(s, b))
			break;
		/* of the union, or of a council's session */
		if (whole_line(s, &l, &said_unions) || says(s, l.from, S("khóa")) != 0 ||
		    says(s, l.from, S("kỳ họp")) != 0)
			continue;
		if (says_any(s, l.from, &said_titles, NULL) != 0)
			break;
		if (ls->n == 0 && !opens(s, l.from))
			continue;
		l.block = k;
		add_lines(s, l, ls);
	}
	return header && ls->n > 0;
}

void header_issuer(scan *s, uint32_t top)
{
	lines ls = {.n = 0};
	uint32_t from;

	/* Capitals at the top of a table or a list are no letterhead. */
	if (!gather(s, top, false, &ls)) {
		ls.n = 0;
		if (s->r->number.at.len == 0 || !gather(s, top, true, &ls))
			return;
	}
	for (from = ls.n - 1; from > 0 && carries_on(s, &ls, from); from--)
		;
	s->r->issuer.text = lines_text(s, &ls, from);
	/* The quốc hiệu may stand between two lines of the name: then one line is shown. */
	s->r->issuer.at = ls.p[ls.n - 1].block - ls.p[from].block <= ls.n - 1 - from
	                          ? tokens_span(&s->tk, ls.p[from].from, ls.p[ls.n - 1].end)
	                          : tokens_span(&s->tk, ls.p[from].from, ls.p[from].end);
	issuer_resolve(s, s->r->issuer.text, &s->r->issuer);
	if (s->r->issuer.agency.n == 0 && s->r->issuer.group.n == 0 && s->rd->reg != NULL)
		resolve_office(s, &ls, from);
}
