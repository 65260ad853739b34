"""Places where two documents speak in two languages: the words that both have there are names and numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

Spans = Mapping[tuple[str, str], list[tuple[int, int]]]
"""By a document and another: the stretches of the first that the other renders in another language, in order."""

SHARED = 0.25
"""Two sides in one language share so many of their words in small letters."""
FEW, NEAR = 6, 3
"""A bead of fewer such words is told with so many before and behind it."""
APART = 400
"""So many code points may stand between two beads of one stretch."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def in_two_languages(passages: pa.Table, texts: Mapping[str, str]) -> Spans:
    """Where beads render each other in two languages: a bead's sides share hardly a word but names.

    >>> texts = {"a": "The ship sank off Osna in fog.", "b": "Das Schiff ging vor Osna unter."}
    >>> columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind")
    >>> row = dict(zip(columns, ("a", 0, 30, "b", 0, 31, "translation"), strict=True))
    >>> in_two_languages(pa.Table.from_pylist([row]), texts)
    {('a', 'b'): [(0, 30)], ('b', 'a'): [(0, 31)]}
    """
    beads: defaultdict[tuple[str, str], list[tuple[tuple[int, int], tuple[int, int]]]] = defaultdict(list)
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")
    rows = passages.filter(pc.equal(passages["kind"], "translation")).select(columns)
    for a, start, end, b, start_b, end_b in zip(*(rows[name].to_pylist() for name in columns), strict=True):
        beads[a, b].append(((start, end), (start_b, end_b)))
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    words = cache(lambda doc, span: _small(texts[doc][slice(*span)]))  # a sentence is in beads with many documents
    for (a, b), mine in beads.items():
        mine.sort()
        counts = [_shared(words(a, one), words(b, other)) for one, other in mine]
        for nth, spans in enumerate(mine):
            if _is_apart(counts, nth):
                for pair, span in zip(((a, b), (b, a)), spans, strict=True):
                    found[pair].append(span)
    return {pair: _joined(sorted(spans)) for pair, spans in found.items()}


def _small(text: str) -> Counter[str]:
    """The words of a text in small letters."""
    return Counter(word for word in _WORD.findall(text) if word.islower())


def _shared(one: Counter[str], other: Counter[str]) -> tuple[int, int]:
    """How many of the words of two texts the other has too, and how many there are."""
    return sum(one[word] + other[word] for word in one.keys() & other.keys()), one.total() + other.total()


def _is_apart(counts: list[tuple[int, int]], nth: int) -> bool:
    """Whether the sides of a bead share too few words to be in one language."""
    reach = 0 if counts[nth][1] >= FEW else NEAR
    shared, words = map(sum, zip(*counts[max(0, nth - reach) : nth + reach + 1], strict=True))
    return shared < SHARED * words


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches, with what stands between those that are near."""
    out = spans[:1]
    for start, end in spans[1:]:
        if start - out[-1][1] <= APART:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out
