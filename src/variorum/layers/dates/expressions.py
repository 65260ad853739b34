"""Expressions of time as they are written: what of a date each of them says, before anything is concluded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from variorum.layers.dates.calendars import GREGORIAN, JULIAN, LENGTHS, REPUBLICAN_YEARS, roman
from variorum.layers.dates.forms import mark_of, matches, place_of, value_of
from variorum.layers.dates.reigns import regnal
from variorum.layers.dates.words import FEASTS, MOVABLE, NTH, RELATIVE_DAYS, REPUBLICAN, WORDS, Words
from variorum.layers.numerals import roman_value

LEAST_APART, MOST_APART = 10, 13
"""How many days the calendars are apart, from 1582 to 2100."""


class Expression(NamedTuple):
    """What is written: a span, its form, and the parts of a date that it names."""

    start: int
    end: int
    form: str
    year: int | None = None
    last_year: int | None = None
    dual: bool = False
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    other_month: int | None = None
    """The month of the other day, or of the last, where it is another."""
    other_day: int | None = None
    """The same day in the other calendar, as it is written beside it."""
    weekday: int | None = None
    style: str | None = None
    shift: int | None = None
    """By how many months it is away from the month of its anchor."""
    easter: int | None = None
    season: int | None = None


def expressions(text: str, language: str) -> list[Expression]:
    """The expressions of time in a text, in order.

    >>> [(one.form, one.year, one.month, one.day) for one in expressions("Done on Oct. 18 (31), 1917.", "en")]
    [('month and day', 1917, 10, 18)]
    """
    read = (_expression(name, at, match, language) for name, at, match in matches(text, language))
    return list(_joined(text, [one for one in read if one is not None]))


def _expression(form: str, at: int, match: re.Match[str], language: str) -> Expression | None:
    words = WORDS[language]
    told = {name: value for name, value in match.groupdict().items() if value}
    one = Expression(at, match.end(), form, style=JULIAN if "os" in told else GREGORIAN if "ns" in told else None)
    one = _with_year(one, told)
    if "wd" in told:
        one = one._replace(weekday=place_of(told["wd"], words.weekdays))
    if "m" in told:
        one = one._replace(month=place_of(told["m"], words.months) + 1)
    if "season" in told:
        one = one._replace(season=place_of(told["season"], words.seasons))
    if "king" in told:
        return _of_reign(one._replace(form="reign"), told, words)
    if "relative" in told:
        return one._replace(shift=cast(int, value_of(told["relative"], RELATIVE_DAYS[language])))
    if "nth" in told:
        nth = place_of(told["nth"], NTH[language]) + 1
        return one._replace(shift=nth if nth < len(NTH[language]) else -1)
    if form in _SPECIAL:
        return _special(one, told, words)
    if "d" not in told:
        return one if one.last_year is None or one.year is None or one.year < one.last_year <= one.year + 99 else None
    return _with_days(one, told, words)


def _of_reign(one: Expression, told: dict[str, str], words: Words) -> Expression | None:
    """A year of a reign: its first day, and its last."""
    span = regnal(_day(told["reg"], words), " ".join(told["king"].split()), told.get("nth"))
    if span is None:
        return None
    (year, month, day), (last_year, other_month, last_day) = span
    return one._replace(
        year=year, month=month, day=day, last_year=last_year, other_month=other_month, last_day=last_day
    )


def _joined(text: str, found: list[Expression]) -> Iterator[Expression]:
    """The expressions, a day and the year of a reign after it as one: 3 May, 12 Hen. VIII."""
    waiting: Expression | None = None
    for one in found:
        if waiting and one.form == "reign" and _BETWEEN.fullmatch(text[waiting.end : one.start]):
            year = _year_of(waiting, one)
            if year:
                waiting = waiting._replace(end=one.end, year=year, dual=True)
                continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


_BETWEEN = re.compile(r",?\s+(?:in\s+the\s+|in\s+|anno\s+)?")


def _year_of(one: Expression, reign: Expression) -> int | None:
    """The year in which a day without one stands in the year of a reign."""
    if one.year or one.month is None or one.day is None or reign.month is None or reign.day is None:
        return None
    return reign.last_year if (one.month, one.day) < (reign.month, reign.day) else reign.year


def _with_year(one: Expression, told: dict[str, str]) -> Expression:
    if "y" not in told:
        return one
    year, dual, last = int(told["y"]), told.get("dual"), told.get("y2")
    if dual:
        follows = str(year + 1).endswith(dual)
        return one._replace(year=year + follows, dual=True)
    if last:
        whole = int(last) if len(last) == 4 else int(str(year)[: 4 - len(last)] + last)
        return one._replace(year=year, last_year=whole)
    return one._replace(year=year)


_SPECIAL = frozenset(["near", "republican", "roman", "feast"])


def _special(one: Expression, told: dict[str, str], words: Words) -> Expression | None:
    if one.form == "near":
        day = _day(told["d"], words)
        return one._replace(day=day, shift=0 if "this" in told else -1 if "last" in told else 1) if day else None
    if one.form == "roman":
        month, day = roman(mark_of(told["mark"]), int(told.get("n", 1)), cast(int, one.month))
        return one._replace(month=month, day=day)
    if one.form == "feast":
        easter = [value for key, value in MOVABLE.items() if re.fullmatch(key, told["feast"])]
        if easter:
            return one._replace(easter=easter[0])
        month, day = cast(tuple[int, int], value_of(told["feast"], FEASTS))
        return one._replace(month=month, day=day)
    year = int(told["ry"]) if told["ry"].isdigit() else roman_value(told["ry"]) or 0
    day = int(re.sub(r"\D", "", told["d"]))
    known = 1 <= year <= REPUBLICAN_YEARS and 1 <= day <= 30
    return one._replace(year=year, month=place_of(told["rm"], REPUBLICAN) + 1, day=day) if known else None


def _with_days(one: Expression, told: dict[str, str], words: Words) -> Expression | None:
    """With its day or days; nothing if there are no such days."""
    day, second = _day(told["d"], words), _day(told.get("d2", ""), words)
    other = _day(told.get("g") or told.get("h") or "", words)
    other_month = told.get("gm") or told.get("hm")
    if other_month:
        one = one._replace(other_month=place_of(other_month, words.months) + 1)
    if second and told.get("sep") == "/" and not other and _apart(day, second, one.month):
        second, other = 0, second
    if other and not _apart(day, other, one.month):
        if not (one.month and one.other_month and one.month < one.other_month):
            return None
        second, other = other, 0
    if one.form == "two days" and not other:
        return None
    longest = LENGTHS[one.month - 1] + (one.month == 2) if one.month else 31
    if not 1 <= day <= (31 if other or second else longest) or second > 31:
        return None
    return one._replace(day=day, last_day=second or None, other_day=other or None)


def _apart(day: int, other: int, month: int | None) -> bool:
    """Whether two days may be one day in two calendars."""
    longest = LENGTHS[month - 1] if month else 31
    apart = {abs(day - other), *(abs(abs(day - other) - length) for length in (longest, 28, 29, 30, 31))}
    return any(LEAST_APART <= one <= MOST_APART for one in apart)


def _day(word: str, words: Words) -> int:
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    return place_of(" ".join(word.split()), words.ordinals) + 1 if word else 0
