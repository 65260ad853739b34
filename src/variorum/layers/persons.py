"""How a person, a group or a paper is named in running text: names, noun phrases, pronouns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import LANGUAGES, Language, lexicon

CAPITAL = "A-ZÀ-ÖØ-ÞŠŽА-ЯЁІѢ"
TOKEN = rf"[{CAPITAL}][\w’'-]*[^\W_]|[{CAPITAL}]\.?"


@cache
def name_pattern(particles: str) -> str:
    """A regular expression for a name: capitalised words, with the small words of names between them.

    >>> re.match(name_pattern("von of the"), "Theodor von Brandt said").group()
    'Theodor von Brandt'
    """
    small = "|".join(sorted(map(re.escape, particles.split()), key=len, reverse=True))
    return rf"(?:{TOKEN})(?:\.?[’']?[\s_]+(?:(?:{small})[\s_]+){{0,2}}(?:{TOKEN})){{0,5}}"


def bare(name: str, language: Language) -> str | None:
    """A name without what is no part of it (an article or adverb that opens a sentence, a genitive), or None.

    >>> from variorum.layers.languages import LANGUAGES
    >>> bare("Then Mr. Lake’s", LANGUAGES[0]), bare("The", LANGUAGES[0])
    ('Mr. Lake', None)
    """
    words = re.sub(r"[’']s?$", "", name.strip(" _*.,;:")).split()
    unnamed = lexicon(language.unnamed)
    honorifics = lexicon(language.honorifics)
    while words and (low := words[0].strip("_.").casefold()) in unnamed and not (low in honorifics and len(words) > 1):
        words = words[1:]
    return " ".join(word.strip("_") for word in words) or None


_GOVERNED = """
    of to from by with in on at for against upon about between near after before under into through among like than
    de du des d l à au aux en dans par pour sur avec chez sans contre vers entre selon
    von vom zu zum zur mit in im an am auf aus bei für gegen über unter durch nach vor des der dem den
    от к ко с со о об в во на для из у за под над при про без через между перед
"""
"""Prepositions: what follows one is not who speaks."""


@cache
def _mentions(code: str) -> re.Pattern[str]:
    language = by_code(code)
    pronouns = "|".join(f"{language.he} {language.she} {language.they} {language.first}".split())
    return re.compile(rf"(?P<name>{name_pattern(language.particles)})|\b(?P<pronoun>(?i:{pronouns}))\b")


class Subject(NamedTuple):
    """Who does what a clause says: a name, a pronoun, or a noun phrase."""

    text: str
    start: int
    is_pronoun: bool


def subject(clause: str, language: Language) -> Subject | None:
    """The subject of a verb that stands right after the clause: the nearest name or pronoun that nothing governs.

    Of names in apposition the first counts.

    >>> from variorum.layers.languages import LANGUAGES
    >>> subject("On the pier Captain Thorne, Master of the Constance, ", LANGUAGES[0]).text
    'Captain Thorne'
    """
    found: Subject | None = None
    for match in _mentions(language.code).finditer(clause):
        name = None if match["pronoun"] else bare(match.group(), language)
        start = match.start() + (match.group().find(name) if name else 0)
        if start == match.start() and _governed(clause, start):
            continue
        if match["pronoun"]:
            if match.group().casefold() in _nominative(language.code):
                found = Subject(match.group(), start, True)
        elif name:
            apposed = found and not found.is_pronoun and clause[found.start + len(found.text) : match.start()].strip(" _") in (",", ", the")
            found = found if apposed else Subject(name, start, False)
    return found


@cache
def _nominative(code: str) -> frozenset[str]:
    first = {"en": "he she they i", "fr": "il elle ils elles je j", "de": "er sie ich", "ru": "он она они я"}
    return frozenset(first[code].split())


def _governed(clause: str, start: int) -> bool:
    """Whether a preposition or a genitive article stands before it."""
    before = clause[max(0, start - 24) : start].casefold()
    words = re.findall(r"[^\W\d_]+|[,;:.“”\"«»(]", before)
    while words and words[-1] in ("the", "le", "la", "les", "his", "her", "this", "that"):
        words.pop()
    return bool(words) and (words[-1] in _governors() or words[-1] == "(")


@cache
def _governors() -> frozenset[str]:
    return frozenset(_GOVERNED.split())


def by_code(code: str) -> Language:
    """The language with this code."""
    return next(language for language in LANGUAGES if language.code == code)


class Mention(NamedTuple):
    """A name in a text, and whether it is of several: two joined by “and”."""

    name: str
    several: bool


def mentions(text: str, language: Language) -> list[Mention]:
    """The names that may be a subject, in order: not after a preposition or “the”, two joined by “and” as one.

    >>> from variorum.layers.languages import LANGUAGES
    >>> mentions("Kolb met Brandt and Rehm at Osna. Hester laughed.", LANGUAGES[0])
    [Mention(name='Kolb', several=False), Mention(name='Brandt and Rehm', several=True), Mention(name='Hester', several=False)]
    """
    found: list[Mention] = []
    last_end, governed = -1, False
    for match in _mentions(language.code).finditer(text):
        name = None if match["pronoun"] else bare(match.group(), language)
        if name is None:
            continue
        joined = text[last_end : match.start()].strip() in ("and", "et", "und", "и", "&") if last_end >= 0 else False
        governed = governed if joined else _governed(text, match.start()) or _after_article(text, match.start())
        if joined and found and not governed:
            found[-1] = Mention(f"{found[-1].name} and {name}", True)
        elif not governed:
            found.append(Mention(name, False))
        last_end = match.end()
    return found


def _after_article(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:the|a|an|this|that)\s+_?$", text[max(0, start - 8) : start], re.IGNORECASE))
