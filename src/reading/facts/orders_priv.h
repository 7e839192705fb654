/*
 * orders_priv.h - the steps of reading orders: sentences, duties, details.
 *
 *   assignments.c  walks the blocks: who governs here, what is a heading, what
 *                  is mute (agenda, narrative), what is final boilerplate
 *   heads.c        openings and headings: what they hand to what follows
 *   limits.c       paragraphs that only say until when
 *   slots.c        a task of a plan set out in lines: who, with whom, until when
 *   duty.c         one block: its sentences, where a duty begins, whose it is
 *   duty_parts.c   what a sentence holds besides its first duty
 *   order.c        what a word may begin: an order, a report, a prohibition
 *   told.c         who is told, and where the telling begins
 *   told_clause.c  who is told as the subject of a clause, up to its order
 *   told_which.c   the clauses that tell those who are told apart from others
 *   told_behind.c  what stands between who is told and the order
 *   told_side.c    who is reminded, who joins by a bracket or the next clause
 *   told_again.c   a body named again by its first word alone
 *   told_quoted.c  orders that are only told of: past, or of another document
 *   told_place.c   the same at unusual places: a colon, a condition, a topic
 *   lead_in.c      what stands before the order: when, on what ground, on which topic
 *   coordination.c one duty: lead and joining bodies, where its action begins
 *   details.c      one duty: limit, deliverables, receivers, nature, follow-up
 */
#ifndef DONDOC_READING_ORDERS_PRIV_H
#define DONDOC_READING_ORDERS_PRIV_H

#include "reading/facts/actors_priv.h"
#include "reading/facts/blocks.h"

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

/* duty_block() - the duties of the tokens [b->tok, end) of one block, appended to
 * out. */
void duty_block(const scan *s, const block *b, uint32_t end, const govern *g, duties *out);

/* head_announces() - does the sentence [i, end) open orders without naming anybody ("có ý kiến
 * chỉ đạo như sau:")? */
bool head_announces(const scan *s, uint32_t i, uint32_t end);

/* opening_colon() - "Sở Y tế thông báo như sau: Các bệnh viện rà soát ...": the colon of an
 * opening that has its orders behind it in the same sentence [i, stop); stop when there is
 * none. */
uint32_t opening_colon(const scan *s, uint32_t i, uint32_t stop);

/* coordination_read() - from token i after the actor: skip "chủ trì, phối hợp với
 * X, Y", "có trách nhiệm", "căn cứ ..."; joining bodies into d->with; returns where the
 * action begins (never past end). */
uint32_t coordination_read(const scan *s, uint32_t i, uint32_t end, duty *d);

/* coordination_within() - who joins by a word inside the action, tokens [i, end): "rà soát cùng Sở Y
 * tế", "(phối hợp với Công an tỉnh)", "có sự phối hợp của ...". The first list is appended to with. */
void coordination_within(const scan *s, uint32_t i, uint32_t end, actors *with);

/* details_fill() - turn a duty into an assignment with all that its words say. */
void details_fill(scan *s, const duty *d, const govern *g, assignment *a);

/* told_may() - may the sentence at i tell somebody it names, under g, though no opening said that orders
 * follow: an item, or what stands below an announcement? told_barely() - and do the body there and the verb
 * at k order by themselves? */
bool told_may(const scan *s, uint32_t i, const govern *g);
bool told_barely(const scan *s, uint32_t i, uint32_t k, uint32_t end, const govern *g,
                 const actors *lead);

/* told_prepares() - in a letter that calls a meeting: does the item at i tell one to whom it is
 * written (`lead`, its verb at k) what to make ready? */
bool told_prepares(const scan *s, uint32_t i, uint32_t k, uint32_t end, const actors *lead);

/* order_behind() - the order behind a topic or an adverbial at i, under who is told anyway
 * (g); i when there is none. */
uint32_t order_behind(const govern *g, const scan *s, uint32_t i, uint32_t end);

/* order_dated() - "Trước ngày 20/5, các xã gửi", "Ngay trong tháng 5, yêu cầu": does a date
 * begin the sentence at i, and a comma end it? */
bool order_dated(const scan *s, uint32_t i);

/* order_beside() - "Liên quan đến kinh phí, Sở A xem xét", "Ngoài các nhiệm vụ trên, Sở B": does a
 * sentence at i open so, before it tells somebody? */
bool order_beside(const scan *s, uint32_t i);

/* order_of_other() - "Đối với nội dung ... thì phối hợp": another object, the same body. The
 * token of the order; i when it does not stand there. */
uint32_t order_of_other(const scan *s, uint32_t i, uint32_t end);

/* order_agrees() - "Thống nhất về chủ trương đầu tư", "Thống nhất danh mục 07 dự án", "Cho phép UBND
 * xã gia hạn": what was agreed, where nobody is told. */
