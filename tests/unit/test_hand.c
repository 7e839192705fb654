/*
 * test_hand.c - every noun made, changed and taken back by hand, on both databases.
 *
 * Fields are written as a clerk writes them: "name=value" lines.
 */
#include "office.h"

#include "register/event.h"
#include "register/hand/hand.h"
#include "register/hand/periodic.h"
#include "register/hand/series.h"
#include "register/links/links.h"
#include "register/links/replies.h"
#include "register/look/due.h"
#include "register/people/nouns.h"

typedef struct doing {
	enum hand noun;
	int64_t id; /* 0: add */
	const char *lines;
	int64_t seen;
	bool undo;
} doing;

static rc work(office *o, void *ctx, err *e)
{
	doing *x = ctx;
	slice rest = slice_c(x->lines), line, name;
	hand_fields f = {0};

	if (x->undo)
		return hand_undo(&o->r, x->noun, x->id, e);
	while (slice_next(&rest, '\n', &line) && line.n > 0) {
		assert_true(slice_cut(&line, '=', &name));
		hand_put(&o->a, &f, name, line);
	}
	return x->id == 0 ? hand_add(&o->r, x->noun, &f, &x->id, e)
	                  : hand_change(&o->r, x->noun, x->id, &f, x->seen, e);
}

static int64_t made(office *o, enum hand h, const char *lines)
{
	doing x = {h, 0, lines, 0, false};

	if (office_do(o, work, &x) != MSG_NONE)
		(void)printf("# %s: %s\n", msg_code(o->e.id), o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
	return x.id;
}

static msg_id refused(office *o, enum hand h, const char *lines)
{
	doing x = {h, 0, lines, 0, false};

	return office_do(o, work, &x);
}

static msg_id changed(office *o, enum hand h, int64_t id, const char *lines)
{
	doing x = {h, id, lines, 0, false};

	return office_do(o, work, &x);
}

static msg_id undone(office *o, enum hand h, int64_t id)
{
	doing x = {h, id, "", 0, true};

	return office_do(o, work, &x);
}

/* The fields of a row, "name=value" joined by "\n". */
static const char *shown(office *o, enum hand h, int64_t id)
{
	hand_fields f = {0};
	strbuf b;

	assert_int_equal(hand_read(&o->r, h, id, &o->a, &f, &o->e), RC_OK);
	strbuf_over(&b, arena_alloc(&o->a, 16384), 16384);
	for (uint32_t i = 0; i < f.n; i++) {
		strbuf_put(&b, f.p[i].name);
		strbuf_putc(&b, '=');
		strbuf_put(&b, f.p[i].value);
		strbuf_putc(&b, '\n');
	}
	strbuf_putc(&b, 0);
	return strbuf_slice(&b).p;
}

static slice pub_of(office *o, enum hand h, int64_t id)
{
	slice key = {0};

	assert_int_equal(hand_key(&o->r, h, id, &o->a, &key, &o->e), RC_OK);
	return key;
}

static const char whole_meeting[] =
	"title=Hội nghị triển khai\nstatus=called\nstarts=14 giờ 00, ngày 29/9/2026\n"
	"duration=P0.5D\nmode=hybrid\nplace=phòng họp tầng 4\nchair=Phó Chủ tịch UBND tỉnh\n"
	"guest=Lãnh đạo Sở Nội vụ | SNV\nguest=Chủ tịch UBND các xã, phường | UBNDXA | Cấp xã | "
	"do UBND xã mời\nguest=Đại diện một hợp tác xã\n"
	"part=Khai mạc | 29/9/2026 14:00 | Văn phòng\npart=Thảo luận\n"
	"site=Cấp tỉnh | phòng họp tầng 4\nsite=Cấp xã | phòng họp trực tuyến | cán bộ trực\n"
	"check=Thử lần 1 | 29/9/2026 10:00\ncheck=Thử lần 2 | 2026-09-29T13:00\n"
	"speaker=Kinh nghiệm giải ngân | SXD | Giám đốc\n"
	"paper=Báo cáo, kịch bản | SDTTG | 29/9/2026 10:00 | both | 3\n"
	"prepare=Chuẩn bị đường truyền | SKHCN | 28/9/2026\n";

static void a_meeting_holds_all_that_an_invitation_says(void **st)
{
	const char *all;
	office o;
	int64_t id;

	office_begin(&o, st, "2026-09-20");
	id = made(&o, HAND_MEETING, whole_meeting);
	all = shown(&o, HAND_MEETING, id);
	assert_non_null(strstr(all, "starts=2026-09-29T14:00\n"));
	assert_non_null(strstr(all, "guest=Lãnh đạo Sở Nội vụ | SNV |  |  |  | invited\n"));
	assert_non_null(strstr(all, "| UBNDXA | Cấp xã | do UBND xã mời |"));
	assert_non_null(
		strstr(all, "part=Khai mạc | 2026-09-29T14:00 | Văn phòng\npart=Thảo luận\n"));
	assert_non_null(strstr(all, "check=Thử lần 2 | 2026-09-29T13:00\n"));
	assert_non_null(strstr(all, "site=Cấp xã | phòng họp trực tuyến | cán bộ trực\n"));
	assert_non_null(
		strstr(all, "paper=Báo cáo, kịch bản | SDTTG | 2026-09-29T10:00 | both | 3\n"));
	assert_non_null(strstr(all, "prepare=Chuẩn bị đường truyền | SKHCN | 2026-09-28\n"));
	assert_int_equal(changed(&o, HAND_MEETING, id, "status=postponed\nstarts=30/9/2026 8:00"),
	                 MSG_NONE);
	assert_non_null(strstr(shown(&o, HAND_MEETING, id), "starts=2026-09-30T08:00\n"));
	assert_int_equal(undone(&o, HAND_MEETING, id), MSG_NONE);
	assert_string_equal(shown(&o, HAND_MEETING, id), all);
	assert_int_equal(undone(&o, HAND_MEETING, id), MSG_NOTHING_TO_UNDO);
	office_end(&o);
}

static void what_a_meeting_cannot_be(void **st)
{
	static const struct {
		const char *lines;
		msg_id why;
	} bad[] = {
		{"title= ", MSG_WORDS_NEEDED},
		{"title=a\nstarts=31/4/2026 14:00", MSG_DATE_IMPOSSIBLE},
		{"title=a\nstarts=29/5/2026 24:01", MSG_DATE_IMPOSSIBLE},
		{"title=a\nstarts=thứ Sáu", MSG_DAY_BAD},
		{"title=a\nstatus=perhaps", MSG_CHOICE_UNKNOWN},
		{"title=a\nguest=x | KHONGCO", MSG_AGENCY_UNKNOWN},
		{"title=a\npaper=x | STC | 27/5/2026 | scroll", MSG_CHOICE_UNKNOWN},
		{"title=a\npaper=x | STC | 27/5/2026 | file | 99999", MSG_NUMBER_BAD},
		{"title=a\ndocument=0123456789abcdef", MSG_NO_SUCH},
		{"title=a\nfurniture=oak", MSG_FIELD_UNKNOWN},
		{"title=\xff\xfe", MSG_NOT_UTF8},
	};
	office o;

	office_begin(&o, st, "2026-05-01");
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		msg_id got = refused(&o, HAND_MEETING, bad[i].lines);

		if (got != bad[i].why)
			(void)printf("# %s: %s\n", bad[i].lines, msg_code(got));
		assert_int_equal(got, bad[i].why);
	}
	office_as(&o, "STC");
	assert_int_equal(refused(&o, HAND_MEETING, "title=a"), MSG_FORBIDDEN);
	office_end(&o);
}

