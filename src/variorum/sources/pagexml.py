"""PAGE-XML: the regions of a page in their reading order, their lines, and what was read in each."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from variorum.sources.charset import decode
from variorum.sources.document import Document, Facts, Reader, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.leaves import Setting
from variorum.sources.ocr import PARAGRAPH, Box, Manner, Print, document, setting_of
from variorum.sources.xml import Markup, Tag, root_of
from variorum.sources.xml_events import parse, words_at

_STRUCTURE = re.compile(r"structure\s*\{[^{}]*?type:\s*([\w-]+)")
_STYLES = {
    "bold": "bold", "italic": "italic", "underlined": "underline", "smallCaps": "small-caps", "subscript": "subscript",
    "superscript": "superscript", "strikethrough": "strike",
}  # fmt: skip
_REGIONS = frozenset(("TextRegion", "TableCell"))
_READINGS = ("Unicode", "PlainText")
"""Elements that tell what was read, the better first."""
_DAYS = frozenset(("Created", "LastChange"))
_TELLING = frozenset(("Page", "TextRegion", "TextLine"))
"""Elements that name a language."""
_SHORT = 1000
"""Code points of a text that is divided into lines however short they are."""


def _knows(head: bytes, _: str) -> bool:
    name, given = root_of(head)
    return name == b"PcGts" or b"primaresearch.org/PAGE" in given


class _Held:
    """A region, a line or a word that is open: what was read in it, how it is set, and where it stands."""

    def __init__(self, region: int) -> None:
        self.region = region
        self.index = -1
        """Of the reading of it that counts, the least of all; less than none where it has none."""
        self.read: dict[str, array[int]] = {}
        """By the names of the elements that tell it, where the texts of that reading start and end."""
        self.words = array("q")
        """Of a line, what its words tell: where their texts start and end, and how they are set."""
        self.styles: list[str] = []
        self.corners: list[int] = []
        """Left, top, right and bottom of its outline."""

    def takes(self, index: str) -> bool:
        """Whether a reading of this index counts rather than any before."""
        told = _index(index)
        if 0 <= self.index <= told:
            return False
        self.index, self.read = told, {}
        return True

    def widen(self, x: int, y: int) -> None:
        """Have a point in the outline."""
        left, top, right, bottom = self.corners or (x, y, x, y)
        self.corners = [min(left, x), min(top, y), max(right, x), max(bottom, y)]

    def box(self) -> Box | None:
        """The rectangle around its outline."""
        return Box(*self.corners) if self.corners else None

    def texts(self) -> Iterator[tuple[int, int, int]]:
        """Where the texts of the reading that counts start and end, and whether they are literal."""
        found = next((self.read[name] for name in _READINGS if name in self.read), array("q"))
        return zip(found[::3], found[1::3], found[2::3], strict=True)


class _Pages:
    """What is open in a file, and what was read until now."""

    def __init__(self, markup: Markup) -> None:
        self.printed = Print(markup)
        self.ids: list[str] = []
        """Of each region."""
        self.full = set[int]()
        """The regions in which there are lines."""
        self.order = Order()
        self.days: list[str] = []
        self.language: str | None = None
        self.open: list[tuple[str, _Held | Order | array[int] | None]] = []
        """Of each open element its name, and what is held of it: or where the places of its texts are kept."""

    def begin(self, tag: Tag, _: int) -> None:
        """An element begins."""
        name, given = tag.name, tag.given
        parent, outer = self.open[-1] if self.open else ("", None)
        held: _Held | Order | array[int] | None = None
        if name in _TELLING and self.language is None:
            self.language = language_tag(given.get("primaryLanguage", ""))
        if len(self.open) == 1 and name == "Page":
            self.printed.page(None, given.get("imageFilename") or None)
        elif name in _REGIONS and len(self.open) > 1 and self.open[1][0] == "Page":
            held = _Held(self.printed.region(_setting(given), None))
            self.ids.append(given.get("id", ""))
        elif name in _DAYS:
            held = array("q")
        elif isinstance(outer, Order) or (name == "ReadingOrder" and len(self.open) == 2):
            self.order.begin(given)
            held = self.order
        elif isinstance(outer, _Held):
            held = self._within(outer, parent, name, given)
        self.open.append((name, held))

    def _within(
        self, outer: _Held, parent: str, name: str, given: Mapping[str, str]
    ) -> _Held | Order | array[int] | None:
        """What is held of an element in one that is held."""
        if parent == "TextEquiv":
            if name in _READINGS and name not in outer.read:
                return outer.read.setdefault(name, array("q"))
        elif parent == "Coords":
            if name == "Point":
                outer.widen(_number(given.get("x")), _number(given.get("y")))
        elif name == "TextEquiv":
            return outer if outer.takes(given.get("index", "")) else None
        elif name == "Coords":
            return outer if not outer.corners and not self._outline(outer, given.get("points", "")) else None
        elif name == "TextStyle":
            outer.styles += (style for each, style in _STYLES.items() if given.get(each) in ("true", "1"))
        elif (name == "TextLine" and parent in _REGIONS) or (name == "Word" and parent == "TextLine"):
            return _Held(outer.region)
        return None

    def _outline(self, outer: _Held, points: str) -> bool:
        for found in re.finditer(r"(-?\d{1,9}),(-?\d{1,9})", points):
            outer.widen(int(found[1]), int(found[2]))
        return bool(outer.corners)

    def text(self, start: int, end: int, literal: bool) -> None:
        """A text."""
        held = self.open[-1][1]
        if isinstance(held, array):
            held.extend((start, end, literal))

    def end(self, tag: Tag) -> None:
        """An element ends."""
        name, held = tag.name, self.open.pop()[1]
        if isinstance(held, array):
            if name in _DAYS:
                self.days += filter(None, [edtf(words_at(self.printed.source, held))])
        elif isinstance(held, Order):
            held.end()
        elif held is None:
            if len(self.open) == 1 and name == "Page":
                self._end_page()
        elif name == "Word":
            self._end_word(held)
        elif name == "TextLine":
            self._end_line(held)
        elif name in _REGIONS:
            self._end_region(held)

    def _end_word(self, word: _Held) -> None:
        line = self.open[-1][1]
        assert isinstance(line, _Held)
        if line.words:
            line.words.extend((0, 0, 0))
        for start, end, literal in word.texts():
            line.words.extend((start, end, self.printed.manner(_manner(word, literal))))

    def _end_line(self, line: _Held) -> None:
        words, source = line.words, self.printed.source
        own = list(line.texts())
        if any(source[start:end].strip() for start, end, _ in own):
            words = array("q")
            for start, end, literal in own:
                words.extend((start, end, self.printed.manner(_manner(line, literal))))
        if words:
            self.full.add(line.region)
            self.printed.line(line.region, line.box())
            self.printed.words.extend(words)

    def _end_region(self, region: _Held) -> None:
        printed, number = self.printed, region.region
        printed.regions[number] = printed.regions[number]._replace(box=region.box())
        if number in self.full:
            return
        for start, end, literal in region.texts():
            for first, last in _divided(printed.source, start, end):
                self.full.add(number)
                printed.line(number, None)
                printed.word(first, last, Manner((), bool(literal)))

    def _end_page(self) -> None:
        """Put the regions of a page in their order."""
        regions, places = self.printed.pages[-1].regions, self.order.places()
        regions[:] = sorted(
            (each for each in regions if each in self.full), key=lambda each: places.get(self.ids[each], len(places))
        )
        self.order = Order()


class Order:
    """The order in which the regions of a page are read, as it grows: groups with an index go by it.

    >>> order = Order()
    >>> order.begin({})
    >>> for given in ({"regionRef": "b", "index": "1"}, {"regionRef": "a", "index": "0"}):
    ...     order.begin(given)
    ...     order.end()
    >>> order.end()
    >>> order.places()
    {'a': 0, 'b': 1}
    """

    def __init__(self) -> None:
        self._top = _Group()
        self._open = [self._top]

    @property
    def depth(self) -> int:
        """How many elements of it are open."""
        return len(self._open) - 1

    def begin(self, given: Mapping[str, str]) -> None:
        """An element of it begins, with these attributes."""
        group = _Group(_index(given.get("index", "")) if self.depth else 0, given.get("regionRef", ""))
        self._open.append(group)

    def end(self) -> None:
        """An element of it ends; one that names no region and holds none is nothing."""
        group = self._open.pop()
        if group.ref or group.members:
            self._open[-1].members.append(group)

    def places(self) -> dict[str, int]:
        """Of each region that is named its place."""
        found: list[str] = []
        stack = [self._top]
        while stack:
            group = stack.pop()
            if group.ref:
                found.append(group.ref)
            stack += sorted(group.members, key=lambda each: each.index)[::-1]
        return {ref: place for place, ref in enumerate(found)}


class _Group:
    """An element of the reading order, and those in it."""

    __slots__ = ("index", "members", "ref")

    def __init__(self, index: int = 0, ref: str = "") -> None:
        self.index, self.ref = index, ref
        self.members: list[_Group] = []


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    decoded = decode(stream.read(), warn)
    markup = Markup(decoded.text, warn)
    pages = _Pages(markup)
    parse(markup, pages)
    facts = Facts(transcribed=max(pages.days, default=None), language=pages.language)
    yield document(pages.printed, decoded, facts)


def _setting(given: Mapping[str, str]) -> Setting:
    custom = _STRUCTURE.search(given.get("custom", ""))
    own = setting_of(given.get("type", ""))
    return setting_of(custom[1]) if custom and own == PARAGRAPH else own


def _index(written: str) -> int:
    return int(written[:9]) if written.isdecimal() else 0


def _number(written: str | None) -> int:
    return int(written[:9]) if written and written.removeprefix("-").isdecimal() else 0


def _manner(held: _Held, literal: int) -> Manner:
    return Manner(tuple(dict.fromkeys(held.styles)), bool(literal))


def _divided(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a text that is not divided otherwise; one whose lines are no longer than a sign or two is one."""
    breaks = source.count("\n", start, end)
    if 4 * breaks > end - start > _SHORT:
        yield start, end
        return
    for found in re.compile(r"[^\r\n]+").finditer(source, start, end):
        yield found.span()


PAGE = Reader("page", _knows, _read)
