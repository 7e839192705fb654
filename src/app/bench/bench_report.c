/*
 * bench_report.c - figures in the order and the words of docs/measured.md.
 */
#include "app/bench/bench_report.h"

#include <stdio.h>

#include "base/json_out.h"

static bool reached(const measure *f)
{
	return (f->at_least == 0 || f->best >= f->at_least) &&
	       (f->at_most == 0 || f->best <= f->at_most) &&
	       (f->ratio_at_least == 0 || f->ratio >= f->ratio_at_least);
}

static void put_number(json_out *j, slice key, double v)
{
	if (v == 0)
		return;
	jout_key(j, key);
	jout_number(j, (double)(int64_t)(v * 1000) / 1000);
}

static void put_word(json_out *j, slice key, const char *v)
{
	if (v == NULL)
		return;
	jout_key(j, key);
	jout_string(j, slice_c(v));
}

void bench_report(const measure *f, bool *pass)
{
	char room[1024];
	strbuf line;
	json_out j;

	strbuf_over(&line, room, sizeof room);
	j = jout_to(&line);
	jout_object(&j);
	put_word(&j, S("figure"), f->name);
	put_number(&j, S("value"), f->best);
	put_word(&j, S("unit"), f->unit);
	put_number(&j, S("median"), f->median);
	put_number(&j, S("by_processor"), f->worked);
	put_number(&j, S("by_busiest_thread"), f->busiest);
	put_number(&j, S("first"), f->first);
	put_word(&j, S("peer"), f->peer);
	put_number(&j, S("peer_value"), f->peer_best);
	put_number(&j, S("ratio"), f->ratio);
	put_number(&j, S("at_least"), f->at_least);
	put_number(&j, S("at_most"), f->at_most);
	put_number(&j, S("ratio_at_least"), f->ratio_at_least);
	if (f->at_least != 0 || f->at_most != 0 || f->ratio_at_least != 0) {
		jout_key(&j, S("pass"));
		jout_bool(&j, reached(f));
	}
	put_number(&j, S("bytes"), (double)f->bytes);
	put_number(&j, S("runs"), f->runs);
	put_word(&j, S("note"), f->note);
	jout_object_end(&j);
	*pass = *pass && reached(f);
	(void)printf("%.*s\n", (int)line.n, line.p);
	(void)fflush(stdout);
}