static int64_t seen_meetings(office *o)
{
	sql_meeting_list_rows rows = {0};

	assert_int_equal(sql_meeting_list(o->r.d, &o->r.who,
	                                  (sql_meeting_list_in){.since = DB_NULL,
	                                                        .until = DB_NULL,
	                                                        .agency = DB_NULL,
	                                                        .day = o->r.minute / CMIN_DAY,
	                                                        .down = DB_NULL,
	                                                        .most = 10},
	                                  &o->a, &rows, &o->e),
	                 RC_OK);
	return rows.n;
}

static int64_t seen_papers(office *o, int64_t id)
{
	sql_meeting_papers_rows rows = {0};

	assert_int_equal(sql_meeting_papers(o->r.d, &o->r.who, (sql_meeting_papers_in){id}, &o->a,
	                                    &rows, &o->e),
	                 RC_OK);
	return rows.n;
}

static rc reply_work(office *o, void *ctx, err *e)
{
	return reply_give(&o->r, ctx, e);
}

static void who_is_called_sees_it_and_answers(void **st)
{
	reply_in in = {.answer = S("substitute"), .person = S("Phó Giám đốc")};
	office o;
	int64_t id;

	office_begin(&o, st, "2026-09-20");
	id = made(&o, HAND_MEETING, whole_meeting);
	in.meeting = id;
	assert_int_equal(seen_meetings(&o), 1);
	assert_int_equal(seen_papers(&o, id), 2);
	office_as(&o, "SNV");
	assert_int_equal(seen_meetings(&o), 1);
	assert_int_equal(seen_papers(&o, id), 0); /* another's papers are not its business */
	in.agency = o.r.who.agency;
	assert_int_equal(office_do(&o, reply_work, &in), MSG_NONE);
	office_as(&o, "XA-05983"); /* by its group */
	assert_int_equal(seen_meetings(&o), 1);
	in.agency = o.r.who.agency;
	assert_int_equal(office_do(&o, reply_work, &in), MSG_NONE);
	office_as(&o, "SDTTG"); /* has to hand in a paper, but is not called */
	assert_int_equal(seen_papers(&o, id), 1);
	in.agency = o.r.who.agency;
	assert_int_equal(office_do(&o, reply_work, &in), MSG_NOT_INVITED);
	office_as(&o, "STC");
	assert_int_equal(seen_meetings(&o), 0);
	office_end(&o);
}

