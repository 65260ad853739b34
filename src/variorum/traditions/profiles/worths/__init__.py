"""Worths: what it is worth that columns of two profiles are one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.traditions.lexicon import Lexicon


class Span(NamedTuple):
    """Columns in a row, and room for what each of their different words is worth beside one word of another column."""

    number: NDArray[np.int32]
    """For each word of the lexicon its number among the different words of the span; -1 for all others."""
    words: NDArray[np.int64]
    """The different words, and by the same numbers their letters as bits, and how many they are; of a sign none."""
    bags: NDArray[np.uint64]
    lengths: NDArray[np.int64]
    unlike: NDArray[np.float64]
    """What they are worth beside a word that is not like them."""
    worths: NDArray[np.float64]
    near: NDArray[np.int64]
    """The numbers of those words that may be like one word."""
    masks: NDArray[np.int64]
    """Where each letter stands in that word, as bits."""
    which: NDArray[np.int32]
    """Of every word of every column its number, and its column."""
    column: NDArray[np.int32]


def room(lexicon: Lexicon, held: NDArray[np.int32]) -> Span:
    """Room for any span of columns that have these words."""
    known = len(lexicon.lengths)
    number, bags = np.full(known, -1, np.int32), np.empty(known, np.uint64)
    words, lengths, near = (np.empty(known, np.int64) for _ in range(3))
    unlike, worths = np.empty((2, known))
    which, column = np.empty(len(held), np.int32), np.empty(len(held), np.int32)
    return Span(number, words, bags, lengths, unlike, worths, near, alphabet(lexicon), which, column)


def alphabet(lexicon: Lexicon) -> NDArray[np.int64]:
    """A number for each letter up to the last of a lexicon, all 0."""
    return np.zeros(int(lexicon.letters.max(initial=0)) + 1, np.int64)
