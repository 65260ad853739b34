"""The clause beside a quotation that says who speaks: “..., said Ann”; Ann wrote: “...”; in Ann's words.

>>> from variorum.layers.languages import LANGUAGES
>>> told_after(" cried the old man, and sat down.", ",", LANGUAGES[0])
Told(who='the old man', is_pronoun=False, verb='cried', how='after it')
>>> told_before("Then Mr. Lake wrote to us: ", LANGUAGES[0])
Told(who='Mr. Lake', is_pronoun=False, verb='wrote', how='before it')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from variorum.layers.introductions import sentences
from variorum.layers.languages import Language, lexicon, pattern
from variorum.layers.persons import bare, by_code, name_pattern
from variorum.layers.predicates import governs, inverts, may_speak, subject_of
from variorum.layers.subjects import ADJACENT, APART, near, nominative, subject

_PHRASES = {
    "en": r"(?:the|my|his|her|our|their|a|an|another|old)\s+(?:[a-z’'-]+\s+){0,2}?[a-z’'-]+|one|another|somebody",
    "fr": r"(?:le|la|un|une|mon|ma|son|sa|notre|leur|l[’'])\s*(?:[^\W\d_]+\s+)?[^\W\d_]+",
    "de": r"(?:der|die|das|ein|eine|mein|meine|sein|seine|ihr|ihre|unser|unsere)\s+(?:[a-zäöüß]+\s+)?[^\W\d_]+|jemand",
    "ru": r"[а-яё]{4,}",
}
"""A speaker who is not named: the old man, my mother, le marchand, der Alte, старик."""
_END = r"(?=[,.;:!?—–)]|\s+(?:and|as|in|with|to|at|from|et|en|und|mit|in|и|с|в)\b|\s*$)"
_CLAUSE_END = re.compile(
    r"[;:“„«\"]|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-ZА-Я])(?<!\bг)\.(?=\s|$)|[!?](?=\s|$)"
)
_ADVERB = re.compile(r"(?:\s+(?:[a-z]+ly|soon|afterwards|again|now|then))+$")
_LITTLE = r"(?!(?:the|an?|of|in|to|and|or|that|with|for|by|from)\b)"
_SAYING = (
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?)\s+(?:\w+\s+)?(?:words?|saying|phrase|motto|slogan|maxim|dictum|remark|advice)"
    r"\s+of\s+(?:old\s+|the\s+late\s+)?(NAME)"
)
"""A noun of saying before him whose it is: the saying of Kolb."""
_SENTENCE_LONG = 220


class Told(NamedTuple):
    """Who is said to speak, by which verb or noun, and where that stands."""

    who: str
    is_pronoun: bool
    verb: str
    how: str


class _Asked(NamedTuple):
    verb: re.Pattern[str]
    inverted: re.Pattern[str]
    who: re.Pattern[str]
    phrase: re.Pattern[str]
    according: re.Pattern[str]
    owned: re.Pattern[str]
    own: re.Pattern[str]
    speaker: re.Pattern[str]
    slogan: re.Pattern[str]
    meant: re.Pattern[str]
    saying: re.Pattern[str]


@cache
def _asked(code: str) -> _Asked:
    language = by_code(code)
    name, verbs = name_pattern(language.particles), pattern(language.speech)
    pronouns = "|".join(nominative(code))
    own, naming = pattern(language.own_words), pattern(language.naming)
    return _Asked(
        re.compile(rf"(?i:{verbs})"),
        re.compile(rf"\b((?i:{verbs}))-(?:t-)?(il|elle|ils|elles|je|on)\b"),
        re.compile(rf"\s*_?(?:(?P<pronoun>(?i:{pronouns}))\b|(?P<name>{name}))"),
        re.compile(rf"\s+(?P<phrase>{_PHRASES[code]}){_END}"),
        re.compile(rf"(?i:{pattern(language.according)})\s+(?:the\s+)?_?({name})"),
        re.compile(rf"(?i:{own})"),
        re.compile(
            rf"({name})[’']s?\s+(?:{_LITTLE}[a-z]+\s+){{0,2}}(?i:{own})|\b(his|her|their|its|ses?|sa|sein\w*|ihr\w*|его|её|ее|их)\s+(?:{_LITTLE}[a-z]+\s+){{0,2}}(?i:{own})"
        ),
        re.compile(rf"^[\s_*]*({name})(?:\s*\([^)]*\))?[.:]?[\s_*]*[:—–]?[\s_*]*$"),
        re.compile(
            r"\b((?:its|their|the|his|her)\s+(?:first\s+|only\s+|new\s+|last\s+|old\s+)?(?:slogan|motto|watchword|device|devise|Losung|лозунг|sign|inscription|label|notice))\b[^.;]{0,40}:[\s_]*$"
        ),
        re.compile(rf"(?i:{naming}|\bmeans?\b|\bmeant(?:\s+by)?\b)\s+(?:\S+\s+){{0,3}}$"),
        re.compile(_SAYING.replace("NAME", name)),
    )


def told_after(clause: str, ended: str, language: Language) -> Told | None:
    """Who speaks, by the clause that follows a quotation; `ended` is the last sign inside it.

    After a full stop a capital letter begins another sentence, which says nothing of the one before.
    """
    end = _CLAUSE_END.search(clause, 0, 140)
    clause = clause[: end.start() if end else 140]
    stripped = clause.lstrip(" ,—–-_\r\n")
    if not stripped or (ended == "." and stripped[0].isupper() and not clause.lstrip().startswith(",")):
        return None
    if _GOING_ON.match(stripped):
        return None
    ask = _asked(language.code)
    if inverted := ask.inverted.match(stripped):
        return Told(inverted.group(2), True, inverted.group(1), "after it")
    verb = next(_verbs(ask.verb, stripped), None)
    if verb is None or len(stripped[: verb.start()].split()) > 6:
        return None
    return (
        _verb_first(stripped, verb, ask, language)
        if not stripped[: verb.start()].strip()
        else _verb_second(stripped, verb, ended, language)
    )


def says_after(clause: str, language: Language) -> bool:
    """Whether a verb of saying stands right after a quotation: whoever it is that speaks, is named there."""
    return bool(_asked(language.code).verb.match(clause.lstrip(" ,—–-_\r\n")))


def _verb_first(clause: str, verb: re.Match[str], ask: _Asked, language: Language) -> Told | None:
    rest = clause[verb.end() :]
    who = ask.who.match(rest)
    if who and who["pronoun"]:
        return Told(who["pronoun"], True, verb.group(), "after it")
    if who and (name := bare(who["name"], language)):
        return Told(name, False, verb.group(), "after it")
    phrase = ask.phrase.match(rest)
    who_is = _ADVERB.sub("", " ".join(phrase["phrase"].split())) if phrase else ""
    return Told(who_is, False, verb.group(), "after it") if phrase and _is_noun(who_is, rest[phrase.end() :]) else None


def _is_noun(phrase: str, after: str) -> bool:
    """Whether a phrase ends with a noun, and not with the first of two adjectives: a very diligent and honest man."""
    if phrase.endswith(("’s", "'s")):
        return False
    joined = re.match(r"\s*(?:and|et|und|и)\b", after)
    return not (joined and (_DEGREE.search(phrase) or _ADJECTIVE.search(phrase)))


_DEGREE = re.compile(r"\s(?:very|most|more|so|too|rather|quite|très|plus|si|sehr|ganz|so)\s\S+$")
_ADJECTIVE = re.compile(r"\s(?:\w+(?:ful|ous|able|ible|less|ish|ive)|old|young|poor|good|great|wise|honest|kind)$")


def _verb_second(clause: str, verb: re.Match[str], ended: str, language: Language) -> Told | None:
    before = clause[: verb.start()]
    who = subject(before, language)
    if who and not near(before[who.start + len(who.text) :], ADJACENT):
        return None
    if who is None or (before[0].isupper() and ended in "!?" and not who.is_pronoun and len(before.split()) > 4):
        return _phrase_before(before, verb, language)
    if before[0].isupper() and ended in "!?." and who.is_pronoun and who.text.casefold() not in ("i", "я", "ich", "je"):
        return None
    return Told(who.text, who.is_pronoun, verb.group(), "after it")


def _phrase_before(before: str, verb: re.Match[str], language: Language) -> Told | None:
    whole = re.fullmatch(rf"\s*({_PHRASES[language.code]})\s*", before)
    return Told(whole.group(1), False, verb.group(), "after it") if whole and before.lstrip()[0].islower() else None


_GOING_ON = re.compile(
    r"(?:and|but|when|while|for|though|although|because|if|that|which|who|where|mais|quand|und|aber|wenn|но|когда)\b"
)
"""A word with which the author’s sentence goes on: what is said after it is something else."""


def _verbs(asked: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The verbs of a text; neither a capital inside a sentence is one, as in the United States, nor cries of joy."""
    for found in asked.finditer(text):
        if (found.start() == 0 or not found.group()[0].isupper()) and not text.startswith(" of ", found.end()):
            yield found


