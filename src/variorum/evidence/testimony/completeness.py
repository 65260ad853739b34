"""Whether a text is whole, or nothing was left out of an edition: held against what other witnesses have more."""

from __future__ import annotations

from variorum.edtf import days
from variorum.evidence.testimony.library import Cut, Library, Place, Said
from variorum.evidence.testimony.verdict import BORNE_OUT, CONTRADICTED, OPEN, Verdict, named

LEAST = 12
"""How many words are lacking at least where a text is not complete: less may be a reading."""


def complete(said: Said, places: list[Place], library: Library) -> Verdict:
    """That a text is given whole, or abridged, held against the witnesses that have more of it."""
    inside = _spoken_of(said, library)
    cuts = [cut for doc in inside for cut in library.cuts[doc] if _counts(cut, said, inside, library)]
    denied = said.row["polarity"] == "denied" or said.row["claim"] == "abridged"
    if cuts:
        return _cut(BORNE_OUT if denied else CONTRADICTED, cuts)
    if places and not denied:
        return Verdict(BORNE_OUT, tuple(places), f"nothing that {named(places)} has is lacking, as far as it was found")
    return Verdict(OPEN, tuple(places), "no other witness here tells whether anything is lacking")


def _cut(verdict: str, cuts: list[Cut], more: str = "") -> Verdict:
    """What is lacking, as a judgement, with the places of the witnesses that have it."""
    worst = max(cuts, key=lambda cut: cut.words)
    mark = "with" if worst.marked else "without"
    told = f"{worst.other.doc} has {worst.words} words more than {worst.doc}, {mark} a mark"
    told += f"; {len(cuts)} such places" if len(cuts) > 1 else ""
    return Verdict(verdict, tuple(cut.other for cut in sorted(cuts, key=lambda cut: (cut.doc, cut.at))), told + more)


def left_out_here(said: Said, library: Library) -> Verdict | None:
    """That something was left out of the document that says so, or of one inside it: what other witnesses have more.

    Of an edition that the statement names it is not tested here.
    """
    row = said.row
    if row["polarity"] == "denied" or row["object"] or row["modality"] != "said":
        return None
    inside = _spoken_of(said, library) or ({row["doc"]: None} if row["voice"] is None and said.text is None else {})
    cuts = [cut for doc in inside for cut in library.cuts[doc] if _counts(cut, said, inside, library)]
    return _cut(BORNE_OUT, cuts, "; that these are the words is not told") if cuts else None


def altered(said: Said, places: list[Place], library: Library) -> Verdict | None:
    """That a text was altered, held against the witnesses that have it otherwise; which is the altered one is open."""
    if said.text is None or said.row["polarity"] == "denied" or said.row["modality"] != "said":
        return None
    found = [place for place in library.otherwise(said.text) if any(place.doc == one.doc for one in places)]
    if not found:
        return None
    more = f"; {len(found)} such places" if len(found) > 1 else ""
    told = f"{found[0].doc} has the text in other words{more}: which was altered is not told"
    return Verdict(BORNE_OUT, tuple(found), told)


def _spoken_of(said: Said, library: Library) -> dict[str, tuple[int, int] | None]:
    """The documents whose completeness is claimed, and of each the stretch, if it is not all of it."""
    row, own = said.row, library.documents[said.row["doc"]]
    if row["about_start"] is not None:
        return {row["doc"]: (row["about_start"], row["about_end"])}
    if row["voice"] and row["voice"] != own["author"]:
        return {}
    every = row["about"].casefold().startswith(("every ", "each ", "all ", "these ", "they"))
    if own["edition"] and (every or row["about"] in (own["edition"], own["title"])):
        return {doc: None for doc, one in library.documents.items() if one["edition"] == own["edition"]}
    return {row["doc"]: None} if said.whole else {}


def _counts(cut: Cut, said: Said, inside: dict[str, tuple[int, int] | None], library: Library) -> bool:
    """Whether what is lacking tells: enough words, of another edition, and none that were added later."""
    span = inside[cut.doc]
    if cut.words < LEAST or cut.other.doc in inside or (span and not span[0] <= cut.at <= span[1]):
        return False
    spoken, written = days(said.row["said_when"]), days(library.documents[cut.other.doc]["composed"])
    return spoken is None or written is None or written.first <= spoken.last
