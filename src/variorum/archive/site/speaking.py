"""Who speaks: quotations, cuts and references marked in the text, the voices of long quotations in the margin, and for
each paragraph a list of what the program takes them for, and why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from variorum.archive.site import claims
from variorum.archive.site.edition import Edition, place_of
from variorum.archive.site.inline import CUT, QUOTED, Point, Setting
from variorum.archive.site.layout import Layout
from variorum.archive.site.openings import opening
from variorum.archive.site.rows import Check, Embedded, Omission, Quotation, Reference, Testimony
from variorum.archive.site.stated import statement

LEFT_OUT, FEW = 0.05, 3
"""How much of a paragraph, and how many code points in any case, may stand outside what sets it off: its marks, its
number. Where the author speaks in it too, it is not set off."""

NOTED = 60
"""How many lines the list of one paragraph has."""

DEEPEST = 4
"""From which depth on quotations look alike."""


class Source(NamedTuple):
    """Where a quotation stands that was found: what is to be said of it, why, and where it is read."""

    said: str
    reason: str
    href: str
    title: str


class Note(NamedTuple):
    """A line in the list of what a paragraph's marks are taken for."""

    words: str
    said: str
    reason: str
    depth: int
    source: Source | None = None


class Spoken(NamedTuple):
    """What is marked in a document, by leaf, and the notes to it."""

    settings: dict[int, list[Setting]]
    points: dict[int, list[Point]]
    notes: dict[int, list[Note]]
    voiced: set[int]
    """The leaves whose notes name a voice."""


def spoken(edition: Edition, number: int) -> Spoken:
    """What is marked in a document; nothing in its furniture."""
    found = Spoken({}, {}, {}, set())
    if edition.layouts[number].leaves:
        _quotations(edition, number, found)
        _embedded(edition, number, found)
        _references(edition, number, found)
        _cuts(edition, number, found)
        _stated(edition, number, found)
    for leaf in [at for at in found.notes if edition.layouts[number].leaves[at].kind == "furniture"]:
        del found.notes[leaf]
    return found


