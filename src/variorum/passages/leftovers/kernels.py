"""A compiled loop that gives each word its answer, each answer to one word alone."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)


@kernel
def answered(like: Any, ours: Any, theirs: Any, least: float) -> NDArray[np.float32]:
    """How like each word is to the one that it gets, where each gets one at most, the most alike first; or 0.

    `like[p, q]`: how like word p of our vocabulary is to word q of theirs; `ours` and `theirs`: the words by their
    numbers there; what is less alike than `least` is no answer.
    """
    count, worth = 0, np.empty(len(ours) * len(theirs), np.float32)
    pairs = np.empty((len(worth), 2), np.int64)
    for x in range(len(ours)):
        for y in range(len(theirs)):
            if like[ours[x], theirs[y]] >= least:
                worth[count], pairs[count, 0], pairs[count, 1] = like[ours[x], theirs[y]], x, y
                count += 1
    found, taken = np.zeros(len(ours), np.float32), np.zeros(len(theirs), np.bool_)
    for nth in np.argsort(-worth[:count], kind="mergesort"):
        x, y = pairs[nth]
        if found[x] == 0 and not taken[y]:
            found[x], taken[y] = worth[nth], True
    return found
