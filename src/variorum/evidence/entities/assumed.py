"""Persons known by an assumed name, who are called by the first names of both: a small table of common knowledge.

>>> both_names("lenin", "n.", "vladimir"), both_names("lenin", "n.", "karl")
(True, False)
"""

from __future__ import annotations

from functools import cache

from variorum.evidence.entities.transliterations import sounds

_CALLED = """
Lenin: Vladimir Ilyich Nikolai Nicholas V. I. N.
Stalin: Joseph Koba K. J.
Gorky: Maxim Aleksey M. A.
Twain: Mark Samuel M. S.
Eliot: George Mary Marian G. M.
Sand: George Aurore G. A.
Carroll: Lewis Charles L. C.
Novalis: Friedrich Georg
"""
"""An assumed name, and the first names and initials that its bearer goes by."""


@cache
def _known() -> dict[str, frozenset[str]]:
    found = {}
    for line in _CALLED.strip().splitlines():
        name, _, firsts = line.partition(":")
        for sound in sounds(name):
            found[sound] = frozenset(firsts.casefold().split())
    return found


def both_names(family: str, one: str, other: str) -> bool:
    """Whether two first names or initials are known to be those of the bearer of an assumed name."""
    firsts = next((_known()[sound] for sound in sounds(family) if sound in _known()), frozenset[str]())
    return all(_is_one(name, firsts) for name in (one, other))


def _is_one(name: str, firsts: frozenset[str]) -> bool:
    if name.endswith("."):
        return any(first.endswith(".") and _initials(name) & _initials(first) for first in firsts)
    return any(sounds(name) & sounds(first) for first in firsts if not first.endswith("."))


def _initials(name: str) -> set[str]:
    return {sound[:1] for sound in sounds(name.rstrip("."))}
