/*
 * convert.h - the office formats that only LibreOffice reads, made into those we read.
 */
#ifndef DONDOC_APP_CONVERT_H
#define DONDOC_APP_CONVERT_H

#include "base/arena.h"
#include "reading/extract/sniff.h"

/* convert_wanted() - .doc, .xls, .odt, .ods, .rtf? */
bool convert_wanted(file_kind k);

/* convert_office() - *bytes of *kind as a Word file or a sheet of today, on `a`; *kind
 * says which. LibreOffice runs headless, walled in, with a profile of its own in a folder
 * that is removed with all that is in it. MSG_NEEDS_OFFICE, MSG_ENCRYPTED, MSG_DAMAGED,
 * MSG_TOO_SLOW, MSG_NO_SANDBOX, MSG_UNSUPPORTED for what is neither text nor sheet.
 * Some five seconds. On failure both are unchanged. */
MUST_CHECK rc convert_office(file_kind *kind, slice *bytes, arena *a, err *e);

#endif
