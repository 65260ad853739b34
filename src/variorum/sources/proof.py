"""The document that a finished galley gives: its rows, and the bytes that its text came from."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from variorum.sources.charset import NO_CHARACTER, REPLACEMENT, Decoded, source_offsets
from variorum.sources.columns import Columns
from variorum.sources.document import Block, Document, Facts, Milestone, Origins, Style
from variorum.sources.galley import EXACT, SOFT, Galley

AT_ONCE = 1 << 15
"""Runs that are traced together, or code points of those with much white space: it takes many times what it gives."""
Thing = TypeVar("Thing")
Runs = NDArray[np.int64]
"""A row a run: text start, text end, source start, source end (in code points), exactness."""


class Ground(NamedTuple):
    """What is known of a file's source as a whole, by which the runs of its documents are traced to its bytes."""

    source: str
    starts: NDArray[np.int64]
    """Where white space begins that is more than one space; and once more behind the end of the source."""
    ends: NDArray[np.int64]
    cuts: NDArray[np.int64]
    """Where the encoding changes, and what was replaced begins and ends."""
    replaced: frozenset[int]
    to_bytes: Callable[[NDArray[np.int64]], NDArray[np.int64]]
    charset: str


def ground(decoded: Decoded) -> Ground:
    """What is known of a file's source as a whole."""
    return Ground(decoded.text, *_uneven(decoded.text), *_cuts(decoded), source_offsets(decoded), decoded.charset)


def proof(galley: Galley, below: Ground, facts: Facts, member: str = "") -> Document | None:
    """The document that was set in a galley; None if there is no text in it."""
    text = galley.finish()
    if not text:
        return None
    galley.parts = []
    blocks, milestones, styles = blocks_of(galley), milestones_of(galley), styles_of(galley)
    origins = origins_of(galley, text, below)
    galley.runs = array("q")
    return Document(member, text, facts, origins, blocks, milestones, styles, below.charset)


def blocks_of(galley: Galley) -> Columns[Block]:
    """The blocks of a finished galley, each with how many contain it, headings with their own levels."""
    rows, ends = Columns(Block), list[int]()
    for leaf in given_up(galley.blocks):
        while ends and ends[-1] <= leaf.start:
            ends.pop()
        kind, label, level, _ = leaf.setting
        rows.append(leaf.start, leaf.end, kind or "paragraph", level if kind == "heading" else len(ends), label)
        if leaf.contains:
            ends.append(leaf.end)
    return rows


def milestones_of(galley: Galley) -> Columns[Milestone]:
    """The milestones of a finished galley."""
    stones = given_up(galley.stones)
    return Columns(Milestone, (Milestone(stone.start, stone.unit, stone.n, stone.facsimile) for stone in stones))


def styles_of(galley: Galley) -> Columns[Style]:
    """The styles of a finished galley."""
    ended = ((mark, mark.start if mark.point else mark.end) for mark in given_up(galley.marks))
    return Columns(Style, (Style(mark.start, end, mark.style, mark.target) for mark, end in ended if mark.style))


def given_up(things: list[Thing]) -> Iterator[Thing]:
    """The things of a list in order, each gone from it as it is taken: their rows need not stand beside them."""
    things.reverse()
    while things:
        yield things.pop()


def origins_of(galley: Galley, text: str, below: Ground) -> Origins:
    """Where each run of the text came from; what stands between two blocks came from nowhere."""
    if len(galley.runs) == 5 and galley.runs[-1] == EXACT and not len(below.cuts):
        return _single(galley.runs, below)
    runs = np.frombuffer(galley.runs, np.int64).reshape(-1, 5)
    start, source, size, width, exact = runs.T
    follow = (start[1:] == (start + size)[:-1]) & (source[1:] == (source + width)[:-1])
    apart = 1 + np.flatnonzero(~(follow & (exact[1:] == EXACT) & (exact[:-1] == EXACT)))
    weight = np.cumsum(np.where(exact == SOFT, width, 1))
    enough = np.searchsorted(weight, np.arange(AT_ONCE, weight[-1], AT_ONCE))
    firsts = np.append(apart, len(runs))[np.searchsorted(apart, enough)]
    bounds = np.unique([0, *firsts.tolist(), len(runs)]).tolist()
    columns = [bytearray() for _ in Origins._fields]
    for first, last in pairwise(bounds):
        for column, part in zip(columns, _traced(runs[first : last + 1], last - first, text, below), strict=True):
            column += np.asarray(part).tobytes()
    start, end, source, source_end = (np.frombuffer(column, np.int64) for column in columns[:4])
    return Origins(start, end, source, source_end, np.frombuffer(columns[4], np.bool_))


def _single(run: array[int], below: Ground) -> Origins:
    """Where the one exact run of a text came from, as most have but one where a file holds thousands of them."""
    start, source, size, width, _ = run
    places = below.to_bytes(np.array([source, source + width], np.int64))
    return Origins([start], [start + size], places[:1], places[1:], [True])


