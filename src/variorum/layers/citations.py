"""The rows of divisions: where each ends, what it is, and how it is cited."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.designations import designations, scripture
from variorum.layers.numbering import Numbered, chapters_of, numbers, pairs, row_in
from variorum.layers.outline import LONGEST, WIDE, Node
from variorum.layers.paragraphs import Paragraph

SECTION = 2500
"""Code points of which a division under a bare number has fewer, on average, where it is a section and no chapter."""
LARGEST = 0.4
"""What share of a document a preface has at most."""
ALL = 0.9
"""From what share of a document on a division under a plain heading is the document."""
_BARE = {"en": "ch.", "de": "Kapitel", "fr": "chap.", "ru": "гл."}
_VERSE = {"en": "v.", "de": "V.", "fr": "v.", "ru": "ст."}
_KINDS = {"plain": "division", "outer": "division", "notes": "division", "scripture": "book", "inner": "section"}
_OF_ONE_CHAPTER = frozenset(["Philemon", "2 John", "3 John", "Jude", "Obadiah"])


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
    """What a division stands in: its citation (None if it has none), kind and level; the book of the Bible, if it is
    one."""

    citation: str | None = ""
    kind: str = ""
    level: int = 0
    book: str | None = None


def divided(page: Page, nodes: Sequence[Node], verses: bool) -> list[Division]:
    """The divisions that headings open and, if `verses`, those that numbers in the text open."""
    places = _extents(page.leaves, nodes, len(page.leaves))
    found = numbers(page.text, page.leaves) if verses else []
    book = scripture(page.title)
    if row := pairs(found):
        return list(_with_pairs(page, _but_plain(places), row, book))
    rows = _rows_in_text(page, places, found)
    counted = frozenset(first for first, _ in rows)
    said = designations(page.title)
    outer = Outer(kind=said[-1].kind if said else "", book=book if rows else None)
    return [*_written(page, places, outer, dict(rows), counted), *_alone(page, places, rows)]


def _extents(leaves: Sequence[Paragraph], nodes: Sequence[Node], last: int) -> list[Place]:
    """The places of nodes, without those that hold no text."""
    places: list[Place] = []
    ends = [*(node.head.at for node in nodes), last][1:]
    for node, end in zip(nodes, ends, strict=True):
        inside = _extents(leaves, node.inside, end)
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


def _but_plain(places: Sequence[Place]) -> list[Place]:
    return [place._replace(inside=_but_plain(place.inside)) for place in places if not place.is_plain]


# headings


def _written(
    page: Page, places: Sequence[Place], outer: Outer, rows: dict[int, list[Numbered]], counted: frozenset[int]
) -> Iterator[Division]:
    """The rows of some places that stand in one division, each followed by those in it."""
    bare = [place for place in places if place.node.head.tier == "bare"]
    long = sum(place.end - place.start for place in bare) >= SECTION * len(bare)
    for place in places:
        one, inner = _division(page, place, outer, long, _has_numbers(place, counted))
        yield one
        if place.first in rows:
            yield from _verses(page, rows[place.first], place.first + 1, place.end, inner)
        else:
            yield from _written(page, place.inside, inner, rows, counted)


def _has_numbers(place: Place, counted: frozenset[int]) -> bool:
    return place.first in counted or any(_has_numbers(inner, counted) for inner in place.inside)


def _division(page: Page, place: Place, outer: Outer, long: bool, numbered: bool) -> tuple[Division, Outer]:
    """The row of a place, and what it is to those in it."""
    head = place.node.head
    number = head.designation.number if head.designation else None
    kind = _kind(head.tier, outer, long)
    book = head.designation.cited if head.designation and head.tier == "scripture" and numbered else outer.book
    said = _said(page, place, kind, outer, numbered)
    if said and said[0] == "/" and kind == "chapter":
        book = said[1:].rpartition(" ")[0]
    citation = _joined(outer, said)
    row = Division(
        place.start, place.end, kind, outer.level + 1, str(number.value) if number else None, head.label, citation,
        _reason(head.tier, number is not None),
    )  # fmt: skip
    return row, Outer(citation, kind, row.level, book)


def _kind(tier: str, outer: Outer, long: bool) -> str:
    if tier != "bare":
        return _KINDS.get(tier, tier)
    if outer.kind == "act":
        return "scene"
    return "chapter" if outer.kind in ("", "volume", "book", "part", "division", "bare", "scripture") and long else "section"


def _said(page: Page, place: Place, kind: str, outer: Outer, numbered: bool) -> str | None:
    """How a division is cited inside its outer one; what begins with / is cited without that."""
    head, one = place.node.head, place.node.head.designation
    if one is None or (head.tier == "scripture" and not numbered):
        return f"“{head.label.strip('“”')}”" if len(head.label) <= LONGEST else None
    if kind == "psalm" or head.tier == "scripture" or (one.number and one.cited[:1] not in "§" and _is_scripture(one.cited)):
        return f"/{one.cited}"
    if one.number is None:
        return one.cited if len(one.cited) <= LONGEST else None
    if outer.book and kind == "chapter":
        return f"/{outer.book} {one.number.value}"
    if head.tier in ("bare", "inner"):
        return f"{_BARE[page.language] if kind == 'chapter' else 'scene' if kind == 'scene' else '§'} {one.cited}"
    return one.cited


def _is_scripture(cited: str) -> bool:
    return scripture(cited.rpartition(" ")[0]) is not None


def _joined(outer: Outer, said: str | None) -> str | None:
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


# numbers in the text


def _rows_in_text(page: Page, places: Sequence[Place], found: Sequence[Numbered]) -> list[tuple[int, list[Numbered]]]:
    """The rows of numbers in chapters, by the chapter's first paragraph; of the whole document by -1.

    If fewer than half of the chapters have one, none has.
    """
    if not found:
        return []
    scopes = list(_scopes(places))
    starts = [one.start for one in found]
    rows = []
    for first, last, end in [(place.first, place.last, place.end) for place in scopes] or [(-1, len(page.leaves), 0)]:
        body = next((leaf.start for leaf in page.leaves[first + 1 : last] if leaf.kind != "heading"), end)
        end = end or page.leaves[-1].end
        inside = found[bisect_left(starts, body) : bisect_left(starts, end)]
        if row := row_in(inside, body, end, first < 0):
            rows.append((first, row))
    return rows if 2 * len(rows) >= len(scopes) else []


def _scopes(places: Sequence[Place]) -> Iterator[Place]:
    """The innermost places that may hold verses."""
    for place in places:
        inside = [inner for inner in place.inside if not inner.is_plain]
        if inside:
            yield from _scopes(inside)
        elif not place.is_plain and place.node.head.tier not in ("preface", "appendix", "outer"):
            yield place


def _alone(page: Page, places: Sequence[Place], rows: list[tuple[int, list[Numbered]]]) -> Iterator[Division]:
    """The numbers of a document that no heading divides; its title may say what it is: “Psalm 31”."""
    if not rows or rows[0][0] >= 0:
        return
    said = designations(page.title)
    book = scripture(page.title)
    outer = Outer()
    if said and said[-1].number and (said[-1].kind == "psalm" or _is_scripture(said[-1].cited)):
        outer = Outer(said[-1].cited, said[-1].kind, 0, said[-1].cited)
    elif book:
        outer = Outer(book if book in _OF_ONE_CHAPTER else None, "book", 0, book)
    yield from _verses(page, rows[0][1], 0, page.leaves[-1].end, outer)


def _verses(page: Page, row: Sequence[Numbered], body: int, end: int, outer: Outer) -> Iterator[Division]:
    """The verses or numbered paragraphs of one chapter, whose paragraphs begin with `body`."""
    counts = outer.kind == "psalm" or outer.book is not None or (outer.citation or "").startswith(("Sur", "Сур"))
    paragraph = row[0].form in ("point", "bracket") and not counts
    kind = "section" if paragraph else "verse"
    starts = [one.start for one in row]
    told = [(one.number, page.text[one.start : one.end]) for one in row]
    first = next(leaf.start for leaf in page.leaves[body:] if leaf.kind != "heading")
    if row[0].number == 2 and first < starts[0]:
        starts, told = [first, *starts], [(1, ""), *told]
    reason = f"numbers in the text that rise from {told[0][0]} to {told[-1][0]}"
    after = [*(number for number, _ in told[1:]), 0]
    for start, stop, (number, label), following in zip(starts, [*starts[1:], end], told, after, strict=True):
        citation = _verse(page, outer, _with_missing(number, following), counts, paragraph)
        yield Division(start, _end(page, start, stop), kind, outer.level + 1, str(number), label, citation, reason)


def _with_missing(number: int, following: int) -> str:
    """A number with the one that is missed after it, whose words may stand here too."""
    return f"{number}–{following - 1}" if following > number + 1 else str(number)


def _verse(page: Page, outer: Outer, number: str, counts: bool, paragraph: bool) -> str | None:
    if outer.citation is None:
        return None
    if counts and outer.kind != "book":
        return f"{outer.citation}:{number}"
    if counts:
        return f"{outer.citation} {number}" if outer.citation in _OF_ONE_CHAPTER else None
    return _joined(outer, f"¶ {number}" if paragraph else f"{_VERSE[page.language]} {number}")


def _end(page: Page, start: int, stop: int) -> int:
    """Where a verse ends that another, or the end of its chapter, follows: before the white space and headings there."""
    leaves = page.leaves
    at = bisect_left(leaves, stop, key=lambda leaf: leaf.start) - 1
    while leaves[at].kind in ("heading", "rule") and leaves[at].start > start:
        stop = leaves[at].start
        at -= 1
    return start + len(page.text[start:stop].rstrip())


def _with_pairs(page: Page, places: Sequence[Place], row: Sequence[Numbered], book: str | None) -> Iterator[Division]:
    """The divisions of a text whose verses name their chapter."""
    parts = list(chapters_of(row))
    starts = [verses[0].start for _, verses in parts]
    kept = _around(places, starts)
    everything = frozenset(place.first for place in _flat(kept))
    headings = list(_written(page, kept, Outer(book=book), {}, everything))
    yield from headings
    for (chapter, verses), following in zip(parts, [*starts[1:], page.leaves[-1].end], strict=True):
        around = [one for one in headings if one.start <= verses[0].start < one.end]
        inner = max(around, key=lambda one: one.level, default=None)
        stop = min(following, inner.end) if inner else following
        named = _book(page, inner, kept, verses[0].start) or book
        if inner and inner.n == str(chapter) and inner.kind in ("chapter", "psalm"):
            outer = Outer(inner.citation, inner.kind, inner.level, named)
        else:
            outer = Outer(inner.citation, inner.kind, inner.level, named) if inner else Outer(book=named)
            one = _chapter(page, chapter, verses, stop, outer)
            yield one
            outer = Outer(one.citation, "chapter", one.level, named)
        yield from _named_verses(page, verses, stop, outer)


def _around(places: Sequence[Place], starts: Sequence[int]) -> list[Place]:
    """The places that do not cut a chapter in two."""
    kept = []
    for place in places:
        first = bisect_left(starts, place.start)
        if place.node.head.tier in (*WIDE, "chapter", "psalm", "bare") and first < len(starts) and starts[first] < place.end:
            kept.append(place._replace(inside=_around(place.inside, starts)))
    return kept


def _flat(places: Sequence[Place]) -> Iterator[Place]:
    for place in places:
        yield place
        yield from _flat(place.inside)


def _book(page: Page, inner: Division | None, places: Sequence[Place], at: int) -> str | None:
    """The book of the Bible that a place stands in, as a heading says."""
    named = [place for place in _flat(places) if place.node.head.tier == "scripture" and place.start <= at < place.end]
    one = named[-1].node.head.designation if named else None
    return one.cited if one else None


def _chapter(page: Page, chapter: int, verses: Sequence[Numbered], stop: int, outer: Outer) -> Division:
    said = f"/{outer.book} {chapter}" if outer.book else f"{_BARE[page.language]} {chapter}"
    start = verses[0].start
    reason = "numbers in the text that name it, with verses that rise"
    return Division(
        start, _end(page, start, stop), "chapter", outer.level + 1, str(chapter), "", _joined(outer, said), reason
    )


def _named_verses(page: Page, verses: Sequence[Numbered], stop: int, outer: Outer) -> Iterator[Division]:
    starts = [one.start for one in verses]
    after = [*(one.number for one in verses[1:]), 0]
    for one, following, number in zip(verses, [*starts[1:], stop], after, strict=True):
        said = _with_missing(one.number, number)
        citation = None if outer.citation is None else f"{outer.citation}:{said}"
        label = page.text[one.start : one.end]
        end = _end(page, one.start, following)
        reason = "a number in the text that names chapter and verse"
        yield Division(one.start, end, "verse", outer.level + 1, str(one.number), label, citation, reason)
