"""Whose words a stretch is: the text's, or those with which a document goes on between its quotations of that text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.traditions.elsewhere import Stretches

Span = tuple[int, int]

MOSTLY = 0.8
"""So much of a stretch stands in quotation marks if they hold it, and so much of what is shared if it is quoted."""
REACH = 1500
"""Within so many code points of a stretch it is asked whether what is shared is quoted."""
BESIDE = 8
"""Within so many code points stand the marks that close before a stretch, and open behind it."""
CLOSES = re.compile(r"[\"”’»“][\s,.;:)\]–—-]*$")
OPENS = re.compile(r"[\s,.;:(\[–—-]*[\"“‘«„]")
MARKS = re.compile(r"[\"“”«»„]")


class Quoting(NamedTuple):
    """What each document quotes, and what each two share."""

    quoted: Mapping[str, Sequence[Span]]
    """The quoted stretches of speech, none of which meets another, in order."""
    shared: Stretches


def quoting(quotations: pa.Table, shared: Stretches) -> Quoting:
    """What the documents quote: what stands in quotation marks as a term or a title is no quotation here."""
    rows = quotations.filter(pc.equal(quotations["use"], "speech")).select(("doc", "start", "end")).to_pylist()
    spans: dict[str, list[Span]] = {}
    for row in sorted(rows, key=lambda row: (row["doc"], row["start"])):
        mine = spans.setdefault(row["doc"], [])
        if mine and row["start"] <= mine[-1][1]:
            mine[-1] = mine[-1][0], max(mine[-1][1], row["end"])
        else:
            mine.append((row["start"], row["end"]))
    return Quoting(spans, shared)


def narrates(row: Mapping[str, Any], found: Quoting, texts: Mapping[str, str]) -> bool:
    """Whether the words that one document is said to lack are those in which the other speaks of what it quotes.

    They stand outside its quotations, beside one, while nearly all that the two share there stands inside: then the
    shared text is what it quotes, and they are its own. Or a quotation ends before them, another begins behind them,
    and no quotation mark stands where the other document would have them. Where a quotation ends there and another
    begins, both documents tell of the same speakers, and the one says more.
    """
    doc, start, end = row["other_doc"], row["other_start"], row["other_end"]
    text, spans = texts[doc], found.quoted.get(doc, ())
    marks = len(MARKS.findall(texts[row["doc"]], max(0, row["at"] - BESIDE), row["at"] + BESIDE))
    if marks > 1:
        return False
    if held(spans, start, end) >= MOSTLY * (end - start):
        closes, opens = CLOSES.search(text, max(0, start - BESIDE), start), OPENS.match(text, end)
        return bool(closes and opens and not marks)
    return _beside(text, spans, start, end) and _quoted(spans, found.shared.get((doc, row["doc"]), ()), start, end)


def held(spans: Sequence[Span], start: int, end: int) -> int:
    """How many code points of a stretch some others hold, none of which meets another.

    >>> held([(0, 4), (8, 20)], 2, 10)
    4
    """
    first = max(0, bisect_left(spans, (start, start)) - 1)
    last = bisect_left(spans, (end, end))
    return sum(max(0, min(end, b) - max(start, a)) for a, b in spans[first:last])


def _beside(text: str, spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether the letter before a stretch, or the one behind it, is quoted."""
    before = next((at for at in range(start - 1, -1, -1) if text[at].isalnum()), None)
    behind = next((at for at in range(end, len(text)) if text[at].isalnum()), None)
    return any(held(spans, at, at + 1) for at in (before, behind) if at is not None)


def _quoted(spans: Sequence[Span], shared: Sequence[Span], start: int, end: int) -> bool:
    """Whether nearly all that is shared near a stretch, but not in it, is quoted."""
    first, last = start - REACH, end + REACH
    near = shared[: bisect_right(shared, (last, last))]
    sides = (((max(a, first), min(b, start)), (max(a, end), min(b, last))) for a, b in near if b > first)
    pieces = [(a, b) for a, b in chain.from_iterable(sides) if a < b]
    return sum(held(spans, a, b) for a, b in pieces) >= MOSTLY * max(1, sum(b - a for a, b in pieces))
