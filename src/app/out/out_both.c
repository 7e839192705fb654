/*
 * out_both.c - key or label, by what was asked for.
 */
#include "app/out/out_both.h"

#include "app/out/wording.h"
#include "model/vi_format.h"
#include "register/event_words.h"
#include "store/db.h"

both both_to(strbuf *b, bool json)
{
	return (both){.b = b, .j = jout_to(b), .json = json};
}

static void label(both *o, slice words)
{
	strbuf_repeat(o->b, S("  "), o->indent);
	strbuf_put(o->b, words);
	strbuf_put(o->b, S(": "));
}

void both_text(both *o, slice key, slice words, slice v)
{
	if (o->json) {
		member_text(&o->j, key, v);
	} else if (v.n > 0) {
		label(o, words);
		out_line(o->b, v, v.n);
		strbuf_putc(o->b, '\n');
	}
}

static void put_words(both *o, slice key, slice words, slice list)
{
	slice one;

	if (o->json) {
		member_text(&o->j, key, list);
	} else if (list.n > 0) {
		label(o, words);
		for (bool first = true; slice_next(&list, ' ', &one); first = false) {
			if (!first)
				strbuf_put(o->b, S("; "));
			strbuf_put(o->b, wording(one));
		}
		strbuf_putc(o->b, '\n');
	}
}

static void put_day(strbuf *b, int64_t day)
{
	vi_date(b, (int32_t)day);
}

/* How a number of each kind is written, for programs and for people. */
static const struct {
	void (*member)(json_out *j, slice key, int64_t v);
	void (*put)(strbuf *b, int64_t v);
} numbers[] = {
	[BOTH_INT] = {member_int, strbuf_int},
	[BOTH_MINUTE] = {member_minute, out_put_minute},
	[BOTH_START] = {member_minute, out_put_start},
	[BOTH_TIME] = {member_time, out_put_time},
	[BOTH_DAY] = {member_day, put_day},
	[BOTH_ROW] = {member_int, NULL},
};

static void put_number(both *o, enum both_kind kind, slice key, slice words, int64_t v)
{
	if (o->json) {
		numbers[kind].member(&o->j, key, v);
	} else if (v != DB_NULL && numbers[kind].put != NULL) {
		label(o, words);
		numbers[kind].put(o->b, v);
		strbuf_putc(o->b, '\n');
	}
}

void both_day(both *o, slice key, slice words, int64_t day)
{
	put_number(o, BOTH_DAY, key, words, day);
}

static void put_json(both *o, slice key, slice object)
{
	if (!o->json)
		return;
	jout_key(&o->j, key);
	strbuf_put(o->b, object);
	o->j.comma = true;
}

static void put_fact(both *o, const both_fact *f, const char *row)
{
	const slice *text = (const slice *)(const void *)(row + f->at);

	if (f->kind == BOTH_TEXT)
		both_text(o, f->key, f->label, *text);
	else if (f->kind == BOTH_WORD)
		both_text(o, f->key, f->label, o->json ? *text : wording(*text));
	else if (f->kind == BOTH_WORDS)
		put_words(o, f->key, f->label, *text);
	else if (f->kind == BOTH_VERB)
		both_text(o, f->key, f->label, o->json ? *text : event_wording(*text));
	else if (f->kind == BOTH_JSON)
		put_json(o, f->key, *text);
	else
		put_number(o, f->kind, f->key, f->label,
		           *(const int64_t *)(const void *)(row + f->at));
}

void both_facts(both *o, const both_fact *facts, size_t n, const void *row)
{
	for (size_t i = 0; i < n; i++)
		put_fact(o, &facts[i], row);
}

void both_rows(both *o, slice key, slice words, const both_fact *facts, size_t nfacts,
               const void *rows, uint32_t n, size_t size)
{
	both_list(o, key, words, n);
	for (uint32_t i = 0; i < n; i++) {
		both_item(o);
		both_facts(o, facts, nfacts, (const char *)rows + i * size);
		both_item_end(o);
	}
	both_list_end(o);
}

void both_list(both *o, slice key, slice words, uint32_t n)
{
	if (o->json) {
		jout_key(&o->j, key);
		jout_array(&o->j);
	} else if (n > 0) {
		label(o, words);
		strbuf_int(o->b, n);
		strbuf_putc(o->b, '\n');
	}
	o->indent++;
}

void both_item(both *o)
{
	if (o->json)
		jout_object(&o->j);
}

void both_item_end(both *o)
{
	if (o->json)
		jout_object_end(&o->j);
}

void both_list_end(both *o)
{
	o->indent--;
	if (o->json)
		jout_array_end(&o->j);
}
