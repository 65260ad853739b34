"""Bearers of a family name: which forms mean one person, which another, and which cannot be told.

Forms with first names come first; initials go to the one whose first names begin so; “Mr. Bennet” and then the bare
family name go to the only one in their document that they can mean. Where there are two, they mean neither: the family
name alone is an entity of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from variorum.evidence.entities.assumed import both_names
from variorum.evidence.entities.circles import Circles
from variorum.evidence.entities.clusters import Bearer, Cluster, folder
from variorum.evidence.entities.forms import Form
from variorum.evidence.entities.persons import Person, agree, same_first
from variorum.evidence.entities.words import Words

SAME_NAME = "the same name, where the same persons are spoken of"
"""Said where nothing more telling can be."""
CIRCLE = "in documents that speak of the same persons"
CALLED = "@"
"""Stands in a reason for what the person is called."""


FAR = 5
"""Who is named in full so many times as often as all others of the name together is meant by it."""
COMMON = 10
"""A bare name that stands more often in a circle is common there."""


class Join(NamedTuple):
    """A form, another that means the same, and why."""

    form: Form
    other: Form
    reason: str


def gather_bearers(bearers: Iterable[Bearer], around: Circles) -> Iterator[Join]:
    """The joins of all forms with a family name, family by family, circle by circle."""
    families: defaultdict[str, list[Bearer]] = defaultdict(list)
    for one in sorted(bearers):
        families[one.says.family].append(one)
    for family, named in families.items():
        by_doc: defaultdict[str, list[Bearer]] = defaultdict(list)
        for one in named:
            by_doc[one.form.doc].append(one)
        for circle in around.of(by_doc, family):
            yield from _joins(_clusters([one for doc in circle for one in by_doc[doc]]))


def double_named(bearers: Iterable[Bearer], words: Words) -> list[Bearer]:
    """The forms, those of Vladimir Ulianov-Lenin as Lenin’s, where that is a name of the library by itself."""
    bearers = list(bearers)
    families = {one.says.family for one in bearers}
    return [_single(one, families, words) for one in bearers]


def _single(one: Bearer, families: set[str], words: Words) -> Bearer:
    first, sign, last = one.says.family.rpartition("-")
    if sign and first and one.says.givens and words.one(last) in families:
        return one._replace(says=one.says._replace(family=words.one(last)))
    return one


def _joins(clusters: Iterable[Cluster]) -> Iterator[Join]:
    for cluster in clusters:
        first = cluster.first
        for one in cluster.members:
            if one.form != first:
                yield Join(one.form, first, cluster.reasons.get(one.form, SAME_NAME))


def _clusters(bearers: list[Bearer]) -> list[Cluster]:
    """The persons of one family name in documents that speak of the same persons."""
    clusters = _with_first_names([one for one in bearers if one.says.givens and not one.says.givens[0].endswith(".")])
    clusters += _with_initials(
        [one for one in bearers if one.says.givens and one.says.givens[0].endswith(".")], clusters
    )
    bare = [one for one in bearers if not one.says.givens]
    clusters += _without([one for one in bare if one.says.sex], clusters)
    clusters += _without([one for one in bare if not one.says.sex], clusters)
    return clusters


def _with_first_names(bearers: list[Bearer]) -> list[Cluster]:
    """Those whose first names are one; where further names differ, those that have none are by themselves."""
    groups: list[list[Bearer]] = []
    for one in bearers:
        for group in groups:
            if _one_first(group[0].says, one.says):
                group.append(one)
                break
        else:
            groups.append([one])
    return [Cluster(part) for group in groups for part in _agreeing(group)]


def _one_first(one: Person, other: Person) -> bool:
    if one.wife != other.wife:
        return False
    return same_first(one.givens[0], other.givens[0]) or both_names(one.family, one.givens[0], other.givens[0])


def _agreeing(group: list[Bearer]) -> list[list[Bearer]]:
    """A group whole if all in it agree, else by what each says."""
    says = sorted({one.says for one in group})
    if all(agree(one, other) for at, one in enumerate(says) for other in says[at + 1 :]):
        return [group]
    by: defaultdict[Person, list[Bearer]] = defaultdict(list)
    for one in group:
        by[one.says._replace(sex="", rank="")].append(one)
    return list(by.values())


def _with_initials(bearers: list[Bearer], full: list[Cluster]) -> list[Cluster]:
    """Initials go to the only one whose first names begin so; the others are gathered by themselves."""
    left: defaultdict[Person, list[Bearer]] = defaultdict(list)
    homes = {one.says: [cluster for cluster in full if cluster.takes(one.says)] for one in bearers}
    contested = {says: len(able) == 1 and _contested(says, able[0], homes) for says, able in homes.items()}
    for one in bearers:
        able = homes[one.says]
        if len(able) == 1 and not contested[one.says]:
            able[0].put(one, f"the only one of the name here whose first names begin so is {CALLED}")
        else:
            left[one.says._replace(sex="", rank="")].append(one)
    return [Cluster(group) for group in _longer(left)]


def _contested(says: Person, home: Cluster, homes: Mapping[Person, list[Cluster]]) -> bool:
    """Whether others, with other initials, could go to the same person."""
    return any(able == [home] and not agree(says, other) for other, able in homes.items())


def _longer(left: Mapping[Person, list[Bearer]]) -> list[list[Bearer]]:
    """V. goes with V. I. where no other begins so."""
    groups = {says: list(group) for says, group in left.items()}
    for says in sorted(left, key=lambda one: (len(one.givens), one)):
        beyond = [other for other in groups if len(other.givens) > len(says.givens) and agree(says, other)]
        if len(beyond) == 1:
            groups[beyond[0]] += groups.pop(says)
    return list(groups.values())


def _without(bearers: list[Bearer], clusters: list[Cluster]) -> list[Cluster]:
    """Forms without first names: each to the only one in its document that it can mean, else in the circle.

    Miss Harlow and Mrs. Harlow are not both Jane, and which of them is cannot be told.
    """
    own: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
    common = sum(one.often for one in bearers) > COMMON
    chosen = [(one, *_home(one, clusters, common)) for one in bearers]
    rivals: defaultdict[int, set[Person]] = defaultdict(set)
    for one, home, _ in chosen:
        rivals[id(home)].add(one.says)
    for one, home, reason in chosen:
        if home is None or not all(agree(one.says, rival) for rival in rivals[id(home)]):
            own[one.says.sex, one.says.rank].append(one)
        else:
            home.put(one, reason)
    return [Cluster(group) for group in own.values()]


def _home(one: Bearer, clusters: list[Cluster], common: bool) -> tuple[Cluster | None, str]:
    """Whom a form without first names means: in its document, else in its folder, else in the circle."""
    here = [cluster for cluster in clusters if one.form.doc in cluster.docs]
    beside = [cluster for cluster in clusters if folder(one.form.doc) in cluster.folders]
    for where, near in (("whom the document can mean", here), ("in its folder", beside), (CIRCLE, clusters)):
        able = _likeliest([cluster for cluster in near if cluster.meant_by(one, common)])
        if len(able) == 1 and not _mans(one, able[0]):
            return able[0], f"the only one of the name {where} is {CALLED}"
        if able or (near and near is here):
            break
    return None, ""


def _likeliest(able: list[Cluster]) -> list[Cluster]:
    """Of several persons the one who is named in full far more often than all others, if there is one."""
    often = [cluster.often for cluster in able]
    most = max(often, default=0)
    if most < FAR or sum(often) - most > most / FAR:
        return able
    return [able[often.index(most)]]


def _mans(one: Bearer, cluster: Cluster) -> bool:
    """Whether a bare family name, which means no woman unless it is a woman’s (Spiridonova), would mean one."""
    return cluster.woman and not one.says.sex and not one.says.family.endswith(("a", "а", "я"))
