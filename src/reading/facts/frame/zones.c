/*
 * zones.c - which part of the letter a paragraph belongs to.
 *
 * A walk from the top with one state: header, kind, title, addressee, body. The
 * layout of Decree 30/2020 Annex I is fixed, but conversion shuffles it: what stands
 * where it does not belong is judged by its own look. What is below the body: zones_foot.c.
 */
#include "reading/facts/frame/zones_priv.h"

#include "reading/facts/frame/header.h"

enum {
	HEADER_BLOCKS_MAX = 40,
	TITLE_BLOCKS_MAX = 8,
	OPENING_TOKENS = 24, /* so long and with a colon, what follows the kind is no title */
	BODY_MIN_BYTES = 160,
	STRAY_TOKENS_MAX = 16,
	NUMBER_TOKENS_MAX = 28, /* with hour and day behind it */
	ADDRESS_TOKENS_MAX = 80, /* with the subject before it */
	TABLE_LOOK_MAX = 16
};

bool zone_starts(const scan *s, const block *b, uint16_t w1, uint16_t w2)
{
	return b->ntok >= 2 && scan_is(s, b->tok, w1) && scan_is(s, b->tok + 1, w2);
}

/* Of a telegram: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ... điện:", or "Điện:" below who wires. */
static bool is_wiring(const scan *s, const block *b)
{
	return b->ntok >= 2 && b->ntok < 24 && b->marker.len == 0 &&
	       scan_mark(s, b->tok + b->ntok - 1, ':') &&
	       scan_is(s, b->tok + b->ntok - 2, W_DIEN_TG);
}

static bool is_addressee(const scan *s, const block *b)
{
	if (is_wiring(s, b))
		return true;
	if (scan_is(s, b->tok, W_GUI) && scan_mark(s, b->tok + 1, ':') && s->scanned)
		return true; /* a scan lost the other word */
	if (b->ntok < ADDRESS_TOKENS_MAX &&
	    addressed_at(s, b->tok, b->tok + b->ntok) < b->tok + b->ntok)
		return true;
	return zone_starts(s, b, W_KINH, W_GUI) && (b->ntok == 2 || scan_mark(s, b->tok + 2, ':') ||
	                                            scan_mark(s, b->tok + 2, '-') || b->ntok < 40);
}

bool zone_recipients(const scan *s, const block *b)
{
	return zone_starts(s, b, W_NOI, W_NHAN) &&
	       (b->ntok == 2 || !(scan_tok(s, b->tok + 2)->kind == TOK_WORD));
}

/* "TM.", "KT.", "TL.", "T/M": how a signature begins. */
bool zone_authority(const scan *s, const block *b)
{
	const token *t = scan_tok(s, b->tok);

	if (b->ntok < 2 || t->kind != TOK_WORD || !(t->flags & TF_UPPER))
		return false;
	if (scan_mark(s, b->tok + 1, '/'))
		return (t->word == W_T || t->word == W_K) && scan_tok(s, b->tok + 2)->len == 1;
	return (t->word == W_TM || t->word == W_TL || t->word == W_KT || t->word == W_TUQ ||
	        (t->word == W_Q && scan_mark(s, b->tok + 1, '.'))) &&
	       (scan_mark(s, b->tok + 1, '.') || b->ntok <= 6);
}

static bool is_basis(const scan *s, const block *b)
{
	const token *t = scan_tok(s, b->tok);

	return zone_starts(s, b, W_CAN, W_CU) || zone_starts(s, b, W_THUC, W_HIEN) ||
	       t->word == W_XET || t->word == W_NHAM || (t->word == W_DE && b->ntok > 12) ||
	       (t->word == W_THEO && b->ntok > 12) || (t->word == W_TIEP && b->ntok > 12) ||
	       (t->word == W_NGAY && scan_tok(s, b->tok + 1)->kind == TOK_NUM);
}

static bool is_subject_line(const scan *s, const block *b)
{
	uint32_t none = b->tok + b->ntok + 1; /* "V/v" may stand alone */

	return subject_at(s, b->tok, none) < none;
}

static bool ends_with_any(const scan *s, const block *b, const char *set)
{
	const token *t = scan_tok(s, b->tok + b->ntok - 1);

	return b->ntok != 0 && t->kind == TOK_PUNCT && t->word < 128 && t->word != 0 &&
	       strchr(set, (char)t->word) != NULL;
}

/* "_ BẢO HIỂM XÃ HỘI", "— Độc lập - Tự do": of a scan, a stroke before a short line of the header is no
 * bullet. */
