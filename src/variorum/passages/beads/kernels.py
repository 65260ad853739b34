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
    rows, width = len(own[0]), int((band[:, 1] - band[:, 0]).max())
    best = np.zeros((rows + 1, width), np.float32)
    move = np.full((rows + 1, width), -1, np.int8)
    end_i, end_j, most = 0, 0, np.float32(0)
    for i in range(rows + 1):
        for j in range(band[i, 0], band[i, 1]):
            for nth in range(len(MOVES)):
                p, q = i - MOVES[nth, 0], j - MOVES[nth, 1]
                if p < 0 or q < 0 or not band[p, 0] <= q < band[p, 1]:
                    continue
                value = best[p, q - band[p, 0]] + _worth(like, band, own, usual, costs, (p, i, q, j))
                if value > best[i, j - band[i, 0]]:
                    best[i, j - band[i, 0]], move[i, j - band[i, 0]] = value, nth
            if best[i, j - band[i, 0]] > most:
                most, end_i, end_j = best[i, j - band[i, 0]], i, j
    return _back(move, band, end_i, end_j)


@kernel
def _worth(like: Any, band: Any, own: Any, usual: Any, costs: Any, bead: tuple[int, int, int, int]) -> Any:
    """What a bead is worth, or what it costs to pass over the sentences of one side."""
    a, a_end, b, b_end = bead
    long_a, square_a, usual_a = _group(own[0], usual[0], a, a_end)
    long_b, square_b, usual_b = _group(own[1], usual[1], b, b_end)
    if a == a_end or b == b_end:
        return -costs[0] * (long_a + long_b)
    product = 0.0
    for i in range(a, a_end):
        for j in range(b, b_end):
            product += like[i, j - band[i, 0] + MOST]
    both = np.sqrt(max(square_a * square_b, 1e-9))
    near = (product - (usual_a * long_b + usual_b * long_a) / 2) / both
    near -= costs[1] * max(0.0, abs(np.log(long_a / long_b) - costs[2]) - UNEVEN)
    return near * (long_a + long_b)


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
