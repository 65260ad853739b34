"""PDF with a text layer: pages read in the order of the file, lines joined to paragraphs, running heads set apart.

A PDF says where each letter is painted and nothing more, so what is a paragraph is judged from the page. Its bytes are
compressed and hold no text that could be pointed at: the origin is one row, the whole file, and not exact.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO

from variorum.errors import MissingExtra, NotReadable, NotText
from variorum.sources.charset import cleaned
from variorum.sources.document import Block, Document, Facts, Milestone, Origins, Reader, Style, Warn
from variorum.sources.facts import edtf
from variorum.sources.nesting import nested, quotations
from variorum.sources.pdf_lines import Line, furniture, in_rows, layout_of
from variorum.sources.pdf_paragraphs import HYPHEN, Paragraph, at_foot, compounds, joint, paragraphs

MAGIC = b"%PDF-"
_LINE_END = re.compile(rf"(?<=\n)|(?<={HYPHEN})")
_MARK = re.compile(r"(?<=[^\W\d]|[.,;:!?)\"'”’»])\d{1,3}(?!\w)")


def _knows(head: bytes, _suffix: str) -> bool:
    """What begins so, be it after a little that some program put before it; in an archive it is a member."""
    return MAGIC in head[:1024] and not head.startswith(b"PK")


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    data = stream.read()
    pdf = _opened(data)
    try:
        lines, numbers = _lines(pdf, warn)
        told = _metadata(pdf)
    finally:
        pdf.close()
    if not lines:
        raise NotText("its pages are images without text: it needs OCR; read what that gives (hOCR, ALTO or text)")
    yield _document(lines, numbers, _facts(told), len(data))


def _metadata(pdf: Any) -> dict[str, str]:
    """What a file says of itself; a value that is damaged is none."""
    told = {}
    for key in pdf.METADATA_KEYS:
        with suppress(UnicodeDecodeError):
            told[key] = pdf.get_metadata_value(key)
    return told


def _opened(data: bytes) -> Any:
    try:
        import pypdfium2
    except ImportError as error:
        raise NotText(str(MissingExtra("pdf", "reading a PDF"))) from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise NotReadable("it is encrypted: save it without its password") from error
        raise NotReadable(f"it is a damaged PDF ({error}): fetch the file again") from error


def _lines(pdf: Any, warn: Warn) -> tuple[list[Line], list[str]]:
    """The lines of all pages, and what the file itself calls each page."""
    lines: list[Line] = []
    numbers, images, lost = [], 0, 0
    for number in range(len(pdf)):
        numbers.append(pdf.get_page_label(number) or str(number + 1))
        try:
            page = pdf[number]
            held = list(in_rows(list(_page_lines(page.get_textpage(), number))))
            page.close()
        except Exception as error:  # whatever pdfium says of one page must not cost the others
            lost += 1
            warn(f"page {number + 1} cannot be read ({type(error).__name__}: {error})")
            continue
        images += not held
        lines += held
    if images and lines:
        warn(f"{images} of its {len(pdf)} pages have no text: they are empty, or images that need OCR")
    if lost and not lines:
        raise NotReadable("none of its pages can be read: fetch the file again")
    return lines, numbers


def _page_lines(page: Any, number: int) -> Iterator[Line]:
    last, at = page.count_chars() - 1, 0
    for written in _LINE_END.split(page.get_text_range()):
        words = written.strip()
        first = at + len(written) - len(written.lstrip())
        at += len(written)
        if words.strip(HYPHEN) and first + len(words) - 1 <= last:
            left, baseline, size = _placed(page, first)
            right = page.get_charbox(first + len(words) - 1, loose=True)[2]
            bare, marks = _unmarked(words.replace(HYPHEN, "-"), page, first, size)
            yield Line(bare, left, right, baseline, size, number, marks)


def _placed(page: Any, place: int) -> tuple[float, float, float]:
    """Where a character starts on its line, how high its line stands, and the size of its type, all in points."""
    from pypdfium2 import raw

    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(page.raw, place, x, y)
    scale = math.hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(page.raw, place, matrix) else 1.0
    return x.value, y.value, max(raw.FPDFText_GetFontSize(page.raw, place) * scale, 1.0)


def _unmarked(words: str, page: Any, first: int, size: float) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A line without the marks of notes, which are smaller than its text and stand close after a word; and these."""
    bare, marks, at = "", [], 0
    for found in _MARK.finditer(words):
        if _placed(page, first + found.start())[2] < 0.8 * size:
            bare += words[at : found.start()]
            marks.append((len(bare), found[0]))
            at = found.end()
    return bare + words[at:], tuple(marks)


