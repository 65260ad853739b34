"""What very many documents carry is listed from the earliest of them only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.passages.seeds import MOST


def bridged(spans: NDArray[np.int64], docs: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of each passage whether it says only what two others do, which the earliest of more than `MOST` witnesses has.

    That one shares the text of either side with the other's document. Two spans are of one text if they overlap by two
    thirds of the longer, as in `traditions`. A passage is named by its places, start and end on both sides.
    """
    from variorum.passages.settling.stars import kernels

    apart, middles = docs[:, 0] != docs[:, 1], (spans[:, 0] + spans[:, 1]) // 2
    starts, ends = np.sort(spans[apart, 0]), np.sort(spans[apart, 1])
    carried = np.searchsorted(starts, middles, "right") - np.searchsorted(ends, middles, "right")
    rays = spans[apart & (carried >= MOST)]
    return np.asarray(apart & kernels.bridged(spans, rays[np.argsort(rays[:, 2], kind="stable")]))
