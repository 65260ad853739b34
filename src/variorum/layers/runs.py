"""The runs of paragraphs that quotations may go through, and of each paragraph what the reading of its marks asks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from variorum.layers.glyphs import SINGLE
from variorum.layers.marks import Mark
from variorum.layers.plain import Unit

_APART = frozenset({"quote", "note", "cell"})
"""Kinds of block whose quotations neither begin nor end outside them."""
_STOPS = frozenset({"heading", "furniture"})
"""Kinds of block that no quotation crosses."""
_PASSED_OVER = frozenset({"page number", "illustration"})
"""Sorts of furniture that may stand in the middle of a quotation."""
DITTOS = 50
"""So many marks may stand in a paragraph that has few letters between them."""
NEAR = 20
"""How many blocks a mark may matter to: no quotation is carried so far without another."""
_COLUMNS = ["start", "end", "kind", "label"]
_START = itemgetter(0)
_QUOTE = pa.scalar("quote", pa.string())  # made here: each time it is made pyarrow looks for pandas
_BRACKETED = re.compile(r"[\[{].*[\]}]\s*", re.DOTALL)


class Block(NamedTuple):
    """A block of a document, without what does not matter to quotations."""

    start: int
    end: int
    kind: str
    label: str | None


def laid_out(blocks: pa.Table, starts: Sequence[int]) -> list[Block]:
    """The blocks that matter to the marks that stand there: those near one, those that hold others, block quotations.

    >>> columns = {"start": [0, 9], "end": [7, 12], "kind": ["heading", "paragraph"], "label": ["", ""]}
    >>> laid_out(pa.table(columns), [10])
    [Block(start=0, end=7, kind='heading', label=''), Block(start=9, end=12, kind='paragraph', label='')]
    """
    begin, end = (blocks[name].to_numpy() for name in ("start", "end"))
    has = np.searchsorted(starts, begin) < np.searchsorted(starts, end)
    holds = np.append(begin[1:] < end[:-1], False)[: len(begin)]
    before = np.append(0, np.cumsum(has & ~holds))
    places = np.arange(len(begin))
    near = before[np.minimum(places + NEAR, len(begin))] > before[np.maximum(places - NEAR, 0)]
    quotes = pc.equal(blocks["kind"], _QUOTE).to_numpy()
    columns = (column.to_pylist() for column in blocks.select(_COLUMNS).filter(pa.array(near | holds | quotes)))
    return [Block(*row) for row in zip(*columns, strict=True)]


def marked(run: list[tuple[int, int]], starts: list[int]) -> list[int]:
    """Which paragraphs of a run have marks."""
    marked: list[int] = []
    at, last = (bisect_left(starts, edge) for edge in (run[0][0], run[-1][1])) if run else (0, 0)
    while at < last:
        place = bisect_right(run, starts[at], key=_START) - 1
        at += 1
        if starts[at - 1] < run[place][1]:
            marked.append(place)
            at = max(at, bisect_left(starts, run[place][1]))
    return marked


def settled(text: str, block: Block, found: list[Mark], starts: list[int]) -> Block:
    """What a block is to the quotations round it.

    A line set as a heading whose marks do not pair is a line of a longer quotation: “TO ALL WORKERS! A paragraph in
    square or curly brackets is an editor's note.
    """
    if (
        block.kind == "paragraph"
        and text[block.start : block.start + 1] in "[{"
        and _BRACKETED.fullmatch(text, block.start, block.end)
    ):
        return block._replace(kind="note")
    if block.kind != "heading":
        return block
    mine = found[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
    return block._replace(kind="paragraph") if sum(mark.family != SINGLE for mark in mine) % 2 else block


def unit(text: str, found: list[Mark], starts: list[int], run: list[tuple[int, int]], place: int) -> Unit:
    """A paragraph of a run, for the reading of its marks."""
    start, end = run[place]
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    leading, at = first, start
    while leading < last and not text[at : found[leading].start].strip(" \t\r\n\u00a0\u202f\u200a\u2060_*[("):
        at = found[leading].end
        leading += 1
    if not text[at:end].strip() or end - start < 3 * (last - first - DITTOS):
        return Unit(start, end, last, last, 0, False)  # hardly anything but marks: dittos in a table, a drawing
    trimmed = start + len(text[start:end].rstrip(" \t\r\n\u00a0\u202f\u200a\u2060_*"))
    return Unit(start, trimmed, first, last, leading - first, text[start : start + 1].islower())


def runs(text: str, blocks: list[Block]) -> Iterable[list[tuple[int, int]]]:
    """Paragraphs that a quotation may run through, each run apart from headings, notes and other voices' blocks."""
    done: list[list[tuple[int, int]]] = []
    runs: dict[int, list[tuple[int, int]]] = {}
    open_blocks: list[tuple[int, Block]] = []
    verse_end: dict[int, int] = {}
    for at, block in enumerate(blocks):
        while open_blocks and open_blocks[-1][1].end <= block.start:
            done.append(runs.pop(open_blocks.pop()[0], []))
        scope = open_blocks[-1][0] if open_blocks else -1
        inside = at + 1 < len(blocks) and blocks[at + 1].start < block.end
        if inside:
            _enter(open_blocks, at, block)
        elif block.kind in _STOPS:
            done += _stop(runs, scope, block)
        elif block.kind in _APART:
            done.append([(block.start, block.end)])
        else:
            _add(text, runs.setdefault(scope, []), verse_end, scope, block)
    return done + list(runs.values())


def _enter(open_blocks: list[tuple[int, Block]], at: int, block: Block) -> None:
    """A block that holds others is a scope of its own only if its voice is another."""
    scope = open_blocks[-1][0] if open_blocks else -1
    open_blocks.append((at if block.kind in _APART | _STOPS else scope, block))


def _stop(runs: dict[int, list[tuple[int, int]]], scope: int, block: Block) -> list[list[tuple[int, int]]]:
    if block.kind == "furniture":
        return [] if block.label in _PASSED_OVER else [runs.pop(scope, [])]
    return [runs.pop(scope, []), [(block.start, block.end)]]


def _add(text: str, run: list[tuple[int, int]], verse_end: dict[int, int], scope: int, block: Block) -> None:
    """A paragraph joins its run; lines of verse that stand together are one paragraph."""
    joins = block.kind == "verse" and run and verse_end.get(scope) == run[-1][1]
    if joins and text.count("\n", run[-1][1], block.start) < 2:
        run[-1] = (run[-1][0], block.end)
    else:
        run.append((block.start, block.end))
    if block.kind == "verse":
        verse_end[scope] = block.end
