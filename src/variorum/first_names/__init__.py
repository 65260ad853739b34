"""First names that are one in several languages, with short forms that belong to one name alone; and whose they are.

>>> standard("Фёдор"), standard("Theodor")
('theodore', 'theodore')
>>> sex_of("Варвара"), sex_of("Hester"), sex_of("Kolb")
('f', 'f', None)
"""

from __future__ import annotations

from functools import cache

from variorum.first_names.men import MEN, MORE_MEN
from variorum.first_names.women import MORE_WOMEN, WOMEN


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Of each first name in lower case the one that it is a form of, and whose it is."""
    found: dict[str, tuple[str, str]] = {}
    for sex, listed in (("m", MEN), ("f", WOMEN)):
        for line in listed.strip().splitlines():
            names = line.casefold().split()
            for name in names:
                found.setdefault(name, (names[0], sex))
    return found


def standard(name: str) -> str | None:
    """The name that stands for all forms of a first name: equal for two that are one name."""
    known = _names().get(name.casefold())
    return known[0] if known else None


def forms_of(name: str) -> tuple[str, ...]:
    """All the forms of a first name that are known, for its initials."""
    known = _names().get(name.casefold())
    return tuple(other for other, value in _names().items() if known and value == known) or (name.casefold(),)


def is_given(name: str) -> bool:
    """Whether a word is a first name that is known."""
    return name.casefold() in _names()


@cache
def _sexes() -> dict[str, str]:
    """Of first names in lower case whose they are."""
    found = dict.fromkeys(MORE_MEN.casefold().split(), "m")
    found |= {name: "f" for name in MORE_WOMEN.casefold().split() if name not in found}
    return found | {name: sex for name, (_, sex) in _names().items()}


def all_names() -> frozenset[str]:
    """Every first name that is listed, in lower case.

    >>> {"matthias", "hester", "матвей"} <= all_names()
    True
    """
    return frozenset(_sexes())


def is_first(name: str) -> bool:
    """Whether a word is in one of the lists of first names."""
    return name.casefold() in _sexes()


def sex_of(name: str) -> str | None:
    """Whether a first name or patronymic is a man’s or a woman’s: m, f, or None where that is not known.

    In Latin letters one in a is a woman’s unless it is known as a man’s.
    """
    low = name.casefold()
    if low in _sexes():
        return _sexes()[low]
    if low.endswith(("вич", "вича", "вичу", "ьич", "vich", "vitch", "witsch")):
        return "m"
    women = ("овна", "евна", "ична", "ovna", "evna")
    return "f" if low.endswith(women) or (len(low) > 3 and low.endswith("a")) else None
