"""What sort of thing a tradition is: a text in several documents, a repetition inside one, or boilerplate."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.traditions.witnesses import Witness

FURNITURE, HEADING = 3, 1.5
"""A witness stands in furniture if one part of it in three does; a text may begin or end beside a licence. It stands in
headings if two parts in three do."""
RECURS = 5
"""What stands so often in each of its documents, one with another, is a formula or a running title."""
ENDS, AT_ENDS = 50, 6
"""What so many documents have, most of them in their first fiftieth or their last, is a letterhead or a colophon."""
LONG, TIMES = 2000, 4
"""A text of so many code points, so many times as long as another inside it, makes its documents copies there."""


class Places(NamedTuple):
    """For each document its length, and the spans of its furniture and of its headings, in order, without overlap."""

    lengths: list[int]
    furniture: list[NDArray[np.int64]]
    headings: list[NDArray[np.int64]]


class Long(NamedTuple):
    """The long witnesses of a document, by start, each with its text's number; and how far those so far reach."""

    spans: list[tuple[Witness, int]]
    reach: list[int]


def places(docs: list[str], documents: pa.Table, blocks: pa.Table) -> Places:
    """Where the documents named have what is not their own text."""
    lengths = dict(zip(documents["doc"].to_pylist(), pc.utf8_length(documents["text"]).to_pylist(), strict=True))
    return Places([lengths[doc] for doc in docs], _spans(docs, blocks, "furniture"), _spans(docs, blocks, "heading"))


def _spans(docs: list[str], blocks: pa.Table, kind: str) -> list[NDArray[np.int64]]:
    found: dict[str, list[tuple[int, int]]] = {doc: [] for doc in docs}
    mine = blocks.filter(pc.equal(blocks["kind"], kind))
    for doc, start, end in sorted(zip(*(mine[name].to_pylist() for name in ("doc", "start", "end")), strict=True)):
        if doc in found:
            before = found[doc][-1][1] if found[doc] else 0
            found[doc] += [(max(start, before), end)] * (end > before)
    return [np.array(found[doc], np.int64).reshape(-1, 2) for doc in docs]


def kinds(texts: list[list[Witness]], where: Places) -> list[str]:
    """What the witnesses of each text make of it.

    >>> where = Places([900, 900], [np.array([[0, 90]])] * 2, [np.empty((0, 2), np.int64)] * 2)
    >>> kinds([[Witness(0, 300, 390), Witness(1, 310, 400)], [Witness(0, 10, 80), Witness(1, 10, 80)]], where)
    ['text', 'boilerplate']
    >>> kinds([[Witness(0, 300, 390), Witness(0, 410, 500)]], where)
    ['repetition']
    """
    long = _long(texts, len(where.lengths))
    return [_kind(text, texts, where, long) for text in texts]


def _kind(text: list[Witness], texts: list[list[Witness]], where: Places, long: list[Long]) -> str:
    documents = len({one.doc for one in text})
    if 2 * sum(_around(one, where) for one in text) > len(text) or _at_ends(text, where, documents):
        return "boilerplate"
    if len(text) >= RECURS * documents or _within_one(text, texts, long):
        return "repetition"
    return "text"


def _within_one(text: list[Witness], texts: list[list[Witness]], long: list[Long]) -> bool:
    """Whether all its documents are copies of one another where it stands, and it stands oftener than they do."""
    groups = {one.doc: {one.doc} for one in text}
    copies = 1
    for one in text:
        for container in _containers(one, long[one.doc]):
            docs = [witness.doc for witness in texts[container] if witness.doc in groups]
            copies = max(copies, len(docs))
            merged = set[int]().union(*(groups[doc] for doc in docs))
            groups.update(dict.fromkeys(merged, merged))
    return len({id(group) for group in groups.values()}) == 1 and len(text) > copies


def _containers(one: Witness, long: Long) -> list[int]:
    """The texts that are much longer than a witness and have it inside."""
    found, at = [], bisect_right(long.spans, one.start, key=lambda each: each[0].start) - 1
    while at >= 0 and long.reach[at] >= one.end:
        other, text = long.spans[at]
        if other.end >= one.end and other.end - other.start >= TIMES * (one.end - one.start):
            found.append(text)
        at -= 1
    return found


def _long(texts: list[list[Witness]], documents: int) -> list[Long]:
    found: list[list[tuple[Witness, int]]] = [[] for _ in range(documents)]
    for nth, text in enumerate(texts):
        for one in text:
            if one.end - one.start >= LONG:
                found[one.doc].append((one, nth))
    found = [sorted(spans) for spans in found]
    return [Long(spans, list(accumulate((one.end for one, _ in spans), max))) for spans in found]


def _around(one: Witness, where: Places) -> bool:
    length = one.end - one.start
    furniture, heading = _inside(one, where.furniture[one.doc]), _inside(one, where.headings[one.doc])
    return FURNITURE * furniture >= length or HEADING * heading >= length


def _inside(one: Witness, spans: NDArray[np.int64]) -> int:
    """How many code points of a witness stand in spans."""
    first = int(np.searchsorted(spans[:, 1], one.start, side="right"))
    last = int(np.searchsorted(spans[:, 0], one.end))
    near = np.clip(spans[first:last], one.start, one.end)
    return int((near[:, 1] - near[:, 0]).sum())


def _at_ends(text: list[Witness], where: Places, documents: int) -> bool:
    at_ends = sum(_at_end(one, where.lengths[one.doc]) for one in text)
    return documents >= AT_ENDS and 4 * at_ends >= 3 * len(text)


def _at_end(one: Witness, length: int) -> bool:
    return ENDS * one.end <= length or ENDS * (length - one.start) <= length
