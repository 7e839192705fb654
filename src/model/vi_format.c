/*
 * vi_format.c - the wording; the shapes of values are told apart by their
 * letters, never by their length alone.
 */
#include "model/vi_format.h"

void vi_count(strbuf *b, int64_t n)
{
	if (n > -1000 && n < 1000) {
		strbuf_int(b, n);
		return;
	}
	vi_count(b, n / 1000);
	strbuf_putc(b, '.');
	strbuf_int_pad(b, (int)(n < 0 ? -(n % 1000) : n % 1000), 3);
}

static void day_month(strbuf *b, int d, int mo)
{
	strbuf_int_pad(b, d, 2);
	strbuf_putc(b, '/');
	strbuf_int_pad(b, mo, mo <= 2 ? 2 : 1);
}

void vi_date(strbuf *b, int32_t day)
{
	civil c = civil_of_days(day);

	day_month(b, c.d, c.mo);
	strbuf_putc(b, '/');
	strbuf_int(b, c.y);
}

void vi_day(strbuf *b, int32_t day)
{
	strbuf_put(b, slice_c(civil_weekday_name(civil_weekday(day))));
	strbuf_put(b, S(", ngày "));
	vi_date(b, day);
}

void vi_time(strbuf *b, int h, int mi)
{
	strbuf_int_pad(b, h, 2);
	strbuf_put(b, S(" giờ "));
	strbuf_int_pad(b, mi, 2);
}

static int32_t day_of(cmin at)
{
	civil c = civil_of_minutes(at);

	return civil_days(c.y, c.mo, c.d);
}

void vi_instant(strbuf *b, cmin at)
{
	civil c = civil_of_minutes(at);

	vi_time(b, c.h, c.mi);
	strbuf_put(b, S(", "));
	vi_day(b, day_of(at));
}

void vi_last(strbuf *b, cmin last, bool exclusive)
{
	civil c = civil_of_minutes(last);

	if (c.h == 23 && c.mi == 59) {
		strbuf_put(b, S("hết ngày "));
		vi_date(b, day_of(last));
		strbuf_put(b, S(" ("));
		strbuf_put(b, slice_c(civil_weekday_name(civil_weekday(day_of(last)))));
		strbuf_putc(b, ')');
		return;
	}
	if (exclusive)
		strbuf_put(b, S("trước "));
	vi_instant(b, exclusive ? last + 1 : last);
}

/* The number that is all of s; -1 when it is none. */
static int32_t number(slice s)
{
	return (int32_t)slice_number(s, 999999999);
}

/* YYYY, YYYY-MM, YYYY-Qn, YYYY-Hn, YYYY-Www */
static bool part_of_year(strbuf *b, slice v)
{
	static const struct {
		char letter;
		slice word;
	} parts[] = {{'Q', S("quý ")}, {'H', S("")}, {'W', S("tuần ")}};
	static const char *const roman[5] = {"", "I", "II", "III", "IV"};
	slice tail = {v.p + 5, v.n > 5 ? v.n - 5 : 0};
	int32_t y = v.n >= 4 ? number((slice){v.p, 4}) : -1, n;

	if (y < 0 || (v.n > 4 && v.p[4] != '-'))
		return false;
	if (v.n == 4) {
		strbuf_put(b, S("năm "));
		strbuf_int(b, y);
		return true;
	}
	if (tail.n == 2 && (n = number(tail)) > 0) {
		strbuf_put(b, S("tháng "));
		strbuf_int_pad(b, n, n <= 2 ? 2 : 1);
		strbuf_putc(b, '/');
		strbuf_int(b, y);
		return true;
	}
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (tail.n < 2 || tail.p[0] != parts[i].letter)
			continue;
		n = number((slice){tail.p + 1, tail.n - 1});
		if (n < 0 || (parts[i].letter == 'Q' && n > 4))
			return false;
		strbuf_put(b, parts[i].word);
		if (parts[i].letter == 'Q')
			strbuf_put(b, slice_c(roman[n]));
		else if (parts[i].letter == 'H')
			strbuf_put(b, n == 1 ? S("6 tháng đầu năm") : S("6 tháng cuối năm"));
		else
			strbuf_int(b, n);
		strbuf_put(b, parts[i].letter == 'H' ? S(" ") : S("/"));
		strbuf_int(b, y);
		return true;
	}
	return false;
}

