/*
 * signature_field.c - who signed, where the page of a body's own site says it in a field above the
 * text: "Người ký văn bản:" and below it, or on the same line, "Nguyễn Văn A - Chủ tịch xã". Only at the
 * head of the text, and never against a signature that stands at its foot. The post may also say for whom.
 */
#include "reading/facts/frame/header.h"

enum { FIELD_BLOCKS = 12, PERSON_TOKENS_MAX = 30 };

static const slice fields[] = {S("người ký văn bản:"), S("người ký:"), S("họ tên người ký:")};
SAYINGS(fields);

/* "Phó Chủ tịch UBND xã A": whom a post in [i, end) names with its place issues a paper that has no
 * letterhead. */
static void issuer_of_post(scan *s, uint32_t i, uint32_t end)
{
	static const slice units[] = {S("xã"),   S("phường"), S("thị trấn"), S("huyện"),
	                              S("quận"), S("tỉnh"),   S("thị xã"),   S("thành phố")};
	SAYINGS(units);
	uint32_t from = i;

	while (from < end && !(from > i && issuer_opens(s, from) && !says(s, from, S("chủ tịch")) &&
	                       (scan_tok(s, from)->flags & TF_CAP)))
		from++;
	for (uint32_t k = from + 1; k + 1 < end && s->r->issuer.text.n == 0; k++)
		if (says_any(s, k, &said_units, NULL) != 0)
			issuer_take(s, from, end);
}

void signature_field(scan *s)
{
	const blocks *bs = &s->r->blocks;
	uint32_t from = 0, end = 0, dash;

	for (uint32_t k = 0; k < bs->n && k < FIELD_BLOCKS; k++) {
		if (!header_field(s, k, &said_fields, &from, &end) ||
		    end - from > PERSON_TOKENS_MAX)
			continue;
		dash = scan_next_either(s, from, end, '-', ',');
		if (signer_at(s, from, dash) == 0)
			return;
		s->r->signature.name = scan_words(s, from, dash);
		if (dash + 1 < end) {
			s->r->signature.post = scan_words(s, dash + 1, end);
			issuer_of_post(s, dash + 1, end);
		}
		s->r->signature.at = tokens_span(&s->tk, from, end);
		return;
	}
}
