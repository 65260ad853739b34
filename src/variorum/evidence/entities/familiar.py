"""Persons called by first names alone: who in their document has that first name, or nobody who is known.

A name of one word may also be a family name that stands alone; then it is gathered as such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from variorum.evidence.entities.bearers import CALLED, SAME_NAME, Bearer, Join
from variorum.evidence.entities.circles import Circles
from variorum.evidence.entities.forms import Form
from variorum.evidence.entities.persons import Person, agree, same_first
from variorum.evidence.entities.transliterations import sounds


def gather_familiar(
    familiar: Iterable[Bearer], full: Iterable[Bearer], homes: Mapping[Form, Form], around: Circles
) -> Iterator[Join]:
    """The joins of forms that are first names alone: to the one person of that name in the document, else to one
    another in documents that speak of the same persons.
    """
    there: defaultdict[str, dict[Form, list[Person]]] = defaultdict(dict)
    for one in sorted(full):
        if one.says.givens:
            there[one.form.doc].setdefault(homes.get(one.form, one.form), []).append(one.says)
    alone: list[Bearer] = []
    for one in sorted(familiar):
        able = [
            form
            for form, says in there[one.form.doc].items()
            if any(_named(one.says, each) for each in says) and all(agree(one.says, each) for each in says)
        ]
        if len(able) == 1:
            yield Join(one.form, able[0], f"the only one whom the document calls so is {CALLED}")
        else:
            alone.append(one)
    yield from _together(alone, around)


def _called(says: Person, full: Iterable[Person]) -> bool:
    return all(agree(says, each) for each in full) and any(_named(says, each) for each in full)


def _named(says: Person, full: Person) -> bool:
    """Whether a first name is that of a person: the same word, not another form of it, which another may bear."""
    short = not says.givens or says.givens[0].endswith(".") or full.givens[0].endswith(".")
    return not short and agree(says, full) and bool(sounds(says.givens[0]) & sounds(full.givens[0]))


def _together(alone: list[Bearer], around: Circles) -> Iterator[Join]:
    groups: list[list[Bearer]] = []
    for one in alone:
        home = next((group for group in groups if _one(group[0].says, one.says)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    for group in groups:
        docs = {one.form.doc for one in group}
        for circle in around.of(docs, ""):
            here = sorted(one for one in group if one.form.doc in circle)
            first = min(here, key=lambda one: (-one.often, one.form)).form
            for one in here:
                if one.form != first:
                    yield Join(one.form, first, SAME_NAME)


def _one(says: Person, other: Person) -> bool:
    if len(says.givens) != len(other.givens) or says.sex != other.sex or says.rank != other.rank:
        return False
    return all(
        same_first(a, b) and a.endswith(".") == b.endswith(".") for a, b in zip(says.givens, other.givens, strict=True)
    )
