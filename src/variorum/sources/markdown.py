"""Markdown, as CommonMark and Pandoc have it: the document is the decoded file itself, as for plain text.

So its offsets point into the user's own file. Blocks and styles span the words without the signs that set them; only
signs inside a paragraph remain in its span.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, BinaryIO

from variorum.errors import NotText
from variorum.sources.charset import Decoded, decode, origins
from variorum.sources.columns import Columns
from variorum.sources.document import Block, Document, Facts, Reader, Style, Warn
from variorum.sources.facts import filled
from variorum.sources.formats import BY_SUFFIX
from variorum.sources.markdown_blocks import DEFINED, cell, code, heading, paragraphs, rows_of
from variorum.sources.markdown_inline import inline_styles, label_of
from variorum.sources.markdown_lines import Lines, front_matter, left_over, lines_of
from variorum.sources.markdown_pieces import parsed
from variorum.sources.nesting import nested

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")
_DEFINITION = re.compile(rf"^ {{0,3}}{DEFINED.pattern}$", re.M)
_TAG = re.compile(r"<!--(?:(?!<!--).)*?-->|<[^<>]*>", re.S)
_SIGNS = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?|[*_`~]+")
_HEADING_ID = re.compile(r"\{#([^\s{}]+)[^{}]*\}\s*$")
LONGEST, DENSE = 20_000, 12
"""Of how many code points a paragraph may be that has a sign among so many."""


def _knows(head: bytes, suffix: str) -> bool:
    """What is named so; or what no other name is given to, and has a head that says what it is about."""
    if suffix in _SUFFIXES:
        return True
    if suffix == ".txt" or suffix in BY_SUFFIX or not head.startswith((b"---", b"\xef\xbb\xbf---")):
        return False
    return front_matter(head.decode("utf-8", "replace").removeprefix("\ufeff")).facts != Facts()


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    yield _document(decode(stream.read(), warn), warn)  # what was made on the way is gone before the tables are


def _document(decoded: Decoded, warn: Warn) -> Document:
    text = decoded.text
    if not text.strip():
        raise NotText("it is empty")
    head, lines = front_matter(text), lines_of(text)
    before = bisect_left(lines.starts, head.end)
    builder = _Builder(lines, before)
    for first, tokens in parsed(lines, before, warn):
        builder.take(first, tokens)
    builder.finish()
    if head.end:
        builder.leaves.insert(0, Block(0, len(text[: head.end].rstrip()), "furniture", 0, "metadata"))
    facts = filled(head.facts, Facts(title=builder.title()))
    styles = _styles(text, builder, warn)
    return Document("", text, facts, origins(decoded), builder.blocks(), (), styles, decoded.charset)


def _styles(text: str, builder: _Builder, warn: Warn) -> Sequence[Style]:
    targets = {label_of(found[1]): found[2] for found in _DEFINITION.finditer(text)}
    told = (block for block in builder.leaves if block.kind != "furniture" or block.label == "illustration")
    plain = {(style.start, style.end) for style in builder.styles if style.style == "code"}
    inline = (
        inline_styles(text, leaf.start, leaf.end, targets)
        for leaf in told
        if leaf[:2] not in plain and _is_text(text, leaf, warn)
    )
    for styles in inline:
        builder.styles.extend(styles)
    return builder.styles


def _is_text(text: str, leaf: Block, warn: Warn) -> bool:
    """Whether the signs in a leaf are to be read: a long one that is mostly signs sets nothing by them."""
    start, end = leaf.start, leaf.end
    if end - start < LONGEST or sum(text.count(sign, start, end) for sign in "*_`~[") < (end - start) // DENSE:
        return True
    warn(f"the {end - start} characters from {start + 1} on are mostly signs: no emphasis or link in them is read")
    return False


class _Builder:
    """Makes leaves and what contains them from the blocks that the parser found, line by line."""

    def __init__(self, lines: Lines, before: int) -> None:
        self.lines = lines
        self.leaves = Columns(Block)
        self.containers = Columns(Block)
        self.styles = Columns(Style)
        self._read = bytearray(len(lines.starts) - 1)
        self._read[:before] = b"\1" * before
        self._open: list[int] = []
        self._labels: list[str] = []
        self._note: tuple[int, str] | None = None
        """The note whose indented paragraphs may follow: its first leaf, and its label."""

    def take(self, first: int, tokens: Sequence[Any]) -> None:
        """Read the parser's tokens of some whole blocks; it counts the lines from the `first` on."""
        for place, token in enumerate(tokens):
            start, end = (first + token.map[0], first + token.map[1]) if token.map else (0, 0)
            if token.type in ("inline", "fence", "code_block", "html_block", "hr"):
                self._read[start:end] = b"\1" * (end - start)
            if token.type != "code_block" and token.map:
                self._note = None
            if token.type == "inline":
                self._inline(token, tokens[place - 1], start)
            elif token.type in ("fence", "code_block"):
                self._code(token, start, end)
            elif token.type == "html_block":
                self._markup(token, start, end)
            elif token.type in ("blockquote_open", "list_item_open"):
                self._open.append(len(self.leaves))
                self._labels.append(token.info + token.markup)
            elif token.type in ("blockquote_close", "list_item_close"):
                self._contain("quote" if token.type == "blockquote_close" else "item")

    def finish(self) -> None:
        """Have what no block of the parser holds as paragraphs."""
        over = [Block(start, end, "paragraph") for start, end in left_over(self.lines, self._read)]
        if over:
            leaves = Columns(Block, chain(self.leaves, over))
            self.leaves = leaves.in_order([leaves.key(0), leaves.key(1)])

    def _inline(self, token: Any, opening: Any, first: int) -> None:
        if opening.type == "heading_open":
            span = heading(self.lines, token.content, first, opening.markup)
            if span:
                self.leaves.append(*Block(*span, "heading", int(opening.tag[1])))
                if found := _HEADING_ID.search(token.content):
                    self.styles.append(*Style(span[0], span[0], "anchor", found[1]))
        elif opening.type in ("th_open", "td_open"):
            span = cell(self.lines, token.content, first, self.leaves[-1].end if self.leaves else 0)
            if span:
                self.leaves.append(*Block(*span, "cell"))
        else:
            self._paragraphs(token.content, first)

    def _paragraphs(self, content: str, first: int) -> None:
        for block in paragraphs(rows_of(self.lines, content, first)):
            if block.kind == "note":
                self._note = len(self.leaves), block.label or ""
                self.styles.append(*Style(block.start, block.start, "anchor", f"fn-{block.label}"))
            if block.start < block.end:
                self.leaves.append(*block)

    def _code(self, token: Any, start: int, end: int) -> None:
        """Code; but what is indented below a note goes on with it."""
        span = code(self.lines, (start, end), token.type == "fence")
        if span is None:
            return
        if self._note and token.type == "code_block":
            self._go_on(*self._note, span)
        else:
            self.leaves.append(*Block(*span, "paragraph"))
            self.styles.append(*Style(*span, "code"))

    def _go_on(self, first: int, label: str, span: tuple[int, int]) -> None:
        words = self.lines.text[span[0] : span[1]]
        if first < len(self.leaves):
            self.leaves[first] = self.leaves[first]._replace(kind="paragraph", label=None)
        for part in re.finditer(r"\S(?:(?!\r?\n[ \t]*\r?\n).)*", words, re.S):
            end = span[0] + part.start() + len(part[0].rstrip())
            self.leaves.append(*Block(span[0] + part.start(), end, "paragraph"))
        self.containers.append(*Block(self.leaves[first].start, self.leaves[-1].end, "note", 0, label))

    def _markup(self, token: Any, start: int, end: int) -> None:
        span = code(self.lines, (start, end), False)
        if span:
            bare = not _TAG.sub("", token.content).strip()
            self.leaves.append(*Block(*span, *(("furniture", 0, "markup") if bare else ("paragraph",))))

    def _contain(self, kind: str) -> None:
        """End a quotation, or an item: with one paragraph it is a leaf, else it contains its blocks."""
        first, label = self._open.pop(), self._labels.pop()
        leaves: Sequence[Block] = (
            self.leaves[first:] if len(self.leaves) < first + 2 else [self.leaves[first], self.leaves[-1]]
        )
        if kind == "item" and len(leaves) == 1 and leaves[0].kind == "paragraph":
            self.leaves[first] = leaves[0]._replace(kind="item", label=label)
        elif leaves:
            label_or_none = label if kind == "item" else None
            self.containers.append(*Block(leaves[0].start, leaves[-1].end, kind, 0, label_or_none))

    def blocks(self) -> Columns[Block]:
        """The leaves and what contains them, nested; they are given up, since they would be held twice."""
        leaves, containers = self.leaves, self.containers
        self.leaves, self.containers = Columns(Block), Columns(Block)
        return nested(Columns(Block, chain(reversed(containers), leaves)) if containers else leaves)

    def title(self) -> str | None:
        """The words of the heading that the text begins with."""
        place = next((place for place, leaf in enumerate(self.leaves) if leaf.kind != "furniture"), None)
        if place is None or self.leaves[place].kind != "heading":
            return None
        leaf = self.leaves[place]
        self.leaves[place] = leaf._replace(label="title")
        return " ".join(_SIGNS.sub(r"\1", self.lines.text[leaf.start : leaf.end]).split()) or None


MARKDOWN = Reader("markdown", _knows, _read)
