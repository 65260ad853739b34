"""Paragraphs that quotation marks hold together: one quotation over whole paragraphs, or each opened anew."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.page import Mark
from variorum.layers.paragraphs import Paragraph

_MARKS = frozenset('“„«"‘»”')
_CLOSERS = frozenset('”»"“’')
_CLOSERS_OF = {"»": frozenset("«»")}
"""What closes a quotation that an opening mark of another direction begins: »Wir gehen.«"""


def takes_all(paragraphs: Sequence[Paragraph], at: int, mark: Mark) -> bool:
    """Whether the quotation takes whole paragraphs from this one on."""
    last = last_of(paragraphs, at, mark.end)
    return mark.end >= paragraphs[last].end - 2


def chained(paragraphs: Sequence[Paragraph], at: int) -> int:
    """The last of the paragraphs from this one on that each open with its opening mark, and close with none."""
    mark = paragraphs[at].text.lstrip("_*")[:1]
    if mark not in _MARKS:
        return at
    closers = _CLOSERS_OF.get(mark, _CLOSERS)
    while closers.isdisjoint(paragraphs[at].text.rstrip("_*")[-2:]) and at + 1 < len(paragraphs):
        if paragraphs[at + 1].text.lstrip("_*")[:1] != mark:
            break
        at += 1
    return at


def last_of(paragraphs: Sequence[Paragraph], at: int, end: int) -> int:
    """The last of the paragraphs from this one on that begin before an end."""
    while at + 1 < len(paragraphs) and paragraphs[at + 1].start < end:
        at += 1
    return at
