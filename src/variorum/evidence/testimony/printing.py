"""Whether a text was printed, as another document says that carries it, and when."""

from __future__ import annotations

from typing import NamedTuple

from variorum.edtf import Days, days
from variorum.evidence.testimony.agreement import agreement, borne_out, meet
from variorum.evidence.testimony.library import Library, Place, Said
from variorum.evidence.testimony.verdict import (
    BORNE_OUT,
    CONTRADICTED,
    OPEN,
    SUPERSEDED,
    Verdict,
    named,
    place_of,
    quoted,
)

PRINTED = "published"


def unpublished(said: Said, places: list[Place], library: Library) -> Verdict:
    """That a text was never printed, held against who says that it was."""
    if (said.row["object"] or "").startswith(("until", "till", "before", "bis", "до")):
        return published(said, places, library)
    printed = [one for one in _others(said, places, library) if one.row["claim"] == PRINTED]
    dated = [Print(place_of(one), quoted(one), one.when) for one in printed if one.when] + _prints(
        said, places, library
    )
    if not dated:
        return _undated(printed, places)
    return _after(said, min(dated, key=lambda one: (one.when.first, one.place)))


class Print(NamedTuple):
    """A printing of a text: where that is told or shown, in words, and when."""

    place: Place
    told: str
    when: Days


def _prints(said: Said, places: list[Place], library: Library) -> list[Print]:
    """The documents that have the text, in the same language, and of which the library knows when they were printed.

    A copy of the document that speaks is no witness.
    """
    known = [(place, days(library.documents[place.doc]["published"])) for place in places]
    return [
        Print(place, f"the text stands in {place.doc}, which was published", when)
        for place, when in known
        if when and not (said.text and library.renders(said.text, place)) and not library.copies(said.row, place.doc)
    ]


def _after(said: Said, one: Print) -> Verdict:
    spoken, when, against = days(said.row["said_when"]), one.when, (one.place,)
    if spoken and spoken.first > when.last:
        return Verdict(CONTRADICTED, against, f"{one.told}, on {when.edtf}, before this was said ({spoken.edtf})")
    if spoken and spoken.last >= when.first:
        return Verdict(OPEN, against, f"{one.told}, on {when.edtf}: whether before or after this was said is not known")
    true = "true when said" if spoken else "true if it was said before then: when it was said is not known here"
    at = f" in {spoken.edtf}" if spoken else ""
    return Verdict(SUPERSEDED, against, f"{true}{at}; {one.told}, on {when.edtf}", when.edtf)


def _undated(printed: list[Said], places: list[Place]) -> Verdict:
    if printed:
        return Verdict(OPEN, tuple(map(place_of, printed[:3])), f"{quoted(printed[0])}, but not when")
    if places:
        return Verdict(
            OPEN, tuple(places), f"the same text stands in {named(places)}, where nothing says that it was printed"
        )
    return Verdict(OPEN, (), "the text that it speaks of was not found here")


def published(said: Said, places: list[Place], library: Library) -> Verdict:
    """That a text was printed, held against who says so, too, and where and when."""
    others = [one for one in _others(said, places, library) if one.row["claim"] in (PRINTED, "unpublished")]
    printed = [one for one in others if one.row["claim"] == PRINTED]
    alike = [one for one in (agreement(said, other) for other in printed) if one and not one.wanting]
    if alike:
        return borne_out(BORNE_OUT, alike)
    shown = [one for one in _prints(said, places, library) if said.when and meet(said.when, one.when)]
    if shown:
        return Verdict(BORNE_OUT, tuple(one.place for one in shown), f"{shown[0].told}, on {shown[0].when.edtf}")
    if printed and (not said.row["object"] or said.row["modality"] in ("future", "expected", "hoped")):
        return Verdict(BORNE_OUT, tuple(map(place_of, printed)), quoted(printed[0]))
    if printed:
        return Verdict(
            OPEN, tuple(map(place_of, printed)), f"{quoted(printed[0])}: whether that is the same printing is not known"
        )
    return _undated([], places)


def _others(said: Said, places: list[Place], library: Library) -> list[Said]:
    """What other documents say of the same text, as a thing that is so."""
    found = library.others(said, places)
    return [one for one in found if one.row["modality"] == "said" and one.row["polarity"] == "affirmed"]
