"""Compiled loops over sentences that lie in cells beside one another."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)


LEAST = -(2**31)


@kernel
def met(
    vectors: Any, cells: tuple[Any, Any, Any], firsts: Any, among: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The sentences of some documents and of those behind each that are nearest each other, of those that are compared.

    `vectors`: small numbers; `cells`: members, starts and seen (`Cells`); `firsts[d]`: the first sentence of document
    d, and at last how many there are; `among`: from which to before which document. Given are the pairs, those of a
    document together; and for each how near they are, and the next nearest to the one and to the other (or LEAST).
    """
    # What is known of a sentence, or of a document, lies together: its document, its nearest, and how near two are.
    behind = np.full((len(vectors), 4), -1, np.int32)
    behind[:, 0] = np.repeat(np.arange(len(firsts) - 1), np.diff(firsts))
    ahead, touched, size = np.full((len(firsts), 4), -1, np.int32), np.empty(len(firsts), np.int32), 0
    pairs, near = np.empty((1024, 2), np.int64), np.empty((1024, 3), np.int64)
    for doc in range(among[0], among[1]):
        begun = size
        for x in range(firsts[doc], firsts[doc + 1]):
            many = _compare(vectors, cells, (doc, x, firsts[doc]), ahead, behind, touched)
            pairs, near = _room(pairs, size + many), _room(near, size + many)
            for other in touched[:many]:
                pairs[size, 0], pairs[size, 1] = x, ahead[other, 1]
                near[size, 0], near[size, 1] = ahead[other, 2], ahead[other, 3]
                ahead[other, 1], size = -1, size + 1
        told, size = size, begun
        for nth in range(begun, told):
            x, y = pairs[nth]
            if behind[y, 1] == x:
                pairs[size], near[size, :2], near[size, 2], size = pairs[nth], near[nth, :2], behind[y, 3], size + 1
    return pairs[:size], near[:size]


@kernel
def _compare(
    vectors: Any, cells: tuple[Any, Any, Any], asked: tuple[int, int, int], ahead: Any, behind: Any, touched: Any
) -> int:
    """Compare a sentence with those of documents behind its own; how many such documents there are, put in `touched`.

    `ahead`: for each document, which of its sentences is nearest, and how near that and the next nearest are; `behind`:
    the same for each sentence, where the nearest one is of the document at hand.
    """
    (members, starts, seen), (doc, x, first), many = cells, asked, 0
    most, count = seen.shape[1], len(starts) // seen.shape[1]
    for nth in range(2 * most - 1):
        cell = seen[x, nth] if nth < most else seen[x, 0] + (nth - most + 1) * count
        for at in range(starts[cell + 1] - 1, starts[cell] - 1, -1):
            y = members[at]
            other = behind[y, 0]
            if other <= doc:
                break
            if ahead[other, 1] == y or behind[y, 1] == x:  # these two were compared before
                continue
            value = _product(vectors[x], vectors[y])
            if ahead[other, 1] < 0:
                ahead[other, 2], ahead[other, 3] = LEAST, LEAST
                touched[many], many = other, many + 1
            if behind[y, 1] < first:
                behind[y, 2], behind[y, 3] = LEAST, LEAST
            _rank(ahead[other], value, y)
            _rank(behind[y], value, x)
    return many


@kernel
def _rank(of: Any, value: int, number: int) -> None:
    """Keep how near the two nearest are, and which the first is; of equals it is the one that came first."""
    if value > of[2]:
        of[1], of[2], of[3] = number, value, of[2]
    elif value > of[3]:
        of[3] = value


@kernel
def _product(one: Any, other: Any) -> Any:
    """The product of two vectors of small numbers."""
    total = np.int32(0)
    for at in range(len(one)):
        total += np.int32(one[at]) * np.int32(other[at])
    return total


@kernel
def _room(rows: Any, least: int) -> Any:
    """The same rows, with room for so many."""
    if least <= len(rows):
        return rows
    wider = np.empty((2 * least, rows.shape[1]), rows.dtype)
    wider[: len(rows)] = rows
    return wider
