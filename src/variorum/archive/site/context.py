"""A stretch of a document with some of what stands around it, as a line of a list."""

from __future__ import annotations

import re
from typing import NamedTuple

from variorum.archive.plain import plain
from variorum.archive.site.edition import Document, Edition, place_of

AROUND = 60
"""So many code points of the text at most are shown on either side."""
LONGEST = 240
"""So many of the stretch itself."""
_FIRST, _LAST = re.compile(r"^\S*\s+"), re.compile(r"\s+\S*$")


class Context(NamedTuple):
    """A place in a document, as a line shows it."""

    document: Document
    href: str
    before: str
    exact: str
    after: str
    reason: str


def context(edition: Edition, number: int, start: int, end: int, reason: str | None = "") -> Context:
    """A stretch with whole words of its paragraph on either side."""
    text, layout = edition.texts[number], edition.layouts[number]
    first, last = 0, len(text)
    if layout.leaves:
        first, last = layout.leaves[layout.at(start)].start, layout.leaves[layout.at(max(start, end - 1))].end
    before, after = text[max(first, start - AROUND) : start], text[end : min(last, end + AROUND)]
    before = "…" + _FIRST.sub("", before) if start - AROUND > first else before
    after = _LAST.sub("", after) + "…" if end + AROUND < last else after
    exact = text[start:end] if end - start <= LONGEST else text[start : start + LONGEST] + " …"
    href = place_of(edition, number, start)
    return Context(edition.documents[number], href, _flat(before), _flat(exact), _flat(after), plain(reason or ""))


def _flat(text: str) -> str:
    """On one line, the spaces at its ends kept."""
    return plain(re.sub(r"\s+", " ", text))
