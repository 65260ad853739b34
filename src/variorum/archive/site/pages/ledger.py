"""The ledger: what copies leave out, largest first, and the audit of the editions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from variorum.archive.plain import plain
from variorum.archive.site.edition import Document, Edition, place_of
from variorum.archive.site.openings import opening
from variorum.archive.site.render import page

MOST, EACH = 400, 40
"""How many omissions are listed, and of each finding how many of an edition."""
SHOWN = 40
FINDINGS = {
    "lacks": "Not found in it, though another document here has it",
    "shortened": "Shorter in it than in another document here",
    "twice": "Printed twice in it, or nearly so",
    "alone": "Found in it alone, and in none of several others",
}


class Line(NamedTuple):
    """A finding in the ledger: what is missing, where it stands, and where it is missing."""

    words: int
    text: str
    document: Document
    href: str
    lacking: Document | None
    there: str
    reason: str
    level: str
    marker: str | None


class Audit(NamedTuple):
    """What was found of an edition: the findings of one kind, the largest first."""

    edition: str
    finding: str
    lines: list[Line]
    total: int


def ledger(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`ledger.html`."""
    rows = [
        row
        for row in edition.tables["omissions"].to_pylist()
        if {row["doc"], row["other_doc"]} <= edition.numbers.keys()
    ]
    rows = [row for row in rows if row["doc"] != row["other_doc"]]  # a refrain that varies is no cut
    rows.sort(key=lambda row: (-row["words"], row["doc"], row["at"], row["other_doc"]))
    lines = [_omission(edition, row) for row in rows[:MOST]]
    yield page("ledger.html", edition, "ledger.html", lines=lines, total=len(rows), audits=list(_audits(edition)))


def _omission(edition: Edition, row: dict[str, Any]) -> Line:
    having, lacking = edition.numbers[row["other_doc"]], edition.numbers[row["doc"]]
    text = opening(edition.texts[having], row["other_start"], row["other_end"], SHOWN)
    places = place_of(edition, having, row["other_start"]), place_of(edition, lacking, row["at"])
    one, other = edition.documents[having], edition.documents[lacking]
    return Line(row["words"], text, one, places[0], other, places[1], row["reason"], row["level"], row["marker"])


def _audits(edition: Edition) -> Iterator[Audit]:
    rows = [row for row in edition.tables["audits"].to_pylist() if row["doc"] in edition.numbers]
    rows.sort(
        key=lambda row: (row["edition"], list(FINDINGS).index(row["finding"]), -row["words"], row["doc"], row["start"])
    )
    for (name, finding), group in groupby(rows, key=lambda row: (row["edition"], row["finding"])):
        found = list(group)
        yield Audit(plain(name), FINDINGS[finding], [_finding(edition, row) for row in found[:EACH]], len(found))


def _finding(edition: Edition, row: dict[str, Any]) -> Line:
    """A finding of an audit; of what is shortened, what the fuller document has is shown."""
    other = edition.numbers.get(row["other_doc"])
    number = edition.numbers[row["doc"]]
    shown, start, end = number, row["start"], row["end"]
    if row["finding"] == "shortened" and other is not None:
        shown, start, end = other, row["other_start"], row["other_end"]
    text = opening(edition.texts[shown], start, end, SHOWN)
    there = "" if other is None else place_of(edition, other, row["other_start"])
    beside = None if other is None else edition.documents[other]
    place = place_of(edition, number, row["start"])
    return Line(row["words"], text, edition.documents[number], place, beside, there, row["reason"], "", None)
