/*
 * roles_wished.c - limits that somebody else wishes, vows or asks of whoever writes: "Cử tri kiến nghị
 * sửa cầu trước ngày", "nhà thầu hứa xong trước ngày".
 *
 * Questions about one date and its sentence; no state. What such a wish leads to is ordered in words
 * of its own.
 */
#include "reading/facts/roles/roles_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/told/told.h"

/* "kiến nghị UBND tỉnh cho phép gia hạn" in a report: where the sentence asks whom it names for time; the date when it does
 * not. A letter that asks for nothing else has that day as its own. */
static uint32_t asks_through(const setting *at)
{
	enum { NAME = 14 };
	const scan *s = at->s;
	uint32_t i = scan_next(s, at->from, at->tok, W_GIA), from;

	if (s->r->purpose != PURPOSE_REPORT || i + 1 >= at->tok || i < at->from + 2 ||
	    !scan_is(s, i + 1, W_HAN_4) ||
	    (says(s, i - 2, S("cho phép")) == 0 && says(s, i - 2, S("chấp thuận")) == 0))
		return at->tok;
	from = tokens_back(i, NAME, at->from);
	for (uint32_t k = from; k < i; k++)
		if (says(s, k, S("kiến nghị")) != 0 || says(s, k, S("đề nghị")) != 0 ||
		    says(s, k, S("đề xuất")) != 0)
			return k;
	return at->tok;
}

/* "các hộ đề nghị kéo dài thời gian đến hết tháng 6": what somebody asks for */
static bool asks_for_time(const setting *at)
{
	static const slice asks[] = {S("đề nghị kéo dài"),
	                             S("đề nghị gia hạn"),
	                             S("đề nghị được gia hạn"),
	                             S("đề nghị cho gia hạn"),
	                             S("đề nghị cho phép gia hạn"),
	                             S("xin gia hạn"),
	                             S("đề nghị lùi"),
	                             S("kiến nghị gia hạn"),
	                             S("kiến nghị cho gia hạn"),
	                             S("về việc gia hạn"),
	                             S("về việc kéo dài"),
	                             S("về việc lùi"),
	                             S("đề xuất lùi"),
	                             S("đề xuất gia hạn"),
	                             S("đề xuất kéo dài"),
	                             S("xin lùi"),
	                             S("đề nghị cho phép lùi"),
	                             S("đề nghị cho lùi"),
	                             S("đề nghị cho phép kéo dài"),
	                             S("đề nghị điều chỉnh thời")};
	static const slice grants[] = {S("đồng ý"), S("thống nhất"), S("chấp thuận"),
	                               S("cho phép")};
	SAYINGS(asks);
	SAYINGS(grants);

	const scan *s = at->s;
	uint32_t i = asks_through(at), k, n;

	if (i >= at->tok)
		i = says_any_in(s, at->from, at->tok, &said_asks);
	n = i < at->tok ? said_before(s, i, &said_grants) : 0;
	if (i >= at->tok || says_any(s, at->from, &said_grants, NULL) != 0 ||
	    (n != 0 && !scan_is(s, i - n - 1, W_KHONG)))
		return false;
	/* "... về việc gia hạn đến ngày 31/12, giao Sở A thẩm định trước ngày" */
	k = cue_next(s, i + 1, at->tok, CUE_ASSIGN);
	return k >= at->tok || scan_tok(s, k - 1)->kind != TOK_PUNCT;
}

/* Who is not under whoever writes, and does not write: the public, business, who inspects. */
static const slice outside[] = {S("cử tri"),         S("người dân"),
                                S("nhân dân"),       S("bà con"),
                                S("các hộ"),         S("hộ dân"),
                                S("doanh nghiệp"),   S("các doanh nghiệp"),
                                S("nhà đầu tư"),     S("các nhà đầu tư"),
                                S("nhà thầu"),       S("các nhà thầu"),
                                S("liên danh"),      S("công ty"),
                                S("đại diện"),       S("đại biểu"),
                                S("kiểm toán"),      S("đoàn kiểm toán"),
                                S("đoàn thanh tra"), S("đoàn giám sát"),
                                S("đoàn kiểm tra"),  S("kết luận"),
                                S("trung ương"),     S("ban chỉ đạo trung ương"),
                                S("chủ hộ"),         S("phụ huynh"),
                                S("hiệp hội"),       S("tư vấn"),
                                S("đơn vị tư vấn"),  S("đơn vị thi công"),
                                S("ubnd xã"),        S("ubnd phường"),
                                S("ubnd các xã"),    S("ủy ban nhân dân xã")};
SAYINGS(outside);

/* What they do. */
static const slice wishes[] = {S("kiến nghị"), S("đề nghị"),  S("đề xuất"), S("hứa"),
                               S("cam kết"),   S("xin"),      S("mong"),    S("phản ánh"),
                               S("yêu cầu"),   S("cho biết"), S("dự kiến"), S("khuyến nghị")};
SAYINGS(wishes);

/* "Đại diện nhà thầu hứa bổ sung máy móc trước ngày": do they open the sentence, and wish before
 * anything else is said of them? */
static bool outsider_wishes(const setting *at)
{
	enum { NAME = 10 };
	const scan *s = at->s;
	uint32_t i = at->from, far;
	actors who = {0};

	if (says_any(s, i, &said_outside, NULL) == 0)
		return false;
	far = i + NAME < at->tok ? i + NAME : at->tok;
	for (i++; i < far && says_any(s, i, &said_wishes, NULL) == 0; i++)
		if (scan_tok(s, i)->kind != TOK_WORD || cue_orders((enum cue)scan_tok(s, i)->cue))
			return false;
	return i < far && !(actors_at(s, at->from, at->tok, false, &who) > at->from && who.n != 0 &&
	                    told_by_itself(s, &who.p[0]));
}

bool limit_wished(const setting *at)
{
	return asks_for_time(at) || outsider_wishes(at);
}
