"""Counterparts: the sentences of two documents that answer each other best, and the stretches in which many do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


def counterparts(one: Vectors, other: Vectors, *, apart: float = 0.05) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The pairs of sentences each of which is most like the other, and by how much more than the next best.

    `apart` is the least of that: a sentence that has many like it tells nothing.
    """
    from variorum.passages.counterparts.kernels import mutual

    pairs, margins = mutual(one @ other.T)
    told = margins >= apart
    return pairs[told], margins[told]


def stretches(pairs: NDArray[np.int64], margins: NDArray[np.float32], least: float) -> list[NDArray[np.int64]]:
    """The rows of counterparts that follow one another on both sides closely, and are worth so much together.

    Each is the numbers of their sentences, (counterparts, 2), rising on both sides; no counterpart is in two of them.
    """
    from variorum.passages.counterparts.kernels import follow

    worth, before = follow(pairs, margins)
    taken = np.zeros(len(pairs), bool)
    found: list[NDArray[np.int64]] = []
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
            found.append(pairs[row[::-1]])
    return found
