"""Places that may begin a passage: they share a pattern of words that is rare in the library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.fingerprints import Corpus


class Pattern(NamedTuple):
    """Which words of a stretch make a fingerprint: the first, and those at two distances from it."""

    second: int
    third: int
    """The same as `second` where two words are enough."""
    most: int
    """A fingerprint at more places than this makes no seeds."""
    least: int
    """Nor does one whose words are worth less than this, in thousandths of a bit."""


class Part(NamedTuple):
    """One of the parts that all fingerprints are divided into by their highest bits."""

    number: np.uint64
    shift: np.uint64


class Seeds(NamedTuple):
    """The places that share a fingerprint, group by group, the last of each inverted; and where each place stands.

    That is counted from 1; 0 of places that share none.
    """

    shared: NDArray[np.int32]
    places: NDArray[np.int32]


class Wanted(NamedTuple):
    """Which documents are wanted together with each: their numbers, in order, and where those of each end."""

    ends: NDArray[np.int64]
    others: NDArray[np.int64]


EVERYTHING = Wanted(np.empty(0, np.int64), np.empty(0, np.int64))
NONE, EVERYWHERE = np.empty(0, np.uint8), np.empty(0, np.bool_)

AT_ONCE = 22
"""Fingerprints are made and sorted for about two to this power of words at a time."""

MOST = 50
"""Where more witnesses than this carry one text, each is paired with the earliest only."""

PATTERNS = (Pattern(1, 2, MOST, 13_000), Pattern(1, 1, 10, 19_000), Pattern(2, 2, 10, 19_000))
"""Three words in a row; and two rarer ones, side by side or with any word between, for what is short or garbled."""

LENGTH = 8
RUN = Pattern(1, LENGTH - 1, MOST, 0)
"""Boilerplate is made of common patterns: there, runs of so many words are the seeds."""


def seeds(
    engine: Engine, corpus: Corpus, asked: NDArray[np.uint8] = NONE, there: NDArray[np.bool_] = EVERYWHERE
) -> tuple[tuple[Seeds, ...], NDArray[np.uint8]]:
    """The seeds of each of the `PATTERNS` and of runs, made part by part so that memory is bounded.

    And which places have a pattern that is too common.

    Of those words only that are `asked` for (`asking`), if any are: the groups of places that share them are whole; and
    of those places that are `there`.
    """
    common = np.zeros(len(corpus.words), np.uint8)
    places = np.uint64(len(corpus.words).bit_length())
    found: list[Seeds] = []
    for pattern in PATTERNS:
        marks = NONE if found else common
        parts = engine.map(
            partial(_postings, corpus, pattern, places, marks, asked, there), list(_parts(len(corpus.words), asked))
        )
        found.append(_located(np.concatenate(list(parts)), pattern, len(corpus.words)))
    return (*found, _located(_runs(corpus, common, places), RUN, len(corpus.words))), common


def asking(corpus: Corpus, places: NDArray[np.int64], asked: NDArray[np.uint8]) -> None:
    """Has the words at some places asked for, too."""
    from variorum.passages.seeds import kernels

    for pattern in PATTERNS:
        kernels.ask(corpus, places, pattern, asked)


def nothing_asked() -> NDArray[np.uint8]:
    """Room for what is to be asked for."""
    return np.zeros(1 << 21, np.uint8)


def _parts(places: int, asked: NDArray[np.uint8]) -> Iterator[Part]:
    bits = 0 if len(asked) else (places >> AT_ONCE).bit_length()
    for number in range(1 << bits):
        yield Part(np.uint64(number), np.uint64(64 - bits if bits else 0))


def _postings(
    corpus: Corpus,
    pattern: Pattern,
    places: np.uint64,
    common: NDArray[np.uint8],
    asked: NDArray[np.uint8],
    there: NDArray[np.bool_],
    part: Part,
) -> NDArray[np.int32]:
    from variorum.passages.seeds import kernels

    found = kernels.fingerprints(corpus, pattern, part, places, asked, there)
    found.sort()
    return np.asarray(kernels.postings(corpus, found, places, pattern, common))


def _runs(corpus: Corpus, common: NDArray[np.uint8], places: np.uint64) -> NDArray[np.int32]:
    from variorum.passages.seeds import kernels

    found = kernels.runs(corpus.words, corpus.bounds, common, LENGTH, places)
    found.sort()
    return np.asarray(kernels.postings(corpus, found, places, RUN, NONE))


def _located(shared: NDArray[np.int32], pattern: Pattern, places: int) -> Seeds:
    from variorum.passages.seeds import kernels

    index = np.zeros(places, np.int32)
    kernels.locate(shared, index, pattern.most)
    return Seeds(shared, index)
