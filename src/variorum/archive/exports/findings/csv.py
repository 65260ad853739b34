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
    writer = writing.writer(out, lineterminator="\n")
    writer.writerow(Entry._fields)
    for entry in entries:
        writer.writerow([_safe(cell) for cell in entry])
    return out.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
