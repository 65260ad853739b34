"""A finding as it is written down: its place in a file, what is suspected, and the words round it."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One finding; lines and columns are counted from 1, code points of the document's text from 0."""

    file: str
    line: int
    column: int
    rule: str
    message: str
    suggestion: str | None
    confidence: float
    before: str
    exact: str
    after: str
    doc: str
    start: int
    end: int
