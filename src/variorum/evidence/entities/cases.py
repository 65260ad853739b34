"""Russian cases: which dictionary forms a name may be a form of.

>>> lemmas("Зиновьева")["Зиновьев"]
'genitive'
>>> lemmas("Родзянкой")["Родзянко"]
'instrumental'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_HARD, _SOFT = "[бвгджзклмнпрстфхцчшщ]", "[аеёиоуыэюяьй]"
_RULES: tuple[tuple[str, str, str], ...] = (
    # adjectives: the ending, that of the dictionary form, the case
    ("ского", "ский", "genitive"), ("скому", "ский", "dative"), ("ским", "ский", "instrumental"),
    ("ском", "ский", "prepositional"), ("цкого", "цкий", "genitive"), ("цкому", "цкий", "dative"),
    ("цким", "цкий", "instrumental"), ("цком", "цкий", "prepositional"), ("ские", "ский", "plural"),
    ("ских", "ский", "plural"),
    ("скими", "ский", "plural"), ("ого", "ый", "genitive"), ("ому", "ый", "dative"), ("ым", "ый", "instrumental"),
    ("ом", "ый", "prepositional"), ("его", "ий", "genitive"), ("ему", "ий", "dative"), ("им", "ий", "instrumental"),
    ("ем", "ий", "prepositional"), ("ого", "ой", "genitive"), ("ому", "ой", "dative"), ("ым", "ой", "instrumental"),
    ("ом", "ой", "prepositional"),
    ("ая", "ый", "feminine"), ("ой", "ый", "feminine"), ("ую", "ый", "feminine"), ("яя", "ий", "feminine"),
    ("ей", "ий", "feminine"), ("юю", "ий", "feminine"), ("ая", "ий", "feminine"), ("ой", "ий", "feminine"),
    ("ую", "ий", "feminine"), ("ое", "ый", "neuter"), ("ее", "ий", "neuter"), ("ое", "ий", "neuter"),
    ("ые", "ый", "plural"), ("ых", "ый", "plural"), ("ие", "ий", "plural"), ("их", "ий", "plural"),
    ("ыми", "ый", "plural"), ("ими", "ий", "plural"), ("ой", "ая", "feminine"), ("ую", "ая", "feminine"),
    # surnames and nouns of the first and second declension
    ("а", "", "genitive"), ("у", "", "dative"), ("ым", "", "instrumental"), ("ом", "", "instrumental"),
    ("е", "", "prepositional"), ("ем", "", "instrumental"), ("ы", "", "plural"), ("и", "", "plural"),
    ("ых", "", "plural"), ("ов", "", "plural"), ("ами", "", "plural"), ("ах", "", "plural"), ("ам", "", "plural"),
    ("я", "й", "genitive"), ("ю", "й", "dative"), ("ем", "й", "instrumental"), ("ём", "й", "instrumental"),
    ("е", "й", "prepositional"), ("я", "ь", "genitive"), ("ю", "ь", "dative"), ("ем", "ь", "instrumental"),
    ("е", "ь", "prepositional"), ("и", "ь", "genitive"), ("ью", "ь", "instrumental"), ("ей", "ь", "plural"),
    ("и", "й", "prepositional"), ("ии", "ий", "prepositional"),
    ("ы", "а", "genitive"), ("и", "а", "genitive"), ("е", "а", "dative"), ("у", "а", "accusative"),
    ("ой", "а", "instrumental"), ("ою", "а", "instrumental"), ("ей", "а", "instrumental"),
    ("и", "я", "genitive"), ("е", "я", "dative"), ("ю", "я", "accusative"), ("ей", "я", "instrumental"),
    ("ею", "я", "instrumental"), ("ой", "о", "instrumental"), ("ы", "о", "genitive"), ("и", "о", "genitive"),
    ("е", "о", "dative"), ("у", "о", "accusative"), ("а", "о", "genitive"), ("ом", "о", "instrumental"),
    ("ами", "о", "plural"), ("ам", "о", "plural"), ("ах", "о", "plural"), ("ами", "а", "plural"), ("ам", "а", "plural"),
    ("ах", "а", "plural"), ("я", "е", "genitive"), ("ю", "е", "dative"), ("ем", "е", "instrumental"),
)  # fmt: skip
_FLEETING = re.compile(rf"({_HARD}|ь|й)([кцлнрг])$")
_ADJECTIVE = re.compile(r"(?:овск|евск|инск|ск)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
LEAST = 2
"""So many letters of a name stand before its ending."""


@cache
def lemmas(word: str) -> dict[str, str]:
    """The dictionary forms that a Russian word may be a form of, each with the case; the likeliest first."""
    found: dict[str, str] = {}
    for ending, instead, case in _RULES:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            stem = word[: len(word) - len(ending)]
            for lemma in _with_fleeting(stem, instead):
                if _sound(lemma, instead) and lemma != word:
                    found.setdefault(lemma, case)
    return found


def _with_fleeting(stem: str, instead: str) -> Iterator[str]:
    """The form itself; and with the vowel that it loses before an ending: листка, листок."""
    yield stem + instead
    if not instead and (lost := _FLEETING.search(stem)):
        before = stem[:-2] if lost[1] in "ьй" else stem[:-1]
        yield from (before + vowel + lost[2] for vowel in "оеё")


def _sound(lemma: str, ending: str) -> bool:
    """Whether there are such words: one without an ending ends in a consonant."""
    return bool(ending) or bool(re.search(f"{_HARD}$", lemma))


@cache
def bases(word: str) -> tuple[str, ...]:
    """What a Russian adjective may be of: петроградской of Петроград, родзянковскими of Родзянко.

    >>> "Петроград" in bases("петроградской"), "Родзянко" in bases("родзянковскими")
    (True, True)
    """
    ending = _ADJECTIVE.search(word)
    if not ending:
        return ()
    stem = word[: ending.start()]
    stem = stem[:1].upper() + stem[1:]
    if len(stem) <= LEAST:
        return ()
    more = [stem + "ов", stem + "ев", stem + "ин"] if not ending[0].startswith("ск") else []
    return tuple(
        dict.fromkeys(
            [stem, stem + "о", stem + "а", stem + "я", stem + "ь", stem + "ия", stem + "ы", stem + "ва", *more]
        )
    )


def feminine(word: str) -> str | None:
    """The man's form of a woman's family name: Каренин of Каренина; None where it is none.

    >>> feminine("Каренина"), feminine("Луначарская"), feminine("Ленин")
    ('Каренин', 'Луначарский', None)
    """
    if re.search("(?:[оеё]в|[иы]н)а$", word):
        return word[:-1]
    return word[:-2] + "ий" if re.search("[сц]кая$", word) else None
