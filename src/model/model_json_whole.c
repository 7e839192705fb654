/*
 * model_json_whole.c - a reading whose text was kept apart, in one piece again.
 *
 * The text is most of a reading, and where readings are kept it stands beside them already.
 * Must never look for the place behind the first one: other values have such a key too.
 */
#include "model/model_json.h"

/* "text" is the first key of this name: those within other values come after it. */
static const slice no_text = S(",\"text\":null");

void model_json_whole(strbuf *to, slice apart, slice text)
{
	const char *at = slice_find(apart, no_text);
	size_t head = at != NULL ? (size_t)(at - apart.p) + no_text.n - S("null").n : apart.n;
	json_out j = jout_to(to);

	strbuf_put(to, (slice){apart.p, head});
	if (at == NULL)
		return;
	jout_string(&j, text);
	head += S("null").n;
	strbuf_put(to, (slice){apart.p + head, apart.n - head});
}
