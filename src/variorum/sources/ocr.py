"""What the formats of text recognition share: pages of regions of lines, and the document that they become.

The text keeps the lines of the print, hyphens included. Where each line stands is kept in the milestones, as a media
fragment of the page's image (https://www.w3.org/TR/media-frags/): `page-12.tif#xywh=101,310,1480,52`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.errors import NotText
from variorum.sources.charset import Decoded
from variorum.sources.document import Document, Facts
from variorum.sources.furniture import sort_of
from variorum.sources.galley import Galley
from variorum.sources.leaves import Mark, Setting
from variorum.sources.proof import ground, proof
from variorum.sources.xml import Markup, Text

REPEATED = 3
"""On how many pages a line stands that is their running head."""


class Box(NamedTuple):
    """A rectangle in an image, in its pixels."""

    left: int
    top: int
    right: int
    bottom: int


class Word(NamedTuple):
    """A stretch of a line: its text and how it is set, and the whole word of which a hyphen leaves only a part."""

    text: Text
    styles: tuple[str, ...] = ()
    whole: str | None = None
    begins: bool = True
    """Whether it is the first part of that word."""


class Line(NamedTuple):
    """A line of the print."""

    words: Sequence[Word]
    box: Box | None = None


class Region(NamedTuple):
    """A block of lines."""

    lines: Sequence[Line]
    setting: Setting = Setting("paragraph")
    box: Box | None = None


class Page(NamedTuple):
    """A page of the print."""

    regions: Sequence[Region]
    n: str | None = None
    image: str | None = None


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
    return _SETTINGS.get(kind, Setting("paragraph"))


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


def document(pages: Sequence[Page], markup: Markup, decoded: Decoded, facts: Facts) -> Document:
    """The document that pages make; raises NotText if there is no text on them."""
    galley = Galley(markup.entities)
    heads = _running(pages)
    for number, page in enumerate(pages):
        settings = [heads.get((number, place), region.setting) for place, region in enumerate(page.regions)]
        galley.stone("page", page.n or _number_on(page, settings), page.image)
        _set_page(galley, page, settings)
    whole = proof(galley, ground(decoded), facts)
    if whole is None:
        raise NotText("there is no text on these pages: they may hold only images")
    return whole


def _set_page(galley: Galley, page: Page, settings: Sequence[Setting]) -> None:
    columns = list(_columns(page.regions))
    previous = 1 if len(set(columns)) < 2 else 0
    for region, column, setting in zip(page.regions, columns, settings, strict=True):
        if column != previous:
            galley.stone("column", str(column), None)
        previous = column
        _set_region(galley, region, setting, page.image)


def _set_region(galley: Galley, region: Region, setting: Setting, image: str | None) -> None:
    container = galley.contain(setting) if setting.kind == "quote" else -1
    galley.enter(Setting("paragraph") if container >= 0 else setting)
    broken: dict[str, Mark] = {}
    for line in region.lines:
        if any(word.text.raw.strip() for word in line.words):
            galley.line()
            galley.stone("line", None, place_of(image, line.box))
            for word in line.words:
                _set_word(galley, word, broken)
    galley.leave()
    if container >= 0:
        galley.close(container)


def _set_word(galley: Galley, word: Word, broken: dict[str, Mark]) -> None:
    if word.whole and word.begins:
        broken[word.whole] = galley.mark("joined", word.whole, divided=False)
    marks = [galley.mark(style) for style in word.styles]
    if word.text.literal:
        galley.write_literally(word.text.raw, word.text.at)
    else:
        galley.write(word.text.raw, word.text.at)
    for mark in reversed(marks):
        galley.unmark(mark)
    if word.whole and not word.begins and word.whole in broken:
        galley.unmark(broken.pop(word.whole))


def _words_of(region: Region) -> str:
    return " ".join(" ".join(word.text.raw for line in region.lines for word in line.words).split())


def _number_on(page: Page, settings: Sequence[Setting]) -> str | None:
    """The number that is printed on a page."""
    named = zip(page.regions, settings, strict=True)
    numbers = (_words_of(region) for region, setting in named if setting.label == "page number")
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


def _running(pages: Sequence[Page]) -> dict[tuple[int, int], Setting]:
    """The regions at the head and foot of pages that are no text: numbers, and what many pages repeat."""
    edges = [(number, place) for number, page in enumerate(pages) for place in _edges(page.regions)]
    texts = {edge: _words_of(pages[edge[0]].regions[edge[1]]) for edge in edges}
    shapes = {edge: re.sub(r"[\W\d_]+", "", text).lower() for edge, text in texts.items()}
    pages_with = Counter(shape for shape, _ in {(shape, number) for (number, _), shape in shapes.items()})
    found: dict[tuple[int, int], Setting] = {}
    for edge, text in texts.items():
        if re.fullmatch(r"\W*(?:\d{1,4}|[ivxlc]{1,7})\W*", text, re.I) or sort_of(text or "x") == "page number":
            found[edge] = setting_of("page-number")
        elif shapes[edge] and pages_with[shapes[edge]] >= REPEATED and len(text) < 100:
            found[edge] = setting_of("header")
    return found


def _edges(regions: Sequence[Region]) -> list[int]:
    """The first and the last region of a page that are not said to be something else, if it has several."""
    plain = [
        place for place, region in enumerate(regions) if region.setting == Setting("paragraph") and _words_of(region)
    ]
    return sorted({plain[0], plain[-1]}) if len(plain) > 1 else []
