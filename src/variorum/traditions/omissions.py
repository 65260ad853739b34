"""Omissions: what one witness of a text has and another lacks, inside what both share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute
from numpy.typing import NDArray

from variorum.differences import CLASSES, DIVISION, INFLECTION, MINUS, PLUS, SAME, WORD
from variorum.tables import OMISSIONS
from variorum.traditions.closeness import Closeness
from variorum.traditions.cuts import MARK, Mark, level_of, marker_of, marks_of
from variorum.traditions.elsewhere import Stretches, elsewhere, shared
from variorum.traditions.narrative import narrates, quoting
from variorum.traditions.reading import Witness, groups
from variorum.traditions.tongues import in_two_languages
from variorum.traditions.transpositions import rows_of
from variorum.traditions.unrendered import phrases_left_out
from variorum.traditions.untranslated import untranslated

Numbers = NDArray[np.int64]
_BRACKET = re.compile(r"\s*\[[^\[\]]*\][.,;:]?\s*")
TIMES, MORE = 2, 2
"""What is missing has so many times the words, and so many more, than what stands in its place: else it is reworded."""
ALIKE = np.arange(len(CLASSES)) <= DIVISION
"""Which classes two places are of that have one word."""
EDGE, FAR = 3, 8
"""So few words that both have, at the beginning or end and so many words off, are there by chance."""
MANY = 10
"""So many words are looked for in the rest of the other document; fewer may lie unmatched inside a passage."""
NOTICE = 8
"""A mark that has so many code points more beside it in one piece of furniture begins a notice, and marks nothing."""
CLOSE = 0.8
"""Where witnesses have so few words in common about a place, what one has alone is another wording, unless marked."""
NOTE = 2
"""How many letters or digits the mark of a note has at most."""


class Side(NamedTuple):
    """A witness along its places: its tokens, -1 where it has none."""

    witness: Witness
    text: str
    starts: Numbers
    ends: Numbers


class Gap(NamedTuple):
    """Words of one side between two words that both have."""

    first: int
    last: int
    words: int


def omissions(
    collations: pa.Table,
    traditions: pa.Table,
    passages: pa.Table,
    documents: pa.Table,
    blocks: pa.Table,
    ellipses: pa.Table,
    quotations: pa.Table,
    unrendered: pa.Table,
) -> pa.Table:
    """What each witness lacks of the base's text, and the base of each witness's.

    Only what stands between words that both have is an omission: where one begins later or ends earlier, it is an
    excerpt. What stands elsewhere in the other, in this text or outside it, is not left out; words for other words are
    a rewording, and so are words among which few agree (`closeness`), unless a mark stands there; what one text repeats
    with changes, and the formulas of its headings, lack nothing of one another. The number of an item, and the mark of
    a note, are no words. What stands in an editor's bracket is the editor's, and nobody's omission; what publishers put
    round a text is none of it; and where a document goes on in its own words between its quotations of a text, these
    are no part of it (`narrative`). It is marked where an ellipsis, a row of points or a bracket stands in its place,
    and none in the other; silent else.
    Of translations, the sentences that no bead holds between two that answer each other are missing in the other, and
    the phrases of a bead that nothing renders (`unrendered`). Where they are in two languages, words that both have are
    names and numbers, and the words between these are translated, not left out (`tongues`).
    Which of the two left it out or put it in is not claimed.
    """
    found: list[dict[str, Any]] = []
    marks = marks_of(ellipses)
    traditions = traditions.filter(pa.compute.equal(traditions["kind"], "text"))
    texts = _texts(documents, traditions)
    rows = rows_of(collations)
    for group in groups(traditions, 10**9):
        mine = rows.get(group[0].tradition)
        if mine is not None:
            found += _of_tradition(mine, group, texts, marks)
    foreign = in_two_languages(passages, _named(documents, _translated(passages)))
    found = [row for row in found if not _inside(foreign.get((row["other_doc"], row["doc"]), ()), *_place(row))]
    found += untranslated(passages, documents, unrendered, marks)
    found += phrases_left_out(unrendered, documents, marks, tuple(found))
    furniture, carried = _furniture(blocks), shared(passages)
    found = [row for row in found if not _there(row, furniture, carried)]
    told = quoting(quotations, shared(passages, translated=True))
    named = _named(documents, {row[side] for row in found for side in ("doc", "other_doc")})
    found = [row for row in found if not narrates(row, told, named)]
    unique = {tuple(row[name] for name in ("doc", "at", "other_doc", "other_start", "other_end")): row for row in found}
    return OMISSIONS.rows([unique[key] for key in sorted(unique)])


def _texts(documents: pa.Table, traditions: pa.Table) -> Mapping[str, str]:
    return _named(documents, set(traditions["doc"].to_pylist()))


def _named(documents: pa.Table, wanted: Set[str]) -> Mapping[str, str]:
    """The texts of some documents."""
    names, texts = documents["doc"].to_pylist(), documents["text"]
    return {doc: texts[at].as_py() for at, doc in enumerate(names) if doc in wanted}


def _furniture(blocks: pa.Table) -> dict[str, list[tuple[int, int]]]:
    """What is furniture in each document."""
    out: dict[str, list[tuple[int, int]]] = {}
    mine = blocks.filter(pa.compute.equal(blocks["kind"], "furniture"))
    for doc, start, end in zip(*(mine[name].to_pylist() for name in ("doc", "start", "end")), strict=True):
        out.setdefault(doc, []).append((start, end))
    return out


def _there(row: Mapping[str, Any], furniture: Mapping[str, list[tuple[int, int]]], carried: Stretches) -> bool:
    """Whether words are no omission: a publisher's, as their mark may be, or so many that they were but moved."""
    place = _place(row)
    moved = row["words"] >= MANY and elsewhere(carried, row["other_doc"], row["doc"], *place)
    signed = row["marked"] and any(
        first <= row["at"] < last and last - first > NOTICE + len(row["marker"])
        for first, last in furniture.get(row["doc"], ())
    )
    return moved or signed or _inside(furniture.get(row["other_doc"], ()), *place)


