/*
 * event_words.h - a line of the log as people read it; events.def holds the words.
 *
 * A word that has none there is never shown in English.
 */
#ifndef DONDOC_REGISTER_EVENT_WORDS_H
#define DONDOC_REGISTER_EVENT_WORDS_H

#include "base/arena.h"

/* event_wording() - what was done, said alone: "Đề nghị gia hạn". Static. */
slice event_wording(slice verb);

/* event_sentence() - what was done to what: "đặt lại mật khẩu của tài khoản". On `a`. */
slice event_sentence(arena *a, slice verb, slice noun);

#endif
