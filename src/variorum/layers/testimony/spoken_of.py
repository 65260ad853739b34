"""Which phrase a claim is made of where words stand in order, by how its verb stands: English and French."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.layers.testimony.phrases import Phrase, extended, phrase_at, run
from variorum.layers.testimony.senses import NONE, STRONG
from variorum.layers.testimony.slots import before_clause, modified, subject, thing
from variorum.layers.testimony.tongues import APPEARING, BASE, FINITE, PARTICIPLE, Form, Token, Tongue
from variorum.layers.testimony.verbs import ACTIVE, BARE, BASE_FORM, PASSIVE, Verb


def spoken_of(tokens: Sequence[Token], verb: Verb, form: Form, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that the claim is made of, by how the verb stands."""
    if form.claim == "unpublished" and verb.voice == BARE:
        return _called_so(tokens, verb.at, nouns, tongue) or _just_before(tokens, verb.at, nouns, tongue)
    if form.use == PARTICIPLE:
        if verb.voice == PASSIVE:
            return subject(tokens, verb.first, nouns, tongue)
        if verb.voice == ACTIVE and tongue.code == "fr":
            return _clitic(tokens, verb) or thing(tokens, verb.at + 1, nouns, tongue)
        alone = verb.voice == BARE and _reduced(tokens, verb, form.claim in STRONG, tongue)
        return modified(tokens, verb.first, nouns, tongue) if alone else None
    if form.use == APPEARING:
        found = subject(tokens, verb.first, nouns, tongue)
        return found if found and (form.claim != "published" or _in_print(tokens, verb.at, found, tongue)) else None
    if form.use == BASE and tongue.code == "fr":
        return thing(tokens, verb.at + 1, nouns, tongue) if was_refused(tokens, verb, tongue) else None
    wanted = {FINITE: (BARE, ACTIVE), BASE: (BASE_FORM,)}[form.use]
    if verb.voice not in wanted or (verb.voice == BARE and not _has_subject(tokens, verb, tongue)):
        return None
    return thing(tokens, verb.at + 1, nouns, tongue) or before_clause(tokens, verb.first, nouns, tongue)


def _called_so(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that a participle opens: an unpublished letter of Ann Lake."""
    end = run(tokens, at + 1, tongue)
    if end == at + 1 or tokens[end - 1].word not in nouns:
        return None
    return Phrase(at + 1, extended(tokens, end, tongue), end - 1, False)


def _just_before(tokens: Sequence[Token], at: int, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that an adjective closes: une lettre inédite."""
    closes = tongue.code == "fr" and at > 0 and tokens[at - 1].word in nouns
    return phrase_at(tokens, at - 1, tongue)._replace(governed=False) if closes else None


def _in_print(tokens: Sequence[Token], at: int, phrase: Phrase, tongue: Tongue) -> bool:
    """Whether what appeared did so in print: in a paper, in a year, under a title; not to me, nor at the door."""
    at += 1
    while at < len(tokens) and tokens[at].word in tongue.adverbs - tongue.inside:
        at += 1
    if at == len(tokens) or tokens[at].is_mark:
        return not phrase.pronoun and tokens[phrase.first].word not in NONE
    words = tokens[at + 1 : at + (4 if phrase.pronoun else 7)]
    told = any(one.word in tongue.printing or (len(one.word) == 4 and one.word.isdigit()) for one in words)
    named = bool(words) and (words[0].capital or (any(one.capital for one in words[:3]) and not phrase.pronoun))
    return tokens[at].word in tongue.inside and (told or named)


def _reduced(tokens: Sequence[Token], verb: Verb, strong: bool, tongue: Tongue) -> bool:
    """Whether a participle may stand by itself: what follows is no object, and what stands before does not print."""
    following = tokens[verb.at + 1] if verb.at + 1 < len(tokens) else None
    if verb.first and tokens[verb.first - 1].word in tongue.printers:
        return following is not None and following.word in tongue.words.by
    ends = following is None or following.is_mark
    if ends and not strong:
        return verb.first > 0 and tokens[verb.first - 1].word == ","
    if following is not None and following.word in tongue.also and not strong:
        return False
    return (
        ends or following is None or following.word in tongue.prepositions
        or following.word in tongue.adverbs or following.word in tongue.also
    )  # fmt: skip


def _has_subject(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> bool:
    """Whether something that may do it stands before the verb."""
    if not verb.first:
        return False
    before = tokens[verb.first - 1]
    if before.is_mark:
        return before.word in ',”»"'
    return before.word not in tongue.prepositions and before.word not in tongue.determiners


def _clitic(tokens: Sequence[Token], verb: Verb) -> Phrase | None:
    """The pronoun before a French verb: il l’a publié."""
    at = verb.first - 1
    if at >= 0 and tokens[at].word in ("l’", "l'", "les") and verb.at > verb.first:
        return Phrase(at, at + 1, at, False, True)
    return None


def was_refused(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> bool:
    """Whether an infinitive is what somebody refused: refusa de publier."""
    at = verb.first - 1
    return at > 0 and tokens[at].word in tongue.of and tokens[at - 1].word in tongue.refusing
