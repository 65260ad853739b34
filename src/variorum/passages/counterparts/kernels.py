"""Compiled loops over how like the sentences of two documents are."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)

REACH = 24
"""How many sentences further on, on either side, the next counterpart may stand."""
SLANT = 0.02
"""What it costs for each sentence by which one side has gone further than the other."""


@kernel
def mutual(like: Any) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The places that are the greatest of their row and of their column, by rows; and the margin to the next greatest.

    The margin is to the mean of the second of the row and the second of the column.
    """
    rows, columns = like.shape
    best = np.full((2, columns), -np.inf, np.float32)
    owner = np.full(columns, -1, np.int64)
    of_row, first, second = np.zeros(rows, np.int64), np.zeros(rows, np.float32), np.zeros(rows, np.float32)
    for i in range(rows):
        top, next_, where = np.float32(-np.inf), np.float32(-np.inf), -1
        for j in range(columns):
            value = like[i, j]
            if value > top:
                top, next_, where = value, top, j
            elif value > next_:
                next_ = value
            if value > best[0, j]:
                best[1, j], best[0, j], owner[j] = best[0, j], value, i
            elif value > best[1, j]:
                best[1, j] = value
        of_row[i], first[i], second[i] = where, top, next_
    pairs, margins, count = np.empty((min(rows, columns), 2), np.int64), np.empty(min(rows, columns), np.float32), 0
    for i in range(rows):
        j = of_row[i]
        if j >= 0 and owner[j] == i:
            pairs[count] = i, j
            margins[count] = first[i] - (max(second[i], np.float32(0)) + max(best[1, j], np.float32(0))) / 2
            count += 1
    return pairs[:count], margins[:count]


@kernel
def tops(like: Any) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
    """Where the greatest of each row is, the first of equals; how great it is, and the next greatest."""
    rows, columns = like.shape
    where, first, second = np.zeros(rows, np.int64), np.empty(rows, np.float32), np.empty(rows, np.float32)
    for i in range(rows):
        top, next_ = np.float32(-np.inf), np.float32(-np.inf)
        for j in range(columns):
            value = like[i, j]
            if value > top:
                top, next_, where[i] = value, top, j
            elif value > next_:
                next_ = value
        first[i], second[i] = top, next_
    return where, first, second


@kernel
def follow(pairs: Any, margins: Any) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """What the best row of counterparts is worth that ends with each, and which one stands before it there, or -1."""
    worth, before = np.empty(len(pairs)), np.full(len(pairs), -1, np.int64)
    for nth in range(len(pairs)):
        best, earlier = 0.0, nth - 1
        while earlier >= 0 and pairs[nth, 0] - pairs[earlier, 0] <= REACH:
            on_a, on_b = pairs[nth, 0] - pairs[earlier, 0], pairs[nth, 1] - pairs[earlier, 1]
            if 0 < on_b <= REACH:
                value = worth[earlier] - SLANT * abs(on_a - on_b)
                if value > best:
                    best, before[nth] = value, earlier
            earlier -= 1
        worth[nth] = best + margins[nth]
    return worth, before
