"""Claims that no single verb makes: its private circulation, of which he is the editor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.layers.testimony.antecedents import Named, meant
from variorum.layers.testimony.claims import AFFIRMED, DENIED, FAR, Claim, made, subject_start
from variorum.layers.testimony.clauses import clause_end
from variorum.layers.testimony.modality import FUTURE, SAID, modality
from variorum.layers.testimony.phrases import Phrase, is_noun, phrase_at
from variorum.layers.testimony.sentence import Sentence
from variorum.layers.testimony.tongues import small
from variorum.layers.testimony.verbs import verb_at


def idioms(sentence: Sentence) -> Iterator[Claim]:
    """The claims that the idioms of a language make in a sentence."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    low = small(sentence.text[start:end])
    there = sentence.tongue.signs_in(low)
    for claim, signs, pattern in sentence.tongue.idioms if there else ():
        for match in () if signs.isdisjoint(there) else pattern.finditer(sentence.text, start, end):
            one = _claim(sentence, claim, match)
            if one:
                yield one


_COMMANDS = frozenset(["read", "put", "turn", "make", "take", "see"])
"""Verbs that command where a sentence begins with them."""


def _claim(sentence: Sentence, claim: str, match: re.Match[str]) -> Claim | None:
    tokens, tongue = sentence.tokens, sentence.tongue
    inside = [at for at, token in enumerate(tokens) if match.start() <= token.start < match.end()]
    if inside and inside[0] == 0 and tokens[0].word in _COMMANDS:
        return None
    named = _meant(sentence, match) if inside else None
    if not named:
        return None
    group = verb_at(tokens, inside[0], tongue)
    first, last = group.first, clause_end(tokens, inside[-1] + 1, tongue)
    how = modality(sentence.text, tokens, group, (first, last), tongue)
    if how is None:
        return None
    if how == SAID and any(tokens[at].word in tongue.will for at in inside):
        how = FUTURE
    told = match.groupdict()
    beside = " ".join(told["object"].split()) if told.get("object") else None
    verb = next((at for at in inside if tokens[at].word in tongue.forms), inside[0])
    denied = bool(told.get("denied")) or verb_at(tokens, verb, tongue).denied
    opened = tokens[first].word in tongue.prepositions
    span = first if opened else subject_start(tokens, first, tongue), last
    return made(sentence, span, named, claim, beside, DENIED if denied else AFFIRMED, how)


def _meant(sentence: Sentence, match: re.Match[str]) -> Named | None:
    """The text that an idiom speaks of; the document itself, if it names none."""
    if "about" not in match.re.groupindex:
        return Named(sentence.tokens, Phrase(0, 1, 0, False), own=sentence.own) if sentence.own else None
    at = next((at for at, token in enumerate(sentence.tokens) if token.start >= match.start("about")), None)
    return _named(sentence, at) if at is not None else None


def _named(sentence: Sentence, at: int) -> Named | None:
    tokens, tongue = sentence.tokens, sentence.tongue
    while at + 1 < len(tokens) and tokens[at].word in tongue.prepositions:
        at += 1
    token = tokens[at]
    before_noun = at + 1 < len(tokens) and is_noun(tokens[at + 1], tongue) and token.word in tongue.determiners
    owned = at + 1 < len(tokens) and tokens[at + 1].word in tongue.loose
    own = (token.word in tongue.possessives and not owned) or (
        token.word in tongue.relatives and not (tongue.free and before_noun)
    )
    if own or (token.word in tongue.it and not before_noun):
        return meant(sentence, Phrase(at, at + 1, at, False, True), tongue.loose, FAR)
    head = next((k for k in range(at, min(len(tokens), at + 6)) if tokens[k].word in tongue.loose), None)
    if head is None:
        return None
    return meant(sentence, phrase_at(tokens, head, tongue), tongue.loose, FAR)
