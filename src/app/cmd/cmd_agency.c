/*
 * cmd_agency.c - dondoc agency: the bodies and what they have to do; one body with its
 * groups, people and weeks.
 */
#include "app/cmd/acting.h"
#include "model/vi_format.h"
#include "register/people/bodies.h"

enum { WEEKS = 8, MONDAY = 3, NAME_CUT = 60 };

static const opt opts[] = {
	OFFICE_OPTS,
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_agency = {
	.name = "agency",
	.args = "[MÃ]",
	.summary = "danh sách cơ quan, đơn vị; hoặc một cơ quan với cán bộ, nhóm, khối lượng việc",
	TAKES(opts, office_values),
	.run = run,
};

static const struct {
	slice key, vi;
	size_t at;
} loads[] = {
	{S("open_in_time"), S("Chưa hoàn thành, trong hạn"),
         offsetof(sql_agency_loads_row, open_in_time)},
	{S("open_late"), S("Chưa hoàn thành, quá hạn"), offsetof(sql_agency_loads_row, open_late)},
	{S("undated"), S("Không có thời hạn"), offsetof(sql_agency_loads_row, undated)},
	{S("done_in_time"), S("Hoàn thành đúng hạn"), offsetof(sql_agency_loads_row, done_in_time)},
	{S("done_late"), S("Hoàn thành quá hạn"), offsetof(sql_agency_loads_row, done_late)},
};

static int64_t load_at(const sql_agency_loads_row *x, size_t i)
{
	int64_t n;

	memcpy(&n, (const char *)x + loads[i].at, sizeof n);
	return n;
}

static const sql_agency_loads_row *loads_of(const sql_agency_loads_rows *all, int64_t agency)
{
	for (uint32_t i = 0; i < all->n; i++)
		if (all->p[i].agency == agency)
			return &all->p[i];
	return NULL;
}

static void put_agency_json(answer *to, const sql_agency_list_row *x,
                            const sql_agency_loads_row *load)
{
	member_text(&to->json, S("code"), x->code);
	member_text(&to->json, S("name"), x->name);
	member_text(&to->json, S("class"), x->class);
	member_text(&to->json, S("district"), x->district);
	member_text(&to->json, S("parent"), x->parent);
	member_text(&to->json, S("email"), x->email);
	member_text(&to->json, S("phone"), x->phone);
	jout_key(&to->json, S("load"));
	if (load == NULL) {
		jout_null(&to->json);
		return;
	}
	jout_object(&to->json);
	for (size_t i = 0; i < ARRAY_LEN(loads); i++)
		member_int(&to->json, loads[i].key, load_at(load, i));
	jout_object_end(&to->json);
}

static void put_agency_line(answer *to, const sql_agency_list_row *x,
                            const sql_agency_loads_row *load)
{
	answer_words(to, x->code);
	for (size_t n = x->code.n; n < 12; n++)
		strbuf_putc(&to->out, ' ');
	answer_cut(to, x->name, NAME_CUT);
	if (load != NULL && load->open_in_time + load->open_late + load->undated > 0) {
		strbuf_put(&to->out, S("  · đang có "));
		strbuf_int(&to->out, load->open_in_time + load->open_late + load->undated);
		if (load->open_late > 0) {
			strbuf_put(&to->out, S(", quá hạn "));
			strbuf_int(&to->out, load->open_late);
		}
	}
	strbuf_putc(&to->out, '\n');
}

static rc list_all(reg *r, const call *c, answer *to, err *e)
{
	sql_agency_list_rows rows;
	sql_agency_loads_rows all;
	rc code = sql_agency_list(r->d, (sql_agency_list_in){{0}}, &r->a, &rows, e);

	(void)c;
	if (code == RC_OK)
		code = sql_agency_loads(r->d, &r->who, (sql_agency_loads_in){DB_NULL, r->minute},
		                        &r->a, &all, e);
	if (code != RC_OK)
		return code;
	if (to->as_json)
		jout_array(&to->json);
	for (uint32_t i = 0; i < rows.n; i++) {
		const sql_agency_loads_row *load = loads_of(&all, rows.p[i].id);

		if (to->as_json) {
			jout_object(&to->json);
			put_agency_json(to, &rows.p[i], load);
			jout_object_end(&to->json);
		} else {
			put_agency_line(to, &rows.p[i], load);
		}
	}
	if (to->as_json) {
		jout_array_end(&to->json);
		strbuf_putc(&to->out, '\n');
	}
	return RC_OK;
}

/* Everything of one body. */
typedef struct one_agency {
	sql_agency_list_row own;
	sql_agency_loads_rows load;
	sql_agency_groups_rows groups;
	sql_agency_people_rows people;
	sql_agency_weeks_rows weeks;
} one_agency;

static rc load_one(reg *r, slice code, one_agency *x, err *e)
{
	int64_t day = r->minute / CMIN_DAY, monday = day - (day + MONDAY) % 7;
	sql_agency_list_rows rows;
	rc done = sql_agency_list(r->d, (sql_agency_list_in){code}, &r->a, &rows, e);

	if (done == RC_OK && rows.n == 0)
		done = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such code");
	if (done != RC_OK)
		return done;
	x->own = rows.p[0];
	done = sql_agency_loads(r->d, &r->who, (sql_agency_loads_in){x->own.id, r->minute}, &r->a,
	                        &x->load, e);
	if (done == RC_OK)
		done = sql_agency_groups(r->d, (sql_agency_groups_in){x->own.id, day}, &r->a,
		                         &x->groups, e);
	if (done == RC_OK)
		done = sql_agency_people(r->d, (sql_agency_people_in){x->own.id, day}, &r->a,
		                         &x->people, e);
	return done == RC_OK
	               ? sql_agency_weeks(r->d, &r->who,
	                                  (sql_agency_weeks_in){x->own.id, monday * CMIN_DAY,
	                                                        (monday + WEEKS * 7) * CMIN_DAY},
	                                  &r->a, &x->weeks, e)
	               : done;
}

static void put_one_json(answer *to, const one_agency *x)
{
	jout_object(&to->json);
	put_agency_json(to, &x->own, x->load.n > 0 ? &x->load.p[0] : NULL);
	jout_key(&to->json, S("groups"));
	jout_array(&to->json);
	for (uint32_t i = 0; i < x->groups.n; i++)
		jout_string(&to->json, x->groups.p[i].code);
	jout_array_end(&to->json);
	jout_key(&to->json, S("people"));
	jout_array(&to->json);
	for (uint32_t i = 0; i < x->people.n; i++) {
		jout_object(&to->json);
		member_text(&to->json, S("name"), x->people.p[i].person);
		member_text(&to->json, S("post"), x->people.p[i].title);
		member_text(&to->json, S("email"), x->people.p[i].email);
		member_text(&to->json, S("phone"), x->people.p[i].phone);
		jout_object_end(&to->json);
	}
	jout_array_end(&to->json);
	jout_key(&to->json, S("weeks"));
	jout_array(&to->json);
	for (uint32_t i = 0; i < x->weeks.n; i++) {
		jout_object(&to->json);
		member_day(&to->json, S("monday"), x->weeks.p[i].week * 7 - MONDAY);
		member_int(&to->json, S("n"), x->weeks.p[i].n);
		jout_object_end(&to->json);
	}
	jout_array_end(&to->json);
	jout_object_end(&to->json);
	strbuf_putc(&to->out, '\n');
}

static void put_one_text(answer *to, const one_agency *x)
{
	answer_words(to, x->own.name);
	strbuf_put(&to->out, S(" ("));
	answer_words(to, x->own.code);
	strbuf_put(&to->out, S(")\n"));
	for (size_t i = 0; x->load.n > 0 && i < ARRAY_LEN(loads); i++) {
		strbuf_put(&to->out, S("  "));
		strbuf_put(&to->out, loads[i].vi);
		strbuf_put(&to->out, S(": "));
		strbuf_int(&to->out, load_at(&x->load.p[0], i));
		strbuf_putc(&to->out, '\n');
	}
	for (uint32_t i = 0; i < x->weeks.n; i++) {
		strbuf_put(&to->out, S("  Tuần từ "));
		vi_date(&to->out, (int32_t)(x->weeks.p[i].week * 7 - MONDAY));
		strbuf_put(&to->out, S(": "));
		strbuf_int(&to->out, x->weeks.p[i].n);
		strbuf_put(&to->out, S(" việc đến hạn\n"));
	}
	strbuf_put(&to->out, x->groups.n > 0 ? S("  Thuộc nhóm:") : S(""));
	for (uint32_t i = 0; i < x->groups.n; i++) {
		strbuf_put(&to->out, i > 0 ? S("; ") : S(" "));
		answer_words(to, x->groups.p[i].name);
	}
	strbuf_put(&to->out, x->groups.n > 0 ? S("\n") : S(""));
	for (uint32_t i = 0; i < x->people.n; i++) {
		strbuf_put(&to->out, S("  - "));
		answer_words(to, x->people.p[i].person);
		strbuf_put(&to->out, S(", "));
		answer_words(to, x->people.p[i].title);
		if (x->people.p[i].phone.n > 0) {
			strbuf_put(&to->out, S(", "));
			answer_words(to, x->people.p[i].phone);
		}
		strbuf_putc(&to->out, '\n');
	}
}

static rc show_one(reg *r, const call *c, answer *to, err *e)
{
	one_agency x = {0};
	rc done = load_one(r, slice_c(c->args[0]), &x, e);

	to->about = c->args[0];
	if (done == RC_OK)
		(to->as_json ? put_one_json : put_one_text)(to, &x);
	return done;
}

static int run(const call *c)
{
	return look(c, c->n > 0 ? show_one : list_all);
}
