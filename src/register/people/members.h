/*
 * members.h - what the register keeps, as members of a JSON object: one form for what commands
 * print and what the API answers.
 *
 * A text that is absent (p NULL) and DB_NULL are null. Minutes are "2026-05-27T23:59", days
 * "2026-05-27", seconds UTC as civil minutes at UTC+7. It must never decide what is shown.
 */
#ifndef DONDOC_REGISTER_MEMBERS_H
#define DONDOC_REGISTER_MEMBERS_H

#include "base/json_out.h"

void member_text(json_out *j, slice key, slice v);
void member_int(json_out *j, slice key, int64_t v);
void member_bool(json_out *j, slice key, bool v);
void member_minute(json_out *j, slice key, int64_t minute);
void member_day(json_out *j, slice key, int64_t day);
void member_time(json_out *j, slice key, int64_t seconds);

#endif
