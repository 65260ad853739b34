"""How the lists of a DOCX file are numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from variorum.sources.docx_styles import PROPERTY, elements, number
from variorum.sources.markup import attributes

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Level(NamedTuple):
    """How one level of a list is numbered."""

    form: str
    text: str
    start: int


Levels = Mapping[tuple[str, int], Level]


def read_numbering(source: str) -> dict[tuple[str, int], Level]:
    """The levels of each list by its number, from `word/numbering.xml`."""
    abstract: dict[str, dict[int, Level]] = {}
    for written, content in elements(source, "w:abstractNum"):
        levels = dict(_level(*each) for each in elements(content, "w:lvl"))
        abstract[attributes(written).get("w:abstractnumid", "")] = levels
    found = {}
    for written, content in elements(source, "w:num"):
        told = dict(PROPERTY.findall(content))
        base = attributes(told.get("abstractNumId", "")).get("w:val", "")
        for depth, level in abstract.get(base, {}).items():
            found[attributes(written).get("w:numid", ""), depth] = level
    return found


def _level(written: str, content: str) -> tuple[int, Level]:
    told = {name: attributes(each).get("w:val", "") for name, each in PROPERTY.findall(content)}
    level = Level(told.get("numFmt", ""), told.get("lvlText", ""), number(told.get("start")) or 0)
    return number(attributes(written).get("w:ilvl")) or 0, level


def marker(of: str, depth: int, levels: Levels, counts: Counter[tuple[str, int]]) -> str | None:
    """The marker of the next item of a list; `counts` are how many items came before, and are brought up to date."""
    counts[of, depth] += 1
    for deeper in range(depth + 1, 10):
        counts.pop((of, deeper), None)
    level = levels.get((of, depth))
    if level is None or level.form == "none":
        return None
    if level.form == "bullet":
        return "•"
    return re.sub(r"%(\d)", lambda found: _counted(of, int(found[1]) - 1, levels, counts), level.text).strip() or None


def _counted(of: str, depth: int, levels: Levels, counts: Counter[tuple[str, int]]) -> str:
    level = levels.get((of, depth), Level("decimal", "", 1))
    return numeral(counts[of, depth] + level.start - 1, level.form)


def numeral(value: int, form: str) -> str:
    """A number as a list writes it.

    >>> numeral(4, "lowerRoman"), numeral(28, "upperLetter"), numeral(3, "decimal")
    ('iv', 'BB', '3')
    """
    if form.endswith("Letter") and 0 < value < 1000:
        written = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    elif form.endswith("Roman") and 0 < value < 4000:
        written = ""
        for worth, sign in _ROMAN:
            written += sign * (value // worth)
            value %= worth
    else:
        return str(value)
    return written.upper() if form.startswith("upper") else written
