"""The ledger of checks: quotations held against their sources, the worst first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.archive.exports.checks import checks as as_csv
from variorum.archive.site import claims
from variorum.archive.site.edition import Document, Edition, place_of
from variorum.archive.site.openings import opening
from variorum.archive.site.render import page
from variorum.archive.site.rows import Check

MOST, UNFOUND = 1000, 200
"""How many that were found are listed, and how many that were not."""
SHOWN = 30
RELATIONS = ("substantive", "paraphrase", "translation", "accidentals", "verbatim", "not-found")
FILTERS = (
    ("relation", "Words", (*RELATIONS[:-1], "not-found")),
    ("completeness", "Whole or cut", ("silent-cut", "marked-cut", "whole")),
    ("attribution", "Attribution", ("wrong", "right", "unstated")),
)
"""By what the list can be narrowed, and the values of each, the worst first."""
SAID = {
    "substantive": "words differ",
    "paraphrase": "paraphrased",
    "translation": "in translation",
    "accidentals": "spelt otherwise",
    "verbatim": "to the letter",
    "not-found": "not found here",
    "silent-cut": "cut in silence",
    "marked-cut": "cut with a mark",
    "whole": "whole",
    "wrong": "attributed to another",
    "right": "rightly attributed",
    "unstated": "nothing is said, or it cannot be told",
}


class Line(NamedTuple):
    """A check in the ledger."""

    text: str
    document: Document
    href: str
    source: Document | None
    there: str
    judged: list[tuple[str, str]]
    sorts: str
    reason: str


def checks(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`checks.html`, and all of them for a spreadsheet, `checks.csv`."""
    rows = [
        (number, check)
        for number in range(len(edition.documents))
        for check in map(Check._make, edition.checks.of(number))
        if check.source_doc is None or check.source_doc in edition.numbers
    ]
    if not rows:
        return
    found = sorted(((n, c) for n, c in rows if c.source_doc is not None), key=lambda row: _worst_first(*row))
    unfound = sorted(((n, c) for n, c in rows if c.source_doc is None), key=lambda row: (-row[1].words, row[0], row[1]))
    listed = [*found[:MOST], *unfound[:UNFOUND]]
    lines = [_line(edition, number, check) for number, check in listed]
    totals = {"found": len(found), "unfound": len(unfound), "listed": min(MOST, len(found))}
    yield page(
        "checks.html",
        edition,
        "checks.html",
        lines=lines,
        filters=FILTERS,
        said=SAID,
        listed_unfound=min(UNFOUND, len(unfound)),
        **totals,
    )
    yield "checks.csv", _csv(edition).encode()


def _csv(edition: Edition) -> str:
    table = edition.tables["checks"]
    known = pa.array([*edition.numbers, None], pa.string())
    shown = table.filter(pc.and_(pc.is_in(table["source_doc"], known), pc.is_in(table["doc"], known)))
    return as_csv(shown, lambda doc, start, end: edition.texts[edition.numbers[doc]][start:end])


def _worst_first(number: int, check: Check) -> tuple[object, ...]:
    """A wrong name before a silent cut, that before an alteration, and long quotations before short ones."""
    relation = check.relation or "translation"
    order = (check.attribution != "wrong", check.completeness != "silent cut", RELATIONS.index(relation))
    return (*order, -check.words, number, check.start, check.end)


def _line(edition: Edition, number: int, check: Check) -> Line:
    text = opening(edition.texts[number], check.start, check.end, SHOWN)
    other = edition.numbers.get(check.source_doc or "")
    there = "" if other is None else place_of(edition, other, check.source_start or 0)
    source = None if other is None else edition.documents[other]
    place = place_of(edition, number, check.start)
    judged, sorts = claims.judged(check), _sorts(check)
    return Line(text, edition.documents[number], place, source, there, judged, sorts, claims.why(check.reason))


def _sorts(check: Check) -> str:
    """By what a line is found: the values of the filters."""
    relation = check.relation or "translation"
    values = [relation, check.completeness, check.attribution, "translation" if check.translated else None]
    return " ".join(dict.fromkeys(value.replace(" ", "-") for value in values if value))
