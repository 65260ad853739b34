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
_SAYING = (
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?)\s+(?:\w+\s+)?(?:words?|saying|phrase|motto|slogan|maxim|dictum|remark|advice)"
    r"\s+of\s+(?:old\s+|the\s+late\s+)?(NAME)"
)
"""A noun of saying before him whose it is: the saying of Kolb."""
_SLOGAN = (
    r"\b((?:its|their|the|his|her)\s+(?:first\s+|only\s+|new\s+|last\s+|old\s+)?(?:slogan|motto|watchword|device|devise"
    r"|Losung|лозунг|sign|inscription|label|notice))\b[^.;]{0,40}:[\s_]*$"
)
_SAYS = (
    r"(?:\s+(?:itself|also|then|again|now|[a-z]+ly))*\s+(?:had\s+|has\s+)?(?:speaks?\s+of|spoke\s+of|says?|said|states?"
    r"|stated|declares?|declared|reads?|runs?|ran|begins?|began|ends?|ended|concludes?|concluded|goes\s+on|went\s+on"
    r"|mentions?|mentioned|calls?|called|contains?|contained)\b[^.;]{0,80}$"
)
"""What a paper does that has somebody’s words: it reads, runs, speaks of."""
_SAYS_SO = re.compile(_SAYS)
_HERALD = rf"(?:(?:the|our)\s+(?:{_LITTLE}[a-z]+\s+){{0,2}})?"
"""What may stand between “according to” and a name: the late editor."""


class Owner(NamedTuple):
    """Whose the words are, and by which noun."""

    who: str
    is_pronoun: bool
    noun: str


class _Asked(NamedTuple):
    according: re.Pattern[str]
    noun: re.Pattern[str]
    own: re.Pattern[str]
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
    owners = r"\b(his|her|their|its|ses?|sa|sein\w*|ihr\w*|его|её|ее|их)"
    adjectives = rf"(?:{_LITTLE}[a-z]+\s+){{0,2}}"
    return _Asked(
        re.compile(rf"(?i:{pattern(language.according)})\s+{_HERALD}_?({name})"),
        re.compile(rf"(?i:{own})"),
        re.compile(rf"({name})[’']s?\s+{adjectives}(?i:{own})|{owners}\s+{adjectives}(?i:{own})"),
        re.compile(
            rf"({name})[’']s?\s+{adjectives}({kinds}){_SAYS}"
            rf"|({kinds})\s+(?:from|by|of)\s+({name})(?:\s+to\s+[^,;:.]{{1,40}}?)?{_SAYS}"
        ),
        re.compile(_SLOGAN),
        re.compile(_SAYING.replace("NAME", name)),
        re.compile(
            rf"(?:is|are|was|were)\s+(?:({name})[’']s?\s+{adjectives}{own}|(?:the|an?)\s+{adjectives}{own}\s+of(?=\s))"
            rf"|(?:so\s+|thus\s+)?(?:runs|ran|reads|goes)(?=\s+(?:the|an?|our|this)\s)"
        ),
        re.compile(rf"{kinds}\s+(?:from|by|of)\s+(?:the\s+)?({name})[^.;:]{{0,40}}:[\s_]*$"),
    )


def owner(sentence: str, language: Language) -> Owner | None:
    """Whose words a noun in the sentence before a quotation says they are."""
    ask = _asked(language.code)
    if slogan := ask.slogan.search(sentence):
        return Owner(slogan.group(1), False, "whose words they are")
    if saying := ask.saying.search(sentence):
        name = bare(saying.group(1), language)
        return Owner(name, False, "saying") if name else None
    if paper := ask.paper.search(sentence) if _SAYS_SO.search(sentence) else None:
        name, noun = bare(paper.group(1) or paper.group(4), language), paper.group(2) or paper.group(3)
        return Owner(name, False, noun) if name else None
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
    """Whose words follow a line that names nothing but a paper: From the diary of Ann Lake:"""
    found = _asked(language.code).heading.search(sentence) if sentence.rstrip(" _")[-1:] == ":" else None
    name = bare(found.group(1), language) if found else None
    return Owner(name, False, found.group().split()[0]) if found and name else None


def last(asked: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last place where a pattern is found."""
    found = None
    for found in asked.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return found
