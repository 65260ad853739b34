"""Compiled loops over the alignments of two documents: which are one passage with gaps, and which another contains.

An alignment is a row: start and end on one side, start and end on the other, worth in thousandths of a bit, and how
many words are the same.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.seeds.meetings.kernels import owner
from variorum.passages.signs import OMITTED

kernel = numba.njit(nogil=True, cache=True)

NARROW, WIDE = 5, 80
"""Alignments are joined over at most so many words on the side with fewer, and on the side with more."""

JOIN, BESIDE, APART = 6_000, 500, 1_000
"""What joining costs; besides, for each word on the side with fewer, and for each doubling on the side with more."""

SLACK = 3
"""How many words a passage may begin before or after a quotation that it is held to be."""

BEHIND = 32
"""How many alignments before one may be joined to it."""


@kernel
def chain(found: Any, least: Any, itself: bool, corpus: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Joins alignments into passages worth at least so much, or so much if they are quotations; and gives their gaps.

    A gap is the number of its passage, then start and end on both sides. A document's passages with itself (`itself`)
    have spans that do not overlap. The best chain is taken first, then the best of what is left (Gusfield 1997, 13.3).
    """
    found = found[np.argsort(found[:, 0], kind="mergesort")]
    worths, before = _links(found, itself, corpus.signs)
    passages, gaps = np.empty((len(found), 6), np.int64), np.empty((len(found), 5), np.int64)
    count, cut, free = 0, 0, np.full(len(found), True)
    for last in np.argsort(-worths, kind="mergesort"):
        if not free[last] or worths[last] < least[1]:
            continue
        first, taken = _follow(found, before, free, last, count, gaps, cut)
        outside = worths[before[first]] if before[first] >= 0 else 0
        start, end = found[first], found[last]
        worth = worths[last] - outside
        quoted = max(_quotes(corpus.quoted, start[0], end[1]), _quotes(corpus.quoted, start[2], end[3])) >= 0
        if worth >= least[1] and (quoted or worth >= least[0]):
            passages[count] = (start[0], end[1], start[2], end[3], worth, taken[1])
            count, cut = count + 1, taken[0]
    kept = outermost(passages[:count])
    numbers = np.cumsum(kept) - 1
    gaps = gaps[:cut][kept[gaps[:cut, 0]]]
    gaps[:, 0] = numbers[gaps[:, 0]]
    return passages[:count][kept], gaps


@kernel
def _links(found: Any, itself: bool, signs: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each alignment the worth of the best chain that ends with it, and the alignment before it in that chain."""
    worths, before, opening = found[:, 4].copy(), np.full(len(found), -1), found[:, 2].copy()
    for nth in range(len(found)):
        omitted = (signs[found[nth, 0]] | signs[found[nth, 2]]) & OMITTED
        for other in range(max(0, nth - BEHIND), nth):
            p, q = found[nth, 0] - found[other, 1], found[nth, 2] - found[other, 3]
            if min(p, q) < 0 or min(p, q) > NARROW or max(p, q) > WIDE or (itself and found[nth, 1] > opening[other]):
                continue
            joined = worths[other] + found[nth, 4] - _distance(p, q, omitted)
            if joined > max(worths[nth], worths[other]):
                worths[nth], before[nth], opening[nth] = joined, other, opening[other]
    return worths, before


@kernel
def _distance(p: int, q: int, omitted: int) -> int:
    """What it costs to join two alignments so far apart; less where an ellipsis says that something is left out."""
    return (0 if omitted else JOIN) + BESIDE * min(p, q) + APART * int(np.log2(1 + max(p, q)))


@kernel
def _follow(
    found: Any, before: Any, free: Any, last: int, number: int, gaps: Any, cut: int
) -> tuple[int, tuple[int, int]]:
    """Takes a chain from its end to its start, or to where another has taken it, and writes down its gaps.

    Gives its first alignment, how many gaps there are then, and how many words of it are the same.
    """
    same, nth = found[last, 5], last
    free[last] = False
    while before[nth] >= 0 and free[before[nth]]:
        previous = before[nth]
        gaps[cut] = (number, found[previous, 1], found[nth, 0], found[previous, 3], found[nth, 2])
        cut += found[previous, 1] < found[nth, 0] or found[previous, 3] < found[nth, 2]
        nth, same = previous, same + found[previous, 5]
        free[nth] = False
    return nth, (cut, same)


@kernel
def _quotes(quoted: Any, start: int, end: int) -> int:
    """Where the quotation begins that a span is, the whole of it or nearly so and hardly more; -1 if there is none."""
    best, least = -1, 1 << 40
    for place in range(max(0, start - SLACK), min(start + SLACK + 1, len(quoted))):
        long = int(quoted[place])
        apart = abs(place - start) + abs(place + long - end)
        if long > 0 and 4 * apart <= long and apart < least:
            best, least = place, apart
    return best


@kernel
def quotes(quoted: Any, passages: Any) -> NDArray[np.int64]:
    """For each passage where the quotations begin that it is, on either side; -1 for none."""
    found = np.empty((len(passages), 2), np.int64)
    for nth in range(len(passages)):
        found[nth, 0] = _quotes(quoted, passages[nth, 0], passages[nth, 1])
        found[nth, 1] = _quotes(quoted, passages[nth, 2], passages[nth, 3])
    return found


@kernel
def outermost(passages: Any) -> NDArray[np.bool_]:
    """Which passages are not mere parts or shifts of another: half of them or more, on both sides, in a better one."""
    order = np.argsort(passages[:, 0], kind="mergesort")
    kept, active, busy = np.full(len(passages), True), np.empty(len(passages), np.int64), 0
    for nth in order:
        still = 0
        for other in active[:busy]:
            if passages[other, 1] > passages[nth, 0] and kept[other]:
                active[still] = other
                still += 1
                if kept[nth] and _mostly(passages, nth, other):
                    kept[nth if passages[nth, 4] <= passages[other, 4] else other] = False
        active[still] = nth
        busy = still + 1
    return kept


@kernel
def _mostly(passages: Any, one: int, other: int) -> bool:
    """Whether two passages share at least half of the shorter, on both sides."""
    for start, end in ((0, 1), (2, 3)):
        both = min(passages[one, end], passages[other, end]) - max(passages[one, start], passages[other, start])
        long = min(passages[one, end] - passages[one, start], passages[other, end] - passages[other, start])
        if 2 * both < long:
            return False
    return True


@kernel
def join(corpus: Any, owners: Any, found: Any, ends: Any, least: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The passages that each group of alignments makes, a group for two documents, and their gaps."""
    rows, gaps = np.empty((len(found), 6), np.int64), np.empty((len(found), 5), np.int64)
    count, cut, start = 0, 0, 0
    for end in ends:
        if found[start:end, 4].sum() >= least[1]:  # no chain is worth more than all of its alignments
            itself = owner(owners, corpus.bounds, found[start, 0]) == owner(owners, corpus.bounds, found[start, 2])
            some, cuts = chain(found[start:end], least, itself, corpus)
            cuts[:, 0] += count
            rows[count : count + len(some)] = some
            gaps[cut : cut + len(cuts)] = cuts
            count, cut = count + len(some), cut + len(cuts)
        start = end
    return rows[:count].copy(), gaps[:cut].copy()
