"""TEI (P5, and P4 where it is the same): texts, what their headers say, and every document of a corpus or a group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import BinaryIO, NamedTuple

from variorum.errors import NotText
from variorum.sources.charset import cleaned, decode
from variorum.sources.document import Block, Document, Facts, Reader, Warn
from variorum.sources.facts import filled, language_tag
from variorum.sources.galley import Galley
from variorum.sources.proof import ground, proof
from variorum.sources.source import escaped_id
from variorum.sources.tei_elements import BOUNDS, NOT_READ
from variorum.sources.tei_header import Header, header_of
from variorum.sources.tei_openers import OPENERS, Opener
from variorum.sources.tei_reading import DEEPEST, Reading, Undo
from variorum.sources.tei_rows import lines, verses
from variorum.sources.xml import LITERAL, Markup, Node, Tag, Token, apart, root_of, tree
from variorum.sources.xml_walks import walk

_ROOTS = (b"TEI", b"teiCorpus", b"TEI.2", b"teiCorpus.2")
_NAMESPACE = b"tei-c.org/ns/"


def _knows(head: bytes, suffix: str) -> bool:
    """What has a root of TEI, or one in TEI's namespace; or XML that is named so and speaks of it at its beginning."""
    name, given = root_of(head)
    if name in _ROOTS or _NAMESPACE in given:
        return True
    return not name and suffix in (".xml", ".tei") and (_NAMESPACE in head or suffix == ".tei") and b"<" in head


class _Part(NamedTuple):
    """A document that has ended: its id in the file, its text, and what is known of it."""

    member: str
    galley: Galley
    facts: Facts
    named: bool
    """Whether its title is its own, rather than its file's."""


