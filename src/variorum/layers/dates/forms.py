"""The forms of a date in each language, as patterns, and where in a text it is worth looking for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from variorum.layers.dates.reigns import FORMS as REIGNS
from variorum.layers.dates.reigns import KING
from variorum.layers.dates.words import (
    FEASTS,
    MOVABLE,
    NEW_STYLE,
    NTH,
    OLD_STYLE,
    RELATIVE_DAYS,
    REPUBLICAN,
    WORDS,
    Words,
)

BEFORE, AFTER = 60, 70
"""How many code points round a name of a month or weekday, or round a year, may belong to a date."""
_YEAR = r"(?P<y>1\d{3}|20\d\d)(?:/(?P<dual>\d{4}|\d{1,2})|\s?[-–—]\s?(?P<y2>\d{4}|\d{1,2}))?(?![\d/–—-]|[.,:]\d)"
_STYLE = rf"(?:,?\s*[(\[]?(?:(?P<os>{OLD_STYLE})|(?P<ns>{NEW_STYLE}))[)\]]?)?"
_TOGETHER = r"(?!\s*\n\s*\n)\s*"
"""Between a day and its month: a number over a paragraph is a heading."""
_NO_SHORT = r"(?!,?\s*[’'‘]\d\d(?!\d))"
"""No year of two figures follows: of which century it is nothing tells, and another year would be taken for it."""
_NOT_NUMBERED = r"(?<![\d.,:/£$€№§–-])(?<!\d\s)"
_TIMES = (
    r"(?:\s?(?:morning|afternoon|evening|night|noon|Abend|abends?|Morgen|morgens?|Nacht|matin|soir"
    r"|утром|вечером|днем|днём|ночью)\b)?"
)
_YESTERDAY = (
    r"(?:(?:[Yy]esterday|[Tt]o-?day|[Tt]o-?morrow|[Gg]estern|[Hh]eute|[Mm]orgen|[Hh]ier|[Aa]ujourd[’']hui|[Dd]emain"
    r"|[Вв]чера|[Сс]егодня|[Зз]автра),?\s+(?:the\s+|den\s+|le\s+)?)?"
)
_MARKS = {"kalends": r"[KC]al(?:ends|\.)", "nones": r"Non(?:es|\.)", "ides": r"Id(?:es|\.)"}

_INTO = {
    "en": r"[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Ll]ast|(?:[Mm]onth|[Ee]nd|[Bb]eginning)\s+of",
    "de": r"[Ii]m|[Ss]eit|[Aa]nfang|[Ee]nde|[Mm]itte|[Bb]is",
    "fr": r"[Ee]n|[Mm]ois\s+(?:de|d[’'])|[Dd]epuis|[Ff]in|[Dd]ébut",
    "ru": r"[Вв]|[Сс]|[Дд]о|[Кк]онце|[Нн]ачале|[Сс]ередине|[Мм]есяца",
}
"""Words before a month without a year, by which it is told from a name or a verb."""


_IN_MONTH = {"en": r"(?:of|in)\s+(?:the\s+month\s+of\s+)?", "de": r"(?:im|des)\s+", "fr": r"(?:de\s+|d[’'])", "ru": ""}
"""What may stand between a weekday that is counted in its month, and the month."""
_NEXT = {
    "en": r"(?:last|next|following)\b",
    "de": r"(?:vorigen|letzten|vergangenen|nächsten|kommenden|folgenden)\b",
    "fr": r"(?:dernier|passé|prochain|suivant)\b",
    "ru": r"(?:прошл|минувш|следующ|будущ)\w+",
}
"""Which of two weekdays it is: the last or the next."""


class Form(NamedTuple):
    """One way of writing when, with its name."""

    name: str
    pattern: re.Pattern[str]
    part: re.Pattern[str] | None = None
    """What stands in all that it matches."""


def either(some: Iterable[str]) -> str:
    """A pattern that is any of some."""
    return "(?:" + "|".join(some) + ")"


@cache
def forms(language: str) -> tuple[Form, ...]:
    """The forms of a language, those first that say most.

    >>> [form.name for form in forms("en") if form.pattern.search("Wednesday, the 18th.")][0]
    'weekday and day'
    """
    one = WORDS[language]
    month, weekday = either(one.months), either(one.weekdays)
    day = rf"(?:\d{{1,2}}(?!\d){one.ending}|{either(one.ordinals) if one.ordinals else '(?!)'})"
    bracketed = r"\s?[(\[](?=\d{4}[)\]])"
    end = rf"(?!\w)(?:(?:{one.year}|{bracketed}){_YEAR}(?:{one.after_year})?)?{_STYLE}{_NO_SHORT}"
    nth = rf"\b(?P<nth>{either(NTH[language])})\s+(?P<wd>{weekday})\s+{_IN_MONTH[language]}(?P<m>{month}){end}"
    alone = rf"\b(?:{_NEXT[language]}\s+)?(?P<wd>{weekday})(?!\w\.){_TIMES}(?:,?\s+{_NEXT[language]})?(?!\w)"
    found = {
        **({f"reign {at}": pattern for at, pattern in enumerate(REIGNS)} if language == "en" else {}),
        "nth weekday": nth,
        **_of_days(one, month, weekday, day, end),
        **_of_months(one, month, end),
        **_of_years(one, language),
        "weekday": alone,
        "relative day": rf"\b(?P<relative>{either(RELATIVE_DAYS[language])})(?!\w){_TIMES}",
    }
    parts = _parts(one)
    return tuple(Form(name, re.compile(pattern), parts.get(name)) for name, pattern in found.items())


def _parts(one: Words) -> dict[str, re.Pattern[str]]:
    """What at least stands in a form, by its name: it is looked for first, as most stand nowhere near."""
    month, weekday, year = _any(one.months), _any(one.weekdays), re.compile(r"1\d{3}|20\d\d")
    return {
        **dict.fromkeys(("day", "month and day", "nth weekday", "month", "bare month"), month),
        **dict.fromkeys(("weekday", "weekday and day"), weekday),
        **dict.fromkeys(("feast", "season", "year"), year),
        **{f"reign {at}": re.compile(KING) for at in range(len(REIGNS))},
        "near": _any((one.this, one.last, one.next)),
        "republican": _any(REPUBLICAN),
        "roman": _any(_MARKS.values()),
        "two days": re.compile(r"\d\s?\("),
    }


def _of_days(one: Words, month: str, weekday: str, day: str, end: str) -> dict[str, str]:
    """Days of a month that is named, or of none."""
    days = (
        rf"(?P<d>{day})(?:\s?(?P<sep>[-–—/]|\bto\b|\band\b|\bund\b|\bbis\b|\bau\b|\bна\b)\s?(?:the\s+)?"
        rf"(?P<d2>\d{{1,2}}(?!\d){one.ending}))?"
        rf"(?:\s*[(\[](?P<g>\d{{1,2}}){one.ending}(?:\s?[-–—]\s?(?P<g2>\d{{1,2}}){one.ending})?"
        rf"(?:\s+(?P<gm>{month}))?[)\]])?"
    )
    lead = rf"{_YESTERDAY}(?:\b(?P<wd>{weekday})(?:,|\s)\s*(?:{one.article})?)?"
    other = rf"(?:\s*[(\[/]\s*(?P<h>\d{{1,2}}){one.ending}\s+(?P<hm>{month})[)\]]?)?"
    next_month = rf"(?:\s?[-–—/(]\s?(?P<hm>{month})\s+(?P<h>\d{{1,2}}){one.ending}\)?)?"
    english = rf"\b{lead}(?P<m>{month})\s+(?:the\s+)?{days}{next_month}{end}"
    return {
        "day": rf"{_NOT_NUMBERED}\b{lead}(?P<night>{one.night})?{_NOT_NUMBERED}\b{days}{_TOGETHER}{one.of}"
        rf"(?P<m>{month}){other}{end}",
        **({"month and day": english} if one.month_first else {}),
        "weekday and day": rf"\b(?P<wd>{weekday}),?\s+(?:{one.article})?(?P<d>{day})"
        rf"(?!\w|[.,:]\d|\s+(?:of\s+)?{month}|\s+o[’']clock)",
        "near": rf"\b(?P<d>{day})\s*(?:(?P<this>{one.this})|(?P<last>{one.last})|(?P<next>{one.next}))",
    }


def _of_months(one: Words, month: str, end: str) -> dict[str, str]:
    """Days of other calendars, feasts, seasons, months."""
    roman, after = either(_MARKS.values()), f"(?:{one.after_year})?"
    of = r"(?:(?:of|in)\s+(?:the\s+year\s+(?:of\s+our\s+Lord\s+)?)?|von\s+|des\s+Jahres\s+|de\s+)?"
    return {
        "republican": rf"\b(?P<d>\d{{1,2}}|1er)\s+(?P<rm>{either(REPUBLICAN)}),?\s+"
        r"(?:an|year|en\s+l[’']an|Jahr|год)\s+(?P<ry>[IVX]+|\d{1,2})\b",
        "roman": rf"\b(?:(?P<n>\d{{1,2}})(?:st|nd|rd|d|th)?\s+(?:of\s+the\s+)?)?(?P<mark>{roman})\s+(?:of\s+)?"
        rf"(?P<m>{month}){end}",
        "feast": rf"\b(?P<feast>{either((*FEASTS, *MOVABLE))}),?\s+{of}{_YEAR}{_STYLE}",
        "season": rf"\b(?P<season>{either(one.seasons)}),?\s+{of}{_YEAR}{after}",
        "month": rf"\b(?P<m>{month}),?\s+{of}{_YEAR}{after}{_STYLE}",
    }


def _of_years(one: Words, language: str) -> dict[str, str]:
    """Months without a year, years without a month, days without either."""
    into, small = _INTO[language], one.goes_on or "(?!)"
    year = rf"(?P<x>{_YEAR}(?:{one.after_year})?)(?=[)\].,;:!?—–”»]|\s*$|\s+(?:[A-ZА-Я]|(?:{small})\b))"
    by_itself = rf"(?:\b(?i:{one.into})\s+(?:the\s+(?:years?\s+)?)?|[(\[]){year}"
    return {
        "bare month": rf"\b(?:{into})\s+(?P<x>(?P<m>{either(one.months)}))(?!\w|\s+\d|['’]){_NO_SHORT}",
        "year": rf"(?P<x>{_YEAR}{one.after_year})" if one.after_year else by_itself,
        "two days": rf"\b(?:{one.night}|(?:on|of|since|until|by|the|am|vom|le|du|до|от|на|с)\s+)"
        r"(?P<x>(?P<d>\d{1,2})\s?\((?P<g>\d{1,2})\))(?!\w)",
    }


_KINGS = ("Will", "Hen", "Ric", "Ed", "Eliz", "Ja", "Car", "Charles", "Geo", "Vict", "Steph")
"""How names of kings begin after whose reign years are counted."""


@cache
def _trigger(language: str) -> re.Pattern[str]:
    """What stands in every date; each alternative begins with a letter or figure, so that they are sought fast."""
    one = WORDS[language]
    near = (*RELATIVE_DAYS[language], one.this, one.last, one.next)
    some = _alternatives((*near, *one.months, *one.weekdays, *REPUBLICAN, r"1\d{3}", r"20\d\d"))
    some += [rf"{digit} ?\(\d" for digit in range(10)]
    if language == "en":
        some += [r"year of\s", *(rf"{king}(?:(?<=\d\s{king})|(?<=\d[a-z]{{2}}\sof\s{king}))" for king in _KINGS)]
    return re.compile(either(_by_letter(some)))


def _any(some: Iterable[str]) -> re.Pattern[str]:
    """What begins with a letter or figure as one pattern that is sought fast."""
    return re.compile(either(_by_letter(_alternatives(some))))


def _alternatives(some: Iterable[str]) -> list[str]:
    """The alternatives of patterns, each beginning with a letter or figure."""
    return [spelt for each in some for way in _ways(each) for spelt in _spelt(way)]


def _by_letter(some: Iterable[str]) -> list[str]:
    r"""Patterns that begin with a letter or figure, those with the same one together, so that few are tried.

    >>> _by_letter(["May", r"1\d{3}", "Mar"])
    ['M(?:ay|ar)', '1(?:\\d{3})']
    """
    found: dict[str, list[str]] = {}
    for one in some:
        found.setdefault(one[0], []).append(one[1:])
    return [first + either(rests) for first, rests in found.items()]


def _ways(pattern: str) -> list[str]:
    r"""The alternatives of a pattern, those in its parts left together.

    >>> _ways(r"v\.(?:M|Mts)|vorigen")
    ['v\\.(?:M|Mts)', 'vorigen']
    """
    return re.findall(r"(?:[^|()]|\([^()]*\))+", pattern)


def _spelt(pattern: str) -> list[str]:
    """A pattern that begins with one of some letters as patterns that begin with a letter: so they are sought faster.

    >>> _spelt("[Hh]ier")
    ['Hier', 'hier']
    """
    first = re.match(r"\[(\w+)\]", pattern)
    return [letter + pattern[first.end() :] for letter in first[1]] if first else [pattern]


def windows(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which a date may stand.

    >>> list(windows("x" * 100 + " 3 May 1850 " + "x" * 100, "en"))
    [(43, 181)]
    """
    start = end = -1
    for match in _trigger(language).finditer(text):
        if match.start() - BEFORE > end:
            if end >= 0:
                yield start, min(end, len(text))
            start = max(0, match.start() - BEFORE)
        end = match.end() + AFTER
    if end >= 0:
        yield start, min(end, len(text))


