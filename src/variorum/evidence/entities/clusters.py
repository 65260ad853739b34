"""Clusters: the forms of a family name that mean one person, and which other forms can mean the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from variorum.evidence.entities.addresses import address
from variorum.evidence.entities.forms import Form
from variorum.evidence.entities.persons import Person, agree

FEW = 3
"""A bare name that stands more often in a document is common there."""


class Bearer(NamedTuple):
    """A form and what it says of a person."""

    form: Form
    says: Person
    often: int
    stands: tuple[int, ...]
    """Where the document has it, in order."""

    @property
    def at(self) -> int:
        """Where it stands first."""
        return self.stands[0] if self.stands else 0


class Cluster:
    """Forms that mean one person."""

    def __init__(self, members: Iterable[Bearer]) -> None:
        self.members: list[Bearer] = []
        self.reasons: dict[Form, str] = {}
        self.says: set[Person] = set()
        self.docs: set[str] = set()
        self.folders: set[str] = set()
        self.full: list[Bearer] = []
        """The forms that have first names or initials."""
        self.often = 0
        """How often it is named in full."""
        for one in members:
            self.put(one)

    def put(self, one: Bearer, reason: str = "") -> None:
        """One form more, and why it means the same."""
        self.members.append(one)
        self.says.add(one.says)
        self.docs.add(one.form.doc)
        self.folders.add(folder(one.form.doc))
        if one.says.givens:
            self.full.append(one)
            self.often += one.often
        if reason:
            self.reasons[one.form] = reason

    @property
    def first(self) -> Form:
        """The form that the others are joined to: the fullest that is common."""
        return min(self.members, key=lambda one: (not one.says.givens, -one.often, one.form)).form

    @property
    def woman(self) -> bool:
        """Whether a woman is meant."""
        return any(says.sex == "f" for says in self.says)

    def takes(self, says: Person) -> bool:
        """Whether a form can mean this person: it agrees with all others; a woman is called so, a wife too."""
        if says.sex == "f" and not self.woman:
            return False
        if says.rank == "married" and not any(one.rank == says.rank for one in self.says):
            return False
        return all(agree(one, says) for one in self.says)

    def meant_by(self, bare: Bearer, common: bool) -> bool:
        """Whether a form without first names can mean this person.

        One who is named in full only once is not meant where the bare name is common, elsewhere or before that: then
        that is somebody who needs no first name. A pastor is one pastor.
        """
        if self.often == 1 and not _same_office(self.full[0].form, bare.form):
            elsewhere = self.full[0].form.doc != bare.form.doc
            if (elsewhere and common) or (not elsewhere and bare.at < self.full[0].at and bare.often > FEW):
                return False
        return self.takes(bare.says)


def folder(doc: str) -> str:
    """The folder or the file of many in which a document lies; of one that lies in none itself."""
    file, member, _ = doc.partition("#")
    return file if member else doc.rpartition("/")[0] or doc


def _same_office(one: Form, other: Form) -> bool:
    """Whether two are called by one title that tells more than a man from a woman."""
    return bool(one.title) and one.title.casefold() == other.title.casefold() and not address(one.title).sex
