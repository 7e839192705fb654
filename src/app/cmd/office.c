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
