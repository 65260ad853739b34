"""The edition: the tables of an archive, laid out so that a page can ask for what one document has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.archive.leaves import Block
from variorum.archive.plain import plain
from variorum.archive.site.gathered import Entity, Index, entities_of, indexes_of, places_of
from variorum.archive.site.grouping import Rows, codes_of, grouped
from variorum.archive.site.layout import Layout, layout_of
from variorum.archive.site.names import page_name, readable
from variorum.archive.site.rows import Check, Date, Embedded, Name, Omission, Parallel, Quotation, Reference, Testimony

WHEN = ("composed", "published", "transcribed")
FACTS = ("author", *WHEN, "language", "edition", "series", "source", "transcriber", "words")


class Document(NamedTuple):
    """What is known of a document; `number` is its place in the edition."""

    number: int
    doc: str
    title: str
    author: str | None
    composed: str | None
    published: str | None
    transcribed: str | None
    language: str | None
    edition: str | None
    series: str | None
    source: str | None
    transcriber: str | None
    words: int


class Witness(NamedTuple):
    """A document's stretch that carries the text of a tradition."""

    tradition: str
    document: int
    start: int
    end: int
    siglum: str


@dataclass(frozen=True)
class Edition:
    """All that the pages are made from."""

    title: str
    private: bool
    documents: Sequence[Document]
    texts: Sequence[str]
    numbers: Mapping[str, int]
    tables: Mapping[str, pa.Table]

    @cached_property
    def layouts(self) -> Sequence[Layout]:
        """How each document is laid out."""
        blocks = rows_of(self, "blocks", *Block._fields)
        return [layout_of(text, blocks.of(number)) for number, text in enumerate(self.texts)]

    @cached_property
    def styles(self) -> Rows:
        """Of each document what is set otherwise."""
        return rows_of(self, "styles", "start", "end", "style", "target")

    @cached_property
    def milestones(self) -> Rows:
        """Of each document the pages and lines of its print."""
        return rows_of(self, "milestones", "at", "unit", "n")

    @cached_property
    def quotations(self) -> Rows:
        """Of each document what it quotes."""
        return rows_of(self, "quotations", *Quotation._fields)

    @cached_property
    def embedded(self) -> Rows:
        """Of each document the documents inside it."""
        return rows_of(self, "embedded", *Embedded._fields)

    @cached_property
    def references(self) -> Rows:
        """Of each document what it points to."""
        return rows_of(self, "references", *Reference._fields)

    @cached_property
    def ellipses(self) -> Rows:
        """Of each document its marks of omission."""
        return rows_of(self, "ellipses", *Omission._fields)

    @cached_property
    def checks(self) -> Rows:
        """Of each document what was found of its quotations, held against their sources."""
        return rows_of(self, "checks", *Check._fields)

    @cached_property
    def dates(self) -> Rows:
        """Of each document its expressions of time."""
        return rows_of(self, "dates", *Date._fields)

    @cached_property
    def testimony(self) -> Rows:
        """Of each document what it says of how texts came down, held against the library."""
        return rows_of(self, "testimony", *Testimony._fields)

    @cached_property
    def names(self) -> Rows:
        """Of each document the names in it."""
        return rows_of(self, "names", *Name._fields)

    @cached_property
    def entities(self) -> Sequence[Entity]:
        """Who and what is named."""
        return entities_of(self.tables["entities"])

    @cached_property
    def indexes(self) -> Sequence[Index]:
        """The indexes of names."""
        return indexes_of(self.entities)

    @cached_property
    def entity_places(self) -> Mapping[str, str]:
        """Where each entity that is listed is read: its own page, or its line in an index."""
        return places_of(self.indexes)

    @cached_property
    def entity_names(self) -> Mapping[str, str]:
        """What each entity is called."""
        return {one.entity: one.name for one in self.entities}

    @cached_property
    def periodicals(self) -> set[str]:
        """All forms of the names of periodicals."""
        return {form.form for one in self.entities if one.kind == "periodical" for form in one.forms}

    @cached_property
    def named(self) -> Rows:
        """Of each entity, by its number, the document, start, end and reason of each name."""
        table = self.tables["names"]
        keys = self.tables["entities"].column("entity").to_pylist()
        return grouped(table, codes_of(table, "entity", keys), len(keys), ("doc", "start", "end", "reason"))

    @cached_property
    def parallels(self) -> Rows:
        """Of each document its passages, from both sides, by start."""
        return _parallels(self, "passages")

    @cached_property
    def renderings(self) -> Rows:
        """Of each document its beads, from both sides, by start."""
        return _parallels(self, "translations")

    @property
    def has_lives(self) -> bool:
        """Whether there is anything of which a text's life could be told."""
        return any(self.tables[name].num_rows for name in ("passages", "translations", "testimony"))

    @cached_property
    def has_dates(self) -> bool:
        """Whether there is anything for a timeline."""
        dated = any(one.composed or one.published for one in self.documents)
        return dated or self.tables["dates"].num_rows > 0

    @cached_property
    def passages(self) -> Sequence[int]:
        """How many passages each document has."""
        a, b = (codes_of(self.tables["passages"], column, self.numbers) for column in ("doc_a", "doc_b"))
        known = (a >= 0) & (b >= 0)
        sides = np.concatenate([a[known], b[known & (a != b)]])
        found: list[int] = np.bincount(sides, minlength=len(self.documents)).tolist()
        return found

    @cached_property
    def witnesses(self) -> Rows:
        """Of each document the stretches that are witnesses."""
        return rows_of(self, "traditions", "tradition", "start", "end", "siglum")

    @cached_property
    def collations(self) -> Rows:
        """Of each tradition, in the order of `traditions`, its tokens."""
        table = self.tables["collations"]
        codes = codes_of(table, "tradition", self.traditions)
        return grouped(table, codes, len(self.traditions), ("place", "siglum", "start", "end", "lemma", "kind"))

    @cached_property
    def traditions(self) -> Mapping[str, list[Witness]]:
        """The witnesses of each tradition, by siglum."""
        return _traditions(self)

    @cached_property
    def sorts(self) -> Mapping[str, str]:
        """Of each tradition whether it is a text, a repetition or boilerplate."""
        table = self.tables["traditions"]
        return dict(zip(table.column("tradition").to_pylist(), table.column("kind").to_pylist(), strict=True))


