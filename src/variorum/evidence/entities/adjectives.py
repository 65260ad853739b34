"""Russian adjectives made of names, which are written small: петроградской of Петроград, родзянковскими of Родзянко."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.cases import bases
from variorum.evidence.entities.forms import PERSON, Form
from variorum.evidence.entities.transliterations import CYRILLIC
from variorum.evidence.entities.words import Words, words_of

PLACE = "place"
_ADJECTIVE = re.compile(r"\b[а-яё]{2,30}ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)\b")
SAMPLE = 4000
"""In so many code points at the beginning of a text, or in its middle, Cyrillic letters are looked for."""


class Adjective(NamedTuple):
    """An adjective where it stands."""

    doc: str
    start: int
    end: int
    word: str


def find_adjectives(doc: str, text: str) -> Iterator[Adjective]:
    """The adjectives of a text that may be made of names.

    >>> [one.word for one in find_adjectives("a", "Митинг петроградской дружины.")]
    ['петроградской']
    """
    middle = len(text) // 2
    if CYRILLIC.search(text, 0, SAMPLE) or CYRILLIC.search(text, middle, middle + SAMPLE):
        for found in _ADJECTIVE.finditer(text):
            yield Adjective(doc, found.start(), found.end(), found[0])


def form_of(adjective: Adjective, form: Form) -> Form:
    """The form that an adjective is, beside the one that it is made of."""
    return Form(form.kind, adjective.word, form.family and adjective.word, "", "", form.language, form.doc)


class Made(NamedTuple):
    """An adjective, the form that it is made of, and the word of which it is."""

    adjective: Adjective
    form: Form
    base: str


def made_of(adjectives: Iterable[Adjective], counts: Mapping[Form, int], words: Words) -> Iterator[Made]:
    """The adjectives that are made of exactly one name: of a place, or of a person whom the same document names."""
    named: defaultdict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in sorted(counts):
        if form.kind in (PLACE, PERSON) and not form.given and len(told := words_of(form.name)) == 1:
            named[form.doc, words.one(told[0])].append(form)
    for one in adjectives:
        able = {words.one(base.casefold()): base for base in bases(one.word)}
        for doc in ("", one.doc):
            known = [(form, base) for word, base in able.items() for form in named.get((doc, word), ())[:1]]
            if len(known) == 1:
                yield Made(one, *known[0])
                break


def gather_adjectives(adjectives: Iterable[Made]) -> Iterator[Join]:
    """The joins of adjectives with the names of which they are made."""
    for one in sorted(set(adjectives)):
        word = one.adjective.word
        yield Join(form_of(one.adjective, one.form), one.form, f"{word} is an adjective of {one.base}")
