"""What a sentence says of how texts came down: from each verb that may say it, what it says and of which text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.testimony.antecedents import Named, meant
from variorum.layers.testimony.clauses import clause_end, clause_start
from variorum.layers.testimony.free import clause, free_slot, free_verb
from variorum.layers.testimony.modality import modality
from variorum.layers.testimony.objects import said_beside, until, written
from variorum.layers.testimony.phrases import Phrase, extended, is_noun, phrase_at, run
from variorum.layers.testimony.sentence import Sentence
from variorum.layers.testimony.slots import before_clause, modified, subject, thing
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
    if (
        phrase is None
        or _is_other(tokens, at, phrase, tongue)
        or (phrase.pronoun and not _may_stand_for(tokens[phrase.first], form, phrase.first > at, tongue))
    ):
        return None
    if tokens[phrase.first].word in _NONE:
        verb = verb._replace(denied=not verb.denied)
    named = meant(sentence, phrase, nouns, FAR if form.claim in STRONG else NEAR)
    return _stated(sentence, verb, form.claim, span, named) if named else None


_NONE = frozenset(["no", "kein", "keine", "keinen", "aucun", "aucune", "никакая", "никакой", "никакое"])
"""Determiners that deny."""
_PLANTS = frozenset(
    ["water", "gas", "iron", "steel", "public", "power", "salt", "brick", "cement", "glass", "chemical"]
)
_MONEY = frozenset(["bank", "promissory", "paper", "alphabet"])


def _is_other(tokens: Sequence[Token], at: int, phrase: Phrase, tongue: Tongue) -> bool:
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


def _may_stand_for(pronoun: Token, form: Form, behind: bool, tongue: Tongue) -> bool:
    """Whether a pronoun may stand for a text beside such a claim; “he published this” points to what comes."""
    if behind and pronoun.word in ("this", "these", "that", "those"):
        return False
    if pronoun.word in tongue.relatives:
        return True
    if form.claim in ("quoted from", "altered") or (tongue.free and form.use == APPEARING):
        return False
    return form.claim in STRONG or not tongue.free


def _span(tokens: Sequence[Token], verb: Verb, phrase: Phrase, tongue: Tongue) -> tuple[int, int]:
    """The clause of a verb and its phrase."""
    first = phrase.first if phrase.first < verb.first else subject_start(tokens, verb.first, tongue)
    if phrase.pronoun and first and tokens[first - 1].word in tongue.prepositions:
        first -= 1
    return first, clause_end(tokens, max(verb.at + 1, phrase.last), tongue)


def _slot(tokens: Sequence[Token], verb: Verb, form: Form, nouns: frozenset[str], tongue: Tongue) -> Phrase | None:
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
        return thing(tokens, verb.at + 1, nouns, tongue) if _was_refused(tokens, verb, tongue) else None
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
        return not phrase.pronoun and tokens[phrase.first].word not in _NONE
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


def _stated(sentence: Sentence, verb: Verb, claim: str, span: tuple[int, int], named: Named) -> Claim | None:
    tokens, tongue = sentence.tokens, sentence.tongue
    verb = _refused(tokens, verb, tongue)
    how = modality(sentence.text, tokens, verb, span, tongue)
    claim = _in_what_way(claim, {token.word for token in tokens[verb.first : span[1]]})
    settled = _settled(claim, verb.denied)
    if how is None or settled is None:
        return None
    beside = until(sentence.text, tokens, verb.at, span[1]) if claim == "published" and verb.denied else None
    beside = beside or (None if claim == "unpublished" and verb.voice == BARE else "")
    beside = (
        beside
        if beside is None or beside
        else said_beside(sentence.text, tokens, claim, (span[0] if tongue.free else verb.at + 1, span[1]), tongue)
    )
    if claim == "included" and not _is_edition(beside, tongue):
        return None
    claim, polarity = settled
    return made(sentence, (clause_start(tokens, span[0], tongue), span[1]), named, claim, beside, polarity, how)


def _clitic(tokens: Sequence[Token], verb: Verb) -> Phrase | None:
    """The pronoun before a French verb: il l’a publié."""
    at = verb.first - 1
    if at >= 0 and tokens[at].word in ("l’", "l'", "les") and verb.at > verb.first:
        return Phrase(at, at + 1, at, False, True)
    return None


def _was_refused(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> bool:
    """Whether an infinitive is what somebody refused: refusa de publier."""
    at = verb.first - 1
    return at > 0 and tokens[at].word in tongue.of and tokens[at - 1].word in tongue.refusing


def _refused(tokens: Sequence[Token], verb: Verb, tongue: Tongue) -> Verb:
    """A verb that somebody refused to do: it was not done."""
    english = verb.auxiliaries[-1:] == ("to",) and verb.first > 0 and tokens[verb.first - 1].word in tongue.refusing
    if english or (not tongue.free and _was_refused(tokens, verb, tongue)):
        return verb._replace(denied=not verb.denied, auxiliaries=())
    return verb


_WAYS = {
    "circulated privately": frozenset(["privately", "secretly", "clandestinely", "secrètement", "heimlich", "тайно"]),
    "circulated in manuscript": frozenset(["manuscript", "manuscrit", "handschriftlich", "рукописи", "списках"]),
}


def _in_what_way(claim: str, words: set[str]) -> str:
    """Circulated, privately or in manuscript."""
    return next((way for way, told in _WAYS.items() if claim == "circulated" and words & told), claim)


def _is_edition(named: str | None, tongue: Tongue) -> bool:
    """Whether what a text is included in is a thing that holds many: not a letter, nor the argument."""
    return any(word.strip('_“”«»"').casefold() in tongue.editions for word in (named or "").split())


def made(
    sentence: Sentence, span: tuple[int, int], named: Named, claim: str, beside: str | None, polarity: str, how: str
) -> Claim:
    """A claim of a span of tokens about a text that is named."""
    tokens, text = sentence.tokens, sentence.text
    phrase = named.phrase
    if named.own:
        return _of_own(sentence, span, named.own, claim, beside, polarity, how)
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
