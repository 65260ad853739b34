"""What the lists say of documents and traditions, and the front page of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site.edition import Document, Edition, Witness, opening
from variorum.archive.site.names import folder_of, page_name, readable

LOOKED_AT = 20
"""How many witnesses of a tradition are asked whether they stand in furniture."""


class Tradition(NamedTuple):
    """A line in the list of traditions."""

    nth: int
    path: str
    opening: str
    words: int
    documents: int
    witnesses: Sequence[Witness]
    boilerplate: bool


class Group(NamedTuple):
    """Documents that stand in one folder or belong to one edition."""

    name: str
    documents: Sequence[Document]

    @property
    def words(self) -> int:
        """How many words they have."""
        return sum(document.words for document in self.documents)


def traditions(edition: Edition) -> list[Tradition]:
    """The traditions: those with most documents first, then the longest; what is only boilerplate last."""
    found = [_tradition(edition, nth, name) for nth, name in enumerate(edition.traditions)]
    return sorted(found, key=lambda one: (one.boilerplate, -one.documents, -one.words, one.path))


def _tradition(edition: Edition, nth: int, name: str) -> Tradition:
    witnesses = edition.traditions[name]
    first = witnesses[0]
    text = edition.texts[first.document]
    words = len(text[first.start : first.end].split())
    documents = len({witness.document for witness in witnesses})
    in_furniture = [_in_furniture(edition, witness) for witness in witnesses[:LOOKED_AT]]
    boilerplate = 2 * sum(in_furniture) > len(in_furniture)
    shown = opening(text, first.start, first.end, 12)
    return Tradition(nth, page_name("traditions", name), shown, words, documents, witnesses, boilerplate)


def _in_furniture(edition: Edition, witness: Witness) -> bool:
    layout = edition.layouts[witness.document]
    return bool(layout.leaves) and layout.leaves[layout.at((witness.start + witness.end) // 2)].kind == "furniture"


def groups(edition: Edition) -> list[Group]:
    """The documents by edition, else by folder, in the order of their ids."""
    ordered = sorted(edition.documents, key=lambda document: (_group(document), _natural(document.doc)))
    return [Group(name, list(group)) for name, group in groupby(ordered, key=_group)]
