"""What introduces a document or a quotation: the sentence before it, and how strongly it points forward.

>>> from variorum.layers.languages import LANGUAGES
>>> introduction("He left. On Monday she published the following letter:", LANGUAGES[0])
Introduction(sentence='On Monday she published the following letter:', kind='letter', colon=True, reports=True, forward=True)
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import Language, lexicon, pattern

_SENTENCE = re.compile(r"(?<![A-ZА-ЯЁ])(?<!\b[A-ZА-ЯЁ][a-zа-яё])(?<!\bProf)(?<!\bNo)[.!?…]+[)”»\"’]*\s+(?=[\"“„«‘_(]*[A-ZÀ-ÖØ-ÞА-ЯЁ])")
_POINTING = re.compile(r":[\s_*)\]—–-]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LONGEST = 600
"""How many code points before a document are looked at."""


class Introduction(NamedTuple):
    """The sentence that stands before a document, and what it says of it."""

    sentence: str
    kind: str | None
    """What kind of document it names."""
    colon: bool
    reports: bool
    """Whether it says that something is written, read or made known."""
    forward: bool
    """Whether it points to what follows."""

    @property
    def strength(self) -> int:
        """How sure it is that a document comes next, in tenths of a nat."""
        named = 10 if self.kind else 0
        return 12 * self.colon + named + (6 if self.reports and (self.colon or self.kind) else 0) + 8 * self.forward


NONE = Introduction("", None, False, False, False)


@cache
def _nouns(kinds: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern(listed))) for kind, listed in kinds)


def kind_named(text: str, language: Language) -> str | None:
    """The kind of document that a sentence last names; “document”, “copy” and the like only if it names no other."""
    low = text.casefold()
    last: dict[str, int] = {}
    for kind, nouns in _nouns(tuple(language.kinds.items())):
        for match in nouns.finditer(low):
            last[kind] = match.start()
    generic = last.pop("document", None)
    if last:
        return max(last, key=lambda kind: last[kind])
    return "document" if generic is not None else None


def last_sentence(text: str) -> str:
    """The last sentence of a paragraph, abbreviations before a capital letter looked past as far as form tells them."""
    tail = text[-LONGEST:].rstrip()
    ends = [match.end() for match in _SENTENCE.finditer(tail) if match.end() < len(tail)]
    return tail[ends[-1] :] if ends else tail


def introduction(text: str, language: Language) -> Introduction:
    """What the last sentence of a paragraph says of what comes next."""
    sentence = " ".join(last_sentence(text).split())
    low = sentence.casefold()
    reports = lexicon(language.reports).any(_WORD.findall(low))
    forward = bool(_forward(language.forward).search(low))
    return Introduction(sentence, kind_named(low, language), bool(_POINTING.search(sentence)), reports, forward)


@cache
def _forward(listed: str) -> re.Pattern[str]:
    return re.compile(pattern(listed))
