"""Renderings carried over to copies: what renders a text renders each copy of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.passages.beads import Beads

Numbers = NDArray[np.int64]
Pair = tuple[int, int]
Places = Mapping[str, Sequence[int]]
"""Where each sentence of a document stands, by what it says."""

LISTED = re.compile(r"^\W*\d{1,3}[.)]\s")
WORDS = re.compile(r"[^\W_]+")
SLACK = 8
"""So many sentences more or less a copy may have been cut into by the way."""
FEWEST, SHARE = 2, 0.5
"""So many beads are carried over, and so many of a stretch, where any are."""


def carried(said: Sequence[Sequence[str]], found: Mapping[Pair, Sequence[Beads]]) -> dict[Pair, list[Beads]]:
    """The beads of documents with copies of what they render, or of what renders them, where none are known.

    `said`: the sentences of each document; `found`: the beads of each two documents by their numbers. What is copied is
    the same in every sentence, so that beads need not be laid again. Sentences may be set otherwise, not worded.
    """
    if not found:
        return {}
    plain = [list(map(_plain, sentences)) for sentences in said]
    places = [_places(sentences) for sentences in plain]
    more: dict[Pair, list[Beads]] = {}
    for (one, other), parts in sorted(found.items()):
        for kept, copied, side in ((one, other, 2), (other, one, 0)):
            for third in _sharing(plain, places, copied, parts, side):
                pair = min(kept, third), max(kept, third)
                of_kept = 0 if kept < third else 2
                known = [*found.get(pair, ()), *more.get(pair, ())]
                for part in parts:
                    if third != kept and not any(
                        _meets(part.laid[:, 2 - side :], of.laid[:, of_kept:]) for of in known
                    ):
                        moved = _moved(part, side, of_kept, plain[copied], places[third])
                        more.setdefault(pair, []).extend(moved)
    return {pair: parts for pair, parts in more.items() if parts}


def _plain(sentence: str) -> str:
    """What a sentence says, without its marks and the number of a list, and however it is set.

    >>> _plain("1. “Think of it! ...”")
    'think of it'
    """
    return " ".join(WORDS.findall(LISTED.sub("", sentence).lower()))


def _places(sentences: Sequence[str]) -> Places:
    places: dict[str, list[int]] = {}
    for nth, sentence in enumerate(sentences):
        places.setdefault(sentence, []).append(nth)
    return places


def _sharing(
    plain: Sequence[Sequence[str]], places: Sequence[Places], copied: int, parts: Sequence[Beads], side: int
) -> Iterator[int]:
    """The other documents that have half the sentences of some part."""
    spans = [Counter(plain[copied][part.laid[0, side] : part.laid[-1, side + 1]]) for part in parts]
    for third, there in enumerate(places):
        shares = (sum(span[one] for one in span.keys() & there.keys()) / span.total() for span in spans)
        if third != copied and any(share >= SHARE for share in shares):
            yield third


def _meets(one: Numbers, other: Numbers) -> bool:
    """Whether two parts overlap: their beads, each by its start and end first."""
    return bool(one[0, 0] < other[-1, 1] and other[0, 0] < one[-1, 1])


def _moved(part: Beads, side: int, of_kept: int, sentences: Sequence[str], there: Places) -> list[Beads]:
    """The beads of a part with the sentences of one side where they stand in a copy, if enough of them do."""
    first = int(part.laid[0, side])
    at = _copy(sentences[first : part.laid[-1, side + 1]], there)
    kept, spans, end = [], [], 0
    for nth, (start, stop) in enumerate((part.laid[:, side : side + 2] - first).tolist()):
        mine = [at.get(one, -1) for one in range(start, stop)]
        if mine[0] >= end and mine == list(range(mine[0], mine[0] + len(mine))):
            end = mine[-1] + 1
            kept.append(nth)
            spans.append((mine[0], end))
    if len(kept) < max(FEWEST, SHARE * len(part.laid)):
        return []
    laid = np.empty((len(kept), 4), np.int64)
    laid[:, of_kept : of_kept + 2] = part.laid[kept, 2 - side : 4 - side]
    laid[:, 2 - of_kept : 4 - of_kept] = spans
    return [Beads(laid, part.alike[kept], part.apart[kept])]


def _copy(sentences: Sequence[str], there: Places) -> dict[int, int]:
    """Where each sentence of a stretch stands in another document, about as far on from the begin of the stretch."""
    off = Counter(place - nth for nth, one in enumerate(sentences) for place in there.get(one, ()))
    (usual, _), *_ = off.most_common(1) or [(0, 0)]
    near = {
        nth: min(there[one], key=lambda place, nth=nth: abs(place - nth - usual))  # type: ignore[misc]
        for nth, one in enumerate(sentences)
        if one in there
    }
    return {nth: place for nth, place in near.items() if abs(place - nth - usual) <= SLACK}
