/*
 * convert.h - the office formats that only LibreOffice reads, made into those we read.
 */
#ifndef DONDOC_APP_CONVERT_H
#define DONDOC_APP_CONVERT_H

#include "base/arena.h"
#include "reading/extract/sniff.h"

/* convert_wanted() - .doc, .xls, .odt, .ods, .rtf? */
bool convert_wanted(file_kind k);

/* convert_media() - the media type of a file of kind k, of an old office file by what is
 * in it. */
slice convert_media(file_kind k, slice bytes);

/* convert_office() - *bytes of *kind as a Word file or a sheet of today, on `a`; *kind
 * says which. LibreOffice runs headless, walled in, with a profile of its own in a folder
 * that is removed with all that is in it. MSG_NEEDS_OFFICE, MSG_ENCRYPTED, MSG_DAMAGED,
 * MSG_TOO_SLOW, MSG_NO_SANDBOX, MSG_UNSUPPORTED for what is neither text nor sheet.
 * Some five seconds. On failure both are unchanged. */
MUST_CHECK rc convert_office(file_kind *kind, slice *bytes, arena *a, err *e);

/* A file to be converted with others. */
typedef struct convert_file {
	file_kind kind;
	slice bytes;
	bool done; /* then `made` is it, of kind `as` */
	file_kind as;
	slice made;
} convert_file;

enum { CONVERT_MANY = 16 }; /* most in one run */

/* convert_many() - convert n files with one run of LibreOffice for all texts and one for all
 * sheets: starting it costs two seconds, a file a tenth of one. What is not `done` then
 * wants convert_office(), which says why. Results on `a`. */
void convert_many(convert_file *f, unsigned n, arena *a);

#endif
