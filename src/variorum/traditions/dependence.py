"""The step `dependence`: words that two translations have to the letter, and that chance would hardly have brought."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import lgamma
from operator import itemgetter
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.tables import DEPENDENCE
from variorum.text import words
from variorum.traditions.agreements import Agreements, Read, agreements, sorts

WONT = (0.65, 0.75, 0.6, 0.55, 0.3)
"""How often independent translators go on in the same word of each sort, where they have agreed in the one before."""
TRIALS = 20
"""So many words of a sort weigh as much as what is wont."""
SAME = 0.15
"""Two documents of one language agree in such a share of their words: else a few are names, or quoted by both."""
_PAIR = itemgetter("doc_a", "doc_b")
_SPANS = itemgetter("start_a", "end_a", "start_b", "end_b")


def dependence(documents: pa.Table, passages: pa.Table, *, chance: float = 0.02) -> pa.Table:
    """The runs of words that a translation has to the letter from another, or both from a third.

    Independent translators of one text agree in many words, and by chance in some that follow one another. How often
    they go on agreeing is learnt from the rest of the two, for names and for words of each degree of rarity by
    themselves. So many runs as improbable as one are expected in these two documents by chance: it is listed where that
    is `chance` at most. Who has it from whom is not claimed.
    """
    beads = passages.filter(pc.equal(passages["kind"], "translation")).to_pylist()
    if not beads:
        return DEPENDENCE.empty()
    read = _read(documents, {row[f"doc_{side}"] for row in beads for side in "ab"})
    beads.sort(key=_PAIR)
    return DEPENDENCE.rows(
        [
            row
            for pair, rows in groupby(beads, key=_PAIR)
            for row in _rows(pair, read[pair[0]], read[pair[1]], list(map(_SPANS, rows)), chance)
        ]
    )


def _read(documents: pa.Table, wanted: set[str]) -> dict[str, Read]:
    """The words of those documents; how usual they are is counted in the library."""
    texts = dict(zip(documents["doc"].to_pylist(), documents["text"].to_pylist(), strict=True))
    found = {doc: words(text) for doc, text in texts.items()}
    counts = np.unique(np.concatenate([each.keys for each in found.values()]), return_counts=True)
    return {doc: Read(found[doc], sorts(texts[doc], found[doc], counts)) for doc in sorted(wanted)}


def _rows(
    pair: tuple[str, str], one: Read, other: Read, beads: list[tuple[int, int, int, int]], chance: float
) -> Iterator[dict[str, Any]]:
    found = agreements(one, other, beads)
    if found.share < SAME:
        return
    expected = by_chance(found)
    for nth in np.flatnonzero(expected <= chance).tolist():
        a, b, long = found.runs[nth].tolist()
        yield {
            "doc_a": pair[0], "start_a": int(one.words.starts[a]), "end_a": int(one.words.ends[a + long - 1]),
            "doc_b": pair[1], "start_b": int(other.words.starts[b]), "end_b": int(other.words.ends[b + long - 1]),
            "words": long, "one_in": (times := _round(1 / expected[nth])), "reason": _reason(found, nth, times),
        }  # fmt: skip


def by_chance(found: Agreements) -> NDArray[np.float64]:
    """For each run, how many as improbable as it are expected between two independent translations of this size.

    It is the number of places where a run begins, times the chance that it goes on so far (the extreme values of runs
    of success, as in Arratia and Waterman 1985): each further word agrees with a chance that depends on its sort, and
    that is known as far as the other runs tell (a beta distribution, begun with what is wont).
    """
    usual = np.array(WONT)
    on = TRIALS * usual + found.gone_on.sum(axis=0) - found.gone_on
    off = TRIALS * (1 - usual) + found.ended.sum(axis=0) - found.ended
    far = found.gone_on
    bits = _gamma(on + far) - _gamma(on) + _gamma(on + off) - _gamma(on + off + far)
    expected: NDArray[np.float64] = len(found.runs) * np.exp(bits.sum(axis=1))
    return expected


_gamma = np.vectorize(lgamma, otypes=[np.float64])


def _round(times: float) -> int:
    """A number with two figures that count, rounded down.

    >>> _round(2219.7), _round(51.2), _round(1e30)
    (2200, 51, 1000000000)
    """
    whole = int(min(times, 1e9))
    unit = int(10 ** max(0, len(str(whole)) - 2))
    return whole // unit * unit


def _reason(found: Agreements, nth: int, times: int) -> str:
    on, ended = (int(counts.sum() - counts[nth].sum()) for counts in (found.gone_on, found.ended))
    return (
        f"{found.runs[nth, 2]} words are the same to the letter; by chance less than one in {times:,} such pairs of "
        "independent translations would have words as improbable as these, for elsewhere these two go on in the same "
        f"word after one that they share in {round(100 * on / max(on + ended, 1))} of 100 places; one drew on the "
        "other, or both on a third: which, is not told by this"
    )
