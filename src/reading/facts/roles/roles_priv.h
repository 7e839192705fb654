/*
 * roles_priv.h - what the two halves of the role pass hand to each other.
 */
#ifndef DONDOC_READING_ROLES_PRIV_H
#define DONDOC_READING_ROLES_PRIV_H

#include "reading/facts/frame/blocks.h"
#include "reading/facts/roles/roles.h"

/* One date and what surrounds it. */
typedef struct setting {
	const scan *s;
	const block *b;       /* its paragraph; NULL outside all */
	uint32_t from, to;    /* tokens of its sentence (bounded) */
	uint32_t tok, end;    /* tokens of the date */
	uint32_t date;        /* its index */
	bool bracket;  /* a '(' stands before the date and near it: most have none */
	bool labelled; /* its column, or the words before a colon, say "thời gian hoàn thành" */
} setting;

/* word_between() - does word w stand among tokens [i, j)? Bounded by the sentence. */
bool word_between(const scan *s, uint32_t i, uint32_t j, uint16_t w);

/* pair_between() - do the words w1 w2 stand together among tokens [i, j)? */
bool pair_between(const scan *s, uint32_t i, uint32_t j, uint16_t w1, uint16_t w2);

/* cue_between() - is there a cue of class `cls` that begins among tokens [i, j)? O(log). */
bool cue_between(const scan *s, uint32_t i, uint32_t j, enum cue cls);

/* limit_told() - is the date's limit only told of: "UBND tỉnh đã giao … trước ngày …";
 * "trước ngày …, nhưng đến nay chưa"? */
bool limit_told(const setting *at);

/* limit_causes() - does the date stand in what moves the letter ("nhận được Công văn ...",
 * "Theo Quy chế ..., các bộ ..."), before anybody is told? */
bool limit_causes(const setting *at);

/* roles_writer.c, of whoever writes: limit_for_writer() - "gửi ... trước ngày 10 để tổng hợp báo cáo ... trước ngày 15":
 * the day that whoever gathers must keep in turn? limit_orders_writer() - an order to the writer, which is quoted?
 * limit_writer_must() - "Sở A phải báo cáo trước ngày" in its own letter? limit_other_receives() - does another
 * body receive, right before token i? */
bool limit_for_writer(const setting *at);
bool limit_orders_writer(const setting *at);
bool limit_writer_must(const setting *at);
bool limit_other_receives(const scan *s, uint32_t i);

/* roles_thing.c: limit_of_thing() - is the day that of a thing that is spoken of, or of a case that
 * is put: "dự án được phê duyệt trước ngày", "Nếu đến ngày 30/6 chưa giải ngân thì"? limit_lasts() -
 * how long something goes on ("nhiệm kỳ đến hết ngày")? limit_of_figures() - until when figures
 * are counted ("kết quả giải ngân đến hết ngày")? */
bool limit_of_thing(const setting *at);
bool limit_lasts(const setting *at);
bool limit_of_figures(const setting *at);

/* limit_ruled() - roles_ruled.c: does a law, a contract or a ministry's decision have the limit, whoever
 * it may bind? */
bool limit_ruled(const setting *at);

/* limit_central() - does a paper of the Government or a ministry, cited by its number, begin at token i? */
bool limit_central(const scan *s, uint32_t i);

/* limit_wished() - roles_wished.c: does somebody wish or vow it who cannot order? */
bool limit_wished(const setting *at);

/* limit_of_validity() - "có hiệu lực đến hết ngày", "áp dụng từ": how long something holds. */
bool limit_of_validity(const setting *at);

/* limit_expected() - "dự kiến … trước ngày": a plan of whoever writes, or a forecast. */
bool limit_expected(const setting *at);

/* limit_spoken_of() - "thời hạn", "hạn nộp" in the clause before the date? */
bool limit_spoken_of(const setting *at);

/* limit_relative() - roles_count.c: is counted time a limit? Binds d where a column says so. */
bool limit_relative(const setting *at, datex *d);

/* limit_year() - roles_year.c: is a year a limit? May settle its bound. */
bool limit_year(const setting *at, datex *d);

/* limit_period() - roles_period.c: is a stretch of days a limit? Settles its bound where the context gives
 * one. limit_tells_period() - "tình hình trong quý I": only the time of a noun? limit_event() - the first of
 * tokens [i, j) at which an event is named that takes place; j when none is. */
bool limit_period(const setting *at, datex *d);
bool limit_tells_period(const setting *at, const datex *d);
uint32_t limit_event(const scan *s, uint32_t i, uint32_t j);

/* limit_takes_in() - "nhận hồ sơ", "tiếp nhận", "thu học phí": is something taken in at token i, which others hand in? */
bool limit_takes_in(const scan *s, uint32_t i);

