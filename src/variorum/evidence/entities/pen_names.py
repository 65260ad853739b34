"""Names that the text itself says are one person’s: “Andrei Sedov, called Kulik”, « dit », под псевдонимом.

>>> bool(_NEXT["named"].fullmatch(", who wrote under the name of “")), bool(_NEXT["named"].fullmatch(", who saw "))
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.forms import PERSON, Form

FAR = 60
"""Between two names that are said to be one stand so many code points at most."""
_SAID = """
called | nicknamed | known as | better known as | alias | whose real name (?:was|is) | whose pen[- ]name (?:was|is)
| whose pseudonym (?:was|is) | born | née | {signing} as | {signing} under the {sort}name(?: of)?
| {signing} under the pseudonym(?: of)? | under the {sort}name(?: of)? | under the pseudonym(?: of)?
| genannt | bekannt als | unter dem (?:Namen|Decknamen|Pseudonym) | der sich (?:\\w+ )?nannte | geborene?
| surnommée? | connue? sous le nom de | sous le (?:nom|pseudonyme) de
| по прозвищу | известный как | известная как | под псевдонимом | под именем | псевдоним | урожд[её]нная | он же
""".format(
    signing=r"(?:who )?(?:writes?|wrote|writing|signed|signing|published|publishing)(?: \w+)?",
    sort="(?:pen[- ]|assumed )?",
)
_OF = """
(?:is |was )?(?:the |a )?(?:pen[- ]name|pseudonym|real name|assumed name) of | Pseudonym (?:von|für) | pseudonyme de
| псевдоним
"""


def _pattern(said: str) -> re.Pattern[str]:
    words = re.sub(r" ?\| ?", "|", " ".join(said.split())).replace(" ", r"\s+")
    return re.compile(rf"\s*[,(–—]\s*(?:{words})\s*[“„«\"‘’']?\s*", re.IGNORECASE)


_ENDS = frozenset(",.;:)]”»’\"'\n")
"""What stands after the second name; a verb there would have it as its subject."""
_NEXT = {"named": _pattern(_SAID), "of": _pattern(_OF)}


class Named(NamedTuple):
    """A name where it stands."""

    start: int
    end: int
    form: Form


def told_names(text: str, named: Sequence[Named]) -> Iterator[Join]:
    """The joins of persons’ names, in order, between which the text says that they are one person’s."""
    persons = [one for one in named if one.form.kind == PERSON]
    for one, other in pairwise(persons):
        between, after = text[one.end : other.start], text[other.end : other.end + 1]
        if (
            one.form != other.form
            and len(between) <= FAR
            and after in _ENDS
            and any(way.fullmatch(between) for way in _NEXT.values())
        ):
            said = " ".join(between.strip(' \r\n\t,(“„«"‘').split())
            yield Join(other.form, one.form, f"the text says: {one.form.name}, {said} {other.form.name}")
