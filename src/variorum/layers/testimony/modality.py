"""How surely a thing is said: as so, as expected, still to come, hoped, on another's word, or doubted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.layers.languages import pattern
from variorum.layers.testimony.tongues import Token, Tongue, tongue
from variorum.layers.testimony.verbs import PASSIVE, Verb

SAID, EXPECTED, FUTURE, HOPED, REPORTED, DOUBTED = "said", "expected", "future", "hoped", "reported", "doubted"
BEGUN = "begun"
_PRESENT = frozenset("is are be has have ’s 's am".split())  # noqa: SIM905 - a list of words

_DOUBTING = ("doubt", "not believe", "not think")
"""Doubts that outweigh how a verb says it: I do not believe that it will appear."""


@cache
def _asked(code: str) -> dict[str, re.Pattern[str]]:
    words = tongue(code).words
    lists = {
        "supposed": words.hypothetical, EXPECTED: words.expected, HOPED: words.hoped,
        REPORTED: words.reported, DOUBTED: words.doubted,
    }  # fmt: skip
    return {name: re.compile(pattern(listed), re.IGNORECASE) for name, listed in lists.items()}


def modality(text: str, tokens: Sequence[Token], verb: Verb, clause: tuple[int, int], tongue: Tongue) -> str | None:
    """How a clause says it; nothing if it only supposes, asks or commands it."""
    first, last = clause
    asked = _asked(tongue.code)
    closing = {token.word for token in tokens[-3:] if token.is_mark}
    lead = tokens[max(0, first - 6)].start
    here = text[tokens[first].start : tokens[last - 1].end]
    before = text[lead : tokens[verb.at].start]
    opening = tokens[first - 1].word if first else ""
    opens = {opening, tokens[first].word}
    if asked["supposed"].search(before) or "?" in closing:
        return None
    if tokens[first].word in tongue.persons and opening in tongue.having | tongue.being | tongue.doing:
        return None  # have you found it
    sentence = text[tokens[0].start : tokens[-1].end]
    if asked[HOPED].search(before):
        return HOPED
    if opening == "had" or (verb.auxiliaries[:1] == ("been",) and "had" in before.casefold().split()[-4:]):
        return None  # had it been printed
    if "to" in verb.auxiliaries and "!" in closing:
        return None
    if asked[DOUBTED].search(before) and any(one in before.casefold() for one in _DOUBTING):
        return DOUBTED
    if any(word in tongue.will for word in verb.auxiliaries):
        return EXPECTED if asked[EXPECTED].search(here) else FUTURE
    if any(word in tongue.modal for word in verb.auxiliaries):
        return _of_modal(verb, tongue, found=tokens[verb.at].word in ("found", "traced", "located"))
    if "to" in verb.auxiliaries:
        return _of_infinitive(verb, tokens[verb.at].word, tongue)
    if opens & tongue.temporal and verb.auxiliaries[-1:] and verb.auxiliaries[-1] in _PRESENT:
        return FUTURE
    if asked[REPORTED].search(sentence):
        return REPORTED
    if asked[EXPECTED].search(here) or (tongue.free and asked[EXPECTED].search(before)):
        return EXPECTED
    return DOUBTED if asked[DOUBTED].search(here) else SAID


def _of_modal(verb: Verb, tongue: Tongue, *, found: bool) -> str | None:
    """It may have been; it cannot be: what ought to be or might is no statement."""
    words = verb.auxiliaries
    if verb.denied and any(word.startswith(("could", "would")) for word in words):
        return SAID
    if words[0].startswith(("cannot", "can’", "can'")) and found:
        return SAID  # it cannot be found
    perfect = any(word in tongue.having for word in words)
    return DOUBTED if perfect and words[0] in ("may", "might") else EXPECTED if perfect and words[0] == "must" else None


def _of_infinitive(verb: Verb, word: str, tongue: Tongue) -> str | None:
    """It is to be published, it seems to have been; anything else in the infinitive is wish or aim."""
    words = verb.auxiliaries
    at = words.index("to")
    if verb.voice == PASSIVE and word == "found":
        return SAID  # it is to be found there
    if at and words[at - 1] in tongue.raising:
        if tongue.raising[words[at - 1]] == BEGUN:
            return SAID
        return tongue.raising[words[at - 1]] if tongue.having.intersection(words[at:]) else None
    if not at or verb.voice != PASSIVE:
        return None
    return FUTURE if words[at - 1] in ("is", "are") else EXPECTED if words[at - 1] in ("was", "were") else None
