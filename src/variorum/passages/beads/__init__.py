"""Beads: the smallest groups of sentences of two texts that render each other."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]

NEIGHBOURS = 12
"""How like a sentence is to so many of the other side, those most like it, is what is usual for it."""
BESIDE, SLACK = 8, 16
"""So many sentences beside a counterpart, and so many off the line between two, others may answer each other."""
CHUNK = 256
PASSED, LONGER = 0.12, 0.2
"""What a code point passed over costs, in code points that are wholly alike; and how much less two groups count if one
is much longer."""
SURE = 1 / 2
"""The beads at either end of a row are, taken together, by so much of what is common in it more alike than usual."""


class Beads(NamedTuple):
    """Groups of sentences that render each other, in order on both sides."""

    laid: Numbers
    """Start and end on both sides, (beads, 4)."""
    alike: Vectors
    """The cosine of the two sides of each."""
    apart: Vectors
    """By how much that is more than is usual for its sentences."""


def beads(one: Vectors, other: Vectors, lengths: tuple[Numbers, Numbers], line: Numbers) -> Beads:
    """The sentences of two texts laid in beads.

    `one` and `other` are the sentences' vectors of length one, `lengths` their code points, `line` the counterparts
    that are known, (counterparts, 2), rising on both sides. What a bead is worth is how much more alike its two groups
    are than is usual (the margin of Artetxe and Schwenk 2019), for each of its code points; the best row of beads is
    found by dynamic programming (Gale and Church 1993) near the line.
    """
    from variorum.passages.beads.kernels import MOST, lay

    band = _band(len(one), len(other), line)
    long_a, long_b = (long.astype(np.float32) for long in lengths)
    like, usual = _like(one, other, band, MOST)
    weighed = like * long_a[:, None] * _shifted(long_b, band, like.shape[1], MOST)
    scaled = one * long_a[:, None], other * long_b[:, None]
    own = _own(scaled[0], MOST), _own(scaled[1], MOST)
    ratio = np.log(long_a[line[:, 0]].sum() / long_b[line[:, 1]].sum())
    costs = np.array([PASSED, LONGER, ratio])
    laid = lay(weighed, band, own, usual, costs)
    alike = _alike(scaled, laid)
    apart = alike - (_mean(usual[0], laid[:, :2]) + _mean(usual[1], laid[:, 2:])) / 2
    return _trimmed(Beads(laid, alike, apart.astype(np.float32)))


def margins(found: Beads, one: Vectors, other: Vectors, lengths: tuple[Numbers, Numbers]) -> Vectors:
    """By how much the sides of each bead are more alike than either is to any other sentence of the two texts.

    `one` and `other` are the vectors of all sentences of both, of length one; `lengths` their code points.
    """
    sides = one * lengths[0][:, None].astype(np.float32), other * lengths[1][:, None].astype(np.float32)
    spans = found.laid[:, :2], found.laid[:, 2:]
    forth, back = _next(_unit(sides[0], spans[0]), other, spans[1]), _next(_unit(sides[1], spans[1]), one, spans[0])
    return np.asarray(found.alike - (forth + back) / 2, np.float32)


def _next(side: NDArray[np.float64], texts: Vectors, own: Numbers) -> Vectors:
    """How like each of some vectors is the sentence that is most like it and none of its own."""
    like = texts @ side.T.astype(np.float32)
    for nth, (start, end) in enumerate(own.tolist()):
        like[start:end, nth] = -1
    nearest: Vectors = like.max(axis=0, initial=0)
    return nearest


def _mean(values: Vectors, spans: Numbers) -> Vectors:
    """The mean of each span of values."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    mean: Vectors = ((total[spans[:, 1]] - total[spans[:, 0]]) / (spans[:, 1] - spans[:, 0])).astype(np.float32)
    return mean


