/*
 * walk_priv.h - the state of the walk over the body, shared by its files:
 * assignments.c (the walk), heads.c (what governs), limits.c (until when), slots.c
 * (tasks set out in lines).
 */
#ifndef DONDOC_READING_WALK_PRIV_H
#define DONDOC_READING_WALK_PRIV_H

#include "reading/facts/duties/orders_priv.h"

/* Numbers of items by which a limit may name its duties: below this; 0 stands for all others. */
enum { ITEM_NUMBERS = 64 };

/* Duties without a limit, by the number of their topmost item; those that a limit of all
 * passes over, apart. One is asked once for each limit that may be its own, not for every
 * limit of the document. */
typedef struct waiting {
	VEC(uint32_t) of[ITEM_NUMBERS], standing[ITEM_NUMBERS];
	uint32_t sorted; /* assignments before it have been looked at */
} waiting;

typedef struct walk {
	scan *s;
	govern top;    /* governs blocks at the top of the body */
	govern *given; /* by block: what it hands to its numbered children */
	govern *going; /* ... and to the paragraphs that merely go on */
	duties found;
	waiting waiting; /* for a limit; limits.c */
	uint32_t slots_end; /* blocks before it were read as the slots of a plan's task */
	bool meeting;  /* an invitation or a programme: orders only in its preparation part */
} walk;

/* walk_tells() - does the document tell others what to do? A reply and a report quote
 * orders. */
bool walk_tells(const reading *r);

/* walk_add() - append the assignment that this duty is. */
void walk_add(walk *w, const duty *d, const govern *g);

/* walk_keep() - a copy of the list that lives as long as the reading. */
actors *walk_keep(walk *w, actors list);

/* govern_by() - from here on these are told. */
void govern_by(govern *g, const actors *lead, lead_source source);

bool block_ends_with(const scan *s, const block *b, uint16_t mark);

/* block_has_children() - is it a heading by its shape? */
bool block_has_children(const scan *s, const block *b);

/* topic_at() - do the words at token i begin a heading under which nothing is ordered? */
bool topic_at(const scan *s, uint32_t i);

/* topic_mute() - "Thành phần", "Mục tiêu, quan điểm", "Kết quả": a topic, no actor. */
bool topic_mute(const scan *s, const block *b);

/* topic_aims() - "Mục đích", "Quan điểm": a topic under which not even who is named with a verb is told. */
bool topic_aims(const scan *s, const block *b);

/* topic_tells_results() - "I. ĐÁNH GIÁ CHUNG", "2. Một số kết quả nổi bật": below it stands what was
 * done, and by whom. */
bool topic_tells_results(const scan *s, const block *b);

/* topic_heads_body() - "4. Điểm đấu nối: Các nhà đầu tư hạ tầng", over a list: a topic, then who is
 * told what stands below. True when it is; g is then what governs. */
bool topic_heads_body(walk *w, const block *b, uint32_t end, govern *g);

/* block_last_sentence() - the token at which the block's last sentence begins. */
uint32_t block_last_sentence(const scan *s, const block *b);

/* block_spells_out() - does it end "bao gồm:", so that what follows only details it? */
bool block_spells_out(const scan *s, const block *b);

/* head_opens() - may block b be one that opens orders: does it end with ':', or with "kết luận mấy việc
 * dưới đây."? */
bool head_opens(const scan *s, const block *b);

/* head_tells_below() - "Thời gian thực hiện cụ thể như sau:": does the sentence [i, end) only say that what
 * matters stands below? Who is named there with a verb is told (g->announced); bare verbs may be what whoever
 * writes does. Below "Kết quả kiểm tra như sau:" stands what was done: nobody is told, unless orders were
 * given before. */
bool head_tells_below(const scan *s, uint32_t i, uint32_t end, govern *g);

/* head_opening() - a block that ends with ':' and orders nothing itself. True when it
 * is one; g is then what governs after it. g->details set with false returned: it gives
 * the duty itself and what follows spells it out. */
bool head_opening(walk *w, const block *b, govern *g);

/* heads_leader() - "2. Nhóm nhiệm vụ về xây dựng (giao Sở Xây dựng thực hiện)": a heading, up to token
 * end, that ends with who leads what stands below it. True when it does; g is then what governs. */
bool heads_leader(walk *w, const block *b, uint32_t end, govern *g);

/* article_at() - past "Điều 2." at token i; i when it does not stand there. */
uint32_t article_at(const scan *s, uint32_t i);

/* block_has_children() - does what stands below the block in the tree of lists belong to the same zone? */
bool block_has_children(const scan *s, const block *b);

