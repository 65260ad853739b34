"""Where most of a text stands in another document, in the same words or rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.archive.site.edition import Edition
from variorum.archive.site.grouping import Rows
from variorum.archive.site.rows import Embedded

HALF = 0.6
"""How much of a text another document must have."""
ROOM = 2
"""What stands together takes at most so many times the room of the text."""


class Text(NamedTuple):
    """A stretch that is a text of its own: a document, one inside it, or what a statement speaks of."""

    document: int
    start: int
    end: int
    embedded: Embedded | None
    whole: bool = False
    """Whether it is a document."""


class Link(NamedTuple):
    """That most of a text stands in another document, too: there, how much of it, and whether rendered."""

    text: int
    document: int
    start: int
    end: int
    share: float
    rendered: bool


def alike(one: Text | Link, other: Text | Link) -> float:
    """How much of what two stretches of a document cover together both cover."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, max(one.end, other.end) - min(one.start, other.start))


def links(edition: Edition, texts: Sequence[Text]) -> Iterator[Link]:
    """Where most of each text stands in another document."""
    for rows, rendered in ((edition.parallels, False), (edition.renderings, True)):
        sides: tuple[int, NDArray[np.int64]] = (-1, np.empty((5, 0), np.int64))
        for nth, text in enumerate(texts):
            if sides[0] != text.document:
                sides = text.document, _sides(rows, text.document)
            yield from _found(nth, text, sides[1], rendered)


def _sides(rows: Rows, number: int) -> NDArray[np.int64]:
    """Of a document's passages the start, end, other document, and its start and end there."""
    first, last = int(rows.bounds[number]), int(rows.bounds[number + 1])
    columns = [rows.columns[nth].slice(first, last - first).to_numpy() for nth in range(5)]
    sides = np.asarray(columns, np.int64)
    return sides[:, sides[2] != number]


def _found(nth: int, text: Text, sides: NDArray[np.int64], rendered: bool) -> Iterator[Link]:
    """Of one text, the documents that have most of it at one place."""
    begin, end = np.maximum(sides[0], text.start), np.minimum(sides[1], text.end)
    mine = sides[:, begin < end]
    begin, end = begin[begin < end], end[begin < end]
    share = (mine[4] - mine[3]) / np.maximum(1, mine[1] - mine[0])
    first = mine[3] + (begin - mine[0]) * share
    last = mine[4] - (mine[1] - end) * share
    for other in np.unique(mine[2]).tolist():
        these = mine[2] == other
        here = _together(begin[these], end[these], first[these], last[these], ROOM * (text.end - text.start))
        covered = here.covered / (text.end - text.start)
        if covered >= HALF:
            yield Link(nth, other, round(here.first), round(here.last), covered, rendered)


class Together(NamedTuple):
    """What stands together in another document: where, and how much of the text it has."""

    first: float
    last: float
    covered: int


def _together(
    begin: NDArray[np.int64],
    end: NDArray[np.int64],
    first: NDArray[np.float64],
    last: NDArray[np.float64],
    room: float,
) -> Together:
    """The longest passage, and what stands near it there: a phrase that comes again elsewhere is left aside."""
    order = np.argsort(begin - end, kind="stable")
    taken = [int(order[0])]
    low, high = float(first[order[0]]), float(last[order[0]])
    for nth in order[1:].tolist():
        if max(high, last[nth]) - min(low, first[nth]) <= max(room, high - low):
            low, high = min(low, float(first[nth])), max(high, float(last[nth]))
            taken.append(nth)
    taken.sort()
    return Together(low, high, _covered(begin[taken], end[taken]))


def _covered(begin: NDArray[np.int64], end: NDArray[np.int64]) -> int:
    """How many code points spans cover together; they are ordered by their start."""
    reach = np.maximum.accumulate(end)
    before = np.concatenate([begin[:1], reach[:-1]])
    return int(np.maximum(0, end - np.maximum(begin, before)).sum())
