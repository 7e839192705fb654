#!/usr/bin/env python3
"""test_processes.py - how large the largest of our processes gets: 64 MB, whatever comes.

Each sample as text, as Word file, and all of them in an archive and hanging on a mail,
with a sheet of 8,000 rows and hostile mails, in one run. No foreign program works on these, so the largest
process below the release program is one of ours. `make soak` does the same with 2,000 mixed
files (tests/soak/mixed.py).

usage: test_processes.py PROGRAM ROOT
"""
import base64
import pathlib
import sys
import tempfile
import zipfile

import measure

MEGABYTES = 64
program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path[:0] = [str(root / "tests/forms"), str(root / "tests/hostile")]
import formlib  # noqa: E402
import make  # noqa: E402


def letter(files: list[pathlib.Path]) -> bytes:
    head = b"From: a@x.vn\nTo: b@x.vn\nMIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
    parts = [b"--b\nContent-Type: application/octet-stream; name=\"%s\"\nContent-Disposition: attachment; "
             b"filename=\"%s\"\nContent-Transfer-Encoding: base64\n\n%s\n"
             % (f.name.encode(), f.name.encode(), base64.encodebytes(f.read_bytes())) for f in files]
    return head + b"".join(parts) + b"--b--\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = measure.samples(str(program), folder / "texts")
        words = [folder / (t.stem + ".docx") for t in texts]
        for text, word in zip(texts, words):
            formlib.docx(formlib.Sample(text.read_text()), word)
        with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as z:
            for f in words + texts:
                z.write(f, f.name)
        (folder / "letter.eml").write_bytes(letter(words))
        (folder / "sheet.csv").write_text("STT;Nội dung được giao;Cơ quan thực hiện;Thời hạn\n" + "".join(
            f"{i};Báo cáo kết quả công việc số {i};Sở Tài chính;{i % 28 + 1}/5/2026\n" for i in range(1, 8001)))
        heads = [folder / "headers.eml", folder / "subject.eml"]
        for f in heads: # mails of the hostile set that hold a letter
            f.write_bytes(make.FILES[f.name][0]())
        files = [*words, *texts, folder / "all.zip", folder / "letter.eml", folder / "sheet.csv", *heads]
        cost = measure.run([str(program), "read", "--format", "json", *map(str, files)])
        fine = cost.code == 0 and cost.kilobytes <= MEGABYTES * 1024
        if not fine:
            print(f"  exit {cost.code}\n  " + cost.errors[:500].replace("\n", "\n  "))
        print(f"{'ok' if fine else 'not ok'} 1 - the largest of our processes over {len(files)} files: "
              f"{cost.kilobytes / 1024:.1f} MB, at most {MEGABYTES}")
    return 0 if fine else 1


sys.exit(main())
