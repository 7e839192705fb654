/*
 * table_priv.h - the two forms of a table.
 */
#ifndef DONDOC_APP_TABLE_PRIV_H
#define DONDOC_APP_TABLE_PRIV_H

#include "app/out/table_out.h"

typedef struct table_form {
	rc (*open)(table_out *t, const char *path, slice title, err *e);
	void (*text)(table_out *t, slice s);
	void (*number)(table_out *t, int64_t n);
	void (*minute)(table_out *t, cmin at);
	rc (*row)(table_out *t, err *e);
	rc (*close)(table_out *t, err *e);
} table_form;
extern const table_form table_csv, table_xlsx;

struct table_out {
	const table_form *form;
	const table_heading *headings;
	uint32_t n;
	arena *a;
	const char *path, *part; /* part: what is written before it is whole; NULL: stdout */
	bool piped;
	void *own;
	uint32_t row, column;
};

#endif
