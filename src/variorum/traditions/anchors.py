"""Anchors of an alignment: runs of words that stand once in either text, in the longest chain that rises in both.

The idea is that of patience sorting as used for comparing files (Bram Cohen, "Patience diff", 2005), over word n-grams.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_STEP = np.uint64(0x9E3779B97F4A7C15)


def anchors(a: Keys, b: Keys, n: int) -> tuple[Numbers, Numbers]:
    """Where the n-grams that are unique in both texts stand, those of the longest chain that rises in both.

    >>> one, other = anchors(np.array([5, 6, 7, 8], np.uint64), np.array([9, 6, 7, 8, 5], np.uint64), 1)
    >>> one.tolist(), other.tolist()
    ([1, 2, 3], [1, 2, 3])
    """
    grams_a, at_a = _unique(_grams(a, n))
    grams_b, at_b = _unique(_grams(b, n))
    _, in_a, in_b = np.intersect1d(grams_a, grams_b, assume_unique=True, return_indices=True)
    order = np.argsort(at_a[in_a])
    one, other = at_a[in_a][order], at_b[in_b][order]
    chain = _rising(other.tolist())
    return one[chain], other[chain]


def _grams(keys: Keys, n: int) -> Keys:
    """A hash for every n words in a row."""
    count = max(0, len(keys) - n + 1)
    grams = np.zeros(count, np.uint64)
    for nth in range(n):
        grams = (grams ^ keys[nth : nth + count]) * _STEP
        grams ^= grams >> np.uint64(29)
    return grams


def _unique(grams: Keys) -> tuple[Keys, Numbers]:
    """The hashes that occur once, and where."""
    values, first, counts = np.unique(grams, return_index=True, return_counts=True)
    once = counts == 1
    return values[once], first[once].astype(np.int64)


def _rising(values: list[int]) -> list[int]:
    """The places of a longest rising subsequence of distinct numbers."""
    tails: list[int] = []
    at_tails: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(at_tails[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            at_tails.append(at)
        else:
            tails[place], at_tails[place] = value, at
    chain, at = [], at_tails[-1] if at_tails else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
