"""hOCR: pages of recognised text as HTML, with the place of each line in its class and title (hOCR 1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from variorum.sources.charset import decode
from variorum.sources.document import Document, Facts, Reader, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.ocr import Box, Line, Page, Region, Word, box_of, document, setting_of
from variorum.sources.xml import LITERAL, Markup, Node, Text, tree
from variorum.sources.xml_walks import walk, words

VOID = frozenset(["br", "meta", "link", "img", "hr", "input"])
_KNOWN = re.compile(rb"""class\s*=\s*["']?[^"'<>]*\bocr_page\b|name\s*=\s*["']?ocr-(?:system|capabilities)\b""")
_PAGES = frozenset(("ocr_page",))
_LINES = frozenset(["ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_pageno", "ocr_caption", "ocr_textfloat"])
_REGIONS = {
    "ocr_par": "", "ocr_carea": "", "ocrx_block": "", "ocr_column": "", "ocr_textfloat": "", "ocr_header": "header",
    "ocr_footer": "footer", "ocr_pageno": "pageno", "ocr_caption": "caption", "ocr_title": "title",
    "ocr_author": "author", "ocr_chapter": "chapter", "ocr_section": "section", "ocr_subsection": "subsection",
    "ocr_blockquote": "blockquote", "ocr_footnote": "footnote",
}  # fmt: skip
_STYLES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "sup": "superscript", "sub": "subscript"}


class _Reading:
    """The pages that were read until now; the last region of the last page is open, and its last line."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.regions: list[Region] = []
        self.lines: list[Line] = []
        self.words: list[Word] = []
        self.styles: list[str] = []
        self.line_depth = 0

    def page(self, given: dict[str, str]) -> None:
        self.regions = []
        image = given.get("image", "").strip("\"' ") or given.get("imagemd5")
        self.pages.append(Page(self.regions, given.get("lpageno"), image))

    def region(self, kind: str, box: Box | None) -> None:
        if not self.pages:
            self.page({})
        self.lines = []
        self.regions.append(Region(self.lines, setting_of(kind), box))

    def line(self, box: Box | None) -> None:
        if not self.regions:
            self.region("", None)
        self.words = []
        self.lines.append(Line(self.words, box))

    def text(self, text: Text) -> None:
        if self.line_depth:
            self.words.append(Word(text, tuple(dict.fromkeys(self.styles))))
        elif text.raw.strip() and self.pages:
            self.line(None)
            self.words.append(Word(text))


def properties(title: str) -> dict[str, str]:
    """The properties in a title, by their names.

    >>> properties('image "a;b.png"; bbox 0 0 600 800; ppageno 0')
    {'image': '"a;b.png"', 'bbox': '0 0 600 800', 'ppageno': '0'}
    """
    parts = re.findall(r"""\s*([A-Za-z_]\w*)\s*((?:"[^"]*"|'[^']*'|[^;"'])*+)""", title)
    return {name: value.strip() for name, value in parts}


def _knows(head: bytes, suffix: str) -> bool:
    return bool(_KNOWN.search(head.replace(b"\0", b""))) or suffix == ".hocr"


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    decoded = decode(stream.read(), warn)
    markup = Markup(decoded.text, warn)
    reading, meta = _Reading(), dict[str, str]()
    languages: list[str] = []
    for node in _roots(markup):
        _walk(node, reading, meta, languages)
    facts = Facts(
        title=meta.get("dc.title") or meta.get("title") or None,
        author=meta.get("dc.creator") or meta.get("author"),
        published=edtf(meta.get("dc.date", "")),
        language=next((tag for told in languages if (tag := language_tag(told))), None),
    )
    yield document(reading.pages, markup, decoded, facts)


def _roots(markup: Markup) -> Iterator[Node]:
    tokens = markup.tokens()
    for at, raw, tag in tokens:
        if tag is not None and tag is not LITERAL and not tag.closing:
            yield tree(tokens, tag, at + len(raw), VOID)


def _walk(root: Node, reading: _Reading, meta: dict[str, str], languages: list[str]) -> None:
    """Read an element and all in it, without descending into a head."""
    stack: list[tuple[Node, Iterator[Node | Text], bool]] = []
    each: Node | Text | None = root
    while each is not None or stack:
        if isinstance(each, Text):
            reading.text(each)
        elif each is not None:
            languages += filter(None, [each.get("lang", "xml:lang")])
            if each.name.lower() in ("head", "script", "style"):
                _head(each, meta)
            else:
                stack.append((each, iter(each.inside), _begin(each, reading)))
        each = next(stack[-1][1], None) if stack else None
        while each is None and stack:
            _end(*stack.pop(), reading=reading)
            each = next(stack[-1][1], None) if stack else None


def _begin(node: Node, reading: _Reading) -> bool:
    """Open a page, region or line; whether it is a line."""
    classes = set(node.get("class").split())
    given = properties(node.get("title"))
    box = box_of(given.get("bbox", "").split())
    if classes & _PAGES:
        reading.page(given)
    elif region := next((name for name in classes if name in _REGIONS), None):
        reading.region(_REGIONS[region], box)
    is_line = bool(classes & _LINES) and not reading.line_depth
    if is_line:
        reading.line(box)
        reading.line_depth += 1
    if node.name.lower() in _STYLES:
        reading.styles.append(_STYLES[node.name.lower()])
    return is_line


def _end(node: Node, _: Iterator[Node | Text], is_line: bool, reading: _Reading) -> None:
    reading.line_depth -= is_line
    if node.name.lower() in _STYLES:
        reading.styles.pop()


def _head(head: Node, meta: dict[str, str]) -> None:
    for node, begins in walk(head):
        if begins and node.name.lower() == "meta":
            meta.setdefault(node.get("name", "property").lower(), node.get("content"))
        elif begins and node.name.lower() == "title":
            meta.setdefault("title", words(node))


HOCR = Reader("hocr", _knows, _read)
