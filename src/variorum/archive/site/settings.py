"""What is set in a document's text: italics and links of the source, pages of its print, names of its places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from html import escape

from variorum.archive.plain import plain
from variorum.archive.site.edition import Edition
from variorum.archive.site.inline import LINK, STYLE, Point, Setting
from variorum.archive.site.links import OUTSIDE, address
from variorum.archive.site.names import anchor_name

TAGS = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "small-caps": ('<span class="small-caps">', "</span>"),
    "underline": ("<u>", "</u>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "strike": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
}
LINES = 5
"""Every how many lines of the print a number stands in the margin."""


def settings(edition: Edition, number: int, root: str) -> list[Setting]:
    """The styles and links of a document, by start; of links that overlap the first."""
    found, linked = [], 0
    for start, end, style, target in edition.styles.of(number):
        if style in TAGS and start < end:
            found.append(Setting(start, end, STYLE, *TAGS[style]))
        elif style == "link" and linked <= start < end and (href := address(edition, number, target or "", root)):
            outside = ' class="outside" rel="noopener noreferrer"' if OUTSIDE.match(href) else ""
            found.append(Setting(start, end, LINK, f'<a href="{escape(href)}"{outside}>', "</a>"))
            linked = end
    return found


def points(edition: Edition, number: int) -> dict[int, list[Point]]:
    """Pages of the print, anchors of the source, and places of images, by leaf; each name once."""
    layout = edition.layouts[number]
    ends = [leaf.end for leaf in layout.leaves]
    found: dict[int, list[Point]] = {}
    seen: set[str] = set()
    for at, html, name, nearest in sorted([*_milestones(edition, number), *_anchors(edition, number)]):
        leaf = min((bisect_right if nearest else bisect_left)(ends, at), len(ends) - 1)
        if leaf >= 0 and not (name and name in seen):
            within = min(max(at, layout.starts[leaf]), ends[leaf])
            found.setdefault(leaf, []).append(Point(within, html))
        seen.add(name)
    return found


Sign = tuple[int, str, str, bool]
"""Where a sign stands, its HTML, its name, and whether at the end of a paragraph it belongs to the next."""


def _milestones(edition: Edition, number: int) -> Iterator[Sign]:
    for at, unit, n in edition.milestones.of(number):
        label = plain(n or "")
        if unit == "line" and not (label.isdigit() and int(label) % LINES == 0):
            continue
        name = anchor_name(f"{unit}-{label}") if label else ""
        shown = label if unit == "page" else f"{unit[:3]}. {label}"
        attributes = f' id="{name}"' if name else ""
        attributes += f' title="{escape(unit)} {escape(label)}" data-pagefind-ignore'
        yield at, f'<span class="milestone"{attributes}>{escape(shown)}</span>', name, True


def _anchors(edition: Edition, number: int) -> Iterator[Sign]:
    for start, _, style, target in edition.styles.of(number):
        if style == "anchor" and target:
            name = anchor_name(target)
            yield start, f'<span id="{name}"></span>', name, False
        elif style == "image":
            name = escape(plain((target or "").rpartition("/")[2][:80])) or "without a name"
            yield start, f'<span class="image" data-pagefind-ignore>[image: {name}]</span>', "", False