/* PT7M P5D P5BD P0.5D P1W P2M P1Y PT2H */
static bool duration(strbuf *b, slice v)
{
	static const struct {
		slice code, word;
	} units[] = {{S("BD"), S(" ngày làm việc")},
	             {S("D"), S(" ngày")},
	             {S("W"), S(" tuần")},
	             {S("Y"), S(" năm")},
	             {S("M"), S(" tháng")}};
	bool time = v.n > 1 && v.p[1] == 'T';
	size_t i = time ? 2 : 1, from = i;
	slice amount, unit, word = {0};

	while (i < v.n && ((v.p[i] >= '0' && v.p[i] <= '9') || v.p[i] == '.'))
		i++;
	amount = (slice){v.p + from, i - from};
	unit = (slice){v.p + i, v.n - i};
	if (time)
		word = slice_eq(unit, S("M"))   ? S(" phút")
		       : slice_eq(unit, S("H")) ? S(" giờ")
		                                : word;
	for (size_t k = 0; !time && k < ARRAY_LEN(units); k++)
		if (slice_eq(unit, units[k].code))
			word = units[k].word;
	if (word.n == 0 || amount.n == 0)
		return false;
	if (slice_eq(amount, S("0.5")))
		strbuf_put(b, S("1/2"));
	else if (number(amount) >= 0)
		strbuf_int_pad(b, number(amount), 2);
	else
		for (size_t k = 0; k < amount.n; k++)
			strbuf_putc(b, amount.p[k] == '.' ? ',' : amount.p[k]);
	strbuf_put(b, word);
	return true;
}

/* A time "THH:MM" after a recurring day. */
static void at_time(strbuf *b, slice t)
{
	if (t.n != 5)
		return;
	strbuf_put(b, S(", "));
	vi_time(b, number((slice){t.p, 2}), number((slice){t.p + 3, 2}));
}

/* The day of a recurring value: "06-30", of a year "06", of a month "15", "-1", "fri". */
static void recurring_day(strbuf *b, slice day, bool of_year)
{
	static const char *const days[7] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

	if (slice_eq(day, S("-1"))) {
		strbuf_put(b, S(", ngày cuối tháng"));
	} else if (day.n == 5 && day.p[2] == '-') {
		strbuf_put(b, S(", ngày "));
		day_month(b, number((slice){day.p + 3, 2}), number((slice){day.p, 2}));
	} else if (number(day) > 0) {
		strbuf_put(b, of_year ? S(", tháng ") : S(", ngày "));
		strbuf_int(b, number(day));
	}
	for (int k = 0; k < 7; k++)
		if (slice_eq(day, slice_c(days[k]))) {
			strbuf_put(b, S(", "));
			strbuf_put(b, slice_c(civil_weekday_name(k)));
		}
}

/* After "R:": yearly[:MM[-DD]] quarterly monthly[:DD|-1] weekly[:fri] daily, each with THH:MM
 * behind it perhaps; P6M */
static bool recurring(strbuf *b, slice v)
{
	static const struct {
		slice code, word;
	} every[] = {{S("yearly"), S("hằng năm")},
	             {S("quarterly"), S("hằng quý")},
	             {S("monthly"), S("hằng tháng")},
	             {S("weekly"), S("hằng tuần")},
	             {S("daily"), S("hằng ngày")}};
	slice time = v, head = {0}, day = v;
	size_t i = 0;

	if (v.n > 1 && v.p[0] == 'P') {
		if (!duration(b, v))
			return false;
		strbuf_put(b, S(" một lần"));
		return true;
	}
	if (!slice_cut(&time, 'T', &day))
		time = (slice){0};
	(void)slice_next(&day, ':', &head);
	while (i < ARRAY_LEN(every) && !slice_eq(every[i].code, head))
		i++;
	if (i == ARRAY_LEN(every))
		return false;
	strbuf_put(b, every[i].word);
	if (day.p != NULL)
		recurring_day(b, day, i == 0);
	at_time(b, time);
	return true;
}

static void one_value(strbuf *b, slice v)
{
	civil c;
	bool done = false;

	if (civil_parse(v, &c, NULL) == RC_OK) {
		if (v.n == 10)
			vi_day(b, civil_days(c.y, c.mo, c.d));
		else
			vi_instant(b, civil_minutes(c));
		return;
	}
	if (v.n > 1 && v.p[0] == 'P')
		done = duration(b, v);
	else if (slice_starts(v, S("R:")))
		done = recurring(b, (slice){v.p + 2, v.n - 2});
	else
		done = part_of_year(b, v);
	if (!done)
		strbuf_put(b, v);
}

void vi_value(strbuf *b, slice value)
{
	slice rest = value, head;

	if (!slice_cut(&rest, '/', &head)) {
		one_value(b, value);
		return;
	}
	strbuf_put(b, S("từ "));
	one_value(b, head);
	strbuf_put(b, S(" đến "));
	one_value(b, rest);
}
