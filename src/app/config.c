/*
 * config.c - lines "key = value" by the table of a command's options. "#" begins a remark;
 * an option without a value is "yes" or "no".
 */
#include "app/config.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/opt.h"
#include "base/file.h"

enum { CONFIG_MAX = 1 << 20, NAME_ROOM = 64 };

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	unsigned m = a < b ? a : b;

	return m < c ? m : c;
}

/* How many letters to change, add or take away; names are short. */
static unsigned distance(slice a, slice b)
{
	unsigned row[NAME_ROOM + 1];

	if (a.n > NAME_ROOM || b.n > NAME_ROOM)
		return NAME_ROOM;
	for (unsigned k = 0; k <= b.n; k++)
		row[k] = k;
	for (unsigned i = 1; i <= a.n; i++) {
		unsigned corner = row[0];

		row[0] = i;
		for (unsigned k = 1; k <= b.n; k++) {
			unsigned before = row[k];

			row[k] = least(row[k] + 1, row[k - 1] + 1,
			               corner + (a.p[i - 1] != b.p[k - 1]));
			corner = before;
		}
	}
	return row[b.n];
}

static const opt *nearest(const command *c, slice key)
{
	const opt *best = &c->opts[0];

	for (size_t i = 1; i < c->nopts; i++)
		if (distance(slice_c(c->opts[i].name), key) < distance(slice_c(best->name), key))
			best = &c->opts[i];
	return best;
}

/* A switch is "yes" or "no" here. */
static bool set(const command *c, const opt *o, slice value, arena *a, void *values)
{
	bool yes = slice_eq(value, S("yes")) || slice_eq(value, S("1"));

	if (o->kind != OPT_SWITCH)
		return opt_set(c, o, arena_copy(a, value).p, values);
	*(bool *)((char *)values + o->at) = yes;
	if (yes || slice_eq(value, S("no")) || slice_eq(value, S("0")))
		return true;
	(void)complain_usage(c, "giá trị cần là yes hoặc no", slice_c(o->name));
	return false;
}

static bool take_line(const command *c, slice line, arena *a, void *values)
{
	slice key = line, value = line;

	if (!slice_cut(&value, '=', &key))
		return complain_usage(c, "dòng cấu hình cần dạng khóa = giá trị", line), false;
	key = slice_trim(key);
	for (size_t i = 0; i < c->nopts; i++)
		if (slice_eq(slice_c(c->opts[i].name), key))
			return set(c, &c->opts[i], slice_trim(value), a, values);
	complain_usage(
		c, "không có khóa cấu hình này",
		arena_printf(a, "%.*s (có phải %s?)", (int)key.n, key.p, nearest(c, key)->name));
	return false;
}

static bool take_file(const command *c, slice text, arena *a, void *values)
{
	slice line;

	while (slice_next(&text, '\n', &line)) {
		line = slice_trim(line);
		if (line.n > 0 && line.p[0] != '#' && !take_line(c, line, a, values))
			return false;
	}
	return true;
}

static const char *path_of(int argc, char **argv)
{
	const char *path = getenv("DONDOC_CONFIG");

	for (int i = 0; i < argc; i++) {
		slice s = slice_c(argv[i]);

		if (slice_eq(s, S("--config")) && i + 1 < argc)
			path = argv[i + 1];
		else if (slice_starts(s, S("--config=")))
			path = s.p + 9;
	}
	if (path == NULL && access(CONFIG_DEFAULT, R_OK) == 0)
		path = CONFIG_DEFAULT;
	return path;
}

/* DONDOC_TRUSTED_PROXY of "trusted-proxy". */
static const char *variable(const opt *o)
{
	char name[NAME_ROOM + 8] = "DONDOC_";
	slice s = slice_c(o->name);

	for (size_t i = 0; i < s.n && i < NAME_ROOM; i++)
		name[7 + i] = s.p[i] == '-'                    ? '_'
		              : s.p[i] >= 'a' && s.p[i] <= 'z' ? (char)(s.p[i] - 32)
		                                               : s.p[i];
	return getenv(name);
}

bool config_fill(const command *c, int argc, char **argv, arena *a, void *values)
{
	const char *path = path_of(argc, argv);
	err e = {0};
	slice text;

	if (path != NULL) {
		if (file_read(path, CONFIG_MAX, a, &text, &e) != RC_OK) {
			complain(slice_c(path), &e);
			return false;
		}
		if (!take_file(c, text, a, values))
			return false;
	}
	for (size_t i = 0; i < c->nopts; i++) {
		const char *value = variable(&c->opts[i]);

		if (value != NULL && !set(c, &c->opts[i], slice_c(value), a, values))
			return false;
	}
	return true;
}
