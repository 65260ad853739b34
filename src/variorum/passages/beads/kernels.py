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
    most like it. `costs`: for each code point passed over, for each
    sentence more in a bead, how much more alike than usual two groups must be to be worth anything, for how much the
    logarithm of their lengths' ratio is beyond UNEVEN; and what that is in all.
    """
    (own_a, own_b), (usual_a, usual_b) = own, usual
    rows, width = len(own_a), int((band[:, 1] - band[:, 0]).max())
    length_a, length_b = np.sqrt(own_a[:, 0]), np.sqrt(own_b[:, 0])
    best = np.zeros((rows + 1, width), np.float32)
    move = np.full((rows + 1, width), -1, np.int8)
    end_i, end_j, most = 0, 0, np.float32(0)
    for i in range(rows + 1):
        for j in range(band[i, 0], band[i, 1]):
            for nth in range(len(MOVES)):
                p, q = MOVES[nth]
                if i < p or j < q or not band[i - p, 0] <= j - q < band[i - p, 1]:
                    continue
                before = best[i - p, j - q - band[i - p, 0]]
                long_a, long_b, square_a, square_b, product, near = 0.0, 0.0, 0.0, 0.0, 0.0, -costs[2]
                for x in range(i - p, i):
                    long_a += length_a[x]
                    near -= usual_a[x] / (2 * p)
                for y in range(j - q, j):
                    long_b += length_b[y]
                    near -= usual_b[y] / (2 * q)
                if p == 0 or q == 0:
                    value = before - costs[0] * (long_a + long_b)
                else:
                    for x in range(i - p, i):
                        for y in range(j - q, j):
                            product += like[x, y - band[x, 0] + MOST]
                        square_a += own_a[x, 0]
                        for z in range(x + 1, i):
                            square_a += 2 * own_a[x, z - x]
                    for y in range(j - q, j):
                        square_b += own_b[y, 0]
                        for z in range(y + 1, j):
                            square_b += 2 * own_b[y, z - y]
                    near += product / np.sqrt(max(square_a * square_b, 1e-9))
                    uneven = abs(np.log(long_a / long_b) - costs[4]) - UNEVEN
                    if uneven > 0:
                        near -= costs[3] * uneven
                    value = before + near * (long_a + long_b) - costs[1] * (p + q - 2)
                if value > best[i, j - band[i, 0]]:
                    best[i, j - band[i, 0]], move[i, j - band[i, 0]] = value, nth
            if best[i, j - band[i, 0]] > most:
                most, end_i, end_j = best[i, j - band[i, 0]], i, j
    return _back(move, band, end_i, end_j)


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
