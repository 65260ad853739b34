"""What the paragraphs of a page stand in: quotations set off, notes, stanzas, lists, tables, furniture folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from variorum.archive.leaves import Leaf
from variorum.archive.site import claims
from variorum.archive.site.edition import Edition
from variorum.archive.site.layout import Layout
from variorum.archive.site.openings import opening
from variorum.archive.site.render import render
from variorum.archive.site.rows import Embedded, Quotation
from variorum.archive.site.speaking import covered, depth

LONG_FURNITURE = 3
"""From how many leaves on furniture in the middle of a text is folded away; before and after it, it always is."""

MARKS = 3
"""Code points at either end by which a quotation and the block that sets it off may differ."""

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
    furniture, grouped = _furniture(text, layout), _groups(text, layout.leaves)
    quotations = [Quotation._make(row) for row in edition.quotations.of(number)]
    figures, quoted = _figures(edition, number), _quoted(layout, quotations)
    spans = {frame[:2] for around in figures.values() for frame in around}
    quotes = {quotation[:2]: quotation for quotation in quotations}
    found = []
    for at, leaf in enumerate(layout.leaves):
        inside = [*_containers(leaf, quotes), *quoted.get(at, ())]
        own = [frame._replace(kind=f"{frame.kind} own") if frame[:2] in spans else frame for frame in inside]
        found.append(furniture.get(at) or (*sorted([*figures.get(at, ()), *own], key=_outer_first), *grouped[at]))
    return found


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


def _containers(leaf: Leaf, quotes: Mapping[tuple[int, int], Quotation]) -> Iterator[Frame]:
    for block in leaf.inside:
        if block.kind == "quote" and (block.start, block.end) in quotes:
            yield _blockquote(quotes[block.start, block.end])
        elif block.kind in _CONTAINERS:
            label = f'<span class="label">{escape(block.label)}</span>' if block.label else ""
            yield Frame(block.start, block.end, block.kind, _CONTAINERS[block.kind], "", label)


def _blockquote(quotation: Quotation) -> Frame:
    said = f' title="{escape(claims.quoted_as(quotation))}"' if quotation.voice else ""
    return Frame(quotation.start, quotation.end, f"quote depth-{depth(quotation)}", "blockquote", said)


def _figures(edition: Edition, number: int) -> dict[int, list[Frame]]:
    """The documents inside a document, each a figure with a line that says what it is taken for."""
    found: dict[int, list[Frame]] = {}
    for one in map(Embedded._make, edition.embedded.of(number)):
        inside = [at for at, is_set_off in covered(edition.layouts[number], one.start, one.end) if is_set_off]
        bounded, why = claims.bounded(one), claims.why(one.reason)
        said = render("caption.html", headed=claims.headed(one, edition.periodicals), bounded=bounded, why=why)
        for at in inside:
            found.setdefault(at, []).append(Frame(one.start, one.end, "embedded", "figure", "", said))
    return found


def _quoted(layout: Layout, quotations: Sequence[Quotation]) -> dict[int, list[Frame]]:
    """The quotations that set paragraphs off, where the source has not set them off itself."""
    found: dict[int, list[Frame]] = {}
    for quotation in quotations:
        if quotation.form == "inline":
            continue
        for at, is_covered in covered(layout, quotation.start, quotation.end):
            leaf = layout.leaves[at]
            if is_covered and not _is_set_off(leaf, quotation):
                found.setdefault(at, []).append(_blockquote(quotation))
    return found


def _is_set_off(leaf: Leaf, quotation: Quotation) -> bool:
    """Whether the source sets the quotation, or a part of it, off itself."""
    own = [block for block in leaf.inside if block.kind == "quote"] + [leaf] * (leaf.kind == "quote")
    return any(quotation.start <= each.start + MARKS and each.end - MARKS <= quotation.end for each in own)


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
