/*
 * container.c - the walk through files that hold files, and its limits.
 *
 * The limits count over the whole of one outermost file, however deep: that is
 * what stops an archive of archives of archives. It must never decide what a
 * document is worth: it only finds them.
 */
#include "app/intake/container_priv.h"

#include "app/intake/convert.h"

#include "reading/extract/limits.h"

enum { PATH_MAX_PARTS = LIMIT_MEMBER_DEPTH + 1 };

typedef struct journey {
	container_take *take;
	void *ctx;
	slice path[PATH_MAX_PARTS];
	uint32_t found, hostile;
	uint64_t bytes;
	err over; /* the whole file is left alone from here on */
} journey;

static bool holds_files(file_kind k)
{
	return k == FILE_ZIP || k == FILE_MAIL;
}

static void give(journey *w, const container_doc *doc, const err *why)
{
	if (why != NULL && (why->id == MSG_HOSTILE || why->id == MSG_TOO_DEEP) && doc->npath > 1)
		w->hostile++;
	w->take(w->ctx, doc, why);
}

/* Is the file as a whole still fit to be gone through? */
static bool going_on(journey *w)
{
	if (w->over.rc != RC_OK)
		return false;
	if (w->found > LIMIT_MEMBERS || w->bytes > LIMIT_MEMBER_TOTAL)
		(void)err_set(&w->over, RC_LIMIT, MSG_TOO_MANY, "%u files, %llu bytes", w->found,
		              (unsigned long long)w->bytes);
	else if (w->hostile >= LIMIT_MEMBERS_HOSTILE)
		(void)err_set(&w->over, RC_LIMIT, MSG_HOSTILE, "%u harmful files", w->hostile);
	return w->over.rc == RC_OK;
}

static void go_into(journey *w, const container_doc *in);

/* A member: `depth` is that of its path. */
static void one_member(journey *w, const container_doc *in, const member *m, const err *refused)
{
	container_doc doc = {.path = w->path, .npath = in->npath, .bytes = m->bytes};

	doc.kind = m->typed ? m->kind : sniff(m->bytes);
	if (m->self) { /* known by what it came in */
		doc.whole = in->bytes;
		doc.media = in->media;
	} else {
		w->path[in->npath] = m->name;
		doc.npath++;
		doc.whole = m->bytes;
		doc.media = convert_media(doc.kind, m->bytes);
	}
	if (refused->rc != RC_OK) {
		doc.media = (slice){NULL, 0};
		give(w, &doc, refused);
	} else if (!holds_files(doc.kind) || m->self) {
		give(w, &doc, NULL);
	} else if (doc.npath > LIMIT_MEMBER_DEPTH) {
		give(w, &doc, &(err){.rc = RC_LIMIT, .id = MSG_TOO_DEEP});
	} else {
		go_into(w, &doc);
	}
}

static void go_into(journey *w, const container_doc *in)
{
	unfolder u;
	member m;
	err e = {0}, refused;
	rc code = unfolder_open(&u, in->kind, in->bytes, &e);

	while (code == RC_OK && unfolder_next(&u, &m, &refused, &e)) {
		w->found++;
		w->bytes += m.bytes.n;
		if (!going_on(w))
			break;
		one_member(w, in, &m, &refused);
	}
	unfolder_done(&u);
	if (e.rc != RC_OK && w->over.rc == RC_OK)
		give(w, in, &e);
}

void container_walk(slice name, slice bytes, container_take *take, void *ctx)
{
	file_kind k = sniff(bytes);
	journey w = {.take = take, .ctx = ctx};
	container_doc doc = {.path = w.path,
	                     .npath = 1,
	                     .kind = k,
	                     .bytes = bytes,
	                     .whole = bytes,
	                     .media = convert_media(k, bytes)};

	w.path[0] = name;
	if (!holds_files(k)) {
		take(ctx, &doc, NULL);
		return;
	}
	go_into(&w, &doc);
	if (w.over.rc != RC_OK)
		take(ctx, &doc, &w.over);
}
