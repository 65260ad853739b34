"""Anchors of an alignment: runs of words that stand once in either text, in the longest chain that rises in both.

The idea is that of patience sorting as used for comparing files (Bram Cohen, "Patience diff", 2005), over word n-grams.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[Any]
"""Words as numbers of any kind."""
Numbers = NDArray[np.int64]
_STEP = np.uint64(0x9E3779B97F4A7C15)


def anchors(a: Keys, b: Keys, n: int) -> tuple[Numbers, Numbers]:
    """Where the n-grams that are unique in both texts stand, those of the longest chain that rises in both.

    >>> one, other = anchors(np.array([5, 6, 7, 8], np.uint64), np.array([9, 6, 7, 8, 5], np.uint64), 1)
    >>> one.tolist(), other.tolist()
    ([1, 2, 3], [1, 2, 3])
    """
    grams_a, at_a = _unique(grams(a, n))
    grams_b, at_b = _unique(grams(b, n))
    _, in_a, in_b = np.intersect1d(grams_a, grams_b, assume_unique=True, return_indices=True)
    order = np.argsort(at_a[in_a])
    one, other = at_a[in_a][order], at_b[in_b][order]
    from variorum.traditions.profiles.kernels import rising

    chain = rising(other)
    return one[chain], other[chain]


def grams(keys: Keys, n: int) -> NDArray[np.uint64]:
    """A hash for every n words in a row."""
    keys = keys.astype(np.uint64)
    count = max(0, len(keys) - n + 1)
    found = np.zeros(count, np.uint64)
    for nth in range(n):
        found = (found ^ keys[nth : nth + count]) * _STEP
        found ^= found >> np.uint64(29)
    return found


def _unique(found: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], Numbers]:
    """The hashes that occur once, and where."""
    values, first, counts = np.unique(found, return_index=True, return_counts=True)
    once = counts == 1
    return values[once], first[once].astype(np.int64)
