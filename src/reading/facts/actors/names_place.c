/*
 * names_place.c - what stands behind a body's name and tells which it is: "chi nhánh Khu vực
 * 5", "các tỉnh: Lào Cai, Cao Bằng", "theo Quyết định số ...", a bracket, an apposition.
 *
 * Each looks at one place of the text and returns the token after what it read, or the
 * place itself. Never looks over a full stop.
 */
#include "reading/facts/actors/names.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* May the words at i be which of a body's namesakes it is: "thành phố Từ Sơn", "BQLDA Mỹ
 * Thuận"? A capital within a sentence is a name's, even where the word is otherwise a cue. */
bool name_which(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i), *next = scan_tok(s, i + 1);

	if (t->kind != TOK_WORD || !(t->flags & TF_CAP))
		return false;
	return t->cue == CUE_NONE || (t->cue_len == 1 && next->kind == TOK_WORD &&
	                              (next->flags & TF_CAP) && next->cue == CUE_NONE);
}

/* "2", "II", "a", "Hai": does the number or letter of a part stand at i? */
static bool part_number(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i);

	if (t->kind != TOK_WORD)
		return t->kind == TOK_NUM;
	return (t->flags & TF_ROMAN) != 0 || t->len == 1 ||
	       slice_eq(scan_words(s, i, i + 1), S("đ")) ||
	       ((t->flags & TF_CAP) && (t->word == W_MOT_4 || word_counts(t->word)));
}

/* "các mục 2.1, 2.2", "điểm a, c mục Hai": past the numbers of parts at i; i when there are none. */
static uint32_t name_numbers(const scan *s, uint32_t i, uint32_t end)
{
	static const slice parts[] = {S("mục"), S("khoản"), S("điểm"), S("phụ lục"), S("phần")};
	SAYINGS(parts);
	uint32_t j = i + scan_is(s, i, W_CAC), n = says_any(s, j, &said_parts, NULL), done = i;

	for (j += n; n != 0 && j < end; j++) {
		if (part_number(s, j)) {
			done = j + 1;
			continue;
		}
		if (!scan_mark(s, j, ',') && !scan_mark(s, j, '.') && !scan_is(s, j, W_VA) &&
		    says_any(s, j, &said_parts, NULL) != 1)
			break;
	}
	return done;
}

/* 'cột "Ai chủ trì"', "bảng trên": past a table or what is quoted of it at i; i when it is none. */
static uint32_t name_of_table(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 12 };
	static const slice tables[] = {S("bảng"), S("biểu"), S("cột"), S("danh sách")};
	SAYINGS(tables);
	uint32_t n = says_any(s, i, &said_tables, NULL), j = i + n;

	if (n == 0)
		return i;
	if (scan_mark(s, j, '"')) {
		n = scan_next(s, j + 1, end < j + WORDS ? end : j + WORDS, '"');
		return scan_mark(s, n, '"') ? n + 1 : i;
	}
	if (scan_is(s, j, W_TREN) || says(s, j, S("kèm theo")) != 0)
		return j + (scan_is(s, j, W_TREN) ? 1 : 2);
	return scan_is(s, j, W_TAI) || scan_is(s, j, W_O) ? j + 1 : i;
}

/* "khoản 1 Điều này", "mục 2 Thông báo này", "Phụ lục I kèm theo Công văn số 12": past the part and the
 * paper at i; i when it is none. */
uint32_t name_of_part(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 3 };
	uint32_t table = name_of_table(s, i, end), j = name_numbers(s, table, end), k;

	if (j == table && table != i) /* "bảng tại" of no part is none */
		return scan_is(s, table - 1, W_TAI) || scan_is(s, table - 1, W_O) ? i : table;
	j += says(s, j, S("kèm theo"));
	/* "... thông báo này", "... Điều này" */
	for (k = j; k < end && k < j + WORDS && scan_tok(s, k)->kind == TOK_WORD; k++)
		if (scan_is(s, k + 1, W_NAY_5) &&
		    (cue_at(s, j, NULL) == CUE_KIND || says(s, j, S("điều")) != 0 ||
		     says(s, j, S("văn bản")) != 0 || says(s, j, S("thông báo")) != 0))
			return k + 2;
	/* "Điều 2", "Điều 2 Quyết định này" */
	if (says(s, j, S("điều")) != 0 && scan_tok(s, j + 1)->kind == TOK_NUM) {
		for (k = j + 2; k < end && k < j + 2 + WORDS; k++)
			if (cue_at(s, j + 2, NULL) == CUE_KIND && scan_is(s, k, W_NAY_5))
				return k + 1;
		return j + 2;
	}
	return j;
}

