"""Which texts have a life to tell: documents, and documents inside them, that stand here more than once, or of which
somebody says how they came down.

Two stretches are one text where most of the one is found in the other, in the same words or rendered, and hardly
anything else stands round it there: a letter and the chapter that prints it are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.archive.site.edition import Edition
from variorum.archive.site.grouping import Rows
from variorum.archive.site.rows import Embedded, Testimony

HALF, ALIKE, SAME = 0.6, 0.6, 0.75
"""How much of a text another document must have; how far what it has there must be a text of its own; and how far two
stretches of one document are the same."""
ROOM = 2
"""What stands together takes at most so many times the room of the text."""
LEAST = 200
"""Code points that a text has at least."""
COLLECTION = 3
"""A statement that speaks of more texts than this speaks of a collection."""


class Text(NamedTuple):
    """A stretch that is a text of its own: a document, one inside it, or what a statement speaks of."""

    document: int
    start: int
    end: int
    embedded: Embedded | None
    whole: bool = False
    """Whether it is a document."""


class Link(NamedTuple):
    """That most of a text stands in another document, too: there, how much of it, and whether rendered."""

    text: int
    document: int
    start: int
    end: int
    share: float
    rendered: bool


class Life(NamedTuple):
    """A text with its copies and translations, what stands of it elsewhere, and what is said of it."""

    texts: Sequence[Text]
    elsewhere: Sequence[Link]
    """Where most of it stands inside something else."""
    said: Sequence[tuple[int, Testimony]]
    """Each statement with the document that has it."""
    name: str
    """Of what is named, and not here."""
    entity: str
    """What is named, where the library knows it: an id in entities, or the name of an edition."""


def lives_of(edition: Edition) -> list[Life]:
    """The texts that have a life to tell, in the order of their first documents; then those that are only named."""
    rows = [(n, one) for n in range(len(edition.documents)) for one in map(Testimony._make, edition.testimony.of(n))]
    said = sorted(rows, key=lambda row: (row[0], row[1].start, row[1].end, row[1].claim))
    texts = _texts(edition, [one for _, one in said])
    links = list(_links(edition, texts))
    parents = list(range(len(texts)))
    elsewhere = _join(texts, links, parents)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for nth in range(len(texts)):
        groups[_root(parents, nth)].append(nth)
    spoken, named = _spoken(edition, said, texts, parents)
    found = []
    for root, members in groups.items():
        mine = [texts[nth] for nth in members]
        other = [link for nth in members for link in elsewhere.get(nth, ())]
        if spoken[root] or len({*(one.document for one in mine), *(one.document for one in other)}) > 1:
            found.append(Life(mine, _once(other), spoken[root], "", ""))
    return found + [Life((), (), rows, name, entity) for (name, entity), rows in named.items()]


def _texts(edition: Edition, said: Iterable[Testimony]) -> list[Text]:
    """All texts, by document and start; of two stretches that are nearly the same the first named."""
    found: list[Text] = []
    spans: defaultdict[int, list[Text]] = defaultdict(list)
    for one in said:
        for place in one.about_at or ():
            number = edition.numbers.get(place["doc"])
            if number is not None and place["start"] < place["end"]:
                spans[number].append(Text(number, place["start"], place["end"], None))
    for number, text in enumerate(edition.texts):
        here: list[Text] = []
        inside = (Text(number, one.start, one.end, one) for one in map(Embedded._make, edition.embedded.of(number)))
        for new in (*inside, Text(number, *_own(edition, number, len(text)), None, True), *spans[number]):
            if new.end - new.start >= LEAST and not any(_alike(new, old) >= SAME for old in here):
                here.append(new)
        found += sorted(here, key=lambda one: (one.start, -one.end))
    return found


def _own(edition: Edition, number: int, length: int) -> tuple[int, int]:
    """A document without what the publisher put before and behind it."""
    leaves = [leaf for leaf in edition.layouts[number].leaves if leaf.kind != "furniture"]
    return (leaves[0].start, leaves[-1].end) if leaves else (0, length)


def _alike(one: Text | Link, other: Text | Link) -> float:
    """How much of what two stretches of a document cover together both cover."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _links(edition: Edition, texts: Sequence[Text]) -> Iterator[Link]:
    """Where most of each text stands in another document."""
    for rows, rendered in ((edition.parallels, False), (edition.renderings, True)):
        sides: tuple[int, NDArray[np.int64]] = (-1, np.empty((5, 0), np.int64))
        for nth, text in enumerate(texts):
            if sides[0] != text.document:
                sides = text.document, _sides(rows, text.document)
            yield from _found(nth, text, sides[1], rendered)


def _sides(rows: Rows, number: int) -> NDArray[np.int64]:
    """Of a document's passages the start, end, other document, and its start and end there."""
    first, last = int(rows.bounds[number]), int(rows.bounds[number + 1])
    columns = [rows.columns[nth].slice(first, last - first).to_numpy() for nth in range(5)]
    sides = np.asarray(columns, np.int64)
    return sides[:, sides[2] != number]


def _found(nth: int, text: Text, sides: NDArray[np.int64], rendered: bool) -> Iterator[Link]:
    """Of one text, the documents that have most of it at one place."""
    begin, end = np.maximum(sides[0], text.start), np.minimum(sides[1], text.end)
    mine = sides[:, begin < end]
    begin, end = begin[begin < end], end[begin < end]
    share = (mine[4] - mine[3]) / np.maximum(1, mine[1] - mine[0])
    first = mine[3] + (begin - mine[0]) * share
    last = mine[4] - (mine[1] - end) * share
    for other in np.unique(mine[2]).tolist():
        these = mine[2] == other
        here = _together(begin[these], end[these], first[these], last[these], ROOM * (text.end - text.start))
        covered = here.covered / (text.end - text.start)
        if covered >= HALF:
            yield Link(nth, other, round(here.first), round(here.last), covered, rendered)


