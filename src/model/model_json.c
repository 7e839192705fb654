/*
 * model_json.c - the keys of the contract, in its order.
 *
 * Reads top down like CONTRACTS §2. It decides nothing: a value that should
 * not be shown must not be in the reading. Its only arithmetic is that of
 * identifiers, which are places in a list counted from one.
 */
#include "model/model_json.h"

#include <assert.h>

#include "model/model_json_priv.h"

static void write_identity(const writer *w)
{
	const reading *r = w->r;
	json_out *j = w->j;

	KEY(j, "kind");
	jout_object(j);
	key_word(j, S("value"), doc_kind_code(r->kind.value));
	key_word(j, S("name"), doc_kind_name(r->kind.value));
	key_at(w, r->kind.at);
	jout_object_end(j);
	key_word(j, S("purpose"), purpose_word(r->purpose));
	KEY(j, "number");
	jout_object(j);
	key_string(j, S("value"), r->number.value);
	key_string(j, S("ordinal"), r->number.ordinal);
	key_string(j, S("symbol"), r->number.symbol);
	key_word(j, S("state"), blank_word(r->number.state));
	key_at(w, r->number.at);
	jout_object_end(j);
	KEY(j, "issued");
	jout_object(j);
	key_string(j, S("value"), r->issued.value);
	key_string(j, S("place"), r->issued.place);
	key_word(j, S("state"), blank_word(r->issued.state));
	key_at(w, r->issued.at);
	jout_object_end(j);
}

static void write_signature(const writer *w)
{
	const signature *s = &w->r->signature;

	KEY(w->j, "signature");
	jout_object(w->j);
	key_slices(w->j, S("authority"), s->authority.p, s->authority.n);
	key_string(w->j, S("post"), s->post);
	key_string(w->j, S("name"), s->name);
	key_at(w, s->at);
	jout_object_end(w->j);
}

