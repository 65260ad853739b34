"""What the formats of text recognition share: pages of regions of lines, and the document that they become.

The text keeps the lines of the print, hyphens included. Where each line stands is kept in the milestones, as a media
fragment of the page's image (https://www.w3.org/TR/media-frags/): `page-12.tif#xywh=101,310,1480,52`.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from variorum.errors import NotText
from variorum.sources.charset import Decoded
from variorum.sources.document import Document, Facts
from variorum.sources.galley import Galley
from variorum.sources.leaf_forms import sort_of
from variorum.sources.leaves import Mark, Setting
from variorum.sources.proof import ground, proof
from variorum.sources.xml import Markup

REPEATED = 3
"""On how many pages a line stands that is their running head."""


PARAGRAPH = Setting("paragraph")
"""What a region becomes that is not said to be anything else."""


class Box(NamedTuple):
    """A rectangle in an image, in its pixels."""

    left: int
    top: int
    right: int
    bottom: int


class Manner(NamedTuple):
    """How a word is set, and the whole word of which a hyphen leaves only a part."""

    styles: tuple[str, ...] = ()
    literal: bool = False
    whole: str | None = None
    begins: bool = True
    """Whether it is the first part of that word."""


class Region(NamedTuple):
    """A block of lines."""

    setting: Setting
    box: Box | None


class Page(NamedTuple):
    """A page of the print: its number and image, and its regions, those that come first being first."""

    regions: list[int]
    n: str | None
    image: str | None


class Print:
    """What was recognised: pages of regions, and lines and words as columns of numbers, since there are very many."""

    def __init__(self, markup: Markup) -> None:
        self.source, self.entities = markup.source, markup.entities
        self.pages: list[Page] = []
        self.regions: list[Region] = []
        self.boxes: list[Box | None] = []
        """Of each line."""
        self.lines = array("q")
        """Of each line its region, and where its words begin."""
        self.words = array("q")
        """Of each word its start and end in the source, and its manner; white space has no place."""
        self.manners = [Manner()]
        self._numbers = {Manner(): 0}

    def page(self, n: str | None = None, image: str | None = None) -> None:
        """Begin a page."""
        self.pages.append(Page([], n, image))

    def region(self, setting: Setting, box: Box | None) -> int:
        """Begin a region on the last page; its number."""
        self.regions.append(Region(setting, box))
        self.pages[-1].regions.append(len(self.regions) - 1)
        return len(self.regions) - 1

    def line(self, region: int, box: Box | None) -> None:
        """Begin a line in a region."""
        self.lines.extend((region, len(self.words)))
        self.boxes.append(box)

    def word(self, start: int, end: int, manner: Manner) -> None:
        """Add a word to the last line."""
        self.words.extend((start, end, self.manner(manner)))

    def manner(self, manner: Manner) -> int:
        """The number of a manner."""
        number = self._numbers.setdefault(manner, len(self._numbers))
        if number == len(self.manners):
            self.manners.append(manner)
        return number

    def space(self) -> None:
        """Add to the last line white space that stands nowhere."""
        self.words.extend((0, 0, 0))


class Lines(NamedTuple):
    """The lines of a print by their regions, and the words of each."""

    printed: Print
    order: array[int]
    """The lines by their regions."""
    firsts: array[int]
    """Where in this order the lines of each region begin."""

    def of(self, region: int) -> list[int]:
        """The lines of a region in which there is something."""
        lines = self.order[self.firsts[region] : self.firsts[region + 1]]
        return [line for line in lines if self.text(line).strip()]

    def words(self, line: int) -> Iterator[tuple[int, int, Manner]]:
        """The words of a line: where they start and end in the source, and how they are set."""
        words, lines = self.printed.words, self.printed.lines
        end = lines[2 * line + 3] if 2 * line + 3 < len(lines) else len(words)
        for place in range(lines[2 * line + 1], end, 3):
            yield words[place], words[place + 1], self.printed.manners[words[place + 2]]

    def text(self, line: int) -> str:
        """What is written in a line."""
        return " ".join(self.printed.source[start:end] for start, end, _ in self.words(line))


def _lines_of(printed: Print) -> Lines:
    regions = np.frombuffer(printed.lines, np.int64)[::2]
    order = np.argsort(regions, kind="stable")
    firsts = np.searchsorted(regions[order], np.arange(len(printed.regions) + 1))
    return Lines(printed, array("q", order.tobytes()), array("q", firsts.tobytes()))


_SETTINGS = {
    "heading": Setting("heading", None, 2), "title": Setting("heading", "title", 1),
    "chapter": Setting("heading", None, 1),
    "section": Setting("heading", None, 2), "subsection": Setting("heading", None, 3),
    "author": Setting("paragraph", "author"), "header": Setting("furniture", "running head"),
    "footer": Setting("furniture", "footer"), "page-number": Setting("furniture", "page number"),
    "pageno": Setting("furniture", "page number"), "signature-mark": Setting("furniture", "signature"),
    "catch-word": Setting("furniture", "catchword"), "marginalia": Setting("note"), "footnote": Setting("note"),
    "footnote-continued": Setting("note"), "endnote": Setting("note"), "blockquote": Setting("quote"),
    "caption": Setting("paragraph", "caption"), "TOC-entry": Setting("item"), "list-label": Setting("item"),
}  # fmt: skip


def setting_of(kind: str) -> Setting:
    """What a region becomes that is called so.

    >>> setting_of("page-number").label, setting_of("drop-capital").kind
    ('page number', 'paragraph')
    """
    return _SETTINGS.get(kind, PARAGRAPH)


def box_of(numbers: Sequence[str], size: bool = False) -> Box | None:
    """A box from its corners, or from its corner and its `size`, as they are written; None if they are no numbers."""
    try:
        left, top, right, bottom = (round(float(number)) for number in numbers)
    except (ValueError, OverflowError):
        return None
    return Box(left, top, left + right, top + bottom) if size else Box(left, top, right, bottom)


def place_of(image: str | None, box: Box | None) -> str | None:
    """The place of a box in an image.

    >>> place_of("12.tif", Box(10, 20, 110, 45))
    '12.tif#xywh=10,20,100,25'
    """
    if not box:
        return image
    return f"{image or ''}#xywh={box.left},{box.top},{box.right - box.left},{box.bottom - box.top}"


def document(printed: Print, decoded: Decoded, facts: Facts) -> Document:
    """The document that a print makes; raises NotText if there is no text on its pages."""
    galley, lines = Galley(printed.entities), _lines_of(printed)
    heads = _running(lines)
    for page in printed.pages:
        settings = {each: heads.get(each, printed.regions[each].setting) for each in page.regions}
        galley.stone("page", page.n or _number_on(lines, settings), page.image)
        _set_page(galley, lines, settings, page.image)
    printed.lines, printed.words, printed.boxes = array("q"), array("q"), []  # what was set need not be held twice
    del lines
    whole = proof(galley, ground(decoded), facts)
    if whole is None:
        raise NotText("there is no text on these pages: they may hold only images")
    return whole


def _set_page(galley: Galley, lines: Lines, settings: Mapping[int, Setting], image: str | None) -> None:
    columns = list(_columns([lines.printed.regions[each] for each in settings]))
    previous = 1 if len(set(columns)) < 2 else 0
    for (region, setting), column in zip(settings.items(), columns, strict=True):
        if column != previous:
            galley.stone("column", str(column), None)
        previous = column
        _set_region(galley, lines, region, setting, image)


def _set_region(galley: Galley, lines: Lines, region: int, setting: Setting, image: str | None) -> None:
    container = galley.contain(setting) if setting.kind == "quote" else -1
    galley.enter(PARAGRAPH if container >= 0 else setting)
    broken: dict[str, Mark] = {}
    for line in lines.of(region):
        galley.line()
        galley.stone("line", None, place_of(image, lines.printed.boxes[line]))
        for start, end, manner in lines.words(line):
            _set_word(galley, lines.printed.source[start:end] or " ", start, manner, broken)
    galley.leave()
    if container >= 0:
        galley.close(container)


def _set_word(galley: Galley, raw: str, at: int, manner: Manner, broken: dict[str, Mark]) -> None:
    if manner.whole and manner.begins:
        broken[manner.whole] = galley.mark("joined", manner.whole, divided=False)
    marks = [galley.mark(style) for style in manner.styles]
    if manner.literal or "&" not in raw:
        galley.write_literally(raw, at)
    else:
        galley.write(raw, at)
    for mark in reversed(marks):
        galley.unmark(mark)
    if manner.whole and not manner.begins and manner.whole in broken:
        galley.unmark(broken.pop(manner.whole))


def _words_of(lines: Lines, region: int) -> str:
    return " ".join(" ".join(map(lines.text, lines.of(region))).split())


def _number_on(lines: Lines, settings: Mapping[int, Setting]) -> str | None:
    """The number that is printed on a page."""
    numbers = (_words_of(lines, region) for region, setting in settings.items() if setting.label == "page number")
    return next((number.strip("[]()-–— .") or None for number in numbers), None)


def _columns(regions: Sequence[Region]) -> Iterator[int]:
    """Of each region its column: one begins to the right of, and above the end of, what came before."""
    column, before = 1, None
    for region in regions:
        if region.box and region.setting.kind != "furniture":
            if (
                before
                and region.box.left >= before.right - (before.right - before.left) // 10
                and region.box.top < before.bottom
            ):
                column += 1
            before = region.box
        yield column


def _running(lines: Lines) -> dict[int, Setting]:
    """The regions at the head and foot of pages that are no text: numbers, and what many pages repeat."""
    edges = [(number, region) for number, page in enumerate(lines.printed.pages) for region in _edges(lines, page)]
    texts = {region: _words_of(lines, region) for _, region in edges}
    shapes = {region: re.sub(r"[\W\d_]+", "", text).lower() for region, text in texts.items()}
    pages_with = Counter(shape for shape, _ in {(shapes[region], number) for number, region in edges})
    found: dict[int, Setting] = {}
    for region, text in texts.items():
        if re.fullmatch(r"\W*(?:\d{1,4}|[ivxlc]{1,7})\W*", text, re.I) or sort_of(text or "x") == "page number":
            found[region] = setting_of("page-number")
        elif shapes[region] and pages_with[shapes[region]] >= REPEATED and len(text) < 100:
            found[region] = setting_of("header")
    return found


def _edges(lines: Lines, page: Page) -> list[int]:
    """The first and the last region of a page that are not said to be something else, if it has several."""
    settings = lines.printed.regions
    plain = [each for each in page.regions if settings[each].setting == PARAGRAPH and _words_of(lines, each)]
    return sorted({plain[0], plain[-1]}) if len(plain) > 1 else []
