/*
 * told_clause.h - the walk over the subject of a clause, shared by the files that read it.
 */
#ifndef DONDOC_READING_TOLD_CLAUSE_H
#define DONDOC_READING_TOLD_CLAUSE_H

#include "reading/facts/told/told.h"

/* The walk, and who it named so far. */
typedef struct subject {
	const scan *s;
	uint32_t from, end; /* of the clause */
	uint32_t far; /* how far the walk goes at most: whoever asks at many places pays for each */
	actors *who;
	uint32_t things; /* behind a bracket that tells the last of them apart by things; 0: none */
	uint32_t order; /* 0: none yet */
} subject;

/* What ends a clause that tells the one before it apart, or an aside, and lets the order begin. A colon does so
 * always. */
enum {
	BY_STRONG = 1, /* a word that plainly begins one */
	BY_VERB = 2, /* a verb behind a noun */
	BY_REPORT = 4, /* of those only what says that something is sent */
	BY_COMMA = 8, /* an order behind a comma */
	LISTED = 16, /* the list may go on behind a comma */
};

/* subject_last() - the last of those who were named so far. */
static inline const actor *subject_last(const subject *w)
{
	return &w->who->p[w->who->n - 1];
}

/* subject_head() - a head of an actor at j: past how many they are and the word itself; j when none stands there. */
uint32_t subject_head(const scan *s, uint32_t j, uint32_t end);

/* subject_people() - the tokens of the word at i for people by what they are; 0 when it is none. */
uint32_t subject_people(const scan *s, uint32_t i);

/* which_serves() - "trực cổng số 2", "phụ trách": the tokens of a word at j that says what people are there for; 0. */
uint32_t which_serves(const scan *s, uint32_t j);

/* noun_behind() - "các tổ chức dịch vụ", "người hướng dẫn": does the word before j make a noun of the verb there? */
bool noun_behind(const scan *s, uint32_t j);

/* which_clause() - the order behind the clause or aside that opens at j, its first word `n` tokens, which ends as `by`
 * says: w->order, or none yet where the list goes on behind it; *ret_to: where what it says of the subject ends. False
 * when neither comes. */
bool which_clause(subject *w, uint32_t j, uint32_t n, unsigned by, uint32_t *ret_to);

/* which_apart() - the clause at j, if it opens one that tells the last of them apart: *ret_to as of which_clause().
 * 0: it opens none; -1: none that an order follows. */
int which_apart(subject *w, uint32_t j, uint32_t *ret_to);

/* which_opens() - may a clause that tells one apart begin with the word at j? */
bool which_opens(const scan *s, uint32_t j);

/* which_trade() - the tokens of the word at j if many work by it, rather than are told to do it ("khai thác"); 0. */
uint32_t which_trade(const scan *s, uint32_t j);

/* which_has_task() - "có nhiệm vụ quá hạn", "có nhiệm vụ lắp đặt biển báo phải hoàn thành" at j: do they only
 * have a task? */
bool which_has_task(const scan *s, uint32_t j, uint32_t end);

/* which_in_charge() - "Các cơ quan chủ trì gửi hồ sơ": the tokens of the word at j by which those of many are told apart
 * who are in charge, where another order follows at once; 0 when it is none. */
uint32_t which_in_charge(const scan *s, uint32_t j, const actor *of);

/* which_of_trade() - "Trưởng các khoa đào tạo, Giám đốc các trung tâm nộp": is the verb at j of the name, with nothing that
 * it is done to, before one more post? */
bool which_of_trade(const scan *s, uint32_t j, uint32_t end);

/* which_preverb() - the tokens of a word at j that changes nothing of who does what the verb behind it says ("cùng",
 * "chỉ"); 0 when it is none. */
uint32_t which_preverb(const scan *s, uint32_t j);

#endif
