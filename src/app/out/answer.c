/*
 * answer.c - one buffer, one write.
 */
#include "app/out/answer.h"

#include "app/out/out.h"

void answer_open(answer *a, opt_value format)
{
	out_init(&a->out);
	a->json = jout_to(&a->out);
	a->as_json = format.n == OUT_JSON;
	a->about = NULL;
}

int answer_close(answer *a, int code)
{
	if (code == EXIT_FINE || code == EXIT_SOME)
		return out_flush(&a->out, code);
	strbuf_done(&a->out);
	return code;
}

void answer_words(answer *a, slice s)
{
	for (size_t i = 0; i < s.n; i++)
		strbuf_putc(&a->out, (unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f ? ' ' : s.p[i]);
}

void answer_cut(answer *a, slice s, size_t most)
{
	size_t n = 0, letters = 0;

	while (n < s.n && letters < most) {
		n++;
		while (n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80)
			n++;
		letters++;
	}
	answer_words(a, (slice){s.p, n});
	if (n < s.n)
		strbuf_put(&a->out, S("…"));
}
