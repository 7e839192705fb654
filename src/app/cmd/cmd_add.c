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
	const char *action, *lead, *with, *receiver, *watchers, *due, *deliverable, *monitor,
		*assigner, *field, *document, *words, *basis, *basis_kind, *as, *format;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"action", "LỜI", offsetof(values, action), "việc phải làm"},
	{"lead", "MÃ,…", offsetof(values, lead), "cơ quan chủ trì (hoặc nhóm, ví dụ UBNDXA)"},
	{"with", "MÃ,…", offsetof(values, with), "cơ quan phối hợp"},
	{"receiver", "MÃ,…", offsetof(values, receiver), "nơi nhận kết quả"},
	{"watchers", "MÃ,…", offsetof(values, watchers), "cơ quan theo dõi"},
	{"due", "NĂM-THÁNG-NGÀY", offsetof(values, due), "thời hạn: hết ngày này, hoặc …THH:MM"},
	{"deliverable", "LỜI", offsetof(values, deliverable), "sản phẩm, kết quả phải nộp"},
	{"document", "MÃ", offsetof(values, document), "văn bản làm căn cứ, bằng mã trong sổ"},
	{"words", "LỜI", offsetof(values, words), "nguyên văn trong văn bản ấy"},
	{"basis", "LỜI", offsetof(values, basis), "căn cứ khi không có văn bản trong sổ"},
	{"basis-kind", "document|note|oral|phone", offsetof(values, basis_kind),
         "văn bản, bút phê, ý kiến chỉ đạo trực tiếp, điện thoại"},
	{"monitor", "AI", offsetof(values, monitor), "chuyên viên theo dõi"},
	{"assigner", "AI", offsetof(values, assigner), "lãnh đạo giao việc"},
	{"field", "LĨNH VỰC", offsetof(values, field), "lĩnh vực"},
	{"put", "track|standing|keep", offsetof(values, as),
         "theo dõi (mặc định), thường xuyên, chỉ lưu"},
	{"format", "text|json", offsetof(values, format), "dạng kết quả (mặc định: text)"},
};

static int run(int argc, char **argv);

const command cmd_add = {
	.name = "add",
	.args = "[LOẠI MỤC=GIÁ-TRỊ …]",
	.summary = "thêm nhiệm vụ bằng tay: theo văn bản, bút phê, ý kiến chỉ đạo trực tiếp",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
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

static int add_noun(const values *v, char **args, int n, int format)
{
	making x = {.noun = hand_args_noun(&cmd_add, args[0])};
	int code = EXIT_WRONG;
	arena a;

	if (x.noun == HAND_COUNT)
		return EXIT_WRONG;
	arena_init(&a, NULL, 0);
	x.a = &a;
	if (hand_args(&cmd_add, x.noun, args + 1, n - 1, &a, &x.fields)) {
		code = act(&cmd_add, &v->office, args[0], make, &x);
		if (code == EXIT_FINE)
			code = act_said(format,
			                arena_printf(&a, "Đã thêm %s: %.*s%c", hand_wording(x.noun),
			                             (int)x.key.n, x.key.p, 0)
			                        .p,
			                "add",
			                arena_printf(&a, "%.*s%c", (int)x.key.n, x.key.p, 0).p, 1);
	}
	arena_done(&a);
	return code;
}

/* --- a duty --- */

typedef struct adding {
	const values *v;
	duty_new in;
	int64_t made;
} adding;

static rc work(reg *r, void *ctx, err *e)
{
	adding *x = ctx;
	rc code = RC_OK;

	if (x->v->document != NULL)
		code = noun_of(r, slice_c(x->v->document), NOUN_DOCUMENT, &x->in.document, e);
	return code == RC_OK ? propose_new(r, &x->in, &x->made, e) : code;
}

static int run(int argc, char **argv)
{
	static const char *const words[] = {"track", "standing", "keep", NULL};
	values v = {0};
	adding x = {.v = &v};
	int n, code, format, as;

	if (!opt_parse(&cmd_add, argc, argv, &v, &n))
		return EXIT_WRONG;
	format = opt_choice(&cmd_add, v.format, out_formats);
	as = opt_choice(&cmd_add, v.as, words);
	if (format < 0 || as < 0)
		return EXIT_WRONG;
	if (n > 0)
		return add_noun(&v, argv, n, format);
	x.in = (duty_new){.duty = {slice_c(v.action), slice_c(v.deliverable), slice_c(v.monitor),
	                           slice_c(v.assigner), slice_c(v.field), slice_c(v.lead),
	                           slice_c(v.with), slice_c(v.receiver), slice_c(v.watchers),
	                           DB_NULL, false},
	                  .basis = slice_c(v.basis),
	                  .basis_kind = slice_c(v.basis_kind),
	                  .words = slice_c(v.words),
	                  .as = (enum disposal)(DISPOSAL_TRACK + as)};
	if (v.due != NULL && !opt_minute(v.due, &x.in.duty.last))
		return EXIT_WRONG;
	code = act(&cmd_add, &v.office, NULL, work, &x);
	return code == EXIT_FINE ? act_said(format, "Đã thêm nhiệm vụ", "add", NULL, 1) : code;
}
