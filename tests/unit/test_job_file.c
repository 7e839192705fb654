/*
 * test_job_file.c - a file on its way in: what was begun is given back, and nothing else.
 */
#include "app/intake/job_file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

static char path[] = "/tmp/dondoc-job-XXXXXX";

/* Other threads read while one writes: a descriptor too many that is closed may be theirs. */
static void a_plain_file_closes_no_descriptor_of_others(void **st)
{
	const int first[] = {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO};
	job_file f;

	(void)st;
	assert_true(job_file_begin_plain(&f, path));
	assert_int_equal(f.bytes.n, 5);
	job_file_drop(&f);
	for (size_t i = 0; i < ARRAY_LEN(first); i++)
		assert_true(fcntl(first[i], F_GETFD) >= 0);
}

static void nor_does_one_that_is_not_plain(void **st)
{
	job_file f;

	(void)st;
	assert_false(job_file_begin_plain(&f, "/nowhere/at/all.txt"));
	assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_file_closes_no_descriptor_of_others),
		cmocka_unit_test(nor_does_one_that_is_not_plain),
	};
	int fd = mkstemp(path), failed;

	if (fd < 0 || file_write_fd(fd, S("chao\n"), NULL) != RC_OK || close(fd) != 0)
		return 1;
	/* It may have been started without one. */
	if (fcntl(STDIN_FILENO, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != STDIN_FILENO)
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	(void)unlink(path);
	return failed;
}
