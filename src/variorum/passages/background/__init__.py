"""What it is worth that a word stands in two places: its surprise in a fixed background, and in its own document.

Nothing here knows the library: what a word of a document is worth depends on the document and on the lists of frequent
words in `frequencies.tsv` alone, so that what two documents share is worth the same in every library.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.text import words

LISTS = Path(__file__).with_name("frequencies.tsv")

MOST_BITS = 12.0
"""No single word is worth more: a very rare one may be a slip."""

PRIOR_WORDS = 5_000
"""How many words of a document the background outweighs."""

LEAST_SAVED = 1.0
"""A document is in a language if knowing its frequent words saves so many bits a word."""

SPACELESS, SPACELESS_BITS = 0x0E00, 7.0
"""From which code point on scripts set no space between words, more or less; and what a character of them is worth."""


class Background(NamedTuple):
    """The frequent words of several languages: their keys in order, and for each what it is worth in each language."""

    keys: NDArray[np.uint64]
    bits: NDArray[np.float32]
    """A row a word, a column a language; 0 where a language does not have it."""


@cache
def background() -> Background:
    """The lists, read once."""
    lines = [line.split("\t") for line in LISTS.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    names, forms, bits = zip(*lines, strict=True)
    keys, rows = np.unique(words("\n".join(forms)).keys, return_inverse=True)
    _, columns = np.unique(names, return_inverse=True)
    table = np.zeros((len(keys), columns.max() + 1), np.float32)
    table[rows, columns] = np.array(bits, np.float32) / 10
    return Background(keys, table)


def word_bits(
    keys: NDArray[np.uint64], counts: NDArray[np.int64], lengths: NDArray[np.int32], firsts: NDArray[np.uint32]
) -> NDArray[np.int64]:
    """What a match of each different word of a document is worth by itself, in thousandths of a bit.

    That is -log2 of its frequency: in the language that the document is in, as its own words tell, else by its letters,
    two bits each, because short words are frequent in every language (Zipf 1935); weighed against its frequency in the
    document, as if that stood at the end of a longer text. `firsts` are the words' first code points.
    """
    spelled = np.clip(np.where((lengths == 1) & (firsts >= SPACELESS), SPACELESS_BITS, 2.0 * lengths), 3, MOST_BITS)
    known, total = _known(keys, counts), counts.sum()
    likely = np.exp2(-np.where(known > 0, known, spelled))
    frequency = (counts + PRIOR_WORDS * likely) / (total + PRIOR_WORDS)
    return np.asarray(np.rint(1000 * np.minimum(-np.log2(frequency), MOST_BITS)), np.int64)


def _known(keys: NDArray[np.uint64], counts: NDArray[np.int64]) -> NDArray[np.float32]:
    """What each word is worth in the language of its document; 0 where that does not list it, or cannot be told."""
    lists = background()
    rows = np.minimum(np.searchsorted(lists.keys, keys), len(lists.keys) - 1)
    bits = np.where((lists.keys[rows] == keys)[:, None], lists.bits[rows], 0)
    saved = counts @ np.where(bits > 0, MOST_BITS - bits, 0)
    best = int(saved.argmax())
    return bits[:, best] if saved[best] >= LEAST_SAVED * counts.sum() else np.zeros(len(keys), np.float32)
