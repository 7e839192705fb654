/*
 * cmd_demo.c - dondoc demo: sample documents that were imported become an office at work.
 *
 * Everything is done by the use-cases that people use, at times that have passed: most of
 * what was due is done, some is late, some waits. The register is marked as invented, and
 * every page says so. It refuses a register that has accounts already.
 */
#include <stdio.h>
#include <unistd.h>

#include "app/cmd/demo.h"
#include "app/cmd/office.h"
#include "app/command.h"
#include "app/intake/job_read.h"
#include "app/opt.h"
#include "model/civil.h"
#include "model/roles.h"
#include "register/duty/follow.h"
#include "register/event.h"
#include "register/hand/propose.h"
#include "register/links/links.h"
#include "register/links/replies.h"
#include "register/look/tables.h"
#include "register/people/bodies.h"
#include "register/people/people.h"
#include "register/steps/rounds.h"
#include "register/steps/steps.h"

enum { MOST = 5000 };
enum { KEEP_LATE = 5, KEEP_WEEK = 7, WAITING = 3, TRACKED = 46, SILENT_COMMUNES = 4 };

static int run(const call *c);

typedef struct values {
	office_values office;
	bool accounts;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"accounts", OPT_SWITCH, NULL, offsetof(values, accounts),
         "chỉ lập tài khoản dùng thử, trước khi nhập văn bản mẫu bằng một tài khoản trong đó"},
};

const command cmd_demo = {
	.name = "demo",
	.summary = "biến sổ vừa nhập văn bản mẫu thành sổ minh họa, có tài khoản dùng thử",
	TAKES(opts, values),
	.notes =
		"Chỉ dùng cho sổ mới, chưa có tài khoản: mọi trang sẽ ghi rõ đây là dữ liệu minh họa.",
	.run = run,
};

typedef struct demo {
	reg *r;
	arena *a;
	int64_t now;
	viewer office; /* works with the account of the specialist */
} demo;

static void at_time(demo *x, int64_t seconds)
{
	x->r->now = seconds == x->now ? seconds : demo_by_day(seconds);
	x->r->minute = civil_of_clock(x->r->now);
}

static rc find_id(demo *x, slice pub, int64_t *ret, err *e)
{
	sql_obligation_by_pub_row row;
	bool found = false;
	rc code = sql_obligation_by_pub(x->r->d, &x->office, (sql_obligation_by_pub_in){pub}, x->a,
	                                &row, &found, e);

	*ret = found ? row.id : 0;
	return code == RC_OK && !found ? err_set(e, RC_INPUT, MSG_NO_SUCH, "obligation") : code;
}

/* `when`: seconds at which it is reported; confirmed a day later, at most an hour ago. */
static rc report(demo *x, int64_t id, int64_t when, err *e)
{
	step_in in = {.note = S("Đã hoàn thành; văn bản kết quả gửi kèm theo hồ sơ.")};

	at_time(x, when);
	x->r->who = x->office;
	return step_take(x->r, id, STEP_REPORT_DONE, &in, e);
}

static rc finish_duty(demo *x, slice pub, int64_t when, err *e)
{
	int64_t id, later = when + DAY < x->now - HOUR ? when + DAY : x->now - HOUR;
	rc code = find_id(x, pub, &id, e);

	if (code == RC_OK)
		code = report(x, id, when, e);
	at_time(x, later > when ? later : when);
	return code == RC_OK ? step_take(x->r, id, STEP_CONFIRM, &(step_in){0}, e) : code;
}

static rc list(demo *x, enum duty_view view, duty_page *ret, err *e)
{
	at_time(x, x->now);
	x->r->who = x->office;
	return tables_duties(x->r, &(duty_ask){.view = view, .agency = DB_NULL, .most = MOST}, x->a,
	                     ret, e);
}

/* Of n rows some `keep` stay as they are, spread over all; is this one of them? */
static bool stays(uint32_t i, uint32_t n, uint32_t keep)
{
	return n > 0 && (uint64_t)(i + 1) * keep / n != (uint64_t)i * keep / n;
}

/* Who signs in as a commune has something before it; nobody can finish what is nobody's. */
static bool untouched(const sql_duty_table_row *o, enum duty_view view)
{
	return o->agency.n == 0 || (view == DUTY_WEEK && slice_eq(o->agency, DEMO_COMMUNE));
}

