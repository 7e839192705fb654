/*
 * peak.c - run a program and write what it cost: "exit microseconds kilobytes".
 *
 * Why not from Python: a child's peak memory counts from its fork, so a large
 * parent hides a small child. Output of the program goes to /dev/null.
 *
 * usage: peak FILE PROGRAM ARGUMENT...      the line is written to FILE
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long microseconds(struct timeval t)
{
	return t.tv_sec * 1000000 + t.tv_usec;
}

static void become(char **argv)
{
	int nothing = open("/dev/null", O_RDWR);

	(void)dup2(nothing, 0);
	(void)dup2(nothing, 1);
	(void)execv(argv[0], argv);
	_exit(126);
}

int main(int argc, char **argv)
{
	struct rusage cost;
	int status = 0, code;
	FILE *out;
	pid_t child;

	if (argc < 3)
		return 2;
	child = fork();
	if (child == 0)
		become(argv + 2);
	if (child < 0 || wait4(child, &status, 0, &cost) != child)
		return 3;
	code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	out = fopen(argv[1], "w");
	if (out == NULL)
		return 3;
	(void)fprintf(out, "%d %ld %ld\n", code,
	              microseconds(cost.ru_utime) + microseconds(cost.ru_stime), cost.ru_maxrss);
	return fclose(out) == 0 ? 0 : 3;
}
