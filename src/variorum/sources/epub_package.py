"""What an EPUB says of itself: its metadata, the order of its chapters, their names and the pages of its print."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from variorum.errors import NotReadable
from variorum.sources.document import Facts, Warn
from variorum.sources.facts import edtf, language_tag
from variorum.sources.xml_parts import root_of, words_of
from variorum.sources.zips import Zip, read

CONTAINER = "META-INF/container.xml"
_CHAPTERS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml")
_SUFFIXES = (".xhtml", ".html", ".htm", ".xht")
_OPF = "{http://www.idpf.org/2007/opf}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_EVENTS = {"creation": "composed", "modification": "transcribed", "conversion": "transcribed"}
"""Which fact a date of EPUB 2 gives; any other one is that of publication."""


class Place(NamedTuple):
    """A file of the book, and an anchor in it."""

    path: str
    anchor: str


class Book(NamedTuple):
    """What the package says."""

    facts: Facts
    chapters: list[str]
    """Paths of the files to read, in order."""
    names: Mapping[str, str]
    """What the table of contents calls a file."""
    pages: list[tuple[Place, str]]
    """Where the pages of the print begin."""


def book_of(archive: Zip, warn: Warn) -> Book:
    """What an EPUB says of itself; raises NotReadable where it says nothing, or its text is locked."""
    path = _package_path(archive)
    package = root_of(read(archive, path), path)
    items = {item.get("id", ""): item for item in package.iterfind(".//{*}manifest/{*}item")}
    paths = {name: _place(path, item.get("href", "")).path for name, item in items.items()}
    navigation = [name for name, item in items.items() if "nav" in item.get("properties", "").split()]
    apart = {paths[name] for name in navigation} | {
        _place(path, guide.get("href", "")).path
        for guide in package.iterfind(".//{*}guide/{*}reference")
        if guide.get("type", "").lower() == "toc"
    }
    spine = [item.get("idref", "") for item in package.iterfind(".//{*}spine/{*}itemref")]
    order = [name for name in spine or items if name in items and _is_chapter(items[name])]
    chapters = [place for place in dict.fromkeys(paths[name] for name in order) if place not in apart]
    names, pages = _contents(archive, [*navigation, *_ncx(package, items)], paths, warn)
    return Book(_facts(package), _unlocked(archive, chapters, warn), names, pages)


def _package_path(archive: Zip) -> str:
    if CONTAINER in archive.members:
        roots = root_of(read(archive, CONTAINER), CONTAINER).iterfind(".//{*}rootfile")
        named = [root.get("full-path", "") for root in roots]
    else:
        named = [name for name in archive.members if name.endswith(".opf")]
    there = next((name for name in named if name in archive.members), None)
    if there is None:
        raise NotReadable("it is named or begins as an EPUB, but says nowhere which files are its text: pack it again")
    return there


def _place(base: str, written: str) -> Place:
    """The file, relative to the archive's root, and the anchor that a link in a file leads to."""
    path, _, anchor = written.partition("#")
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path))) if path else base
    return Place(whole, unquote(anchor))


def _is_chapter(item: Element) -> bool:
    kind = item.get("media-type", "").lower()
    return kind in _CHAPTERS or (not kind.startswith(("image/", "audio/")) and item.get("href", "").endswith(_SUFFIXES))


def _ncx(package: Element, items: Mapping[str, Element]) -> Iterator[str]:
    """The ids of the contents as EPUB 2 has them."""
    named = next((spine.get("toc", "") for spine in package.iterfind(".//{*}spine")), "")
    found = [name for name, item in items.items() if item.get("media-type") == "application/x-dtbncx+xml"]
    yield from dict.fromkeys([name for name in (named, *found) if name in items])


def _contents(
    archive: Zip, ids: list[str], paths: Mapping[str, str], warn: Warn
) -> tuple[dict[str, str], list[tuple[Place, str]]]:
    """What the contents call the book's files, and where they say that its pages begin."""
    names: dict[str, str] = {}
    pages: list[tuple[Place, str]] = []
    for name in ids:
        path = paths[name]
        try:
            root = root_of(read(archive, path), path)
        except NotReadable as reason:
            warn(f"its contents, {path}, cannot be read: {reason}")
            continue
        for place, label in _entries(root, path, "toc"):
            if label:
                names.setdefault(place.path, label)
        pages = pages or list(_entries(root, path, "page-list"))
    return names, pages


def _entries(root: Element, path: str, sort: str) -> Iterator[tuple[Place, str]]:
    """The entries of the contents, or of the list of pages, in either form."""
    for nav in root.iterfind(".//{*}nav"):
        if sort in nav.get(_TYPE, "").split():
            for link in nav.iterfind(".//{*}a"):
                yield _place(path, link.get("href", "")), words_of(link)
    for point in root.iterfind(".//{*}navPoint" if sort == "toc" else ".//{*}pageTarget"):
        content, label = point.find("{*}content"), point.find("{*}navLabel")
        if content is not None and label is not None:
            yield _place(path, content.get("src", "")), words_of(label)


def _facts(package: Element) -> Facts:
    told = {name: list(package.iterfind(f".//{{*}}metadata//{{http://purl.org/dc/elements/1.1/}}{name}")) for name in
            ("title", "creator", "language", "date")}  # fmt: skip
    refined: dict[tuple[str, str], str] = {}
    for meta in package.iterfind(".//{*}metadata/{*}meta"):
        refined[meta.get("refines", "").lstrip("#"), meta.get("property", meta.get("name", ""))] = words_of(
            meta
        ) or meta.get("content", "")
    titles = sorted(told["title"], key=lambda title: refined.get((title.get("id", ""), "title-type"), "main") != "main")
    authors = [
        words_of(creator)
        for creator in told["creator"]
        if (creator.get(_OPF + "role") or refined.get((creator.get("id", ""), "role"), "aut")) == "aut"
    ]
    days = _days(told["date"])
    return Facts(
        title=next(filter(None, map(words_of, titles)), None),
        author="; ".join(dict.fromkeys(filter(None, authors))) or None,
        composed=days.get("composed"),
        published=days.get("published"),
        transcribed=days.get("transcribed") or edtf(refined.get(("", "dcterms:modified"), "")),
        language=next((tag for each in told["language"] if (tag := language_tag(words_of(each)))), None),
        series=refined.get(("", "belongs-to-collection")) or refined.get(("", "calibre:series")),
    )


def _days(dates: list[Element]) -> dict[str, str]:
    days: dict[str, str] = {}
    for each in dates:
        day, event = edtf(words_of(each)), each.get(_OPF + "event", "").lower()
        if day and (event.startswith("orig") or _EVENTS.get(event, "published") not in days):
            days[_EVENTS.get(event, "published")] = day
    return days


def _unlocked(archive: Zip, chapters: list[str], warn: Warn) -> list[str]:
    """The chapters that are not encrypted; raises NotReadable if all are."""
    name = "META-INF/encryption.xml"
    if name not in archive.members:
        return chapters
    root = root_of(read(archive, name), name)
    locked = {unquote(each.get("URI", "")) for each in root.iterfind(".//{*}CipherReference")}
    free = [chapter for chapter in chapters if chapter not in locked]
    if chapters and not free:
        raise NotReadable("its text is encrypted (DRM): ask whoever published it for a copy that is not")
    if len(free) < len(chapters):
        warn(f"{len(chapters) - len(free)} of its chapters are encrypted and passed over")
    return free
