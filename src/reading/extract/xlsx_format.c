/*
 * xlsx_format.c - numbers and dates as the sheet shows them.
 *
 * As Vietnamese writes them: a comma before decimals, points between thousands, the day
 * first. What was typed as a number is never rounded further than the format does.
 */
#include "reading/extract/xlsx_priv.h"

#include <math.h>

#include "model/civil.h"

enum {
	DIGITS_EXACT = 15, /* figures of a number that Excel keeps */
	DECIMALS_MAX = 10,
	SERIAL_1970 = 25569,
	SERIAL_LEAP = 60, /* 29/02/1900, which Excel believes in */
	SERIAL_MAX = 2958465,
	DAYS_1904 = 1462,
	DAY_SECONDS = 86400,
	NUMBER_BYTES = 64,
};

number_format format_builtin(int32_t id)
{
	static const struct {
		uint8_t from, to;
		number_format is;
	} known[] = {
		{1, 1, {0, 0, 1}},
		{2, 2, {0, 2, 1}},
		{3, 3, {FORMAT_THOUSANDS, 0, 1}},
		{4, 4, {FORMAT_THOUSANDS, 2, 1}},
		{9, 9, {FORMAT_PERCENT, 0, 1}},
		{10, 10, {FORMAT_PERCENT, 2, 1}},
		{14, 15, {FORMAT_DATE, 0, 0}},
		{16, 16, {FORMAT_DATE, 0, 0}},
		{17, 17, {FORMAT_MONTH | FORMAT_YEAR, 0, 0}},
		{18, 21, {FORMAT_TIME, 0, 0}},
		{22, 22, {FORMAT_DATE | FORMAT_TIME, 0, 0}},
		{27, 31, {FORMAT_DATE, 0, 0}},
		{32, 35, {FORMAT_TIME, 0, 0}},
		{36, 36, {FORMAT_DATE, 0, 0}},
		{37, 38, {FORMAT_THOUSANDS, 0, 1}},
		{39, 40, {FORMAT_THOUSANDS, 2, 1}},
		{41, 42, {FORMAT_THOUSANDS, 0, 1}},
		{43, 44, {FORMAT_THOUSANDS, 2, 1}},
		{45, 47, {FORMAT_TIME, 0, 0}},
		{50, 58, {FORMAT_DATE, 0, 0}},
	};

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (id >= known[i].from && id <= known[i].to)
			return known[i].is;
	return (number_format){0, -1, 0};
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The byte after what is quoted, bracketed or escaped at i; i when nothing is. */
static size_t past_literal(slice s, size_t i, bool *ret_elapsed)
{
	char close = s.p[i] == '"' ? '"' : s.p[i] == '[' ? ']' : '\0';
	const char *end;

	if (s.p[i] == '\\' || s.p[i] == '_' || s.p[i] == '*')
		return i + 2 < s.n ? i + 2 : s.n;
	if (close == '\0')
		return i;
	end = memchr(s.p + i + 1, close, s.n - i - 1);
	if (close == ']' && i + 1 < s.n && memchr("hms", lower(s.p[i + 1]), 3) != NULL)
		*ret_elapsed = true;
	return end != NULL ? (size_t)(end - s.p) + 1 : s.n;
}

/* A run of one letter: day, month, year, hour. `m` beside hours or seconds is minutes. */
typedef struct format_scan {
	number_format f;
	char last;     /* the letter before, of those that count */
	bool maybe;    /* last was an m not yet known to be a month */
	bool point;
} format_scan;

static void letter_run(format_scan *x, char c)
{
	if (c == 's' || c == 'h')
		x->f.flags |= FORMAT_TIME;
	if (c == 'd')
		x->f.flags |= FORMAT_DAY;
	if (c == 'y' || c == 'e' || c == 'b')
		x->f.flags |= FORMAT_YEAR;
	if (x->maybe && c != 's')
		x->f.flags |= FORMAT_MONTH;
	x->maybe = c == 'm' && x->last != 'h';
	x->last = c;
}

static void figure(format_scan *x, char c)
{
	if (c == '.')
		x->point = true;
	else if (c == ',')
		x->f.flags |= FORMAT_THOUSANDS;
	else if (c == '%')
		x->f.flags |= FORMAT_PERCENT;
	else if (x->point && x->f.decimals < DECIMALS_MAX)
		x->f.decimals++;
	else if (!x->point && c == '0' && x->f.digits < DIGITS_EXACT)
		x->f.digits++;
}

number_format format_of_code(slice s)
{
	format_scan x = {.f = {0, 0, 0}};
	bool figures = false;

	for (size_t i = 0; i < s.n && s.p[i] != ';';) {
		bool elapsed = false;
		size_t next = past_literal(s, i, &elapsed);
		char c = lower(s.p[i]);

		if (elapsed)
			letter_run(&x, 'h');
		if (next > i) {
			i = next;
			continue;
		}
		if (slice_starts((slice){s.p + i, s.n - i}, S("General")))
			return (number_format){0, -1, 0};
		if (slice_starts((slice){s.p + i, s.n - i}, S("AM/PM"))) {
			i += 5;
			continue;
		}
		if (c == 'e' && i + 1 < s.n && (s.p[i + 1] == '+' || s.p[i + 1] == '-'))
			return (number_format){0, -1, 0};
		if (memchr("dmyhseb", c, 7) != NULL) {
			while (i < s.n && lower(s.p[i]) == c)
				i++;
			letter_run(&x, c);
			continue;
		}
		if (memchr("0#?.,%", c, 6) != NULL) {
			figure(&x, c);
			figures = true;
		}
		i++;
	}
	if (x.maybe)
		x.f.flags |= FORMAT_MONTH;
	if (!figures && (x.f.flags & (FORMAT_DATE | FORMAT_TIME)) == 0)
		x.f.decimals = -1;
	return x.f;
}

/* Exact as far as a double is: to 22. */
static double power_of_ten(int n)
{
	double v = 1;

	for (; n > 0; n--)
		v *= 10;
	return v;
}

/* "45000.5833", "-1.2E-3"; false for what is no number. */
static bool parse(slice s, double *ret)
{
	double v = 0, scale = 1;
	size_t i = s.n > 0 && s.p[0] == '-', digits = 0;
	int exponent = 0;
	bool minus = i == 1, point = false, low;

	for (; i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] == '.' && !point)); i++) {
		if (s.p[i] == '.') {
			point = true;
			continue;
		}
		v = v * 10 + (s.p[i] - '0');
		scale *= point ? 10 : 1;
		digits++;
	}
	if (digits == 0 || digits > 40)
		return false;
	v /= scale;
	if (i < s.n && (s.p[i] == 'E' || s.p[i] == 'e')) {
		low = i + 1 < s.n && s.p[i + 1] == '-';
		i += low || (i + 1 < s.n && s.p[i + 1] == '+') ? 2 : 1;
		for (digits = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && digits < 3; i++)
			exponent = exponent * 10 + (s.p[i] - '0'), digits++;
		if (digits == 0)
			return false;
		v = low ? v / power_of_ten(exponent) : v * power_of_ten(exponent);
	}
	*ret = minus ? -v : v;
	return i == s.n && isfinite(v);
}

