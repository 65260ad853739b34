"""How a document is laid out: its leaves, their names, and on which page each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from variorum.archive.leaves import Block, Leaf, leaves
from variorum.archive.site.names import paragraph_name

LONGEST_PAGE = 1_500_000
"""Code points of a document on one page; a longer one is continued on the next, at the end of a block."""


class Layout(NamedTuple):
    """A document's leaves; of each its start, its name in the page, and the number of its page."""

    leaves: list[Leaf]
    starts: list[int]
    names: list[str]
    pages: list[int]

    def at(self, offset: int) -> int:
        """The leaf that a code point is in, or the nearest before it."""
        return max(0, bisect_right(self.starts, offset) - 1)


def layout_of(text: str, blocks: Iterator[tuple[Any, ...]]) -> Layout:
    """The layout of a text whose blocks have these rows."""
    found = leaves(text, map(Block._make, blocks))
    names, pages, seen = [], [], dict[str, int]()
    page, turned = 1, 0
    for leaf in found:
        name = paragraph_name(text[leaf.start : leaf.end])
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
        if leaf.end - turned > LONGEST_PAGE and leaf.start > turned:
            page, turned = page + 1, leaf.start
        pages.append(page)
    return Layout(found, [leaf.start for leaf in found], names, pages)
