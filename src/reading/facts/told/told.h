/*
 * told.h - who is told what: the duty while it is read, what governs it, and the sentences that tell somebody.
 *
 *   told.c          who is told, and where the telling begins
 *   told_clause.c   who is told as the subject of a clause, up to its order
 *   told_which.c    the clauses that tell those who are told apart from others
 *   told_behind.c   what stands between who is told and the order
 *   told_side.c     who is reminded, who joins by a bracket or the next clause
 *   told_again.c    a body named again by its first word alone
 *   told_quoted.c   orders that are only told of: past, or of another document
 *   told_place.c    the same at unusual places: a colon, a condition, a topic
 *   coordination.c  one duty: lead and joining bodies, where its action begins
 */
#ifndef DONDOC_READING_TOLD_H
#define DONDOC_READING_TOLD_H

#include "reading/facts/actors/names.h"
#include "reading/facts/frame/blocks.h"

/* What governs a block from above. */
typedef struct govern {
	const actors *lead;      /* who; NULL: nobody */
	const actors *with; /* who joins in all of it; NULL: nobody */
	lead_source source;
	bool active;  /* orders may stand here without "giao" */
	bool announced; /* "... như sau:": who is named with a verb is told, though no order opened */
	bool unmarked; /* the list below lost its marks: its paragraphs order barely, as items do */
	bool mute; /* agenda, narrative, place and time: no bare orders */
	bool mute_all; /* who comes, when and where: not even an addressee is ordered here */
	bool prep; /* preparation of a meeting */
	bool details; /* bullets that only spell out the duty above */
	bool listed; /* stands in the list of a heading that names the actor */
	uint32_t limit; /* of the heading above, for those without one: its date + 1; 0: none */
} govern;

/* A duty while it is being read. Tokens [from, to); the action begins at act. */
typedef struct duty {
	uint32_t from, to, act;
	actors lead, with;
	lead_source source;
	const char *rule;
	bool own_actor; /* its own words name who */
	uint32_t limit; /* from the sentence behind it, where it has none: its date + 1; 0: none */
} duty;
typedef VEC(duty) duties;

/* coordination_read() - from token i after the actor: skip "chủ trì, phối hợp với
 * X, Y", "có trách nhiệm", "căn cứ ..."; joining bodies into d->with; returns where the
 * action begins (never past end). */
uint32_t coordination_read(const scan *s, uint32_t i, uint32_t end, duty *d);

/* coordination_within() - who joins by a word inside the action, tokens [i, end): "rà soát cùng Sở Y
 * tế", "(phối hợp với Công an tỉnh)", "có sự phối hợp của ...". The first list is appended to with. */
void coordination_within(const scan *s, uint32_t i, uint32_t end, actors *with);

/* told_prepares() - in a letter that calls a meeting: does the item at i tell one to whom it is
 * written (`lead`, its verb at k) what to make ready? */
bool told_prepares(const scan *s, uint32_t i, uint32_t k, uint32_t end, const actors *lead);

/* paragraph_looks_back() - does the paragraph of token i begin with the time that went by
 * ("Thời gian qua, ...", "Từ đầu năm ...")? What it tells of bodies was done. */
bool paragraph_looks_back(const scan *s, uint32_t i);

/* order_noun() - "Báo cáo sơ kết vụ Đông đề nghị các địa phương gửi về Bộ": what looks like a verb at
 * i is what somebody is told to send. */
bool order_noun(const scan *s, uint32_t i, uint32_t end);

/* told_then() - "Tiền thuê xe thì Phòng Tài chính cân đối", "Thôn nào phát sót thì trưởng thôn kiểm điểm": who is
 * told behind the "thì" of a sentence at i. True with d->lead and d->act filled. */
bool told_then(const scan *s, uint32_t i, uint32_t end, duty *d);

/* told_regard() - "Đối với UBND phường A: vận động": the token of the order; i when none. */
uint32_t told_regard(const scan *s, uint32_t i, uint32_t end, actors *lead);

/* told_topic() - "Dự án cầu A: Ban Quản lý dự án đẩy nhanh": who is told behind the colon. */
bool told_topic(const scan *s, uint32_t i, uint32_t end, duty *d);

/* told_bracketed() - who is told in a bracket of the duty's own words: "(Đông Kinh, Kỳ Lừa)"
 * behind who leads, "(Ban Quản lý dự án tỉnh chủ trì)" where nobody does. */
void told_bracketed(const scan *s, duty *d);

