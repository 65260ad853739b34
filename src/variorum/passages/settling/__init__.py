"""What the library knows of candidates: how usual their words are in it, and which of them could be expected."""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from variorum.passages.fingerprints import Corpus
from variorum.passages.settling.relations import strangers
from variorum.passages.settling.rivals import rivalled

MOST_QUOTED, ALTERED, TRUST = 25_500, 3_000, 1.5
"""What it is worth at most that a passage is a quotation, how much less for each word that is not the same, and how
much is made of how often quotations are found."""

FAMILIAR, STRANGE, EVERY, SLOPE = 15_000, -18_000, 1_000, 3.75
"""What it is worth at most that two documents share text with others, a sure passage in so many words or more; what at
least; and how fast it falls where they share less."""
QUOTED_TOO = 0.6
"""How much of what is lacking there a quotation lacks."""

TELLING, NEARLY, ALIKE = 6, 3_000, 2.0
"""Quotations of so many words, in passages whose score alone brings what they need, or nearly, tell how often a
document's quotations are found; as many as `ALIKE` are added that are found as often as those of the library."""

WORD, USUAL, ENOUGH = 2_000, 6, 10
"""Each word that agrees is worth so much beside what it surprises, from the seventh on, up to the tenth; each one that
is lacking costs as much: of three rare words in a row one believes less than of six that are not."""

WRITTEN = (-10_000, 22_000)
"""What it may be worth how the words are written, and how many they are."""

EVEN, UNEVEN, MOST_UNEVEN = 2, 2_000, 40_000
"""One side may have so many words more than the other; what each further one costs, and what all do at most."""

NEAR = 100_000
"""What is worth so much more than it needs is believed without a look at how usual its words are."""


SAMPLE = 4_000_000
"""How many words are read to learn what is usual in a library."""


class Candidates(NamedTuple):
    """Candidates as places: start and end on both sides; what they are worth, in thousandths of a bit."""

    spans: NDArray[np.int64]
    scores: NDArray[np.int64]
    docs: NDArray[np.int64]
    """The numbers of their two documents."""


def support(docs: list[str], corpus: Corpus, found: Candidates, least: int) -> NDArray[np.int64]:
    """What the library adds to the score of each candidate, or takes from it, in thousandths of a bit.

    It takes where words follow one another by a habit that the library shows (`kernels.contexts`) or the documents have
    (`habits.kernels`), and where nothing ties the two documents (`relations`). It adds where points and capitals agree,
    too, and where a passage could be expected. That depends on what is surely found. Where most of the long quotations
    of a document are found, a short one will be from here, too, and from where those are from; the talk in a novel is
    from nowhere. And of two documents that each share much with others one believes more than of two that share
    nothing. The log-odds are added (Bayes). Last, it takes where another place answers better (`rivals`).
    """
    taken, same, written = _looked_at(docs, corpus, found, least).T
    sure = found.scores - taken >= least - NEARLY
    quoted, familiar = _quoted(corpus, found, sure, same), _familiar(corpus, found.docs, sure)
    of_quotations = quoted + np.rint(QUOTED_TOO * (familiar - FAMILIAR)).astype(np.int64)
    expected = np.where(quoted > 0, np.maximum(of_quotations, familiar), familiar)
    added = expected + strangers(found.docs, sure, np.diff(corpus.bounds)) + written - taken
    return np.asarray(added + rivalled(found.docs, found.spans, found.scores + added))


def _looked_at(docs: list[str], corpus: Corpus, found: Candidates, least: int) -> NDArray[np.int64]:
    """By how much the words of each candidate are more usual than its score says; how many agree; how they are written.

    What is surely a passage is not looked at.
    """
    from variorum.passages.settling import kernels
    from variorum.passages.settling.habits.kernels import habits

    near = np.flatnonzero(found.scores < least + NEAR)
    counts = kernels.counted(corpus.words, len(corpus.lexicon.keys))
    tables = kernels.contexts(corpus.words, corpus.lexicon.keys, corpus.bounds, _sample(docs, corpus.bounds))
    read, own = (corpus.words, corpus.lexicon.keys), habits(corpus.words, corpus.lexicon.keys, corpus.bounds)
    places = corpus.worths, corpus.signs, counts
    looked = kernels.usual(*read, *places, tables, own, found.docs, found.spans, near)
    written = looked[near, 2] + WORD * (np.minimum(looked[near, 1], ENOUGH) - USUAL)
    spans = found.spans[near]
    uneven = np.abs((spans[:, 1] - spans[:, 0]) - (spans[:, 3] - spans[:, 2])) - EVEN
    looked[near, 2] = np.clip(written, *WRITTEN) - np.clip(UNEVEN * uneven, 0, MOST_UNEVEN)
    return looked


