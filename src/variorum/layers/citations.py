"""The rows of divisions: where each ends, what it is, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.designations import scripture
from variorum.layers.outline import LONGEST, Node
from variorum.layers.paragraphs import Paragraph

SECTION = 2500
"""Code points of which a division under a bare number has fewer, on average, where it is a section and no chapter."""
LARGEST = 0.4
"""What share of a document a preface has at most."""
ALL = 0.9
"""From what share of a document on a division under a plain heading is the document."""
BARE = {"en": "ch.", "de": "Kapitel", "fr": "chap.", "ru": "гл."}
_KINDS = {"plain": "division", "outer": "division", "notes": "division", "scripture": "book", "inner": "section"}


class Division(NamedTuple):
    """A row of the table, in the order of its columns after `doc`."""

    start: int
    end: int
    kind: str
    level: int
    n: str | None
    label: str
    citation: str | None
    reason: str


class Page(NamedTuple):
    """What is known of a document."""

    text: str
    leaves: Sequence[Paragraph]
    title: str
    language: str


class Place(NamedTuple):
    """A node of the outline with its extent: paragraphs from `first` up to `last`, code points from start to end."""

    node: Node
    first: int
    last: int
    start: int
    end: int
    inside: list[Place]

    @property
    def is_plain(self) -> bool:
        return self.node.head.tier in ("plain", "notes")


class Outer(NamedTuple):
    """What a division stands in: its citation (None if it has none), kind, level, and book of the Bible, if any."""

    citation: str | None = ""
    kind: str = ""
    level: int = 0
    book: str | None = None


class Written(NamedTuple):
    """The row of a place, and what the place is to those in it."""

    row: Division
    place: Place
    inner: Outer


def extents(leaves: Sequence[Paragraph], nodes: Sequence[Node], last: int) -> list[Place]:
    """The places of nodes, without those that hold no text."""
    places: list[Place] = []
    ends = [*(node.head.at for node in nodes), last][1:]
    for node, end in zip(nodes, ends, strict=True):
        inside = extents(leaves, node.inside, end)
        if node.head.tier == "end" or _takes_too_much(leaves, node, end):
            places += inside
        elif any(leaf.kind != "heading" for leaf in leaves[node.head.at : end]):
            places.append(Place(node, node.head.at, end, leaves[node.head.at].start, leaves[end - 1].end, inside))
    return places


def _takes_too_much(leaves: Sequence[Paragraph], node: Node, end: int) -> bool:
    """Whether a preface or appendix has no end, since nothing after it says where it stops; or a heading is a title."""
    head, whole = node.head, leaves[-1].end - leaves[0].start
    unnumbered = head.designation is not None and head.designation.number is None
    large = leaves[end - 1].end - leaves[head.at].start > whole * LARGEST
    if head.tier in ("plain", "outer"):
        return leaves[end - 1].end - leaves[head.at].start > whole * ALL
    return unnumbered and large and head.tier not in ("notes", "scripture") and whole > SECTION


def but_plain(places: Sequence[Place]) -> list[Place]:
    """The places without those that plain headings and notes open."""
    return [place._replace(inside=but_plain(place.inside)) for place in places if not place.is_plain]


def written(
    page: Page, places: Sequence[Place], outer: Outer, counted: frozenset[int], closed: frozenset[int]
) -> Iterator[Written]:
    """The rows of some places that stand in one division, each followed by those in it.

    Verses are counted in the places whose first paragraph is among the `counted`; those in the `closed` ones are not
    written.
    """
    bare = [place for place in places if place.node.head.tier == "bare"]
    long = sum(place.end - place.start for place in bare) >= SECTION * len(bare)
    for place in places:
        one = _division(page, place, outer, long, _has_numbers(place, counted))
        yield one
        if place.first not in closed:
            yield from written(page, place.inside, one.inner, counted, closed)


def _has_numbers(place: Place, counted: frozenset[int]) -> bool:
    return place.first in counted or any(_has_numbers(inner, counted) for inner in place.inside)


def _division(page: Page, place: Place, outer: Outer, long: bool, numbered: bool) -> Written:
    """The row of a place, and what it is to those in it."""
    head = place.node.head
    number = head.designation.number if head.designation else None
    kind = _kind(head.tier, outer, long)
    book = head.designation.cited if head.designation and head.tier == "scripture" and numbered else outer.book
    said = _said(page, place, kind, outer, numbered)
    if said and said[0] == "/" and kind == "chapter":
        book = said[1:].rpartition(" ")[0]
    citation = joined(outer, said)
    row = Division(
        place.start, place.end, kind, outer.level + 1, str(number.value) if number else None, head.label, citation,
        _reason(head.tier, number is not None),
    )  # fmt: skip
    return Written(row, place, Outer(citation, kind, row.level, book))


def _kind(tier: str, outer: Outer, long: bool) -> str:
    if tier != "bare":
        return _KINDS.get(tier, tier)
    if outer.kind == "act":
        return "scene"
    return (
        "chapter"
        if outer.kind in ("", "volume", "book", "part", "division", "bare", "scripture") and long
        else "section"
    )


def _said(page: Page, place: Place, kind: str, outer: Outer, numbered: bool) -> str | None:
    """How a division is cited inside its outer one; what begins with / is cited without that."""
    head, one = place.node.head, place.node.head.designation
    if one is None or (head.tier == "scripture" and not numbered):
        return f"“{head.label.strip('“”')}”" if len(head.label) <= LONGEST else None
    if (
        kind == "psalm"
        or head.tier == "scripture"
        or (one.number and one.cited[:1] not in "§" and is_scripture(one.cited))
    ):
        return f"/{one.cited}"
    if one.number is None:
        return one.cited if len(one.cited) <= LONGEST else None
    if outer.book and kind == "chapter":
        return f"/{outer.book} {one.number.value}"
    if head.tier in ("bare", "inner"):
        return f"{BARE[page.language] if kind == 'chapter' else 'scene' if kind == 'scene' else '§'} {one.cited}"
    return one.cited


def is_scripture(cited: str) -> bool:
    return scripture(cited.rpartition(" ")[0]) is not None


def joined(outer: Outer, said: str | None) -> str | None:
    if said is None or (outer.citation is None and said[0] != "/"):
        return None
    if said[0] == "/":
        return said[1:]
    whole = f"{outer.citation}, {said}" if outer.citation else said
    return whole[0].upper() + whole[1:] if whole[0] >= "\u0400" else whole


def _reason(tier: str, numbered: bool) -> str:
    if tier in ("plain", "outer"):
        return "a heading without a number"
    if tier in ("bare", "inner"):
        return "a heading that is a number, in a row that rises"
    return "a heading that names it, in a row that rises" if numbered else "a heading that names it"