class Together(NamedTuple):
    """What stands together in another document: where, and how much of the text it has."""

    first: float
    last: float
    covered: int


def _together(
    begin: NDArray[np.int64],
    end: NDArray[np.int64],
    first: NDArray[np.float64],
    last: NDArray[np.float64],
    room: float,
) -> Together:
    """The longest passage, and what stands near it there: a phrase that comes again elsewhere is left aside."""
    order = np.argsort(begin - end, kind="stable")
    taken = [int(order[0])]
    low, high = float(first[order[0]]), float(last[order[0]])
    for nth in order[1:].tolist():
        if max(high, last[nth]) - min(low, first[nth]) <= max(room, high - low):
            low, high = min(low, float(first[nth])), max(high, float(last[nth]))
            taken.append(nth)
    taken.sort()
    return Together(low, high, _covered(begin[taken], end[taken]))


def _covered(begin: NDArray[np.int64], end: NDArray[np.int64]) -> int:
    """How many code points spans cover together; they are ordered by their start."""
    reach = np.maximum.accumulate(end)
    before = np.concatenate([begin[:1], reach[:-1]])
    return int(np.maximum(0, end - np.maximum(begin, before)).sum())


def _join(texts: Sequence[Text], links: Sequence[Link], parents: list[int]) -> dict[int, list[Link]]:
    """Put together the texts that are one; what is left stands inside something else."""
    of = _by_document(texts)
    left: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        best = max(of.get(link.document, ()), key=lambda nth: (_alike(link, texts[nth]), -nth), default=None)
        if best is not None and _alike(link, texts[best]) >= ALIKE:
            one, other = sorted((_root(parents, link.text), _root(parents, best)))
            parents[other] = one
        else:
            left[link.text].append(link)
    return left


def _by_document(texts: Sequence[Text]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for nth, text in enumerate(texts):
        found.setdefault(text.document, []).append(nth)
    return found


def _root(parents: list[int], nth: int) -> int:
    while parents[nth] != nth:
        parents[nth] = parents[parents[nth]]
        nth = parents[nth]
    return nth


def _once(links: Sequence[Link]) -> list[Link]:
    """Each place once, the one that has most first where several texts of a life stand there."""
    found: list[Link] = []
    for link in sorted(links, key=lambda one: (-one.share, one.document, one.start)):
        if not any(link.document == old.document and _alike(link, old) >= ALIKE for old in found):
            found.append(link)
    return sorted(found, key=lambda one: (one.document, one.start))


Said = list[tuple[int, Testimony]]


def _spoken(
    edition: Edition, said: Said, texts: Sequence[Text], parents: list[int]
) -> tuple[defaultdict[int, Said], dict[tuple[str, str], Said]]:
    """What is said of each text that is here; and of what is only named, by its name and what that means."""
    spoken: defaultdict[int, Said] = defaultdict(list)
    named: dict[tuple[str, str], Said] = {}
    places = {(one.document, one.start, one.end): nth for nth, one in enumerate(texts)}
    of = _by_document(texts)
    known = _known(edition)
    for number, one in said:
        roots = {_root(parents, nth) for nth in _meant(edition, one, texts, places, of)}
        for root in roots if len(roots) <= COLLECTION else ():
            spoken[root].append((number, one))
        meaning = known.get(_bare(one.about)) or edition_named(edition, one.about)
        if meaning and not 1 <= len(roots) <= COLLECTION:
            named.setdefault((one.about or "", meaning), []).append((number, one))
    return spoken, _by_meaning(named)


def _meant(
    edition: Edition,
    one: Testimony,
    texts: Sequence[Text],
    places: dict[tuple[int, int, int], int],
    of: dict[int, list[int]],
) -> Iterator[int]:
    """The texts that a statement speaks of."""
    for place in one.about_at or ():
        number = edition.numbers.get(place["doc"])
        if number is None:
            continue
        exact = places.get((number, place["start"], place["end"]))
        span = Text(number, place["start"], place["end"], None)
        here = [exact] if exact is not None else of.get(number, [])
        best = max(here, key=lambda nth: (_alike(span, texts[nth]), -nth), default=None)
        if best is not None and _alike(span, texts[best]) >= ALIKE:
            yield best


def _known(edition: Edition) -> dict[str, str]:
    """Works and periodicals by their names and all their forms."""
    found: dict[str, str] = {}
    for one in edition.entities:
        if one.kind in ("work", "periodical"):
            for form in (one.name, *(form.form for form in one.forms)):
                found.setdefault(_bare(form), one.entity)
    return found


def edition_named(edition: Edition, about: str | None) -> str:
    """The edition of the library that begins with these words, if they are three or more and only one does."""
    editions, name = {document.edition for document in edition.documents if document.edition}, _bare(about)
    found = [one for one in editions if _bare(one).startswith(name)] if name.count(" ") > 1 else []
    return found[0] if len(found) == 1 else ""


def _bare(name: str | None) -> str:
    """A name as it is compared: without quotation marks, capitals and article."""
    bare = " ".join((name or "").casefold().split()).strip("“”„«»\"'’‘.,")
    return bare.removeprefix("the ")


def _by_meaning(named: dict[tuple[str, str], Said]) -> dict[tuple[str, str], Said]:
    """What is said of one work under all its names together."""
    names: dict[str, str] = {}
    found: dict[tuple[str, str], Said] = {}
    for (name, entity), rows in named.items():
        found.setdefault((names.setdefault(entity, name), entity), []).extend(rows)
    return found