static void only_what_is_issued_stands(void **st)
{
	const char *draft = "direction=out\ntitle=Thông báo kết luận\nkind=thong-bao\n"
			    "series=TB-UBND\naddressees=STC,SNV\n";
	int64_t first, second;
	office o;

	office_begin(&o, st, "2026-04-20");
	first = made(&o, HAND_DOCUMENT, draft);
	office_as(&o, "STC");
	assert_int_equal(refused(&o, HAND_DOCUMENT, draft), MSG_FORBIDDEN);
	office_as(&o, NULL);
	assert_int_equal(changed(&o, HAND_DOCUMENT, first, "title=Thông báo kết luận phiên họp"),
	                 MSG_NONE);
	assert_int_equal(changed(&o, HAND_DOCUMENT, first, "status=recalled"), MSG_STATE_FORBIDS);
	assert_int_equal(changed(&o, HAND_DOCUMENT, first, "status=issued"), MSG_NONE);
	assert_non_null(strstr(shown(&o, HAND_DOCUMENT, first), "number=01/TB-UBND\n"));
	assert_non_null(strstr(shown(&o, HAND_DOCUMENT, first), "issued=2026-04-20\n"));
	assert_int_equal(changed(&o, HAND_DOCUMENT, first, "title=Khác"), MSG_ISSUED_STANDS);
	assert_int_equal(changed(&o, HAND_DOCUMENT, first, "status=draft"), MSG_ISSUED_STANDS);
	second = made(&o, HAND_DOCUMENT,
	              arena_printf(&o.a, "%sstatus=issued\nreplaces=%s%c", draft,
	                           pub_of(&o, HAND_DOCUMENT, first).p, 0)
	                      .p);
	assert_non_null(strstr(shown(&o, HAND_DOCUMENT, second), "number=02/TB-UBND\n"));
	assert_non_null(strstr(shown(&o, HAND_DOCUMENT, first), "status=replaced\n"));
	assert_int_equal(changed(&o, HAND_DOCUMENT, first, "status=recalled"), MSG_ISSUED_STANDS);
	assert_int_equal(changed(&o, HAND_DOCUMENT, second, "status=recalled"), MSG_NONE);
	office_end(&o);
}

