/*
 * admin_people.c - Quản trị: bodies and groups; accounts for persons who came in as a sheet.
 *
 * A password is made by us and shown once, to whoever hands it on; it is kept nowhere.
 */
#include "base/fold.h"
#include "base/secret.h"
#include "model/roles.h"
#include "register/hand/hand.h"
#include "views.h"
#include "web/pages/admin_tabs.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/show_hand.h"

enum { AT_ONCE = 40, LOGIN_ROOM = 56, TRIES = 50 };

static slice days_words(visit *p, int64_t from, int64_t to)
{
	slice a = page_day(p, from), b = page_day(p, to);

	if (from == DB_NULL && to == DB_NULL)
		return (slice){0};
	return page_link(p, "%s%.*s%s%.*s", a.n > 0 ? "từ " : "", (int)a.n, a.p,
	                 b.n > 0 ? " đến " : "", (int)b.n, b.p);
}

bool admin_fits(visit *p, slice asked, slice one, slice two, slice three)
{
	slice all = page_link(p, "%.*s %.*s %.*s", (int)one.n, one.p, (int)two.n, two.p,
	                      (int)three.n, three.p);

	return asked.n == 0 || slice_has(fold_text(p->a, all), fold_text(p->a, asked));
}

static rc add_groups(visit *p, list_view *v, err *e)
{
	sql_group_list_rows rows = {0};
	rc code = sql_group_list(p->r->d, &p->r->who, (sql_group_list_in){p->r->minute / CMIN_DAY},
	                         p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_group_list_row *g = &rows.p[i];

		if (!admin_fits(p, v->words, g->name, g->code, S("")))
			continue;
		*VEC_PUSH(p->a, &v->rows) = (plain_row){
			.href = page_link(p, "/quan-tri/sua/nhom/%.*s", (int)g->code.n, g->code.p),
			.a = g->name,
			.b = g->code,
			.c = page_count(p, g->members, " thành viên hôm nay"),
			.tag = S("Nhóm"),
			.mood = S("fine")};
	}
	return code;
}

static rc add_bodies(visit *p, slice class, list_view *v, err *e)
{
	sql_agency_table_rows rows = {0};
	rc code = sql_agency_table(p->r->d, &p->r->who, (sql_agency_table_in){class}, p->a, &rows,
	                           e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_agency_table_row *g = &rows.p[i];

		if (!admin_fits(p, v->words, g->name, g->code, g->district))
			continue;
		*VEC_PUSH(p->a,
		          &v->rows) = (plain_row){.href = page_link(p, "/quan-tri/sua/don-vi/%.*s",
		                                                    (int)g->code.n, g->code.p),
		                                  .a = g->name,
		                                  .b = g->code,
		                                  .c = g->district.n > 0 ? g->district : g->parent,
		                                  .d = days_words(p, g->from_day, g->to_day),
		                                  .e = g->phone.n > 0 ? g->phone : g->email};
	}
	return code;
}

rc page_bodies(visit *p, err *e)
{
	static const struct {
		slice word, wording, class;
	} kinds[] = {{S(""), S("Sở, ngành"), S("agency")},
	             {S("xa"), S("Xã, phường"), S("commune")},
	             {S("khac"), S("Cơ quan khác"), S("external")},
	             {S("nhom"), S("Nhóm"), S("")}};
	slice asked = http_query(p->q, S("loai"));
	list_view v = {.frame = page_frame(p, S("Đơn vị, nhóm"), S("/quan-tri")),
	               .heading = S("Đơn vị, nhóm"),
	               .make = S("/quan-tri/lap/don-vi"),
	               .make_words = S("Thêm đơn vị"),
	               .second = S("/quan-tri/lap/nhom"),
	               .second_words = S("Thêm nhóm"),
	               .ha = S("Tên"),
	               .hb = S("Mã"),
	               .hc = S("Địa bàn, cấp trên"),
	               .hd = S("Thời gian"),
	               .he = S("Liên hệ"),
	               .search = S("Tìm theo tên, mã, địa bàn"),
	               .words = slice_trim(http_query(p->q, S("ten"))),
	               .empty = S("Không có.")};
	size_t at = 0;
	rc code;

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (slice_eq(kinds[i].word, asked))
			at = i;
	v.kind = kinds[at].word;
	admin_tabs(p, S("/quan-tri/don-vi"), &v.tabs);
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		*VEC_PUSH(p->a, &v.more) = (option){
			kinds[i].word.n > 0 ? page_link(p, "/quan-tri/don-vi?loai=%.*s",
		                                        (int)kinds[i].word.n, kinds[i].word.p)
					    : S("/quan-tri/don-vi"),
			kinds[i].wording, i == at};
	code = kinds[at].class.n == 0 ? add_groups(p, &v, e)
	                              : add_bodies(p, kinds[at].class, &v, e);
	if (code == RC_OK)
		view_list(&p->to->body, &v);
	return code;
}

