/*
 * roles_course.c - days of a work that goes on by itself or under somebody's hands: "Nhà thầu đang thi công để hoàn thành
 * trong tháng 7", "Dự án khởi công tháng 3/2025, hoàn thành tháng 9/2026", "Bão vào đất liền trong đêm".
 *
 * Questions about one date and its sentence; no state. Where anybody is told, the day is his.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

bool limit_is_thing(const scan *s, uint32_t i)
{
	return says(s, i, S("dự án")) != 0 || says(s, i, S("công trình")) != 0 ||
	       says(s, i, S("gói thầu")) != 0 || says(s, i, S("DATP")) != 0 ||
	       says(s, i, S("hạng mục")) != 0;
}

/* Is anything handed over among tokens [i, j), rather than done: a report, but not "hoàn thành"? */
static bool hands_over(const scan *s, uint32_t i, uint32_t j)
{
	while ((i = cue_next(s, i, j, CUE_REPORT)) < j && scan_is(s, i, W_HOAN))
		i++;
	return i < j;
}

/* Is there a verb among tokens [i, j) that is no part of a name ("Ban Quản lý dự án")? */
static bool does_plainly(const scan *s, uint32_t i, uint32_t j)
{
	for (; i < j; i++)
		if (limit_does(s, i, i + 1) && !(scan_tok(s, i)->flags & TF_CAP))
			return true;
	return false;
}

/* "Dự án đang thi công, chủ đầu tư hoàn thành trước ngày": does somebody else stand behind a comma of [i, the date)? */
static bool somebody_behind_comma(const setting *at, uint32_t i)
{
	const scan *s = at->s;

	for (; (i = scan_next(s, i, at->tok, ',')) < at->tok; i++) {
		actors who = {0};

		if (actors_at(s, i + 1, at->tok, false, &who) > i + 1)
			return true;
	}
	return false;
}

/* "Nhà thầu đang tập trung thi công để hoàn thành trong tháng 7", "Dự án có thời gian thực hiện 03 năm, hoàn thành trong
 * quý I": told how a work stands, of whoever is at it or of the work itself, and nobody to go on. */
static bool has_course(const setting *at)
{
	const scan *s = at->s;
	uint32_t i = scan_next(s, at->from, at->tok, W_DANG), n;
	enum cue next;

	if (i < at->tok) {
		next = (enum cue)scan_tok(s, i + 1)->cue;
		/* "Các viên chức đang học tập ở nước ngoài gửi giải trình": who they are */
		if ((next != CUE_VERB && next != CUE_EXHORT && next != CUE_ADVERB) ||
		    scan_is(s, at->from, W_CAC) || scan_is(s, at->from, W_NHUNG_3) ||
		    hands_over(s, i + 2, at->tok))
			return false;
		n = i;
	} else if (limit_is_thing(s, at->from)) {
		n = scan_next_either(s, at->from, at->tok, W_CO_1, W_DA_3);
		if (n >= at->tok)
			return false;
	} else {
		return false;
	}
	return !does_plainly(s, at->from, n) && !cue_between(s, at->from, at->tok, CUE_ASSIGN) &&
	       !cue_between(s, n + 2, at->tok, CUE_EXHORT) &&
	       !cue_between(s, n + 2, at->tok, CUE_DUTY) &&
	       !word_between(s, n, at->tok, W_PHAI_2) && !somebody_behind_comma(at, n);
}

/* "Dự án khởi công tháng 3/2025, hoàn thành tháng 9/2026": the course of a work, where nobody is
 * told; "Bão vào đất liền trong đêm": what comes by itself. */
bool limit_takes_course(const setting *at, uint32_t clause)
{
	static const slice weather[] = {
		S("bão"),       S("lũ"),      S("mưa"),     S("đợt mưa"), S("rét"),
		S("nắng nóng"), S("đợt rét"), S("đỉnh lũ"), S("áp thấp"), S("không khí lạnh"),
		S("trời"),      S("lúa"),     S("mạ"),      S("trà lúa"), S("ngô")};
	SAYINGS(weather);
	const scan *s = at->s;
	const datex *before = at->date > 0 ? &s->r->dates.p[at->date - 1] : NULL;
	bool known = before != NULL && before->tok > at->from && before->last != CMIN_NONE &&
	             (before->flags & DF_PAST);

	if (has_course(at) || says_any(s, at->from, &said_weather, NULL) != 0 ||
	    says_any(s, clause, &said_weather, NULL) != 0 ||
	    (known && says_any_in(s, at->from, before->tok, SAID("khởi công")) < before->tok))
		return !cue_between(s, at->from, at->tok, CUE_ASSIGN);
	return false;
}
