"""How much the copies of a library differ from what they copy, word by word, measured on the passages found in it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.passages.pieces import draw
from variorum.text import fold

LEAST, MOST = 20, 200
"""Passages of so many words are measured: shorter ones are found only if they differ little."""
MEASURED, FEWEST = 150, 12
"""How many are measured; where there are fewer than the second, nothing is known of a library's noise."""
ALIKE = 0.6
"""Two words that share so much of their letters are one word, spelt or read otherwise."""
LEFT_OUT = 6
"""So many words that one side has alone are no slip: something was left out there."""
EDGES, BEYOND = 0.1, 1 << 40
"""What share of a quoted passage may lie outside its quotation at an end; and more code points than any text has."""


class Noise(NamedTuple):
    """What share of the words of a passage is another word in its copy, another spelling, missing, or not in it."""

    alike: float
    other: float
    dropped: float
    added: float

    @property
    def changed(self) -> float:
        """How many changes there are for each word."""
        return sum(self)


def noise(documents: pa.Table, quoted: pa.Table, passages: pa.Table) -> list[Noise]:
    """The noise of some passages between two documents, chosen by their places; none where there are too few.

    Those are taken that are quoted, if there are enough; what is shared without being quoted is often no copy.

    >>> from variorum.tables import PASSAGES, QUOTED
    >>> noise(pa.table({"doc": ["a"], "text": ["nothing"]}), QUOTED.empty(), PASSAGES.empty())
    []
    """
    of_size = pc.and_(pc.greater_equal(passages["words"], LEAST), pc.less_equal(passages["words"], MOST))
    apart = pc.not_equal(passages["doc_a"], passages["doc_b"])
    not_translated = pc.not_equal(passages["kind"], "translation")
    rows = passages.filter(pc.and_(pc.and_(of_size, apart), not_translated)).drop_columns(["gaps"])
    within = rows.filter(pa.array(_within(rows, quoted, "a") | _within(rows, quoted, "b")))
    chosen = _chosen(within if len(within) >= FEWEST else rows)
    return [_measured(a, b) for a, b in _sides(documents, chosen)] if len(chosen) >= FEWEST else []


def _within(rows: pa.Table, quoted: pa.Table, side: str) -> NDArray[np.bool_]:
    """Which passages stand on one side in a quotation, but for the edges."""
    docs = {doc: nth for nth, doc in enumerate(pc.unique(quoted["doc"]).to_pylist())}
    owners = [docs.get(doc, -1) for doc in rows[f"doc_{side}"].to_pylist()]
    starts, ends = (rows[f"{name}_{side}"].to_numpy() for name in ("start", "end"))
    edges = (starts + EDGES * (ends - starts), ends - EDGES * (ends - starts))
    columns = [[docs[doc] for doc in quoted["doc"].to_pylist()]]
    columns += [quoted[name].to_pylist() for name in ("inner_start", "inner_end")]
    spans = np.array(sorted(zip(*columns, strict=True)), np.int64).reshape(-1, 3)
    keys = spans[:, 0] * BEYOND + spans[:, 1]
    reach = np.maximum.accumulate(spans[:, 0] * BEYOND + spans[:, 2]) if len(spans) else keys
    base = np.array(owners, np.float64) * BEYOND
    at = np.searchsorted(keys, base + edges[0], side="right") - 1
    inside = np.append(reach, -1)[at] >= base + edges[1]
    return np.asarray((base >= 0) & (at >= 0) & inside)


def _chosen(rows: pa.Table) -> list[dict[str, object]]:
    """Some of the rows, by a hash of where they stand."""
    columns = [rows[name].to_pylist() for name in ("doc_a", "start_a", "doc_b", "start_b")]
    keys = [draw(*key) for key in zip(*columns, strict=True)]
    order = sorted(range(len(keys)), key=keys.__getitem__)[:MEASURED]
    return list(rows.take(pa.array(order, pa.int64())).to_pylist())


def _sides(documents: pa.Table, rows: list[dict[str, object]]) -> Iterator[tuple[list[str], list[str]]]:
    places = {doc: at for at, doc in enumerate(documents["doc"].to_pylist())}
    for row in rows:
        spans = [(documents["text"][places[row[f"doc_{x}"]]], row[f"start_{x}"], row[f"end_{x}"]) for x in "ab"]
        one, other = (fold(text.as_py()[start:end])[0].split(" ") for text, start, end in spans)
        yield one, other


def _measured(one: list[str], other: list[str]) -> Noise:
    """What differs between two rows of words.

    >>> _measured("the ship came in at noon".split(), "the shipp came in noon to day".split())
    Noise(alike=0.16666666666666666, other=0.0, dropped=0.16666666666666666, added=0.3333333333333333)
    """
    alike, different, dropped, added = 0, 0, 0, 0
    for kind, a, b, x, y in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal" or max(b - a, y - x) >= LEFT_OUT:
            continue
        pairs = list(zip(one[a:b], other[x:y], strict=False))
        same = sum(SequenceMatcher(None, *pair, autojunk=False).ratio() >= ALIKE for pair in pairs)
        alike, different = alike + same, different + len(pairs) - same
        dropped, added = dropped + b - a - len(pairs), added + y - x - len(pairs)
    return Noise(*(count / len(one) for count in (alike, different, dropped, added)))