static rc finish_most(demo *x, enum duty_view view, uint32_t keep, err *e)
{
	duty_page found;
	uint32_t held = 0, at = 0;
	rc code = list(x, view, &found, e);

	for (uint32_t i = 0; code == RC_OK && i < found.rows.n; i++)
		held += untouched(&found.rows.p[i], view);
	keep = keep > held ? keep - held : 0;
	for (uint32_t i = 0; code == RC_OK && i < found.rows.n; i++) {
		const sql_duty_table_row *o = &found.rows.p[i];
		int64_t due = clock_of_civil(o->due), when = x->now - (1 + i % 4) * DAY;

		if (untouched(o, view) || stays(at++, found.rows.n - held, keep))
			continue;
		/* One in nine was late. */
		if (view == DUTY_OVERDUE)
			when = i % 9 == 4 ? due + HOUR : due - (1 + i % 3) * DAY;
		code = finish_duty(x, o->pub, when < x->now - 2 * HOUR ? when : x->now - 2 * HOUR,
		                   e);
	}
	return code;
}

static rc tracked(demo *x, int64_t *ret, err *e)
{
	sql_duty_groups_count_row row = {0};
	rc code = sql_duty_groups_count(x->r->d, &x->office,
	                                (sql_duty_groups_count_in){S("track"), {0}, DB_NULL, MOST},
	                                x->a, &row, NULL, e);

	*ret = row.n;
	return code;
}

/* What leaders said on the phone or wrote on a paper: until the week has its number (near
 * its end it is short, and all fall due today), then of later weeks, until all have theirs. */
static rc add_spoken(demo *x, err *e)
{
	duty_page found;
	int64_t today = day_of_clock(x->now), end = tables_week_end(x->r), all = 0, made;
	rc code = list(x, DUTY_WEEK, &found, e);

	if (code == RC_OK)
		code = tracked(x, &all, e);
	for (uint32_t i = 0; code == RC_OK && i < ARRAY_LEN(demo_duties); i++) {
		bool soon = found.total + i < KEEP_WEEK;
		int64_t day = today + (soon ? 1 + i % 4 : 15 + 2 * i);
		duty_new in = {.basis = demo_duties[i].basis,
		               .basis_kind = S("note"),
		               .as = DISPOSAL_TRACK,
		               .duty = {.action = demo_duties[i].action,
		                        .lead = demo_duties[i].lead,
		                        .last = day * CMIN_DAY + CMIN_DAY - 1}};

		if (!soon && all + i >= TRACKED)
			break;
		if (soon && in.duty.last > end)
			in.duty.last = end;
		at_time(x, x->now - DAY + 8 * HOUR + (int64_t)i * 600);
		x->r->who = x->office;
		code = propose_new(x->r, &in, &made, e);
	}
	return code;
}

static bool leads(const sql_party_list_rows *parties, slice code)
{
	for (uint32_t i = 0; i < parties->n; i++)
		if (slice_eq(parties->p[i].code, code))
			return true;
	return false;
}

/* Every followed duty has its specialist, its leader, its field. */
static rc follow_all(demo *x, err *e)
{
	sql_duty_groups_walk_rows rows = {0};
	sql_party_list_rows parties = {0};
	rc code = sql_duty_groups_walk(
		x->r->d, &x->office,
		(sql_duty_groups_walk_in){S("track"), {0}, DB_NULL, DB_NULL, MOST}, x->a, &rows, e);

	x->r->who = x->office;
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		size_t k = 0;

		at_time(x, x->now - DAY + 10 * HOUR + (int64_t)i * 60);
		code = sql_party_list(x->r->d, (sql_party_list_in){rows.p[i].id, S("lead")}, x->a,
		                      &parties, e);
		while (k + 1 < ARRAY_LEN(demo_follow) && !leads(&parties, demo_follow[k].lead))
			k++;
		if (code == RC_OK)
			code = follow_set(x->r, rows.p[i].id,
			                  &(follow_in){demo_follow[k].monitor,
			                               demo_follow[k].leader, demo_follow[k].field},
			                  e);
	}
	return code;
}

/* Of what is not urgent: some wait for the Office, one asks for more time, some began. */
static rc begin_some(demo *x, err *e)
{
	request_in ask = {.reason = S("Khối lượng hồ sơ lớn, đang chờ số liệu của cấp xã.")};
	duty_page found;
	uint32_t waiting = 0, asked = 0;
	rc code = list(x, DUTY_IN_TIME, &found, e);

	for (uint32_t i = 0; code == RC_OK && i < found.rows.n; i++) {
		const sql_duty_table_row *o = &found.rows.p[i];
		int64_t id;

		if (o->agency.n == 0 || o->due <= tables_week_end(x->r))
			continue;
		code = find_id(x, o->pub, &id, e);
		if (code == RC_OK && i % 4 == 1 && waiting < WAITING) {
			waiting++;
			code = report(x, id, x->now - (int64_t)waiting * 3 * HOUR, e);
		} else if (code == RC_OK && i % 4 == 3 && asked < 1) {
			asked++;
			ask.new_last = o->last + (int64_t)10 * CMIN_DAY;
			at_time(x, x->now - 5 * HOUR);
			code = request_extension(x->r, id, &ask, e);
		} else if (code == RC_OK && i % 3 == 0) {
			at_time(x, x->now - DAY + 14 * HOUR + (int64_t)i * 240);
			code = step_take(x->r, id, i % 2 ? STEP_RECEIVE : STEP_START, &(step_in){0},
			                 e);
		}
	}
	return code;
}

