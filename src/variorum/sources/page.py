"""A page of HTML as a stack of open elements: what each tag does to the text, its blocks and its styles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from variorum.sources.contexts import Context, Leaf, Open, becomes, context_in, nature_of
from variorum.sources.document import Block, Style
from variorum.sources.elements import (
    CLOSED_BY,
    FLOW,
    HEADINGS,
    NOT_IN_HEADINGS,
    NOT_READ,
    SECTIONS,
    STYLES,
    is_note_reference,
    is_page_break,
    is_small_caps,
    nature,
    role_of,
)
from variorum.sources.flow import Flow
from variorum.sources.markup import TAG, Page, Skip, attributes
from variorum.sources.marks import LONGEST, LONGEST_BACK, is_way_back, may_be_mark, page_break, sign_of

NOTHING: Mapping[str, str] = {}
NEAR = 50
"""How many open elements are looked through for one that a tag closes unsaid."""
_SELF_CLOSED = re.compile(r"(?:^|[\s\"']|=\"[^\"]*\")/$")


class Inline(NamedTuple):
    """An element that is open in a line."""

    start: int
    styles: Sequence[tuple[str, str | None]]
    furniture: str | None
    """What the element is, if it stands at the beginning of its block and is the site's."""
    role: str | None


class Builder:
    """Reads a page, tag by tag."""

    def __init__(self, source: str) -> None:
        self.source, self.page, self.flow = source, Page(source), Flow(source)
        self.stack = [Open("", Context(), 0, 0)]
        self.open: Counter[str] = Counter()
        self.inline: dict[str, list[Inline]] = {}
        self.leaves: list[Leaf] = []
        self.containers: list[Block] = []
        self.styles: list[Style] = []
        self.settled: list[Style] = []
        """Styles without text that stay in their block."""
        self.told: list[tuple[str, int, int]] = []
        """What elements tell of the text, and in which span."""
        self.milestones: list[tuple[int, str | None, str | None]] = []
        self.meta: list[tuple[str, str]] = []
        self.heading = 1
        self.language: str | None = None

    def build(self) -> None:
        """Read the page to its end."""
        at = 0
        while found := TAG.search(self.source, at):
            if found.start() > at:
                self._text(at, found.start())
            closing, name, written, other = found.groups()
            if other:
                at = self._aside(other, found.end())
            elif closing:
                self._end(name.lower())
                at = found.end()
            else:
                at = self._begin(name.lower(), written, found.start(), found.end())
        if at < len(self.source):
            self._text(at, len(self.source))
        while len(self.stack) > 1:
            self._pop()
        self._break("\n\n")
        self._close_styles()

    def _text(self, start: int, end: int) -> None:
        if self.stack[-1].context.preformatted:
            self.flow.read_preformatted(start, end)
        else:
            self.flow.read(start, end)

    def _aside(self, opening: str, start: int) -> int:
        skip = self.page.aside(opening, start)
        if opening == "![CDATA[" and skip.end > skip.start:
            self.flow.put(self.source[skip.start : skip.end], skip.start, skip.end, True)
        return skip.after

    def _begin(self, name: str, written: str, start: int, end: int) -> int:
        """What a tag that opens does; where the page goes on."""
        if name in FLOW and name not in NOT_READ:
            given = attributes(written) if "=" in written else NOTHING
            is_empty = name == "hr" or (written.endswith("/") and bool(_SELF_CLOSED.search(written)))
            if given and is_page_break(given) and (after := self._mark(name, given, end, is_empty)):
                return after
            self._open(name, given)
            if is_empty and name != "hr":
                self._end(name)
            return end
        if name == "br":
            self._line_end(start, end)
            return end
        given = attributes(written) if written else NOTHING
        if name in NOT_READ or name == "title":
            return self._not_read(name, end)
        if name == "meta":
            self.meta.append(((given.get("name") or given.get("property") or "").lower(), given.get("content", "")))
            return end
        if name == "img":
            self._image(given, start, end)
            return end
        is_empty = written.endswith("/") and bool(_SELF_CLOSED.search(written))
        if given and may_be_mark(name, given) and (after := self._mark(name, given, end, is_empty)):
            return after
        self._open_inline(name, given, start, end)
        if is_empty:
            self._end(name)
        return end

    def _not_read(self, name: str, end: int) -> int:
        skip = self.page.content(name, end)
        if skip is None:
            return end
        if name == "title":
            self.meta.append(("<title>", self.source[skip.start : skip.end]))
        elif name == "head":
            self._read_head(skip.start, skip.end)
        return skip.after

    def _read_head(self, start: int, end: int) -> None:
        at = start
        while (found := TAG.search(self.source, at, end)) is not None:
            name = (found[2] or "").lower()
            at = found.end()
            if name == "meta":
                self._begin(name, found[3], found.start(), at)
            elif name in ("title", "script", "style", "template") and not found[1]:
                at = max(at, min(self._not_read(name, at), end))

    def _mark(self, name: str, given: Mapping[str, str], end: int, is_empty: bool) -> int:
        """Read a page's number, or the mark of a note, which are no text; where the page goes on, or 0 for neither."""
        skip = Skip(end, end, end) if is_empty else self.page.content(name, end, LONGEST_BACK)
        if skip is None:
            return 0
        content, is_page = self.source[skip.start : skip.end], is_page_break(given)
        if not is_way_back(given, content):
            if len(content) > LONGEST:
                return 0
            if is_page:
                self.milestones.append((self.flow.length, *page_break(given, content)))
            elif is_note_reference(given):
                self._point("link", given.get("href"))
            elif not self._read_sign(given, content):
                return 0
        if "id" in given:
            self._point("anchor", given["id"])
        return skip.after

    def _read_sign(self, given: Mapping[str, str], content: str) -> bool:
        """Read a link whose content is a number or sign that is set above the line: of a note, or at its beginning."""
        sign = sign_of(content) if "<sup" in content.lower() or self.inline.get("sup") else None
        note = next((element for element in reversed(self.stack) if element.becomes == "note"), None)
        if sign and note and self.flow.length == note.start:
            note.label = note.label or sign
        elif sign:
            self._point("link", given.get("href"))
        return sign is not None

    def _point(self, style: str, target: str | None) -> None:
        """A style without text: in a block it stands where it stood, else before the text that follows."""
        at = self.flow.length
        if self.flow.block is None:
            self.styles.append(Style(at, at, style, target))
        else:
            at += style != "link" and self.flow.pending is not None
            self.settled.append(Style(at, at, style, target))

    def _image(self, given: Mapping[str, str], start: int, end: int) -> None:
        alt, before = given.get("alt", ""), self.flow.length
        if len(alt) < 3 and alt.isalpha():  # an initial that is drawn
            self.flow.put(alt, start, end, False)
        if before < self.flow.length:
            self.styles.append(Style(before, self.flow.length, "image", given.get("src")))
        else:
            self._point("image", given.get("src"))

    def _open_inline(self, name: str, given: Mapping[str, str], start: int, end: int) -> None:
        styles: list[tuple[str, str | None]] = [(STYLES[name], None)] if name in STYLES else []
        if given:
            if is_small_caps(given):
                styles.append(("small-caps", None))
            if name == "a" and "href" in given:
                styles.append(("link", given["href"]))
            if anchor := given.get("id") or given.get("name"):
                styles.append(("anchor", anchor))
        if name == "q":
            self.flow.put("“", start, end, False)
        furniture = nature(name, given).furniture if given and self.flow.block is None else None
        role = role_of(given) if given else None
        self.inline.setdefault(name, []).append(Inline(self.flow.length, styles, furniture, role))

    def _end(self, name: str) -> None:
        """What a tag that closes does: nothing, if nothing of its name is open."""
        if name in FLOW:
            self._break("\n\n")
            if self.open[name]:
                while self.stack[-1].name != name:
                    self._pop()
                self._pop()
        elif self.inline.get(name):
            self._end_inline(name, self.inline[name].pop())

    def _end_inline(self, name: str, element: Inline) -> None:
        if name == "q":
            self.flow.put("”", 0, 0, False)
        start, end = element.start, self.flow.length
        if start < end:
            self.styles += [Style(start, end, *style) for style in element.styles]
        else:
            for style in element.styles:
                self._point(*style)
        if element.role:
            self.told.append((element.role, start, end))
        if element.furniture and self.flow.block is not None and start < end:
            self._break("\n\n", element.furniture)

    def _open(self, name: str, given: Mapping[str, str]) -> None:
        """A tag that begins a block."""
        self._break("\n\n")
        if self.stack[-1].name == "p":
            self._pop()
        if name in CLOSED_BY:
            self._close_unsaid(name)
        elif self.stack[-1].name in HEADINGS and (name in HEADINGS or name in NOT_IN_HEADINGS):
            self._pop()
        if name == "hr":
            return
        parent = self.stack[-1]
        own = nature_of(name, given)
        is_the_pages = name in ("header", "footer") and not any(self.open[section] for section in SECTIONS)
        context = context_in(name, own, parent.context, is_the_pages)
        if name == "html":
            self.language = given.get("xml:lang") or given.get("lang")
        elif name in HEADINGS:
            self.heading = HEADINGS[name]
        elif name == "p" and parent.name == "hgroup":
            context = context._replace(heading=self.heading)
        parent.members += 1
        opened = Open(name, context, self.flow.length, len(self.leaves))
        opened.anchor = given.get("id") or given.get("name")
        opened.becomes, opened.label = becomes(name, own, parent)
        opened.role = role_of(given) if given else None
        if name == "ol" and given.get("start", "").isdecimal():
            opened.members = int(given["start"][:6]) - 1
        self.stack.append(opened)
        self.open[name] += 1

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
        self._break("\n\n")
        element = self.stack.pop()
        self.open[element.name] -= 1
        if element.role:
            self.told.append((element.role, element.start, self.flow.length))
        if element.anchor:
            self.styles.append(Style(element.start, self.flow.length, "anchor", element.anchor))
        if element.name == "tr" and element.members == 1 and len(self.leaves) == element.leaves + 1:
            self._lay_out(self.leaves[-1])
        if element.becomes and len(self.leaves) > element.leaves:
            self._contain(element)

    def _lay_out(self, leaf: Leaf) -> None:
        """A row of one cell is no table but a page's layout."""
        if leaf.kind == "cell":
            leaf.kind = "paragraph"

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

    def _break(self, separator: str, furniture: str | None = None) -> None:
        """End the block of text that was being read, if any."""
        context = self.stack[-1].context
        span = self.flow.finish(separator)
        if span:
            self.leaves.append(Leaf(*span, context._replace(furniture=furniture) if furniture else context))

    def _line_end(self, start: int, end: int) -> None:
        """A line's end: in verse it ends a verse; two of them end a paragraph."""
        if self.stack[-1].context.verse:
            self._break("\n")
        elif self.flow.pending and self.flow.pending.text == "\n":
            self._break("\n\n")
        elif self.flow.block is not None:
            self.flow.wait("\n", start, end)

    def _close_styles(self) -> None:
        """What was opened in a line and never closed ends with its block."""
        starts = [leaf.start for leaf in self.leaves]
        for opened in self.inline.values():
            for start, styles, *_ in opened:
                place = max(bisect_right(starts, start) - 1, 0)
                end = self.leaves[place].end if self.leaves else 0
                self.styles += [Style(start, max(start, end), *style) for style in styles]
