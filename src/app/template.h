/*
 * template.h - dates in the sample documents, counted from a day.
 *
 * A sample that named fixed days would lie in the past a month after it was
 * written. So it says {{w+5}}, "the fifth working day after today", and is
 * rendered when somebody asks for it. The little language is for the people
 * who write samples; examples/README.md teaches it:
 *
 *	field  = "{{" [day] [form] [shift] "}}"      parts apart by single spaces
 *	day    = ["w"] ("+" | "-") digits            w: working days, Monday to Friday
 *	form   = (none) | "dài" | "thứ" | "ngày-tháng"
 *	       | "tháng" | "tháng dài" | "quý" | "quý dài" | "năm"
 *	shift  = ("+" | "-") digits                  only after tháng, quý, năm: in that unit
 *
 * Pure: today is an argument. It never leaves a field that it cannot read in
 * the output, and knows no holidays: a sample must be the same everywhere.
 */
#ifndef DONDOC_APP_TEMPLATE_H
#define DONDOC_APP_TEMPLATE_H

#include "base/arena.h"
#include "model/civil.h"

/* template_render() - `text` with every field written out as of the day number
 * `today` (civil_days()), figures padded as Decree 30/2020 wants them: days
 * under 10 and months 1 and 2 with a leading 0. The result lives on `a`.
 * MSG_TEMPLATE_BAD, its line in the detail, *ret untouched, for a field that
 * is not one or a day outside the years 1 to 9999. Linear. */
MUST_CHECK rc template_render(slice text, int32_t today, arena *a, slice *ret, err *e);

#endif
