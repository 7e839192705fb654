/*
 * cmd_list.c - dondoc list: every noun of the register as a list.
 */
#include "app/cmd/acting.h"
#include "app/opt.h"
#include "app/out/wording.h"
#include "register/look/lists.h"
#include "register/people/bodies.h"
#include "register/people/nouns.h"

enum { PAGE = 200, TITLE_MAX = 200 };

#define STATES_OBLIGATIONS                                                                         \
	"not_started|received|in_progress|reported_done|confirmed|returned|suspended|stopped"
#define STATES_ASSIGNMENTS "proposed|accepted|dropped|track|standing|keep"
#define STATES_DOCUMENTS "draft|signed|issued|replaced|recalled"
#define STATES_MEETINGS "proposed|accepted|dropped|called|held|postponed|cancelled"
#define STATES_COLLECTIONS "open|closed"
#define STATES_PETITIONS "open|answered_orally|answered_in_writing|escalated"

typedef struct values {
	office_values office;
	const char *agency, *document, *state, *text;
	opt_value limit;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"agency", OPT_TEXT, "MÃ", offsetof(values, agency), "chỉ một cơ quan, đơn vị"},
	{"document", OPT_TEXT, "MÃ", offsetof(values, document), "chỉ của một văn bản"},
	{"state", OPT_TEXT, "TRẠNG THÁI", offsetof(values, state),
         "chỉ một trạng thái (xem dưới đây)"},
	{"text", OPT_TEXT, "CHỮ", offsetof(values, text), "có những chữ này, không cần dấu"},
	{"limit", OPT_NUMBER, "SỐ", offsetof(values, limit),
         "nhiều nhất bấy nhiêu (mặc định: 200; csv: tất cả)"},
	FORMAT_CSV_OPT(office_values),
};

static int run(const call *c);

const command cmd_list = {
	.name = "list",
	.args = "obligations|assignments|documents|meetings|collections|petitions",
	.summary = "danh sách nhiệm vụ, văn bản, cuộc họp, đợt tổng hợp, kiến nghị",
	TAKES(opts, values),
	.notes = "Trạng thái:\n"
		 "  obligations  " STATES_OBLIGATIONS "\n"
		 "  assignments  " STATES_ASSIGNMENTS "\n"
		 "  documents    " STATES_DOCUMENTS "\n"
		 "  meetings     " STATES_MEETINGS "\n"
		 "  collections  " STATES_COLLECTIONS "\n"
		 "  petitions    " STATES_PETITIONS,
	.run = run,
};

static const slice states[LIST_COUNT] = {
	[LIST_OBLIGATIONS] = S(STATES_OBLIGATIONS), [LIST_ASSIGNMENTS] = S(STATES_ASSIGNMENTS),
	[LIST_DOCUMENTS] = S(STATES_DOCUMENTS),     [LIST_MEETINGS] = S(STATES_MEETINGS),
	[LIST_COLLECTIONS] = S(STATES_COLLECTIONS), [LIST_PETITIONS] = S(STATES_PETITIONS),
};

/* Which column carries what in JSON, by noun. */
static const struct {
	slice at, who, kind, n, total;
	slice counted; /* what n of total are, for people */
} keys[LIST_COUNT] = {
	[LIST_OBLIGATIONS] = {S("due"), S("agency_name"), S("nature"), {0}, {0}, {0}},
	[LIST_ASSIGNMENTS] = {S("due"), S("lead"), S("nature"), {0}, S("expands"), {0}},
	[LIST_DOCUMENTS] = {S("issued"), S("issuer"), S("kind"), S("proposed"), S("assignments"),
                            S("nhiệm vụ chờ rà soát")},
	[LIST_MEETINGS] = {S("start"), S("chair"), S("mode"), {0}, S("participants"), {0}},
	[LIST_COLLECTIONS] =
		{S("due"), S("compiler_name"), {0}, S("in"), S("members"), S("đơn vị đã gửi")},
	[LIST_PETITIONS] = {S("due"), S("owner_name"), S("petitioner_name"), {0}, {0}, {0}},
};

static void put_json(strbuf *b, enum list_noun noun, const list_rows *rows)
{
	json_out j = jout_to(b);

	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.list/1"));
	member_text(&j, S("noun"), slice_c(list_nouns[noun]));
	jout_key(&j, S("rows"));
	jout_array(&j);
	for (uint32_t i = 0; i < rows->n; i++) {
		const list_row *x = &rows->p[i];

		jout_object(&j);
		member_text(&j, S("id"), x->pub);
		member_text(&j, S("title"), x->title);
		member_text(&j, S("state"), x->state);
		member_minute(&j, keys[noun].at, x->at);
		member_text(&j, keys[noun].who, x->who);
		if (keys[noun].kind.n > 0)
			member_text(&j, keys[noun].kind, x->kind);
		if (keys[noun].n.n > 0)
			member_int(&j, keys[noun].n, x->n);
		if (keys[noun].total.n > 0)
			member_int(&j, keys[noun].total, x->total);
		member_text(&j, S("number"), x->number);
		member_text(&j, S("document"), x->document);
		member_text(&j, S("document_name"), x->document_name);
		jout_object_end(&j);
	}
	jout_array_end(&j);
	jout_object_end(&j);
	strbuf_putc(b, '\n');
}