/* over_items() - does a list begin right below the block? */
bool over_items(const scan *s, const block *b);

/* heads_title() - is the line b, with those named in it before token `after`, a title ("7. Về công tác quy hoạch"),
 * which hands on what governs it? Not an order that a page broke ("4. Bộ A rà soát", and a paragraph). */
bool heads_title(const scan *s, const block *b, uint32_t after, uint32_t end);

/* heads_which() - do the words [after, end) of a heading with a colon only say which of those named before they are ("Các
 * trường có bếp ăn:"), or "có nhiệm vụ sau"? Then they belong to the last of `lead`. */
bool heads_which(const scan *s, const block *b, uint32_t after, uint32_t end, actors *lead);

/* heads_spelt_below() - "2. Trưởng các khóm hướng dẫn nhân dân treo cờ như sau:", the order at token `after`: may it be the
 * duty itself, which what stands below spells out? */
bool heads_spelt_below(const scan *s, const block *b, uint32_t after);

/* heads_people() - "2. Các sinh viên thực hiện đề tài:": the token behind people by what they are, at i in a heading whose
 * colon stands at `end`; i when it begins otherwise. */
uint32_t heads_people(const scan *s, uint32_t i, uint32_t end, actors *lead);

/* head_heading() - a short block that only names a body or a topic. */
bool head_heading(walk *w, const block *b, govern *g);

/* list_named() - "các nhiệm vụ sau" at token i: how many tokens; 0: it does not stand there. */
uint32_t list_named(const scan *s, uint32_t i);

/* has_no_end() - does it go on for ever, or forbid? A limit of all that stands above is not meant for it. */
static inline bool has_no_end(const assignment *a)
{
	return a->nature == NATURE_STANDING || a->nature == NATURE_PROHIBITION;
}

/* limit_items() - the numbers after "mục", "khoản", "nội dung", as bits 1..63; 0: none. */
uint64_t limit_items(const scan *s, const block *b);

/* limit_heads_items() - "7. Các nhiệm vụ tại khoản 3 ... hoàn thành trước ngày": does the paragraph,
 * numbered or not, begin with what stands under other items? */
bool limit_heads_items(const scan *s, const block *b);

/* limit_spread() - give date number `limit` to the duties under the items that b names,
 * unless they have a limit of their own. False when it names none. Linear over all calls:
 * a duty is given one limit so, and looked at no more. */
bool limit_spread(walk *w, const block *b, uint32_t limit);

/* limit_governs() - does a paragraph only give others their limit: the items that it names, or
 * the list below it ("Các nhiệm vụ sau phải hoàn thành trước ngày 25/9:")? Then they have it, and
 * the token after what says so is returned; b->tok when it gives none. */
uint32_t limit_governs(walk *w, const block *b, const govern *g);

/* limit_attach() - a paragraph without a duty but with a limit: "Báo cáo gửi về ... trước
 * ngày". The limit goes to the items it names, else to the duty before it; where there
 * is none, it makes one. */
bool limit_attach(walk *w, const block *b, const govern *g);

/* is_formula() - is the duty d of block b only closing words: what whoever writes makes known, to whom to turn,
 * words of the stock? Numbered items never are. */
bool is_formula(const scan *s, const block *b, const duty *d);

/* limit_of_last() - "Các đơn vị khẩn trương thực hiện và gửi về Sở trước ngày 30/12.": does the duty d of a
 * paragraph without a number say nothing but until when the one before it, which has no limit, is due? Then
 * that has it. */
bool limit_of_last(walk *w, const block *b, const duty *d);

/* limit_alone() - "Hoàn thành trước ngày 15/6.", "(Xong trong tháng 6)" as a line of its own: the
 * limit of the duty before it. False when b says anything else. */
bool limit_alone(walk *w, const block *b, const govern *g);

/* slots_read() - a task of a plan set out in lines: what, "Cơ quan chủ trì: X", "Cơ quan
 * phối hợp: Y", "Thời gian hoàn thành: Z", under the heading k. True when block k heads
 * such lines; its duty is made and w->slots_end stands after them. */
bool slots_read(walk *w, uint32_t k);

/* The rule of an assignment that a table gave; compared by address. */
extern const char table_rule[];

/* table_duties() - append the duties of the table whose first block is k, in the order
 * of its rows. above: what governs the place where it stands; may be NULL. Returns the
 * first block after the table. Linear in its words. */
uint32_t table_duties(scan *s, uint32_t k, const govern *above);

#endif
