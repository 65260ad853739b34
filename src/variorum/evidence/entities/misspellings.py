"""Persons whose family name is spelt otherwise elsewhere: the same first name, where the same persons are spoken of.

>>> near("kolb", "kolbe"), near("gorky", "gorki"), near("reed", "read"), near("orlov", "petrov")
(True, True, False, False)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.evidence.entities.bearers import Bearer, Join
from variorum.evidence.entities.circles import Circles
from variorum.evidence.entities.given_names import standard
from variorum.evidence.entities.persons import agree
from variorum.evidence.entities.transliterations import sounds

LEAST = 4
"""So many letters has a family name that may be spelt otherwise by one."""
MOST = 40
"""First names with which more family names begin alike are too common to tell anything."""


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


def _of_one_first_name(group: list[Bearer], around: Circles) -> Iterator[Join]:
    docs: defaultdict[str, set[str]] = defaultdict(set)
    for one in group:
        docs[one.says.family].add(one.form.doc)
    if len(docs) > MOST:
        return
    for one in group:
        for other in group:
            mine, theirs = one.says.family, other.says.family
            if mine < theirs and near(mine, theirs) and not docs[mine] & docs[theirs] and _one(one, other, around):
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
