"""Titles that stand where a noun would: Salt Marsh Sundays was printed in 1861; she translated “The Ferry”."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.phrases import Phrase
from variorum.layers.testimony.slots import before_brackets
from variorum.layers.testimony.tongues import TITLED, Form, Token, Tongue

LONGEST = 12
"""How many tokens a title has at most."""
_OPENING, _CLOSING = frozenset('“„«"‘'), frozenset('”»“"’')
_ISSUED = "issue"


def may_be_titled(token: Token, form: Form) -> bool:
    """Whether a name beside this verb is a title; what is issued may be a passport."""
    return form.claim in TITLED and not token.word.startswith(_ISSUED)


def title_before(tokens: Sequence[Token], end: int, tongue: Tongue) -> Phrase | None:
    """The title that ends before a place, and with which its clause begins."""
    end = before_brackets(tokens, end)
    marked = marked_before(tokens, end)
    if marked:
        return marked
    first = end
    while first and end - first < LONGEST and _goes_in_title(tokens[first - 1], tongue):
        first -= 1
    while first < end and not tokens[first].capital:
        first += 1
    if first == end or not tokens[end - 1].capital or not _opens(tokens, first, tongue):
        return None
    return _title(tokens, first, end, tongue)


def marked_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The title in quotation marks that ends before a place."""
    if end < 3 or tokens[end - 1].word not in _CLOSING:
        return None
    opened = next((at for at in range(end - 2, max(-1, end - LONGEST), -1) if tokens[at].word in _OPENING), None)
    if opened is None or opened + 2 > end - 1 or not tokens[opened + 1].capital:
        return None
    if tokens[opened].end < tokens[opened + 1].start or tokens[end - 2].end < tokens[end - 1].start:
        return None  # marks that open and close other words
    last = end - 2 if tokens[end - 2].is_mark else end - 1
    return Phrase(opened + 1, last, last - 1, False)


def title_at(tokens: Sequence[Token], at: int, tongue: Tongue) -> Phrase | None:
    """The title that begins at a place: a name with what goes before it (Kolb’s The Ferry), or words in marks."""
    if at + 2 < len(tokens) and tokens[at].word in _OPENING and tokens[at + 1].capital:
        closed = next((k for k in range(at + 2, min(len(tokens), at + LONGEST)) if tokens[k].word in _CLOSING), None)
        return Phrase(at + 1, closed, closed - 1, False) if closed else None
    if at == len(tokens) or not (tokens[at].capital or tokens[at].word == "the"):
        return None
    end = at
    while end < len(tokens) and end - at < LONGEST and _goes_in_title(tokens[end], tongue):
        end += 1
    while end > at and not tokens[end - 1].capital:
        end -= 1
    dated = end < len(tokens) and (
        tokens[end].word.isdigit() or "".join(t.word for t in tokens[end : end + 2])[1:].isdigit()
    )
    return _title(tokens, at, end, tongue) if end > at and not dated else None


def _title(tokens: Sequence[Token], first: int, end: int, tongue: Tongue) -> Phrase | None:
    opening = tokens[first].word
    small = opening in tongue.closed or opening in tongue.determiners
    says = opening in tongue.persons or opening in tongue.verbal or (small and end - first == 1)
    owner = tokens[end - 1].word.endswith(("’s", "'s", "’", "'"))
    return None if says or owner else Phrase(first, end, end - 1, False)


def _goes_in_title(token: Token, tongue: Tongue) -> bool:
    return (
        token.capital
        or token.word in tongue.of
        or token.word in tongue.also
        or token.word in ("the", "a", "an", "in", "on", "to")
    )


def _opens(tokens: Sequence[Token], first: int, tongue: Tongue) -> bool:
    """Whether a clause may begin at a title: nothing governs it."""
    if not first or tokens[first - 1].word in ',;:.—–(“"':
        return True
    before = tokens[first - 1].word
    if before in tongue.determiners:
        return first < 2 or tokens[first - 2].word not in tongue.prepositions
    return before in tongue.joining and before not in tongue.prepositions
