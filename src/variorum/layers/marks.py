"""Quotation marks: which characters they are, which way each one points, and what an apostrophe looks like.

Every mark gets three costs: of opening a quotation, of closing one, and of being neither (an apostrophe, a prime, a
slip). What stands before and after it counts most, then the way the document itself turns that character: “ opens in
English and closes in German, » closes in French and opens in Danish, ” does both in Swedish.

>>> [(mark.glyph, mark.opens < mark.closes) for mark in marks("„Ja“, sagte er.")]
[('„', True), ('“', False)]
>>> [mark.neither for mark in marks("The workers’ party said ’no’.")]
[1, 4, 4]
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.layers.apostrophes import STRAY, Single, apostrophe, elided, possessive
from variorum.layers.glyphs import (
    CLOSING,
    DOUBLE,
    GLYPHS,
    GUILLEMET,
    NEUTRAL,
    OPENING,
    SINGLE,
    Units,
    glyphs,
    singles,
    units,
)
from variorum.layers.neighbours import contexts, is_digit, is_letter, is_stop, neighbours

_FIXED = frozenset("\"'＂＇,,``''") | {"``", "''", ",,", "「", "」", "『", "』", "｢", "｣", "﹁", "﹂", "﹃", "﹄"}
_LOW_COMMAS = re.compile(r"(?<!\S),,(?=[^\W_])")

# Costs by what the neighbours say (row) and where the character points (column): opening, neutral, closing.
_OPEN_COST = np.array(((0, 0, 3), (0, 2, 6), (4, 8, 12)))
_CLOSE_COST = np.array(((12, 8, 4), (6, 1, 0), (3, 0, 0)))
LOOSE = 4
"""The cost of taking a straight mark after a comma for one on the wrong side of a space."""


class Mark(NamedTuple):
    """A mark and the costs of reading it as an opening mark, a closing mark, and neither."""

    start: int
    end: int
    family: int
    glyph: str
    points: int
    opens: int
    closes: int
    neither: int


class _Seen(NamedTuple):
    """Marks before the document's habits are known, in columns."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    glyphs: list[str]
    families: NDArray[np.int64]
    contexts: NDArray[np.int64]
    after_stop: NDArray[np.bool_]
    after_digit: NDArray[np.bool_]


def marks(text: str) -> list[Mark]:
    """Every quotation mark of a text, and every apostrophe at the edge of a word, in order."""
    codes = units(text)
    seen = _seen(text, codes)
    if not seen.glyphs:
        return []
    directions = _directions(seen)
    points = np.array([directions[glyph] for glyph in seen.glyphs])
    opens, closes = _OPEN_COST[seen.contexts, points], _CLOSE_COST[seen.contexts, points]
    _loosen(text, seen, points, opens, closes)
    neither = np.where(seen.after_digit, 2, STRAY)
    costs = opens.tolist(), closes.tolist(), neither.tolist()
    _single(text, seen, points, costs)
    columns = (column.tolist() for column in (seen.starts, seen.ends, seen.families))
    return list(map(Mark._make, zip(*columns, seen.glyphs, points.tolist(), *costs, strict=True)))


def _seen(text: str, codes: Units) -> _Seen:
    starts, ends = _spans(text, codes)
    before, after = neighbours(codes, starts - 1), neighbours(codes, ends)
    written = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    return _Seen(
        starts,
        ends,
        written,
        np.array([GLYPHS[glyph][0] for glyph in written], np.int64),
        contexts(text, starts, ends, before, after),
        is_stop(before),
        is_digit(before),
    )


def _spans(text: str, codes: Units) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where marks stand: not inside a word, like an apostrophe; two like single marks that touch are one."""
    at = glyphs(codes)
    inside = singles(codes[at]) & is_letter(neighbours(codes, at - 1)) & is_letter(neighbours(codes, at + 1))
    at = at[~inside]
    touching = at[1:][at[1:] - at[:-1] == 1]
    low = ((codes[1:] == ord(",")) & (codes[:-1] == ord(","))).any()
    if not low and not (codes[touching] == codes[touching - 1]).any():
        return at, at + 1
    commas = [match.span() for match in _LOW_COMMAS.finditer(text)] if low else []
    spans = _joined(text, sorted([(start, start + 1) for start in at.tolist()] + commas))
    pairs = np.array(spans, np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Two like single marks that touch are one double mark: ''so'' and ``so''."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and out[-1] == (start - 1, start) and text[start - 1 : end] in ("''", "``") and not elided(text, end):
            out[-1] = (start - 1, end)
        else:
            out.append((start, end))
    return out


def _directions(seen: _Seen) -> dict[str, int]:
    """Which way each character points in this document, learnt from its neighbours."""
    counts = Counter(zip(seen.glyphs, seen.contexts.tolist(), strict=True))
    points = {glyph: _direction(glyph, counts[glyph, OPENING], counts[glyph, CLOSING]) for glyph, _ in counts}
    if points.get("”") == NEUTRAL:
        points["’"] = NEUTRAL  # Swedish and Finnish: what the double marks do the single ones do
    return points


def _direction(glyph: str, opening: int, closing: int) -> int:
    usual = GLYPHS[glyph][1]
    if glyph in _FIXED or opening + closing < 2 or glyph == "’":
        return usual
    if opening > 2 * closing:
        return OPENING
    if closing > 2 * opening:
        return CLOSING
    return NEUTRAL if opening + closing >= 6 else usual


def _singles_first(seen: _Seen) -> bool:
    """Whether the document quotes in single marks first: marks after a stop are hardly ever apostrophes."""
    closing = np.bincount(seen.families[seen.after_stop & (seen.contexts == CLOSING)], minlength=GUILLEMET + 1)
    return bool(closing[SINGLE] > closing[DOUBLE] + closing[GUILLEMET])


def _single(text: str, seen: _Seen, points: NDArray[np.int64], costs: tuple[list[int], list[int], list[int]]) -> None:
    """What it costs to take single marks for what they may be."""
    singles_first = _singles_first(seen)
    opens, closes, neither = costs
    at = np.flatnonzero(seen.families == SINGLE)
    columns = (column[at].tolist() for column in (seen.starts, seen.ends, seen.contexts, seen.after_stop, points))
    for place, *known in zip(at.tolist(), *columns, strict=True):
        one = Single._make((*known, singles_first))
        neither[place] = cost = apostrophe(text, one)
        opens[place] += (0 if singles_first else 1) + (4 if cost == 0 else 0)
        closes[place] += (0, 4, 2)[possessive(text, one)] if cost == 1 and not one.after_stop else 0


def _loosen(
    text: str,
    seen: _Seen,
    points: NDArray[np.int64],
    opens: NDArray[np.int64],
    closes: NDArray[np.int64],
) -> None:
    """A straight mark on the wrong side of a space: so, "said he; he said," So."""
    straight = (points == NEUTRAL) & (seen.families != SINGLE) & (seen.contexts != NEUTRAL)
    for at in np.flatnonzero(straight).tolist():
        start = int(seen.starts[at])
        if seen.contexts[at] == OPENING and text[max(0, start - 2)] in ",;:.!?":
            closes[at] = min(closes[at], LOOSE)
        elif seen.contexts[at] == CLOSING and text[max(0, start - 1)] in ",;:":
            opens[at] = min(opens[at], LOOSE)
