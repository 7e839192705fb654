/*
 * tables.c - counts and sums of tables, for people and for programs.
 */
#include "app/out/tables.h"

enum { NAME_WIDTH = 18 };

static void put_line(answer *to, const copy_sum *s)
{
	slice name = slice_c(s->table);

	strbuf_put(&to->out, S("  "));
	strbuf_put(&to->out, name);
	for (size_t i = name.n; i < NAME_WIDTH; i++)
		strbuf_putc(&to->out, ' ');
	strbuf_int(&to->out, s->rows);
	strbuf_putc(&to->out, '\n');
}

static void put_json(answer *to, const copy_sum *s)
{
	jout_object(&to->json);
	jout_key(&to->json, S("table"));
	jout_string(&to->json, slice_c(s->table));
	jout_key(&to->json, S("rows"));
	jout_int(&to->json, s->rows);
	jout_key(&to->json, S("sum"));
	jout_string(&to->json, slice_c(s->sum));
	jout_object_end(&to->json);
}

void tables_put(answer *to, const copy_sums *sums)
{
	if (to->as_json)
		jout_array(&to->json);
	for (uint32_t i = 0; i < sums->n; i++) {
		if (to->as_json)
			put_json(to, &sums->p[i]);
		else if (sums->p[i].rows > 0)
			put_line(to, &sums->p[i]);
	}
	if (to->as_json)
		jout_array_end(&to->json);
}
