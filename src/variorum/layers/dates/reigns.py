"""Years of the reigns of the kings and queens of England: 12 Hen. VIII, the third year of King Charles the First."""

from __future__ import annotations

import re
from typing import NamedTuple

from variorum.layers.dates.calendars import GREGORIAN, JULIAN, Day, day_of, number
from variorum.layers.dates.words import ENGLISH

_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth".split()  # noqa: SIM905 - a list of words
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


class Reign(NamedTuple):
    """A name with its number, the day on which the first year began, and the year in which the last one did."""

    name: str
    nth: int
    begun: Day
    last: int


REIGNS = (
    Reign("Will", 1, Day(1066, 12, 25), 1087), Reign("Will", 2, Day(1087, 9, 26), 1100),
    Reign("Hen", 1, Day(1100, 8, 5), 1135), Reign("Steph", 1, Day(1135, 12, 26), 1154),
    Reign("Hen", 2, Day(1154, 12, 19), 1189), Reign("Ric", 1, Day(1189, 9, 3), 1199),
    Reign("Hen", 3, Day(1216, 10, 28), 1272), Reign("Edw", 1, Day(1272, 11, 20), 1307),
    Reign("Edw", 2, Day(1307, 7, 8), 1327), Reign("Edw", 3, Day(1327, 1, 25), 1377),
    Reign("Ric", 2, Day(1377, 6, 22), 1399), Reign("Hen", 4, Day(1399, 9, 30), 1413),
    Reign("Hen", 5, Day(1413, 3, 21), 1422), Reign("Hen", 6, Day(1422, 9, 1), 1471),
    Reign("Edw", 4, Day(1461, 3, 4), 1483), Reign("Edw", 5, Day(1483, 4, 9), 1483),
    Reign("Ric", 3, Day(1483, 6, 26), 1485), Reign("Hen", 7, Day(1485, 8, 22), 1509),
    Reign("Hen", 8, Day(1509, 4, 22), 1547), Reign("Edw", 6, Day(1547, 1, 28), 1553),
    Reign("Mary", 1, Day(1553, 7, 6), 1558), Reign("Eliz", 1, Day(1558, 11, 17), 1603),
    Reign("Jac", 1, Day(1603, 3, 24), 1625), Reign("Car", 1, Day(1625, 3, 27), 1649),
    Reign("Car", 2, Day(1649, 1, 30), 1685), Reign("Jac", 2, Day(1685, 2, 6), 1688),
    Reign("Anne", 1, Day(1702, 3, 8), 1714), Reign("Geo", 1, Day(1714, 8, 1), 1727),
    Reign("Geo", 2, Day(1727, 6, 11), 1760), Reign("Geo", 3, Day(1760, 10, 25), 1820),
    Reign("Geo", 4, Day(1820, 1, 29), 1830), Reign("Will", 4, Day(1830, 6, 26), 1837),
    Reign("Vict", 1, Day(1837, 6, 20), 1901), Reign("Edw", 7, Day(1901, 1, 22), 1910),
    Reign("Geo", 5, Day(1910, 5, 6), 1936), Reign("Edw", 8, Day(1936, 1, 20), 1936),
    Reign("Geo", 6, Day(1936, 12, 11), 1952),
)  # fmt: skip
"""The first day of each reign, in the calendar of its time (C. R. Cheney, *A Handbook of Dates*, 1945).

King John is left out: his years began on Ascension Day.
"""
_NAMES = {
    "Will": r"Will(?:iam|\.)|Gul\.|Wm\.", "Hen": r"Hen(?:ry|\.)", "Steph": r"Steph(?:en|\.)",
    "Ric": r"Ric(?:hard|h?\.)",
    "Edw": r"Edw(?:ard|\.)|Ed\.", "Mary": "Mary", "Eliz": r"Eliz(?:abeth|\.)", "Jac": r"Jac\.|Ja(?:me)?s\.?",
    "Car": r"Car\.|Cha(?:rle)?s\.?", "Anne": r"Anne", "Geo": r"Geo(?:rge|\.)", "Vict": r"Vict(?:oria|\.)",
}  # fmt: skip
_ALONE = frozenset(["Steph", "Mary", "Eliz", "Anne", "Vict"])
"""Names of one only."""
_NTH = rf"(?:the\s+)?(?P<nth>{'|'.join(_ORDINALS)}|(?:VIII|VII|VI|IV|V|III|II|I)\b)"
_ORDINAL = rf"(?P<reg>\d{{1,2}}(?:st|nd|rd|d|th)?(?!\d)|{'|'.join(ENGLISH.ordinals)})"
KING = "|".join(_NAMES.values())
"""Their names, as a pattern."""
_OWN = "|".join(pattern for name, pattern in _NAMES.items() if name in _ALONE)
_OF = r"\s+year\s+of\s+(?:the\s+reign\s+of\s+)?(?:our\s+)?(?:(?:King|Queen)\s+)?"
FORMS = (
    rf"(?<![\d.,:])(?P<reg>\d{{1,2}})\s+(?P<king>{KING})\s+{_NTH}",
    r"(?<![\d.,:])(?P<reg>\d{1,2})\s+(?P<king>(?:Will|Hen|Rich?|Edw|Ed|Jac|Car|Geo)\.)\s+(?P<nth>[1-8])(?!\d)",
    r"(?<![\d.,:])(?P<reg>\d{1,2})\s+(?P<king>Eliz\.|Vict\.|Steph\.)",
    rf"\b(?P<reg>\d{{1,2}}(?:st|nd|rd|d|th))\s+of\s+(?:King\s+)?(?P<king>{KING})\s+{_NTH}",
    rf"(?<![\w-]){_ORDINAL}{_OF}(?P<king>{KING})\s+{_NTH}",
    rf"(?<![\w-]){_ORDINAL}{_OF}(?P<king>{_OWN})(?!\s+(?:the\s+)?[IVX])",
)
"""Patterns of a year of a reign."""


def regnal(counted: int, king: str, nth: str | None) -> tuple[Day, Day] | None:
    """The first and the last day of a year of a reign, as they were written then, or None if there was none such.

    >>> regnal(12, "Hen.", "VIII")
    (Day(year=1520, month=4, day=22), Day(year=1521, month=4, day=21))
    """
    name = next(name for name, pattern in _NAMES.items() if re.fullmatch(pattern, king))
    which = _place(nth) if nth else 1 if name in _ALONE else 0
    reign = next((one for one in REIGNS if (one.name, one.nth) == (name, which)), None)
    if reign is None or not counted:
        return None
    first = reign.begun._replace(year=reign.begun.year + counted - 1)
    calendar = calendar_of_england(first)
    last = day_of(calendar, number(calendar, first._replace(year=first.year + 1)) - 1)
    return (first, last) if first.year <= reign.last else None


def calendar_of_england(day: Day) -> str:
    """The calendar that England had on a day."""
    return GREGORIAN if day >= (1752, 9, 14) else JULIAN


def _place(nth: str) -> int:
    if nth.isdigit():
        return int(nth)
    some = _ORDINALS if nth in _ORDINALS else _ROMAN
    return some.index(nth) + 1
