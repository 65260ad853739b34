"""Counterparts: the sentences of two documents that answer each other best, and the stretches in which many do."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Stretch(NamedTuple):
    """A row of counterparts: numbers of sentences of either side, (counterparts, 2), rising on both."""

    line: NDArray[np.int64]
    chosen: NDArray[np.int64]
    """Which of the counterparts they are."""
    worth: float
    """By how much they are more like each other than like any other sentence, together."""


def counterparts(one: Vectors, other: Vectors, *, apart: float = 0.05) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The pairs of sentences each of which is most like the other, and by how much more than the next best.

    `apart` is the least of that: a sentence that has many like it tells nothing.
    """
    from variorum.passages.counterparts.kernels import mutual

    pairs, margins = mutual(one @ other.T)
    told = margins >= apart
    return pairs[told], margins[told]


def stretches(pairs: NDArray[np.int64], margins: NDArray[np.float32], least: float) -> list[Stretch]:
    """Where counterparts follow one another on both sides closely, and are worth so much together."""
    from variorum.passages.counterparts.kernels import follow

    worth, before = follow(pairs, margins)
    taken = np.zeros(len(pairs), bool)
    found = []
    for last in np.argsort(-worth, kind="stable").tolist():
        if worth[last] < least:
            break
        row, at = [], last
        while at >= 0 and not taken[at]:
            taken[at] = True
            row.append(at)
            at = int(before[at])
        total = float(worth[last] - (worth[at] if at >= 0 else 0))
        if row and total >= least:
            chosen = np.array(row[::-1])
            found.append(Stretch(pairs[chosen], chosen, total))
    return found
