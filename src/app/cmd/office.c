/*
 * office.c - opens the register for a command. The clock of the commands is read here.
 */
#include "app/cmd/office.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "app/config.h"
#include "app/opt.h"
#include "lib/builtin.h"
#include "register/people/bodies.h"
#include "register/people/second.h"

static int look_as(const command *c, const char *as, reg *r)
{
	err e = {0};
	int64_t agency;

	if (as == NULL)
		return EXIT_FINE;
	if (bodies_agency(r, slice_c(as), &agency, &e) != RC_OK) {
		complain(slice_c(as), &e);
		return EXIT_NOTHING;
	}
	if (agency == DB_NULL)
		return complain_usage(c, "không có cơ quan, đơn vị mang mã này", slice_c(as));
	r->who = viewer_of_agency(agency);
	return EXIT_FINE;
}

const char *office_url(const char *said)
{
	const char *set = getenv(CONFIG_DB);

	return said != NULL ? said : set != NULL && set[0] != 0 ? set : OFFICE_DB_DEFAULT;
}

int office_open(const command *c, const office_values *v, const registry *bodies, reg *ret)
{
	const char *url = office_url(v->db);
	slice days = bodies != NULL ? builtin_calendar() : (slice){0};
	err e = {0};
	int64_t now;

	*ret = (reg){0};
	now = v->today.text == NULL ? time(NULL) : opt_moment(v->today);
	if (reg_open(ret, url, bodies != NULL ? DB_CREATE : 0, viewer_operator(), now, bodies, days,
	             &e) != RC_OK) {
		complain(slice_c(url), &e);
		return exit_of(e.rc);
	}
	return look_as(c, v->as, ret);
}

int office_agency(reg *r, const char *code, int64_t *ret, slice *ret_code, slice *ret_name)
{
	sql_agency_by_id_row own = {0};
	sql_agency_by_code_row row = {0};
	bool found = true;
	err e = {0};
	rc done = RC_OK;

	*ret = DB_NULL;
	if (code != NULL) {
		done = sql_agency_by_code(r->d, (sql_agency_by_code_in){slice_c(code)}, &r->a, &row,
		                          &found, &e);
		*ret = row.id;
		*ret_code = slice_c(code);
		*ret_name = row.name;
	} else if (r->who.agency != 0) {
		done = sql_agency_by_id(r->d, (sql_agency_by_id_in){r->who.agency}, &r->a, &own,
		                        &found, &e);
		*ret = r->who.agency;
		*ret_code = own.code;
		*ret_name = own.name;
	}
	if (done == RC_OK && !found)
		done = err_set(&e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such code");
	if (done == RC_OK)
		return EXIT_FINE;
	complain(slice_c(code), &e);
	return exit_of(done);
}

int64_t office_now(void)
{
	return time(NULL);
}

void office_close(reg *r)
{
	reg_close(r);
}

void office_say_lost(reg *to)
{
	int64_t lost = 0;
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	if (second_seal(to, &lost, &e) == RC_OK && lost > 0)
		(void)fprintf(
			stderr,
			"dondoc: %lld tài khoản dùng xác thực hai bước. Chép tệp khóa của sổ "
			"cũ thành %s (quyền 0600);\nkhông còn tệp khóa thì quản trị đặt lại xác "
			"thực hai bước cho từng người ở trang Quản trị.\n",
			(long long)lost, second_key(to, &a));
	arena_done(&a);
}
