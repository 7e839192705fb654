/*
 * order.h - what a word may begin: an order, a report, a prohibition; and where a sentence ends.
 */
#ifndef DONDOC_READING_ORDER_H
#define DONDOC_READING_ORDER_H

#include "reading/facts/text/scan.h"

/* cue_at() - the longest cue phrase at token i, and its tokens; CUE_NONE and 0 when
 * none begins there. O(1): lexicon_match() noted it. */
static inline enum cue cue_at(const scan *s, uint32_t i, uint32_t *ret_ntok)
{
	const token *t = scan_tok(s, i);

	if (ret_ntok != NULL)
		*ret_ntok = t->cue_len;
	return (enum cue)t->cue;
}

/* doing_at() - does a plain word of doing begin at i ("vá", "soạn", "dọn kho")? It orders only where
 * an order is expected, and ends a name. */
static inline bool doing_at(const scan *s, uint32_t i)
{
	return (scan_tok(s, i)->flags & TF_DOING) != 0;
}

/* cue_orders() - does a cue of this kind begin what is ordered: a verb, an adverb, "chủ trì"? */
bool cue_orders(enum cue c);

/* name_joiner() - "UBND xã Mường Bú cùng Sở Tư pháp": does who joins stand at j, behind "cùng"? */
bool name_joiner(const scan *s, uint32_t j);

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

#endif