/* After "liên quan", "thành phố", "trực thuộc": to what, which, of whom. */
uint32_t name_related(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t n;

	/* "có tên tại các mục 2.1, 2.2", "nêu trong bảng tại mục II", "có tên ở trên" */
	if ((scan_is(s, i - 1, W_TAI) || scan_is(s, i - 1, W_O) || scan_is(s, i - 1, W_TRONG)) &&
	    name_of_part(s, i, end) != i)
		return name_of_part(s, i, end);
	if (scan_is(s, i - 1, W_O) && scan_is(s, i, W_TREN))
		return i + 1;
	/* "có liên quan đến hoạt động khoáng sản" */
	if (scan_is(s, i, W_DEN))
		return name_clause(s, i + 1, end);
	/* "UBND thành phố Từ Đức" */
	if (scan_is(s, i - 1, W_PHO_1) && name_which(s, i))
		return name_capitals(s, i, end, 4);
	/* "các chi bộ trực thuộc Đảng ủy xã" */
	if (scan_is(s, i - 1, W_THUOC) && i < end && (scan_tok(s, i)->flags & TF_CAP) &&
	    cue_at(s, i, NULL) == CUE_HEAD)
		return name_unknown(s, i, end);
	/* "các khoa, phòng trực thuộc trường thực hiện": whoever writes */
	if (scan_is(s, i - 1, W_THUOC) && cue_at(s, i, &n) == CUE_HEAD && i + n < end &&
	    (scan_mark(s, i + n, ':') || cue_orders(cue_at(s, i + n, NULL))))
		return i + n;
	return i;
}

/* "các tỉnh từ Quảng Ninh đến Lâm Đồng", from its "từ" at i; i when it is none. */
uint32_t name_stretch(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t first = name_capitals(s, i + 1, end, 4), last;

	if (first == i + 1 || first >= end || !scan_is(s, first, W_DEN))
		return i;
	last = name_capitals(s, first + 1, end, 4);
	return last == first + 1 ? i : last;
}

/* "Sở Xây dựng các tỉnh: Lào Cai, Tuyên Quang": the body of each of the places named, from
 * "các" at i; i when no place is. */
uint32_t name_places(const scan *s, uint32_t i, uint32_t end, const actor *of)
{
	enum { PLACES_MAX = 200 };
	uint32_t j = i + 1, done;

	if (of->agency.n == 0)
		return i;
	if (scan_is(s, j, W_TINH_TINH))
		j++;
	else if (scan_is(s, j, W_THANH) && scan_is(s, j + 1, W_PHO_1))
		j += 2;
	else
		return i;
	if (scan_mark(s, j, ',') && scan_is(s, j + 2, W_PHO_1))
		j += 3;
	j += scan_mark(s, j, ':');
	for (done = j; j < end && j < i + PLACES_MAX;) {
		uint32_t k = name_capitals(s, j, end, 4);

		if (k == j || cue_at(s, j, NULL) == CUE_HEAD || cue_at(s, j, NULL) == CUE_POST)
			break;
		done = k;
		if (!scan_mark(s, k, ',') && !scan_is(s, k, W_VA))
			return done;
		j = k + 1;
	}
	return done > i + 2 && (scan_tok(s, done - 1)->flags & TF_CAP) ? done : i;
}

/* "Ngân hàng Nhà nước chi nhánh Khu vực 5", "Kiểm toán nhà nước khu vực X": which part of the
 * body. Returns the token after, i when no part is named. */
uint32_t name_branch(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i, k;
	bool branch = says(s, j, S("chi nhánh")) != 0;

	j += branch ? 2 : 0;
	if (branch && scan_is(s, j, W_TINH_TINH))
		return name_capitals(s, j + 1, end, 3);
	k = j + (says(s, j, S("khu vực")) != 0 ? 2 : 0);
	if (k > j && k < end &&
	    (scan_tok(s, k)->kind == TOK_NUM || (scan_tok(s, k)->flags & TF_CAP)))
		return scan_tok(s, k)->kind == TOK_NUM ? k + 1 : name_capitals(s, k, end, 4);
	return branch ? name_capitals(s, j, end, 4) : i;
}

uint32_t name_deed(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 24 };
	uint32_t at = scan_tok(s, i + 1)->at, k = citations_from(s, at), j = i + 1;

	if (k >= s->r->citations.n || s->r->citations.p[k].at.at != at ||
	    s->r->citations.p[k].number.n == 0)
		return i;
	while (j < end && j < i + WORDS && scan_tok(s, j)->at < span_end(s->r->citations.p[k].at))
		j++;
	return j < end && name_stops(cue_at(s, j, NULL)) ? j : i;
}

