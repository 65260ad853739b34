"""The text of one part of a DOCX file: its paragraphs, runs, tables and links, and where each stands in the XML.

Only what stands in `w:t` is text, so that what was struck out (`w:delText`), fields' instructions and drawings fall
away by themselves. Nothing in the XML is resolved or expanded: it is read tag by tag, as a page of HTML is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from variorum.sources.charset import REPLACEMENT
from variorum.sources.document import Block, Style
from variorum.sources.docx_numbering import Levels, marker
from variorum.sources.docx_styles import Properties, Role, Styles, complete, name_of, paragraph, role, run_style
from variorum.sources.flow import Flow
from variorum.sources.markup import TAG, Page, attributes, unescaped
from variorum.sources.nesting import is_verse

Given = Mapping[str, str]
Bytes = tuple[int, int]

_NOT_READ = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:sectPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sdtPr"))
_CHARACTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad",
}  # fmt: skip
_FIELD = re.compile(r'\s*HYPERLINK\s+(?:(\\l)\s+)?"([^"]*)"')


class Sheet(NamedTuple):
    """What a document's other parts say: its styles, its lists, and where its links lead."""

    styles: Styles
    levels: Levels
    links: Mapping[str, str]


class Leaf(NamedTuple):
    """A paragraph that has text."""

    block: Block
    quoted: bool
    style: str
    """The name of its style."""
    note: str | None
    """The note that it belongs to, by its id."""


class Reference(NamedTuple):
    """The mark of a note: the note's kind and id, and where in the part the mark stands."""

    id: str
    start: int
    end: int


