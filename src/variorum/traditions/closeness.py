"""Closeness: how far two witnesses agree in their words about a place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

ABOUT = 15
"""So many differences and common words before and behind a place are about it."""


class Closeness:
    """The words that two witnesses have in common, and their differences, in order.

    `same` and `other`: the places that both have, with one word and with two. `alone`: those that only one of them has;
    what follows another such place is one difference with it.

    >>> near = Closeness(same=np.array([0, 1, 5]), other=np.array([2]), alone=np.array([3, 4]))
    >>> near.about(3, 5)
    0.75
    """

    def __init__(self, same: Numbers, other: Numbers, alone: Numbers) -> None:
        places = np.sort(np.concatenate([same, other, alone]))
        single = np.isin(places, alone)
        begun = ~single | ~np.concatenate([[False], single[:-1]])
        self._places = places[begun]
        self._same = np.concatenate([[0], np.cumsum(np.isin(self._places, same))])

    def about(self, first: int, last: int) -> float:
        """Which share of what is about the places from `first` to before `last` both witnesses have."""
        left = int(np.searchsorted(self._places, first))
        right = int(np.searchsorted(self._places, last))
        low, high = max(0, left - ABOUT), min(len(self._places), right + ABOUT)
        both = self._same[left] - self._same[low] + self._same[high] - self._same[right]
        return float(both / max(1, left - low + high - right))