/* "UBND các quận, huyện, thành phố Thủ Đức": a group, and one of another kind by name. Returns
 * the token after it, i when none follows. */
uint32_t name_unit(const scan *s, uint32_t i)
{
	static const slice units[] = {S("thị xã"), S("thành phố"), S("thị trấn"), S("quận"),
	                              S("huyện"),  S("phường"),    S("đặc khu"),  S("xã")};
	SAYINGS(units);
	uint32_t n = says_any(s, i, &said_units, NULL);

	return n != 0 && (scan_tok(s, i + n)->flags & TF_CAP) ? i + n : i;
}

uint32_t name_dashed(const scan *s, uint32_t i)
{
	static const slice more[] = {S("ban ngành"), S("ban, ngành"), S("ban"),
	                             S("ngành"),     S("huyện"),      S("phường"),
	                             S("xã"),        S("thị trấn"),   S("đoàn thể")};
	SAYINGS(more);
	uint32_t n;

	while (scan_mark(s, i, '-') && (n = says_any(s, i + 1, &said_more, NULL)) != 0 &&
	       !(scan_tok(s, i + 1 + n)->flags & TF_CAP))
		i += 1 + n;
	return i;
}

uint32_t name_other_unit(const scan *s, uint32_t i)
{
	static const slice units[] = {S("thị xã"), S("thành phố"), S("thị trấn"),
	                              S("quận"),   S("phường"),    S("huyện")};
	SAYINGS(units);
	uint32_t n = says_any(s, i, &said_units, NULL);

	return n != 0 && !(scan_tok(s, i + n)->flags & TF_CAP) ? i + n : i;
}

uint32_t name_unit_too(const scan *s, uint32_t i, uint32_t end)
{
	static const slice kinds[] = {S("thành phố"), S("thị xã"), S("đặc khu")};
	SAYINGS(kinds);
	uint32_t j = i + (scan_mark(s, i, ',') || scan_is(s, i, W_VA));
	uint32_t n = j > i ? says_any(s, j, &said_kinds, NULL) : 0;

	if (n == 0 || j + n >= end || !(scan_tok(s, j + n)->flags & TF_CAP))
		return i;
	return name_capitals(s, j + n, end, 3);
}

/* "Sở Y tế - Cơ quan Thường trực Ban Chỉ đạo": what the body is besides, no other. */
bool name_apposition(const scan *s, uint32_t i, uint32_t end)
{
	return i + 4 < end && (scan_mark(s, i, '-') || scan_mark(s, i, ',')) &&
	       cue_at(s, i + 1, NULL) == CUE_HEAD && scan_is(s, i + 1, W_CO) &&
	       scan_is(s, i + 2, W_QUAN);
}

/* A bracket at i, as a note. Returns the token after it; i when none stands there. */
uint32_t name_bracket(const scan *s, uint32_t i, uint32_t end, slice *ret_note)
{
	uint32_t j = i + 1;

	if (!scan_mark(s, i, '('))
		return i;
	while (j < end && j - i < 60 && !scan_mark(s, j, ')'))
		j++;
	if (j >= end || !scan_mark(s, j, ')'))
		return i;
	*ret_note = scan_words(s, i + 1, j);
	return j + 1;
}

bool name_of_units(const scan *s, uint32_t i)
{
	return scan_is(s, i, W_XA) || scan_is(s, i, W_PHUONG) || scan_is(s, i, W_HUYEN);
}

/* "dự họp", "tham dự hội nghị" at i: by what those present are told apart; i when it is none. */
static uint32_t name_attends(const scan *s, uint32_t i)
{
	static const slice attends[] = {
		S("dự họp"),      S("tham dự họp"), S("dự hội nghị"),      S("tham dự hội nghị"),
		S("tham dự"),     S("dự cuộc họp"), S("tham dự cuộc họp"), S("tham gia dự họp"),
		S("cử học viên"), S("cử người dự"), S("cử đại biểu")};
	SAYINGS(attends);

	return i + says_any(s, i, &said_attends, NULL);
}

