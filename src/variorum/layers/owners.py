"""Whose words a noun says they are: in Kolb’s words; according to Kolb; Kolb’s will runs; the saying of Kolb.

>>> from variorum.layers.languages import LANGUAGES
>>> owner("In Kolb’s words, ", LANGUAGES[0]), owner("Doctor Weil’s report speaks of ", LANGUAGES[0])
(Owner(who='Kolb', is_pronoun=False, noun='words'), Owner(who='Doctor Weil', is_pronoun=False, noun='report'))
>>> owner("Kolb’s letter lay there; nobody spoke of ", LANGUAGES[0])
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import Language, pattern
from variorum.layers.persons import CAPITAL, bare, by_code, name_pattern
from variorum.layers.phrases import phrase_after

_LITTLE = r"(?!(?:the|an?|of|in|to|and|or|that|with|for|by|from|who|which)\b)"
_ADVERBS = r"(?:\s+(?:itself|also|then|again|now|[a-z]+ly))*\s+(?:had\s+|has\s+)?"
"""What may stand between a paper and what it does."""
_HERALD = rf"(?:(?:the|our)\s+(?:{_LITTLE}[a-z]+\s+){{0,2}})?"
"""What may stand between “according to” and a name: the late editor."""
_NEVER = "(?!)"
_OF = {"fr": r"(?:de\s+|d[’'])", "de": r"von\s+", "ru": ""}
"""What stands between a paper and the name of its author."""
_IN = {"fr": "dans", "de": "in|im", "ru": "в|во"}
_DAY = r"(?:\s+(?:du|vom|от)\s[^,.;:]{1,20})?"


class Owner(NamedTuple):
    """Whose the words are, and by which noun."""

    who: str
    is_pronoun: bool
    noun: str


class _Asked(NamedTuple):
    according: re.Pattern[str]
    noun: re.Pattern[str]
    own: re.Pattern[str]
    says: re.Pattern[str]
    paper: re.Pattern[str]
    slogan: re.Pattern[str]
    saying: re.Pattern[str]
    after: re.Pattern[str]
    heading: re.Pattern[str]


@cache
def _asked(code: str) -> _Asked:
    language = by_code(code)
    name, own = name_pattern(language.particles), pattern(language.own_words)
    kinds = pattern(" ".join([*language.kinds.values(), language.works, "report reports book"]))
    adjectives = rf"(?:{_LITTLE}[a-z]+\s+){{0,2}}"
    whose = rf"\b((?i:{pattern(language.possessives)}))"
    says = rf"(?i:{pattern(language.runs)})"
    return _Asked(
        re.compile(rf"(?i:{pattern(language.according)})\s+{_HERALD}_?({name})"),
        re.compile(rf"(?i:{own})"),
        re.compile(rf"({name})[’']s?\s+{adjectives}(?i:{own})|{whose}\s+{adjectives}(?i:{own})"),
        re.compile(says),
        re.compile(_paper(code, name, kinds, adjectives, says)),
        re.compile(
            rf"\b((?:{pattern(f'the {language.possessives}')})\s+(?:first\s+|only\s+|new\s+|last\s+|old\s+)?"
            rf"(?:{pattern(language.slogans)}))\b[^.;]{{0,40}}:[\s_]*$"
        ),
        re.compile(
            rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?)\s+(?:\w+\s+)?{pattern(language.sayings)}"
            rf"\s+of\s+(?:old\s+|the\s+late\s+)?({name})"
            if code == "en"
            else _NEVER
        ),
        re.compile(
            rf"(?:is|are|was|were)\s+(?:({name})[’']s?\s+{adjectives}{own}|(?:the|an?)\s+{adjectives}{own}\s+of(?=\s))"
            rf"|(?:so\s+|thus\s+)?(?:runs|ran|reads|goes)(?=\s+(?:the|an?|our|this)\s)"
        ),
        re.compile(
            rf"{kinds}\s+(?:from|by|of)\s+(?:the\s+)?({name})[^.;:]{{0,40}}:[\s_]*$"
            if code == "en"
            else rf"(?i:{kinds}|{own})\s+{_OF[code]}({name}){_DAY}\s*:[\s_]*$"
        ),
    )


def _paper(code: str, name: str, kinds: str, adjectives: str, says: str) -> str:
    """A paper that says something, and whose it is: Kolb’s letter reads; в письме Кольба сказано."""
    if code == "en":
        ends = rf"{_ADVERBS}{says}\b[^.;]{{0,80}}$"
        letter = rf"(?P<kind>{kinds})\s+(?:from|by|of)\s+(?P<by>{name})(?:\s+to\s+[^,;:.]{{1,40}}?)?{ends}"
        return rf"(?P<owner>{name})[’']s?\s+{adjectives}(?P<noun>{kinds}){ends}|{letter}"
    within = rf"\b(?i:{_IN[code]})\s+(?:[^\W\d_]+\s+){{0,2}}?(?P<noun>(?i:{kinds}))"
    return rf"{within}\s+{_OF[code]}(?P<owner>{name}){_DAY}\s+{says}\b[^.;]{{0,40}}$"


def owner(sentence: str, language: Language) -> Owner | None:
    """Whose words a noun in the sentence before a quotation says they are."""
    ask = _asked(language.code)
    if slogan := ask.slogan.search(sentence):
        return Owner(slogan.group(1), False, "whose words they are")
    if saying := ask.saying.search(sentence):
        name = bare(saying.group(1), language)
        return Owner(name, False, "saying") if name else None
    if paper := ask.paper.search(sentence) if ask.says.search(sentence) else None:
        told = paper.groupdict()
        name = bare(told["owner"] or told.get("by") or "", language)
        return Owner(name, False, told["noun"] or told.get("kind") or "") if name else None
    own = last(ask.own, sentence) if ask.noun.search(sentence) else None
    name = bare(own.group(1), language) if own and own.group(1) else None
    if own and (name or own.group(2)):
        return Owner(name or own.group(2), not name, own.group().split()[-1])
    return None


def according(sentence: str, language: Language) -> tuple[str, int] | None:
    """According to whom something is said, and where that name ends."""
    said = _asked(language.code).according.search(sentence)
    name = bare(said.group(1), language) if said else None
    return (name, said.end()) if said and name else None


def owner_after(clause: str, language: Language) -> Owner | None:
    """Whose words the clause after a quotation says they are: “...,” was Kolb’s only comment; so runs the song."""
    found = _asked(language.code).after.match(clause) if language.code == "en" else None
    if found is None:
        return None
    name = found.group(1) or phrase_after(clause[found.end() :], language)
    of = _OF_NAME.search(name) if name and not found.group(1) else None
    name = bare(of.group(1), language) if of else bare(name, language) if name == found.group(1) else name
    return Owner(name, False, found.group().split()[-1]) if name else None


_OF_NAME = re.compile(rf"\sof\s((?:[{CAPITAL}][\w’'.-]*\s?)+)$")


def headed(sentence: str, language: Language) -> Owner | None:
    """Whose words follow a paper that has no verb of saying: From the diary of Ann Lake; он помнил слова Рема."""
    if sentence.rstrip(" _")[-1:] != ":":
        return None
    found = _asked(language.code).heading.search(sentence)
    name = bare(found.group(1), language) if found and not _TOWARDS.search(sentence[: found.start()]) else None
    return Owner(name, False, found.group().split()[0]) if found and name else None


_TOWARDS = re.compile(r"\b(?:на|к|против|о|об|auf|zu|gegen|über|à|sur|contre|de)\s+$", re.IGNORECASE)
"""What stands before a paper that somebody answers: на письмо Рема."""


def last(asked: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last place where a pattern is found."""
    found = None
    for found in asked.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return found