/* --- accounts for persons --- */

/* "Nguyễn Văn A" as "nguyen.van.a", with a number behind it when it is taken. */
static rc free_login(visit *p, slice name, slice *ret, err *e)
{
	slice folded = fold_text(p->a, name);
	sql_account_by_login_row row;
	char *at = folded.n > 0 ? arena_room(p->a, folded.n) : NULL;
	slice base = {at, folded.n < LOGIN_ROOM ? folded.n : LOGIN_ROOM};
	bool found = true;
	rc code = RC_OK;

	if (at == NULL)
		return err_set(e, RC_INPUT, MSG_LOGIN_BAD, "no letters");
	for (size_t i = 0; i < base.n; i++)
		at[i] = folded.p[i] == ' ' ? '.' : folded.p[i];
	*ret = base;
	for (int i = 2; code == RC_OK && found && i < TRIES; i++) {
		code = sql_account_by_login(p->r->d, (sql_account_by_login_in){*ret}, p->a, &row,
		                            &found, e);
		if (code == RC_OK && found)
			*ret = page_link(p, "%.*s%d", (int)base.n, base.p, i);
	}
	return code;
}

typedef struct linking {
	slice login;
	int64_t person;
} linking;

static rc link_person(db *d, void *ctx, err *e)
{
	const linking *x = ctx;

	return sql_account_person_set(d, (sql_account_person_set_in){x->login, x->person}, NULL, e);
}

static rc make_one(visit *p, const sql_person_unaccounted_row *who, secrets_view *v, err *e)
{
	bool commune = slice_eq(who->class, S("commune"));
	person_new in = {.name = who->name,
	                 .role = commune ? S("commune_officer") : S("agency_officer"),
	                 .password = people_word(p->a),
	                 .fresh = true,
	                 .agency = who->agency};
	linking x = {.person = who->id};
	rc code = free_login(p, who->name, &in.login, e);

	if (code == RC_OK)
		code = people_add(p->r, &in, e);
	x.login = in.login;
	if (code == RC_OK)
		code = db_write(p->r->d, link_person, &x, e);
	if (code == RC_OK)
		*VEC_PUSH(p->a, &v->rows) = (secret_row){in.login, who->name, who->agency_name,
		                                         role_of(in.role)->wording, in.password};
	return code;
}

/* Those of the Office get theirs one by one: which role they have, no sheet says. */
rc page_accounts_make(visit *p, err *e)
{
	secrets_view v = {.frame = page_frame(p, S("Tài khoản mới"), S("/quan-tri")),
	                  .heading = S("Tài khoản mới")};
	sql_person_unaccounted_rows rows = {0};
	rc code = sql_person_unaccounted(p->r->d, &p->r->who,
	                                 (sql_person_unaccounted_in){p->r->minute / CMIN_DAY, 1000},
	                                 p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		if (slice_eq(rows.p[i].code, S("VPUBND")) ||
		    slice_eq(rows.p[i].class, S("external")))
			continue;
		if (v.rows.n < AT_ONCE)
			code = make_one(p, &rows.p[i], &v, e);
		else
			v.left++;
	}
	if (code == RC_OK)
		view_secrets(&p->to->body, &v);
	return code;
}

/* Who forgot the password, or lost the telephone with the codes. */
rc page_account_reset(visit *p, err *e)
{
	secrets_view v = {.frame = page_frame(p, S("Mật khẩu mới"), S("/quan-tri")),
	                  .heading = S("Mật khẩu mới")};
	bool second = slice_eq(http_form(p->q, S("second")), S("1"));
	sql_account_by_pub_row row;
	slice fresh;
	rc code = sql_account_by_pub(p->r->d, (sql_account_by_pub_in){p->args[0]}, p->a, &row, NULL,
	                             e);

	if (code == RC_OK && row.id == p->r->who.user)
		code = err_set(e, RC_INPUT, MSG_OWN_ACCOUNT, "its own");
	if (code == RC_OK)
		code = people_reset(p->r, p->args[0], second, p->a, &fresh, e);
	if (code != RC_OK)
		return code;
	*VEC_PUSH(p->a, &v.rows) = (secret_row){
		row.login, row.name, (slice){0},
		role_of(row.role) != NULL ? role_of(row.role)->wording : (slice){0}, fresh};
	view_secrets(&p->to->body, &v);
	return RC_OK;
}
