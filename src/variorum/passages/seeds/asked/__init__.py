"""The seeds of words that are asked for, because a document that has them is new, changed or gone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.passages.fingerprints import Corpus
from variorum.passages.seeds import NONE, PATTERNS, place_bits, runs

Postings = tuple[NDArray[np.int32], ...]
"""For each of the patterns, and for runs, the places that share one, group by group (`seeds.Seeds`)."""


EVERYTHING = 4
"""To read the pairs takes longer than to ask for all, where they have as many words as so many libraries."""


def asked_fingerprints(corpus: Corpus, asked: NDArray[np.uint8]) -> list[NDArray[np.uint64]]:
    """The fingerprints of each of the `PATTERNS` that are asked for (`asking`), sorted; and a few more."""
    from variorum.passages.seeds.asked import kernels

    coarse = np.packbits(asked.view(np.uint64) != 0, bitorder="little")
    found = [kernels.asked_for(corpus, pattern, place_bits(corpus), asked, coarse) for pattern in PATTERNS]
    for fingerprints in found:
        fingerprints.sort()
    return found


def asked_seeds(
    corpus: Corpus, found: list[NDArray[np.uint64]], there: NDArray[np.bool_]
) -> tuple[Postings, NDArray[np.uint8]]:
    """The postings of each pattern that some fingerprints make, and of runs; and which places have one too common.

    Of those places that are `there`: the groups of places that share what is asked for are whole.
    """
    from variorum.passages.seeds import kernels

    whole = there.all()
    common, places = np.zeros(len(corpus.words), np.uint8), place_bits(corpus)
    shared: list[NDArray[np.int32]] = []
    for pattern, fingerprints in zip(PATTERNS, found, strict=True):
        here = fingerprints if whole else fingerprints[there[fingerprints & ((np.uint64(1) << places) - np.uint64(1))]]
        shared.append(kernels.postings(corpus, here, places, pattern, NONE if shared else common))
    return (*shared, runs(corpus, common)), common


def asking(corpus: Corpus, places: NDArray[np.int64], asked: NDArray[np.uint8]) -> None:
    """Has the words at some places asked for, too."""
    from variorum.passages.seeds.asked import kernels

    for pattern in PATTERNS:
        kernels.ask(corpus, places, pattern, asked)


def asking_shared(corpus: Corpus, pairs: NDArray[np.int64], asked: NDArray[np.uint8]) -> None:
    """Has asked for, too, what two documents have both, of each pair of documents; or all, where that is cheaper."""
    from variorum.passages.seeds.asked import kernels

    if np.diff(corpus.bounds)[pairs].sum() > EVERYTHING * len(corpus.words):
        asked[:] = 255
        return
    for pattern in PATTERNS:
        kernels.ask_shared(corpus, pairs, pattern, asked)


def nothing_asked() -> NDArray[np.uint8]:
    """Room for what is to be asked for."""
    return np.zeros(1 << 21, np.uint8)
