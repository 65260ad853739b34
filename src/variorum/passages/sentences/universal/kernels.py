"""Compiled loops over the pieces of sentences: what a window adds up, and the mean of what was made of them."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

kernel = numba.njit(nogil=True, cache=True)
reordered = numba.njit(nogil=True, cache=True, fastmath={"reassoc", "contract"})
"""Sums may be taken in another order, so that several numbers are added at once."""


@kernel
def convolved(of: Any, starts: Any, own: Any, places: Any, bias: Any, before: int, out: Any) -> None:
    """One layer of a convolution over the pieces of sentences, written to `out`: (pieces, width).

    `of`: which row each piece has in `own`, (rows, width), what is added after the layer, and in `places`, (rows,
    places, width), what it gives to each place of a window, of which `before` lie before the middle; `starts`: where
    the sentences begin, and where the last ends. A window sees nothing of the neighbouring sentences.
    """
    total = np.empty(len(bias), np.float32)
    for sentence in range(len(starts) - 1):
        begin, end = starts[sentence], starts[sentence + 1]
        for at in range(begin, end):
            total[:] = bias
            for place in range(max(0, begin - at + before), min(places.shape[1], end - at + before)):
                gives = places[of[at + place - before], place]
                for x in range(len(total)):
                    total[x] += gives[x]
            added = own[of[at]]
            for x in range(len(total)):
                out[at, x] = max(total[x], np.float32(0)) + added[x]


@reordered
def pooled(of: Any, starts: Any, embedded: Any, made: Any, eps: float, out: Any) -> None:
    """Of each sentence the sum of its pieces, each with mean 0 and variance 1, written to `out`: (sentences, d + w).

    A piece is its vector, `embedded[of]` of d numbers, followed by what the convolutions made of it, `made` of w.
    """
    d, w = embedded.shape[1], made.shape[1]
    size = np.float32(d + w)
    for sentence in range(len(starts) - 1):
        out[sentence] = 0
        for at in range(starts[sentence], starts[sentence + 1]):
            left, right = embedded[of[at]], made[at]
            total = np.float32(0)
            for x in range(d):
                total += left[x]
            for x in range(w):
                total += right[x]
            mean = total / size
            square = np.float32(0)
            for x in range(d):
                square += (left[x] - mean) ** 2
            for x in range(w):
                square += (right[x] - mean) ** 2
            scale = np.float32(1) / np.sqrt(square / size + np.float32(eps))
            for x in range(d):
                out[sentence, x] += (left[x] - mean) * scale
            for x in range(w):
                out[sentence, d + x] += (right[x] - mean) * scale
