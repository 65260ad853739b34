"""Testimony as comma-separated values: a line for each statement about how a text came down, for spreadsheets."""

from __future__ import annotations

import csv as writing
import io
from collections.abc import Callable, Sequence

import pyarrow as pa

from variorum.archive.exports.checks import plain
from variorum.tables import TESTIMONY

COLUMNS = tuple(TESTIMONY.schema.names)


def statements(table: pa.Table, words: Callable[[str, int, int], str]) -> str:
    """Every statement with its words, which `words` gives of a stretch of a document, in the table's order.

    >>> statements(TESTIMONY.empty(), lambda doc, start, end: "")[:26]
    'doc,start,end,words,about,'
    """
    out = io.StringIO()
    writer = writing.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS[:3], "words", *COLUMNS[3:]])
    for row in zip(*(table[name].to_pylist() for name in COLUMNS), strict=True):
        said = " ".join(words(*row[:3]).split())
        writer.writerow([plain(_cell(one)) for one in (*row[:3], said, *row[3:])])
    return out.getvalue()


def _cell(value: object) -> object:
    """A value in one cell: places as `doc:start-end`, one after the other.

    >>> _cell([{"doc": "a.txt", "start": 3, "end": 9}, {"doc": "b.txt", "start": 0, "end": 4}])
    'a.txt:3-9 b.txt:0-4'
    """
    if not isinstance(value, Sequence) or isinstance(value, str):
        return value
    return " ".join(f"{one['doc']}:{one['start']}-{one['end']}" for one in value)
