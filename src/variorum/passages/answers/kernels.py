"""A compiled loop over how like the words of two texts are."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)


@kernel
def nearest(like: Any, ours: Any, spans: Any, theirs: Any, windows: Any) -> tuple[NDArray[np.float32], NDArray[Any]]:
    """How like each word of some spans is to the one most like it in the window of its span, and which that is.

    `like[p, q]`: how like word p of our vocabulary is to word q of theirs; `ours` and `theirs`: the words of the two
    texts by their numbers there; `spans` and `windows`: (spans, 2), one window a span. A word that has an empty window
    is like nothing, 0, and the nearest is -1. The words are given span after span.
    """
    total = 0
    for n in range(len(spans)):
        total += spans[n, 1] - spans[n, 0]
    most, where = np.zeros(total, np.float32), np.full(total, -1, np.int64)
    at = 0
    for n in range(len(spans)):
        for x in range(spans[n, 0], spans[n, 1]):
            row = like[ours[x]]
            for y in range(windows[n, 0], windows[n, 1]):
                if where[at] < 0 or row[theirs[y]] > most[at]:
                    most[at], where[at] = row[theirs[y]], y
            at += 1
    return most, where
