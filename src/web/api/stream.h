/*
 * stream.h - between the server and /api/v1/events.
 */
#ifndef DONDOC_WEB_API_STREAM_H
#define DONDOC_WEB_API_STREAM_H

#include "base/strbuf.h"
#include "register/reg.h"

struct api_stream;

/* api_stream_more() - what is new since it was last asked, as lines of the stream; a sign of
 * life when nothing was for ten seconds. False: its reader may not any more. */
bool api_stream_more(reg *r, struct api_stream *s, unsigned quiet, strbuf *to);

#endif
