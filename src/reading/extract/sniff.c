/*
 * sniff.c - signatures, and for archives the names in them.
 *
 * Archives are looked at without unpacking anything, by their own list of names:
 * it is read here by hand because a library would be opened for it, in the process
 * that is to be protected. It must never trust an offset.
 */
#include "reading/extract/sniff.h"

#include "reading/extract/csv.h"
#include "reading/extract/limits.h"

enum {
	HEAD_BYTES = 4096,      /* what is looked at of a text */
	ZIP_TAIL = 66000,       /* how far from its end an archive's list may be pointed to */
	ZIP_END_BYTES = 22,
	ZIP_NAME_BYTES = 46,
	TORN_BYTES = 1 << 16,
	OLE_BYTES = 4 << 20,    /* what is looked at of an OLE file */
};

static const struct {
	slice head;
	file_kind kind;
} signatures[] = {
	{S("PK\x03\x04"), FILE_ZIP},
	{S("PK\x05\x06"), FILE_ZIP},
	{S("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FILE_OLE},
	{S("{\\rtf"), FILE_RTF},
	{S("\x89PNG\r\n\x1a\n"), FILE_PNG},
	{S("\xff\xd8\xff"), FILE_JPEG},
	{S("II*\0"), FILE_TIFF},
	{S("MM\0*"), FILE_TIFF},
	{S("GIF8"), FILE_GIF},
	{S("Rar!"), FILE_OTHER},
	{S("7z\xbc\xaf"), FILE_OTHER},
	{S("\x1f\x8b"), FILE_OTHER},
	{S("\x7f"
           "ELF"),
         FILE_OTHER},
};

slice sniff_media(file_kind k)
{
	static const slice media[FILE_KIND_COUNT] = {
#define FILE_KIND(name, media) [FILE_##name] = {media, sizeof(media) - 1},
#include "reading/extract/sniff_kinds.def"
#undef FILE_KIND
	};

	return media[k];
}

static uint32_t le(slice s, size_t at, unsigned n)
{
	uint32_t v = 0;

	for (unsigned i = 0; i < n; i++)
		v |= (uint32_t)(unsigned char)s.p[at + i] << (8 * i);
	return v;
}

/* Where the list of names begins; s.n when there is none. */
static size_t zip_list(slice s, uint32_t *ret_count)
{
	size_t stop = s.n > ZIP_TAIL ? s.n - ZIP_TAIL : 0;

	for (size_t i = s.n < ZIP_END_BYTES ? 0 : s.n - ZIP_END_BYTES + 1; i > stop; i--) {
		slice at = {s.p + i - 1, s.n - i + 1};

		if (!slice_starts(at, S("PK\x05\x06")))
			continue;
		*ret_count = le(at, 10, 2);
		return le(at, 16, 4) < s.n ? le(at, 16, 4) : s.n;
	}
	return s.n;
}

static bool finds(slice s, slice what)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end && (p = memchr(p, what.p[0], (size_t)(end - p))) != NULL) {
		if (slice_starts((slice){p, (size_t)(end - p)}, what))
			return true;
		p++;
	}
	return false;
}

/* What the archive's names say it is. */
static file_kind zip_kind(slice s)
{
	static const struct {
		slice folder, part;
		file_kind kind;
	} offices[] = {
		{S("word/document"), S(".xml"), FILE_DOCX},
		{S("xl/workbook"), S(".xml"), FILE_XLSX},
		{S("ppt/presentation"), S(".xml"), FILE_PPTX},
	};
	/* OpenDocument: its first part, stored as it is, holds its type. */
	slice type = s.n > 38 ? (slice){s.p + 38, s.n - 38} : (slice){0};
	uint32_t count = 0;
	size_t at = zip_list(s, &count);

	if (slice_starts(type, S("application/vnd.oasis.opendocument.text")))
		return FILE_ODT;
	if (slice_starts(type, S("application/vnd.oasis.opendocument.spreadsheet")))
		return FILE_ODS;
	if (at == s.n) { /* cut short: what it was meant to be */
		slice head = {s.p, s.n < TORN_BYTES ? s.n : TORN_BYTES};

		if (finds(head, S("word/")))
			return FILE_DOCX;
		return finds(head, S("xl/")) ? FILE_XLSX : FILE_ZIP;
	}
	for (uint32_t i = 0; i < count && i < LIMIT_ZIP_ENTRIES; i++) {
		slice name;

		if (s.n < ZIP_NAME_BYTES || at > s.n - ZIP_NAME_BYTES ||
		    !slice_starts((slice){s.p + at, s.n - at}, S("PK\x01\x02")))
			break;
		name = (slice){s.p + at + ZIP_NAME_BYTES, le(s, at + 28, 2)};
		if (name.n > s.n - at - ZIP_NAME_BYTES)
			break;
		for (size_t k = 0; k < ARRAY_LEN(offices); k++)
			if (slice_starts(name, offices[k].folder) &&
			    slice_ends(name, offices[k].part))
				return offices[k].kind;
		at += ZIP_NAME_BYTES + name.n + le(s, at + 30, 2) + le(s, at + 32, 2);
	}
	return FILE_ZIP;
}

