"""A page as a stack of open elements, and the blocks that they make of its text."""

from __future__ import annotations

from collections import Counter

from variorum.sources.contexts import Context, Leaf, Open, becomes, context_in
from variorum.sources.document import Block, Style
from variorum.sources.elements import CLOSED_BY, HEADINGS, NOT_IN_HEADINGS, SECTIONS
from variorum.sources.flow import Flow
from variorum.sources.tags import Tag

NEAR = 50
"""How many open elements are looked through for one that a tag closes unsaid."""


class Composition:
    """The blocks of a page as they grow; what stands in their lines is `variorum.sources.page`'s."""

    def __init__(self, source: str) -> None:
        self.flow = Flow(source)
        self.stack = [Open("", Context(), 0, 0)]
        self.open: Counter[str] = Counter()
        self.leaves: list[Leaf] = []
        self.containers: list[Block] = []
        self.styles: list[Style] = []
        self.told: list[tuple[str, int, int]] = []
        """What elements tell of the text, and in which span."""
        self.preformatted = False
        """Whether the innermost block is."""
        self.heading = 1
        self.language: str | None = None

    def open_block(self, tag: Tag) -> None:
        """A tag that begins a block."""
        name, given = tag.name, tag.given
        self.end_block("\n\n")
        if self.stack[-1].name == "p":
            self._pop()
        if name in CLOSED_BY:
            self._close_unsaid(name)
        elif self.stack[-1].name in HEADINGS and (name in HEADINGS or name in NOT_IN_HEADINGS):
            self._pop()
        if name == "hr":
            return
        parent = self.stack[-1]
        parent.members += 1
        opened = Open(name, self._context(tag, parent), self.flow.length, len(self.leaves))
        opened.becomes, opened.label = becomes(name, tag.own, parent)
        if given:
            opened.anchor, opened.role = tag.anchor, tag.role
            if name == "ol" and given.get("start", "").isdecimal():
                opened.members = int(given["start"][:6]) - 1
            elif name == "html":
                self.language = given.get("xml:lang") or given.get("lang")
        self.stack.append(opened)
        self.open[name] += 1
        self.preformatted = opened.context.preformatted

    def _context(self, tag: Tag, parent: Open) -> Context:
        name = tag.name
        is_the_pages = name in ("header", "footer") and not any(self.open[section] for section in SECTIONS)
        context = context_in(name, tag.own, parent.context, is_the_pages)
        if name in HEADINGS:
            self.heading = HEADINGS[name]
        elif name == "p" and parent.name == "hgroup":
            return context._replace(heading=self.heading)
        return context

    def close_block(self, name: str) -> None:
        """A tag that ends a block, and what is open in it; nothing is closed if none of its name is open."""
        self.end_block("\n\n")
        if self.open[name]:
            while self.stack[-1].name != name:
                self._pop()
            self._pop()

    def close_all(self) -> None:
        """The page's end."""
        while len(self.stack) > 1:
            self._pop()
        self.end_block("\n\n")

    def _close_unsaid(self, name: str) -> None:
        ends, stops = CLOSED_BY[name]
        for depth, element in enumerate(reversed(self.stack[-NEAR:]), 1):
            if element.name in stops:
                return
            if element.name in ends.split():
                for _ in range(depth):
                    self._pop()
                return

    def _pop(self) -> None:
        """Close the innermost block."""
        self.end_block("\n\n")
        element = self.stack.pop()
        self.preformatted = self.stack[-1].context.preformatted
        self.open[element.name] -= 1
        if element.role:
            self.told.append((element.role, element.start, self.flow.length))
        if element.anchor:
            self.styles.append(Style(element.start, self.flow.length, "anchor", element.anchor))
        if element.name == "tr" and element.members == 1 and len(self.leaves) == element.leaves + 1:
            _lay_out(self.leaves[-1])
        if element.becomes and len(self.leaves) > element.leaves:
            self._contain(element)

    def _contain(self, element: Open) -> None:
        """A block of several leaves contains them; one that has only one, a quotation apart, is that leaf."""
        kind, leaf = element.becomes, self.leaves[element.leaves]
        if element.context.furniture:
            return
        if len(self.leaves) == element.leaves + 1 and kind != "quote":
            if leaf.kind == "paragraph":
                leaf.kind, leaf.label = kind, element.label
        elif kind != "cell":
            self.containers.append(Block(element.start, self.flow.length, kind, 0, element.label))

    def end_block(self, separator: str, furniture: str | None = None) -> None:
        """End the block of text that was being read, if any."""
        span = self.flow.finish(separator)
        if span:
            context = self.stack[-1].context
            self.leaves.append(Leaf(*span, context._replace(furniture=furniture) if furniture else context))

    def end_line(self, start: int, end: int) -> None:
        """A line's end: in verse it ends a verse; two of them end a paragraph."""
        if self.stack[-1].context.verse:
            self.end_block("\n")
        elif self.flow.pending and self.flow.pending.text == "\n":
            self.end_block("\n\n")
        elif self.flow.block is not None:
            self.flow.wait("\n", start, end)


def _lay_out(leaf: Leaf) -> None:
    """A row of one cell is no table but a page's layout."""
    if leaf.kind == "cell":
        leaf.kind = "paragraph"
