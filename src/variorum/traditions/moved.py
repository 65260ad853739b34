"""Words that stand elsewhere in another witness: found among what answers nothing, and never forced into places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from math import log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.traditions.alignment import Places
from variorum.traditions.anchors import Numbers

STEPS = (1, 2)
"""Two words make one look further, without an answer and the one so many words behind the other in either witness."""
LEAST = 4
"""How many words a transposition has at least; fewer in a row recur by chance."""
APART, SLANT = 8, 3
"""Seeds belong together that stand within so many words of one another, shifted by so many at most."""
WITHIN = 4
SKIPS = sorted(((i, j) for i in range(WITHIN) for j in range(WITHIN)), key=lambda skip: (max(skip), sum(skip), skip))
"""How many words may differ at once, on either side, inside a stretch that has moved, fewer than `WITHIN`: the fewer
the better."""
AHEAD = 3
"""How many words from there on are asked whether a skip is worth it."""
MOST, SKIPPED, DROP = 10.0, 3.0, 8.0
"""In bits: what a word says at most, what one that differs costs, and how much may be lost before the next gain."""
CHANCE = 8.0
"""How many bits a stretch has beyond what the best one between any two places has by chance."""
NEAR = 8
"""Within how many places a word that is missing here and more there has only changed its order."""


class Moved(NamedTuple):
    """Words of one witness that stand elsewhere in another: tokens, from and to, of either."""

    start: int
    end: int
    other_start: int
    other_end: int
    words: int


class _Pair(NamedTuple):
    """The words of two witnesses: which they are, which still need an answer, and how many bits each says."""

    one: list[int]
    other: list[int]
    free: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    taken: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    bits: list[float]

    def gain(self, at: int, to: int) -> float:
        """What it says that two words are the same; nothing where either is out of bounds, or stands in its place."""
        inside = 0 <= at < len(self.one) and 0 <= to < len(self.other) and self.one[at] == self.other[to]
        if not inside or self.taken[0][at] or self.taken[1][to] or not (self.free[0][at] or self.free[1][to]):
            return 0.0
        return self.bits[self.one[at]]


class _Stretch(NamedTuple):
    """Words, from and to, that both have, and how many bits they say."""

    a: int
    a_end: int
    b: int
    b_end: int
    bits: float


def moved(found: Places, one: int, other: int) -> list[Moved]:
    """The transpositions between two witnesses, in the order of the first; no word is in two of them.

    Words in a row that both have are one if they say more than the likeliest stretch of chance: the more words need
    an answer, and the farther off it stands, the more they must say.
    """
    words = [np.flatnonzero(found.lexicon.is_word[found.ids[nth]]) for nth in (one, other)]
    pair = _pair(found, (one, other), words)
    places = [np.flatnonzero(found.columns[:, nth] >= 0)[at] for nth, at in zip((one, other), words, strict=True)]
    return [
        Moved(
            int(words[0][each.a]),
            int(words[0][each.a_end - 1]) + 1,
            int(words[1][each.b]),
            int(words[1][each.b_end - 1]) + 1,
            each.a_end - each.a,
        )
        for each in sorted(_stretches(pair, places))
    ]


def _stretches(pair: _Pair, places: list[Numbers]) -> Iterator[_Stretch]:
    """What has moved, the longest chains first; what of a chain lies before or behind is looked at again."""
    rooms = [int(free.sum()) for free in pair.free]
    todo = sorted(_chains(*_seeds(pair)), key=lambda chain: (len(chain), chain))
    while todo:
        chain = todo.pop()
        at, to = chain[len(chain) // 2]
        found = _spread(pair, at, to)
        todo += filter(None, ([seed for seed in chain if seed[0] < min(at, found.a)], _behind(chain, at, found)))
        far = 1 + 2 * abs(int(places[0][at]) - int(places[1][to]))
        chance = log2(1 + rooms[0]) + log2(1 + min(rooms[1], far))
        if found.a_end - found.a >= LEAST and found.bits >= CHANCE + chance:
            pair.taken[0][found.a : found.a_end] = pair.taken[1][found.b : found.b_end] = True
            yield found


def _behind(chain: list[tuple[int, int]], at: int, found: _Stretch) -> list[tuple[int, int]]:
    return [seed for seed in chain if seed[0] > max(at, found.a_end - 1)]


def _pair(found: Places, witnesses: tuple[int, int], words: list[Numbers]) -> _Pair:
    keys = [found.ids[nth][at] for nth, at in zip(witnesses, words, strict=True)]
    free = tuple(mine[at] for mine, at in zip(_unanswered(found, *witnesses), words, strict=True))
    counts = np.bincount(np.concatenate(keys), minlength=len(found.lexicon.is_word))
    bits = np.minimum(MOST, np.log2(max(1, counts.sum()) / np.maximum(1, counts)))
    taken = tuple(np.zeros(len(mine), bool) for mine in keys)
    return _Pair(keys[0].tolist(), keys[1].tolist(), (free[0], free[1]), (taken[0], taken[1]), bits.tolist())


def _unanswered(found: Places, one: int, other: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which tokens of either witness are answered by no like word of the other."""
    columns = found.columns[:, [one, other]]
    both = (columns >= 0).all(axis=1)
    pairs = columns[both]
    same = found.ids[one][pairs[:, 0]] == found.ids[other][pairs[:, 1]]
    free = np.ones(len(found.ids[one]), bool), np.ones(len(found.ids[other]), bool)
    free[0][pairs[same, 0]] = free[1][pairs[same, 1]] = False
    return free


