"""Testimony: what documents say of how texts came down, held against the library.

The document that makes a claim is no evidence for it or against it, and a claim about one edition is not tested on
another. What was not found here is open: it may well exist.
"""

from __future__ import annotations

from typing import Annotated, Any

import pyarrow as pa

from variorum.evidence.testimony.agreement import Agreement, agreement, borne_out
from variorum.evidence.testimony.completeness import altered, complete, left_out_here
from variorum.evidence.testimony.edges import Edges
from variorum.evidence.testimony.editions import edited, left_out
from variorum.evidence.testimony.library import Library, Place, Said
from variorum.evidence.testimony.names import contains, share_a_name
from variorum.evidence.testimony.printing import published, unpublished
from variorum.evidence.testimony.verdict import BORNE_OUT, OPEN, Verdict, named
from variorum.tables import TESTIMONY

__all__ = ["testimony"]

_DOCUMENTS = ("doc", "title", "author", "composed", "published", "edition", "words")
_PASSAGES = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind")
_OMISSIONS = ("doc", "at", "other_doc", "other_start", "other_end", "words", "marked")


def testimony(
    documents: Annotated[pa.Table, *_DOCUMENTS],
    statements: pa.Table,
    dates: Annotated[pa.Table, "doc", "start", "edtf"],
    passages: Annotated[pa.Table, *_PASSAGES],
    omissions: Annotated[pa.Table, *_OMISSIONS],
    blocks: Annotated[pa.Table, "doc", "start", "end"],
) -> pa.Table:
    """The statements of a library about how texts came down, each with what the other documents say to it.

    The text is looked for where a statement points to a document inside its own, where it names a title, and in what
    other documents share with it. Then each claim is held against what those say of the same text.
    """
    library = Library(documents, statements, dates, passages, omissions)
    library.edges = Edges(blocks, library.beside())
    return TESTIMONY.rows([_row(one, library) for one in library.said])


def _row(said: Said, library: Library) -> dict[str, Any]:
    places = _places(said, library)
    verdict = _judged(said, places, library)
    told = {name: said.row[name] for name in TESTIMONY.schema.names if name in said.row and name != "reason"}
    return {
        **told,
        "about_at": [place._asdict() for place in places],
        "held_against": [place._asdict() for place in verdict.against],
        "verdict": verdict.verdict,
        "until": verdict.until,
        "reason": verdict.reason,
    }


def _places(said: Said, library: Library) -> list[Place]:
    """Where the library has the text that is spoken of, outside the document that speaks of it."""
    if said.text:
        return library.elsewhere(said.text)
    about = said.row["about"]
    return [
        Place(doc, 0, 0)
        for doc, row in sorted(library.documents.items())
        if doc != said.row["doc"] and contains(about, row["title"])
    ]


def _judged(said: Said, places: list[Place], library: Library) -> Verdict:
    claim = said.row["claim"]
    if claim == "unpublished" and said.row["modality"] == "said":
        return unpublished(said, places, library)
    if claim == "published" and said.row["polarity"] == "affirmed":
        return published(said, places, library)
    if claim == "left out of an edition":
        return left_out_here(said, library) or left_out(said, places, library)
    if claim == "altered":
        return altered(said, places, library) or _said_elsewhere(said, places, library)
    if claim == "complete" or (claim == "abridged" and said.row["polarity"] == "affirmed"):
        return complete(said, places, library)
    if claim == "translated" and said.row["polarity"] == "affirmed":
        return _rendered(said, places, library)
    if claim == "edited":
        return edited(said, library)
    return _said_elsewhere(said, places, library)


def _rendered(said: Said, places: list[Place], library: Library) -> Verdict:
    """That a text was translated: the library may have it in another language."""
    other = [place for place in places if said.text and library.renders(said.text, place)]
    if other:
        return Verdict(BORNE_OUT, tuple(other), f"{named(other)} has the same text in another language")
    return _said_elsewhere(said, places, library)


def _said_elsewhere(said: Said, places: list[Place], library: Library) -> Verdict:
    """Whether another document says the same of the same text, or the library knows its author."""
    alike = (agreement(said, one) for one in library.others(said, places) if _same(said, one))
    same = [one for one in alike if one]
    if same:
        return borne_out(_as_far(same), same)
    if said.row["claim"] == "written" and said.row["polarity"] == "affirmed":
        for place in places:
            author = library.documents[place.doc]["author"]
            if share_a_name(said.row["object"], author):
                return Verdict(BORNE_OUT, (place,), f"the library names {author} as the author of {place.doc}")
    there = f"the text stands in {named(places)}" if places else "the text that it speaks of was not found here"
    return Verdict(OPEN, tuple(places), f"{there}; nothing here tells of this")


def _same(said: Said, other: Said) -> bool:
    """Whether another says the same as a thing that is so."""
    row, there = said.row, other.row
    return bool(row["claim"] == there["claim"] and row["polarity"] == there["polarity"] and there["modality"] == "said")


def _as_far(same: list[Agreement]) -> str:
    """Borne out, if another says all of it; what only the day of is told is open as to the rest."""
    return OPEN if all(one.wanting for one in same) else BORNE_OUT
