/*
 * freeze_main.c - run by the build: the reader of the built-in tables as bytes, and the
 * assembler's line that carries them. To make it takes longer than to read a letter with it
 * (docs/adr/0014). It must never be installed.
 *
 * usage: freeze IMAGE SOURCE
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "lib/builtin.h"
#include "reading/reading.h"

enum { IMAGE_MAX = 64 << 20 };

static rc freeze(arena *a, strbuf *image, err *e)
{
	slice names = S(BUILTIN_REGISTRIES), name;
	VEC(registry_tables) tables = {0};
	reader rd;
	rc code = RC_OK;

	while (code == RC_OK && slice_next(&names, ',', &name))
		code = builtin_registry(name, VEC_PUSH(a, &tables), e);
	if (code == RC_OK)
		code = reader_init(tables.p, tables.n, builtin_cues(), a, &rd, e);
	if (code == RC_OK)
		reader_freeze(&rd, a, image);
	return code != RC_OK ? code : image->failed;
}

static rc put(const char *path, slice bytes, err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	rc code;

	if (fd < 0)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "%s", path);
	code = file_write_fd(fd, bytes, e);
	(void)close(fd);
	return code;
}

int main(int argc, char **argv)
{
	strbuf image;
	arena a;
	err e = {0};
	slice source;
	rc code;

	if (argc != 3)
		return 2;
	arena_init(&a, NULL, 0);
	strbuf_init(&image, NULL, IMAGE_MAX);
	code = freeze(&a, &image, &e);
	source = arena_printf(&a,
	                      "/* made by freeze_main.c */\n"
	                      "\t.section .rodata\n"
	                      "\t.globl ready_image, ready_image_end\n"
	                      "\t.hidden ready_image, ready_image_end\n"
	                      "\t.balign 4096\n"
	                      "ready_image:\n"
	                      "\t.incbin \"%s\"\n"
	                      "ready_image_end:\n"
	                      "\t.byte 0\n"
	                      "\t.section .note.GNU-stack, \"\", %%progbits\n",
	                      argv[1]);
	if (code == RC_OK)
		code = put(argv[1], strbuf_slice(&image), &e);
	if (code == RC_OK)
		code = put(argv[2], source, &e);
	if (code != RC_OK)
		(void)fprintf(stderr, "freeze: %s\n", e.detail);
	strbuf_done(&image);
	arena_done(&a);
	return code == RC_OK ? 0 : 1;
}
