#!/usr/bin/env python3
"""Time each stage of a build on a library, from nothing, again, and on growing parts of it.

    .venv/bin/python benchmarks/stages.py LIBRARY [--only TABLE] [--doublings N]

Each figure is of a whole run: CPU seconds of all its processes, seconds on the wall, and the greatest memory of all of
them together (what they share counted once; where the system does not tell, of the largest). The first build of all
is not counted: it compiles. Growing parts are an eighth, a quarter and a half of the documents of a JSON Lines file, or
of the files of a folder, by hash of their contents or names. How the work grows is the CPU time a word of each part
against that of the part half as large, after what a library of one line costs is taken off.
"""

from __future__ import annotations

import argparse
import contextlib
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

LOOK = 0.05
"""Seconds between two looks at the memory."""


class Run(NamedTuple):
    """What one build cost, and what it reported."""

    cpu: float
    wall: float
    memory: float
    """In MiB."""
    report: dict[str, Any]


def build(library: Path, archive: Path, only: str | None) -> Run:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "variorum.cli", "build", str(library), "-o", str(archive), "--quiet"]
    begun = time.monotonic()
    process = subprocess.Popen([*command, *(["--only", only] if only else [])])
    most, ended = 0.0, 0
    while not ended:
        time.sleep(LOOK)
        most = max(most, sum(map(shared_out, family(process.pid))))
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    if status:
        sys.exit(f"the build of {library} failed")
    report = json.loads((archive / "report.json").read_text(encoding="utf-8"))
    memory = most / 1024 if most else usage.ru_maxrss / 1024
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - begun, memory, report)


def family(process: int) -> Iterator[int]:
    """A process and all that it started, and those started."""
    yield process
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def shared_out(process: int) -> float:
    """The memory of a process in KiB, of what it shares its share; 0 where that is not told."""
    with contextlib.suppress(OSError, IndexError):
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return sum(float(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return 0.0


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


def line(name: str, run: Run, empty: Run, before: Run | None) -> str:
    """A line for a whole build."""
    words = run.report["counts"]["words"]
    reuse = run.report["counts"].get("passages", run.report["counts"].get("reuse", 0))
    growth = f"{a_word(run, empty) / a_word(before, empty):>8.2f}" if before else f"{'':>8}"
    return (
        f"{name:<14}{words:>12,} words{run.cpu:>9.2f} CPU s{run.wall:>9.2f} s{run.memory:>8,.0f} MiB"
        f"{a_word(run, empty):>8.2f} us a word{growth}{reuse:>10,} passages, {1e3 * reuse / words:.1f} in 1,000 words"
    )


def a_word(run: Run, empty: Run) -> float:
    """Microseconds of CPU time a word, beyond what an all but empty library costs."""
    return 1e6 * max(run.cpu - empty.cpu, 1e-3) / run.report["counts"]["words"]


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
        shares = [0.5**doubling for doubling in range(chosen.doublings, 0, -1)]
        build(parts(chosen.library, place, shares[0] if shares else 1.0), place / "compiled", chosen.only)
        (place / "line").mkdir()
        (place / "line" / "a.txt").write_text("There is nothing here but one line.")
        empty, before = build(place / "line", place / "empty", chosen.only), None
        for share in shares:
            before_it, before = before, build(parts(chosen.library, place, share), place / f"a{share}", chosen.only)
            print(line(f"{share:.3f} of it", before, empty, before_it), flush=True)
        whole = build(chosen.library, place / "whole", chosen.only)
        print(line("all of it", whole, empty, before))
        print(line("built again", build(chosen.library, place / "whole", chosen.only), empty, None))
        print(f"a line of text {empty.cpu:>26.2f} CPU s{empty.wall:>9.2f} s{empty.memory:>8,.0f} MiB")
        print(*stages(whole), sep="\n")


if __name__ == "__main__":
    main()
