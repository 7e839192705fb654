/*
 * qr.c - the dark squares, a run of them at a time.
 */
#include "base/qr.h"

#include <qrencode.h>

#include "base/lib.h"
#include "base/strbuf.h"

enum { PATH_MAX_ = 1 << 20, TEXT_MAX = 400 };

typedef struct qrencode {
	__typeof__(&QRcode_encodeString8bit) encode;
	__typeof__(&QRcode_free) release;
} qrencode;

static void put_run(strbuf *b, int x, int y, int n)
{
	strbuf_putc(b, 'M');
	strbuf_int(b, x);
	strbuf_putc(b, ' ');
	strbuf_int(b, y);
	strbuf_putc(b, 'h');
	strbuf_int(b, n);
	strbuf_put(b, S("v1h-"));
	strbuf_int(b, n);
	strbuf_putc(b, 'z');
}

static void put_squares(strbuf *b, const QRcode *q)
{
	for (int y = 0; y < q->width; y++)
		for (int x = 0, n = 0; x < q->width; x += n > 0 ? n : 1) {
			n = 0;
			while (x + n < q->width && (q->data[y * q->width + x + n] & 1))
				n++;
			if (n > 0)
				put_run(b, x, y, n);
		}
}

rc qr_path(slice text, arena *a, slice *ret_path, int64_t *ret_side, err *e)
{
	static const char *const names[] = {"QRcode_encodeString8bit", "QRcode_free"};
	qrencode lib;
	QRcode *q = NULL;
	strbuf b;
	rc code = lib_load(LIB_QR, names, (void **)(void *)&lib, ARRAY_LEN(names), e);

	if (code == RC_OK && text.n <= TEXT_MAX)
		q = lib.encode(text.p, 0, QR_ECLEVEL_M);
	if (code == RC_OK && q == NULL)
		code = err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "%zu bytes", text.n);
	if (code != RC_OK)
		return code;
	strbuf_init(&b, NULL, PATH_MAX_);
	put_squares(&b, q);
	*ret_path = arena_copy(a, strbuf_slice(&b));
	*ret_side = q->width;
	strbuf_done(&b);
	lib.release(q);
	return RC_OK;
}
