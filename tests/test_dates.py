"""Dates: cases in four languages, the arithmetic of calendars against Python's, and what always holds."""

from __future__ import annotations

import datetime
import json
import tomllib
from itertools import pairwise
from pathlib import Path

import convertdate
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.layers import dates, embedded, quoted
from variorum.layers.dates.calendars import GREGORIAN, JULIAN, Day, day_of, easter, length, number, republican, weekday
from variorum.layers.dates.forms import matches, windows
from variorum.layers.dates.styles import calendar_of, double, fitting, setting
from variorum.sources import read, scan
from variorum.tables import DATES

LANGUAGES = {"en": "english", "de": "german", "fr": "french", "ru": "russian"}
CASES = {
    code: tomllib.loads((Path(__file__).parent / "cases" / "dates" / f"{name}.toml").read_text("utf-8"))
    for code, name in LANGUAGES.items()
}
NOTHING = pa.table({})


def listed(which):
    return [(code, case) for code in LANGUAGES for case in CASES[code][which]]


def understood(text, language, **facts):
    columns = {"doc": ["a"], "text": [text], "language": [language], **{name: [value] for name, value in facts.items()}}
    found = dates(pa.table(columns), NOTHING, NOTHING)
    assert found.schema.equals(DATES.schema)
    return found.to_pylist()


def told(marked):
    """The text of a case without its marks, and what stands between them, in order of their beginnings."""
    text, opened, found = "", [], []
    for char in marked:
        if char == "⟦":
            opened.append(len(text))
        elif char == "⟧":
            found.append((opened.pop(), len(text)))
        else:
            text += char
    return text, [text[start:end] for start, end in sorted(found, key=lambda span: (span[0], span[1]))]


@pytest.mark.parametrize(
    ("language", "case"), listed("found"), ids=lambda one: one[0] if isinstance(one, list) else one
)
def test_found(language, case):
    text, spans = told(case[0])
    rows = understood(text, language)
    assert [text[row["start"] : row["end"]] for row in rows] == spans
    assert [row["edtf"] for row in rows] == case[1:], [row["reason"] for row in rows]


@pytest.mark.parametrize(("language", "text"), listed("left_alone"))
def test_left_alone(language, text):
    assert understood(text, language) == []


@pytest.mark.parametrize(("language", "case"), listed("known_failures"))
@pytest.mark.xfail(reason="known failure", strict=True)
def test_known_failure(language, case):
    text, spans = told(case[0])
    rows = understood(text, language)
    assert [(text[row["start"] : row["end"]], row["edtf"]) for row in rows] == list(zip(spans, case[1:], strict=True))


DAYS = st.dates(min_value=datetime.date(1, 1, 1))


@given(DAYS)
def test_gregorian_days_are_numbered_as_python_numbers_them(day):
    at = number(GREGORIAN, Day(day.year, day.month, day.day))
    assert at == day.toordinal() + 1_721_425
    assert day_of(GREGORIAN, at) == (day.year, day.month, day.day)
    assert weekday(at) == day.weekday()


@given(st.integers(1_721_424, 5_000_000), st.sampled_from([GREGORIAN, JULIAN]))
def test_every_number_is_one_day(at, calendar):
    day = day_of(calendar, at)
    assert number(calendar, day) == at
    assert 1 <= day.day <= length(calendar, day.year, day.month)
    assert day_of(calendar, at + 1) > day


KNOWN = {
    (1582, 10, 5): (1582, 10, 15),
    (1648, 12, 20): (1648, 12, 30),
    (1649, 1, 30): (1649, 2, 9),
    (1700, 2, 18): (1700, 2, 28),
    (1700, 2, 29): (1700, 3, 11),
    (1752, 9, 3): (1752, 9, 14),
    (1800, 2, 29): (1800, 3, 12),
    (1900, 2, 29): (1900, 3, 13),
    (1917, 10, 25): (1917, 11, 7),
    (1918, 2, 1): (1918, 2, 14),
    (1066, 10, 14): (1066, 10, 20),
}