def _trimmed(found: Beads) -> Beads:
    """The beads without those at either end that tell little: texts on one subject lie beside what is translated."""
    total = np.concatenate([[0.0], np.cumsum(found.apart - SURE * np.median(found.apart))])
    last = int(total.argmax())
    inside = slice(int(total[: last + 1].argmin()), last)
    return Beads(found.laid[inside], found.alike[inside], found.apart[inside])


def _alike(sides: tuple[Vectors, Vectors], laid: Numbers) -> Vectors:
    """The cosine of the two sides of each bead."""
    unit = [_unit(vectors, laid[:, at : at + 2]) for vectors, at in zip(sides, (0, 2), strict=True)]
    return np.asarray(np.einsum("ij,ij->i", *unit), np.float32)


def _unit(vectors: Vectors, spans: Numbers) -> NDArray[np.float64]:
    """The sums of some runs of vectors, of length one."""
    sums = _sums(vectors, *spans.T)
    unit: NDArray[np.float64] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return unit


def _sums(vectors: Vectors, first: Numbers, last: Numbers) -> NDArray[np.float64]:
    """The sums of some runs of vectors, each of a few."""
    sums = vectors[first].astype(np.float64)
    for nth in range(1, int((last - first).max(initial=0))):
        longer = np.flatnonzero(last - first > nth)
        sums[longer] += vectors[first[longer] + nth]
    return sums


def _band(rows: int, columns: int, line: Numbers) -> Numbers:
    """For each number of sentences of the one side, which of the other may stand before the same place."""
    at = np.arange(rows + 1)
    before = np.searchsorted(line[:, 0], at - BESIDE, side="right") - 1
    after = np.searchsorted(line[:, 0], at + BESIDE)
    low = np.where(before >= 0, line[np.maximum(before, 0), 1] - SLACK, 0)
    high = np.where(after < len(line), line[np.minimum(after, len(line) - 1), 1] + SLACK, columns)
    return np.stack((np.clip(low, 0, columns), np.clip(high, 0, columns) + 1), axis=1)


def _like(one: Vectors, other: Vectors, band: Numbers, most: int) -> tuple[Vectors, tuple[Vectors, Vectors]]:
    """How like the sentences of the band are, shifted by row; and what is usual for each sentence of either side."""
    width = int((np.append(band[most:, 1], [band[-1, 1]] * most) - band[:, 0]).max()) + 2 * most
    like = np.zeros((len(one), width), np.float32)
    usual = np.zeros(len(one), np.float32), np.zeros(len(other), np.float32)
    for start in range(0, len(one), CHUNK):
        end = min(start + CHUNK, len(one))
        low, high = int(band[start, 0]), min(len(other), int(band[min(end + most, len(one)), 1]))
        block = one[start:end] @ other[low:high].T
        for row in range(start, end):
            first = int(band[row, 0]) - most
            a, b = max(first, low), min(first + width, high)
            like[row, a - first : b - first] = block[row - start, a - low : b - low]
        usual[0][start:end] = _top(block)
        usual[1][low:high] = np.maximum(usual[1][low:high], _top(block.T))
    return like, usual


def _top(block: Vectors) -> Vectors:
    """The mean of the greatest of each row."""
    count = min(NEIGHBOURS, block.shape[1])
    top: Vectors = np.partition(block, block.shape[1] - count, axis=1)[:, block.shape[1] - count :].mean(axis=1)
    return top


def _shifted(lengths: Vectors, band: Numbers, width: int, most: int) -> Vectors:
    """The lengths of the other side's sentences as they stand in the shifted rows."""
    at = band[:-1, 0, None] - most + np.arange(width)
    shifted: Vectors = lengths[np.clip(at, 0, len(lengths) - 1)]
    return shifted


def _own(vectors: Vectors, most: int) -> Vectors:
    """The products of each sentence's vector with itself and with the next ones."""
    own = np.zeros((len(vectors), most), np.float32)
    for off in range(min(most, len(vectors))):
        own[: len(vectors) - off, off] = np.einsum("ij,ij->i", vectors[: len(vectors) - off], vectors[off:])
    return own
