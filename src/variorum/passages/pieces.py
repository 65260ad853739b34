"""Pieces of a library's own documents, chosen by hashes of the documents' ids and never by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

MOST, FEWEST = 64, 16
"""How many pieces are copied, and as many again that they quote; a library that has not so many is too small."""
LONGEST, SHORTEST = 1000, 100
"""How many words a piece has at most, and at least."""
EMPTY_LINES = re.compile(r"\s*\n\s*\n\s*")


class Place(NamedTuple):
    """A piece by its document and its ordinal in the half of it."""

    doc: str
    nth: int


class Pair(NamedTuple):
    """A piece of a document's first half, which is to quote, and one of another's second half, to be quoted."""

    target: Place
    source: Place


def draw(*key: Any) -> float:
    """A number from 0 to 1 that stands for chance, and is always the same.

    >>> draw("reed", 3) == draw("reed", 3) != draw("reed", 4)
    True
    """
    return int.from_bytes(blake2b(repr(key).encode("utf-8", "replace"), digest_size=7).digest()) / 2.0**56


def pairs(documents: pa.Table, passages: pa.Table) -> tuple[list[Pair], int]:
    """Pieces in pairs, of documents that share passages where there are such; and of how many words they are."""
    counts = dict(zip(documents["doc"].to_pylist(), documents["words"].to_pylist(), strict=True))
    total = sum(filter(None, counts.values()))
    number = min(MOST, total // (3 * SHORTEST))
    size = min(LONGEST, total // (3 * max(1, number)))
    pieces = {doc: max(1, n // (2 * size)) for doc, n in counts.items() if n and n >= 2 * SHORTEST}
    if number < FEWEST or len(pieces) < 2:
        return [], size
    every = [Place(doc, nth) for doc, number in pieces.items() for nth in range(number)]
    targets = sorted(every, key=lambda place: draw("target", *place))[:number]
    others = sorted(every, key=lambda place: draw("source", *place))[:number]
    partners = _partners(passages, {target.doc for target in targets}, pieces)
    return [Pair(target, _source(target, partners, others, pieces)) for target in targets], size


def _partners(passages: pa.Table, docs: set[str], pieces: Mapping[str, int]) -> dict[str, set[str]]:
    """The documents with which each of some documents shares a passage."""
    found: dict[str, set[str]] = {doc: set() for doc in docs}
    apart = passages.filter(pc.not_equal(passages["doc_a"], passages["doc_b"]))
    for row in apart.group_by(["doc_a", "doc_b"]).aggregate([]).to_pylist():
        for doc, other in ((row["doc_a"], row["doc_b"]), (row["doc_b"], row["doc_a"])):
            if doc in found and other in pieces:
                found[doc].add(other)
    return found


def _source(target: Place, partners: dict[str, set[str]], others: list[Place], pieces: Mapping[str, int]) -> Place:
    known = partners[target.doc]
    if known:
        doc = min(known, key=lambda doc: draw(*target, doc))
        return Place(doc, int(draw(*target, doc, "piece") * pieces[doc]))
    strange = [place for place in others if place.doc != target.doc]
    strange = strange or [Place(doc, 0) for doc in sorted(pieces) if doc != target.doc]
    return strange[int(draw(*target) * len(strange))]


def paragraphs(text: str, words: int, blocks: pa.Table, start: int, size: int) -> list[str]:
    """The paragraphs of a piece of so many words, from an offset on, furniture left out.

    >>> from variorum.tables import BLOCKS
    >>> spans = [(0, 8, "heading"), (9, 27, "paragraph"), (28, 40, "furniture")]
    >>> rows = [{"doc": "a", "start": start, "end": end, "kind": kind} for start, end, kind in spans]
    >>> paragraphs("One two. Three four. Five. Page number.", 7, BLOCKS.rows(rows), 4, 7)
    ['Three four. Five.']
    """
    stop = start + size * len(text) // max(1, words)
    found = []
    for first, last in _leaves(blocks):
        low, high = max(first, start), min(last, stop)
        if low < high:
            low = low if low == first else text.find(" ", low, high) + 1 or high
            high = high if high == last else max(low, text.rfind(" ", low, high))
            found.append(EMPTY_LINES.sub("\n", text[low:high].strip()))
    return [paragraph for paragraph in found if paragraph]


def _leaves(blocks: pa.Table) -> Iterator[tuple[int, int]]:
    """The blocks that hold no other and are no furniture."""
    columns = (blocks[name].to_pylist() for name in ("start", "end", "kind"))
    rows = sorted(zip(*columns, strict=True), key=lambda row: (row[0], -row[1]))
    for nth, (start, end, kind) in enumerate(rows):
        inner = nth + 1 < len(rows) and rows[nth + 1][0] < end
        if kind != "furniture" and not inner:
            yield start, end
