"""Authorities: entries of the library's authority file, and the forms that they list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from variorum.evidence.entities.addresses import address
from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.forms import Form
from variorum.evidence.entities.slugs import identifier
from variorum.evidence.entities.words import words_of


class Authority(NamedTuple):
    """An entry: whom or what it means, its names, and what others call it."""

    id: str
    kind: str
    name: str
    forms: tuple[str, ...]
    same_as: tuple[str, ...]


def authorities(entries: Iterable[Sequence[object]]) -> list[Authority]:
    """The entries as the step is given them, in an order that does not depend on theirs."""
    made = [
        Authority(
            str(entry) or identifier(str(kind), str(name)),
            str(kind),
            str(name),
            tuple(_strings(forms)),
            tuple(_strings(same)),
        )
        for entry, kind, name, forms, same in entries
    ]
    return sorted(made)


def _strings(values: object) -> tuple[str, ...]:
    return tuple(str(value) for value in values) if isinstance(values, list | tuple) else ()


@cache
def written(form: Form) -> frozenset[tuple[str, ...]]:
    """The ways in which others may write a form: with its title, and without unless that tells a man or a woman."""
    plain, titled = tuple(words_of(form.name)), tuple(words_of(f"{form.title} {form.name}"))
    return frozenset({titled} if address(form.title).sex else {plain, titled})


def labels(counts: Iterable[Form], entries: Sequence[Authority]) -> dict[Form, int]:
    """Of each form that one entry alone lists the number of that entry."""
    listed: defaultdict[tuple[str, tuple[str, ...]], set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for name in (entry.name, *entry.forms):
            listed[entry.kind, tuple(words_of(name))].add(number)
    found = {}
    for form in counts if entries else ():
        able = set().union(*(listed.get((form.kind, way), set()) for way in written(form)))
        if len(able) == 1:
            found[form] = able.pop()
    return found


def gather_authorities(counts: Mapping[Form, int], entries: Sequence[Authority]) -> Iterator[Join]:
    """The joins of all forms that an entry lists."""
    first: dict[int, Form] = {}
    for form, number in sorted(labels(counts, entries).items()):
        entry = entries[number]
        if number in first:
            yield Join(form, first[number], f"the authority file lists {form.name} under {entry.name}")
        else:
            first[number] = form
