"""What stands on a timeline: documents, letters inside them, what is said of texts, days that are spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.archive.site import claims, stated
from variorum.archive.site.calendars import is_day
from variorum.archive.site.context import Context, context
from variorum.archive.site.edition import Document, Edition, page_of, place_of
from variorum.archive.site.prose import count, date, few
from variorum.archive.site.rows import Embedded, Testimony
from variorum.edtf import Moment, moment

DAYS = 200
"""How many days that are spoken of are listed at most: those of which most documents speak."""
OFTEN = 5
"""So often a single document speaks of a day for it to be listed."""
SHOWN, FOLDED = 2, 8
"""Of a day that is spoken of how many places are shown, and how many more can be unfolded."""
WHOLE = 0.75
"""An embedded document that is so much of its document is that document."""
DOCUMENT, EMBEDDED, SAID, SINCE, SPOKEN = range(5)


class Same(NamedTuple):
    """How a document names a day that another names otherwise."""

    written: str
    document: Document
    href: str


class Entry(NamedTuple):
    """Something on a timeline; `shown` is its date as it is read."""

    when: Moment
    sort: int
    shown: str
    said: str
    title: str
    href: str
    facts: str = ""
    places: Sequence[Context] = ()
    more: int = 0
    same: Sequence[Same] = ()


def entries(edition: Edition) -> list[Entry]:
    """All that happens, in order; what has no date is left out."""
    found = [*_documents(edition), *_embedded(edition), *_said(edition), *_since(edition), *_spoken(edition)]
    return sorted(found, key=lambda one: (one.when, one.sort, one.title, one.href, one.said))


def old_days(edition: Edition) -> set[str]:
    """The days that some document gives in the Old Style."""
    table = edition.tables["dates"]
    old = pc.is_in(table["calendar"], pa.array(["julian", "both"]))
    return set(table.filter(pc.and_(old, pc.equal(table["first_day"], table["last_day"])))["first_day"].to_pylist())


def _documents(edition: Edition) -> Iterator[Entry]:
    for one in edition.documents:
        when = moment(one.composed) or moment(one.published)
        if when:
            told = "written" if moment(one.composed) else "published"
            shown = date(one.composed if told == "written" else one.published) or ""
            facts = ", ".join(filter(None, [one.author, told]))
            yield Entry(when, DOCUMENT, shown, "", one.title, page_of(edition, one.number), facts)


def _embedded(edition: Edition) -> Iterator[Entry]:
    unsure = _unsure(edition)
    for document in edition.documents:
        length = len(edition.texts[document.number])
        for one in map(Embedded._make, edition.embedded.of(document.number)):
            when = moment(one.composed)
            own = one.end - one.start > WHOLE * length and when == moment(document.composed)
            if when and not own:
                said = claims.headed(one._replace(composed=None), edition.periodicals)
                href = place_of(edition, document.number, one.start)
                shown, doubt = date(one.composed) or "", (document.doc, one.composed) in unsure
                facts = "in which calendar cannot be told" if doubt else ""
                yield Entry(when, EMBEDDED, shown, said[:1].upper() + said[1:], document.title, href, facts)


def _unsure(edition: Edition) -> set[tuple[str, str | None]]:
    """Days as documents write them, of which no row of theirs tells the calendar."""
    table = edition.tables["dates"]
    rows = set(zip(*(table[name].to_pylist() for name in ("doc", "written", "calendar")), strict=True))
    sure = {(doc, written) for doc, written, calendar in rows if calendar in ("gregorian", "julian", "both")}
    return {(doc, written) for doc, written, calendar in rows if calendar == "uncertain"} - sure


def _said(edition: Edition) -> Iterator[Entry]:
    """What one document says at one time of how texts came down, as one entry."""
    for document in edition.documents:
        rows = [one for one in map(Testimony._make, edition.testimony.of(document.number)) if moment(one.said_when)]
        rows.sort(key=lambda one: (one.said_when or "", one.start, one.claim))
        for said_when, group in groupby(rows, key=lambda one: one.said_when):
            here = list(group)
            first = here[0]
            more = f", and {few(len(here) - 1, 'statement')} more" if len(here) > 1 else ""
            said = f"{stated.by(first._replace(said_when=None), document)}: {stated.said(first)}{more}"
            href = place_of(edition, document.number, first.start)
            when = moment(said_when) or Moment(0, 0, 0)
            yield Entry(when, SAID, date(said_when) or "", said[:1].upper() + said[1:], document.title, href)


def _since(edition: Edition) -> Iterator[Entry]:
    """Since when something that was said is no longer so."""
    for document in edition.documents:
        for one in map(Testimony._make, edition.testimony.of(document.number)):
            when = moment(one.until)
            if when and one.verdict == "superseded":
                said = f"No longer so from here on: {stated.said(one)}"
                href = place_of(edition, document.number, one.start)
                yield Entry(when, SINCE, date(one.until) or "", said, document.title, href, claims.why(one.reason))


def _spoken(edition: Edition) -> Iterator[Entry]:
    table = edition.tables["dates"]
    known = pc.is_in(table["doc"], pa.array(list(edition.numbers), pa.string()))
    days = table.filter(pc.and_(known, pc.equal(table["first_day"], table["last_day"])))
    chosen = _chosen(days)
    if not chosen:
        return
    rows = days.filter(pc.is_in(days["first_day"], pa.array(sorted(chosen))))
    columns = ("first_day", "doc", "start", "end", "written", "calendar", "reason", "edtf")
    ordered = sorted(zip(*(rows[name].to_pylist() for name in columns), strict=True), key=lambda row: row[:4])
    for day, group in groupby(ordered, key=lambda row: row[0]):
        if entry := _day(edition, day, [row[1:] for row in group]):
            yield entry


def _chosen(days: pa.Table) -> set[str]:
    """The days of which most documents speak; those that two documents name otherwise before others."""
    spoken = days.group_by("first_day").aggregate(
        [("doc", "count"), ("doc", "count_distinct"), ("written", "count_distinct")]
    )
    columns = ("first_day", "doc_count", "doc_count_distinct", "written_count_distinct")
    rows = list(zip(*(spoken[name].to_pylist() for name in columns), strict=True))
    rows = [row for row in rows if row[2] > 1 or row[1] >= OFTEN]
    rows.sort(key=lambda row: (-(row[2] > 1 and row[3] > 1), -row[2], -row[1], row[0]))
    return {row[0] for row in rows[:DAYS]}


Row = tuple[str, int, int, str | None, str | None, str | None, str | None]


def _day(edition: Edition, day: str, rows: Sequence[Row]) -> Entry | None:
    when = moment(day)
    if when is None:
        return None
    firsts: dict[str, Row] = {}
    for row in rows:
        firsts.setdefault(row[0], row)
    ordered = [*firsts.values(), *(row for row in rows if firsts[row[0]] is not row)][: SHOWN + FOLDED]
    lines = [context(edition, edition.numbers[row[0]], row[1], row[2], row[5]) for row in ordered]
    doubt = ", each time in doubt which day is meant" if all((row[6] or "?").endswith("?") for row in rows) else ""
    said = f"Spoken of {_times(len(rows))} in {few(len(firsts), 'document')}{doubt}"
    same = _same(edition, rows)
    return Entry(when, SPOKEN, date(day) or day, said, "", "", "", lines, len(rows) - len(lines), same)


def _times(number: int) -> str:
    return "twice" if number == 2 else count(number, "time")


def _same(edition: Edition, rows: Sequence[Row]) -> list[Same]:
    """How documents name the day, if two of them name it in two calendars; each way with the first that has it."""
    found: dict[str, Same] = {}
    for doc, start, _, written, calendar, *_ in rows:
        if calendar in ("julian", "gregorian") and is_day(written):
            number, style = edition.numbers[doc], " Old Style" if calendar == "julian" else ""
            name = f"{date(written)}{style}"
            found.setdefault(name, Same(name, edition.documents[number], place_of(edition, number, start)))
    documents = {one.document.number for one in found.values()}
    return sorted(found.values(), key=lambda one: one.written) if len(found) > 1 and len(documents) > 1 else []
