"""What a sentence says of how texts came down: from each verb that may say it, what it says and of which text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.testimony.antecedents import Named, meant
from variorum.layers.testimony.clauses import clause_end, clause_start
from variorum.layers.testimony.free import clause, free_slot, free_verb
from variorum.layers.testimony.modality import modality
from variorum.layers.testimony.objects import said_beside, until, written
from variorum.layers.testimony.phrases import Phrase, is_noun
from variorum.layers.testimony.senses import (
    NONE,
    STRONG,
    in_what_way,
    is_edition,
    is_other,
    may_stand_for,
    nouns_beside,
    said_of,
)
from variorum.layers.testimony.sentence import Sentence, Topic
from variorum.layers.testimony.spoken_of import spoken_of, was_refused
from variorum.layers.testimony.tongues import Form, Token, Tongue
from variorum.layers.testimony.verbs import BARE, Verb, verb_at

AFFIRMED, DENIED = "affirmed", "denied"
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


_UNABLE = frozenset(["can", "cannot", "can’t", "can't", "could"])
"""With these verbs words are said to have an equal in another language, and no text to have been translated."""
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
    nouns = nouns_beside(form.claim, tongue)
    if tongue.free:
        span = clause(tokens, at, tongue)
        verb = free_verb(tokens, at, form, span, tongue)
        phrase = free_slot(tokens, verb, form, span, nouns, tongue)
    else:
        verb = verb_at(tokens, at, tongue)
        phrase = spoken_of(tokens, verb, form, nouns, tongue)
        span = _span(tokens, verb, phrase, tongue) if phrase else (at, at + 1)
    if (
        phrase is None
        or is_other(tokens, at, phrase, tongue)
        or (phrase.pronoun and not may_stand_for(tokens[phrase.first], form, phrase.first > at, tongue))
    ):
        return None
    if tokens[phrase.first].word in NONE:
        verb = verb._replace(denied=not verb.denied)
    named = meant(sentence, phrase, nouns, FAR if form.claim in STRONG else NEAR)
    claim = said_of(form.claim, tokens[at].word, tokens[phrase.head].word)
    return _stated(sentence, verb, claim, span, named) if named else None


def _span(tokens: Sequence[Token], verb: Verb, phrase: Phrase, tongue: Tongue) -> tuple[int, int]:
    """The clause of a verb and its phrase."""
    first = phrase.first if phrase.first < verb.first else subject_start(tokens, verb.first, tongue)
    if phrase.pronoun and first and tokens[first - 1].word in tongue.prepositions:
        first -= 1
    return first, clause_end(tokens, max(verb.at + 1, phrase.last), tongue)


def _stated(sentence: Sentence, verb: Verb, claim: str, span: tuple[int, int], named: Named) -> Claim | None:
    tokens, tongue = sentence.tokens, sentence.tongue
    verb = _refused(tokens, verb, tongue)
    how = modality(sentence.text, tokens, verb, span, tongue)
    claim = in_what_way(claim, {token.word for token in tokens[verb.first : span[1]]})
    settled = _settled(claim, verb.denied)
    if how is None or settled is None:
        return None
    beside = until(sentence.text, tokens, verb.at, span[1]) if claim == "published" and verb.denied else None
    beside = beside or (None if claim == "unpublished" and verb.voice == BARE else "")
    beside = beside if beside is None or beside else _beside(sentence, claim, verb, span)
    if claim == "included" and not is_edition(beside, tongue):
        return None
    if claim == "translated" and _UNABLE.intersection(verb.auxiliaries):
        return None
    claim, polarity = settled
    return made(sentence, (clause_start(tokens, span[0], tongue), span[1]), named, claim, beside, polarity, how)


def _beside(sentence: Sentence, claim: str, verb: Verb, span: tuple[int, int]) -> str | None:
    """What a clause says beside its claim: behind the verb, or, where words stand in any order, before it."""
    text, tokens, tongue = sentence.text, sentence.tokens, sentence.tongue
    found = said_beside(text, tokens, claim, (verb.at + 1, span[1]), tongue)
    return said_beside(text, tokens, claim, span, tongue) if found is None and tongue.free else found


def _refused(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> Verb:
    """A verb that somebody refused to do: it was not done."""
    english = verb.auxiliaries[-1:] == ("to",) and verb.first > 0 and tokens[verb.first - 1].word in tongue.refusing
    if english or (not tongue.free and was_refused(tokens, verb, tongue)):
        return verb._replace(denied=not verb.denied, auxiliaries=())
    return verb


def made(
    sentence: Sentence, span: tuple[int, int], named: Named, claim: str, beside: str | None, polarity: str, how: str
) -> Claim:
    """A claim of a span of tokens about a text that is named."""
    tokens, text = sentence.tokens, sentence.text
    phrase = named.phrase
    if named.own:
        return _of_own(sentence, span, named.own, claim, beside, polarity, how)
    if named.topic:
        return _of_topic(sentence, span, named.topic, named.pronoun, (claim, beside, polarity, how))
    opening = named.tokens[phrase.first].word in ("what", "which", "whose")
    about = written(text, named.tokens, phrase.first + (opening and phrase.last > phrase.first + 1), phrase.last)
    start = tokens[span[0]].start
    said = f"“{' '.join(text[start : tokens[span[1] - 1].end].split())}”"
    apart = "" if named.tokens is tokens and not named.pronoun else f"; “{named.pronoun}” stands for “{about}”"
    head = named.tokens[phrase.head]
    end, at = tokens[span[1] - 1].end, named.tokens[phrase.first].start
    return Claim(start, end, about, head.word, at, claim, beside, polarity, how, f"{said} says so{apart}")


def _of_own(
    sentence: Sentence, span: tuple[int, int], own: str, claim: str, beside: str | None, polarity: str, how: str
) -> Claim:
    """A claim of the document that makes it."""
    start, end = sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end
    said = f"“{' '.join(sentence.text[start:end].split())}” says so of the document itself"
    return Claim(start, end, own, "", start, claim, beside, polarity, how, said)


def _of_topic(
    sentence: Sentence, span: tuple[int, int], topic: Topic, pronoun: str, told: tuple[str, str | None, str, str]
) -> Claim:
    """A claim of the title that the sentence before spoke of: what is claimed, what beside, polarity and modality."""
    start, end = sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end
    said = f"“{' '.join(sentence.text[start:end].split())}” says so; “{pronoun}” stands for “{topic.about}”"
    claim, beside, polarity, how = told
    return Claim(start, end, topic.about, topic.noun, topic.at, claim, beside, polarity, how, said)


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
