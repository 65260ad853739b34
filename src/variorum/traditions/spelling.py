"""Spellings of one word: forms that differ as the spelling of old and new, British and American print does."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REGULAR = (("our", "or"), ("ae", "e"), ("oe", "e"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("z", "s"), ("x", "ct"))
"""Letters that spellings exchange, mostly in English, French and Latin; doubt: `lone` and `loan` stay apart."""
_RE = re.compile(r"(?<=[bcdgkpt])re(?=d?s?$)")
_TWICE = re.compile(r"(.)\1")
_SHORTEST = 4
"""Shorter words than this are told apart by a single letter too often."""


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """The letters and digits of a word, without case and accents.

    >>> plain("Straße’s"), plain("naïve")
    ('strasses', 'naive')
    """
    apart = unicodedata.normalize("NFKD", word).casefold().replace("æ", "ae").replace("œ", "oe")
    return "".join(letter for letter in apart if letter.isalnum())


def spelt_alike(one: str, other: str) -> bool:
    """Whether two words are likely to be one word in two spellings.

    >>> spelt_alike("honour", "honor"), spelt_alike("centre", "center"), spelt_alike("form", "from")
    (True, True, False)
    """
    return _skeleton(one) == _skeleton(other)


@lru_cache(maxsize=200_000)
def _skeleton(word: str) -> str:
    bare = plain(word)
    if len(bare) < _SHORTEST:
        return bare
    for letters, others in _REGULAR:
        bare = bare.replace(letters, others)
    return _TWICE.sub(r"\1", _RE.sub("er", bare))
