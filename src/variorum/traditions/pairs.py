"""Passages of one pair of documents that follow one another in both are one stretch.

Two transcriptions of a book come as many passages, with a gap wherever they differ for a while. They are joined along
their diagonal, so that the book is one tradition and not forty.
"""

from __future__ import annotations

from typing import NamedTuple

ALWAYS = 200
"""A gap of this many code points is small whatever stands on both sides of it."""
PART, TIMES = 4, 4
"""Else it may have a fourth of the longer stretch beside it, and four times the shorter one."""
OPEN = 16
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
        if open_pairs and open_pairs[-1][:2] != pair[:2]:
            done += open_pairs
            open_pairs = []
        fits = [(gap, at) for at, one in enumerate(open_pairs) if (gap := _gap(one, pair)) is not None]
        if fits:
            one = open_pairs.pop(min(fits)[1])
            pair = _union(one, pair)
        open_pairs.append(pair)
        if len(open_pairs) > OPEN:
            done.append(open_pairs.pop(0))
    return done + open_pairs


def _gap(one: Pair, following: Pair) -> int | None:
    """How far the second lies behind the first, or None if it is no continuation of it."""
    behind_a, behind_b = following.start_a - one.end_a, following.start_b - one.end_b
    lengths = _length(one), _length(following)
    gap = max(behind_a, behind_b)
    if min(behind_a, behind_b) < -min(lengths) // 3 or following.end_a < one.end_a or following.end_b < one.end_b:
        return None
    if one.doc_a == one.doc_b and following.end_a > one.start_b:
        return None
    return gap if gap <= ALWAYS + min(max(lengths) // PART, TIMES * min(lengths)) else None


def _length(pair: Pair) -> int:
    return min(pair.end_a - pair.start_a, pair.end_b - pair.start_b)


def _union(one: Pair, following: Pair) -> Pair:
    words = one.words + following.words
    return Pair(*one[:3], max(one.end_a, following.end_a), one.start_b, max(one.end_b, following.end_b), words)
