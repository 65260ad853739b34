"""What the styles of a DOCX file make of a paragraph or a run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from variorum.sources.markup import attributes

DEEPEST = 20
"""How many styles may stand on one another: more is a ring."""
SET_IN = 280
"""Twentieths of a point, on both sides, from which a paragraph is set in as a quotation is."""

PROPERTY = re.compile(r"<w:([A-Za-z]+)((?:\s[^<>]*?)?)/?>")
_CHANGED = re.compile(r"<w:[pr]PrChange\b.*", re.S)
_OFF = ("0", "false", "off", "none")
_RUN = {
    "i": "italic",
    "b": "bold",
    "smallCaps": "small-caps",
    "u": "underline",
    "strike": "strike",
    "dstrike": "strike",
}
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


def elements(source: str, name: str) -> Iterator[tuple[str, str]]:
    """The attributes and the content of each element of this name, of which none contains another.

    >>> list(elements('<a><b c="d">e</b></a>', "b"))
    [(' c="d"', 'e')]
    """
    opening = re.compile(rf"<{name}(\s[^>]*|)>")
    for part in source.split(f"</{name}>")[:-1]:
        if found := opening.search(part):
            yield found[1], part[found.end() :]


def read_styles(source: str) -> dict[str, Style]:
    """The styles of a document by their ids, from `word/styles.xml`."""
    found = {}
    for written, content in elements(source, "w:style"):
        told = dict(PROPERTY.findall(content))
        name = attributes(told.get("name", "")).get("w:val", "").lower()
        base = attributes(told.get("basedOn", "")).get("w:val")
        found[attributes(written).get("w:styleid", "")] = Style(name, base, paragraph(content), run(content))
    return found


def paragraph(content: str) -> Properties:
    """The properties that the content of `w:pPr` sets.

    >>> paragraph('<w:pStyle w:val="Quote"/><w:ind w:left="720" w:right="720"/>').left
    720
    """
    told = {name: attributes(written) for name, written in PROPERTY.findall(_CHANGED.sub("", content))}
    indent = told.get("ind", {})
    return Properties(
        told.get("pStyle", {}).get("w:val"),
        number(told.get("outlineLvl", {}).get("w:val")),
        told.get("numId", {}).get("w:val"),
        number(told.get("ilvl", {}).get("w:val")),
        number(indent.get("w:left", indent.get("w:start"))),
        number(indent.get("w:right", indent.get("w:end"))),
    )


def number(written: str | None) -> int | None:
    """A whole number that is written in digits, if it is one."""
    return int(written) if written and re.fullmatch(r"-?\d{1,9}", written) else None


def run(content: str) -> frozenset[str]:
    """How the content of `w:rPr` sets a run.

    >>> sorted(run('<w:b w:val="false"/><w:i/><w:vertAlign w:val="superscript"/>'))
    ['italic', 'superscript']
    """
    found = set()
    for name, written in PROPERTY.findall(_CHANGED.sub("", content)):
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
    while style is not None and style in styles and len(chain) < DEEPEST:
        chain.append(styles[style])
        style = styles[style].base
    return chain


def name_of(own: Properties, styles: Styles) -> str:
    """The name of a paragraph's style, in lower case."""
    named = own.style or ""
    return styles[named].name if named in styles else named.lower()


def complete(own: Properties, styles: Styles) -> Properties:
    """What is set of a paragraph by itself, then by its style, then by those that this stands on."""
    layers = [own, *(style.paragraph for style in _chain(own.style, styles))]
    return Properties(
        *(next((value for value in values if value is not None), None) for values in zip(*layers, strict=True))
    )


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
