/*
 * forms.h - the fields of a noun as a form, and a form as fields.
 */
#ifndef DONDOC_WEB_PAGES_FORMS_H
#define DONDOC_WEB_PAGES_FORMS_H

#include "register/hand/hand.h"
#include "web/pages/show_hand.h"

/* forms_noun() - which noun the word of an address is, among those that `right` may change;
 * HAND_COUNT for none. forms_word() - the other way. */
enum hand forms_noun(slice word, unsigned right);
slice forms_word(enum hand h);

/* forms_heading() - what stands above an empty form, or above one of what is there already. */
slice forms_heading(enum hand h, bool fresh);

/* forms_take() - what the form sent, as fields: every field of the noun that the form has. */
void forms_take(visit *p, enum hand h, hand_fields *ret);

/* forms_fill() - a form with these values. Rows have some blank lines after them. */
MUST_CHECK rc forms_fill(visit *p, enum hand h, const hand_fields *values, form_view *v, err *e);

/* forms_fault() - the label of the field that was refused: days are looked at again, what is
 * missing is named in the detail ("no title"). Empty when it is not known. */
slice forms_fault(enum hand h, const hand_fields *values, const err *why);

/* forms_changed() - what a line of the log about one of a noun says was changed: "Số, ký hiệu:
 * 12/TB-UBND → 13/TB-UBND; Nơi nhận". Empty when it says nothing of that. */
slice forms_changed(visit *p, slice noun, slice detail);

/* forms_back() - the page of a row, or of the list for an empty key. */
slice forms_back(visit *p, enum hand h, slice key);

/* forms_when() - "2026-05-29T14:00" as "14:00 29/5/2026"; what is none stays. */
slice forms_when(visit *p, slice iso);

#endif
