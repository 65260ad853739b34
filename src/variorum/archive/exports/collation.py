"""A collation as the exports want it: a row for each place, a column for each witness; and its variants as entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

GRAVEST = (
    *("transposition", "plus", "minus", "word", "order", "inflection"),
    *("division", "abbreviation", "spelling", "accent", "case", "punctuation", "same"),
)
"""The classes of differences, the gravest first."""
ACCIDENTALS = frozenset(GRAVEST[6:12])
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""What no reader sees and no apparatus prints: soft hyphens, joiners, marks of direction."""
_RANKS = {name: rank for rank, name in enumerate(GRAVEST)}
SAME = _RANKS["same"]


class Witness(NamedTuple):
    """A witness: its siglum, what it is called, and its text."""

    siglum: str
    title: str
    doc: str
    text: str


class Collation(NamedTuple):
    """Where each witness's token at each place begins and ends, -1 where it has none; and how it differs there."""

    title: str
    witnesses: Sequence[Witness]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    ranks: NDArray[np.int8]
    """How grave the difference is, by its place in `GRAVEST`."""
    links: Sequence[dict[str, Any]]
    """Rows of the table of transpositions."""
    majority: bool = False
    """Whether the lemma is what most witnesses have, and not what the first has."""


class Reading(NamedTuple):
    """What some witnesses have in common at some places; their number is their place among the witnesses."""

    text: str
    variant: str
    witnesses: tuple[int, ...]


class Entry(NamedTuple):
    """Places in a row at which witnesses differ, half open, and what they have, that of the lemma first."""

    first: int
    last: int
    readings: Sequence[Reading]

    @property
    def variant(self) -> str:
        """The gravest class of its readings."""
        return min((reading.variant for reading in self.readings), key=GRAVEST.index)


def collation(
    title: str,
    documents: pa.Table,
    traditions: pa.Table,
    rows: pa.Table,
    links: pa.Table,
    *,
    substantive: bool = False,
    lemma: str = "base",
) -> Collation:
    """The collation of one tradition's rows; `substantive` counts accidentals as no difference."""
    texts = dict(
        zip(
            documents["doc"].to_pylist(),
            zip(documents["title"].to_pylist(), documents["text"].to_pylist(), strict=True),
            strict=True,
        )
    )
    columns = [traditions[name].to_pylist() for name in ("siglum", "doc")]
    named = sorted(zip(*columns, strict=True), key=lambda each: (len(each[0]), each[0]))
    witnesses = [Witness(siglum, texts[doc][0] or doc, doc, texts[doc][1]) for siglum, doc in named]
    place = rows["place"].to_numpy()
    sigla = pa.array([witness.siglum for witness in witnesses], pa.string())
    whose = np.asarray(pa.compute.index_in(rows["siglum"], value_set=sigla).to_numpy(), np.int64)
    shape = (int(place.max(initial=-1)) + 1, len(witnesses))
    starts, ends = np.full(shape, -1), np.full(shape, -1)
    start, end = rows["start"].to_numpy(), rows["end"].to_numpy()
    there = start < end
    starts[place[there], whose[there]], ends[place[there], whose[there]] = start[there], end[there]
    ranks = np.full(shape, SAME, np.int8)
    found = np.asarray(
        pa.compute.index_in(rows["variant"], value_set=pa.array(GRAVEST, pa.string())).to_numpy(), np.int8
    )
    ranks[place, whose] = found
    if substantive:
        ranks = _only_grave(ranks)
    return Collation(title, witnesses, starts, ends, ranks, links.to_pylist(), lemma == "majority")


def _only_grave(ranks: NDArray[np.int8]) -> NDArray[np.int8]:
    """The ranks without accidentals, but for those that stand between graver differences in one run."""
    differ = (ranks != SAME).any(axis=1)
    grave = (ranks <= _RANKS["inflection"]).any(axis=1)
    runs = np.cumsum(np.diff(differ.astype(np.int8), prepend=0) != 0)
    at = np.flatnonzero(grave)
    inside = np.zeros(len(ranks), bool)
    if len(at):
        follows = np.append(False, runs[at[1:]] == runs[at[:-1]])
        edges = np.zeros(len(ranks) + 1, np.int64)
        np.add.at(edges, at[:-1][follows[1:]], 1)
        np.add.at(edges, at[1:][follows[1:]], -1)
        inside = np.cumsum(edges[:-1]) > 0
    out = ranks.copy()
    out[~(inside | grave)] = SAME
    return out


def words(found: Collation, nth: int, first: int, last: int) -> str:
    """What a witness has from one place to another, as it is written there, on one line."""
    starts = found.starts[first:last, nth].tolist()
    there = [at for at, start in enumerate(starts) if start >= 0]
    if not there:
        return ""
    text = found.witnesses[nth].text
    return " ".join(INVISIBLE.sub("", text[starts[there[0]] : found.ends[first + there[-1], nth]]).split())


def runs(found: Collation) -> Iterator[tuple[int, int, bool]]:
    """The places in stretches that differ, and stretches that do not: from, to, whether they differ."""
    differ = (found.ranks != SAME).any(axis=1)
    edges = np.flatnonzero(np.diff(differ.astype(np.int8), prepend=-1)).tolist()
    for first, last in zip(edges, [*edges[1:], len(differ)], strict=bool(edges)):
        yield first, last, bool(differ[first])


def entries(found: Collation) -> Iterator[Entry]:
    """The variants, in order."""
    for first, last, differ in runs(found):
        if differ:
            yield entry(found, first, last)


def entry(found: Collation, first: int, last: int) -> Entry:
    """What the witnesses have at some places in a row; those that have the same are one reading."""
    ranks = [_commonest(found.ranks[first:last, nth].tolist()) for nth in range(len(found.witnesses))]
    readings: dict[tuple[str, int], list[int]] = {}
    for nth in range(len(found.witnesses)):
        readings.setdefault((words(found, nth, first, last), ranks[nth]), []).append(nth)
    made = [Reading(text, GRAVEST[rank], tuple(mine)) for (text, rank), mine in readings.items()]
    if found.majority:
        made.sort(key=lambda reading: -len(reading.witnesses))
    return Entry(first, last, made)


def _commonest(ranks: list[int]) -> int:
    """The class of most words that differ, accidentals aside where anything else differs; of equals the gravest."""
    grave = [rank for rank in ranks if rank <= _RANKS["inflection"]]
    counted = grave or [rank for rank in ranks if rank != SAME]
    return max(sorted(set(counted)), key=counted.count, default=SAME)


def sigla(found: Collation, numbers: Sequence[int], before: str = "", between: str = " ") -> str:
    """The sigla of some witnesses in a row."""
    return between.join(before + found.witnesses[nth].siglum for nth in numbers)
