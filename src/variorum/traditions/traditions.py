"""Traditions: all the spans of the library that carry one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from variorum.tables import TRADITIONS
from variorum.text import Words, words
from variorum.traditions.kinds import kinds, places
from variorum.traditions.pairs import Pair, joined
from variorum.traditions.witnesses import Witness, gathered

_YEAR = re.compile(r"Y?(-?\d+)X*")


def traditions(passages: pa.Table, documents: pa.Table, blocks: pa.Table, *, least_words: int = 12) -> pa.Table:
    """The traditions that the passages make, each with its witnesses, the oldest first.

    `least_words` is how many words a passage must share to make a tradition, which gets a page of its own. Witnesses
    stand in the order of their composition, then of their publication, then of their documents' ids. What one document
    alone repeats, and what publishers put round their texts, is marked as such (`kinds`). Translations are left to a
    step of their own.

    >>> from variorum.tables import BLOCKS
    >>> row = {"doc_a": "a", "start_a": 0, "end_a": 60, "doc_b": "b", "start_b": 0, "end_b": 60, "words": 12}
    >>> passages = pa.Table.from_pylist([{**row, "kind": "exact"}])
    >>> text = "the ship came in at noon and nobody on the quay had a word to say"
    >>> dates = {"composed": ["1850", "1810"], "published": [None, None]}
    >>> documents = pa.table({"doc": ["a", "b"], **dates, "text": [text] * 2})
    >>> traditions(passages, documents, BLOCKS.empty()).select(["doc", "siglum", "kind"]).to_pylist()
    [{'doc': 'b', 'siglum': 'A', 'kind': 'text'}, {'doc': 'a', 'siglum': 'B', 'kind': 'text'}]
    """
    same = passages.filter(pc.not_equal(passages["kind"], "translation"))
    docs = sorted({doc for name in ("doc_a", "doc_b") for doc in pc.unique(same[name]).to_pylist()})
    pairs = [pair for pair in joined(_pairs(same, docs)) if pair.words >= least_words]
    ages = _ages(documents)
    texts = [sorted(text, key=lambda one: (ages[docs[one.doc]], one)) for text in gathered(pairs)]
    texts.sort(key=lambda text: text[0])
    of_kinds = kinds(texts, places(docs, documents, blocks))
    named = zip(of_kinds, _named(texts, docs, documents), strict=True)
    rows = [{"kind": kind, **row} for kind, rows in named for row in rows]
    return TRADITIONS.rows(sorted(rows, key=lambda row: (row["tradition"], row["siglum"])))


def _pairs(passages: pa.Table, docs: list[str]) -> list[Pair]:
    numbers = {doc: at for at, doc in enumerate(docs)}
    columns = ("doc_a", "doc_b", "start_a", "end_a", "start_b", "end_b", "words")
    rows = zip(*(passages[name].to_pylist() for name in columns), strict=True)
    return [Pair(numbers[a], numbers[b], *spans) for a, b, *spans in rows]


def _ages(documents: pa.Table) -> dict[str, list[tuple[int, str]]]:
    """What puts the documents in order of age: when they were composed, then when they were published.

    Where one is not known the other stands for it; those without a date come last.
    """
    columns = (documents[name].to_pylist() for name in ("doc", "composed", "published"))
    return {
        doc: [_age(composed or published or ""), _age(published or composed or "")]
        for doc, composed, published in zip(*columns, strict=True)
    }


def _age(edtf: str) -> tuple[int, str]:
    """
    >>> sorted(["1917-11", "1917-10-18", "-0044", "", "18XX"], key=_age)
    ['-0044', '18XX', '1917-10-18', '1917-11', '']
    """
    match = _YEAR.match(edtf.lstrip("[{.~?%"))
    if not match:
        return 10**9, edtf
    year = match.group(1) + "0" * match.group().count("X")
    return int(year), edtf


def _named(texts: list[list[Witness]], docs: list[str], documents: pa.Table) -> Iterator[list[dict[str, Any]]]:
    """The rows of each tradition; its id is made from the words of its base witness."""
    bases = {docs[text[0].doc] for text in texts}
    mine = documents.filter(pc.is_in(documents["doc"], pa.array(sorted(bases), pa.string())))
    known: dict[str, Words] = {}
    taken: dict[str, int] = {}
    where = {doc: at for at, doc in enumerate(mine["doc"].to_pylist())}
    for text in texts:
        doc = docs[text[0].doc]
        if doc not in known:
            known = {doc: words(mine["text"][where[doc]].as_py())}
        name = _name(known[doc], text[0])
        taken[name] = taken.get(name, 0) + 1
        name = name if taken[name] == 1 else f"{name}-{taken[name]}"
        yield [
            {"tradition": name, "doc": docs[one.doc], "start": one.start, "end": one.end, "siglum": siglum(at)}
            for at, one in enumerate(text)
        ]


def _name(found: Words, base: Witness) -> str:
    """Twelve hexadecimal digits from the words of a span."""
    first, last = np.searchsorted(found.starts, [base.start, base.end])
    return blake2b(found.keys[first:last].astype("<u8").tobytes(), digest_size=6).hexdigest()


def siglum(at: int) -> str:
    """The letters of the witness with this ordinal: A to Z, Aa to Zz, Aaa and so on.

    >>> [siglum(at) for at in (0, 25, 26, 27, 701, 702)]
    ['A', 'Z', 'Aa', 'Ab', 'Zz', 'Aaa']
    """
    letters = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters.capitalize()
