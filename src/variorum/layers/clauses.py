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
from variorum.layers.owners import according, headed, last, owner, owner_after
from variorum.layers.persons import bare, by_code, name_pattern
from variorum.layers.phrases import office_and_name, phrase_after, phrase_before, whole_phrase
from variorum.layers.predicates import asks_what, comments, governs, inverts, may_speak, names_now, subject_of
from variorum.layers.subjects import ADJACENT, APART, near, nominative, subject

_CLAUSE_END = re.compile(
    r"[;:“„«\"]|(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-ZА-Я])(?<!\bг)\.(?=\s|$)|[!?](?=\s|$)"
)
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
    inserted: re.Pattern[str]
    who: re.Pattern[str]
    own: re.Pattern[str]
    speaker: re.Pattern[str]
    naming: re.Pattern[str]
    meant: re.Pattern[str]
    passive: re.Pattern[str]


@cache
def _asked(code: str) -> _Asked:
    language = by_code(code)
    name, verbs = name_pattern(language.particles), pattern(language.speech)
    pronouns, naming = "|".join(nominative(code)), pattern(language.naming)
    return _Asked(
        re.compile(rf"(?i:{verbs})"),
        re.compile(rf"\b((?i:{verbs}))-(?:t-)?(il|elle|ils|elles|je|on)\b"),
        re.compile(rf"(?:\s+{pattern(language.inserted)})*(?=\s)" if language.inserted else "(?!)"),
        re.compile(rf"\s*_?(?:(?P<pronoun>(?i:{pronouns}))\b|(?P<name>{name}))"),
        re.compile(rf"(?i:{pattern(language.own_words)})"),
        re.compile(
            rf"^[\s_*]*({name})(?:\s*\([^)]*\))?(?:\s+to\s+(?:the\s+|his\s+|her\s+)?{name})?(?:,\s(?:[^:,]{{0,16}}\s)?\d{{1,4}}\w{{0,2}}(?:,?\s[^\W\d_]+)?(?:,?\s\d{{4}})?)?"
            r"[.:]?[\s_*]*[:—–]?[\s_*]*$"
        ),
        re.compile(rf"(?i:{naming}|\bdescrib(?:es|ed)\b)"),
        re.compile(
            rf"(?i:{naming}|\bspoken?\s+of\b|\bspeaks\s+of\b|\bmeans?\b|\bmeant(?:\s+by)?\b)\s+(?:\S+\s+){{0,3}}$"
        ),
        re.compile(
            r"\b(?:is|was|has\s+been)\s+(?:quoted|reported|recorded|represented|said|alleged|known)\s[^;:]{0,70}?(?:as|to\s+have)"
            r"\s+(?:saying|having\s+said|said|written|declared|answered|replied)\b"
            rf"|\b(?:told|asked|assured|informed|warned|reminded)\s+by\s+(?:the\s+)?({name})"
        ),
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
    if own := owner_after(stripped, language):
        return Told(own.who, False, own.noun, "after it")
    ask = _asked(language.code)
    opening = _THUS.match(stripped) or (_TO_HIM.match(stripped) if language.code == "fr" else None)
    stripped = stripped[opening.end() :] if opening else stripped
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
    clause = clause.lstrip(" ,—–-_\r\n")
    it = _IT.match(clause)
    return bool(_asked(language.code).verb.match(clause, it.end() if it else 0))


_IT = re.compile(r"(?:it|one|man|es|on|оно)\s+")
"""A subject that names nobody."""


def told_inside(inner: str, language: Language) -> Told | None:
    """Who speaks by a clause inside the marks, as French and Russian have it: «Можно, — отвечал Рем, — если платят»."""
    sets_in = _SETS_IN.get(language.code)
    for stop in sets_in.finditer(inner, 0, _SENTENCE_LONG) if sets_in else ():
        clause = inner[stop.end() : stop.end() + _SENTENCE_LONG // 2]
        if inverted := _asked(language.code).inverted.match(clause):
            return Told(inverted.group(2), True, inverted.group(1), "inside it")
        verb = _asked(language.code).verb.match(clause)
        if verb and (told := _verb_first(clause, verb, _asked(language.code), language)):
            return told._replace(how="inside it")
    return None


_SETS_IN = {"fr": re.compile(r"[,!?…]\s+"), "ru": re.compile(r"[,!?….]\s*[—–]\s*")}
"""What stands before such a clause."""


def _verb_first(clause: str, verb: re.Match[str], ask: _Asked, language: Language) -> Told | None:
    rest = clause[verb.end() :]
    rest = rest[_end(ask.inserted, rest) :]
    who = ask.who.match(rest)
    if who and who["pronoun"]:
        return Told(who["pronoun"], True, verb.group(), "after it")
    owned = who is not None and who.group().endswith(("’s", "'s"))
    if who and not owned and (name := bare(who["name"], language)):
        return Told(name, False, verb.group(), "after it")
    who_is = office_and_name(rest, language) or phrase_after(rest, language)
    return Told(who_is, False, verb.group(), "after it") if who_is else None


def _end(asked: re.Pattern[str], text: str) -> int:
    found = asked.match(text)
    return found.end() if found else 0


def _verb_second(clause: str, verb: re.Match[str], ended: str, language: Language) -> Told | None:
    before = clause[: verb.start()]
    if _RELATIVE.search(before):
        return None
    who = subject(before, language)
    if who and not near(before[who.start + len(who.text) :], ADJACENT):
        return None
    if who is None or (before[0].isupper() and ended in "!?" and not who.is_pronoun and len(before.split()) > 4):
        return _phrase_before(before, verb, language)
    if before[0].isupper() and ended in "!?." and who.is_pronoun and who.text.casefold() not in ("i", "я", "ich", "je"):
        return None
    return Told(who.text, who.is_pronoun, verb.group(), "after it")


_RELATIVE = re.compile(r"\b(?:which|whom|whose)\b")
"""A clause about the quotation, and not beside it: “The Weir,” a play which, he assured us, was true."""


def _phrase_before(before: str, verb: re.Match[str], language: Language) -> Told | None:
    whole = whole_phrase(before, language) if before.lstrip()[:1].islower() else None
    return Told(whole, False, verb.group(), "after it") if whole else None


_THUS = re.compile(r"(?:so|thus|such)\s+(?=(?:said|says|wrote|writes|cried|spoke|spake)\b)", re.IGNORECASE)
_TO_HIM = re.compile(r"(?:lui|leur|me|m[’']|nous)\s*(?=[^\W\d_]+\s+[^\W\d_])")
"""To whom something is said, before the verb: lui répondit Rem."""
_GOING_ON = re.compile(
    r"(?:and|but|when|while|for|though|although|because|if|that|which|who|where|mais|quand|und|aber|wenn|worauf|whereupon|но|когда)\b"
)
"""A word with which the author’s sentence goes on: what is said after it is something else."""


def _verbs(asked: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The verbs of a text; neither a capital inside a sentence is one, as in the United States, nor cries of joy."""
    for found in asked.finditer(text):
        capital = found.start() > 0 and found.group()[0].isupper()
        if not capital and (not text.startswith(" of ", found.end()) or found.group() in _OF_SOMEBODY):
            yield found


_OF_SOMEBODY = frozenset(["said", "says", "wrote", "writes"])
"""Verbs that may go on with “of” and say something nevertheless."""


def told_before(before: str, language: Language) -> Told | None:
    """Who speaks, by what stands before a quotation in its paragraph."""
    sentence = sentences(before[-_SENTENCE_LONG:])[-1] if before.strip() else ""
    if not sentence:
        return None
    ask = _asked(language.code)
    if said := according(sentence, language):
        if any(_verbs(ask.verb, sentence[said[1] :])):
            return _by_verb(sentence, ask, language)
        return Told(said[0], False, "according to", "before it")
    if passive := last(ask.passive, sentence):
        return _by_passive(sentence, passive, language)
    if own := owner(sentence, language):
        return Told(own.who, own.is_pronoun, own.noun, "before it")
    if speaker := ask.speaker.match(sentence.rstrip()):
        name = bare(speaker.group(1), language) if sentence.rstrip(" _*")[-1:] == ":" else None
        if paper := headed(sentence, language):
            return Told(paper.who, False, paper.noun, "before it")
        if name:
            return Told(name, False, "as in a play", "before it")
    return _by_verb(sentence, ask, language)


def _by_passive(sentence: str, passive: re.Match[str], language: Language) -> Told | None:
    """Who is said to have said it, or by whom somebody was told."""
    who = None if passive.group(1) else subject_of(sentence, passive.start(), language)
    name = bare(passive.group(1), language) if passive.group(1) else who.text if who else None
    return Told(name, bool(who and who.is_pronoun), passive.group().split()[-1], "before it") if name else None


def _by_verb(sentence: str, ask: _Asked, language: Language) -> Told | None:
    verb = max(_verbs(ask.verb, sentence), key=re.Match.start, default=None)
    if verb is None:
        return _by_noun(sentence, ask, language) or _by_name(sentence, ask, language) or _by_heading(sentence, language)
    between = sentence[verb.end() :].strip(" _*")
    states = verb.group().casefold().endswith("that")  # found that on all heads, “...”
    pointed = not states and (between[-1:] in (":", ",", "—") or between[-2:] == "--" or not between)
    if not may_speak(sentence, verb):
        return None
    aside = comments(sentence, verb)
    if not (aside or governs(between, pointed) or asks_what(sentence, verb, pointed)):
        return _by_name(sentence, ask, language)
    if who := subject_of(sentence, verb.start(), language):
        return Told(who.text, who.is_pronoun, verb.group(), "before it")
    who = subject(sentence[: verb.start()], language)
    after = ask.who.match(sentence[verb.end() :])
    if after and not who and (aside or (pointed and inverts(sentence, verb))):
        name = after["pronoun"] or bare(after["name"], language)
        return Told(name, bool(after["pronoun"]), verb.group(), "before it") if name else None
    phrase = phrase_before(sentence[: verb.start()], language) if verb.group().casefold() != "saying" else None
    return Told(phrase, False, verb.group(), "before it") if phrase else None


def _by_heading(sentence: str, language: Language) -> Told | None:
    found = headed(sentence, language)
    return Told(found.who, False, found.noun, "before it") if found else None


def _by_noun(sentence: str, ask: _Asked, language: Language) -> Told | None:
    """Who speaks by a noun that somebody gives, makes or uses: Kolb had only this answer."""
    noun = last(ask.own, sentence)
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


def _by_name(sentence: str, ask: _Asked, language: Language) -> Told | None:
    """Who speaks by a verb that gives a thing its name: Kolb called the dam “a tomb”."""
    verb = last(ask.naming, sentence)
    if verb is None or not names_now(sentence, verb):
        return None
    who = subject_of(sentence, verb.start(), language)
    return Told(who.text, who.is_pronoun, verb.group(), "before it") if who else None


def meant(before: str, language: Language) -> bool:
    """Whether what stands before a quotation says that it is somebody's word for a thing: what she calls “...”."""
    return bool(_asked(language.code).meant.search(before[-60:].rstrip(" _*") + " "))
