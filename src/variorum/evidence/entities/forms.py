"""The forms of names: what mentions have in common, so that each is gathered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pyarrow as pa

from variorum.evidence.entities.words import words_of

PERSON = "person"
READ = ("kind", "name", "family", "given", "title", "language")


class Form(NamedTuple):
    """A name as it is written, of a person in one document, of all else wherever it stands."""

    kind: str
    name: str
    family: str
    given: str
    title: str
    language: str
    doc: str
    """The document; nothing where the kind is not of persons."""


def forms(mentions: pa.Table) -> list[Form]:
    """The form of each mention, in their order; equal ones are one object."""
    columns = [mentions[name].to_pylist() for name in READ]
    seen: dict[Form, Form] = {}
    rows = zip(mentions["doc"].to_pylist(), *columns, strict=True)
    made = (_form(*row) for row in rows)
    return [seen.setdefault(form, form) for form in made]


def _form(
    doc: str, kind: str, name: str, family: str | None, given: str | None, title: str | None, language: str | None
) -> Form:
    if kind != PERSON:
        return Form(kind, name, "", "", "", "", "")
    return Form(kind, name, family or "", given or "", title or "", (language or "").split("-")[0], doc)


def counted(all_forms: Iterable[Form]) -> Counter[Form]:
    """How often each form stands."""
    return Counter(all_forms)


def count_words(counts: Mapping[Form, int]) -> Counter[str]:
    """How often each word of names stands."""
    found: Counter[str] = Counter()
    for form, count in counts.items():
        for word in {*words_of(form.name), *words_of(form.family), *words_of(form.given)}:
            found[word] += count
    return found