class Body:
    """Reads one part of a document, tag by tag."""

    def __init__(self, source: str, sheet: Sheet) -> None:
        self.source, self.sheet = source, sheet
        self.page, self.flow = Page(source), Flow(source)
        self.leaves: list[Leaf] = []
        self.cells: list[Block] = []
        self.styles: list[Style] = []
        self.references: list[Reference] = []
        self.note: str | None = None
        self._reading = False
        self._own = [Properties()]
        self._parts = 0
        self._waiting: list[tuple[str, str]] = []
        """Anchors and marks of notes that stand before the first text of a paragraph."""
        self._counts: Counter[tuple[str, int]] = Counter()
        self._run: tuple[int, frozenset[str]] = 0, frozenset()
        self._set: dict[str, frozenset[str]] = {}
        self._roles: dict[Properties, tuple[Properties, Role, str]] = {}
        self._links: list[tuple[int, str]] = []
        self._fields: list[tuple[int, str]] = []
        self._cell: list[int] = []

    def build(self) -> None:
        """Read the part to its end."""
        at = 0
        while found := TAG.search(self.source, at):
            if self._reading and found.start() > at:
                self.flow.read_preformatted(at, found.start())
            closing, name, written, other = found.groups()
            at = found.end()
            if other:
                at = self._aside(other, at)
            elif closing:
                self._end(name)
            else:
                at = self._begin(name, written, found.start(), at)
        self._close()

    def _aside(self, opening: str, start: int) -> int:
        skip = self.page.aside(opening, start)
        if self._reading and opening == "![CDATA[":
            text = self.source[skip.start : skip.end]
            self.flow.put(text, skip.start, skip.end, REPLACEMENT not in text)
        return skip.after

    def _begin(self, name: str, written: str, start: int, end: int) -> int:
        """What a tag that opens does; where the part goes on."""
        whole = written.endswith("/")
        if name in ("w:t", "m:t"):
            self._reading = not whole
        elif name in _CHARACTERS:
            self.flow.put(_CHARACTERS[name], start, end, False)
        elif name in _NOT_READ or name in ("w:pPr", "w:rPr", "w:instrText"):
            skip = None if whole else self.page.content(name, end)
            if skip is None:
                return end
            self._take(name, self.source[skip.start : skip.end])
            return skip.after
        elif name in _BEGIN:
            _BEGIN[name](self, attributes(written), (start, end))
            if whole:
                self._end(name)
        return end

    def _take(self, name: str, content: str) -> None:
        """What a paragraph's or a run's properties, or a field's instruction, set."""
        if name == "w:pPr":
            self._own[-1] = paragraph(content)
        elif name == "w:rPr":
            if content not in self._set:
                self._set[content] = run_style(content, self.sheet.styles)
            self._run = self._run[0], self._set[content]
        elif name == "w:instrText" and self._fields:
            at, instruction = self._fields[-1]
            self._fields[-1] = at, instruction + unescaped(content)

    def _end(self, name: str) -> None:
        """What a tag that closes does."""
        self._reading = False
        if name in _END:
            _END[name](self)

    def _begin_paragraph(self, _given: Given, _span: Bytes) -> None:
        self._close()
        self._own.append(Properties())

    def _end_paragraph(self) -> None:
        self._close()
        if len(self._own) > 1:
            self._own.pop()

    def _close(self) -> None:
        """End the paragraph that was being read; one that stands round a text box goes on after it."""
        span = self.flow.finish("\n\n")
        if span is None:
            return
        words = "".join(self.flow.parts[self._parts :])[span[0] - span[1] :]
        self._parts = len(self.flow.parts)
        left = span[0] + len(words) - len(words.lstrip())
        self.styles += [Style(left, left, style, target) for style, target in self._waiting]
        self._waiting = []
        if words.strip():
            self._add(words.strip(), left)

    def _add(self, words: str, start: int) -> None:
        own, found, style = self._role(self._own[-1])
        kind, label = found.kind, found.label
        if kind == "paragraph" and own.number and own.number != "0":
            label = marker(own.number, own.depth or 0, self.sheet.levels, self._counts)
            kind = "item" if label or (own.number, own.depth or 0) not in self.sheet.levels else kind
        if kind == "verse" or (kind == "paragraph" and is_verse(words)):
            for line in re.finditer(r"\S(?:[^\n]*\S)?", words):
                block = Block(start + line.start(), start + line.end(), "verse")
                self.leaves.append(Leaf(block, found.quoted, style, self.note))
        else:
            block = Block(start, start + len(words), kind, found.level, label)
            self.leaves.append(Leaf(block, found.quoted and kind == "paragraph", style, self.note))

    def _role(self, own: Properties) -> tuple[Properties, Role, str]:
        """All that is set of a paragraph, what that makes it, and the name of its style."""
        if own not in self._roles:
            whole = complete(own, self.sheet.styles)
            self._roles[own] = whole, role(whole, self.sheet.styles), name_of(whole, self.sheet.styles)
        return self._roles[own]

    def _begin_run(self, _given: Given, _span: Bytes) -> None:
        self._run = self.flow.length, frozenset()

    def _end_run(self) -> None:
        start, names = self._run
        self._run = self.flow.length, frozenset()
        self.styles += [style for name in sorted(names) for style in self._since(start, name)]

    def _since(self, start: int, style: str, target: str | None = None) -> list[Style]:
        """A style from here to there, if there is any text in this paragraph since then."""
        start = max(start, self.flow.length if self.flow.block is None else self.flow.block)
        return [Style(start, self.flow.length, style, target)] if start < self.flow.length else []

    def _begin_link(self, given: Given, _span: Bytes) -> None:
        target = self.sheet.links.get(given.get("r:id", ""), "")
        place = given.get("w:anchor", "")
        self._links.append((self.flow.length, f"{target}#{place}" if place else target))

    def _end_link(self) -> None:
        if self._links:
            start, target = self._links.pop()
            self.styles += self._since(start, "link", target) if target else []

    def _begin_simple_field(self, given: Given, _span: Bytes) -> None:
        self._links.append((self.flow.length, _target(given.get("w:instr", ""))))

    def _field(self, given: Given, _span: Bytes) -> None:
        kind = given.get("w:fldchartype")
        if kind == "begin":
            self._fields.append((self.flow.length, ""))
        elif kind == "separate" and self._fields:
            self._fields[-1] = self.flow.length, self._fields[-1][1]
        elif kind == "end" and self._fields:
            start, instruction = self._fields.pop()
            target = _target(instruction)
            self.styles += self._since(start, "link", target) if target else []

    def _bookmark(self, given: Given, _span: Bytes) -> None:
        name = given.get("w:name", "")
        if name and not name.startswith("_GoBack"):
            self._mark("anchor", name)

    def _footnote_mark(self, given: Given, span: Bytes) -> None:
        self._reference(f"footnote-{given.get('w:id', '')}", span)

    def _endnote_mark(self, given: Given, span: Bytes) -> None:
        self._reference(f"endnote-{given.get('w:id', '')}", span)

    def _reference(self, name: str, span: Bytes) -> None:
        self.references.append(Reference(name, *span))
        self._mark("link", f"#{name}")

    def _mark(self, style: str, target: str) -> None:
        """Set an anchor, or the mark of a note: a style without text."""
        if self.flow.block is None:
            self._waiting.append((style, target))
        else:
            self.styles.append(Style(self.flow.length, self.flow.length, style, target))

    def _begin_note(self, given: Given, _span: Bytes) -> None:
        self._close()
        self.note = given.get("w:id") if "w:type" not in given or given["w:type"] == "normal" else "-"

    def _end_note(self) -> None:
        self._close()
        self.note = None

    def _begin_cell(self, _given: Given, _span: Bytes) -> None:
        self._close()
        self._cell.append(len(self.leaves))

    def _end_cell(self) -> None:
        """A cell with one paragraph is a leaf; else it contains them."""
        self._close()
        first = self._cell.pop() if self._cell else len(self.leaves)
        leaves = self.leaves[first:]
        if len(leaves) == 1 and leaves[0].block.kind == "paragraph":
            self.leaves[first] = leaves[0]._replace(block=leaves[0].block._replace(kind="cell"), quoted=False)
        elif leaves:
            self.cells.append(Block(leaves[0].block.start, leaves[-1].block.end, "cell"))


_BEGIN: dict[str, Callable[[Body, Given, Bytes], None]] = {
    "w:p": Body._begin_paragraph,
    "w:r": Body._begin_run,
    "w:hyperlink": Body._begin_link,
    "w:fldSimple": Body._begin_simple_field,
    "w:fldChar": Body._field,
    "w:bookmarkStart": Body._bookmark,
    "w:footnoteReference": Body._footnote_mark,
    "w:endnoteReference": Body._endnote_mark,
    "w:footnote": Body._begin_note,
    "w:endnote": Body._begin_note,
    "w:tc": Body._begin_cell,
}
_END: dict[str, Callable[[Body], None]] = {
    "w:p": Body._end_paragraph,
    "w:r": Body._end_run,
    "w:hyperlink": Body._end_link,
    "w:fldSimple": Body._end_link,
    "w:footnote": Body._end_note,
    "w:endnote": Body._end_note,
    "w:tc": Body._end_cell,
}


def _target(instruction: str) -> str:
    """Where a field leads that is a link."""
    found = _FIELD.match(instruction)
    return ("#" if found[1] else "") + found[2] if found else ""
