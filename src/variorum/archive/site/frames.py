"""What the paragraphs of a page stand in: quotations set off, notes, stanzas, lists, tables, furniture folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from variorum.archive.leaves import Leaf
from variorum.archive.site.edition import Edition, Layout, opening

LONG_FURNITURE = 3
"""From how many leaves on furniture in the middle of a text is folded away; before and after it, it always is."""

WHOLLY = 0.8
"""How much of a paragraph a quotation must cover to set it off; one that begins at its end leaves it the author's."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_CONTAINERS = {"quote": "blockquote", "note": "div", "item": "div"}


class Frame(NamedTuple):
    """What leaves stand in; neighbours with equal frames stand in one."""

    start: int
    end: int
    kind: str
    tag: str
    attributes: str = ""
    before: str = ""

    @property
    def open(self) -> str:
        return f'<{self.tag} class="{self.kind}"{self.attributes}>{self.before}'

    @property
    def close(self) -> str:
        return f"</{self.tag}>"


def frames(edition: Edition, number: int) -> list[tuple[Frame, ...]]:
    """For each leaf of a document what it stands in, outermost first."""
    layout, text = edition.layouts[number], edition.texts[number]
    furniture, quoted, grouped = _furniture(text, layout), _quoted(edition, number), _groups(text, layout.leaves)
    return [
        furniture.get(at) or (*sorted([*_containers(leaf), *quoted.get(at, ())], key=_outer_first), *grouped[at])
        for at, leaf in enumerate(layout.leaves)
    ]


def _outer_first(frame: Frame) -> tuple[int, int, str]:
    return frame.start, -frame.end, frame.kind


def _furniture(text: str, layout: Layout) -> dict[int, tuple[Frame, ...]]:
    """The frame of each leaf of furniture, one for a run of them."""
    found: dict[int, tuple[Frame, ...]] = {}
    last = len(layout.leaves) - 1
    for is_furniture, group in groupby(range(last + 1), key=lambda at: layout.leaves[at].kind == "furniture"):
        run = list(group)
        start, end = layout.starts[run[0]], layout.leaves[run[-1]].end
        if not is_furniture:
            continue
        if run[0] == 0 or run[-1] == last or len(run) >= LONG_FURNITURE:
            said = f"<summary>{_sorts(layout, run)}: <span>{escape(opening(text, start, end))}</span></summary>"
            frame = Frame(start, end, "furniture", "details", " data-pagefind-ignore", said)
        else:
            frame = Frame(start, end, "furniture", "div", " data-pagefind-ignore")
        found.update(dict.fromkeys(run, (frame,)))
    return found


def _sorts(layout: Layout, run: Sequence[int]) -> str:
    sorts = dict.fromkeys(layout.leaves[at].label or "" for at in run)
    return escape(", ".join(filter(None, sorts)).capitalize()) or "Round the text"


def _containers(leaf: Leaf) -> Iterator[Frame]:
    for block in leaf.inside:
        if block.kind in _CONTAINERS:
            label = f'<span class="label">{escape(block.label)}</span>' if block.label else ""
            yield Frame(block.start, block.end, block.kind, _CONTAINERS[block.kind], "", label)


def _quoted(edition: Edition, number: int) -> dict[int, list[Frame]]:
    """The quotations that set paragraphs off, where the source has not set them off itself."""
    found: dict[int, list[Frame]] = {}
    layout = edition.layouts[number]
    for start, end, _, _, _, form in edition.quotations.of(number):
        if form == "inline" or start >= end or not layout.leaves:
            continue
        for at in range(layout.at(start), layout.at(end - 1) + 1):
            leaf = layout.leaves[at]
            covered = min(end, leaf.end) - max(start, leaf.start)
            is_set_off = leaf.kind == "quote" or any(block.kind == "quote" for block in leaf.inside)
            if covered >= WHOLLY * (leaf.end - leaf.start) and leaf.kind != "furniture" and not is_set_off:
                found.setdefault(at, []).append(Frame(start, end, "quote", "blockquote"))
    return found


def _groups(text: str, leaves: Sequence[Leaf]) -> list[tuple[Frame, ...]]:
    """Lines of verse in stanzas, items in lists, cells in rows and tables."""
    found: list[tuple[Frame, ...]] = []
    first = row = 0
    for at, leaf in enumerate(leaves):
        before = leaves[at - 1] if at else leaf
        between = text[before.end : leaf.start]
        new_stanza = leaf.kind == "verse" and _BLANK_LINE.search(between)
        if leaf.kind != before.kind or leaf.inside != before.inside or new_stanza:
            first = row = at
        row = at if "\n" in between else row
        found.append(tuple(_group(leaf.kind, first, row)))
    return found


def _group(kind: str, first: int, row: int) -> Iterator[Frame]:
    if kind == "verse":
        yield Frame(first, first, "stanza", "div")
    elif kind == "item":
        yield Frame(first, first, "items", "ul")
    elif kind == "cell":
        yield Frame(first, first, "cells", "table")
        yield Frame(row, row, "row", "tr")
