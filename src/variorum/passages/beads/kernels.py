"""Compiled loops that lay the sentences of two texts in beads."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)

MOVES = np.array(
    [(1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1)], np.int64
)
"""How many sentences of either side a bead may have."""
MOST = 4
UNEVEN = 0.3
"""How far the logarithm of the ratio of two lengths may be from what it is in all."""


@kernel
def lay(like: Any, band: Any, own: Any, usual: Any, costs: Any) -> NDArray[np.int64]:
    """The best row of beads that begins and ends anywhere inside a band: start and end on both sides.

    `band[i]`: from which to before which number of sentences of side b those may be laid that stand before sentence i
    of side a. `like[i, j - band[i, 0] + MOST]`: the product of the vectors of sentences i and j, each as long as its
    sentence; `own`: for each side those of a sentence with itself and the next ones, (sentences, MOST). So any two
    groups of sentences can be compared. `usual`: for each side how like a sentence is to those of the other that are
    most like it; so alike would any two groups be of which each sentence is as like each as is usual. `costs`: for each
    code point passed over; for how much the logarithm of the ratio of two groups' lengths is beyond UNEVEN; and what
    that is in all.
    """
    sides = _groups(own[0], usual[0]), _groups(own[1], usual[1])
    best = np.zeros((len(band), int((band[:, 1] - band[:, 0]).max())), np.float32)
    move = np.full(best.shape, -1, np.int8)
    end_i, end_j, most = 0, 0, np.float32(0)
    for i in range(len(band)):
        for j in range(band[i, 0], band[i, 1]):
            at = j - band[i, 0]
            for nth in range(len(MOVES)):
                p, q = i - MOVES[nth, 0], j - MOVES[nth, 1]
                if p < 0 or q < band[p, 0] or q >= band[p, 1]:
                    continue
                groups = sides[0][i, MOVES[nth, 0]], sides[1][j, MOVES[nth, 1]]
                value = best[p, q - band[p, 0]] + _worth(like, band, groups, costs, (p, i, q, j))
                if value > best[i, at]:
                    best[i, at], move[i, at] = value, nth
            if best[i, at] > most:
                most, end_i, end_j = best[i, at], i, j
    return _back(move, band, end_i, end_j)


@kernel
def _worth(like: Any, band: Any, groups: tuple[Any, Any], costs: Any, bead: tuple[int, int, int, int]) -> Any:
    """What a bead is worth, or what it costs to pass over the sentences of one side."""
    (a, a_end, b, b_end), (one, other) = bead, groups
    long = one[LONG] + other[LONG]
    if a == a_end or b == b_end:
        return -costs[0] * long
    product = 0.0
    for i in range(a, a_end):
        for j in range(b - band[i, 0] + MOST, b_end - band[i, 0] + MOST):
            product += like[i, j]
    near = (product - (one[LIKELY] * other[LONG] + other[LIKELY] * one[LONG]) / 2) / max(one[SIZE] * other[SIZE], TINY)
    return (near - costs[1] * max(0.0, abs(one[ORDER] - other[ORDER] - costs[2]) - UNEVEN)) * long


LONG, SIZE, LIKELY, ORDER = range(4)
TINY = 1e-9**0.5


@kernel
def _groups(own: Any, usual: Any) -> NDArray[np.float64]:
    """Of the few sentences before each place: how long they are, how great the sum of their vectors is, how like others
    all of it usually is, and the logarithm of how long: (places, how many sentences, 4).
    """
    groups = np.zeros((len(own) + 1, MOST + 1, 4))
    for end in range(len(own) + 1):
        for size in range(1, min(MOST, end) + 1):
            long, square, likely = _group(own, usual, end - size, end)
            groups[end, size] = long, np.sqrt(max(square, 0.0)), likely, np.log(max(long, TINY))
    return groups


@kernel
def _group(own: Any, usual: Any, start: int, end: int) -> Any:
    """How long some sentences are, the square of their vectors' sum, and how like others all of it usually is."""
    long, square, likely = 0.0, 0.0, 0.0
    for i in range(start, end):
        long += np.sqrt(own[i, 0])
        square += own[i, 0]
        likely += usual[i] * np.sqrt(own[i, 0])
        for j in range(i + 1, end):
            square += 2 * own[i, j - i]
    return long, square, likely


@kernel
def _back(move: Any, band: Any, i: int, j: int) -> NDArray[np.int64]:
    """The beads that lead to a place, in order."""
    found, count = np.empty((i + j, 4), np.int64), 0
    while move[i, j - band[i, 0]] >= 0:
        p, q = MOVES[move[i, j - band[i, 0]]]
        if p and q:
            found[count] = i - p, i, j - q, j
            count += 1
        i, j = i - p, j - q
    return found[:count][::-1]
