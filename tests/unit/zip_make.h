/*
 * zip_make.h - a small archive in memory, for tests: parts stored as they are.
 *
 * Why not libzip: the tests must be able to lie about sizes. It must never be used
 * outside tests.
 */
#ifndef DONDOC_TESTS_ZIP_MAKE_H
#define DONDOC_TESTS_ZIP_MAKE_H

#include "base/strbuf.h"

typedef struct zip_make {
	strbuf out, list;
	unsigned count;
	uint32_t lie; /* an unpacked size to state instead of the true one; 0: none */
} zip_make;

static inline void zm_le(strbuf *b, uint32_t v, unsigned n)
{
	for (; n > 0; n--, v >>= 8)
		strbuf_putc(b, (char)(v & 0xff));
}

static inline uint32_t zm_crc(slice s)
{
	uint32_t c = 0xffffffffu;

	for (size_t i = 0; i < s.n; i++) {
		c ^= (unsigned char)s.p[i];
		for (int k = 0; k < 8; k++)
			c = c & 1 ? c >> 1 ^ 0xedb88320u : c >> 1;
	}
	return ~c;
}

static inline void zm_begin(zip_make *z)
{
	*z = (zip_make){.count = 0};
	strbuf_init(&z->out, NULL, (size_t)256 << 20);
	strbuf_init(&z->list, NULL, (size_t)16 << 20);
}

/* What the local header and the list have in common. */
static inline void zm_facts(strbuf *b, slice name, slice bytes, uint32_t size)
{
	zm_le(b, 20, 2);
	zm_le(b, 0, 2);
	zm_le(b, 0, 2);
	zm_le(b, 0, 4);
	zm_le(b, zm_crc(bytes), 4);
	zm_le(b, (uint32_t)bytes.n, 4);
	zm_le(b, size, 4);
	zm_le(b, (uint32_t)name.n, 2);
	zm_le(b, 0, 2);
}

static inline void zm_add(zip_make *z, slice name, slice bytes)
{
	uint32_t size = z->lie != 0 ? z->lie : (uint32_t)bytes.n;
	uint32_t at = (uint32_t)z->out.n;

	strbuf_put(&z->out, S("PK\x03\x04"));
	zm_facts(&z->out, name, bytes, size);
	strbuf_put(&z->out, name);
	strbuf_put(&z->out, bytes);
	strbuf_put(&z->list, S("PK\x01\x02"));
	zm_le(&z->list, 20, 2);
	zm_facts(&z->list, name, bytes, size);
	zm_le(&z->list, 0, 2);
	zm_le(&z->list, 0, 2);
	zm_le(&z->list, 0, 2);
	zm_le(&z->list, 0, 4);
	zm_le(&z->list, at, 4);
	strbuf_put(&z->list, name);
	z->count++;
}

static inline slice zm_end(zip_make *z)
{
	uint32_t at = (uint32_t)z->out.n;

	strbuf_put(&z->out, strbuf_slice(&z->list));
	strbuf_put(&z->out, S("PK\x05\x06"));
	zm_le(&z->out, 0, 4);
	zm_le(&z->out, z->count, 2);
	zm_le(&z->out, z->count, 2);
	zm_le(&z->out, (uint32_t)z->list.n, 4);
	zm_le(&z->out, at, 4);
	zm_le(&z->out, 0, 2);
	return strbuf_slice(&z->out);
}

static inline void zm_done(zip_make *z)
{
	strbuf_done(&z->out);
	strbuf_done(&z->list);
}

#endif
