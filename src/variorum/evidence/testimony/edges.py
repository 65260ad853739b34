"""Where paragraphs begin and end, so that a place that was reckoned is a whole number of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

import pyarrow as pa
import pyarrow.compute as pc

NEAR = 200
"""How many code points an edge that was reckoned is moved at most."""


class Edges:
    """The beginnings and ends of the blocks of some documents.

    >>> blocks = pa.table({"doc": ["a", "a"], "start": [0, 300], "end": [298, 900]})
    >>> Edges(blocks, ["a"]).nearest("a", 280, 880)
    (300, 900)
    """

    def __init__(self, blocks: pa.Table, docs: Collection[str]) -> None:
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._ends: dict[str, list[int]] = defaultdict(list)
        some = blocks.filter(pc.is_in(blocks["doc"], value_set=pa.array(sorted(docs), pa.string())))
        for doc, start, end in zip(*(some[name].to_pylist() for name in ("doc", "start", "end")), strict=True):
            self._starts[doc].append(start)
            self._ends[doc].append(end)
        for edges in (*self._starts.values(), *self._ends.values()):
            edges.sort()

    def nearest(self, doc: str, start: int, end: int) -> tuple[int, int]:
        """A span moved to the nearest edges of blocks, where there are any; never to nothing."""
        first, last = _moved(self._starts.get(doc, ()), start), _moved(self._ends.get(doc, ()), end)
        return (first, last) if first < last else (start, end)


def _moved(edges: Sequence[int], at: int) -> int:
    near = edges[max(0, (k := bisect_left(edges, at)) - 1) : k + 1]
    best = min(near, key=lambda edge: abs(edge - at), default=at)
    return best if abs(best - at) <= NEAR else at
