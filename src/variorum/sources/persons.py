"""Whether a line could be a person's name, by its form."""

from __future__ import annotations

import re

_PARTICLES = frozenset(("de", "von", "van", "da", "di", "del", "du", "der", "den", "zu", "la", "le", "of"))
_ARTICLES = frozenset((
    *("the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las"),
    *("il", "lo", "gli", "i", "o", "os", "as"),
))  # fmt: skip
_INVERTED = re.compile(r"(?<![\w,])([^\W\d_][\w'’-]+), ([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})(?![\w])")


def is_person(line: str) -> bool:
    """Whether a line has the form of a person's name: two to four words, all high, and no article before them.

    >>> is_person("Ann Lake"), is_person("Theodor von Brandt"), is_person("Die Gerstenfrage"), is_person("a lake")
    (True, True, False, False)
    """
    parts = line.split()
    return (
        1 < len(parts) < 5
        and parts[0].lower() not in _ARTICLES
        and all(part[0].isupper() or part in _PARTICLES for part in parts)
        and not re.search(r"[\d:;!?]", line)
    )


def inverted(line: str) -> set[str]:
    """The names that a line gives with the family's first, in their usual order.

    >>> inverted("Start > Harrow, Josias > Die Gerstenfrage")
    {'Josias Harrow'}
    """
    return {f"{first} {last}" for last, first in _INVERTED.findall(line)}
