/*
 * container.h - a file that holds files: archives, mails, and these in one another.
 */
#ifndef DONDOC_APP_CONTAINER_H
#define DONDOC_APP_CONTAINER_H

#include "base/arena.h"
#include "reading/extract/sniff.h"

/* A document found in a file. Everything in it is good until the function that it
 * was given to returns. */
typedef struct container_doc {
	const slice *path; /* outermost first: "thu.eml", "goi.zip", "thu-muc/moi-hop.docx" */
	uint32_t npath;
	file_kind kind;
	slice bytes; /* to be read */
	slice whole; /* what the document is known by: of a mail's words, the mail */
	slice media;
} container_doc;

/* why: it was refused, and there are no bytes; else NULL. */
typedef void container_take(void *ctx, const container_doc *doc, const err *why);

/* container_walk() - give every document in the file `bytes` called `name` to `take`, in
 * order; a file that holds no others is its own one document. Each archive and
 * each mail is opened in a child of its own, which is heard as an enemy. What is over
 * the limits of limits.def is refused; several harmful members, or too many of any
 * kind, end the walk with one error for the file itself. Memory: the largest
 * document, once for each level. */
void container_walk(slice name, slice bytes, container_take *take, void *ctx);

#endif
