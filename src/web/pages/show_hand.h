/*
 * show_hand.h - what the templates of forms, of meetings by hand, of rounds and of the
 * administration show.
 */
#ifndef DONDOC_WEB_PAGES_SHOW_HAND_H
#define DONDOC_WEB_PAGES_SHOW_HAND_H

#include "web/pages/show.h"

typedef struct form_cell {
	slice name, label, kind, value;
	options choices;
} form_cell;
typedef struct form_line {
	VEC(form_cell) cells;
} form_line;

typedef struct form_field {
	slice name, label, hint, kind, value; /* kind "rows": lines below heads */
	options choices;
	VEC(form_cell) heads;
	VEC(form_line) lines;
} form_field;

typedef struct form_view {
	frame frame;
	slice heading, action, back, undo, problem, hint;
	int64_t seen;
	VEC(form_field) fields;
	options bodies;
} form_view;

#endif
