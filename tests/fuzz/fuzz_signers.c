/*
 * fuzz_signers.c - any bytes as a PDF whose signatures are looked at, and as the PKCS #7
 * message of one.
 */
#include "fuzz.h"

#include <assert.h>

#include "base/strbuf.h"
#include "base/utf8.h"
#include "reading/extract/pdf.h"

static void look(slice pdf)
{
	rawdoc doc = {0};
	arena a;

	arena_init(&a, NULL, 0);
	pdf_signers(pdf, &a, &doc);
	for (uint32_t i = 0; i < doc.lines.n; i++) {
		const rawline *l = &doc.lines.p[i];

		assert(l->flags == RAW_SIGNER && l->text.n > 0);
		assert(utf8_invalid_at(l->text) == l->text.n);
		assert(l->marker.n == 0 || l->marker.n == 16);
	}
	arena_done(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	slice in = {(const char *)bytes, n};
	strbuf b;

	look(in);
	if (n > 4096)
		return 0;
	strbuf_init(&b, NULL, (size_t)1 << 16);
	strbuf_put(&b, S("/M(D:20260302102100+07'00')/ByteRange[0 59 "));
	strbuf_int_pad(&b, (int64_t)(61 + 2 * n), 10);
	strbuf_put(&b, S(" 0]   "));
	assert(b.n == 59);
	strbuf_putc(&b, '<');
	for (size_t i = 0; i < n; i++) {
		strbuf_putc(&b, digits[bytes[i] >> 4]);
		strbuf_putc(&b, digits[bytes[i] & 15]);
	}
	strbuf_put(&b, S(">>>"));
	look(strbuf_slice(&b));
	strbuf_done(&b);
	return 0;
}
