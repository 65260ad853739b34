"""Furniture that is told by the form of a leaf alone, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.sources.vocabulary import LEADING, LEADS

_DIVIDERS = re.compile(r"\s+(?:\||>{1,2}|»|›|→|/|::|·|•)\s+|\s*(?:\||»|›)\s*")
_DIVIDER = re.compile(r"[|>»›→·•/[]|::")
_SIGN = re.compile(r"[|>»›→·•/[]")
_BRACKETED = re.compile(r"\[\s*[^][]{1,40}\s*\]")
_RULE = re.compile(r"[\s*_=~#•·—–.+⁂-]{3,}|\*|⁂|[-—–_=]+")
_PAGE = re.compile(
    r"[\[{(]?\s*(?:p|pg|page|p\.|pp\.|с\.|стр\.|s\.|seite)\s*\.?\s*(\d{1,4}|[ivxlc]+)\s*[\]})]?|[-–—]\s*(\d{1,4})\s*[-–—]|[\[{](\d{1,4})[\]}]",
    re.I,
)
_PAGE_BEGINS = frozenset("[{(pPсСsSſ-–—")
"""What a page number of this form begins with."""
_ILLUSTRATION = re.compile(
    r"\[\s*(?:illustration|illustrations|image|figure|frontispiece|abbildung|иллюстрация)\s*\]", re.I
)
_ONLY_LEADS = re.compile(rf"[\W_]*(?:{LEADS})", re.I)
_MAY_BE = re.compile(r"[\W_]|[^|>»›→·•/[:]*+[|>»›→·•/[:]|[PpSsСсſ]\w{0,4}[\s.]*+(?:\d+|[IVXLCivxlcİı]+)\W*$")
"""How a leaf begins that may be furniture by its form, unless it only leads to another page."""


def furniture_by_form(leaves: Sequence[str]) -> dict[int, str]:
    """Which leaves are furniture by their form alone, and of what sort; those that come again are judged once.

    >>> furniture_by_form(["A | B | C", "A letter", "Back to the index"])
    {0: 'breadcrumb', 2: 'navigation'}
    """
    may_be = _MAY_BE.match
    sorts = {
        leaf: sort
        for leaf in set(leaves)
        if (len(leaf) < 31 or leaf[-1] not in ".,;!?" or not leaf[0].isalpha())
        and (leaf[:3].casefold() in LEADING or may_be(leaf))
        and (sort := sort_of(leaf))
    }
    return {place: sorts[leaf] for place, leaf in enumerate(leaves) if leaf in sorts} if sorts else {}


def sort_of(text: str) -> str | None:
    """What sort of furniture a leaf is by its form alone, wherever it stands.

    >>> sort_of("Letters Archive   |   Index of Writers   |   Main Page")
    'breadcrumb'
    >>> sort_of("* * *"), sort_of("[Pg 12]"), sort_of("Back to the index")
    ('rule', 'page number', 'navigation')
    >>> sort_of("He went back to the index, and found it gone.") is None
    True
    """
    if len(text) > 300 or (len(text) > 30 and text[-1] in ".,;!?" and text[0].isalpha()):
        return None
    if not text[0].isalnum() and _RULE.fullmatch(text):
        return "rule"
    if len(text) < 30 and (text[0] in _PAGE_BEGINS or text[0].isspace()) and _PAGE.fullmatch(text):
        return "page number"
    if text[0] == "[" and _ILLUSTRATION.fullmatch(text):
        return "illustration"
    if text[-1] in ".,;!?":
        return None
    if (_SIGN.search(text) or "::" in text) and _is_breadcrumb(text):  # the same as a divider, quicker
        return "breadcrumb"
    leads = len(text) < 60 and _ONLY_LEADS.match(text) and text[-1] != ":" and len(text.split()) < 8
    return "navigation" if leads else None


def page_number(text: str) -> str | None:
    """The number on a leaf that is a page number in brackets or dashes, or named so."""
    found = _PAGE.fullmatch(text)
    return next(number for number in found.groups() if number) if found else None


def _is_breadcrumb(text: str) -> bool:
    parts = [part for part in _DIVIDERS.split(text.strip(" |>»›[]")) if part]
    several = len(parts) > 1 and len(_DIVIDER.findall(text)) >= len(parts) - 1
    names = all(len(part) < 60 and len(part.split()) < 9 and part[-1] not in ".,;!?" for part in parts)
    if several and names and ("|" in text or ("»" in text and "«" not in text) or len(parts) > 2):
        return any(char.isalpha() for char in text)
    return len(_BRACKETED.findall(text)) > 1 and not _BRACKETED.sub("", text).strip(" |-–—·•*\n")
