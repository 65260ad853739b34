"""Persons called by first names alone: who in their document has that first name, or nobody who is known.

A name of one word may also be a family name that stands alone; then it is gathered as such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from variorum.evidence.entities.bearers import CALLED, SAME_NAME, Join
from variorum.evidence.entities.circles import Circles
from variorum.evidence.entities.clusters import Bearer
from variorum.evidence.entities.forms import Form
from variorum.evidence.entities.persons import Person, agree, same_first
from variorum.evidence.entities.transliterations import is_cyrillic, sounds

FEW = 3
"""A first name that stands less often in a document is rare there."""
CLOSE = 5_000
"""One that stands once is his who is named in full so few code points away."""
APART = 60_000
"""Where a first name does not stand for so many code points, as between two stories of a book, it may be another’s."""


def gather_familiar(
    familiar: Iterable[Bearer], full: Collection[Bearer], homes: Mapping[Form, Form], around: Circles
) -> Iterator[Join]:
    """The joins of forms that are first names alone: to the one person of that name in the document, else to one
    another in documents that speak of the same persons.
    """
    there: defaultdict[str, dict[Form, list[Bearer]]] = defaultdict(dict)
    for one in sorted(full):
        if one.says.givens:
            there[one.form.doc].setdefault(homes.get(one.form, one.form), []).append(one)
    families = {(one.form.doc, one.says.family) for one in full if one.says.givens}
    misters = {one.says.family for one in full if not one.says.givens and one.says.rank == "untitled"}
    alone: list[Bearer] = []
    for one in sorted(familiar):
        able = [form for form, named in there[one.form.doc].items() if _called(one, named)]
        borne = any((one.form.doc, name) in families or name in misters for name in one.says.givens)
        if len(able) == 1 and not borne and _near(one, there[one.form.doc][able[0]]):
            yield Join(one.form, able[0], f"the only one whom the document calls so is {CALLED}")
        else:
            alone.append(one)
    yield from _together(alone, around)


def _called(one: Bearer, named: Iterable[Bearer]) -> bool:
    """Whether a first name is that by which a person mostly is named in full.

    One who is named in full once, after a first name that is rare, need not be the same.
    """
    named = list(named)
    so = sum(each.often for each in named if _named(one.says, each.says))
    if not so or (so == 1 and one.often < FEW and one.at < min(each.at for each in named)):
        return False
    return all(agree(one.says, each.says) for each in named) and 2 * so >= sum(each.often for each in named)


def _named(says: Person, full: Person) -> bool:
    """Whether a first name is that of a person: the same word, not another form of it, which another may bear."""
    short = not says.givens or says.givens[0].endswith(".") or full.givens[0].endswith(".")
    further = says.givens[len(full.givens) :]
    if any(not name.endswith(".") or not full.family.startswith(name.rstrip(".")) for name in further):
        return False
    return not short and agree(says, full) and bool(sounds(says.givens[0]) & sounds(full.givens[0]))


def _near(one: Bearer, named: Iterable[Bearer]) -> bool:
    """Whether a first name stands nowhere far from all full names: each stretch of it has one."""
    full = {at for each in named for at in each.stands}
    if one.often == 1 and not any(abs(one.at - at) < CLOSE for at in full):
        return False
    told, last = False, None
    stretches: list[bool] = []
    for at in sorted({*one.stands, *full}):
        if last is not None and at - last > APART:
            stretches.append(told)
            told = False
        told, last = told or at in full, at
    return all([*stretches, told])


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
    return all(_same(a, b) for a, b in zip(says.givens, other.givens, strict=True))


def _same(one: str, other: str) -> bool:
    """Whether two first names are one: the same word, or one in another language; Tom and Thomas may be two."""
    if one.endswith(".") != other.endswith("."):
        return False
    if one.endswith(".") and is_cyrillic(one) == is_cyrillic(other):
        return one == other
    return same_first(one, other) if is_cyrillic(one) != is_cyrillic(other) else bool(sounds(one) & sounds(other))
