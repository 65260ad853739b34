"""The leaves at the edges of a document that may be its publisher's: what is judged when the whole library is read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import pyarrow as pa

from variorum.sources.document import Block, Document, Style, ids, in_order, rows_of
from variorum.tables import EDGES

EDGE = 12
"""How many leaves at the beginning and at the end of a document are looked at."""
LONGEST = 300
"""Code points from which a leaf is a paragraph of its author's, however often it may stand."""
_WORD = re.compile(r"[^\W_]+")
_KINDS = frozenset(("paragraph", "item", "cell", "furniture"))
_NAMING = frozenset(("work", "part", "title", "author"))
_WITHIN = frozenset(("rule", "page number", "illustration", "running head"))
"""Furniture that stands within texts as well, and does not end them."""


class Edge(NamedTuple):
    """A row of the table of edges."""

    block: int
    start: int
    end: int
    kind: str
    label: str | None
    side: str
    outside: bool
    linked: bool
    words: str


def edges(path: str, documents: Sequence[Document]) -> pa.Table:
    """The rows of the table of edges for some documents of one file."""
    return rows_of(
        EDGES, ids(path, documents), [edges_of(each.text, in_order(each.blocks), each.styles) for each in documents]
    )


def edges_of(text: str, blocks: Sequence[Block], styles: Sequence[Style]) -> list[Edge]:
    """The leaves at the edges of a text that may be furniture; `blocks` are in their order.

    >>> blocks = [Block(0, 4, "paragraph"), Block(6, 20, "paragraph"), Block(22, 28, "heading", 1)]
    >>> [edge[5:] for edge in edges_of("Home  The archive...  Letter", blocks, [Style(0, 4, "link", "index.html")])]
    [('head', False, True, 'home'), ('head', False, False, 'the archive')]
    """
    links = sorted((style.start, style.end) for style in styles if style.style == "link" and style.start < style.end)
    half = (len(blocks) + 1) // 2
    head = list(islice((place for place in range(half) if not _holds(blocks, place)), EDGE))
    foot = list(islice((place for place in range(len(blocks) - 1, half - 1, -1) if not _holds(blocks, place)), EDGE))
    return sorted([*_side("head", text, blocks, head[::-1], links), *_side("foot", text, blocks, foot[::-1], links)])


def _side(
    side: str, text: str, blocks: Sequence[Block], places: Sequence[int], links: Sequence[tuple[int, int]]
) -> Iterator[Edge]:
    """The leaves of one edge, from the text outwards."""
    outside = False
    for place in places:
        start, end, kind, _, label = blocks[place]
        outside = outside or (kind == "furniture" and label not in _WITHIN)
        if kind in _KINDS and label not in _NAMING and 0 < end - start <= LONGEST:
            words = " ".join(_WORD.findall(text[start:end].casefold()))
            if words:
                yield Edge(place, start, end, kind, label, side, outside, is_linked(start, end, links), words)


def _holds(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block holds the next one."""
    return place + 1 < len(blocks) and blocks[place + 1].start < blocks[place].end


def is_linked(first: int, last: int, links: Sequence[tuple[int, int]]) -> bool:
    """Whether most of a leaf leads elsewhere."""
    covered = 0
    for start, end in links[max(0, bisect_left(links, (first, 0)) - 1) :]:
        if start >= last:
            break
        covered += max(0, min(end, last) - max(start, first))
    return covered >= 0.6 * (last - first)
