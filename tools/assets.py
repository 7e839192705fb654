#!/usr/bin/env python3
"""assets.py - what pages carry beside their HTML goes into the program: style, script,
pictures, a web font.

Each file gets an address with its own hash, so that a browser may keep it for ever, and
a gzip twin where that is smaller. The font comes from node_modules (npm ci, pinned by
package-lock.json); without it pages use the system's. Addresses in style.css are written
asset("NAME"). It must never fetch anything.

usage: assets.py OUT_S OUT_C OUT_H OUT_BIN DEPFILE ASSETS_FOLDER
"""
import gzip
import hashlib
import pathlib
import re
import sys

MIME = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml", ".woff2": "font/woff2"}
FONT = "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-{}-{}-normal.woff2"
RANGES = {
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,"
                  "U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,"
             "U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"}

HEADER = """/* Made by tools/assets.py. */
#ifndef DONDOC_ASSETS_H
#define DONDOC_ASSETS_H

#include "base/slice.h"

/* A file that pages carry: under `path` ("/assets/HASH-NAME"), as it is or as gzip. */
typedef struct asset {
	slice name, path, mime, etag, bytes, gzip; /* gzip empty: not smaller */
} asset;

/* asset_count(), asset_at() - all of them. */
size_t asset_count(void);
asset asset_at(size_t i);

#endif
"""

SOURCE = """/* Made by tools/assets.py. */
#include "assets.h"

__attribute__((visibility("hidden"))) extern const char assets_bytes[];

static const struct {
	const char *name, *path, *mime, *etag;
	uint32_t at, n, gzip_at, gzip_n;
} files[] = {
%s};

size_t asset_count(void)
{
	return ARRAY_LEN(files);
}

asset asset_at(size_t i)
{
	return (asset){slice_c(files[i].name), slice_c(files[i].path), slice_c(files[i].mime),
	               slice_c(files[i].etag), {assets_bytes + files[i].at, files[i].n},
	               {assets_bytes + files[i].gzip_at, files[i].gzip_n}};
}
"""


def path_of(name: str, data: bytes) -> str:
    return f"/assets/{hashlib.sha256(data).hexdigest()[:12]}-{name}"


def faces(folder: pathlib.Path, found: dict[str, bytes]) -> str:
    """@font-face of the fonts that are there, and the fonts themselves into `found`."""
    css = ""
    for weight in (400, 600):
        for part, letters in RANGES.items():
            file = folder / FONT.format(part, weight)
            if not file.exists():
                continue
            name = f"be-vietnam-pro-{part}-{weight}.woff2"
            found[name] = file.read_bytes()
            css += ('@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-display:swap;'
                    f'font-weight:{weight};src:url({path_of(name, found[name])}) format("woff2");'
                    f"unicode-range:{letters}}}\n")
    return css


def main() -> int:
    out_s, out_c, out_h, out_bin, depfile = map(pathlib.Path, sys.argv[1:6])
    folder = pathlib.Path(sys.argv[6]).resolve()
    found: dict[str, bytes] = {}
    css = faces(folder, found)
    own = sorted(p for p in folder.iterdir() if p.suffix in MIME)
    for file in own:
        if file.name != "style.css":
            found[file.name] = file.read_bytes()
    style = re.sub(r'asset\("([^"]+)"\)', lambda m: f"url({path_of(m[1], found[m[1]])})",
                   (folder / "style.css").read_text(encoding="utf-8"))
    found["style.css"] = (css + style).encode()
    blob, rows = b"", ""
    for name, data in sorted(found.items()):
        small = b"" if name.endswith(".woff2") else gzip.compress(data, 9, mtime=0)
        small = small if len(small) < len(data) else b""
        etag = hashlib.sha256(data).hexdigest()[:20]
        rows += (f'\t{{"{name}", "{path_of(name, data)}", "{MIME[pathlib.Path(name).suffix]}", '
                 f'"\\"{etag}\\"", {len(blob)}, {len(data)}, {len(blob) + len(data)}, '
                 f"{len(small)}}},\n")
        blob += data + small
    out_bin.write_bytes(blob)
    out_s.write_text("/* Made by tools/assets.py. */\n\t.section .rodata\n\t.globl assets_bytes\n"
                     "\t.hidden assets_bytes\n\t.balign 16\nassets_bytes:\n"
                     f'\t.incbin "{out_bin.resolve()}"\n\t.byte 0\n'
                     "\t.section .note.GNU-stack, \"\", %progbits\n")
    out_c.write_text(SOURCE % rows)
    out_h.write_text(HEADER)
    fonts = [folder / FONT.format(p, w) for p in RANGES for w in (400, 600)]
    needs = [folder, *own, *(f for f in fonts if f.exists())]
    depfile.write_text(f"{out_bin} {out_s} {out_c} {out_h}: " + " ".join(str(p) for p in needs) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
