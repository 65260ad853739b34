"""Kinds that the library knows better: what one document takes for a person may be a place in another.

A name of one word that nowhere has a first name or a title, and that others know as a place or a paper, is that
throughout; a body only where as many know it as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.evidence.entities.forms import PERSON, Form
from variorum.evidence.entities.words import Words, words_of

SURE, ONE_IN, FEW = 0.7, 20, 1
"""So likely is what another kind is to be told by; and fewer persons of that name than so many are told by one place,
or by one of anything else.
"""


def other_kinds(all_forms: Sequence[Form], likely: Sequence[float], words: Words) -> dict[Form, Form]:
    """Of each form of a person that is none the form of what it is."""
    sums: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    times: defaultdict[str, int] = defaultdict(int)
    borne: set[str] = set()
    for form, sure in zip(all_forms, likely, strict=True):
        for word in words_of(form.family) if form.given or form.title else ():
            borne.add(words.one(word))
        if (word := _alone(form, words)) and form.kind == PERSON:
            times[word] += 1
        elif word and sure >= SURE:
            sums[word][form.kind] += 1
    known = {word: _kind(sums[word], times[word]) for word in times.keys() & sums.keys() - borne}
    return {
        form: Form(kind, form.name, "", "", "", "", "")
        for form in set(all_forms)
        if form.kind == PERSON and (kind := known.get(_alone(form, words), ""))
    }


def _alone(form: Form, words: Words) -> str:
    """The word of a name that has one, without title or first name; nothing of others."""
    told = words_of(form.name)
    return words.one(told[0]) if len(told) == 1 and not form.given and not form.title else ""


def _kind(sums: Mapping[str, float], persons: int) -> str:
    kind = min(sums, key=lambda kind: (-sums[kind], kind))
    one_in = ONE_IN if kind in ("place", "periodical") else FEW
    return kind if sums[kind] * one_in > persons else ""
