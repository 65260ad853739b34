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
_KINDS = pa.array(["paragraph", "verse", "quote", "note", "cell", "heading", "furniture"])
_PASSED_OVER = pa.array(["page number", "illustration"])
"""Sorts of furniture that may stand in the middle of a quotation."""
_APART = frozenset({QUOTE, NOTE, CELL})
"""Blocks whose quotations neither begin nor end outside them."""
_STOPS = frozenset({HEADING, FURNITURE, PASSED_OVER})
"""Blocks that no quotation crosses, if they hold anything or are not passed over."""
NEAR = 20
"""How many blocks a mark may matter to: no quotation is carried so far without another."""
_BRACKETED = re.compile(r"[\[{].*[\]}]\s*", re.DOTALL)
_BRACKETS = frozenset("[{")

Run = list[tuple[int, int]]
"""The spans of paragraphs that a quotation may run through."""


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
    kinds = pc.fill_null(pc.index_in(blocks["kind"], _KINDS), OTHER).to_numpy()
    if (kinds == FURNITURE).any():
        passed = pc.is_in(blocks["label"], _PASSED_OVER).to_numpy()
        kinds = np.where((kinds == FURNITURE) & passed, PASSED_OVER, kinds)
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


def runs(text: str, layout: Layout) -> list[Run]:
    """Paragraphs that a quotation may run through, each run apart from headings, notes and other voices' blocks."""
    layout = _stanzas(text, layout)
    holds = _holds(layout.starts, layout.ends)
    turns = holds | _after(layout, holds) | ~np.isin(layout.kinds, (PARAGRAPH, OTHER))
    spans = list(zip(layout.starts.tolist(), layout.ends.tolist(), strict=True))
    open_runs = _Open([], {}, [], {})
    done = 0
    places, kinds, held = np.flatnonzero(turns), layout.kinds[turns], holds[turns]
    for at, kind, holding in zip(places.tolist(), kinds.tolist(), held.tolist(), strict=True):
        _extend(open_runs, spans[done:at])
        _turn(text, open_runs, at, spans[at], kind, holding)
        done = at + 1
    _extend(open_runs, spans[done:])
    return open_runs.done + list(open_runs.runs.values())


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


class _Open(NamedTuple):
    """What is known on the way through the blocks."""

    done: list[Run]
    runs: dict[int, Run]
    """By scope, -1 or the place of a block of another voice, the run that goes on there."""
    holders: list[tuple[int, int]]
    """The blocks that hold the next one: the scope of what they hold, and their ends."""
    verse_ends: dict[int, int]
    """By scope the end of its last line of verse."""


def _scope(open_runs: _Open) -> int:
    return open_runs.holders[-1][0] if open_runs.holders else -1


def _extend(open_runs: _Open, spans: Run) -> None:
    if spans:
        open_runs.runs.setdefault(_scope(open_runs), []).extend(spans)


def _turn(text: str, open_runs: _Open, at: int, span: tuple[int, int], kind: int, holds: bool) -> None:
    """Go past a block that is no mere paragraph, or that stands after one that held others."""
    done, runs, holders, _ = open_runs
    while holders and holders[-1][1] <= span[0]:
        done.append(runs.pop(holders.pop()[0], []))
    scope = _scope(open_runs)
    if holds:  # a scope of its own only if its voice is another
        holders.append((at if kind in _APART or kind in _STOPS else scope, span[1]))
    elif kind in _STOPS:
        done += [] if kind == PASSED_OVER else [runs.pop(scope, [])]
        done += [[span]] if kind == HEADING else []
    elif kind in _APART:
        done.append([span])
    elif kind == VERSE:
        _add_verse(text, open_runs, scope, span)
    else:
        runs.setdefault(scope, []).append(span)


def _add_verse(text: str, open_runs: _Open, scope: int, span: tuple[int, int]) -> None:
    """Lines of verse that stand together are one paragraph."""
    run = open_runs.runs.setdefault(scope, [])
    joins = run and open_runs.verse_ends.get(scope) == run[-1][1]
    if joins and text.count("\n", run[-1][1], span[0]) < 2:
        run[-1] = (run[-1][0], span[1])
    else:
        run.append(span)
    open_runs.verse_ends[scope] = span[1]
