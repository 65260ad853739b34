"""What introduces a document or a quotation: the sentence before it, and how strongly it points forward.

>>> from variorum.layers.languages import LANGUAGES
>>> introduction("He left. She published the following letter:", LANGUAGES[0])
Introduction(sentence='She published the following letter:', kind='letter', colon=True, reports=True, forward=True)
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from variorum.layers.languages import Language, lexicon, pattern

_SENTENCE_END = re.compile(r"[.!?…]+[)”»\"’]*\s+(?=[\"“„«‘_(]*[A-ZÀ-ÖØ-ÞА-ЯЁ])")
_ABBREVIATED = re.compile(
    r"\b(?:[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zа-яё]?|Mrs|Messrs|Prof|Capt|Gen|Col|Rev|No|St|vol|стр|тов|гр)\.\s+$"
)
_POINTING = re.compile(r":[\s_*)\]—–-]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NO_KIND = re.compile(r"\bin (?:order|the act)\b|\bau lieu\b")
"""Words that name kinds of document in other company."""
_BEFORE_VERBS = frozenset(
    """
    to will would could should must can cannot may might not did do does i we they you who let never
    """.split()  # noqa: SIM905 - a list of words
)
"""Words after which what may be a noun or a verb is a verb: to act, we appeal, who order."""
LONGEST = 300
"""How many code points before a document are looked at for its introduction."""


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


def kind_named(words: list[str], language: Language) -> str | None:
    """The kind of document that a sentence last names; “document”, “copy” and the like only if it names no other."""
    listed = tuple(language.kinds.items())
    nouns = [word for before, word in pairwise(["", *words]) if before not in _BEFORE_VERBS]
    kinds = [kind for word in nouns if (kind := _kind_of(word, listed))]
    telling = [kind for kind in kinds if kind != "document"]
    return telling[-1] if telling else kinds[-1] if kinds else None


@lru_cache(maxsize=50_000)
def _kind_of(word: str, kinds: tuple[tuple[str, str], ...]) -> str | None:
    return next((kind for kind, listed in kinds if word in lexicon(listed)), None)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; abbreviations before a capital letter are looked past as far as form tells them.

    >>> sentences("He came. Then Mr. Lake wrote:")
    ['He came.', 'Then Mr. Lake wrote:']
    """
    ends = [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if match.end() < len(text) and not _ABBREVIATED.search(text, max(0, match.end() - 12), match.end())
    ]
    return [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]


def last_sentence(text: str) -> str:
    """The last sentence of a paragraph, or as much of its end as is looked at."""
    return sentences(text[-LONGEST:].rstrip())[-1]


def introduction(text: str, language: Language) -> Introduction:
    """What the last sentence of a paragraph says of what comes next."""
    sentence = " ".join(last_sentence(text).split())
    low = sentence.casefold()
    words = _WORD.findall(_NO_KIND.sub(" ", low))
    reports = lexicon(language.reports).any(words)
    clause = words
    if spoken := _SPOKEN.search(low):  # not what another clause names: he sealed the letter, when Kolb came in, saying:
        own = low[low.rfind(",", 0, spoken.start()) + 1 :]
        clause = words if _WHICH.match(own) else _WORD.findall(own)
    return Introduction(
        sentence,
        kind_named(clause, language),
        bool(_POINTING.search(sentence)),
        reports,
        points_forward(low, language),
    )


_SPOKEN = re.compile(
    r"\b(?:said|saying|says|cried|asked|answered|exclaimed|dit|disant|répondit|sagte|rief|сказал|сказала|говорит)\b[^:,]{0,40}"
    r":[\s—–-]*$"
)


_WHICH = re.compile(r"\s*(?:which|that|qui|lequel|laquelle|der|die|das|который|которая|которое)\b")


def points_forward(low: str, language: Language) -> bool:
    """Whether a sentence in small letters points to what follows."""
    return bool(_forward(language.forward).search(low))


@cache
def _forward(listed: str) -> re.Pattern[str]:
    return re.compile(pattern(listed))
