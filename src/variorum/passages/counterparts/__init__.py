"""Counterparts: the sentences of two documents that answer each other best, and the stretches in which many do."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]


def counterparts(
    one: Vectors, other: Vectors, within: tuple[Numbers, Numbers] | None = None, *, apart: float = 0.05
) -> tuple[Numbers, Vectors]:
    """The pairs of sentences each of which is most like the other, and by how much more than the next best.

    `within` are the sentences of either side, rising, that are asked for: each is compared with all of the other side.
    `apart` is the least of that margin: a sentence that has many like it tells nothing.
    """
    from variorum.passages.counterparts.kernels import mutual

    if within is None or len(within[0]) * len(other) + len(within[1]) * len(one) >= len(one) * len(other):
        pairs, margins = mutual(one @ other.T)
    else:
        pairs, margins = _mutual_within(one, other, *within)
    told = margins >= apart
    if within is not None:
        told &= np.isin(pairs[:, 0], within[0]) & np.isin(pairs[:, 1], within[1])
    return pairs[told], margins[told]


def _mutual_within(one: Vectors, other: Vectors, rows: Numbers, columns: Numbers) -> tuple[Numbers, Vectors]:
    """What `mutual` finds between these rows and columns."""
    from variorum.passages.counterparts.kernels import tops

    there, first, second = tops(one[rows] @ other.T)
    back, _, next_ = tops(other[columns] @ one.T)
    at = np.minimum(np.searchsorted(columns, there), len(columns) - 1)
    met = np.flatnonzero((columns[at] == there) & (back[at] == rows))
    usual = np.maximum(second[met], 0) + np.maximum(next_[at[met]], 0)
    margins: Vectors = first[met] - (usual / 2).astype(np.float32)
    return np.stack((rows[met], there[met]), axis=1), margins


class Line(NamedTuple):
    """A row of counterparts that follow one another on both sides closely."""

    met: Numbers
    """The numbers of their sentences, (counterparts, 2), rising on both sides."""
    worth: float
    """Their margins together, less what it costs that the two sides go on unevenly."""
    margin: float
    """The mean of their margins."""


def stretches(pairs: Numbers, margins: Vectors, least: float) -> list[Line]:
    """The rows of counterparts that are worth so much together; no counterpart is in two of them."""
    from variorum.passages.counterparts.kernels import follow

    worth, before = follow(pairs, margins)
    taken = np.zeros(len(pairs), bool)
    found: list[Line] = []
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
            found.append(Line(pairs[row[::-1]], total, float(margins[row].mean())))
    return found