def _place(row: Mapping[str, Any]) -> tuple[int, int]:
    return row["other_start"], row["other_end"]


def _translated(passages: pa.Table) -> set[str]:
    """The documents of beads."""
    rows = passages.filter(pa.compute.equal(passages["kind"], "translation"))
    return {doc for side in "ab" for doc in rows[f"doc_{side}"].unique().to_pylist()}


def _inside(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some stretches holds the beginning or the end of another."""
    return any(first <= start < last or first < end <= last for first, last in stretches)


def _of_tradition(
    rows: pa.Table, group: list[Witness], texts: Mapping[str, str], marks: Mapping[str, list[Mark]]
) -> Iterator[dict[str, Any]]:
    place, start, end = (rows[name].to_numpy() for name in ("place", "start", "end"))
    whose = _numbers(rows["siglum"], [witness.siglum for witness in group])
    variant = _numbers(rows["variant"], CLASSES)
    count = int(place.max(initial=-1)) + 1
    sides = []
    for nth, witness in enumerate(group):
        mine = (whose == nth) & (start < end)
        starts, ends = np.full(count, -1), np.full(count, -1)
        starts[place[mine]], ends[place[mine]] = start[mine], end[mine]
        sides.append(Side(witness, texts[witness.doc], starts, ends))
    for nth, side in enumerate(sides[1:], 1):
        mine = whose == nth
        kinds = np.full(count, SAME)
        kinds[place[mine]] = variant[mine]
        for lacking, having, kind in ((side, sides[0], MINUS), (sides[0], side, PLUS)):
            yield from _between(lacking, having, kinds, kind, marks.get(lacking.witness.doc, []))


def _numbers(column: pa.ChunkedArray, names: Sequence[str]) -> Numbers:
    """The place of each value among these."""
    found = pyarrow.compute.index_in(column, value_set=pa.array(names, pa.string()))
    return np.asarray(found.to_numpy(), np.int64)


def _between(lacking: Side, having: Side, kinds: Numbers, kind: int, marks: list[Mark]) -> Iterator[dict[str, Any]]:
    both = np.flatnonzero((lacking.starts >= 0) & (having.starts >= 0) & ALIKE[kinds])
    both = both[[lacking.text[start].isalnum() for start in lacking.starts[both].tolist()]]
    reworded = np.flatnonzero((kinds == WORD) | (kinds == INFLECTION))
    alone = np.sort(np.concatenate([np.flatnonzero(kinds == kind), reworded]))
    opposite = np.flatnonzero(kinds == (PLUS if kind == MINUS else MINUS))
    other = np.searchsorted(both, np.concatenate([opposite, reworded]))
    instead = np.bincount(other, minlength=len(both) + 1)
    single = ((lacking.starts >= 0) != (having.starts >= 0)) & ((kinds == PLUS) | (kinds == MINUS))
    near = Closeness(both, reworded, np.flatnonzero(single))
    gaps, firsts, counts = np.unique(np.searchsorted(both, alone), return_index=True, return_counts=True)
    least = np.maximum(TIMES * instead[gaps], instead[gaps] + np.where(instead[gaps] > 0, MORE, 0))
    edge = ((gaps < EDGE) | (len(both) - gaps < EDGE)) & (counts > FAR)
    inside = (gaps > 0) & (gaps < len(both))
    for at in np.flatnonzero(inside & ~edge & (counts >= least)).tolist():
        words, before, after = int(counts[at]), int(both[gaps[at] - 1]), int(both[gaps[at]])
        found = Gap(int(alone[firsts[at]]), int(alone[firsts[at] + words - 1]) + 1, words)
        only_marked = near.about(before + 1, after) < CLOSE
        row = _row(lacking, having, found, before, after, marks, only_marked)
        if row:
            yield row


def _row(
    lacking: Side, having: Side, gap: Gap, before: int, after: int, marks: list[Mark], only_marked: bool
) -> dict[str, Any] | None:
    """The omission, if it is one; of those that are to be marked, if it is."""
    there = np.flatnonzero(having.starts[gap.first : gap.last] >= 0) + gap.first
    start, end = int(having.starts[there[0]]), int(having.ends[there[-1]])
    left, right = int(lacking.ends[before]), int(lacking.starts[after])
    around = having.text[having.ends[before] : start], having.text[end : having.starts[after]]
    both = any(map(MARK.search, around))  # what stands in either text marks nothing
    marker = None if both else marker_of(lacking.text, left, right, marks)
    if only_marked and marker is None:
        return None
    if _is_bracketed(having.text, start, end) or _is_number(having.text, start, end):
        return None
    written = lacking.text[marker[0] : marker[1]] if marker else None
    said = f"marked by {written!r}" if written else "nothing marks it"
    count = "1 word" if gap.words == 1 else f"{gap.words} words"
    return {
        "doc": lacking.witness.doc,
        "at": marker[0] if marker else left,
        "other_doc": having.witness.doc,
        "other_start": start,
        "other_end": end,
        "marked": marker is not None,
        "marker": written,
        "words": gap.words,
        "level": level_of(having.text, start, end, gap.words),
        "reason": f"{having.witness.siglum} has {count} here that {lacking.witness.siglum} does not have, "
        f"between words that both have; {said}" + (f", a cut by the {marker[2]}" if marker and marker[2] else ""),
    }


def _is_bracketed(text: str, start: int, end: int) -> bool:
    """Whether an editor's own bracket holds the whole of a stretch."""
    opens, closes = text.rfind("[", max(0, start - 2), start + 1), text.find("]", max(start, end - 1), end + 2)
    return opens >= 0 and closes >= 0 and _BRACKET.fullmatch(text[opens : closes + 1]) is not None


def _is_number(text: str, start: int, end: int) -> bool:
    """Whether a stretch is only the number of an item, at the beginning of its line, or the mark of a note."""
    before, after = text[max(0, start - 40) : start].rpartition("\n")[2].strip(), text[end : end + 1]
    item = not before and after in (".", ")") and (end - start == 1 or text[start:end].isdecimal())
    return item or (before[-1:] in ("(", "[", "{") and after in (")", "]", "}") and end - start <= NOTE)
