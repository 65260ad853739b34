"""The runs of paragraphs that quotations may go through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.layers.glyphs import SINGLE
from variorum.layers.marks import Mark

PARAGRAPH, VERSE, QUOTE, NOTE, CELL, HEADING, FURNITURE, PASSED_OVER, OTHER = range(9)
"""What a block is to quotations; those that are neither this nor that are paragraphs, too."""
_AMONG_KINDS = pc.SetLookupOptions(
    pa.array(["paragraph", "verse", "quote", "note", "cell", "heading", "furniture", "passed over", "item"])
)
_PASSED_OVER = frozenset({"page number", "illustration"})
"""Sorts of furniture that may stand in the middle of a quotation."""
_APART = frozenset({QUOTE, NOTE, CELL})
"""Blocks whose quotations neither begin nor end outside them."""
_STOPS = frozenset({HEADING, FURNITURE, PASSED_OVER})
"""Blocks that no quotation crosses, if they hold anything or are not passed over."""
NEAR = 20
"""How many blocks a mark may matter to: no quotation is carried so far without another."""
_BRACKETED = re.compile(r"[\[{].*[\]}]\s*", re.DOTALL)
_BRACKETS = frozenset("[{")

_Run = list[tuple[int, int]]
"""Stretches of paragraphs that a quotation may run through: the first, and that after the last."""


class Runs(NamedTuple):
    """The paragraphs of one run after another, in columns."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    stops: NDArray[np.int64]
    """After which paragraph each run ends."""


class Layout(NamedTuple):
    """Blocks of a document, in columns."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    kinds: NDArray[np.int32]

    def at(self, places: NDArray[np.bool_]) -> Layout:
        """Some of them."""
        return Layout(self.starts[places], self.ends[places], self.kinds[places])


def laid_out(blocks: pa.Table, marks: NDArray[np.int64]) -> Layout:
    """The blocks that matter to the marks that stand there: those near one, those that hold others, block quotations.

    >>> columns = {"start": [0, 9], "end": [7, 12], "kind": ["heading", "paragraph"], "label": ["", ""]}
    >>> [column.tolist() for column in laid_out(pa.table(columns), np.array([10]))]
    [[0, 9], [7, 12], [5, 0]]
    """
    begin, end = (blocks[name].to_numpy() for name in ("start", "end"))
    has = np.searchsorted(marks, begin) < np.searchsorted(marks, end)
    holds = _holds(begin, end)
    before = np.append(0, np.cumsum(has & ~holds))
    places = np.arange(len(begin))
    near = before[np.minimum(places + NEAR, len(begin))] > before[np.maximum(places - NEAR, 0)]
    kinds = _kinds(blocks)
    return Layout(begin, end, kinds).at(near | holds | (kinds == QUOTE))


def _holds(begin: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which blocks hold the one after them."""
    return np.append(begin[1:] < end[:-1], False)[: len(begin)]


def _kinds(blocks: pa.Table) -> NDArray[np.int32]:
    places = pc.index_in(blocks["kind"], options=_AMONG_KINDS)
    kinds: NDArray[np.int32] = (pc.fill_null(places, OTHER) if places.null_count else places).to_numpy()
    furniture = np.flatnonzero(kinds == FURNITURE)
    if len(furniture):
        labels = blocks["label"].take(pa.array(furniture)).to_pylist()
        kinds = kinds.copy()
        kinds[furniture] = [PASSED_OVER if label in _PASSED_OVER else FURNITURE for label in labels]
    return kinds


def settled(text: str, layout: Layout, found: Sequence[Mark]) -> Layout:
    """The blocks as what they are to the quotations round them.

    A line set as a heading whose marks do not pair is a line of a longer quotation: “TO ALL WORKERS! A paragraph in
    square or curly brackets is an editor's note.
    """
    kinds = layout.kinds.copy()
    double = np.array([mark.start for mark in found if mark.family != SINGLE])
    inside = np.searchsorted(double, layout.ends) - np.searchsorted(double, layout.starts)
    kinds[(kinds == HEADING) & (inside % 2 > 0)] = PARAGRAPH
    places = np.flatnonzero(layout.kinds == PARAGRAPH)
    spans = zip(places.tolist(), layout.starts[places].tolist(), layout.ends[places].tolist(), strict=True)
    for at, start, end in spans:
        if text[start : start + 1] in _BRACKETS and _BRACKETED.fullmatch(text, start, end):
            kinds[at] = NOTE
    return layout._replace(kinds=kinds)


