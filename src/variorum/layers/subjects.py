"""Who does what a clause says: its subject, told from what stands beside it, under a preposition or in a bracket."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import LANGUAGES, Language, lexicon, pattern
from variorum.layers.persons import bare, by_code, governed, governors, mention_pattern

ADJACENT, APART = 3, 6
"""How many words may part a subject from its verb, and from a noun like “advice”."""
_BEFORE_VERB = lexicon(" ".join(language.between for language in LANGUAGES)).whole
_RELATIVE = re.compile(
    r",\s(?:which|who|whom|whose|qui|dont|que|welche[rs]?|der|die|das|который|которая|которое|которые)\b[^,]{1,160},"
)
"""A clause about the name before it: its names are not the subject."""
_BRACKET = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_SET_IN = """
    after before during in on at by with from under over through since until while when speaking referring writing
    replying addressing discussing describing commenting like despite following being having for of to against
    après avant pendant dans en à avec depuis quand lorsque parlant écrivant
    nach vor während in an auf bei mit seit als von после до в на при во с когда говоря
"""
_ASIDE = re.compile(rf",\s{pattern(_SET_IN)}\s[^,]{{1,140}},")
"""What is set in between commas and begins with a preposition or a participle: Lenin, in his letter of May, said."""
_INDEFINITE = re.compile(
    r"\b(?:an?|not|no|another|every|any|each|some|many|most|all|both|several|other|une?|aucune?|chaque|kein\w*|jede\w*"
    r"|einige|mehrere|alle)\s+_?(?:the\s+|of\s+the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a capital letter that says what somebody is, and not who: another Radical, not a Radical."""


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
    >>> subject("The Osna Gazette, after the attempt to kill Rehm, ", LANGUAGES[0]).text
    'Osna Gazette'
    """
    whole, clause = clause, without_asides(clause, language)
    found: Subject | None = None
    last_end, under, chained, apposed = -1, False, False, 0
    outside: Subject | None = None
    for match in mention_pattern(language.code).finditer(clause):
        name = None if match["pronoun"] else bare(match.group(), language)
        start = match.start() + (match.group().find(name) if name else 0)
        between = clause[last_end : match.start()].strip() if last_end >= 0 else None
        joined = between in ("and", "et", "und", "и")
        listed = joined or (between in (",", ", and") and bool(_OWNING.search(clause[:last_end])))
        if chained and between in (", and", "and", "und", "et", "и"):
            found, listed, under = outside, True, True  # with Kolb, Brandt, and Rehm
        outside = found if under and between == "," else outside
        chained = (under or chained) and between == ","
        under = (under and listed) or _is_under(clause, match, start, language)
        last_end = match.end()
        if under or (name and _is_no_name(whole, match, language)):
            continue
        if joined and found and not found.is_pronoun and name and found.start + len(found.text) == apposed:
            found = Subject(" ".join(clause[found.start : start + len(name)].split()), found.start, False)
            apposed = start + len(name)
        elif match["pronoun"]:
            if match.group().casefold() in nominative(language.code):
                found, apposed = Subject(match.group(), start, True), 0
        elif name:
            if not (apposed and _APPOSED.fullmatch(clause, apposed, match.start())):
                found = Subject(name, start, False)
            apposed = start + len(name)
    return found


_APPOSED = re.compile(r"[\s_]*,\s*_?(?:the\s+(?:[a-z][a-z-]*\s+){0,2})?_?")
"""What may stand between a name and what is said of it: Kolb, the well-known Radical."""
_OWNING = re.compile(r"[’']s?$")


def _is_under(clause: str, match: re.Match[str], start: int, language: Language) -> bool:
    """Whether a preposition governs a mention, before it or within its capitals: In the Council."""
    opening = clause[match.start() : start].split()
    opens = opening[:1] if len(match.group().split()) > 2 else []  # Der Landrat von Behr
    inside = any(word.casefold() in governors() for word in opening if not (word in opens and word in _ARTICLES))
    return inside or (governed(clause, match.start()) and not _dated(match.group(), language))


def _is_no_name(clause: str, match: re.Match[str], language: Language) -> bool:
    """Whether capitals are a title, say only what somebody is, or begin a sentence that begins with a participle."""
    before = clause[: match.start()]
    if match.group().split()[0] in _ARTICLES and _entitles(before, language):
        return True
    if _PARTICIPLE_OF.match(match.group()) or (
        language.code == "de" and _THEIR_OWN.search(f"{before[-12:]}{match.group().rpartition(chr(32))[0].lower()} ")
    ):
        return True
    return bool(_INDEFINITE.search(before[-24:])) or is_participle(match.group(), clause[match.end() :])


_PARTICIPLE_OF = re.compile(r"[A-Z][a-z]{3,}ing\s+[a-z]")
"""A participle that a name follows by a small word: Speaking of Brandt."""
_THEIR_OWN = re.compile(r"\b(?:[Mm]ein|[Ss]ein|[Ii]hr|[Uu]nser|[Mm]eine|[Ss]eine|[Ii]hre|[Uu]nsere)\s+$")
"""What makes a German noun somebody’s, and no name: ihr Mann."""


def is_participle(name: str, after: str) -> bool:
    """Whether a word that looks like a name is a participle that opens a sentence.

    >>> is_participle("Continuing", ", the paper"), is_participle("Harding", " said")
    (True, False)
    """
    return bool(_PARTICIPLE.fullmatch(name) and _GOES_ON.match(after))


_PARTICIPLE = re.compile(r"[A-Z][a-z]{3,}(?:ing|ed)")
_GOES_ON = re.compile(r",|\s+(?:of|by|from|with|to|in|on|at|for|as|about|upon|the|his|her|this|up|out|into)\b")


def without_asides(clause: str, language: Language) -> str:
    """A clause in which brackets, relative clauses and what is set between commas have no letters, its length kept.

    >>> from variorum.layers.languages import LANGUAGES
    >>> without_asides("Kolb, in his letter to Rehm, ", LANGUAGES[0])
    'Kolb, xxxxxxxxxxxxxxxxxxxxx, '
    """
    if "(" in clause or "[" in clause:
        clause = _BRACKET.sub(lambda match: "x" * len(match.group()), clause)
    if clause.count(",") < 2:
        return clause
    clause = _set_date(language.months).sub(_blank, clause)
    return _ASIDE.sub(_blank, _RELATIVE.sub(_blank, clause))


def _blank(match: re.Match[str]) -> str:
    return ", " + "x" * (len(match.group()) - 3) + ","


@cache
def _set_date(months: str) -> re.Pattern[str]:
    return re.compile(rf",\s(?:on\s+)?(?:\d{{1,2}}\.?\s+)?(?i:{pattern(months)})[\s.]*[\d]{{0,4}}(?:,\s+\d{{4}})?,")


def near(gap: str, far: int) -> bool:
    """Whether a verb so far from its subject may be its verb: a few words, or what stands between commas."""
    gap = _OF_DAY.sub("", gap)
    words = gap.split()
    if (
        far == ADJACENT
        and words
        and gap.lstrip("_")[:1] != ","
        and not (words[0] in _BEFORE_VERB or words[0].endswith("ly"))
    ):
        return False
    return len(words) <= far or (gap.lstrip("_")[:1] == "," and len(words) <= 12)


_OF_DAY = re.compile(
    r"^_?\s+(?:of|for|vom|du|от)\s+(?:the\s+)?(?:\d{1,2}\w{0,2}\.?\s+[^\W\d_]+|[^\W\d_]+\s+\d{1,2}\b)(?:,?\s+\d{4})?"
)
"""Of which day a paper is: the Gazette of 4 June."""


def _dated(name: str, language: Language) -> bool:
    """Whether what looks like a name begins with a month: of November Colonel Lake."""
    return name.split()[0].casefold() in lexicon(language.months)


def _entitles(before: str, language: Language) -> bool:
    """Whether what stands before a name makes it a title: in his book, The Birth of a Town."""
    last = re.search(r"([^\W\d_]+),\s*[“„«\"_]?$", before)
    return last is not None and last.group(1).casefold() in lexicon(f"{language.periodicals} {language.works} volume")


_ARTICLES = frozenset(["The", "A", "An", "Le", "La", "Les", "Une", "Un", "Der", "Die", "Das"])


@cache
def nominative(code: str) -> frozenset[str]:
    """The pronouns that can be a subject."""
    first = {"en": "he she they i", "fr": "il elle ils elles je j", "de": "er sie ich", "ru": "он она они я"}
    return frozenset(first[by_code(code).code].split())
