"""What two documents share: words that seem to be left out may only stand in another place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

Stretches = Mapping[tuple[str, str], list[tuple[int, int]]]
"""By a document and another: the stretches of the first that the other carries, too."""

MOSTLY = 0.8
"""So much of some words has to stand elsewhere."""
_COLUMNS = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "gaps")


def shared(passages: pa.Table, *, translated: bool = False) -> Stretches:
    """The stretches that each two documents share, on both sides, without the gaps inside: word for word, or all.

    >>> row = {"doc_a": "a", "start_a": 0, "end_a": 9, "doc_b": "b", "start_b": 2, "end_b": 11, "gaps": []}
    >>> row["kind"] = "exact"
    >>> shared(pa.Table.from_pylist([row], schema=pa.schema([(name, pa.array([row[name]]).type) for name in row])))
    {('a', 'b'): [(0, 9)], ('b', 'a'): [(2, 11)]}
    """
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    rows = passages if translated else passages.filter(pc.not_equal(passages["kind"], "translation"))
    for row in rows.select(_COLUMNS).to_pylist():
        for one, other in ("ab", "ba"):
            found[row[f"doc_{one}"], row[f"doc_{other}"]] += _whole(row, one)
    return {key: sorted(spans) for key, spans in found.items()}


def _whole(row: Mapping[str, Any], side: str) -> Iterator[tuple[int, int]]:
    """The stretches of one side between its gaps."""
    start = row[f"start_{side}"]
    for gap in row["gaps"] or ():
        yield start, gap[f"start_{side}"]
        start = gap[f"end_{side}"]
    yield start, row[f"end_{side}"]


def elsewhere(stretches: Stretches, having: str, lacking: str, start: int, end: int) -> bool:
    """Whether most of what one document has at a place stands in the other after all.

    >>> elsewhere({("a", "b"): [(0, 9)]}, "a", "b", 2, 8), elsewhere({}, "a", "b", 2, 8)
    (True, False)
    """
    covered, at = 0, start
    for first, last in stretches.get((having, lacking), ()):
        first, last = max(first, at), min(last, end)
        if first < last:
            covered, at = covered + last - first, last
    return covered >= MOSTLY * (end - start)