static void write_stamps(const writer *w)
{
	json_out *j = w->j;

	KEY(j, "stamps");
	jout_array(j);
	for (uint32_t i = 0; i < w->r->stamps.n; i++) {
		const stamp *s = &w->r->stamps.p[i];

		jout_object(j);
		key_string(j, S("text"), s->text);
		KEY(j, "page");
		if (s->page == 0)
			jout_null(j);
		else
			jout_int(j, s->page);
		KEY(j, "box");
		if (s->boxed)
			json_box(j, s->box);
		else
			jout_null(j);
		key_string(j, S("signer"), s->signer);
		key_string(j, S("signed_at"), s->signed_at);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void write_header(const writer *w)
{
	const reading *r = w->r;
	json_out *j = w->j;

	json_pages(w);
	key_layout(w);
	write_identity(w);
	key_actor(w, S("issuer"), &r->issuer);
	KEY(j, "title");
	jout_object(j);
	key_string(j, S("text"), r->title.text);
	key_at(w, r->title.at);
	jout_object_end(j);
	KEY(j, "marks");
	jout_object(j);
	key_word(j, S("urgency"), urgency_word(r->urgency));
	key_word(j, S("secrecy"), secrecy_word(r->secrecy));
	jout_object_end(j);
	key_actors(w, S("addressees"), &r->addressees, plain_actor);
	key_actor(w, S("conclusion_of"), &r->conclusion_of);
	write_signature(w);
	write_stamps(w);
}

static void write_places(const writer *w, const meeting *m)
{
	json_out *j = w->j;

	KEY(j, "places");
	jout_array(j);
	for (uint32_t i = 0; i < m->places.n; i++) {
		jout_object(j);
		key_string(j, S("text"), m->places.p[i].text);
		key_string(j, S("site"), m->places.p[i].site);
		key_at(w, m->places.p[i].at);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void write_agenda(const writer *w, const meeting *m)
{
	KEY(w->j, "agenda");
	jout_array(w->j);
	for (uint32_t i = 0; i < m->agenda.n; i++) {
		jout_object(w->j);
		key_string(w->j, S("text"), m->agenda.p[i].text);
		key_at(w, m->agenda.p[i].at);
		jout_object_end(w->j);
	}
	jout_array_end(w->j);
}

static void write_meeting(const writer *w, const meeting *m)
{
	json_out *j = w->j;

	jout_object(j);
	key_word(j, S("status"), meeting_status_word(m->status));
	key_string(j, S("start"), m->start);
	key_string(j, S("end"), m->end);
	key_string(j, S("duration"), m->duration);
	key_word(j, S("mode"), meeting_mode_word(m->mode));
	key_weekday(j, m->weekday_stated, m->weekday_computed);
	KEY(j, "date");
	if (m->date < 0) {
		jout_null(j);
	} else {
		assert((uint32_t)m->date < w->r->dates.n);
		jout_code(j, 'd', (uint32_t)m->date + 1);
	}
	write_places(w, m);
	key_actor(w, S("chair"), &m->chair);
	key_actors(w, S("participants"), &m->participants, participant_keys);
	write_agenda(w, m);
	key_slices(j, S("line_checks"), m->line_checks.p, m->line_checks.n);
	key_string(j, S("speech_limit"), m->speech_limit);
	jout_object_end(j);
}

/* The words of what is written SOON steps from here: of a large text they come from far. */
enum { SOON = 4 };
static void words_soon(const writer *w, span s)
{
	enum { LINE = 64, BYTES = 256 };

	for (uint32_t i = 0; i < BYTES; i += LINE)
		__builtin_prefetch(w->text.p + s.at + i);
}

static void write_dates(const writer *w, const datexes *dates)
{
	jout_array(w->j);
	for (uint32_t i = 0; i < dates->n; i++) {
		if (i + SOON < dates->n)
			words_soon(w, dates->p[i + SOON].at);
		write_date(w, &dates->p[i], i + 1);
	}
	jout_array_end(w->j);
}

static void write_citations(const writer *w)
{
	json_out *j = w->j;

	KEY(j, "citations");
	jout_array(j);
	for (uint32_t i = 0; i < w->r->citations.n; i++) {
		const citation *c = &w->r->citations.p[i];

		if (i + SOON < w->r->citations.n)
			words_soon(w, c[SOON].at);

		jout_object(j);
		KEY(j, "id");
		jout_code(j, 'c', i + 1);
		key_string(j, S("text"), slice_at(w->text, c->at));
		key_string(j, S("kind"), c->kind);
		key_string(j, S("number"), c->number);
		key_string(j, S("date"), c->date);
		key_string(j, S("issuer"), c->issuer);
		key_at(w, c->at);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void write_figures(const writer *w)
{
	json_out *j = w->j;

	KEY(j, "figures");
	jout_array(j);
	for (uint32_t i = 0; i < w->r->figures.n; i++) {
		const figure *f = &w->r->figures.p[i];

		jout_object(j);
		key_string(j, S("text"), slice_at(w->text, f->at));
		KEY(j, "value");
		jout_number(j, f->value);
		key_string(j, S("unit"), f->unit);
		key_string(j, S("of"), f->of);
		key_at(w, f->at);
		jout_object_end(j);
	}
	jout_array_end(j);
}

static void write_petitions(const writer *w)
{
	KEY(w->j, "petitions");
	jout_array(w->j);
	for (uint32_t i = 0; i < w->r->petitions.n; i++) {
		const petition *p = &w->r->petitions.p[i];

		jout_object(w->j);
		key_string(w->j, S("text"), p->text);
		key_actor(w, S("petitioner"), &p->petitioner);
		key_actor(w, S("owner"), &p->owner);
		key_at(w, p->at);
		jout_object_end(w->j);
	}
	jout_array_end(w->j);
}

static void write_footnotes(const writer *w)
{
	KEY(w->j, "footnotes");
	jout_array(w->j);
	for (uint32_t i = 0; i < w->r->footnotes.n; i++) {
		const footnote *f = &w->r->footnotes.p[i];

		jout_object(w->j);
		key_string(w->j, S("mark"), f->mark);
		key_string(w->j, S("text"), f->text);
		key_at(w, f->at);
		jout_object_end(w->j);
	}
	jout_array_end(w->j);
}

static void write_facts(const writer *w)
{
	const reading *r = w->r;
	json_out *j = w->j;

	KEY(j, "meetings");
	jout_array(j);
	for (uint32_t i = 0; i < r->meetings.n; i++)
		write_meeting(w, &r->meetings.p[i]);
	jout_array_end(j);
	KEY(j, "assignments");
	jout_array(j);
	for (uint32_t i = 0; i < r->assignments.n; i++) {
		const assignment *a = &r->assignments.p[i];

		if (i + SOON < r->assignments.n) {
			words_soon(w, a[SOON].action);
			__builtin_prefetch(a[SOON].lead.p);
		}
		write_assignment(w, a, i + 1);
	}
	jout_array_end(j);
	KEY(j, "dates");
	write_dates(w, &r->dates);
	write_citations(w);
	write_figures(w);
	write_petitions(w);
	key_actors(w, S("recipients"), &r->recipients, recipient_keys);
	KEY(j, "archive");
	jout_object(j);
	key_string(j, S("unit"), r->archive.unit);
	key_string(j, S("drafter"), r->archive.drafter);
	key_at(w, r->archive.at);
	jout_object_end(j);
	write_footnotes(w);
}

static void write_document(writer *w, const json_source *source, const json_reader *reader,
                           bool with_text)
{
	const reading *r = w->r;
	json_out *j = w->j;

	jout_object(j);
	key_word(j, S("schema"), DOCUMENT_SCHEMA);
	KEY(j, "reader");
	jout_object(j);
	key_string(j, S("version"), reader->version);
	key_string(j, S("data"), reader->data);
	jout_object_end(j);
	key_slices(j, S("warnings"), r->warnings.p, r->warnings.n);
	key_source(j, source);
	KEY(j, "text");
	with_text ? jout_string(j, r->text) : jout_null(j);
	write_header(w);
	write_facts(w);
	jout_object_end(j);
}

void model_json_document(json_out *j, const reading *r, const json_source *source,
                         const json_reader *reader, const json_calendar *cal)
{
	writer w = {.j = j, .text = r->text, .r = r, .cal = cal};

	write_document(&w, source, reader, true);
}

void model_json_apart(json_out *j, const reading *r, const json_source *source,
                      const json_reader *reader)
{
	writer w = {.j = j, .text = r->text, .r = r};

	write_document(&w, source, reader, false);
}

void model_json_error(json_out *j, const json_source *source, const err *e)
{
	jout_object(j);
	key_word(j, S("schema"), ERROR_SCHEMA);
	key_source(j, source);
	KEY(j, "error");
	jout_object(j);
	key_word(j, S("code"), msg_code(e->id));
	key_word(j, S("message"), msg_text(e->id));
	key_word(j, S("hint"), msg_hint(e->id));
	jout_object_end(j);
	jout_object_end(j);
}

void model_json_dates(json_out *j, slice text, const datexes *dates, const json_calendar *cal)
{
	writer w = {.j = j, .text = text, .cal = cal};

	write_dates(&w, dates);
}
