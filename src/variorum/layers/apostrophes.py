"""What an apostrophe looks like, and what it costs to take a single mark for one."""

from __future__ import annotations

import re
from typing import NamedTuple

from variorum.layers.glyphs import CJK, CLOSING, NEUTRAL, OPENING, SINGLES

STRAY = 7
"""The cost of taking a mark for a slip."""

_ELIDED = """
    tis twas twere twill twould twasn twixt tisn twarn twouldn twon em cause cos cuz coz til till bout neath round n un
    uns gainst mongst fraid nother tother pon gin ere ead ome ouse ave eart ow oo arf elp igh orse usband
    s t k ne nen nem ner ns l sta sto ste sti ndrangheta
"""
_ELISIONS = frozenset(_ELIDED.split())
"""Words that stand after an apostrophe: English, Dutch, German and Italian."""
_CLIPPED = re.compile(r"(?:(?:^|[^\w])(?:an|o|th|wi|t|ol|d|l|qu|j|m|n|c|s|po|mo|fa|di)|\win)$", re.IGNORECASE)
"""What stands before the apostrophe of a clipped word: goin', an', o', th', l', po'."""
_WORD_AFTER = re.compile(rf"[^\W_{CJK}]+")


class Single(NamedTuple):
    """A single mark: which way its neighbours say that it points, whether it stands after a stop, and its document.

    That turns this character the way `points` says, and may quote in single marks first.
    """

    start: int
    end: int
    context: int
    after_stop: bool
    points: int
    singles_first: bool


def elided(text: str, start: int) -> bool:
    """Whether a word stands there that loses its first letters to an apostrophe: ’tis."""
    match = _WORD_AFTER.match(text, start)
    return match is not None and match.group().casefold() in _ELISIONS


_NO_NOUN = re.compile(r"(?:who|which|that|is|are|was|were|has|had|have|here|there|will|would|did|do|does)\b")
"""What no genitive stands before: the ‘boys’ who."""


def possessive(text: str, one: Single) -> int:
    """What an apostrophe after a word may be: 2 a genitive (boys’ and), 0 one without a word after it, 1 else."""
    if text[one.start - 1].casefold() not in "sxzß":
        return 1
    owns = text[one.end : one.end + 1] in " \n" and text[one.end + 1 : one.end + 2].isalnum()
    return 2 if owns and not _NO_NOUN.match(text, one.end + 1) else 0


def apostrophe(text: str, one: Single) -> int:
    """The cost of taking a single mark for an apostrophe."""
    if one.context == OPENING:
        return _elision(text, one)
    before = text[max(0, one.start - 5) : one.start]
    if one.context == NEUTRAL and one.points != OPENING and _WORD_AFTER.match(text, one.end):
        return 1  # Mr. W.'s; l'"Aurore"
    if one.after_stop or not before[-1:].isalnum():
        return STRAY
    if before[-2:-1] in SINGLES and before[-2:]:
        return 0  # rock 'n' roll
    if before[-1].isdigit():
        return 2  # 5' 6"
    return 1 if before[-1].casefold() in "sxzß" or _CLIPPED.search(before) else 4


_CLOSED = re.compile(
    r"([^‘’“”.!?;\n]{2,60}[^\W\d_])’(?=[,.;:!?)]|\s(?:who|which|that|and|or|in|of|to|at|on|by|with|for|is|are|was|were|has|had"
    r"|have|as|but|from|here|there|will|would|may|can|did|do)\b)"
)
"""What a mark closes that was turned the wrong way where it opened: the ’old Bolsheviks’ who."""


def _elision(text: str, one: Single) -> int:
    """The cost of taking a mark before a word for an apostrophe: 'tis, ’em, the year ’17."""
    match = _WORD_AFTER.match(text, one.end)
    word = match.group() if match else ""
    line_start = text[max(0, one.start - 1) : one.start] in ("", "\n")
    if word.casefold() in _ELISIONS or (word[:2].isdigit() and len(word.rstrip("s")) == 2):
        return 2 if line_start and word.isdigit() else 0
    vowel = word[:1].casefold() in "aeiou"
    if one.points == CLOSING:
        closed = _CLOSED.match(text, one.end) if vowel else None
        return 4 if not vowel else 5 if closed and not _CLIPPED.search(closed.group(1)[-4:]) else 2
    if one.points == OPENING or not one.singles_first:
        return 6 if one.points == OPENING else 3
    if word[:1].islower() and text[max(0, one.start - 2) : one.start - 1].isalnum():
        return 2 if vowel else 3  # a very 'umble person
    return 4 if vowel and not line_start else 6
