"""The blocks of a page from its leaves, its styles and its pages of print."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any

from variorum.sources.blocks import read_blocks
from variorum.sources.columns import Columns, column
from variorum.sources.contexts import Leaf
from variorum.sources.document import Block, Milestone, Style
from variorum.sources.edges import EDGE
from variorum.sources.furniture import furniture
from variorum.sources.headings import levels, rank_of
from variorum.sources.keys import is_metadata
from variorum.sources.markup import unescaped
from variorum.sources.nesting import is_verse, outer_first
from variorum.sources.notices import notice
from variorum.sources.page import Builder
from variorum.sources.page_heads import call_notes, head_of_page, leading_away, leading_on, span_of
from variorum.sources.persons import inverted
from variorum.sources.proof import given_up
from variorum.sources.titles import Head

_row: Callable[[Leaf], Any] = attrgetter(*Block._fields)


def blocks_of(text: str, builder: Builder) -> tuple[Sequence[Block], Head]:
    """The blocks of a page, nested, and which of them name the work, the author, the part and the text."""
    leaves = _lined(text, [leaf for leaf in builder.leaves if _trim(text, leaf)])
    words = [text[leaf.start : leaf.end] for leaf in leaves]
    for place, sort in furniture(words).items():
        dated = sort == "metadata" and notice(words[place])
        if leaves[place].kind not in ("furniture", "heading") or sort == "breadcrumb" or dated:
            leaves[place].kind, leaves[place].label = "furniture", sort
    links = _links(text, builder)
    authors = _authors(text, builder, leaves, words)
    for leaf in [*leading_on(leaves, links), *leading_away(leaves, words, authors, links)]:
        leaf.kind, leaf.label = "furniture", "navigation"
    _raise(leaves, words)
    call_notes(leaves, words)
    head = head_of_page(leaves, words, authors, links)
    for place, role in head.roles.items():
        leaves[place].label = role
    for leaf in leaves:
        if leaf.kind == "heading":
            leaf.level = leaf.context.heading or 1
    builder.leaves.clear()
    blocks = Columns(Block, map(_row, given_up(leaves)))
    if builder.containers:
        blocks.extend(_containers(text, builder.containers))
        blocks = _nested(blocks)
    if "note" in column(blocks, 2):
        blocks = Columns(Block, (_numbered(text, block) for block in blocks))
    return blocks, head


def _containers(text: str, containers: Sequence[Block]) -> Iterator[Block]:
    for container in containers:
        start, end = trimmed(text, container.start, container.end)
        if start < end:
            yield container._replace(start=start, end=end)


def _lined(text: str, leaves: Sequence[Leaf]) -> list[Leaf]:
    """The leaves, those of several lines divided where their lines are blocks of their own."""
    stanzas = _stanzas(text, leaves)
    found: list[Leaf] = []
    for place, leaf in enumerate(leaves):
        if leaf.kind == "paragraph" and text.find("\n", leaf.start, leaf.end) >= 0:
            found.extend(_divided(text, leaf, place in stanzas))
        else:
            found.append(leaf)
    return found


def _raise(leaves: Sequence[Leaf], words: Sequence[str]) -> None:
    """Make headings of lines that are centred and have a heading's form: a division's name and number, or capitals."""
    ranks = {}
    for place, leaf in enumerate(leaves):
        if leaf.kind == "paragraph" and leaf.context.centred and not leaf.context.note:
            rank = rank_of("\n".join(filter(None, map(str.strip, words[place].split("\n")))), None)
            if rank is not None and not words[place].strip("[]().").isdecimal():
                ranks[place] = rank
    above = max((leaf.context.heading for leaf in leaves if leaf.kind == "heading"), default=0)
    level = levels(list(ranks.values()))
    for place, rank in ranks.items():
        leaves[place].kind = "heading"
        leaves[place].context = leaves[place].context._replace(heading=min(above + level[rank], 6))


def _authors(text: str, builder: Builder, leaves: Sequence[Leaf], words: Sequence[str]) -> set[tuple[int, int]]:
    """The spans of the elements that say that they name the author, and of lines that are a name told elsewhere."""
    told = {trimmed(text, start, end) for role, start, end in builder.told if role == "author"}
    first = list(islice(zip(leaves, words, strict=True), EDGE))
    outside = [word for leaf, word in first if leaf.kind == "furniture"]
    named = {content.strip() for name, content in builder.meta if name in ("author", "dc.creator", "citation_author")}
    for line in [*outside, *(unescaped(content) for name, content in builder.meta if name == "<title>")]:
        named |= inverted(line)
    return told | {span_of(leaf) for leaf, word in first if leaf.kind != "furniture" and word in named}


_NUMBER = re.compile(r"\W{0,2}(\d{1,3}|[*†‡§]{1,3})(?:\W|$)")


def _numbered(text: str, block: Block) -> Block:
    """A note with the number that it begins with, where its elements have none."""
    if block.kind != "note" or block.label:
        return block
    found = _NUMBER.match(text, block.start, block.end)
    return block._replace(label=found[1]) if found else block


def _links(text: str, builder: Builder) -> list[tuple[int, int]]:
    """The stretches that lead to other pages."""
    styles = (style for style in builder.styles if style.style == "link" and not (style.target or "").startswith("#"))
    spans = (trimmed(text, style.start, style.end) for style in styles)
    return sorted((start, end) for start, end in spans if start < end)


def _trim(text: str, leaf: Leaf) -> bool:
    """Take the white space off a leaf's ends; whether anything is left."""
    start, end = leaf.start, leaf.end
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return True
    leaf.start, leaf.end = trimmed(text, start, end)
    return leaf.start < leaf.end


