"""The gate before translations: which two documents are worth comparing sentence by sentence in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.cells import Met, met, spread
from variorum.passages.counterparts import Line, counterparts, stretches

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]
Pair = tuple[int, int]
Within = tuple[Numbers, Numbers]

DIRECTIONS, SAMPLE = 96, 1 << 14
"""Vectors of so few dimensions, taken from so many, tell whether two documents may render each other."""
APART, WORTH, LEAST, DENSE = 0.03, 0.3, 2, 0.2
"""A row of counterparts is let through that is worth less, shorter, and less dense than one that is a translation."""
COPIED, BESIDE = 0.95, 12
"""Counterparts that are more alike are copies; where twice as many stand in and beside a row, it is a copy."""
AROUND = 100
"""So many sentences on either side of such a row are compared in full, too."""
HINT, FEW, THIN, USUAL = 0.1, 2, 0.1, 0.3
"""What suffices for a row where not all are compared with all; and how near the next nearest is at least."""
ABOUT = 50
"""So many sentences on either side of such a row are compared with all."""
SHORT = 256
"""Where a document has no more sentences, all are compared with all on any hint: that costs little."""


def promised(engine: Engine, vectors: Vectors, firsts: Sequence[int]) -> dict[Pair, Within]:
    """The documents that may render each other, and the sentences of theirs in and around which they may.

    `firsts`: the number of each document's first sentence, and at last how many there are.
    """
    low, at = lowered(vectors), np.array(firsts)
    hints = [hint for some in met(engine, low, at, USUAL) for hint in hinted(some, at)]
    found = engine.map(partial(_promising, low, at), hints)
    return {pair: within for (pair, _), within in zip(hints, found, strict=True) if within}


def lowered(vectors: Vectors) -> Vectors:
    """Vectors of length one in the few directions that hold most of these (principal components)."""
    if vectors.shape[1] <= DIRECTIONS:
        return vectors
    some = spread(vectors, SAMPLE)
    _, directions = np.linalg.eigh(some.T @ some)
    low = vectors @ directions[:, -DIRECTIONS:]
    unit: Vectors = low / np.maximum(np.linalg.norm(low, axis=1, keepdims=True), np.float32(1e-6))
    return unit


def hinted(found: Met, firsts: Numbers) -> Iterator[tuple[Pair, Within]]:
    """Every two documents, by number, that may render each other, and the sentences round which they may."""
    from variorum.passages.counterparts.kernels import REACH

    margins = found.near[:, 0] - np.maximum(found.near[:, 1:], USUAL).mean(axis=1)
    told = (margins >= APART) & (found.near[:, 0] <= COPIED)
    pairs, margins = found.pairs[told], margins[told]
    docs = np.searchsorted(firsts, pairs, side="right") - 1
    other = np.append([False], (docs[1:] != docs[:-1]).any(axis=1))[: len(docs)]
    off = int(firsts[-1]) + REACH + 1  # so far apart that no counterpart follows one of other documents
    rows: dict[Pair, list[Numbers]] = {}
    for line in stretches(pairs + (np.cumsum(other) * off)[:, None], margins, HINT):
        if _dense(line, FEW, THIN):
            ends = line.met[[0, -1]] % off
            one, two = (np.searchsorted(firsts, ends[0], side="right") - 1).tolist()
            rows.setdefault((one, two), []).append(ends - firsts[[one, two]])
    for pair in sorted(rows):
        yield pair, _around(rows[pair], np.diff(firsts)[list(pair)].tolist(), ABOUT)


def _around(rows: Iterable[Numbers], counts: Sequence[int], about: int) -> Within:
    """The sentences in and around some rows of counterparts on both sides."""
    near = np.zeros(counts[0], bool), np.zeros(counts[1], bool)
    for row in rows:
        for side in (0, 1):
            near[side][max(0, row[0, side] - about) : row[-1, side] + about + 1] = True
    return np.flatnonzero(near[0]), np.flatnonzero(near[1])


def _promising(low: Vectors, firsts: Numbers, hint: tuple[Pair, Within]) -> Within | None:
    one, other = (low[firsts[doc] : firsts[doc + 1]] for doc in hint[0])
    short = min(len(one), len(other)) <= SHORT
    return promising(one, other, (np.arange(len(one)), np.arange(len(other))) if short else hint[1])


def promising(one: Vectors, other: Vectors, within: Within) -> Within | None:
    """The sentences of two documents in and around which they may render each other, by the lowered vectors.

    `within`: the sentences that are asked for. Where they promise nothing by themselves, they do not among all either:
    among more, fewer are each other's nearest, and by less.
    """
    if 2 * len(within[0]) * len(within[1]) < len(one) * len(other):
        met, margins = counterparts(one[within[0]], other[within[1]], apart=APART)
        if not any(map(_dense, stretches(met, margins, WORTH))):
            return None
    met, margins = counterparts(one, other, within, apart=APART)
    copied = np.einsum("ij,ij->i", one[met[:, 0]], other[met[:, 1]]) > COPIED
    rows = []
    for line in filter(_dense, stretches(met[~copied], margins[~copied], WORTH)):
        beside = (met[copied] >= line.met[0] - BESIDE) & (met[copied] <= line.met[-1] + BESIDE)
        if beside.all(axis=1).sum() <= 2 * len(line.met):
            rows.append(line.met)
    return _around(rows, (len(one), len(other)), AROUND) if rows else None


def _dense(line: Line, least: int = LEAST, share: float = DENSE) -> bool:
    """Whether a row has so many counterparts, and so many of the sentences that it spans."""
    return len(line.met) >= max(least, share * (int((line.met[-1] - line.met[0]).min()) + 1))
