/*
 * cmd_add.c - dondoc add: a duty that a person writes down; or any other noun, by its fields.
 */
#include "app/cmd/acting.h"
#include "app/cmd/hand_args.h"
#include "app/opt.h"
#include "register/hand/propose.h"
#include "register/people/nouns.h"

typedef struct values {
	office_values office;
	const char *action, *lead, *with, *receiver, *watchers, *deliverable, *monitor, *assigner,
		*field, *document, *words, *basis, *basis_kind;
	opt_value due, as;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"action", OPT_TEXT, "LỜI", offsetof(values, action), "việc phải làm"},
	{"lead", OPT_TEXT, "MÃ,…", offsetof(values, lead),
         "cơ quan chủ trì (hoặc nhóm, ví dụ UBNDXA)"},
	{"with", OPT_TEXT, "MÃ,…", offsetof(values, with), "cơ quan phối hợp"},
	{"receiver", OPT_TEXT, "MÃ,…", offsetof(values, receiver), "nơi nhận kết quả"},
	{"watchers", OPT_TEXT, "MÃ,…", offsetof(values, watchers), "cơ quan theo dõi"},
	{"due", OPT_MINUTE, "NĂM-THÁNG-NGÀY", offsetof(values, due),
         "thời hạn: hết ngày này, hoặc …THH:MM"},
	{"deliverable", OPT_TEXT, "LỜI", offsetof(values, deliverable),
         "sản phẩm, kết quả phải nộp"},
	{"document", OPT_TEXT, "MÃ", offsetof(values, document),
         "văn bản làm căn cứ, bằng mã trong sổ"},
	{"words", OPT_TEXT, "LỜI", offsetof(values, words), "nguyên văn trong văn bản ấy"},
	{"basis", OPT_TEXT, "LỜI", offsetof(values, basis), "căn cứ khi không có văn bản trong sổ"},
	{"basis-kind", OPT_TEXT, "document|note|oral|phone", offsetof(values, basis_kind),
         "văn bản, bút phê, ý kiến chỉ đạo trực tiếp, điện thoại"},
	{"monitor", OPT_TEXT, "AI", offsetof(values, monitor), "chuyên viên theo dõi"},
	{"assigner", OPT_TEXT, "AI", offsetof(values, assigner), "lãnh đạo giao việc"},
	{"field", OPT_TEXT, "LĨNH VỰC", offsetof(values, field), "lĩnh vực"},
	{"put", OPT_ONE_OF, "track|standing|keep", offsetof(values, as),
         "theo dõi (mặc định), thường xuyên, chỉ lưu"},
	FORMAT_OPT(office_values),
};

static int run(const call *c);

const command cmd_add = {
	.name = "add",
	.args = "[LOẠI MỤC=GIÁ-TRỊ …]",
	.summary = "thêm nhiệm vụ bằng tay: theo văn bản, bút phê, ý kiến chỉ đạo trực tiếp",
	TAKES(opts, values),
	.notes =
		"LOẠI: document, meeting, person, agency, group, series, programme, periodic, petition;\n"
		"ví dụ: dondoc add meeting title=\"Họp giao ban\" starts=\"29/5/2026 14:00\" guest=\"| STC\".\n"
		"Các mục của từng loại: dondoc change fields.",
	.run = run,
};

/* --- other nouns --- */

typedef struct making {
	enum hand noun;
	hand_fields fields;
	arena *a;
	slice key;
} making;

static rc make(reg *r, void *ctx, err *e)
{
	making *x = ctx;
	int64_t id = 0;
	rc code = hand_add(r, x->noun, &x->fields, &id, e);

	return code == RC_OK ? hand_key(r, x->noun, id, x->a, &x->key, e) : code;
}

static int said(const call *c, const char *what, slice key)
{
	return act_said(c, arena_printf(c->a, "Đã thêm %s: %.*s%c", what, (int)key.n, key.p, 0).p,
	                "add", arena_copy(c->a, key).p, 1);
}

static int add_noun(const call *c)
{
	making x = {.noun = hand_args_noun(&cmd_add, c->args[0]), .a = c->a};
	int code;

	if (x.noun == HAND_COUNT ||
	    !hand_args(&cmd_add, x.noun, c->args + 1, c->n - 1, c->a, &x.fields))
		return EXIT_WRONG;
	code = act(c, c->args[0], make, &x);
	return code == EXIT_FINE ? said(c, hand_wording(x.noun), x.key) : code;
}

/* --- a duty --- */

typedef struct adding {
	const values *v;
	duty_new in;
	arena *a;
	sql_assignment_get_row made;
} adding;

static rc work(reg *r, void *ctx, err *e)
{
	adding *x = ctx;
	rc code = RC_OK;
	int64_t id = 0;

	if (x->v->document != NULL)
		code = noun_of(r, slice_c(x->v->document), NOUN_DOCUMENT, &x->in.document, e);
	if (code == RC_OK)
		code = propose_new(r, &x->in, &id, e);
	if (code == RC_OK)
		code = sql_assignment_get(r->d, (sql_assignment_get_in){id}, x->a, &x->made, NULL,
		                          e);
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;
	adding x = {.v = v, .a = c->a};
	int code;

	if (c->n > 0)
		return add_noun(c);
	if (v->action == NULL)
		return complain_usage(&cmd_add, "cần --action, hoặc LOẠI và các mục", (slice){0});
	x.in = (duty_new){.duty = {slice_c(v->action), slice_c(v->deliverable), slice_c(v->monitor),
	                           slice_c(v->assigner), slice_c(v->field), slice_c(v->lead),
	                           slice_c(v->with), slice_c(v->receiver), slice_c(v->watchers),
	                           opt_or(v->due, DB_NULL), false},
	                  .basis = slice_c(v->basis),
	                  .basis_kind = slice_c(v->basis_kind),
	                  .words = slice_c(v->words),
	                  .as = (enum disposal)(DISPOSAL_TRACK + v->as.n)};
	code = act(c, NULL, work, &x);
	return code == EXIT_FINE ? said(c, "nhiệm vụ", x.made.pub) : code;
}
