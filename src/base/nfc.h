/*
 * nfc.h - composing one short run of letters and marks.
 *
 * The whole of a text is never given to the normaliser: it runs at 30 MB/s, and
 * nearly every document is normal already. shape/clean.c walks the text and
 * brings only the runs here that could change.
 */
#ifndef DONDOC_BASE_NFC_H
#define DONDOC_BASE_NFC_H

#include "base/slice.h"

enum {
	NFC_RUN_MAX = 128,                 /* code points of one run */
	NFC_OUT_MAX = NFC_RUN_MAX * 4 * 4, /* bytes that one run may become */
};

/* nfc_is_safe() - can cp neither change under NFC nor join what stands before it?
 * False negatives are allowed, they only cost time. */
static inline bool nfc_is_safe(uint32_t cp)
{
	return cp < 0x300 || (cp >= 0x1ea0 && cp <= 0x1ef9) || (cp >= 0x2010 && cp <= 0x2027) ||
	       (cp >= 0x2030 && cp <= 0x205e) || (cp >= 0x2190 && cp <= 0x21ff) ||
	       (cp >= 0x2500 && cp <= 0x27bf) || (cp >= 0xe000 && cp <= 0xf8ff);
}

/* nfc_joins() - may cp join, or be reordered against, the code point before it? */
bool nfc_joins(uint32_t cp);

/* nfc_compose() - the NFC of `run` (valid UTF-8, at most NFC_RUN_MAX code points)
 * into out (room for NFC_OUT_MAX bytes). Returns the length. Quadratic in the
 * run, which is why a run is short. */
size_t nfc_compose(slice run, char *out);

#endif
