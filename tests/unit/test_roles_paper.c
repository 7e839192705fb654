/*
 * test_roles_paper.c - limits that the paper around a date settles: what it cites, whom the paragraph
 * tells, what stands above; invented papers.
 */
#include "read_text.h"

/* The limits of the paper, each in its words. */
static slice limits(const char *text)
{
	const reading *r = read_text(text);
	slice all = {"", 0};

	for (uint32_t i = 0; i < r->dates.n; i++)
		if (r->dates.p[i].role == ROLE_DEADLINE)
			all = arena_printf(&read_memory, "%.*s%.*s\n", (int)all.n, all.p,
			                   (int)r->dates.p[i].at.len,
			                   r->text.p + r->dates.p[i].at.at);
	return all;
}

static void a_paper_is_no_older_than_those_it_cites(void **st)
{
	(void)st;
	/* without a day of its own: years before a cited paper nobody is told to act */
	assert_slice(
		limits("THÔNG BÁO\nVề chế độ học phí\n\nCăn cứ Nghị định số 138/2025/NĐ-CP ngày 03 "
	               "tháng 9 năm 2025 của Chính phủ.\n\n1. Đối tượng: con của người tham gia "
	               "cách mạng trước tháng 8/1945; con của liệt sĩ.\n2. Đề nghị sinh viên nộp "
	               "hồ sơ trước ngày 15/10/2025.\n"),
		"trước ngày 15/10/2025\n");
	/* a slip in the cited day costs no limit */
	assert_slice(limits("THÔNG BÁO\nVề việc báo cáo\n\nThực hiện Công văn số 15/SNV-CCVC ngày "
	                    "03/9/2085 của Sở Nội vụ.\n\nĐề nghị các phòng gửi báo cáo trước ngày "
	                    "15/10/2025.\n"),
	             "trước ngày 15/10/2025\n");
}

#define LETTER(body)                                                                                                          \
	"UBND TỈNH A\nSỞ NỘI VỤ\n\nSố: 12/SNV-CCVC\n\nA, ngày 02 tháng 3 năm 2026\n\nV/v triển khai công "                    \
	"việc\n\nKính gửi: Ủy ban nhân dân các xã, phường.\n\nĐể chuẩn bị kỳ họp tới, Sở Nội vụ triển khai như sau.\n\n" body \
	"\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"                                                                          \
	"GIÁM ĐỐC\n\nTrần Văn Bình\n"

static void a_stay_or_a_case_is_no_limit(void **st)
{
	(void)st;
	/* what somebody explains lasts until then; what he does lasts, too, if nobody else stands between */
	assert_slice(
		limits(LETTER(
			"Đề nghị các xã hướng dẫn doanh nghiệp tạm dừng đóng quỹ đến hết tháng "
			"6/2026.")),
		"");
	assert_slice(
		limits(LETTER("Đề nghị các xã rà soát hồ sơ. Trong trường hợp đến hết tháng 6/2026 "
	                      "dịch vẫn chưa giảm, đề nghị báo cáo Sở Nội vụ.")),
		"");
	/* a cited paper's order goes on behind "theo đó," */
	assert_slice(
		limits(LETTER(
			"Ngày 01/02/2026, Thủ tướng Chính phủ ban hành Chỉ thị số 11/CT-TTg về "
			"hỗ trợ sản xuất, theo đó, giao Bộ Tài chính trình phương án trước ngày "
			"30/4/2026.")),
		"");
	/* who is given time is told nothing; the time itself tells */
	assert_slice(
		limits(LETTER(
			"Các doanh nghiệp được gia hạn đóng kinh phí đến hết ngày 30/6/2026.")),
		"");
	assert_slice(limits(LETTER("Thời hạn gửi báo cáo được gia hạn đến hết ngày 30/6/2026.")),
	             "đến hết ngày 30/6/2026\n");
}

