"""Places: well-known ones, and those that a word beside them tells: a street, a river, the town of X."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from variorum.layers.languages import lexicon, pattern
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import is_given
from variorum.layers.names.words.lands import is_land, may_be_land
from variorum.layers.persons import by_code

_LEADING = lexicon("lake mount cape fort port river hotel castle isle loch mont lac cap").whole


def place(page: Page, run: Run) -> Mention | None:
    """A run as the name of a place.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("Salt Street", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> place(page, Run(0, 11, ("Salt", "Street"), "in", "", False, False)).reason
    '“Street” names it'
    """
    if page.vocabulary.code == "ru" and (one := russian(page, run)):
        return one
    if not _may_be_place(page.vocabulary.code, run.words) and (run.opens or run.after[:1] != ","):
        return sited(page, run)
    return _land(page, run) or _site(page, run)


@lru_cache(1 << 15)
def _may_be_place(code: str, words: tuple[str, ...]) -> bool:
    """Whether the words of a run may be a place’s name by themselves, or none that a noun before them tells."""
    vocabulary, name = VOCABULARIES[code], " ".join(words)
    first, last = words[0].casefold(), words[-1].casefold()
    if (
        is_land(name)
        or may_be_land(name)
        or is_land(words[-1])
        or last == "house"
        or last in lexicon(vocabulary.bodies)
    ):
        return True
    sided = first in _SIDES or first in _LEADING or last in lexicon(vocabulary.sites)
    return sided or (code == "de" and (first in lexicon(vocabulary.sited) or _STREET.search(words[0]) is not None))


def _land(page: Page, run: Run) -> Mention | None:
    """A well-known place, with the quarter of it that stands before."""
    words = run.words
    if is_land(run.name):
        return Mention(run.start, run.end, "place", run.name, 0.95, "a well-known place")
    if (
        len(words) > 1
        and is_land(words[-1])
        and all(one.casefold() in lexicon(page.vocabulary.quarters) for one in words[:-1])
    ):
        return Mention(run.start, run.end, "place", run.name, 0.93, "a part of a well-known place")
    before = run.before.casefold()
    if (
        len(words) == 2
        and not run.opens
        and words[0].casefold() in _SIDES
        and words[0].istitle()
        and _unusual(page, words[1])
    ):
        return Mention(run.start, run.end, "place", run.name, 0.8, f"“{words[0]}” stands before it")
    if run.opens is False and run.after[:1] == "," and _within(page, run, before):
        return Mention(run.start, run.end, "place", run.name, 0.88, "the land where it is stands after it")
    if may_be_land(run.name) and (before in lexicon(page.vocabulary.locative) or before in ("to", "from", "из")):
        return Mention(run.start, run.end, "place", run.name, 0.9, f"a well-known place, after “{before}”")
    return None


_SIDES = lexicon("north south east west northern southern eastern western central upper lower").whole


def _unusual(page: Page, word: str) -> bool:
    """Whether a word is none of the language’s nouns, and no first name."""
    low, words = word.casefold(), page.vocabulary
    listed = any(low in lexicon(one) for one in (words.adjectives, words.bodies, words.peoples, words.alone))
    plural = low.endswith(("s", "er", "ers", "an", "ian"))
    return not (listed or plural or low in page.small or page.common(low) or is_given(word) or word.isupper())


def _within(page: Page, run: Run, before: str) -> bool:
    """Whether a land stands after a comma, and a preposition of place before: at Osna, Holland."""
    if before not in lexicon(page.vocabulary.locative) and before not in ("to", "from", "of", "à", "de", "из"):
        return False
    following = _FOLLOWING.match(page.text, run.end)
    return following is not None and (is_land(following.group(1)) or may_be_land(following.group(1).rstrip(".")))


_FOLLOWING = re.compile(r", ((?:(?:New|South|North|West) )?[A-ZÀ-ÞА-ЯЁ][\w.]+)")


def _site(page: Page, run: Run) -> Mention | None:
    vocabulary = page.vocabulary
    sites = lexicon(vocabulary.sites)
    words = run.words
    first, last = words[0].casefold(), words[-1].casefold()
    if len(words) > 1 and words[-2].casefold() in _HOUSES and last == "house":
        return None
    if last in lexicon(vocabulary.bodies) and _MEMBERS.match(page.text, run.end):
        return None
    if len(words) == 2 and is_given(words[0]) and run.before.casefold() in _AUTHORED:
        return None
    if len(words) > 1 and vocabulary.code in ("en", "de") and last in sites and first not in _IDLE | _POLITE:
        return Mention(run.start, run.end, "place", run.name, 0.9, f"“{words[-1]}” names it")
    if len(words) > 1 and first in _LEADING:
        return Mention(run.start, run.end, "place", run.name, 0.85, f"“{words[0]}” names it")
    if len(words) > 1 and vocabulary.code == "de" and first in lexicon(vocabulary.sited):
        start = page.text.index(words[1], run.start + len(words[0]))
        return Mention(start, run.end, "place", " ".join(words[1:]), 0.88, f"“{words[0]}” stands before it")
    if len(words) == 1 and vocabulary.code == "de" and _STREET.search(words[0]) and len(last) > 8:
        return Mention(run.start, run.end, "place", run.name, 0.85, "a street by its name")
    return sited(page, run)


_AUTHORED = lexicon("by von author translator editor").whole
"""What stands before a person, though his family name may be a site’s: translated by Ellen Marsh."""
_HOUSES = lexicon("publishing printing upper lower").whole
_MEMBERS = re.compile(" of(?: the)? [A-Z][a-z]+s(?![a-z])")
"""What follows the noun of a body that is a site’s as well: House of Representatives."""


def sited(page: Page, run: Run) -> Mention | None:
    """A place by the noun before it: the town of Osna."""
    vocabulary, words = page.vocabulary, run.words
    if run.owner or not leads(vocabulary.code, run.before) or words[0].casefold() in _POLITE:
        return None
    if run.before == "the" and vocabulary.code == "en" and not page.text.endswith(_OF_THE, 0, run.start):
        return None
    told = _sited(vocabulary.code).search(page.text, max(0, run.start - 40), run.start)
    low = words[0].casefold()
    if told and low not in lexicon(vocabulary.adjectives) and low not in lexicon(vocabulary.bodies):
        start = told.start(1) if told.group("street") else run.start
        name = page.text[start : run.end]
        return Mention(start, run.end, "place", name, 0.9, f"“{told.group(1)}” stands before it")
    return None


_OF_THE = ("of the ", "of the")
_FLOWING = re.compile(r" (?:river|rivers|mountains|islands|valley|peninsula|canal|district|province)(?![^\W_])")


def watered(page: Page, run: Run) -> Mention | None:
    """A river or the like, by its noun in small letters, or after a preposition and its article: across the Osna.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("the Osna river", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> watered(page, Run(4, 8, ("Osna",), "the", " river", False, False)).name
    'Osna river'
    """
    if page.vocabulary.code != "en" or run.before.casefold() != "the" or run.owner or len(run.words) > 2:
        return None
    low = run.words[0].casefold()
    if low in lexicon(page.vocabulary.adjectives) or low in page.small or page.common(low):
        return None
    if noun := _FLOWING.match(page.text, run.end):
        name = page.text[run.start : noun.end()]
        return Mention(run.start, noun.end(), "place", name, 0.85, f"“{noun.group().strip()}” names it")
    if len(run.words) == 1 and _BANKS.search(page.text, max(0, run.start - 24), run.start) and low[-1] != "s":
        return Mention(run.start, run.end, "place", run.name, 0.75, "something lies beside it, or crosses it")
    return None


_BANKS = re.compile(r"(?:across|along|beyond|down|up|near|crossed|crossing|banks? of|mouth of|[a-z] on) the $")


def russian(page: Page, run: Run) -> Mention | None:
    """A Russian place whose noun is in small letters: на Невском проспекте."""
    noun = _NOUN.match(page.text, run.end) if _ADJECTIVE.search(run.words[-1]) else None
    if not noun or noun.group(1) not in lexicon(page.vocabulary.sites):
        return None
    name = f"{run.name} {noun.group(1)}"
    return Mention(run.start, noun.end(), "place", name, 0.88, f"“{noun.group(1)}” names it")


_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ей|ому|ему|ую|юю|ым|им|ом|ем)$")
_NOUN = re.compile(r" ([а-яё]+)")
_STREET = re.compile(r"(?:straße|strasse|gasse|platz)$")
_IDLE = lexicon(
    "good great long short old own same different certain true the this that my your his our dear holy"
).whole
_ADDRESS = lexicon("mr mrs miss dr ms messrs mme mlle m sir lady lord comrade herr frau").whole
_POLITE = _ADDRESS | {f"{word}." for word in _ADDRESS}


@lru_cache(1 << 14)
def leads(code: str, before: str) -> bool:
    """Whether a word may be the end of a noun of place before a name: town of, rue de la, городе."""
    low = before.casefold()
    return low in _JOINTS or low in lexicon(VOCABULARIES[code].sited) or low in _STREETS


_JOINTS = lexicon("of the de la du d’ d' des").whole
_STREETS = lexicon("rue boulevard avenue quai place").whole


@cache
def _sited(code: str) -> re.Pattern[str]:
    """The noun of a place before its name."""
    joint = {"en": r" of(?: the)?", "fr": r"(?: de(?: la)?| du| d[’'])?", "de": "", "ru": ""}[code]
    nouns = pattern(VOCABULARIES[code].sited)
    own = pattern("rue boulevard avenue quai place") if code == "fr" else "(?!)"
    joint += "|(?:isle|island|river|mount|lake|cape|village|town|city)" if code == "en" else ""
    return re.compile(rf"(?<!\w)((?:{nouns}){joint}|(?P<street>{own})(?: de(?: la)?| du| des)?) ?$")


def apposed(page: Page, run: Run) -> Mention | None:
    """A place that a noun after it tells: Osna, a town on the sea."""
    if len(run.words) > 2 or run.words[0].casefold() in page.small or not _APPOSED.match(page.text, run.end):
        return None
    return Mention(run.start, run.end, "place", run.name, 0.85, "what place it is stands after it")


_NOUNS = pattern(
    """
    cape town city village hamlet island port seaport province county district suburb fortress capital ville bourg île
    Stadt Dorf Insel
    """
)
_WHERE = pattern("of on in near at south north east west about de du sur an bei")
_APPOSED = re.compile(rf", (?:an?|the|une?|eine?) (?:[a-zà-ü]+ ){{0,2}}{_NOUNS} {_WHERE}")


def enclosed(page: Page, run: Run) -> Mention | None:
    """A land or province in brackets after a place: Osna (Kessen)."""
    start, end = run.start, run.end
    if (
        len(run.words) == 1
        and start - 2 in page.spots
        and _unusual(page, run.words[0])
        and page.text[start - 2 : start] == " ("
        and page.text[end : end + 1] == ")"
    ):
        return Mention(start, end, "place", run.name, 0.8, "it stands in brackets after a place")
    return None


def dateline(page: Page, run: Run) -> Mention | None:
    """A place before a date, at the head of a letter.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("Osna, 3 May 1850", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> dateline(page, Run(0, 4, ("Osna",), "", ",", True, False)).kind
    'place'
    """
    if run.after[:1] != "," or not run.opens or len(run.words) > 2:
        return None
    dated = _dated(page.vocabulary.code).match(page.text, run.end)
    head = page.text[max(0, run.start - 6) : run.start].rstrip(" _*[(")
    headed = head[-1:] == "\n" or (not head and run.start < 6)
    if not dated or not headed or run.words[0].casefold() in page.small:
        return None
    return Mention(run.start, run.end, "place", run.name, 0.85, "it stands before the date of a letter")


@cache
def _dated(code: str) -> re.Pattern[str]:
    """A date after the place where a letter was written."""
    words = pattern(f"{by_code(code).months} {_DAYS}")
    day = rf"\d{{1,2}}(?:\s*\(\d+\))?(?:st|nd|rd|th|er|\.)?\s+(?:of |de )?(?i:{words})"
    return re.compile(rf",\s*(?:the |le |den |am )?(?:(?i:{words})|{day}|\d{{4}}\b)")


_DAYS = """
    monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche montag
    dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
"""
