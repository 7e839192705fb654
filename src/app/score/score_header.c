/*
 * score_header.c - the fields that a document has once: number, date, kind,
 * purpose, issuer, signer.
 */
#include "app/score/score_priv.h"

/* Numbers are typed with a space here and there ("9389 /BNNMT-BĐKH") and with dashes of any length
 * ("12/UBND – VX"): compare what is left without white space, each dash a hyphen. */
static slice without_space(arena *a, slice s)
{
	char *p = arena_alloc(a, s.n);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (i + 1 < s.n && memcmp(s.p + i, "\xc2\xa0", 2) == 0) /* no-break space */
			i++;
		else if (i + 2 < s.n && (memcmp(s.p + i, "\xe2\x80\x93", 3) == 0 ||
		                         memcmp(s.p + i, "\xe2\x80\x94", 3) == 0))
			p[n++] = '-', i += 2;
		else if ((unsigned char)s.p[i] > ' ')
			p[n++] = s.p[i];
	}
	return (slice){p, n};
}

static void score_number(score_case *c)
{
	const json_t *number = json_object_get(c->doc, "number");
	slice label = json_member(c->gold, "number");
	slice state = json_member(number, "state");
	slice found = json_member(number, "value");

	if (slice_eq(state, S("blank")) || slice_eq(state, S("not-seen")))
		found = (slice){NULL, 0};
	score_value(c, SCORE_NUMBER, label, found,
	            slice_eq(without_space(c->a, label), without_space(c->a, found)));
}

/* "khac" says that the kind is none of the known ones: no claim, where the label
 * has none either. */
static void score_kind(score_case *c)
{
	slice label = json_member(c->gold, "kind");
	slice found = json_member(json_object_get(c->doc, "kind"), "value");

	if (label.n == 0 && slice_eq(found, S("khac")))
		return;
	score_value(c, SCORE_KIND, label, found, slice_eq(label, found));
}

static void score_signer(score_case *c)
{
	const json_t *signature = json_object_get(c->doc, "signature");
	const json_t *authority = json_object_get(signature, "authority");
	slice name = json_member(c->gold, "signer_name");
	slice title = json_member(c->gold, "signer_title");
	slice found = json_member(signature, "name");
	slice post = {NULL, 0};
	const json_t *line;
	size_t i;

	score_value(c, SCORE_SIGNER_NAME, name, found, score_same_words(c->a, name, found));
	json_array_foreach(authority, i, line)
	{
		slice s = json_slice(line);

		post = arena_printf(c->a, "%.*s%.*s ", (int)post.n, post.p, (int)s.n, s.p);
	}
	found = json_member(signature, "post");
	post = slice_trim(
		arena_printf(c->a, "%.*s%.*s", (int)post.n, post.p, (int)found.n, found.p));
	score_value(c, SCORE_SIGNER_TITLE, title, post, score_same_words(c->a, title, post));
}

static void score_issuer(score_case *c)
{
	json_t *actors = json_array();
	json_t *issuer = json_object_get(c->doc, "issuer");
	slice label = json_member(c->gold, "issuer");
	slice found = json_member(issuer, "text");
	bool same = score_same_words(c->a, label, found);

	if (json_is_object(issuer))
		(void)json_array_append(actors, issuer);
	score_value(c, SCORE_ISSUER, label, found, same || score_same_bodies(c->a, label, actors));
	json_decref(actors);
}

void score_header(score_case *c)
{
	slice date = json_member(c->gold, "date");
	slice issued = json_member(json_object_get(c->doc, "issued"), "value");
	slice purpose = json_member(c->gold, "purpose");

	score_number(c);
	score_value(c, SCORE_DATE, date, issued, slice_eq(date, issued));
	score_kind(c);
	if (purpose.n != 0)
		score_value(c, SCORE_PURPOSE, purpose, json_member(c->doc, "purpose"),
		            slice_eq(purpose, json_member(c->doc, "purpose")));
	score_issuer(c);
	score_signer(c);
}
