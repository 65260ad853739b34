"""Passages: what grows from the seeds that two documents share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.fingerprints import Corpus
from variorum.passages.seeds import PATTERNS, RUN, Seeds

PAIRS_AT_ONCE = 200_000
"""How many pairs of places one call of a kernel aligns, more or less: enough to be worth it, and soon done."""


MOST_QUOTED, ALTERED = 17_000, 2_000
"""What it is worth at most that a passage is a quotation, and how much less for each word that is not the same."""

FAMILIAR, EVERY = 8_000, 1_000
"""What it is worth at most that two documents share text with others: a sure passage in so many words, or more."""

TELLING, SURELY, ALIKE = 6, 5_000, 2.0
"""Quotations of so many words, in passages worth so much more than they need, tell how often a document's quotations
are found; as many as `ALIKE` are added that are found as often as those of the library."""


class Alignments(NamedTuple):
    """Passages as places: start and end on both sides, worth in thousandths of a bit, same words; and their gaps.

    A gap is the number of its passage, then start and end on both sides.
    """

    rows: NDArray[np.int64]
    gaps: NDArray[np.int64]


def alignments(engine: Engine, corpus: Corpus, seeds: tuple[Seeds, ...], least: int) -> Alignments:
    """The passages worth at least `least` thousandths of a bit that grow from the seeds."""
    owners = np.repeat(np.arange(len(corpus.bounds) - 1, dtype=np.int32), np.diff(corpus.bounds))
    found = _together(engine.map(partial(_alignments, corpus, owners, seeds, least), _ranges(corpus, seeds)))
    return _second_look(corpus, owners, found, least)


def _ranges(corpus: Corpus, seeds: tuple[Seeds, ...]) -> Iterator[tuple[int, int]]:
    """Ranges of documents that begin about as many pairs each."""
    from variorum.passages.seeds import kernels

    loads = np.zeros(len(corpus.bounds) - 1, np.int64)
    for shared, places in seeds:
        kernels.loads(shared, places, corpus.bounds, loads)
    cuts = np.flatnonzero(np.diff(np.cumsum(loads) // PAIRS_AT_ONCE, prepend=-1))
    return zip(cuts.tolist(), [*cuts[1:].tolist(), len(loads)], strict=True)


def _alignments(
    corpus: Corpus, owners: NDArray[np.int32], seeds: tuple[Seeds, ...], least: int, documents: tuple[int, int]
) -> Alignments:
    from variorum.passages.alignments.kernels import grow
    from variorum.passages.chains.kernels import join
    from variorum.passages.seeds.kernels import meetings

    pairs, ends = map(np.concatenate, meetings(corpus, owners, documents, (*PATTERNS, RUN), seeds))
    found, cuts = grow(corpus, owners, pairs, ends)
    rows, gaps = join(corpus, owners, np.concatenate(found), cuts, (least - FAMILIAR, least - MOST_QUOTED))
    return Alignments(np.concatenate(rows), np.concatenate(gaps))


def _together(parts: Iterator[Alignments]) -> Alignments:
    rows, gaps, total = [], [], 0
    for part in parts:
        rows.append(part.rows)
        gaps.append(part.gaps + np.array([total, 0, 0, 0, 0]))
        total += len(part.rows)
    return Alignments(np.concatenate(rows), np.concatenate(gaps))


def _second_look(corpus: Corpus, owners: NDArray[np.int32], found: Alignments, least: int) -> Alignments:
    """Drops passages worth less than they need, and believes those more easily that could be expected.

    That depends on what is surely found. Where most of the long quotations of a document are found, a short one will be
    from here, too, and from where those are from; the talk in a novel is from nowhere. And of two documents that each
    share much with others one believes more than of two that share nothing. The log-odds are added (Bayes).
    """
    from variorum.passages.chains.kernels import quotes

    quoted = quotes(corpus.quoted, found.rows)
    docs = owners[found.rows[:, 0:3:2]]
    quoted[docs[:, 0] == docs[:, 1]] = -1
    sure = found.rows[:, 4] >= least + SURELY
    both = [np.stack((quoted[:, side], docs[:, 1 - side]), axis=1)[sure & (quoted[:, side] >= 0)] for side in (0, 1)]
    from_, by = _priors(corpus, owners, np.unique(np.concatenate(both), axis=0))
    altered = np.maximum(corpus.quoted[quoted].astype(np.int64) - found.rows[:, 5:], 0)
    likely = np.minimum(by[docs] + from_[docs[:, ::-1]], 0) - ALTERED * altered
    worth = np.maximum(MOST_QUOTED + likely, 0)
    rows = found.rows.copy()
    rows[:, 4] += np.maximum(np.where(quoted >= 0, worth, 0).max(axis=1), _familiar(corpus, docs, sure))
    kept = rows[:, 4] >= least
    gaps = found.gaps[kept[found.gaps[:, 0]]].copy()
    gaps[:, 0] = (np.cumsum(kept) - 1)[gaps[:, 0]]
    return Alignments(rows[kept], gaps)


def _familiar(corpus: Corpus, docs: NDArray[np.int32], sure: NDArray[np.bool_]) -> NDArray[np.int64]:
    """What it is worth of each pair of documents that both share text with others, by the one that shares less."""
    lengths = np.diff(corpus.bounds)
    often = np.bincount(docs[sure & (docs[:, 0] != docs[:, 1])].ravel(), minlength=len(lengths))
    odds = np.log2((often + 0.5) * EVERY / np.maximum(lengths, 1))
    return np.asarray(np.clip(FAMILIAR + np.rint(1000 * odds).astype(np.int64), 0, FAMILIAR)[docs].min(axis=1))


def _priors(
    corpus: Corpus, owners: NDArray[np.int32], found: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How likely each document is quoted from, and how likely what it quotes is found: in thousandths of a bit.

    `found` are the quotations that are surely found, by their first words, each with a document that it is found in.
    """
    lengths = np.diff(corpus.bounds)
    found = found[corpus.quoted[found[:, 0]] >= TELLING]
    asked = np.bincount(owners[np.flatnonzero(corpus.quoted >= TELLING)], minlength=len(lengths))
    hits = np.bincount(owners[np.unique(found[:, 0])], minlength=len(lengths))
    usual = (hits.sum() + 0.01) / (asked.sum() + ALIKE)
    share = (hits + ALIKE * usual) / (asked + ALIKE)
    sources = np.bincount(found[:, 1], minlength=len(lengths))
    drawn = (sources + 1) / (sources.sum() * lengths / max(1, lengths.sum()) + 1)
    return (
        np.rint(1000 * np.log2(drawn)).astype(np.int64),
        np.rint(1000 * np.log2(share / (1 - share + 1e-9))).astype(np.int64),
    )
