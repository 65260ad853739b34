"""Blocks laid out and put into runs one by one, in plain Python: the oracle for `variorum.layers.runs`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from variorum.layers.glyphs import SINGLE
from variorum.layers.marks import Mark
from variorum.layers.runs import NEAR

_APART = frozenset({"quote", "note", "cell"})
_STOPS = frozenset({"heading", "furniture"})
_PASSED_OVER = frozenset({"page number", "illustration"})
_BRACKETED = re.compile(r"[\[{].*[\]}]\s*", re.DOTALL)


class Block(NamedTuple):
    """A block of a document, without what does not matter to quotations."""

    start: int
    end: int
    kind: str
    label: str | None


def laid_out(blocks: list[Block], starts: list[int]) -> list[Block]:
    """The blocks near a mark, those that hold others, block quotations."""
    holds = [following.start < one.end for one, following in pairwise(blocks)] + [False]
    has = [bisect_left(starts, one.start) < bisect_left(starts, one.end) for one in blocks]
    marked = [at for at, one in enumerate(blocks) if has[at] and not holds[at]]
    return [
        one
        for at, one in enumerate(blocks)
        if holds[at] or one.kind == "quote" or any(at - NEAR <= other < at + NEAR for other in marked)
    ]


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
