#!/usr/bin/env python3
"""Time each stage of a build on a library, from nothing, again, and on growing parts of it.

    .venv/bin/python benchmarks/stages.py LIBRARY [--only TABLE] [--doublings N]

Each figure is of a whole process: CPU seconds of all its processes, seconds on the wall, and the greatest memory of any
one of them. The first build of all is not counted: it compiles. Growing parts are the first eighth, quarter and half of
the documents of a JSON Lines file, or of the files of a folder, by hash of their names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple


class Run(NamedTuple):
    """What one build cost, and what it reported."""

    cpu: float
    wall: float
    memory: float
    report: dict[str, Any]


def build(library: Path, archive: Path, only: str | None) -> Run:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "variorum.cli", "build", str(library), "-o", str(archive), "--quiet"]
    begun = time.monotonic()
    process = subprocess.Popen([*command, *(["--only", only] if only else [])])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the build of {library} failed")
    report = json.loads((archive / "report.json").read_text(encoding="utf-8"))
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss / 1024, report)


def parts(library: Path, folder: Path, share: float) -> Path:
    """A library of about a share of the documents of another."""
    target = folder / f"part-{share}"
    for path in sorted(path for path in library.rglob("*") if path.is_file()):
        place = target / path.relative_to(library)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.name.endswith((".jsonl", ".jsonl.gz")):
            opened = gzip.open if path.suffix == ".gz" else open
            with (
                opened(path, "rb") as lines,
                open(place.with_suffix("") if path.suffix == ".gz" else place, "wb") as out,
            ):
                out.writelines(line for line in lines if drawn(line, share))
        elif drawn(place.name.encode(), share):
            place.write_bytes(path.read_bytes())
    return target


def drawn(content: bytes, share: float) -> bool:
    """Whether something belongs to the share."""
    return int.from_bytes(sha256(content).digest()[:4]) < share * 2**32


def stages(run: Run) -> Iterator[str]:
    """A line for each stage of a build."""
    words = max(1, run.report["counts"]["words"])
    for step in run.report["steps"]:
        cpu = step["cpu_seconds"]
        rate = f"{words / cpu:>14,.0f}" if cpu > 0.01 else f"{'':>14}"
        yield f"  {step['table']:<14}{step['rows']:>12,} rows{cpu:>9.2f} s{rate} words/s"


def line(name: str, run: Run) -> str:
    """A line for a whole build."""
    words = run.report["counts"]["words"]
    reuse = run.report["counts"].get("reuse", 0)
    return (
        f"{name:<22}{words:>12,} words{run.cpu:>9.2f} CPU s{run.wall:>9.2f} s{run.memory:>8,.0f} MiB"
        f"{1e6 * run.cpu / words:>8.2f} us/word{reuse:>10,} passages"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--only")
    parser.add_argument("--doublings", type=int, default=3)
    chosen = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        smallest = parts(chosen.library, place, 0.5**chosen.doublings)
        build(smallest, place / "compiled", chosen.only)
        for doubling in range(chosen.doublings, 0, -1):
            share = 0.5**doubling
            print(
                line(f"{share:.3f} of it", build(parts(chosen.library, place, share), place / f"a{share}", chosen.only))
            )
        whole = build(chosen.library, place / "whole", chosen.only)
        print(line("all of it", whole))
        print(line("built again", build(chosen.library, place / "whole", chosen.only)))
        print(*stages(whole), sep="\n")


main()