def _document(lines: Sequence[Line], numbers: Sequence[str], facts: Facts, size: int) -> Document:
    layout, apart = layout_of(lines), furniture(lines)
    printed = {lines[place].page: number for place, (_, number) in apart.items() if number}
    body = [line for place, line in enumerate(lines) if place not in apart]
    foot = set(at_foot(body, layout))
    waiting = list(paragraphs([body[place] for place in sorted(foot)], layout))
    waiting += [Paragraph([lines[place]], "furniture", sort) for place, (sort, _) in sorted(apart.items())]
    waiting.sort(key=lambda paragraph: paragraph.lines[0].page)
    builder = _Builder(compounds(lines))
    for paragraph in paragraphs([line for place, line in enumerate(body) if place not in foot], layout):
        while waiting and waiting[0].lines[0].page < paragraph.lines[0].page:
            builder.add(waiting.pop(0))
        builder.add(paragraph)
    for paragraph in waiting:
        builder.add(paragraph)
    text, _ = cleaned("".join(builder.parts))
    pages = [Milestone(at, "page", printed.get(page) or numbers[page]) for page, at in builder.pages.items()]
    origins = Origins([0], [len(text)], [0], [size], [False])
    facts = facts._replace(title=facts.title or builder.title(text))
    return Document("", text, facts, origins, builder.blocks(), pages, builder.styles)


class _Builder:
    """Puts paragraphs together to a text."""

    def __init__(self, known: set[str]) -> None:
        self.parts: list[str] = []
        self.pages: dict[int, int] = {}
        """Where the text of each page begins."""
        self.styles: list[Style] = []
        self._known = known
        self._at = 0
        self._leaves: list[tuple[Block, bool]] = []
        self._sizes: dict[int, float] = {}
        """The size of each heading, by its place among the leaves."""

    def add(self, paragraph: Paragraph) -> None:
        """Add a paragraph, its lines joined."""
        if paragraph.kind == "heading":
            self._sizes[len(self._leaves)] = round(paragraph.lines[0].size)
        text, places, marks = "", [], []
        for place, line in enumerate(paragraph.lines):
            if place:
                text, between = joint(text, line.text, self._known)
                text += between
            places.append((line.page, len(text)))
            marks += [(at + len(text), f"#note-{line.page + 1}-{mark}") for at, mark in line.marks]
            text += line.text
        start = self._put(text, paragraph)
        for page, at in places if paragraph.kind not in ("furniture", "note") else ():
            self.pages.setdefault(page, start + at)
        self.styles += [Style(start + at, start + at, "link", target) for at, target in marks]
        if paragraph.kind == "note":
            self.styles.append(Style(start, start, "anchor", f"note-{places[0][0] + 1}-{paragraph.label}"))

    def _put(self, text: str, paragraph: Paragraph) -> int:
        if self.parts:
            self.parts.append("\n\n")
            self._at += 2
        start, self._at = self._at, self._at + len(text)
        self.parts.append(text)
        self._leaves.append((Block(start, self._at, paragraph.kind, 0, paragraph.label), paragraph.set_in))
        return start

    def blocks(self) -> list[Block]:
        """The blocks; the larger a heading is set, the higher it ranks."""
        ranks = {size: rank for rank, size in enumerate(sorted(set(self._sizes.values()), reverse=True), 1)}
        for place, size in self._sizes.items():
            block, set_in = self._leaves[place]
            self._leaves[place] = block._replace(level=min(ranks[size], 6)), set_in
        return list(nested([*(block for block, _ in self._leaves), *quotations(self._leaves)]))

    def title(self, text: str) -> str | None:
        """The first heading that is set in the largest type, if it stands at the beginning."""
        heading = next((self._leaves[place][0] for place in self._sizes if place < 6), None)
        return " ".join(text[heading.start : heading.end].split()) if heading else None


def _facts(told: dict[str, str]) -> Facts:
    """What the file says about itself, but for what a word processor writes there unasked."""
    title = (told.get("Title") or "").strip()
    if title.lower().startswith(("microsoft word", "untitled")) or title.lower().endswith((".doc", ".docx", ".pdf")):
        title = ""
    day = (told.get("ModDate") or told.get("CreationDate") or "").removeprefix("D:")[:8]
    made = edtf(f"{day[:4]}-{day[4:6]}-{day[6:]}") if len(day) == 8 and day.isdigit() else None
    return Facts(
        title=cleaned(title)[0] or None, author=cleaned((told.get("Author") or "").strip())[0] or None, transcribed=made
    )


PDF = Reader("pdf", _knows, _read)
