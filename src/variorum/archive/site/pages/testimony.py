"""The ledger of testimony: what documents say of how texts came down, held against the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variorum.archive.exports.statements import statements as as_csv
from variorum.archive.site.edition import Edition
from variorum.archive.site.prose import few
from variorum.archive.site.render import page
from variorum.archive.site.rows import Testimony
from variorum.archive.site.stated import MODALITIES, STAGES, VERDICTS, statement

MOST = 1500
"""How many are listed."""


def testimony(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`testimony.html`, and all of it for a spreadsheet, `testimony.csv`."""
    rows = [
        (number, one)
        for number in range(len(edition.documents))
        for one in map(Testimony._make, edition.testimony.of(number))
    ]
    if not rows:
        return
    rows.sort(key=lambda row: (_rank(row[1]), row[0], row[1].start, row[1].end, row[1].claim))
    lines = [statement(edition, number, one) for number, one in rows[:MOST]]
    counts = Counter(one.verdict if one.verdict in VERDICTS else "open" for _, one in rows)
    shown = {sort for line in lines for sort in line.sorts.split()}
    filters = [
        (
            "verdict",
            "The library",
            [(name.replace(" ", "-"), said.partition(":")[0]) for name, said in VERDICTS.items()],
        ),
        ("stage", "Of a text being", [(f"stage-{name}", heading.lower()) for name, (heading, _) in STAGES.items()]),
        ("modality", "Said", list(MODALITIES.items())),
    ]
    yield page(
        "testimony.html",
        edition,
        "testimony.html",
        lines=lines,
        total=len(rows),
        said=_counted(counts),
        filters=[(n, label, [one for one in values if one[0] in shown]) for n, label, values in filters],
    )
    yield "testimony.csv", as_csv(edition.tables["testimony"], lambda d, s, e: _words(edition, d, s, e)).encode()


def _counted(counts: Counter[str]) -> list[str]:
    told = {
        "borne out": ("is borne out here", "are borne out here"),
        "contradicted": ("is contradicted", "are contradicted"),
        "superseded": ("was true when said, and is not now", "were true when said, and are not now"),
        "open": ("is open, since nothing here tells", "are open, since nothing here tells"),
    }
    return [few(counts[verdict], *words) for verdict, words in told.items() if counts[verdict]]


def _rank(one: Testimony) -> int:
    verdicts = list(VERDICTS)
    return verdicts.index(one.verdict) if one.verdict in verdicts else len(verdicts)


def _words(edition: Edition, doc: str, start: int, end: int) -> str:
    return edition.texts[edition.numbers[doc]][start:end] if doc in edition.numbers else ""
