"""Persons: what a form says of who is meant, and whether two forms can mean one person.

>>> words = gather_words({"zinoviev": 1, "зиновьев": 1})
>>> one, two = person("Grigory", "Zinoviev", "", words), person("Г. Е.", "Зиновьев", "", words)
>>> one.family == two.family, agree(one, two)
(True, True)
>>> agree(person("Charles", "Bennet", "Mr.", words), person("", "Bennet", "Mrs.", words))
False
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from variorum.evidence.entities.addresses import address
from variorum.evidence.entities.assumed import both_names
from variorum.evidence.entities.transliterations import is_cyrillic, sounds
from variorum.evidence.entities.words import Words, gather_words, words_of
from variorum.first_names import forms_of, is_first, sex_of, standard

__all__ = ["Person", "agree", "gather_words", "person", "same_first"]

_PARTICLES = frozenset(
    {
        "von",
        "van",
        "de",
        "der",
        "den",
        "du",
        "des",
        "del",
        "della",
        "di",
        "da",
        "le",
        "la",
        "af",
        "av",
        "zu",
        "zur",
        "y",
    }
    | {"y", "ter", "ten", "d", "фон", "ван", "де", "дер", "ла"}
)
_GIVEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_PATRONYMIC = re.compile(r"(?:[yj]itch|[yij]ich|vich|vitch|witsch|ovna|evna|вич|ьич|овна|евна|ична)$")
_NUMERAL = re.compile(r"[IVX]+\.?")
"""What stands for the family name of rulers: Alexander III is nobody’s first name and family name."""
_SHORT = 3
"""A first name with a point is no longer than this where it is shortened: Th., Wm., Geo."""


class Person(NamedTuple):
    """What a form says of a person."""

    family: str
    """The words that stand for those of the family name, particles aside; nothing where none is given."""
    givens: tuple[str, ...]
    """First names and initials, these with a point."""
    sex: str
    """m, f, or nothing."""
    rank: str
    """What a form of address says beside (`addresses`), or nothing."""
    wife: bool
    """Whether a woman is called by her husband’s first name: Mrs. Charles Hayter."""


def person(given: str, family: str, title: str, words: Words) -> Person:
    """What the parts of a name say."""
    further, family = _parted(family)
    given = f"{given} {further}".strip()
    if _NUMERAL.fullmatch(family) and given:
        given, _, ruler = given.rpartition(" ")
        family = f"{ruler} {family}"
    key = " ".join(words.one(word) for word in words_of(family) if word not in _PARTICLES)
    listed = _GIVEN.findall(given)
    kept = [_shortened(found) for found in listed if found.casefold() not in _PARTICLES and not _ends(found)]
    givens = tuple(words.dictionary.get(name, (name, ""))[0] for name in kept)
    says = address(title)
    of_given = next((sex for name in givens if (sex := _sex(name, words))), None)
    wife = says.sex == "f" and of_given == "m"
    return Person(key, givens, says.sex or of_given or "", says.rank or "", wife)


def _parted(family: str) -> tuple[str, str]:
    """The first names, initials and patronymic that stand before a family name and are no part of it: Ilyich Lenin."""
    first, _, rest = family.partition(" ")
    if rest and (first.endswith(".") or is_first(first) or _PATRONYMIC.search(first)):
        further, family = _parted(rest)
        return f"{first} {further}", family
    return "", family


def _ends(word: str) -> bool:
    """Whether a short word with a point is no first name but the end of a sentence: “He said so. Lenin came.”"""
    return bool(re.fullmatch(r"[^\W\d_][aeiouаеёиоуыэюя]\.", word.casefold()))


def _shortened(name: str) -> str:
    bare = name.rstrip(".").casefold()
    return bare + "." if len(bare) == 1 or (name.endswith(".") and len(bare) <= _SHORT) else bare


@cache
def _sex_known(name: str) -> str | None:
    return sex_of(name)


def _sex(name: str, words: Words) -> str | None:
    """Whose a first name is, or the name that it is a case of."""
    return _sex_known(name) or _sex_known(words.dictionary.get(name, (name, ""))[0])


def agree(one: Person, other: Person) -> bool:
    """Whether two forms of one family name can mean one person: nothing that both say differs."""
    if one.wife != other.wife and one.givens and other.givens:
        return False
    if (one.sex and other.sex and one.sex != other.sex) or (one.rank and other.rank and one.rank != other.rank):
        return False
    pairs = zip(one.givens, other.givens, strict=False)
    return all(same_first(a, b) for a, b in pairs) or _assumed(one, other)


def _assumed(one: Person, other: Person) -> bool:
    """Whether all first names of both are known to be one person’s: N. Lenin is V. I. Lenin."""
    return all(both_names(one.family, one.givens[0], name) for name in (*one.givens, *other.givens))


@cache
def same_first(one: str, other: str) -> bool:
    """Whether two first names, or their initials, can be one person’s.

    >>> same_first("gavriil", "gabriel"), same_first("th.", "фёдор"), same_first("v.", "n.")
    (True, True, False)
    """
    if one.endswith(".") or other.endswith("."):
        return _begins(one.rstrip("."), other.rstrip("."))
    known, beside = standard(one), standard(other)
    return known == beside if known and beside else one == other or bool(sounds(one) & sounds(other))


def _begins(one: str, other: str) -> bool:
    """Whether the shorter is the beginning of the other, in one of its forms, or sounds so."""
    short, long = sorted((one, other), key=len)
    if any(form.startswith(short) for form in (long, *forms_of(long))):
        return True
    if is_cyrillic(short) == is_cyrillic(long):
        return False
    first = {sound[:1] for sound in sounds(short)}
    return any(sound[:1] in first for sound in sounds(long))
