/*
 * orders_priv.h - the steps of reading orders: sentences, duties, details.
 *
 *   assignments.c   walks the blocks: who governs here, what is a heading, what
 *                   is mute (agenda, narrative), what is final boilerplate
 *   heads.c         openings and headings: what they hand to what follows
 *   limits.c        paragraphs that only say until when
 *   slots.c         a task of a plan set out in lines: who, with whom, until when
 *   table_duties.c  the duties of a table's rows
 *   duty.c          one block: its sentences, where a duty begins, whose it is
 *   duty_parts.c    what a sentence holds besides its first duty
 *   bare.c          items that order without naming anybody
 *   lead_in.c       what stands before the order: when, on what ground, on which topic
 *   details.c       one duty: limit, deliverables, receivers, nature, follow-up
 */
#ifndef DONDOC_READING_ORDERS_PRIV_H
#define DONDOC_READING_ORDERS_PRIV_H

#include "reading/facts/told/told.h"

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

/* details_fill() - turn a duty into an assignment with all that its words say. */
void details_fill(scan *s, const duty *d, const govern *g, assignment *a);

/* told_may() - may the sentence at i tell somebody it names, under g, though no opening said that orders
 * follow: an item, or what stands below an announcement? told_barely() - and do the body there and the verb
 * at k order by themselves? */
bool told_may(const scan *s, uint32_t i, const govern *g);
bool told_barely(const scan *s, uint32_t i, uint32_t k, uint32_t end, const govern *g,
                 const actors *lead);

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

/* order_empty() - "thực hiện", "tổ chức thực hiện" and nothing else in [i, end)? */
bool order_empty(const scan *s, uint32_t i, uint32_t end);

/* order_names_when() - "Thời hạn nộp thuế ...": a sentence about a time; it orders nothing by
 * itself. */
bool order_names_when(const scan *s, uint32_t i);

/* order_unknown() - in the list of who is told: does an item begin at i with a word of which
 * only so much is known that it is no noun of the genre ("Phát lệnh gọi nhập ngũ")? */
bool order_unknown(const scan *s, uint32_t i, uint32_t end);

/* order_states() - "Báo cáo định kỳ được lập theo mẫu": what looks like a verb at i is the thing
 * of which the sentence speaks. */
bool order_states(const scan *s, uint32_t i, uint32_t end);

/* told_until() - do the body at i and the verb at k order by themselves, because the sentence says until when? */
bool told_until(const scan *s, uint32_t i, uint32_t k, uint32_t end, const actors *lead);

/* told_at_end() - "- Trang trí hội trường: Đoàn Thanh niên.": is the item [i, end), under g, what is to be done
 * and, behind its colon, nothing but who does it? True with *d filled. */
bool told_at_end(const scan *s, uint32_t i, uint32_t end, const govern *g, duty *d);

/* told_past_step() - past "Bước 1:" with which an item begins at i; i when it does not. */
uint32_t told_past_step(const scan *s, uint32_t i);

/* speaks_of_itself() - "Chỉ thị này có hiệu lực ...": a sentence at i about the document. */
bool speaks_of_itself(const scan *s, uint32_t i);

/* is_boilerplate() - are [i, end) only "nghiêm túc triển khai thực hiện", attendance
 * formulas, thanks: words that order nothing of their own? */
bool is_boilerplate(const scan *s, uint32_t i, uint32_t end);

#endif
