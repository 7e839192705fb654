/*
 * original.c - first whether the viewer may, then the vault.
 */
#include "register/entry/original.h"

#include "store/vault.h"

/* "quyet-dinh.pdf#2" came in quyet-dinh.pdf. */
static slice file_name(slice name)
{
	for (size_t i = name.n; i > 0; i--)
		if (name.p[i - 1] == '#')
			return (slice){name.p, i - 1};
	return name;
}

rc original_read(reg *r, int64_t document, arena *a, original *ret, err *e)
{
	sql_document_original_row row;
	slice bytes;
	rc code = sql_document_original(r->d, &r->who, (sql_document_original_in){document}, a,
	                                &row, NULL, e);

	if (code == RC_OK)
		code = vault_read(r->d, row.sha256, a, &bytes, e);
	if (code == RC_OK)
		*ret = (original){row.part > 1 ? file_name(row.name) : row.name, row.media, bytes};
	return code;
}
