/*
 * model_json_pen.c - the objects of which a document has hundreds, each written in one go: an
 * actor, a duty, a date.
 *
 * What each may take at most is counted first, then nothing asks for room any more. The keys
 * are those of CONTRACTS §2; it decides nothing, as model_json.c.
 */
#include <assert.h>

#include "base/json_pen.h"
#include "model/model_json_priv.h"

/* Bytes of the names, marks, words and numbers of each, and more; strings come besides. */
enum {
	WORD_ROOM = 64, /* no word of a closed list and no rule's name is as long */
	ACTOR_ROOM = 256,
	THING_ROOM = 256,
	CODE_ROOM = PEN_CODE + 1,
	DUTY_ROOM = 1024,
	DATE_ROOM = 1024,
};

static bool letter_begins(slice text, size_t at)
{
	return at == text.n || ((unsigned char)text.p[at] & 0xc0) != 0x80;
}

/* [start,length]; null for an empty span. Proves that it lies in the text and cuts no letter. */
static void pen_place(json_pen *p, const writer *w, span s)
{
	if (s.len == 0) {
		PEN(p, "null");
		return;
	}
	assert(span_end(s) >= s.at && span_end(s) <= w->text.n && letter_begins(w->text, s.at) &&
	       letter_begins(w->text, span_end(s)));
	pen_span(p, s.at, s.len);
}

/* The same with its key and, of a scan, how surely its words were read. */
static void pen_at(json_pen *p, const writer *w, span s)
{
	PEN(p, "\"at\":");
	pen_place(p, w, s);
	if (w->r == NULL || w->r->sure.n == 0)
		return;
	PEN(p, ",\"confidence\":");
	if (s.len == 0)
		PEN(p, "null");
	else
		pen_share(p, sure_of(&w->r->sure, s) / 100.0);
}

void key_place(const writer *w, span s)
{
	json_pen p;

	if (!pen_begin(&p, w->j, THING_ROOM))
		return;
	PEN(&p, "\"at\":");
	pen_place(&p, w, s);
	pen_end(&p, w->j);
}

void key_at(const writer *w, span s)
{
	json_pen p;

	if (!pen_begin(&p, w->j, THING_ROOM))
		return;
	pen_at(&p, w, s);
	pen_end(&p, w->j);
}

static size_t actor_room(const actor *a)
{
	return ACTOR_ROOM + a->text.n + a->agency.n + a->group.n + a->post.n + a->name.n;
}

/* The keys of ACTOR, with the brace before and without that behind: some lists add to them. */
static void pen_actor(json_pen *p, const writer *w, const actor *a)
{
	PEN(p, "{\"text\":");
	pen_string(p, a->text);
	PEN(p, ",\"agency\":");
	pen_string(p, a->agency);
	PEN(p, ",\"group\":");
	pen_string(p, a->group);
	PEN(p, ",\"post\":");
	pen_string(p, a->post);
	PEN(p, ",\"name\":");
	pen_string(p, a->name);
	PEN(p, ",");
	pen_at(p, w, a->at);
}

void open_actor(const writer *w, const actor *a)
{
	json_pen p;

	if (!pen_begin(&p, w->j, actor_room(a)))
		return;
	pen_actor(&p, w, a);
	pen_end(&p, w->j);
}

static size_t actors_room(const actors *list)
{
	size_t n = 0;

	for (uint32_t i = 0; i < list->n; i++)
		n += actor_room(&list->p[i]);
	return n;
}

/* Over the comma behind the last element, and the end of a list that has any. */
static void pen_list_end(json_pen *p)
{
	p->to[-1] = ']';
}

static void pen_actors(json_pen *p, const writer *w, const actors *list)
{
	if (list->n == 0) {
		PEN(p, "[]");
		return;
	}
	PEN(p, "[");
	for (uint32_t i = 0; i < list->n; i++) {
		pen_actor(p, w, &list->p[i]);
		PEN(p, "},");
	}
	pen_list_end(p);
}

static void pen_codes(json_pen *p, char letter, const indexes *list, uint32_t n)
{
	if (list->n == 0) {
		PEN(p, "[]");
		return;
	}
	PEN(p, "[");
	for (uint32_t i = 0; i < list->n; i++) {
		assert(list->p[i] < n);
		pen_code(p, letter, list->p[i] + 1);
		PEN(p, ",");
	}
	pen_list_end(p);
}

