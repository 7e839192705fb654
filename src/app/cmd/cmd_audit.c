/*
 * cmd_audit.c - dondoc audit: what was done by whom, and the proof that nobody changed it.
 */
#include "app/cmd/office.h"
#include "app/opt.h"
#include "app/out/answer.h"
#include "app/out/out.h"
#include "register/proof.h"

enum { LIST_MOST = 1000 };

typedef struct values {
	office_values office;
	const char *since;
	opt_value after, limit;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"after", OPT_COUNT, "SỐ", offsetof(values, after), "cùng list: chỉ các dòng sau dòng này"},
	{"limit", OPT_NUMBER, "SỐ", offsetof(values, limit),
         "cùng list: nhiều nhất bấy nhiêu dòng (1000)"},
	{"since", OPT_TEXT, "MÃ", offsetof(values, since),
         "cùng verify: mã một dòng đã ghi lại ở nơi khác, phải còn nguyên trong nhật ký"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_audit = {
	.name = "audit",
	.args = "verify|list",
	.summary = "chứng minh nhật ký, số liệu và tệp gốc không bị sửa; xem nhật ký",
	TAKES(opts, values),
	.notes = "Ghi lại mã của dòng cuối ở nơi khác: về sau nó chứng minh mọi dòng trước đó.",
	.run = run,
};

static void tell(answer *to, const proof *p)
{
	if (to->as_json) {
		jout_object(&to->json);
		member_int(&to->json, S("lines"), p->log.lines);
		member_int(&to->json, S("noted"), p->log.noted != 0 ? p->log.noted : DB_NULL);
		member_text(&to->json, S("head"), p->head);
		member_int(&to->json, S("originals"), p->originals);
		jout_object_end(&to->json);
		strbuf_putc(&to->out, '\n');
		return;
	}
	strbuf_put(&to->out, S("Nhật ký nguyên vẹn: "));
	strbuf_int(&to->out, p->log.lines);
	strbuf_put(&to->out, S(" dòng, mã dòng cuối "));
	strbuf_put(&to->out, p->head);
	if (p->log.noted != 0) {
		strbuf_put(&to->out, S(".\nMã đã ghi lại là của dòng "));
		strbuf_int(&to->out, p->log.noted);
		strbuf_put(&to->out, S(": từ đầu đến dòng ấy không có gì thay đổi"));
	}
	strbuf_put(&to->out, S(".\nSố liệu tổng hợp khớp với danh sách nhiệm vụ; "));
	strbuf_int(&to->out, p->originals);
	strbuf_put(&to->out, S(" tệp gốc khớp mã băm.\n"));
}

static rc verify(reg *r, const values *v, answer *to, err *e)
{
	proof p = {0};
	rc code = proof_of(r, slice_c(v->since), &r->a, &p, e);

	if (code == RC_OK)
		tell(to, &p);
	return code;
}

static void put_event(answer *to, const sql_event_list_row *x)
{
	if (to->as_json) {
		jout_object(&to->json);
		member_int(&to->json, S("seq"), x->seq);
		member_time(&to->json, S("at"), x->at);
		member_int(&to->json, S("account"), x->account);
		member_text(&to->json, S("verb"), x->verb);
		member_text(&to->json, S("noun"), x->noun);
		member_int(&to->json, S("id"), x->noun_id);
		member_text(&to->json, S("detail"), x->detail);
		member_text(&to->json, S("hash"), x->hash);
		jout_object_end(&to->json);
		return;
	}
	strbuf_int(&to->out, x->seq);
	strbuf_put(&to->out, S("  "));
	out_put_time(&to->out, x->at);
	strbuf_put(&to->out, S("  "));
	answer_words(to, x->verb);
	strbuf_putc(&to->out, ' ');
	answer_words(to, x->noun);
	strbuf_putc(&to->out, ' ');
	strbuf_int(&to->out, x->noun_id);
	strbuf_putc(&to->out, ' ');
	answer_cut(to, x->detail, 100);
	strbuf_putc(&to->out, '\n');
}

static rc list(reg *r, const values *v, answer *to, err *e)
{
	sql_event_list_rows rows;
	rc code = sql_event_list(r->d, &r->who,
	                         (sql_event_list_in){v->after.n, opt_or(v->limit, LIST_MOST)},
	                         &r->a, &rows, e);

	if (code != RC_OK)
		return code;
	if (to->as_json)
		jout_array(&to->json);
	for (uint32_t i = 0; i < rows.n; i++)
		put_event(to, &rows.p[i]);
	if (to->as_json) {
		jout_array_end(&to->json);
		strbuf_putc(&to->out, '\n');
	}
	return RC_OK;
}

static const struct {
	const char *name;
	rc (*does)(reg *r, const values *v, answer *to, err *e);
} whats[] = {{"verify", verify}, {"list", list}};

static int act(reg *r, const values *v, slice what, answer *to)
{
	err e = {0};
	rc code;

	if (!r->who.all)
		return complain_usage(&cmd_audit, "chỉ Văn phòng xem được nhật ký", (slice){0});
	for (size_t i = 0; i < ARRAY_LEN(whats); i++) {
		if (!slice_eq(what, slice_c(whats[i].name)))
			continue;
		code = whats[i].does(r, v, to, &e);
		if (code != RC_OK)
			complain((slice){0}, &e);
		return exit_of(code);
	}
	return complain_usage(&cmd_audit, "cần verify hoặc list", what);
}

static int run(const call *c)
{
	const values *v = c->values;
	answer to;
	reg r = {0};
	int code;

	if (c->n != 1)
		return complain_usage(&cmd_audit, "cần verify hoặc list", (slice){0});
	answer_open(&to, v->office.format);
	code = office_open(&cmd_audit, &v->office, NULL, &r);
	if (code == EXIT_FINE)
		code = act(&r, v, slice_c(c->args[0]), &to);
	office_close(&r);
	return answer_close(&to, code);
}
