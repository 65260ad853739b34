#!/usr/bin/env python3
"""Time what reads voices, on each document of a library: the quoted stretches, who speaks in them, what is embedded.

    .venv/bin/python benchmarks/voices.py LIBRARY [--least WORDS]

Each figure is CPU seconds of one process and one thread, the second time that a document is read, so that what is made
once is not counted; words a second are of the first two steps together; embedded documents stand
beside them. Storing is not counted: `stages.py` times whole builds.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

import variorum
from variorum.layers import embedded, quotations, quoted
from variorum.store import Store, by_document
from variorum.tables import BY_NAME


class Timed(NamedTuple):
    """What one document cost."""

    doc: str
    words: int
    rows: int
    quoted: float
    voices: float
    embedded: float


def documents(store: Store) -> Iterator[tuple[str, pa.Table, pa.Table]]:
    """Every document with its blocks."""
    for part in store.files("documents"):
        blocks = by_document(store.read("blocks", part))
        for doc, rows in by_document(store.read("documents", part)).items():
            yield doc, rows, blocks.get(doc, BY_NAME["blocks"].empty())


def timed(doc: str, rows: pa.Table, blocks: pa.Table) -> Timed:
    """Read the voices of a document twice, and time the second time."""
    embedded(rows, blocks, quoted(rows, blocks))
    quotations(rows, blocks, quoted(rows, blocks))
    begun = time.process_time()
    found = quoted(rows, blocks)
    between = time.process_time()
    quotations(rows, blocks, found)
    ended = time.process_time()
    embedded(rows, blocks, found)
    last = time.process_time()
    return Timed(doc, rows["words"][0].as_py(), found.num_rows, between - begun, ended - between, last - ended)


def line(name: str, words: int, rows: int, marks: float, voices: float, inside: float) -> str:
    """A line of the report."""
    rate = words / max(marks + voices, 1e-6)
    return (
        f"{name[-52:]:<54}{words:>10,} words{rows:>8,} quotations{marks:>8.2f} s{voices:>8.2f} s{rate:>12,.0f} words/s"
        f"{inside:>8.2f} s embedded"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument(
        "--least", type=int, default=20_000, help="words of the documents that have a line of their own"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        variorum.build(chosen.library, archive, only="quoted")
        all_of_them = [timed(*one) for one in documents(Store(archive / "tables"))]
    for one in all_of_them:
        if one.words >= chosen.least:
            print(line(*one))
    totals = (sum(column) for column in list(zip(*all_of_them, strict=True))[1:])
    print(line("all of it", *totals))


main()
