#!/usr/bin/env python3
"""picture.py - text of a terminal as an SVG, for the README.

Why our own: a picture that a command draws again is never out of date.
It must never show a document that is not ours.

usage: COMMAND | picture.py TITLE >docs/img/NAME.svg
"""
import html
import re
import sys

WIDTH, LINE, LEFT, TOP = 8.4, 19, 18, 46


def colour(line: str) -> str:
    if re.match(r"^\S.*[A-ZĐ]{3}", line) or line.startswith(("═", "─")):
        return "#8ab4d8"
    if "Cần xem lại" in line:
        return "#e6b455"
    if "Hạn cuối" in line or "Thời hạn" in line:
        return "#9ccc8f"
    return "#d7dade"


def main() -> int:
    lines = sys.stdin.read().rstrip("\n").split("\n")
    width = round(max(map(len, lines)) * WIDTH + 2 * LEFT)
    height = TOP + LINE * len(lines) + 14
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
          f'width="{width}" height="{height}" role="img" aria-label="{html.escape(sys.argv[1])}">')
    print(f'<rect width="{width}" height="{height}" rx="8" fill="#1d2126"/>'
          f'<text x="{LEFT}" y="25" fill="#8b929a" font-family="sans-serif" font-size="13">'
          f'{html.escape(sys.argv[1])}</text>')
    print('<g font-family="DejaVu Sans Mono, Liberation Mono, Consolas, monospace" '
          'font-size="14" xml:space="preserve">')
    for i, line in enumerate(lines):
        if line.strip():
            print(f'<text x="{LEFT}" y="{TOP + LINE * i + 12}" fill="{colour(line)}" '
                  f'textLength="{round(len(line) * WIDTH)}">{html.escape(line)}</text>')
    print("</g>\n</svg>")
    return 0


if __name__ == "__main__":
    sys.exit(main())
