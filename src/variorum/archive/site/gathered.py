"""Persons, groups, places, works and periodicals, with all the forms of their names, and which have a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa

from variorum.archive.plain import plain
from variorum.archive.site.names import entity_name, page_name

KINDS = {
    "person": ("person", "persons", "Persons"),
    "group": ("group", "groups", "Groups"),
    "place": ("place", "places", "Places"),
    "work": ("work", "works", "Works"),
    "periodical": ("periodical", "periodicals", "Periodicals"),
}
"""What each kind is called: one, several, and as a heading."""

MOST = 5000
"""Of each kind how many are listed in its index, those named most often first."""
FEW = 3
"""Who is named more often has a page; the places of the others stand in the index."""
PAGES = 5000
"""How many have a page, those named most often first."""
OTHERS = 3
"""Under how many other letters a line leads to somebody whose name is also written so."""
ON_A_PAGE = 400
"""How many lines of an index stand on one page."""
_ARTICLE = re.compile(r"(?:the|an?|le|la|les|der|die|das|el|los?)\s+(?=\S)|l['’](?=\w)", re.IGNORECASE)
_NUMERAL = re.compile(r"[IVXLCDM]+\.?|\d+\.?")
_SURNAME = re.compile(r"(.*\S)\s+(\S*[^\W\d_]{2}\S*)")


class Form(NamedTuple):
    """A form of a name: how often it stands, and why it means the same."""

    form: str
    times: int
    reason: str


class Entity(NamedTuple):
    """Somebody or something that is named."""

    entity: str
    kind: str
    name: str
    forms: Sequence[Form]
    mentions: int
    documents: int
    same_as: Sequence[str]
    number: int
    """Its place in the table."""


class Item(NamedTuple):
    """A line of an index: somebody's own, or that of another form, which leads to it."""

    sorting: tuple[str, str, str]
    letter: str
    entity: Entity
    see: str
    """The other form as it stands there; "" for a line of its own."""


class Index(NamedTuple):
    """The index of one kind."""

    kind: str
    pages: Sequence[Sequence[Item]]
    listed: int
    unlisted: int
    """How many more there are, each named less often than those."""

    @property
    def title(self) -> str:
        """What it is called."""
        return KINDS[self.kind][2]

    @property
    def one(self) -> str:
        """What one of them is called."""
        return KINDS[self.kind][0]

    @property
    def many(self) -> str:
        """What several of them are called."""
        return KINDS[self.kind][1]

    @property
    def total(self) -> int:
        """How many there are."""
        return self.listed + self.unlisted

    def entities(self) -> list[Entity]:
        """Those that are listed."""
        return [one.entity for page in self.pages for one in page if not one.see]

    def paths(self) -> list[str]:
        """Where its pages stand in the site."""
        name = KINDS[self.kind][1]
        return [f"{name}.html" if nth == 1 else f"{name}-{nth}.html" for nth in range(1, len(self.pages) + 1)]


def entities_of(table: pa.Table) -> list[Entity]:
    """The entities of a table of them, in its order."""
    columns = ("entity", "kind", "name", "forms", "mentions", "documents", "same_as")
    rows = zip(*(table.column(name).to_pylist() for name in columns), strict=True)
    return [
        Entity(entity, kind, _line(name or entity), _forms(forms), mentions or 0, documents or 0, same or [], nth)
        for nth, (entity, kind, name, forms, mentions, documents, same) in enumerate(rows)
        if kind in KINDS
    ]


def _forms(forms: Sequence[Mapping[str, object]] | None) -> list[Form]:
    return [Form(_line(str(one["form"] or "")), int(str(one["count"] or 0)), _line(str(one["reason"] or "")))
            for one in forms or []]  # fmt: skip


def _line(text: str) -> str:
    return plain(" ".join(text.split()))


def headed(entity: Entity) -> str:
    """How it stands in an index: a person by the family name, as far as the name tells it.

    >>> here = Entity("person/x", "person", "Theodor von Brandt", [], 1, 1, [], 0)
    >>> headed(here), headed(here._replace(name="Nicholas II")), headed(here._replace(kind="place"))
    ('Brandt, Theodor von', 'Nicholas II', 'Theodor von Brandt')
    """
    found = _SURNAME.fullmatch(entity.name)
    if entity.kind != "person" or "," in entity.name or not found or _NUMERAL.fullmatch(found[2]):
        return entity.name
    return f"{found[2]}, {found[1]}"


def sorting(entity: Entity) -> tuple[str, str, str]:
    """By what an index is sorted: without accents, capitals and the article of a title.

    >>> sorting(Entity("work/x", "work", "The Émile", [], 1, 1, [], 0))[0]
    'emile'
    """
    name = headed(entity)
    if entity.kind in ("work", "periodical", "group"):
        name = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return bare.lstrip("“”„«»\"'’‘([{…. "), entity.name, entity.entity


def letter(entity: Entity) -> str:
    """The letter under which it stands; "#" for what begins with none."""
    first = sorting(entity)[0][:1].upper()
    return first if first.isalpha() else "#"


def indexes_of(entities: Sequence[Entity]) -> list[Index]:
    """The indexes, of each kind that there is."""
    found = []
    for kind in KINDS:
        mine = sorted((one for one in entities if one.kind == kind), key=_oftenest)
        items = sorted(item for one in mine[:MOST] for item in _items(one))
        if items:
            pages = [items[at : at + ON_A_PAGE] for at in range(0, len(items), ON_A_PAGE)]
            found.append(Index(kind, pages, len(mine[:MOST]), len(mine[MOST:])))
    return found


def _items(entity: Entity) -> Iterator[Item]:
    """The line of an entity, and one for each other letter under which somebody may look for it."""
    seen = {letter(entity)}
    yield Item(sorting(entity), letter(entity), entity, "")
    for form in entity.forms:
        other = entity._replace(name=form.form)
        if form.form and letter(other) not in seen and len(seen) <= OTHERS:
            seen.add(letter(other))
            yield Item(sorting(other), letter(other), entity, headed(other))


def _oftenest(entity: Entity) -> tuple[int, str]:
    return -entity.mentions, entity.entity


def places_of(indexes: Sequence[Index]) -> dict[str, str]:
    """Where each entity that is listed is read: its own page, or its line in an index."""
    found: dict[str, str] = {}
    for index in indexes:
        for path, part in zip(index.paths(), index.pages, strict=True):
            own = [one.entity.entity for one in part if not one.see]
            found |= {entity: f"{path}#{entity_name(entity)}" for entity in own}
    often = sorted((one for index in indexes for one in index.entities()), key=_oftenest)
    return found | {one.entity: page_name("names", one.entity) for one in often[:PAGES] if one.mentions > FEW}
