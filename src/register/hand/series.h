/*
 * series.h - the next number of a series in a year; gaps stay visible.
 */
#ifndef DONDOC_REGISTER_SERIES_H
#define DONDOC_REGISTER_SERIES_H

#include "register/reg.h"

/* series_take() - the next number of `code` in `year` for a document (DB_NULL: `note` says
 * what it is for). The series begins with 1 when there was none. Inside db_write(), in which
 * the caller logs. */
MUST_CHECK rc series_take(reg *r, slice code, int32_t year, int64_t document, slice note,
                          int64_t *ret, err *e);

/* series_claim() - this number, which a paper already has. MSG_NUMBER_TAKEN when another
 * document has it. */
MUST_CHECK rc series_claim(reg *r, slice code, int32_t year, int64_t n, int64_t document, err *e);

/* Numbers of a series with nothing behind them: from .. to. */
typedef struct series_gap {
	int64_t from, to;
} series_gap;
typedef VEC(series_gap) series_gaps;

/* series_gaps_of() - between the first number that was given out and the last, on `a`; at most
 * `most`. For the Office. Linear in the numbers given out. */
MUST_CHECK rc series_gaps_of(reg *r, int64_t series, uint32_t most, arena *a, series_gaps *ret,
                             err *e);

#endif
