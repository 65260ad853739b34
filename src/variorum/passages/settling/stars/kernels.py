"""Compiled loop over passages: which of them the rays of a star say already.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)


@kernel
def bridged(spans: Any, rays: Any) -> NDArray[np.bool_]:
    """Of each passage whether two rays that begin in one text end in the texts of its two sides.

    Rays are passages of an earliest witness, by where their second side starts.
    """
    found, starts = np.zeros(len(spans), np.bool_), rays[:, 2].copy()
    for nth in range(len(spans)):
        one, last = _window(starts, spans[nth, 0], spans[nth, 1])
        first, end = _window(starts, spans[nth, 2], spans[nth, 3])
        while one < last and first < end and not found[nth]:
            if _one_text(rays, one, 2, spans, nth, 0):
                for other in range(first, end):
                    if _one_text(rays, other, 2, spans, nth, 2) and _one_text(rays, one, 0, rays, other, 0):
                        found[nth] = True
                        break
            one += 1
    return found


@kernel
def _window(starts: Any, start: int, end: int) -> tuple[int, int]:
    """Which of some sorted starts a span may have that is of one text with this one."""
    near = (end - start) // 2
    return int(np.searchsorted(starts, start - near)), int(np.searchsorted(starts, start + near, side="right"))


@kernel
def _one_text(some: Any, one: int, side: int, others: Any, other: int, beside: int) -> bool:
    """Whether two spans overlap by two thirds of the longer."""
    start, end, begun, ended = some[one, side], some[one, side + 1], others[other, beside], others[other, beside + 1]
    return bool(3 * (min(end, ended) - max(start, begun)) >= 2 * max(end - start, ended - begun))
