"""Whether two documents that render each other have the same words elsewhere than where they do, by repetition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

COVERED = 2 / 3
"""So much of both sides has to stand in beads, for it to be known where each of them is rendered."""
BESIDE = 2
"""What stands so many beads from its own is near it: translators divide sentences in their own ways."""
Numbers = NDArray[np.int64]


class Laid(NamedTuple):
    """The beads of two documents by one side: starts and ends there, rising, and which bead each is."""

    starts: Numbers
    ends: Numbers
    which: Numbers


def repeated(rows: pa.Table, beads: pa.Table) -> NDArray[np.bool_]:
    """Which rows hold words that beads lay elsewhere, on both sides: a text that repeats itself, in two versions of it.

    That the third chapter of one version has words of the ninth of another tells nothing that each of them does not
    tell alone. What stands where nothing is laid, or near where it is laid, is kept.
    """
    found = np.zeros(rows.num_rows, np.bool_)
    if not beads.num_rows:
        return found
    there, laid, spans = dict(_by_pair(beads)), _spans(beads), _spans(rows)
    for pair, mine in _by_pair(rows):
        if pair in there:
            sides = _sides(laid[there[pair]])
            found[mine] = [_elsewhere(sides, span) for span in spans[mine].tolist()]
    return found


def _by_pair(rows: pa.Table) -> Iterator[tuple[tuple[str, str], Numbers]]:
    """The numbers of the rows of each two documents."""
    pairs: dict[tuple[str, str], list[int]] = {}
    for nth, pair in enumerate(zip(rows["doc_a"].to_pylist(), rows["doc_b"].to_pylist(), strict=True)):
        pairs.setdefault(pair, []).append(nth)
    for pair, mine in pairs.items():
        yield pair, np.array(mine)


def _spans(rows: pa.Table) -> Numbers:
    """Start and end on both sides."""
    return np.stack([rows[name].to_numpy() for name in ("start_a", "end_a", "start_b", "end_b")], axis=1)


def _sides(spans: Numbers) -> tuple[Laid, Laid]:
    orders = np.argsort(spans[:, 0], kind="stable"), np.argsort(spans[:, 2], kind="stable")
    one, other = (Laid(spans[order, at], spans[order, at + 1], order) for order, at in zip(orders, (0, 2), strict=True))
    return one, other


def _elsewhere(sides: tuple[Laid, Laid], span: list[int]) -> bool:
    """Whether both sides of a row stand in beads, and none of those of the one is near those of the other."""
    one, other = _near(sides[0], *span[:2]), _near(sides[1], *span[2:])
    return one is not None and other is not None and not np.intersect1d(one, other).size


def _near(laid: Laid, start: int, end: int) -> Numbers | None:
    """The beads in and beside a stretch, if they cover most of it."""
    first, last = int(np.searchsorted(laid.ends, start, side="right")), int(np.searchsorted(laid.starts, end))
    held = np.minimum(laid.ends[first:last], end) - np.maximum(laid.starts[first:last], start)
    if held.sum() < COVERED * (end - start):
        return None
    return laid.which[max(0, first - BESIDE) : last + BESIDE]