/* Decimals that the number has, of `most`. */
static int decimals_of(uint64_t scaled, int most)
{
	while (most > 0 && scaled % 10 == 0) {
		scaled /= 10;
		most--;
	}
	return most;
}

static int figures_of(double v)
{
	int n = 1;

	for (; v >= 10 && n < 20; n++)
		v /= 10;
	return n;
}

static slice write_number(slice raw, double v, number_format f, arena *a)
{
	char *out = arena_alloc(a, NUMBER_BYTES), *p = out + NUMBER_BYTES;
	double size = fabs(f.flags & FORMAT_PERCENT ? v * 100 : v);
	int room = DIGITS_EXACT - figures_of(size), decimals = f.decimals, group = 0;
	uint64_t scaled;

	if (size >= 1e15)
		return raw;
	room = room < DECIMALS_MAX ? room : DECIMALS_MAX;
	decimals = decimals < 0 || decimals > room ? room : decimals;
	scaled = (uint64_t)(size * power_of_ten(decimals) + 0.5);
	if (f.decimals < 0) {
		int fewer = decimals_of(scaled, decimals);

		for (; decimals > fewer; decimals--)
			scaled /= 10;
	}
	if (f.flags & FORMAT_PERCENT)
		*--p = '%';
	for (int i = 0; i < decimals; i++, scaled /= 10)
		*--p = (char)('0' + scaled % 10);
	if (decimals > 0)
		*--p = ',';
	do {
		if (f.flags & FORMAT_THOUSANDS && group > 0 && group % 3 == 0)
			*--p = '.';
		*--p = (char)('0' + scaled % 10);
		scaled /= 10;
		group++;
	} while (scaled > 0 || group < f.digits);
	if (v < 0)
		*--p = '-';
	return (slice){p, (size_t)(out + NUMBER_BYTES - p)};
}

