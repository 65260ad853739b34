"""What an edition has or has not, who edited it, and whether it is whole: held against that edition alone."""

from __future__ import annotations

from variorum.evidence.testimony.library import Library, Place, Said
from variorum.evidence.testimony.names import contains, share_a_name
from variorum.evidence.testimony.verdict import BORNE_OUT, CONTRADICTED, OPEN, Verdict, named


def edition_of(phrase: str | None, said: Said, library: Library) -> list[str]:
    """The documents of the edition that a phrase names; of “this edition” those of the statement’s own."""
    own = library.documents[said.row["doc"]]
    if phrase is None:
        return []
    if phrase.casefold().startswith(("this ", "the present ")) and own["edition"]:
        return [doc for doc, row in library.documents.items() if row["edition"] == own["edition"]]
    return [
        doc
        for doc, row in library.documents.items()
        if doc != said.row["doc"] and (contains(row["edition"], phrase) or contains(row["title"], phrase))
    ]


def left_out(said: Said, places: list[Place], library: Library) -> Verdict:
    """That an edition leaves a text out, or has it: held against the documents of that edition and no other."""
    name = said.row["object"]
    docs = edition_of(name, said, library)
    denied = said.row["polarity"] == "denied"
    editor = _editor(said, library)
    if not docs:
        there = f"the text stands in {named(places)}" if places else "the text that it speaks of was not found here"
        return Verdict(OPEN, tuple(places), f"no document here belongs to {name or 'that edition'}{editor}; {there}")
    inside = [place for place in places if place.doc in docs]
    if inside:
        verdict = BORNE_OUT if denied else CONTRADICTED
        return Verdict(verdict, tuple(inside), f"the text stands in {named(inside)}, which belongs to {name}{editor}")
    return Verdict(
        OPEN,
        tuple(places),
        f"the text was not found in {len(docs)} documents of {name} that are here{editor}, which may not be all",
    )


def _editor(said: Said, library: Library) -> str:
    """Who is named as the editor of that edition, in the same document."""
    for one in library.by_doc[said.row["doc"]]:
        row = one.row
        if row["claim"] == "edited" and row["object"] and contains(row["about"], said.row["object"]):
            return f" (its editor is {row['object']}, as {row['voice'] or row['doc']} says)"
    return ""


def edited(said: Said, library: Library) -> Verdict:
    """Who edited an edition, held against what the library calls it."""
    docs = edition_of(said.row["about"], said, library)
    agreeing = [doc for doc in docs if share_a_name(said.row["object"], library.documents[doc]["edition"])]
    if agreeing and said.row["object"]:
        return Verdict(
            BORNE_OUT, tuple(Place(doc, 0, 0) for doc in agreeing[:3]),
            f"the library calls it “{library.documents[agreeing[0]]['edition']}”",
        )  # fmt: skip
    return Verdict(OPEN, (), f"nothing else here says who edited {said.row['about']}")
