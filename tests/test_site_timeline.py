"""The timeline: what has a date stands in its place, in both calendars, and one day of two calendars is told."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_site import check, made, paragraphs

from variorum.archive.site import moments
from variorum.archive.site.calendars import old_style
from variorum.archive.site.pages import timeline
from variorum.edtf import moment

TEXT = "On 18 October the bell was cast.\n\nThe decree of 18 October was read."
OTHER = "It was cast on the 31st of October."


def day(doc, text, words, written, calendar, first, **more):
    start = text.index(words)
    row = {"doc": doc, "start": start, "end": start + len(words), "written": written, "calendar": calendar}
    return row | {"edtf": first, "first_day": first, "last_day": first, "reason": "it says so"} | more


OLD = day("a", TEXT, "18 October", "1917-10-18", "julian", "1917-10-31")
NEW = day("b", OTHER, "31st of October", "1917-10-31", "gregorian", "1917-10-31")


def pages(**more):
    rows = {
        "documents": [
            {"doc": "a", "title": "A <Memoir>", "author": "Ada", "composed": "1925-03", "text": TEXT},
            {"doc": "b", "title": "B", "text": OTHER},
        ],
        "blocks": [*paragraphs("a", TEXT), *paragraphs("b", OTHER)],
        "dates": [OLD, NEW],
    }
    found = made(**rows | more)
    check(found)
    return found


def days(html):
    """The days of a page, each with its text."""
    rows = re.findall(r'<div class="when">(.*?)</div>(.*?)</ul></li>', html, re.DOTALL)
    return [tuple(" ".join(re.sub("<[^>]+>", " ", part).split()) for part in row) for row in rows]


def test_one_day_in_two_calendars_is_told():
    (when, what), *_ = days(pages()["timeline.html"].decode())
    assert when == "31 October 18 October Old Style"
    assert what.startswith(
        "Spoken of twice in two documents; the same day is called 18 October 1917 Old Style in A <Memoir> and "
        "31 October 1917 in B".replace("<", "&lt;").replace(">", "&gt;")
    )


def test_two_names_of_a_day_in_one_document_alone_are_no_pair():
    html = pages(dates=[OLD, OLD | {"start": 50, "end": 60}, NEW | {"doc": "a", "start": 0, "end": 2}])
    assert "the same day" not in html["timeline.html"].decode()


def test_a_day_of_which_one_document_speaks_once_is_not_listed():
    assert "Spoken" not in pages(dates=[OLD])["timeline.html"].decode()


def test_documents_letters_and_what_is_said_stand_in_order():
    letter = {"doc": "b", "start": 0, "end": 20, "kind": "letter", "author": "Kolb", "composed": "1917-12-01"}
    said = {"doc": "a", "start": 0, "end": 9, "about": "the letter", "claim": "copied", "polarity": "affirmed"}
    said |= {"modality": "said", "voice": "Ada", "said_when": "1925-03", "verdict": "superseded", "until": "1927-11-01"}
    html = pages(embedded=[letter], testimony=[said])["timeline.html"].decode()
    found = days(html)
    assert [when for when, _ in found] == ["31 October 18 October Old Style", "1 December", "March 1925", "1 November"]
    assert found[1][1].startswith("A letter by Kolb , in B")
    assert "Ada, written" in found[2][1] and "Says Ada: “the letter” was copied" in found[2][1]
    assert found[3][1].startswith("No longer so from here on: “the letter” was copied")


def test_a_day_in_doubt_is_told_to_be_so():
    doubted = [row | {"edtf": "1917-10-31?"} for row in (OLD, NEW)]
    assert "each time in doubt which day is meant" in pages(dates=doubted)["timeline.html"].decode()
    assert "in doubt" not in pages(dates=[OLD, doubted[1]])["timeline.html"].decode()


def test_a_letter_whose_calendar_cannot_be_told_is_told_to_be_so():
    letter = {"doc": "a", "start": 0, "end": 20, "kind": "letter", "author": "Kolb", "composed": "1917-10-18"}
    either = OLD | {"calendar": "uncertain", "edtf": "[1917-10-18,1917-10-31]", "first_day": "1917-10-18"}
    unsure = pages(embedded=[letter], dates=[either])["timeline.html"].decode()
    assert "in which calendar cannot be told" in unsure
    assert "cannot be told" not in pages(embedded=[letter], dates=[either, OLD])["timeline.html"].decode()


def test_a_periodical_is_no_author():
    article = {"doc": "a", "start": 0, "end": 20, "kind": "article", "author": "Pravda", "composed": "1917-10-18"}
    paper = {"entity": "periodical/pravda", "kind": "periodical", "name": "Pravda", "mentions": 1, "documents": 1}
    paper |= {"forms": [{"form": "Pravda", "count": 1, "reason": "so"}], "same_as": []}
    found = pages(embedded=[article], entities=[paper])
    assert "An article in Pravda" in found["timeline.html"].decode()
    assert "An article in Pravda" in found["embedded.html"].decode()


def test_who_has_no_date_is_counted_and_an_archive_without_dates_has_no_timeline():
    assert "One document has no date and is not here" in pages()["timeline.html"].decode()
    bare = made(documents=[{"doc": "a", "title": "A", "text": TEXT}], blocks=list(paragraphs("a", TEXT)))
    check(bare)
    assert "timeline.html" not in bare


def test_dates_that_are_none_leave_a_page_that_says_so():
    found = pages(documents=[{"doc": "a", "title": "A", "text": TEXT, "composed": "one spring"}], dates=[])
    assert days(found["timeline.html"].decode()) == []


def test_a_long_timeline_goes_on_and_its_years_lead_to_the_page_that_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "ON_A_PAGE", 10)
    documents = [{"doc": f"{n:02}", "title": f"No. {n}", "composed": f"{1800 + n // 2}", "text": ""} for n in range(25)]
    found = pages(documents=documents, blocks=[], dates=[])
    assert [path for path in found if path.startswith("timeline")] == [
        "timeline.html",
        "timeline-2.html",
        "timeline-3.html",
    ]
    assert '<a href="timeline-2.html#y1805">1805</a>' in found["timeline.html"].decode()


def test_many_days_are_bounded_and_those_named_in_two_calendars_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "DAYS", 3)
    many = [day(doc, text, text[:2], f"1900-01-{n:02}", "gregorian", f"1900-01-{n:02}")
            for n in range(1, 29) for doc, text in (("a", TEXT), ("b", OTHER))]  # fmt: skip
    html = pages(dates=[*many, OLD, NEW])["timeline.html"].decode()
    assert html.count("Spoken of") == 3 and "the same day is called" in html


@given(st.dates(date(1582, 10, 15), date(2400, 1, 1)))
def test_a_julian_date_is_as_far_behind_as_the_leap_years_that_it_had_more(when: date) -> None:
    behind = when.year // 100 - when.year // 400 - 2
    if (when.month, when.day) < (3, 15):  # near a leap day of one calendar alone it is a matter of the day
        behind = (when.year - 1) // 100 - (when.year - 1) // 400 - 2
        if when.year % 100 == 0 and when.year % 400 and (when.month, when.day) > (2, 9):
            return
    assert old_style(when.isoformat()) == (when - timedelta(behind)).isoformat()


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("1900-03-12", "1900-02-28"),
        ("1900-03-13", "1900-02-29"),
        ("1900-03-14", "1900-03-01"),
        ("1582-10-15", "1582-10-05"),
    ],
)
def test_the_days_round_a_leap_day(new: str, old: str) -> None:
    assert old_style(new) == old


@given(st.text(max_size=12))
def test_whatever_stands_in_a_column_of_dates_is_a_moment_or_none(text: str) -> None:
    found = moment(text)
    assert found is None or (0 <= found.month <= 12 and 0 <= found.day < 100)
