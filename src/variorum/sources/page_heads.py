"""What stands above a page's text and below it: which leaves lead to other pages, and which name this one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile

from variorum.sources.contexts import Leaf
from variorum.sources.edges import EDGE, is_linked
from variorum.sources.headings import is_division
from variorum.sources.titles import NOTES_ABOVE, Head, head_of

CONTENTS = 5
"""So many lines below a text that each lead elsewhere are a table of contents, and the text's own."""


def leading_on(leaves: Sequence[Leaf], links: Sequence[tuple[int, int]]) -> Iterator[Leaf]:
    """The lines at the edges of a page that are several links and nothing else, where the page has a text as well."""
    edges = *leaves[:EDGE], *leaves[max(EDGE, len(leaves) - EDGE) :]
    if not _has_text(leaves, links):
        return
    for leaf in edges:
        inside = [link for link in links if leaf.start <= link[0] < link[1] <= leaf.end]
        plain = leaf.end - leaf.start - sum(end - start for start, end in inside)
        if (
            leaf.kind in ("paragraph", "cell")
            and not leaf.context.note
            and len(inside) > 1
            and plain <= 4 * len(inside)
        ):
            yield leaf


def _has_text(leaves: Sequence[Leaf], links: Sequence[tuple[int, int]]) -> bool:
    return any(leaf.end - leaf.start > 80 and not is_linked(*span_of(leaf), links) for leaf in leaves)


def leading_away(
    leaves: Sequence[Leaf], words: Sequence[str], authors: set[tuple[int, int]], links: Sequence[tuple[int, int]]
) -> Iterator[Leaf]:
    """The lines above a page's first heading, and below its text, that are links and nothing else."""
    headings = [place for place, leaf in enumerate(leaves) if leaf.kind == "heading"]
    if not headings or not _has_text(leaves, links):
        return
    said = {leaf for leaf, word in zip(leaves, words, strict=True) if word[-1] in ".!?…"}
    below = takewhile(
        lambda leaf: leaf.kind == "furniture" or (leaf not in said and _is_link(leaf, links)),
        reversed(leaves[headings[0] :]),
    )
    ways = [leaf for leaf in below if leaf.kind != "furniture"]
    for leaf in [*leaves[: headings[0] + 1], *(ways if len(ways) < CONTENTS else ())]:
        of_site = leaf.kind == "heading" and leaf.context.furniture and leaf is not leaves[headings[-1]]
        if (of_site or leaf.kind in ("paragraph", "cell")) and span_of(leaf) not in authors and _is_link(leaf, links):
            yield leaf


def _is_link(leaf: Leaf, links: Sequence[tuple[int, int]]) -> bool:
    """Whether a leaf is short, and one link from its first word to its last."""
    start, end = span_of(leaf)
    place = bisect_right(links, (start, end))
    around = links[max(0, place - 1) : place + 1]
    return end - start < 100 and not leaf.context.note and any(a <= start and end <= b for a, b in around)


def call_notes(leaves: Sequence[Leaf], words: Sequence[str]) -> None:
    """Make notes of numbered items that stand below a heading which says that they are."""
    noted = False
    for leaf, word in zip(leaves, words, strict=True):
        if leaf.kind == "heading":
            noted = bool(NOTES_ABOVE.fullmatch(word))
        elif noted and leaf.kind == "item" and leaf.label and leaf.label[0].isdecimal():
            leaf.kind, leaf.label = "note", leaf.label.rstrip(".")


def head_of_page(
    leaves: Sequence[Leaf], words: Sequence[str], authors: set[tuple[int, int]], links: Sequence[tuple[int, int]]
) -> Head:
    """Which leaves name the work, the author, the part and the text: headings before it, and lines with them.

    A heading of a level that the page uses again further on is a division of the text. What stands before the first
    heading and leads away from the page names other pages.
    """
    kinds = [leaf.kind for leaf in leaves]
    sorts = {place: leaves[place].label or "" for place, kind in enumerate(kinds) if kind == "furniture"}
    headings = [place for place, kind in enumerate(kinds) if kind == "heading"]
    above = headings[0] if headings else 0
    texts = (place for place in range(above, len(leaves)) if len(words[place]) > 80)
    first = next((place for place in texts if kinds[place] not in ("furniture", "heading")), len(leaves))
    later = {leaves[place].context.heading for place in headings if place > first}
    end = next((place for place in headings[1:] if leaves[place].context.heading in later), first)
    if headings and above >= end:
        end = above + 1
    for place, leaf in enumerate(leaves[:above]):
        if leaf.kind == "paragraph" and span_of(leaf) not in authors and is_linked(*span_of(leaf), links):
            sorts.setdefault(place, "navigation")
    numbers = {place: 1 for place in headings if is_division(words[place])}
    before = ["" if kind == "note" else word for word, kind in zip(words[:end], kinds, strict=False)]
    before += [""] * (len(words) - end)
    for place in sorts:
        before[place] = words[place]
    told = {place: "author" for place, leaf in enumerate(leaves[:end]) if span_of(leaf) in authors} if authors else {}
    return head_of(before, sorts, numbers, told=told)


def span_of(leaf: Leaf) -> tuple[int, int]:
    return leaf.start, leaf.end
