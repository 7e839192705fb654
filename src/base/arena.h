/*
 * arena.h - memory that is freed whole: one arena a document, a request, a job.
 *
 * arena_alloc() never returns NULL. When the allocator says no, or the budget
 * is spent, it jumps to the arena's guard (see arena_guard()), which frees
 * nothing by itself: everything hangs on the arena, so the guard's owner calls
 * arena_done() and returns RC_NOMEM or RC_LIMIT. That keeps every pass free of
 * branches that no test would ever reach. Code that holds anything but arena
 * memory (a file, a lock) must not allocate from a guarded arena meanwhile.
 */
#ifndef DONDOC_BASE_ARENA_H
#define DONDOC_BASE_ARENA_H

#include <setjmp.h>
#include <stdalign.h>

#include "base/err.h"
#include "base/slice.h"

typedef struct allocator {
	void *(*alloc)(void *ctx, size_t n); /* NULL on failure */
	void (*free)(void *ctx, void *p);
	void *ctx;
} allocator;

extern const allocator allocator_libc;

typedef struct arena {
	struct arena_block *blocks; /* newest first */
	char *cur, *end;            /* room left in the newest */
	const allocator *from;
	size_t taken, budget; /* bytes had from the allocator, and how many may be */
	struct arena_hook *hooks; /* newest first */
	rc failed;            /* why the guard was taken */
	bool guarded;
	jmp_buf guard;
} arena;

/* arena_init() - an empty arena; takes no memory yet. `from` NULL: malloc.
 * budget 0: none. */
void arena_init(arena *a, const allocator *from, size_t budget);

/* arena_done() - give everything back; the arena is empty and may be used again. */
void arena_done(arena *a);

/* arena_on_free() - a hook whose free(p) is called when the arena is given back,
 * newest first, unless p is NULL: for foreign handles (a parser, an archive) that
 * are open while a guarded arena is allocated from. The caller sets p when it has
 * the handle, and to NULL again when it closes it early. */
typedef struct arena_hook {
	void (*free)(void *p);
	void *p;
	struct arena_hook *older;
} arena_hook;
NEVER_NULL arena_hook *arena_on_free(arena *a, void (*free)(void *p));

/* arena_alloc() - n zeroed bytes, aligned for anything. Amortised O(n). In
 * debug builds (-DDONDOC_DEBUG_ARENA) each block is its own malloc, so that
 * sanitizers see overruns. Without a guard, failure ends the program. */
NEVER_NULL void *arena_alloc(arena *a, size_t n);

/* arena_room() - the same not zeroed, for what is written whole before it is read. */
NEVER_NULL void *arena_room(arena *a, size_t n);

/* arena_drop() - give p back before the arena is, when it is large enough to have a block
 * of its own; else it stays. Nothing may point into it any more. O(blocks). For arrays
 * of large documents that one pass leaves behind: the next takes their memory. */
void arena_drop(arena *a, void *p);

/* arena_grow() - room for `want` elements of `size`, keeping the `have` first.
 * At least doubles, so that pushing is amortised O(1). */
NEVER_NULL void *arena_grow(arena *a, void *old, size_t have, size_t want, size_t size,
                            uint32_t *ret_cap);

/* arena_copy() - the bytes of s, kept in the arena. */
slice arena_copy(arena *a, slice s);

/* arena_printf() - formatted text, kept in the arena (at most 4 KiB). */
slice arena_printf(arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* arena_guard(a) - 0 when first passed; not 0 after a failed allocation, with
 * a->failed saying why. The caller's locals that changed in between must be
 * volatile. */
#define arena_guard(a) ((a)->guarded = true, setjmp((a)->guard))

#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))

/* VEC(T) - a growing array on an arena: v.p[0 .. v.n-1].
 * VEC_PUSH(a, &v) gives a pointer to a new zeroed last element. */
#define VEC(T)                                                                                     \
	struct {                                                                                   \
		T *p;                                                                              \
		uint32_t n, cap;                                                                   \
	}
#define VEC_PUSH(a, v)                                                                             \
	(*((v)->n == (v)->cap ? ((v)->p = arena_grow((a), (v)->p, (v)->n, (size_t)(v)->n + 1,      \
	                                             sizeof *(v)->p, &(v)->cap),                   \
	                         &(v)->n)                                                          \
	                      : &(v)->n) += 1,                                                     \
	 (v)->p + (v)->n - 1)

#endif
