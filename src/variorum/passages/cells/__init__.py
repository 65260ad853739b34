"""Cells: which sentences of a whole library may be near one another, without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.engine import Engine

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]

CELL, SEEN = 256, 4
"""How many sentences a cell has in the mean, and how many cells a sentence looks into: those it is nearest to."""
SAMPLE, ROUNDS = 32, 4
"""Of so many sentences a cell its middle is the mean, and so often it is sought again."""
CHUNK, GROUP = 1 << 13, 1 << 14


class Cells(NamedTuple):
    """An inverted file: the sentences near each of some middles (Sivic and Zisserman 2003)."""

    members: NDArray[np.int32]
    """Sentences by the cell that is theirs, rising in each; then by the second cell that they look into; and so on."""
    starts: Numbers
    """Where in `members` each cell begins, and at last where they end: (cells times cells seen, and one)."""
    seen: Numbers
    """The cells that each sentence looks into, its own first: (sentences, cells seen)."""


def cells(vectors: Vectors, size: int = CELL) -> Cells:
    """The sentences in cells: each in that of the nearest middle (k-means over directions, on a sample)."""
    count = max(1, len(vectors) // size)
    seen = _nearest(vectors, _middles(vectors, count), min(SEEN, count))
    owners = (seen + count * np.arange(seen.shape[1])).T.ravel()
    order = np.argsort(owners, kind="stable")
    members = (order % len(seen)).astype(np.int32)
    return Cells(members, np.searchsorted(owners[order], np.arange(count * seen.shape[1] + 1)), seen)


def spread(vectors: Vectors, count: int) -> Vectors:
    """So many of the vectors, evenly spread over all."""
    return vectors[np.linspace(0, len(vectors) - 1, min(count, len(vectors))).astype(np.int64)]


def _middles(vectors: Vectors, count: int) -> Vectors:
    sample, at = spread(vectors, SAMPLE * count), spread(vectors, count)
    for _ in range(ROUNDS):
        own = _nearest(sample, at, 1)[:, 0]
        order = np.argsort(own, kind="stable")
        held, firsts = np.unique(own[order], return_index=True)
        sums = np.add.reduceat(sample[order], firsts, axis=0)
        at[held] = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-6))
    return at


def _nearest(vectors: Vectors, middles: Vectors, count: int) -> Numbers:
    """The numbers of the nearest middles of each vector, the nearest first."""
    seen = np.empty((len(vectors), count), np.int64)
    for start in range(0, len(vectors), CHUNK):
        like = vectors[start : start + CHUNK] @ middles.T
        for nth in range(count):
            seen[start : start + CHUNK, nth] = top = like.argmax(axis=1)
            like[np.arange(len(like)), top] = -np.inf
    return seen


class Met(NamedTuple):
    """Sentences of two documents that are each other's nearest, as far as they were compared."""

    pairs: Numbers
    """Their numbers, (pairs, 2); those of two documents together, and rising on the first side."""
    near: Vectors
    """How near they are, and the next nearest to the one and to the other: (pairs, 3); what there is none of is -1."""


def met(engine: Engine, vectors: Vectors, firsts: Numbers, least: float, size: int = CELL) -> Iterator[Met]:
    """The sentences that are each other's nearest, for every two documents, those of some documents at a time.

    `firsts`: the number of each document's first sentence, and at last how many there are. Only sentences of which one
    looks into the other's cell are compared, and what is less near than `least` is not looked at.
    """
    among = cells(vectors, size)
    cuts = np.unique(np.append(np.searchsorted(firsts, np.arange(0, len(vectors), GROUP)), len(firsts) - 1))
    groups = list(zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True))
    for pairs, near in engine.map(partial(nearest, vectors, among, firsts, least), groups):
        docs = np.searchsorted(firsts, pairs, side="right") - 1
        order = np.lexsort((pairs[:, 0], docs[:, 1], docs[:, 0]))
        yield Met(pairs[order], near[order])


def nearest(
    vectors: Vectors, among: Cells, firsts: Numbers, least: float, docs: tuple[int, int]
) -> tuple[Numbers, Vectors]:
    """The sentences of some documents, from which to before which, and of those behind each, that are nearest each
    other: (pairs, 2); and how near they and the next nearest are: (pairs, 3).
    """
    from variorum.passages.cells.kernels import met as kernel

    first, last = firsts[docs[0]], firsts[docs[1]]
    seen = among.seen.shape[1]
    lists = np.zeros((last - first, 2 * seen - 1, 3), np.int64)
    values, size = [np.empty(0, np.float32)], 0
    for cell in range((len(among.starts) - 1) // seen):
        behind = [_behind(among, cell, rank, first) for rank in range(seen)]
        held = [among.members[start:end] for start, end in behind]
        all_held = vectors[np.concatenate(held)]
        for rank, mine in enumerate(held):
            rows = mine[: int(np.searchsorted(mine, last))]
            others = range(1 if rank else seen)  # who looks in from elsewhere is compared with those whose cell it is
            like = vectors[rows] @ all_held[: sum(len(held[other]) for other in others)].T
            at = size + np.arange(len(rows)) * like.shape[1]
            for other in others:
                nth = seen + other - 1 if other else rank
                lists[rows - first, nth, :2], lists[rows - first, nth, 2] = behind[other], at
                at = at + len(held[other])
            values.append(like.ravel())
            size += like.size
    return kernel(np.concatenate(values), lists, among.members, firsts, least, docs)


def _behind(among: Cells, cell: int, rank: int, first: int) -> tuple[int, int]:
    """Where in `members` those begin and end that look into a cell, their cell of that rank, from a sentence on."""
    at = cell + rank * ((len(among.starts) - 1) // among.seen.shape[1])
    start, end = among.starts[at : at + 2].tolist()
    return start + int(np.searchsorted(among.members[start:end], first)), end
