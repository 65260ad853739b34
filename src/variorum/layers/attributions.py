"""Who wrote a document, to whom, when, where it was printed, and of what it is a part: read from what introduces it.

>>> from variorum.layers.languages import LANGUAGES
>>> told = attribution("She showed me a letter written by Ann Lake to her sister, dated 3 March 1850:", LANGUAGES[0])
>>> told.author, told.addressee, told.composed
('Ann Lake', 'her sister', '1850-03-03')
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from variorum.layers.imprints import edtf, printed, work
from variorum.layers.introductions import kind_named, points_forward, sentences
from variorum.layers.languages import LANGUAGES, Language, lexicon, pattern
from variorum.layers.persons import bare, by_code, name_pattern
from variorum.layers.predicates import subject_of
from variorum.layers.subjects import subject

_STOPPING = """
    just dated which in on at that who from with by and for after before when while during as is was were has had will
    would then but or where whom whose of le du dans par qui que en vom von in am aus der die das dem mit от в на из что
    о об который которая
"""
_INDEFINITE = re.compile(
    r"\b(?:an?|another|the\s+following|une?|ein\w*|folgende\w*)\s+(?:[^\W\d_]+\s+){0,2}?"
    rf"{pattern(' '.join(listed for language in LANGUAGES for listed in language.kinds.values()))}",
    re.IGNORECASE,
)
"""A sentence that brings a document in: what stands before it speaks of another."""
_TITLE = r"(?:Mrs?|Messrs|Dr|Prof|Gen|Col|Capt|Rev|St|Mme|Mlle|M|г|гр|т|тов)\.\s+"
_PHRASE = rf"(?:{_TITLE})?(?:[^\W\d_][\w’'-]*)(?:\s+[^\W\d_][\w’'-]*){{0,4}}"
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|wurde|wurden|est|sont|fut|был|была|было|были)\s+$")


HEADING = 14
"""How many words a line has at most that is the heading of a document, and no sentence."""


class Attribution(NamedTuple):
    """What is said of a document; None where nothing is."""

    author: str | None = None
    addressee: str | None = None
    composed: str | None = None
    published_in: str | None = None
    work: str | None = None


class _Patterns(NamedTuple):
    by: re.Pattern[str]
    origin: re.Pattern[str]
    genitive: re.Pattern[str]
    official: re.Pattern[str]
    reports: re.Pattern[str]
    to: re.Pattern[str]
    date: re.Pattern[str]
    paper: re.Pattern[str]


@lru_cache(maxsize=16)
def _patterns(code: str) -> _Patterns:
    language = by_code(code)
    name = name_pattern(language.particles)
    nouns = pattern(" ".join(listed for kind, listed in language.kinds.items() if kind not in ("document", "verse")))
    every = pattern(" ".join(language.kinds.values()))
    reports, months = pattern(language.reports), pattern(language.months)
    origins = " ".join(word for word in language.origin.split() if word not in ("aus", "из"))  # these lead to a place
    by = pattern(f"{language.by} {origins}".replace(" of ", " ")) if language.by else r"\bот\b"
    day = r"\d{1,2}(?:st|nd|rd|th|d|er|го|-го|\.)?"
    month_day = rf"(?:{day}\s+(?:of\s+)?{months}|{months}\s+{day}|{months})"
    return _Patterns(
        re.compile(rf"(?i:{every})\s+(?:[^\W\d_]+\s+){{0,4}}?(?i:{by})\s+((?:the\s+|des?\s+|der\s+)?{name})"),
        re.compile(rf"(?i:{pattern(language.origin)})\s+({name})\s+(?:[^\W\d_]+\s+){{0,3}}?(?i:{every})"),
        re.compile(
            rf"({name})[’']s?\s+(?:[^\W\d_]+\s+){{0,3}}?(?:{nouns}|answer|reply)"
            if code == "en"
            else _genitive(code, nouns, name)
        ),
        re.compile(
            rf"(?i:{nouns})\s+of\s+(?:the\s+)?(?!{_ABSTRACT_OF})({name})(?=\s+(?:to\s[^.;:]{{1,60}})?:|:"
            rf"|\s+(?:reads?|runs?|ran|says?|said|was|is|which|we)\b[^.;]*:)|^(?i:{every}),\s+({name})\s+to\s"
            rf"|\b(?:written|addressed|issued|signed|drafted|composed|drawn\s+up)\s+by\s+(?:the\s+)?({name})"
        ),
        re.compile(rf"(?i:{reports})"),
        re.compile(rf"(?i:{every}|{reports})[^.:;“«]{{0,50}}?\s(?i:{pattern(language.to)})\s+({_PHRASE})"),
        re.compile(rf"(?i:{month_day})(?:,?\s+\d{{4}})?"),
        re.compile(rf"(?:^|\s)_([^_]{{2,60}}?)[,.]?_[^.:]{{0,40}}?(?i:{reports})[^.:]{{0,40}}:"),
    )


_ABSTRACT_OF = r"(?:Peace|War|Land|Rights?|Independence|Indulgence|Faith|Freedom|Liberty|Union|Rights)\b"
"""What a paper may be about: the Decree of Peace."""


def _genitive(code: str, nouns: str, name: str) -> str:
    if code == "ru":
        return rf"(?i:{nouns})\s+({name})"
    if code == "fr":
        return rf"(?i:{nouns})\s+(?:de|d[’']|du)\s*({name})"
    return rf"\b({name})s\s+(?i:{nouns})"


def attribution(text: str, language: Language) -> Attribution:
    """What the sentences before a document say of it, if they lead to it; the nearer one is, the more it counts."""
    told, before = Attribution(), sentences(text)[-6:]
    if not _leads(before, language):
        return told
    for back, sentence in enumerate(reversed(before)):
        low = sentence.casefold()
        if back and sentence.rstrip()[-1:] in "”»" and language.code != "de":
            break  # another is quoted to say that
        words, forward = _words(sentence), points_forward(low, language)
        if kind_named(words, language) or (back == 0 and lexicon(language.reports).any(words)):
            found = _of_sentence(" ".join(sentence.split()), language)
            told = Attribution(*(known or new for known, new in zip(told, found, strict=True)))
        if told.author or forward or _INDEFINITE.search(sentence) or _tells_itself(sentence, words, back, language):
            break
    return told


def _leads(before: list[str], language: Language) -> bool:
    """Whether something in these sentences points to what follows them: a colon, a word, a paper that is brought in."""
    if not before:
        return False
    end = before[-1].rstrip(" _*—–-")
    said = end[-1:] in '”»"' and not _HEADED.search(before[-1])
    brought = not said and brings_in(before[-1].casefold())
    headed = len(before) == 1 and len(before[0].split()) <= HEADING and kind_named(_words(before[0]), language)
    forward = any(points_forward(one.casefold(), language) for one in before)
    return bool(end[-1:] in ":," or brought or headed or forward)


_HEADED = re.compile(
    r"\b(?:headed|entitled|titled|signed|beginning|betitelt|intitulée?|signée?)\b[,:]?\s+[“„«\"][^“”„«»\"]*.$"
)
"""A paper whose title or signature is quoted at the end of the sentence that brings it in."""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _tells_itself(sentence: str, words: list[str], back: int, language: Language) -> bool:
    """Whether the sentence that ends with a colon has somebody of its own: what stands before it is of others."""
    pointed = back == 0 and sentence.rstrip(" _*")[-1:] == ":" and not kind_named(words, language)
    told = subject(sentence, language) if pointed else None
    return told is not None and not told.is_pronoun


def brings_in(low: str) -> str | None:
    """The words of a sentence that bring a document in, from the article to the noun: a short note."""
    found = _INDEFINITE.search(low)
    return found.group() if found else None


def _of_sentence(sentence: str, language: Language) -> Attribution:
    ask = _patterns(language.code)
    paper = ask.paper.search(sentence)
    date = next((match for match in ask.date.finditer(sentence) if any(map(str.isdigit, match.group()))), None)
    return Attribution(
        None if paper else _author(sentence, ask, language),
        _addressee(sentence, ask, language),
        edtf(date.group(), language) if date else None,
        paper.group(1).strip() if paper else printed(sentence, language),
        work(sentence, language),
    )


def _last(asked: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in asked.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return found


def _author(text: str, ask: _Patterns, language: Language) -> str | None:
    for asked in (ask.by, ask.origin, ask.genitive):
        found = _last(asked, text)
        name = bare(found.group(1), language) if found and _is_whole(text, found, language) else None
        if name and name.casefold() not in lexicon(language.months):
            return name
    if official := _last(ask.official, text):
        return bare(next(filter(None, official.groups())), language)
    for verb in reversed(list(ask.reports.finditer(text))):
        if verb.group().casefold() in lexicon(_NOT_AUTHORING) or _PASSIVE.search(text[: verb.start()]):
            continue
        told = subject_of(text, verb.start(), language)
        prints = verb.group().casefold() in lexicon(_PRINTING) and told is not None and f"_{told.text}" in text
        if told and not told.is_pronoun and not prints:
            return told.text
    return None


_GOING_ON = """
    the this these that a an to of as into upon about under over through are its his her their it he she they until
    till
