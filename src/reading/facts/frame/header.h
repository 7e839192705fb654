/*
 * header.h - steps of header_find() and small things other frame passes ask it.
 */
#ifndef DONDOC_READING_HEADER_H
#define DONDOC_READING_HEADER_H

#include "reading/facts/frame/blocks.h"
#include "reading/facts/text/phrase.h"

/* header_find() - the pass: kind, number, issued, issuer, title, marks, addressees.
 * signature_find() - the pass: signature, recipients, archive. Linear. */
void header_find(scan *s);
void signature_find(scan *s);

/* header_end() - index of the first block that is not of the top of the letter. O(blocks). */
uint32_t header_end(const scan *s);

/* header_number() - is there the document's number at token i? Fills r->number and
 * returns the token after it; i when there is none. */
uint32_t header_number(scan *s, uint32_t i, uint32_t end);

/* header_take_number(), header_take_day() - the document's own number is y, written in [i, end); it was issued
 * on d, written from token i on: blank or in part as far as d is. */
void header_take_number(scan *s, const symbol *y, uint32_t i, uint32_t end);
void header_take_day(scan *s, uint32_t i, const ymd *d);

/* header_issued() - is [i, end) the line with place and date? Fills r->issued and
 * returns true. A date inside a sentence is none. */
bool header_issued(scan *s, uint32_t i, uint32_t end);

/* header_town() - where the place begins that stands before the comma of the date at token `day`, at i or
 * behind it.
 * header_torn() - the day of issue among blocks [0, top), as far as a scan left it. Linear in them. */
uint32_t header_town(const scan *s, uint32_t i, uint32_t day);
void header_torn(scan *s, uint32_t top);

/* subject_at() - where the subject begins behind "V/v", "Về việc", the first words of [i, end); end when
 * other words are first. */
uint32_t subject_at(const scan *s, uint32_t i, uint32_t end);

/* addressed_at() - the token in [i, end) at which "Kính gửi:" stands, behind whatever a scan saw before it; end when
 * it does not. */
uint32_t addressed_at(const scan *s, uint32_t i, uint32_t end);

/* header_title() - the subject is [i, end), unless one was found before. */
void header_title(scan *s, uint32_t i, uint32_t end);

/* header_page() - number, date, issuer and kind of a paper that a page of the web tells of in its first
 * line. Bounded. */
void header_page(scan *s);

/* header_field() - does block k begin with one of `names`, fields of a page ("Người ký:")? *ret_from and *ret_end:
 * what stands in it, behind its name or in the block below. */
bool header_field(const scan *s, uint32_t k, const saying_table *names, uint32_t *ret_from,
                  uint32_t *ret_end);

/* header_kind() - the kind of a paper that no line for it names; number, title and addressees are known.
 * Linear. */
void header_kind(scan *s, uint32_t top);

/* header_issuer() - the issuing body from the capital lines among blocks [0, top). */
void header_issuer(scan *s, uint32_t top);

/* header_told() - the issuer of a paper without a letterhead, told in the blocks from `top` on.
 * Linear in the first few of them. */
void header_told(scan *s, uint32_t top);

/* issuer_opens() - does the name of a body begin at token i? */
bool issuer_opens(const scan *s, uint32_t i);

/* issuer_resolve() - the registry's name for the whole of `text`, if it has one.
 * issuer_take() - the words [i, end) name who issues the document. */
void issuer_resolve(scan *s, slice text, actor *who);
void issuer_take(scan *s, uint32_t i, uint32_t end);

/* header_boilerplate() - quốc hiệu, tiêu ngữ and what stands with them? */
bool header_boilerplate(const scan *s, const block *b);

/* header_mark() - is the line a mark of urgency or secrecy and nothing else? ret_u and
 * ret_x are set when it is one of theirs. */
bool header_mark(const scan *s, const block *b, urgency *ret_u, secrecy *ret_x);

/* signs_at() - does a line of a signature begin at token i: an authority or a post? */
bool signs_at(const scan *s, uint32_t i);

/* signs_small() - is block k a post or an authority in small letters ("Phó Giám đốc"), with the name or
 * "(đã ký)" under it? */
bool signs_small(const scan *s, uint32_t k);

/* signer_at() - tokens of the name that begins at i: two or more words, each with a capital and
 * not all in capitals, up to `end`. 0 when there is none. */
uint32_t signer_at(const scan *s, uint32_t i, uint32_t end);

/* signature_field() - who signed by a field above the text ("Người ký văn bản:"), if one says so. */
void signature_field(scan *s);

/* second_cut() - where another document begins behind this one (a scan of both, a letter that is
 * passed on), the text ends for all passes: its recipients, limits and signature are none
 * of ours. Fills r->other and r->others. What a document itself carries (annexes, forms, a regulation that it
 * puts in force) has no filled number of its own beside the name of the State. Linear. */
void second_cut(scan *s);

/* kind_at() - the kind of document named at token i; KIND_NONE when none. */
doc_kind kind_at(const scan *s, uint32_t i, uint32_t *ret_ntok);

/* kind_of_symbol() - "GM-UBND" says giấy mời; KIND_NONE when the symbol says nothing. */
doc_kind kind_of_symbol(slice y);

/* part_next() - cut the next item off a line that holds several ("- A; - B"): false
 * when nothing is left. *i moves on; ret_end excludes the closing mark. */
bool part_next(const scan *s, uint32_t *i, uint32_t end, uint32_t *ret_from, uint32_t *ret_end);

#endif
