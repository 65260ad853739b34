"""Noun phrases that mean a text: where they begin, where they end, and whether anything governs them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from variorum.layers.testimony.tongues import Token, Tongue

LONGEST = 8
"""How many tokens before its noun a phrase begins at most."""


class Phrase(NamedTuple):
    """A noun phrase: its tokens, half open, and the noun that it is of."""

    first: int
    last: int
    head: int
    governed: bool
    """Whether a preposition stands before it."""
    pronoun: bool = False


def is_noun(token: Token, tongue: Tongue) -> bool:
    """Whether a token may stand inside a noun phrase, as noun, adjective or name."""
    return not token.is_mark and token.word not in tongue.closed and not token.word.isdigit()


def phrase_at(tokens: Sequence[Token], head: int, tongue: Tongue) -> Phrase:
    """The phrase of a noun: what stands before it up to its determiner, and what it is of."""
    first = head
    while (
        first
        and head - first < LONGEST
        and (
            _goes_before(tokens[first - 1], tongue)
            or _is_nth(tokens, first, tongue)
            or _is_attribute(tokens, first, tongue)
        )
    ):
        first -= 1
        if tokens[first].word in tongue.determiners and not _goes_before_determiner(tokens, first, tongue):
            break
    if tokens[first].word == "that" and first < head and tokens[head].word.endswith("s"):
        first += 1
    before = _before_mark(tokens, first, tongue) or (tokens[first - 1].word if first else "")
    return Phrase(first, extended(tokens, head + 1, tongue), head, before in tongue.prepositions)


_OPENING = frozenset('“„«"‘')


def _before_mark(tokens: Sequence[Token], at: int, tongue: Tongue) -> str:
    """The word before the phrase that a title in marks belongs to: in his “Collected Letters”."""
    while at and is_noun(tokens[at - 1], tongue) and tokens[at - 1].capital:
        at -= 1
    if not at or tokens[at - 1].word not in _OPENING:
        return ""
    at -= 1
    while at and (is_noun(tokens[at - 1], tongue) or tokens[at - 1].word in tongue.determiners):
        at -= 1
    return tokens[at - 1].word if at else ""


def _is_nth(tokens: Sequence[Token], first: int, tongue: Tongue) -> bool:
    """Whether an adverb stands for an adjective here: the first edition."""
    return first > 1 and tokens[first - 1].word in tongue.adverbs and tokens[first - 2].word in tongue.determiners


def _is_attribute(tokens: Sequence[Token], first: int, tongue: Tongue) -> bool:
    """Whether a participle stands between a determiner and its noun here: the suppressed passages."""
    return (
        tongue.code == "en"
        and first > 1
        and tokens[first - 1].word in tongue.forms
        and tokens[first - 2].word in tongue.determiners
        and tokens[first - 2].word not in tongue.it
    )


def _goes_before(token: Token, tongue: Tongue) -> bool:
    if token.word in tongue.determiners:
        return True
    if tongue.code == "ru":
        adjective = _ADJECTIVE.fullmatch(token.word) is not None and _ABSTRACT.fullmatch(token.word) is None
        return adjective and is_noun(token, tongue) and token.word not in tongue.forms
    if tongue.code == "de" and token.capital:
        return _CAPITAL_ADJECTIVE.fullmatch(token.word) is not None and token.word not in tongue.loose
    return is_noun(token, tongue) and token.word not in tongue.forms


def _goes_before_determiner(tokens: Sequence[Token], first: int, tongue: Tongue) -> bool:
    """Whether another determiner stands before one: all the documents."""
    return first > 0 and tokens[first - 1].word in tongue.whole


_CAPITAL_ADJECTIVE = re.compile(
    r"\w{3,}(?:lt|ischen|lichen|ten|igen|sten)en|\w{3,}(?:elte|ische|liche|ige)[nrsm]?|\w{3,}(?:isch|lich|ig|elt|iert)e[nrsm]"
)
"""German adjectives of titles: Gesammelten, Vermischte, Sämtliche."""
_ABSTRACT = re.compile(r"\w{2,}(?<!н)[ае]ни(?:е|й|ем)")
"""Russian nouns that end as adjectives do: собрание сочинений."""
_ADJECTIVE = re.compile(r"\w+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ую|юю|его|ого|ых|их|ом|ему|ому)")


def extended(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after what a noun is of: the article of Kamenev and Zinoviev."""
    if tongue.code == "ru":
        while at < len(tokens) and _owned(tokens[at], tongue):
            at += 1
        return at
    if tongue.code == "de" and at < len(tokens) and tokens[at].capital and tokens[at].word.endswith("s"):
        return at + (tokens[at].word not in tongue.loose)
    followed = at + 1 < len(tokens) and not tokens[at + 1].is_mark
    if tongue.code == "fr" and followed and is_noun(tokens[at], tongue) and not tokens[at].capital:
        word = tokens[at].word
        at += word not in tongue.forms and word not in tongue.determiners and word not in tongue.telling
    while at + 1 < len(tokens) and tokens[at].word in tongue.of and tokens[at + 1].word not in tongue.relatives:
        end = run(tokens, at + 1, tongue)
        if end == at + 1:
            break
        at = end
        if at + 1 < len(tokens) and tokens[at].word in tongue.also and tokens[at + 1].capital:
            at = run(tokens, at + 1, tongue)
    return at


def _owned(token: Token, tongue: Tongue) -> bool:
    """Whether a Russian noun in the genitive says whose, or of what, the one before it is."""
    named = token.capital and token.word not in tongue.closed and not token.is_mark
    return named or (token.word in tongue.loose and token.word.endswith(("а", "я", "и", "ы", "ов", "ей")))


def run(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after a run of determiners, adjectives, nouns and names."""
    start, seen = at, False
    while at < len(tokens):
        token, nouns = tokens[at], seen
        if nouns and (token.word in tongue.determiners or (tongue.code == "ru" and token.word in tongue.loose)):
            break
        if not seen and (token.word in tongue.determiners or (token.word in tongue.adverbs and at > start)):
            pass
        elif (is_noun(token, tongue) or token.word.isdigit()) and (
            token.word not in tongue.forms or not seen or _closes(tokens, at, tongue)
        ):
            seen = True
        else:
            break
        if nouns and tongue.code == "en" and VERBAL.fullmatch(token.word) and not token.capital:
            break
        at += 1
    return at


def _closes(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether an English word that may be a verb is a noun that closes a phrase here: the fair copy in his desk."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = following is None or following.is_mark or following.word in tongue.prepositions
    return tongue.code == "en" and ends and tokens[at].word in tongue.texts and not tokens[at - 1].word.endswith("s")


VERBAL = re.compile(
    r"(?!(?:morning|evening|meeting|building|writing|printing|king|spring|thing|nothing|red|hundred|seed)s?$)\w{3,}(?:ed|ing)"
)
"""English words that hardly end a phrase with nouns before them: a telegram demanding, a book entitled."""
