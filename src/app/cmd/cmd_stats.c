/*
 * cmd_stats.c - dondoc stats: the four official buckets.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "register/duty/tally.h"
#include "register/look/lists.h"

typedef struct values {
	office_values office;
	opt_value by, from, to;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"by", OPT_ONE_OF, "agency|document|leader", offsetof(values, by),
         "tính theo (mặc định: agency)"},
	{"from", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, from), "thời hạn từ ngày này"},
	{"to", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, to), "thời hạn đến hết ngày này"},
	FORMAT_CSV_OPT(office_values),
};

static int run(const call *c);

const command cmd_stats = {
	.name = "stats",
	.summary = "số nhiệm vụ hoàn thành và chưa hoàn thành, đúng hạn và quá hạn",
	TAKES(opts, values),
	.notes = "Không tính nhiệm vụ thường xuyên, nhiệm vụ tạm dừng hoặc đã dừng theo dõi.",
	.run = run,
};

static const struct {
	slice key, wording;
	size_t at;
} buckets[] = {
	{S("done_in_time"), S("Hoàn thành đúng hạn"), offsetof(stats_row, done_in_time)},
	{S("done_late"), S("Hoàn thành quá hạn"), offsetof(stats_row, done_late)},
	{S("open_in_time"), S("Chưa hoàn thành, trong hạn"), offsetof(stats_row, open_in_time)},
	{S("open_late"), S("Chưa hoàn thành, quá hạn"), offsetof(stats_row, open_late)},
	{S("undated"), S("Không có thời hạn"), offsetof(stats_row, undated)},
};

static int64_t *bucket(const stats_row *x, size_t i)
{
	return (int64_t *)(void *)((char *)(uintptr_t)x + buckets[i].at);
}

static stats_row sum_of(const stats_rows *rows)
{
	stats_row sum = {.name = S("Cộng")};

	for (uint32_t k = 0; k < rows->n; k++)
		for (size_t i = 0; i < ARRAY_LEN(buckets); i++)
			*bucket(&sum, i) += *bucket(&rows->p[k], i);
	return sum;
}

static void json_row(json_out *j, const stats_row *x)
{
	jout_object(j);
	member_text(j, S("code"), x->code);
	member_text(j, S("name"), x->name);
	for (size_t i = 0; i < ARRAY_LEN(buckets); i++)
		member_int(j, buckets[i].key, *bucket(x, i));
	jout_object_end(j);
}

static void put_json(strbuf *b, const reg *r, const char *by, const stats_rows *rows,
                     const stats_row *sum)
{
	json_out j = jout_to(b);

	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.stats/1"));
	member_text(&j, S("by"), by != NULL ? slice_c(by) : S("agency"));
	member_day(&j, S("today"), r->minute / CMIN_DAY);
	jout_key(&j, S("rows"));
	jout_array(&j);
	for (uint32_t i = 0; i < rows->n; i++)
		json_row(&j, &rows->p[i]);
	jout_array_end(&j);
	jout_key(&j, S("total"));
	json_row(&j, sum);
	jout_object_end(&j);
	strbuf_putc(b, '\n');
}

static void put_name(strbuf *b, const stats_row *x, bool csv)
{
	slice name = x->name.n > 0 ? x->name : S("Chưa nêu");

	if (csv)
		out_csv(b, name);
	else
		out_line(b, name, 80);
}

static void put_csv(strbuf *b, const stats_rows *rows, const stats_row *sum)
{
	strbuf_put(b, S("Tên"));
	for (size_t i = 0; i < ARRAY_LEN(buckets); i++) {
		strbuf_putc(b, ',');
		out_csv(b, buckets[i].wording);
	}
	for (uint32_t k = 0; k <= rows->n; k++) {
		const stats_row *x = k < rows->n ? &rows->p[k] : sum;

		strbuf_put(b, S("\r\n"));
		put_name(b, x, true);
		for (size_t i = 0; i < ARRAY_LEN(buckets); i++) {
			strbuf_putc(b, ',');
			strbuf_int(b, *bucket(x, i));
		}
	}
	strbuf_put(b, S("\r\n"));
}

static void put_text(strbuf *b, const stats_rows *rows, const stats_row *sum)
{
	for (uint32_t k = 0; k <= rows->n; k++) {
		const stats_row *x = k < rows->n ? &rows->p[k] : sum;
		bool first = true;

		put_name(b, x, false);
		strbuf_put(b, S(": "));
		for (size_t i = 0; i < ARRAY_LEN(buckets); i++) {
			if (*bucket(x, i) == 0)
				continue;
			if (!first)
				strbuf_put(b, S(" · "));
			first = false;
			strbuf_put(b, buckets[i].wording);
			strbuf_putc(b, ' ');
			strbuf_int(b, *bucket(x, i));
		}
		strbuf_put(b, first ? S("không có\n") : S("\n"));
	}
}

static rc show(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	int64_t since = v->from.text != NULL ? v->from.n * CMIN_DAY : DB_NULL;
	int64_t until = v->to.text != NULL ? v->to.n * CMIN_DAY + CMIN_DAY - 1 : DB_NULL;
	stats_rows rows;
	stats_row sum;
	rc code = stats_of(r, (enum stats_by)v->by.n, since, until, c->a, &rows, e);

	if (code != RC_OK)
		return code;
	sum = sum_of(&rows);
	if (to->as_json)
		put_json(&to->out, r, v->by.text, &rows, &sum);
	else
		(call_format(c) == OUT_CSV ? put_csv : put_text)(&to->out, &rows, &sum);
	return RC_OK;
}

static int run(const call *c)
{
	const values *v = c->values;

	return opt_in_order(&cmd_stats, v->from, v->to) ? look(c, show) : EXIT_WRONG;
}
