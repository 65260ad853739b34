"""The gate before translations: which two documents are worth comparing sentence by sentence in full."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.passages.counterparts import counterparts, stretches

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]

DIRECTIONS = 64
"""Vectors of so few dimensions tell whether two documents may render each other; they are a sixteenth of the work."""
APART, WORTH, LEAST, DENSE = 0.03, 0.4, 3, 0.2
"""A row of counterparts is let through that is worth less, shorter, and less dense than one that is a translation."""
COPIED, BESIDE = 0.95, 12
"""Counterparts that are more alike are copies; where twice as many stand in and beside a row, it is a copy."""
AROUND = 100
"""So many sentences on either side of such a row are compared in full, too."""


def lowered(vectors: Vectors) -> Vectors:
    """Vectors of length one in the few directions that hold most of these (principal components)."""
    if vectors.shape[1] <= DIRECTIONS:
        return vectors
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    low = vectors @ directions[:, -DIRECTIONS:]
    unit: Vectors = low / np.maximum(np.linalg.norm(low, axis=1, keepdims=True), np.float32(1e-6))
    return unit


def promising(one: Vectors, other: Vectors) -> tuple[Numbers, Numbers] | None:
    """The sentences of two documents in and around which they may render each other, by the lowered vectors."""
    met, margins = counterparts(one, other, apart=APART)
    copied = np.einsum("ij,ij->i", one[met[:, 0]], other[met[:, 1]]) > COPIED
    near = np.zeros(len(one), bool), np.zeros(len(other), bool)
    for line, *_ in stretches(met[~copied], margins[~copied], WORTH):
        dense = len(line) >= max(LEAST, DENSE * (int((line[-1] - line[0]).min()) + 1))
        beside = (met[copied] >= line[0] - BESIDE) & (met[copied] <= line[-1] + BESIDE)
        if dense and beside.all(axis=1).sum() <= 2 * len(line):
            for side in (0, 1):
                near[side][max(0, line[0, side] - AROUND) : line[-1, side] + AROUND + 1] = True
    return (np.flatnonzero(near[0]), np.flatnonzero(near[1])) if near[0].any() else None
