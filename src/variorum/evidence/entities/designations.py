"""Groups, places, works and periodicals: names that have the same words, across scripts, cases and spellings.

>>> words = gather_words({"новая": 1, "новой": 1, "жизнь": 1, "жизни": 1, "novaia": 1, "zhizn": 1})
>>> key("Novaia Zhizn", words) == key("Новой Жизни", words)
True
>>> key("the Workers’ Way", words)
('workers', 'way')
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.cases import lemmas
from variorum.evidence.entities.forms import Form
from variorum.evidence.entities.places import renamed
from variorum.evidence.entities.transliterations import is_cyrillic
from variorum.evidence.entities.words import Words, gather_words, words_of

__all__ = ["gather_designations", "gather_words", "key"]

SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "at",
        "to",
        "le",
        "la",
        "l",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "d",
    }
    | {"d", "et", "à", "der", "die", "das", "den", "dem", "und", "von", "zu", "и"}
)
"""Words that the same name has or has not."""
_SAME = {"commissaries": "commissars", "commissary": "commissar", "workmen's": "workmen", "programme": "program"}
"""Words that translators have for one another’s."""
PLACE = "place"
SAME_WORDS = "the same words"
"""Said where nothing more telling can be."""


def key(name: str, words: Words) -> tuple[str, ...]:
    """The words that stand for those of a name, small ones aside."""
    kept = [word for word in words_of(name) if word not in SMALL] or words_of(name)
    numbers = re.findall(r"\d[\d–-]*", name)
    return (*(words.one(_SAME.get(word, word)) for word in kept), *numbers)


def gather_designations(counts: Mapping[Form, int], words: Words) -> Iterator[Join]:
    """The joins of forms, other than persons, that have the same words."""
    groups: defaultdict[tuple[str, tuple[str, ...]], list[Form]] = defaultdict(list)
    for form in sorted(counts):
        groups[form.kind, key(form.name, words)].append(form)
    for group in groups.values():
        first = min(group, key=lambda form: (-counts[form], form))
        yield from (Join(form, first, SAME_WORDS) for form in group if form != first)
    yield from _same_places(counts, words)


def _same_places(counts: Mapping[Form, int], words: Words) -> Iterator[Join]:
    """Places that were called otherwise before or after, or are in another language."""
    groups: defaultdict[str, list[Form]] = defaultdict(list)
    for form in sorted(counts):
        if form.kind == PLACE and (known := _place(form.name)):
            groups[known].append(form)
    for known, group in groups.items():
        first = min(group, key=lambda form: (-counts[form], form))
        for form in group:
            if form != first and key(form.name, words) != key(first.name, words):
                yield Join(form, first, f"{form.name} and {first.name} are names of one place, {known.title()}")


def _place(name: str) -> str | None:
    """The place that a name means, or of which it is a Russian case."""
    able = [renamed(lemma) for lemma in lemmas(name.casefold())] if is_cyrillic(name) else []
    return renamed(name) or next(filter(None, able), None)
