"""A speaker who is not named: the old man, the weavers of Osna, Kolb’s widow, le marchand, der Alte, старик.

>>> from variorum.layers.languages import LANGUAGES
>>> phrase_after(" the rope makers of the lower yard, and sat down", LANGUAGES[0])
'the rope makers of the lower yard'
>>> phrase_before("In spring, the boatmen of Osna, in a letter, ", LANGUAGES[0])
'the boatmen of Osna'
"""

from __future__ import annotations

import re
from functools import cache

from variorum.layers.languages import Language
from variorum.layers.persons import CAPITAL, by_code, name_pattern
from variorum.layers.subjects import without_asides

PHRASES = {
    "en": r"(?:the|my|his|her|our|their|a|an|another|old)\s+(?:[a-z’'-]+\s+){0,2}?[a-z’'-]+|one|another|somebody",
    "fr": r"(?:le|la|un|une|mon|ma|son|sa|notre|leur|l[’'])\s*(?:[^\W\d_]+\s+)?[^\W\d_]+",
    "de": r"(?:der|die|das|ein|eine|mein|meine|sein|seine|ihr|ihre|unser|unsere)\s+(?:[a-zäöüß]+\s+)?[^\W\d_]+|jemand",
    "ru": r"[а-яё]{4,}",
}
"""A noun with what stands before it, as each language has it."""
_CAPITALS = rf"(?:[{CAPITAL}][\w’'-]*\s+)*[{CAPITAL}][\w’'-]*"
_OF = {
    "en": rf"(?:\s+of\s+(?:the\s+|a\s+|his\s+)?(?:[a-z-]+\s+)?(?:{_CAPITALS}(?:\s+[a-z-]+)?|[a-z-]+))?",
}
"""What says whose or of where they are: the weavers of the Osna mill."""
_OWNED = rf"(?:[{CAPITAL}][\w.]*\s+){{0,2}}[{CAPITAL}][\w-]+[’']s\s+(?:[a-z-]+\s+)?[a-z-]+"
"""Somebody of somebody: Kolb’s widow."""
_END = (
    r"(?=[,.;:!?—–)]|\s+(?:and|as|in|with|to|at|from|et|en|und|mit|in|von|aus|auf|и|с|в|на)\b"
    r"|\s*$)"
)
_AUXILIARY = (
    r"(?:[a-z]+ly|always|never|often|first|soon|afterwards|again|now|then|also|once|still|has|had|have|would|could)"
)
_ADVERB = re.compile(rf"(?:\s+{_AUXILIARY})+$")
_DEGREE = re.compile(r"\s(?:very|most|more|so|too|rather|quite|très|plus|si|sehr|ganz|so)\s\S+$")
_ADJECTIVE = re.compile(r"\s(?:\w+(?:ful|ous|able|ible|less|ish|ive)|old|young|poor|good|great|wise|honest|kind)$")


@cache
def _after(code: str) -> re.Pattern[str]:
    owned = f"{_OWNED}|" if code == "en" else ""
    return re.compile(rf"\s+(?P<phrase>{owned}(?:{PHRASES[code]}){_OF.get(code, '')}){_END}")


@cache
def _before(code: str) -> re.Pattern[str]:
    owned = f"|{_OWNED}" if code == "en" else ""
    opening = r"(?:^|[,;]\s|\b(?i:and|but|when|as|while|that|what|whereupon|worauf|und|et|и)\s)"
    phrase = rf"(?P<phrase>(?i:{PHRASES[code]}){_OF.get(code, '')}{owned})"
    return re.compile(rf"{opening}{phrase}(?:\s+{_AUXILIARY})*(?:,\sx+,)?(?:\s+{_AUXILIARY})*\s+$")


@cache
def _whole(code: str) -> re.Pattern[str]:
    return re.compile(rf"\s*({PHRASES[code]}{_OF.get(code, '')})\s*")


@cache
def _office_before_name() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[а-яё]+\s+){{1,3}}({name_pattern(by_code('ru').particles)}){_END}")


@cache
def _with_capital() -> re.Pattern[str]:
    return re.compile(rf"\s+the\s+(?P<of>[a-z]+\s+)?(?P<name>{name_pattern(by_code('en').particles)}){_END}")


_SAME = re.compile(r"(?:same|said|late|aforesaid)\s+$")


def phrase_after(rest: str, language: Language) -> str | None:
    """The noun phrase that a text opens with and that may be a speaker, as after “said”."""
    capital = _with_capital().match(rest) if language.code == "en" else None
    if capital:
        same = _SAME.match(capital["of"] or "") is not None
        return " ".join((capital["name"] if same else capital.group()).split())
    phrase = _after(language.code).match(rest)
    if phrase is None:
        return None
    who = _ADVERB.sub("", " ".join(phrase["phrase"].split()))
    return who if _is_noun(who, rest[phrase.end() :]) else None


def whole_phrase(text: str, language: Language) -> str | None:
    """The text, if it is a noun phrase and nothing else: the old man."""
    whole = _whole(language.code).fullmatch(text)
    return _ADVERB.sub("", whole.group(1)) if whole else None


def phrase_before(before: str, language: Language) -> str | None:
    """The noun phrase that is the subject of a verb after it: “the old man”, first in its clause."""
    if language.code == "ru":
        return None
    found = _before(language.code).search(without_asides(before, language))
    phrase = _ADVERB.sub("", " ".join(found["phrase"].split())) if found else ""
    if not phrase or " " not in phrase or "xx" in phrase:
        return None
    return phrase if phrase.split()[0].endswith(("’s", "'s")) else phrase[0].lower() + phrase[1:]


def office_and_name(rest: str, language: Language) -> str | None:
    """The name after what somebody is: заявил городской голова Хольт."""
    found = _office_before_name().match(rest) if language.code == "ru" else None
    return found.group(1) if found else None


def _is_noun(phrase: str, after: str) -> bool:
    """Whether a phrase ends with a noun, and not with the first of two adjectives: a very diligent and honest man."""
    if phrase.endswith(("’s", "'s")):
        return False
    joined = re.match(r"\s*(?:and|et|und|и)\b", after)
    return not (joined and (_DEGREE.search(phrase) or _ADJECTIVE.search(phrase)))
