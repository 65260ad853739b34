"""Whether a text is spelt as its language is today: what an encoder of sentences has learnt to read.

The lists are those of the package wordfreq (Speer 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from math import log10

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 2000
"""So many words of a text tell its language."""
MOST = 0.4
"""A text is in a language if the language's frequent words are so many of its words."""
SHORTEST = 4
"""A word of fewer letters may be anything."""
RARE = 2e-7
"""A list has slips and old spellings, too: such words are rarer than so."""
EVERYWHERE, SPAN = -3.0, 2.0
"""The logarithm of how often a word stands that tells nothing, and by how much that of one is less that tells all."""


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


def share_unlisted(text: str, language: str) -> float:
    """How many of the words of a text are in no list of its language.

    >>> share_unlisted("This was done thryse, they said.", "en")
    0.25
    """
    return len(unlisted(text, language)) / max(1, len(list(_plain(text))))


def weights(words: Sequence[str], language: str | None) -> NDArray[np.float32]:
    """What words in small letters tell: 1 if they are rare in a language, or numbers; 0 if they stand everywhere.

    >>> [round(told, 1) for told in weights(["the", "often", "lighthouse", "1871"], "en").tolist()]
    [0.0, 0.3, 1.0, 1.0]
    """
    if language is None:
        return np.zeros(len(words), np.float32)
    usual = _shares(language)
    told = ((EVERYWHERE - log10(max(usual.get(word, 0.0), RARE))) / SPAN for word in words)
    found = np.fromiter(told, np.float32, len(words)).clip(0, 1)
    found[[any(map(str.isdecimal, word)) for word in words]] = 1
    return found


def frequency(word: str, language: str) -> float:
    """Which part of the words of a language a word is; 0 where it is in no list.

    >>> frequency("bolder", "en") > frequency("boldst", "en")
    True
    """
    return _shares(language).get(word, 0.0)


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
    return frozenset(word for word, share in _shares(language).items() if share >= RARE)


@cache
def _shares(language: str) -> dict[str, float]:
    import wordfreq

    return wordfreq.get_frequency_dict(language, "best")