class _Shelf:
    """The documents of a file: where one ends and another begins."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.ended: list[_Part] = []
        self.path: list[str] = []
        self.taken: Counter[str] = Counter()
        self.groups: list[bool] = []
        """Of each open element that may hold texts, whether it is a group (or a corpus)."""
        self.side = ""
        self.language: str | None = None
        """What the text says of its language; `file_language` is what the file says of its own."""
        self.file_language: str | None = None

    def begin(self, _: Reading, tag: Tag) -> Undo:
        """An element begins that holds documents, or parts of one; what is returned is done when it ends."""
        self.reading.galley.rest()
        given = tag.given
        name = tag.name.removesuffix(".2")
        if len(self.groups) > DEEPEST:
            return self.reading.galley.rest
        if name in ("text", "body"):
            self.language = given.get("xml:lang", self.language)
        elif name == "TEI":
            self.file_language, self.language = given.get("xml:lang"), None
        if name in ("group", "teiCorpus"):
            self.cut("front")
            self.groups.append(True)
            return partial(self._end_group, self.reading.header)
        if name in ("TEI", "text"):
            in_group = bool(self.groups) and self.groups[-1]
            self.groups.append(False)
            if in_group:
                self.cut("front")
                self.path.append(self._id(given))
            return partial(self._end, in_group, self.reading.header if name == "TEI" else None)
        return self.reading.galley.rest

    def _end_group(self, header: Header) -> None:
        self.cut("")
        self.groups.pop()
        self.reading.header = header
        self.side = "back"

    def _end(self, in_group: bool, header: Header | None) -> None:
        self.groups.pop()
        if in_group:
            self.cut("")
            self.path.pop()
        if header and in_group:
            self.reading.header = header

    def _id(self, given: Sequence[str] | object) -> str:
        """The id of a member: its own, its number, or how many came before it."""
        told = given if isinstance(given, dict) else {}
        self.taken["/".join(self.path) + "/#"] += 1
        name = told.get("xml:id") or told.get("id") or told.get("n") or str(self.taken["/".join(self.path) + "/#"])
        plain = escaped_id(cleaned(name)[0])
        whole = "/".join((*self.path, plain))
        self.taken[whole] += 1
        return plain if self.taken[whole] == 1 else f"{plain}~{self.taken[whole]}"

    def cut(self, side: str) -> None:
        """What was set until now is a document, if nothing is open that goes on."""
        if not self.reading.is_bare:
            return
        galley, self.reading.galley = self.reading.galley, Galley(self.reading.entities)
        galley.rest()
        side, self.side = self.side or side, ""
        if galley.length:
            own, usual = (Facts(language=language_tag(told or "")) for told in (self.language, self.file_language))
            facts = filled(filled(own, self.reading.header.facts), usual)
            member = "/".join((*self.path, side)) if side else "/".join(self.path)
            self.ended.append(_Part(member, galley, facts, bool(self.path) and len(self.groups) > 1))


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    decoded = decode(stream.read(), warn)
    markup = Markup(decoded.text, warn)
    found, below = False, ground(decoded)
    for part in _parts(markup):
        document = proof(part.galley, below, part.facts, part.member)
        if document:
            found = True
            yield document._replace(facts=_named(document, part.named))
    if not found:
        raise NotText("there is no text in this TEI file")


def _parts(markup: Markup) -> Iterator[_Part]:
    """The documents of a file, as they end."""
    reading = Reading(markup.entities)
    shelf = _Shelf(reading)
    openers = OPENERS | dict.fromkeys(BOUNDS, shelf.begin)
    pairs = markup.pairs()
    first_fault = 0
    for at, raw, tag, inner, end in pairs:
        if raw:
            reading.text(raw, at, tag is LITERAL)
        if tag is None or tag is LITERAL:
            continue
        if tag.name in NOT_READ and not tag.closing:
            first: list[Token] = [(at + len(raw) + len(tag.written), inner, end)] if end else []
            _about(reading, tree(chain(first, apart(pairs)), tag, at))
        elif end is not None:
            _pair(reading, tag, at + len(raw), inner, end, openers)
            if tag.name == "l":
                after = at + len(raw) + len(tag.written) + len(inner) + len(end.written)
                markup.resume = verses(reading, markup.source, after)
        elif tag.closing:
            reading.end(tag.name)
        else:
            reading.begin(tag, openers.get(tag.name))
            if tag.name == "lb" and tag.empty:
                markup.resume = lines(reading, markup.source, at + len(raw) + len(tag.written))
        if reading.faults and not first_fault:
            first_fault = at
        if shelf.ended:
            yield from shelf.ended
            shelf.ended.clear()
    _report(markup, reading, first_fault)
    while len(reading.stack) > 1:
        reading.end(reading.parent)
    shelf.cut("")
    yield from shelf.ended


def _pair(reading: Reading, tag: Tag, at: int, inner: str, end: Tag, openers: Mapping[str, Opener]) -> None:
    """Read a tag, and the text and the end that follow it: mostly an element that holds nothing but text."""
    after, name = at + len(tag.written), tag.name
    if name == end.name and not tag.closing and reading.element(tag, openers.get(name), inner, after):
        return
    if tag.closing:
        reading.end(name)
    else:
        reading.begin(tag, openers.get(name))
    if inner:
        reading.text(inner, after, literal=False)
    reading.end(end.name)


def _report(markup: Markup, reading: Reading, first_fault: int) -> None:
    where = f"line {markup.line(first_fault)}" if reading.faults else "its end"
    if reading.faults or len(reading.stack) > 1:
        markup.warn(f"its XML is not well formed (first seen at {where}); it was read as it seems to be meant: mend it")


def _about(reading: Reading, node: Node) -> None:
    """Read an element that is about the text."""
    if node.name == "teiHeader":
        header = header_of(node)
        facts, named = reading.header
        reading.header = Header(filled(header.facts, facts), {**named, **header.renditions})
    elif node.name == "facsimile":
        reading.images |= _images(node)


def _images(facsimile: Node) -> dict[str, str]:
    """The images that a facsimile names, by the ids of its surfaces, zones and images."""
    found, images = dict[str, str](), [""]
    for node, begins in walk(facsimile):
        if node.name == "surface" and begins:
            images.append(next((each.get("url") for each in node.children("graphic")), images[-1]))
            found[node.get("xml:id")] = images[-1]
        elif node.name == "surface":
            images.pop()
        elif node.name == "graphic":
            found[node.get("xml:id")] = node.get("url")
        elif node.name == "zone":
            found[node.get("xml:id")] = images[-1] + _fragment(node)
    return {name: image for name, image in found.items() if name and image}


def _fragment(zone: Node) -> str:
    """The place of a zone in its image, as a media fragment."""
    corners = [zone.get(side) for side in ("ulx", "uly", "lrx", "lry")]
    if not all(re.fullmatch(r"\d{1,9}", corner) for corner in corners):
        return ""
    left, top, right, bottom = map(int, corners)
    return f"#xywh={left},{top},{right - left},{bottom - top}"


def _named(document: Document, own: bool) -> Facts:
    """The facts of a document, with the title and author that its first lines name where its header is silent."""
    facts, text, blocks = document.facts, document.text, document.blocks
    title = [text[block.start : block.end] for block in blocks if block.label == "title"]
    title = title or [text[block.start : block.end] for block in _first_heading(blocks)]
    author = [text[block.start : block.end] for block in blocks if block.label == "author"]
    told = Facts(
        title=" ".join(" ".join(title[:3]).split())[:300] or None, author=" ".join(" ".join(author[:1]).split()) or None
    )
    return filled(told, facts) if own and told.title else filled(facts, told)


def _first_heading(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks[:5] if block.kind == "heading"][:1]


TEI = Reader("tei", _knows, _read)
