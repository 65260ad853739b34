"""ALTO (versions 1 to 4): pages of recognised text, its words in attributes, its hyphens told from the words' own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from variorum.sources.charset import decode
from variorum.sources.document import Document, Facts, Reader, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.leaves import Setting
from variorum.sources.ocr import Box, Line, Page, Region, Word, box_of, document, setting_of
from variorum.sources.tei_elements import renditions
from variorum.sources.xml import ATTRIBUTE, Markup, Node, Text, root_node, root_of
from variorum.sources.xml_walks import below, walk, words

_MARGINS = {
    "TopMargin": "header", "BottomMargin": "footer", "LeftMargin": "marginalia", "RightMargin": "marginalia",
}  # fmt: skip


def _knows(head: bytes, _: str) -> bool:
    name, given = root_of(head)
    return name.lower() == b"alto" or b"loc.gov/standards/alto" in given


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    decoded = decode(stream.read(), warn)
    markup = Markup(decoded.text, warn)
    root = root_node(markup)
    image = next((words(each) for each in below(root, "fileName")), None)
    styles = {each.get("ID"): renditions(each.get("FONTSTYLE")) for each in below(root, "TextStyle")}
    tags = {
        each.get("ID"): each.get("LABEL", "TYPE").lower()
        for each in below(root, "LayoutTag", "StructureTag", "OtherTag")
    }
    pages = [_page(each, image, styles, tags) for layout in root.children("Layout") for each in layout.children("Page")]
    days = (edtf(words(each)) for each in below(root, "processingDateTime"))
    languages = (
        language_tag(each.get("LANG", "language")) for each in below(root, "Page", "TextBlock", "TextLine", "String")
    )
    facts = Facts(
        transcribed=max(filter(None, days), default=None), language=next((tag for tag in languages if tag), None)
    )
    yield document(pages, markup, decoded, facts)


def _page(page: Node, image: str | None, styles: dict[str, tuple[str, ...]], tags: dict[str, str]) -> Page:
    regions: list[Region] = []
    margin = ""
    for node, begins in walk(page):
        if node.name in _MARGINS:
            margin = _MARGINS[node.name] if begins else ""
        elif node.name == "TextBlock" and begins:
            lines = [_line(each, styles, node) for each in node.children("TextLine")]
            regions.append(Region(lines, _setting(node, margin, tags), _box(node)))
    return Page(regions, page.get("PRINTED_IMG_NR") or None, image)


def _setting(block: Node, margin: str, tags: dict[str, str]) -> Setting:
    named = (*(tags.get(each, "") for each in block.get("TAGREFS").split()), block.get("TYPE", "type").lower(), margin)
    told = (setting_of(re.sub(r"[\s_]+", "-", name)) for name in named if name)
    return next((setting for setting in told if setting != Setting("paragraph")), Setting("paragraph"))


def _box(node: Node) -> Box | None:
    return box_of([node.get(side) for side in ("HPOS", "VPOS", "WIDTH", "HEIGHT")], size=True)


def _line(line: Node, styles: dict[str, tuple[str, ...]], block: Node) -> Line:
    """A line; its words are divided by white space though none be written."""
    found: list[Word] = []
    for node in line.children("String", "HYP"):
        content = _content(node)
        if node.name == "String" and found:
            found.append(Word(Text(" ", node.at)))
        if content:
            whole = node.get("SUBS_CONTENT") or None if node.get("SUBS_TYPE").startswith("HypPart") else None
            given = f"{node.get('STYLEREFS')} {line.get('STYLEREFS')} {block.get('STYLEREFS')}".split()
            told = [*renditions(node.get("STYLE")), *(each for key in given for each in styles.get(key, ()))]
            found.append(Word(content, tuple(dict.fromkeys(told)), whole, node.get("SUBS_TYPE") == "HypPart1"))
    return Line(found, _box(line))


def _content(node: Node) -> Text | None:
    """What is written in an element's CONTENT, and where."""
    for found in ATTRIBUTE.finditer(node.tag.written):
        if found[1] == "CONTENT":
            part = next(group for group in (2, 3, 4) if found[group] is not None)
            return Text(found[part], node.at + found.start(part))
    return None


ALTO = Reader("alto", _knows, _read)
