#!/usr/bin/env python3
"""layercheck.py - prove that every #include obeys src/layers.txt.

Why here: a wrong include is the first step of every tangle, and the linker sees
only half of it. Reads the sources as text; it must never need a build.

usage: layercheck.py ROOT        prints each wrong include; exit 1 when there is one
"""
import fnmatch
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')


def rules(path: pathlib.Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    layers: dict[str, list[str]] = {}
    fences: dict[str, list[str]] = {}
    for line in path.read_text().splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        left, right = line.split(":")
        if left.startswith("fence "):
            fences[left[6:].strip()] = right.split()
        else:
            layers[left] = right.split()
    return layers, fences


def inside(folder: str, name: str, allowed: list[str]) -> bool:
    return any(folder == a or folder.startswith(a + "/") or f"{folder}/{name}" == a for a in allowed)


def wrong(at: pathlib.PurePath, kind: str, target: str, layers, fences) -> str | None:
    folder = at.parent.as_posix()
    if kind == "<":
        for pattern, allowed in fences.items():
            if fnmatch.fnmatch(target, pattern) and not inside(folder, at.name, allowed):
                return f"<{target}> is fenced: only {' '.join(allowed)}"
        return None
    home = pathlib.PurePath(target).parent.as_posix()
    if target.endswith("_priv.h") and home != folder:
        return f'"{target}" is private to {home}'
    if home == folder or any(fnmatch.fnmatch(what, rule) for rule in layers[folder] for what in (home, target)):
        return None
    return f'{folder} may not include "{target}"'


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    src = root / "src"
    layers, fences = rules(src / "layers.txt")
    bad = 0
    for path in sorted(src.rglob("*")):
        if path.suffix not in (".c", ".h", ".def") or path.parent == src:
            continue
        at = path.relative_to(src)
        if at.parent.as_posix() not in layers:
            print(f"src/{at}: its folder is not in layers.txt")
            bad += 1
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = INCLUDE.match(line)
            why = wrong(at, found.group(1), found.group(2), layers, fences) if found else None
            if why:
                print(f"src/{at}:{number}: {why}")
                bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