/* told_by_place() - "2. UBND các xã ven sông Hiến, sông Bằng", over what they are told: do the rest
 * of the heading, tokens [i, end), order nothing, but say which of the group? Then those words
 * belong to the last of `lead`. */
bool told_by_place(const scan *s, uint32_t i, uint32_t end, actors *lead);

/* told_reminded() - "Lưu ý Sở Y tế rà soát", "Ủy quyền Giám đốc Sở X ký": who is told by a verb that
 * is an order itself elsewhere, at the head of a sentence. */
bool told_reminded(const scan *s, uint32_t i, uint32_t end, duty *d);

/* told_as_written() - "Giám đốc các công ty quản lý hồ chứa thủy lợi, thủy điện thông báo": who is told
 * at i by the very words in which the letter is written to them, which go on behind the actor that
 * ends before `after`. The token after them; `after` when nobody is. */
uint32_t told_as_written(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead);

/* told_tells() - "6. Sở Y tế yêu cầu các nhà thuốc niêm yết giá", "UBND các xã phân công cán bộ": does
 * the item at i order its body to tell others, none by name, at token j? */
bool told_tells(const scan *s, uint32_t i, uint32_t j, uint32_t end, const actors *lead);

/* told_by_itself() - is it whoever writes the letter? */
bool told_by_itself(const scan *s, const actor *a);

/* told_short() - "một số ngành chưa sâu sát", "UBND tỉnh ban hành Công văn số 12": is it only told how
 * those at i, who end before `after`, fell short, or what they issued? */
bool told_short(const scan *s, uint32_t i, uint32_t after, uint32_t end);

/* told_of() - what the actors at i do, from j on, is told of: it was done or is still to come. */
bool told_of(const scan *s, uint32_t i, uint32_t j, uint32_t end);

/* told_sides() - "Sở A (chủ trì), Sở B (phối hợp)": those of the lead who only join by their
 * bracket. */
void told_sides(const scan *s, duty *d);

/* told_heading() - "2. Nhóm nhiệm vụ về xây dựng (giao Sở Xây dựng thực hiện)", "- Sở Y tế chủ trì":
 * does the heading [i, end) end with who leads what stands below it? */
bool told_heading(const scan *s, uint32_t i, uint32_t end, duty *said);

/* told_passive() - "Việc cấp gạo do Sở Tài chính chủ trì thực hiện", "Công tác tuyên truyền được giao
 * cho Sở A đảm nhận": the sentence at i is about what is to be done, and says by whom. */
bool told_passive(const scan *s, uint32_t i, uint32_t end, duty *d);

/* told_others_join() - behind "chủ trì" at i: ", các sở liên quan phối hợp" before the order. The
 * order's token; i when nobody joins so. */
uint32_t told_others_join(const scan *s, uint32_t i, uint32_t end, duty *d);

/* told_again() - "đề nghị của Sở Y tế ...; yêu cầu Sở thực hiện": a lead named by its first
 * word alone is the one such body that its paragraph b, or the head of the one above it, named before.
 * known: what was named, empty before the first duty of the paragraph; duties come in order. */
typedef struct naming {
	uint32_t head, seen; /* tokens before `seen` were looked at */
	bool two; /* nobody knows which is meant */
	actor one;
	actors room;
} naming;
typedef VEC(naming) namings;
void told_again(const scan *s, const block *b, duty *d, namings *known);

/* told_last_part() - the first part after a ';' in which a known body is told. */
bool told_last_part(const scan *s, uint32_t i, uint32_t end, duty *d);

/* past_colon() - "Các đơn vị sử dụng ngân sách: thực hiện": the token of the order after the
 * colon, and the last of `lead` as long as its words; `after` when there is none. */
uint32_t past_colon(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead);

/* told_registered() - is the first of these a body or group that a registry knows? */
bool told_registered(const actors *list);

/* told_addressee() - is the first of these one to whom the letter is written? */
bool told_addressee(const scan *s, const actors *lead);

/* order_told_before() - is the "giao", "đề nghị" at i, in a sentence that begins at `from`, a
 * noun, or an order given before ("đã giao")? order_quoted() - or one of another document? */
bool order_told_before(const scan *s, uint32_t i, uint32_t from);
bool order_quoted(const scan *s, uint32_t i, uint32_t from);

/* issued_before() - "UBND tỉnh ban hành Công văn số 12/UBND-TH yêu cầu các sở": does the clause before the
 * order at i, in a sentence that begins at `from`, tell of another document? */
bool issued_before(const scan *s, uint32_t i, uint32_t from);

/* received_before() - "Cục nhận được công văn số 12 của Công ty A đề nghị hướng dẫn": does the clause before
 * the order at i, in a sentence that begins at `from`, tell of what came? */
