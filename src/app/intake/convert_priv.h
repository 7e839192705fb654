/*
 * convert_priv.h - the walls around LibreOffice, and a look at what it is given.
 */
#ifndef DONDOC_APP_CONVERT_PRIV_H
#define DONDOC_APP_CONVERT_PRIV_H

#include "base/err.h"

/* office_walls() - called in a child, once: no network, no signals to others, no files
 * but those installed and those of `folder`, limits of limits.def. It works in
 * `folder`; *ret_folder is the name it now has for it ("/tmp" where a view of its own
 * could be had). False when a wall that must stand does not. */
MUST_CHECK bool office_walls(const char *folder, const char **ret_folder);

/* ole_holds() - does the list of an OLE file (.doc, .xls) name this stream? False too
 * for a list that does not hold together: LibreOffice would take such a file for
 * text. Linear in its list. */
bool ole_holds(slice bytes, slice name);

#endif