static bool is_stroke(const scan *s, const block *b)
{
	slice m = slice_at(s->r->text, b->marker);

	return s->scanned && m.n != 0 && (m.p[0] < '0' || m.p[0] > 'z' || m.p[0] == '_') &&
	       (block_text_upper(s, b) || header_boilerplate(s, b));
}

/* Does running text begin here? */
static bool is_body(const scan *s, const block *b)
{
	if (b->ntok == 0 || is_subject_line(s, b) || is_stroke(s, b))
		return false;
	if (b->marker.len != 0)
		return true;
	if (b->table >= 0)
		return is_basis(s, b) && b->at.len > BODY_MIN_BYTES;
	if (block_text_upper(s, b))
		return false;
	return is_basis(s, b) || b->at.len >= BODY_MIN_BYTES ||
	       (b->at.len >= 60 && ends_with_any(s, b, ".:;,"));
}

/* Does a body's name in the line above go on? "BAN CHỈ ĐẠO CÁC" / "CHƯƠNG TRÌNH" / "MỤC TIÊU …", as a
 * narrow column breaks it. */
static bool names_on(const scan *s, const block *above)
{
	static const slice open[] = {S("các"),          S("và"),          S("của"),
	                             S("ban chỉ đạo"),  S("ban quản lý"), S("ban điều phối"),
	                             S("ban điều hành")};
	SAYINGS(open);

	return block_text_upper(s, above) &&
	       said_before(s, above->tok + above->ntok, &said_open) != 0;
}

/* A kind of document in capitals on a line of its own. */
bool zone_kind(const scan *s, const block *b)
{
	uint32_t n;

	if (b > s->r->blocks.p && names_on(s, b - 1))
		return false;
	/* "Thông báo" alone on its line is one in small letters too. */
	return b->ntok >= 2 && b->ntok <= 8 && b->marker.len == 0 &&
	       (block_text_upper(s, b)
	                ? kind_at(s, b->tok, &n) != KIND_NONE
	                : b->ntok <= 3 && (scan_tok(s, b->tok)->flags & TF_CAP) &&
	                          kind_at(s, b->tok, &n) != KIND_NONE && n == b->ntok);
}

/* "Kính mời: ...", "Hồi: 19 giờ 30 ...": does the line give a part of an invitation that has no
 * running text? */
static bool is_call_line(const scan *s, const block *b)
{
	static const slice parts[] = {S("kính mời"), S("trân trọng kính mời"),
	                              S("dự"),       S("đến dự"),
	                              S("tới dự"),   S("thời gian"),
	                              S("địa điểm"), S("hồi"),
	                              S("vào hồi"),  S("tại"),
	                              S("chủ trì"),  S("thành phần")};
	SAYINGS(parts);
	uint32_t n = b->marker.len == 0 ? says_any(s, b->tok, &said_parts, NULL) : 0;

	return n != 0 && n < b->ntok && scan_mark(s, b->tok + n, ':');
}

static bool is_title_more(const scan *s, const block *b, const block *before)
{
	const token *t = scan_tok(s, b->tok);

	if (b->marker.len != 0 || is_addressee(s, b) || is_basis(s, b) ||
	    scan_mark(s, b->tok, '(') || is_call_line(s, b))
		return false;
	if (t->kind == TOK_WORD && !(t->flags & TF_CAP))
		return true;
	if (ends_with_any(s, before, ",;-") && b->at.len < BODY_MIN_BYTES)
		return true;
	/* A title in capitals goes on as long as they do. */
	if (block_text_upper(s, b) && block_text_upper(s, before) && !ends_with_any(s, b, ".:;,"))
		return true;
	return b->at.len < 100 && !ends_with_any(s, b, ".:;,") &&
	       (b->bold || b->centred || before->bold == b->bold);
}

/* A bullet, or a short line of a list: how "Kính gửi" goes on. */
static bool is_listed(const scan *s, const block *b)
{
	slice m = slice_at(s->r->text, b->marker);

	if (m.n != 0)
		return (m.p[0] == '-' || m.p[0] == '+' || m.p[0] == '*' ||
		        (unsigned char)m.p[0] >= 0x80) &&
		       b->at.len < 2 * BODY_MIN_BYTES;
	return b->at.len < 100 && ends_with_any(s, b, ";.,") && !is_basis(s, b);
}

/* A line of the header that conversion put after "Kính gửi". */
static bool is_header_line(const scan *s, const block *b)
{
	/* "MST: 0101…" in capitals says more of an addressee */
	return is_subject_line(s, b) ||
	       (block_text_upper(s, b) && b->marker.len == 0 && !scan_mark(s, b->tok + 1, ':'));
}

