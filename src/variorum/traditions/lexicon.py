"""The words of some witnesses as numbers, with their letters and how much each one says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.differences import plain
from variorum.traditions.tokens import Tokens

LETTERS = 16
"""How many letters of a word are compared."""
SIGN = 0.25
"""What a sign of punctuation says, where a rare word says 1."""


class Lexicon(NamedTuple):
    """The different words and signs of some witnesses, in an order that is made from the words alone."""

    letters: NDArray[np.uint32]
    lengths: NDArray[np.int64]
    bags: NDArray[np.uint64]
    """Which letters a word has, each as one of 64 bits."""
    is_word: NDArray[np.bool_]
    weights: NDArray[np.float64]
    """How much it says that two places have this word: little of one that is everywhere."""


def lexicon(witnesses: Sequence[tuple[Tokens, Sequence[str]]]) -> tuple[Lexicon, list[NDArray[np.int32]]]:
    """The lexicon of witnesses, each given by its tokens and these as written; and each one's words as numbers."""
    keys = np.concatenate([found.keys for found, _ in witnesses])
    is_word = np.concatenate([found.is_word for found, _ in witnesses])
    _, first, inverse, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    starts = np.cumsum([0, *(len(found.keys) for found, _ in witnesses)])
    owners = np.searchsorted(starts, first, side="right") - 1
    spelt = [
        plain(witnesses[w][1][at - starts[w]])[:LETTERS] for w, at in zip(owners.tolist(), first.tolist(), strict=True)
    ]
    letters = np.zeros((len(first), LETTERS), np.uint32)
    lengths = np.array([len(word) for word in spelt], np.int64)
    letters[np.arange(LETTERS) < lengths[:, None]] = np.frombuffer(
        "".join(spelt).encode("utf-32-le", "surrogatepass"), "<u4"
    )
    weights = np.where(is_word[first], 1 / (1 + np.log10(np.maximum(1, counts / len(witnesses))) / 4), SIGN)
    found = Lexicon(letters, lengths, _bags(letters, lengths), is_word[first], weights)
    return found, np.split(inverse.astype(np.int32), starts[1:-1])


def _bags(letters: NDArray[np.uint32], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
    bits = np.uint64(1) << (letters.astype(np.uint64) & np.uint64(63))
    bits[np.arange(LETTERS) >= lengths[:, None]] = 0
    bags: NDArray[np.uint64] = np.bitwise_or.reduce(bits, axis=1) if len(bits) else np.empty(0, np.uint64)
    return bags
