/*
 * enter.c - the document itself: its row, its audience, what it cites, how it is found.
 */
#include "register/entry/enter.h"

#include "base/fold.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "register/entry/enter_priv.h"
#include "register/entry/leaves.h"
#include "register/event.h"
#include "register/links/links.h"
#include "register/people/bodies.h"
#include "register/search/search.h"
#include "store/vault.h"

int64_t enter_minute(slice value)
{
	civil c;

	if (value.n == 0 || civil_parse(value, &c, NULL) != RC_OK)
		return DB_NULL;
	return civil_minutes(c);
}

rc enter_named(entering *x, const actor *who, named *ret, err *e)
{
	rc code = RC_OK;

	*ret = (named){DB_NULL, DB_NULL, false};
	if (who->elsewhere)
		return RC_OK; /* its words are kept */
	if (who->agency.n > 0)
		code = bodies_agency(x->r, who->agency, &ret->agency, e);
	else if (who->group.n > 0)
		code = bodies_group(x->r, who->group, &ret->group, &ret->all_communes, e);
	return code;
}

/* Was this row, of an agency or a group, put into the audience before? Remembers it. */
static bool is_in(uint8_t *bits, int64_t row)
{
	uint8_t *at, bit = (uint8_t)(1 << (row & 7));
	bool before;

	if (row < 0 || row >= AUDIENCE_ROWS)
		return false; /* the statement knows */
	at = &bits[row / 8];
	before = *at & bit;
	*at |= bit;
	return before;
}

static void add_body(entering *x, int64_t agency, const char *why)
{
	if (!is_in(x->agencies, agency))
		*VEC_PUSH(x->a, &x->audience) = (seeing){.agency = agency, .why = why};
}

rc enter_audience(entering *x, const actor *who, const char *why, err *e)
{
	sql_group_members_rows members = {0};
	named n;
	rc code = enter_named(x, who, &n, e);

	if (code == RC_OK && n.agency != DB_NULL)
		add_body(x, n.agency, why);
	if (code == RC_OK && n.group != DB_NULL && !is_in(x->groups, n.group))
		code = bodies_members(x->r, n.group, x->day, x->a, &members, e);
	for (uint32_t i = 0; i < members.n; i++)
		add_body(x, members.p[i].agency, why);
	return code;
}

/* All bodies of one reason, "3,17,…", by one statement. */
static rc put_seeing(entering *x, const char *why, err *e)
{
	size_t room = (size_t)x->audience.n * (STRBUF_INT_MAX + 1) + 1;
	strbuf b;

	strbuf_over(&b, arena_room(x->a, room), room);
	for (uint32_t i = 0; i < x->audience.n; i++) {
		seeing *s = &x->audience.p[i];

		if (s->put || strcmp(s->why, why) != 0)
			continue;
		s->put = true;
		if (b.n > 0)
			strbuf_putc(&b, ',');
		strbuf_int(&b, s->agency);
	}
	return sql_audience_put_all(
		x->r->d, (sql_audience_put_all_in){x->document, strbuf_slice(&b), slice_c(why)},
		NULL, e);
}

static rc put_audience(entering *x, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < x->audience.n; i++)
		if (!x->audience.p[i].put)
			code = put_seeing(x, x->audience.p[i].why, e);
	return code;
}

static rc put_words(entering *x, const entry *in, err *e)
{
	int64_t *agencies = arena_array(x->a, int64_t, x->audience.n + 1);

	for (uint32_t i = 0; i < x->audience.n; i++)
		agencies[i] = x->audience.p[i].agency;
	return search_enter(x->r, x->document, search_day(in->r->issued.value, x->r->now),
	                    &in->words, agencies, x->audience.n, e);
}

static rc enter_audiences(entering *x, const actors *list, const char *why, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < list->n; i++)
		code = enter_audience(x, &list->p[i], why, e);
	return code;
}

