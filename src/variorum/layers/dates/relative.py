"""Days that are told from another day: a weekday by itself, yesterday, the first Friday of September."""

from __future__ import annotations

import re

from variorum.layers.dates.anchors import Anchor
from variorum.layers.dates.calendars import Day, day_of, length, number, weekday
from variorum.layers.dates.expressions import Expression
from variorum.layers.dates.pages import Page, Reading, shown
from variorum.layers.dates.styles import UNCERTAIN, WEEKDAYS, calendar_at
from variorum.layers.dates.written import days, one_of

_WEEK = 1_500
"""Within how many code points after a whole day a weekday is one of the week before or after it."""
_CLOSE = 300
"""Within how many it is counted from that day rather than from the date of the letter."""
_LATER = re.compile(
    r"\b(?:next|tomorrow|will|shall|to-morrow|following|nächsten|kommenden|folgenden|wird|werden"
    r"|prochaine?|suivante?|будет|будут|завтра|следующ\w+|будущ\w+)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:by|until|till|bis|d[’']ici(?:\s+à)?|jusqu[’']à|к|до)\s+"
    r"(?:the\s+|zum\s+|(?:\w+\s+){1,3}(?:or|and|oder|und|ou|et|или|и)\s+(?:by\s+|к\s+)?)?$",
    re.IGNORECASE,
)
"""What stands right before a weekday that is to come."""
_EARLIER = re.compile(
    r"\b(?:last|since|past|ago|yesterday|was|were|had|came|went|said|left|saw|heard|met|wrote|took|gave|got|told|sent"
    r"|[a-z]{3,}ed|vorigen|letzten|vergangenen|seit|war|waren|hatten?|wurden?|kam(?:en)?|ging(?:en)?|dernière?|passée?"
    r"|depuis|était|fut|furent|avons|[a-zé]{3,}èrent|прошл\w+|минувш\w+|вчера|был[аои]?|[а-яё]{3,}л(?:а|о|и|ся|ась|ись)?)\b",
    re.IGNORECASE,
)
_SIGNS = ((_LATER, "after"), (_EARLIER, "before"))
_TO_COME = re.compile(r"\bto\s+(?!me|him|her|us|them|you|it|the|my|his|our|your|their|a\b)[a-z]+\s+(?:\w+\s+)?on\s+$")
"""What is to be done on a weekday: for leave to come on Sunday."""
_END = re.compile(r"(?<!Mr)(?<!Mrs)(?<!Dr)(?<!St)[.;?!]\s|\n\n")
_AROUND = 60
"""How many code points before and after it tell whether a weekday is past."""
_LETTERS = re.compile(
    r"\b(?:letters?|yours|favour|note|lines|Brief(?:es)?|Schreiben|lettres?|письм[оае])\s+(?:\w+\s+){0,2}$"
)
"""What stands before a day that is the date of another letter, and not the day that is spoken of."""


def weekday_alone(one: Expression, page: Page) -> Reading | None:
    """A weekday by itself: of the week before or after the letter’s own day, or after a day just named."""
    assert one.weekday is not None
    anchor = _counted_from(one, page)
    if anchor is None or anchor.day is None or anchor.calendar == UNCERTAIN:
        return None
    told = anchor is not page.anchors.own(one.start)
    at = number(anchor.calendar, anchor.day)
    ahead = (one.weekday - weekday(at)) % 7
    later, earlier = day_of(anchor.calendar, at + ahead), day_of(anchor.calendar, at + ahead - 7)
    which = _which(one, page, told)
    if not ahead and (which is None or told):
        return days(anchor.calendar, later, later), anchor, f"the same {WEEKDAYS[one.weekday]}", None
    if not ahead and which == "after":
        earlier, later = later, day_of(anchor.calendar, at + 7)
    if which is None or not ahead:
        reason = f"the {WEEKDAYS[one.weekday]} {'before or after' if ahead else 'itself or the next to it'}"
        return one_of(anchor.calendar, (earlier, later)), anchor, f"{reason}, it is not said which", None
    day = later if which == "after" else earlier
    return days(anchor.calendar, day, day), anchor, f"the {WEEKDAYS[one.weekday]} {which}", None


def _counted_from(one: Expression, page: Page) -> Anchor | None:
    """The day just named, if it is near and no other letter’s date; else the letter’s own; else the last one named."""
    last, own = page.anchors.day_before(one.start, _WEEK), page.anchors.own(one.start)
    if last is None or own is None:
        return last or own
    between = page.text[last.at : one.start]
    of_another = _LETTERS.search(page.text[max(0, last.at - 40) : last.at])
    near = len(between) <= _CLOSE and "\n\n" not in between and not of_another
    return last if near else own


def _which(one: Expression, page: Page, told: bool) -> str | None:
    """Whether it was before or is to come, by its own words, then by those beside it; what is `told` is all past."""
    before, own, after = _clause(page.text, one.start, one.end)
    if _UNTIL.search(before) or _TO_COME.search(before):
        return "after"
    for near, nearest in [(own, 0)] if told else [(own, 0), (before, -1), (after, 0)]:
        found = [(m.start(), which) for signs, which in _SIGNS for m in signs.finditer(near)]
        if found:
            return sorted(found)[nearest][1]
    return None


def _clause(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a stretch in its sentence, the stretch, and what stands after it."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = before[max(before.rfind(". "), before.rfind("\n\n"), before.rfind("; ")) + 1 :]
    return before, text[start:end], _END.split(after, maxsplit=1)[0]


def relative_day(one: Expression, page: Page) -> Reading | None:
    """Yesterday, tomorrow, the day before yesterday: counted from the day of the letter, where that is known."""
    assert one.shift is not None
    anchor = page.anchors.own(one.start)
    if anchor is None or anchor.day is None:
        return None
    day = day_of(anchor.calendar, number(anchor.calendar, anchor.day) + one.shift)
    apart = "the day" if abs(one.shift) == 1 else f"{abs(one.shift)} days"
    return days(anchor.calendar, day, day), anchor, f"{apart} {'before' if one.shift < 0 else 'after'}", None


def nth_weekday(one: Expression, page: Page) -> Reading | None:
    """The first Friday of September; the last Sunday of May 1850."""
    assert one.month is not None and one.weekday is not None and one.shift is not None
    anchor = None if one.year else page.anchors.at(one.start)
    year = one.year or (anchor.year if anchor else None)
    if year is None:
        return None
    calendar, why = (
        (one.style, "the style is named") if one.style else calendar_at(Day(year, one.month, 15), page.where)
    )
    if calendar == UNCERTAIN:
        return None
    day = _nth(calendar, year, one.month, one.weekday, one.shift)
    itself = Anchor(one.start, shown(one, page), year, one.month, day, calendar)
    return days(calendar, day, day), anchor, f"counted in the month; {why}", itself


def _nth(calendar: str, year: int, month: int, on: int, nth: int) -> Day:
    """The nth weekday of a month, counted from 1; from its end where nth is -1.

    >>> _nth("gregorian", 1850, 9, 4, 1)
    Day(year=1850, month=9, day=6)
    """
    if nth < 0:
        last = Day(year, month, length(calendar, year, month))
        return last._replace(day=last.day - (weekday(number(calendar, last)) - on) % 7)
    first = weekday(number(calendar, Day(year, month, 1)))
    return Day(year, month, 1 + (on - first) % 7 + 7 * (nth - 1))
