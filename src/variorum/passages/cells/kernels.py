"""Compiled loops over sentences that lie in cells beside one another."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)


NONE = np.float32(-1)


@kernel
def met(
    values: Any, lists: Any, members: Any, firsts: Any, least: float, among: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The sentences of some documents and of those behind each that are nearest each other, of those that are compared.

    `lists[x]`: with whom sentence x of these documents is compared, (lists, 3): from where to where in `members`,
    rising, and where in `values` it begins how near they are; `firsts[d]`: the first sentence of document d, and at
    last how many there are; `among`: from which to before which document. Given are the pairs, those of a document
    together; and for each how near they are, and the next nearest to the one and to the other, or -1 where none is
    nearer than `least`.
    """
    docs = np.repeat(np.arange(len(firsts) - 1), np.diff(firsts))
    behind, ahead = _nobody(len(docs)), _nobody(len(firsts))
    touched, size = np.empty(len(firsts), np.int32), 0
    pairs, near = np.empty((1024, 2), np.int64), np.empty((1024, 3), np.float32)
    for doc in range(among[0], among[1]):
        begun = size
        for x in range(firsts[doc], firsts[doc + 1]):
            many = 0
            for begin, end, at in lists[x - firsts[among[0]]]:
                for slot in range(end - 1, begin - 1, -1):
                    y, value = members[slot], values[at + slot - begin]
                    if y < firsts[doc + 1]:
                        break
                    other = docs[y]
                    if value < least or ahead[0][other] == y or behind[0][y] == x:  # or these two were compared before
                        continue
                    if ahead[0][other] < 0:
                        touched[many], many = other, many + 1
                        ahead[1][other] = NONE
                    if behind[0][y] < firsts[doc]:
                        behind[0][y], behind[1][y] = -1, NONE
                    _rank(ahead, other, value, y)
                    _rank(behind, y, value, x)
            pairs, near = _room(pairs, size + many), _room(near, size + many)
            for other in touched[:many]:
                pairs[size, 0], pairs[size, 1] = x, ahead[0][other]
                near[size, :2], ahead[0][other], size = ahead[1][other], -1, size + 1
        told, size = size, begun
        for nth in range(begun, told):
            x, y = pairs[nth]
            if behind[0][y] == x:
                pairs[size], near[size, :2], near[size, 2], size = pairs[nth], near[nth, :2], behind[1][y, 1], size + 1
    return pairs[:size], near[:size]


@kernel
def _nobody(count: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """For each of so many which sentence is nearest: none; and how near that and the next nearest are."""
    return np.full(count, -1, np.int32), np.full((count, 2), NONE)


@kernel
def _rank(of: Any, nth: int, value: Any, number: int) -> None:
    """Keep how near the two nearest are, and which the first is; of equals it is the one that came first."""
    first, near = of
    if value > near[nth, 0]:
        first[nth], near[nth, 0], near[nth, 1] = number, value, near[nth, 0]
    elif value > near[nth, 1]:
        near[nth, 1] = value


@kernel
def _room(rows: Any, least: int) -> Any:
    """The same rows, with room for so many."""
    if least <= len(rows):
        return rows
    wider = np.empty((2 * least, rows.shape[1]), rows.dtype)
    wider[: len(rows)] = rows
    return wider