static rc enter_citations(entering *x, err *e)
{
	const reading *r = x->read;
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < r->citations.n; i++) {
		const citation *c = &r->citations.p[i];
		slice key = fold_number(x->a, c->number);

		code = sql_citation_put(
			x->r->d,
			(sql_citation_put_in){x->document, arena_printf(x->a, "c%u", i + 1),
		                              slice_at(r->text, c->at), c->kind, c->number,
		                              c->number.n > 0 ? key : (slice){0},
		                              links_short_key(x->a, c->kind, c->number),
		                              links_in_full(key), c->date, c->issuer, c->at.at,
		                              c->at.len},
			NULL, e);
	}
	return code;
}

/* A title that the reader did not see is the file's name: a list must show something. */
/* Without the marks of emphasis that a text may bring. */
static slice title_of(const entry *in)
{
	slice t = slice_trim(in->r->title.text);

	while (t.n > 0 && t.p[0] == '*')
		t = (slice){t.p + 1, t.n - 1};
	while (t.n > 0 && t.p[t.n - 1] == '*')
		t.n--;
	return t.n > 0 ? slice_trim(t) : in->name;
}

/* "GM-UBND": the series that a number is of. */
static slice series_of(const reading *r)
{
	return r->number.symbol;
}

/* Every limit is past, and there is at least one. */
static bool all_past(const reg *r, const reading *read)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < read->dates.n; i++) {
		const datex *d = &read->dates.p[i];

		if (d->role != ROLE_DEADLINE)
			continue;
		n++;
		if (d->last == CMIN_NONE || d->last >= r->minute)
			return false;
	}
	return n > 0;
}

static rc put_document(entering *x, const entry *in, err *e)
{
	const reading *r = in->r;
	slice issued = r->issued.value;
	int64_t minute = enter_minute(issued);
	sql_document_put_row row;
	named issuer;
	rc code = enter_named(x, &r->issuer, &issuer, e);

	if (code != RC_OK)
		return code;
	x->ret->all_past = all_past(x->r, r);
	code = sql_document_put(
		x->r->d,
		(sql_document_put_in){
			.pub = hash_public_id(x->a),
			.sha256 = in->sha256,
			.name = in->name,
			.media = in->media,
			.bytes = in->bytes,
			.through = in->ocr ? S("ocr") : S("text"),
			.direction = in->direction,
			.status = S("issued"),
			.kind = slice_c(doc_kind_code(r->kind.value)),
			.purpose = slice_c(purpose_word(r->purpose)),
			.series = series_of(r),
			.number = r->number.value,
			.number_key = r->number.value.n > 0 ? fold_number(x->a, r->number.value)
	                                                    : (slice){0},
			.short_key = links_short_key(x->a, slice_c(doc_kind_name(r->kind.value)),
	                                             r->number.value),
			.number_state = slice_c(blank_word(r->number.state)),
			.issued = issued,
			.issued_day = minute == DB_NULL ? DB_NULL : minute / CMIN_DAY,
			.place = r->issued.place,
			.issuer_id = issuer.agency,
			.issuer = r->issuer.text,
			.title = title_of(in),
			.urgency = slice_c(urgency_word(r->urgency)),
			.signer = r->signature.name,
			.signer_post = r->signature.post,
			.all_past = x->ret->all_past,
			.keep = S("ask"),
			.entered_at = x->r->now,
			.entered_by = x->r->who.user},
		x->a, &row, NULL, e);
	if (code != RC_OK)
		return code;
	x->document = row.id;
	x->day = minute == DB_NULL ? (int32_t)(x->r->minute / CMIN_DAY)
	                           : (int32_t)(minute / CMIN_DAY);
	return RC_OK;
}

