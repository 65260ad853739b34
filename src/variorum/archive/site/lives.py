"""Which texts have a life to tell: documents, and documents inside them, that stand here more than once, or of which
somebody says how they came down.

Two stretches are one text where most of the one is found in the other, in the same words or rendered, and hardly
anything else stands round it there: a letter and the chapter that prints it are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from variorum.archive.site.edition import Edition
from variorum.archive.site.rows import Embedded, Testimony
from variorum.archive.site.standing import Link, Text, alike, links

ALIKE, SAME = 0.6, 0.75
"""How far what another document has must be a text of its own; and how far two stretches of one are the same."""
LEAST = 200
"""Code points that a text has at least."""
COLLECTION = 3
"""A statement that speaks of more texts than this speaks of a collection."""


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
    found_links = list(links(edition, texts))
    parents = list(range(len(texts)))
    elsewhere = _join(texts, found_links, parents)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for nth in range(len(texts)):
        groups[_root(parents, nth)].append(nth)
    spoken, named = _spoken(edition, said, texts, parents)
    found = []
    for root, members in groups.items():
        mine = [texts[nth] for nth in members]
        other = _once(mine, [link for nth in members for link in elsewhere.get(nth, ())])
        if spoken[root] or len({*(one.document for one in mine), *(one.document for one in other)}) > 1:
            found.append(Life(mine, other, spoken[root], "", ""))
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
            if new.end - new.start >= LEAST and not any(alike(new, old) >= SAME for old in here):
                here.append(new)
        found += sorted(here, key=lambda one: (one.start, -one.end))
    return found


def _own(edition: Edition, number: int, length: int) -> tuple[int, int]:
    """A document without what the publisher put before and behind it."""
    leaves = [leaf for leaf in edition.layouts[number].leaves if leaf.kind != "furniture"]
    return (leaves[0].start, leaves[-1].end) if leaves else (0, length)


def _join(texts: Sequence[Text], found: Sequence[Link], parents: list[int]) -> dict[int, list[Link]]:
    """Put together the texts that are one; what is left stands inside something else."""
    of = _by_document(texts)
    left: defaultdict[int, list[Link]] = defaultdict(list)
    for link in found:
        best = max(of.get(link.document, ()), key=lambda nth: (alike(link, texts[nth]), -nth), default=None)
        if best is not None and alike(link, texts[best]) >= ALIKE:
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


def _once(texts: Sequence[Text], elsewhere: Sequence[Link]) -> list[Link]:
    """Each place once, the one that has most where several texts of a life stand there; none that is one of them."""
    found: list[Link] = []
    for link in sorted(elsewhere, key=lambda one: (-one.share, one.document, one.start)):
        known: list[Text | Link] = [*texts, *found]
        if not any(link.document == one.document and alike(link, one) > 0 for one in known):
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
    known = known_works(edition)
    for number, one in said:
        roots = {_root(parents, nth) for nth in _meant(edition, one, texts, places, of)}
        for root in roots if len(roots) <= COLLECTION else ():
            spoken[root].append((number, one))
        meaning = edition_named(edition, one.about) or known.get(bare(one.about))
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
        best = max(here, key=lambda nth: (alike(span, texts[nth]), -nth), default=None)
        if best is not None and alike(span, texts[best]) >= ALIKE:
            yield best


def known_works(edition: Edition) -> dict[str, str]:
    """Works and periodicals by their names and all their forms."""
    found: dict[str, str] = {}
    for one in edition.entities:
        if one.kind in ("work", "periodical"):
            for form in (one.name, *(form.form for form in one.forms)):
                found.setdefault(bare(form), one.entity)
    return found


def edition_named(edition: Edition, about: str | None) -> str:
    """The edition of the library that begins with these words, if they are three or more and only one does."""
    editions, name = {document.edition for document in edition.documents if document.edition}, bare(about)
    found = [one for one in editions if bare(one).startswith(name)] if name.count(" ") > 1 else []
    return found[0] if len(found) == 1 else ""


def bare(name: str | None) -> str:
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