static int64_t seen_documents(office *o)
{
	sql_document_hand_list_rows rows = {0};

	assert_int_equal(sql_document_hand_list(o->r.d, &o->r.who,
	                                        (sql_document_hand_list_in){.most = 10}, &o->a,
	                                        &rows, &o->e),
	                 RC_OK);
	return rows.n;
}

static void a_draft_is_seen_by_nobody_it_is_for(void **st)
{
	int64_t id;
	office o;

	office_begin(&o, st, "2026-04-20");
	id = made(&o, HAND_DOCUMENT, "title=Dự thảo\naddressees=STC");
	office_as(&o, "STC");
	assert_int_equal(seen_documents(&o), 0);
	office_as(&o, NULL);
	assert_int_equal(changed(&o, HAND_DOCUMENT, id, "status=issued"), MSG_NONE);
	office_as(&o, "STC");
	assert_int_equal(seen_documents(&o), 1);
	office_as(&o, "SNV");
	assert_int_equal(seen_documents(&o), 0);
	office_end(&o);
}

static void gaps_of_a_series_are_seen(void **st)
{
	series_gaps gaps;
	int64_t id = 0;
	office o;

	office_begin(&o, st, "2026-04-20");
	(void)made(&o, HAND_DOCUMENT, "title=a\nseries=GM-UBND\nstatus=issued\nnumber=5/GM-UBND");
	(void)made(&o, HAND_DOCUMENT, "title=b\nseries=GM-UBND\nstatus=issued\nnumber=9/GM-UBND");
	(void)made(&o, HAND_DOCUMENT, "title=c\nseries=GM-UBND\nstatus=issued");
	assert_int_equal(refused(&o, HAND_DOCUMENT,
	                         "title=d\nseries=GM-UBND\nstatus=issued\nnumber=05/GM-UBND"),
	                 MSG_NUMBER_TAKEN);
	assert_int_equal(hand_find(&o.r, HAND_SERIES, S("GM-UBND/2026"), &id, &o.e), RC_OK);
	assert_non_null(strstr(shown(&o, HAND_SERIES, id), "last=10\n"));
	assert_int_equal(series_gaps_of(&o.r, id, 10, &o.a, &gaps, &o.e), RC_OK);
	assert_int_equal(gaps.n, 1);
	assert_int_equal(gaps.p[0].from, 6);
	assert_int_equal(gaps.p[0].to, 8);
	assert_int_equal(changed(&o, HAND_SERIES, id, "last=3"), MSG_NUMBER_TAKEN);
	office_end(&o);
}