/* A generic word [i, after): its name, or what tells it apart. Returns the token after. */
uint32_t name_generic(const scan *s, uint32_t i, uint32_t after, uint32_t end, bool many)
{
	uint32_t named, n;

	/* "chi bộ các thôn", "đoàn thể các cấp" */
	if (scan_is(s, after, W_CAC) && after + 1 < end && cue_at(s, after + 1, &n) == CUE_GENERIC)
		after += 1 + n;
	/* "các cơ quan Trung ương trên địa bàn": no name that begins with "Trung" */
	named = cue_at(s, after, NULL) == CUE_RELATED ? after : name_capitals(s, after, end, 6);
	/* "Liên danh nhà thầu Tân Thành - Phúc Lộc" */
	if (named > after && scan_mark(s, named, '-') && says(s, i, S("liên danh")) != 0)
		named = name_capitals(s, named + 1, end, 6);
	/* "các phường Kỳ Lừa, Đông Kinh": the head of a list */
	if (scan_is(s, after - 2, W_CAC) && name_of_units(s, after - 1))
		return after;
	/* "Nhà thầu Công ty Tân Nam" */
	if (named > after && cue_at(s, after, NULL) == CUE_HEAD)
		return name_unknown(s, after, end);
	/* "NHIỆM VỤ CỦA XÃ THỜI GIAN TỚI": in a line of capitals they name nobody. */
	if ((scan_tok(s, i)->flags & TF_UPPER) && scan_tok(s, i)->len > 1)
		named = after;
	/* "Bộ phận Tài chính - Kế toán": its own name, not all in capitals */
	if (named > after && named < end && scan_tok(s, named)->kind == TOK_WORD &&
	    cue_at(s, named, NULL) == CUE_NONE && scan_tok(s, named)->cue == CUE_NONE &&
	    cue_at(s, after, NULL) == CUE_NONE && says(s, i, S("bộ phận")) != 0)
		return name_unknown(s, after, end);
	/* "Nhà thầu Trung Chính", "Tổ dân phố Số 5": by name. */
	if (named < end && named > after && scan_tok(s, named)->kind == TOK_NUM)
		named++;
	if (named == after)
		named = name_branch(s, after, end);
	/* "Tổ dân phố số 4" */
	if (named == after && scan_is(s, after, W_SO) && after + 1 < end &&
	    scan_tok(s, after + 1)->kind == TOK_NUM)
		named = after + 2;
	if (named == after && name_numbered(s, after))
		named = after + 1;
	/* "tổ chức, cá nhân", "các nhà thầu, doanh nghiệp kinh doanh cát" */
	many |= scan_next(s, i, after, ',') < after ||
	        (after > i + 1 && i > 0 && scan_mark(s, i - 1, ','));
	many |= says(s, i, S("chủ")) != 0 && after > i + 1; /* "Chủ bè nuôi tôm" */
	if (named != after)
		return named;
	/* "Các đơn vị dự họp gửi kế hoạch" */
	n = name_attends(s, after);
	if (many && n != after && (cue_orders(cue_at(s, n, NULL)) || doing_at(s, n)))
		return n;
	return after;
}

uint32_t name_colon(const scan *s, uint32_t i)
{
	uint32_t n = scan_is(s, i, W_GOM_5) + says(s, i, S("bao gồm"));

	return n != 0 && scan_mark(s, i + n, ':') ? i + n : i;
}

uint32_t name_projects(const scan *s, uint32_t i)
{
	static const slice boards[] = {S("ban qlda"), S("ban quản lý dự án")};
	SAYINGS(boards);

	return scan_is(s, i, W_BAN) ? says_any(s, i, &said_boards, NULL) : 0;
}

uint32_t name_board(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	if (j + 1 >= end || name_projects(s, i) == 0)
		return j;
	if (scan_tok(s, j)->kind == TOK_NUM)
		return scan_tok(s, j + 1)->kind == TOK_WORD || scan_mark(s, j + 1, ':') ||
		                       scan_mark(s, j + 1, ',')
		               ? j + 1
		               : j;
	/* "Ban QLDA ĐTXDCT dân dụng và công nghiệp chủ động" */
	if ((scan_tok(s, j - 1)->flags & TF_UPPER) && name_plain(s, j)) {
		uint32_t k = name_unknown(s, i, end);

		if (k > j && k < end && cue_orders(cue_at(s, k, NULL)))
			return k;
	}
	return (scan_tok(s, j - 1)->flags & TF_CAP) && scan_tok(s, j)->kind == TOK_WORD &&
	                       cue_at(s, j, NULL) == CUE_NONE && name_joins(scan_tok(s, j)->word) &&
	                       cue_orders(cue_at(s, j + 1, NULL))
	               ? j + 1
	               : j;
}

bool name_which_in(const scan *s, uint32_t i)
{
	/* "(Cơ quan Thường trực Ban Chỉ đạo)": what it is besides */
	static const slice papers[] = {S("phụ lục"), S("danh sách"), S("biểu"),
	                               S("mẫu"),     S("cơ quan"),   S("đơn vị")};
	SAYINGS(papers);
	hit h;

	return (scan_tok(s, i)->flags & TF_CAP) && cue_at(s, i, NULL) != CUE_POST &&
	       says_any(s, i, &said_papers, NULL) == 0 &&
	       !(body_at(s, i, &h) && h.cls == BODY_AGENCY && scan_mark(s, h.tok + h.ntok, ')'));
}

