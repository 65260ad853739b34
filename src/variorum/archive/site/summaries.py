"""What the lists say of documents and traditions, and the front page of the whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site.edition import Document, Edition, Witness, place_of
from variorum.archive.site.names import folder_of, page_name, readable
from variorum.archive.site.openings import opening
from variorum.archive.site.prose import language
from variorum.archive.site.rows import Quotation

NAMED = 6
"""How many languages are told by name."""

SORTS = ("text", "repetition", "boilerplate")
"""The sorts of traditions in the order in which they are listed."""


class Tradition(NamedTuple):
    """A line in the list of traditions."""

    nth: int
    path: str
    title: str | None
    """Of the first document that is this text for the most part."""
    titled_by: str | None
    opening: str
    words: int
    documents: int
    witnesses: Sequence[Witness]
    kind: str


class Group(NamedTuple):
    """Documents that stand in one folder or belong to one edition."""

    name: str
    documents: Sequence[Document]

    @property
    def words(self) -> int:
        """How many words they have."""
        return sum(document.words for document in self.documents)


def traditions(edition: Edition) -> list[Tradition]:
    """The traditions: those with most documents first, then the longest; repetitions and boilerplate last."""
    found = [_tradition(edition, nth, name) for nth, name in enumerate(edition.traditions)]
    return sorted(found, key=lambda one: (SORTS.index(one.kind), -one.documents, -one.words, one.path))


def _tradition(edition: Edition, nth: int, name: str) -> Tradition:
    witnesses = edition.traditions[name]
    first = witnesses[0]
    text = edition.texts[first.document]
    words = len(text[first.start : first.end].split())
    documents = len({witness.document for witness in witnesses})
    kind = edition.sorts[name] or SORTS[0]
    shown = opening(text, first.start, first.end, 12)
    titled = next((witness for witness in witnesses if kind == SORTS[0] and _is_most(edition, witness)), None)
    title = edition.documents[titled.document].title if titled else None
    path, siglum = page_name("traditions", name), titled.siglum if titled else None
    return Tradition(nth, path, title, siglum, shown, words, documents, witnesses, kind)


def _is_most(edition: Edition, witness: Witness) -> bool:
    """Whether a witness is three quarters of its document, what the publisher put round it left out of account."""
    leaves = edition.layouts[witness.document].leaves
    own = sum(leaf.end - leaf.start for leaf in leaves if leaf.kind != "furniture")
    return 4 * (witness.end - witness.start) >= 3 * own


def _in_furniture(edition: Edition, witness: Witness) -> bool:
    """Whether a third of a witness or more stands in furniture: a text begins and ends beside it, a licence in it."""
    layout, inside = edition.layouts[witness.document], 0
    for leaf in layout.leaves[layout.at(witness.start) : layout.at(witness.end - 1) + 1]:
        covered = min(witness.end, leaf.end) - max(witness.start, leaf.start)
        inside += covered if leaf.kind == "furniture" else 0
    return 3 * inside >= witness.end - witness.start


def groups(edition: Edition) -> list[Group]:
    """The documents by edition, else by folder, in the order of their ids."""
    ordered = sorted(edition.documents, key=lambda document: (_group(document), _natural(document.doc)))
    return [Group(name, list(group)) for name, group in groupby(ordered, key=_group)]


def _group(document: Document) -> str:
    return document.edition or readable(folder_of(document.doc))


def _natural(name: str) -> list[tuple[bool, int, str]]:
    """Chapter 2 before chapter 10."""
    parts = re.split(r"(\d{1,18})", name.casefold())
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]


class Longest(NamedTuple):
    """A passage in a list."""

    words: int
    kind: str
    identity: int
    opening: str
    places: tuple[tuple[Document, str], tuple[Document, str]]
    """The two documents with the paths of the paragraphs."""


def longest(edition: Edition, most: int) -> list[Longest]:
    """The longest passages that two documents share outside their furniture; each shows a document not yet shown."""
    table = edition.tables["passages"]
    order = [("words", "descending"), *((name, "ascending") for name in ("doc_a", "start_a", "doc_b", "start_b"))]
    found: list[Longest] = []
    seen: set[int | None] = set()
    for row in table.sort_by(order).slice(0, 40 * most).drop_columns(["gaps"]).to_pylist():
        a, b = (edition.numbers.get(row[side]) for side in ("doc_a", "doc_b"))
        if a is None or b is None or a == b or {a, b} <= seen or len(found) == most:
            continue
        first, second = (Witness("", n, row[f"start_{s}"], row[f"end_{s}"], "") for n, s in ((a, "a"), (b, "b")))
        if not (_in_furniture(edition, first) or _in_furniture(edition, second)):
            words = opening(edition.texts[a], first.start, first.end, 14)
            one = edition.documents[a], place_of(edition, a, first.start)
            other = edition.documents[b], place_of(edition, b, row["start_b"])
            found.append(Longest(row["words"], row["kind"], row["identity"], words, (one, other)))
            seen |= {a, b}
    return found


def languages(edition: Edition) -> str:
    """In which languages the documents are declared to be, and how many in each; "" where none says."""
    spoken = Counter(language(document.language) for document in edition.documents if document.language)
    each = sorted(spoken.items(), key=lambda one: (-one[1], str(one[0])))
    if not each:
        return ""
    if each[0][1] == len(edition.documents) > 1:
        return f" (all declared to be in {each[0][0]})"
    first = f"{each[0][1]:,} of them declared to be in {each[0][0]}"
    others = [f"{number:,} in {name}" for name, number in each[1:NAMED]]
    rest = sum(number for _, number in each[NAMED:])
    return f" ({', '.join([first, *others, *([f'{rest:,} in other languages'] if rest else [])])})"


class Quoted(NamedTuple):
    """What the documents quote."""

    quotations: int
    documents: int
    long: int
    """Of how many words on; and how many of these there are, and how many stand in another document."""
    long_ones: int
    found: int


LONG_QUOTATION = 5


def quoted(edition: Edition) -> Quoted:
    """How much is quoted, and how much of it is in another document too."""
    every = [_quoted(edition, document.number) for document in edition.documents]
    quotations, long, found = (sum(one[column] for one in every) for column in range(3))
    return Quoted(quotations, sum(one[0] > 0 for one in every), LONG_QUOTATION, long, found)


def _quoted(edition: Edition, number: int) -> tuple[int, int, int]:
    """Of a document how many quotations, long ones, and long ones half of which or more another document has."""
    text = edition.texts[number]
    quotations = map(Quotation._make, edition.quotations.of(number))
    rows = [(one.inner_start, one.inner_end) for one in quotations if one.use in ("speech", None)]
    long = [span for span in rows if len(text[slice(*span)].split(maxsplit=LONG_QUOTATION)) >= LONG_QUOTATION]
    passages = ((start, end) for start, end, other, *_ in edition.parallels.of(number) if other != number)
    shared = _united(passages) if long else []
    starts = [start for start, _ in shared]
    return len(rows), len(long), sum(2 * _covered(shared, starts, *span) >= span[1] - span[0] for span in long)


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _covered(spans: Sequence[tuple[int, int]], starts: Sequence[int], start: int, end: int) -> int:
    first, last = max(0, bisect_right(starts, start) - 1), bisect_right(starts, end)
    return sum(max(0, min(end, two) - max(start, one)) for one, two in spans[first:last])
