/*
 * fuzz_aligned.c - tables drawn with blanks: lines of pieces from the words that stand in such
 * tables, anywhere below a heading. A piece takes two bytes: how many blanks stand before it
 * (and whether a line, or an empty one, begins with it), and which words it is.
 */
#include "fuzz.h"

#include "base/strbuf.h"

enum { LINE = 0x80, EMPTY = 0x40, BLANKS = 0x3f };

static const slice pieces[] = {
	S("TT"),
	S("STT"),
	S("Nội dung"),
	S("Nhiệm vụ"),
	S("Đơn vị chủ trì"),
	S("Thời hạn"),
	S("Ghi chú"),
	S("1"),
	S("2"),
	S("II"),
	S("1.1"),
	S("a)"),
	S("- xây dựng kế hoạch"),
	S("+ báo cáo"),
	S("Sở Tài chính"),
	S("UBND các xã"),
	S("trước ngày"),
	S("15/7/2026"),
	S("Tháng 8"),
	S("phối hợp"),
	S("các sở, ngành liên quan"),
	S("tham mưu"),
	S("quyết định"),
	S("\t"),
	S("|"),
	S("Nơi nhận:"),
	S("- Như trên;"),
	S("CHỦ TỊCH"),
	S("Lưu: VT."),
	S("Căn cứ"),
	S("."),
	S("Quý III/2026"),
	S("Điều 1."),
	S("e\xcc\x82\xcc\x81"),
	S("_____"),
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	strbuf b;
	arena a;
	reading *r;
	err e = {0};

	strbuf_init(&b, NULL, (size_t)1 << 22);
	strbuf_put(&b, S("TT   Nhiệm vụ                    Đơn vị chủ trì      Thời hạn\n"));
	for (size_t i = 0; i + 2 <= n; i += 2) {
		if (bytes[i] & LINE)
			strbuf_put(&b, bytes[i] & EMPTY ? S("\n\n") : S("\n"));
		for (unsigned k = bytes[i] & BLANKS; k > 0; k--)
			strbuf_putc(&b, ' ');
		strbuf_put(&b, pieces[bytes[i + 1] % ARRAY_LEN(pieces)]);
	}
	arena_init(&a, NULL, 0);
	r = arena_new(&a, reading);
	if (reading_run(fuzz_reader(), strbuf_slice(&b), &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
	strbuf_done(&b);
	return 0;
}
