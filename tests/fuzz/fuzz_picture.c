/*
 * fuzz_picture.c - any bytes as the pixels of a page, made ready for tesseract: turned,
 * its tables found and cut, its stamps looked for. The first byte is the width.
 */
#include "fuzz.h"

#include "app/intake/ocr_priv.h"

enum { WIDTH_LEAST = 16 };

static void look(slice pgm)
{
	ocr_page page = {.ntables = 0};

	strbuf_init(&page.room, NULL, 0);
	if (picture_prepare(pgm, &page))
		for (unsigned i = 0; i < page.ntables; i++) {
			ocr_table t;
			strbuf strip;

			picture_cut(&page, i, &t);
			strbuf_init(&strip, NULL, 0);
			picture_strip(&t, 0, t.width / 2, &strip);
			strbuf_done(&strip);
			strbuf_done(&t.pixels);
		}
	strbuf_done(&page.room);
}

static void turn(slice picture)
{
	for (unsigned quarters = 1; quarters < 4; quarters++) {
		strbuf b;

		strbuf_init(&b, NULL, 0);
		(void)picture_turned(picture, quarters, &b);
		strbuf_done(&b);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	uint32_t width = n > 0 ? bytes[0] + WIDTH_LEAST : 0;
	strbuf b, stamps;
	pixels px;

	if (n == 0)
		return 0;
	look((slice){(const char *)bytes, n});
	for (uint32_t depth = 1; depth <= 3; depth += 2) {
		uint32_t height = (uint32_t)((n - 1) / width / depth);

		strbuf_init(&b, NULL, 0);
		picture_head(&b, width, height, depth);
		strbuf_put(&b, (slice){(const char *)bytes + 1, (size_t)width * height * depth});
		(void)picture_pixels(strbuf_slice(&b), &px);
		turn(strbuf_slice(&b));
		strbuf_init(&stamps, NULL, 0);
		(void)picture_stamps(strbuf_slice(&b), bytes[0] % 4,
		                     (int)(bytes[0] / 4 % 3) * 14 - 14, &stamps);
		look(strbuf_slice(depth == 1 ? &b : &stamps));
		strbuf_done(&stamps);
		strbuf_done(&b);
	}
	return 0;
}
