"""Compiled loops over how like the words of two texts are."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)
reordered = numba.njit(nogil=True, cache=True, fastmath={"reassoc"})
"""Sums may be taken in another order, so that several numbers are added at once."""


@kernel
def looked_up(met: Any, kinds: Any, others: Any, like: Any) -> None:
    """Write to `like`, (kinds, others), what a table has for those of the words that it has."""
    for x in range(len(kinds)):
        if kinds[x] < len(met):
            row = met[kinds[x]]
            for y in range(len(others)):
                if others[y] < len(met):
                    like[x, y] = row[others[y]]


@kernel
def alike_in_spelling(
    offsets: Any, places: Any, values: Any, kinds: Any, others: Any, dimensions: int, like: Any
) -> None:
    """Raise `like`, (kinds, others), to the products of sparse vectors where these are greater.

    `offsets`: where the vector of each word begins and ends; `places` and `values`: its dimensions, and what stands
    there; `kinds` and `others`: of which words.
    """
    begins = np.zeros(dimensions + 1, np.int64)
    for other in others:
        for at in range(offsets[other], offsets[other + 1]):
            begins[places[at] + 1] += 1
    begins = np.cumsum(begins)
    ends, which, worth = begins[:-1].copy(), np.empty(begins[-1], np.int64), np.empty(begins[-1], values.dtype)
    for y in range(len(others)):
        for at in range(offsets[others[y]], offsets[others[y] + 1]):
            slot = ends[places[at]]
            which[slot], worth[slot] = y, values[at]
            ends[places[at]] += 1
    product = np.empty(len(others), values.dtype)
    for x in range(len(kinds)):
        product[:] = 0
        for at in range(offsets[kinds[x]], offsets[kinds[x] + 1]):
            for slot in range(begins[places[at]], begins[places[at] + 1]):
                product[which[slot]] += values[at] * worth[slot]
        row = like[x]
        for y in range(len(others)):
            row[y] = max(row[y], product[y])


@reordered
def more_than_usual(like: Any, least: float) -> NDArray[np.float32]:
    """By how many standard deviations words are more alike than is usual, the mean of what is usual for either.

    `like`: (words, others); `least` is added to each standard deviation.
    """
    rows, columns = like.shape
    mine, theirs = np.zeros((2, rows), np.float64), np.zeros((2, columns), np.float64)
    for x in range(rows):
        row, total, squares = like[x], 0.0, 0.0
        for y in range(columns):
            one = np.float64(row[y])
            total += one
            squares += one * one
            theirs[0, y] += one
            theirs[1, y] += one * one
        mine[0, x], mine[1, x] = total, squares
    for sums, count in ((mine, columns), (theirs, rows)):
        for at in range(sums.shape[1]):
            mean = sums[0, at] / count
            slope = 0.5 / (np.sqrt(max(sums[1, at] / count - mean * mean, 0.0)) + least)
            sums[0, at], sums[1, at] = slope, slope * mean
    out = np.empty(like.shape, np.float32)
    for x in range(rows):
        for y in range(columns):
            out[x, y] = like[x, y] * (mine[0, x] + theirs[0, y]) - (mine[1, x] + theirs[1, y])
    return out


@kernel
def _between(table: Any, ours: Any, theirs: Any, turned: bool) -> NDArray[np.float32]:
    """What a table has for each of some words with each of some others, read row by row; `turned`: ours are columns."""
    out = np.empty((len(ours), len(theirs)), np.float32)
    if turned:
        for y in range(len(theirs)):
            row = table[theirs[y]]
            for x in range(len(ours)):
                out[x, y] = row[ours[x]]
    else:
        for x in range(len(ours)):
            row = table[ours[x]]
            for y in range(len(theirs)):
                out[x, y] = row[theirs[y]]
    return out


@kernel
def nearest(
    like: Any, ours: Any, spans: Any, theirs: Any, windows: Any, turned: bool
) -> tuple[NDArray[np.float32], NDArray[Any]]:
    """How like each word of some spans is to the one most like it in the window of its span, and which that is.

    `like[p, q]`: how like word p of our vocabulary is to word q of theirs; `ours` and `theirs`: the words of the two
    texts by their numbers there; `spans` and `windows`: (spans, 2), one window a span; `turned`: `like` is (q, p). A
    word that has an empty window is like nothing, 0, and the nearest is -1. The words are given span after span.
    """
    total = 0
    for n in range(len(spans)):
        total += spans[n, 1] - spans[n, 0]
    most, where = np.zeros(total, np.float32), np.full(total, -1, np.int64)
    at = 0
    for n in range(len(spans)):
        first, last, start, stop = spans[n, 0], spans[n, 1], windows[n, 0], windows[n, 1]
        for row in _between(like, ours[first:last], theirs[start:stop], turned):
            for y in range(len(row)):
                if where[at] < 0 or row[y] > most[at]:
                    most[at], where[at] = row[y], start + y
            at += 1
    return most, where


@kernel
def gaps(
    like: Any,
    ours: Any,
    spans: Any,
    heavy: Any,
    theirs: Any,
    windows: Any,
    inner: Any,
    weighty: Any,
    light: float,
    turned: bool,
) -> Any:
    """Where words of some spans stand together that no word of the other text is left for, each taken by one alone.

    `like[p, q]`: how much more alike word p of our vocabulary and word q of theirs are than is usual for the two, in
    standard deviations; `ours` and `theirs`: the words of the two texts by their numbers there; `heavy` and `weighty`:
    what each word of the texts weighs, and `light` what one does that is left over and weighs nothing; `spans`,
    `windows`, `inner`: (spans, 2), for each span the window of the other text, and the part of it that renders the
    span; `turned`: `like` is (q, p). A row is a stretch: span, first and last word, what it weighs, what is left over
    between the answers of the words beside it, and in all of the inner window; what answers there; how like its words
    are at best; and these answers, or -1.
    """
    total = 0
    for n in range(len(spans)):
        total += spans[n, 1] - spans[n, 0]
    out, count = np.empty((total, 10), np.float64), 0
    for n in range(len(spans)):
        first, last, start, stop = spans[n, 0], spans[n, 1], windows[n, 0], windows[n, 1]
        mine, yours = heavy[first:last], weighty[start:stop]
        between = _between(like, ours[first:last], theirs[start:stop], turned)
        to, best, taken = _taken(between, mine, yours, inner[n, 0] - start, inner[n, 1] - start)
        at = 0
        while at < len(to):
            end, mass = _stretch(to, mine, at)
            if mass > 0:
                left, right = _answer(to, mine, at, -1), _answer(to, mine, end, 1)
                row = out[count]
                row[0], row[1], row[2], row[3] = n, first + at, first + end, mass
                row[4], row[5], row[6] = _left_over(
                    taken, yours, inner[n, 0] - start, inner[n, 1] - start, left, right, light
                )
                row[7] = _mean(best, mine, at, end)
                row[8], row[9] = (left + start if left >= 0 else -1), (right + start if right >= 0 else -1)
                count += 1
            at = end + 1
    return out[:count]


USUAL, FAR, UNEVEN = 2.6, 0.6, 1.5
"""So much more alike than usual are words that answer each other; more, the farther they stand apart in their beads,
and where one of them is a word that tells little."""
LIGHT, TELLING = 0.15, 0.3
"""A word that weighs less tells little; and one that weighs so much ends a stretch where it is answered."""
SOME = 0.3
"""What is left over tells at least so much, but for words that are everywhere."""
BRIDGE, NEIGHBOURS = 3, 4
"""So many words that tell little may stand inside a stretch; among so many beside it one is looked for."""


@kernel
def _taken(like: Any, heavy: Any, weighty: Any, low: int, high: int) -> Any:
    """Which word of the other text each takes, or -1; how like it is at best; and which takes each of the other."""
    ours, theirs = like.shape
    count, best = 0, np.zeros(ours, np.float64)
    worth, pairs = np.empty(like.size, np.float64), np.empty((like.size, 2), np.int64)
    reach = FAR * min((high - low) / 6, 4.0)
    for x in range(ours):
        for y in range(theirs):
            found = like[x, y]
            best[x] = max(best[x], found)
            if found <= USUAL:
                continue
            found -= USUAL + reach * abs((x + 0.5) / ours - (y - low + 0.5) / max(1, high - low))
            if min(heavy[x], weighty[y]) < LIGHT and max(heavy[x], weighty[y]) > 0.5:
                found -= UNEVEN
            if found > 0:
                worth[count], pairs[count, 0], pairs[count, 1] = found, x, y
                count += 1
    to, taken = np.full(ours, -1, np.int64), np.full(theirs, -1, np.int64)
    for nth in np.argsort(-worth[:count], kind="mergesort"):
        x, y = pairs[nth]
        if to[x] < 0 and taken[y] < 0:
            to[x], taken[y] = y, x
    return to, best, taken


@kernel
def _stretch(to: Any, heavy: Any, at: int) -> Any:
    """The last word of the stretch that begins at a word, and what it weighs: 0 where none does."""
    end, mass = at, 0.0
    if to[at] >= 0 or heavy[at] < LIGHT:
        return end, mass
    for x in range(at, len(to)):
        if (to[x] >= 0 and heavy[x] > TELLING) or x - end > BRIDGE:
            break
        if to[x] < 0 and heavy[x] >= LIGHT:
            end, mass = x, mass + heavy[x]
    return end, mass


@kernel
def _answer(to: Any, heavy: Any, at: int, step: int) -> int:
    """What the next word beside a stretch that tells something takes, or -1."""
    for off in range(1, NEIGHBOURS + 1):
        x = at + step * off
        if 0 <= x < len(to) and to[x] >= 0 and heavy[x] > LIGHT:
            return int(to[x])
    return -1


@kernel
def _left_over(taken: Any, weighty: Any, low: int, high: int, left: int, right: int, light: float) -> Any:
    """What no word takes between two others, and in all that renders a span; and what is taken there."""
    between, free, held = 0.0, 0.0, 0.0
    first, last = (left if left >= 0 else low - 1), (right if right >= 0 else high)
    for y in range(low, high):
        if taken[y] >= 0:
            held += weighty[y]
        else:
            told = max(weighty[y], SOME) if weighty[y] > 0 else light
            free += told
            if first < y < last:
                between += told
    return (between if first < last else free), free, held


@kernel
def _mean(best: Any, heavy: Any, at: int, end: int) -> float:
    total, mass = 0.0, 0.0
    for x in range(at, end + 1):
        total, mass = total + heavy[x] * best[x], mass + heavy[x]
    return total / mass
