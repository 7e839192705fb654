/*
 * facts.h - the passes over a shaped text, and the rooms of what they are made of.
 *
 *   text/       the text as passes ask it: tokens, phrases, where sentences end, what a word may begin
 *   actors/     who is named: bodies, groups, posts, people
 *   citations/  which papers are named
 *   dates/      when
 *   frame/      what stands around the body: header, addressees, signature, recipients; zones of blocks
 *   told/       who is told something by a sentence, and whether it is an order at all
 *   meetings/   who meets, when, where
 *   tables/     what the columns and rows of tables and sheets hold
 *   roles/      what each date is for
 *   duties/     who is to do what until when
 *
 * Each room sees only those above it (src/layers.txt). A pass reads what stands before it in the list
 * of reading.c and fills its own part of s->r.
 */
#ifndef DONDOC_READING_FACTS_H
#define DONDOC_READING_FACTS_H

#include "reading/facts/citations/citations.h"
#include "reading/facts/dates/dates.h"
#include "reading/facts/duties/assignments.h"
#include "reading/facts/frame/blocks.h"
#include "reading/facts/frame/header.h"
#include "reading/facts/meetings/meetings.h"
#include "reading/facts/roles/roles.h"
#include "reading/facts/text/scan.h"

void figures_find(scan *s);
void purpose_find(scan *s);     /* purpose, conclusion_of */
void elsewhere_settle(scan *s); /* actors[].elsewhere */

#endif