def lay_out(tables: Mapping[str, pa.Table], title: str, private: bool) -> Edition:
    """The edition of an archive's tables; beads of translations are told apart from passages that share words."""
    rendered = pc.equal(tables["passages"]["kind"], "translation")
    apart = {name: tables["passages"].filter(mask) for name, mask in
             (("passages", pc.invert(rendered)), ("translations", rendered))}  # fmt: skip
    table = tables["documents"].sort_by("doc")
    names = table.column("doc").to_pylist()
    titles = [_said(title) or readable(doc) for doc, title in zip(names, table["title"].to_pylist(), strict=True)]
    columns = [table.column(fact).to_pylist() for fact in FACTS]
    facts = zip(names, titles, *columns, strict=True)
    documents = [
        Document._make([number, doc, name, *map(_said, row), words or 0])
        for number, (doc, name, *row, words) in enumerate(facts)
    ]
    texts = [text or "" for text in table.column("text").to_pylist()]
    numbers = {doc: number for number, doc in enumerate(names)}
    return Edition(plain(title), private, documents, texts, numbers, {**tables, **apart})


def _said(fact: str | None) -> str | None:
    return plain(" ".join(fact.split())) or None if fact else None


def rows_of(edition: Edition, name: str, *columns: str) -> Rows:
    """Some columns of a table, document by document."""
    codes = codes_of(edition.tables[name], "doc", edition.numbers)
    return grouped(edition.tables[name], codes, len(edition.documents), columns)


def _parallels(edition: Edition, name: str) -> Rows:
    table = edition.tables[name]
    a, b = (codes_of(table, column, edition.numbers) for column in ("doc_a", "doc_b"))
    known = np.flatnonzero((a >= 0) & (b >= 0))
    sides = [(a, "a", b, "b"), (b, "b", a, "a")]
    tables = [_side(table.take(pa.array(known)), this[known], one, that[known], two) for this, one, that, two in sides]
    order = ("this", "start", "end", "other", "other_start", "other_end")
    both = pa.concat_tables(tables).sort_by([(name, "ascending") for name in order])
    bounds = np.searchsorted(both.column("this").to_numpy(), np.arange(len(edition.documents) + 1))
    return Rows(tuple(both.column(name) for name in Parallel._fields), bounds)


def _side(table: pa.Table, this: NDArray[np.int64], one: str, that: NDArray[np.int64], two: str) -> pa.Table:
    spans = {"start": f"start_{one}", "end": f"end_{one}", "other_start": f"start_{two}", "other_end": f"end_{two}"}
    own = {name: name for name in ("kind", "words", "identity", "score")}
    columns = {name: table.column(column) for name, column in (spans | own).items()}
    return pa.table({"this": this, "other": that, **columns})


def _traditions(edition: Edition) -> Mapping[str, list[Witness]]:
    found: dict[str, list[Witness]] = {}
    columns = edition.tables["traditions"].sort_by("tradition").select(["tradition", "doc", "start", "end", "siglum"])
    for tradition, doc, start, end, siglum in zip(*(c.to_pylist() for c in columns.columns), strict=True):
        if doc in edition.numbers:
            found.setdefault(tradition, []).append(Witness(tradition, edition.numbers[doc], start, end, siglum))
    for witnesses in found.values():
        witnesses.sort(key=lambda witness: (len(witness.siglum), witness.siglum))
    return found


def page_of(edition: Edition, number: int, page: int = 1) -> str:
    """The path of a document's page."""
    return page_name("documents", edition.documents[number].doc, page)


def place_of(edition: Edition, number: int, offset: int) -> str:
    """The path of the paragraph that has a code point of a document."""
    layout = edition.layouts[number]
    if not layout.leaves:
        return page_of(edition, number)
    leaf = layout.at(offset)
    return f"{page_of(edition, number, layout.pages[leaf])}#{layout.names[leaf]}"