static rc put_reading(entering *x, const entry *in, err *e)
{
	sql_reading_put_row row;
	rc code = sql_reading_put(x->r->d,
	                          (sql_reading_put_in){x->document, in->reader, in->data,
	                                               in->r->text, in->json, in->packed, x->r->now,
	                                               leaves_pack(in->r, x->a)},
	                          x->a, &row, NULL, e);

	if (code != RC_OK)
		return code;
	x->reading = row.id;
	return sql_document_reading_set(x->r->d, (sql_document_reading_set_in){x->document, row.id},
	                                NULL, e);
}

static rc put_bodies(entering *x, err *e)
{
	const reading *r = x->read;
	rc code = enter_audience(x, &r->issuer, "issuer", e);

	if (code == RC_OK)
		code = enter_audiences(x, &r->addressees, "addressee", e);
	return code == RC_OK ? enter_audiences(x, &r->recipients, "recipient", e) : code;
}

/* The hash of the file that it came in. */
static slice file_of(const entry *in)
{
	return (slice){in->sha256.p, in->sha256.n > HASH_HEX ? HASH_HEX : in->sha256.n};
}

static rc put_part(reg *r, int64_t document, const entry *in, err *e)
{
	bool whole = in->parts < 2;

	return sql_document_part_set(
		r->d,
		(sql_document_part_set_in){document, whole ? 1 : in->part, whole ? 1 : in->parts,
	                                   in->r->other != 0 ? in->r->other : DB_NULL},
		NULL, e);
}

static rc enter_new(entering *x, const entry *in, err *e)
{
	rc code = put_document(x, in, e);

	if (code == RC_OK && in->original.n > 0)
		code = vault_put(x->r->d, file_of(in), in->original, e);
	if (code == RC_OK && (in->parts > 1 || in->r->other != 0))
		code = put_part(x->r, x->document, in, e);
	if (code == RC_OK)
		code = put_reading(x, in, e);
	if (code == RC_OK)
		code = put_bodies(x, e);
	if (code == RC_OK)
		code = enter_citations(x, e);
	if (code == RC_OK)
		code = enter_meetings(x, e);
	if (code == RC_OK)
		code = enter_assignments(x, e);
	if (code == RC_OK)
		code = put_audience(x, e);
	if (code == RC_OK)
		code = put_words(x, in, e);
	if (code == RC_OK)
		code = links_of_document(x->r, x->document, in->r, in->folded, e);
	if (code == RC_OK)
		code = event_add(x->r, "enter", "document", x->document, (slice){0}, e);
	return code;
}

void entry_prepare(entry *in, arena *a)
{
	in->folded = fold_text(a, in->r->text);
	in->words = search_words(a, title_of(in), in->r->number.value, in->folded);
	in->prepared = true;
}

rc document_enter(reg *r, const entry *given, entered *ret, err *e)
{
	entry own = *given;
	const entry *in = &own;
	entering x = {.r = r, .read = given->r, .ret = ret};
	sql_document_by_hash_row same;
	bool found;
	arena a;
	rc code;

	*ret = (entered){0};
	arena_init(&a, NULL, 0);
	x.a = &a;
	x.agencies = arena_array(&a, uint8_t, AUDIENCE_ROWS / 8);
	x.groups = arena_array(&a, uint8_t, AUDIENCE_ROWS / 8);
	code = sql_document_by_hash(r->d, (sql_document_by_hash_in){in->sha256}, &a, &same, &found,
	                            e);
	if (code == RC_OK && found)
		*ret = (entered){.document = same.id, .again = true, .all_past = same.all_past};
	/* One that came in when nobody read what stands behind it: now it is known. */
	if (code == RC_OK && found && in->parts > 1 && same.parts != in->parts)
		code = put_part(r, same.id, in, e);
	if (code == RC_OK && !found && !own.prepared)
		entry_prepare(&own, &a);
	if (code == RC_OK && !found)
		code = enter_new(&x, in, e);
	if (code == RC_OK)
		ret->document = found ? same.id : x.document;
	arena_done(&a);
	return code;
}
