"""What a source says about itself: its title, author, dates and language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from variorum.sources.document import Facts
from variorum.sources.keys import metadata_key
from variorum.sources.notices import notice
from variorum.sources.vocabulary import BY, KEYS, LANGUAGES, MONTHS, UPDATED

HEAD = 20_000
"""Code points from the beginning in which a text's own metadata are looked for."""

LONGEST_DATE = 300
"""Code points of what is said of a date that are looked at."""

_EDTF = re.compile(
    r"-?\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?(?:/(?:-?\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?|\.\.)?)?"
    r"|\.\./-?\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?|-?\d{2}XX|-?\d{3}X|\d{4}-XX(?:-XX)?|\d{4}-\d{2}-XX|Y-?\d{5,}"
)
_DAY = r"(?:(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+)?(?P<month{n}>[^\W\d_]{{3,}})\.?,?\s*(?P<year{n}>\d{{4}})?"
_RANGE = re.compile(rf"(?<!\w){_DAY.format(n=1)}\s*[–—-]\s*{_DAY.format(n=2)}(?!\w)")
_YEARS = re.compile(r"(?<![\d.:])(1\d{3}|20\d{2})\s*[–—/-]\s*((?:1\d|20)?\d{2})(?![\d.])")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(1\d{3}|20\d{2})(?!\d)")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
_WORDED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|-?го|er)?\s*(?:de\s+|\(\d+\)\s*)?(?P<month>[^\W\d_]{3,})\.?,?\s+(?:de\s+)?(?P<year>\d{4})"
    r"|(?P<month2>[^\W\d_]{3,})\.?\s+(?:de\s+)?(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year2>\d{4})|(?P<month3>[^\W\d_]{3,}),\s+(?P<year3>\d{4})",
    re.I,
)


def edtf(written: str) -> str | None:
    """A date as EDTF, if it is one already, or the time of a machine, or a day that a language spells out.

    >>> edtf("1917"), edtf("2019-10-01T23:17:53Z"), edtf("12 October 2009"), edtf("February, 2003"), edtf("soon")
    ('1917', '2019-10-01', '2009-10-12', '2003-02', None)
    """
    written = written.strip()[:LONGEST_DATE]
    if timed := _TIME.fullmatch(written):
        written = timed[1]
    if _EDTF.fullmatch(written):
        return written if all(_exists(part) for part in re.findall(r"\d{4}-\d{2}(?:-\d{2})?", written)) else None
    written = _BRACKET.sub("", written)
    if between := _range(written):
        return between
    found = _WORDED.search(written)
    if not found:
        if numeric := _NUMERIC.search(written):
            return _composed(numeric[3], int(numeric[2]), numeric[1])
        year = re.search(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)", written)
        return year[1] if year else None
    parts = found.groupdict()
    day, named, year_ = (parts[key] or parts[key + "2"] or parts.get(key + "3") for key in ("day", "month", "year"))
    return _composed(year_ or "", month(named or ""), day)


_BRACKET = re.compile(r"[\[\]]")
"""Around what an editor has supplied."""


def _range(written: str) -> str | None:
    """From when until when, if that is written: a day or a month each, or a year."""
    for found in _RANGE.finditer(written):
        first, last = ([found[f"{part}{n}"] for part in ("year", "month", "day")] for n in "12")
        months = month(first[1]), month(last[1])
        if all(months) and last[0]:
            between = [_composed(first[0] or last[0], months[0], first[2]), _composed(last[0], months[1], last[2])]
            return "/".join(map(str, between)) if str(between[0]) < str(between[1]) else None
    years = _YEARS.fullmatch(written.strip(" ()."))
    last_year = years[1][: -len(years[2])] + years[2] if years else ""
    return f"{years[1]}/{last_year}" if years and years[1] < last_year else None


def _composed(year: str, month: int, day: str | None) -> str | None:
    if not 0 < month < 13:
        return year
    whole = f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"
    return whole if _exists(whole) else year


def month(name: str) -> int:
    """The number of a month that is named, however short; 0 if it is none."""
    return next((MONTHS[name.lower()[:size]] for size in (5, 4, 3) if name.lower()[:size] in MONTHS), 0)


def _exists(written: str) -> bool:
    """Whether there is such a day, month or season (21 to 24 are seasons in EDTF)."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    if 21 <= month <= 24:
        return len(written) == 7
    try:
        date(max(year, 1), month, day)
    except ValueError:
        return False
    return True


def language_tag(name: str) -> str | None:
    """The BCP 47 tag of a language that is named, or given as a tag.

    >>> language_tag("Russian"), language_tag("en_GB"), language_tag("sooth")
    ('ru', 'en-GB', None)
    """
    name = name.strip().replace("_", "-")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", name) and name.lower() not in LANGUAGES:
        return name
    return LANGUAGES.get(re.split(r"[,;(]", name.lower())[0].strip())


def head_facts(lines: Iterable[str]) -> Facts:
    """The facts that lines headed by what they tell give; a line that is set in goes on with the one before.

    >>> head_facts(["Title: Letters", "       from the North", "Author: A. Friend", "Language: English"]).title
    'Letters from the North'
    """
    told: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        named = metadata_key(line.strip())
        if named in KEYS:
            key = KEYS[named]
            told.setdefault(key, []).append(_BY.sub("", line.partition(":")[2].strip()))
        elif key and line[:1] in " \t" and line.strip():
            joint = ", " if key == "author" else " "
            told[key][-1] = (told[key][-1].rstrip(",") + joint + line.strip()).strip(", ")
        else:
            key = ""
    return facts_from({key: values for key, values in told.items() if key})


_BY = re.compile(rf"(?:{BY})\s+(?=[A-ZÀ-ÝА-Я])")


_UPDATED = re.compile(UPDATED, re.I)


def noticed(lines: Iterable[str]) -> Facts:
    """The facts that an archive's own lines give where no key says what they tell."""
    told: dict[str, list[str]] = {}
    for line in lines:
        if _UPDATED.match(line.strip()):
            told.setdefault("transcribed", []).append(line)
        elif (found := notice(line.strip())) and metadata_key(line.strip()) not in KEYS:
            for key, value in found.told:
                told.setdefault(key, []).append(value)
    return facts_from(told)


_SILENT = Facts()


def facts_from(told: Mapping[str, list[str]]) -> Facts:
    """Facts from what was told of each, the first that makes sense; of transcription the latest."""
    if not told:
        return _SILENT
    first = {key: next((value for value in values if value), None) for key, values in told.items()}
    days = {
        key: [day for value in told.get(key, ()) if (day := edtf(value))]
        for key in ("composed", "published", "transcribed")
    }
    return Facts(
        title=first.get("title"),
        author=first.get("author"),
        composed=next(iter(days["composed"]), None),
        published=next(iter(days["published"]), None),
        transcribed=max(days["transcribed"], default=None),
        language=language_tag(first.get("language") or ""),
        source=first.get("source"),
        transcriber=(first.get("transcriber") or "").rstrip(" .") or None,
    )


def filled(facts: Facts, others: Facts) -> Facts:
    """Facts, and where they are silent the others."""
    if facts == _SILENT or others == _SILENT:
        return others if facts == _SILENT else facts
    return Facts(*(mine if mine is not None else theirs for mine, theirs in zip(facts, others, strict=True)))
