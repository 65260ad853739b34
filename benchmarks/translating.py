#!/usr/bin/env python3
"""Time what finds translations, on growing parts of a library, from nothing.

    .venv/bin/python benchmarks/translating.py LIBRARY [LIBRARY ...]

The libraries are taken as one. Its parts are a quarter and a half of its files, by hash of their names, and all. Each
is built in a process of its own, as far as `translations`. Printed are sentences; how many are encoded in a CPU-second
(the step `sentences`, which also cuts); what the step `translations` takes, as a share of that; and by what power of
the number of sentences it has grown since the part before. The first build of all is not counted: it compiles.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from hashlib import sha256
from math import log
from pathlib import Path

from stages import build

SETTINGS = "[sentences]\nmost = 1_000_000_000\n"


def gathered(libraries: list[Path], folder: Path, share: float) -> Path:
    """A library of that share of the files of others."""
    for nth, library in enumerate(libraries):
        for file in sorted(path for path in library.rglob("*") if path.is_file() and path.suffix != ".toml"):
            name = file.relative_to(library)
            if int(sha256(str(name).encode()).hexdigest()[:8], 16) < share * 2**32:
                place = folder / str(nth) / name
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place)
    (folder / "variorum.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description="Time what finds translations.")
    parser.add_argument("libraries", nargs="+", type=Path)
    libraries = parser.parse_args().libraries
    before = (0, 0.0)
    print("sentences  encoded a CPU-s  translations CPU-s  share  grown by the power")
    with tempfile.TemporaryDirectory() as place:
        for nth, share in enumerate((0.25, 0.25, 0.5, 1.0)):
            library = gathered(libraries, Path(place) / f"library-{nth}", share)
            report = build(library, Path(place) / f"archive-{nth}", "translations").report
            cost = {step["table"]: step["cpu_seconds"] for step in report["steps"]}
            count, rest = report["counts"]["sentences"], cost["translations"]
            power = f"{log(rest / before[1]) / log(count / before[0]):.2f}" if before[0] else ""
            if nth:
                per, part = count / cost["sentences"], rest / cost["sentences"]
                print(f"{count:9,}  {per:15.0f}  {rest:18.1f}  {part:5.2f}  {power:>4}", flush=True)
                before = count, rest


if __name__ == "__main__":
    main()
