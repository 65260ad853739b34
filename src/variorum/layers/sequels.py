"""Who wrote a document and what it is, read from the sentence that goes on after it."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.layers.introductions import kind_named
from variorum.layers.languages import Language, pattern
from variorum.layers.persons import bare, by_code, name_pattern


def attribution_after(text: str, language: Language) -> tuple[str | None, str | None]:
    """Who wrote a document and what it is, by a sentence that goes on after it: so ran the leaflet of the comrades.

    >>> from variorum.layers.languages import LANGUAGES
    >>> attribution_after("so ran the leaflet of the Marlby weavers.", LANGUAGES[0])
    ('Marlby weavers', 'proclamation')
    """
    found = _closing(language.code).match(text) if language.code == "en" else None
    if found is None:
        return None, None
    who = found["who"] or bare(found["name"], language)
    return who, kind_named([found["kind"]], language) if found["kind"] else None


@lru_cache(maxsize=16)
def _closing(code: str) -> re.Pattern[str]:
    language = by_code(code)
    name, kinds = name_pattern(language.particles), pattern(" ".join(language.kinds.values()))
    verbs = r"(?:runs|ran|reads?|wrote|writes|said|says|declared|declares|sang|spoke|cried|answered|replied)"
    whose = rf"(?:of|by|from)\s+(?:the\s+)?(?P<who>{name}(?:\s+[a-z]+)?)"
    paper = rf"(?:the|an?|this)\s+(?:[a-z]+\s+)?(?P<kind>{kinds})\s+{whose}"
    end = r"(?=[.,;:!?]|\s+(?:to|in|on|and)\b)"
    return re.compile(rf"[\s—–,_-]*(?:(?:[Ss]o|[Tt]hus)\s+)?{verbs}\s+(?:{paper}|(?P<name>{name})){end}")
