/*
 * nation.h - the national title and the motto, which stand over every letter, whatever a scan or a
 * typist made of their marks.
 */
#ifndef DONDOC_READING_NATION_H
#define DONDOC_READING_NATION_H

#include "base/slice.h"

/* nation_in(), motto_in() - the byte of `line` at which the title ("CONG HOA XÃ HỘI CHỦ NGA VIET
 * NAM", "DANG CONG SAN VIET NAM") or the motto ("Đôc lap - Tu do") begins; line.n when neither its
 * first words nor enough of the others are there. Marks and what stands between the words do not
 * count. Linear; meant for lines of a header: of others only the first NATION_LINE bytes are looked
 * at. */
enum { NATION_LINE = 250 };
size_t nation_in(slice line);
size_t motto_in(slice line);

/* nation_may(), motto_may() - is what is left of them in the line at all? Nearly all lines say no at the cost
 * of a look for one letter. */
static inline bool nation_may(slice line)
{
	return line.n != 0 && ((memchr(line.p, 'M', line.n) != NULL && slice_has(line, S("NAM"))) ||
	                       (memchr(line.p, 'G', line.n) != NULL && slice_has(line, S("NG H"))));
}

static inline bool motto_may(slice line)
{
	return line.n != 0 &&
	       (memchr(line.p, '-', line.n) != NULL || memchr(line.p, 0xe2, line.n) != NULL) &&
	       (slice_has(line, S("do")) || slice_has(line, S("Do")));
}

#endif
