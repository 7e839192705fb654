/*
 * signature.c - by whose authority a letter is signed, the signer's post and name.
 *
 * Lines come in order: authorities (TM., TL., KT.), then the signer's own posts,
 * then the name. Conversion may put several on one line ("KT. BỘ TRƯỞNG PHÓ CHỦ
 * NHIỆM Nguyễn Văn A"), so a line is cut where a new post or a name must begin.
 * The posts that follow the last authority are joined with ", "; a line that begins no post
 * carries on the one above. "(Đã ký)" is nobody. Of a scan, where a seal and strokes lie over the lines, only what can be nothing
 * else is believed. Never looks for a name outside the signature.
 */
#include "reading/facts/frame/header.h"

#include "reading/facts/frame/recipients.h"
#include "reading/facts/text/phrase.h"

enum { PIECES_MAX = 24, NAME_TOKENS_MAX = 6, PIECE_TOKENS_MAX = 24, SURE_NAME = 70 /* percent */ };

enum piece_kind { PIECE_NONE, PIECE_AUTHORITY, PIECE_POST, PIECE_NAME };

typedef struct piece {
	uint32_t from, end;
	uint8_t kind;
} piece;

typedef struct pieces {
	piece p[PIECES_MAX];
	uint32_t n;
} pieces;

static const slice authorities[] = {S("tm."), S("tm"),  S("t/m"),  S("t.m"), S("kt."),
                                    S("kt"),  S("k/t"), S("k.t"),  S("tl."), S("tl"),
                                    S("t/l"), S("t.l"), S("tuq."), S("tuq"), S("q.")};
SAYINGS(authorities);

/* Where, inside one line of capitals, the next line of the signature begins. */
static const slice openers[] = {S("kt."), S("tl."),   S("tuq."),       S("q."),
                                S("phó"), S("chánh"), S("thứ trưởng"), S("ủy viên")};
SAYINGS(openers);

/* The same after TM., whose authority is a body and not a post. */
static const slice posts[] = {S("chủ tịch"),    S("giám đốc"),       S("trưởng ban"),
                              S("bí thư"),      S("bộ trưởng"),      S("tổng giám đốc"),
                              S("viện trưởng"), S("trưởng đoàn"),    S("chủ nhiệm"),
                              S("tổng thư ký"), S("trưởng phòng"),   S("cục trưởng"),
                              S("chủ trì"),     S("người chủ trì"),  S("chủ tọa"),
                              S("vụ trưởng"),   S("chi cục trưởng"), S("chánh thanh tra")};
SAYINGS(posts);

/* Titles before a name, any number of them: "PGS.TS.BS.", "BS.CKII". */
static const slice degrees[] = {
	S("gs"),     S("pgs"), S("ts"),   S("tskh"), S("ths"),  S("bs"),    S("bsck"),   S("bscki"),
	S("bsckii"), S("cki"), S("ckii"), S("ck"),   S("ds"),   S("dscki"), S("dsckii"), S("ks"),
	S("cn"),     S("ls"),  S("ttnd"), S("ttưt"), S("ngnd"), S("ngưt"),  S("nsnd"),   S("nsưt")};
static const slice ranks[] = {S("đại tá"),      S("thượng tá"),   S("trung tá"),  S("thiếu tá"),
                              S("thiếu tướng"), S("trung tướng"), S("đại tướng"), S("thượng tướng"),
                              S("đại úy"),      S("thượng úy"),   S("đại đức"),   S("thượng tọa"),
                              S("hòa thượng"),  S("linh mục")};
SAYINGS(degrees);
SAYINGS(ranks);

/* The tokens of the titles that begin at i. */
static uint32_t titles_at(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i + says_any(s, i, &said_ranks, NULL);

	for (uint32_t n; j < end && (n = says_any(s, j, &said_degrees, NULL)) != 0; j += n) {
		/* "CK I.", "CK 2": a figure of the degree */
		if (j + n < end &&
		    (scan_tok(s, j + n)->kind == TOK_NUM || (scan_tok(s, j + n)->flags & TF_ROMAN)))
			n++;
		while (j + n < end && (scan_mark(s, j + n, '.') || scan_mark(s, j + n, ',') ||
		                       scan_mark(s, j + n, '-')))
			n++;
	}
	return j - i;
}

