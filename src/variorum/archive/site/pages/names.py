"""The indexes of persons, groups, places, works and periodicals, and a page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site import gathered
from variorum.archive.site.edition import Document, Edition, place_of
from variorum.archive.site.gathered import Entity, Form, Index, Item
from variorum.archive.site.names import entity_name
from variorum.archive.site.render import page

OFTENEST = 12
"""How many of each kind the page of names itself has."""
FORMS = 6
"""How many other forms of a name its line in the index has."""


class Line(NamedTuple):
    """A line of an index."""

    id: str
    headed: str
    entity: Entity
    href: str
    """Its own page; "" where it has none."""
    others: Sequence[Form]
    places: Sequence[tuple[Document, str]]
    see: str
    """The form that this line only leads from."""


def names(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`names.html`, and of each kind as many pages as its index takes."""
    if not edition.indexes:
        return
    oftenest = [_oftenest(edition, index) for index in edition.indexes]
    yield page("names.html", edition, "names.html", indexes=list(zip(edition.indexes, oftenest, strict=True)))
    for index in edition.indexes:
        yield from _index(edition, index)


def _oftenest(edition: Edition, index: Index) -> list[tuple[Entity, str]]:
    most = sorted(index.entities(), key=lambda one: (-one.mentions, one.entity))[:OFTENEST]
    return [(one, edition.entity_places[one.entity]) for one in most]


def _index(edition: Edition, index: Index) -> Iterator[tuple[str, bytes]]:
    paths, seen = index.paths(), set[str]()
    letters: list[tuple[str, str]] = []
    for path, part in zip(paths, index.pages, strict=True):
        for one in (item.letter for item in part):
            letters += [] if one in seen else [(one, f"{path}#{_letter_id(one)}")]
            seen.add(one)
    firsts = {href for _, href in letters}
    for number, (path, part) in enumerate(zip(paths, index.pages, strict=True), 1):
        groups = [
            (name, _letter_id(name), [_line(edition, item) for item in items])
            for name, items in groupby(part, key=lambda item: item.letter)
        ]
        shown = {"groups": groups, "firsts": firsts, "letters": letters, "number": number, "paths": paths}
        yield page("index.html", edition, path, index=index, **shown)


def _letter_id(letter: str) -> str:
    """The id of a letter in its index."""
    return f"letter-{ord(letter):x}"


def _line(edition: Edition, item: Item) -> Line:
    entity = item.entity
    href = edition.entity_places[entity.entity]
    own = href if "#" not in href else ""
    if item.see:
        return Line("", gathered.headed(entity), entity, href, (), (), item.see)
    others = [form for form in entity.forms if form.form != entity.name]
    places = [] if own else list(_places(edition, entity))
    return Line(entity_name(entity.entity), gathered.headed(entity), entity, own, others, places, "")


def _places(edition: Edition, entity: Entity) -> Iterator[tuple[Document, str]]:
    """Where somebody is named who is named seldom, each document once."""
    firsts: dict[str, int] = {}
    for doc, start, *_ in sorted(edition.named.of(entity.number), key=lambda row: row[:3]):
        firsts.setdefault(doc, start)
    for doc, start in list(firsts.items())[: gathered.FEW]:
        if doc in edition.numbers:
            number = edition.numbers[doc]
            yield edition.documents[number], place_of(edition, number, start)
