"""The page of quotations held against their sources, and what a document's page says of its quotations."""

from __future__ import annotations

import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st
from test_site import check, made, paragraphs, quotation

from variorum.archive.exports.checks import FORMULA, plain
from variorum.archive.site.pages.checks import FILTERS, SAID

TEXT = "He said: “The bell hung silent.” Then: “Nobody rang it at all.” And: “It was a bell.”"
SOURCE = "That year the bell hung silent, and nobody rang it."


def row(start, end, **more):
    judged = {"relation": "verbatim", "completeness": "whole", "attribution": "right", "translated": False}
    return {"doc": "a", "quotation": start, "start": start + 1, "end": end - 1, "words": 4, "reason": "so it is"} | (
        judged | {"source_doc": "b", "source_start": 10, "source_end": 30} | more
    )


def pages(*rows):
    documents = [{"doc": "a", "title": "A Memoir", "text": TEXT}, {"doc": "b", "title": "A Letter", "text": SOURCE}]
    found = made(
        documents=documents,
        blocks=[*paragraphs("a", TEXT), *paragraphs("b", SOURCE)],
        quotations=[quotation(9, 32), quotation(39, 63), quotation(69, 85)],
        checks=list(rows),
    )
    check(found)
    return found


LOST = {"source_doc": None, "source_start": None, "source_end": None, "relation": "not found"}
ROWS = (
    row(9, 32),
    row(39, 63, relation="substantive", completeness="silent cut", attribution="wrong", reason="Ada wrote it"),
    row(69, 85, **LOST, completeness=None, attribution=None, reason="Not found here"),
)


def test_the_worst_come_first_and_lead_to_both_sides():
    html = pages(*ROWS)["checks.html"].decode()
    items = re.findall(r"<li class=\"(.*?)\">(.*?)</li>", html, re.DOTALL)
    assert [sorts for sorts, _ in items] == ["substantive silent-cut wrong", "verbatim whole right", "not-found"]
    worst, _, lost = (body for _, body in items)
    assert 'href="documents/a.html#' in worst and 'href="documents/b.html#' in worst and "Ada wrote it" in worst
    assert "documents/b.html" not in lost and "Not found here" in lost
    assert "2 quotations of somebody’s words were found" in html and "1 quotation was not found here" in html


def test_the_front_page_counts_what_the_page_of_checks_holds_against_a_source():
    front = pages(*ROWS)["index.html"].decode()
    assert "Two quotations of any length are" in front and "None has a source here" not in front
    assert "None has a source here" in pages(ROWS[2])["index.html"].decode()


def test_the_table_for_spreadsheets_has_every_check_and_no_formula():
    found = pages(*ROWS[:2], ROWS[2] | {"reason": "=cmd()", "said": "@bell"})
    first, second, third = csv.DictReader(io.StringIO(found["checks.csv"].decode()))
    assert [one["text"] for one in (first, second, third)] == [
        "The bell hung silent.", "Nobody rang it at all.", "It was a bell.",
    ]  # fmt: skip
    assert (first["source_doc"], first["relation"], second["completeness"]) == ("b", "verbatim", "silent cut")
    assert (third["source_doc"], third["reason"], third["said"]) == ("", "'=cmd()", "'@bell")


@given(st.text())
def test_no_cell_begins_like_a_formula_and_none_is_lost(text):
    cell = plain(text)
    assert not cell.startswith(FORMULA) and cell.removeprefix("'") == text.removeprefix("'")


def test_every_filter_has_its_rule():
    found = pages(*ROWS)
    html, sheet = found["checks.html"].decode(), found["style.css"].decode()
    for _, _, values in FILTERS:
        for value in values:
            assert value in SAID and f'id="only-{value}"' in html
            assert f".checking:has(#only-{value}:checked) .checks li:not(.{value})" in sheet


def test_a_quotation_shows_its_verdict_and_leads_to_its_source():
    html = pages(*ROWS)["documents/a.html"].decode()
    assert 'title="words differ, cut in silence, attributed to another">“Nobody rang it at all.”' in html
    [note] = re.findall(r"<li class=\"at-1\">(?:(?!</li>).)*Ada wrote it.*?</li>", html, re.DOTALL)
    assert 'href="../documents/b.html#' in note and "words differ, cut in silence, attributed to another</a>" in note
    assert '<span class="quotation depth-1">“It was a bell.”</span>' in html, "what was not found is no fault"


def test_without_checks_there_is_no_page():
    found = pages()
    assert "checks.html" not in found
    assert "checks.html" not in found["index.html"].decode()
