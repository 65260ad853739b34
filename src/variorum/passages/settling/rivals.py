"""Whether another place of the same document answers the same words better: then these are there by likeness only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BETTER = 10_000
"""By so much the other must be worth more, in thousandths of a bit; and so much it costs."""

LAST = (1 << 32) - 1
"""More than any place; what is taken from it comes in falling order."""


def rivalled(docs: NDArray[np.int64], spans: NDArray[np.int64], worths: NDArray[np.int64]) -> NDArray[np.int64]:
    """What it costs each candidate that a better one of the same two documents has all the words of one of its sides.

    Who quotes a verse quotes one place of a book; the book's other verses on the same matter share a phrase with it.

    >>> spans = np.array([[0, 20, 100, 120], [5, 12, 300, 307], [50, 57, 300, 307]])
    >>> rivalled(np.array([[0, 1]] * 3), spans, np.array([150_000, 60_000, 60_000])).tolist()
    [0, -10000, 0]
    """
    from variorum.passages.settling.kernels import exceeded

    found = np.zeros(len(spans), np.bool_)
    for start, end in ((0, 1), (2, 3)):
        order = np.lexsort((-worths, spans[:, start] << 32 | LAST - spans[:, end], docs[:, 0] << 32 | docs[:, 1]))
        found[order] |= exceeded(docs[order], spans[order, end], worths[order], BETTER)
    return np.where(found, -BETTER, 0)