def _stanzas(text: str, leaves: Sequence[Leaf]) -> set[int]:
    """The leaves that are verse by their form: paragraphs of short lines, alone or several in a row."""
    found: set[int] = set()
    run: list[int] = []
    for place, leaf in enumerate([*leaves, None]):
        if leaf is not None and _is_of_lines(text, leaf):
            run.append(place)
        elif run:
            words = [text[leaves[each].start : leaves[each].end] for each in run]
            if is_verse("\n".join(words), least=4):
                found.update(run)
            else:
                found.update(each for each, one in zip(run, words, strict=True) if is_verse(one, least=4))
            run = []
    return found


def _is_of_lines(text: str, leaf: Leaf) -> bool:
    if leaf.kind != "paragraph" or leaf.context.preformatted or text.find("\n", leaf.start, leaf.end) < 0:
        return False
    return not is_metadata(text[leaf.start : leaf.end])


def _divided(text: str, leaf: Leaf, is_stanza: bool) -> Iterator[Leaf]:
    """The leaves of a paragraph of several lines: preformatted text is read as plain text, verse told by its form."""
    words = text[leaf.start : leaf.end]
    if leaf.context.preformatted:
        for block in read_blocks(words).blocks:
            if block.kind != "quote":
                part = Leaf(leaf.start + block.start, leaf.start + block.end, leaf.context)
                part.kind, part.label = block.kind, block.label
                yield part
    elif is_stanza:
        for line in re.finditer(r"\S[^\n]*", words):
            part = Leaf(leaf.start + line.start(), leaf.start + len(words[: line.end()].rstrip()), leaf.context)
            part.kind = "verse"
            yield part
    else:
        yield leaf


_OUTER = ("quote", "note", "item")
"""Of blocks with one span, which contains which."""


def _nested(blocks: Columns[Block]) -> Columns[Block]:
    """The blocks in order, each with how many contain it, but headings with their own levels."""
    rows, open_ends = outer_first(blocks, _OUTER), list[int]()
    _, ends, kinds, levels, _ = rows.columns
    for place, (end, kind) in enumerate(zip(ends, kinds, strict=True)):
        while open_ends and open_ends[-1] < end:
            open_ends.pop()
        if kind != "heading":
            levels[place] = len(open_ends)
        open_ends.append(end)
    return rows


_POINTS = ("anchor", "image", "link")
"""Styles that may have no text."""


def styles_of(text: str, builder: Builder) -> list[Style]:
    """The styles without white space at their ends; one without text stands before the text that follows it."""
    found = set()
    for style in builder.styles:
        start, end, kind, target = style
        if start < end and not (text[start].isspace() or text[end - 1].isspace()):
            found.add(style)
            continue
        start, end = trimmed(text, start, end)
        if start < end or kind in _POINTS:
            found.add(Style(start, end, kind, target))
    found.update(_settled(text, style) for style in builder.settled if style.style in _POINTS)
    return list(found)


def _settled(text: str, style: Style) -> Style:
    """A style without text in its block; the white space that it was to follow is gone at the end of one."""
    at = style.start
    if at > len(text) or (at and text[at - 1] == "\n" and text[at : at + 1] in ("\n", "")):
        at -= 1
    return style._replace(start=at, end=at)


def pages_of(text: str, builder: Builder) -> list[Milestone]:
    """Where the pages of the print begin."""
    return [Milestone(trimmed(text, at, at)[0], "page", number, image) for at, number, image in builder.milestones]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends; an empty one before the text that follows, if there is any."""
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return start, end
    start = _after_space(text, start)
    return start, max(start, _before_space(text, end)) if end > start else start


FAR = 64
"""White space from which on it is not gone through sign by sign: many empty elements may stand in one stretch of it."""


def _after_space(text: str, at: int) -> int:
    for place in range(at, min(at + FAR, len(text))):
        if not text[place].isspace():
            return place
    return _space_around(text, at, at)[1] if at < len(text) else at


def _before_space(text: str, at: int) -> int:
    for place in range(at - 1, max(at - 1 - FAR, -1), -1):
        if not text[place].isspace():
            return place + 1
    return _space_around(text, at - 1, at)[0] if at > 0 else 0


def _space_around(text: str, at: int, otherwise: int) -> tuple[int, int]:
    """The long stretch of white space that a place stands in."""
    starts, ends = _long_spaces(text)
    place = bisect_right(starts, at) - 1
    return (starts[place], ends[place]) if place >= 0 and at < ends[place] else (otherwise, len(text))


@lru_cache(2)
def _long_spaces(text: str) -> tuple[list[int], list[int]]:
    found = [space.span() for space in _LONG_SPACE.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


_LONG_SPACE = re.compile(rf"\s{{{FAR},}}")
