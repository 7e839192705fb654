#!/usr/bin/env python3
"""run.py - run fuzz targets for a while on the sample documents as seeds.

First every committed crash (tests/fuzz/crashes/TARGET/), then new inputs. What is
found is kept in build-fuzz/found/TARGET. By time (`make fuzz`) the inputs are new
each day and the grown corpus stays in build-fuzz; by number (./test) they are the
same for the same program, so that the suite says the same about it twice.

usage: run.py --seconds N BUILD                      all targets, one after another
       run.py --seconds N --target PROGRAM ROOT      one target
       run.py --runs N --target PROGRAM ROOT         the same N inputs each time
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

MAX_BYTES = {"fuzz_read": 6000, "fuzz_shape": 8192, "fuzz_picture": 40000}


def seeds(root: pathlib.Path, name: str) -> list[pathlib.Path]:
    own = root / "tests/fuzz/seeds" / name
    if own.is_dir():
        return sorted(own.iterdir())
    if name == "fuzz_registry":
        return sorted((root / "data/registry").rglob("*.tsv"))
    return sorted(p for p in [*(root / "examples").rglob("*"), *(root / "tests/fuzz/seeds").glob("*.txt")] if p.is_file())


def run(program: pathlib.Path, root: pathlib.Path, much: list[str], corpus: pathlib.Path) -> int:
    name, build = program.name, program.parent.parent.parent
    found = build / "found" / name
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    for path in seeds(root, name):
        shutil.copyfile(path, corpus / ("seed-" + path.name))
    crashes = sorted((root / "tests/fuzz/crashes" / name).glob("*"))
    if crashes and subprocess.run([program, *crashes]).returncode != 0:
        return 1
    done = subprocess.run(
        [program, *much, "-timeout=10", "-rss_limit_mb=2048",
         f"-max_len={MAX_BYTES.get(name, 4096)}", "-only_ascii=0", "-print_final_stats=1",
         f"-artifact_prefix={found}/", f"-dict={root}/tests/fuzz/genre.dict", str(corpus)],
        stderr=subprocess.PIPE, text=True, errors="replace")
    lines = done.stderr.splitlines()
    if done.returncode != 0:
        print("\n".join(lines[-60:]))
    runs = [line.split(":")[-1].strip() for line in lines if "number_of_executed_units" in line]
    print(f"{'ok' if done.returncode == 0 else 'not ok'} 1 - {name}: {''.join(runs)} inputs",
          flush=True)
    return done.returncode


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--target")
    parser.add_argument("place")
    opt = parser.parse_args()
    if opt.target:
        program, root = pathlib.Path(opt.target).resolve(), pathlib.Path(opt.place)
        if opt.runs:
            with tempfile.TemporaryDirectory() as fresh:
                much = ["-seed=1", f"-runs={opt.runs}", "-reload=0"]
                return run(program, root, much, pathlib.Path(fresh))
        return run(program, root, [f"-max_total_time={opt.seconds}"],
                   program.parent.parent.parent / "corpus" / program.name)
    build = pathlib.Path(opt.place).resolve()
    targets = sorted(p for p in (build / "tests/fuzz").glob("fuzz_*") if p.is_file() and not p.suffix)
    return max([run(p, build.parent, [f"-max_total_time={opt.seconds}"],
                    build / "corpus" / p.name) for p in targets], default=1)


if __name__ == "__main__":
    sys.exit(main())
