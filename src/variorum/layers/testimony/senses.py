"""What words mean together: whether a verb and a noun, or a pronoun, can make a claim of a text."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.phrases import Phrase
from variorum.layers.testimony.tongues import APPEARING, Form, Token, Tongue

STRONG = frozenset(["published", "unpublished", "translated", "edited", "abridged", "quoted from", "included"])
"""Claims that are hardly made of anything but texts."""
NONE = frozenset(["no", "kein", "keine", "keinen", "aucun", "aucune", "никакая", "никакой", "никакое"])
"""Determiners that deny."""
_PLANTS = frozenset(
    ["water", "gas", "iron", "steel", "public", "power", "salt", "brick", "cement", "glass", "chemical"]
)


_MONEY = frozenset(["bank", "promissory", "paper", "alphabet"])


def is_other(tokens: Sequence[Token], at: int, phrase: Phrase, tongue: Tongue) -> bool:
    """Whether verb and noun mean other things: notes of a bank, letters of the alphabet, a copy of a key."""
    words = {token.word for token in tokens[phrase.first : phrase.last]}
    if tokens[at].word == "made":
        of_what = {token.word for token in tokens[phrase.head + 1 : phrase.last]}
        copies = tokens[phrase.head].word in ("copy", "copies", "transcript", "transcripts")
        return not copies or bool(of_what and not of_what & tongue.loose)
    before = tokens[phrase.head - 1] if phrase.head > phrase.first else None
    if tokens[phrase.head].word == "works" and before and not before.capital and before.word in _PLANTS:
        return True
    issued = tokens[at].word.startswith("issue")
    return (bool(words & _MONEY) and (issued or "alphabet" in words)) or (
        issued and tokens[phrase.head].word == "notes"
    )


def may_stand_for(pronoun: Token, form: Form, behind: bool, tongue: Tongue) -> bool:
    """Whether a pronoun may stand for a text beside such a claim; “he published this” points to what comes."""
    if behind and pronoun.word in ("this", "these", "that", "those"):
        return False
    if pronoun.word in tongue.relatives:
        return True
    if form.claim in ("quoted from", "altered") or (tongue.free and form.use == APPEARING):
        return False
    return form.claim in STRONG or not tongue.free


_WAYS = {
    "circulated privately": frozenset(["privately", "secretly", "clandestinely", "secrètement", "heimlich", "тайно"]),
    "circulated in manuscript": frozenset(["manuscript", "manuscrit", "handschriftlich", "рукописи", "списках"]),
}


def in_what_way(claim: str, words: set[str]) -> str:
    """Circulated, privately or in manuscript."""
    return next((way for way, told in _WAYS.items() if claim == "circulated" and words & told), claim)


def is_edition(named: str | None, tongue: Tongue) -> bool:
    """Whether what a text is included in is a thing that holds many: not a letter, nor the argument."""
    return any(word.strip('_“”«»"').casefold() in tongue.editions for word in (named or "").split())
