/*
 * vi_format.h - days, times, spans of time and counts in the words of a Vietnamese office.
 *
 * Every date and every count that a person sees is written here and nowhere else. Figures
 * follow Decree 30/2020, PL I.II.4: days under 10 and months 1 and 2 with a
 * leading 0. Pure; everything is appended to `b`, which fails stickily.
 */
#ifndef DONDOC_MODEL_VI_FORMAT_H
#define DONDOC_MODEL_VI_FORMAT_H

#include "base/strbuf.h"
#include "model/civil.h"

/* "999", "1.235", "-1.000.000" */
void vi_count(strbuf *b, int64_t n);

/* "29/5/2026", "05/02/2026" */
void vi_date(strbuf *b, int32_t day);

/* "thứ Sáu, ngày 29/5/2026" */
void vi_day(strbuf *b, int32_t day);

/* "14 giờ 00" */
void vi_time(strbuf *b, int h, int mi);

/* "14 giờ 00, thứ Sáu, ngày 29/5/2026" */
void vi_instant(strbuf *b, cmin at);

/* vi_last() - the end of a limit in plain words: "hết ngày 29/4/2026 (thứ Tư)"
 * for the last minute of a day, "trước 11 giờ 00, thứ …" where `exclusive`, else
 * the instant. */
void vi_last(strbuf *b, cmin last, bool exclusive);

/* vi_value() - a value of CONTRACTS §2 in words: a day, an instant, a month
 * ("tháng 4/2026"), quarter, half, year, week, a range, a duration ("07 phút",
 * "1/2 ngày"), a recurrence ("hằng tháng, ngày 15"). What it does not know it
 * writes as it stands. Linear. */
void vi_value(strbuf *b, slice value);

#endif
