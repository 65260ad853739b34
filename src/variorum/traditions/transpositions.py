"""Transpositions: words that stand elsewhere in another witness, as links between places and never as places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pyarrow as pa

from variorum.tables import TRANSPOSITIONS
from variorum.traditions.alignment import Places, Text
from variorum.traditions.lexicon import lexicon
from variorum.traditions.moved import moved
from variorum.traditions.profiles import NOBODY
from variorum.traditions.reading import Reader, Witness, groups, reader, text_of

MANY = 12
"""With more witnesses than this, only the first is held against each other one."""


def transpositions(
    collations: pa.Table, traditions: pa.Table, documents: pa.Table, *, most_witnesses: int = 50
) -> pa.Table:
    """The words that stand elsewhere in another witness of their tradition.

    They are sought among what answers nothing where the witnesses are lined up: a few words in a row that both have,
    followed both ways as long as they are nearly the same, four words at least. With many witnesses only the base is
    held against each other one.
    """
    return linked(collations, traditions, reader(documents), most_witnesses)


def linked(collations: pa.Table, traditions: pa.Table, read: Reader, most_witnesses: int) -> pa.Table:
    """The same, of documents that are read as the caller sees fit."""
    rows = rows_of(collations)
    found: list[dict[str, Any]] = []
    for group in groups(traditions, most_witnesses):
        mine = rows.get(group[0].tradition)
        if mine is not None and (np.asarray(mine["start"]) == np.asarray(mine["end"])).any():
            texts = [text_of(witness, read) for witness in group]
            found += _links(group, texts, _places(mine, group, texts))
    order = TRANSPOSITIONS.order
    return TRANSPOSITIONS.rows(sorted(found, key=lambda row: [row[name] for name in order]))


def rows_of(collations: pa.Table) -> dict[str, pa.Table]:
    """The rows of each tradition."""
    if not collations.num_rows:
        return {}
    codes = collations["tradition"].combine_chunks().dictionary_encode()
    numbers = np.asarray(codes.indices)
    starts = np.flatnonzero(np.diff(numbers, prepend=-1)).tolist()
    ends = [*starts[1:], collations.num_rows]
    return {codes[start].as_py(): collations.slice(start, end - start) for start, end in zip(starts, ends, strict=True)}


def _places(rows: pa.Table, group: list[Witness], texts: list[Text]) -> Places:
    """The places of a collation, as they were before its rows were written."""
    found, ids = lexicon([*texts])
    place, start = np.asarray(rows["place"]), np.asarray(rows["start"])
    there = start < np.asarray(rows["end"])
    sigla = np.asarray(rows["siglum"].to_numpy(), object)
    columns = np.full((int(place.max(initial=-1)) + 1, len(group)), NOBODY, np.int32)
    for nth, (witness, text) in enumerate(zip(group, texts, strict=True)):
        mine = there & (sigla == witness.siglum)
        columns[place[mine], nth] = np.searchsorted(text.tokens.starts, start[mine])
    return Places(columns, ids, found)


def _links(group: list[Witness], texts: list[Text], found: Places) -> Iterator[dict[str, Any]]:
    pairs = list(combinations(range(len(group)), 2))
    if len(group) > MANY:
        pairs = [(0, nth) for nth in range(1, len(group))]
    for one, other in pairs:
        where = [np.flatnonzero(found.columns[:, nth] >= 0) for nth in (one, other)]
        for each in moved(found, one, other):
            row: dict[str, Any] = {"tradition": group[0].tradition, "words": each.words}
            sides = [(one, each.start, each.end, "a"), (other, each.other_start, each.other_end, "b")]
            for places, (nth, start, end, side) in zip(where, sides, strict=True):
                mine = texts[nth].tokens
                row |= {f"siglum_{side}": group[nth].siglum, f"place_{side}": int(places[start])}
                row |= {f"start_{side}": int(mine.starts[start]), f"end_{side}": int(mine.ends[end - 1])}
            yield row