static slice write_date(civil c, uint8_t flags, arena *a)
{
	slice time = flags & FORMAT_TIME ? arena_printf(a, "%02d:%02d", c.h, c.mi) : S("");
	const char *gap = time.n > 0 && flags & FORMAT_DATE ? " " : "";
	int n = (int)time.n;

	if (flags & FORMAT_DAY)
		return arena_printf(a, "%.*s%s%02d/%02d/%04d", n, time.p, gap, c.d, c.mo, c.y);
	if (flags & FORMAT_MONTH)
		return arena_printf(a, "%.*s%s%02d/%04d", n, time.p, gap, c.mo, c.y);
	if (flags & FORMAT_YEAR)
		return arena_printf(a, "%.*s%s%04d", n, time.p, gap, c.y);
	return time;
}

static slice write_serial(slice raw, double v, number_format f, bool since_1904, arena *a)
{
	double whole = floor(v);
	int64_t seconds = (int64_t)((v - whole) * (double)DAY_SECONDS + 0.5);
	int32_t day;
	civil c;

	if (!(f.flags & FORMAT_TIME))
		seconds = 0;
	if (since_1904)
		whole += (double)DAYS_1904;
	if (!(f.flags & FORMAT_DATE)) {
		int minutes = (int)((seconds + 30) / 60);

		if (v < 0 || v > 1000)
			return raw;
		minutes += (int)floor(v) * 24 * 60;
		return arena_printf(a, "%02d:%02d", minutes / 60, minutes % 60);
	}
	if (whole < 1 || whole > (double)SERIAL_MAX || (int32_t)whole == SERIAL_LEAP)
		return raw;
	day = (int32_t)whole - SERIAL_1970 + ((int32_t)whole < SERIAL_LEAP);
	c = civil_of_minutes((cmin)day * CMIN_DAY + (seconds + 30) / 60);
	return write_date(c, f.flags, a);
}

slice format_number(slice raw, number_format f, bool since_1904, arena *a)
{
	double v;

	raw = slice_trim(raw);
	if (!parse(raw, &v))
		return raw;
	if (f.flags & (FORMAT_DATE | FORMAT_TIME))
		return write_serial(raw, v, f, since_1904, a);
	return write_number(raw, v, f, a);
}

slice format_iso(slice raw, arena *a)
{
	slice s = slice_trim(raw);
	civil c;
	uint8_t flags = FORMAT_DATE;

	if (s.n > 16)
		s.n = 16;
	if (civil_parse(s, &c, NULL) != RC_OK)
		return raw;
	if (c.h != 0 || c.mi != 0)
		flags |= FORMAT_TIME;
	return write_date(c, flags, a);
}
