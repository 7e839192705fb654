/*
 * rule_words.h - when a report falls due again, as an office writes it: "hằng tháng, ngày 15".
 */
#ifndef DONDOC_REGISTER_RULE_WORDS_H
#define DONDOC_REGISTER_RULE_WORDS_H

#include "base/arena.h"

/* rule_of() - the rule (CONTRACTS §2: "R:monthly:15") that these words are, with marks or
 * without, on `a`; what is none comes back as it is. Linear. */
slice rule_of(arena *a, slice words);

/* rule_said() - the words of a rule, on `a`, where rule_of() reads them as that rule again; else
 * the rule itself. */
slice rule_said(arena *a, slice rule);

#endif
