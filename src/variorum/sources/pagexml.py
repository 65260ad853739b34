"""PAGE-XML: the regions of a page in their reading order, their lines, and what was read in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from variorum.sources.charset import decode
from variorum.sources.document import Document, Facts, Reader, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.leaves import Setting
from variorum.sources.ocr import Box, Line, Page, Region, Word, document, setting_of
from variorum.sources.xml import Markup, Node, Text, root_node, root_of
from variorum.sources.xml_walks import below, tree_order, words

_STRUCTURE = re.compile(r"structure\s*\{[^{}]*?type:\s*([\w-]+)")
_STYLES = {
    "bold": "bold", "italic": "italic", "underlined": "underline", "smallCaps": "small-caps", "subscript": "subscript",
    "superscript": "superscript", "strikethrough": "strike",
}  # fmt: skip


def _knows(head: bytes, _: str) -> bool:
    name, given = root_of(head)
    return name == b"PcGts" or b"primaresearch.org/PAGE" in given


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    decoded = decode(stream.read(), warn)
    markup = Markup(decoded.text, warn)
    root = root_node(markup)
    pages = [_page(each) for each in root.children("Page")]
    days = (edtf(words(each)) for each in below(root, "Created", "LastChange"))
    languages = (language_tag(each.get("primaryLanguage")) for each in below(root, "Page", "TextRegion", "TextLine"))
    facts = Facts(
        transcribed=max(filter(None, days), default=None), language=next((tag for tag in languages if tag), None)
    )
    yield document(pages, markup, decoded, facts)


def _page(page: Node) -> Page:
    order = {ref: place for place, ref in enumerate(_reading_order(page))}
    regions = [(order.get(node.get("id"), len(order)), node) for node in below(page, "TextRegion", "TableCell")]
    found = [_region(node) for _, node in sorted(regions, key=lambda each: each[0])]
    return Page([region for region in found if region.lines], None, page.get("imageFilename") or None)


def _reading_order(page: Node) -> Iterator[str]:
    """The ids of the regions in the order in which they are read; groups with an index go by it."""
    for order in page.children("ReadingOrder"):
        for node in tree_order(order, lambda each: int(each.get("index")) if each.get("index").isdecimal() else 0):
            if node.get("regionRef"):
                yield node.get("regionRef")


def _region(region: Node) -> Region:
    lines = [line for node in region.children("TextLine") if (line := _line(node)).words]
    if not lines:
        lines = [Line([Word(part)]) for text in _read_as(region) for part in _divided(text)]
    return Region(lines, _setting(region), _box(region))


def _setting(region: Node) -> Setting:
    custom = _STRUCTURE.search(region.get("custom"))
    own = setting_of(region.get("type"))
    return setting_of(custom[1]) if custom and own == Setting("paragraph") else own


def _line(line: Node) -> Line:
    found = [Word(text, _styles(line)) for text in _read_as(line)]
    if not any(word.text.raw.strip() for word in found):
        found = []
        for node in line.children("Word"):
            found += [Word(Text(" ", node.at))] if found else []
            found += [Word(text, _styles(node)) for text in _read_as(node)]
    return Line(found, _box(line))


def _read_as(node: Node) -> list[Text]:
    """What was read in an element: of several readings the one with the least index."""
    readings = sorted(
        node.children("TextEquiv"), key=lambda each: int(each.get("index")) if each.get("index").isdecimal() else 0
    )
    told = next(
        (each for reading in readings[:1] for name in ("Unicode", "PlainText") for each in reading.children(name)), None
    )
    return [each for each in told.inside if isinstance(each, Text)] if told else []


def _divided(text: Text) -> Iterator[Text]:
    """The lines of a text that is not divided otherwise."""
    for found in re.finditer(r"[^\r\n]+", text.raw):
        yield Text(found[0], text.at + found.start(), text.literal)


def _styles(node: Node) -> tuple[str, ...]:
    given = [each.tag.given for each in node.children("TextStyle")]
    return tuple(style for each in given for name, style in _STYLES.items() if each.get(name) in ("true", "1"))


def _box(node: Node) -> Box | None:
    """The rectangle around an element's outline."""
    for coords in node.children("Coords"):
        points = [(int(x), int(y)) for x, y in re.findall(r"(-?\d{1,9}),(-?\d{1,9})", coords.get("points"))]
        points = points or [(int(each.get("x") or 0), int(each.get("y") or 0)) for each in coords.children("Point")]
        if points:
            across, down = zip(*points, strict=True)
            return Box(min(across), min(down), max(across), max(down))
    return None


PAGE = Reader("page", _knows, _read)