@pytest.mark.parametrize("old", KNOWN)
def test_known_days_of_both_calendars(old):
    assert day_of(GREGORIAN, number(JULIAN, Day(*old))) == KNOWN[old]


def test_the_weekday_never_fits_both_calendars_while_they_are_ten_to_thirteen_days_apart():
    start, end = number(GREGORIAN, Day(1582, 10, 15)), number(GREGORIAN, Day(1930, 12, 31))
    for at in range(start, end, 5):
        day, on = day_of(JULIAN, at), weekday(at)
        assert fitting(day, on) == [JULIAN]
        if day.day <= length(GREGORIAN, day.year, day.month):
            assert fitting(day, weekday(number(GREGORIAN, day))) == [GREGORIAN]


def test_every_weekday_from_1500_to_1930_tells_its_calendar():
    where = setting("", "en", 1950)
    for at in range(number(JULIAN, Day(1500, 1, 1)), number(GREGORIAN, Day(1931, 1, 1))):
        for calendar in (JULIAN, GREGORIAN) if at >= number(GREGORIAN, Day(1582, 10, 15)) else (JULIAN,):
            told, why = calendar_of(day_of(calendar, at), weekday(at), None, where)
            early = day_of(calendar, at) < (1582, 10, 15)
            assert told == (JULIAN if early else calendar), (at, why)


def test_weekdays_that_are_written_are_read_right():
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for year in range(1500, 1931, 7):
        for month in (3, 6, 12):
            day = Day(year, month, year % 28 + 1)
            calendar = GREGORIAN if day >= (1752, 9, 14) else JULIAN
            on = names[weekday(number(calendar, day))]
            month_name = datetime.date(2000, month, 1).strftime("%B")
            [row] = understood(f"It was {on}, {day.day} {month_name} {year}.", "en", composed="1950")
            assert (row["calendar"], row["first_day"]) == (calendar, day_of(GREGORIAN, number(calendar, day)).iso())


@pytest.mark.parametrize(
    ("calendar", "year", "day"),
    [
        (GREGORIAN, 1818, "03-22"), (GREGORIAN, 1916, "04-23"), (GREGORIAN, 1943, "04-25"), (GREGORIAN, 2000, "04-23"),
        (JULIAN, 1917, "04-02"), (JULIAN, 1905, "04-17"), (JULIAN, 1500, "04-19"),
    ],
)  # fmt: skip
def test_easter(calendar, year, day):
    assert easter(calendar, year).iso() == f"{year}-{day}"
    assert weekday(number(calendar, easter(calendar, year))) == 6


def test_two_thousand_years_are_converted_as_another_library_does():
    for at in range(number(JULIAN, Day(1, 1, 1)), number(GREGORIAN, Day(2001, 1, 1)), 5):
        noon = at + 0.0
        assert day_of(JULIAN, at) == convertdate.julian.from_jd(noon)
        assert day_of(GREGORIAN, at) == convertdate.gregorian.from_jd(noon)
    for year in range(1, 15):
        for month in range(1, 13):
            known = convertdate.french_republican.to_gregorian(year, month, 9)
            assert day_of(GREGORIAN, republican(year, month, 9)) == known


def test_years_of_the_republic_have_365_days_or_366():
    starts = [republican(year, 1, 1) for year in range(1, 15)]
    assert {b - a for a, b in pairwise(starts)} == {365, 366}


@given(st.dates(datetime.date(1700, 3, 20), datetime.date(1930, 1, 1)), st.booleans())
def test_a_double_date_is_read_in_either_order(day, swapped):
    new = Day(day.year, day.month, day.day)
    old = day_of(JULIAN, number(GREGORIAN, new))
    first, second = (new.day, old.day) if swapped else (old.day, new.day)
    found = double(first, second, new.month, None if old.month == new.month else old.month, new.year)
    assert found == (old, new) or (old.year != new.year and found is None)


