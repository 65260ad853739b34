"""Checks: every quotation held against the library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set
from typing import Any, NamedTuple

import pyarrow as pa

from variorum.evidence.candidates import Candidate, candidates
from variorum.evidence.choosing import HALF, Choice, Quotation, chosen, is_able, named, quoted_in
from variorum.evidence.copied_documents import copies
from variorum.evidence.laying import NONE
from variorum.evidence.laying import row as words_of
from variorum.evidence.misreadings import usual
from variorum.evidence.relations import doubtful
from variorum.evidence.rendering_row import of_rendering
from variorum.evidence.shelves import Shelves
from variorum.evidence.source_row import as_place, of_source
from variorum.evidence.translated import Renderings, rendered
from variorum.evidence.unfound import unfound
from variorum.evidence.well_quoted import well_quoted
from variorum.text import words as find_words

BESIDE, BEFORE = 80, 60
"""Within how many code points behind a quotation, and before it, a reference is its own."""
_TITLED = re.compile(r"[\[(]([^\[\]()]{3,120}?)[\s,;]*$")
_SIGNS = str.maketrans("", "", '_*>"“”')
NEXT_TO = frozenset(" \t\n.,;:—–-([”’\"'»")
"""What may stand between a quotation and the reference that belongs to it, so that nothing does."""


class _Found(NamedTuple):
    """A quotation with the source that was chosen for it, or with the text that it renders."""

    number: int
    quotation: Quotation
    choice: Choice | None
    rendering: Candidate | None


def checks(
    documents: pa.Table,
    quotations: pa.Table,
    embedded: pa.Table,
    references: pa.Table,
    divisions: pa.Table,
    wording: pa.Table,
    passages: pa.Table,
    omissions: pa.Table,
    sensitivity: pa.Table,
) -> pa.Table:
    """Every quotation of somebody's words, held against the document that it comes from, in four judgements.

    How near it is, from its words laid beside those of the source: spelling, points, capitals and misread letters are
    no alteration. Whether it is whole, from what it lacks between words that it has, with or without a mark. Whether it
    renders another text. Whether the words are his who is said to have said them: wrong is said only where another is
    named. What is not found says what that is worth. A quotation has one row, with one source: the rule by which it is
    chosen stands in `choosing`; where it decides nothing, that is said.
    """
    of = candidates(quotations, passages)
    docs = {one.doc for found in of.values() for one in found}
    docs |= set(quotations["doc"].take(pa.array(list(of), pa.int64())).to_pylist())
    shelves = Shelves(documents, quotations, embedded, references, divisions, docs)
    renderings = Renderings(passages, omissions)
    found, quoting = _found(quotations, of, shelves, copies(passages, of, quotations, shelves), renderings)
    known = _known(wording, found)
    rows = [_row(one, shelves, renderings, known) for one in found]
    _chain(rows, shelves)
    return unfound(quotations, documents, rows, sensitivity, quoting)


def _found(
    quotations: pa.Table,
    of: dict[int, list[Candidate]],
    shelves: Shelves,
    copied: Set[tuple[str, str]],
    renderings: Renderings,
) -> tuple[list[_Found], dict[tuple[str, int], list[str]]]:
    """The quotations of which a source was found; and what the documents are called that quote the others, too."""
    taken = quotations.take(pa.array(list(of), pa.int64()))
    columns = (
        taken[name].to_pylist() for name in ("doc", "quotation", "inner_start", "inner_end", "end", "voice", "depth")
    )
    asked = [  # their words are looked at where there is something to hold them against
        (number, _quotation(doc, start, end, closed, voice, depth, shelves), options)
        for options, doc, number, start, end, closed, voice, depth in zip(of.values(), *columns, strict=True)
    ]
    popular = Counter(
        one.doc for _, quotation, options in asked for one in options if named(quotation, one.doc, shelves)
    )
    well = well_quoted(
        ((one.doc, one.start, one.end, options) for _, one, options in asked),
        shelves,
        lambda option, doc, span: is_able(option, doc, span, shelves, copied),
    )
    out, quoting = list[_Found](), dict[tuple[str, int], list[str]]()
    for number, asking, options in asked:
        able = [one for one in options if one.covers(asking.start, asking.end) >= HALF * (asking.end - asking.start)]
        if not able:
            continue
        quotation = asking._replace(words=words_of(shelves.text(asking.doc), asking.start, asking.end))
        choice = chosen(quotation, options, shelves, popular, copied, well)
        rendering = None if choice else rendered(quotation, options, shelves, renderings)
        if choice or rendering:
            out.append(_Found(number, quotation, choice, rendering))
        elif also := quoted_in(quotation, able, shelves, copied):
            quoting[quotation.doc, number] = also
    return out, quoting


def _quotation(
    doc: str, start: int, end: int, closed: int, voice: str | None, depth: int, shelves: Shelves
) -> Quotation:
    text = shelves.text(doc)
    cited, adjacent = _cited(doc, start, closed, text, shelves)
    around = next(shelves.embedded.around(doc, start, end), None)
    fills = around is not None and around.end - around.start <= 1.25 * (end - start) + 80
    author = around.known[0] if around and fills else None
    return Quotation(doc, start, end, NONE, voice or author, cited, adjacent, depth)


def _cited(doc: str, start: int, end: int, text: str, shelves: Shelves) -> tuple[str | None, bool]:
    """What a reference beside a quotation points to, and whether nothing stands between; none of another quotation."""
    for one in shelves.references.between(doc, end, end + BESIDE):
        if not shelves.quotations.between(doc, end + 1, one.start) and "\n\n" not in text[end : one.start]:
            title = _title_before(text[end : one.start])
            if title and any(shelves.entitled(title, other) for other in shelves.facts):
                return f"{title}, {one.known[0]}", True
            return one.known[0], set(text[end : one.start]) <= NEXT_TO
    for one in reversed(shelves.references.between(doc, start - BEFORE, start)):
        if not shelves.quotations.between(doc, one.start, start - 1) and "\n\n" not in text[one.end : start]:
            return one.known[0], False
    return None, False


def _title_before(between: str) -> str | None:
    """What stands in a bracket before the page: [Sketches, p. 4]."""
    found = _TITLED.search(between)
    return " ".join(found[1].translate(_SIGNS).split()) if found else None


def _known(wording: pa.Table, found: list[_Found]) -> dict[str, int]:
    """In how many documents each of the words stands that differ somewhere."""
    asked = {word for one in found if one.choice for word in doubtful(one.choice.source.held)}
    keys = {word: find_words(word).keys.tolist() for word in sorted(asked)}
    counts = usual(wording, {of[0] for of in keys.values() if of})
    return {word: counts[of[0]] for word, of in keys.items() if of}


def _row(one: _Found, shelves: Shelves, renderings: Renderings, known: Mapping[str, int]) -> dict[str, Any]:
    quotation = one.quotation
    row = {"doc": quotation.doc, "quotation": one.number, "start": quotation.start, "end": quotation.end}
    row |= {"undecided": False, "rivals": [], "chain": [], "changes": [], "words": len(quotation.words.keys)}
    if one.choice:
        return row | of_source(quotation, one.choice, shelves, renderings, known)
    assert one.rendering
    return row | of_rendering(quotation, one.rendering, shelves, renderings)


def _chain(rows: list[dict[str, Any]], shelves: Shelves) -> None:
    """Where the place that a quotation comes from is quoted itself: where that has it from, and so on."""
    by = {(row["doc"], row["quotation"]): row for row in rows}
    for row in rows:
        place, seen = row, {row["doc"]}
        while place["source_doc"] not in seen:
            seen.add(place["source_doc"])
            around = shelves.quotations.around(place["source_doc"], place["source_start"], place["source_end"])
            further = next((by[key] for one in around if (key := (place["source_doc"], one.known[0])) in by), None)
            if further is None or further["relation"] not in ("verbatim", "accidentals", None):
                break
            place = further
            row["chain"].append(as_place(place["source_doc"], place["source_start"], place["source_end"]))
        if place is not row:
            row["reason"] += f"; there it is quoted from {_listed(row['chain'], shelves)}"


def _listed(chain: list[dict[str, Any]], shelves: Shelves) -> str:
    """The places of a chain, one quoting the next."""
    return ", and there from ".join(f"“{shelves.name(one['doc'])}”" for one in chain)