/* The meeting that most bodies are called to; nobody else's guests are needed after. */
static rc find_meeting(demo *x, const sql_meeting_list_rows *meetings, int64_t *ret,
                       meeting_bodies *ret_guests, err *e)
{
	meeting_bodies some = {0};
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < meetings->n; i++) {
		some = (meeting_bodies){0};
		if (!slice_eq(meetings->p[i].status, S("called")))
			continue;
		code = links_of_meeting(x->r, meetings->p[i].id, x->a, &some, e);
		if (some.n > ret_guests->n) {
			*ret_guests = some;
			*ret = meetings->p[i].id;
		}
	}
	return code;
}

static bool invited(const meeting_bodies *guests, int64_t agency)
{
	for (uint32_t i = 0; i < guests->n; i++)
		if (guests->p[i].agency == agency)
			return (guests->p[i].parts & PART_INVITED) != 0;
	return false;
}

/* The `i`th body of its class: who signs in as a commune has still to answer. */
static bool silent(const sql_agency_bodies_row *b, bool commune, uint32_t i)
{
	return commune ? slice_eq(b->code, DEMO_COMMUNE) ||
	                         (i % 16 == 7 && i / 16 < SILENT_COMMUNES - 1)
	               : i % 9 == 4;
}

/* Nearly all have answered. */
static rc answer_meeting(demo *x, const sql_meeting_list_rows *meetings, err *e)
{
	sql_agency_bodies_rows all = {0};
	meeting_bodies guests = {0};
	reply_in in = {0};
	uint32_t nth[2] = {0};
	rc code = find_meeting(x, meetings, &in.meeting, &guests, e);

	if (code == RC_OK)
		code = sql_agency_bodies(x->r->d, x->a, &all, e);
	for (uint32_t i = 0; code == RC_OK && i < all.n; i++) {
		bool commune = slice_eq(all.p[i].class, S("commune"));
		uint32_t at;

		if (!invited(&guests, all.p[i].id))
			continue;
		at = nth[commune]++;
		if (silent(&all.p[i], commune, at))
			continue;
		in.agency = all.p[i].id;
		in.answer = at % 13 == 5   ? S("substitute")
		            : at % 31 == 9 ? S("absent")
		                           : S("attending");
		in.person = at % 13 != 5 ? (slice){0}
		            : commune    ? S("Phó Chủ tịch UBND (dự thay)")
		                         : S("Phó Giám đốc (dự thay)");
		in.reason = at % 31 == 9 ? S("Trùng lịch tiếp công dân định kỳ") : (slice){0};
		at_time(x, x->now - (int64_t)(i + 1) * 900);
		code = reply_give(x->r, &in, e);
	}
	return code;
}

static rc answer_meetings(demo *x, err *e)
{
	int64_t today = day_of_clock(x->now);
	sql_meeting_list_rows rows = {0};
	rc code;

	at_time(x, x->now);
	x->r->who = x->office;
	code = sql_meeting_list(x->r->d, &x->office,
	                        (sql_meeting_list_in){.since = today * CMIN_DAY,
	                                              .until = DB_NULL,
	                                              .agency = DB_NULL,
	                                              .day = today,
	                                              .most = 50},
	                        x->a, &rows, e);
	return code == RC_OK ? answer_meeting(x, &rows, e) : code;
}

static rc add_petitions(demo *x, err *e)
{
	sql_agency_bodies_rows all = {0};
	uint32_t communes = 0;
	rc code = sql_agency_bodies(x->r->d, x->a, &all, e);

	while (communes < all.n && !slice_eq(all.p[communes].class, S("commune")))
		communes++;
	x->r->who = x->office;
	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(demo_petitions); i++) {
		petition_in in = {.words = demo_petitions[i].words,
		                  .due = (day_of_clock(x->now) + demo_petitions[i].days) *
		                                 CMIN_DAY +
		                         CMIN_DAY - 1};
		int64_t id;

		at_time(x, x->now - (int64_t)(20 - i) * DAY + 9 * HOUR + (int64_t)i * 1260);
		if (communes < all.n)
			in.petitioner = all.p[communes + i * 5 % (all.n - communes)].id;
		code = bodies_agency(x->r, demo_petitions[i].owner, &in.owner, e);
		if (in.owner == DB_NULL)
			in.owner = 0;
		if (code == RC_OK)
			code = petition_add(x->r, &in, &id, e);
		if (code == RC_OK && demo_petitions[i].reply.n > 0)
			code = petition_reply(x->r, id, S("answered_orally"),
			                      demo_petitions[i].reply, 0, e);
	}
	return code;
}