def runs(text: str, layout: Layout) -> Runs:
    """Paragraphs that a quotation may run through, each run apart from headings, notes and other voices' blocks."""
    layout = _stanzas(text, layout)
    holds = _holds(layout.starts, layout.ends)
    turns = holds | _after(layout, holds) | ((layout.kinds != PARAGRAPH) & (layout.kinds != OTHER))
    way = _Way([], {}, [], {}, layout.ends.copy())
    columns = (column[turns].tolist() for column in (layout.starts, layout.ends, layout.kinds, holds))
    done = 0
    for at, *block in zip(np.flatnonzero(turns).tolist(), *columns, strict=True):
        _extend(way, done, at)
        _turn(text, way, at, *block)
        done = at + 1
    _extend(way, done, len(layout.starts))
    return _numbered(layout.starts, way.ends, [run for run in (*way.done, *way.runs.values()) if run])


def _numbered(starts: NDArray[np.int64], ends: NDArray[np.int64], runs: list[_Run]) -> Runs:
    """The paragraphs that runs are made of, one after another."""
    begin, end = np.array([stretch for run in runs for stretch in run], np.int64).reshape(-1, 2).T
    lengths = end - begin
    stops = np.cumsum(lengths)
    order = np.arange(stops[-1] if len(stops) else 0) + np.repeat(begin - stops + lengths, lengths)
    last = np.cumsum([len(run) for run in runs], dtype=np.int64) - 1
    return Runs(starts[order], ends[order], stops[last])


def _after(layout: Layout, holds: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which blocks are the first after one that held others."""
    after = np.zeros(len(holds) + 1, np.bool_)
    after[np.searchsorted(layout.starts, layout.ends[holds])] = True
    return after[:-1]


def _stanzas(text: str, layout: Layout) -> Layout:
    """The blocks with lines of verse that follow one another made one."""
    holds = _holds(layout.starts, layout.ends)
    line = (layout.kinds == VERSE) & ~holds
    joins = np.append(False, line[1:] & line[:-1])[: len(line)] & ~_after(layout, holds)
    places = np.flatnonzero(joins)
    between = zip(layout.ends[places - 1].tolist(), layout.starts[places].tolist(), strict=True)
    joins[places] = [text.count("\n", *edges) < 2 for edges in between]
    ends = layout.ends[np.append(~joins[1:], True)[: len(joins)]]
    return layout.at(~joins)._replace(ends=ends)


class _Way(NamedTuple):
    """What is known on the way through the blocks."""

    done: list[_Run]
    runs: dict[int, _Run]
    """By scope, -1 or the place of a block of another voice, the run that goes on there."""
    holders: list[tuple[int, int]]
    """The blocks that hold the next one: the scope of what they hold, and their ends."""
    verses: dict[int, int]
    """By scope its last line of verse."""
    ends: NDArray[np.int64]
    """Where blocks end, with what has joined them."""


def _scope(way: _Way) -> int:
    return way.holders[-1][0] if way.holders else -1


def _extend(way: _Way, first: int, end: int) -> None:
    if first < end:
        way.runs.setdefault(_scope(way), []).append((first, end))


def _turn(text: str, way: _Way, at: int, start: int, end: int, kind: int, holds: bool) -> None:
    """Go past a block that is no mere paragraph, or that stands after one that held others."""
    while way.holders and way.holders[-1][1] <= start:
        way.done.append(way.runs.pop(way.holders.pop()[0], []))
    scope = _scope(way)
    if holds:  # a scope of its own only if its voice is another
        way.holders.append((at if kind in _APART or kind in _STOPS else scope, end))
    elif kind in _APART:
        way.done.append([(at, at + 1)])
    elif kind in _STOPS:
        way.done.append([] if kind == PASSED_OVER else way.runs.pop(scope, []))
        way.done.append([(at, at + 1)] if kind == HEADING else [])
    elif kind != VERSE or not _joins(text, way, scope, at, start):
        _extend(way, at, at + 1)


def _joins(text: str, way: _Way, scope: int, at: int, start: int) -> bool:
    """Whether a line of verse is one paragraph with the line before; those two stand together."""
    run, before = way.runs.get(scope), way.verses.get(scope)
    joins = run and run[-1][1] - 1 == before and text.count("\n", int(way.ends[before]), start) < 2
    if joins:
        way.ends[before] = way.ends[at]
    else:
        way.verses[scope] = at
    return bool(joins)
