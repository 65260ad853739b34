"""The rows of divisions that numbers in the text open: verses, numbered paragraphs, chapters that only they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from variorum.layers.citations import BARE, Division, Outer, Page, Place, is_scripture, joined, written
from variorum.layers.designations import designations, scripture
from variorum.layers.numbering import Numbered, chapters_of, row_in

_VERSE = {"en": "v.", "de": "V.", "fr": "v.", "ru": "ст."}
_OF_ONE_CHAPTER = frozenset(["Philemon", "2 John", "3 John", "Jude", "Obadiah"])


def with_rows(page: Page, places: Sequence[Place], found: Sequence[Numbered]) -> Iterator[Division]:
    """The divisions of a text in whose chapters, or in which as a whole, single numbers rise; or none do."""
    rows = dict(_rows(page, places, found))
    said, book = designations(page.title), scripture(page.title)
    outer = Outer(kind=said[-1].kind if said else "", book=book if rows else None)
    counted = frozenset(rows)
    for row, place, inner in written(page, places, outer, counted, counted):
        yield row
        if place.first in rows:
            yield from _verses(page, rows[place.first], place.first + 1, place.end, inner)
    yield from _alone(page, rows.get(-1))


def _rows(page: Page, places: Sequence[Place], found: Sequence[Numbered]) -> list[tuple[int, list[Numbered]]]:
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


def _alone(page: Page, row: Sequence[Numbered] | None) -> Iterator[Division]:
    """The numbers of a document that no heading divides; its title may say what it is: “Psalm 31”."""
    if not row:
        return
    said = designations(page.title)
    book = scripture(page.title)
    outer = Outer()
    if said and said[-1].number and (said[-1].kind == "psalm" or is_scripture(said[-1].cited)):
        outer = Outer(said[-1].cited, said[-1].kind, 0, said[-1].cited)
    elif book:
        outer = Outer(book if book in _OF_ONE_CHAPTER else None, "book", 0, book)
    yield from _verses(page, row, 0, page.leaves[-1].end, outer)


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
    return joined(outer, f"¶ {number}" if paragraph else f"{_VERSE[page.language]} {number}")


def _end(page: Page, start: int, stop: int) -> int:
    """Where a verse ends that another, or the end of its chapter, follows: before white space and headings."""
    leaves = page.leaves
    at = bisect_left(leaves, stop, key=lambda leaf: leaf.start) - 1
    while leaves[at].kind in ("heading", "rule") and leaves[at].start > start:
        stop = leaves[at].start
        at -= 1
    return start + len(page.text[start:stop].rstrip())


def with_pairs(page: Page, places: Sequence[Place], row: Sequence[Numbered], book: str | None) -> Iterator[Division]:
    """The divisions of a text whose verses name their chapter."""
    parts = list(chapters_of(row))
    starts = [verses[0].start for _, verses in parts]
    kept = _around(places, starts)
    everything = frozenset(place.first for place in _flat(kept))
    headings = [one.row for one in written(page, kept, Outer(book=book), everything, frozenset())]
    yield from headings
    for (chapter, verses), following in zip(parts, [*starts[1:], page.leaves[-1].end], strict=True):
        around = [one for one in headings if one.start <= verses[0].start < one.end]
        inner = max(around, key=lambda one: one.level, default=None)
        edges = [one.start for one in headings if one.start > verses[0].start] + [inner.end if inner else following]
        stop = min(following, *edges)
        named = _book(kept, verses[0].start) or book
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
        if (
            place.node.head.tier in ("volume", "scripture", "book", "part", "chapter", "psalm", "bare")
            and first < len(starts)
            and starts[first] < place.end
        ):
            kept.append(place._replace(inside=_around(place.inside, starts)))
    return kept


def _flat(places: Sequence[Place]) -> Iterator[Place]:
    for place in places:
        yield place
        yield from _flat(place.inside)


def _book(places: Sequence[Place], at: int) -> str | None:
    """The book of the Bible that a place stands in, as a heading says."""
    named = [place for place in _flat(places) if place.node.head.tier == "scripture" and place.start <= at < place.end]
    one = named[-1].node.head.designation if named else None
    return one.cited if one else None


def _chapter(page: Page, chapter: int, verses: Sequence[Numbered], stop: int, outer: Outer) -> Division:
    said = f"/{outer.book} {chapter}" if outer.book else f"{BARE[page.language]} {chapter}"
    start = verses[0].start
    reason = "numbers in the text that name it, with verses that rise"
    return Division(
        start, _end(page, start, stop), "chapter", outer.level + 1, str(chapter), "", joined(outer, said), reason
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
