"""What a translation leaves out: sentences between two beads that nothing answers on the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.traditions.cuts import MARK, Mark, level_of, marker_of

TIMES = 3
"""What is missing has so many times the words of what stands in its place: else it is rendered freely."""
MOST, INSTEAD = 400, 12
"""Between beads of one text are no more words than this, nor than this on the side that lacks them."""
_WORD = re.compile(r"\w+")
_COLUMNS = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")


class Gap(NamedTuple):
    """What stands between two beads on one side."""

    doc: str
    start: int
    end: int


def untranslated(
    passages: pa.Table, documents: pa.Table, unrendered: pa.Table, marks: Mapping[str, list[Mark]]
) -> Iterator[dict[str, Any]]:
    """The omissions of translations, from both sides, as rows of `omissions`: what no bead beside it renders, or what
    is marked.
    """
    left = _left(unrendered)
    beads = passages.filter(pc.equal(passages["kind"], "translation")).select(_COLUMNS).to_pylist()
    wanted = {row[f"doc_{side}"] for row in beads for side in "ab"}
    texts = {doc: documents["text"][at].as_py() for at, doc in enumerate(documents["doc"].to_pylist()) if doc in wanted}
    beads.sort(key=itemgetter("doc_a", "doc_b"))
    for _, rows in groupby(beads, key=itemgetter("doc_a", "doc_b")):
        for before, after in pairwise(rows):
            gaps = [Gap(before[f"doc_{side}"], before[f"end_{side}"], after[f"start_{side}"]) for side in "ab"]
            if all(gap.start <= gap.end for gap in gaps):
                rows = filter(None, (_row(texts, marks, *sides) for sides in (gaps, gaps[::-1])))
                yield from (row for row in rows if row["marked"] or _is_left(row, left))


def _left(unrendered: pa.Table) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """What stands between beads of each two documents and is not rendered beside them, in order."""
    out: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for row in unrendered.filter(unrendered["between"]).to_pylist():
        out.setdefault((row["doc"], row["other_doc"]), []).append((row["start"], row["end"]))
    return out


def _is_left(row: Mapping[str, Any], left: Mapping[tuple[str, str], list[tuple[int, int]]]) -> bool:
    """Whether most of an omission is known to be rendered nowhere beside it."""
    start, end = int(row["other_start"]), int(row["other_end"])
    spans = left.get((row["other_doc"], row["doc"]), [])
    return 2 * sum(max(0, min(end, last) - max(start, first)) for first, last in spans) > end - start


def _row(texts: Mapping[str, str], marks: Mapping[str, list[Mark]], lacking: Gap, having: Gap) -> dict[str, Any] | None:
    """The omission, if one side has much more between the two beads than the other."""
    text, other = texts[lacking.doc], texts[having.doc]
    found = list(_WORD.finditer(other, having.start, having.end))
    words = len(found)
    if not any(word.group().isalpha() for word in found):
        return None  # nothing, or the mark of a note
    instead = len(_WORD.findall(text, lacking.start, lacking.end))
    if not TIMES * instead <= words <= MOST or instead > INSTEAD:
        return None
    start, end = (
        found[0].start(),
        having.end - len(other[having.start : having.end]) + len(other[having.start : having.end].rstrip()),
    )
    if MARK.search(other[having.start : start]):
        return None  # both mark a cut
    mark = marker_of(text, lacking.start, lacking.end, marks.get(lacking.doc, []))
    written = text[mark[0] : mark[1]] if mark else None
    said = f"marked by {written!r}" if written else "nothing marks it"
    count = "1 word" if words == 1 else f"{words} words"
    return {
        "doc": lacking.doc,
        "at": mark[0] if mark else lacking.start,
        "other_doc": having.doc,
        "other_start": start,
        "other_end": end,
        "marked": mark is not None,
        "marker": written,
        "words": words,
        "level": level_of(other, start, end, words) if words > 1 else "sentence",
        "reason": f"{having.doc} has {count} here, between sentences that both have in translation, that nothing in "
        f"{lacking.doc} answers; {said}",
    }