bool order_agrees(const scan *s, uint32_t i);

/* paragraph_looks_back() - does the paragraph of token i begin with the time that went by
 * ("Thời gian qua, ...", "Từ đầu năm ...")? What it tells of bodies was done. */
bool paragraph_looks_back(const scan *s, uint32_t i);

/* order_empty() - "thực hiện", "tổ chức thực hiện" and nothing else in [i, end)? */
bool order_empty(const scan *s, uint32_t i, uint32_t end);

/* order_only_until() - ", hoàn thành trước ngày 15/6" and nothing else up to a bracket's or
 * sentence's end: the token after the date; i when anything else stands there. */
uint32_t order_only_until(const scan *s, uint32_t i, uint32_t end);

/* order_names_when() - "Thời hạn nộp thuế ...": a sentence about a time; it orders nothing by
 * itself. */
bool order_names_when(const scan *s, uint32_t i);

/* order_noun() - "Báo cáo sơ kết vụ Đông đề nghị các địa phương gửi về Bộ": what looks like a verb at
 * i is what somebody is told to send. */
bool order_noun(const scan *s, uint32_t i, uint32_t end);

/* order_unknown() - in the list of who is told: does an item begin at i with a word of which
 * only so much is known that it is no noun of the genre ("Phát lệnh gọi nhập ngũ")? */
bool order_unknown(const scan *s, uint32_t i, uint32_t end);

/* order_states() - "Báo cáo định kỳ được lập theo mẫu": what looks like a verb at i is the thing
 * of which the sentence speaks. */
bool order_states(const scan *s, uint32_t i, uint32_t end);

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

/* sentence_end() - the token after the sentence that begins at i (after its full
 * stop), at most end. */
uint32_t sentence_end(const scan *s, uint32_t i, uint32_t end);

/* order_word() - may an order's predicate begin with token i, after its actor? */
bool order_word(const scan *s, uint32_t i, uint32_t end);

/* order_begins() - does a bare imperative begin at i: verb, adverb or "chủ trì"? */
bool order_begins(const scan *s, uint32_t i, uint32_t end);

/* order_plain() - a word that begins an order even after a relative clause. */
bool order_plain(const scan *s, uint32_t i);

/* order_prohibits() - a sentence that forbids: "Không quy hoạch", "Nghiêm cấm". */
bool order_prohibits(const scan *s, uint32_t i);

/* order_oversees() - "theo dõi, đôn đốc": oversight of others' carrying-out. */
bool order_oversees(const scan *s, uint32_t i, uint32_t end);

/* order_reports() - a sentence that only says when or to whom the duty before it is due. */
bool order_reports(const scan *s, uint32_t i);

/* order_carries_out() - is the numbered document at or near the verb at i what the sentence
 * carries out? */
bool order_carries_out(const scan *s, uint32_t i, uint32_t end);

/* order_speaks() - verbs of what is said at the meeting itself. */
bool order_speaks(const scan *s, uint32_t i);

/* order_skip_mark() - past "(1)", "a)", "ii)" at i, which counts the parts of a sentence; i
 * when none stands there. */
uint32_t order_skip_mark(const scan *s, uint32_t i);

/* order_skip_connective() - past "Đồng thời,", "Ngoài ra," and marks that open a
 * sentence. */
uint32_t order_skip_connective(const scan *s, uint32_t i, uint32_t end);

/* item_opens() - does a numbered or bulleted block begin at token i? */
static inline bool item_opens(const scan *s, uint32_t i)
{
	return (scan_tok(s, i)->flags & TF_ITEM) != 0;
}

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

/* told_until() - do the body at i and the verb at k order by themselves, because the sentence says until when? */
bool told_until(const scan *s, uint32_t i, uint32_t k, uint32_t end, const actors *lead);

/* told_at_end() - "- Trang trí hội trường: Đoàn Thanh niên.": is the item [i, end), under g, what is to be done
 * and, behind its colon, nothing but who does it? True with *d filled. */
bool told_at_end(const scan *s, uint32_t i, uint32_t end, const govern *g, duty *d);

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

/* told_past_step() - past "Bước 1:" with which an item begins at i; i when it does not. */
uint32_t told_past_step(const scan *s, uint32_t i);

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

/* speaks_of_itself() - "Chỉ thị này có hiệu lực ...": a sentence at i about the document. */
bool speaks_of_itself(const scan *s, uint32_t i);

/* is_boilerplate() - are [i, end) only "nghiêm túc triển khai thực hiện", attendance
 * formulas, thanks: words that order nothing of their own? */
bool is_boilerplate(const scan *s, uint32_t i, uint32_t end);

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
