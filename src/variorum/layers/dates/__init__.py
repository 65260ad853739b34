"""Dates: every expression of time in a document, the days that it means, and in which calendar it was written.

Found, in English, French, German and Russian: days (“Wednesday, the 18th”, “Oct. 18 (31), 1917”, «в ночь на 25-е
октября»), months, seasons and years, feasts, days of the French Republic and of the Roman month, the 3d ult. A day is
Julian or Gregorian by what stands beside it, by its weekday, by what the text says of its dates or does with its other
weekdays, by the land of its language. What a date leaves out is reckoned from the date of the letter that it stands in,
or from the nearest before; yesterday and on Tuesday, from the day of the letter. Also days told from another (two days
after Christmas 1851, the first Friday of September) and years of English reigns (12 Hen. VIII). Left open: a year or
calendar that nothing tells. Wrong where a text speaks of another land than its language lets expect, and where an
author goes back to another year without naming it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pyarrow as pa

from variorum.layers.dates.anchors import Anchor, Anchors, Home, stated
from variorum.layers.dates.datelines import dateline
from variorum.layers.dates.expressions import Expression, expressions
from variorum.layers.dates.offsets import offsets
from variorum.layers.dates.pages import Page, Understood
from variorum.layers.dates.resolving import understood
from variorum.layers.dates.styles import BY_WEEKDAY, Setting, setting
from variorum.layers.languages import language_of
from variorum.tables import DATES

__all__ = ["dates"]


def dates(documents: pa.Table, blocks: pa.Table, embedded: pa.Table) -> pa.Table:
    """The expressions of time in one document, each with its Gregorian days as EDTF and why.

    Spans are in code points of `documents.text`.

    >>> text = "Written on Friday, 3 May 1850. Yours of the 9th ult. came."
    >>> documents = pa.table({"doc": ["a"], "text": [text], "language": ["en"]})
    >>> for row in dates(documents, pa.table({}), pa.table({})).to_pylist():
    ...     print(text[row["start"] : row["end"]], row["calendar"], row["edtf"], row["anchor"])
    Friday, 3 May 1850 gregorian 1850-05-03 None
    9th ult. gregorian 1850-04-09 “Friday, 3 May 1850” (1850-05-03)
    """
    if not documents.num_rows:
        return DATES.empty()
    [document] = documents.to_pylist()
    text, language = document["text"], language_of(document["text"], document["language"]).code
    found = expressions(text, language)
    whole = stated(document.get("composed"), "the document’s date") or stated(
        document.get("published"), "the day of its printing"
    )
    where = setting(text, language, whole.year if whole else None)
    body, edge = _apart(found, _furniture(blocks))
    homes = _homes(embedded)
    own = whole or dateline(text, body, where)
    rows = [*_read(text, body, where, homes, own), *understood(edge, Page(text, where, Anchors(text, (), None)))]
    rows += offsets(text, language, rows)
    rows.sort(key=lambda row: row.expression[:2])
    return DATES.rows([_row(document["doc"], row) for row in rows])


def _read(
    text: str, found: Sequence[Expression], where: Setting, homes: Sequence[Home], whole: Anchor | None
) -> list[Understood]:
    """The dates of the text proper: read twice where the weekdays of some tell the calendar of the others."""
    dated = [
        Anchor(one.start, f"“{' '.join(text[one.start : one.end].split())}”", one.year, one.month)
        for one in found
        if one.year and one.month and one.day and one.form != "republican"
    ]
    rows = list(understood(found, Page(text, where, Anchors(text, homes, whole, dated))))
    decided = [(row.dated.calendar, int(row.dated.written[:4])) for row in rows if row.reason.startswith(BY_WEEKDAY)]
    if not decided:
        return rows
    where.habits.update(decided)
    return list(understood(found, Page(text, where, Anchors(text, homes, whole, dated))))


def _furniture(blocks: pa.Table) -> list[tuple[int, int]]:
    columns = (blocks[name].to_pylist() for name in ("start", "end", "kind")) if blocks.num_rows else ((), (), ())
    return [(start, end) for start, end, kind in zip(*columns, strict=True) if kind == "furniture"]


def _apart(
    found: Sequence[Expression], furniture: Sequence[tuple[int, int]]
) -> tuple[list[Expression], list[Expression]]:
    """What stands in the text, and what the publisher put round it."""
    rows = sorted(furniture)
    starts, reach = [start for start, _ in rows], list(accumulate((end for _, end in rows), max, initial=0))
    text: list[Expression] = []
    edge: list[Expression] = []
    for one in found:
        (edge if one.start < reach[bisect_right(starts, one.start)] else text).append(one)
    return text, edge


def _homes(embedded: pa.Table) -> list[Home]:
    if not embedded.num_rows:
        return []
    columns = (embedded[name].to_pylist() for name in ("start", "end", "kind", "composed"))
    told = ((s, e, stated(composed, f"the {kind}’s own date")) for s, e, kind, composed in zip(*columns, strict=True))
    return [Home(start, end, anchor) for start, end, anchor in told if anchor]


def _row(doc: str, one: Understood) -> dict[str, Any]:
    span = {"doc": doc, "start": one.expression.start, "end": one.expression.end}
    return {**span, **one.dated._asdict(), "anchor": one.anchor, "reason": one.reason}
