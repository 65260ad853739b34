"""Whether a text is spelt as its language is today: what an encoder of sentences has learnt to read.

The lists are those of the package wordfreq (Speer 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 2000
"""So many words of a text tell its language."""
MOST = 0.4
"""A text is in a language if the language's frequent words are so many of its words."""
SHORTEST = 4
"""A word of fewer letters may be anything."""
RARE = 2e-7
"""A list has slips and old spellings, too: such words are rarer than so."""


def language_of(text: str) -> str | None:
    """The code of the language whose frequent words stand most in a text; None where none does.

    >>> language_of("Er sagte nicht, was mit dem Brief ist und wer ihn hat."), language_of("kwyjibo blorfin")
    ('de', None)
    """
    words = [match.group().casefold() for match, _ in zip(WORD.finditer(text), range(SAMPLE), strict=False)]
    shares = {code: sum(word in frequent for word in words) for code, frequent in _frequent().items()}
    best = max(shares, key=lambda code: (shares[code], code))
    return best if shares[best] > MOST * max(1, len(words)) else None


def unlisted(text: str, language: str) -> list[str]:
    """The words of a text that no list of its language has: old spellings, slips, rare words; capitals may be names.

    >>> unlisted("This was done thryse, and Kolbe sayde so.", "en")
    ['thryse', 'sayde']
    """
    return [word for word in _plain(text) if word not in _list(language)]


def _plain(text: str) -> Iterable[str]:
    found = (match.group() for match in WORD.finditer(text))
    return (word for word in found if len(word) >= SHORTEST and word.islower())


@cache
def _frequent() -> dict[str, frozenset[str]]:
    import wordfreq

    codes = sorted(set(wordfreq.available_languages("small")) - {"zh", "ja", "ko"})
    return {code: frozenset(wordfreq.top_n_list(code, 300, "small")) for code in codes}


@cache
def _list(language: str) -> frozenset[str]:
    import wordfreq

    usual = wordfreq.get_frequency_dict(language, "best")
    return frozenset(word for word, share in usual.items() if share >= RARE)
