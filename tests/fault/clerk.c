/*
 * clerk.c - a clerk who works without pause and says what is done, for tests that kill.
 *
 *	clerk work URL SEED COUNT    changes the register COUNT times (0: for ever); a line on
 *	                             stdout, at once, for every change that was committed
 *	clerk check URL FILE         the register is whole, and holds every change that FILE says
 *	clerk add URL COUNT          COUNT times: read a number, write it back one greater
 *	clerk number URL             what that number is
 *
 * The changes are of the register's own use-cases. A line is written with one write(), so
 * a killed clerk leaves no half of one but perhaps the last, which counts for nothing.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "lib/builtin.h"
#include "model/model_json.h"
#include "reading/reading.h"
#include "register/duty/tally.h"
#include "register/entry/decide.h"
#include "register/entry/enter.h"
#include "register/event.h"
#include "register/proof.h"

enum { NOW = 1776733200, TEXT_ROOM = 4096, LINE_ROOM = 256, ACKS_MAX = 64 << 20 };
static const char counter[] = "clerk-number";

static const char *const works[] = {"received", "in_progress", "reported_done", "confirmed",
                                    "returned", "suspended",   "stopped",       "not_started"};

typedef struct clerk {
	reg r;
	arena a;
	reader rd;
	uint64_t seed;
	int64_t obligations; /* ids up to here are worth trying */
	char said[LINE_ROOM * 8];
} clerk;

static _Noreturn void give_up(const char *what, const err *e)
{
	(void)fprintf(stderr, "clerk: %s: %s: %s\n", what, msg_code(e->id), e->detail);
	exit(3);
}

static uint32_t chance(clerk *c, uint32_t n)
{
	c->seed = c->seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(c->seed >> 33) % n;
}

static void open_office(clerk *c, const char *url, unsigned flags)
{
	registry_tables t[2];
	err e = {0};

	arena_init(&c->a, NULL, 0);
	if (builtin_registry(S("langson"), &t[0], &e) != RC_OK ||
	    builtin_registry(S("vietnam"), &t[1], &e) != RC_OK ||
	    reader_init(t, 2, builtin_cues(), &c->a, &c->rd, &e) != RC_OK)
		give_up("reader", &e);
	if (reg_open(&c->r, url, flags, viewer_operator(), NOW, flags ? c->rd.reg : NULL,
	             flags ? builtin_calendar() : (slice){0}, &e) != RC_OK)
		give_up("open", &e);
}

static void close_office(clerk *c)
{
	reg_close(&c->r);
	arena_done(&c->a);
}

/* --- one change: what it does, and what may be said of it once it is on disk --- */

typedef rc change(clerk *c, arena *a, err *e);

static void say(clerk *c, const char *fmt, ...) PRINTF_LIKE(2, 3);
static void say(clerk *c, const char *fmt, ...)
{
	size_t n = slice_c(c->said).n;
	va_list args;

	va_start(args, fmt);
	(void)vsnprintf(c->said + n, sizeof c->said - n, fmt, args);
	va_end(args);
}

static rc enter_one(clerk *c, arena *a, err *e)
{
	static const char *const bodies[] = {"Sở Nội vụ", "Sở Tài chính", "UBND các xã, phường",
	                                     "Sở Xây dựng; Sở Y tế"};
	char *text = arena_alloc(a, TEXT_ROOM), hash[HASH_HEX + 1];
	reading *r = arena_new(a, reading);
	uint32_t nth = chance(c, 1u << 30);
	uint32_t n = 0;
	entered got;
	entry in = {.r = r, .direction = S("in"), .reader = S("clerk"), .data = S("-")};
	rc code;

	(void)snprintf(text, TEXT_ROOM,
	               "UBND TỈNH LẠNG SƠN\nSố: %u/UBND-TH\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\n"
	               "Kính gửi: %s.\n\n1. Giao %s chủ trì rà soát hồ sơ số %u, báo cáo UBND tỉnh "
	               "trước ngày %u/5/2026.\n2. Giao Sở Tư pháp phối hợp, hoàn thành trong tháng "
	               "6/2026.\n",
	               nth, bodies[nth % 4], bodies[nth / 4 % 4], nth, nth % 28 + 1);
	in.original = slice_c(text);
	hash_sha256(&in.original, 1, hash);
	in.sha256 = slice_c(hash);
	in.name = S("cv.txt");
	in.bytes = (int64_t)in.original.n;
	in.json = S("{}");
	code = reading_run(&c->rd, in.original, a, r, e);
	if (code == RC_OK)
		code = document_enter(&c->r, &in, &got, e);
	if (code == RC_OK && !got.again)
		code = decide_document(&c->r, got.document, false, false, &n, e);
	if (code == RC_OK)
		say(c, "document %s %u\n", hash, got.assignments);
	return code;
}

