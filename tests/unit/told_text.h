/*
 * told_text.h - the duties of an invented letter as lines, for tests of who must do what.
 *
 * A case is the body of a letter; what must come out are its duties, a line each: leads
 * joined by "; ", " + " and who joins, " => " and how the action begins, " | " and the limits.
 */
#ifndef DONDOC_TESTS_TOLD_TEXT_H
#define DONDOC_TESTS_TOLD_TEXT_H

#include "read_text.h"

static inline slice named(const actors *list)
{
	slice all = {"", 0};

	for (uint32_t i = 0; i < list->n; i++)
		all = arena_printf(&read_memory, "%.*s%s%.*s", (int)all.n, all.p, i ? "; " : "",
		                   (int)list->p[i].text.n, list->p[i].text.p);
	return all;
}

/* The duties of r; each action as long as it is in `want`, which is held against them. */
static inline slice told(const reading *r, uint32_t words)
{
	slice all = {"", 0};

	for (uint32_t i = 0; i < r->assignments.n; i++) {
		const assignment *a = &r->assignments.p[i];
		slice lead = named(&a->lead), with = named(&a->with),
		      act = slice_at(r->text, a->action);
		uint32_t n = 0, spaces = 0;

		while (n < act.n && (act.p[n] != ' ' || ++spaces < words))
			n++;
		all = arena_printf(&read_memory, "%.*s%.*s%s%.*s => %.*s", (int)all.n, all.p,
		                   (int)lead.n, lead.p, with.n ? " + " : "", (int)with.n, with.p,
		                   (int)n, act.p);
		for (uint32_t k = 0; k < a->deadlines.n; k++) {
			slice v = r->dates.p[a->deadlines.p[k]].value;

			all = arena_printf(&read_memory, "%.*s | %.*s", (int)all.n, all.p, (int)v.n,
			                   v.p);
		}
		all = arena_printf(&read_memory, "%.*s\n", (int)all.n, all.p);
	}
	return all;
}

/* check() - read the letter, of that kind of document, and hold its duties against `want`. */
static inline void check(const char *kind, const char *letter, const char *want)
{
	slice text = arena_printf(&read_memory,
	                          "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n\n"
	                          "Số: 12/%s-UBND\n\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\n%s"
	                          "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
	                          "CHỦ TỊCH\n\nTrần Văn Bình\n",
	                          kind, letter);
	reading r;
	slice got;

	assert_int_equal(reading_run(&read_with, text, &read_memory, &r, NULL), RC_OK);
	got = told(&r, 3);
	if (!slice_eq(got, slice_c(want)))
		fail_msg("%s\n  got\n%.*s  want\n%s", letter, (int)got.n, got.p, want);
}

/* How a notice of a conclusion begins, up to its items. */
#define NOTICE                                                                                      \
	"THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp\n\n"                               \
	"Ngày 18/4/2026, Chủ tịch UBND tỉnh chủ trì cuộc họp. Sau khi nghe báo cáo, Chủ tịch UBND " \
	"tỉnh kết luận, chỉ đạo như sau:\n"

#endif
