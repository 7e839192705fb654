/*
 * model_json_keys.c - a key and its value, for each sort of value that a reading
 * has.
 */
#include "model/model_json_priv.h"

void key_weekday(json_out *j, int stated, int computed)
{
	KEY(j, "weekday");
	jout_object(j);
	key_word(j, S("stated"), stated < 0 ? NULL : civil_weekday_name(stated));
	key_word(j, S("computed"), computed < 0 ? NULL : civil_weekday_name(computed));
	jout_object_end(j);
}

void key_slices(json_out *j, slice key, const slice *p, uint32_t n)
{
	jout_key(j, key);
	jout_array(j);
	for (uint32_t i = 0; i < n; i++)
		jout_string(j, p[i]);
	jout_array_end(j);
}

void key_actor(const writer *w, slice key, const actor *a)
{
	jout_key(w->j, key);
	if (a->at.len == 0 && a->text.n == 0) {
		jout_null(w->j);
		return;
	}
	open_actor(w, a);
	strbuf_putc(w->j->to, '}');
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
		open_actor(w, &list->p[i]);
		more(w, &list->p[i]);
		strbuf_putc(w->j->to, '}');
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
