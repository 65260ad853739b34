"""Words that stand elsewhere in another witness: found among what answers nothing, and never forced into places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.traditions.alignment import Places
from variorum.traditions.anchors import Numbers, grams

SEED = 3
"""How many words in a row, each without an answer, make one look further."""
LEAST = 4
"""How many words a transposition has at least; fewer in a row recur by chance."""
APART, SLANT = 8, 3
"""Seeds belong together that follow one another within so many words, shifted by so many at most."""

SKIPS = ((0, 0), (1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2))
"""How many words may differ at once, on either side, inside a stretch that has moved."""
NEAR = 8
"""Within how many places a word that is missing here and more there has only changed its order."""


class Moved(NamedTuple):
    """Words of one witness that stand elsewhere in another: tokens, from and to, of either."""

    start: int
    end: int
    other_start: int
    other_end: int
    words: int


def moved(found: Places, one: int, other: int) -> list[Moved]:
    """The transpositions between two witnesses, in the order of the first; no word is in two of them."""
    words = [np.flatnonzero(found.lexicon.is_word[found.ids[nth]]) for nth in (one, other)]
    keys = [found.ids[nth][at] for nth, at in zip((one, other), words, strict=True)]
    free = [mine[at] for mine, at in zip(_unanswered(found, one, other), words, strict=True)]
    seeds = _seeds(keys, free)
    taken = [np.zeros(len(key), bool) for key in keys]
    out = []
    for a, a_end, b, b_end in sorted(_chains(*seeds), key=lambda each: (each[0] - each[1], each)):
        spread = _spread(keys, free, (a, a_end, b, b_end))
        a, a_end, b, b_end = spread
        if a_end - a >= LEAST and not (taken[0][a:a_end].any() or taken[1][b:b_end].any()):
            taken[0][a:a_end] = taken[1][b:b_end] = True
            span = words[0][a], words[0][a_end - 1] + 1, words[1][b], words[1][b_end - 1] + 1
            start, end, other_start, other_end = map(int, span)
            out.append(Moved(start, end, other_start, other_end, a_end - a))
    return sorted(out)


def _unanswered(found: Places, one: int, other: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which tokens of either witness are answered by no like word of the other."""
    columns = found.columns[:, [one, other]]
    both = (columns >= 0).all(axis=1)
    pairs = columns[both]
    same = found.ids[one][pairs[:, 0]] == found.ids[other][pairs[:, 1]]
    free = np.ones(len(found.ids[one]), bool), np.ones(len(found.ids[other]), bool)
    free[0][pairs[same, 0]] = free[1][pairs[same, 1]] = False
    return free


def _seeds(keys: list[NDArray[np.int32]], free: list[NDArray[np.bool_]]) -> tuple[Numbers, Numbers]:
    """Where words stand, a few in a row, that are without an answer and stand once so in either witness."""
    found: list[NDArray[np.uint64]] = []
    where: list[Numbers] = []
    for mine, alone in zip(keys, free, strict=True):
        made = grams(mine + 1, SEED)
        at = np.flatnonzero(np.convolve(alone, np.ones(SEED, int), "valid")[: len(made)] == SEED) if len(made) else made
        values, first, counts = np.unique(made[at.astype(np.int64)], return_index=True, return_counts=True)
        found.append(values[counts == 1])
        where.append(at[first[counts == 1]].astype(np.int64))
    _, here, there = np.intersect1d(found[0], found[1], assume_unique=True, return_indices=True)
    one, other = where[0][here], where[1][there]
    order = np.argsort(one, kind="stable")
    return one[order], other[order]


def _chains(one: Numbers, other: Numbers) -> Iterator[tuple[int, int, int, int]]:
    """Seeds that follow one another closely in both, as one stretch: from, to, from, to."""
    if not len(one):
        return
    slant = np.abs(np.diff(one - other))
    cuts = np.flatnonzero((np.diff(one) > APART) | (slant > SLANT) | (np.diff(other) <= 0)) + 1
    for first, last in zip([0, *cuts.tolist()], [*(cuts - 1).tolist(), len(one) - 1], strict=True):
        yield int(one[first]), int(one[last]) + SEED, int(other[first]), int(other[last]) + SEED


def _spread(
    keys: list[NDArray[np.int32]], free: list[NDArray[np.bool_]], span: tuple[int, int, int, int]
) -> tuple[int, int, int, int]:
    """A stretch with what follows it on both sides and is nearly the same, and free in one of the witnesses."""
    a, a_end, b, b_end = span
    a_end, b_end = _end(keys, free, a_end, b_end, 1)
    a, b = _end(keys, free, a - 1, b - 1, -1)
    return a + 1, a_end, b + 1, b_end


def _end(keys: list[NDArray[np.int32]], free: list[NDArray[np.bool_]], a: int, b: int, step: int) -> tuple[int, int]:
    """How far words go on to be the same, a few of them skipped where the next two are the same again."""
    one, other = keys

    def same(at: int, to: int) -> bool:
        inside = 0 <= at < len(one) and 0 <= to < len(other)
        return bool(inside and one[at] == other[to] and (free[0][at] or free[1][to]))

    def lands(i: int, j: int) -> bool:
        at, to = a + step * i, b + step * j
        return same(at, to) and (i + j == 0 or same(at + step, to + step))

    while True:
        skip = next((skip for skip in SKIPS if lands(*skip)), None)
        if skip is None:
            return a, b
        a, b = a + step * (skip[0] + 1), b + step * (skip[1] + 1)


def exchanged(found: Places, one: int, other: int) -> list[tuple[int, int]]:
    """Words without an answer that stand a few places off in the other witness: their order is another there."""
    free = _unanswered(found, one, other)
    where = [found.columns[:, nth] for nth in (one, other)]
    alone = [np.flatnonzero(np.append(mine, False)[at]) for at, mine in zip(where, free, strict=True)]
    known: dict[int, list[int]] = {}
    for place in alone[1].tolist():
        known.setdefault(int(found.ids[other][where[1][place]]), []).append(place)
    out = []
    for place in alone[0].tolist():
        word = int(found.ids[one][where[0][place]])
        there = known.get(word, [])
        first = bisect_left(there, place - NEAR)
        near = [to for to in there[first : first + NEAR] if 0 < abs(to - place) <= NEAR]
        if near and found.lexicon.is_word[word]:
            nearest = min(near, key=lambda to: abs(to - place))
            there.remove(nearest)
            out.append((int(where[0][place]), int(where[1][nearest])))
    return out
