"""Findings as comma-separated values that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv as writing
import io
from collections.abc import Sequence

from variorum.archive.exports.findings.entry import Entry

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(entries: Sequence[Entry]) -> str:
    """A line a finding under the names of `Entry`; a cell that would be a formula begins with an apostrophe."""
    out = io.StringIO()
    plain = writing.writer(out, lineterminator="\n")
    quoted = writing.writer(out, lineterminator="\n", quoting=writing.QUOTE_ALL)
    plain.writerow(Entry._fields)
    for entry in entries:
        cells = [_safe(cell) for cell in entry]
        (quoted if any("\r" in cell for cell in cells if isinstance(cell, str)) else plain).writerow(cells)
    return out.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
