/*
 * cmd_search.c - dondoc search: documents by their words, the words marked.
 */
#include <stdio.h>
#include <unistd.h>

#include "app/cmd/acting.h"
#include "app/opt.h"
#include "model/vi_format.h"
#include "register/people/bodies.h"
#include "register/search/search.h"

enum { MOST = 20 };

typedef struct values {
	office_values office;
	const char *agency;
	opt_value from, to;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"agency", OPT_TEXT, "MÃ", offsetof(values, agency),
         "chỉ văn bản của, hoặc gửi tới, cơ quan này"},
	{"from", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, from), "từ ngày ban hành này"},
	{"to", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, to), "đến hết ngày ban hành này"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_search = {
	.name = "search",
	.args = "CHỮ …",
	.summary = "tìm văn bản theo số ký hiệu, trích yếu, nội dung; gõ không dấu cũng được",
	TAKES(opts, values),
	.notes = "Mọi chữ đều phải có trong văn bản. Cụm từ đặt trong dấu ngoặc kép: "
		 "dondoc search '\"giải phóng mặt bằng\"'.\n"
		 "Tìm theo số: dondoc search 310/UBND-KTCN. Thứ tự: đúng số, có trong trích "
		 "yếu, mới nhất.",
	.run = run,
};

/* With marks around what was asked for: bold on a terminal. */
static void put_marked(answer *a, slice s, const search_marks *marks)
{
	bool bold = isatty(STDOUT_FILENO);
	uint32_t at = 0;

	for (uint32_t i = 0; i < marks->n; i++) {
		span m = marks->p[i];

		answer_words(a, (slice){s.p + at, m.at - at});
		strbuf_put(&a->out, bold ? S("\033[1m") : S("«"));
		answer_words(a, slice_at(s, m));
		strbuf_put(&a->out, bold ? S("\033[0m") : S("»"));
		at = span_end(m);
	}
	answer_words(a, (slice){s.p + at, s.n - at});
}

static void put_marks(answer *a, slice key, const search_marks *marks)
{
	jout_key(&a->json, key);
	jout_array(&a->json);
	for (uint32_t i = 0; i < marks->n; i++) {
		jout_array(&a->json);
		jout_int(&a->json, marks->p[i].at);
		jout_int(&a->json, marks->p[i].len);
		jout_array_end(&a->json);
	}
	jout_array_end(&a->json);
}

static void put_json(answer *a, const search_hit *h)
{
	jout_object(&a->json);
	member_text(&a->json, S("id"), h->doc.pub);
	member_text(&a->json, S("kind"), h->doc.kind);
	member_text(&a->json, S("purpose"), h->doc.purpose);
	member_text(&a->json, S("number"), h->doc.number);
	member_text(&a->json, S("issued"), h->doc.issued);
	member_text(&a->json, S("issuer"),
	            h->doc.issuer_name.p != NULL ? h->doc.issuer_name : h->doc.issuer);
	member_text(&a->json, S("name"), h->doc.name);
	member_text(&a->json, S("title"), h->doc.title);
	put_marks(a, S("title_marks"), &h->title_marks);
	jout_key(&a->json, S("by"));
	jout_word(&a->json, h->by_number ? "number" : h->by_title ? "title" : "text");
	member_text(&a->json, S("snippet"), h->snippet);
	put_marks(a, S("marks"), &h->marks);
	jout_object_end(&a->json);
}

static void put_lines(answer *a, const search_hit *h)
{
	static const search_marks none = {0};
	slice issuer = h->doc.issuer_name.p != NULL ? h->doc.issuer_name : h->doc.issuer;

	put_marked(a, h->doc.title.n > 0 ? h->doc.title : h->doc.name,
	           h->doc.title.n > 0 ? &h->title_marks : &none);
	strbuf_put(&a->out, S("\n    "));
	answer_words(a, h->doc.number.n > 0 ? h->doc.number : S("chưa ghi số"));
	if (h->doc.issued.n > 0) {
		strbuf_put(&a->out, S(" · "));
		vi_value(&a->out, h->doc.issued);
	}
	if (issuer.n > 0) {
		strbuf_put(&a->out, S(" · "));
		answer_words(a, issuer);
	}
	strbuf_put(&a->out, S(" · "));
	answer_words(a, h->doc.pub);
	if (h->snippet.n > 0) {
		strbuf_put(&a->out, h->cut_before ? S("\n    …") : S("\n    "));
		put_marked(a, h->snippet, &h->marks);
		strbuf_put(&a->out, h->cut_after ? S("…") : S(""));
	}
	strbuf_put(&a->out, S("\n\n"));
}

static void show(answer *a, slice words, const search_hits *all)
{
	if (a->as_json)
		jout_array(&a->json);
	for (uint32_t i = 0; i < all->n; i++)
		(a->as_json ? put_json : put_lines)(a, &all->p[i]);
	if (a->as_json) {
		jout_array_end(&a->json);
		strbuf_putc(&a->out, '\n');
	} else if (all->n == 0) {
		strbuf_put(&a->out, S("Không tìm thấy “"));
		answer_words(a, words);
		strbuf_put(&a->out, S("”. Thử bỏ bớt từ, hoặc tìm theo số ký hiệu, ví dụ "
		                      "310/UBND-KTCN.\n"));
	}
}

/* The arguments as one question; one that the shell kept together and that holds blanks is
 * as it was typed. */
static slice joined(const call *c)
{
	size_t room = 1;
	strbuf b;

	for (int i = 0; i < c->n; i++)
		room += slice_c(c->args[i]).n + 1;
	strbuf_over(&b, arena_alloc(c->a, room), room);
	for (int i = 0; i < c->n; i++) {
		strbuf_put(&b, slice_c(c->args[i]));
		strbuf_putc(&b, ' ');
	}
	return slice_trim(strbuf_slice(&b));
}

static rc find_and_show(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	search_query q = {joined(c), DB_NULL, (int32_t)opt_or(v->from, INT32_MIN),
	                  (int32_t)opt_or(v->to, INT32_MAX), MOST};
	search_hits all;
	rc code = RC_OK;

	to->about = v->agency;
	if (v->agency != NULL)
		code = bodies_agency(r, slice_c(v->agency), &q.agency, e);
	if (code == RC_OK && v->agency != NULL && q.agency == DB_NULL)
		code = err_set(e, RC_USAGE, MSG_AGENCY_UNKNOWN, "no such code");
	if (code == RC_OK)
		code = search_find(r, &q, &r->a, &all, e);
	if (code == RC_OK)
		show(to, q.words, &all);
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;

	if (c->n == 0)
		return complain_usage(&cmd_search, "chưa có chữ nào để tìm", (slice){0});
	return opt_in_order(&cmd_search, v->from, v->to) ? look(c, find_and_show) : EXIT_WRONG;
}
