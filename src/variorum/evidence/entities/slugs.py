"""Ids made from names alone: person/grigory-zinoviev.

>>> identifier("person", "Зиновьев"), identifier("periodical", "Novaia Zhizn")
('person/zinovev', 'periodical/novaia-zhizn')
"""

from __future__ import annotations

import re
import unicodedata

from variorum.evidence.entities.transliterations import roman

_SIGNS = re.compile(r"[^\w]+|_")


def slug(name: str) -> str:
    """A name in small Latin letters with hyphens between its words."""
    plain = unicodedata.normalize("NFKD", roman(name.casefold().replace("’", "").replace("'", "")))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return _SIGNS.sub("-", bare).strip("-")


def identifier(kind: str, name: str) -> str:
    """The id that a name has where it is the only one."""
    return f"{kind}/{slug(name) or 'unnamed'}"