PIECES = st.sampled_from(
    ["3 May 1850", "May 3", "the 3d ult.", "18 (31) October", "Wednesday", "Wednesday, the 18th", "in 1873", "1906-7",
     "31 February 1900", "October 45, 1850", "99 (12) May", "Michaelmas 1642", "9 Thermidor, year II",
     "40 Nones of May",
     " ", ". ", "\n\n", "18/31 октября 1917 г.", "le 1er mai 1850", "Feb. 29, 1731/2", "Easter 1500",
     "0 May 1850", "Russia"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from(sorted(LANGUAGES)))
def test_what_always_holds(text, language):
    rows = understood(text, language)
    ends = [0, *(row["end"] for row in rows)]
    for row, before in zip(rows, ends, strict=False):
        assert before <= row["start"] < row["end"] <= len(text)
        assert row["reason"]
        assert (row["first_day"] is None) == (row["last_day"] is None) == row["edtf"].startswith("XXXX")
        if row["first_day"]:
            first, last = (datetime.date.fromisoformat(row[name]) for name in ("first_day", "last_day"))
            assert first <= last
        if row["anchor"]:
            assert row["anchor"] in row["reason"]


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_nothing_stands_outside_the_windows(text):
    long = text + " " + "x" * 200 + " " + text
    inside = {at for start, end in windows(long, "en") for at in range(start, end)}
    assert all({at, match.end() - 1} <= inside for _, at, match in matches(long, "en"))


def test_an_incomplete_date_is_reckoned_from_the_letters_own():
    text = "On 3 May we sailed, and on 7 June we were home."
    rows = understood(text, "en", composed="1850-06-09")
    assert [row["edtf"] for row in rows] == ["1850-05-03", "1850-06-07"]
    assert all("1850-06-09" in row["reason"] for row in rows[:1])


def test_a_book_of_letters_is_of_no_day():
    letter = "Marlby, {} May 1850.\n\nMy dear Anna,\n\nI came home yesterday.\n\n"
    assert [row["edtf"] for row in understood(letter.format(3), "en")] == ["1850-05-03", "1850-05-02"]
    both = understood(letter.format(3) + letter.format(9), "en")
    assert [row["edtf"] for row in both] == ["1850-05-03", "1850-05-09"]


def test_no_year_is_invented_from_a_date_far_away():
    text = "It was 3 May 1850. " + "The rain fell. " * 1_500 + "On 7 June we were home."
    assert [row["edtf"] for row in understood(text, "en")] == ["1850-05-03", "XXXX-06-07"]
    near = "It was 3 May 1850. " + "The rain fell. " * 800 + "On 7 June we were home."
    assert understood(near, "en")[1]["edtf"] == "1850-06-07?"


@pytest.fixture(scope="module")
def october(shared):
    """What is found in a file of October 1917."""
    folder = shared / "october-1917"
    if not folder.is_dir():
        pytest.skip("needs the texts of October 1917")

    def found(name):
        [source] = [one for one in scan(folder / "library") if one.path == name]
        [outcome] = list(read([source], workers=1))
        documents, blocks = outcome.tables["documents"], outcome.tables["blocks"]
        return dates(documents, blocks, embedded(documents, blocks, quoted(documents, blocks))).to_pylist()

    return folder, found


PAGE = "eastman-since-lenin-died-appendix-3.txt"


def test_the_dates_of_the_page_of_october(october):
    folder, found = october
    rows = {(row["start"], row["end"]): row for row in found(PAGE)}
    for one in json.loads((folder / "gold" / "reading.json").read_text("utf-8"))["dates"]:
        row = rows[one["start"], one["end"]]
        assert {key: row[key] for key in ("written", "calendar", "edtf")} == {
            key: one[key] for key in ("written", "calendar", "edtf")
        }


def test_the_same_day_in_two_calendars(october):
    folder, found = october
    pairs = json.loads((folder / "gold" / "alignments.json").read_text("utf-8"))["same_day"]
    files = (PAGE, "lenin-1917-10-18-letter-to-members.txt", "lenin-1917-11-05-to-all-party-members.txt")
    old = {row["written"]: row["first_day"] for name in files for row in found(name)}
    new = {row["first_day"] for row in found("reed-ten-days.txt") if row["calendar"] == GREGORIAN}
    for one, other in pairs:
        assert old[one[:10]] == other[:10]
        assert other[:10] in new or "Reed" not in other
