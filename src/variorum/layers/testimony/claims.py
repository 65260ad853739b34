"""What a sentence says of how texts came down: from each verb that may say it, what it says and of which text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.testimony.antecedents import Named, meant
from variorum.layers.testimony.clauses import clause_end, clause_start
from variorum.layers.testimony.free import clause, free_slot, free_verb
from variorum.layers.testimony.modality import modality
from variorum.layers.testimony.objects import said_beside, written
from variorum.layers.testimony.phrases import Phrase, is_noun
from variorum.layers.testimony.sentence import Sentence
from variorum.layers.testimony.slots import modified, subject, thing
from variorum.layers.testimony.tongues import APPEARING, BASE, FINITE, PARTICIPLE, Form, Token, Tongue
from variorum.layers.testimony.verbs import ACTIVE, BARE, BASE_FORM, PASSIVE, Verb, verb_at

AFFIRMED, DENIED = "affirmed", "denied"
STRONG = frozenset(["published", "unpublished", "translated", "edited", "abridged", "quoted from", "included"])
"""Claims that are hardly made of anything but texts."""
NEAR, FAR = 160, 600
"""How many code points before a pronoun the text that it stands for may stand: of other claims, and of those."""


class Claim(NamedTuple):
    """What one clause says of a text; its span, and where the text is named, in code points."""

    start: int
    end: int
    about: str
    noun: str
    named_at: int
    claim: str
    object: str | None
    polarity: str
    modality: str
    reason: str


LONGEST_SUBJECT = 8
"""How many tokens a subject has at most."""


def claims(sentence: Sentence) -> Iterator[Claim]:
    """The claims that the verbs of a sentence make, in order."""
    for at, token in enumerate(sentence.tokens):
        for form in sentence.tongue.forms.get(token.word, ()):
            claim = _claim(sentence, at, form)
            if claim:
                yield claim
                break


def _claim(sentence: Sentence, at: int, form: Form) -> Claim | None:
    tokens, tongue = sentence.tokens, sentence.tongue
    nouns = tongue.loose if form.claim in STRONG else tongue.texts
    if tongue.free:
        span = clause(tokens, at, tongue)
        verb = free_verb(tokens, at, form, span, tongue)
        phrase = free_slot(tokens, verb, form, span, nouns, tongue)
    else:
        verb = verb_at(tokens, at, tongue)
        phrase = _slot(tokens, verb, form, nouns, tongue)
        span = _span(tokens, verb, phrase, tongue) if phrase else (at, at + 1)
    if phrase is None or (tongue.free and phrase.pronoun and form.claim not in STRONG):
        return None
    named = meant(sentence, phrase, nouns, FAR if form.claim in STRONG else NEAR)
    return _stated(sentence, verb, form.claim, span, named) if named else None


def _span(tokens: Sequence[Token], verb: Verb, phrase: Phrase, tongue: Tongue) -> tuple[int, int]:
    """The clause of a verb and its phrase."""
    first = phrase.first if phrase.first < verb.first else subject_start(tokens, verb.first, tongue)
    if phrase.pronoun and first and tokens[first - 1].word in tongue.prepositions:
        first -= 1
    return first, clause_end(tokens, max(verb.at + 1, phrase.last), tongue)


def _slot(tokens: Sequence[Token], verb: Verb, form: Form, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
    """The phrase that the claim is made of, by how the verb stands."""
    if form.use == PARTICIPLE:
        if verb.voice == PASSIVE:
            return subject(tokens, verb.first, nouns, tongue)
        return (
            modified(tokens, verb.first, nouns, tongue)
            if verb.voice == BARE and _reduced(tokens, verb, tongue)
            else None
        )
    if form.use == APPEARING:
        return subject(tokens, verb.first, nouns, tongue)
    wanted = {FINITE: (BARE, ACTIVE), BASE: (BASE_FORM,)}[form.use]
    if verb.voice not in wanted or (verb.voice == BARE and not _has_subject(tokens, verb, tongue)):
        return None
    return thing(tokens, verb.at + 1, nouns, tongue)


def _reduced(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> bool:
    """Whether a participle may stand by itself: what follows is no object, and what stands before does not print."""
    following = tokens[verb.at + 1] if verb.at + 1 < len(tokens) else None
    if verb.first and tokens[verb.first - 1].word in tongue.printers:
        return following is not None and following.word in tongue.words.by
    return (
        following is None or following.is_mark or following.word in tongue.prepositions
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


def _stated(sentence: Sentence, verb: Verb, claim: str, span: tuple[int, int], named: Named) -> Claim | None:
    tokens, tongue = sentence.tokens, sentence.tongue
    how = modality(sentence.text, tokens, verb, span, tongue)
    settled = _settled(claim, verb.denied)
    if how is None or settled is None:
        return None
    claim, polarity = settled
    beside = said_beside(sentence.text, tokens, claim, (span[0] if tongue.free else verb.at + 1, span[1]), tongue)
    return made(sentence, (clause_start(tokens, span[0], tongue), span[1]), named, claim, beside, polarity, how)


def made(
    sentence: Sentence, span: tuple[int, int], named: Named, claim: str, beside: str | None, polarity: str, how: str
) -> Claim:
    """A claim of a span of tokens about a text that is named."""
    tokens, text = sentence.tokens, sentence.text
    phrase = named.phrase
    opening = named.tokens[phrase.first].word in ("what", "which", "whose")
    about = written(text, named.tokens, phrase.first + (opening and phrase.last > phrase.first + 1), phrase.last)
    start = tokens[span[0]].start
    said = f"“{' '.join(text[start : tokens[span[1] - 1].end].split())}”"
    apart = "" if named.tokens is tokens and not named.pronoun else f"; “{named.pronoun}” stands for “{about}”"
    head = named.tokens[phrase.head]
    end, at = tokens[span[1] - 1].end, named.tokens[phrase.first].start
    return Claim(start, end, about, head.word, at, claim, beside, polarity, how, f"{said} says so{apart}")


def _settled(claim: str, denied: bool) -> tuple[str, str] | None:
    """A claim with its polarity: what was not published is unpublished, what is not included was left out."""
    if claim == "published" and denied:
        return "unpublished", AFFIRMED
    if claim == "included":
        return ("left out of an edition", AFFIRMED if denied else DENIED)
    return claim, DENIED if denied else AFFIRMED


def subject_start(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """Where the subject before a verb begins."""
    first = at
    while first and at - first < LONGEST_SUBJECT:
        token = tokens[first - 1]
        if token.word in tongue.persons or token.word in tongue.relatives:
            return first - 1
        if not (is_noun(token, tongue) or token.word in tongue.determiners or token.word in tongue.of):
            break
        first -= 1
    return first
