/*
 * batch.c - one transaction for some documents.
 */
#include "app/batch.h"

#include <assert.h>

#include "app/ticks.h"
#include "base/pack.h"
#include "base/strbuf.h"
#include "register/entry/decide.h"
#include "register/people/bodies.h"
#include "register/search/search.h"

#define JSON_MAX ((size_t)1 << 30)
enum { MOST = 2000, SOME = 100, MANY = 5000 };
#define LONG 500 /* milliseconds: enough, when there are some */
#define LONGEST 2000
/* Five times as much is written: more would outgrow the page cache, and be written twice. */
#define MUCH ((int64_t)4 << 20)

void batch_init(batch *b, reg *r)
{
	*b = (batch){.r = r};
}

static rc begin(batch *b, err *e)
{
	rc code;

	if (db_in_write(b->r->d))
		return RC_OK;
	if (b->expected >= SOME)
		db_log_begin(b->r->d);
	code = db_begin_batch(b->r->d, e);
	if (code == RC_OK)
		code = bodies_hold(b->r, e);
	b->began = ticks_ms();
	return code;
}

/* The reading as CONTRACTS §2 has it; its text is kept once. */
static rc json_of(const job_reader *jr, const job_doc *doc, strbuf *to, err *e)
{
	json_out out = jout_to(to);
	reading plain = doc->r; /* places on pages are kept apart from the JSON (leaves.h) */

	plain.boxes.n = 0;
	model_json_apart(&out, &plain, &doc->source, &jr->ident);
	return to->failed == RC_OK ? RC_OK : err_set(e, to->failed, MSG_NO_MEMORY, "json");
}

/* What the register knows it by: the hash of its file, and which of its documents it is. */
static slice key_of(job_doc *doc)
{
	slice file = doc->source.sha256;

	return doc->source.part < 2
	               ? file
	               : arena_printf(&doc->a, "%.*s#%u", (int)file.n, file.p, doc->source.part);
}

/* All on the document's arena, which may be spent. */
static rc make_entry(const job_reader *jr, job_doc *doc, const strbuf *json, err *e)
{
	slice packed;
	entry *in;

	if (arena_guard(&doc->a) != 0) {
		doc->a.guarded = false;
		return err_set(e, doc->a.failed, MSG_NO_MEMORY, "words of a document");
	}
	packed = pack(&doc->a, strbuf_slice(json));
	in = arena_new(&doc->a, entry);
	*in = (entry){.r = &doc->r,
	              .name = doc->source.name,
	              .media = doc->source.media,
	              .sha256 = key_of(doc),
	              .part = doc->source.part,
	              .parts = doc->source.parts,
	              .json = packed.n > 0 ? S("") : arena_copy(&doc->a, strbuf_slice(json)),
	              .packed = packed,
	              .original = doc->original,
	              .bytes = doc->source.bytes,
	              .ocr = doc->source.ocr,
	              .reader = jr->ident.version,
	              .data = jr->ident.data,
	              .direction = S("in")};
	entry_prepare(in, &doc->a);
	doc->a.guarded = false;
	doc->entry = in;
	return RC_OK;
}

rc batch_prepare(const job_reader *jr, job_doc *doc, err *e)
{
	strbuf json;
	rc code;

	strbuf_init(&json, NULL, JSON_MAX);
	code = json_of(jr, doc, &json, e);
	if (code == RC_OK)
		code = make_entry(jr, doc, &json, e);
	strbuf_done(&json);
	return code;
}

rc batch_enter(batch *b, const job_doc *doc, entered *ret, err *e)
{
	uint32_t n = 0;
	rc code = begin(b, e);

	assert(doc->entry != NULL);
	if (code == RC_OK)
		code = document_enter(b->r, doc->entry, ret, e);
	if (code == RC_OK && b->accept_all && !ret->again)
		code = decide_document(b->r, ret->document, b->track_past, false, &n, e);
	if (code != RC_OK)
		return code;
	b->n++;
	b->bytes += ret->again ? 0 : doc->source.bytes;
	b->pending.entered += !ret->again;
	b->pending.again += ret->again;
	b->pending.duties += ret->assignments;
	b->pending.past += ret->all_past && !ret->again;
	b->pending.unread += doc->r.other != 0;
	return RC_OK;
}

bool batch_is_full(const batch *b)
{
	int64_t open = b->n > 0 ? ticks_ms() - b->began : 0;

	return b->n >= MOST || open > LONGEST || (b->n >= SOME && (open > LONG || b->bytes > MUCH));
}

rc batch_end(batch *b, bool keep, err *e)
{
	rc code;

	if (!db_in_write(b->r->d))
		return RC_OK;
	bodies_drop(b->r);
	if (keep && b->n >= SOME)
		db_log_begin(b->r->d); /* the first of many has the most to copy */
	code = db_end_batch(b->r->d, keep, e);
	if (code == RC_OK && keep) {
		b->done.entered += b->pending.entered;
		b->done.again += b->pending.again;
		b->done.duties += b->pending.duties;
		b->done.past += b->pending.past;
		b->done.unread += b->pending.unread;
	}
	b->pending = (batch_counts){0};
	b->n = 0;
	b->bytes = 0;
	return code;
}

rc batch_tidy(batch *b, err *e)
{
	uint32_t n = b->done.entered;

	return n >= SOME ? search_tidy(b->r, n >= MANY, e) : RC_OK;
}
