"""What an archive says of a text in its own words, with no key before them: where it was printed, who copied it."""

from __future__ import annotations

import re
from typing import NamedTuple

from variorum.sources.vocabulary import COPIED, IN_DATES, MONTHS, PRINTED, PRINTED_IN


class Notice(NamedTuple):
    """A line of an archive's: which facts it tells, and what it says of each."""

    told: tuple[tuple[str, str], ...]


_BRACKETED = re.compile(r"\(([^()]{4,60})\)|\[([^\[\]]{4,60})\]")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_COPIED = re.compile(rf"(?:{COPIED})\s+(?P<who>(?-i:[A-ZÀ-ÝА-Я])[^\n]{{2,120}}?)(?:\s+from\s[^\n]*\d[^\n]*)?\.?", re.I)
_PRINTED_IN = re.compile(rf"(?:{PRINTED_IN})\s+(?P<where>\S[^\n]{{3,250}}?)\.?", re.I)
_PAGES = r"(?:pp?|pages?|pg|S|Seiten?|с|стр|cc?|cols?|págs?|Sp)(?![^\W\d_])\.?\s*\d+[\d\s,–—-]*"
_PRINTED = re.compile(
    rf"(?P<from>(?:{PRINTED})(?::|\b)\s*)?(?P<where>[\"“„«_*]?(?-i:[A-ZÀ-ÝА-Я])[^\n]{{3,250}}?(?:(?<=[\s,(])(?P<pages>{_PAGES}))?)\W*",
    re.I,
)
_SIGN = re.compile(r"(?<!\w)(?:vol|no|nos|nr|bd|jg|№|t|tome|tomo|band|volume|issue|n°|т)\b\.?\s*[\dIVXLC]", re.I)


def notice(line: str) -> Notice | None:
    """What a line at the head of a text tells, if an archive wrote it there.

    >>> notice("(3 May 1909)")
    Notice(told=(('composed', '3 May 1909'),))
    >>> notice("Transcribed & marked up by Ann Lake.")
    Notice(told=(('transcriber', 'Ann Lake'),))
    >>> notice("From The Lamp, Vol. III No. 4, April 1931, pp. 12-19.").told[0]
    ('source', 'The Lamp, Vol. III No. 4, April 1931, pp. 12-19')
    >>> notice("From the quay to the church is a walk of ten minutes.") is None
    True
    """
    if len(line) > 300:
        return None
    if found := _BRACKETED.fullmatch(line.rstrip(". ")):
        date = found[1] or found[2]
        return Notice((("composed", date),)) if _is_date(date) else None
    line = line[1:-1] if (line[:1], line[-1:]) in (("[", "]"), ("(", ")")) else line
    if found := _COPIED.fullmatch(line):
        return Notice((("transcriber", found["who"]),))
    if found := _PRINTED_IN.fullmatch(line):
        return _printed(found["where"]) if _YEAR.search(line) and _names_print(found["where"]) else None
    found = _PRINTED.fullmatch(line)
    if not found or not _YEAR.search(line) or not (found["from"] or found["pages"]):
        return None
    keyed = (found["from"] or "").rstrip().endswith(":")
    signs = len(_SIGN.findall(line)) + 2 * bool(found["pages"]) + keyed
    return _printed(line[found.start("where") :].rstrip(" .")) if signs > 1 else None


def _printed(where: str) -> Notice:
    return Notice((("source", where), ("published", where)))


def _names_print(where: str) -> bool:
    """Whether what follows "published in" is a name, a number of a journal or no more than a date."""
    return where[0].isupper() or bool(_SIGN.search(where)) or _is_date(where)


def _is_date(text: str) -> bool:
    """Whether nothing but a date is written: a year, and what stands in dates."""
    return bool(_YEAR.search(text)) and all(map(is_of_date, _WORD.findall(text)))


def is_of_date(word: str) -> bool:
    """Whether a word can stand in a date."""
    word = word.lower()
    return word.isdigit() or word in IN_DATES or any(word[:size] in MONTHS for size in (5, 4, 3))
