"""Two witnesses aligned word by word, in time that grows with their length and not with its square.

Equal beginnings and ends are taken first; then anchors cut the rest into pieces (unique shared runs of eight words, of
three, single ones); what is left between anchors is small, and is aligned by edit distance. Equal words scattered in
stretches that have nothing else in common are taken back; words that differ are paired by how alike they are.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from variorum.traditions.anchors import Keys, Numbers, anchors

LENGTHS = (8, 3, 1)
"""How many words an anchor has, the safest first."""
SMALL = 10_000
"""Pieces whose lengths' product is at most this need no anchors."""
LARGE = 25_000_000
"""Pieces whose lengths' product is above this and that share no anchor have nothing to do with one another."""
NEAR, WITHIN = 3, 15
"""Of equal words between texts that differ, one is believed if the third next is within so many words."""
PAIRED = 20
"""Where more words than this differ in a row, none of them is paired with another: they are a plus and a minus."""
ALONE, PAIR = 0.45, 0.85
"""What a word costs that stays without an answer, and a pair of words that have nothing in common: less than both."""

Likeness = NDArray[np.float64]
Alike = Callable[[list[int], list[int]], Likeness]
"""How alike words are, 0 to 1: a row for each word of the base (by ordinal), a column for each of the witness."""


def aligned(base: Keys, witness: Keys, alike: Alike) -> Numbers:
    """For each word of the base the word of the witness that answers it, or -1; the answers rise.

    >>> keys = [np.array(list(text.encode()), np.uint64) for text in ("abcd", "abxcd")]
    >>> aligned(*keys, lambda some, others: np.zeros((len(some), len(others)))).tolist()
    [0, 1, 3, 4]
    """
    answers = np.full(len(base), -1, np.int64)
    pieces = [(0, len(base), 0, len(witness))]
    while pieces:
        a, a_end, b, b_end = _trimmed(base, witness, answers, pieces.pop())
        size = (a_end - a) * (b_end - b)
        cuts = _cuts(base[a:a_end], witness[b:b_end]) if size > SMALL else None
        if cuts is not None:
            pieces += _pieces(a, a_end, b, b_end, *cuts)
        elif size:
            for at_a, at_b, length in common(base[a:a_end].tolist(), witness[b:b_end].tolist()):
                answers[a + at_a : a + at_a + length] = np.arange(b + at_b, b + at_b + length)
    _drop_scattered(answers, len(witness))
    _pair(answers, len(witness), alike)
    return answers


_Piece = tuple[int, int, int, int]


def _trimmed(base: Keys, witness: Keys, answers: Numbers, piece: _Piece) -> _Piece:
    """The piece without the words at its beginning and its end that are the same on both sides."""
    a, a_end, b, b_end = piece
    length = min(a_end - a, b_end - b)
    before = _same(base[a : a + length], witness[b : b + length])
    answers[a : a + before] = np.arange(b, b + before)
    length -= before
    after = _same(base[a_end - length : a_end][::-1], witness[b_end - length : b_end][::-1])
    answers[a_end - after : a_end] = np.arange(b_end - after, b_end)
    return a + before, a_end - after, b + before, b_end - after


def _same(one: Keys, other: Keys) -> int:
    """How many words are the same from the beginning on."""
    for step in (16, len(one)):
        differ = np.flatnonzero(one[:step] != other[:step])
        if len(differ):
            return int(differ[0])
    return len(one)


def _cuts(base: Keys, witness: Keys) -> tuple[Numbers, Numbers] | None:
    for length in LENGTHS:
        one, other = anchors(base, witness, length)
        if len(one):
            return one, other
    return None


def _pieces(a: int, a_end: int, b: int, b_end: int, one: Numbers, other: Numbers) -> list[_Piece]:
    """What lies between anchors, each piece beginning with an anchor; anchors on one diagonal are one."""
    first = np.append(True, (np.diff(one) != np.diff(other)) | (np.diff(one) > 1))
    starts_a, starts_b = (one[first] + a).tolist(), (other[first] + b).tolist()
    pieces = [(a, starts_a[0], b, starts_b[0])]
    return pieces + list(zip(starts_a, [*starts_a[1:], a_end], starts_b, [*starts_b[1:], b_end], strict=True))


def _drop_scattered(answers: Numbers, count: int) -> None:
    """Takes back equal words in stretches that have little else in common: they are there by chance.

    A word stays if the next few equal words before it, or behind it, are near; the ends of the texts count as equal.
    """
    matched = np.flatnonzero(answers >= 0)
    ends_a, ends_b = np.full(NEAR, len(answers)), np.full(NEAR, count)
    at_a = np.concatenate([np.arange(-NEAR, 0), matched, ends_a + np.arange(NEAR)])
    at_b = np.concatenate([np.arange(-NEAR, 0), answers[matched], ends_b + np.arange(NEAR)])
    spans = np.maximum(at_a[NEAR:] - at_a[:-NEAR], at_b[NEAR:] - at_b[:-NEAR])
    near = spans <= WITHIN
    answers[matched[~(near[: len(matched)] | near[NEAR : NEAR + len(matched)])]] = -1


def _pair(answers: Numbers, count: int, alike: Alike) -> None:
    """Words that differ, between words that are the same, answer each other where they are most alike."""
    matched = np.concatenate([[-1], np.flatnonzero(answers >= 0), [len(answers)]])
    there = np.concatenate([[-1], answers[matched[1:-1]], [count]])
    inside_a, inside_b = np.diff(matched) - 1, np.diff(there) - 1
    wanted = (inside_a > 0) & (inside_b > 0) & (np.maximum(inside_a, inside_b) <= PAIRED)
    for at in np.flatnonzero(wanted).tolist():
        a, b = int(matched[at]) + 1, int(there[at]) + 1
        some, others = list(range(a, a + inside_a[at])), list(range(b, b + inside_b[at]))
        pairs = [(0, 0)] if len(some) == len(others) == 1 else _best_pairs(alike(some, others).tolist())
        for one, other in pairs:
            answers[a + one] = b + other


def _best_pairs(likeness: list[list[float]]) -> list[tuple[int, int]]:
    """The cheapest pairing in order (Needleman and Wunsch, 1970), a little of which is paid for words left alone.

    >>> _best_pairs([[0.0, 0.9], [0.0, 0.0]])
    [(0, 1)]
    """
    rows, columns = len(likeness), len(likeness[0])
    costs = [[ALONE * column for column in range(columns + 1)]]
    for row, alike in enumerate(likeness):
        above, line = costs[row], [ALONE * (row + 1)]
        for column, one in enumerate(alike):
            pair = above[column] + PAIR * (1 - one)
            line.append(min(pair, above[column + 1] + ALONE, line[column] + ALONE))
        costs.append(line)
    return _traced(costs, rows, columns)


def _traced(costs: list[list[float]], row: int, column: int) -> list[tuple[int, int]]:
    pairs = []
    while row and column:
        here = costs[row][column]
        if here == costs[row - 1][column] + ALONE:
            row -= 1
        elif here == costs[row][column - 1] + ALONE:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def common(one: list[int], other: list[int]) -> list[tuple[int, int, int]]:
    """Runs that stand in both sequences in order: where in each, and how long; none if they are too long to compare.

    >>> common([1, 2, 3], [2, 3, 4])
    [(1, 0, 2)]
    """
    if len(one) * len(other) > LARGE:
        return []
    numbers: dict[int, int] = {}
    some, others = ([numbers.setdefault(key, len(numbers)) for key in keys] for keys in (one, other))
    blocks = Levenshtein.editops(some, others).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
