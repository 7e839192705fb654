/*
 * office.h - a command at its register: what "--db", "--today" and "--as" mean.
 */
#ifndef DONDOC_APP_OFFICE_H
#define DONDOC_APP_OFFICE_H

#include "app/command.h"
#include "register/reg.h"

#define OFFICE_DB_DEFAULT "sqlite:var/dondoc.db"

/* The options that every command of the register takes; office_values stands first in the
 * command's struct of values. `format` is set by a FORMAT_OPT(office_values) of its own. */
typedef struct office_values {
	const char *db, *as;
	opt_value today, format;
} office_values;

#define OFFICE_OPTS                                                                                \
	{"db", OPT_TEXT, "ĐỊA CHỈ", offsetof(office_values, db),                                   \
	 "sổ theo dõi: sqlite:ĐƯỜNG-DẪN hoặc postgresql://… (mặc định: biến DONDOC_DB, "           \
	 "không có thì " OFFICE_DB_DEFAULT ")"},                                                   \
		{"today", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(office_values, today),               \
	         "ngày hôm nay"},                                                                  \
		{"as", OPT_TEXT, "MÃ", offsetof(office_values, as),                                \
	         "nhìn như cơ quan này: chỉ thấy những gì cơ quan ấy được thấy"}

/* office_url() - the address that an option said, else CONFIG_DB, else the default. */
const char *office_url(const char *said);

/* office_open() - the register of these values. `bodies` NULL: a register that is there
 * already; else one is made, with the bodies and the built-in days off. Complains, and
 * returns an enum exit_code; office_close() is due after it in any case. */
int office_open(const command *c, const office_values *v, const registry *bodies, reg *ret);
void office_close(reg *r);

/* office_now() - the clock, for a command that runs on: seconds since 1970, UTC. */
int64_t office_now(void);

/* office_say_lost() - of a register that was just made from another: one line on stderr when it
 * holds secrets of the second step that its key file does not open. */
void office_say_lost(reg *to);

#endif
