"""Names that translate each other word by word, and share a word: Council of Commissars, Совет Комиссаров."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.evidence.entities.designations import key
from variorum.evidence.entities.forms import PERSON, Form
from variorum.evidence.entities.places import renamed
from variorum.evidence.entities.transliterations import is_cyrillic, sounds
from variorum.evidence.entities.words import Words

LEAST = 5
"""Two words that begin with so many sounds alike are cognates."""


class Beside(NamedTuple):
    """Two names in beads that render each other."""

    one: Form
    other: Form


def cognates(pairs: Sequence[Beside], words: Words) -> Iterator[Beside]:
    """Of the pairs of names of one bead those that share a word and have as many; each name in one pair alone."""
    able = [pair for pair in pairs if pair.one.kind != PERSON and _cognate(pair.one.name, pair.other.name, words)]
    ones, others = defaultdict[Form, int](int), defaultdict[Form, int](int)
    for pair in able:
        ones[pair.one] += 1
        others[pair.other] += 1
    yield from (pair for pair in able if ones[pair.one] == others[pair.other] == 1)


def _cognate(one: str, other: str, words: Words) -> bool:
    mine, theirs = key(one, words), key(other, words)
    if is_cyrillic(one) == is_cyrillic(other) or len(mine) != len(theirs) or len(mine) < 2:
        return False
    return any(not renamed(a) and not renamed(b) and _alike(a, b) for a in mine for b in theirs)


def _alike(one: str, other: str) -> bool:
    """Whether two words begin alike.

    >>> _alike("commissars", "комиссаров"), _alike("council", "совет")
    (True, False)
    """
    if min(len(one), len(other)) < LEAST:
        return False
    return bool({sound[:LEAST] for sound in sounds(one)} & {sound[:LEAST] for sound in sounds(other)})
