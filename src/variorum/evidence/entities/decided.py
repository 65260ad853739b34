"""What people decided about names: two forms are the same, or they are not, whatever else speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from variorum.evidence.entities.authorities import Authority, labels
from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.forms import Form
from variorum.evidence.entities.graph import components, nearest
from variorum.evidence.entities.words import words_of

SAME, APART = "same", "apart"


class Decided(NamedTuple):
    """A decision about two forms, each in one document or, where none is named, in the whole library."""

    verdict: str
    form: str
    doc: str
    other: str
    other_doc: str
    who: str


def _matching(counts: Iterable[Form], name: str, doc: str) -> list[Form]:
    """The forms that a decision speaks of: as they are written, with their titles or without."""
    wanted = tuple(words_of(name))
    return sorted(
        form
        for form in counts
        if wanted in (tuple(words_of(form.name)), tuple(words_of(f"{form.title} {form.name}")))
        and (not doc or not form.doc or form.doc == doc)
    )


def told_same(counts: Mapping[Form, int], decided: Iterable[Decided]) -> Iterator[Join]:
    """The joins of forms that somebody said are the same."""
    for one in decided:
        if one.verdict == SAME:
            mine, theirs = _matching(counts, one.form, one.doc), _matching(counts, one.other, one.other_doc)
            for kind in {form.kind for form in mine} & {form.kind for form in theirs}:
                first = next(form for form in theirs if form.kind == kind)
                for form in [form for form in (*mine, *theirs) if form.kind == kind and form != first]:
                    yield Join(
                        form, first, f"{one.who or 'somebody'} decided that {one.form} and {one.other} are the same"
                    )


def apart_words(decided: Iterable[Decided]) -> list[tuple[str, str]]:
    """The pairs of single words that somebody said are not the same."""
    pairs = [(words_of(one.form), words_of(one.other)) for one in decided if one.verdict == APART]
    return [(mine[0], theirs[0]) for mine, theirs in pairs if len(mine) == len(theirs) == 1]


def split(
    counts: Mapping[Form, int],
    beside: Mapping[Form, Collection[Form]],
    authority: Sequence[Authority],
    decided: Iterable[Decided],
) -> list[list[Form]]:
    """What hangs together, with the forms apart that the authority file or somebody's decision keeps so.

    What is joined to both goes with that to which fewer joins lead, and then with the one that is named more often.
    """
    edges = [(form, other) for form in counts for other in (form, *beside.get(form, ()))]
    parts = [sorted(set(part)) for part in components(edges)]
    known = labels(counts, authority)
    parts = [piece for part in parts for piece in _by_label(part, beside, counts, known)]
    for one in sorted(decided):
        if one.verdict == APART:
            mine = frozenset(_matching(counts, one.form, one.doc))
            theirs = frozenset(_matching(counts, one.other, one.other_doc)) - mine
            of = {**dict.fromkeys(theirs, 1), **dict.fromkeys(mine, 0)}
            parts = [piece for part in parts for piece in _by_label(part, beside, counts, of)]
    return parts


def _by_label(
    part: list[Form], beside: Mapping[Form, Collection[Form]], counts: Mapping[Form, int], of: Mapping[Form, int]
) -> list[list[Form]]:
    there = {of[form] for form in part if form in of}
    if len(there) < 2:
        return [part]
    sums = {label: sum(counts[form] for form in part if of.get(form) == label) for label in there}
    inside = set(part)
    near = nearest({form: of[form] for form in part if form in of}, beside, inside, sums)
    pieces = {label: [form for form in part if near.get(form) == label] for label in sorted(there)}
    return [piece for piece in pieces.values() if piece] + [[form] for form in part if form not in near]
