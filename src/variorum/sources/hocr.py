"""hOCR: pages of recognised text as HTML, with the place of each line in its class and title (hOCR 1.2)."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import BinaryIO

from variorum.sources.charset import decode
from variorum.sources.document import Document, Facts, Reader, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.ocr import Box, Manner, Print, box_of, document, setting_of
from variorum.sources.xml import Markup, Tag
from variorum.sources.xml_events import parse, words_at

VOID = frozenset(["br", "meta", "link", "img", "hr", "input"])
_KNOWN = re.compile(rb"""class\s*=\s*["']?[^"'<>]*\bocr_page\b|name\s*=\s*["']?ocr-(?:system|capabilities)\b""")
_PAGE = "ocr_page"
_HEADS = frozenset(("head", "script", "style"))
_LINES = frozenset(["ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_pageno", "ocr_caption", "ocr_textfloat"])
_REGIONS = {
    "ocr_par": "", "ocr_carea": "", "ocrx_block": "", "ocr_column": "", "ocr_textfloat": "", "ocr_header": "header",
    "ocr_footer": "footer", "ocr_pageno": "pageno", "ocr_caption": "caption", "ocr_title": "title",
    "ocr_author": "author", "ocr_chapter": "chapter", "ocr_section": "section", "ocr_subsection": "subsection",
    "ocr_blockquote": "blockquote", "ocr_footnote": "footnote",
}  # fmt: skip
_STYLES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "sup": "superscript", "sub": "subscript"}


class _Pages:
    """What is open in a file, and what was read until now: the last region of the last page is open, and its line."""

    def __init__(self, markup: Markup) -> None:
        self.printed = Print(markup)
        self.meta: dict[str, str] = {}
        self.language: str | None = None
        self.region = -1
        self.styles: dict[str, int] = {}
        """How often each style is open."""
        self.depth = self.line_depth = self.head_depth = self.title_depth = 0
        self.title = array("q")
        """Where the texts of the title start and end, and whether they are literal."""

    def begin(self, tag: Tag, _: int) -> None:
        """An element begins."""
        self.depth += 1
        name = tag.name.lower()
        if self.head_depth:
            self._begin_in_head(tag, name)
            return
        if self.language is None and "lang" in tag.written:
            self.language = language_tag(tag.given.get("lang") or tag.given.get("xml:lang", ""))
        if name in _HEADS:
            self.head_depth = self.depth
            return
        if "class" in tag.written:
            self._open(tag)
        if style := _STYLES.get(name):
            self.styles[style] = self.styles.get(style, 0) + 1

    def _open(self, tag: Tag) -> None:
        """Open a page, region or line."""
        classes, given = tag.given.get("class", "").split(), properties(tag.given.get("title", ""))
        box = box_of(given.get("bbox", "").split())
        if _PAGE in classes:
            self.region = -1
            self.printed.page(given.get("lpageno"), given.get("image", "").strip("\"' ") or given.get("imagemd5"))
        elif region := next((name for name in classes if name in _REGIONS), None):
            self._region(_REGIONS[region], box)
        if not self.line_depth and not _LINES.isdisjoint(classes):
            self._line(box)
            self.line_depth = self.depth

    def _region(self, kind: str, box: Box | None) -> None:
        if not self.printed.pages:
            self.printed.page()
        self.region = self.printed.region(setting_of(kind), box)

    def _line(self, box: Box | None) -> None:
        if self.region < 0:
            self._region("", None)
        self.printed.line(self.region, box)

    def text(self, start: int, end: int, literal: bool) -> None:
        """A text: in a line it is a word, elsewhere a line of its own."""
        if self.head_depth:
            if self.title_depth:
                self.title.extend((start, end, literal))
        elif self.line_depth:
            self.printed.word(start, end, Manner(tuple(self.styles), literal))
        elif self.printed.pages and not self.printed.source[start:end].isspace():
            self._line(None)
            self.printed.word(start, end, Manner((), literal))

    def end(self, tag: Tag) -> None:
        """An element ends."""
        if self.depth == self.title_depth:
            self.title_depth = 0
            self.meta["title"] = words_at(self.printed.source, self.title)
        if self.depth == self.head_depth:
            self.head_depth = 0
        elif not self.head_depth:
            if self.depth == self.line_depth:
                self.line_depth = 0
            if style := _STYLES.get(tag.name.lower()):
                self._unset(style)
        self.depth -= 1

    def _unset(self, style: str) -> None:
        self.styles[style] -= 1
        if not self.styles[style]:
            del self.styles[style]

    def _begin_in_head(self, tag: Tag, name: str) -> None:
        if name == "meta":
            given = tag.given
            key = given["name"] if "name" in given else given.get("property", "")
            self.meta.setdefault(key.lower(), given.get("content", ""))
        elif name == "title" and "title" not in self.meta and not self.title:
            self.title_depth = self.depth


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
    pages = _Pages(markup)
    parse(markup, pages, VOID, several=True)
    meta = pages.meta
    facts = Facts(
        title=meta.get("dc.title") or meta.get("title") or None,
        author=meta.get("dc.creator") or meta.get("author"),
        published=edtf(meta.get("dc.date", "")),
        language=pages.language,
    )
    yield document(pages.printed, decoded, facts)


HOCR = Reader("hocr", _knows, _read)