bool received_before(const scan *s, uint32_t i, uint32_t from);

/* order_given_by() - "Thủ tướng Chính phủ tại Công điện số 80/CĐ-TTg ngày 29/5/2025 yêu cầu các địa
 * phương": is the order at i somebody's in a paper that is named right before it? */
bool order_given_by(const scan *s, uint32_t i, uint32_t from);

/* quoted_within() - is the order at i of "..., trong đó giao Sở A" quoted? Not where the sentence
 * from token `from` on orders itself and names no document and nothing past. */
bool quoted_within(const scan *s, uint32_t i, uint32_t from);

/* ministry_before() - "Theo Công văn số 88/BTC, Bộ Tài chính yêu cầu": does a ministry end right
 * before token i, in a paper that no ministry wrote? known: only where it is known who wrote it. */
bool ministry_before(const scan *s, uint32_t i, bool known);

/* registered_before() - does a body that a registry knows end right before token i? */
bool registered_before(const scan *s, uint32_t i);

/* told_assign() - "giao X" at i, in a sentence that begins at `from`: the token after
 * the actors, who go to lead; i when the word assigns nothing. */
uint32_t told_assign(const scan *s, uint32_t i, uint32_t from, uint32_t end, actors *lead);

/* told_actor() - "X chủ trì", "X rà soát" at i: the token after the actors. */
uint32_t told_actor(const scan *s, uint32_t i, uint32_t end, actors *lead);

/* told_after_adverbial() - "Trên cơ sở ..., X rà soát": where X stands; fills d->lead
 * and d->act. `known`: only registered bodies count. `adverbial`: the sentence opens
 * with one; else only what plainly orders counts. i when there is none. */
uint32_t told_after_adverbial(const scan *s, uint32_t i, uint32_t end, bool known, bool adverbial,
                              duty *d);

/* told_request() - "đề nghị nghiên cứu" with nobody named: told are the letter's
 * addressees. Where it stands, or end. */
uint32_t told_request(const scan *s, uint32_t i, uint32_t end, duty *d);

/* told_behind_comma() - "giao Sở A soạn tài liệu, UBND xã B chuẩn bị phòng họp": does what stands
 * behind the comma at j, within d, tell another body, and is no member of a list? */
bool told_behind_comma(const scan *s, const duty *d, uint32_t j, uint32_t end, actors *room);

/* told_passed_on() - "Chuyển Sở X chủ trì, nghiên cứu" at i: handed on to a known body,
 * which is so told. True with d->lead and d->act filled. */
bool told_passed_on(const scan *s, uint32_t i, uint32_t end, duty *d);

/* told_begins() - does the order of `lead`, who end before token i, begin there, rather than a word by which they
 * are told apart ("kinh doanh", "có nhiệm vụ quá hạn")? */
bool told_begins(const scan *s, uint32_t i, uint32_t end, const actors *lead);

/* told_clause() - who is told, as the subject of the clause at i, of which `lead` was read up to `after`, up to its
 * order: the token of that, and all of them in `lead`; i when no order comes, and `lead` as it was. */
uint32_t told_clause(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead);

/* directs_list() - "chỉ đạo Công an cấp huyện, Công an các xã nắm": is the comma at j one of the list of those whom
 * the last verb of [i, j) directs? */
bool directs_list(const scan *s, uint32_t i, uint32_t j, uint32_t end);

/* joins_list() - "phối hợp với Sở A, Sở B báo cáo": is the comma at j one of the list of those who join? */
bool joins_list(const scan *s, uint32_t i, uint32_t j, uint32_t end);

/* told_find() - the first "giao X" of [i, end) where a clause may begin, or end. */
uint32_t told_find(const scan *s, uint32_t i, uint32_t end, bool in_duty, duty *d);

/* told_only_comes() - "Kính mời đại diện các sở dự buổi làm việc": who comes, no duty */
bool told_only_comes(const scan *s, uint32_t i, uint32_t after);

/* told_behind() - what may stand between those told at i, who end before `after`, and their order: an aside between
 * commas, what they still owe, one of many behind a colon (then `lead` is that). The token of the
 * order; `after` when none of it stands there. */
uint32_t told_behind(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead);

/* told_behind_time() - "Từ tuần này Phòng Kinh tế kẻ vạch": who is told behind the time with which a sentence
 * begins at token i, without a comma. The token of the order; i when nobody is. */
uint32_t told_behind_time(const scan *s, uint32_t i, uint32_t end, actors *lead);

#endif
