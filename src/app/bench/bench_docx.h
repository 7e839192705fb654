/*
 * bench_docx.h - dondoc bench docx: how many Word files a second.
 */
#ifndef DONDOC_APP_BENCH_DOCX_H
#define DONDOC_APP_BENCH_DOCX_H

#include "app/bench/bench_read.h"

/* bench_docx() - measure the file o->file. *pass becomes false when a bar is not
 * reached. Some seconds. */
MUST_CHECK rc bench_docx(const bench_options *o, bool *pass, err *e);

#endif