/* Does the mark at j stand inside a word of a name: "K'Sor", "Nhung-Anh"? */
static bool joins_name(const scan *s, uint32_t j)
{
	const token *t = scan_tok(s, j), *next = scan_tok(s, j + 1);

	if (scan_mark(s, j, '\'') && scan_tok(s, j - 1)->len == 1) /* "K' Brểu Thiện" */
		return next->kind == TOK_WORD;
	return t->kind == TOK_PUNCT && t->word != '.' && t->word != ',' && t->word != '(' &&
	       t->word != '/' && !(t->flags & TF_SPACE) && next->kind == TOK_WORD &&
	       !(next->flags & TF_SPACE);
}

static uint32_t authority_at(const scan *s, uint32_t i)
{
	if (!(scan_tok(s, i)->flags & TF_UPPER))
		return 0;
	return says_any(s, i, &said_authorities, NULL);
}

uint32_t signer_at(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i, words = 0;

	for (; j < end && words < NAME_TOKENS_MAX; j++) {
		const token *t = scan_tok(s, j);

		if (t->kind == TOK_PUNCT && t->word == '.' && j + 1 == end)
			break;
		if (j > i && joins_name(s, j) && words < NAME_TOKENS_MAX - 1) {
			j++;
			continue;
		}
		if (t->kind != TOK_WORD || !(t->flags & TF_CAP) ||
		    ((t->flags & TF_UPPER) && t->len > 2))
			return 0;
		words++;
	}
	return words >= 2 && (j == end || j + 1 == end) ? j - i : 0;
}

static void add_piece(pieces *out, uint32_t from, uint32_t end, enum piece_kind kind)
{
	if (from < end && out->n < PIECES_MAX)
		out->p[out->n++] = (piece){from, end, (uint8_t)kind};
}

/* Does a new line of the signature begin at j, inside [from, end)? */
static bool opens(const scan *s, uint32_t from, uint32_t j, bool for_body)
{
	uint32_t head = authority_at(s, from);

	if (j <= from + head || !(scan_tok(s, j)->flags & TF_UPPER))
		return false;
	if (authority_at(s, j) != 0 && scan_mark(s, j + 1, '.'))
		return true;
	/* "TM. ĐOÀN CHỦ TỊCH" names a body. */
	if (scan_tok(s, j - 1)->kind == TOK_WORD && says(s, j - 1, S("đoàn")) != 0)
		return false;
	/* "PHÓ CHÁNH VĂN PHÒNG" is one post. */
	if (scan_tok(s, j - 1)->kind == TOK_WORD && says(s, j - 1, S("phó")) != 0)
		return false;
	/* "PHÓ TRƯỞNG BAN THƯỜNG TRỰC" goes on; only an authority is cut. */
	if (head == 0)
		return false;
	return says_any(s, j, &said_openers, NULL) != 0 ||
	       (for_body && says_any(s, j, &said_posts, NULL) != 0);
}

/* Cut [i, end), all capitals up to a name, into lines. */
static void cut_capitals(const scan *s, uint32_t i, uint32_t end, pieces *out)
{
	uint32_t from = i;

	for (uint32_t j = i; j <= end; j++) {
		bool for_body = says(s, from, S("tm")) != 0 || says(s, from, S("t/m")) != 0 ||
		                says(s, from, S("tl")) != 0;

		if (j < end && !opens(s, from, j, for_body))
			continue;
		add_piece(out, from, j, authority_at(s, from) != 0 ? PIECE_AUTHORITY : PIECE_POST);
		from = j;
	}
}

