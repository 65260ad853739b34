"""A page for each person, group, place, work or periodical that is named more than a few times."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site import gathered
from variorum.archive.site.context import Context, context
from variorum.archive.site.edition import Document, Edition, place_of
from variorum.archive.site.gathered import Entity
from variorum.archive.site.links import OUTSIDE
from variorum.archive.site.render import page

DOCUMENTS = 200
"""Of how many documents the places are listed, those with most first."""
SHOWN, FOLDED = 4, 40
"""Of each document how many places are shown, and how many more can be unfolded."""
WHOLE = 20
"""So many places in all are all shown."""
FORMS = 100
"""How many forms of a name are listed."""
LINES = 1500
"""How many lines a page has at most."""


class Holder(NamedTuple):
    """A document in which somebody is named."""

    document: Document
    href: str
    total: int
    shown: Sequence[Context]
    folded: Sequence[Context]

    @property
    def unlisted(self) -> int:
        """How many more places it has."""
        return self.total - len(self.shown) - len(self.folded)


def entity(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The pages of those who are named most."""
    for one in edition.entities:
        path = edition.entity_places.get(one.entity, "#")
        if "#" not in path:
            yield _page(edition, one, path)


def apart(form: str, other: str) -> str:
    """The line of `decisions.jsonl` that says that two forms are not the same, for somebody to sign.

    >>> apart("Kolbe", "Kolb").partition('"body"')[0][-41:]
    '"linking", "creator": "", "created": "", '
    """
    targets = [{"source": "", "selector": {"type": "TextQuoteSelector", "exact": one}} for one in (form, other)]
    line = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "linking",
        "creator": "",
        "created": "",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": "apart"}],
        "target": targets,
    }
    return json.dumps(line, ensure_ascii=False)


def _page(edition: Edition, one: Entity, path: str) -> tuple[str, bytes]:
    holders, documents, places = _holders(edition, one)
    index = next(index for index in edition.indexes if index.kind == one.kind)
    links = [(name, name if OUTSIDE.fullmatch(name) else "") for name in map(str.strip, one.same_as)]
    return page(
        "entity.html",
        edition,
        path,
        one=one,
        kind=gathered.KINDS[one.kind][0],
        index=index,
        links=links,
        holders=holders,
        documents=documents,
        places=places,
        apart=[apart(form.form, one.forms[0].form) if nth else "" for nth, form in enumerate(one.forms[:FORMS])],
    )


def _holders(edition: Edition, one: Entity) -> tuple[list[Holder], int, int]:
    """The documents that name somebody, as far as they are listed; how many there are, and how many places."""
    rows = [(edition.numbers[doc], *row) for doc, *row in edition.named.of(one.number) if doc in edition.numbers]
    each = [(number, list(group)) for number, group in groupby(sorted(rows), key=lambda row: row[0])]
    each.sort(key=lambda holder: (-len(holder[1]), holder[0]))
    found: list[Holder] = []
    room = LINES
    for number, places in each[:DOCUMENTS]:
        shown = len(places) if len(rows) <= WHOLE else SHOWN
        found.append(_holder(edition, number, places, min(shown, room), max(0, min(FOLDED, room - shown))))
        room -= len(found[-1].shown) + len(found[-1].folded)
        if room <= 0:
            break
    return found, len(each), len(rows)


def _holder(
    edition: Edition, number: int, places: Sequence[tuple[int, int, int, str]], shown: int, more: int
) -> Holder:
    lines = [context(edition, *row) for row in places[: shown + more]]
    href = place_of(edition, number, places[0][1])
    return Holder(edition.documents[number], href, len(places), lines[:shown], lines[shown:])
