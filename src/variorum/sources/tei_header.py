"""What the header of a TEI file says about its text: title, author, dates, language, access."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from variorum.sources.document import Facts
from variorum.sources.facts import edtf, language_tag
from variorum.sources.tei_elements import renditions
from variorum.sources.xml import Node, Text
from variorum.sources.xml_walks import below, within, words

MANY, LONG = 100, 1000
"""How many elements are looked through for a fact, and how many code points of each: no header needs more."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")

_TRANSCRIBED = re.compile(r"transcri|typed|keyed|keyboard|digiti[sz]|encod|mark(?:ed)?[ -]?up|transkri|набор", re.I)


class Header(NamedTuple):
    """The facts of a header, and the styles that it gives names to."""

    facts: Facts = Facts()
    renditions: dict[str, tuple[str, ...]] = {}  # noqa: RUF012


def header_of(node: Node) -> Header:
    """What a teiHeader says."""
    facts = Facts(
        title=_title(node),
        author=_author(node),
        composed=_first_day(_composed(node)),
        published=_first_day(_published(node)),
        transcribed=_transcribed(node),
        language=_language(node),
        series=_series(node),
        source=_source(node),
        transcriber=_transcriber(node),
        access=_access(node),
    )
    named = {f"#{each.get('xml:id')}": renditions(_own_words(each)) for each in below(node, "rendition")}
    return Header(facts, named)


def _own_words(node: Node) -> str:
    return " ".join(each.raw for each in node.inside if isinstance(each, Text))


def path(node: Node, *names: str) -> Iterator[Node]:
    """The elements at the end of a path of children, each step of which may name several."""
    found = [node]
    for name in names:
        found = [child for each in found for child in each.children(*name.split("|"))]
    return iter(found)


def _first_words(nodes: Iterator[Node]) -> str | None:
    return next((text for node in islice(nodes, MANY) if (text := words(node))), None)


def _title(header: Node) -> str | None:
    titles = [title for title in path(header, "fileDesc", "titleStmt", "title") if words(title)]
    named = [title for title in titles if title.get("type") in ("", "main", "sub", "subtitle", "part", "volume")]
    title = ""
    for each in map(words, named or titles[:1]):
        title += ("" if not title else " " if title[-1] in ":.,!?;" else ". ") + each
    return title[:300] or None


def _author(header: Node) -> str | None:
    """The authors of the text; where the title statement names none, those of its source."""
    own = [_name(author) for author in path(header, "fileDesc", "titleStmt", "author")]
    if not any(own):
        source = next(path(header, "fileDesc", "sourceDesc"), None)
        own = [_name(author) for author in below(source, "author")][:1] if source else []
    return ", ".join(dict.fromkeys(name for name in own if name)) or None


def _name(author: Node) -> str:
    """A person's name in its usual order, if its parts are told apart."""
    last = [words(each) for each in islice(below(author, "surname"), 3)]
    first = [words(each) for each in islice(below(author, "forename"), 6)]
    return " ".join((*first, *last)) if len(last) == 1 and first else words(author).rstrip(",;")


def _composed(header: Node) -> Iterator[Node]:
    yield from path(header, "profileDesc", "creation", "date|origDate")
    yield from path(header, "profileDesc", "creation")
    for action in path(header, "profileDesc", "correspDesc", "correspAction"):
        if action.get("type") in ("sent", ""):
            yield from below(action, "date")
    for source in path(header, "fileDesc", "sourceDesc"):
        yield from below(source, "origDate")


def _published(header: Node) -> Iterator[Node]:
    for source in path(header, "fileDesc", "sourceDesc"):
        yield from within(source, frozenset(("imprint", "publicationStmt")), "date")
        yield from within(source, frozenset(("bibl", "biblStruct", "monogr")), "date")


def _transcribed(header: Node) -> str | None:
    """The last change of the file; where none is recorded, the day on which it was published."""
    changes = [day for node in path(header, "revisionDesc") for each in below(node, "change") if (day := _change(each))]
    if changes:
        return max(changes)
    dates = (
        *path(header, "fileDesc", "publicationStmt", "date"),
        *path(header, "fileDesc", "editionStmt", "edition", "date"),
    )
    return _first_day(iter(dates))


def _change(change: Node) -> str | None:
    return day_of(change) or _first_day(change.children("date"))


def _first_day(nodes: Iterator[Node]) -> str | None:
    return next(
        (day for node in nodes if (day := day_of(node) or (edtf(words(node)) if node.name != "change" else None))), None
    )


def day_of(node: Node) -> str | None:
    """What the attributes of a date say, as EDTF."""
    if when := node.get("when", "when-iso", "value"):
        return edtf(when)
    start, end = edtf(node.get("from", "notBefore")), edtf(node.get("to", "notAfter"))
    if start and end:
        return edtf(f"{start}/{end}") if start != end else start
    if start or end:
        return edtf(f"{start}/.." if start else f"../{end}")
    return None


def _language(header: Node) -> str | None:
    told = list(path(header, "profileDesc", "langUsage", "language"))
    told.sort(key=lambda each: -int(each.get("usage")) if each.get("usage").isdecimal() else 0)
    named = (
        language_tag(each.get("ident", "id", "xml:id") or words(each)) or language_tag(words(each)) for each in told
    )
    return next((tag for tag in named if tag), None)


def _series(header: Node) -> str | None:
    sources = path(header, "fileDesc", "sourceDesc")
    named = (title for source in sources for title in within(source, frozenset(("series",)), "title"))
    return _first_words(path(header, "fileDesc", "seriesStmt", "title")) or _first_words(named)


def _source(header: Node) -> str | None:
    """The edition that the file was made from, in its own words."""
    named = (each for source in path(header, "fileDesc", "sourceDesc") for each in source.children())
    told = (each for each in named if each.name in ("p", "bibl", "biblFull", "biblStruct", "ab"))
    said = (_first_words(told) or "")[:500]
    return said if any(map(str.isalpha, said)) else None


def _transcriber(header: Node) -> str | None:
    """Who is said to have transcribed the text, or put it into this form."""
    for statement in path(header, "fileDesc", "titleStmt|editionStmt", "respStmt"):
        if _TRANSCRIBED.search(" ".join(map(words, statement.children("resp")))):
            names = [told for each in statement.children("name", "persName", "orgName") if (told := words(each))]
            return ", ".join(names) or None
    return None


def _access(header: Node) -> str | None:
    """Whether the file may be shown: not before a day, or not at all, where it says so of itself."""
    given = list(path(header, "fileDesc", "publicationStmt", "availability"))
    licences: Sequence[Node] = [licence for each in given for licence in each.children("licence")]
    days = [day for node in (*given, *licences) if (day := node.get("notBefore"))]
    if days:
        found = [_DAY.fullmatch(day.strip()) for day in days]
        firsts = ["-".join((day[1], day[2] or "01", day[3] or "01")) for day in found if day]
        exact = [day for day in firsts if edtf(day)]
        return f"embargoed until {max(exact)}" if len(exact) == len(days) else "private"
    return "private" if any(each.get("status") == "restricted" for each in given) else None