static rc enter_some(clerk *c, arena *a, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = chance(c, 6) + 2; code == RC_OK && i > 0; i--)
		code = enter_one(c, a, e);
	return code;
}

static rc change_work(clerk *c, arena *a, err *e)
{
	int64_t id = 1 + chance(c, (uint32_t)c->obligations + 1), changed = 0;
	sql_obligation_get_row o;
	slice work = slice_c(works[chance(c, ARRAY_LEN(works))]);
	bool found, in_time = chance(c, 2) == 0;
	rc code = sql_obligation_get(c->r.d, (sql_obligation_get_in){id}, a, &o, &found, e);

	if (code != RC_OK || !found)
		return code;
	code = sql_obligation_state_set(c->r.d,
	                                (sql_obligation_state_set_in){.id = id,
	                                                              .agency = o.agency,
	                                                              .due = o.due,
	                                                              .last = o.last,
	                                                              .safe = o.safe,
	                                                              .work = work,
	                                                              .in_time = in_time,
	                                                              .reported_at = o.reported_at,
	                                                              .done_at = o.done_at,
	                                                              .reason = S("đổi"),
	                                                              .at = NOW,
	                                                              .version = o.version},
	                                &changed, e);
	if (code == RC_OK && changed != 1)
		code = err_set(e, RC_IO, MSG_CHANGED_MEANWHILE, "in one transaction");
	if (code == RC_OK)
		code = tally_move(&c->r, (tally_of){o.agency, o.due, o.work, o.in_time},
		                  (tally_of){o.agency, o.due, work, in_time}, e);
	if (code == RC_OK)
		code = event_add(&c->r, "change", "obligation", id, (slice){0}, e);
	if (code == RC_OK)
		say(c, "work %lld %lld %s\n", (long long)id, (long long)o.version + 1, work.p);
	return code;
}

static rc add_one(clerk *c, arena *a, err *e)
{
	sql_setting_get_row row;
	int64_t changed, n = 0;
	bool found;
	rc code = sql_setting_get(c->r.d, (sql_setting_get_in){slice_c(counter)}, a, &row, &found,
	                          e);

	if (code != RC_OK)
		return code;
	if (found)
		n = strtoll(row.value.p, NULL, 10);
	code = sql_setting_put(
		c->r.d,
		(sql_setting_put_in){slice_c(counter), arena_printf(a, "%lld", (long long)n + 1)},
		&changed, e);
	if (code == RC_OK)
		code = event_add(&c->r, "add", "setting", n + 1, (slice){0}, e);
	if (code == RC_OK)
		say(c, "number %lld\n", (long long)n + 1);
	return code;
}

typedef struct doing {
	clerk *c;
	change *what;
} doing;

static rc do_it(db *d, void *ctx, err *e)
{
	doing *x = ctx;
	arena a;
	rc code;

	(void)d;
	x->c->said[0] = 0; /* of an earlier try nothing remains */
	arena_init(&a, NULL, 0);
	code = x->what(x->c, &a, e);
	arena_done(&a);
	return code;
}

static void do_and_tell(clerk *c, change *what)
{
	doing x = {c, what};
	err e = {0};
	slice said;

	if (db_write(c->r.d, do_it, &x, &e) != RC_OK)
		give_up("write", &e);
	said = slice_c(c->said);
	if (said.n > 0 && write(STDOUT_FILENO, said.p, said.n) != (ssize_t)said.n)
		exit(4); /* nobody listens */
}

static int work(clerk *c, const char *seed, const char *count)
{
	static change *const changes[] = {enter_one,   change_work, change_work, change_work,
	                                  change_work, change_work, add_one,     enter_some};
	long long most = strtoll(count, NULL, 10);

	c->seed = strtoull(seed, NULL, 10) * 2654435761u + 1;
	for (long long i = 0; most == 0 || i < most; i++) {
		do_and_tell(c, i == 0 ? enter_one : changes[chance(c, ARRAY_LEN(changes))]);
		c->obligations += 2;
	}
	return 0;
}

