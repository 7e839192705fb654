/*
 * form_pages.c - making and changing by hand: one form for every noun.
 *
 * Says nothing of what may be: the register refuses, and the form comes back with what was
 * written and why.
 */
#include "model/roles.h"
#include "views.h"
#include "web/pages/forms.h"
#include "web/pages/pages.h"

typedef struct saving {
	visit *p;
	enum hand noun;
	hand_fields fields;
	int64_t id, seen;
	slice key;
	bool undo;
} saving;

static rc which(visit *p, enum hand *ret, err *e)
{
	*ret = forms_noun(p->args[0], p->route->right);
	return *ret == HAND_COUNT ? err_set(e, RC_INPUT, MSG_NO_SUCH, "noun") : RC_OK;
}

static slice prefix(const visit *p)
{
	return p->route->right == RIGHT_ADMIN ? S("/quan-tri") : S("");
}

static rc show(visit *p, enum hand h, slice key, const hand_fields *values, form_view *v, err *e)
{
	slice head = prefix(p), word = forms_word(h);
	rc code;

	v->frame = page_frame(p, forms_heading(h, key.n == 0),
	                      head.n > 0 ? head : forms_back(p, h, (slice){0}));
	v->heading = v->frame.title;
	v->back = forms_back(p, h, key);
	v->action = key.n > 0 ? page_link(p, "%.*s/sua/%.*s/%.*s", (int)head.n, head.p, (int)word.n,
	                                  word.p, (int)key.n, key.p)
	                      : page_link(p, "%.*s/lap/%.*s", (int)head.n, head.p, (int)word.n,
	                                  word.p);
	code = forms_fill(p, h, values, v, e);
	/* By its code a body and a group are known to papers: it is given once. */
	if (code == RC_OK && key.n > 0 && (h == HAND_AGENCY || h == HAND_GROUP))
		v->fields.p[0].fixed = true;
	if (code == RC_OK)
		view_form(&p->to->body, v);
	return code;
}

/* A link may bring values: "/lap/cuoc-hop?document=…&title=…". */
rc page_form_new(visit *p, err *e)
{
	hand_fields values = {0};
	form_view v = {0};
	hand_known k;
	enum hand h;
	rc code = which(p, &h, e);

	if (code != RC_OK)
		return code;
	for (unsigned i = 0; hand_field_at(h, i, &k); i++)
		if (http_query(p->q, k.name).n > 0)
			hand_put(p->a, &values, k.name, http_query(p->q, k.name));
	return show(p, h, (slice){0}, &values, &v, e);
}

rc page_form_edit(visit *p, err *e)
{
	slice word, key = p->args[1], head = prefix(p);
	hand_fields values = {0};
	form_view v = {0};
	int64_t id = 0;
	bool undoable = false;
	enum hand h;
	rc code = which(p, &h, e);

	if (code == RC_OK)
		code = hand_find(p->r, h, key, &id, e);
	if (code == RC_OK)
		code = hand_read(p->r, h, id, p->a, &values, e);
	if (code == RC_OK)
		code = hand_version(p->r, h, id, &v.seen, e);
	if (code == RC_OK)
		code = hand_undoable(p->r, h, id, &undoable, e);
	if (code != RC_OK)
		return code;
	word = forms_word(h);
	if (undoable)
		v.undo = page_link(p, "%.*s/hoan-tac/%.*s/%.*s", (int)head.n, head.p, (int)word.n,
		                   word.p, (int)key.n, key.p);
	return show(p, h, key, &values, &v, e);
}

static rc save(db *d, void *ctx, err *e)
{
	saving *x = ctx;
	reg *r = x->p->r;
	rc code = RC_OK;

	(void)d;
	if (x->key.n > 0)
		code = hand_find(r, x->noun, x->key, &x->id, e);
	if (code != RC_OK)
		return code;
	if (x->undo)
		return hand_undo(r, x->noun, x->id, e);
	if (x->key.n > 0)
		return hand_change(r, x->noun, x->id, &x->fields, x->seen, e);
	code = hand_add(r, x->noun, &x->fields, &x->id, e);
	return code == RC_OK ? hand_key(r, x->noun, x->id, x->p->a, &x->key, e) : code;
}

/* What was written comes back with why it was refused. */
static rc refuse(saving *x, const err *why, err *e)
{
	form_view v = {.problem = slice_c(msg_text(why->id)),
	               .hint = page_hint(why->id),
	               .where = forms_fault(x->noun, &x->fields, why),
	               .seen = x->seen};

	x->p->to->status = why->id == MSG_CHANGED_MEANWHILE ? 409 : 422;
	return show(x->p, x->noun, x->p->args[1], &x->fields, &v, e);
}

static rc take(visit *p, saving *x, err *e)
{
	slice word, head = prefix(p);
	err why = {0};
	rc code;

	forms_take(p, x->noun, &x->fields);
	x->seen = page_number(http_form(p->q, S("seen")), 0, INT64_C(999999999999));
	code = db_write(p->r->d, save, x, &why);
	if (code == RC_INPUT && why.id != MSG_NO_SUCH && why.id != MSG_FORBIDDEN)
		return refuse(x, &why, e);
	if (code != RC_OK) {
		*e = why;
		return code;
	}
	word = forms_word(x->noun);
	if (slice_eq(http_form(p->q, S("next")), S("more")))
		page_done(p,
		          page_link(p, "%.*s/sua/%.*s/%.*s", (int)head.n, head.p, (int)word.n,
		                    word.p, (int)x->key.n, x->key.p),
		          "saved");
	else
		page_done(p, forms_back(p, x->noun, x->key), "saved");
	return RC_OK;
}

rc page_form_add(visit *p, err *e)
{
	saving x = {.p = p};
	rc code = which(p, &x.noun, e);

	return code == RC_OK ? take(p, &x, e) : code;
}

rc page_form_save(visit *p, err *e)
{
	saving x = {.p = p, .key = p->args[1]};
	rc code = which(p, &x.noun, e);

	return code == RC_OK ? take(p, &x, e) : code;
}

rc page_form_undo(visit *p, err *e)
{
	saving x = {.p = p, .key = p->args[1], .undo = true};
	rc code = which(p, &x.noun, e);

	if (code == RC_OK)
		code = db_write(p->r->d, save, &x, e);
	if (code == RC_OK)
		page_done(p, forms_back(p, x.noun, x.key), "undone");
	return code;
}
