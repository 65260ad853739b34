"""Collations: the witnesses of a tradition, token by token, at the places of their text."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.differences import ACCIDENTALS, CLASSES, SAME
from variorum.tables import COLLATIONS
from variorum.traditions.alignment import Places, Text, collated
from variorum.traditions.reading import Reader, Witness, groups, reader, text_of
from variorum.traditions.variants import Readings, readings

KINDS = ("same", "accidental", "substantive", "plus", "minus")
NOTHING = -1


def collations(traditions: pa.Table, documents: pa.Table, *, most_witnesses: int = 50, lemma: str = "base") -> pa.Table:
    """Every token of every witness at its place, and how it differs from the lemma there.

    A token is a word or a sign of punctuation. The places are those of all witnesses lined up together, the same in
    whatever order they are given. `lemma` says what they are held against: "base", the first witness; "majority", what
    most have; "none", each witness against every other, so that a row tells its gravest difference. What the lemma has
    and a witness lacks is a row with an empty span, kind minus (of punctuation: accidental); what a witness has beyond
    the lemma has a null lemma, kind plus (of punctuation: accidental). `most_witnesses` is how many witnesses are still
    collated: a tradition with more is boilerplate.

    >>> texts = ["The old man slept.", "The old man slept soundly, they say."]
    >>> documents = pa.table({"doc": ["a", "b"], "text": texts})
    >>> rows = {"tradition": ["t"] * 2, "doc": ["a", "b"], "start": [0, 0], "end": [18, 36], "siglum": ["A", "B"]}
    >>> table = collations(pa.table(rows), documents)
    >>> [(row["place"], row["kind"]) for row in table.to_pylist() if row["siglum"] == "B" and row["kind"] != "same"]
    [(4, 'plus'), (5, 'accidental'), (6, 'plus'), (7, 'plus')]
    """
    return collated_by(traditions, reader(documents), most_witnesses, lemma)


def collated_by(traditions: pa.Table, read: Reader, most_witnesses: int, lemma: str) -> pa.Table:
    """The same, of documents that are read as the caller sees fit."""
    tables = {group[0].tradition: _collation(group, read, lemma) for group in groups(traditions, most_witnesses)}
    return pa.concat_tables([COLLATIONS.empty(), *(tables[name] for name in sorted(tables))])


def _collation(witnesses: list[Witness], read: Reader, lemma: str) -> pa.Table:
    texts = [text_of(witness, read) for witness in witnesses]
    found = collated(texts)
    return _table(witnesses, texts, found, readings(found, texts, lemma))


def _table(witnesses: list[Witness], texts: list[Text], found: Places, held: Readings) -> pa.Table:
    """The rows of a tradition: of each place those witnesses that have a token, or lack one that the lemma has."""
    sigla = [witness.siglum for witness in witnesses]
    order = np.argsort(np.array(sigla, object))
    columns = found.columns[:, order]
    place, whose = np.nonzero((columns >= 0) | (held.lemma >= 0)[:, None])
    nth = order[whose]
    token, lemma = columns[place, whose], held.lemma[place]
    start, end = _spans(witnesses, texts, found, place, nth, token)
    variant = held.classes[place, nth]
    arrays: dict[str, Any] = {
        "tradition": pa.repeat(pa.scalar(witnesses[0].tradition, pa.string()), len(place)),
        "place": place,
        "siglum": pa.array(sigla, pa.string()).take(pa.array(nth)),
        "start": start,
        "end": end,
        "lemma": pa.array(held.forms, pa.string()).take(pa.array(lemma, mask=lemma == NOTHING)),
        "kind": pa.array(KINDS, pa.string()).take(pa.array(_kinds(variant, token, lemma))),
        "variant": pa.array(CLASSES, pa.string()).take(pa.array(variant)),
    }
    return pa.table(arrays, schema=COLLATIONS.schema)


def _spans(
    witnesses: list[Witness],
    texts: list[Text],
    found: Places,
    place: NDArray[Any],
    nth: NDArray[Any],
    token: NDArray[Any],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each token stands; what is missing stands behind the last token before it."""
    start, end = np.empty(len(place), np.int64), np.empty(len(place), np.int64)
    for number, (witness, text) in enumerate(zip(witnesses, texts, strict=True)):
        mine = nth == number
        there = token[mine] >= 0
        before = np.maximum.accumulate(found.columns[:, number])[place[mine]]
        point = np.append(text.tokens.ends, witness.start)[before]
        start[mine] = np.where(there, np.append(text.tokens.starts, 0)[token[mine]], point)
        end[mine] = np.where(there, np.append(text.tokens.ends, 0)[token[mine]], point)
    return start, end


def _kinds(variant: NDArray[np.int8], token: NDArray[Any], lemma: NDArray[Any]) -> NDArray[np.int64]:
    """The kinds of classes: of what is no accidental, whether it is more, less, or something else."""
    same, accidental, substantive, plus, minus = range(len(KINDS))
    grave = np.where(token < 0, minus, np.where(lemma < 0, plus, substantive))
    slight = (variant >= ACCIDENTALS.start) & (variant < ACCIDENTALS.stop)
    return np.where(variant == SAME, same, np.where(slight, accidental, grave)).astype(np.int64)
