"""A page as a stack of open elements, and the blocks that they make of its text."""

from __future__ import annotations

from collections import Counter
from itertools import repeat

from variorum.sources.alike import rows_end, siblings_end, texts_in
from variorum.sources.contexts import Context, Leaf, Open, becomes, context_in, kind_in
from variorum.sources.document import Block, Style
from variorum.sources.elements import CLOSED_BY, HEADINGS, NOT_IN_HEADINGS, PLAIN, SECTIONS
from variorum.sources.flow import Flow
from variorum.sources.tags import Tag

_TELLING = frozenset((*HEADINGS, "pre", "listing", "nav", "header", "footer", "center"))
"""Elements that say by their names what is in them."""
DEEPEST = 2000
"""How many elements may stand in one another and still say what is in them."""
NEAR = 50
"""How many open elements are looked through for one that a tag closes unsaid."""
_PARENTS = {
    "td": ("tr",), "th": ("tr",), "li": ("ul", "menu", "dir"), "dt": ("dl",), "dd": ("dl",),
    "p": ("body", "div", "section", "article", "blockquote"),
}  # fmt: skip
"""In which elements blocks stand that are often followed by others like them: they end none but these."""
_TABLE = ("table", "tbody", "thead", "tfoot")


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
        self._close_before(name)
        if name == "hr" or len(self.stack) > DEEPEST:
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

    def _close_before(self, name: str) -> None:
        """Close what a block of this name ends though nothing says so."""
        self.end_block("\n\n")
        inner = self.stack[-1].name
        if inner == "p":
            self._pop()
            inner = self.stack[-1].name
        if name in CLOSED_BY:
            self._close_unsaid(name)
        elif inner in HEADINGS and (name in HEADINGS or name in NOT_IN_HEADINGS):
            self._pop()

    def whole_block(self, tag: Tag, start: int, end: int) -> None:
        """A block that holds nothing but the text between two places of the source."""
        name, flow = tag.name, self.flow
        self._close_before(name)
        parent = self.stack[-1]
        parent.members += 1
        context, before = self._context(tag, parent), flow.length
        flow.read(start, end)
        span = flow.finish("\n\n")
        if tag.given:
            self._name(tag.role, tag.anchor, before, span[0] if span else before)
        if span:
            leaf = Leaf(*span, context)
            self.leaves.append(leaf)
            kind, label = becomes(name, tag.own, parent)
            if kind and not context.furniture:
                self._become(leaf, kind, label, before)

    def whole_siblings(self, tag: Tag, at: int) -> int:
        """The blocks like the last one that follow it at once, with no attributes; where the page goes on."""
        name, parent, source = tag.name, self.stack[-1], self.flow.source
        if parent.name not in _PARENTS.get(name, ()) or self.flow.block is not None:
            return at
        end = siblings_end(name, source, at)
        if end > at:
            parent.members += source.count(f"<{name}>", at, end)
            self._set(at, end, self._context(tag, parent), *becomes(name, tag.own, parent))
        return end

    def whole_rows(self, at: int) -> int:
        """The rows of a table whose cells hold nothing but text, from this one on; where the page goes on, or `at`."""
        parent, context = self.stack[-1], self.stack[-1].context
        in_table = parent.name == "table" or (parent.name in _TABLE and self.stack[-2].name == "table")
        if not in_table or self.flow.block is not None or len(self.stack) > DEEPEST:
            return at
        end = rows_end(self.flow.source, at)
        if end > at:
            self.end_block("\n\n")
            self._set(at, end, context, "cell", None)
        return end

    def _set(self, start: int, end: int, context: Context, kind: str, label: str | None) -> None:
        """Each text in a stretch of the source as a block, which becomes this if nothing around it says otherwise."""
        told = kind_in(context)
        if kind and told[0] == "paragraph":
            told = kind, label
        spans = self.flow.whole(*texts_in(self.flow.source, start, end))
        self.leaves += map(Leaf, *spans, repeat(context), repeat(told))

    def _name(self, role: str | None, anchor: str | None, start: int, first: int) -> None:
        """Keep what an element that began at `start` tells, and its name; its text begins at `first`."""
        if role:
            self.told.append((role, start, self.flow.length))
        if anchor:
            self.styles.append(Style(first, self.flow.length, "anchor", anchor))

    def _become(self, leaf: Leaf, kind: str, label: str | None, start: int) -> None:
        """A block of one leaf is that leaf, but a quotation holds it."""
        if kind == "quote":
            self.containers.append(Block(start, self.flow.length, kind, 0, label))
        elif leaf.kind == "paragraph":
            leaf.kind, leaf.label = kind, label

    def _context(self, tag: Tag, parent: Open) -> Context:
        name, outer = tag.name, parent.context
        if tag.own is PLAIN and not outer.notes and name not in _TELLING and parent.name != "hgroup":
            return outer
        is_the_pages = name in ("header", "footer") and not any(self.open[section] for section in SECTIONS)
        context = context_in(name, tag.own, outer, is_the_pages)
        if name in HEADINGS:
            self.heading = HEADINGS[name]
        elif name == "p" and parent.name == "hgroup":
            return context._replace(heading=self.heading)
        return context

    def close_block(self, name: str) -> None:
        """A tag that ends a block, and what is open in it; nothing is closed if none of its name is open."""
        self.end_block("\n\n")
        if self.open.get(name):
            while self.stack[-1].name != name:
                self._pop()
            self._pop()

    def close_all(self) -> None:
        """The page's end."""
        self.end_block("\n\n")
        while len(self.stack) > 1:
            self._pop()

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
        """Close the innermost block, whose text has ended."""
        element = self.stack.pop()
        self.preformatted = self.stack[-1].context.preformatted
        self.open[element.name] -= 1
        if element.role or element.anchor:
            first = self.leaves[element.leaves].start if len(self.leaves) > element.leaves else element.start
            self._name(element.role, element.anchor, element.start, first)
        if element.name == "tr" and element.members == 1 and len(self.leaves) == element.leaves + 1:
            _lay_out(self.leaves[-1])
        if element.becomes and len(self.leaves) > element.leaves:
            self._contain(element)

    def _contain(self, element: Open) -> None:
        """A block of several leaves contains them; one that has only one, a quotation apart, is that leaf."""
        kind = element.becomes
        if element.context.furniture:
            return
        if len(self.leaves) == element.leaves + 1:
            self._become(self.leaves[-1], kind, element.label, element.start)
        elif kind != "cell":
            self.containers.append(Block(element.start, self.flow.length, kind, 0, element.label))

    def end_block(self, separator: str, furniture: str | None = None) -> None:
        """End the block of text that was being read, if any."""
        span = self.flow.finish(separator)
        if span is not None:
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
