"""Two witnesses aligned word by word, in time that grows with their length and not with its square.

Equal beginnings and ends are taken first; then anchors cut the rest into pieces (unique shared runs of eight words, of
three, single ones); what is left between anchors is small, and is aligned by edit distance; words that differ are
paired by how alike they are.
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
PAIRED = 2_500
"""In pieces up to this product, words that differ are paired by likeness; in larger ones, in order."""

ALONE, PAIR = 0.45, 0.85
"""What a word costs that stays without an answer, and a pair of words that have nothing in common: less than both."""

Alike = Callable[[list[int], list[int]], NDArray[np.float32]]
"""How alike words are, 0 to 1: a row for each word of the base (by ordinal), a column for each of the witness."""


def aligned(base: Keys, witness: Keys, alike: Alike) -> Numbers:
    """For each word of the base the word of the witness that answers it, or -1; the answers rise.

    >>> keys = [np.array(list(text.encode()), np.uint64) for text in ("abcd", "abxcd")]
    >>> aligned(*keys, lambda some, others: np.zeros((len(some), len(others)), np.float32)).tolist()
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
        elif 0 < size <= LARGE:
            _by_distance(base, witness, answers, (a, a_end, b, b_end), alike)
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


def _by_distance(base: Keys, witness: Keys, answers: Numbers, piece: _Piece, alike: Alike) -> None:
    a, a_end, b, b_end = piece
    numbers: dict[int, int] = {}
    one, other = (
        [numbers.setdefault(key, len(numbers)) for key in keys.tolist()] for keys in (base[a:a_end], witness[b:b_end])
    )
    done_a = done_b = 0
    for same_a, same_b, length in Levenshtein.editops(one, other).as_matching_blocks():
        _paired(answers, (a + done_a, a + same_a, b + done_b, b + same_b), alike)
        answers[a + same_a : a + same_a + length] = np.arange(b + same_b, b + same_b + length)
        done_a, done_b = same_a + length, same_b + length


def _paired(answers: Numbers, piece: _Piece, alike: Alike) -> None:
    """Words that differ answer each other where they are most alike, in order; what is left over stays alone."""
    a, a_end, b, b_end = piece
    count_a, count_b = a_end - a, b_end - b
    if not count_a or not count_b:
        return
    if count_a * count_b == 1 or count_a * count_b > PAIRED:
        count = min(count_a, count_b)
        answers[a : a + count] = np.arange(b, b + count)
        return
    for one, other in _best_pairs(alike(list(range(a, a_end)), list(range(b, b_end))).tolist()):
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
    return _traced(likeness, costs, rows, columns)


def _traced(likeness: list[list[float]], costs: list[list[float]], row: int, column: int) -> list[tuple[int, int]]:
    pairs = []
    while row and column:
        here = costs[row][column]
        if here == costs[row - 1][column - 1] + PAIR * (1 - likeness[row - 1][column - 1]):
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif here == costs[row - 1][column] + ALONE:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]
