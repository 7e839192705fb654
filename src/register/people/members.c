/*
 * members.c - what the register keeps, as members of a JSON object.
 */
#include "register/people/members.h"

#include "base/strbuf.h"
#include "model/civil.h"
#include "store/db.h"

void member_text(json_out *j, slice key, slice v)
{
	jout_key(j, key);
	if (v.p == NULL)
		jout_null(j);
	else
		jout_string_any(j, v);
}

void member_int(json_out *j, slice key, int64_t v)
{
	jout_key(j, key);
	if (v == DB_NULL)
		jout_null(j);
	else
		jout_int(j, v);
}

void member_bool(json_out *j, slice key, bool v)
{
	jout_key(j, key);
	jout_bool(j, v);
}

static void put_iso(json_out *j, civil c, bool hour)
{
	char room[24];
	strbuf b;

	strbuf_over(&b, room, sizeof room);
	civil_put(&b, c, hour);
	jout_string(j, strbuf_slice(&b));
}

void member_minute(json_out *j, slice key, int64_t minute)
{
	jout_key(j, key);
	if (minute == DB_NULL)
		jout_null(j);
	else
		put_iso(j, civil_of_minutes(minute), true);
}

void member_day(json_out *j, slice key, int64_t day)
{
	jout_key(j, key);
	if (day == DB_NULL)
		jout_null(j);
	else
		put_iso(j, civil_of_days((int32_t)day), false);
}

void member_time(json_out *j, slice key, int64_t seconds)
{
	member_minute(j, key, seconds == DB_NULL ? DB_NULL : civil_of_clock(seconds));
}
