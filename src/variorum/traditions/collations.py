"""Collations: the witnesses of a tradition, token by token, against its base."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from variorum.tables import COLLATIONS
from variorum.traditions.anchors import Numbers
from variorum.traditions.places import KINDS, SAME, Answers, Text, answered, inserted
from variorum.traditions.tokens import Tokens, tokens, within

READ_AT_ONCE = 64
"""How many documents' tokens are kept; traditions are taken in the order of their base's document."""
NOTHING = -1


class _Witness(NamedTuple):
    siglum: str
    doc: str
    start: int
    end: int


class _Columns(NamedTuple):
    """The rows of one witness; `lemma` is the number of a token of the base, or -1."""

    place: Numbers
    start: Numbers
    end: Numbers
    lemma: Numbers
    kind: Numbers


def collations(traditions: pa.Table, documents: pa.Table, *, most_witnesses: int = 50) -> pa.Table:
    """Every token of every witness at its place along the base, which is the first witness of its tradition.

    A token is a word or a sign of punctuation. What the base has and a witness lacks is a row with an empty span, kind
    minus (of punctuation: accidental); what the witness has beyond the base is at a place of its own, without a lemma,
    kind plus (of punctuation: accidental). `most_witnesses` is how many witnesses are still collated: a tradition with
    more is boilerplate. Each witness is held against the base alone; witnesses that add the same words share a place.

    >>> texts = ["The old man slept.", "The old man slept soundly, they say."]
    >>> documents = pa.table({"doc": ["a", "b"], "text": texts})
    >>> rows = {"tradition": ["t"] * 2, "doc": ["a", "b"], "start": [0, 0], "end": [18, 36], "siglum": ["A", "B"]}
    >>> table = collations(pa.table(rows), documents)
    >>> [(row["place"], row["kind"]) for row in table.to_pylist() if row["siglum"] == "B" and row["kind"] != "same"]
    [(4, 'plus'), (5, 'accidental'), (6, 'plus'), (7, 'plus')]
    """
    read = _reader(documents)
    groups: dict[str, list[_Witness]] = {}
    columns = (traditions[name].to_pylist() for name in ("tradition", "siglum", "doc", "start", "end"))
    for name, *witness in sorted(zip(*columns, strict=True)):
        groups.setdefault(name, []).append(_Witness(*witness))
    wanted = [name for name, group in groups.items() if 1 < len(group) <= most_witnesses]
    by_base = sorted(wanted, key=lambda name: (groups[name][0].doc, groups[name][0].start))
    tables = {name: _collation(name, groups[name], read) for name in by_base}
    return pa.concat_tables([COLLATIONS.empty(), *(tables[name] for name in wanted)])


def _reader(documents: pa.Table) -> Callable[[str], tuple[str, Tokens]]:
    """What gives a document's text and its tokens."""
    where = {doc: at for at, doc in enumerate(documents["doc"].to_pylist())}
    texts = documents["text"]

    @lru_cache(maxsize=READ_AT_ONCE)
    def read(doc: str) -> tuple[str, Tokens]:
        text = texts[where[doc]].as_py()
        return text, tokens(text)

    return read


def _collation(name: str, witnesses: list[_Witness], read: Callable[[str], tuple[str, Tokens]]) -> pa.Table:
    base, *others = [_text(witness, read) for witness in witnesses]
    answers = [answered(base, other) for other in others]
    sizes, taken = inserted(others, answers)
    places = _base_places(len(base.written), sizes)
    columns = [_base_columns(base, places)]
    for witness, other, answer, mine in zip(witnesses[1:], others, answers, taken, strict=True):
        columns.append(_columns(witness, other, answer, mine, places, sizes))
    return _table(name, [witness.siglum for witness in witnesses], base, columns)


def _text(witness: _Witness, read: Callable[[str], tuple[str, Tokens]]) -> Text:
    text, found = read(witness.doc)
    mine = within(found, witness.start, witness.end)
    return Text(mine, [text[start:end] for start, end in zip(mine.starts.tolist(), mine.ends.tolist(), strict=True)])


def _base_places(count: int, sizes: dict[int, int]) -> Numbers:
    """The place of each token of the base, and of the end, after the places that stand before it."""
    places = np.arange(count + 1)
    extra = np.zeros(count + 1, np.int64)
    extra[list(sizes)] = list(sizes.values())
    return places + np.cumsum(extra)


def _base_columns(base: Text, places: Numbers) -> _Columns:
    count = len(base.written)
    return _Columns(places[:-1], base.tokens.starts, base.tokens.ends, np.arange(count), np.full(count, SAME, np.int64))


def _columns(
    witness: _Witness, text: Text, answer: Answers, mine: dict[int, int], places: Numbers, sizes: dict[int, int]
) -> _Columns:
    there = answer.base >= 0
    at = answer.base[there]
    missing = np.flatnonzero(~there)
    added = np.array([token for found in answer.gaps.values() for token in found], np.int64)
    gaps = np.array([gap for gap, found in answer.gaps.items() for _ in found], np.int64)
    before = np.full(len(places), NOTHING)
    np.maximum.at(before, gaps, added)
    reached = np.maximum.accumulate(np.maximum(answer.base, before[:-1]))[missing]
    point = np.append(text.tokens.ends, witness.start)[reached]
    size = np.array([sizes[gap] for gap in gaps.tolist()], np.int64)
    offset = np.array([mine[token] for token in added.tolist()], np.int64)
    return _Columns(
        np.concatenate([places[:-1][there], places[missing], places[gaps] - size + offset]),
        np.concatenate([text.tokens.starts[at], point, text.tokens.starts[added]]),
        np.concatenate([text.tokens.ends[at], point, text.tokens.ends[added]]),
        np.concatenate([np.flatnonzero(there), missing, np.full(len(added), NOTHING)]),
        np.concatenate([answer.base_kinds[there], answer.base_kinds[missing], answer.kinds[added]]).astype(np.int64),
    )


def _table(name: str, sigla: list[str], base: Text, columns: list[_Columns]) -> pa.Table:
    whose = np.repeat(np.arange(len(columns)), [len(one.place) for one in columns])
    place, start, end, lemma, kind = (np.concatenate(parts) for parts in zip(*columns, strict=True))
    order = np.lexsort((start, np.argsort(np.argsort(sigla))[whose], place))
    arrays: dict[str, Any] = {
        "tradition": pa.repeat(pa.scalar(name, pa.string()), len(order)),
        "place": place[order],
        "siglum": pa.array(sigla, pa.string()).take(pa.array(whose[order])),
        "start": start[order],
        "end": end[order],
        "lemma": pa.array(base.written, pa.string()).take(pa.array(lemma[order], mask=lemma[order] == NOTHING)),
        "kind": pa.array(KINDS, pa.string()).take(pa.array(kind[order])),
    }
    return pa.table(arrays, schema=COLLATIONS.schema)