def _traced(runs: Runs, count: int, text: str, below: Ground) -> Origins:
    """Where the first `count` runs came from, and what stands between them and the run that follows."""
    start, source, size, width, exact = runs.T
    rows = np.stack([start, start + size, source, source + width, exact], axis=1)
    rows = _even(_joined(rows), below)
    rows = np.concatenate([rows, _spaces(rows, text, below.source)])
    rows = _cut(rows[np.argsort(rows[:, 0], kind="stable")], below)
    if count < len(runs):
        rows = rows[: np.searchsorted(rows[:, 0], start[count])]
    to_bytes = below.to_bytes
    return Origins(rows[:, 0].copy(), rows[:, 1].copy(), to_bytes(rows[:, 2]), to_bytes(rows[:, 3]), rows[:, 4] > 0)


def _joined(rows: Runs) -> Runs:
    """Exact runs that follow one another in both places are one."""
    before, after = rows[:-1], rows[1:]
    follows = (
        (before[:, 1] == after[:, 0]) & (before[:, 3] == after[:, 2]) & (before[:, 4] == EXACT) & (after[:, 4] == EXACT)
    )
    firsts = np.flatnonzero(np.concatenate([[True], ~follows]))
    lasts = np.append(firsts[1:], len(rows)) - 1
    joined = rows[firsts]
    joined[:, [1, 3]] = rows[lasts][:, [1, 3]]
    return joined


def _even(rows: Runs, below: Ground) -> Runs:
    """The runs whose white space was collapsed, divided into what is exact and the white space between."""
    soft = rows[:, 4] == SOFT
    if not soft.any():
        return rows
    starts, ends = below.starts, below.ends
    text_start, _, source_start, source_end, _ = rows[soft].T
    low, high = np.searchsorted(starts, source_start), np.searchsorted(starts, source_end)
    pieces = 2 * (high - low) + 1
    first = np.cumsum(pieces) - pieces
    row = np.repeat(np.arange(len(pieces)), pieces)
    place = np.arange(len(row)) - first[row]
    space, beside = place % 2 == 1, low[row] + place // 2
    start = np.where(place == 0, source_start[row], np.where(space, starts[beside], ends[beside - 1]))
    end = np.where(place == pieces[row] - 1, source_end[row], np.where(space, ends[beside], starts[beside]))
    width = np.where(space, 1, end - start)
    before = np.cumsum(width) - width
    text = text_start[row] + before - before[first][row]
    divided = np.stack([text, text + width, start, end, np.where(space, 0, EXACT)], axis=1)
    together = np.concatenate([rows[~soft], divided])
    return together[np.argsort(together[:, 0], kind="stable")]


def _uneven(source: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where white space that is more than one space starts and ends; and once more behind the end of the source."""
    codes = np.frombuffer(source.encode("latin-1", "replace"), np.uint8)
    spaces = np.zeros(len(codes) + 2, np.int8)
    spaces[1:-1] = (codes == 32) | (codes == 10) | (codes == 9) | (codes == 13)
    steps = np.diff(spaces)
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    uneven = (ends - starts > 1) | (codes[starts] != 32)
    return np.append(starts[uneven], len(codes)), np.append(ends[uneven], len(codes))


def _spaces(rows: Runs, text: str, source: str) -> Runs:
    """The single spaces and line ends between runs: they came from what stands between these in the source."""
    before, after = rows[:-1], rows[1:]
    between = (after[:, 0] - before[:, 1] == 1) & (after[:, 2] > before[:, 3])
    before, after = before[between], after[between]
    spaces = np.stack([before[:, 1], after[:, 0], before[:, 3], after[:, 2], np.zeros(len(before), np.int64)], axis=1)
    for place in np.flatnonzero(spaces[:, 3] - spaces[:, 2] == 1).tolist():
        spaces[place, 4] = text[spaces[place, 0]] == source[spaces[place, 2]]
    return spaces


def _cut(rows: Runs, below: Ground) -> Runs:
    """The runs cut where the encoding changes, and around what was replaced because it is no character."""
    edges, replaced = below.cuts, below.replaced
    if not len(edges):
        return rows
    first, last = np.searchsorted(edges, rows[:, 2], "left"), np.searchsorted(edges, rows[:, 3], "left")
    kept = rows[(first >= last) | (rows[:, 4] == 0)]
    parts = [kept]
    for place in np.flatnonzero((first < last) & (rows[:, 4] > 0)).tolist():
        start, _, source, source_end, _ = rows[place].tolist()
        places = sorted({source, source_end, *edges[first[place] : last[place]].tolist()})
        shift = start - source
        parts.append(np.array([(a + shift, b + shift, a, b, a not in replaced) for a, b in pairwise(places)], np.int64))
    joined = np.concatenate(parts)
    return joined[np.argsort(joined[:, 0], kind="stable")]


def _cuts(decoded: Decoded) -> tuple[NDArray[np.int64], frozenset[int]]:
    cuts: set[int] = set()
    replaced: set[int] = set()
    at = 0
    for segment in decoded.segments:
        cuts.add(at)
        if REPLACEMENT in decoded.text:
            replaced.update(at + found.start() for found in NO_CHARACTER.finditer(segment.raw))
        at += len(segment.raw)
    cuts.discard(0)
    edges = sorted(cuts | replaced | {place + 1 for place in replaced})
    return np.array(edges, np.int64), frozenset(replaced)
