"""From a mend in a document's text to the bytes of the file that it came from: the fewest that can be changed."""

from __future__ import annotations

import html
import json
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

MARKUP = frozenset({"html", "tei", "epub"})
"""Formats in which & and < are written as entities, and so may be every character that the encoding lacks."""
ESCAPED = frozenset({"jsonl"})
UNWRITABLE = frozenset({"pdf", "docx", "hocr", "alto", "page"})
"""Formats that only their own programs should write."""


class Run(NamedTuple):
    """A run of text and the bytes that it came from, as in the table of origins."""

    start: int
    end: int
    source_start: int
    source_end: int
    exact: bool


class Mend(NamedTuple):
    """What is to stand in place of a span of a document's text."""

    start: int
    end: int
    text: str


class Source(NamedTuple):
    """The text of a document, and what its file says of it."""

    text: str
    runs: Sequence[Run]
    bytes: bytes
    charset: str
    format: str


class Edit(NamedTuple):
    """What is to stand in place of some bytes."""

    start: int
    end: int
    bytes: bytes


class Refused(Exception):
    """A mend that cannot be written back, and why."""


def least(mend: Mend, text: str) -> Mend:
    """The same mend without the characters that stay.

    >>> least(Mend(3, 7, "the"), "in tlie house")
    Mend(start=4, end=6, text='h')
    """
    start, end, new = mend
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while end > start and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Mend(start, end, new)


def edit(mend: Mend, source: Source) -> Edit:
    """The bytes that a mend changes, and what is to stand there.

    Raises Refused where the text cannot be told from the markup round it, or the encoding lacks a character.

    >>> text = "in tlie house"
    >>> edit(Mend(3, 7, "the"), Source(text, [Run(0, 13, 3, 16, True)], b"<p>in tlie house", "utf-8", "html"))
    Edit(start=7, end=9, bytes=b'h')
    """
    if source.format in UNWRITABLE:
        raise Refused(f"a file of this kind ({source.format}) is mended in the program that made it")
    start, end, new = least(mend, source.text)
    first, last = _span(start, end, source)
    if start < end and not _says(source, first, last, source.text[start:end]):
        raise Refused("the file's bytes there are not this text: it was joined or divided when it was read")
    return Edit(first, last, _written(new, source))


def byte(place: int, source: Source) -> int:
    """The byte at which a place of the text stands in its file; raises Refused where none does."""
    try:
        return _byte(place, source, closing=False)
    except Refused:
        return _byte(place, source, closing=True)


def _span(start: int, end: int, source: Source) -> tuple[int, int]:
    """The bytes of a span; of an empty one the place beside the character before it, else after it."""
    if start == end:
        place = _edge(start, source)
        return place, place
    first = _byte(start, source, closing=False)
    last = _byte(end, source, closing=True)
    if last < first:
        raise Refused("the words stand apart in the file")
    return first, last


def _edge(place: int, source: Source) -> int:
    """The byte after the character before a place; where there is none, that of the character there."""
    try:
        return _byte(place, source, closing=True)
    except Refused:
        return _byte(place, source, closing=False)


def _byte(place: int, source: Source, *, closing: bool) -> int:
    """The byte at which a character starts; or, closing, after the one that ends there."""
    inside = place - 1 if closing else place
    at = bisect_right(source.runs, inside, key=lambda run: run.start) - 1
    if at < 0 or inside >= source.runs[at].end or inside < 0:
        raise Refused("nothing in the file stands for this place")
    run = source.runs[at]
    if run.exact:
        return run.source_start + len(source.text[run.start : place].encode(source.charset))
    if closing and place == run.end:
        return run.source_end
    if not closing and place == run.start:
        return run.source_start
    raise Refused("it stands inside a piece of markup")


def _says(source: Source, first: int, last: int, text: str) -> bool:
    """Whether these bytes say just this text, entities and escapes included."""
    try:
        found = source.bytes[first:last].decode(source.charset)
    except UnicodeDecodeError:
        return False
    if found == text:
        return True
    if source.format in MARKUP:
        return html.unescape(found) == text
    try:
        return source.format in ESCAPED and json.loads(f'"{found}"') == text
    except ValueError:
        return False


def _written(text: str, source: Source) -> bytes:
    if source.format in MARKUP:
        return html.escape(text, quote=False).encode(source.charset, "xmlcharrefreplace")
    if source.format in ESCAPED:
        text = json.dumps(text, ensure_ascii=False)[1:-1]
    try:
        return text.encode(source.charset)
    except UnicodeEncodeError as error:
        lacking = text[error.start : error.end]
        raise Refused(f"the file's encoding ({source.charset}) has no {lacking!r}: save it as UTF-8 first") from error


def applied(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes after some edits, none of which overlap."""
    out, at = [], 0
    for one in sorted(edits):
        out += [data[at : one.start], one.bytes]
        at = one.end
    return b"".join([*out, data[at:]])
