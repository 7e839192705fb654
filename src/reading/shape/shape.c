/*
 * shape.c - the list of passes that turn lines into paragraphs.
 */
#include "reading/shape/shape_priv.h"

void shape_run(const rawdoc *in, arena *a, reading *r)
{
	shaper sh = {.in = in, .a = a, .r = r};

	lines_measure(&sh);
	stamps_sign(&sh);
	pages_find(&sh);
	merged_part(&sh);
	columns_split(&sh);
	tables_split(&sh);
	wrapping_measure(&sh);
	emit(&sh);
	arena_drop(a, sh.lines.p);
	arena_drop(a, sh.marks.p);
}
