"""Gathering: every form of a name goes to whom or what it means, with the reason, whatever the order of rows.

First the words of all names are gathered (`words`), then persons by family name and circle (`bearers`, `familiar`), all
else by its words (`designations`), then what only translations tell (`renderings`), Russian adjectives (`adjectives`),
and last what people said: the authority file (`authorities`) and decisions (`decided`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.evidence.entities.adjectives import Adjective, form_of, gather_adjectives, made_of
from variorum.evidence.entities.authorities import Authority, gather_authorities, labels
from variorum.evidence.entities.bearers import Join, double_named, gather_bearers
from variorum.evidence.entities.circles import Circles, circles
from variorum.evidence.entities.clusters import Bearer
from variorum.evidence.entities.decided import Decided, split, told_same
from variorum.evidence.entities.designations import gather_designations, key
from variorum.evidence.entities.familiar import gather_familiar
from variorum.evidence.entities.forms import PERSON, Form
from variorum.evidence.entities.graph import components, ways
from variorum.evidence.entities.misspellings import gather_misspelt, gather_slips
from variorum.evidence.entities.persons import person
from variorum.evidence.entities.quoted_titles import Answers, Title
from variorum.evidence.entities.reasons import FORM, fullest, told
from variorum.evidence.entities.renderings import Place, gather_renderings
from variorum.evidence.entities.words import Words

MUCH = 40
"""Documents that share a passage of so many words carry the same text, and speak of the same persons."""


class Group(NamedTuple):
    """Forms that mean one person or thing, each with the reason why it does."""

    first: Form
    reasons: Mapping[Form, str]
    entry: Authority | None


class Read(NamedTuple):
    """What texts say of names."""

    adjectives: list[Adjective]
    told: list[Join]
    quoted: dict[str, list[tuple[int, int, str]]]


class Gathered(NamedTuple):
    """All forms in groups, and the places of such as no document by itself tells."""

    groups: list[Group]
    more: list[Title]


def gather(
    counts: Mapping[Form, int],
    words: Words,
    places: Mapping[str, Sequence[Place]],
    passages: pa.Table,
    read: Read,
    authority: Sequence[Authority],
    decided: Sequence[Decided],
) -> Gathered:
    """All forms in groups, ordered by their first forms."""
    joins = _of_persons(counts, _stands(places), words, _circles(counts, words, passages))
    joins += gather_designations({form: n for form, n in counts.items() if form.kind != PERSON}, words)
    answers = Answers(read.quoted)
    joins += gather_renderings(passages, places, _homes(counts, joins), words, answers)
    titles = list(answers.told())
    joins += [join for _, join in titles]
    joins += read.told
    made = list(made_of(read.adjectives, counts, words))
    joins += gather_adjectives(made)
    joins += gather_authorities(counts, authority)
    joins += told_same(counts, decided)
    more = [title for title, _ in titles]
    more += [Title(*one.adjective[:3], form_of(one.adjective, one.form)) for one in made]
    total = Counter(counts) + Counter(one.form for one in more)
    return Gathered(groups(total, joins, words, authority, decided), more)


def _stands(places: Mapping[str, Sequence[Place]]) -> dict[Form, list[int]]:
    """Where each form of a person stands."""
    found: defaultdict[Form, list[int]] = defaultdict(list)
    for rows in places.values():
        for at, form in rows:
            if form.kind == PERSON:
                found[form].append(at)
    return found


def _of_persons(
    counts: Mapping[Form, int], stands: Mapping[Form, list[int]], words: Words, around: Circles
) -> list[Join]:
    bearers = [
        Bearer(form, person(form.given, form.family, form.title, words), count, tuple(stands.get(form, ())))
        for form, count in counts.items()
        if form.kind == PERSON
    ]
    bearers = double_named(bearers, words)
    full = [one for one in bearers if one.says.family]
    joins = [*gather_bearers(full, around), *gather_misspelt(full, around), *gather_slips(full, around)]
    homes = _homes([one.form for one in full], joins)
    return joins + list(gather_familiar([one for one in bearers if not one.says.family], full, homes, around))


def _circles(counts: Mapping[Form, int], words: Words, passages: pa.Table) -> Circles:
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, count in counts.items():
        if form.kind == PERSON:
            named[form.doc][" ".join(key(form.family or form.name, words))] += count
    shared = passages.filter(
        pc.or_(pc.equal(passages["kind"], "translation"), pc.greater_equal(passages["words"], MUCH))
    )
    pairs = shared.select(["doc_a", "doc_b"]).group_by(["doc_a", "doc_b"]).aggregate([])
    return circles(named, zip(pairs["doc_a"].to_pylist(), pairs["doc_b"].to_pylist(), strict=True))


def _homes(all_forms: Iterable[Form], joins: Iterable[Join]) -> dict[Form, Form]:
    """Of each form the one that stands for all that are joined to it so far."""
    found = {form: form for form in all_forms}
    for group in components((join.form, join.other) for join in joins):
        found.update(dict.fromkeys(group, min(group)))
    return found


def groups(
    counts: Mapping[Form, int],
    joins: Iterable[Join],
    words: Words,
    authority: Sequence[Authority],
    decided: Sequence[Decided],
) -> list[Group]:
    """What hangs together by joins, save what is to be kept apart."""
    reasons: dict[frozenset[Form], str] = {}
    for join in joins:
        if join.form != join.other:
            reasons.setdefault(frozenset((join.form, join.other)), join.reason)
    beside: defaultdict[Form, dict[Form, None]] = defaultdict(dict)
    for one, other in map(sorted, reasons):
        beside[one][other] = None
        beside[other][one] = None
    parts = split(counts, beside, authority, decided)
    return sorted(
        (_group(together, counts, beside, reasons, words, authority) for together in parts),
        key=lambda group: group.first,
    )


def _group(
    together: Sequence[Form],
    counts: Mapping[Form, int],
    beside: Mapping[Form, Iterable[Form]],
    reasons: Mapping[frozenset[Form], str],
    words: Words,
    authority: Sequence[Authority],
) -> Group:
    entry = next((authority[number] for number in labels(together, authority).values()), None)
    first = fullest(together, counts, words)
    before = ways(first, beside, together)
    why = {first: f"{first.name} {FORM}" if len(together) > 1 else ""}
    for form in together:
        if form != first:
            why[form] = told(form, first, _way(form, before, reasons), words)
    if entry:
        why[first] = f"the authority file lists {entry.name}"
    return Group(first, why, entry)


def _way(form: Form, before: Mapping[Form, Form], reasons: Mapping[frozenset[Form], str]) -> list[str]:
    """The reasons from a form to that for which its group is called."""
    found = []
    while form in before:
        found.append(reasons[frozenset((form, before[form]))])
        form = before[form]
    return found
