/*
 * edge.h - how a line begins and how it ends: all that joining looks at.
 */
#ifndef DONDOC_READING_SHAPE_EDGE_H
#define DONDOC_READING_SHAPE_EDGE_H

#include "reading/shape/shape_priv.h"

enum line_end {
	END_OPEN,  /* in the middle of something */
	END_COMMA,
	END_COLON,
	END_SEMI,
	END_STOP,  /* . ? ! … */
	END_FINAL, /* ./. */
	END_GLUE,  /* a hyphen or slash stuck to a word: the symbol goes on */
};

typedef struct edge {
	size_t marker;         /* bytes of its list marker; 0: none */
	uint32_t number;       /* of the marker */
	enum opening opening;  /* only of lines that begin with a capital */
	enum letter_case first; /* of the first letter after the marker */
	enum line_end end;
	bool upper;            /* all in capitals */
	bool bracketed;        /* the marker is "(i)" */
	bool alone;            /* the line is a marker and nothing else */
	bool dash;             /* a dash and nothing else, which marker_length() takes for none */
} edge;

/* edge_of() - looks at some tens of bytes at each end of the line. */
edge edge_of(const sline *l);

/* edge_leads_on() - does the last word need another after it ("của", "ngày")?
 * edge_counts(): may a number or a letter follow it ("khoản", "tầng")? */
bool edge_leads_on(slice s);
bool edge_counts(slice s);

/* A line longer than this, in characters, was not wrapped. */
enum { EDGE_MAX = 160 };

/* right_edge() - the column behind the line's last character. */
static inline uint32_t right_edge(const sline *l)
{
	return l->indent + l->width;
}

/* edge_indented() - does line i start further right than its neighbours on the
 * page? */
bool edge_indented(const shaper *sh, uint32_t i);

#endif
