"""TEI: lists of persons, groups, places, works and periodicals, and the texts with names and dates marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from variorum.archive.exports.graphml import clean
from variorum.archive.exports.linked.days import CALENDARS, tei_date
from variorum.archive.site.edition import Document, Edition
from variorum.archive.site.gathered import Entity
from variorum.archive.site.links import OUTSIDE
from variorum.archive.site.names import entity_name
from variorum.archive.site.prose import tag
from variorum.archive.site.rows import Date, Name

LISTS = (
    ("person", "listPerson", "person", "persName", "persName"),
    ("group", "listOrg", "org", "orgName", "orgName"),
    ("place", "listPlace", "place", "placeName", "placeName"),
    ("work", "listBibl", "bibl", "title", "title"),
    ("periodical", "listBibl", "bibl", 'title level="j"', "title"),
)
"""Of each kind the list, its item, the element of a name with its attributes, and the element by itself."""
SAID = "Made by variorum: names and dates are its reading, and may be wrong."
UNREAD = Date(0, 0, None, None, None, None, None)
"""A date of which only its EDTF is known."""
_AUTHORITIES = re.compile(r"(viaf|wikidata|gnd|geonames|isni|loc)", re.IGNORECASE)


class Mark(NamedTuple):
    """A stretch of a text and the element that it becomes."""

    start: int
    end: int
    open: str
    close: str


def tei(edition: Edition, site: str) -> Iterator[str]:
    """One document of the TEI: its head, the lists, and every text of the archive with its names and dates."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"'
    yield f" xml:base={quoteattr(site)}>\n" if site else ">\n"
    yield from _head(edition)
    lists = list(_lists(edition))
    if lists:
        yield from ("<standOff>\n", *lists, "</standOff>\n")
    yield "<text>\n<group>\n"
    known = {one.entity: one for one in edition.entities}
    for document in edition.documents:
        yield from _text(edition, document, known)
    yield "</group>\n</text>\n</TEI>\n"


def _head(edition: Edition) -> Iterator[str]:
    said = "".join(f'<calendar xml:id="{name}"><p>{words}</p></calendar>' for name, words in CALENDARS.items())
    yield f"<teiHeader>\n<fileDesc>\n<titleStmt><title>{clean(edition.title)}</title></titleStmt>\n"
    yield f"<publicationStmt><p>{SAID}</p></publicationStmt>\n"
    yield "<sourceDesc><listBibl>\n"
    for document in edition.documents:
        yield f'<bibl xml:id="d{document.number}"><title>{clean(document.title)}</title>{_facts(document)}</bibl>\n'
    yield f"</listBibl></sourceDesc>\n</fileDesc>\n<profileDesc><calendarDesc>{said}</calendarDesc></profileDesc>\n"
    yield "</teiHeader>\n"


def _facts(document: Document) -> str:
    author = f"<author>{clean(document.author)}</author>" if document.author else ""
    when = document.composed or document.published
    dated = _element("date", tei_date(UNREAD._replace(edtf=when)), when) if when else ""
    return f'{author}{dated}<idno type="file">{clean(document.doc)}</idno>'


def _element(name: str, attributes: Mapping[str, str], text: str) -> str:
    return f"<{name}{_attributes(attributes)}>{clean(text)}</{name}>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())


def _lists(edition: Edition) -> Iterator[str]:
    """Each list with all that it has; works and periodicals are one list of titles."""
    for outer in dict.fromkeys(entry[1] for entry in LISTS):
        kinds = {entry[0]: entry[2:] for entry in LISTS if entry[1] == outer}
        items = [_item(one, *kinds[one.kind]) for one in edition.entities if one.kind in kinds]
        if items:
            yield f"<{outer}>\n{''.join(items)}</{outer}>\n"


def _item(one: Entity, item: str, opened: str, name: str) -> str:
    forms = [f'<{opened} type="main">{clean(one.name)}</{name}>']
    forms += [f'<{opened} type="form" n="{form.times}">{clean(form.form)}</{name}>' for form in one.forms if form.form]
    ids = [f"<idno{_sort(known)}>{clean(known)}</idno>" for known in one.same_as]
    why = [f'<note type="reason">{clean(form.form)}: {clean(form.reason)}</note>' for form in one.forms if form.reason]
    return f'<{item} xml:id="{entity_name(one.entity)}">{"".join([*forms, *ids, *why])}</{item}>\n'


def _sort(known: str) -> str:
    found = _AUTHORITIES.search(known)
    kind = found[1].upper() if found else "URI" if OUTSIDE.fullmatch(known) else ""
    return f' type="{kind}"' if kind else ""


def _text(edition: Edition, document: Document, known: Mapping[str, Entity]) -> Iterator[str]:
    text, leaves = edition.texts[document.number], edition.layouts[document.number].leaves
    language = tag(document.language)
    yield f'<text corresp="#d{document.number}"{f" xml:lang={quoteattr(language)}" if language else ""}>\n<body>\n'
    marks = _marks(edition, document.number, known)
    at = 0
    for leaf in leaves:
        inside: list[Mark] = []
        while at < len(marks) and marks[at].start < leaf.end:
            inside += [marks[at]] if leaf.start <= marks[at].start and marks[at].end <= leaf.end else []
            at += 1
        name, kind = ("p", "") if leaf.kind == "paragraph" else ("ab", f' type="{leaf.kind}"')
        yield f"<{name}{kind}>{''.join(_inline(text, leaf.start, leaf.end, inside))}</{name}>\n"
    yield "</body>\n</text>\n" if leaves else "<p/></body>\n</text>\n"


def _inline(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[str]:
    at = start
    for mark in marks:
        yield clean(text[at : mark.start])
        yield f"{mark.open}{clean(text[mark.start : mark.end])}{mark.close}"
        at = mark.end
    yield clean(text[at:end])


def _name(name: Name, entity: Entity) -> Mark:
    element = next(element for kind, *_, element in LISTS if kind == entity.kind)
    return Mark(name.start, name.end, f'<{element} ref="#{entity_name(entity.entity)}">', f"</{element}>")


def _marks(edition: Edition, number: int, known: Mapping[str, Entity]) -> list[Mark]:
    """Names and dates, in order; of two that overlap the one that begins first, the longer first."""
    names, dates = map(Name._make, edition.names.of(number)), map(Date._make, edition.dates.of(number))
    found = [_name(name, known[name.entity]) for name in names if name.entity in known]
    found += [Mark(one.start, one.end, f"<date{_attributes(tei_date(one))}>", "</date>") for one in dates]
    apart: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end, mark.open)):
        if mark.start < mark.end and (not apart or apart[-1].end <= mark.start):
            apart.append(mark)
    return apart
