"""What the styles of a DOCX file make of a paragraph or a run, and how its lists are numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from variorum.sources.markup import attributes

DEEPEST = 20
"""How many styles may stand on one another: more is a ring."""
SET_IN = 280
"""Twentieths of a point, on both sides, from which a paragraph is set in as a quotation is."""

_STYLE = re.compile(r"<w:style\s([^>]*)>(.*?)</w:style>", re.S)
_PROPERTY = re.compile(r"<w:([A-Za-z]+)((?:\s[^<>]*?)?)/?>")
_CHANGED = re.compile(r"<w:[pr]PrChange\b.*", re.S)
_OFF = ("0", "false", "off", "none")
_RUN = {"i": "italic", "b": "bold", "smallCaps": "small-caps", "u": "underline", "strike": "strike", "dstrike": "strike"}
_RAISED = {"superscript": "superscript", "subscript": "subscript"}
_QUOTE = re.compile(r"quot|block ?text|zitat|citation|cita\b|цитата")
_VERSE = re.compile(r"\bverse|\bpoe(?:m|try)|gedicht|стих")


class Properties(NamedTuple):
    """What is set of a paragraph, by itself or by its style; None where nothing is."""

    style: str | None = None
    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    left: int | None = None
    right: int | None = None


class Style(NamedTuple):
    """A style: its name in lower case, the style that it stands on, and what it sets."""

    name: str
    base: str | None
    paragraph: Properties
    run: frozenset[str]


Styles = Mapping[str, Style]


class Role(NamedTuple):
    """What a paragraph is by its style."""

    kind: str = "paragraph"
    level: int = 0
    label: str | None = None
    quoted: bool = False


def read_styles(source: str) -> dict[str, Style]:
    """The styles of a document by their ids, from `word/styles.xml`."""
    found = {}
    for written, content in _STYLE.findall(source):
        told = dict(_PROPERTY.findall(content))
        name = attributes(told.get("name", "")).get("w:val", "").lower()
        base = attributes(told.get("basedOn", "")).get("w:val")
        found[attributes(written).get("w:styleid", "")] = Style(name, base, paragraph(content), run(content))
    return found


def paragraph(content: str) -> Properties:
    """The properties that the content of `w:pPr` sets.

    >>> paragraph('<w:pStyle w:val="Quote"/><w:ind w:left="720" w:right="720"/>').left
    720
    """
    told = {name: attributes(written) for name, written in _PROPERTY.findall(_CHANGED.sub("", content))}
    indent = told.get("ind", {})
    return Properties(
        told.get("pStyle", {}).get("w:val"),
        _number(told.get("outlineLvl", {}).get("w:val")),
        told.get("numId", {}).get("w:val"),
        _number(told.get("ilvl", {}).get("w:val")),
        _number(indent.get("w:left", indent.get("w:start"))),
        _number(indent.get("w:right", indent.get("w:end"))),
    )


def _number(written: str | None) -> int | None:
    return int(written) if written and re.fullmatch(r"-?\d{1,9}", written) else None


def run(content: str) -> frozenset[str]:
    """How the content of `w:rPr` sets a run.

    >>> sorted(run('<w:b w:val="false"/><w:i/><w:vertAlign w:val="superscript"/>'))
    ['italic', 'superscript']
    """
    found = set()
    for name, written in _PROPERTY.findall(_CHANGED.sub("", content)):
        value = attributes(written).get("w:val", "")
        if name in _RUN and value not in _OFF:
            found.add(_RUN[name])
        elif name == "vertAlign" and value in _RAISED:
            found.add(_RAISED[value])
    return frozenset(found)


def run_style(content: str, styles: Styles) -> frozenset[str]:
    """How a run is set by itself and by its character style, unless that is a link's or a note's."""
    named = re.search(r'<w:rStyle\s+w:val="([^"]*)"', content)
    chain = _chain(named[1], styles) if named else []
    told = any("link" in style.name or "note" in style.name for style in chain)
    return run(content).union(*(style.run for style in chain if not told))


def _chain(style: str | None, styles: Styles) -> list[Style]:
    """A style, the one that it stands on, and so on."""
    chain: list[Style] = []
    while style in styles and len(chain) < DEEPEST:
        chain.append(styles[style])
        style = styles[style].base
    return chain


def complete(own: Properties, styles: Styles) -> Properties:
    """What is set of a paragraph by itself, then by its style, then by those that this stands on."""
    layers = [own, *(style.paragraph for style in _chain(own.style, styles))]
    return Properties(*(next((value for value in values if value is not None), None) for values in zip(*layers, strict=True)))


def role(own: Properties, styles: Styles) -> Role:
    """What a paragraph is: a heading, furniture, verse, an item, or prose, and whether it is set as a quotation is.

    >>> styles = {"h": Style("heading 2", None, Properties(), frozenset())}
    >>> role(Properties(style="h"), styles)
    Role(kind='heading', level=2, label=None, quoted=False)
    """
    names = [style.name for style in _chain(own.style, styles)] or [(own.style or "").lower()]
    whole = complete(own, styles)
    if any(name in ("title", "subtitle") for name in names[:1]):
        return Role("heading", 1, "title")
    heading = next((found for name in names if (found := re.fullmatch(r"heading ?([1-9])", name))), None)
    if heading or (whole.outline is not None and 0 <= whole.outline < 9):
        return Role("heading", min(int(heading[1]) if heading else (whole.outline or 0) + 1, 6))
    if re.match(r"toc(?: ?\d|$| heading)|contents \d|table of ", names[0]):
        return Role("furniture", 0, "navigation")
    if any(_VERSE.search(name) for name in names):
        return Role("verse")
    if names[0] == "author":
        return Role("paragraph", 0, "author")
    quoted = any(_QUOTE.search(name) for name in names) or min(whole.left or 0, whole.right or 0) >= SET_IN
    return Role(quoted=quoted)


class Level(NamedTuple):
    """How one level of a list is numbered."""

    form: str
    text: str
    start: int


def read_numbering(source: str) -> dict[tuple[str, int], Level]:
    """The levels of each list by its number, from `word/numbering.xml`."""
    abstract = {}
    for number, content in re.findall(r'<w:abstractNum\s[^>]*?w:abstractNumId="([^"]*)"[^>]*>(.*?)</w:abstractNum>', source, re.S):
        for depth, level in re.findall(r'<w:lvl\s[^>]*?w:ilvl="(\d)"[^>]*>(.*?)</w:lvl>', content, re.S):
            told = {name: attributes(written).get("w:val", "") for name, written in _PROPERTY.findall(level)}
            abstract[number, int(depth)] = Level(told.get("numFmt", ""), told.get("lvlText", ""), _number(told.get("start")) or 0)
    lists = re.findall(r'<w:num\s[^>]*?w:numId="([^"]*)"[^>]*>.*?<w:abstractNumId\s+w:val="([^"]*)"', source, re.S)
    return {(number, depth): level for number, base in lists for (of, depth), level in abstract.items() if of == base}


def marker(number: str, depth: int, levels: Mapping[tuple[str, int], Level], counts: Counter[tuple[str, int]]) -> str | None:
    """The marker of the next item of a list; `counts` are how many items came before, and are brought up to date."""
    counts[number, depth] += 1
    for deeper in range(depth + 1, 10):
        counts.pop((number, deeper), None)
    level = levels.get((number, depth))
    if level is None or level.form == "none":
        return None
    if level.form == "bullet":
        return "•"
    return re.sub(r"%(\d)", lambda found: _counted(number, int(found[1]) - 1, levels, counts), level.text).strip() or None


def _counted(
    number: str, depth: int, levels: Mapping[tuple[str, int], Level], counts: Counter[tuple[str, int]]
) -> str:
    level = levels.get((number, depth), Level("decimal", "", 1))
    value = counts[number, depth] + level.start - 1
    return numeral(value, level.form)


def numeral(value: int, form: str) -> str:
    """A number as a list writes it.

    >>> numeral(4, "lowerRoman"), numeral(28, "upperLetter"), numeral(3, "decimal")
    ('iv', 'BB', '3')
    """
    if form.endswith("Letter") and value > 0:
        written = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    elif form.endswith("Roman") and 0 < value < 4000:
        written = _roman(value, ("m cm d cd c xc l xl x ix v iv i").split(), (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1))
    else:
        return str(value)
    return written.upper() if form.startswith("upper") else written


def _roman(value: int, signs: Sequence[str], worth: Sequence[int]) -> str:
    written = ""
    for sign, each in zip(signs, worth, strict=True):
        written += sign * (value // each)
        value %= each
    return written
