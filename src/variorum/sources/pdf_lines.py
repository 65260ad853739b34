"""The lines of a PDF's pages, and which of them are running heads and page numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads."""
REPEATED = 3
"""On how many pages a line stands at least that runs through the book."""

_NUMBER = re.compile(r"\W*(\d{1,4}|[ivxlc]{1,8})\W*", re.I)
_AT_END = re.compile(r"^\W*(\d{1,4})\b\W+|\W+(\d{1,4})\W*$")


class Line(NamedTuple):
    """A line of a page, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    """Where its letters stand."""
    size: float
    """Of its type."""
    page: int
    marks: tuple[tuple[int, str], ...] = ()
    """The marks of notes that stood in the line, which are no text: where, and which."""


class Layout(NamedTuple):
    """How the pages of a document are set."""

    size: float
    """Of the type of most of the text."""
    leading: float
    """From one line to the next."""
    edges: dict[int, tuple[float, float]]
    """The left and the right margin of each page."""


def in_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those joined that stand beside one another: a raised sign divides them."""
    row: Line | None = None
    for line in lines:
        beside = row and row.page == line.page and abs(row.bottom - line.bottom) < 0.6 * max(row.size, line.size)
        if row and beside and -1 <= line.left - row.right < 2 * row.size:
            row = _joined(row, line)
            continue
        if row:
            yield row
        row = line
    if row:
        yield row


def _joined(row: Line, line: Line) -> Line:
    space = " " if line.left - row.right > 0.15 * row.size else ""
    size, bottom = max((row.size, row.bottom), (line.size, line.bottom))
    shift = len(row.text) + len(space)
    marks = (*row.marks, *((at + shift, mark) for at, mark in line.marks))
    return Line(f"{row.text}{space}{line.text}", row.left, line.right, bottom, size, row.page, marks)


def layout_of(lines: Sequence[Line]) -> Layout:
    """How pages with these lines are set; the sizes of headings and notes count for little, being few."""
    sizes = sorted((line.size, len(line.text)) for line in lines)
    sums = list(accumulate(length for _, length in sizes))
    size = sizes[bisect_left(sums, sums[-1] / 2)][0]
    body = [line for line in lines if abs(line.size - size) < 0.1 * size]
    gaps = [one.bottom - two.bottom for one, two in pairwise(body) if one.page == two.page and one.bottom > two.bottom]
    pages: dict[int, list[Line]] = {}
    for line in body:
        pages.setdefault(line.page, []).append(line)
    edges = {page: _edges(held) for page, held in pages.items()}
    return Layout(size, sorted(gaps)[len(gaps) // 4] if gaps else 1.2 * size, edges)


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    lefts = Counter(round(line.left / 3) for line in lines)
    most = lefts.most_common(1)[0][1]
    left = min(place for place, count in lefts.items() if count >= max(2, 0.3 * most) or count == most)
    return 3.0 * left, sorted(line.right for line in lines)[int(0.9 * (len(lines) - 1))]


def furniture(lines: Sequence[Line]) -> dict[int, tuple[str, str | None]]:
    """Which lines are page numbers or running heads, and the page's number on them, if there is one.

    >>> page = [Line("THE KEEPER 7", 0, 9, 700, 10, 0), Line("It rained on the bar.", 0, 9, 680, 10, 0)]
    >>> pages = [line._replace(page=number) for number in range(3) for line in page]
    >>> furniture(pages)[2]
    ('running head', '7')
    """
    pages: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        pages.setdefault(line.page, []).append(place)
    edges: list[tuple[str, int]] = []
    for places in pages.values():
        ordered = sorted(places, key=lambda place: -lines[place].bottom)
        edges += [("top", place) for place in ordered[:EDGE]] + [("foot", place) for place in ordered[-EDGE:]]
    keys = Counter((side, key) for side, place in edges if (key := _key(lines[place].text)))
    outer = {ordered for places in pages.values() for ordered in _outermost(lines, places)}
    found: dict[int, tuple[str, str | None]] = {}
    for side, place in edges:
        number = _NUMBER.fullmatch(lines[place].text)
        if number and place in outer:
            found[place] = "page number", number[1]
        elif keys[side, _key(lines[place].text)] >= REPEATED:
            end = _AT_END.search(lines[place].text)
            found[place] = "running head", (end[1] or end[2]) if end else None
    return found


def _outermost(lines: Sequence[Line], places: Sequence[int]) -> set[int]:
    """The first and the last line of a page that has others."""
    if len(places) < 2:
        return set()
    return {max(places, key=lambda place: lines[place].bottom), min(places, key=lambda place: lines[place].bottom)}


def _key(text: str) -> str:
    """What a running head has in common with itself on another page."""
    return " ".join(re.findall(r"[^\W\d]+", text.lower()))
