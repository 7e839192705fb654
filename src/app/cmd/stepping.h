/*
 * stepping.h - one step of some obligations: what `step`, `report-done`, `return` share.
 */
#ifndef DONDOC_APP_STEPPING_H
#define DONDOC_APP_STEPPING_H

#include "app/cmd/acting.h"
#include "register/steps/steps.h"

typedef struct step_values {
	office_values office;
	const char *note, *document, *reason, *by;
	opt_value at, format;
} step_values;

#define STEP_OPTS                                                                                  \
	OFFICE_OPTS,                                                                               \
		{"note", OPT_TEXT, "LỜI", offsetof(step_values, note), "kết quả hoặc ghi chú"},    \
		{"document", OPT_TEXT, "MÃ", offsetof(step_values, document),                      \
	         "văn bản kết quả, bằng mã trong sổ"},                                             \
		{"reason", OPT_TEXT, "LỜI", offsetof(step_values, reason), "lý do"},               \
		{"by", OPT_TEXT, "AI", offsetof(step_values, by), "người quyết định"},             \
		{"at", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(step_values, at),                       \
	         "ngày nhận được báo cáo, nếu không phải hôm nay"},                                \
		FORMAT_OPT(step_values)

/* stepping() - take `verb` (a step of duty_steps.def, "undo" or "comment") for each id, all
 * or none. Returns an enum exit_code. */
int stepping(const command *c, const step_values *v, const char *verb, char **ids, int n);

#endif