static void pen_flags(json_pen *p, unsigned flags, int count, const char *(*word)(int))
{
	PEN(p, ",\"flags\":");
	if (flags == 0) {
		PEN(p, "[]");
		return;
	}
	PEN(p, "[");
	for (int i = 0; i < count; i++)
		if (flags & 1u << i) {
			pen_word(p, word(i));
			PEN(p, ",");
		}
	pen_list_end(p);
}

static size_t things_room(const deliverables *list)
{
	size_t n = 0;

	for (uint32_t i = 0; i < list->n; i++)
		n += THING_ROOM + list->p[i].text.n;
	return n;
}

static void pen_things(json_pen *p, const writer *w, const deliverables *list)
{
	PEN(p, ",\"deliverables\":");
	if (list->n == 0) {
		PEN(p, "[]");
		return;
	}
	PEN(p, "[");
	for (uint32_t i = 0; i < list->n; i++) {
		const deliverable *d = &list->p[i];

		PEN(p, "{\"text\":");
		pen_string(p, d->text);
		PEN(p, ",\"form\":");
		pen_word(p, deliverable_form_word(d->form));
		PEN(p, ",\"copies\":");
		if (d->copies < 0)
			PEN(p, "null");
		else
			pen_number(p, d->copies);
		PEN(p, ",");
		pen_at(p, w, d->at);
		PEN(p, "},");
	}
	pen_list_end(p);
}

static size_t duty_room(const assignment *a)
{
	uint32_t codes = a->basis.n + a->depends_on.n + a->deadlines.n;

	return DUTY_ROOM + AF_FLAG_COUNT * WORD_ROOM + actors_room(&a->lead) +
	       actors_room(&a->with) + actors_room(&a->watchers) + actors_room(&a->recipients) +
	       a->action_text.n + things_room(&a->deliverables) + a->measure.n + a->vague.n +
	       (size_t)codes * CODE_ROOM;
}

/* Who, and what. */
static void pen_orders(json_pen *p, const writer *w, const assignment *a)
{
	PEN(p, ",\"nature\":");
	pen_word(p, nature_word(a->nature));
	if (a->track)
		PEN(p, ",\"track\":true,\"lead\":");
	else
		PEN(p, ",\"track\":false,\"lead\":");
	pen_actors(p, w, &a->lead);
	PEN(p, ",\"lead_source\":");
	pen_word(p, lead_source_word(a->lead_source));
	PEN(p, ",\"with\":");
	pen_actors(p, w, &a->with);
	PEN(p, ",\"watchers\":");
	pen_actors(p, w, &a->watchers);
	PEN(p, ",\"recipients\":");
	pen_actors(p, w, &a->recipients);
	PEN(p, ",\"action\":{\"text\":");
	pen_string(p, a->action_text);
	PEN(p, ",");
	pen_at(p, w, a->action);
	PEN(p, "}");
	pen_things(p, w, &a->deliverables);
}

void write_assignment(const writer *w, const assignment *a, uint32_t number)
{
	json_pen p;

	if (!pen_begin(&p, w->j, duty_room(a)))
		return;
	PEN(&p, "{\"id\":");
	pen_code(&p, 'a', number);
	pen_orders(&p, w, a);
	PEN(&p, ",\"measure\":");
	pen_string(&p, a->measure);
	PEN(&p, ",\"basis\":");
	pen_codes(&p, 'c', &a->basis, w->r->citations.n);
	PEN(&p, ",\"depends_on\":");
	pen_codes(&p, 'a', &a->depends_on, w->r->assignments.n);
	PEN(&p, ",\"deadlines\":");
	pen_codes(&p, 'd', &a->deadlines, w->r->dates.n);
	PEN(&p, ",\"vague\":");
	pen_string(&p, a->vague);
	pen_flags(&p, a->flags, AF_FLAG_COUNT, assignment_flag_word);
	PEN(&p, ",\"confidence\":");
	pen_share(&p, (double)a->confidence);
	PEN(&p, ",\"rule\":");
	pen_word(&p, a->rule);
	PEN(&p, ",\"at\":");
	pen_place(&p, w, a->at);
	PEN(&p, "}");
	pen_end(&p, w->j);
}