/* One paragraph of the signature. */
static void cut_block(const scan *s, uint32_t k, pieces *out)
{
	const block *b = &s->r->blocks.p[k];
	uint32_t i = b->tok, end = b->tok + b->ntok, j, title;

	if (b->ntok == 0 || b->ntok > PIECE_TOKENS_MAX || scan_mark(s, i, '('))
		return;
	while (i < end && scan_tok(s, i)->kind == TOK_PUNCT) /* a bar of the frame */
		i++;
	/* "Phan Văn A (đã ký)" */
	if (scan_mark(s, end - 1, ')') && says(s, end - 3, S("đã ký")) == 2 && end - i > 4)
		end -= 4;
	if (scan_mark(s, end - 1, ';')) /* "NN&PTNT, VH&TT;": of the recipients beside it */
		return;
	while (end > i && scan_tok(s, end - 1)->kind == TOK_PUNCT && !scan_mark(s, end - 1, ')'))
		end--;
	for (j = i; j < end; j++) {
		const token *t = scan_tok(s, j);

		if (t->kind == TOK_WORD && !(t->flags & TF_UPPER))
			break;
	}
	if (j == end) {
		cut_capitals(s, i, end, out);
		return;
	}
	/* Titles, or a word of one letter ("Y Ngọc"), may open the name: the first place where
	 * one fits. */
	for (uint32_t m = i; m <= j; m++) {
		title = titles_at(s, m, end);
		if ((m < j && title == 0 && scan_tok(s, m)->len > 2) ||
		    signer_at(s, m + title, end) == 0)
			continue;
		cut_capitals(s, i, m, out);
		add_piece(out, m + title, m + title + signer_at(s, m + title, end), PIECE_NAME);
		return;
	}
	if (signs_small(s, k))
		cut_capitals(s, i, end, out);
}

/* A name in capitals: no post word in it, and posts stand before it. */
static bool capital_name(const scan *s, const piece *p, uint32_t k)
{
	uint32_t n = p->end - p->from, from, end;

	if (k == 0 || n < 2 || n > 4 || p->kind != PIECE_POST ||
	    (s->scanned && !person_name(s, p->from, p->end, &from, &end)))
		return false; /* of a scan "CUC TRUONG" may be anything */
	for (uint32_t i = p->from; i < p->end; i++)
		if (scan_tok(s, i)->kind != TOK_WORD || says_any(s, i, &said_openers, NULL) != 0 ||
		    says_any(s, i, &said_posts, NULL) != 0 || says(s, i, S("trưởng")) != 0 ||
		    says(s, i, S("thường trực")) != 0)
			return false;
	return true;
}

static const slice first_words[] = {
	S("phó"),        S("chánh"),   S("quyền"),       S("trưởng"),  S("tổng"),    S("thủ tướng"),
	S("thứ trưởng"), S("ủy viên"), S("hiệu trưởng"), S("chi cục"), S("tư lệnh"), S("chỉ huy")};
SAYINGS(first_words);

static bool is_post(const scan *s, uint32_t i)
{
	return says_any(s, i, &said_posts, NULL) != 0 ||
	       says_any(s, i, &said_first_words, NULL) != 0;
}

bool signs_at(const scan *s, uint32_t i)
{
	return authority_at(s, i) != 0 || is_post(s, i);
}

/* Is block k a short line that a post or an authority in small letters begins? */
static bool small_post(const scan *s, uint32_t k)
{
	enum { POST_TOKENS_MAX = 10 };
	const block *b = &s->r->blocks.p[k];
	uint32_t end = b->tok + b->ntok;

	return b->ntok >= 2 && b->ntok <= POST_TOKENS_MAX && b->marker.len == 0 &&
	       scan_tok(s, end - 1)->kind == TOK_WORD && (scan_tok(s, b->tok)->flags & TF_CAP) &&
	       signs_at(s, b->tok);
}

