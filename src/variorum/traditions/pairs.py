"""Passages of one pair of documents that follow one another in both are one stretch.

Two transcriptions of a book come as many passages, with a gap wherever they differ for a while. They are joined along
their diagonal, so that the book is one tradition and not forty.
"""

from __future__ import annotations

from typing import NamedTuple

SMALL = 200
"""A gap of so many code points is small, if the shorter stretch beside it is not shorter still."""
PART, TIMES = 4, 4
"""Beside that it may have a fourth of the longer stretch, and four times the shorter one; where one side has none, the
length of the longer one."""
UNEVEN = 2
"""A stretch may be so many times as long as its counterpart."""
OPEN = 24
"""How many unfinished stretches a passage is held against: more lie open only where a text is made of formulae."""
ROUNDS = 3


class Pair(NamedTuple):
    """Two spans that carry one text; documents are numbers in the order of their ids."""

    doc_a: int
    doc_b: int
    start_a: int
    end_a: int
    start_b: int
    end_b: int
    words: int


def joined(pairs: list[Pair]) -> list[Pair]:
    """The pairs with those that follow one another closely in both documents made one, in order.

    >>> joined([Pair(0, 1, 0, 900, 50, 950, 150), Pair(0, 1, 1000, 1900, 1010, 1950, 140)])
    [Pair(doc_a=0, doc_b=1, start_a=0, end_a=1900, start_b=50, end_b=1950, words=290)]
    """
    for _ in range(ROUNDS):
        before, pairs = len(pairs), _once(sorted(pairs))
        if len(pairs) == before:
            break
    return sorted(pairs)


def _once(pairs: list[Pair]) -> list[Pair]:
    done: list[Pair] = []
    open_pairs: list[Pair] = []
    for pair in pairs:
        finished = [one for one in open_pairs if one[:2] != pair[:2] or _reach(one) < pair.start_a]
        if finished or len(open_pairs) > OPEN:
            finished = finished or [min(open_pairs, key=_reach)]
            open_pairs = [one for one in open_pairs if one not in finished]
            done += finished
        fits = [(gap, at) for at, one in enumerate(open_pairs) if (gap := _gap(one, pair)) is not None]
        open_pairs.append(_union(open_pairs.pop(min(fits)[1]), pair) if fits else pair)
    return done + open_pairs


def _reach(pair: Pair) -> int:
    """Where in the first document the farthest passage may begin that goes on with this stretch."""
    return pair.end_a + SMALL + TIMES * _length(pair)


def _gap(one: Pair, following: Pair) -> int | None:
    """How far the second lies behind the first, or None if it is no continuation of it."""
    behind_a, behind_b = following.start_a - one.end_a, following.start_b - one.end_b
    shorter, longer = sorted((_length(one), _length(following)))
    gap, other = max(behind_a, behind_b), min(behind_a, behind_b)
    left_out = other <= shorter // 2  # one side goes on at once: it lacks what the other has
    allowed = min(SMALL, shorter) + (longer if left_out else min(longer // PART, TIMES * shorter))
    if gap > allowed or other < -shorter // 4:
        return None
    whole = _union(one, following)
    length_a, length_b = whole.end_a - whole.start_a, whole.end_b - whole.start_b
    if max(length_a, length_b) > UNEVEN * min(length_a, length_b):
        return None
    return None if whole.doc_a == whole.doc_b and whole.end_a > whole.start_b else gap


def _length(pair: Pair) -> int:
    return min(pair.end_a - pair.start_a, pair.end_b - pair.start_b)


def _union(one: Pair, following: Pair) -> Pair:
    words = one.words + following.words
    return Pair(*one[:3], max(one.end_a, following.end_a), one.start_b, max(one.end_b, following.end_b), words)
