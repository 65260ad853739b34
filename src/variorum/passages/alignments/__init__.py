"""Passages: what grows from the seeds that two documents share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.fingerprints import Corpus
from variorum.passages.seeds import EVERYTHING, Seeds, Wanted

PAIRS_AT_ONCE = 200_000
"""How many pairs of places one call of a kernel aligns, more or less: enough to be worth it, and soon done."""
MET = 500
"""As if two documents that are wanted together had so many."""


class Alignments(NamedTuple):
    """Passages as places: start and end on both sides, worth in thousandths of a bit, same words; and their gaps.

    A gap is the number of its passage, then start and end on both sides.
    """

    rows: NDArray[np.int64]
    gaps: NDArray[np.int64]


def alignments(
    engine: Engine, corpus: Corpus, seeds: Seeds, least: tuple[int, int], wanted: Wanted = EVERYTHING
) -> Alignments:
    """The passages that grow from the seeds and are worth enough, in thousandths of a bit; less for quotations.

    Only between documents that are wanted together.
    """
    from variorum.passages.seeds.meetings.kernels import BLOCK

    owners = np.searchsorted(corpus.bounds, np.arange(0, len(corpus.words), 1 << BLOCK), side="right") - 1
    align = partial(_alignments, corpus, owners, seeds, least, wanted)
    return _together(engine.map(align, _ranges(corpus, seeds, wanted)))


def _ranges(corpus: Corpus, seeds: Seeds, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Ranges of documents that begin about as many pairs each."""
    from variorum.passages.seeds.meetings import kernels

    some = len(wanted.ends) > 0
    loads = MET * np.diff(wanted.ends, prepend=0) if some else kernels.loads(seeds, corpus.bounds)
    cuts = np.flatnonzero(np.diff(np.cumsum(loads) // PAIRS_AT_ONCE, prepend=-1))
    return zip(cuts.tolist(), [*cuts[1:].tolist(), len(loads)], strict=True)


def _alignments(
    corpus: Corpus,
    owners: NDArray[np.int64],
    seeds: Seeds,
    least: tuple[int, int],
    wanted: Wanted,
    documents: tuple[int, int],
) -> Alignments:
    from variorum.passages.alignments.kernels import grow
    from variorum.passages.chains.kernels import join
    from variorum.passages.seeds.meetings.kernels import meetings

    pairs, ends = map(np.concatenate, meetings(corpus, owners, documents, seeds, wanted))
    found, cuts = grow(corpus, owners, pairs, ends)
    return Alignments(*join(corpus, owners, found, cuts, least))


def _together(parts: Iterator[Alignments]) -> Alignments:
    rows, gaps, total = [], [], 0
    for part in parts:
        rows.append(part.rows)
        gaps.append(part.gaps + np.array([total, 0, 0, 0, 0]))
        total += len(part.rows)
    return Alignments(np.concatenate(rows), np.concatenate(gaps))