bool signs_small(const scan *s, uint32_t k)
{
	enum { POSTS_MAX = 3 };
	const blocks *bs = &s->r->blocks;
	uint32_t n = 0;
	const block *below;

	while (n < POSTS_MAX && k + n < bs->n && small_post(s, k + n))
		n++;
	if (n == 0 || k + n >= bs->n)
		return false;
	below = &bs->p[k + n];
	return (scan_mark(s, below->tok, '(') && says(s, below->tok + 1, S("đã ký")) != 0) ||
	       (below->ntok > 1 && signer_at(s, below->tok, below->tok + below->ntok) != 0);
}

/* "Ó GIÁM ĐỐC": a post that lost its first letters to the seal. */
static bool is_torn(const scan *s, const piece *p)
{
	for (uint32_t i = p->from + 1; i < p->end; i++)
		if (says_any(s, i, &said_posts, NULL) != 0)
			return true;
	return false;
}

/* "GIAM DOC", "PHO CHU TICH": does a post begin at token i whose marks a scan lost? No table of sayings: few
 * papers ask. */
static bool bare_post(const scan *s, uint32_t i)
{
	static const slice posts_bare[] = {S("giam doc"),   S("pho"),         S("chu tich"),
	                                   S("cuc truong"), S("truong"),      S("vu truong"),
	                                   S("bo truong"),  S("vien truong"), S("chanh"),
	                                   S("bi thu"),     S("tong giam"),   S("tong cuc")};

	for (size_t k = 0; k < ARRAY_LEN(posts_bare); k++)
		if (says(s, i, posts_bare[k]) != 0)
			return true;
	return false;
}

/* `above` is the piece over it that was believed, NULL when none was. */
static bool is_believed(const scan *s, const piece *p, const piece *above)
{
	enum { APART = 2 }; /* tokens: the end of the line above */
	uint32_t from, end;

	if (p->kind == PIECE_POST)
		return is_post(s, p->from) || bare_post(s, p->from) ||
		       (s->r->sure.n == 0 && above != NULL && above->kind != PIECE_NAME &&
		        p->from - above->end <= APART);
	if (p->kind != PIECE_NAME)
		return true;
	return person_name(s, p->from, p->end, &from, &end) && from == p->from && end == p->end &&
	       sure_of(&s->r->sure, tokens_span(&s->tk, from, end)) >= SURE_NAME;
}

/* "GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC": the KT. before it was not seen. */
static bool lost_its_head(scan *s, const piece *p, const piece *next)
{
	slice one = joined(s, p->from, p->end), other = joined(s, next->from, next->end);

	return next->kind == PIECE_POST && says(s, next->from, S("phó")) != 0 && other.n > one.n &&
	       slice_eq(one, (slice){other.p + other.n - one.n, one.n});
}

/* Of the pieces of a scan those that can be nothing else. */
static void doubt(scan *s, pieces *ps)
{
	bool torn = false;
	uint32_t n = 0;

	for (uint32_t k = 0; k < ps->n; k++)
		torn = torn || (ps->p[k].kind == PIECE_POST && !is_post(s, ps->p[k].from) &&
		                is_torn(s, &ps->p[k]));
	for (uint32_t k = 0; k < ps->n; k++) {
		const piece *p = &ps->p[k];

		if (!is_believed(s, p, n > 0 ? &ps->p[n - 1] : NULL) ||
		    (torn && p->kind == PIECE_POST) ||
		    (p->kind == PIECE_POST && k + 1 < ps->n && lost_its_head(s, p, p + 1)))
			continue;
		ps->p[n++] = *p;
	}
	ps->n = n;
}

static slice joined_posts(scan *s, const pieces *ps)
{
	slice all = {0};

	for (uint32_t k = 0; k < ps->n; k++) {
		slice w;

		if (ps->p[k].kind != PIECE_POST)
			continue;
		w = joined(s, ps->p[k].from, ps->p[k].end);
		if (all.n != 0)
			w = arena_printf(s->a, "%.*s%s%.*s", (int)all.n, all.p,
			                 is_post(s, ps->p[k].from) ? ", " : " ", (int)w.n, w.p);
		all = w;
	}
	return all;
}