def covered(layout: Layout, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """The leaves that a span has part in, and of each whether it covers it so far that it is set off with it."""
    for at in range(layout.at(start), layout.at(end - 1) + 1) if start < end and layout.leaves else ():
        leaf = layout.leaves[at]
        shared = min(end, leaf.end) - max(start, leaf.start)
        if shared > 0:
            length = leaf.end - leaf.start
            yield at, length - shared <= max(FEW, LEFT_OUT * length) and leaf.kind != "furniture"


def depth(quotation: Quotation) -> int:
    """How deep it is shown."""
    return max(1, min(quotation.depth or 1, DEEPEST))


def _quotations(edition: Edition, number: int, found: Spoken) -> None:
    layout, text = edition.layouts[number], edition.texts[number]
    letters = map(Embedded._make, edition.embedded.of(number))
    told = {(one.start, claims.named(one.author)) for one in letters}
    checks = {(one.start, one.end): one for one in map(Check._make, edition.checks.of(number))}
    for quotation in map(Quotation._make, edition.quotations.of(number)):
        source = _source(edition, checks.get((quotation.inner_start, quotation.inner_end)))
        said, long = claims.quoted_as(quotation), quotation.form != "inline"
        for leaf, is_set_off in covered(layout, quotation.start, quotation.end):
            if not (long and is_set_off) and layout.leaves[leaf].kind != "furniture":
                found.settings.setdefault(leaf, []).append(_marked(quotation, said, source))
        if said or source:
            first, voice = layout.at(quotation.start), claims.named(quotation.voice)
            note = _note(
                text, quotation.start, quotation.end, said, quotation.reason if said else "", depth(quotation), source
            )
            found.notes.setdefault(first, []).append(note)
            found.voiced.update({first} if voice else ())
            if long and voice and (quotation.start, voice) not in told:
                found.points.setdefault(first, []).append(_in_margin(quotation.start, voice))
                told.add((quotation.start, voice))


def _source(edition: Edition, check: Check | None) -> Source | None:
    """What was found of a quotation in another document."""
    other = edition.numbers.get(check.source_doc or "") if check else None
    if check is None or other is None:
        return None
    said = ", ".join(words for _, words in claims.judged(check))
    href = place_of(edition, other, check.source_start or 0)
    return Source(said, claims.why(check.reason), href, edition.documents[other].title)


def _marked(quotation: Quotation, said: str, source: Source | None) -> Setting:
    """The marks of a quotation stand in the text, so that it is no `q`, which would say them again."""
    touched = "; ".join(filter(None, [said, source.said if source else ""]))
    title = f' title="{escape(touched)}"' if touched else ""
    return Setting(
        quotation.start, quotation.end, QUOTED, f'<span class="quotation depth-{depth(quotation)}"{title}>', "</span>"
    )


def _in_margin(at: int, voice: str) -> Point:
    said = f'title="taken for words of: {escape(voice)}" data-pagefind-ignore'
    return Point(at, f'<span class="voice" {said}><bdi>{escape(voice)}</bdi></span>')


def _note(
    text: str, start: int, end: int, said: str, reason: str | None, depth: int = 1, source: Source | None = None
) -> Note:
    return Note(opening(text, start, end, 6), said, claims.why(reason), depth, source)


def _embedded(edition: Edition, number: int, found: Spoken) -> None:
    """Those that stand inside a paragraph: the others are figures of their own."""
    layout, text = edition.layouts[number], edition.texts[number]
    for one in map(Embedded._make, edition.embedded.of(number)):
        if not any(is_set_off for _, is_set_off in covered(layout, one.start, one.end)):
            said = ", ".join(
                filter(None, [f"taken for: {claims.headed(one, edition.periodicals)}", claims.bounded(one)])
            )
            note = _note(text, one.start, one.end, said, one.reason)
            found.notes.setdefault(layout.at(one.start), []).append(note)


def _references(edition: Edition, number: int, found: Spoken) -> None:
    layout, text = edition.layouts[number], edition.texts[number]
    for reference in map(Reference._make, edition.references.of(number)):
        said = claims.refers(reference)
        tag = f'<span class="reference" title="{escape(said)}">'
        leaf = layout.at(reference.start)
        found.settings.setdefault(leaf, []).append(Setting(reference.start, reference.end, CUT, tag, "</span>"))
        found.notes.setdefault(leaf, []).append(_note(text, reference.start, reference.end, said, reference.reason))


def _cuts(edition: Edition, number: int, found: Spoken) -> None:
    layout, text = edition.layouts[number], edition.texts[number]
    alike: dict[int, Counter[tuple[str, str, str]]] = {}
    for omission in map(Omission._make, edition.ellipses.of(number)):
        said, leaf = claims.cut(omission), layout.at(omission.start)
        if said:
            tag = f'<span class="cut" title="{escape(said)}">'
            found.settings.setdefault(leaf, []).append(Setting(omission.start, omission.end, CUT, tag, "</span>"))
            sign = opening(text, omission.start, omission.end, 6)
            alike.setdefault(leaf, Counter())[sign, said, claims.why(omission.reason)] += 1
    for leaf, signs in alike.items():
        notes = [Note(sign, claims.times(said, number), reason, 1) for (sign, said, reason), number in signs.items()]
        found.notes.setdefault(leaf, []).extend(notes)


def _stated(edition: Edition, number: int, found: Spoken) -> None:
    """What the document says of how a text came down, with what the library says to it."""
    layout, text = edition.layouts[number], edition.texts[number]
    rows = map(Testimony._make, edition.testimony.of(number))
    for one in sorted(rows, key=lambda one: (one.start, one.end, one.claim)):
        line, leaf = statement(edition, number, one), layout.at(one.start)
        said = f"taken for testimony: {line.said}, {line.by}"
        tag = f'<span class="stated" title="{escape(said)}; {escape(line.judged)}">'
        found.settings.setdefault(leaf, []).append(Setting(one.start, one.end, CUT, tag, "</span>"))
        seen = line.evidence[0] if line.evidence else None
        source = Source(line.judged, "", seen.href, seen.document.title) if seen else None
        reason = one.reason if seen else f"{line.judged}. {one.reason or ''}"
        found.notes.setdefault(leaf, []).append(_note(text, one.start, one.end, said, reason, 1, source))
