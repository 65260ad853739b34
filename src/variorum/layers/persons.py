"""How a person, a group or a paper is named in running text: names, noun phrases, pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import LANGUAGES, Language, lexicon

CAPITAL = "A-ZÀ-ÖØ-ÞŠŽА-ЯЁІѢ"
TOKEN = rf"[{CAPITAL}][\w’'-]*[^\W_]|(?:[{CAPITAL}]\.)*[{CAPITAL}]\.?"


@cache
def name_pattern(particles: str) -> str:
    """A regular expression for a name: capitalised words, with the small words of names between them.

    >>> re.match(name_pattern("von of the"), "Theodor von Brandt said").group()
    'Theodor von Brandt'
    """
    small = "|".join(sorted(map(re.escape, particles.split()), key=len, reverse=True))
    between = rf"(?:(?<![\w-]{{4}})\.[ \t\r\n_]+|[’']?[ \t\r\n_]+(?!{_HERALDS}))"
    return rf"(?:{TOKEN})(?:{between}(?:(?:{small})[\s_]+(?!{_HERALDS})){{0,2}}(?:{TOKEN})){{0,5}}"


_HERALDS = r"(?:Mrs?|Messrs|Miss|Mme|Mlle)\b"
"""What begins a name, and stands in the middle of none: Of this Act Mr. Lake said."""


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
    of to from by with in on at for against upon about between near under into through among like than
    de du des d l à au aux en dans par pour sur avec chez sans contre vers entre selon dated entitled
    beside behind above below across along around within towards toward
    von vom zu zum zur mit in im an am auf aus bei für gegen über unter durch nach vor des der dem den
    от к ко с со о об в во на для из у за под над при про без через между перед
"""
"""Prepositions: what follows one is not who speaks."""


@cache
def mention_pattern(code: str) -> re.Pattern[str]:
    """A pronoun or a name, as a language has them."""
    language = by_code(code)
    pronouns = "|".join(f"{language.he} {language.she} {language.they} {language.first}".split())
    return re.compile(rf"\b(?P<pronoun>(?i:{pronouns}))\b|(?P<name>{name_pattern(language.particles)})")


def credible(name: str | None, language: Language) -> str | None:
    """What is taken for a name, where it can be one: no sentence, no heading, no bracket left open; else None.

    >>> from variorum.layers.languages import LANGUAGES
    >>> credible("ANNA WEIL (the elder", LANGUAGES[0]), credible("A and honestly kept promise", LANGUAGES[0])
    ('ANNA WEIL', None)
    >>> credible("the boatmen were roughly", LANGUAGES[0]), credible("Chairman: J. Brandt", LANGUAGES[0])
    (None, 'J. Brandt')
    """
    name = (name or "").rpartition(": ")[2]
    name = name[: name.rfind("(")].strip() if name.count("(") > name.count(")") else name
    told, words = lexicon(language.narrating), name.casefold().split()
    kinds = lexicon(" ".join(language.kinds.values()))
    joined = re.match(r"\S+ (?:and|et|und|и) [^\W\d_]", name)
    alone = joined is not None and name[joined.end() - 1].islower()
    broken = _BROKEN.search(name) or _RUN_ON.search(name) or any(word in told for word in words[1:]) or alone
    short = len(name.strip(". ")) < 2
    a_kind = bool(words) and (words[-1] in kinds if language.code == "en" else len(words) == 1 and words[0] in kinds)
    return None if short or broken or a_kind else name


_RUN_ON = re.compile(r"\b[A-Z]\w+\s(?!(?:of|and|for|to|in|on)\s)\w+\sthe\s[A-Z]")
"""Two names that the words between them once parted."""
_BROKEN = re.compile(r"[“”„\"«»;:]|--|—")


def governed(clause: str, start: int) -> bool:
    """Whether a preposition or a genitive article stands before it."""
    before = clause[max(0, start - 24) : start].casefold()
    words = re.findall(r"[^\W\d_]+|[,;:.“”\"«»(]", before)
    if words[-1:] in (["”"], ["»"]):
        opened = [at for at, word in enumerate(words) if word in "“«"]
        words = words[: opened[-1]] if opened else words
    if len(words) > 2 and words[-2] in _POSSESSIVE:
        words = words[:-2]  # to his brother Osric
    while words and (words[-1] in ("the", "le", "la", "les", "his", "her") or _THEIR.fullmatch(words[-1])):
        words.pop()
    return bool(words) and (words[-1] in governors() or words[-1] in '(“"«')


