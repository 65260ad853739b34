"""What a statement says beside its claim: how many copies, by whom, where, to whom, into what."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.clauses import governed_by, phrase_end
from variorum.layers.testimony.tongues import Token, Tongue

_ASKED = {
    "sent": ("towards", "origin", "by"),
    "received": ("origin", "by"),
    "intercepted": ("by", "inside"),
    "translated": ("into", "origin", "by", "inside"),
    "edited": ("by",),
    "written": ("by", "towards", "inside"),
    "dictated": ("towards", "by"),
    "copied": ("by", "origin", "inside"),
    "preserved": ("inside", "by"),
    "left out of an edition": ("origin", "inside", "of", "by"),
    "included": ("inside",),
    "quoted from": ("origin", "of"),
}
_ELSE = ("inside", "by", "towards")


def said_beside(text: str, tokens: Sequence[Token], claim: str, span: tuple[int, int], tongue: Tongue) -> str | None:
    """The object of a claim: the first thing behind the prepositions that matter to it; names before others."""
    start, end = span
    if claim == "quoted from" and start < end and tokens[start - 1].word.endswith((" from", " de")):
        return written(text, tokens, start, min(end, phrase_end(tokens, start, tongue)))
    for asked in _ASKED.get(claim, _ELSE if tongue.free else (*_ELSE, "origin")):
        some = governed_by(tokens, start, end, frozenset(getattr(tongue.words, asked).split()), tongue)
        if asked == "towards" and tongue.code == "en":
            some = [one for one in some if _nominal(tokens[one[0]], tongue)]
        named = [one for one in some if _named(tokens, one)]
        if named or some:
            first, last = (named or some)[0]
            return written(text, tokens, first, last)
    return None


def until(text: str, tokens: Sequence[Token], at: int, end: int) -> str | None:
    """Until when a thing was not so."""
    for k in range(at + 1, end - 1):
        if tokens[k].word in ("until", "till", "before", "bis", "до"):
            return written(text, tokens, k, min(end, k + 4))
    return None


def _nominal(token: Token, tongue: Tongue) -> bool:
    """Whether a phrase begins here, and no infinitive: to the party, to Lenin; not to publish."""
    return token.word in tongue.determiners or token.capital or token.word in ("him", "me", "us", "them")


def _named(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    return any(token.capital for token in tokens[span[0] : span[1]])


def written(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """Some tokens as they stand, on one line and without the marks round them.

    A word that is set in capitals because a chapter opens with it is none of a name.
    """
    words = " ".join(text[tokens[first].start : tokens[last - 1].end].replace("_", " ").split()).strip(' ,;“”‘«»"')
    for opens, closes in ("«»", "“”"):
        words += closes if words.count(opens) > words.count(closes) else ""
    opening, _, rest = words.partition(" ")
    return f"{opening.lower()} {rest}" if len(opening) > 1 and opening.isupper() and not rest.isupper() else words
