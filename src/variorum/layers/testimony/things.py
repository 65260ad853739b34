"""Which phrase is the object of an active verb: behind it, or before it in a relative clause."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.phrases import Phrase, extended, is_noun, phrase_at, run
from variorum.layers.testimony.slots import FARTHEST
from variorum.layers.testimony.tongues import Token, Tongue


def thing(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The object after a verb, if it means a text or is a pronoun; to whom, where and when may stand between."""
    farthest = min(len(tokens), at + FARTHEST)
    while at < farthest:
        token = tokens[at]
        if token.is_mark or token.word == "back":
            return None
        following = tokens[at + 1] if at + 1 < len(tokens) else token
        if token.word in _ASIDE or (token.word in _DATIVES and following.word in (tongue.determiners | tongue.loose)):
            at += 1
            continue
        if token.word in tongue.it and not (
            at + 1 < len(tokens) and is_noun(tokens[at + 1], tongue) and token.word in tongue.determiners
        ):
            return None if token.word in tongue.relatives else Phrase(at, at + 1, at, False, True)
        if token.word in tongue.prepositions:
            after = run(tokens, at + 1, tongue)
            if after == at + 1:
                after += 1
            at = after
        elif token.word in tongue.determiners or is_noun(token, tongue) or _counts(tokens, at, nouns):
            return _object(tokens, at, nouns, tongue)
        elif token.word in tongue.adverbs or token.word in tongue.persons or token.word in _DATIVES:
            at += 1
        else:
            return None
    return None


def _counts(tokens: Sequence[Token], at: int, nouns: frozenset[str]) -> bool:
    """Whether a number says how many texts there are: 250 copies."""
    return tokens[at].word.isdigit() and any(one.word in nouns for one in tokens[at + 1 : at + 3])


_COUNTS = frozenset(
    ["number", "part", "half", "rest", "most", "many", "all", "several", "whole", "partie", "moitié", "plupart"]
)
"""Words for how much of a text, or how many."""


def behind(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The subject behind its verb, over places and days: there appeared in Osna, in 1882, a booklet."""
    for k in range(at, min(len(tokens), at + FARTHEST)):
        if tokens[k].word in ("a", "an", "another", "the") and tokens[k - 1].word not in tongue.prepositions:
            return thing(tokens, k, nouns, tongue)
    return None


_DATIVES = frozenset(["him", "me", "us", "you", "them", "her"])
_ASIDE = frozenset(["up", "out", "off", "over", "down", "him", "me", "us", "you"])
"""Words between a verb and its object: to whom, and what belongs to the verb."""


_WHEN = frozenset(
    [
        "next",
        "last",
        "yesterday",
        "today",
        "to-day",
        "tomorrow",
        "tonight",
        "home",
        "hier",
        "demain",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ]
)
"""Words that say when, and end what is sent or printed."""


def before_clause(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The object that stands before its verb: the letter which he wrote, the letter he wrote."""
    for k in range(at - 1, max(0, at - 7), -1):
        if tokens[k].word in tongue.relatives and k + 1 < at:
            if tokens[k - 1].word in tongue.prepositions:
                return None
            return Phrase(k, k + 1, k, False, True)
        if tokens[k].is_mark:
            return None
    if at > 1 and tokens[at - 1].word in tongue.persons and tokens[at - 2].word in nouns:
        return phrase_at(tokens, at - 2, tongue)._replace(governed=False)
    return None


def _object(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    if tokens[at].word == "her" and at + 1 < len(tokens) and tokens[at + 1].word in tongue.determiners:
        at += 1
    end = run(tokens, at, tongue)
    heads = [k for k in range(at, end) if tokens[k].word in nouns]
    some = end + 1 < len(tokens) and tokens[end - 1].word in _COUNTS and tokens[end].word in tongue.of
    if not heads and some:
        return _object(tokens, end + 1, nouns, tongue)
    if not heads:
        return None
    head = heads[-1]
    end = next((k for k in range(head + 1, end) if tokens[k].word in _WHEN), end)
    if any(not token.capital and not token.word.isdigit() for token in tokens[head + 1 : end]):
        return None
    return Phrase(at, extended(tokens, end, tongue), head, False)