static void people_and_groups_are_of_a_day(void **st)
{
	sql_agency_people_rows rows = {0};
	sql_group_members_rows members = {0};
	int64_t person, group;
	office o;

	office_begin(&o, st, "2026-04-20");
	person = made(&o, HAND_PERSON,
	              "name=Nguyễn Văn Thử\npost=Phó Giám đốc | STC | ngân sách | 1/1/2025 | "
	              "31/3/2026\npost=Giám đốc | STC | | 1/4/2026");
	assert_int_equal(sql_agency_people(o.r.d,
	                                   (sql_agency_people_in){office_body(&o, "STC"),
	                                                          o.r.minute / CMIN_DAY},
	                                   &o.a, &rows, &o.e),
	                 RC_OK);
	assert_int_equal(rows.n, 1);
	assert_true(slice_eq(rows.p[0].title, S("Giám đốc")));
	assert_int_equal(
		changed(&o, HAND_PERSON, person, "post=Giám đốc | STC | | 1/4/2026 | 1/3/2026"),
		MSG_DAYS_CROSSED);
	group = made(&o, HAND_GROUP,
	             "code=BCD-CDS\nname=Ban Chỉ đạo\nmember=STC | | 31/3/2026\n"
	             "member=SNV | 1/4/2026\nmember=SKHCN");
	assert_int_equal(
		bodies_members(&o.r, group, (int32_t)(o.r.minute / CMIN_DAY), &o.a, &members, &o.e),
		RC_OK);
	assert_int_equal(members.n, 2);
	assert_int_equal(refused(&o, HAND_GROUP, "code=STC\nname=x"), MSG_CODE_TAKEN);
	assert_int_equal(refused(&o, HAND_AGENCY, "code=sở\nname=x"), MSG_CODE_BAD);
	assert_true(made(&o, HAND_AGENCY, "code=CTCN\nname=Công ty Cấp nước\nclass=external") > 0);
	assert_int_equal(refused(&o, HAND_AGENCY, "code=CTCN\nname=y"), MSG_CODE_TAKEN);
	office_end(&o);
}

static void an_old_page_does_not_overwrite(void **st)
{
	doing late = {HAND_PETITION, 0, "words=Khác", 0, false};
	int64_t id, seen = 0;
	office o;

	office_begin(&o, st, "2026-04-20");
	id = made(
		&o, HAND_PETITION,
		"words=Đề nghị hỗ trợ\npetitioner=XA-05983\nowner=STC\nwatcher=VPUBND\nwatcher=SNV\n"
		"due=30/4/2026");
	assert_non_null(strstr(shown(&o, HAND_PETITION, id), "due=2026-04-30\n"));
	assert_int_equal(hand_version(&o.r, HAND_PETITION, id, &seen, &o.e), RC_OK);
	assert_int_equal(changed(&o, HAND_PETITION, id, "owner=SXD\nwatcher=SNV"), MSG_NONE);
	late.id = id;
	late.seen = seen;
	assert_int_equal(office_do(&o, work, &late), MSG_CHANGED_MEANWHILE);
	assert_int_equal(undone(&o, HAND_PETITION, id), MSG_NONE);
	assert_non_null(strstr(shown(&o, HAND_PETITION, id), "owner=STC\n"));
	assert_int_equal(changed(&o, HAND_PETITION, id, "state=answered_in_writing"),
	                 MSG_EVIDENCE_NEEDED);
	office_end(&o);
}

static void a_programme_keeps_the_rows_that_links_lead_to(void **st)
{
	sql_hand_items_rows before = {0}, after = {0};
	int64_t id;
	office o;

	office_begin(&o, st, "2026-04-20");
	id = made(&o, HAND_PROGRAMME,
	          "month=5/2026\nitem=Họp một | Chủ tịch | SNV | 12/5/2026\n"
	          "item=Họp hai\nitem=Họp ba");
	assert_int_equal(sql_hand_items(o.r.d, (sql_hand_items_in){id}, &o.a, &before, &o.e),
	                 RC_OK);
	assert_int_equal(changed(&o, HAND_PROGRAMME, id, "item=Họp một, sửa\nitem=Họp hai"),
	                 MSG_NONE);
	assert_int_equal(sql_hand_items(o.r.d, (sql_hand_items_in){id}, &o.a, &after, &o.e), RC_OK);
	assert_int_equal(after.n, 2);
	assert_int_equal(after.p[0].id, before.p[0].id);
	assert_int_equal(refused(&o, HAND_PROGRAMME, "month=2026-05"), MSG_CODE_TAKEN);
	assert_int_equal(refused(&o, HAND_PROGRAMME, "month=13/2026"), MSG_DAY_BAD);
	office_end(&o);
}