/* Quốc hiệu, number, place and date: header lines wherever columns were mixed up. */
static bool is_header_stray(const scan *s, const block *b)
{
	uint32_t i = b->tok, end = b->tok + b->ntok;
	bool number = scan_is(s, i, W_SO) && scan_mark(s, i + 1, ':');
	ymd d;

	if (b->ntok == 0 || b->ntok > (number ? NUMBER_TOKENS_MAX : STRAY_TOKENS_MAX) ||
	    b->marker.len != 0)
		return false;
	if (number || header_boilerplate(s, b))
		return true;
	while (i < end && !scan_is(s, i, W_NGAY))
		i++;
	return i < end && (scan_tok(s, b->tok)->flags & TF_CAP) && ymd_at(s, i, end, &d) &&
	       end - i - d.ntok <= 1 && says_any_in(s, i, end, SAID("tháng")) < end;
}

/* After "Kính gửi": does the body begin here? */
static bool ends_addressees(const scan *s, const block *b, const block *before)
{
	/* ... or by an opening that stands in the line of "Kính gửi" */
	bool closed = (ends_with_any(s, before, ".") && before->ntok > 3) ||
	              (ends_with_any(s, before, ":") && before->ntok > OPENING_TOKENS &&
	               !scan_is(s, before->tok + before->ntok - 2, W_GUI));

	if (b->ntok == 0 || zone_recipients(s, b) || zone_authority(s, b))
		return true;
	if (b->marker.len == 0 && (closed || (ends_with_any(s, b, ":") && b->ntok > 3)))
		return true;
	return !is_listed(s, b) && is_body(s, b);
}

/* "'V/ hướng dẫn …" above "Kính gửi": a scan tears the subject, and no letter has any of its text above
 * those to whom it is sent. */
static bool is_above_address(const scan *s, uint32_t k)
{
	enum { LOOK = 3 };
	const blocks *bs = &s->r->blocks;

	if (!s->scanned || bs->p[k].marker.len != 0)
		return false;
	for (uint32_t i = k + 1; i < bs->n && i <= k + LOOK; i++)
		if (is_addressee(s, &bs->p[i]))
			return true;
	return false;
}

/* One block in state `zone`: its zone, or ZONE_BODY when the body begins with it. */
static uint8_t top_step(const scan *s, uint8_t zone, uint32_t k, uint32_t titles)
{
	const block *b = &s->r->blocks.p[k], *before = k > 0 ? b - 1 : b;

	if (is_addressee(s, b))
		return ZONE_ADDRESSEE;
	switch (zone) {
	case ZONE_ADDRESSEE:
		if (zone_kind(s, b))
			return ZONE_KIND;
		if (is_header_line(s, b) && !zone_authority(s, b))
			return ZONE_HEADER;
		return ends_addressees(s, b, before) ? ZONE_BODY : ZONE_ADDRESSEE;
	case ZONE_HEADER:
		if (zone_kind(s, b))
			return ZONE_KIND;
		return k > HEADER_BLOCKS_MAX || (is_body(s, b) && !is_above_address(s, k)) ||
		                       zone_recipients(s, b)
		               ? ZONE_BODY
		               : ZONE_HEADER;
	case ZONE_KIND:
		/* "Thực hiện Đề án số 08" may be a plan's title: a title has no end mark. */
		return b->marker.len != 0 || is_call_line(s, b) ||
		                       (is_basis(s, b) && ends_with_any(s, b, ".:;,")) ||
		                       (b->ntok > OPENING_TOKENS && ends_with_any(s, b, ":"))
		               ? ZONE_BODY
		               : ZONE_TITLE;
	default:
		return titles >= TITLE_BLOCKS_MAX || !is_title_more(s, b, before) ? ZONE_BODY
		                                                                  : ZONE_TITLE;
	}
}

/* Does a row of a table with headings begin at block k? A letterhead has two columns. */
static bool opens_table(const scan *s, uint32_t k)
{
	const blocks *bs = &s->r->blocks;
	const block *b = &bs->p[k];
	uint32_t columns = 1, end = k + TABLE_LOOK_MAX < bs->n ? k + TABLE_LOOK_MAX : bs->n;

	if (b->table < 0 || (k > 0 && b[-1].table == b->table && b[-1].row == b->row))
		return false;
	for (k++; k < end && bs->p[k].table == b->table && bs->p[k].row == b->row; k++)
		columns += bs->p[k].column != bs->p[k - 1].column;
	return columns > 3 || (columns == 3 && b->ntok == 1 &&
	                       (says(s, b->tok, S("tt")) || says(s, b->tok, S("stt"))));
}

