/*
 * secrecy.h - does a document look marked as a State secret?
 */
#ifndef DONDOC_READING_SECRECY_H
#define DONDOC_READING_SECRECY_H

#include "base/slice.h"

/* secrecy_marked() - is MẬT, TỐI MẬT or TUYỆT MẬT stamped at the head of this normal
 * text? Errs on the side of yes: the header pass says which mark it is and where,
 * this one only whether the document may be kept. Looks at the first lines alone. */
bool secrecy_marked(slice text);

#endif
