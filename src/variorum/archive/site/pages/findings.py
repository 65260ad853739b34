"""Suspected slips of transcription in their context, the surest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from variorum.archive.plain import plain
from variorum.archive.site.edition import Document, Edition, place_of, rows_of
from variorum.archive.site.render import page
from variorum.archive.site.rows import Finding

MOST, LEAST = 500, 0.1
"""How many are listed, and how likely each is at least."""
AROUND = 70
SURE = ((0.9, "almost surely"), (0.7, "probably"), (0.4, "perhaps"), (0.0, "hardly"))


class Line(NamedTuple):
    """A finding in the list."""

    document: Document
    href: str
    rule: str
    sure: str
    percent: int
    message: str
    before: str
    exact: str
    mend: str | None
    after: str


def findings(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`findings.html`, and the style sheet that narrows it down: the page may have no style in itself."""
    if not edition.tables["findings"].num_rows:
        return
    suspected = rows_of(edition, "findings", *Finding._fields)
    rows = [
        (number, found)
        for number in range(len(edition.documents))
        for found in map(Finding._make, suspected.of(number))
        if found.confidence >= LEAST
    ]
    rows.sort(key=lambda row: (-row[1].confidence, row[0], row[1].start))
    rules = Counter(found.rule for _, found in rows[:MOST])
    lines = [_line(edition, number, found) for number, found in rows[:MOST]]
    yield page("findings.html", edition, "findings.html", lines=lines, rules=sorted(rules), found=len(rows))
    hidden = (
        f".proofs:has(#only-{rule}:checked) .slips > li:not(.{rule}) {{ display: none; }}\n" for rule in sorted(rules)
    )
    yield "findings.css", "".join(hidden).encode()


def _line(edition: Edition, number: int, found: Finding) -> Line:
    text = edition.texts[number]
    sure = next(word for least, word in SURE if found.confidence >= least)
    return Line(
        edition.documents[number],
        place_of(edition, number, found.start),
        found.rule,
        sure,
        round(100 * found.confidence),
        plain(found.message),
        _flat(text[max(0, found.start - AROUND) : found.start]),
        _flat(text[found.start : found.end]),
        None if found.suggestion is None else _flat(found.suggestion),
        _flat(text[found.end : found.end + AROUND]),
    )


def _flat(text: str) -> str:
    """A stretch on one line, its spaces kept where they may be what is meant."""
    return plain(text.replace("\r\n", " ").replace("\n", " "))
