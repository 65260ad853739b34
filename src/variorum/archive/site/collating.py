"""A tradition side by side: its witnesses cut into stretches that answer one another, the words that differ marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise
from typing import NamedTuple

from variorum.archive.plain import plain
from variorum.archive.site.edition import Edition, Witness
from variorum.archive.site.inline import SHARED, Point, Setting, inline

STRETCH, SENTENCE = 160, 60
"""Words after which a stretch ends although its paragraph goes on; and after which it ends with a sentence."""

ORDER = ("substantive", "plus", "minus", "accidental")
"""Kinds of difference, the gravest first."""
GRAVE = {kind: nth for nth, kind in enumerate(ORDER)}


class Token(NamedTuple):
    """A word of a witness at a place."""

    place: int
    start: int
    end: int
    lemma: str | None
    kind: str


class Stretch(NamedTuple):
    """Places that are shown together: half open."""

    first: int
    last: int
    differs: bool


class Collation(NamedTuple):
    """A tradition's witnesses, the base first, their words by place, and the stretches."""

    witnesses: Sequence[Witness]
    tokens: Sequence[Sequence[Token]]
    stretches: Sequence[Stretch]
    differing: Mapping[int, str]
    """The places where a witness differs from the base, with the gravest kind."""


def collation(edition: Edition, nth: int, witnesses: Sequence[Witness]) -> Collation:
    """The collation of the nth tradition."""
    rows: dict[str, list[Token]] = {witness.siglum: [] for witness in witnesses}
    differing: dict[int, str] = {}
    for place, siglum, start, end, lemma, kind in edition.collations.of(nth):
        if siglum in rows:
            rows[siglum].append(Token(place, start, end, lemma, kind))
            if kind != "same" and GRAVE[kind] < GRAVE.get(differing.get(place, ""), len(ORDER)):
                differing[place] = kind
    for tokens in rows.values():
        tokens.sort()
    ordered = [witness for witness in witnesses if rows[witness.siglum]]
    base = next((one for one in ordered if all(token.kind == "same" for token in rows[one.siglum])), None)
    ordered.sort(key=lambda one: one is not base)
    words = [rows[witness.siglum] for witness in ordered]
    stretches = list(_stretches(edition, ordered[0], words, differing)) if ordered else []
    return Collation(ordered, words, stretches, differing)


def _stretches(
    edition: Edition, base: Witness, tokens: Sequence[Sequence[Token]], differing: Mapping[int, str]
) -> Iterator[Stretch]:
    """The places between the ends of the base's paragraphs, or of its sentences where a paragraph is long."""
    last = max(token.place for each in tokens for token in each) + 1
    cuts = [0, *_cuts(edition, base, [token for token in tokens[0] if token.start < token.end]), last]
    places = sorted(differing)
    for first, end in pairwise(cuts):
        if first < end:
            yield Stretch(first, end, bisect_left(places, first) < bisect_left(places, end))


def _cuts(edition: Edition, base: Witness, tokens: Sequence[Token]) -> Iterator[int]:
    layout, text = edition.layouts[base.document], edition.texts[base.document]
    words = 0
    for before, token in pairwise(tokens):
        words += 1
        between = text[before.end : token.start]
        sentence = words >= SENTENCE and any(mark in between for mark in ".!?…。")
        if layout.at(before.start) != layout.at(token.start) or sentence or words >= STRETCH:
            yield token.place
            words = 0


def spans(edition: Edition, found: Collation, nth: int) -> list[tuple[int, int]]:
    """For each stretch the span of the nth witness in its text: its words, with the punctuation on either side."""
    witness, tokens = found.witnesses[nth], [t for t in found.tokens[nth] if t.start < t.end]
    text, places = edition.texts[witness.document], [token.place for token in tokens]
    cuts = [witness.start]
    for stretch in found.stretches[1:]:
        at = bisect_left(places, stretch.first)
        if at == len(tokens):
            cuts.append(max(cuts[-1], tokens[-1].end if tokens else witness.end))
        else:
            before = tokens[at - 1].end if at else witness.start
            cuts.append(max(cuts[-1], tokens[at].start - len(_last_word(text[before : tokens[at].start]))))
    return list(pairwise([*cuts, max(cuts[-1], witness.end)]))


def _last_word(between: str) -> str:
    """What clings to the next word of what stands between two: an opening mark.

    >>> _last_word(". “"), _last_word("-"), _last_word(" ")
    ('“', '', '')
    """
    found = re.search(r"\s(\S*)$", between)
    return found[1] if found else ""


def column(edition: Edition, found: Collation, nth: int) -> list[str]:
    """For each stretch the nth witness's text as HTML, with the words that differ marked."""
    witness = found.witnesses[nth]
    text, tokens = edition.texts[witness.document], found.tokens[nth]
    places = [token.place for token in tokens]
    cells = []
    for stretch, (start, end) in zip(found.stretches, spans(edition, found, nth), strict=True):
        here = tokens[bisect_left(places, stretch.first) : bisect_left(places, stretch.last)]
        marks = _marks(here, found.differing if nth == 0 else {})
        signs = [*_missing(here, start, end), *_turns(edition, witness, start, end)]
        cells.append(inline(text, start, end, marks, signs))
    return cells


def _marks(tokens: Iterable[Token], differing: Mapping[int, str]) -> list[Setting]:
    """Words that differ, neighbours of one kind together; in the base those from which another witness differs."""
    opposite = {"minus": "plus", "plus": "minus"}
    kinds = ((t, opposite.get(k := differing.get(t.place, t.kind), k) if differing else t.kind) for t in tokens)
    marks = []
    for kind, group in groupby(((t, kind) for t, kind in kinds if t.start < t.end), key=lambda each: each[1]):
        run = [token for token, _ in group]
        if kind != "same":
            marks.append(Setting(run[0].start, run[-1].end, SHARED, f'<span class="v {escape(kind)}">', "</span>"))
    return marks


def _missing(tokens: Iterable[Token], start: int, end: int) -> Iterator[Point]:
    """A caret where words of the base are missing, that says which; missing marks alone are not worth one."""
    for is_missing, group in groupby(tokens, key=lambda token: token.start == token.end):
        run = list(group)
        if is_missing and any(token.kind == "minus" for token in run):
            words = escape(plain(" ".join(token.lemma or "" for token in run))[:300])
            said = f'title="not here: {words}"><span class="hidden">[not here: {words}]</span>'
            yield Point(min(max(run[0].start, start), end), f'<span class="caret" {said}</span>')


def _turns(edition: Edition, witness: Witness, start: int, end: int) -> Iterator[Point]:
    """A sign where the witness begins a paragraph inside a stretch."""
    layout = edition.layouts[witness.document]
    for at in layout.starts[bisect_left(layout.starts, start + 1) : bisect_left(layout.starts, end)]:
        yield Point(at, '<span class="turn" title="a paragraph begins">¶ </span>')
