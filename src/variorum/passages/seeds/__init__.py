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
    """The places that share a fingerprint, pattern by pattern and group by group, the last of each group inverted."""

    shared: NDArray[np.int32]
    before: NDArray[np.int32]
    """The group of the place before each of those, counted from 1; 0 if in none."""
    order: NDArray[np.int32]
    """Which of `shared` begin pairs, or end a group that does: pattern by pattern, in the order of their places."""
    ends: NDArray[np.int64]
    """Where those of each pattern end in `order`."""


class Wanted(NamedTuple):
    """Which documents are wanted together with each: their numbers, in order, and where those of each end."""

    ends: NDArray[np.int64]
    others: NDArray[np.int64]


EVERYTHING = Wanted(np.empty(0, np.int64), np.empty(0, np.int64))
NONE = np.empty(0, np.uint8)

AT_ONCE, BYTES, MOST_BITS = 23, 80, 8
"""Fingerprints are made and sorted for about two to this power of words at a time, or for so many as a quarter of the
memory has room for, with so many bytes a word; in two to the last power of parts at most."""

MOST = 50
"""Where more witnesses than this carry one text, each is paired with the earliest only."""

PATTERNS = (Pattern(1, 2, MOST, 13_000), Pattern(1, 1, 10, 19_000), Pattern(2, 2, 10, 19_000))
"""Three words in a row; and two rarer ones, side by side or with any word between, for what is short or garbled."""

LENGTH = 8
RUN = Pattern(1, LENGTH - 1, MOST, 0)
"""Boilerplate is made of common patterns: there, runs of so many words are the seeds."""


def seeds(engine: Engine, corpus: Corpus) -> Seeds:
    """The seeds of each of the `PATTERNS` and of runs, made part by part so that memory is bounded."""
    common = np.zeros(len(corpus.words), np.uint8)
    shared: list[NDArray[np.int32]] = []
    for pattern in PATTERNS:
        marks = NONE if shared else common
        parts = engine.map(partial(_postings, corpus, pattern, marks), list(_parts(len(corpus.words), engine.memory)))
        shared.append(np.concatenate(list(parts)))
    return located((*shared, runs(corpus, common)))


def located(shared: tuple[NDArray[np.int32], ...]) -> Seeds:
    """The seeds that the postings of each pattern make."""
    from variorum.passages.seeds import kernels

    ends = np.cumsum([0, *map(len, shared)])
    whole = np.concatenate(shared)
    before, order, counts = np.empty_like(whole), [], []
    for pattern, start, end in zip((*PATTERNS, RUN), ends, ends[1:], strict=False):
        placed, groups = kernels.grouped(whole, (start, end), pattern.most)
        placed.sort()
        order.append(kernels.ordered(placed, groups, start, before))
        counts.append(len(order[-1]))
    return Seeds(whole, before, np.concatenate(order), np.cumsum(counts))


def place_bits(corpus: Corpus) -> np.uint64:
    """How many bits a place takes."""
    return np.uint64(len(corpus.words).bit_length())


def _parts(places: int, memory: int) -> Iterator[Part]:
    bits = min(MOST_BITS, max(places >> AT_ONCE, 4 * BYTES * places // memory).bit_length())
    for number in range(1 << bits):
        yield Part(np.uint64(number), np.uint64(64 - bits if bits else 0))


def _postings(corpus: Corpus, pattern: Pattern, common: NDArray[np.uint8], part: Part) -> NDArray[np.int32]:
    from variorum.passages.seeds import kernels

    found = kernels.fingerprints(corpus, pattern, part, place_bits(corpus))
    found.sort()
    return np.asarray(kernels.postings(corpus, found, place_bits(corpus), pattern, common))


def runs(corpus: Corpus, common: NDArray[np.uint8]) -> NDArray[np.int32]:
    """The postings of runs of common patterns."""
    from variorum.passages.seeds import kernels

    found = kernels.runs(corpus.words, corpus.bounds, common, LENGTH, place_bits(corpus))
    found.sort()
    return np.asarray(kernels.postings(corpus, found, place_bits(corpus), RUN, NONE))
