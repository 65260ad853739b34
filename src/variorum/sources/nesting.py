"""How the blocks of a document that is written as a tree stand in one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import le

import numpy as np

from variorum.sources.columns import Columns, column
from variorum.sources.document import Block, Style
from variorum.sources.layout import are_verse

_OUTER = ("note", "quote", "item", "cell")
"""Of blocks with one span, which contains which."""


def nested(blocks: Sequence[Block]) -> Columns[Block]:
    """The blocks from the first on, outer ones first, each with how many contain it; headings keep their own levels.

    Of blocks of one kind with one span, the first given contains the others.

    >>> [block.level for block in nested([Block(2, 5, "paragraph"), Block(0, 9, "quote")])]
    [0, 1]
    """
    rows = blocks if isinstance(blocks, Columns) else Columns(Block, blocks)
    if not _is_flat(rows):
        rows = outer_first(rows, _OUTER)
    ends: list[int] = []
    starts, lasts, kinds, levels, _ = rows.columns
    for place, (start, end, kind) in enumerate(zip(starts, lasts, kinds, strict=True)):
        while ends and ends[-1] <= start:
            ends.pop()
        if kind != "heading":
            levels[place] = len(ends)
        ends.append(end)
    return rows


def _is_flat(blocks: Sequence[Block]) -> bool:
    """Whether blocks stand one behind the other, so that they are in order."""
    return all(map(le, column(blocks, 1), islice(column(blocks, 0), 1, None)))


def outer_first(blocks: Columns[Block], outer: Sequence[str]) -> Columns[Block]:
    """The blocks in order, outer ones first; of those with one span, these kinds first.

    >>> blocks = Columns(Block, [Block(0, 4, "item"), Block(0, 4, "quote"), Block(0, 9, "note")])
    >>> [block.kind for block in outer_first(blocks, ["note", "quote"])]
    ['note', 'quote', 'item']
    """
    ranks = {kind: rank for rank, kind in enumerate(outer)}
    kinds = np.fromiter((ranks.get(kind, len(ranks)) for kind in column(blocks, 2)), np.int64, len(blocks))
    return blocks.in_order([blocks.key(0), -blocks.key(1), kinds])


def quotations(leaves: Sequence[tuple[Block, bool]]) -> Iterator[Block]:
    """The block quotations that leaves make which follow one another and are set as quoted.

    >>> list(quotations([(Block(0, 4, "paragraph"), True), (Block(6, 9, "paragraph"), True)]))
    [Block(start=0, end=9, kind='quote', level=0, label=None)]
    """
    first: Block | None = None
    last: Block | None = None
    for leaf, quoted in leaves:
        if quoted:
            first, last = first or leaf, leaf
        elif first and last:
            yield Block(first.start, last.end, "quote")
            first = None
    if first and last:
        yield Block(first.start, last.end, "quote")


def is_verse(words: str, least: int = 3) -> bool:
    r"""Whether a paragraph whose author broke its lines is verse, by the form of these lines, at `least` so many.

    >>> is_verse("The gull is a liar,\nThe tern is a thief,\nAnd nobody pays")
    True
    >>> is_verse("12 Quay Street\nGull Point")
    False
    """
    lines = list(filter(None, map(str.strip, words.split("\n"))))
    if len(lines) < least or any(len(line) >= 75 for line in lines):
        return False
    return sum(line.lstrip("\"“„«'‘(")[:1].isupper() for line in lines) >= 0.9 * len(lines) and are_verse(lines)


def merged(styles: Sequence[Style]) -> list[Style]:
    """The styles, those of one sort that touch as one: an office program cuts a stretch wherever it was edited.

    >>> merged([Style(0, 4, "italic"), Style(4, 9, "italic"), Style(9, 9, "anchor", "a")])
    [Style(start=9, end=9, style='anchor', target='a'), Style(start=0, end=9, style='italic', target=None)]
    """
    found: list[Style] = []
    for style in sorted(set(styles), key=lambda each: (each.style, each.target or "", each.start, each.end)):
        last = found[-1] if found else None
        if last and last[2:] == style[2:] and last.start < last.end == style.start < style.end:
            found[-1] = last._replace(end=style.end)
        else:
            found.append(style)
    return found
