"""Persons whose family name is spelt otherwise elsewhere: the same first name, where the same persons are spoken of.

>>> near("kolb", "kolbe"), near("gorky", "gorki"), near("reed", "read"), near("orlov", "petrov")
(True, True, False, False)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.circles import Circles
from variorum.evidence.entities.clusters import Bearer
from variorum.evidence.entities.persons import agree
from variorum.evidence.entities.transliterations import looks_slavic, sounds
from variorum.first_names import standard

LEAST = 4
"""So many letters has a family name that may be spelt otherwise by one."""
LONG, RARE, USUAL = 5, 2, 10
"""So long a beginning have a name and its misspelling in common; that stands so seldom, and the name so often."""
MOST, FEW = 40, 8
"""First names with which more family names begin alike are too common to tell anything; of each so many documents are
compared.
"""


def gather_misspelt(bearers: Iterable[Bearer], around: Circles) -> Iterator[Join]:
    """The joins of full names whose family names sound alike or differ by a letter, in documents of one circle.

    A document that has both means two persons.
    """
    groups: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for one in sorted(bearers):
        if one.says.givens and not one.says.givens[0].endswith("."):
            first = one.says.givens[0]
            groups[standard(first) or first, one.says.family[:3]].append(one)
    for group in groups.values():
        yield from _of_one_first_name(group, around)


def gather_slips(bearers: Iterable[Bearer], around: Circles) -> Iterator[Join]:
    """The joins of a bare Slavic family name that is hardly ever spelt so to the usual one, a letter shorter or longer,
    where the same persons are spoken of: Kolbovsky, Kolbovskly.
    """
    groups: defaultdict[str, defaultdict[str, list[Bearer]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(bearers):
        if len(one.says.family) > LONG and not one.says.givens:
            groups[one.says.family[:LONG]][one.says.family].append(one)
    for families in groups.values():
        often = {family: sum(one.often for one in named) for family, named in families.items()}
        for slip, usual in product(sorted(families), repeat=2):
            if often[slip] <= RARE and often[usual] >= USUAL and looks_slavic(usual) and _slipped(slip, usual):
                yield from _slips(families[slip], families[usual], around)


def _slipped(slip: str, usual: str) -> bool:
    """Whether one letter is too many or lacks, save an ending that means others: a woman, several."""
    return near(slip, usual) and not slip.startswith(usual) and not usual.startswith(slip)


def _slips(rare: Iterable[Bearer], usual: Iterable[Bearer], around: Circles) -> Iterator[Join]:
    usual = sorted(usual, key=lambda one: (-one.often, one.form))[:FEW]
    for one in rare:
        for other in usual:
            if agree(one.says._replace(family=""), other.says._replace(family="")) and _one(one, other, around):
                yield Join(one.form, other.form, f"{one.form.name} is {other.form.name} with a slip of a letter")
                break


def _of_one_first_name(group: list[Bearer], around: Circles) -> Iterator[Join]:
    families: defaultdict[str, list[Bearer]] = defaultdict(list)
    for one in group:
        families[one.says.family].append(one)
    if len(families) > MOST:
        return
    for mine, theirs in combinations(sorted(families), 2):
        if near(mine, theirs) and not _beside(families[mine], families[theirs]):
            yield from _joins(families[mine][:FEW], families[theirs][:FEW], around)


def _beside(ours: Iterable[Bearer], others: Iterable[Bearer]) -> bool:
    """Whether one document has both."""
    return bool({one.form.doc for one in ours} & {one.form.doc for one in others})


def _joins(ours: list[Bearer], others: list[Bearer], around: Circles) -> Iterator[Join]:
    for one, other in product(ours, others):
        if _one(one, other, around):
            told = f"{other.form.name} is {one.form.name} spelt otherwise"
            yield Join(other.form, one.form, f"{told}, where the same persons are spoken of")


def _one(one: Bearer, other: Bearer, around: Circles) -> bool:
    says = one.says._replace(family="")
    return agree(says, other.says._replace(family="")) and len(around.of([one.form.doc, other.form.doc], "")) == 1


def near(one: str, other: str) -> bool:
    """Whether two names sound alike, or one has a letter more than the other."""
    if len(one) >= LEAST and sounds(one) & sounds(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < LEAST or long == f"{short}s":
        return False
    at = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    return short[at:] == long[at + 1 :]
