"""The list of the documents inside the documents: letters, articles, decrees."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site import claims, summaries
from variorum.archive.site.edition import Document, Edition, page_of, place_of
from variorum.archive.site.openings import opening
from variorum.archive.site.prose import tag
from variorum.archive.site.render import page
from variorum.archive.site.rows import Embedded

ON_A_PAGE = 500
EXCERPT = 14


class Line(NamedTuple):
    """An embedded document in the list."""

    document: Document
    headed: str
    bounded: str
    opening: str
    href: str
    words: int


class Holder(NamedTuple):
    """A document with those that stand in it."""

    document: Document
    lang: str | None
    href: str
    lines: list[Line]


def embedded(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`embedded.html`, and as many pages more as it takes."""
    found = list(_lines(edition))
    parts = [found[at : at + ON_A_PAGE] for at in range(0, len(found), ON_A_PAGE)] or [[]]
    paths = [embedded_page(number) for number in range(1, len(parts) + 1)]
    for number, part in enumerate(parts, 1):
        holders = [
            Holder(document, tag(document.language), page_of(edition, document.number), list(lines))
            for document, lines in groupby(part, key=lambda line: line.document)
        ]
        path = paths[number - 1]
        yield page("embedded.html", edition, path, holders=holders, number=number, paths=paths, total=len(found))


def embedded_page(number: int) -> str:
    """The path of a page of the list."""
    return "embedded.html" if number == 1 else f"embedded-{number}.html"


def _lines(edition: Edition) -> Iterator[Line]:
    for document in (document for group in summaries.groups(edition) for document in group.documents):
        text = edition.texts[document.number]
        for one in sorted(map(Embedded._make, edition.embedded.of(document.number)), key=lambda one: one[:2]):
            words = opening(text, one.start, one.end, EXCERPT)
            href = place_of(edition, document.number, one.start)
            length = len(text[one.start : one.end].split())
            yield Line(document, claims.headed(one, edition.periodicals), claims.bounded(one), words, href, length)