/* An OLE file that holds an encrypted package is a Word file with a password. */
static file_kind ole_kind(slice s)
{
	static const slice mark = S("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
	size_t n = s.n < OLE_BYTES ? s.n : OLE_BYTES;

	return finds((slice){s.p, n}, mark) ? FILE_ENCRYPTED : FILE_OLE;
}

static bool starts_folded(slice s, slice head)
{
	for (size_t i = 0; i < head.n; i++)
		if (i >= s.n || (s.p[i] | (s.p[i] >= 'A' && s.p[i] <= 'Z' ? 0x20 : 0)) != head.p[i])
			return false;
	return true;
}

/* Two header fields of a mail, one of them at the very front. */
static bool is_mail(slice head)
{
	static const slice fields[] = {
		S("return-path:"), S("received:"),     S("delivered-to:"),
		S("from:"),        S("message-id:"),   S("mime-version:"),
		S("date:"),        S("subject:"),      S("to:"),
		S("x-"),           S("content-type:"), S("dkim-signature:"),
	};
	bool mime = false;
	unsigned found = 0;
	slice rest = head, line;

	for (unsigned n = 0; n < 40 && slice_next(&rest, '\n', &line) && line.n > 1; n++) {
		size_t k = 0;

		if (line.p[0] == ' ' || line.p[0] == '\t')
			continue;
		while (k < ARRAY_LEN(fields) && !starts_folded(line, fields[k]))
			k++;
		if (n == 0 && k == ARRAY_LEN(fields))
			return false;
		found += k < ARRAY_LEN(fields);
		mime |= starts_folded(line, S("mime-version:")) ||
		        starts_folded(line, S("message-id:")) ||
		        starts_folded(line, S("received:"));
	}
	return found >= 2 && mime;
}

/* What may stand before the first element of a page: declarations, comments. */
static slice skip_prolog(slice s)
{
	static const struct {
		slice head, tail;
	} before[] = {{S("<?"), S("?>")}, {S("<!--"), S("-->")}};

	for (unsigned n = 0; n < 8; n++) {
		size_t k = 0, i = 0;

		while (k < ARRAY_LEN(before) && !slice_starts(s, before[k].head))
			k++;
		if (k == ARRAY_LEN(before))
			return s;
		while (i < s.n && !slice_starts((slice){s.p + i, s.n - i}, before[k].tail))
			i++;
		if (i == s.n)
			return s;
		i += before[k].tail.n;
		s = slice_trim((slice){s.p + i, s.n - i});
	}
	return s;
}

static file_kind text_kind(slice s)
{
	slice head = {s.p, s.n < HEAD_BYTES ? s.n : HEAD_BYTES};

	if (slice_starts(head, S("\xef\xbb\xbf")))
		head = (slice){head.p + 3, head.n - 3};
	head = skip_prolog(slice_trim(head));
	if (starts_folded(head, S("<!doctype html")) || starts_folded(head, S("<html")))
		return FILE_HTML;
	if (is_mail(head))
		return FILE_MAIL;
	return csv_separator(s) != '\0' ? FILE_CSV : FILE_TEXT;
}

file_kind sniff(slice s)
{
	size_t early = s.n < 1024 ? s.n : 1024;

	for (size_t i = 0; i < ARRAY_LEN(signatures); i++) {
		if (!slice_starts(s, signatures[i].head))
			continue;
		if (signatures[i].kind == FILE_ZIP)
			return zip_kind(s);
		return signatures[i].kind == FILE_OLE ? ole_kind(s) : signatures[i].kind;
	}
	/* A PDF may begin with some bytes of rubbish; it must then end as one. */
	if (finds((slice){s.p, early}, S("%PDF-")) &&
	    (slice_starts(s, S("%PDF-")) ||
	     finds((slice){s.p + s.n - early, early}, S("startxref"))))
		return FILE_PDF;
	return s.n == 0 ? FILE_OTHER : text_kind(s);
}
