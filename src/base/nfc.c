/*
 * nfc.c - utf8proc, fenced in.
 */
#include "base/nfc.h"

#include <utf8proc.h>

#include "base/utf8.h"

bool nfc_joins(uint32_t cp)
{
	const utf8proc_property_t *p;

	if (nfc_is_safe(cp))
		return false;
	if (cp >= 0x1160 && cp <= 0x11ff) /* second and third letters of Hangul */
		return true;
	p = utf8proc_get_property((utf8proc_int32_t)cp);
	return p->combining_class != 0 || p->category == UTF8PROC_CATEGORY_MN ||
	       p->category == UTF8PROC_CATEGORY_MC;
}

size_t nfc_compose(slice run, char *out)
{
	utf8proc_int32_t cps[NFC_RUN_MAX * 4];
	utf8proc_ssize_t n;
	size_t len = 0;

	n = utf8proc_decompose((const utf8proc_uint8_t *)run.p, (utf8proc_ssize_t)run.n, cps,
	                       NFC_RUN_MAX * 4, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n < 0 || n > NFC_RUN_MAX * 4) {
		slice_copy(out, run);
		return run.n;
	}
	n = utf8proc_normalize_utf32(cps, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		len += utf8_put((uint32_t)cps[i], out + len);
	return len;
}