def told_before(before: str, language: Language) -> Told | None:
    """Who speaks, by what stands before a quotation in its paragraph."""
    sentence = sentences(before[-_SENTENCE_LONG:])[-1] if before.strip() else ""
    if not sentence:
        return None
    ask = _asked(language.code)
    if (said := ask.according.search(sentence)) and (name := bare(said.group(1), language)):
        if any(_verbs(ask.verb, sentence[said.end() :])):
            return _by_verb(sentence, ask, language)
        return Told(name, False, "according to", "before it")
    if slogan := ask.slogan.search(sentence):
        return Told(slogan.group(1), False, "whose words they are", "before it")
    if saying := ask.saying.search(sentence):
        name = bare(saying.group(1), language)
        return Told(name, False, "saying", "before it") if name else None
    if ask.owned.search(sentence) and (own := _last(ask.own, sentence)):
        name = bare(own.group(1), language) if own.group(1) else None
        if name or own.group(2):
            return Told(name or own.group(2), not name, own.group().split()[-1], "before it")
    if speaker := ask.speaker.match(sentence.rstrip()):
        name = bare(speaker.group(1), language) if sentence.rstrip(" _*")[-1:] == ":" else None
        if name:
            return Told(name, False, "as in a play", "before it")
    return _by_verb(sentence, ask, language)


