/*
 * ruled.h - the ruled tables of pages whose words are known: which word is in which cell.
 *
 * pdftotext says where words stand and nothing of the rules between them; a drawing of
 * the page shows the rules and no words. Both together are a table.
 */
#ifndef DONDOC_READING_EXTRACT_RULED_H
#define DONDOC_READING_EXTRACT_RULED_H

#include "reading/extract/rawdoc.h"

/* Where the rules of a table stand, ascending, in tenths of a point. */
typedef VEC(int32_t) rule_list;

typedef struct ruled_table {
	uint32_t page;
	rule_list across, down;
} ruled_table;

/* From top to bottom, page after page. */
typedef VEC(ruled_table) ruled_tables;

/* ruled_pages() - the numbers of the pages whose lines stand in columns like a table's,
 * ascending. Looks at every line once. */
typedef VEC(uint32_t) page_numbers;
void ruled_pages(const rawdoc *doc, arena *a, page_numbers *ret);

/* ruled_cells() - the words inside the tables become cells, each a line with its table, row and
 * column; all else stays as it stood. A table of fewer than two rows or columns is none.
 * n log n in the words. */
void ruled_cells(rawdoc *doc, const ruled_tables *tables, arena *a);

#endif
