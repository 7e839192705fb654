/*
 * score_print.c - the figures, and behind each the words that it comes from.
 *
 * Two forms of the same tally: text to work from, JSON to build on. Must never
 * round in our favour: shares are cut, not rounded.
 */
#include "app/score/score.h"

typedef struct share {
	uint64_t part, whole;
} share;

static share precision_of(const score_count *c)
{
	return (share){c->right, (uint64_t)c->right + c->wrong};
}

static share recall_of(const score_count *c)
{
	return (share){c->right, (uint64_t)c->right + c->missed};
}

static share f1_of(const score_count *c)
{
	return (share){2 * (uint64_t)c->right, 2 * (uint64_t)c->right + c->missed + c->wrong};
}

static bool recall_only(score_field f)
{
	unsigned bar;

	return score_field_bar(f, &bar) == SCORE_BAR_RECALL;
}

static bool shown(score_field f, score_field only)
{
	return only == SCORE_COUNT || f == only;
}

static void print_share(FILE *to, share s)
{
	uint64_t cut = s.whole ? s.part * 10000 / s.whole : 0;

	if (s.whole == 0)
		(void)fprintf(to, "      -");
	else
		(void)fprintf(to, " %u.%04u", (unsigned)(cut / 10000), (unsigned)(cut % 10000));
}

static void print_finding(FILE *to, const score_finding *x)
{
	slice field = x->what == SCORE_NOT_READ ? S("document") : score_field_word(x->field);
	static const char *const what[] = {"missed", "FALSE", "NOT READ", "not counted"};

	static const char *const before[] = {"\n\tours: ", ": ", "", "\n\tbecause: "};

	(void)fprintf(to, "%.*s %.*s %s", (int)x->doc.n, x->doc.p, (int)field.n, field.p,
	              what[x->what]);
	if (x->label.n != 0)
		(void)fprintf(to, ": %.*s", (int)x->label.n, x->label.p);
	if (x->found.n != 0)
		(void)fprintf(to, "%s%.*s", before[x->what], (int)x->found.n, x->found.p);
	(void)fputc('\n', to);
}

static void print_bar(FILE *to, score_field f, const score_count *c)
{
	static const char *const names[] = {
		[SCORE_BAR_NONE] = "", [SCORE_BAR_ALLOW] = "P, R", [SCORE_BAR_BOTH] = "P, R",
		[SCORE_BAR_F1] = "F1", [SCORE_BAR_RECALL] = "R",
	};
	unsigned bar;
	score_bar kind = score_field_bar(f, &bar);

	if (kind != SCORE_BAR_NONE)
		(void)fprintf(to, "  %-4s >= 0.%03u  %s", names[kind], bar,
		              score_passes(f, c) ? "pass" : "FAIL");
	if (kind == SCORE_BAR_ALLOW)
		(void)fprintf(to, " (max(1, 2%%) missed, as many false)");
	(void)fputc('\n', to);
}

bool score_print_text(FILE *to, const score_tally *t, score_field only)
{
	bool pass = t->not_read < t->documents; /* nothing read is nothing reached */

	for (uint32_t i = 0; i < t->findings.n; i++) {
		const score_finding *x = &t->findings.p[i];

		if (x->field == SCORE_ASSIGNMENTS_STRICT && only != SCORE_ASSIGNMENTS_STRICT)
			continue; /* the same words as under assignments */
		if (x->what == SCORE_NOT_READ || shown(x->field, only))
			print_finding(to, x);
	}
	(void)fprintf(to, "\n%u documents, %u not read\n", t->documents, t->not_read);
	(void)fprintf(to, "%-19s %6s %6s %6s %6s %7s %7s %7s\n", "field", "labels", "right",
	              "missed", "false", "P", "R", "F1");
	for (score_field f = 0; f < SCORE_COUNT; f++) {
		const score_count *c = &t->count[f];

		if (!shown(f, only))
			continue;
		(void)fprintf(to, "%-19.*s %6u %6u %6u %6u", (int)score_field_word(f).n,
		              score_field_word(f).p, c->labels, c->right, c->missed, c->wrong);
		print_share(to, recall_only(f) ? (share){0, 0} : precision_of(c));
		print_share(to, recall_of(c));
		print_share(to, recall_only(f) ? (share){0, 0} : f1_of(c));
		print_bar(to, f, c);
		pass = pass && score_passes(f, c);
	}
	return pass;
}

static json_t *share_json(share s)
{
	return s.whole ? json_real((double)s.part / (double)s.whole) : json_null();
}

static json_t *slice_json(slice s)
{
	return s.n ? json_stringn(s.p, s.n) : json_null();
}

static json_t *field_json(score_field f, const score_count *c)
{
	json_t *o = json_object();
	unsigned bar;
	score_bar kind = score_field_bar(f, &bar);

	(void)json_object_set_new(o, "field", slice_json(score_field_word(f)));
	(void)json_object_set_new(o, "labels", json_integer(c->labels));
	(void)json_object_set_new(o, "right", json_integer(c->right));
	(void)json_object_set_new(o, "missed", json_integer(c->missed));
	(void)json_object_set_new(o, "false", json_integer(c->wrong));
	if (!recall_only(f)) {
		(void)json_object_set_new(o, "precision", share_json(precision_of(c)));
		(void)json_object_set_new(o, "f1", share_json(f1_of(c)));
	}
	(void)json_object_set_new(o, "recall", share_json(recall_of(c)));
	if (kind == SCORE_BAR_NONE)
		return o;
	(void)json_object_set_new(o, "bar", json_real(bar / 1000.0));
	(void)json_object_set_new(o, "pass", json_boolean(score_passes(f, c)));
	return o;
}

static json_t *finding_json(const score_finding *x)
{
	static const char *const what[] = {"missed", "false", "not-read", "disputed"};
	json_t *o = json_object();

	(void)json_object_set_new(o, "document", slice_json(x->doc));
	(void)json_object_set_new(o, "what", json_string(what[x->what]));
	if (x->what == SCORE_NOT_READ)
		return o;
	(void)json_object_set_new(o, "field", slice_json(score_field_word(x->field)));
	(void)json_object_set_new(o, "label", slice_json(x->label));
	(void)json_object_set_new(o, x->what == SCORE_DISPUTED ? "why" : "found",
	                          slice_json(x->found));
	return o;
}

bool score_print_json(FILE *to, const score_tally *t, score_field only)
{
	json_t *all = json_object();
	json_t *fields = json_array();
	json_t *findings = json_array();
	bool pass = t->not_read < t->documents; /* nothing read is nothing reached */

	for (score_field f = 0; f < SCORE_COUNT; f++) {
		if (!shown(f, only))
			continue;
		(void)json_array_append_new(fields, field_json(f, &t->count[f]));
		pass = pass && score_passes(f, &t->count[f]);
	}
	for (uint32_t i = 0; i < t->findings.n; i++) {
		const score_finding *x = &t->findings.p[i];

		if (x->what == SCORE_NOT_READ || shown(x->field, only))
			(void)json_array_append_new(findings, finding_json(x));
	}
	(void)json_object_set_new(all, "schema", json_string("dondoc.score/1"));
	(void)json_object_set_new(all, "documents", json_integer(t->documents));
	(void)json_object_set_new(all, "not_read", json_integer(t->not_read));
	(void)json_object_set_new(all, "pass", json_boolean(pass));
	(void)json_object_set_new(all, "fields", fields);
	(void)json_object_set_new(all, "findings", findings);
	(void)json_dumpf(all, to, JSON_COMPACT | JSON_REAL_PRECISION(6));
	(void)fputc('\n', to);
	json_decref(all);
	return pass;
}
