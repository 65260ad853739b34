"""Omissions: what one witness of a text has and another lacks, inside what both share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute
from numpy.typing import NDArray

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

_BRACKET = re.compile(r"\s*\[[^\[\]]*\][.,;:]?\s*")
TIMES, MORE = 2, 2
"""What is missing has so many times the words, and so many more, than what stands in its place: else it is reworded."""
ALIKE = ("same", "punctuation", "case", "accent", "spelling", "abbreviation", "division")
"""What two places are that have one word."""
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
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


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
    sigla = rows["siglum"].to_numpy()
    variant = rows["variant"].to_numpy()
    count = int(place.max(initial=-1)) + 1
    sides = []
    for witness in group:
        mine = (sigla == witness.siglum) & (start < end)
        starts, ends = np.full(count, -1), np.full(count, -1)
        starts[place[mine]], ends[place[mine]] = start[mine], end[mine]
        sides.append(Side(witness, texts[witness.doc], starts, ends))
    for side in sides[1:]:
        mine = sigla == side.witness.siglum
        kinds = np.full(count, "same", object)
        kinds[place[mine]] = variant[mine]
        for lacking, having, kind in ((side, sides[0], "minus"), (sides[0], side, "plus")):
            yield from _between(lacking, having, kinds, kind, marks.get(lacking.witness.doc, []))


def _between(
    lacking: Side, having: Side, kinds: NDArray[Any], kind: str, marks: list[Mark]
) -> Iterator[dict[str, Any]]:
    both = np.flatnonzero((lacking.starts >= 0) & (having.starts >= 0))
    both = both[[lacking.text[start].isalnum() for start in lacking.starts[both].tolist()]]
    both = both[np.isin(kinds[both], ALIKE)]
    reworded = np.flatnonzero((kinds == "word") | (kinds == "inflection"))
    alone = np.sort(np.concatenate([np.flatnonzero(kinds == kind), reworded]))
    gaps = np.searchsorted(both, alone)
    inside = (gaps > 0) & (gaps < len(both))
    opposite = np.flatnonzero(kinds == ("plus" if kind == "minus" else "minus"))
    other = np.searchsorted(both, np.concatenate([opposite, reworded]))
    instead = np.bincount(other, minlength=len(both) + 1)
    single = ((lacking.starts >= 0) != (having.starts >= 0)) & np.isin(kinds, ("plus", "minus"))
    near = Closeness(both, reworded, np.flatnonzero(single))
    for gap in np.unique(gaps[inside]).tolist():
        mine = alone[np.searchsorted(gaps, gap) : np.searchsorted(gaps, gap, "right")]
        edge = (gap < EDGE and len(mine) > FAR) or (len(both) - gap < EDGE and len(mine) > FAR)
        if not edge and len(mine) >= max(TIMES * instead[gap], instead[gap] + (MORE if instead[gap] else 0)):
            found = Gap(int(mine[0]), int(mine[-1]) + 1, len(mine))
            row = _row(lacking, having, found, int(both[gap - 1]), int(both[gap]), marks)
            if row and (row["marked"] or near.about(int(both[gap - 1]) + 1, int(both[gap])) >= CLOSE):
                yield row


def _row(lacking: Side, having: Side, gap: Gap, before: int, after: int, marks: list[Mark]) -> dict[str, Any] | None:
    there = [at for at in range(gap.first, gap.last) if having.starts[at] >= 0]
    start, end = int(having.starts[there[0]]), int(having.ends[there[-1]])
    left, right = int(lacking.ends[before]), int(lacking.starts[after])
    if _is_bracketed(having.text, start, end) or _is_number(having.text, start, end):
        return None
    around = having.text[having.ends[before] : start], having.text[end : having.starts[after]]
    both = any(map(MARK.search, around))  # what stands in either text marks nothing
    marker = None if both else marker_of(lacking.text, left, right, marks)
    at = marker[0] if marker else left
    written = lacking.text[marker[0] : marker[1]] if marker else None
    level = level_of(having.text, start, end, gap.words)
    said = f"marked by {written!r}" if written else "nothing marks it"
    count = "1 word" if gap.words == 1 else f"{gap.words} words"
    return {
        "doc": lacking.witness.doc,
        "at": at,
        "other_doc": having.witness.doc,
        "other_start": start,
        "other_end": end,
        "marked": marker is not None,
        "marker": written,
        "words": gap.words,
        "level": level,
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
