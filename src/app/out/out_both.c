/*
 * out_both.c - key or label, by what was asked for.
 */
#include "app/out/out_both.h"

#include "app/out/wording.h"

#include "model/vi_format.h"
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

void both_word(both *o, slice key, slice words, slice word)
{
	both_text(o, key, words, o->json ? word : wording(word));
}

void both_words(both *o, slice key, slice words, slice list)
{
	slice one;

	if (o->json) {
		both_text(o, key, words, list);
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

void both_int(both *o, slice key, slice words, int64_t v)
{
	if (o->json) {
		member_int(&o->j, key, v);
	} else if (v != DB_NULL) {
		label(o, words);
		strbuf_int(o->b, v);
		strbuf_putc(o->b, '\n');
	}
}

void both_minute(both *o, slice key, slice words, int64_t minute)
{
	if (o->json) {
		member_minute(&o->j, key, minute);
	} else if (minute != DB_NULL) {
		label(o, words);
		out_put_minute(o->b, minute);
		strbuf_putc(o->b, '\n');
	}
}

void both_start(both *o, slice key, slice words, int64_t minute)
{
	if (o->json) {
		member_minute(&o->j, key, minute);
	} else if (minute != DB_NULL) {
		label(o, words);
		out_put_start(o->b, minute);
		strbuf_putc(o->b, '\n');
	}
}

void both_time(both *o, slice key, slice words, int64_t seconds)
{
	if (o->json) {
		member_time(&o->j, key, seconds);
	} else if (seconds != DB_NULL) {
		label(o, words);
		out_put_time(o->b, seconds);
		strbuf_putc(o->b, '\n');
	}
}

void both_day(both *o, slice key, slice words, int64_t day)
{
	if (o->json) {
		member_day(&o->j, key, day);
	} else if (day != DB_NULL) {
		label(o, words);
		vi_date(o->b, (int32_t)day);
		strbuf_putc(o->b, '\n');
	}
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

void both_detail(both *o, slice key, slice object)
{
	if (!o->json)
		return;
	jout_key(&o->j, key);
	strbuf_put(o->b, object);
	o->j.comma = true;
}
