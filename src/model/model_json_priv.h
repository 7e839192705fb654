/*
 * model_json_priv.h - what the two files of model_json share. A null or absent
 * value prints null; every function writes the key first.
 */
#ifndef DONDOC_MODEL_MODEL_JSON_PRIV_H
#define DONDOC_MODEL_MODEL_JSON_PRIV_H

#include "model/model_json.h"

#define KEY(j, name) jout_key((j), S(name))

typedef struct writer {
	json_out *j;
	slice text; /* into which spans point */
	const reading *r;
	const json_calendar *cal;
} writer;

/* Inline, so that what is written of a key is known when this is compiled. */
ALWAYS_INLINE void key_string(json_out *j, slice key, slice v)
{
	if (v.n == 0) {
		jout_key_null(j, key);
		return;
	}
	jout_key(j, key);
	jout_string(j, v);
}

ALWAYS_INLINE void key_word(json_out *j, slice key, const char *word)
{
	if (word == NULL) {
		jout_key_null(j, key);
		return;
	}
	jout_key(j, key);
	jout_word(j, word);
}

void key_slices(json_out *j, slice key, const slice *p, uint32_t n);
void key_minute(json_out *j, slice key, cmin at);
void key_weekday(json_out *j, int stated, int computed);

/* key_place() - "at": [start, length]; null for an empty span. Asserts that it lies
 * in the text and cuts no letter. key_at(): and, of a scan, how surely its words were read. */
void key_place(const writer *w, span s);
void key_at(const writer *w, span s);

/* json_pages() - "pages". json_box() - a box, in points. */
void json_pages(const writer *w);
void json_box(json_out *j, const int32_t box[4]);

/* open_actor() - ACTOR of the contract without its last brace, which the caller puts. */
void open_actor(const writer *w, const actor *a);

/* write_assignment(), write_date() - number `number` of the document's. */
void write_assignment(const writer *w, const assignment *a, uint32_t number);
void write_date(const writer *w, const datex *d, uint32_t number);

/* key_actor(), key_actors() - ACTOR of the contract; `more` adds a list's own keys. */
void key_actor(const writer *w, slice key, const actor *a);
void key_actors(const writer *w, slice key, const actors *list,
                void (*more)(const writer *, const actor *));
void plain_actor(const writer *w, const actor *a);
void participant_keys(const writer *w, const actor *a);
void recipient_keys(const writer *w, const actor *a);

/* key_layout() - what the file says of pages, fonts and sizes; null when nothing. */
void key_layout(const writer *w);

void key_source(json_out *j, const json_source *s);

#endif
