"""EPUB 2 and 3: each file of the book's spine is a document, read as a page of HTML is, in the order of the book.

Its id is its path from the root of the EPUB, and its origins count its own bytes, decompressed. The contents are left
out, being furniture. What the spine calls non-linear (notes, answers) is read where it stands.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from variorum.errors import NotReadable, NotText, SourceError
from variorum.sources.document import Block, Document, Facts, Milestone, Reader, Warn
from variorum.sources.epub_package import CONTAINER, Book, book_of
from variorum.sources.facts import filled
from variorum.sources.html import HTML
from variorum.sources.source import escaped_id
from variorum.sources.zips import MAGIC, first_names, opened, read

_MIMETYPE = b"mimetypeapplication/epub+zip"


def _knows(head: bytes, suffix: str) -> bool:
    if not head.startswith(MAGIC):
        return False
    return suffix == ".epub" or head[30:].startswith(_MIMETYPE) or CONTAINER in first_names(head)


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    archive = opened(stream.read(), warn)
    book = book_of(archive, warn)
    lost, found = 0, False
    for path in book.chapters:
        try:
            chapter = read(archive, path)
            for document in HTML.read(io.BytesIO(chapter), _naming(path, warn)):
                found = True
                yield _chapter(document, path, book)
        except NotText:  # a cover, a plate
            continue
        except SourceError as reason:
            lost += 1
            warn(f"{path} in it cannot be read: {reason}")
    if not found:
        what = "none of its chapters can be read: fetch the file again" if lost else "there is no text in this book"
        raise (NotReadable if lost else NotText)(what)


def _naming(path: str, warn: Warn) -> Warn:
    return lambda what: warn(f"{path} in it: {what}")


def _chapter(document: Document, path: str, book: Book) -> Document:
    own = document.facts
    title = _title(document, path, book)
    facts = filled(Facts(title=title, language=own.language, series=book.facts.series), book.facts)
    return document._replace(
        member=escaped_id(path),
        facts=filled(facts, own._replace(title=None)),
        milestones=document.milestones or list(_pages(document, path, book)),
    )


def _title(document: Document, path: str, book: Book) -> str | None:
    """The book's title and the chapter's: by its first heading, else by the contents, else by its own metadata."""
    own = document.facts.title or ""
    named = "" if own.endswith(path.rpartition("/")[2]) else own
    name = _heading(document) or book.names.get(path) or named
    whole = book.facts.title or ""
    if not whole or not name or name.casefold() == whole.casefold():
        return whole or name or None
    return name if name.casefold().startswith(whole.casefold()) else f"{whole.rstrip('.')}. {name}"


def _heading(document: Document) -> str:
    first = next((block for block in document.blocks if block.kind == "heading"), Block(0, 0, ""))
    return " ".join(document.text[first.start : first.end].split())[:300]


def _pages(document: Document, path: str, book: Book) -> Iterator[Milestone]:
    """The pages of the print that the book's list of pages sets in this chapter."""
    anchors = {style.target: style.start for style in document.styles if style.style == "anchor"}
    for place, number in book.pages:
        if place.path == path and (place.anchor in anchors or not place.anchor):
            yield Milestone(anchors.get(place.anchor, 0), "page", number or None)


EPUB = Reader("epub", _knows, _read)
