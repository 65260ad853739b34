"""ALTO (versions 1 to 4): pages of recognised text, its words in attributes, its hyphens told from the words' own."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from variorum.sources.charset import decode
from variorum.sources.document import Document, Facts, Reader, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.leaves import Setting
from variorum.sources.ocr import PARAGRAPH, Box, Manner, Print, Region, box_of, document, setting_of
from variorum.sources.tei_elements import renditions
from variorum.sources.xml import ATTRIBUTE, Markup, Tag, root_of
from variorum.sources.xml_events import parse, words_at

_MARGINS = {
    "TopMargin": "header", "BottomMargin": "footer", "LeftMargin": "marginalia", "RightMargin": "marginalia",
}  # fmt: skip
_PAGE_DEPTH = 3
"""Pages stand in the layout, and that in the root."""
_STYLED = frozenset(("TextStyle", "LayoutTag", "StructureTag", "OtherTag"))
_TOLD = frozenset(("fileName", "processingDateTime"))
_TELLING = frozenset(("Page", "TextBlock", "TextLine", "String"))
"""Elements that name a language."""


def _knows(head: bytes, _: str) -> bool:
    name, given = root_of(head)
    return name.lower() == b"alto" or b"loc.gov/standards/alto" in given


class _Region(NamedTuple):
    """What a block says of itself: its tags, its type, and the margin that it stands in."""

    tags: str
    type: str
    margin: str


class _Set(NamedTuple):
    """What a word says of itself: its own style, the styles that are named for it, the whole that it is a part of."""

    style: str
    named: str
    whole: str | None
    begins: bool


class _Layout:
    """What is open in a file, and what was read until now."""

    def __init__(self, markup: Markup) -> None:
        self.printed = Print(markup)
        self.blocks: list[_Region] = []
        self.manners: dict[_Set, int] = {}
        self.styles: dict[str, tuple[str, ...]] = {}
        self.tags: dict[str, str] = {}
        self.days: list[str] = []
        self.image: str | None = None
        self.language: str | None = None
        self.margin = ""
        self.in_page = False
        self.open: list[tuple[str, int, str]] = []
        """Of each open element its name, the number of its region if it has one, and the styles that are named."""
        self.telling = 0
        """How many elements are open as far as one that tells a day or an image."""
        self.told = array("q")
        """Where its texts start and end, and whether they are literal."""

    def begin(self, tag: Tag, at: int) -> None:
        """An element begins."""
        name, given = tag.name, tag.given
        parent, region, named = self.open[-1] if self.open else ("", -1, "")
        if name == "Page" and len(self.open) == _PAGE_DEPTH - 1 and parent == "Layout":
            self.printed.page(given.get("PRINTED_IMG_NR") or None)
            self.in_page, self.margin = True, ""
        opened = -1
        if name in _MARGINS:
            self.margin = _MARGINS[name]
        elif name == "TextBlock" and self.in_page:
            opened, named = self._block(given), given.get("STYLEREFS", "")
        elif name == "TextLine" and parent == "TextBlock" and region >= 0:
            self.printed.line(region, _box(given))
            opened, named = region, f"{given.get('STYLEREFS', '')} {named}"
        elif name in ("String", "HYP") and parent == "TextLine" and region >= 0:
            self._word(tag, at, named)
        elif name in _STYLED:
            self._define(name, given)
        if self.language is None and name in _TELLING and self.open:
            self.language = language_tag(given["LANG"] if "LANG" in given else given.get("language", ""))
        self.open.append((name, opened, named))
        if name in _TOLD and not self.telling:
            self.telling = len(self.open)

    def _block(self, given: Mapping[str, str]) -> int:
        kind = given["TYPE"] if "TYPE" in given else given.get("type", "")
        self.blocks.append(_Region(given.get("TAGREFS", ""), kind.lower(), self.margin))
        return self.printed.region(PARAGRAPH, _box(given))

    def _word(self, tag: Tag, at: int, named: str) -> None:
        """A word; words are divided by white space though none be written."""
        given, printed = tag.given, self.printed
        if tag.name == "String" and printed.lines[-1] < len(printed.words):
            printed.space()
        if place := _content(tag):
            kind = given.get("SUBS_TYPE", "")
            whole = given.get("SUBS_CONTENT") or None if kind.startswith("HypPart") else None
            told = _Set(given.get("STYLE", ""), f"{given.get('STYLEREFS', '')} {named}", whole, kind == "HypPart1")
            printed.words.extend((at + place[0], at + place[1], self.manners.setdefault(told, len(self.manners) + 1)))

    def _define(self, name: str, given: Mapping[str, str]) -> None:
        if name == "TextStyle":
            self.styles[given.get("ID", "")] = renditions(given.get("FONTSTYLE", ""))
        else:
            self.tags[given.get("ID", "")] = (given["LABEL"] if "LABEL" in given else given.get("TYPE", "")).lower()

    def text(self, start: int, end: int, literal: bool) -> None:
        """A text: nothing, but in the elements that tell a day or an image."""
        if self.telling:
            self.told.extend((start, end, literal))

    def end(self, tag: Tag) -> None:
        """An element ends."""
        if tag.name in _MARGINS:
            self.margin = ""
        elif tag.name == "Page" and len(self.open) == _PAGE_DEPTH:
            self.in_page = False
        elif len(self.open) == self.telling:
            self._tell(tag.name, words_at(self.printed.source, self.told))
            self.telling = 0
            del self.told[:]
        self.open.pop()

    def _tell(self, name: str, words: str) -> None:
        if name != "fileName":
            self.days += filter(None, [edtf(words)])
        elif self.image is None:
            self.image = words

    def finish(self) -> Print:
        """What was read, its styles and tags looked up."""
        printed = self.printed
        printed.pages = [page._replace(image=self.image) for page in printed.pages]
        settings = {told: _setting(told, self.tags) for told in set(self.blocks)}
        printed.regions = [
            Region(settings[told], box) for told, (_, box) in zip(self.blocks, printed.regions, strict=True)
        ]
        printed.manners += [_manner(told, self.styles) for told in self.manners]
        return printed


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    decoded = decode(stream.read(), warn)
    markup = Markup(decoded.text, warn)
    layout = _Layout(markup)
    parse(markup, layout)
    facts = Facts(transcribed=max(layout.days, default=None), language=layout.language)
    yield document(layout.finish(), decoded, facts)


def _setting(told: _Region, tags: Mapping[str, str]) -> Setting:
    named = (*(tags.get(each, "") for each in told.tags.split()), told.type, told.margin)
    found = (setting_of(re.sub(r"[\s_]+", "-", name)) for name in named if name)
    return next((setting for setting in found if setting != PARAGRAPH), PARAGRAPH)


def _manner(told: _Set, styles: Mapping[str, tuple[str, ...]]) -> Manner:
    found = [*renditions(told.style), *(each for key in told.named.split() for each in styles.get(key, ()))]
    return Manner(tuple(dict.fromkeys(found)), False, told.whole, told.begins)


def _box(given: Mapping[str, str]) -> Box | None:
    return box_of([given.get(side, "") for side in ("HPOS", "VPOS", "WIDTH", "HEIGHT")], size=True)


def _content(tag: Tag) -> tuple[int, int] | None:
    """Where in an element's tag its CONTENT starts and ends."""
    for found in ATTRIBUTE.finditer(tag.written):
        if found[1] == "CONTENT":
            return found.span(next(group for group in (2, 3, 4) if found[group] is not None))
    return None


ALTO = Reader("alto", _knows, _read)