/* "TM. BAN THƯỜNG VỤ / BÍ THƯ / Trần A / TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lê B": does a second who
 * signs begin at piece k, with a name of his own? */
static bool signs_beside(const pieces *ps, uint32_t k, uint32_t name)
{
	if (name >= k || ps->p[0].kind != PIECE_AUTHORITY || ps->p[k].kind != PIECE_AUTHORITY)
		return false;
	while (k < ps->n && ps->p[k].kind != PIECE_NAME)
		k++;
	return k < ps->n;
}

/* "TM. ĐOÀN KIỂM TRA LIÊN" / "NGÀNH" / "TRƯỞNG ĐOÀN": a line that begins no post, between an authority and
 * a post, is the rest of the authority's name. */
static void join_authorities(const scan *s, pieces *ps)
{
	enum { APART = 2 }; /* tokens: the end of the line above */
	uint32_t n = 0;

	for (uint32_t k = 0; k < ps->n; k++) {
		const piece *p = &ps->p[k];
		piece *above = n > 0 ? &ps->p[n - 1] : NULL;

		if (above != NULL && above->kind == PIECE_AUTHORITY && p->kind == PIECE_POST &&
		    !is_post(s, p->from) && p->from - above->end <= APART && k + 1 < ps->n &&
		    ps->p[k + 1].kind == PIECE_POST && is_post(s, ps->p[k + 1].from))
			above->end = p->end;
		else
			ps->p[n++] = *p;
	}
	ps->n = n;
}

/* "KT. CỤC TRƯỞNG" over "CỤC TRƯỞNG": nobody signs for himself, so a scan lost "PHÓ" before it. */
static bool lost_deputy(const scan *s)
{
	const signature *g = &s->r->signature;
	bool lost = false;

	for (uint32_t k = 0; k < g->authority.n && s->scanned; k++) {
		slice a = g->authority.p[k];

		lost |= slice_starts(a, S("KT")) && a.n > g->post.n &&
		        slice_eq((slice){a.p + a.n - g->post.n, g->post.n}, g->post);
	}
	return lost;
}

static void take(scan *s, pieces *ps)
{
	signature *g = &s->r->signature;
	uint32_t first = UINT32_MAX, last = 0, name = ps->n;

	for (uint32_t k = 0; k < ps->n && !signs_beside(ps, k, name); k++)
		if (ps->p[k].kind == PIECE_NAME)
			name = k;
	if (name == ps->n && ps->n > 1 && capital_name(s, &ps->p[ps->n - 1], ps->n - 1))
		ps->p[name = ps->n - 1].kind = PIECE_NAME;
	for (uint32_t k = 0; k < ps->n; k++) {
		piece *p = &ps->p[k];

		/* What stands below the name (a note, an annex's heading) is no post. */
		if ((p->kind == PIECE_NAME && k != name) || (name < ps->n && k > name)) {
			p->kind = PIECE_NONE;
			continue;
		}
		if (p->kind == PIECE_AUTHORITY)
			*VEC_PUSH(s->a, &g->authority) = joined(s, p->from, p->end);
		else if (p->kind == PIECE_NAME)
			g->name = joined(s, p->from, p->end);
		first = p->from < first ? p->from : first;
		last = p->end > last ? p->end : last;
	}
	g->post = joined_posts(s, ps);
	if (g->post.n != 0 && lost_deputy(s))
		g->post = (slice){0};
	if (first < last)
		g->at = tokens_span(&s->tk, first, last);
}

void signature_find(scan *s)
{
	const blocks *bs = &s->r->blocks;
	pieces ps = {.n = 0};

	for (uint32_t k = 0; k < bs->n; k++)
		if (bs->p[k].zone == ZONE_SIGNATURE)
			cut_block(s, k, &ps);
	if (s->scanned)
		doubt(s, &ps);
	join_authorities(s, &ps);
	take(s, &ps);
	if (s->r->signature.name.n == 0)
		signature_field(s);
	recipients_find(s);
}
