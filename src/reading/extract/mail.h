/*
 * mail.h - a mail taken apart: its words, and the files that hang on it.
 */
#ifndef DONDOC_READING_EXTRACT_MAIL_H
#define DONDOC_READING_EXTRACT_MAIL_H

#include "reading/extract/archive.h"

/* mail_unfold() - give the words of a mail (member.self; plain text where it has any,
 * else its page) and then each file hanging on it to `to`. A mail inside it is a file.
 * Pictures that belong to the page and signatures are passed over. Names are decoded
 * (RFC 2047, 2231). MSG_DAMAGED, MSG_ENCRYPTED, MSG_TOO_MANY, MSG_EMPTY,
 * MSG_NEEDS_LIBGMIME. Memory: some times the mail. */
MUST_CHECK rc mail_unfold(slice bytes, arena *a, const member_sink *to, err *e);

/* mail_ready() - open now what a sandboxed child no longer can: the library, and the
 * letter codes of names. For a child that ends soon: it keeps what it opens. */
MUST_CHECK rc mail_ready(err *e);

#endif
