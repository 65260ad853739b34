"""Where the words of each quotation stand elsewhere: the passages that touch it, by the document beyond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

BEYOND = 1 << 40
"""More code points than any text has."""
LEAST, ENOUGH = 0.15, 40
"""What share of a quotation a passage has to cover to have a part in it, or how many code points of it."""
SLACK, PART = 12, 0.4
"""So many code points the ends of two pieces may overlap; or, where they are about a quotation, what part of the lesser
one: the same few words may end the one and begin the other."""
FAR, WIDER = 2000, 10
"""How many code points of the source may lie between two pieces, and how many times the quotation's own."""


class Piece(NamedTuple):
    """A passage as it touches a quotation: its two spans, the quoting side first, and its gaps that lie inside."""

    start: int
    end: int
    other_start: int
    other_end: int
    score: int
    gaps: tuple[tuple[int, int, int, int], ...]


class Candidate(NamedTuple):
    """A document that may be where a quotation comes from, with the pieces that the two share, in order."""

    doc: str
    translated: bool
    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        """Where in that document the first of them begins."""
        return min(piece.other_start for piece in self.pieces)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return max(piece.other_end for piece in self.pieces)

    def covers(self, start: int, end: int) -> int:
        """How many code points of a stretch the pieces cover."""
        covered, at = 0, start
        for piece in self.pieces:
            covered += max(0, min(piece.end, end) - max(piece.start, at))
            at = max(at, piece.end)
        return covered


def candidates(quotations: pa.Table, passages: pa.Table) -> dict[int, list[Candidate]]:
    """Of each quotation, by its row, the documents that share enough with it."""
    found: defaultdict[int, defaultdict[tuple[str, bool], list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for side, other in (("a", "b"), ("b", "a")):
        rows, which = _touching(quotations, passages, side)
        for row, key, piece in zip(rows.tolist(), *_pieces(passages.take(pa.array(which)), side, other), strict=True):
            found[row][key].append(piece)
    lengths = pc.subtract(quotations["inner_end"], quotations["inner_start"]).to_pylist()
    return {
        row: [
            Candidate(doc, translated, _in_line(pieces, FAR + WIDER * lengths[row]))
            for (doc, translated), pieces in sorted(of.items())
        ]
        for row, of in sorted(found.items())
    }


def _touching(quotations: pa.Table, passages: pa.Table, side: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs of a quotation and a passage that share a stretch worth speaking of, on one side of the passages."""
    docs = pc.unique(quotations["doc"])
    owners, of = (
        np.asarray(pc.fill_null(pc.index_in(c, docs), -1), np.int64)
        for c in (quotations["doc"], passages[f"doc_{side}"])
    )
    start, end = (quotations[name].to_numpy() for name in ("inner_start", "inner_end"))
    first, last = (passages[f"{name}_{side}"].to_numpy() for name in ("start", "end"))
    inside = (of >= 0) & np.asarray(pc.not_equal(passages["doc_a"], passages["doc_b"]))
    rows, which = [], []
    for depth in np.unique(quotations["depth"].to_numpy()).tolist():
        mine = np.flatnonzero(quotations["depth"].to_numpy() == depth)
        mine = mine[np.lexsort((start[mine], owners[mine]))]
        keys = owners[mine] * BEYOND
        low = np.searchsorted(np.maximum.accumulate(keys + end[mine]), of * BEYOND + first, "right")
        high = np.searchsorted(keys + start[mine], of * BEYOND + last)
        count = np.where(inside, np.maximum(0, high - low), 0)
        passage = np.repeat(np.arange(len(of)), count)
        within = np.arange(len(passage)) - np.repeat(np.cumsum(count) - count, count)
        rows.append(mine[np.repeat(low, count) + within])
        which.append(passage)
    row, passage = np.concatenate([np.empty(0, np.int64), *rows]), np.concatenate([np.empty(0, np.int64), *which])
    shared = np.minimum(end[row], last[passage]) - np.maximum(start[row], first[passage])
    kept = shared >= np.clip(LEAST * (end[row] - start[row]), 1, ENOUGH)
    return row[kept], passage[kept]


def _pieces(passages: pa.Table, side: str, other: str) -> tuple[list[tuple[str, bool]], list[Piece]]:
    names = [f"{name}_{x}" for x in (side, other) for name in ("start", "end")]
    columns = [passages[name].to_pylist() for name in names]
    worth = pc.add(passages["score"], passages["support"]).to_pylist()
    translated = pc.equal(passages["kind"], "translation").to_pylist()
    gaps = [tuple(_sided(gap, names) for gap in of) for of in passages["gaps"].to_pylist()]
    pieces = [Piece(*row) for row in zip(*columns, worth, gaps, strict=True)]
    return list(zip(passages[f"doc_{other}"].to_pylist(), translated, strict=True)), pieces


def _sided(gap: dict[str, Any], names: list[str]) -> tuple[int, int, int, int]:
    return gap[names[0]], gap[names[1]], gap[names[2]], gap[names[3]]


def _in_line(pieces: list[Piece], reach: int) -> tuple[Piece, ...]:
    """The pieces that follow one another on both sides, none far off; where two compete the weightier stays."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.score, piece.start, piece.other_start)):
        if all(_apart(piece, other) for other in kept) and _is_near(piece, kept, reach):
            kept.append(piece)
    return tuple(sorted(kept))


def _apart(one: Piece, other: Piece) -> bool:
    """Whether one ends before the other begins, on both sides alike, but for a few words."""
    first, second = sorted((one, other))
    least = min(first.end - first.start, second.end - second.start)
    return first.end <= second.start + max(SLACK, PART * least) and first.other_end <= second.other_start + SLACK


def _is_near(one: Piece, kept: list[Piece], reach: int) -> bool:
    """Whether a piece stands about where another does: a table of contents quotes no chapter."""
    ahead = (max(one.other_start, other.other_start) - min(one.other_end, other.other_end) for other in kept)
    return min(ahead, default=0) <= reach


def halves(pieces: tuple[Piece, ...], start: int, end: int) -> Iterator[Piece]:
    """The pieces cut at their gaps, as far as they lie in a stretch."""
    for piece in pieces:
        at, other = piece.start, piece.other_start
        for gap in sorted(piece.gaps):
            yield from _within(piece._replace(start=at, end=gap[0], other_start=other, other_end=gap[2]), start, end)
            at, other = gap[1], gap[3]
        yield from _within(piece._replace(start=at, other_start=other), start, end)


def _within(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    if piece.start < end and piece.end > start and piece.other_start < piece.other_end:
        yield piece._replace(gaps=())
