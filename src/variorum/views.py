"""Questions that have been asked of the tables already: views, for `Archive.query`."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """A query over tables: its name, what a row of its answer is, the tables that it asks, and the SQL."""

    name: str
    about: str
    reads: tuple[str, ...]
    sql: str


CHANCES = View(
    "chances",
    "a passage with its evidence (score and support, in bits), and with the number of passages between unrelated "
    "documents that chance alone would bring to as much evidence in a library of this size",
    ("documents", "passages"),
    """
    select doc_a, start_a, end_a, doc_b, start_b, end_b, (score + support) / 1000.0 as evidence,
           pow(total, 2) / 2 * pow(2, -19 - (score + support) / 3000.0) as expected
    from passages, (select sum(words) as total from documents)
    """,
)
"""The number of pairs of words, times a share that halves with every three bits of evidence. Measured on decoys: of two
libraries, each with its sources shuffled and exchanged (docs/tables.md)."""

VIEWS = (CHANCES,)
