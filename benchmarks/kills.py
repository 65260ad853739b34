#!/usr/bin/env python3
"""Kill builds at random moments, build again, and see that the tables are those of a build that was left in peace.

.venv/bin/python benchmarks/kills.py LIBRARY [TIMES]
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path


def build(library: Path, archive: Path, seconds: float | None = None) -> float:
    """Build, and kill the build and all that it started after some seconds; how long it ran."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "variorum.cli", "build", str(library), "-o", str(archive), "--quiet"]
    process = subprocess.Popen(command)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return time.monotonic() - begun


def tables(archive: Path) -> dict[str, str]:
    """A hash of each file of the tables."""
    return {
        path.relative_to(archive).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted((archive / "tables").rglob("*.parquet"))
        if path.is_file()
    }


def main(library: str, times: str = "10") -> None:
    """Compare, and end with 1 if any table differs."""
    with tempfile.TemporaryDirectory() as folder:
        whole, killed = Path(folder, "whole"), Path(folder, "killed")
        build(Path(library), whole)  # what is compiled once is compiled now
        shutil.rmtree(whole)
        length = build(Path(library), whole)
        expected, wrong = tables(whole), 0
        print(f"a build takes {length:.1f} s and writes {len(expected)} files of tables")
        for _ in range(int(times)):
            shutil.rmtree(killed, ignore_errors=True)
            moment = random.uniform(0.2, length)
            build(Path(library), killed, moment)
            build(Path(library), killed)
            same = tables(killed) == expected
            wrong += not same
            print(f"killed after {moment:.2f} s, built again: tables {'identical' if same else 'DIFFER'}", flush=True)
        sys.exit(1 if wrong else 0)


main(*sys.argv[1:])
