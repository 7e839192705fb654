/*
 * cmd_add.c - dondoc add: a duty that a person writes down.
 */
#include "app/acting.h"
#include "app/opt.h"
#include "register/nouns.h"
#include "register/propose.h"

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
	.summary = "thêm nhiệm vụ bằng tay: theo văn bản, bút phê, ý kiến chỉ đạo trực tiếp",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.run = run,
};

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
		return complain_usage(&cmd_add, "lệnh này không có tham số", slice_c(argv[0]));
	x.in = (duty_new){.duty = {slice_c(v.action), slice_c(v.deliverable), slice_c(v.monitor),
	                           slice_c(v.assigner), slice_c(v.field), slice_c(v.lead),
	                           slice_c(v.with), slice_c(v.receiver), slice_c(v.watchers),
	                           DB_NULL, false},
	                  .basis = slice_c(v.basis),
	                  .basis_kind = slice_c(v.basis_kind),
	                  .words = slice_c(v.words),
	                  .as = (enum disposal)(DISPOSAL_TRACK + as)};
	if (v.due != NULL && !opt_minute(v.due, &x.in.duty.last))
		return EXIT_NOTHING;
	code = act(&cmd_add, &v.office, NULL, work, &x);
	return code == EXIT_FINE ? act_said(format, "Đã thêm nhiệm vụ", "add", NULL, 1) : code;
}