def _by_verb(sentence: str, ask: _Asked, language: Language) -> Told | None:
    verb = max(_verbs(ask.verb, sentence), key=re.Match.start, default=None)
    if verb is None:
        return _by_noun(sentence, ask, language)
    between = sentence[verb.end() :].strip(" _*")
    pointed = between[-1:] in (":", ",", "—") or between[-2:] == "--" or not between
    if not governs(between, pointed) or not may_speak(sentence, verb):
        return None
    if who := subject_of(sentence, verb.start(), language):
        return Told(who.text, who.is_pronoun, verb.group(), "before it")
    who = subject(sentence[: verb.start()], language)
    after = ask.who.match(sentence[verb.end() :])
    if after and not who and pointed and inverts(sentence, verb):
        name = after["pronoun"] or bare(after["name"], language)
        return Told(name, bool(after["pronoun"]), verb.group(), "before it") if name else None
    return _noun_phrase(sentence, verb, language) if pointed else None


def _by_noun(sentence: str, ask: _Asked, language: Language) -> Told | None:
    """Who speaks by a noun that somebody gives, makes or uses: Kolb had only this answer."""
    noun = _last(ask.owned, sentence)
    if noun is None or not governs(sentence[noun.end() :].strip(" _*"), True):
        return None
    who = subject(sentence[: noun.start()], language)
    between = sentence[who.start + len(who.text) : noun.start()] if who else ""
    uttered = lexicon(_UTTERING).any(re.findall(r"[^\W\d_]+", between.casefold())) and not _DENIED.search(between)
    return (
        Told(who.text, who.is_pronoun, noun.group(), "before it") if who and uttered and near(between, APART) else None
    )


_UTTERING = """
    gave give gives used uses made makes had has offers offered coined sent got
    raise raised ask asked put puts returned found put utters uttered
    fit donna trouva eut gab hatte machte fand дал дала имел нашел
"""
_DENIED = re.compile(r"\b(?:not|no|never|nothing|ne|pas|jamais|nicht|kein\w*|nie|не|ни)\b")


def _noun_phrase(sentence: str, verb: re.Match[str], language: Language) -> Told | None:
    """“the old man said:”, at the beginning of the sentence or after a comma."""
    found = re.search(rf"(?:^|,\s|\b(?:and|und|et|и)\s)((?i:{_PHRASES[language.code]}))\s+$", sentence[: verb.start()])
    if found is None or language.code == "ru" or found.group(1).casefold() in ("one", "another"):
        return None
    phrase = _ADVERB.sub("", found.group(1))
    return Told(phrase[0].lower() + phrase[1:], False, verb.group(), "before it")


def meant(before: str, language: Language) -> bool:
    """Whether what stands before a quotation says that it is somebody's word for a thing: what she calls “...”."""
    return bool(_asked(language.code).meant.search(before[-60:].rstrip(" _*") + " "))


def _last(asked: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in asked.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return found