"""


def _is_whole(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether a name after “by” or “from” ends there, and is not the first word of “the Socialist party”."""
    after = re.match(r"\s+([a-z]+)", text[found.end(1) :])
    if found.group(1).endswith(("’s", "'s")):
        return True
    if language.code != "en" or _is_asked_for(found) or after is None:
        return not _is_asked_for(found)
    return after[1] in lexicon(f"{_STOPPING} {language.reports} {_GOING_ON}")


def _is_asked_for(found: re.Match[str]) -> bool:
    """Whether it is only demanded that somebody write or adopt it: that it be adopted by the Council."""
    return bool(re.search(r"\bbe\s+\w+ed\s+by\s", found.group()))


def _addressee(text: str, ask: _Patterns, language: Language) -> str | None:
    told = (_person(match.group(1), language) for match in ask.to.finditer(text) if not _goes_on(text, match))
    return next((phrase for phrase in told if phrase), None)


_ABSTRACT = re.compile(
    r"(?:my|our|his|her|their|the)\s+(?:great\s+)?(?:surprise|astonishment|delight|horror|amazement|knowledge|mind)\b"
)
"""What is not written to: to my surprise."""


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence goes on to another deed after whom somebody wrote to: I wrote to Kolb, and he has sent."""
    if _ABSTRACT.match(match.group(1)):
        return True
    named = kind_named(re.findall(r"[^\W\d_]+", match.group().casefold()), LANGUAGES[0])
    return named is None and bool(
        re.match(r"[^:]*,\s+(?:and|und|et)\s+(?:he|she|this|that|the)\b", text[match.end() :])
    )


def _person(phrase: str, language: Language) -> str | None:
    """The phrase up to where it goes on to something else, if it may be somebody."""
    words: list[str] = []
    for word, following in pairwise([*phrase.split(), ""]):
        if word == "of" and following[:1].isupper():  # the Bishop of Osna
            words.append(word)
            continue
        if word.casefold() in lexicon(_STOPPING) and words and words[-1].casefold() not in lexicon(_DETERMINERS):
            break
        words.append(word)
    if not words or not (words[0].casefold() in lexicon(_DETERMINERS) or words[0][0].isupper()):
        return None
    capital = [at for at, word in enumerate(words) if word[0].isupper()]
    end = (capital[-1] + 1 if capital and language.code != "de" else 2) if len(words) > 2 else len(words)
    return " ".join(words[: max(end, 2)]) if len(words) > 1 or words[0][0].isupper() else None


_NOT_AUTHORING = """
    read reads ran runs began begins headed entitled contained passed printed posted quotes quoted reprint
    reprinted copied copy insert subjoin give gives given las liest erhielt beginnt begann heißt hieß gedruckt
    lit lisait lut commence commençait reçut cite citons reproduisons transcris transcrire прочел прочёл
    прочитал читаем начинается начинался получил привел приводит сказано говорится гласит гласил гласила гласило
"""
"""Verbs that say how a text is read or printed, and not who wrote it."""
_PRINTING = (
    "published publishes prints brachte veröffentlichte publie publia напечатал* опубликовал* печатает публикует"
)
"""Verbs of which a paper, set in italics, is no author: _The Gull_ published this order."""
_DETERMINERS = """
    the his her my our their all your la le les son sa ses mon ma notre tous den die das dem seine seinen
    seiner ihre ihren alle meine meinen всем своей своему нашей моей моему его её
"""
