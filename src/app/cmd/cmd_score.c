/*
 * cmd_score.c - dondoc score: readings against labelled documents (CONTRACTS §4).
 *
 * Prints every miss and false find with its words, then the figures beside the
 * bars that they must reach. The findings are for developers and are in English,
 * as the labels' keys are. Must never pass over a document in silence.
 */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include "app/command.h"
#include "app/opt.h"
#include "app/score/score.h"
#include "app/score/score_read.h"

typedef struct values {
	const char *docs, *read_json, *program, *only, *doc, *disputed;
	opt_value format;
} values;

static const opt opts[] = {
	FORMAT_OPT(values),
	{"only", OPT_TEXT, "TRƯỜNG", offsetof(values, only),
         "chỉ một trường: deadlines, assignments, leads …"},
	{"doc", OPT_TEXT, "NNN", offsetof(values, doc), "chỉ một văn bản"},
	{"docs", OPT_TEXT, "THƯ_MỤC", offsetof(values, docs),
         "tìm văn bản ở đây trước, rồi mới ở THƯ_MỤC_NHÃN/../docs"},
	{"read-json", OPT_TEXT, "THƯ_MỤC", offsetof(values, read_json),
         "lấy kết quả đọc có sẵn: NNN.json trong thư mục này"},
	{"disputed", OPT_TEXT, "TỆP", offsetof(values, disputed),
         "nhãn đã chứng minh là sai: văn bản, trường, chữ, lý do, cách nhau bằng dấu tab"},
	{"program", OPT_TEXT, "TỆP", offsetof(values, program),
         "đọc văn bản bằng chương trình khác có lệnh read"},
};

static int run(const call *c);

const command cmd_score = {
	.name = "score",
	.args = "THƯ_MỤC_NHÃN",
	.summary = "chấm kết quả đọc theo các văn bản đã gán nhãn",
	TAKES(opts, values),
	.notes =
		"Nhãn là các tệp NNN.json; văn bản là NNN.* trong THƯ_MỤC_NHÃN/../docs. Văn bản không\n"
		"đọc được tính là sót toàn bộ. Mã thoát 0 khi mọi trường đạt ngưỡng, 1 khi còn trường\n"
		"chưa đạt.",
	.run = run,
};

static rc score_all(const score_paths *paths, slice only, arena *a, score_tally *t, err *e)
{
	slices names = {0};
	rc r = score_labels_list(paths->gold, a, &names, e);

	for (uint32_t i = 0; r == RC_OK && i < names.n; i++) {
		arena one;
		json_t *labels = NULL;

		if (only.n != 0 && !slice_eq(names.p[i], only))
			continue;
		arena_init(&one, NULL, 0);
		r = score_labels(paths, names.p[i], &one, &labels, e);
		if (r == RC_OK) {
			json_t *doc = score_reading(paths, names.p[i], &one);

			score_document(t, names.p[i], labels, doc);
			json_decref(doc);
		}
		json_decref(labels);
		arena_done(&one);
	}
	if (r == RC_OK && t->documents == 0)
		return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "no labels");
	return r;
}

/* What is read instead of our own readings must be there: else every document would be missed. */
static rc sources(const values *v, const char **at, err *e)
{
	if (v->program != NULL && access(*at = v->program, X_OK) != 0)
		return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "--program: errno %d", errno);
	if (v->read_json != NULL && access(*at = v->read_json, R_OK) != 0)
		return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "--read-json: errno %d", errno);
	return RC_OK;
}

static int run(const call *c)
{
	const values *v = c->values;
	score_field only = SCORE_COUNT;
	score_paths paths;
	score_tally t = {.a = c->a};
	err e = {0};
	const char *at = NULL;
	int code;
	rc r;

	if (c->n != 1)
		return complain_usage(&cmd_score, "cần đúng một thư mục nhãn", (slice){0});
	if (v->only != NULL && (only = score_field_of(slice_c(v->only))) == SCORE_COUNT)
		return complain_usage(&cmd_score, "không có trường này", slice_c(v->only));
	paths = (score_paths){slice_c(c->args[0]), slice_c(v->docs), slice_c(v->read_json),
	                      slice_c(v->program)};
	r = sources(v, &at, &e);
	if (r == RC_OK && v->disputed != NULL)
		r = score_disputes(at = v->disputed, &t, &e);
	if (r == RC_OK) {
		at = c->args[0];
		r = score_all(&paths, slice_c(v->doc), c->a, &t, &e);
	}
	if (r != RC_OK) {
		complain(slice_c(at), &e);
		code = exit_of(r);
	} else {
		bool pass = v->format.n == OUT_JSON ? score_print_json(stdout, &t, only)
		                                    : score_print_text(stdout, &t, only);

		code = pass ? EXIT_FINE : EXIT_SOME;
	}
	return code;
}
