"""The places of a paragraph where a quotation may open or close: its marks, and gaps where one may be lacking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

import numpy as np

from variorum.layers.findings.page import Leaf, Page
from variorum.layers.marks import Mark
from variorum.text import code_points

_SMALL = "".join(char for char in map(chr, range(0xD800)) if char.islower())
_GAP = re.compile(
    rf"[,.!?;:…—–-](?=[\s—–]|\Z)|[\s—–(\[](?=[^\W\d_{_SMALL}])|[—–](?=[^\W\d_])|(?P<before>\s)(?=[(\[])|[)\]](?=\s)"
)
"""Characters beside which a mark may lack: after them, or before a space that a bracket follows. Before a small letter
inside a sentence none does."""
_THIN = " \u200a\u2009\u202f\u00a0\u2060"
_WORDS, _AFTER = re.compile(r"\w+"), re.compile(r"[\s—–]*([^\W\d_]+)")
NEAR = 24
"""How far a word is looked for on either side."""


class Site(NamedTuple):
    """A place, the mark that stands there if one does, and what stands round it."""

    start: int
    end: int
    mark: Mark | None
    left: str
    right: str
    before: str
    after: str


def all_sites(
    page: Page, paragraphs: Sequence[tuple[Leaf, Sequence[Mark]]], gaps: Sequence[bool] | None = None
) -> list[list[Site]]:
    """The sites of some paragraphs of a page, each with its marks; `gaps` says where gaps count, if not in all.

    >>> text, leaf = "“So,” he said.", Leaf(0, 14, "paragraph")
    >>> page = Page(text, (leaf,), "en")
    >>> all_sites(page, [(leaf, page.marks)]) == [sites(text, 0, 14, page.marks)]
    True
    """
    from variorum.layers.findings.quotation_marks.kernels import places

    text, marks = page.text, [mark for _, some in paragraphs for mark in some]
    ends = list(accumulate((len(some) for _, some in paragraphs), initial=0))
    bounds = np.array([leaf[:2] for leaf, _ in paragraphs], np.int64).reshape(-1, 2)
    columns = np.column_stack((bounds, ends[:-1], ends[1:], gaps or [True] * len(paragraphs))).astype(np.int64)
    known = np.array([(mark.start, mark.end, mark.points) for mark in marks], np.int64).reshape(-1, 3)
    sizes, rows = places(*page.coded, columns, known, code_points(_THIN), NEAR)
    starts, stops, which, left, right, *words = rows.T.tolist()
    found = map(
        Site,
        starts,
        stops,
        [marks[at] if at >= 0 else None for at in which],
        [_kind(text[at : at + 1]) for at in left],
        [_kind(text[at : at + 1]) for at in right],
        [word.casefold() if word.isalpha() else "" for word in map(text.__getitem__, map(slice, *words[:2]))],
        map(text.__getitem__, map(slice, *words[2:])),
    )
    return [list(islice(found, size)) for size in sizes.tolist()]


def sites(text: str, start: int, end: int, marks: Sequence[Mark], *, gaps: bool = True) -> list[Site]:
    """The sites of the paragraph from `start` to `end`, in order; `marks` are those that stand in it.

    >>> from variorum.layers.marks import marks
    >>> text = "“So,” he said."
    >>> [(site.start, site.mark.glyph if site.mark else "", site.after) for site in sites(text, 0, 14, marks(text))]
    [(0, '“', 'So'), (4, '”', 'he'), (14, '', '')]
    """
    places = [(at, at, None) for at in _gaps(text, start, end, marks)] if gaps else []
    spans = sorted([*places, *((mark.start, mark.end, mark) for mark in marks)], key=lambda one: one[:2])
    edges = start, end, {place for mark in marks for place in range(mark.start, mark.end)} | _between(text, marks)
    return [_site(text, one, edges) for one in spans]


def _gaps(text: str, start: int, end: int, marks: Sequence[Mark]) -> set[int]:
    """The places where a mark may be lacking: beside another none is."""
    inside = {place for mark in marks for place in range(mark.start, mark.end + 1)}
    found = {match.start() if match.lastindex else match.end() for match in _GAP.finditer(text, start, end)}
    return (found | {start, end}) - inside


def _between(text: str, marks: Sequence[Mark]) -> set[int]:
    """The spaces between two marks that point the same way: “ ‘So."""
    near = (pair for pair in pairwise(marks) if pair[1].start - pair[0].end == 1 and pair[0].points == pair[1].points)
    return {one.end for one, _ in near if text[one.end] in _THIN}


def _site(text: str, span: tuple[int, int, Mark | None], edges: tuple[int, int, set[int]]) -> Site:
    at, to, mark = span
    first, last, inside = edges
    left, right = at, to
    while left > first and left - 1 in inside:
        left -= 1
    while right < last and right in inside:
        right += 1
    before = _WORDS.search(text[max(first, left - NEAR) : left][::-1])
    after = _AFTER.match(text, right, min(last, right + NEAR))
    return Site(
        at,
        to,
        mark,
        _kind(text[left - 1] if left > first else ""),
        _kind(text[right] if right < last else ""),
        before[0][::-1].casefold() if before and before[0].isalpha() else "",
        after[1] if after else "",
    )


@cache
def _kind(char: str) -> str:
    """A character as far as it matters: a capital, a small letter, a digit, a blank, an edge, or itself."""
    if not char:
        return "^"
    if char.isspace():
        return " "
    if char.isalpha():
        return "A" if char.isupper() else "a"
    return "1" if char.isdigit() else char
