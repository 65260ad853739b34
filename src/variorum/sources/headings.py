"""Which lines are headings, of which rank; which begin an item or a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from variorum.sources.layout import MARKER
from variorum.sources.vocabulary import BY, CHAPTERS, JOINT, PARTS, SECTIONS, UNNUMBERED

TITLE, PART, CHAPTER, SECTION, CAPITALS, NUMBERED, PLAIN = range(7)
"""The ranks of headings, from the widest."""
PLAIN_NAME = CAPITALS
"""From this rank on headings are so by their form alone, and name no division."""

LONGEST_HEADING = 160
"""Code points from which nothing is a heading."""

_ROMAN = r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})"
_SPELT = r"one|two|three|four|five|six|seven|eight|nine|ten|[a-zа-я]{3,14}(?:st|nd|rd|th|ая|ый|ой|ий|е|te|ter|ième|ère)"
_ORDINAL = rf"(?:№\s*|no?\.?\s*|#)?(?:\d{{1,4}}|{_ROMAN}|{_SPELT}|(?-i:[A-Z])|[a-z](?!\s+\w))"


def _one_of(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_DIVISION = re.compile(
    rf"[\W_]*(?:(?:the )?{_ORDINAL}\s+)?"
    rf"(?:(?P<part>{_one_of(PARTS)})|(?P<chapter>{_one_of(CHAPTERS)})|{_one_of(SECTIONS)})"
    rf"[.:]?(?:\s*{_ORDINAL}\b[\W_]*(?:[:.\s—–-].*)?|\s+the\s+{_ORDINAL}\b\W*(?:[:.—–-].*)?)$",
    re.I | re.S,
)
"""A division's name and number."""
_FIRST = re.compile(rf"[\W_]*(?:$|the$|no?\.?$|{_ORDINAL}$|{_one_of(f'{PARTS} {CHAPTERS} {SECTIONS}')})", re.I)
"""What the first word of such a line can be."""
_RANKS = {"part": PART, "chapter": CHAPTER, None: SECTION}
_ONE_WORD = re.compile(rf"[\W_]*(?:\S+\s+){{0,3}}?(?:{_one_of(UNNUMBERED)})(?:\s+\S+){{0,4}}[\W_]*", re.I)
_BARE_NUMBER = re.compile(rf"[\[(_*§ ]*(?:{_ROMAN}|\d{{1,3}})[\])_*.: ]*", re.I)
_BY = re.compile(rf"(?:{BY})\s+\S.{{0,80}}$|{JOINT}", re.I)
_NUMBERED = re.compile(rf"(?:§\s*)?(?:\d{{1,3}}|{_ROMAN.upper()})\s?[.:)—–-]\s*\S")
_SIGNATURE = re.compile(
    r"\W*(?:[^\W\d_]{1,2}\.\s*)+(?:[^\W\d_]\S*\s*){0,2}\W*|\W*(?:[^\W\d_]\S+\s+){0,1}(?:[^\W\d_]\.\s*)+\S*"
)
_STOPS = '.:!?…-—"”»'
_REFERENCE = re.compile(r"\w \d{1,3}[:.]\d")
"""Chapter and verse, as under a motto."""
_NOTE = re.compile(
    r"\[\s*(?:footnote|note|fn|сноска|прим\w*|fußnote|anm\w*)\b\s*:?\s*([\dIVXivx*†‡§]{1,4}|[A-Za-z](?=\s*[:\].]))?"
    r"|\[\s*([\dIVXivx*†‡§]{1,4}|[A-Za-z])\s*[:\].]|([*†‡¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(?=[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹])(?!\w[^*\n]{0,30}\*)",
    re.I,
)


