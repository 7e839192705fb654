/*
 * pack.c - ISA-L packs, at a tenth of what zlib's quickest level takes; zlib unpacks: only bytes
 * of our own making go into the one, what was stored and may have been changed goes into the
 * other (docs/LIBRARIES.md).
 */
#include "base/pack.h"

#include <isa-l/igzip_lib.h>
#include <zlib.h>

#include "base/lib.h"

enum { LEAST = 1000, SIZE_AT_END = 4, GZIP_HEAD = 16 };

/* FUNCTION(name) - every function of the library that is called. */
#define FUNCTIONS(FUNCTION)                                                                        \
	FUNCTION(isal_deflate_stateless_init)                                                      \
	FUNCTION(isal_deflate_stateless)                                                           \
	FUNCTION(isal_deflate_init)                                                                \
	FUNCTION(isal_deflate)

typedef struct isal {
#define MEMBER(name) __typeof__(&name) name;
	FUNCTIONS(MEMBER)
#undef MEMBER
} isal;

static const char *const functions[] = {
#define NAME(name) #name,
	FUNCTIONS(NAME)
#undef NAME
};

struct packer {
	isal lib;
	struct isal_zstream z;
	unsigned char room[ISAL_DEF_LVL1_MEDIUM];
};

static rc load(isal *lib, err *e)
{
	return lib_load(LIB_ISAL, functions, (void **)(void *)lib, ARRAY_LEN(functions), e);
}

packer *packer_open(arena *a, err *e)
{
	packer *p = arena_new(a, packer);

	return load(&p->lib, e) == RC_OK ? p : NULL;
}

/* All of `from` into `to`, which has room for as much: what does not become smaller does not fit. */
static void whole(struct isal_zstream *z, slice from, char *to)
{
	z->gzip_flag = IGZIP_GZIP;
	z->end_of_stream = 1;
	z->next_in = (uint8_t *)(uintptr_t)from.p;
	z->avail_in = (uint32_t)from.n;
	z->next_out = (uint8_t *)to;
	z->avail_out = (uint32_t)from.n;
}

static bool worth_it(slice from)
{
	return from.n >= LEAST && from.n <= UINT32_MAX / 2;
}

slice pack_small(packer *p, arena *a, slice from)
{
	struct isal_zstream *z = &p->z;
	char *to;

	if (!worth_it(from))
		return (slice){0};
	to = arena_room(a, from.n);
	p->lib.isal_deflate_init(z);
	whole(z, from, to);
	z->level = 1;
	z->level_buf = p->room;
	z->level_buf_size = sizeof p->room;
	if (p->lib.isal_deflate(z) != COMP_OK || z->internal_state.state != ZSTATE_END)
		return (slice){0};
	return (slice){to, z->total_out};
}

slice pack(arena *a, slice from)
{
	struct isal_zstream z;
	isal lib;
	char *to;

	if (!worth_it(from) || load(&lib, NULL) != RC_OK)
		return (slice){0};
	to = arena_room(a, from.n);
	lib.isal_deflate_stateless_init(&z);
	whole(&z, from, to);
	if (lib.isal_deflate_stateless(&z) != COMP_OK)
		return (slice){0};
	return (slice){to, z.total_out};
}

/* How much it was, as its last bytes say. */
static size_t size_of(slice packed)
{
	const unsigned char *p = (const unsigned char *)packed.p + packed.n - SIZE_AT_END;

	return p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
}

rc unpack(slice packed, size_t most, arena *a, slice *ret, err *e)
{
	static const char *const names[] = {"inflateInit2_", "inflate", "inflateEnd"};
	struct {
		__typeof__(&inflateInit2_) begin;
		__typeof__(&inflate) inflate;
		__typeof__(&inflateEnd) end;
	} lib;
	z_stream z = {.next_in = (Bytef *)(uintptr_t)packed.p, .avail_in = (uInt)packed.n};
	size_t n = packed.n > SIZE_AT_END && packed.n < UINT32_MAX ? size_of(packed) : SIZE_MAX;
	char *to;
	int code;

	if (lib_load(LIB_Z, names, (void **)(void *)&lib, ARRAY_LEN(names), e) != RC_OK)
		return RC_IO;
	if (n > most || lib.begin(&z, MAX_WBITS + GZIP_HEAD, ZLIB_VERSION, (int)sizeof z) != Z_OK)
		return err_set(e, RC_IO, MSG_DB_DAMAGED, "a packed text of %zu bytes", packed.n);
	to = arena_room(a, n + 1);
	z.next_out = (Bytef *)to;
	z.avail_out = (uInt)(n + 1);
	code = lib.inflate(&z, Z_FINISH);
	(void)lib.end(&z);
	if (code != Z_STREAM_END || z.total_out != n)
		return err_set(e, RC_IO, MSG_DB_DAMAGED, "a packed text, zlib %d", code);
	*ret = (slice){to, n};
	return RC_OK;
}
