/*
 * score_read.c - folders of labels, documents and readings.
 *
 * Reads documents through the command "read" as any outsider would, never by a
 * call: what is scored is what users get.
 */
#include "app/score/score_read.h"

#include <dirent.h>
#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

extern char **environ;

#define LABELS_MAX ((size_t)16 << 20)
#define READING_MAX ((size_t)1 << 30)

static const slice label_end = S(".json");

static int name_order(const void *px, const void *py)
{
	const slice *x = px;
	const slice *y = py;
	int c = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);

	return c != 0 ? c : (x->n > y->n) - (x->n < y->n);
}

/* The names in a folder that begin and end so, ascending. */
static rc list(slice folder, slice head, slice tail, arena *a, slices *ret, err *e)
{
	DIR *dir = opendir(arena_copy(a, folder).p);
	const struct dirent *entry;

	if (dir == NULL)
		return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "opendir: errno %d", errno);
	while ((entry = readdir(dir)) != NULL) {
		slice name = slice_c(entry->d_name);

		if (name.p[0] != '.' && slice_starts(name, head) && slice_ends(name, tail))
			*VEC_PUSH(a, ret) = arena_copy(a, name);
	}
	(void)closedir(dir);
	if (ret->n != 0)
		qsort(ret->p, ret->n, sizeof *ret->p, name_order);
	return RC_OK;
}

rc score_labels_list(slice folder, arena *a, slices *ret, err *e)
{
	rc r = list(folder, (slice){"", 0}, label_end, a, ret, e);

	if (r != RC_OK)
		return r;
	for (uint32_t i = 0; i < ret->n; i++)
		ret->p[i].n -= label_end.n;
	return RC_OK;
}

/* flags: of jansson */
static json_t *load(slice path, size_t flags, arena *a, json_error_t *why)
{
	slice bytes;

	*why = (json_error_t){.line = 0};
	if (file_read(path.p, LABELS_MAX, a, &bytes, NULL) != RC_OK)
		return NULL;
	return json_loadb(bytes.p, bytes.n, flags, why);
}

rc score_labels(const score_paths *p, slice name, arena *a, json_t **ret, err *e)
{
	slice path = arena_printf(a, "%.*s/%.*s.json", (int)p->gold.n, p->gold.p, (int)name.n,
	                          name.p);
	json_error_t why;
	json_t *labels = load(path, JSON_REJECT_DUPLICATES, a, &why);

	if (!json_is_object(labels)) {
		json_decref(labels);
		return err_set(e, RC_INPUT, MSG_GOLD_BAD, "%.*s.json line %d", (int)name.n, name.p,
		               why.line);
	}
	*ret = labels;
	return RC_OK;
}

rc score_disputes(const char *path, score_tally *t, err *e)
{
	slice rest, line;
	unsigned number = 0;
	rc r = file_read(path, LABELS_MAX, t->a, &rest, e);

	if (r != RC_OK)
		return r;
	while (slice_next(&rest, '\n', &line)) {
		score_dispute d = {.field = SCORE_COUNT};
		slice field = {NULL, 0};

		number++;
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (slice_cut(&line, '\t', &d.doc) && slice_cut(&line, '\t', &field) &&
		    slice_cut(&line, '\t', &d.words))
			d.field = score_field_of(field);
		d.why = slice_trim(line);
		if (d.field == SCORE_COUNT || d.doc.n == 0 || d.why.n == 0)
			return err_set(e, RC_INPUT, MSG_GOLD_BAD, "line %u", number);
		*VEC_PUSH(t->a, &t->disputes) = d;
	}
	return RC_OK;
}

/* DIR/NNN.*: plain text before anything else. Empty when there is none. */
static slice document_in(slice folder, slice name, arena *a)
{
	slices names = {0};
	slice head = arena_printf(a, "%.*s.", (int)name.n, name.p);
	slice chosen;

	if (folder.n == 0 || list(folder, head, (slice){"", 0}, a, &names, NULL) != RC_OK ||
	    names.n == 0)
		return (slice){NULL, 0};
	chosen = names.p[0];
	for (uint32_t i = 0; i < names.n; i++)
		if (slice_ends(names.p[i], S(".txt")))
			chosen = names.p[i];
	return arena_printf(a, "%.*s/%.*s", (int)folder.n, folder.p, (int)chosen.n, chosen.p);
}

static slice document_of(const score_paths *p, slice name, arena *a)
{
	slice path = document_in(p->docs, name, a);

	if (path.n != 0)
		return path;
	return document_in(arena_printf(a, "%.*s/../docs", (int)p->gold.n, p->gold.p), name, a);
}

/* What a program prints about one document; empty when it could not be run. */
static slice run(slice program, slice path, arena *a)
{
	char *argv[] = {(char *)(uintptr_t)program.p, (char *)(uintptr_t)"read",
	                (char *)(uintptr_t)"--", (char *)(uintptr_t)path.p, NULL};
	posix_spawn_file_actions_t actions;
	slice out = {NULL, 0};
	int ends[2];
	pid_t pid;
	int failed;

	if (pipe(ends) != 0)
		return out;
	failed = posix_spawn_file_actions_init(&actions);
	failed |= posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	failed |= posix_spawn_file_actions_addclose(&actions, ends[0]);
	if (failed == 0)
		failed = posix_spawn(&pid, program.p, &actions, NULL, argv, environ);
	(void)posix_spawn_file_actions_destroy(&actions);
	(void)close(ends[1]);
	if (failed == 0) {
		if (file_read_fd(ends[0], READING_MAX, a, &out, NULL) != RC_OK)
			out = (slice){NULL, 0};
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
			continue;
	}
	(void)close(ends[0]);
	return out;
}

json_t *score_reading(const score_paths *p, slice name, arena *a)
{
	json_error_t why;
	json_t *doc;

	/* Of a file of several documents (a line each) the first is what was labelled. */
	if (p->readings.n != 0) {
		doc = load(arena_printf(a, "%.*s/%.*s.json", (int)p->readings.n, p->readings.p,
		                        (int)name.n, name.p),
		           JSON_DISABLE_EOF_CHECK, a, &why);
	} else {
		slice program = p->program.n != 0 ? p->program : S("/proc/self/exe");
		slice path = document_of(p, name, a);
		slice out = path.n != 0 ? run(program, path, a) : (slice){"", 0};

		doc = json_loadb(out.p ? out.p : "", out.n, JSON_DISABLE_EOF_CHECK, &why);
	}
	if (json_is_string(json_object_get(doc, "text")))
		return doc;
	json_decref(doc);
	return NULL;
}
