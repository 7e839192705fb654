/*
 * bodies.h - agencies, units and groups of the register, and who is in a group when.
 *
 * They come from the registries that a reading uses (data/registry) and are then the
 * register's own: an office may change them, and a group's members are kept with the
 * days on which they belong to it.
 */
#ifndef DONDOC_REGISTER_BODIES_H
#define DONDOC_REGISTER_BODIES_H

#include "register/reg.h"

/* bodies_enter() - enter what `bodies` has and the register lacks or has otherwise.
 * Does nothing when it was entered before with the same content. */
MUST_CHECK rc bodies_enter(reg *r, const registry *bodies, err *e);

/* bodies_hold() - answer what follows from memory until bodies_drop(): for a transaction that
 * asks for many. One transaction writes at a time, so nothing changes meanwhile; who changes
 * bodies himself drops first. Dropping without holding is fine. */
MUST_CHECK rc bodies_hold(reg *r, err *e);
void bodies_drop(reg *r);

/* bodies_agency(), bodies_group() - the row of a code, DB_NULL for none. bodies_known() - of an
 * agency that must be there: MSG_AGENCY_UNKNOWN for none. */
MUST_CHECK rc bodies_agency(reg *r, slice code, int64_t *ret, err *e);
MUST_CHECK rc bodies_known(reg *r, slice code, int64_t *ret, err *e);
MUST_CHECK rc bodies_group(reg *r, slice code, int64_t *ret, bool *ret_all_communes, err *e);

/* bodies_members() - the agencies of a group on a day, on `a`. Empty: not known. */
MUST_CHECK rc bodies_members(reg *r, int64_t group, int32_t day, arena *a,
                             sql_group_members_rows *ret, err *e);

#endif
