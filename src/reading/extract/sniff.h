/*
 * sniff.h - what kind of file some bytes are. The name of the file is not asked.
 */
#ifndef DONDOC_READING_EXTRACT_SNIFF_H
#define DONDOC_READING_EXTRACT_SNIFF_H

#include "base/slice.h"

typedef enum file_kind {
#define FILE_KIND(name, media) FILE_##name,
#include "reading/extract/sniff_kinds.def"
#undef FILE_KIND
	FILE_KIND_COUNT
} file_kind;

/* sniff() - looks at some hundred bytes of the front, and of an archive also at
 * its list of names. Never wrong for want of a closer look at text: whether it is
 * valid UTF-8 is rawdoc_from_text()'s to say. */
file_kind sniff(slice bytes);

/* sniff_media() - "application/pdf"; a constant. */
slice sniff_media(file_kind k);

#endif
