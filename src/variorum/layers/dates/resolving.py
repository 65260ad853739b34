"""Expressions of time made into dates: what they leave out is taken from their anchor, or stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from variorum.layers.dates.anchors import DOUBTED, NEAR, Anchor
from variorum.layers.dates.calendars import GREGORIAN, JULIAN, Day, day_of, easter, length, number, republican, weekday
from variorum.layers.dates.expressions import Expression
from variorum.layers.dates.pages import Page, Reading, Understood, shown
from variorum.layers.dates.reigns import calendar_of_england
from variorum.layers.dates.relative import nth_weekday, relative_day, weekday_alone
from variorum.layers.dates.styles import (
    FIRST_CHANGE,
    UNCERTAIN,
    WEEKDAYS,
    Setting,
    calendar_at,
    calendar_of,
    double,
    fitting,
)
from variorum.layers.dates.words import ABOUT
from variorum.layers.dates.written import Dated, days, month, one_of, season, yearless, years

_ABOUT = re.compile(rf"{ABOUT}\s+(?:the\s+|year\s+|l[’']an(?:née)?\s+)*\Z")
_UP_TO = re.compile(
    r"\s*(?:-|–|—|(?:to|until|till|through|and|bis|und|au|jusqu[’']au|et|до|по|и)\s)\s*(?:the\s|zum\s|le\s)?\s*"
)
"""What stands between the first day of some time and the last."""
NEAREST = 6
"""How many months a day may be away from that of the letter whose year it has."""
_LADY_DAY = (3, 25)


def understood(found: Sequence[Expression], page: Page) -> Iterator[Understood]:
    """The dates of a text, in order; what cannot be told from anything else is passed over."""
    for at, written in enumerate(found):
        shared = _year_behind(written, found[at + 1], page.text) if at + 1 < len(found) else None
        one = written._replace(year=shared) if shared else written
        read = _READERS.get(one.form, _day)(one, page)
        if read is None:
            continue
        dated, anchor, reason, itself = read
        dated = _about(dated, page.text[max(0, one.start - 24) : one.start])
        if itself:
            page.anchors.add(_rooted(itself._replace(shown=f"{itself.shown} ({dated.written})"), anchor, one))
        because = f"{reason}; reckoned from {anchor.shown}" if anchor else reason
        because += "; the year stands with the day up to which it is said" if shared else ""
        yield Understood(one, dated, anchor.shown if anchor else None, because)


def _year_behind(one: Expression, following: Expression, text: str) -> int | None:
    """The year of the day up to which something lasted, where the first day has none: 26 May to 2 June 2004."""
    if one.year or not following.year or not one.month or not following.month or one.other_day or following.other_day:
        return None
    if not _UP_TO.fullmatch(text, one.end, following.start):
        return None
    return following.year - (one.month > following.month)


def _about(dated: Dated, before: str) -> Dated:
    """With the sign of EDTF for what is near the truth, where the text says so: about 1790."""
    if dated.edtf is None or not _ABOUT.search(before) or re.search(r"[?~X\[]", dated.edtf):
        return dated
    return dated._replace(edtf="/".join(f"{part}~" for part in dated.edtf.split("/")))


def _rooted(itself: Anchor, anchor: Anchor | None, one: Expression) -> Anchor:
    """What a date is as an anchor: with where its year was named, and how far it holds."""
    if anchor:
        return itself._replace(root=anchor.at if anchor.root < 0 else anchor.root, reach=anchor.reach)
    return itself if one.day or one.form == "feast" else itself._replace(reach=NEAR)


def _year(one: Expression, page: Page) -> Reading | None:
    assert one.year is not None
    itself = None if one.last_year else Anchor(one.start, shown(one, page), one.year)
    return years(one.year, one.last_year), None, "a year by itself is the same in either calendar", itself


def _season(one: Expression, page: Page) -> Reading | None:
    assert one.year is not None and one.season is not None
    itself = Anchor(one.start, shown(one, page), one.year)
    return season(one.year, one.season), None, "a season and its year", itself


def _month(one: Expression, page: Page) -> Reading | None:
    assert one.month is not None
    anchor = None if one.year else page.anchors.at(one.start)
    year = one.year or (anchor.year if anchor else None)
    if year is None:
        return yearless(one.month, None, None), None, "nothing says of which year", None
    calendar, why = (
        (one.style, "the style is named") if one.style else calendar_at(Day(year, one.month, 15), page.where)
    )
    itself = Anchor(one.start, shown(one, page), year, one.month)
    return month(calendar, year, one.month, _doubt(one, anchor)), anchor, why, itself


def _doubt(one: Expression, anchor: Anchor | None) -> str:
    """A sign of doubt where the anchor stands far before, or after."""
    return "?" if anchor and anchor.at and not 0 < anchor.away(one.start) <= DOUBTED else ""


def _day(one: Expression, page: Page) -> Reading | None:
    """A day with its month, and perhaps its year."""
    assert one.month is not None and one.day is not None
    anchor = None if one.year else page.anchors.at(one.start)
    if one.year is None and anchor is None:
        first = one.day if not one.other_day else None
        return yearless(one.month, first, one.last_day if first else None), None, "nothing says of which year", None
    year = one.year or (anchor.year if anchor else 0)
    if anchor:
        year = _nearer_year(one, _nearest_year(one, year, page), anchor)
    day = Day(year, one.month, one.day)
    if one.other_day:
        read = _double(one, year, anchor, page)
        if read or one.other_month is None or one.other_month <= one.month:
            return read
        one = one._replace(last_day=one.other_day, other_day=None)
    return _single(one, day, anchor, page) if day.day <= length(JULIAN, day.year, day.month) else None


def _nearer_year(one: Expression, year: int, anchor: Anchor) -> int:
    """The year of the anchor, unless the weekday fits only the one beside it."""
    if one.weekday is None or one.month is None or one.day is None or one.other_day:
        return year
    fits = [
        at for at in (year, year - 1, year + 1) if _valid(at, one) and fitting(Day(at, one.month, one.day), one.weekday)
    ]
    beside = {year - 1: anchor.month is not None and anchor.month < one.month, year: True}
    beside[year + 1] = anchor.month is not None and anchor.month > one.month
    return next((at for at in fits if beside[at]), year)


def _nearest_year(one: Expression, year: int, page: Page) -> int:
    """In a letter that speaks of its own time the year in which the day is nearest to its own: December, in January."""
    own = page.anchors.own(one.start)
    if own is None or own.day is None or abs(own.year - year) > 1 or one.month is None:
        return year
    months = (12 * year + one.month) - (12 * own.year + own.day.month)
    near = [year + step for step in (0, -1, 1) if abs(months + 12 * step) <= NEAREST]
    return near[0] if near else year


def _valid(year: int, one: Expression) -> bool:
    return (one.day or 1) <= length(GREGORIAN, year, one.month or 1)


def _single(one: Expression, day: Day, anchor: Anchor | None, page: Page) -> Reading:
    where = page.where
    calendar, why = calendar_of(day, one.weekday, one.style, where)
    if calendar != JULIAN and day.day > length(GREGORIAN, day.year, day.month):
        calendar, why = JULIAN, "the Gregorian calendar has no such day"
    if one.dual:
        why += f"; the year began on 25 March, so it is {day.year} as years are counted now"
    last = _last(one, day)
    itself = Anchor(one.start, shown(one, page), day.year, day.month, day, calendar)
    unlikely = anchor is not None and calendar == JULIAN and calendar_at(day, where)[0] == GREGORIAN
    later = day._replace(year=day.year + 1)
    if calendar == JULIAN and where.language == "en" and _before_lady_day(one, day, where):
        fits = [at for at in (day, later) if one.weekday is None or weekday(number(JULIAN, at)) == one.weekday]
        if len(fits) != 1:
            return one_of(calendar, (day, later)), anchor, f"{why}; the year may have begun on 25 March", itself
        return days(calendar, fits[0], fits[0]), anchor, f"{why}; the weekday tells when the year began", itself
    if one.weekday is not None and calendar != UNCERTAIN and weekday(number(calendar, day)) != one.weekday:
        why += f"; but it was a {WEEKDAYS[weekday(number(calendar, day))]}"
        return days(calendar, day, last, "?"), anchor, why, itself
    return days(calendar, day, last, "?" if unlikely else _doubt(one, anchor)), anchor, why, itself


def _last(one: Expression, day: Day) -> Day:
    """The last of the days that are written, or the only one."""
    last = Day(day.year, one.other_month or day.month, one.last_day or 0)
    return last if day < last and last.day <= length(GREGORIAN, *last[:2]) else day


def _before_lady_day(one: Expression, day: Day, where: Setting) -> bool:
    """Whether the year of an English date may still be that before; who writes later counts as we do."""
    modern = where.written is not None and where.written > 1752
    return FIRST_CHANGE.year - 400 < day.year < 1752 and (day.month, day.day) < _LADY_DAY and not (one.dual or modern)


def _double(one: Expression, year: int, anchor: Anchor | None, page: Page) -> Reading | None:
    assert one.day is not None and one.other_day is not None and one.month is not None
    pair = double(one.day, one.other_day, one.month, one.other_month, year)
    if pair is None:
        return None
    old, _ = pair
    last = old
    if one.last_day:
        last = day_of(JULIAN, number(JULIAN, old) + max(0, one.last_day - one.day))
    dated = days(JULIAN, old, last)._replace(calendar="both")
    itself = Anchor(one.start, shown(one, page), year, one.month, old, JULIAN)
    apart = number(JULIAN, old) - number(GREGORIAN, old)
    return dated, anchor, f"the day is given in both calendars, {apart} days apart", itself


def _of_the_month(one: Expression, page: Page) -> Reading | None:
    """A day without its month: “Wednesday, the 18th”, “the 3d ult.”, “20 (7)”."""
    assert one.day is not None
    anchor = page.anchors.at(one.start)
    if anchor is None or anchor.month is None:
        if one.other_day:
            return None
        return yearless(None, one.day, None), None, "nothing says of which month", None
    months = 12 * anchor.year + anchor.month - 1 + (one.shift or 0)
    if one.other_day:
        return _double(one._replace(month=months % 12 + 1), months // 12, anchor, page)
    if one.weekday is not None and one.shift is None:
        months = _fitting_month(one, months, page)
    day = Day(months // 12, months % 12 + 1, one.day)
    return _single(one, day, anchor, page) if _in_month(day) else None


def _fitting_month(one: Expression, months: int, page: Page) -> int:
    """The month, counted from the beginning, in which the day has its weekday: the anchor’s or one near it."""
    own = page.anchors.own(one.start)
    ours = [12 * own.year + own.month - 1 - months] if own and own.month else []
    some = [Day((months + step) // 12, (months + step) % 12 + 1, one.day or 1) for step in (0, -1, 1, *ours, 2, 3)]
    fits = [(day, fitting(day, one.weekday or 0)) for day in some if _in_month(day)]
    usual = [day for day, calendars in fits if calendar_at(day, page.where)[0] in (*calendars, UNCERTAIN) and calendars]
    unusual = [day for day, calendars in fits if calendars and day in some[:3]]
    found = next(iter([*usual, *unusual]), None)
    return 12 * found.year + found.month - 1 if found else months


def _in_month(day: Day) -> bool:
    return day.day <= length(GREGORIAN, day.year, day.month)


def _republican(one: Expression, page: Page) -> Reading | None:
    assert one.year is not None and one.month is not None and one.day is not None
    day = day_of(GREGORIAN, republican(one.year, one.month, one.day))
    written = f"{one.year:04}-{one.month:02}-{one.day:02}"
    dated = days(GREGORIAN, day, day)._replace(written=written, calendar="republican")
    return dated, None, "the calendar of the French Republic", Anchor(one.start, shown(one, page), *day[:2], day)


def _reign(one: Expression, _: Page) -> Reading | None:
    assert one.year and one.month and one.day and one.last_year and one.other_month and one.last_day
    first, last = Day(one.year, one.month, one.day), Day(one.last_year, one.other_month, one.last_day)
    calendars = [calendar_of_england(day) for day in (first, last)]
    ends = [
        day_of(GREGORIAN, number(calendar, day)).iso() for calendar, day in zip(calendars, (first, last), strict=True)
    ]
    dated = Dated(f"{first.iso()}/{last.iso()}", calendars[0], "/".join(ends), *ends)
    return dated, None, "a year of the reign, from the day on which it began", None


def _feast(one: Expression, page: Page) -> Reading | None:
    assert one.year is not None
    if one.easter is None:
        return _day(one, page)
    calendar = one.style or calendar_at(Day(one.year, 4, 15), page.where)[0]
    if calendar == UNCERTAIN:
        return None
    at = number(calendar, easter(calendar, one.year)) + one.easter
    return _single(one, day_of(calendar, at), None, page)


_READERS: Mapping[str, Callable[[Expression, Page], Reading | None]] = {
    "year": _year,
    "season": _season,
    "month": _month,
    "bare month": _month,
    "weekday and day": _of_the_month,
    "near": _of_the_month,
    "two days": _of_the_month,
    "weekday": weekday_alone,
    "relative day": relative_day,
    "nth weekday": nth_weekday,
    "republican": _republican,
    "reign": _reign,
    "feast": _feast,
}
