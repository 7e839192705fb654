/*
 * test_registry.c - names, groups and elided lists of the registries that ship.
 *
 * Reads data/registry of the tree, so a spoilt table fails here with its line.
 */
#include "reading/registry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "model/civil.h"

#ifndef DONDOC_DATA
#define DONDOC_DATA "data"
#endif

enum { NAMES = 3 };

static const char *const shipped[NAMES] = {"langson", "tinh", "vietnam"};

static arena memory;
static lexicon *lex;
static registry reg;

static slice of(const char *s)
{
	return (slice){s, strnlen(s, 1 << 16)};
}

static slice table(const char *name, const char *file)
{
	char path[256];
	slice text = {NULL, 0};

	(void)snprintf(path, sizeof path, "%s/registry/%s/%s.tsv", DONDOC_DATA, name, file);
	if (file_read(path, 1 << 20, &memory, &text, NULL) != RC_OK)
		return (slice){NULL, 0};
	return text;
}

static registry_tables tables_of(const char *name)
{
	return (registry_tables){of(name), table(name, "agencies"), table(name, "groups"),
	                         table(name, "units")};
}

static int load(void **state)
{
	registry_tables t[NAMES];
	err e = {0};

	(void)state;
	arena_init(&memory, NULL, 0);
	lex = lexicon_new(&memory);
	for (int i = 0; i < NAMES; i++)
		t[i] = tables_of(shipped[i]);
	if (registry_load(t, NAMES, lex, &memory, &reg, &e) != RC_OK)
		fail_msg("%s", e.detail);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	arena_done(&memory);
	return 0;
}

/* The body that the whole of `text` names, of any class. */
static const body *whole(const char *text)
{
	tokens t = tokens_of(of(text), lex, &memory);
	hit h;

	if (!lexicon_longest(lex, &t, 0, LAYER_BODY, &h) || h.ntok != t.n)
		fail_msg("nothing is called \"%s\"", text);
	return &reg.bodies.p[h.value];
}

static void expect(const char *text, const char *code, enum body_class cls)
{
	const body *b = whole(text);

	if (!slice_eq(b->code, of(code)) || b->cls != cls)
		fail_msg("\"%s\": got %.*s, class %d; want %s, class %d", text, (int)b->code.n,
		         b->code.p, b->cls, code, cls);
}

static int32_t day(const char *iso)
{
	civil c;

	assert_int_equal(civil_parse((slice){iso, 10}, &c, NULL), RC_OK);
	return civil_days(c.y, c.mo, c.d);
}

static uint32_t count(const char *code, const char *iso)
{
	body_indexes got = {0};

	assert_int_not_equal(registry_find(&reg, of(code)), BODY_NOBODY);
	registry_members(&reg, registry_find(&reg, of(code)), day(iso), &memory, &got);
	return got.n;
}

static bool has(const char *group, const char *code, const char *iso)
{
	body_indexes got = {0};

	registry_members(&reg, registry_find(&reg, of(group)), day(iso), &memory, &got);
	for (uint32_t i = 0; i < got.n; i++)
		if (slice_eq(reg.bodies.p[got.p[i]].code, of(code)))
			return true;
	return false;
}

static void every_shipped_name_can_be_matched(void **state)
{
	(void)state;
	assert_int_equal(reg.unmatchable, 0);
}