/* "accounts": the accounts are there, what they did is still to come; "1": all is. */
static rc set_demo(demo *x, slice how, err *e)
{
	rc code = sql_setting_put(x->r->d, (sql_setting_put_in){S("demo"), how}, NULL, e);

	at_time(x, x->now);
	x->r->who = x->office;
	return code == RC_OK ? event_add(x->r, "set", "setting", 0, (slice){0}, e) : code;
}

static rc play(db *d, void *ctx, err *e)
{
	demo *x = ctx;
	rc code = set_demo(x, S("1"), e);

	(void)d;
	if (code == RC_OK)
		code = finish_most(x, DUTY_OVERDUE, KEEP_LATE, e);
	if (code == RC_OK)
		code = finish_most(x, DUTY_WEEK, KEEP_WEEK, e);
	if (code == RC_OK)
		code = add_spoken(x, e);
	if (code == RC_OK)
		code = follow_all(x, e);
	if (code == RC_OK)
		code = begin_some(x, e);
	if (code == RC_OK)
		code = answer_meetings(x, e);
	return code == RC_OK ? add_petitions(x, e) : code;
}

static rc add_accounts(demo *x, err *e)
{
	rc code = RC_OK;

	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(demo_people); i++) {
		person_new in = {.login = demo_people[i].login,
		                 .name = demo_people[i].name,
		                 .role = demo_people[i].role,
		                 .password = DEMO_PASSWORD,
		                 .agency = DB_NULL};

		if (demo_people[i].agency.n > 0)
			code = bodies_agency(x->r, demo_people[i].agency, &in.agency, e);
		if (code == RC_OK)
			code = people_add(x->r, &in, e);
	}
	return code;
}

static rc find_specialist(demo *x, err *e)
{
	sql_account_by_login_row row;
	bool found = false;
	rc code = sql_account_by_login(x->r->d, (sql_account_by_login_in){S("chuyenvien")}, x->a,
	                               &row, &found, e);

	x->office.user = code == RC_OK && found ? row.id : 0;
	return code;
}

static rc mark_accounts(db *d, void *ctx, err *e)
{
	return (void)d, set_demo(ctx, S("accounts"), e);
}

/* The accounts first, unless they were made before the documents came. */
static rc make(demo *x, bool accounts, err *e)
{
	sql_setting_get_row how = {0};
	bool found = false;
	rc code = sql_setting_get(x->r->d, (sql_setting_get_in){S("demo")}, x->a, &how, &found, e);

	if (code == RC_OK && !(found && slice_eq(how.value, S("accounts"))))
		code = add_accounts(x, e);
	if (code == RC_OK)
		code = find_specialist(x, e);
	return code != RC_OK ? code : db_write(x->r->d, accounts ? mark_accounts : play, x, e);
}

static void print_people(void)
{
	(void)printf("Tài khoản dùng thử (mật khẩu chung: %.*s)\n", (int)DEMO_PASSWORD.n,
	             DEMO_PASSWORD.p);
	for (size_t i = 0; i < ARRAY_LEN(demo_people); i++) {
		const office_role *role = role_of(demo_people[i].role);

		(void)printf("  %-12.*s %.*s\n", (int)demo_people[i].login.n,
		             demo_people[i].login.p, (int)role->wording.n, role->wording.p);
	}
}

static int run(const call *c)
{
	const values *v = c->values;
	demo x = {.a = c->a, .office = viewer_operator()};
	job_reader jr;
	err e = {0};
	reg r;
	rc done;
	int code;

	if (job_reader_open(&jr, NULL, NULL, &e) != RC_OK) /* its tables are built in */
		return job_reader_done(&jr), exit_of(e.rc);
	code = office_open(&cmd_demo, &v->office, v->accounts ? jr.rd.reg : NULL, &r);
	if (code == EXIT_FINE) {
		x.r = &r;
		x.now = r.now;
		done = make(&x, v->accounts, &e);
		if (done == RC_OK && !v->accounts)
			print_people();
		else if (done != RC_OK)
			complain((slice){0}, &e);
		code = exit_of(done);
	}
	office_close(&r);
	job_reader_done(&jr);
	return code;
}