_THEIR = re.compile(r"(?:mein|dein|sein|ihr|unser|euer|ein|dies)e[mnr]")
"""What stands between a German preposition and its noun: zu meinem Artikel."""
_POSSESSIVE = lexicon(
    "his her my our their its mon ma son sa notre leur mein meine seinem seiner ihrem ihrer своему своей моему"
).whole


@cache
def governors() -> frozenset[str]:
    """The prepositions after which a name is no subject."""
    return frozenset(_GOVERNED.split())


def by_code(code: str) -> Language:
    """The language with this code."""
    return next(language for language in LANGUAGES if language.code == code)


class Mention(NamedTuple):
    """A name in a text, and whether it is of several, two joined by “and”, or only of an owner: Kolb’s."""

    name: str
    several: bool


def mentions(text: str, language: Language) -> list[Mention]:
    """The names that may be a subject, in order: not after a preposition or “the”, two joined by “and” as one.

    A noun that opens a sentence is listed too, as “the accused”: it stands nearer than a name before it.

    >>> from variorum.layers.languages import LANGUAGES
    >>> mentions("Kolb met Brandt and Rehm at Osna.", LANGUAGES[0])
    [Mention(name='Kolb', several=False), Mention(name='Brandt and Rehm', several=True)]
    """
    found: list[Mention] = []
    last_end, told_of = -1, False
    for match in _nouns_and_mentions(language.code).finditer(text):
        if match["noun"]:
            found.append(Mention(match["noun"][0].lower() + match["noun"][1:], False))
            continue
        name = None if match["pronoun"] else bare(match["name"], language)
        if name is None:
            continue
        start = match.start("name")
        joined = last_end >= 0 and text[last_end:start].strip(" \r\n’'") in ("and", "et", "und", "и", "&")
        if match["name"].endswith(("’s", "'s")):  # it is somebody's, and not he
            found.append(Mention(name, True))
            last_end, told_of = match.end("name"), True
            continue
        titled = name.split()[0].strip("_.").casefold() in lexicon(language.honorifics)
        after_article = _after_article(text, start)
        told_of = told_of if joined else governed(text, start) or (after_article and not titled)
        if joined and found and not told_of:
            found[-1] = Mention(f"{found[-1].name} and {name}", True)
        elif not told_of and not text.endswith("not ", 0, start):  # it was not Kolb
            found.append(Mention(f"the {name}" if after_article else name, False))
        last_end = match.end("name")
    return found


_NOUNS = {
    "en": r"(?:My|His|Her|Our|Their|The|An?|Another|One)\s+(?:[a-z-]+\s+)??[a-z-]+",
    "fr": r"(?:Mon|Ma|Son|Sa|Notre|Leur|Le|La|Un|Une)\s+[a-zà-ÿ-]+|L[’'][a-zà-ÿ-]+",
    "de": r"(?:Mein|Meine|Sein|Seine|Ihr|Ihre|Unser|Unsere|Der|Die|Das|Eine?)\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][a-zäöüß]+",
    "ru": r"(?:Мой|Моя|Наш|Наша|Его|Её|Ее|Этот|Эта)\s+[а-яё]+",
}


@cache
def _nouns_and_mentions(code: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[.!?;]\s)|(?<=[.!?]\s\s))(?P<noun>{_NOUNS[code]})(?![\w-]|\s[{CAPITAL}])|{mention_pattern(code).pattern}"
    )


def _after_article(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:the|a|an|this|that)\s+_?$", text[max(0, start - 8) : start], re.IGNORECASE))


def is_name(name: str, there: Callable[[str], bool]) -> bool:
    """Whether a single capitalised word is a name in a text: it never stands there in small letters.

    >>> is_name("Certain", "Certain papers, and certain men.".__contains__), is_name("Kolb", "Kolb came.".__contains__)
    (False, True)
    """
    word = name.strip("_.")
    return " " in word or word[:1].islower() or not there(f" {word.casefold()} ")