/* roles_course.c: limit_takes_course() - is it told how a work, or the weather, goes on until the date, whose clause begins
 * at token `clause`? limit_is_thing() - does what is built or paid for head the words at token i: "dự án", "gói thầu"? */
bool limit_takes_course(const setting *at, uint32_t clause);
bool limit_is_thing(const scan *s, uint32_t i);

/* limit_beside() - "Đợt 1 từ ngày 25/8 đến ngày 10/9; đợt 2 từ ngày 15/9 đến ngày 30/9", "của cấp xã là ngày 10/6 và cấp
 * tỉnh là ngày 20/6": is d, behind a label at most, beside a limit of its form? */
bool limit_beside(const setting *at, const datex *d);

/* heads_order() - "- Từ ngày 01/6 đến ngày 10/6: Các xã rà soát", "- Tháng 6: Sở A thẩm định": does the time begin its
 * paragraph, and what is to be done then stand behind its colon? */
bool heads_order(const setting *at);

/* limit_moves() - does the sentence before the date give more time ("gia hạn", "lùi thời hạn")? */
bool limit_moves(const setting *at);

/* limit_moved() - is d until when more time is given: "gia hạn … từ ngày 30/5 đến ngày 15/6"? Then d
 * is that day alone. */
bool limit_moved(const setting *at, datex *d);

/* limit_paper_orders() - does the paper tell others what to do, or the heading above the date's
 * paragraph ("Sở giao các đơn vị trực thuộc:")? */
bool limit_paper_orders(const setting *at);

/* limit_paper_announces() - limit_paper_orders(), or a notice, or a text without its head: which tells by its
 * sentences alone when something is to be done. No report, reply or invitation. */
bool limit_paper_announces(const setting *at);

/* limit_time_to_act() - roles_period.c: does "thời gian" stand among tokens [i, j) with what is to be done then
 * ("thời gian treo cờ", "thời gian tiến hành"), and not with what takes place ("thời gian thi")? */
bool limit_time_to_act(const scan *s, uint32_t i, uint32_t j);

/* limit_time_of_event() - roles_thing.c: does "thời gian thi", "thời gian nghỉ" begin at token i? */
bool limit_time_of_event(const scan *s, uint32_t i);

/* limit_passive() - "phải được cấp trước ngày": a condition. */
bool limit_passive(const setting *at);

/* limit_is_done() - "Giá điện được điều chỉnh 6 tháng một lần": is something done, and nobody told to do it? */
bool limit_is_done(const setting *at);

/* limit_named() - "thời hạn", "gia hạn", "hạn nộp" among tokens [i, j), but no "hạn chế". */
bool limit_named(const scan *s, uint32_t i, uint32_t j);

/* limit_tells() - "Trong ngày 22/5, UBND các xã rà soát": is somebody told right behind the comma
 * after the date? */
bool limit_tells(const setting *at);

/* limit_does_behind() - "Trong ngày 20/5, Sở Xây dựng dỡ bỏ 03 lều quán": somebody right behind the comma, and
 * what is to be done then, whatever it is called. limit_acts_at() - may such words begin at token i?
 * limit_does() - is there a verb, or a plain word of doing, among tokens [i, j)? */
bool limit_does_behind(const setting *at);
bool limit_acts_at(const scan *s, uint32_t i);
bool limit_does(const scan *s, uint32_t i, uint32_t j);

/* limit_ends_clause() - does the clause end behind the date? */
bool limit_ends_clause(const setting *at);

/* limit_receiver() - "báo cáo UBND tỉnh": is somebody reported to right before token i? */
bool limit_receiver(const scan *s, uint32_t i);

/* limit_closes_figures() - "tính đến", "lũy kế đến", "số liệu đến": when figures close. */
bool limit_closes_figures(const setting *at, const datex *d);

/* limit_recurs() - roles_recurring.c: must somebody keep what comes again? */
bool limit_recurs(const setting *at, const datex *d);

/* limit_aimed() - "phấn đấu đến ngày 31/12/2026 giải ngân 100%": a target day. */
bool limit_aimed(const setting *at, const datex *d);

/* limit_by_context() - no bound word of its own, but the clause or the column gives one,
 * which d then has. */
bool limit_by_context(const setting *at, datex *d);

/* tokens_back() - n tokens before tok, not before from. */
uint32_t tokens_back(uint32_t tok, uint32_t n, uint32_t from);

/* limit_is() - must somebody keep d? May settle d's bound and inclusiveness when
 * only the context tells them ("Thời hạn: ngày 25/5"). */
bool limit_is(const setting *at, datex *d);

#endif
