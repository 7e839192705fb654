/*
 * link_number.c - which document a citation means, by its number; in both directions, since
 * what is cited may come in after what cites it.
 *
 * Numbers begin again each year and in each body: an equal number alone is weak, an equal
 * date makes it sure, another date takes it away.
 */
#include "base/fold.h"
#include "register/links/links_priv.h"

enum { NUMBER = 55, FEW = 20, YEAR = 4, DAY = 10 };

static bool is_figures(slice s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

/* The next group of a folded number: "310/ubnd-ktcn" → 310, ubnd, ktcn. */
static bool next_group(slice *rest, slice *ret)
{
	size_t n = 0;

	while (rest->n > 0 && (rest->p[0] == '/' || rest->p[0] == '-' || rest->p[0] == '.'))
		rest->p++, rest->n--;
	while (n < rest->n && rest->p[n] != '/' && rest->p[n] != '-' && rest->p[n] != '.')
		n++;
	*ret = (slice){rest->p, n};
	rest->p += n;
	rest->n -= n;
	return n > 0;
}

/* "Nghị quyết" → "nq". Empty for kinds that have no sign. */
static slice sign_of(arena *a, slice kind)
{
	slice name = fold_text(a, kind);

	for (int k = 1; k < KIND_COUNT; k++)
		if (slice_eq(name, fold_text(a, slice_c(doc_kind_name((doc_kind)k)))))
			return fold_text(a, slice_c(doc_kind_abbr((doc_kind)k)));
	return (slice){0};
}

slice links_short_key(arena *a, slice kind, slice number)
{
	slice rest = fold_number(a, number), first, group;

	if (number.n == 0 || !next_group(&rest, &first) || !is_figures(first))
		return (slice){0};
	while (next_group(&rest, &group))
		if (!is_figures(group)) /* not the year of 49/2026/NĐ-CP */
			return arena_printf(a, "%.*s%.*s", (int)first.n, first.p, (int)group.n,
			                    group.p);
	group = kind.n > 0 ? sign_of(a, kind) : (slice){0};
	return group.n > 0
	               ? arena_printf(a, "%.*s%.*s", (int)first.n, first.p, (int)group.n, group.p)
	               : (slice){0};
}

bool links_in_full(slice key)
{
	return slice_has(key, S("/")) || slice_has(key, S("-"));
}

/* "2026-04-20" against "2026-04": as much as both say. */
static void weigh_days(weight *w, slice cited, slice issued)
{
	size_t n = cited.n < issued.n ? cited.n : issued.n;

	n = n >= DAY ? DAY : n >= 7 ? 7 : n >= YEAR ? YEAR : 0;
	if (n == 0)
		return;
	if (memcmp(cited.p, issued.p, n) == 0)
		weight_add(w, n == DAY ? 40 : n == 7 ? 25 : 15, "date");
	else
		weight_add(w, memcmp(cited.p, issued.p, YEAR) == 0 ? -20 : -60, "other-date");
}

static void weigh_issuers(linking *x, weight *w, slice cited, slice issuer)
{
	uint32_t n;
	word_set in;

	if (cited.n == 0 || issuer.n == 0)
		return;
	in = words_set(x->a, fold_text(x->a, issuer));
	if (words_share(x->a, fold_text(x->a, cited), &in, &n) >= 50)
		weight_add(w, 5, "issuer");
}

/* 49/2026/NĐ-CP says its year itself. */
static bool names_year(slice key)
{
	slice group;

	(void)next_group(&key, &group);
	return next_group(&key, &group) && group.n == YEAR && is_figures(group);
}

static rc propose(linking *x, int64_t row, int64_t document, weight *w, err *e)
{
	return link_propose(x->r, (link_ends){"citation", "citation", row, "document", document}, w,
	                    e);
}

typedef struct cited {
	slice key, day, issuer;
	bool is_short;
} cited;

static void weigh(linking *x, weight *w, const cited *c, slice issued, slice issuer)
{
	weight_begin(w, 0);
	weight_add(w, c->is_short ? LINK_LEAST + 5 : NUMBER, c->is_short ? "short" : "number");
	if (!c->is_short && names_year(c->key))
		weight_add(w, 30, "year");
	weigh_days(w, c->day, issued);
	weigh_issuers(x, w, c->issuer, issuer);
}

/* What this document cites. */
static rc link_cited(linking *x, const sql_link_citations_of_row *c, err *e)
{
	cited own = {c->number_key, c->day, c->issuer, is_figures(c->number_key)};
	sql_link_documents_numbered_rows whole = {0};
	sql_link_documents_short_rows parts = {0};
	weight w;
	rc code = RC_OK;

	if (!own.is_short)
		code = sql_link_documents_numbered(
			x->r->d, (sql_link_documents_numbered_in){c->number_key, x->document, FEW},
			x->a, &whole, e);
	else if (c->short_key.n > 0)
		code = sql_link_documents_short(
			x->r->d, (sql_link_documents_short_in){c->short_key, x->document, FEW},
			x->a, &parts, e);
	for (uint32_t i = 0; code == RC_OK && i < whole.n; i++) {
		weigh(x, &w, &own, whole.p[i].issued, whole.p[i].issuer);
		code = propose(x, c->id, whole.p[i].id, &w, e);
	}
	for (uint32_t i = 0; code == RC_OK && i < parts.n; i++) {
		weigh(x, &w, &own, parts.p[i].issued, parts.p[i].issuer);
		code = propose(x, c->id, parts.p[i].id, &w, e);
	}
	return code;
}

/* "Nghị quyết 57" here, its whole number in another document; or the other way. */
static rc link_same(linking *x, const sql_link_citations_of_row *c, err *e)
{
	bool is_short = is_figures(c->number_key);
	sql_link_short_citations_rows rows;
	rc code = sql_link_short_citations(x->r->d,
	                                   (sql_link_short_citations_in){c->short_key, x->document,
	                                                                 is_short,
	                                                                 is_short ? 1 : FEW},
	                                   x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		weight w;

		weight_begin(&w, 0);
		weight_add(&w, 60, "short");
		code = link_propose(x->r,
		                    (link_ends){"same", "citation", is_short ? c->id : rows.p[i].id,
		                                "citation", is_short ? rows.p[i].id : c->id},
		                    &w, e);
	}
	return code;
}

/* Who cited this document before it came. */
static rc link_citing(linking *x, slice key, bool is_short, err *e)
{
	sql_link_citing_rows rows = {0};
	rc code = key.n == 0
	                  ? RC_OK
	                  : sql_link_citing(x->r->d,
	                                    (sql_link_citing_in){key, x->document, LINK_CANDIDATES},
	                                    x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		cited c = {key, rows.p[i].day, rows.p[i].issuer, is_short};
		weight w;

		weigh(x, &w, &c, x->own.issued, x->own.issuer_words);
		code = propose(x, rows.p[i].id, x->document, &w, e);
	}
	return code;
}

static rc link_citing_shortly(linking *x, err *e)
{
	sql_link_short_citations_rows rows = {0};
	rc code = x->own.short_key.n == 0
	                  ? RC_OK
	                  : sql_link_short_citations(x->r->d,
	                                             (sql_link_short_citations_in){x->own.short_key,
	                                                                           x->document,
	                                                                           false, FEW},
	                                             x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		weight w;

		weight_begin(&w, 0);
		weight_add(&w, LINK_LEAST + 5, "short");
		code = propose(x, rows.p[i].id, x->document, &w, e);
	}
	return code;
}

rc links_citations(linking *x, err *e)
{
	sql_link_citations_of_rows rows = {0};
	rc code = RC_OK;

	if (x->read->citations.n > 0)
		code = sql_link_citations_of(x->r->d, (sql_link_citations_of_in){x->document}, x->a,
		                             &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		code = link_cited(x, &rows.p[i], e);
		if (code == RC_OK && rows.p[i].short_key.n > 0)
			code = link_same(x, &rows.p[i], e);
	}
	if (code == RC_OK)
		code = link_citing(x, x->own.number_key, false, e);
	return code == RC_OK ? link_citing_shortly(x, e) : code;
}
