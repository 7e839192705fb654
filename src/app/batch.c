/*
 * batch.c - one transaction for some documents, their search terms written in order at
 * its end (register/search.h).
 */
#include "app/batch.h"

#include "app/bench_run.h"
#include "register/bodies.h"
#include "register/decide.h"
#include "register/search.h"

#define JSON_MAX ((size_t)1 << 30)
enum { MOST = 500, SOME = 100 };
#define LONG 0.5 /* seconds: enough, when there are some */
#define LONGEST 2.0

void batch_init(batch *b, reg *r, const json_reader *ident)
{
	*b = (batch){.r = r, .ident = ident};
	strbuf_init(&b->json, NULL, JSON_MAX);
}

void batch_done(batch *b)
{
	strbuf_done(&b->json);
}

static rc begin(batch *b, err *e)
{
	rc code;

	if (db_in_write(b->r->d))
		return RC_OK;
	code = db_begin_batch(b->r->d, e);
	if (code == RC_OK) {
		search_hold(b->r);
		code = bodies_hold(b->r, e);
	}
	b->began = bench_now();
	return code;
}

rc batch_enter(batch *b, const reading *r, const json_source *source, slice original, entered *ret,
               err *e)
{
	json_out to = jout_to(&b->json);
	entry in = {.r = r,
	            .name = source->name,
	            .media = source->media,
	            .sha256 = source->sha256,
	            .original = original,
	            .bytes = source->bytes,
	            .ocr = source->ocr,
	            .reader = b->ident->version,
	            .data = b->ident->data,
	            .direction = S("in")};
	reading plain = *r; /* places on pages are kept apart from the JSON (leaves.h) */
	uint32_t n = 0;
	rc code;

	plain.boxes.n = 0;
	strbuf_clear(&b->json);
	model_json_document(&to, &plain, source, b->ident, NULL);
	if (b->json.failed != RC_OK)
		return err_set(e, b->json.failed, MSG_NO_MEMORY, "json of a document");
	in.json = strbuf_slice(&b->json);
	code = begin(b, e);
	if (code == RC_OK)
		code = document_enter(b->r, &in, ret, e);
	if (code == RC_OK && b->accept_all && !ret->again)
		code = decide_document(b->r, ret->document, b->track_past, false, &n, e);
	if (code != RC_OK)
		return code;
	b->n++;
	b->pending.entered += !ret->again;
	b->pending.again += ret->again;
	b->pending.duties += ret->assignments;
	b->pending.past += ret->all_past && !ret->again;
	return RC_OK;
}

bool batch_is_full(const batch *b)
{
	double open = b->n > 0 ? bench_now() - b->began : 0;

	return b->n >= MOST || open > LONGEST || (b->n >= SOME && open > LONG);
}

rc batch_end(batch *b, bool keep, err *e)
{
	rc code = RC_OK, ended;

	if (!db_in_write(b->r->d))
		return RC_OK;
	if (keep)
		code = search_release(b->r, e);
	search_drop(b->r);
	bodies_drop(b->r);
	ended = db_end_batch(b->r->d, keep && code == RC_OK, code == RC_OK ? e : NULL);
	code = code == RC_OK ? ended : code;
	if (code == RC_OK && keep) {
		b->done.entered += b->pending.entered;
		b->done.again += b->pending.again;
		b->done.duties += b->pending.duties;
		b->done.past += b->pending.past;
	}
	b->pending = (batch_counts){0};
	b->n = 0;
	return code;
}
