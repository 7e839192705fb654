/*
 * command.h - what a command of the program is, and how one speaks.
 *
 * A command says what it takes in tables; opt.c parses them and writes --help
 * from them. Results go to stdout, everything else to stderr, one line each:
 * what happened, what to do.
 */
#ifndef DONDOC_APP_COMMAND_H
#define DONDOC_APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum exit_code {
	EXIT_FINE = 0,
	EXIT_SOME = 1,    /* findings, or some files failed */
	EXIT_WRONG = 2,   /* called wrongly */
	EXIT_NOTHING = 3, /* nothing could be done */
};

/* What an option's value must be. */
enum opt_kind {
	OPT_SWITCH, /* none, arg is NULL: a `bool` */
	OPT_TEXT,   /* anything: a `const char *` */
	OPT_ONE_OF, /* one of the words of arg, "text|json": its place among them, from 0 */
	OPT_DAY,    /* YYYY-MM-DD: the day's number (civil_days()) */
	OPT_MINUTE, /* YYYY-MM-DD, that day's last minute, or YYYY-MM-DDTHH:MM: civil_minutes() */
	OPT_NUMBER, /* a whole number from 1 to INT32_MAX */
	OPT_COUNT,  /* the same, 0 too */
};

/* The value of an option of the other kinds; text NULL and n 0: not given. */
typedef struct opt_value {
	const char *text;
	int64_t n;
} opt_value;

/* An option: "--name ARG" or "--name=ARG" sets the member at `at` in the command's struct of
 * values, whose type is that of its kind. */
typedef struct opt {
	const char *name;
	enum opt_kind kind;
	const char *arg; /* what --help calls its value */
	size_t at;
	const char *help; /* Vietnamese, one line */
} opt;

/* The option "--format" of most commands: text where it is not given. */
enum out_format { OUT_TEXT, OUT_JSON, OUT_CSV, OUT_XLSX };

#define FORMAT_OPT_OF(type, words)                                                                 \
	{"format", OPT_ONE_OF, words, offsetof(type, format), "dạng kết quả (mặc định: text)"}
#define FORMAT_OPT(type) FORMAT_OPT_OF(type, "text|json")
#define FORMAT_CSV_OPT(type) FORMAT_OPT_OF(type, "text|json|csv")
#define FORMAT_XLSX_OPT(type) FORMAT_OPT_OF(type, "text|json|csv|xlsx")

static inline enum out_format out_format_of(opt_value v)
{
	return (enum out_format)v.n;
}

typedef struct command command;

/* A call of a command: its options in the command's struct of values, what was no option in
 * args[0..n). `a` lasts as long as the call. */
typedef struct call {
	const command *of;
	const void *values;
	char **args;
	int n;
	arena *a;
} call;

struct command {
	const char *name;
	const char *args; /* "TỆP…" in the usage line; NULL: takes none */
	const char *summary; /* Vietnamese, one line */
	const opt *opts;
	size_t nopts, room; /* room: bytes of the struct that they fill */
	const char *notes;  /* more for --help; may be NULL */
	/* Values that an option wins over, from elsewhere; NULL: there are none. False after
	 * complaining. */
	bool (*fill)(const command *c, int argc, char **argv, arena *a, void *values);
	int (*run)(const call *c); /* returns an enum exit_code */
};

/* The options of a table, which fill a struct of this type. */
#define TAKES(table, type) .opts = (table), .nopts = ARRAY_LEN(table), .room = sizeof(type)

#define COMMAND(name) extern const command cmd_##name;
#include "app/commands.def"
#undef COMMAND

/* complain() - "dondoc: WHERE: message hint" on stderr, from messages.def; the
 * detail too where the hint speaks of a line. WHERE may hold any bytes, or be
 * empty. */
void complain(slice where, const err *e);

/* complain_usage() - a call that is wrong: `what` says how, in Vietnamese, and
 * `which` names the argument (may be empty). Returns EXIT_WRONG. */
int complain_usage(const command *c, const char *what, slice which);

/* exit_of() - the exit code for a failure that stopped the command. */
int exit_of(rc code);

/* exit_of_err() - the same where the register read what was typed: a day that there is not, a
 * role or a scope that nobody can have is wrong whatever the register holds, so it is wrong
 * usage, as it is in an option. */
int exit_of_err(const err *e);

#endif
