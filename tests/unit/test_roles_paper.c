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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paper_is_no_older_than_those_it_cites),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
