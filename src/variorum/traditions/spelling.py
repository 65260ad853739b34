"""Spellings of one word: forms that differ as the spelling of old and new, British and American print does."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REGULAR = (("our", "or"), ("ae", "e"), ("oe", "e"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("z", "s"), ("x", "ct"))
"""Letters that spellings exchange, mostly in English, French and Latin; doubt: `lone` and `loan` stay apart."""
_RE = re.compile(r"(?<=[bcdgkpt])re(?=d?s?$)")
_TWICE = re.compile(r"(.)\1")
_VOWELS = re.compile("[aeiouywhаеёиоуыэюяіѣѵъь]")
_SHORTEST = 4
"""Shorter words than this are told apart by a single letter too often."""


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """The letters and digits of a word, without case and accents.

    >>> plain("Straße’s"), plain("naïve")
    ('strasses', 'naive')
    """
    if word.isascii() and word.isalnum():
        return word.lower()
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


def consonants(word: str) -> str:
    """The consonants of a word, each once in a row: what vowels are between them is often a matter of spelling.

    >>> consonants("Committee"), consonants("comite")
    ('cmt', 'cmt')
    """
    return _TWICE.sub(r"\1", _VOWELS.sub("", plain(word)))


def exchanged(one: str, other: str) -> tuple[str, str, bool]:
    """The letters in which two words differ, what both begin and end with left away; and whether that is at their end.

    >>> exchanged("honour", "honor"), exchanged("walked", "walks")
    (('u', '', False), ('ed', 's', True))
    """
    shortest = min(len(one), len(other))
    first = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    left = shortest - first
    last = next((at for at in range(left) if one[-1 - at] != other[-1 - at]), left)
    return one[first : len(one) - last], other[first : len(other) - last], not last
