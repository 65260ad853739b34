"""Marks read one by one, in plain Python: the oracle for `variorum.layers.marks`."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple
from unicodedata import category

from variorum.layers.apostrophes import Single, apostrophe, elided, possessive
from variorum.layers.glyphs import CJK, CLOSING, DOUBLE, GLYPHS, GUILLEMET, NEUTRAL, OPENING, SINGLE, SINGLES
from variorum.layers.marks import Mark

_FIXED = frozenset("\"'＂＇,,``''") | {"``", "''", ",,", "「", "」", "『", "』", "｢", "｣", "﹁", "﹂", "﹃", "﹄"}
_LOW_COMMAS = re.compile(r"(?<!\S),,(?=[^\W_])")

_BLANK, _LEFT, _RIGHT, _DASH, _WORD, _OTHER, _SKIP = range(7)
"""Kinds of neighbour: white space; ( [ ¿; . , ! ); a dash; a letter or digit; another sign; marks, _ and *."""

# What the neighbours say, by the kind before (row) and the kind after (column).
_O, _N, _C = OPENING, NEUTRAL, CLOSING
_CONTEXT = (
    # blank left right dash word other
    (_N, _O, _N, _O, _O, _N),  # blank
    (_N, _O, _N, _O, _O, _O),  # left
    (_C, _C, _C, _C, _N, _C),  # right
    (_C, _O, _C, _N, _O, _N),  # dash
    (_C, _C, _C, _C, _N, _C),  # word
    (_C, _N, _C, _C, _O, _N),  # other
)

# Costs by what the neighbours say (row) and where the character points (column): opening, neutral, closing.
_OPEN_COST = ((0, 0, 3), (0, 2, 6), (4, 8, 12))
_CLOSE_COST = ((12, 8, 4), (6, 1, 0), (3, 0, 0))
FAR, STRAY, LOOSE = 12, 7, 4


class _Seen(NamedTuple):
    """A mark before the document's habits are known."""

    start: int
    end: int
    glyph: str
    context: int
    after_stop: bool


def marks(text: str) -> list[Mark]:
    """Every quotation mark of a text, and every apostrophe at the edge of a word, in order."""
    seen = _seen(text)
    points = _directions(seen)
    singles_first = _singles_first(seen)
    return [_mark(text, one, points[one.glyph], singles_first) for one in seen]


def _seen(text: str) -> list[_Seen]:
    spans = [(at, at + 1) for at in _glyphs(text)]
    if ",," in text:
        spans = sorted(spans + [match.span() for match in _LOW_COMMAS.finditer(text)])
    found: list[_Seen] = []
    for start, end in _joined(text, spans) if "''" in text or "``" in text else spans:
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        context = _context(before, after)
        if context < 0 or (context == NEUTRAL and before.isspace() | after.isspace()):
            context = _context_far(text, start, end)
        found.append(_Seen(start, end, text[start:end], context, before in ".,!?…—;:。，！？،؟۔"))
    return found


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Two like single marks that touch are one double mark: ''so'' and ``so''."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and out[-1] == (start - 1, start) and text[start - 1 : end] in ("''", "``") and not elided(text, end):
            out[-1] = (start - 1, end)
        else:
            out.append((start, end))
    return out


def _glyphs(text: str) -> list[int]:
    found = [at for at, char in enumerate(text) if char in GLYPHS]
    return [at for at in found if text[at] not in SINGLES or not _inside_word(text, at)]


def _inside_word(text: str, at: int) -> bool:
    return at > 0 and _is_letter(text[at - 1]) and _is_letter(text[at + 1 : at + 2])


def _is_letter(char: str) -> bool:
    """Whether it is a letter or digit of a script in which an apostrophe stands inside words."""
    return char.isalnum() and not re.match(f"[{CJK}]", char)


def _context(before: str, after: str) -> int:
    """Which way the two neighbours say that a mark points, or -1 where they must be looked past."""
    left, right = _neighbour(before), _neighbour(after)
    return -1 if _SKIP in (left, right) else _CONTEXT[left][right]


def _neighbour(char: str) -> int:
    if char.isspace():
        return _BLANK
    if char.isalnum():
        return _WORD
    if char in GLYPHS or char in "_*\u200b\u200d\u2060\ufeff":
        return _SKIP
    return _punctuation(char)


def _punctuation(char: str) -> int:
    kind = category(char)
    if kind == "Pd":
        return _DASH
    if kind == "Ps" or char in "¿¡=/<":
        return _LEFT
    return _RIGHT if kind in ("Pe", "Po", "Mn", "Mc") and char not in "&@#§\\" else _OTHER


def _context_far(text: str, start: int, end: int) -> int:
    """The same with other marks beside it, and single spaces between them, looked past: “ ‘So,’ ”."""
    near = _context(_past(text, start - 1, -1, False), _past(text, end, 1, False))
    if near != NEUTRAL:
        return near
    return _context(_past(text, start - 1, -1, True), _past(text, end, 1, True))


def _past(text: str, at: int, step: int, spaces: bool) -> str:
    """The first character from `at` on in one direction that is no mark and no sign of emphasis."""
    last = at + FAR * step
    while 0 <= at < len(text) and at != last:
        if spaces and text[at].isspace() and text[at] != "\n" and 0 <= at + step < len(text):
            at += step if text[at + step] in GLYPHS else 0
        if _neighbour(text[at]) != _SKIP:
            return text[at]
        at += step
    return " "


def _directions(seen: list[_Seen]) -> dict[str, int]:
    """Which way each character points in this document, learnt from its neighbours."""
    counts = Counter((one.glyph, one.context) for one in seen)
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


def _singles_first(seen: list[_Seen]) -> bool:
    """Whether the document quotes in single marks first: marks after a stop are hardly ever apostrophes."""
    closing = Counter(GLYPHS[one.glyph][0] for one in seen if one.after_stop and one.context == CLOSING)
    return closing[SINGLE] > closing[DOUBLE] + closing[GUILLEMET]


def _mark(text: str, one: _Seen, points: int, singles_first: bool) -> Mark:
    family = GLYPHS[one.glyph][0]
    opens, closes = _OPEN_COST[one.context][points], _CLOSE_COST[one.context][points]
    if family == SINGLE:
        single = Single(one.start, one.end, one.context, one.after_stop, points, singles_first)
        neither = apostrophe(text, single)
        opens += 0 if singles_first else 1
        opens += 4 if neither == 0 else 0
        closes += (0, 4, 2)[possessive(text, single)] if neither == 1 and not one.after_stop else 0
    else:
        neither = 2 if text[one.start - 1 : one.start].isdigit() else STRAY
        opens, closes = _loose(text, one, opens, closes) if points == NEUTRAL else (opens, closes)
    return Mark(one.start, one.end, family, one.glyph, points, opens, closes, neither)


def _loose(text: str, one: _Seen, opens: int, closes: int) -> tuple[int, int]:
    """A straight mark on the wrong side of a space: so, "said he; he said," So."""
    if one.context == OPENING and text[max(0, one.start - 2)] in ",;:.!?":
        closes = min(closes, LOOSE)
    elif one.context == CLOSING and text[max(0, one.start - 1)] in ",;:":
        opens = min(opens, LOOSE)
    return opens, closes
