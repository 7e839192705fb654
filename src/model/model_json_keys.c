/*
 * model_json_keys.c - a key and its value, for each sort of value that a reading
 * has. Here a span is proved to lie inside the text before it is printed.
 */
#include "model/model_json_priv.h"

#include <assert.h>

static bool letter_begins(slice text, size_t at)
{
	return at == text.n || ((unsigned char)text.p[at] & 0xc0) != 0x80;
}

void key_place(const writer *w, span s)
{
	json_out *j = w->j;
	size_t end = (size_t)s.at + s.len;

	if (s.len == 0) {
		jout_key_null(j, S("at"));
		return;
	}
	KEY(j, "at");
	assert(end <= w->text.n && letter_begins(w->text, s.at) && letter_begins(w->text, end));
	jout_span(j, s.at, s.len);
}

void key_at(const writer *w, span s)
{
	key_place(w, s);
	if (w->r == NULL || w->r->sure.n == 0)
		return;
	KEY(w->j, "confidence");
	if (s.len == 0)
		jout_null(w->j);
	else
		jout_hundredths(w->j, sure_of(&w->r->sure, s) / 100.0);
}

void key_weekday(json_out *j, int stated, int computed)
{
	KEY(j, "weekday");
	jout_object(j);
	key_word(j, S("stated"), stated < 0 ? NULL : civil_weekday_name(stated));
	key_word(j, S("computed"), computed < 0 ? NULL : civil_weekday_name(computed));
	jout_object_end(j);
}

static void two_digits(char *to, int v)
{
	to[0] = (char)('0' + v / 10);
	to[1] = (char)('0' + v % 10);
}

void key_minute(json_out *j, slice key, cmin at)
{
	static const char form[] = "\"0000-00-00T00:00\"";
	char room[sizeof form], far[40];
	civil c;
	strbuf b;

	if (at == CMIN_NONE) {
		jout_key_null(j, key);
		return;
	}
	c = civil_of_minutes(at);
	if (c.y < 0 || c.y > 9999) { /* counted on from a year as far as that */
		jout_key(j, key);
		strbuf_over(&b, far, sizeof far);
		civil_put(&b, c, true);
		jout_string(j, strbuf_slice(&b));
		return;
	}
	memcpy(room, form, sizeof room);
	two_digits(room + 1, c.y / 100);
	two_digits(room + 3, c.y % 100);
	two_digits(room + 6, c.mo);
	two_digits(room + 9, c.d);
	two_digits(room + 12, c.h);
	two_digits(room + 15, c.mi);
	jout_key_plain(j, key, (slice){room, sizeof form - 1});
}

void key_flags(json_out *j, unsigned flags, int count, const char *(*word)(int))
{
	if (flags == 0) {
		jout_key_plain(j, S("flags"), S("[]"));
		return;
	}
	KEY(j, "flags");
	jout_array(j);
	for (int i = 0; i < count; i++)
		if (flags & 1u << i)
			jout_word(j, word(i));
	jout_array_end(j);
}

void key_codes(json_out *j, slice key, char letter, const indexes *list, uint32_t n)
{
	if (list->n == 0) {
		jout_key_plain(j, key, S("[]"));
		return;
	}
	jout_key(j, key);
	jout_array(j);
	for (uint32_t i = 0; i < list->n; i++) {
		assert(list->p[i] < n);
		jout_code(j, letter, list->p[i] + 1);
	}
	jout_array_end(j);
}

void key_slices(json_out *j, slice key, const slice *p, uint32_t n)
{
	jout_key(j, key);
	jout_array(j);
	for (uint32_t i = 0; i < n; i++)
		jout_string(j, p[i]);
	jout_array_end(j);
}

/* The keys of ACTOR, without the braces: some lists add to them. */
static void actor_keys(const writer *w, const actor *a)
{
	key_string(w->j, S("text"), a->text);
	key_string(w->j, S("agency"), a->agency);
	key_string(w->j, S("group"), a->group);
	key_string(w->j, S("post"), a->post);
	key_string(w->j, S("name"), a->name);
	key_at(w, a->at);
}

void key_actor(const writer *w, slice key, const actor *a)
{
	jout_key(w->j, key);
	if (a->at.len == 0 && a->text.n == 0) {
		jout_null(w->j);
		return;
	}
	jout_object(w->j);
	actor_keys(w, a);
	jout_object_end(w->j);
}

void plain_actor(const writer *w, const actor *a)
{
	(void)w, (void)a;
}

void participant_keys(const writer *w, const actor *a)
{
	key_word(w->j, S("rank"), rank_word(a->rank));
	key_string(w->j, S("site"), a->site);
	key_word(w->j, S("presence"), presence_word(a->presence));
	key_string(w->j, S("invited_by"), a->invited_by);
	key_string(w->j, S("note"), a->note);
}

void recipient_keys(const writer *w, const actor *a)
{
	key_string(w->j, S("purpose"), a->note);
}

void key_actors(const writer *w, slice key, const actors *list,
                void (*more)(const writer *, const actor *))
{
	if (list->n == 0) {
		jout_key_plain(w->j, key, S("[]"));
		return;
	}
	jout_key(w->j, key);
	jout_array(w->j);
	for (uint32_t i = 0; i < list->n; i++) {
		jout_object(w->j);
		actor_keys(w, &list->p[i]);
		more(w, &list->p[i]);
		jout_object_end(w->j);
	}
	jout_array_end(w->j);
}

static void key_part(json_out *j, const json_source *s)
{
	KEY(j, "part");
	if (s->parts < 2) {
		jout_null(j);
		return;
	}
	jout_object(j);
	KEY(j, "number");
	jout_int(j, s->part);
	KEY(j, "of");
	jout_int(j, s->parts);
	jout_object_end(j);
}

void key_source(json_out *j, const json_source *s)
{
	KEY(j, "source");
	jout_object(j);
	KEY(j, "name");
	jout_string_any(j, s->name);
	KEY(j, "path");
	jout_array(j);
	for (uint32_t i = 0; i < s->npath; i++)
		jout_string_any(j, s->path[i]);
	if (s->npath == 0)
		jout_string_any(j, s->name);
	jout_array_end(j);
	key_string(j, S("sha256"), s->sha256);
	key_string(j, S("media"), s->media);
	KEY(j, "bytes");
	if (s->bytes < 0)
		jout_null(j);
	else
		jout_int(j, s->bytes);
	key_word(j, S("through"), s->ocr ? "ocr" : "text");
	KEY(j, "confidence");
	jout_hundredths(j, (double)s->confidence);
	key_part(j, s);
	jout_object_end(j);
}
