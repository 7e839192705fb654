/*
 * inputs.c - folders walked by name, so that two runs give the same order.
 */
#include "app/inputs.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/slice.h"

#define DEPTH_MAX 32

typedef struct entry {
	const char *path;
	bool folder;
} entry;
typedef VEC(entry) entries;

static int by_path(const void *a, const void *b)
{
	return strcmp(((const entry *)a)->path, ((const entry *)b)->path);
}

static const char *join(const char *folder, const char *name, arena *a)
{
	slice f = slice_c(folder), n = slice_c(name);
	char *p;

	while (f.n > 1 && f.p[f.n - 1] == '/')
		f.n--;
	p = arena_alloc(a, f.n + n.n + 2);
	slice_copy(p, f);
	p[f.n] = '/';
	slice_copy(p + f.n + 1, n);
	return p;
}

static bool list_folder(const char *path, arena *a, entries *ret)
{
	DIR *d = opendir(path);
	struct dirent *e;

	if (d == NULL)
		return false;
	while ((e = readdir(d)) != NULL) {
		struct stat st;
		entry *one;

		if (e->d_name[0] == '.')
			continue;
		one = VEC_PUSH(a, ret);
		one->path = join(path, e->d_name, a);
		one->folder = lstat(one->path, &st) == 0 && S_ISDIR(st.st_mode);
	}
	(void)closedir(d);
	return true;
}

static void add_folder(const char *path, int depth, arena *a, inputs *ret)
{
	entries found = {0};

	if (depth > DEPTH_MAX || !list_folder(path, a, &found)) {
		*VEC_PUSH(a, &ret->paths) = path;
		return;
	}
	if (found.n > 0)
		qsort(found.p, found.n, sizeof *found.p, by_path);
	for (uint32_t i = 0; i < found.n; i++) {
		if (found.p[i].folder)
			add_folder(found.p[i].path, depth + 1, a, ret);
		else
			*VEC_PUSH(a, &ret->paths) = found.p[i].path;
	}
}

void inputs_expand(char **args, int n, arena *a, inputs *ret)
{
	for (int i = 0; i < n; i++) {
		struct stat st;

		if (stat(args[i], &st) == 0 && S_ISDIR(st.st_mode))
			add_folder(args[i], 0, a, ret);
		else
			*VEC_PUSH(a, &ret->paths) = args[i];
	}
}