static int add(clerk *c, const char *count)
{
	for (long long i = strtoll(count, NULL, 10); i > 0; i--)
		do_and_tell(c, add_one);
	return 0;
}

/* --- checking --- */

static int wrong(const char *what, long long got, long long want)
{
	(void)printf("wrong: %s: %lld, not %lld\n", what, got, want);
	return 1;
}

/* The log fits together, the tally is the full count, every original is there. */
static int64_t check_whole(clerk *c)
{
	proof p;
	err e = {0};

	if (proof_of(&c->r, (slice){0}, &c->a, &p, &e) != RC_OK)
		give_up("not whole", &e);
	return p.log.lines;
}

static slice word(slice *line)
{
	slice w = {0};

	if (!slice_cut(line, ' ', &w)) {
		w = *line;
		*line = (slice){0};
	}
	return w;
}

static int64_t number(slice *line)
{
	slice w = word(line);

	return w.n > 0 ? strtoll(w.p, NULL, 10) : 0;
}

static int check_document(clerk *c, arena *a, slice line)
{
	sql_document_by_hash_row row;
	bool found;
	err e = {0};

	if (sql_document_by_hash(c->r.d, (sql_document_by_hash_in){word(&line)}, a, &row, &found,
	                         &e) != RC_OK)
		give_up("document", &e);
	return found ? 0 : wrong("document that was acknowledged", 0, 1);
}

static int check_work(clerk *c, arena *a, slice line)
{
	int64_t id = number(&line), version = number(&line);
	sql_obligation_get_row row;
	bool found;
	err e = {0};

	if (sql_obligation_get(c->r.d, (sql_obligation_get_in){id}, a, &row, &found, &e) != RC_OK)
		give_up("obligation", &e);
	if (!found || row.version < version)
		return wrong("version of an obligation", found ? row.version : 0, version);
	if (row.version == version && !slice_eq(row.work, line))
		return wrong("state of an obligation", row.version, version);
	return 0;
}

static int64_t number_now(clerk *c)
{
	sql_setting_get_row row;
	bool found;
	err e = {0};

	if (sql_setting_get(c->r.d, (sql_setting_get_in){slice_c(counter)}, &c->a, &row, &found,
	                    &e) != RC_OK)
		give_up("number", &e);
	return found ? strtoll(row.value.p, NULL, 10) : 0;
}

static int check_line(clerk *c, arena *a, slice line, int64_t now)
{
	slice what = word(&line);
	int64_t n;

	if (slice_eq(what, S("document")))
		return check_document(c, a, line);
	if (slice_eq(what, S("work")))
		return check_work(c, a, line);
	n = number(&line);
	return n <= now ? 0 : wrong("number", now, n);
}

static int check(clerk *c, const char *file)
{
	slice all, line;
	int64_t now = number_now(c), lines = check_whole(c), acks = 0;
	int bad = 0;
	err e = {0};
	arena a;

	if (file_read(file, ACKS_MAX, &c->a, &all, &e) != RC_OK)
		give_up("what was said", &e);
	arena_init(&a, NULL, 0);
	while (bad == 0 && slice_cut(&all, '\n', &line)) { /* half a line counts for nothing */
		bad = check_line(c, &a, line, now);
		acks++;
	}
	arena_done(&a);
	if (bad == 0)
		(void)printf("whole: %lld lines, %lld acknowledged\n", (long long)lines,
		             (long long)acks);
	return bad;
}

int main(int argc, char **argv)
{
	clerk c = {0};
	slice what = slice_c(argc > 2 ? argv[1] : "");
	int code = 2;

	if (slice_eq(what, S("work")) && argc == 5) {
		open_office(&c, argv[2], DB_CREATE);
		code = work(&c, argv[3], argv[4]);
	} else if (slice_eq(what, S("check")) && argc == 4) {
		open_office(&c, argv[2], 0);
		code = check(&c, argv[3]);
	} else if (slice_eq(what, S("add")) && argc == 4) {
		open_office(&c, argv[2], DB_CREATE);
		code = add(&c, argv[3]);
	} else if (slice_eq(what, S("number")) && argc == 3) {
		open_office(&c, argv[2], 0);
		(void)printf("%lld\n", (long long)number_now(&c));
		code = 0;
	}
	close_office(&c);
	return code;
}
