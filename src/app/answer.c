/*
 * answer.c - one buffer, one write.
 */
#include "app/answer.h"

#include <unistd.h>

#include "app/opt.h"
#include "base/file.h"
#include "base/utf8.h"

#define ANSWER_MAX ((size_t)1 << 30)

bool answer_open(answer *a, const command *c, const char *format)
{
	static const char *const formats[] = {"text", "json", NULL};
	int which = opt_choice(c, format, formats);

	strbuf_init(&a->out, NULL, ANSWER_MAX);
	a->json = jout_to(&a->out);
	a->as_json = which == 1;
	return which >= 0;
}

int answer_close(answer *a, int code)
{
	err e = {0};
	rc written = RC_OK;

	if (code == EXIT_FINE || code == EXIT_SOME) {
		if (a->out.failed != RC_OK)
			written = err_set(&e, a->out.failed, MSG_NO_MEMORY, "answer");
		else if (a->out.n > 0)
			written = file_write_fd(STDOUT_FILENO, strbuf_slice(&a->out), &e);
		if (written != RC_OK) {
			complain((slice){0}, &e);
			code = EXIT_NOTHING;
		}
	}
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
