"""Checks of quotations as comma-separated values: a line for each, for spreadsheets."""

from __future__ import annotations

import csv as writing
import io
from collections.abc import Callable

import pyarrow as pa

from variorum.tables import CHECKS

COLUMNS = tuple(
    field.name for field in CHECKS.schema if not pa.types.is_list(field.type) and not pa.types.is_large_list(field.type)
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins with one of these a spreadsheet takes for a formula, and runs it."""


def checks(table: pa.Table, words: Callable[[str, int, int], str]) -> str:
    """Every check with the quoted words, which `words` gives of a stretch of a document, in the table's order.

    >>> checks(CHECKS.empty(), lambda doc, start, end: "")[:29]
    'doc,quotation,start,end,text,'
    """
    out = io.StringIO()
    writer = writing.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS[:4], "text", *COLUMNS[4:]])
    for row in zip(*(table[name].to_pylist() for name in COLUMNS), strict=True):
        doc, _, start, end = row[:4]
        writer.writerow(map(plain, [*row[:4], " ".join(words(doc, start, end).split()), *row[4:]]))
    return out.getvalue()


def plain(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: one that looks like it gets an apostrophe before it.

    >>> plain("=1+1"), plain("so it is"), plain(-3), plain(None)
    ("'=1+1", 'so it is', -3, '')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