bool name_things_in(const scan *s, uint32_t i)
{
	enum { NOTE = 24 };
	/* What begins no name of a thing: "(trừ xã A, xã B)". */
	static const slice notes[] = {S("trừ"),     S("kể cả"), S("gồm"),       S("bao gồm"),
	                              S("theo"),    S("kèm"),   S("có"),        S("qua"),
	                              S("sau đây"), S("riêng"), S("nếu"),       S("để"),
	                              S("tại"),     S("ở"),     S("danh sách"), S("phối hợp")};
	SAYINGS(notes);
	uint32_t close = scan_next(s, i, i + NOTE, ')');

	return !(scan_tok(s, i)->flags & TF_CAP) && cue_at(s, i, NULL) == CUE_NONE &&
	       says_any(s, i, &said_notes, NULL) == 0 && scan_next(s, i, close, ',') < close &&
	       cue_next(s, i, close, CUE_VERB) >= close;
}

uint32_t name_before_note(const scan *s, uint32_t i, uint32_t k, const actor *of)
{
	uint32_t j = k;

	if (k <= i || !scan_mark(s, k - 1, ')'))
		return k;
	while (j > i && !scan_mark(s, j, '('))
		j--;
	return j == i || (of->agency.n == 0 && name_which_in(s, j + 1)) ? k : j;
}

bool name_of_office(const scan *s, uint32_t i, uint32_t j)
{
	hit h;

	return j >= i + 3 && says(s, j - 2, S("văn phòng")) == 2 && body_at(s, j - 2, &h) &&
	       h.cls == BODY_AGENCY && h.ntok > 2;
}

uint32_t name_in_charge(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 16 };
	uint32_t n = says(s, i, S("phụ trách")), from = i + n;

	/* "Phó Chủ tịch phụ trách" is a post too */
	if (n == 0 && (i < 2 || says(s, i - 2, S("phụ trách")) == 0))
		return i;
	for (uint32_t j = from; j < end && j < i + WORDS; j++) {
		enum cue c = cue_at(s, j, NULL);

		if (scan_tok(s, j)->kind != TOK_WORD && !scan_mark(s, j, ','))
			return scan_mark(s, j, ':') ? j : i;
		if (j > from && (c == CUE_ADVERB || c == CUE_LEAD || c == CUE_DUTY ||
		                 scan_is(s, j, W_HANG_5) || scan_is(s, j, W_HANG)))
			return j;
		/* "phụ trách đào tạo, kinh tế gặp": no further field */
		if (j > from && !scan_mark(s, j - 1, ',') && !name_field(s, j) &&
		    (cue_orders(c) || doing_at(s, j)))
			return j;
	}
	return i;
}

bool name_separator(const scan *s, uint32_t *i, uint32_t end)
{
	uint32_t j = *i;

	while (j < end && (scan_mark(s, j, ',') || scan_mark(s, j, ';') || scan_mark(s, j, '&') ||
	                   scan_mark(s, j, '/') || scan_is(s, j, W_VA)))
		j++;
	if (j == *i || j >= end)
		return false;
	*i = j;
	return true;
}

uint32_t name_of_unit(const scan *s, uint32_t i, uint32_t end)
{
	/* Of the grammar's words these alone: most that stand behind an actor are none. */
	static const bool units[W_COUNT] = {
		[W_DAC_4] = true,  [W_TINH_TINH] = true, [W_XA] = true,
		[W_PHUONG] = true, [W_HUYEN] = true,     [W_QUAN_4] = true,
	};
	uint16_t word = scan_word(s, i);

	if (word != 0 && word < W_COUNT && !units[word])
		return i;
	if (says(s, i, S("đặc khu")) != 0 || says(s, i, S("thị xã")) != 0)
		return name_capitals(s, i + 2, end, 3);
	if (says(s, i, S("nhà trường")) != 0) /* "Ban Giám hiệu nhà trường" */
		return i + 2;
	if (!scan_is(s, i, W_TINH_TINH) && !name_of_units(s, i) && !scan_is(s, i, W_QUAN_4))
		return i;
	if ((scan_tok(s, i + 1)->flags & TF_CAP) && !scan_is(s, i, W_QUAN_4))
		return name_capitals(s, i + 1, end, 3);
	return scan_is(s, i, W_TINH_TINH) || !scan_is(s, i + 1, W_HOI_4) ? i + 1 : i;
}
