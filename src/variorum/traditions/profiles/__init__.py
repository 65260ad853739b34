"""Profiles: witnesses that are lined up already, and the alignment of one profile with another.

Anchors (n-grams that stand once in either, in the longest chain that rises in both) cut long profiles into pieces, the
safest anchors first; what is left between them is aligned word by word, gaps affine, words that are alike preferred.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.traditions.anchors import Numbers, anchors
from variorum.traditions.lexicon import Lexicon
from variorum.traditions.profiles.worths import alphabet, room

STEPS = ((8, 10_000), (4, 10_000), (3, 40_000), (2, 160_000), (1, 1_000_000))
"""How many words an anchor has, and from what product of lengths on a piece is cut by such anchors."""
LARGE = 25_000_000
"""Pieces whose lengths' product is above this and that share no anchor have nothing to do with one another."""
NOBODY = -1

Columns = NDArray[Any]
"""A row for each place, a column for each witness: the number of its token there, or -1."""


class Profile(NamedTuple):
    """Columns as the compiled loops want them: the different words of each, and how many witnesses have them."""

    size: int
    starts: Numbers
    words: NDArray[np.int32]
    counts: NDArray[np.int32]
    filled: NDArray[np.float64]
    """Which part of the witnesses has anything in a column."""
    is_word: NDArray[np.bool_]
    keys: NDArray[np.int32]
    """The word that most witnesses of a column have."""


def profile(lexicon: Lexicon, columns: Columns, ids: list[NDArray[np.int32]]) -> Profile:
    """The profile of columns; `ids` has the words of each witness as numbers of the lexicon."""
    words: Columns = np.full(columns.shape, NOBODY, np.int32)
    for nth, mine in enumerate(ids):
        there = columns[:, nth] >= 0
        words[there, nth] = mine[columns[there, nth]]
    if columns.shape[1] == 1:
        return _of_one(lexicon, words[:, 0])
    words.sort(axis=1)
    new = np.ones(words.shape, bool)
    new[:, 1:] = words[:, 1:] != words[:, :-1]
    ends = np.append(np.flatnonzero(new)[1:], words.size)
    counts = (ends - np.flatnonzero(new)).astype(np.int32)
    found, where = words[new], np.flatnonzero(new) // words.shape[1]
    seen = found >= 0
    found, counts, where = found[seen], counts[seen], where[seen]
    starts = np.searchsorted(where, np.arange(len(words) + 1))
    best = np.lexsort((found, -counts, where))[starts[:-1]]
    filled = np.add.reduceat(counts, starts[:-1]) / words.shape[1] if len(words) else np.empty(0)
    return Profile(words.shape[1], starts, found, counts, filled, lexicon.is_word[found[best]], found[best])


def _of_one(lexicon: Lexicon, words: NDArray[np.int32]) -> Profile:
    count = len(words)
    ones = np.ones(count, np.int32)
    return Profile(1, np.arange(count + 1), words, ones, np.ones(count), lexicon.is_word[words], words)


def aligned(lexicon: Lexicon, one: Profile, other: Profile) -> Numbers:
    """For each column of the first profile the column of the second that answers it, or -1; the answers rise."""
    pieces = np.array(_pieces(one.keys, other.keys), np.int64).reshape(-1, 4)
    return filled(lexicon, one, other, pieces, np.full(len(one.keys), NOBODY, np.int64))


def filled(lexicon: Lexicon, one: Profile, other: Profile, pieces: Numbers, answers: Numbers) -> Numbers:
    """The answers inside pieces that are known to answer one another (from, to, from, to), written over nobody's."""
    from variorum.traditions.profiles import kernels

    most = int(min(LARGE, cells(pieces).max(initial=1)))
    kernels.fill(lexicon, one, other, pieces, answers, most, room(lexicon, other.words))
    return answers


def worth(lexicon: Lexicon, one: Profile, other: Profile, answers: Numbers) -> float:
    """What an alignment of two whole profiles is worth, by the same rules that it is made by."""
    from variorum.traditions.profiles import kernels

    return float(kernels.worth(lexicon, one, other, answers, alphabet(lexicon)))


def cells(pieces: Numbers) -> Numbers:
    """How much room the alignment of each piece takes."""
    sizes: Numbers = (pieces[:, 1] - pieces[:, 0] + 1) * (pieces[:, 3] - pieces[:, 2] + 1)
    return sizes


def _pieces(one: NDArray[np.int32], other: NDArray[np.int32]) -> list[tuple[int, int, int, int]]:
    """The pieces between anchors, each small enough or without any anchor."""
    done, todo = [], [(0, len(one), 0, len(other), 0)]
    while todo:
        a, a_end, b, b_end, nth = todo.pop()
        size = (a_end - a) * (b_end - b)
        while nth < len(STEPS) and size <= STEPS[nth][1]:
            nth += 1
        if nth == len(STEPS):
            done.append((a, a_end, b, b_end))
            continue
        same = _same(one[a:a_end], other[b:b_end])
        done.append((a, a + same, b, b + same))
        a, b = a + same, b + same
        at, to = anchors(one[a:a_end], other[b:b_end], STEPS[nth][0])
        if not len(at):
            todo.append((a, a_end, b, b_end, nth + 1))
            continue
        for piece in _between(a, a_end, b, b_end, at, to):
            (todo.append((*piece, nth)) if _size(piece) > STEPS[0][1] else done.append(piece))
    return done


def _same(one: NDArray[np.int32], other: NDArray[np.int32]) -> int:
    """How many words are the same from the beginning on."""
    length = min(len(one), len(other))
    for step in (16, length):
        differ = np.flatnonzero(one[: min(step, length)] != other[: min(step, length)])
        if len(differ):
            return int(differ[0])
    return length


def _size(piece: tuple[int, int, int, int]) -> int:
    return (piece[1] - piece[0]) * (piece[3] - piece[2])


def _between(a: int, a_end: int, b: int, b_end: int, at: Numbers, to: Numbers) -> list[tuple[int, int, int, int]]:
    """What lies between anchors, each piece beginning with an anchor; anchors on one diagonal are one."""
    first = np.append(True, (np.diff(at) != np.diff(to)) | (np.diff(at) > 1))
    starts_a, starts_b = (at[first] + a).tolist(), (to[first] + b).tolist()
    pieces = [(a, starts_a[0], b, starts_b[0])]
    return pieces + list(zip(starts_a, [*starts_a[1:], a_end], starts_b, [*starts_b[1:], b_end], strict=True))
