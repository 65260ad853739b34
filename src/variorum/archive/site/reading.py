"""The text of a document as it is read: its leaves as HTML, under the roofs that the source gives them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from variorum.archive.leaves import Leaf
from variorum.archive.plain import plain
from variorum.archive.site import prose
from variorum.archive.site.edition import Edition
from variorum.archive.site.frames import Frame, frames
from variorum.archive.site.inline import Point, Setting, inline
from variorum.archive.site.naming import naming
from variorum.archive.site.render import render
from variorum.archive.site.settings import points, settings
from variorum.archive.site.shared import Shared, across, beside, tints
from variorum.archive.site.speaking import NOTED, Spoken, spoken

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ELEMENTS = {"note": "div", "item": "li", "cell": "td", "quote": "blockquote"}
_INSIDE = frozenset({"li", "td"})
"""Elements that what stands beside them must stand in."""

OPENING = 12
"""Among how many of its first leaves a document repeats its own title."""


class Heading(NamedTuple):
    """A line of a table of contents."""

    name: str
    page: int
    level: int
    text: str


class Source(NamedTuple):
    """All that the paragraphs of one document are made from."""

    edition: Edition
    number: int
    root: str
    shared: Shared
    settings: Sequence[Setting]
    setting_starts: Sequence[int]
    longest: int
    points: dict[int, list[Point]]
    spoken: Spoken


def reading(edition: Edition, number: int, found: Shared, root: str) -> Iterator[tuple[int, str]]:
    """Each page of a document's text, as its number and its HTML."""
    layout, around = edition.layouts[number], frames(edition, number)
    own = settings(edition, number, root)
    set_ = sorted([*own, *naming(edition, number, root, own)])
    longest = max((setting.end - setting.start for setting in set_), default=0)
    starts, signs = [one.start for one in set_], points(edition, number)
    source = Source(edition, number, root, found, set_, starts, longest, signs, spoken(edition, number))
    levels = _levels(layout.leaves)
    for page, group in groupby(range(len(layout.leaves)), key=layout.pages.__getitem__):
        yield page, "".join(_page(source, list(group), around, levels))


def headings(edition: Edition, number: int) -> list[Heading]:
    """The headings of a document, for its table of contents."""
    layout, text = edition.layouts[number], edition.texts[number]
    levels = _levels(layout.leaves)
    return [
        Heading(name, page, levels[at], plain(" ".join(text[leaf.start : leaf.end].split()))[:120])
        for at, (leaf, name, page) in enumerate(zip(layout.leaves, layout.names, layout.pages, strict=True))
        if leaf.kind == "heading" and not _says_again(edition, number, at)
    ]


def _says_again(edition: Edition, number: int, leaf: int) -> bool:
    """Whether one of the first leaves only repeats what stands at the head of the page: the title, or the author."""
    if leaf >= OPENING:
        return False
    this = edition.documents[number]
    text = _letters(edition.texts[number][slice(*edition.layouts[number].leaves[leaf][:2])])
    return len(text) > 0 and text in _letters(f"{this.title} {this.author or ''}")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[:300].casefold()))


def _levels(leaves: Sequence[Leaf]) -> dict[int, int]:
    """The level of each heading on the page, below its title, none skipped on the way down."""
    found, above = {}, 1
    for at, leaf in enumerate(leaves):
        if leaf.kind == "heading":
            above = found[at] = max(2, min(leaf.level + 1, above + 1, 6))
    return found


def _page(
    source: Source, leaves: Sequence[int], around: Sequence[tuple[Frame, ...]], levels: dict[int, int]
) -> Iterator[str]:
    opened: tuple[Frame, ...] = ()
    headed: set[Frame] = set()
    for at in leaves:
        yield from _turn(opened, around[at], headed)
        opened = around[at]
        yield _leaf(source, at, levels.get(at, 0))
    yield from _turn(opened, (), headed)


def _turn(opened: Sequence[Frame], wanted: Sequence[Frame], headed: set[Frame]) -> Iterator[str]:
    """Closes and opens frames; one that is opened again goes on without its head, which the page has once."""
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same] == wanted[same]:
        same += 1
    yield from (f"{frame.close}\n" for frame in reversed(opened[same:]))
    for frame in wanted[same:]:
        yield f"{(frame._replace(before='') if frame in headed else frame).open}\n"
        headed.add(frame)


def _leaf(source: Source, at: int, level: int) -> str:
    """A leaf, with its permanent link, and what stands beside it."""
    layout, text = source.edition.layouts[source.number], source.edition.texts[source.number]
    leaf, name = layout.leaves[at], layout.names[at]
    near = beside(source.edition, source.number, at, source.shared, source.root)
    signs = [*source.points.get(at, ()), *source.spoken.points.get(at, ()), *(near.points if near else ())]
    set_ = [*_set_in(source, leaf), *source.spoken.settings.get(at, ()), *tints(source.shared, at)]
    inner = inline(text, leaf.start, leaf.end, set_, signs)
    aside = (render("beside.html", name=name, beside=near) if near else "") + _notes(source, at)
    link = f'<a class="pilcrow" href="#{name}" aria-label="Link to this paragraph" data-pagefind-ignore>¶</a>'
    link += across(source.edition, source.number, at, source.shared, source.root)
    whole = source.shared.wholly.get(at)
    classes = ["whole", whole.kind] if whole else []
    classes += ["again"] if leaf.kind != "furniture" and _says_again(source.edition, source.number, at) else []
    return _element(leaf, level, name, classes, _label(leaf, text) + inner + link, aside, text)


def _notes(source: Source, at: int) -> str:
    """What the marks of a leaf are taken for, folded."""
    notes = source.spoken.notes.get(at)
    if not notes:
        return ""
    lang = prose.tag(source.edition.documents[source.number].language)
    return render(
        "speaks.html", notes=notes, most=NOTED, voiced=at in source.spoken.voiced, lang=lang, root=source.root
    )


def _set_in(source: Source, leaf: Leaf) -> Sequence[Setting]:
    first = bisect_left(source.setting_starts, leaf.start - source.longest)
    return source.settings[first : bisect_right(source.setting_starts, leaf.end)]


def _element(leaf: Leaf, level: int, name: str, classes: list[str], inner: str, aside: str, text: str) -> str:
    tag = f"h{level}" if leaf.kind == "heading" else _ELEMENTS.get(leaf.kind, "p")
    direction = ' dir="auto"' if _RIGHT_TO_LEFT.search(text, leaf.start, leaf.end) else ""
    classes += [] if leaf.kind in ("paragraph", "heading", "cell", "item", "quote") else [leaf.kind]
    kind = f' class="{escape(" ".join(classes))}"' if classes else ""
    if tag in _INSIDE:
        return f'<{tag} id="{name}"{kind}{direction}>{aside}{inner}</{tag}>\n'
    if tag == "blockquote":
        element = f'<blockquote class="quote"><p id="{name}"{kind}{direction}>{inner}</p></blockquote>\n'
    else:
        element = f'<{tag} id="{name}"{kind}{direction}>{inner}</{tag}>\n'
    return f'<div class="unit {tag}">{aside}{element}</div>\n' if aside else element


def _label(leaf: Leaf, text: str) -> str:
    """The number of a note or the marker of an item, where it does not stand in the text."""
    if not leaf.label or leaf.kind not in ("note", "item") or text.startswith(leaf.label, leaf.start):
        return ""
    return f'<span class="label">{escape(plain(leaf.label))}</span> '