static void two_digits(char *to, int v)
{
	to[0] = (char)('0' + v / 10);
	to[1] = (char)('0' + v % 10);
}

/* A minute as "2026-06-10T17:00"; null for none. */
static void pen_minute(json_pen *p, cmin at)
{
	static const char form[] = "\"0000-00-00T00:00\"";
	char *to = p->to, far[40];
	civil c;
	strbuf b;

	if (at == CMIN_NONE) {
		PEN(p, "null");
		return;
	}
	c = civil_of_minutes(at);
	if (c.y < 0 || c.y > 9999) { /* counted on from a year as far as that */
		strbuf_over(&b, far, sizeof far);
		civil_put(&b, c, true);
		pen_string(p, strbuf_slice(&b));
		return;
	}
	PEN(p, "\"0000-00-00T00:00\"");
	assert(p->to == to + sizeof form - 1);
	two_digits(to + 1, c.y / 100);
	two_digits(to + 3, c.y % 100);
	two_digits(to + 6, c.mo);
	two_digits(to + 9, c.d);
	two_digits(to + 12, c.h);
	two_digits(to + 15, c.mi);
}

void key_minute(json_out *j, slice key, cmin at)
{
	json_pen p;

	jout_key(j, key);
	if (!pen_begin(&p, j, WORD_ROOM))
		return;
	pen_minute(&p, at);
	pen_end(&p, j);
}

static void pen_relative(json_pen *p, const datex *d)
{
	PEN(p, ",\"relative\":");
	if (d->relative.unit == UNIT_NONE) {
		PEN(p, "null");
		return;
	}
	PEN(p, "{\"count\":");
	pen_number(p, d->relative.count);
	PEN(p, ",\"unit\":");
	pen_word(p, time_unit_word(d->relative.unit));
	PEN(p, ",\"from\":");
	pen_word(p, time_anchor_word(d->relative.from));
	PEN(p, "}");
}

/* Its limits by the days on which offices work. */
static void pen_safe(json_pen *p, const writer *w, const datex *d)
{
	json_limits l;

	if (w->cal == NULL || d->role != ROLE_DEADLINE)
		return;
	l = w->cal->limits(w->cal->ctx, d);
	PEN(p, ",\"safe\":");
	pen_minute(p, l.safe);
	PEN(p, ",\"rolled\":");
	pen_minute(p, l.rolled);
}

void write_date(const writer *w, const datex *d, uint32_t number)
{
	json_pen p;

	if (!pen_begin(&p, w->j, DATE_ROOM + DF_FLAG_COUNT * WORD_ROOM + d->at.len + d->value.n))
		return;
	PEN(&p, "{\"id\":");
	pen_code(&p, 'd', number);
	PEN(&p, ",\"text\":");
	pen_string(&p, slice_at(w->text, d->at));
	PEN(&p, ",\"at\":");
	pen_place(&p, w, d->at);
	PEN(&p, ",\"kind\":");
	pen_word(&p, date_kind_word(d->kind));
	PEN(&p, ",\"value\":");
	pen_string(&p, d->value);
	PEN(&p, ",\"bound\":");
	pen_word(&p, bound_word(d->bound));
	PEN(&p, ",\"inclusive\":");
	pen_put(&p, d->inclusive < 0 ? S("null") : d->inclusive != 0 ? S("true") : S("false"));
	PEN(&p, ",\"role\":");
	pen_word(&p, date_role_word(d->role));
	pen_relative(&p, d);
	PEN(&p, ",\"first\":");
	pen_minute(&p, d->first);
	PEN(&p, ",\"last\":");
	pen_minute(&p, d->last);
	pen_flags(&p, d->flags, DF_FLAG_COUNT, date_flag_word);
	PEN(&p, ",\"confidence\":");
	pen_share(&p, (double)d->confidence);
	PEN(&p, ",\"rule\":");
	pen_word(&p, d->rule);
	pen_safe(&p, w, d);
	PEN(&p, "}");
	pen_end(&p, w->j);
}
