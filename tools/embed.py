#!/usr/bin/env python3
"""embed.py - put the files under data/ and examples/ into the program.

Emits embed.S (the bytes, by .incbin), embed.c (a sorted table and its look-up)
and embed.h. Why: the program must run from anywhere, and one file is easier to
carry to an office than a tree. The output depends on nothing but the files'
names and bytes. It must never change a byte of them.

usage: embed.py --out-s S --out-c C --out-h H --depfile D --root ROOT FOLDER...
The first folder is the tables: their SHA-256 is EMBED_DATA_SHA256.
"""
import argparse
import hashlib
import os
import pathlib
import sys

HEADER = """/*
 * embed.h - made by tools/embed.py: the files that the program carries with it.
 *
 * Paths are those of the source tree ("data/kinds.tsv"). The bytes are constant
 * and live as long as the program.
 */
#ifndef DONDOC_EMBED_H
#define DONDOC_EMBED_H

#include "base/slice.h"

/* SHA-256 over the sorted paths and bytes of data/, hexadecimal: two programs
 * with the same value know the same bodies, kinds and days. */
#define EMBED_DATA_SHA256 "%s"

enum { EMBED_COUNT = %d };

/* embed_find() - the bytes of one file; false, with *ret untouched, when there
 * is none of that path. O(log n). */
bool embed_find(const char *path, slice *ret);

/* embed_at() - file number i in the order of the paths (bytewise); false when
 * there are no more. Either output may be NULL. */
bool embed_at(size_t i, const char **ret_path, slice *ret_bytes);

#endif
"""

SOURCE_HEAD = """/* embed.c - made by tools/embed.py; see there. */
#include "embed.h"

%s
static const struct {
	const char *path, *from, *to;
} files[EMBED_COUNT + 1] = {
"""

SOURCE_TAIL = """	{NULL, NULL, NULL},
};

bool embed_find(const char *path, slice *ret)
{
	size_t lo = 0, hi = EMBED_COUNT;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int order = strcmp(path, files[mid].path);

		if (order == 0) {
			*ret = (slice){files[mid].from, (size_t)(files[mid].to - files[mid].from)};
			return true;
		}
		if (order < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return false;
}

bool embed_at(size_t i, const char **ret_path, slice *ret_bytes)
{
	if (i >= ARRAY_LEN(files) - 1)
		return false;
	if (ret_path != NULL)
		*ret_path = files[i].path;
	if (ret_bytes != NULL)
		*ret_bytes = (slice){files[i].from, (size_t)(files[i].to - files[i].from)};
	return true;
}
"""


def is_temporary(name: str) -> bool:
    return name.startswith(".") or name.endswith(("~", ".swp", ".tmp", ".bak"))


def collect(root: pathlib.Path, folders: list[str]) -> tuple[list[str], list[str]]:
    """All files, sorted bytewise, and all folders: a new file must rebuild too."""
    files, dirs = [], []
    for folder in folders:
        for at, names, leaves in os.walk(root / folder):
            names[:] = sorted(n for n in names if not is_temporary(n))
            dirs.append(pathlib.Path(at).relative_to(root).as_posix())
            files += [
                (pathlib.Path(at) / leaf).relative_to(root).as_posix()
                for leaf in leaves
                if not is_temporary(leaf)
            ]
    return sorted(files, key=lambda p: p.encode()), sorted(dirs)


def digest(root: pathlib.Path, files: list[str], folder: str) -> str:
    total = hashlib.sha256()
    for path in files:
        if path.startswith(folder + "/"):
            data = (root / path).read_bytes()
            total.update(f"{path}\0{len(data)}\0".encode())
            total.update(data)
    return total.hexdigest()


def quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> int:
    parser = argparse.ArgumentParser()
    for name in ("--out-s", "--out-c", "--out-h", "--depfile", "--root"):
        parser.add_argument(name, required=True)
    parser.add_argument("folder", nargs="+")
    opt = parser.parse_args()
    root = pathlib.Path(opt.root).resolve()
    files, dirs = collect(root, opt.folder)

    asm = ["/* embed.S - made by tools/embed.py; see there. */", "\t.section .rodata"]
    for i, path in enumerate(files):
        asm += [
            f"\t.globl embed_file_{i}, embed_end_{i}",
            f"\t.hidden embed_file_{i}, embed_end_{i}",
            "\t.balign 16",
            f"embed_file_{i}:",
            f"\t.incbin {quote(str(root / path))}",
            f"embed_end_{i}:",
            "\t.byte 0",
        ]
    asm += ['\t.section .note.GNU-stack, "", %progbits', ""]
    names = "".join(
        f'__attribute__((visibility("hidden"))) extern const char embed_file_{i}[], embed_end_{i}[];\n'
        for i in range(len(files))
    )
    rows = "".join(
        f"\t{{{quote(path)}, embed_file_{i}, embed_end_{i}}},\n" for i, path in enumerate(files)
    )
    pathlib.Path(opt.out_s).write_text("\n".join(asm))
    pathlib.Path(opt.out_c).write_text(SOURCE_HEAD % names + rows + SOURCE_TAIL)
    pathlib.Path(opt.out_h).write_text(HEADER % (digest(root, files, opt.folder[0]), len(files)))
    deps = " \\\n ".join(str(root / p).replace(" ", "\\ ") for p in files + dirs)
    pathlib.Path(opt.depfile).write_text(f"{opt.out_s} {opt.out_c} {opt.out_h}: \\\n {deps}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
