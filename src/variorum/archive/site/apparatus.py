"""An apparatus: one text, and below it what the other witnesses have instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from variorum.archive.plain import plain
from variorum.archive.site.collating import ORDER, Collation, Stretch, Token, spans
from variorum.archive.site.edition import Edition
from variorum.archive.site.inline import SHARED, Point, Setting, inline


class Reading(NamedTuple):
    """What some witnesses have instead of the base's words."""

    text: str
    kind: str
    sigla: str


class Variant(NamedTuple):
    """Neighbouring places at which witnesses differ: an entry of the apparatus."""

    number: int
    lemma: str
    after: bool
    """Whether the base has nothing there, and `lemma` is the word before."""
    readings: list[Reading]


class Noted(NamedTuple):
    """A stretch of the base text with the entries that belong to it."""

    html: str
    variants: list[Variant]


def noted(edition: Edition, found: Collation) -> Iterator[Noted]:
    """Each stretch of the base, its words that differ in any witness numbered, with the apparatus to it."""
    others = [[token for token in tokens if token.place in found.differing] for tokens in found.tokens[1:]]
    by_place = [_by_place(tokens) for tokens in (found.tokens[0], *others)]
    text, base = edition.texts[found.witnesses[0].document], by_place[0]
    number = 0
    for stretch, (start, end) in zip(found.stretches, spans(edition, found, 0), strict=True):
        variants, marks, signs = [], [], []
        at = start
        for run in _runs(found, stretch):
            number += 1
            at = max(at, _before(base, run[0], start))
            own = [token for place in run for token in base.get(place, ()) if token.start < token.end]
            variants.append(_variant(edition, found, by_place, run, number, text[start:at]))
            kind = min((found.differing[place] for place in run), key=ORDER.index)
            at = own[-1].end if own else at
            link = f'<a class="sign" id="l{number}" href="#v{number}" aria-label="variant {number}">{number}</a>'
            signs.append(Point(min(at, end), link))
            if own:
                shown = "plus" if kind == "minus" else kind  # what others lack, the base has more
                marks.append(Setting(own[0].start, own[-1].end, SHARED, f'<span class="v {escape(shown)}">', "</span>"))
        yield Noted(inline(text, start, end, marks, signs), variants)


def _by_place(tokens: Sequence[Token]) -> dict[int, list[Token]]:
    found: dict[int, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.place, []).append(token)
    return found


def _runs(found: Collation, stretch: Stretch) -> Iterator[list[int]]:
    """Neighbouring places of a stretch that differ."""
    run: list[int] = []
    for place in range(stretch.first, stretch.last):
        if place in found.differing:
            run.append(place)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _before(base: dict[int, list[Token]], place: int, start: int) -> int:
    """The end of the last word that the base has before a place."""
    return next((base[at][-1].end for at in range(place - 1, max(-1, place - 500), -1) if at in base), start)


def _variant(
    edition: Edition,
    found: Collation,
    by_place: Sequence[dict[int, list[Token]]],
    run: list[int],
    number: int,
    before: str,
) -> Variant:
    """The entry for a run of places; `before` is what the base has before them."""
    lemma = _words(edition, found, by_place[0], 0, run)
    readings: dict[tuple[str, str], list[str]] = {}
    for nth, witness in enumerate(found.witnesses[1:], 1):
        kinds = [token.kind for place in run for token in by_place[nth].get(place, ()) if token.kind != "same"]
        if kinds:
            words = _words(edition, found, by_place[nth], nth, run)
            readings.setdefault((words, min(kinds, key=ORDER.index)), []).append(witness.siglum)
    listed = [Reading(words, kind, " ".join(sigla)) for (words, kind), sigla in readings.items()]
    return Variant(number, lemma or plain((before.split() or [""])[-1]), not lemma, listed)


def _words(edition: Edition, found: Collation, tokens: dict[int, list[Token]], nth: int, run: list[int]) -> str:
    text = edition.texts[found.witnesses[nth].document]
    own = [token for place in run for token in tokens.get(place, ()) if token.start < token.end]
    return plain(" ".join(text[own[0].start : own[-1].end].split())) if own else ""