static int64_t open_of(office *o, int64_t *ret_due)
{
	sql_periodic_table_rows rows = {0};
	enum noun noun;
	int64_t id = 0;

	assert_int_equal(sql_periodic_table(o->r.d, &o->r.who,
	                                    (sql_periodic_table_in){DB_NULL, DB_NULL, 10}, &o->a,
	                                    &rows, &o->e),
	                 RC_OK);
	assert_int_equal(rows.n, 1);
	if (rows.p[0].obligation.n == 0)
		return 0;
	assert_int_equal(noun_find(&o->r, rows.p[0].obligation, &noun, &id, &o->e), RC_OK);
	*ret_due = rows.p[0].due / CMIN_DAY;
	return id;
}

static void the_next_report_comes_when_one_is_done(void **st)
{
	int64_t first, next, due = 0, id;
	int32_t days[3];
	office o;

	office_begin(&o, st, "2026-04-20");
	assert_int_equal(refused(&o, HAND_PERIODIC, "title=a\nrule=sometimes"), MSG_RULE_BAD);
	id = made(&o, HAND_PERIODIC, "title=Báo cáo tháng\nagency=STC\nrule=R:monthly:15");
	assert_int_equal(
		periodic_days(S("R:monthly:15"), (int32_t)(o.r.minute / CMIN_DAY), days, 3), 3);
	assert_int_equal(days[2], civil_days(2026, 7, 15));
	first = open_of(&o, &due);
	assert_true(first > 0);
	assert_int_equal(due, civil_days(2026, 5, 15));
	assert_int_equal(office_take(&o, first, STEP_REPORT_DONE), MSG_NONE);
	assert_int_equal(office_take(&o, first, STEP_CONFIRM), MSG_NONE);
	next = open_of(&o, &due);
	assert_true(next > 0 && next != first);
	assert_int_equal(due, civil_days(2026, 6, 15));
	office_adds_up(&o);
	assert_int_equal(changed(&o, HAND_PERIODIC, id, "active=0"), MSG_NONE);
	assert_int_equal(office_take(&o, next, STEP_REPORT_DONE), MSG_NONE);
	assert_int_equal(office_take(&o, next, STEP_CONFIRM), MSG_NONE);
	assert_int_equal(open_of(&o, &due), 0);
	office_end(&o);
}

static void the_log_keeps_both_and_fits_together(void **st)
{
	event_proof log;
	int64_t id;
	office o;

	office_begin(&o, st, "2026-04-20");
	id = made(&o, HAND_PETITION, "words=Dòng \"một\" \\ và\ttab | gạch");
	assert_int_equal(changed(&o, HAND_PETITION, id, "words=Hai"), MSG_NONE);
	assert_int_equal(undone(&o, HAND_PETITION, id), MSG_NONE);
	assert_non_null(
		strstr(shown(&o, HAND_PETITION, id), "words=Dòng \"một\" \\ và\ttab | gạch\n"));
	assert_int_equal(changed(&o, HAND_PETITION, id, "words=Dòng \"một\" \\ và\ttab | gạch"),
	                 MSG_NONE); /* nothing changed: no line */
	assert_int_equal(undone(&o, HAND_PETITION, id), MSG_NOTHING_TO_UNDO);
	assert_int_equal(event_verify(&o.r, (slice){0}, &log, &o.e), RC_OK);
	assert_int_equal(log.bad, 0);
	office_end(&o);
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(a_meeting_holds_all_that_an_invitation_says),
		BOTH(what_a_meeting_cannot_be),
		BOTH(who_is_called_sees_it_and_answers),
		BOTH(only_what_is_issued_stands),
		BOTH(a_draft_is_seen_by_nobody_it_is_for),
		BOTH(gaps_of_a_series_are_seen),
		BOTH(people_and_groups_are_of_a_day),
		BOTH(an_old_page_does_not_overwrite),
		BOTH(a_programme_keeps_the_rows_that_links_lead_to),
		BOTH(the_next_report_comes_when_one_is_done),
		BOTH(the_log_keeps_both_and_fits_together),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("hand", tests, ARRAY_LEN(tests));
}