def _seeds(pair: _Pair) -> tuple[list[int], list[int]]:
    """Where two words stand close by one another that are without an answer, and stand once so in either witness."""
    found = [_couples(*side) for side in zip((pair.one, pair.other), pair.free, strict=True)]
    _, here, there = np.intersect1d(found[0][0], found[1][0], assume_unique=True, return_indices=True)
    one, other = found[0][1][here], found[1][1][there]
    order = np.lexsort((other, one))
    return one[order].tolist(), other[order].tolist()


def _couples(mine: list[int], free: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """The couples of words that stand once in a witness, as numbers, and where."""
    keys, at = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    ids = np.array(mine, np.int64)
    for step in STEPS:
        where = np.flatnonzero(free[:-step] & free[step:])
        keys.append((ids[where] << 32 | ids[where + step]) * len(STEPS) + step - 1)
        at.append(where)
    values, first, counts = np.unique(np.concatenate(keys), return_index=True, return_counts=True)
    return values[counts == 1], np.concatenate(at)[first[counts == 1]]


def _chains(one: list[int], other: list[int]) -> Iterator[list[tuple[int, int]]]:
    """Seeds that stand close by one another in both, shifted little, as one chain."""
    opened: list[list[tuple[int, int]]] = []
    for at, to in zip(one, other, strict=True):
        yield from (chain for chain in opened if at - chain[-1][0] > APART)
        opened = [chain for chain in opened if at - chain[-1][0] <= APART]
        mine = next((chain for chain in opened if _follows(chain[-1], at, to)), None)
        if mine:
            mine.append((at, to))
        else:
            opened.append([(at, to)])
    yield from opened


def _follows(last: tuple[int, int], at: int, to: int) -> bool:
    return abs(to - last[1]) <= APART and abs((at - to) - (last[0] - last[1])) <= SLANT


def _spread(pair: _Pair, at: int, to: int) -> _Stretch:
    """A stretch from a seed on, as far both ways as it gains by going on."""
    a_end, b_end, after = _end(pair, at, to, 1)
    a, b, before = _end(pair, at - 1, to - 1, -1)
    return _Stretch(a + 1, a_end, b + 1, b_end, before + after)


def _end(pair: _Pair, a: int, b: int, step: int) -> tuple[int, int, float]:
    """How far words go on to be the same, some skipped where those behind them are worth it; and their bits."""
    best = a, b, 0.0
    bits = 0.0
    while bits > best[2] - DROP:
        skip = _skip(pair, a, b, step)
        if skip is None:
            break
        a, b = a + step * skip[0], b + step * skip[1]
        bits += pair.gain(a, b) - SKIPPED * max(skip)
        a, b = a + step, b + step
        best = max(best, (a, b, bits), key=lambda each: each[2])
    return best


def _skip(pair: _Pair, a: int, b: int, step: int) -> tuple[int, int] | None:
    """How many words to skip on either side to come to one that is the same, and worth it: the fewest."""
    one, other = ([at + step * nth for nth in range(WITHIN)] for at in (a, b))
    mine = [pair.one[at] if 0 <= at < len(pair.one) else -1 for at in one]
    theirs = [pair.other[to] if 0 <= to < len(pair.other) else -1 for to in other]
    if set(mine).isdisjoint(theirs):
        return None
    same = (skip for skip in SKIPS if mine[skip[0]] == theirs[skip[1]])
    return next((skip for skip in same if _lands(pair, (one[skip[0]], other[skip[1]]), skip, step)), None)


def _lands(pair: _Pair, place: tuple[int, int], skip: tuple[int, int], step: int) -> bool:
    """Whether a word is the same, and says with those behind it more than is lost by what was skipped."""
    gain = pair.gain(*place)
    behind = (pair.gain(place[0] + step * nth, place[1] + step * nth) for nth in range(1, AHEAD))
    return gain > 0 and gain + sum(behind) > SKIPPED * max(skip)


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