static void what_is_hoped_for_has_a_day(void **st)
{
	(void)st;
	assert_slice(
		limits(LETTER(
			"Rất mong sự quan tâm và nhận được văn bản trả lời của các xã trước ngày "
			"15/4/2026.")),
		"trước ngày 15/4/2026\n");
	assert_slice(
		limits(LETTER("Sở Nội vụ giao các xã: 1. Rà soát biên chế.\nThời gian thực hiện: "
	                      "Tháng 11, 12/2026.")),
		"Tháng 11\n12/2026\n");
	assert_slice(
		limits(LETTER(
			"UBND tỉnh yêu cầu: 1. Sở Y tế giám sát tuyến xã và báo cáo hằng ngày.")),
		"hằng ngày\n");
	assert_slice(
		limits(LETTER(
			"Đề nghị người dân nộp hồ sơ tại bộ phận một cửa, trong giờ hành chính các "
			"ngày thứ Hai, thứ Tư.")),
		"");
}

static void the_heading_above_may_name_the_limits(void **st)
{
	(void)st;
	assert_slice(
		limits(LETTER(
			"1. Đối tượng\nViên chức của các xã.\n2. Thời hạn thực hiện\nCác xã khai báo hai "
			"lần, cụ thể:\nLần 1: từ ngày 25/3/2026 đến ngày 31/3/2026.\nLần 2: từ ngày "
			"04/5/2026 đến ngày 11/5/2026.\n3. Kinh phí\nTừ nguồn được giao ngày 01/3/2026.")),
		"từ ngày 25/3/2026 đến ngày 31/3/2026\ntừ ngày 04/5/2026 đến ngày 11/5/2026\n");
	assert_slice(
		limits(LETTER(
			"1. Thời gian thực hiện\na) Rà soát hồ sơ: tháng 4/2026.\nb) Báo cáo: Quý "
			"II/2026.\n2. Thời gian tổ chức hội thi\n- Vòng 1: ngày 20/5/2026.")),
		"tháng 4/2026\nQuý II/2026\n");
}

/* Whose duty has a limit: the words with which the duty begins. */
static slice dated(const char *text)
{
	const reading *r = read_text(text);
	slice all = {"", 0};

	for (uint32_t i = 0; i < r->assignments.n; i++) {
		const assignment *a = &r->assignments.p[i];

		all = arena_printf(&read_memory, "%.*s%.*s %u\n", (int)all.n, all.p,
		                   (int)(a->lead.n != 0 ? a->lead.p[0].text.n : 0),
		                   a->lead.n != 0 ? a->lead.p[0].text.p : "", a->deadlines.n);
	}
	return all;
}

static void a_limit_goes_to_no_duty_of_another_matter(void **st)
{
	(void)st;
	/* nobody hands over to himself */
	assert_slice(
		dated(LETTER("Giao Ban Bầu cử xã lập danh sách cử tri.\n\nBiên bản hội nghị phải "
	                     "gửi về Ban Bầu cử xã chậm nhất ngày 30/4/2026.")),
		"Ban Bầu cử xã 0\nỦy ban nhân dân các xã, phường 1\n");
	/* whoever is told anew, and whoever the limit goes on to speak of */
	assert_slice(
		dated(LETTER(
			"Giao Sở Tài chính thẩm định dự toán.\n\nChậm nhất ngày 30/4/2026, người nộp đơn "
			"phải bổ sung giấy tờ.")),
		"Sở Tài chính 0\nỦy ban nhân dân các xã, phường 1\n");
	/* what only hands over belongs to the duty before it, as ever */
	assert_slice(
		dated(LETTER(
			"Giao Sở Tài chính thẩm định dự toán.\n\nBáo cáo gửi về Sở Nội vụ trước ngày "
			"30/4/2026.")),
		"Sở Tài chính 1\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paper_is_no_older_than_those_it_cites),
		cmocka_unit_test(a_stay_or_a_case_is_no_limit),
		cmocka_unit_test(what_is_hoped_for_has_a_day),
		cmocka_unit_test(the_heading_above_may_name_the_limits),
		cmocka_unit_test(a_limit_goes_to_no_duty_of_another_matter),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
