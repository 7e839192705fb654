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

#endif
