/*
 * civil.c - days from civil and back (Howard Hinnant's era arithmetic).
 */
#include "model/civil.h"

int32_t civil_days(int32_t y, int mo, int d)
{
	int32_t era, yoe, doy, doe;

	y -= mo <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (mo + (mo > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

civil civil_of_days(int32_t days)
{
	int32_t z = days + 719468;
	int32_t era = (z >= 0 ? z : z - 146096) / 146097;
	int32_t doe = z - era * 146097;
	int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int32_t mp = (5 * doy + 2) / 153;
	int mo = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (civil){.y = yoe + era * 400 + (mo <= 2),
	               .mo = (int8_t)mo,
	               .d = (int8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

cmin civil_minutes(civil c)
{
	return (cmin)civil_days(c.y, c.mo, c.d) * CMIN_DAY + c.h * 60 + c.mi;
}

civil civil_of_minutes(cmin m)
{
	cmin days = m >= 0 ? m / CMIN_DAY : -((-m + CMIN_DAY - 1) / CMIN_DAY);
	int rest = (int)(m - days * CMIN_DAY);
	civil c = civil_of_days((int32_t)days);

	c.h = (int8_t)(rest / 60);
	c.mi = (int8_t)(rest % 60);
	return c;
}

int civil_month_days(int32_t y, int mo)
{
	static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;

	return days[mo - 1] + (mo == 2 && leap);
}

bool civil_exists(int32_t y, int mo, int d)
{
	return y >= 1 && y <= 9999 && mo >= 1 && mo <= 12 && d >= 1 && d <= civil_month_days(y, mo);
}

int civil_weekday(int32_t days)
{
	int w = (days + 3) % 7;

	return w < 0 ? w + 7 : w;
}

const char *civil_weekday_name(int weekday)
{
	static const char *const names[7] = {"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
	                                     "thứ Sáu", "thứ Bảy", "Chủ nhật"};

	return names[weekday];
}

/* n digits at p, or -1. */
static int digits(const char *p, int n)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		v = v * 10 + (p[i] - '0');
	}
	return v;
}

rc civil_parse(slice s, civil *ret, err *e)
{
	int y, mo, d, h = 0, mi = 0;

	if (s.n != 10 && s.n != 16)
		return err_set(e, RC_USAGE, MSG_DATE_IMPOSSIBLE, "not YYYY-MM-DD[THH:MM]");
	y = digits(s.p, 4);
	mo = digits(s.p + 5, 2);
	d = digits(s.p + 8, 2);
	if (s.n == 16) {
		h = digits(s.p + 11, 2);
		mi = digits(s.p + 14, 2);
	}
	if (s.p[4] != '-' || s.p[7] != '-' || (s.n == 16 && (s.p[10] != 'T' || s.p[13] != ':')) ||
	    y < 0 || !civil_exists(y, mo, d) || h < 0 || h > 23 || mi < 0 || mi > 59)
		return err_set(e, RC_USAGE, MSG_DATE_IMPOSSIBLE, "no such date or time");
	*ret = (civil){y, (int8_t)mo, (int8_t)d, (int8_t)h, (int8_t)mi};
	return RC_OK;
}

void civil_put(strbuf *to, civil c, bool hour)
{
	static const char before[] = "--T:";
	const int parts[] = {c.mo, c.d, c.h, c.mi};

	strbuf_int_pad(to, c.y, 4);
	for (size_t i = 0; i < (hour ? 4 : 2); i++) {
		strbuf_putc(to, before[i]);
		strbuf_int_pad(to, parts[i], 2);
	}
}