static void agencies_are_found_however_they_are_written(void **state)
{
	static const struct {
		const char *text, *code;
	} rows[] = {
		{"Sở Tài chính", "STC"},
		{"SỞ TÀI CHÍNH TỈNH LẠNG SƠN", "STC"},
		{"Sở Nông nghiệp & Môi trường", "SNNMT"},
		{"Sở NN và MT", "SNNMT"},
		{"Sở KH&CN", "SKHCN"},
		{"Sở Văn hoá, Thể thao và Du lịch tỉnh", "SVHTTDL"},
		{"Sở Văn hóa - Thể thao và Du lịch", "SVHTTDL"},
		{"Sở Văn hóa – Thể thao và Du lịch", "SVHTTDL"},
		{"Sở VH,TT&DL", "SVHTTDL"},
		{"Sở GD&ĐT Lạng Sơn", "SGDDT"},
		{"Văn phòng Uỷ ban nhân dân tỉnh", "VPUBND"},
		{"VP UBND tỉnh", "VPUBND"},
		{"Văn phòng UBND tỉnh Lạng Sơn", "VPUBND"},
		{"Thanh tra tỉnh Lạng Sơn", "TTRA"},
		{"UBND tỉnh", "UBND"},
		{"Ủy ban nhân dân tỉnh Lạng Sơn", "UBND"},
		{"Chủ tịch UBND tỉnh", "CTUBND"},
		{"Báo và Đài PTTH LS", "BAOPTTH"},
		{"Báo và Phát thanh truyền hình Lạng Sơn", "BAOPTTH"},
		{"Công TTĐT tỉnh", "CONGTTDT"},
		{"Viễn thông Lạng Sơn", "VNPT"},
		{"VNPT Lạng Sơn", "VNPT"},
		{"Thường trú TTXVN tại LS", "TTXVN"},
		{"HC-QT", "VP-HCQT"},
		{"TT HĐND tỉnh", "TTHDND"},
		{"Văn phòng Đoàn ĐBQH&HĐND tỉnh", "VPDBQHHDND"},
		{"Trung tâm phát triển quỹ đất tỉnh", "TTPTQD"},
		{"Cục Thống kê", "CTK"},
		{"Thống kê tỉnh", "TKT"},
		{"Bộ NN&PTNT", "BNNPTNT"},
		{"Bộ Lao động – Thương binh và Xã hội", "BLDTBXH"},
		{"Bộ Nông nghiệp và Môi trường", "BNNMT"},
		{"Thủ tướng Chính phủ", "TTG"},
		{"Ngân hàng Nhà nước Việt Nam", "NHNNVN"},
		{"EVN", "EVN"},
		{"UBND tỉnh Lào Cai", "UBND-LAOCAI"},
		{"Ủy ban nhân dân TP. Hồ Chí Minh", "UBND-HOCHIMINH"},
		{"Sở LĐ-TB&XH", "OLD-SLDTBXH"},
		{"UBND xã Hữu Lũng", "XA-06385"},
		{"Ủy ban nhân dân phường Đông Kinh", "XA-05977"},
		{"ỦY BAN NHÂN DÂN XÃ NHẤT HÒA", "XA-06376"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		expect(rows[i].text, rows[i].code, BODY_AGENCY);
}

static void places_stand_for_their_committees(void **state)
{
	(void)state;
	expect("xã Hữu Lũng", "XA-06385", BODY_UNIT);
	expect("Phường Lương Văn Tri", "XA-05983", BODY_UNIT);
	expect("tỉnh Lạng Sơn", "UBND", BODY_UNIT);
	expect("tỉnh Yên Bái", "UBND-YENBAI", BODY_UNIT);
	assert_true(slice_eq(reg.bodies.p[whole("xã Hữu Lũng")->owner].name,
	                     S("Ủy ban nhân dân xã Hữu Lũng")));
}

static void groups_are_found_however_they_are_written(void **state)
{
	static const struct {
		const char *text, *code;
	} rows[] = {
		{"UBND các xã, phường", "UBNDXA"},
		{"Ủy ban nhân dân các xã, phường", "UBNDXA"},
		{"các xã, phường", "UBNDXA"},
		{"Các xã, phường trên địa bàn tỉnh", "UBNDXA"},
		{"UBND 65 xã, phường", "UBNDXA"},
		{"UBND cấp xã", "UBNDXA"},
		{"các sở, ban, ngành", "SOBANNGANH"},
		{"Các Sở, ban, ngành thuộc tỉnh", "SOBANNGANH"},
		{"sở, ngành", "SOBANNGANH"},
		{"các sở, ban, ngành, đoàn thể tỉnh Lạng Sơn", "SOBANNGANH"},
		{"các cơ quan chuyên môn thuộc UBND tỉnh", "COQUANCHUYENMON"},
		{"Các xã biên giới", "XABIENGIOI"},
		{"các phòng CM", "CM"},
		{"C, PVP UBND tỉnh", "CPVP"},
		{"Các bộ, ngành, địa phương", "BONGANHDP"},
		{"các bộ, ngành", "BONGANH"},
		{"Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "BONGANH"},
		{"Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", "UBNDTINH"},
		{"UBND các huyện, thành phố", "UBNDHUYEN"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		expect(rows[i].text, rows[i].code, BODY_GROUP);
}

static void groups_stand_for_their_members_on_a_day(void **state)
{
	(void)state;
	assert_int_equal(count("UBNDXA", "2026-04-20"), 65);
	assert_int_equal(count("UBNDXA", "2025-06-30"), 0); /* nobody knows the former 194 here */
	assert_int_equal(count("CACPHUONG", "2026-04-20"), 4);
	assert_int_equal(count("CACXA", "2026-04-20"), 61);
	assert_int_equal(count("XABIENGIOI", "2026-04-20"), 11);
	assert_int_equal(count("UBNDHUYEN", "2025-06-30"), 11);
	assert_int_equal(count("UBNDHUYEN", "2025-07-01"), 0);
	assert_int_equal(count("UBNDTINH", "2025-06-30"), 63);
	assert_int_equal(count("UBNDTINH", "2025-07-01"), 34);
	assert_int_equal(count("CACBO", "2025-03-01"), 14);
	assert_int_equal(count("CACBO", "2025-02-28"), 18);
	assert_true(has("SOBANNGANH", "CAT", "2026-04-20"));
	assert_true(has("SOBANNGANH", "STC", "2026-04-20"));
	assert_false(has("SOBANNGANH", "XA-05977", "2026-04-20"));
	assert_true(has("COQUANCHUYENMON", "VPUBND", "2026-04-20"));
	assert_false(has("COQUANCHUYENMON", "CAT", "2026-04-20"));
	assert_int_equal(count("PCTUBND", "2026-04-20"), 0);
	assert_int_equal(count("STC", "2026-04-20"), 1);
}

static void elided(const char *text, const char *kinds, const char *code)
{
	uint32_t at = (uint32_t)(whole(text) - reg.bodies.p);
	uint32_t agency = registry_elided(&reg, at, of(kinds));

	assert_int_equal(reg.bodies.p[at].cls, BODY_ELIDED);
	if (code == NULL) {
		assert_int_equal(agency, BODY_NOBODY);
		return;
	}
	assert_int_not_equal(agency, BODY_NOBODY);
	if (!slice_eq(reg.bodies.p[agency].code, of(code)))
		fail_msg("\"%s\" in a list of %s: got %.*s, want %s", text, kinds,
		         (int)reg.bodies.p[agency].code.n, reg.bodies.p[agency].code.p, code);
}

static void names_without_their_kind_word_depend_on_the_list(void **state)
{
	(void)state;
	elided("Tài chính", "sở", "STC");
	elided("Tài chính", "bộ", "BTC");
	elided("Văn hóa, Thể thao và Du lịch", "sở", "SVHTTDL");
	elided("Nông nghiệp và Môi trường", "bộ", "BNNMT");
	elided("NN&PTNT", "bộ", "BNNPTNT");
	elided("Kế hoạch và Đầu tư", "sở", "OLD-SKHDT");
	elided("Kế hoạch và Đầu tư", "bộ", "BKHDT");
	elided("Công an", "bộ", "BCA");
	elided("Công an", "sở", NULL);
	elided("Đông Kinh", "xã|phường", "XA-05977");
	elided("Hữu Lũng", "xã|phường", "XA-06385");
	elided("Hữu Lũng", "huyện", "HU-186");
	elided("Thái Bình", "xã|phường", "XA-06616");
	elided("Thái Bình", "tỉnh|thành phố", "UBND-THAIBINH");
	elided("Lào Cai", "tỉnh", "UBND-LAOCAI");
}

static void the_longest_name_wins_over_commas_and_conjunctions(void **state)
{
	slice text = S("các sở, ngành: Tài chính, Nông nghiệp và Môi trường, Văn hóa, Thể thao và "
	               "Du lịch, Thanh tra tỉnh và Trung tâm Phát triển quỹ đất tỉnh");
	static const char *const want[] = {"SOBANNGANH", "STC",  "SNNMT",
	                                   "SVHTTDL",    "TTRA", "TTPTQD"};
	tokens t = tokens_of(text, lex, &memory);
	hits found[LAYER_COUNT];

	(void)state;
	lexicon_match(lex, &t, &memory, found);
	assert_int_equal(found[LAYER_BODY].n, ARRAY_LEN(want));
	for (uint32_t i = 0; i < found[LAYER_BODY].n; i++)
		assert_true(slice_eq(reg.bodies.p[found[LAYER_BODY].p[i].value].code, of(want[i])));
}

static void codes_are_looked_up_in_order_of_the_registries(void **state)
{
	(void)state;
	assert_int_equal(reg.bodies.p[registry_find(&reg, S("STC"))].registry, 0);
	assert_int_equal(reg.bodies.p[registry_find(&reg, S("BTC"))].registry, 2);
	assert_int_equal(registry_find(&reg, S("NOBODY")), BODY_NOBODY);
	assert_int_equal(registry_find(&reg, S("")), BODY_NOBODY);
	assert_true(
		slice_eq(reg.bodies.p[reg.bodies.p[registry_find(&reg, S("VP-HCQT"))].parent].code,
	                 S("VPUBND")));
}

static void another_province_is_only_data(void **state)
{
	registry_tables t[2] = {tables_of("vidu"), tables_of("vietnam")};
	err e = {0};
	lexicon *other = lexicon_new(&memory);
	registry ret;

	(void)state;
	if (t[0].agencies.p == NULL)
		return;
	if (registry_load(t, 2, other, &memory, &ret, &e) != RC_OK)
		fail_msg("%s", e.detail);
	assert_int_equal(ret.unmatchable, 0);
}

static void a_bad_table_is_refused_with_its_file_and_line(void **state)
{
	static const struct {
		const char *agencies, *groups, *units, *detail;
	} rows[] = {
		{"code\tname\n", NULL, NULL, "x/agencies.tsv:1: a column is missing"},
		{"", NULL, NULL, "x/agencies.tsv:1: no header line"},
		{"code\tname\tclass\tcode\n", NULL, NULL,
	         "x/agencies.tsv:1: no such column, or twice: code"},
		{"code\tname\tclass\tcolour\n", NULL, NULL,
	         "x/agencies.tsv:1: no such column, or twice: colour"},
		{"code\tname\tclass\nsTC\tA\tsở\n", NULL, NULL,
	         "x/agencies.tsv:2: code is not 2 to 16 of A-Z 0-9 -: sTC"},
		{"# one\n\ncode\tname\tclass\nAA\tA\tsở\nAA\tB\tsở\n", NULL, NULL,
	         "x/agencies.tsv:5: code stands twice: AA"},
		{"code\tname\tclass\tparent\nAA\tA\tsở\tZZ\n", NULL, NULL,
	         "x/agencies.tsv:2: unknown parent: ZZ"},
		{"code\tname\tclass\tparent\nAA\tA\tsở\tAA\n", NULL, NULL,
	         "x/agencies.tsv:2: unknown parent: AA"},
		{"code\tname\tclass\tfrom\nAA\tA\tsở\t2025-02-30\n", NULL, NULL,
	         "x/agencies.tsv:2: not a date: 2025-02-30"},
		{"code\tname\tclass\telided\nAA\tSở A\tsở\tmaybe\n", NULL, NULL,
	         "x/agencies.tsv:2: neither yes nor no: maybe"},
		{"code\tname\tclass\telided\nAA\tBan A\tsở\tyes\n", NULL, NULL,
	         "x/agencies.tsv:2: elided, but the name does not begin with the class: Ban A"},
		{"code\tname\tclass\nAA\t\tsở\n", NULL, NULL, "x/agencies.tsv:2: empty: name"},
		{"code\tname\tclass\nAA\tA\tsở\tB\n", NULL, NULL,
	         "x/agencies.tsv:2: more fields than columns"},
		{"code\tname\tclass\nAA\t\xff\tsở\n", NULL, NULL, "x/agencies.tsv:0: not UTF-8"},
		{NULL, "code\tname\tmembers\nGG\tG\tAA\n", NULL,
	         "x/groups.tsv:2: no agency has this code: AA"},
		{NULL, "code\tname\tmembers\nGG\tG\tclass:\n", NULL,
	         "x/groups.tsv:2: empty rule: class:"},
		{NULL, "code\tname\tmembers\nGG\tG\t-GG\n", NULL,
	         "x/groups.tsv:2: no agency has this code: -GG"},
		{NULL, NULL, "code\tkind\tname\n123\txã\tA\n",
	         "x/units.tsv:2: code is not 2 to 16 of A-Z 0-9 -"},
		{NULL, NULL, "code\tkind\tname\n12345\txã\tA\n12345\txã\tB\n",
	         "x/units.tsv:3: code stands twice: XA-12345"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		registry_tables t = {.name = S("x")};
		registry ret;
		err e = {0};

		if (rows[i].agencies != NULL)
			t.agencies = of(rows[i].agencies);
		if (rows[i].groups != NULL)
			t.groups = of(rows[i].groups);
		if (rows[i].units != NULL)
			t.units = of(rows[i].units);
		if (registry_load(&t, 1, lexicon_new(&memory), &memory, &ret, &e) == RC_OK)
			fail_msg("row %zu was taken", i);
		assert_int_equal(e.rc, RC_INPUT);
		assert_int_equal(e.id, MSG_REGISTRY_BAD);
		assert_string_equal(e.detail, rows[i].detail);
	}
}

static void members_may_be_taken_away_again(void **state)
{
	registry_tables t = {
		.name = S("x"),
		.agencies = S("code\tname\tclass\nAA\tSở A\tsở\nBB\tSở B\tsở\nCC\tBan C\tban\n"),
		.groups = S("code\tname\tmembers\nGG\tCác sở\tclass:sở | -BB | CC\n"
	                    "HH\tHuyện\tdistrict:Cũ|-XA-00002\n"),
		.units = S("code\tkind\tname\told_district\n00001\txã\tMột\tCũ\n"
	                   "00002\txã\tHai\tCũ\n00003\txã\tBa\tMới\n"),
	};
	body_indexes got = {0};
	registry ret;

	(void)state;
	assert_int_equal(registry_load(&t, 1, lexicon_new(&memory), &memory, &ret, NULL), RC_OK);
	registry_members(&ret, registry_find(&ret, S("GG")), 0, &memory, &got);
	assert_int_equal(got.n, 2);
	assert_true(slice_eq(ret.bodies.p[got.p[0]].code, S("AA")));
	assert_true(slice_eq(ret.bodies.p[got.p[1]].code, S("CC")));
	got.n = 0;
	registry_members(&ret, registry_find(&ret, S("HH")), 0, &memory, &got);
	assert_int_equal(got.n, 1);
	assert_true(slice_eq(ret.bodies.p[got.p[0]].code, S("XA-00001")));
}

static void every_prefix_is_read_without_overrun(void **state)
{
	static const char agencies[] =
		"\xef\xbb\xbf"
		"code\tname\taliases\tclass\telided\r\nAA\tSở A\tSở Á|SA\tsở\tyes";
	static const char groups[] =
		"code\tname\tkinds\tmembers\nGG\tCác sở\tsở\tclass:sở|-AA|units:*";
	static const char units[] = "code\tkind\tname\tvariant\n00001\tthành phố\tMột Hai\tM|H";

	(void)state;
	for (size_t n = 0; n < sizeof agencies + sizeof groups + sizeof units; n++) {
		size_t na = n < sizeof agencies ? n : sizeof agencies - 1;
		size_t ng = n < na ? 0 : n - na < sizeof groups ? n - na : sizeof groups - 1;
		size_t nu = n < na + ng                  ? 0
		            : n - na - ng < sizeof units ? n - na - ng
		                                         : sizeof units - 1;
		char *copy[3] = {malloc(na + 1), malloc(ng + 1), malloc(nu + 1)};
		registry_tables t = {S("x"), {copy[0], na}, {copy[1], ng}, {copy[2], nu}};
		arena a;
		registry ret;

		memcpy(copy[0], agencies, na);
		memcpy(copy[1], groups, ng);
		memcpy(copy[2], units, nu);
		arena_init(&a, NULL, 0);
		(void)!registry_load(&t, 1, lexicon_new(&a), &a, &ret, NULL);
		arena_done(&a);
		for (int i = 0; i < 3; i++)
			free(copy[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_shipped_name_can_be_matched),
		cmocka_unit_test(agencies_are_found_however_they_are_written),
		cmocka_unit_test(places_stand_for_their_committees),
		cmocka_unit_test(groups_are_found_however_they_are_written),
		cmocka_unit_test(groups_stand_for_their_members_on_a_day),
		cmocka_unit_test(names_without_their_kind_word_depend_on_the_list),
		cmocka_unit_test(the_longest_name_wins_over_commas_and_conjunctions),
		cmocka_unit_test(codes_are_looked_up_in_order_of_the_registries),
		cmocka_unit_test(another_province_is_only_data),
		cmocka_unit_test(a_bad_table_is_refused_with_its_file_and_line),
		cmocka_unit_test(members_may_be_taken_away_again),
		cmocka_unit_test(every_prefix_is_read_without_overrun),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
