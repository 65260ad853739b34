"""DOCX, as word processors write it: the text of its main part, traced to that part's bytes, and its notes.

A reader of our own, because every run of text must be traced to its bytes, which converters do not tell. What was
struck out while changes were tracked is left out, what was put in stands. Notes follow the text, in the order of their
marks; they lie in another part of the file, so that the bytes given for them are those of their marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

import numpy as np

from variorum.errors import NotReadable, NotText
from variorum.sources.charset import Decoded, decode, source_offsets
from variorum.sources.document import Block, Document, Facts, Origins, Reader, Style, Warn
from variorum.sources.docx_body import Body, Leaf, Reference, Sheet
from variorum.sources.docx_numbering import read_numbering
from variorum.sources.docx_styles import elements, read_styles
from variorum.sources.facts import edtf, filled, language_tag
from variorum.sources.markup import TAG, attributes, unescaped
from variorum.sources.nesting import merged, nested, quotations
from variorum.sources.zips import MAGIC, Zip, first_names, opened, read

_MAIN = "word/document.xml"
HEAD = 1 << 16
"""Code points of the text in which declarations are looked for."""
_FIRST = ("[Content_Types].xml", "_rels/", "docProps/", "word/")
_CORE = {
    "dc:title": "title", "dc:creator": "author", "dc:language": "language", "dcterms:created": "created",
    "dcterms:modified": "transcribed",
}  # fmt: skip
_PARTS = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}


class _Text(NamedTuple):
    """What is gathered for the document."""

    parts: list[str]
    blocks: list[Block]
    styles: list[Style]
    runs: list[tuple[int, int, int, int]]
    """Text that has no bytes of its own in the main part, and where in it stands what it comes from."""


class _Notes(NamedTuple):
    """A part that holds notes: its text, the leaves of each note by its id, and its styles by their starts."""

    text: str
    leaves: dict[str, list[Block]]
    styles: list[Style]


def _knows(head: bytes, suffix: str) -> bool:
    """What is named so; or begins as packages of this family do, and names its main part soon."""
    if not head.startswith(MAGIC):
        return False
    first = next(first_names(head), "")
    return suffix == ".docx" or (first.startswith(_FIRST) and _MAIN.encode() in head)


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    archive = opened(stream.read(), warn)
    if _MAIN not in archive.members:
        raise NotText("it is no DOCX document: no text is in it")
    decoded = decode(read(archive, _MAIN), warn)
    if "<!ENTITY" in decoded.text[:HEAD]:
        raise NotReadable("its text declares entities, as no such file needs to: it may be an attack")
    sheet = _sheet(archive, warn)
    body = Body(decoded.text, sheet)
    body.build()
    text = _Text(body.flow.parts, _blocks(body.leaves, body.cells), body.styles, [])
    _add_notes(text, body, archive, sheet, warn)
    whole = "".join(text.parts)
    if not whole.strip():
        raise NotText("there is no text in this document")
    facts = filled(_core(archive, warn), _own_facts(whole, body.leaves))
    yield Document("", whole, facts, _origins(body, text, decoded), nested(text.blocks), (), merged(text.styles))


def _part(archive: Zip, name: str, warn: Warn) -> str:
    """A part that may be missing, as text; damaged, it is reported, and the document is read without it."""
    if name not in archive.members:
        return ""
    try:
        return decode(read(archive, name), warn).text
    except (NotReadable, NotText) as reason:
        warn(f"{name} in it: {reason}")
        return ""


def _sheet(archive: Zip, warn: Warn) -> Sheet:
    links = {}
    for found in TAG.finditer(_part(archive, "word/_rels/document.xml.rels", warn)):
        given = attributes(found[3] or "")
        if given.get("targetmode") == "External":
            links[given.get("id", "")] = given.get("target", "")
    styles = read_styles(_part(archive, "word/styles.xml", warn))
    return Sheet(styles, read_numbering(_part(archive, "word/numbering.xml", warn)), links)


def _blocks(leaves: Sequence[Leaf], cells: Sequence[Block]) -> list[Block]:
    quoted = [(leaf.block, leaf.quoted) for leaf in leaves]
    return [*cells, *quotations(quoted), *(leaf.block for leaf in leaves)]


def _add_notes(text: _Text, body: Body, archive: Zip, sheet: Sheet, warn: Warn) -> None:
    """Put the notes after the text, each with the bytes of the mark that leads to it."""
    notes: dict[str, _Notes] = {}
    at = body.flow.length
    for number, reference in enumerate(_first(body.references), 1):
        kind, _, name = reference.id.partition("-")
        if kind not in notes:
            notes[kind] = _notes(_part(archive, _PARTS[kind], warn), sheet)
        at = _add_note(text, notes[kind], name, reference, str(number), at)


def _first(references: Sequence[Reference]) -> list[Reference]:
    """The first mark of each note."""
    found: dict[str, Reference] = {}
    for reference in references:
        found.setdefault(reference.id, reference)
    return list(found.values())


def _notes(source: str, sheet: Sheet) -> _Notes:
    body = Body(source, sheet)
    body.build()
    leaves: dict[str, list[Block]] = {}
    for leaf in body.leaves:
        leaves.setdefault(leaf.note or "", []).append(leaf.block)
    return _Notes("".join(body.flow.parts), leaves, sorted(body.styles, key=_start))


def _add_note(text: _Text, notes: _Notes, name: str, reference: Reference, label: str, at: int) -> int:
    """Put one note at the end of the text, which is `at`; where it ends then."""
    blocks = []
    for leaf in notes.leaves.get(name, ()):
        shift = at + 2 - leaf.start
        text.parts.extend(("\n\n", notes.text[leaf.start : leaf.end]))
        at = leaf.end + shift
        text.runs.append((leaf.start + shift, at, reference.start, reference.end))
        blocks.append(leaf._replace(start=leaf.start + shift, end=at))
        first, last = (bisect_left(notes.styles, place, key=_start) for place in (leaf.start, leaf.end))
        for style in notes.styles[first:last]:
            text.styles.append(style._replace(start=style.start + shift, end=min(style.end + shift, at)))
    if blocks:
        text.styles.append(Style(blocks[0].start, blocks[0].start, "anchor", reference.id))
        text.blocks.extend(blocks if len(blocks) > 1 else [])
        text.blocks.append(Block(blocks[0].start, blocks[-1].end, "note", 0, label))
    return at


def _start(style: Style) -> int:
    return style.start


def _origins(body: Body, text: _Text, decoded: Decoded) -> Origins:
    notes = np.array([(*run, False) for run in text.runs], np.int64).reshape(-1, 5)
    start, end, source_start, source_end, exact = np.concatenate([body.flow.columns().T, notes]).T
    to_bytes = source_offsets(decoded)
    return Origins(start, end, to_bytes(source_start), to_bytes(source_end), exact.astype(np.bool_))


def _core(archive: Zip, warn: Warn) -> Facts:
    """What the file's core properties say."""
    source = _part(archive, "docProps/core.xml", warn)
    told = {
        fact: " ".join(unescaped(content).split())
        for name, fact in _CORE.items()
        for _, content in elements(source, name)
    }
    day = edtf(told.get("transcribed") or told.get("created") or "")
    return Facts(
        told.get("title") or None,
        told.get("author") or None,
        transcribed=day,
        language=language_tag(told.get("language", "")),
    )


def _own_facts(text: str, leaves: Sequence[Leaf]) -> Facts:
    """What the document's own styles say: its title, its author, its day."""
    first: dict[str, str] = {}
    for leaf in leaves:
        sort = leaf.block.label if leaf.block.label in ("title", "author") else leaf.style
        sort = "heading" if leaf.block.kind == "heading" and sort != "title" else sort
        first.setdefault(sort, re.sub(r"\s+", " ", text[leaf.block.start : leaf.block.end]))
    return Facts(first.get("title", first.get("heading")), first.get("author"), composed=edtf(first.get("date", "")))


DOCX = Reader("docx", _knows, _read)
