"""The verb that a statement hangs on, with its auxiliaries: passive or active, denied, sure or supposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.layers.testimony.tongues import APPEARING, Token, Tongue

PASSIVE, ACTIVE, BARE, BASE_FORM = "passive", "active", "bare", "base form"


class Verb(NamedTuple):
    """A verb with what belongs to it: from its first auxiliary to itself."""

    first: int
    at: int
    voice: str
    """passive, active, bare (a participle or a past without auxiliary), base form (an infinitive or a present)."""
    denied: bool
    auxiliaries: tuple[str, ...]


def verb_at(tokens: Sequence[Token], at: int, tongue: Tongue) -> Verb:
    """The verb whose last word stands at a place."""
    first = at
    found: list[str] = []
    denied = False
    while first:
        word = tokens[first - 1].word
        if word not in tongue.verbal and word not in tongue.adverbs and word not in ("to", *tongue.negations):
            break
        denied ^= word in tongue.negations and tokens[first].word not in _ONLY
        if word in tongue.verbal or word == "to":
            found.append(word)
        first -= 1
        if word == "to" and first and tokens[first - 1].word in tongue.raising:
            first -= 1
            found.append(tokens[first].word)
    if denied and tongue.code == "fr" and any(token.word in _BUT for token in tokens[at + 1 : at + 5]):
        denied = False  # n’a été publié qu’une fois
    opened = _parenthesis(tokens, first, tongue)
    if not found and opened:
        return verb_at(tokens, opened, tongue)._replace(at=at)
    if not found and first > 1 and tokens[first - 1].word in tongue.also and _is_participle(tokens[first - 2], tongue):
        before = verb_at(tokens, first - 2, tongue)
        if before.voice in (PASSIVE, ACTIVE):
            return before._replace(at=at)
    while first < at and tokens[first].word in tongue.adverbs and tokens[first].word not in tongue.negations:
        first += 1
    return Verb(first, at, _voice(found, tongue), denied, tuple(reversed(found)))


def verb_before(tokens: Sequence[Token], at: int, tongue: Tongue) -> Verb | None:
    """The verb of the clause before a conjunction, whose subject the next one shares: it was sent and was read."""
    for k in range(at - 1, max(-1, at - 24), -1):
        word = tokens[k].word
        if word in _PARTS or word in tongue.persons or word in tongue.relatives:
            return None
        if (
            word in tongue.being
            or word in tongue.having
            or any(one.use == APPEARING for one in tongue.forms.get(word, ()))
        ):
            return verb_at(tokens, k, tongue)
    return None


_ONLY = frozenset(["only", "merely", "simply", "solely", "seulement"])
"""Words that leave of a denial nothing: not only printed."""
_BUT = frozenset(["que", "qu’", "qu'"])
_PARTS = frozenset(";:.!?—–()")


def _parenthesis(tokens: Sequence[Token], first: int, tongue: Tongue) -> int:
    """Where something between commas begins that parts a verb from its auxiliary: had been, since 1850, reprinted."""
    if first < 4 or tokens[first - 1].word != ",":
        return 0
    opened = [at for at in range(max(1, first - 9), first - 1) if tokens[at].word == ","]
    return opened[-1] if opened and tokens[opened[-1] - 1].word in tongue.being | tongue.having else 0


def _is_participle(token: Token, tongue: Tongue) -> bool:
    """Whether a verb with the same auxiliary may stand here: translated and printed."""
    return token.word in tongue.forms or token.word.endswith(("ed", "é", "ée"))


def _voice(found: Sequence[str], tongue: Tongue) -> str:
    if not found:
        return BARE
    if found[0] in tongue.being:
        return PASSIVE
    return ACTIVE if found[0] in tongue.having else BASE_FORM