/* "KHÓA XI, KỲ HỌP THỨ BA" */
static bool is_session(const scan *s, const block *b)
{
	return block_text_upper(s, b) &&
	       (says(s, b->tok, S("khóa")) != 0 || says(s, b->tok, S("kỳ họp")) != 0);
}

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" between a decision's title and its "Căn cứ", "HỘI ĐỒNG NHÂN DÂN TỈNH"
 * over its session: who decides, no part of the title. */
static bool is_decider(const scan *s, uint32_t k)
{
	const blocks *bs = &s->r->blocks;
	const block *b = &bs->p[k];
	const token *t = scan_tok(s, b->tok);

	if (is_session(s, b))
		return true;
	return k + 1 < bs->n && b->ntok >= 3 && b->ntok <= STRAY_TOKENS_MAX && b->marker.len == 0 &&
	       block_text_upper(s, b) &&
	       (zone_starts(s, b + 1, W_CAN, W_CU) || is_session(s, b + 1)) &&
	       (t->cue == CUE_POST || t->cue == CUE_HEAD || (t->flags & TF_BODY));
}

/* Who wires, in capitals in the line or two above an "Điện:" of its own. */
static bool is_wirer(const scan *s, uint32_t k)
{
	const blocks *bs = &s->r->blocks;
	uint32_t next = k + 1;

	if (!block_text_upper(s, &bs->p[k]))
		return false;
	if (next < bs->n && block_text_upper(s, &bs->p[next]) && !is_wiring(s, &bs->p[next]))
		next++;
	return next < bs->n && bs->p[next].ntok == 2 && is_wiring(s, &bs->p[next]);
}

/* A page of the web may list the recipients in a field above the text. Where at block k that list begins and
 * text follows it, all of it is marked; the block behind it, k when it is no such field. */
static uint32_t recipients_above(scan *s, uint32_t k)
{
	enum { LIST_MAX = 30, TEXT_BYTES = 200 };
	blocks *bs = &s->r->blocks;
	uint32_t j = k + 1, n;

	while (j < bs->n && j - k < LIST_MAX && bs->p[j].marker.len != 0 &&
	       bs->p[j].at.len < TEXT_BYTES)
		j++;
	for (n = j; n < bs->n && n - j < 2; n++)
		if (zone_kind(s, &bs->p[n]) ||
		    (bs->p[n].marker.len == 0 && bs->p[n].at.len >= TEXT_BYTES))
			break;
	if (n >= bs->n || n - j == 2)
		return k;
	for (uint32_t i = k; i < j; i++)
		bs->p[i].zone = ZONE_RECIPIENTS;
	return j;
}

/* The top of the document, up to the first paragraph of the body. */
static uint32_t mark_top(scan *s)
{
	blocks *bs = &s->r->blocks;
	uint8_t zone = ZONE_HEADER;
	uint32_t titles = 0, above;

	for (uint32_t k = 0; k < bs->n; k++) {
		uint8_t next;

		if (bs->p[k].zone == ZONE_FOOTNOTE || opens_table(s, k))
			return k;
		if (((zone == ZONE_KIND || zone == ZONE_TITLE) && is_header_stray(s, &bs->p[k])) ||
		    (zone == ZONE_TITLE && is_decider(s, k)) || is_wirer(s, k)) {
			bs->p[k].zone = ZONE_HEADER;
			continue;
		}
		if (zone == ZONE_HEADER && zone_recipients(s, &bs->p[k]) &&
		    (above = recipients_above(s, k)) > k) {
			k = above - 1;
			continue;
		}
		next = top_step(s, zone, k, titles);
		if (next == ZONE_BODY)
			return k;
		titles += next == ZONE_TITLE;
		bs->p[k].zone = zone = next;
	}
	return bs->n;
}

void zones_mark(scan *s)
{
	blocks *bs = &s->r->blocks;
	uint32_t top, bottom;

	/* The shaper puts all footnotes after everything else. */
	if (s->r->footnotes.n != 0)
		for (uint32_t k = bs->n;
		     k > 0 && span_end(bs->p[k - 1].at) > s->r->footnotes.p[0].at.at; k--)
			bs->p[k - 1].zone = ZONE_FOOTNOTE;
	top = mark_top(s);
	bottom = zones_bottom(s, top);
	for (uint32_t k = top; k < bottom; k++)
		if (bs->p[k].zone == ZONE_NONE)
			bs->p[k].zone = ZONE_BODY;
	zones_mark_bottom(s, bottom);
}