static void put_at(strbuf *b, enum list_noun noun, int64_t at)
{
	if (noun == LIST_MEETINGS)
		out_put_start(b, at);
	else
		out_put_minute(b, at);
}

static void put_csv(strbuf *b, enum list_noun noun, const list_rows *rows)
{
	strbuf_put(b, S("Mã,Nội dung,Trạng thái,Ngày,Cơ quan,Loại,Số văn bản,Văn bản\r\n"));
	for (uint32_t i = 0; i < rows->n; i++) {
		const list_row *x = &rows->p[i];
		const slice first[] = {x->pub, x->title, wording(x->state)};
		const slice last[] = {x->who, wording(x->kind), x->number, x->document_name};

		for (size_t k = 0; k < ARRAY_LEN(first); k++) {
			out_csv(b, first[k]);
			strbuf_putc(b, ',');
		}
		if (x->at != DB_NULL) {
			strbuf_putc(b, '"');
			put_at(b, noun, x->at);
			strbuf_putc(b, '"');
		}
		for (size_t k = 0; k < ARRAY_LEN(last); k++) {
			strbuf_putc(b, ',');
			out_csv(b, last[k]);
		}
		strbuf_put(b, S("\r\n"));
	}
}

static void put_text(strbuf *b, enum list_noun noun, const list_rows *rows)
{
	if (rows->n == 0)
		strbuf_put(b, S("Không có mục nào.\n"));
	for (uint32_t i = 0; i < rows->n; i++) {
		const list_row *x = &rows->p[i];

		strbuf_putc(b, '[');
		strbuf_put(b, x->pub);
		strbuf_put(b, S("] "));
		if (x->at != DB_NULL) {
			put_at(b, noun, x->at);
			strbuf_put(b, S(" · "));
		}
		strbuf_put(b, wording(x->state));
		if (keys[noun].n.n > 0) {
			strbuf_put(b, S(" · "));
			strbuf_int(b, x->n);
			strbuf_putc(b, '/');
			strbuf_int(b, x->total);
			strbuf_putc(b, ' ');
			strbuf_put(b, keys[noun].counted);
		}
		strbuf_put(b, S("\n    "));
		if (x->who.n > 0) {
			out_line(b, x->who, TITLE_MAX);
			strbuf_put(b, S(": "));
		}
		out_line(b, x->title, TITLE_MAX);
		strbuf_putc(b, '\n');
	}
}

static rc find(reg *r, const call *c, answer *to, list_ask *ask, err *e)
{
	const values *v = c->values;
	rc code = RC_OK;

	to->about = v->agency;
	if (v->agency != NULL)
		code = bodies_known(r, slice_c(v->agency), &ask->agency, e);
	if (code != RC_OK || v->document == NULL)
		return code;
	to->about = v->document;
	return noun_of(r, slice_c(v->document), NOUN_DOCUMENT, &ask->document, e);
}

static rc show(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	enum out_format format = call_format(c);
	list_ask ask = {.agency = DB_NULL,
	                .document = DB_NULL,
	                .most = opt_or(v->limit, format == OUT_CSV ? INT32_MAX : PAGE),
	                .state = slice_c(v->state),
	                .text = slice_c(v->text)};
	enum list_noun noun = (enum list_noun)opt_choice(c->of, c->args[0], list_nouns);
	list_rows rows;
	rc code = find(r, c, to, &ask, e);

	if (code != RC_OK)
		return code;
	to->about = NULL;
	code = list_of(r, noun, &ask, c->a, &rows, e);
	if (code == RC_OK)
		(format == OUT_JSON  ? put_json
		 : format == OUT_CSV ? put_csv
		                     : put_text)(&to->out, noun, &rows);
	return code;
}

static int run(const call *c)
{
	const values *v = c->values;
	int noun;

	if (c->n != 1)
		return complain_usage(&cmd_list, "cần đúng một loại danh sách", (slice){0});
	noun = opt_choice(&cmd_list, c->args[0], list_nouns);
	if (noun < 0 || (v->state != NULL && opt_place(&cmd_list, v->state, states[noun]) < 0))
		return EXIT_WRONG;
	return look(c, show);
}