def rank_of(leaf: str, following: str | None, *, set_in: bool = False) -> int | None:
    """The rank of a leaf that is a heading; None if it is none. Verse is none.

    Form tells most: a division's name and number, capitals, a bare number. A short line without a stop is a heading
    only if a paragraph follows.
    """
    if len(leaf) > LONGEST_HEADING or leaf[-1] in ",;" or leaf[0] == "[" or leaf.count("\n") > 2:
        return None
    words = leaf.split()
    if len(words) > 20 or (len(words) > 6 and leaf[0] in "\"“„«'‘*|+"):
        return None
    is_sentence = len(words) > 6 and leaf[-1] in _STOPS and not leaf.isupper()
    if is_sentence and not _may_divide(words[0]):
        return None
    text = leaf.replace("\n", " ")
    rank = _rank_by_name(text, words)
    if rank is None and not is_sentence:
        rank = _rank_by_form(text, words, following, set_in and "\n" in leaf)
    return None if rank is not None and _BY.match(text) else rank


def _rank_by_form(text: str, words: Sequence[str], following: str | None, is_block: bool) -> int | None:
    if len(words) < 4 and _BARE_NUMBER.fullmatch(text):
        return CHAPTER
    if _is_capitals(text):
        return CAPITALS if len(words) < 15 and not _SIGNATURE.fullmatch(text) else None
    if text[-1] in _STOPS or len(words) > 12 or is_block:
        return None
    opens = following is not None and ("\n" in following or len(following) > 100)
    if _NUMBERED.match(text):
        return NUMBERED if opens else None
    is_name = _is_title(text) and not _SIGNATURE.fullmatch(text) and not _REFERENCE.search(text)
    return PLAIN if opens and is_name else None


def is_division(text: str) -> bool:
    """Whether a heading only counts: Chapter IV, XII.

    >>> is_division("Chapter IV"), is_division("XII."), is_division("The Harbour")
    (True, True, False)
    """
    return bool(_BARE_NUMBER.fullmatch(text)) or bool(_DIVISION.match(text))


def _rank_by_name(text: str, words: Sequence[str]) -> int | None:
    if _may_divide(words[0]) and (len(words) < 5 or _is_title(text)) and (found := _DIVISION.match(text)):
        return _RANKS[found.lastgroup]
    short = len(words) < 7 and text[-1] not in "?!" and (text[0].isupper() or text[0] == "_")
    short = short and (len(words) < 4 or text[-1] != ".")  # a longer sentence only points there
    return CHAPTER if short and _ONE_WORD.fullmatch(text) and _is_title(text) else None


@lru_cache(1 << 16)
def _may_divide(word: str) -> bool:
    """Whether the name and number of a division can begin with this word: few lines need a closer look."""
    return bool(_FIRST.match(word))


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(char.isupper() for char in text[:40]) > 1


def _is_title(text: str) -> bool:
    """Whether a line could name something: it begins high, and with a letter or a number."""
    first = text.lstrip("_[(“\"«„‘'*")[:1]
    return first.isalnum() and not first.islower() and any(map(str.isalpha, text))


class Mark(NamedTuple):
    """How an item or a note begins: which of them it is, and by what it is called."""

    kind: str
    label: str


def mark_of(text: str) -> Mark | None:
    """Whether a piece begins as a note or an item of a list does.

    >>> mark_of("[Footnote 3: So in the first edition.]"), mark_of("(b) bread")
    (Mark(kind='note', label='3'), Mark(kind='item', label='(b)'))
    """
    if text[0].isalpha() and "." not in text[:8] and ")" not in text[:8]:
        return None
    head = text[:40].replace("\n", " ")
    if found := _NOTE.match(head):
        return Mark("note", found[1] or found[2] or found[3] or "")
    found = MARKER.match(head)
    return Mark("item", found[0].strip()) if found else None


def levels(ranks: Sequence[int]) -> dict[int, int]:
    """The levels, from 1, of the ranks that a text uses.

    >>> levels([TITLE, CHAPTER, CHAPTER, CAPITALS])
    {0: 1, 2: 2, 4: 3}
    """
    return {rank: min(level, 6) for level, rank in enumerate(sorted(set(ranks)), 1)}