def matches(text: str, language: str) -> list[tuple[str, int, re.Match[str]]]:
    """The forms that stand in a text, in order, none inside another; each with where it starts."""
    out: list[tuple[str, int, re.Match[str]]] = []
    parts = {form.part for form in forms(language)}
    for start, end in windows(text, language):
        taken = bytearray(end - start)
        there = {part: part is None or part.search(text, start, end) for part in parts}
        for form in forms(language):
            for match in form.pattern.finditer(text, start, end) if there[form.part] else ():
                at = match.start("x") if "x" in form.pattern.groupindex else match.start()
                here = slice(at - start, match.end() - start)
                if not any(taken[here]):
                    taken[here] = b"\1" * (match.end() - at)
                    out.append((form.name, at, match))
    return sorted(out, key=lambda one: one[1])


@cache
def place_of(word: str, some: tuple[str, ...]) -> int:
    """Which of some patterns a word is, from 0."""
    return next(at for at, pattern in enumerate(some) if re.fullmatch(pattern, word))


def value_of(word: str, some: Mapping[str, object]) -> object:
    """What belongs to the pattern that a word is."""
    return next(value for pattern, value in some.items() if re.fullmatch(pattern, word))


def mark_of(word: str) -> str:
    """Kalends, nones or ides."""
    return next(name for name, pattern in _MARKS.items() if re.fullmatch(pattern, word))
