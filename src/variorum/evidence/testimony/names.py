"""Names of papers, editions and titles held against one another, across alphabets and endings."""

from __future__ import annotations

import re

from variorum.differences import plain

_LETTERS = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіѣ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
            "e",
            "i",
            "e",
        ],
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_SOUNDS = (("kh", "h"), ("zh", "j"), ("ts", "c"), ("tz", "c"), ("ch", "c"), ("sch", "s"), ("sh", "s"), ("w", "v"))
SMALL = frozenset(
    "the a an of and in to for der die das des dem den und von in le la les de du des et в и на о газета газете".split()  # noqa: SIM905
)
"""Words that tell no name from another."""


def sounds(word: str) -> str:
    """The consonants of a word in Latin letters, as they may be heard in any spelling.

    >>> sounds("Правда") == sounds("Pravda"), sounds("Жизнь") == sounds("Zhizn")
    (True, True)
    """
    latin = "".join(_LETTERS.get(letter, letter) for letter in plain(word))
    for written, heard in _SOUNDS:
        latin = latin.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", latin[:1] + re.sub(r"[aeiouyjh']", "", latin[1:]))


def words(name: str | None) -> list[str]:
    """The words of a name that tell it from others, by their sounds."""
    found = [word for word in _WORD.findall(name or "") if word.casefold() not in SMALL and word[0].isupper()]
    return [sounds(word) for word in found]


MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    januar jänner februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь
    сентября октябрь октября ноябрь ноября декабрь декабря
    """.split()  # noqa: SIM905
)
"""Names of months, which tell no person and no paper."""


def told(name: str | None) -> list[str]:
    """The words of a name without those of its date.

    >>> told("18 (31) October"), told("Lenin, 18 October") == told("Lenin")
    ([], True)
    """
    found = [word for word in _WORD.findall(name or "") if word.casefold() not in SMALL | MONTHS and word[0].isupper()]
    return [sounds(word) for word in found]


def share_a_name(one: str | None, other: str | None) -> bool:
    """Whether two phrases have a name in common: in Pravda; в газете «Правда»."""
    mine, theirs = [word for word in words(one) if len(word) > 2], words(other)
    return any(word in theirs for word in mine)


def contains(phrase: str | None, name: str | None) -> bool:
    """Whether a phrase has a whole name in it: three letters are no name.

    >>> contains("the Complete Works of Ann Lake", "Complete Works of Ann Lake")
    True
    """
    bare = [word.casefold() for word in _WORD.findall(name or "") if word.casefold() not in SMALL]
    there = [word.casefold() for word in _WORD.findall(phrase or "") if word.casefold() not in SMALL]
    return len(bare) > 1 and any(there[at : at + len(bare)] == bare for at in range(len(there) - len(bare) + 1))