def _quoted(corpus: Corpus, found: Candidates, sure: NDArray[np.bool_], same: NDArray[np.int64]) -> NDArray[np.int64]:
    """What it is worth of each candidate that it is a quotation; 0 where it is none."""
    from variorum.passages.chains.kernels import quotes

    quoted = quotes(corpus.quoted, found.spans)
    quoted[found.docs[:, 0] == found.docs[:, 1]] = -1
    both = [
        np.stack((quoted[:, side], found.docs[:, 1 - side]), axis=1)[sure & (quoted[:, side] >= 0)] for side in (0, 1)
    ]
    from_, by = _priors(corpus, np.unique(np.concatenate(both), axis=0))
    altered = np.maximum(corpus.quoted[quoted].astype(np.int64) - same[:, None], 0)
    likely = np.rint(TRUST * np.minimum(by[found.docs] + from_[found.docs[:, ::-1]], 0)) - ALTERED * altered
    return np.asarray(np.where(quoted >= 0, np.maximum(MOST_QUOTED + likely, 0), 0).max(axis=1), np.int64)


def _sample(docs: list[str], bounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Documents enough to tell habits by: chosen by their ids, so that the choice has no order of its own."""
    order = np.array(sorted(range(len(docs)), key=lambda nth: crc32(docs[nth].encode())), np.int64)
    lengths = np.diff(bounds)[order]
    return order[np.cumsum(lengths) - lengths < SAMPLE]


def _familiar(corpus: Corpus, docs: NDArray[np.int64], sure: NDArray[np.bool_]) -> NDArray[np.int64]:
    """What it is worth of each candidate that both documents share text with others, by the one that shares less."""
    lengths, apart = np.diff(corpus.bounds), sure & (docs[:, 0] != docs[:, 1])
    often = np.bincount(docs[apart].ravel(), minlength=len(lengths))[docs] - apart[:, None]
    odds = np.rint(1000 * SLOPE * np.log2((often + 0.5) * EVERY / np.maximum(lengths, 1)[docs])).astype(np.int64)
    return np.asarray(np.clip(FAMILIAR + odds, STRANGE, FAMILIAR).min(axis=1))


def _priors(corpus: Corpus, found: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How likely each document is quoted from, and how likely what it quotes is found: in thousandths of a bit.

    `found` are the quotations that are surely found, by their first words, each with a document that it is found in.
    """
    lengths = np.diff(corpus.bounds)
    found = found[corpus.quoted[found[:, 0]] >= TELLING]
    asked = _per_document(corpus, np.flatnonzero(corpus.quoted >= TELLING))
    hits = _per_document(corpus, np.unique(found[:, 0]))
    usual = (hits.sum() + 0.01) / (asked.sum() + ALIKE)
    share = (hits + ALIKE * usual) / (asked + ALIKE)
    sources = np.bincount(found[:, 1], minlength=len(lengths))
    drawn = (sources + 1) / (sources.sum() * lengths / max(1, lengths.sum()) + 1)
    return (
        np.rint(1000 * np.log2(drawn)).astype(np.int64),
        np.rint(1000 * np.log2(share / (1 - share + 1e-9))).astype(np.int64),
    )


def _per_document(corpus: Corpus, places: NDArray[np.int64]) -> NDArray[np.int64]:
    owners = np.searchsorted(corpus.bounds, places, side="right") - 1
    return np.bincount(owners, minlength=len(corpus.bounds) - 1)
