/*
 * hand_args.c - the words of `add` and `change`.
 */
#include "app/cmd/hand_args.h"

#include "app/out/out.h"

static bool is_known(enum hand h, slice name)
{
	hand_known k;

	for (unsigned i = 0; hand_field_at(h, i, &k); i++)
		if (slice_eq(k.name, name))
			return true;
	return false;
}

bool hand_args(const command *c, enum hand h, char **args, int n, arena *a, hand_fields *ret)
{
	for (int i = 0; i < n; i++) {
		slice rest = slice_c(args[i]), name;

		if (!slice_cut(&rest, '=', &name)) {
			(void)complain_usage(c, "cần viết MỤC=GIÁ-TRỊ", slice_c(args[i]));
			return false;
		}
		if (!is_known(h, name)) {
			(void)complain_usage(c, "không có mục này (xem dondoc change fields)",
			                     name);
			return false;
		}
		hand_put(a, ret, name, rest);
	}
	return true;
}

enum hand hand_args_noun(const command *c, const char *word)
{
	enum hand h = hand_of(slice_c(word));

	if (h == HAND_COUNT)
		(void)complain_usage(c, "không có loại này", slice_c(word));
	return h;
}

void hand_args_help(void)
{
	hand_known k;
	strbuf b;

	out_init(&b);
	for (enum hand h = 0; h < HAND_COUNT; h++) {
		strbuf_put(&b, slice_c(hand_word(h)));
		strbuf_put(&b, S(" ("));
		strbuf_put(&b, slice_c(hand_wording(h)));
		strbuf_put(&b, S(")\n"));
		for (unsigned i = 0; hand_field_at(h, i, &k); i++) {
			strbuf_put(&b, S("  "));
			strbuf_put(&b, k.name);
			strbuf_put(&b, k.many ? S("=…  (nhiều lần) ") : S("=…  "));
			strbuf_put(&b, k.what);
			strbuf_putc(&b, '\n');
		}
	}
	(void)out_flush(&b, 0);
}
