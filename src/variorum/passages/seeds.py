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
    """The places that share a fingerprint, group by group, the last of each inverted; and where each place stands."""

    shared: NDArray[np.int32]
    index: NDArray[np.int32]


PATTERNS = (Pattern(1, 2, 50, 14_000), Pattern(1, 1, 10, 18_000), Pattern(2, 2, 10, 18_000))


def seeds(engine: Engine, corpus: Corpus, pattern: Pattern) -> Seeds:
    """The seeds that a pattern finds in a corpus, made part by part so that memory is bounded."""
    from variorum.passages import kernels

    parts = list(engine.map(partial(_postings, corpus, pattern), _parts(len(corpus.words))))
    index = np.full(len(corpus.words), -1, np.int32)
    shared = np.concatenate(parts)
    kernels.locate(shared, index)
    return Seeds(shared, index)


def _parts(places: int) -> Iterator[Part]:
    bits = max(1, (places >> 19).bit_length())
    for number in range(1 << bits):
        yield Part(np.uint64(number), np.uint64(64 - bits))


def _postings(corpus: Corpus, pattern: Pattern, part: Part) -> NDArray[np.int32]:
    from variorum.passages import kernels

    places = np.uint64(len(corpus.words).bit_length())
    found = kernels.fingerprints(corpus.words, corpus.lexicon.bits, corpus.worths, corpus.bounds, pattern, part, places)
    found.sort()
    return kernels.postings(found, places, pattern.most)
