"""Whether a word is another one or only misread: by how usual both are in the library, and by the words around."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
from rapidfuzz.distance import Levenshtein

from variorum.differences import plain, shape

UNKNOWN = 2
"""In so many documents at most stands what may be no word at all."""
RARER = 10
"""A misreading is so many times as rare as the word that was there."""
LIKE, NEAR = 0.5, 0.6
"""How like a word is what was misread of it; and how like, where both are words."""
NOISY = 0.04
"""From what share of clear misreadings among its words on a text is doubted where both are words."""
LOUD, SHORT = 0.12, 3
"""From what share on even words of so many letters may have got lost, or grown from specks."""


def usual(wording: pa.Table, asked: Iterable[int]) -> dict[int, int]:
    """In how many documents of the library each of some words stands.

    >>> from variorum.tables import WORDING
    >>> usual(WORDING.empty(), [7])
    {7: 0}
    """
    keys = np.unique(np.fromiter(asked, np.uint64))
    counts = np.zeros(len(keys), np.int64)
    for kinds in wording["kinds"].to_pylist():
        known = np.frombuffer(kinds, "<u8")
        at = np.minimum(np.searchsorted(keys, known), max(0, len(keys) - 1))
        np.add.at(counts, at[keys[at] == known] if len(keys) else at[:0], 1)
    return dict(zip(keys.tolist(), counts.tolist(), strict=True))


def surely(one: str, other: str, known: Mapping[str, int]) -> bool:
    """Whether a word is so rare, and so like the other, that it is this one misread.

    >>> surely("rnad", "mad", {"rnad": 1, "mad": 60}), surely("bold", "hold", {"bold": 83, "hold": 165})
    (True, False)
    """
    rare, often = sorted((known.get(one, 0), known.get(other, 0)))
    less = rare <= UNKNOWN or rare * RARER <= often
    return less and likeness(one, other) >= LIKE


def maybe(one: str, other: str, known: Mapping[str, int], share: float) -> bool:
    """Whether a word may be another one misread, where so great a share of the words is surely misread.

    Both may be words, if they are alike; what is no word in any other document need not be like what stood there.
    """
    return share >= NOISY and (likeness(one, other) >= NEAR or (share >= LOUD / 2 and known.get(plain(one), 0) <= 1))


def speck(word: str, known: Mapping[str, int], share: float) -> bool:
    """Whether a word that stands on one side alone is too short, in a text so badly read, to say anything."""
    letters = len(plain(word))
    return letters <= SHORT and (share >= LOUD or (share >= NOISY and known.get(word, 0) <= UNKNOWN))


def likeness(one: str, other: str) -> float:
    """How alike two words are, in their letters or in their outlines, from 0 to 1."""
    letters = Levenshtein.normalized_similarity(plain(one), plain(other))
    return float(max(letters, Levenshtein.normalized_similarity(shape(one), shape(other))))
