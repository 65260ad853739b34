"""A page of HTML, tag by tag: what each does to the text, its lines, its styles and its marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from variorum.sources.charset import REPLACEMENT
from variorum.sources.composition import DEEPEST, Composition
from variorum.sources.document import Style
from variorum.sources.elements import FLOW, is_note_reference, is_page_break
from variorum.sources.flow import SPACES
from variorum.sources.marks import LONGEST, LONGEST_BACK, is_way_back, page_break, sign_of
from variorum.sources.markup import TAG, Page, Skip
from variorum.sources.tags import Tag, tag_of


class Inline(NamedTuple):
    """An element that is open in a line."""

    start: int
    styles: Sequence[tuple[str, str | None]]
    furniture: str | None
    """What the element is, if it stands at the beginning of its block and is the site's."""
    role: str | None


class Builder(Composition):
    """Reads a page."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source, self.page = source, Page(source)
        self.inline: dict[str, list[Inline]] = {}
        self.settled: list[Style] = []
        """Styles without text that stay in their block."""
        self.milestones: list[tuple[int, str | None, str | None]] = []
        self.meta: list[tuple[str, str]] = []

    def build(self) -> None:
        """Read the page to its end."""
        source, search, flow, at = self.source, TAG.search, self.flow, 0
        while found := search(source, at):
            start, end = found.span()
            if start > at:
                if self.preformatted:
                    flow.read_preformatted(at, start)
                elif flow.block is not None or source[at:start].strip(SPACES):
                    flow.read(at, start)
            if source[start + 1] == "/":
                name = source[start + 2 : end - 1]
                self._end(name if name.isalnum() and name.islower() else found[2].lower())
                at = end
            elif found[4]:
                at = self._aside(found[4], end)
            else:
                tag = tag_of(source[start:end])
                at = (tag.is_plain and not self.preformatted and self._whole(tag, end)) or self._begin(tag, start, end)
        if at < len(source):
            (flow.read_preformatted if self.preformatted else flow.read)(at, len(source))
        self.close_all()
        self._close_styles()

    def _whole(self, tag: Tag, start: int) -> int:
        """Read an element that holds nothing but text; where the page goes on, or 0 if it holds more."""
        if tag.name == "tr":
            at = self.whole_rows(start)
            return at if at > start else 0
        source, ending = self.source, tag.ending
        end = source.find("<", start)
        if end < 0 or not source.startswith(ending, end):
            return 0
        if tag.sort == "block":
            self.whole_block(tag, start, end)
            if not tag.given:
                return self.whole_siblings(tag, end + len(ending))
        else:
            flow, before = self.flow, self.flow.length
            is_site = tag.own.furniture is not None and flow.block is None
            if end > start:
                flow.read(start, end)
            self._end_inline(tag.name, Inline(before, tag.styles, tag.own.furniture if is_site else None, tag.role))
        return end + len(ending)

    def _aside(self, opening: str, start: int) -> int:
        skip = self.page.aside(opening, start)
        if opening == "![CDATA[" and skip.end > skip.start:
            text = self.source[skip.start : skip.end]
            self.flow.put(text, skip.start, skip.end, REPLACEMENT not in text)
        return skip.after

    def _begin(self, tag: Tag, start: int, end: int) -> int:
        """What a tag that opens does; where the page goes on."""
        if tag.may_be_mark and (after := self._mark(tag, end)):
            return after
        if tag.sort == "inline":
            self._open_inline(tag, start, end)
        elif tag.sort == "block":
            self.open_block(tag)
        else:
            return self._single(tag, start, end)
        if tag.is_empty and tag.name != "hr":
            self._end(tag.name)
        return end

    def _single(self, tag: Tag, start: int, end: int) -> int:
        """What a tag does that opens nothing."""
        if tag.sort == "br":
            self.end_line(start, end)
        elif tag.sort == "img":
            self._image(tag.given, start, end)
        elif tag.sort == "meta":
            name = tag.given.get("name") or tag.given.get("property") or ""
            self.meta.append((name.lower(), tag.given.get("content", "")))
        else:
            return self._not_read(tag.name, end)
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
                self._begin(tag_of(found[0]), found.start(), at)
            elif name in ("title", "script", "style", "template") and not found[1]:
                at = max(at, min(self._not_read(name, at), end))

    def _mark(self, tag: Tag, end: int) -> int:
        """Read a page's number, or the mark of a note, which are no text; where the page goes on, or 0 for neither."""
        given = tag.given
        skip = Skip(end, end, end) if tag.is_empty else self.page.content(tag.name, end, LONGEST_BACK)
        if skip is None:
            return 0
        content = self.source[skip.start : skip.end]
        if not is_way_back(given, content):
            if len(content) > LONGEST:
                return 0
            if is_page_break(given):
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
        note = next((element for element in reversed(self.stack[-3:]) if element.becomes == "note"), None)
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

    def _open_inline(self, tag: Tag, start: int, end: int) -> None:
        if tag.name == "q":
            self.flow.put("“", start, end, False)
        furniture = tag.own.furniture if self.flow.block is None else None
        opened = Inline(self.flow.length, tag.styles, furniture, tag.role)
        if tag.name not in self.inline:
            self.inline[tag.name] = [opened]
        elif len(self.inline[tag.name]) < DEEPEST:
            self.inline[tag.name].append(opened)

    def _end(self, name: str) -> None:
        """What a tag that closes does: nothing, if nothing of its name is open."""
        if name in FLOW:
            self.close_block(name)
        elif opened := self.inline.get(name):
            self._end_inline(name, opened.pop())

    def _end_inline(self, name: str, element: Inline) -> None:
        if name == "q":
            self.flow.put("”", 0, 0, False)
        start, end = element.start, self.flow.length
        if start < end:
            for style, target in element.styles:
                self.styles.append(Style(start, end, style, target))
        else:
            for style, target in element.styles:
                self._point(style, target)
        if element.role:
            self.told.append((element.role, start, end))
        if element.furniture and self.flow.block is not None and start < end:
            self.end_block("\n\n", element.furniture)

    def _close_styles(self) -> None:
        """What was opened in a line and never closed ends with its block."""
        starts = [leaf.start for leaf in self.leaves]
        for opened in self.inline.values():
            for start, styles, *_ in opened:
                place = max(bisect_right(starts, start) - 1, 0)
                end = self.leaves[place].end if self.leaves else 0
                self.styles += [Style(start, max(start, end), *style) for style in styles]
