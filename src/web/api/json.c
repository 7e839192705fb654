/*
 * json.c - any row as JSON, by its columns and fields.def. A list looks its columns up once.
 */
#include "web/api/api.h"

#include "model/civil.h"

static const struct {
	slice stmt, column, member;
	enum field_kind kind;
} fields[] = {
#define FIELD(stmt, column, member, kind) {S(stmt), S(column), S(member), FIELD_##kind},
#include "web/api/fields.def"
#undef FIELD
};

static enum field_kind kind_of(const db_column *c)
{
	return c->type == DB_COLUMN_I64    ? FIELD_INT
	       : c->type == DB_COLUMN_BOOL ? FIELD_BOOL
	                                   : FIELD_TEXT;
}

static api_field field_of(slice stmt, const db_column *c)
{
	slice column = slice_c(c->name);

	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (slice_eq(fields[i].column, column) &&
		    (fields[i].stmt.n == 0 || slice_eq(fields[i].stmt, stmt)))
			return (api_field){fields[i].member, fields[i].kind, c->null, c->at, 0};
	return (api_field){column, kind_of(c), c->null, c->at, 0};
}

api_fields api_fields_of(arena *a, const db_stmt *s)
{
	slice stmt = db_stmt_name(s);
	api_fields all = {0};
	db_column c, next;

	for (uint32_t i = 0; db_column_at(s, i, &c); i++) {
		api_field f = field_of(stmt, &c);

		if (f.kind == FIELD_SPAN && db_column_at(s, i + 1, &next))
			f.more = next.at;
		if (f.kind != FIELD_HIDDEN)
			*VEC_PUSH(a, &all) = f;
	}
	return all;
}

static int64_t number_at(const void *row, size_t at)
{
	int64_t n;

	memcpy(&n, (const char *)row + at, sizeof n);
	return n;
}

static slice text_at(const void *row, size_t at)
{
	slice s;

	memcpy(&s, (const char *)row + at, sizeof s);
	return s;
}

static void put_span(json_out *j, const api_field *f, const void *row)
{
	int64_t at = number_at(row, f->at), len = number_at(row, f->more);

	jout_key(j, f->member);
	if (at == DB_NULL || len == DB_NULL)
		jout_null(j);
	else
		jout_span(j, (uint32_t)at, (uint32_t)len);
}

static void put_flag(json_out *j, const api_field *f, int64_t n)
{
	if (n == DB_NULL)
		member_int(j, f->member, n);
	else
		member_bool(j, f->member, n != 0);
}

static void put_field(json_out *j, const api_field *f, const void *row)
{
	switch (f->kind) {
	case FIELD_TEXT:
		member_text(j, f->member, text_at(row, f->at));
		break;
	case FIELD_BOOL:
		member_bool(j, f->member, *((const bool *)row + f->at));
		break;
	case FIELD_FLAG:
		put_flag(j, f, number_at(row, f->at));
		break;
	case FIELD_MINUTE:
		member_minute(j, f->member, number_at(row, f->at));
		break;
	case FIELD_DAY:
		member_day(j, f->member, number_at(row, f->at));
		break;
	case FIELD_TIME:
		member_time(j, f->member, number_at(row, f->at));
		break;
	case FIELD_SPAN:
		put_span(j, f, row);
		break;
	case FIELD_RAW:
		jout_key(j, f->member);
		jout_plain(j, text_at(row, f->at));
		break;
	default:
		member_int(j, f->member, number_at(row, f->at));
	}
}

void api_members(json_out *j, const api_fields *f, const void *row)
{
	for (uint32_t i = 0; i < f->n; i++)
		put_field(j, &f->p[i], row);
}

void api_rows(visit *p, json_out *j, const db_stmt *s, const db_rows *rows, uint32_t most)
{
	api_fields f = api_fields_of(p->a, s);

	jout_array(j);
	for (uint32_t i = 0; i < rows->n && i < most; i++) {
		jout_object(j);
		api_members(j, &f, (const char *)rows->p + db_row_size(s) * i);
		jout_object_end(j);
	}
	jout_array_end(j);
}
