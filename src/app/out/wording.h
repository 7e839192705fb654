/*
 * wording.h - words of ours that stand in the register, as an office writes them.
 */
#ifndef DONDOC_APP_WORDING_H
#define DONDOC_APP_WORDING_H

#include "base/slice.h"

/* wording() - "issued": "Đã ban hành"; a kind of document by its code, a state of work. What
 * is no word of ours comes back as it is. */
slice wording(slice word);

#endif
