"""The blocks of a page from its leaves, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.sources.blocks import read_blocks
from variorum.sources.contexts import Leaf
from variorum.sources.document import Block, Facts, Milestone, Style
from variorum.sources.facts import facts_from, filled, head_facts, language_tag
from variorum.sources.furniture import furniture
from variorum.sources.headings import is_division
from variorum.sources.layout import Layout, Line, shape_of
from variorum.sources.markup import unescaped
from variorum.sources.page import Builder
from variorum.sources.titles import Head, head_of

_META = {
    "citation_title": "title", "dc.title": "title", "dcterms.title": "title", "og:title": "title", "title": "title",
    "author": "author", "dc.creator": "author", "dcterms.creator": "author", "citation_author": "author",
    "article:author": "author", "dc.creator.personalname": "author",
    "dc.language": "language", "dcterms.language": "language", "language": "language", "content-language": "language",
    "dcterms.created": "composed", "dc.date.created": "composed",
    "citation_publication_date": "published", "citation_date": "published", "dc.date": "published",
    "dc.date.issued": "published", "dcterms.issued": "published",
    "dcterms.modified": "transcribed", "dc.date.modified": "transcribed", "last-modified": "transcribed",
    "article:modified_time": "transcribed", "revised": "transcribed",
}  # fmt: skip
_NO_TITLE = re.compile(
    r"\s*(?:untitled.*|title ?page|new page.*|index|home|document|no title|welcome.*|page \d+)?\s*", re.I
)


def blocks_of(text: str, builder: Builder) -> tuple[list[Block], Head]:
    """The blocks of a page, nested, and which of them name the work, the author, the part and the text."""
    leaves = [part for leaf in builder.leaves if _trim(text, leaf) for part in _divided(text, leaf)]
    words = [text[leaf.start : leaf.end] for leaf in leaves]
    for place, sort in furniture(words).items():
        if leaves[place].kind not in ("furniture", "heading") or sort == "breadcrumb":
            leaves[place].kind, leaves[place].label = "furniture", sort
    head = _head(leaves, words)
    for place, role in head.roles.items():
        leaves[place].label = role
    blocks = [_block(leaf) for leaf in leaves]
    for container in builder.containers:
        start, end = trimmed(text, container.start, container.end)
        if start < end:
            blocks.append(container._replace(start=start, end=end))
    return list(_nested(blocks)), head


def _head(leaves: Sequence[Leaf], words: Sequence[str]) -> Head:
    """Which leaves name the work, the author, the part and the text: headings before it, and lines with them.

    A heading of a level that the page uses again further on is a division of the text.
    """
    sorts = {place: leaf.label or "" for place, leaf in enumerate(leaves) if leaf.kind == "furniture"}
    headings = [place for place, leaf in enumerate(leaves) if leaf.kind == "heading"]
    texts = (place for place, leaf in enumerate(leaves) if leaf.kind not in ("furniture", "heading"))
    first = next(
        (place for place in texts if len(words[place]) > 80 and not (headings and place < headings[0])), len(leaves)
    )
    later = {leaves[place].context.heading for place in headings if place > first}
    end = next((place for place in headings[1:] if leaves[place].context.heading in later), first)
    if headings and not any(leaves[place].kind == "heading" for place in range(end)):
        end = headings[0] + 1
    numbers = {place: 1 for place in headings if is_division(words[place])}
    before = [word if place < end or place in sorts else "" for place, word in enumerate(words)]
    return head_of(before, sorts, numbers)


def _trim(text: str, leaf: Leaf) -> bool:
    """Take the white space off a leaf's ends; whether anything is left."""
    leaf.start, leaf.end = trimmed(text, leaf.start, leaf.end)
    return leaf.start < leaf.end


def _divided(text: str, leaf: Leaf) -> Iterator[Leaf]:
    """The leaves of a leaf: preformatted text is read as plain text is; lines of verse are told by their form."""
    words = text[leaf.start : leaf.end]
    if leaf.kind != "paragraph" or "\n" not in words:
        yield leaf
    elif leaf.context.preformatted:
        for block in read_blocks(words).blocks:
            if block.kind != "quote":
                part = Leaf(leaf.start + block.start, leaf.start + block.end, leaf.context)
                part.kind, part.label = block.kind, block.label
                yield part
    elif _is_verse(words):
        for line in re.finditer(r"\S[^\n]*", words):
            part = Leaf(leaf.start + line.start(), leaf.start + len(words[: line.end()].rstrip()), leaf.context)
            part.kind = "verse"
            yield part
    else:
        yield leaf


def _is_verse(words: str) -> bool:
    lines = [Line(0, 0, 0, line.strip()) for line in words.split("\n") if line.strip()]
    high = sum(line.text.lstrip("\"“„«'‘(")[:1].isupper() for line in lines)
    short = len(lines) > 3 and all(len(line.text) < 75 for line in lines)
    return short and high >= 0.9 * len(lines) and shape_of(lines, Layout(True, 90, 0)) == "verse"


def _block(leaf: Leaf) -> Block:
    level = leaf.context.heading if leaf.kind == "heading" else 0
    return Block(leaf.start, leaf.end, leaf.kind, level or int(leaf.kind == "heading"), leaf.label)


def _nested(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks in order, each with how many contain it, but headings with their own levels."""
    open_ends: list[int] = []
    rank = {"quote": 0, "note": 1, "item": 2}
    for block in sorted(blocks, key=lambda block: (block.start, -block.end, rank.get(block.kind, 3))):
        while open_ends and open_ends[-1] < block.end:
            open_ends.pop()
        yield block if block.kind == "heading" else block._replace(level=len(open_ends))
        open_ends.append(block.end)


def facts_of(text: str, blocks: Sequence[Block], builder: Builder, head: Head) -> Facts:
    """What a page says of itself: its metadata first, then its title, its first lines, its own headings."""
    told: dict[str, list[str]] = {}
    for name, content in builder.meta:
        if name in _META and content.strip():
            told.setdefault(_META[name], []).append(" ".join(content.split()))
    own = next((unescaped(content) for name, content in builder.meta if name == "<title>"), "")
    title = None if _NO_TITLE.fullmatch(own) else " ".join(re.sub(r"<[^>]*>", "", own).split())
    language = language_tag(builder.language or "")
    lines = [
        line for block in blocks if block.label == "metadata" for line in text[block.start : block.end].split("\n")
    ]
    first = filled(facts_from(told), filled(Facts(title=title, language=language), head_facts(lines)))
    return filled(first, Facts(title=head.title, author=head.author))


def styles_of(text: str, builder: Builder) -> list[Style]:
    """The styles without white space at their ends; one without text stands before the text that follows it."""
    found = set()
    for style in builder.styles:
        start, end = trimmed(text, style.start, style.end)
        if start < end or style.style in ("anchor", "image", "link"):
            found.add(style._replace(start=start, end=end))
    return list(found)


def pages_of(text: str, builder: Builder) -> list[Milestone]:
    """Where the pages of the print begin."""
    return [Milestone(trimmed(text, at, at)[0], "page", number, image) for at, number, image in builder.milestones]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends; an empty one before the text that follows, if there is any."""
    while start < len(text) and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, max(start, end)
