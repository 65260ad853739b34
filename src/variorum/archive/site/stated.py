"""What is said of how a text came down, in words: what, by whom, when, and what the library says to it.

A statement is always somebody's. So it is told as theirs, as the document names them, and the document that has it is
named beside it; what the library has for it or against it is a fact of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from variorum.archive.site import claims
from variorum.archive.site.edition import Document, Edition, place_of
from variorum.archive.site.openings import opening
from variorum.archive.site.prose import date
from variorum.archive.site.rows import Testimony

STAGES = {
    "written": ("Written", ("written", "dictated", "signed")),
    "copied": ("Copied", ("copied",)),
    "circulated": (
        "Sent and circulated",
        ("sent", "received", "intercepted", "read aloud", "circulated", "circulated privately",
         "circulated in manuscript"),
    ),
    "printed": ("Printed", ("published", "unpublished", "suppressed")),
    "edited": ("Edited and cut", ("edited", "abridged", "altered", "complete", "left out of an edition")),
    "translated": ("Translated", ("translated",)),
    "quoted": ("Quoted", ("quoted from",)),
    "kept": ("Kept or lost", ("preserved", "destroyed", "lost")),
}  # fmt: skip
"""What happens to a text, in the order in which its life is told: a heading, and the claims that belong there."""
_STAGE = {claim: stage for stage, (_, claims_) in STAGES.items() for claim in claims_}
VERDICTS = {
    "contradicted": "contradicted here",
    "superseded": "true then, not since",
    "borne out": "borne out here",
    "open": "open: nothing here tells",
}
"""What the library says to a statement, in the order in which they are listed."""
MODALITIES = {
    "said": "said outright",
    "reported": "on another’s word",
    "expected": "expected",
    "future": "of the future",
    "hoped": "hoped",
    "doubted": "doubted",
}
_BE = {
    "said": ("was {}", "was not {}"),
    "reported": ("is reported to have been {}", "is reported not to have been {}"),
    "expected": ("is expected to be {}", "is not expected to be {}"),
    "future": ("will be {}", "will not be {}"),
    "hoped": ("will be {}, as is hoped", "will not be {}, as is hoped"),
    "doubted": ("may have been {}, which is doubted", "may not have been {}, which is doubted"),
}
EVIDENCE = 5
"""How many places that speak for a statement or against it are linked."""
_EDTF = re.compile(r"[-\dXu~?%./\[\],]{4,}")


class Place(NamedTuple):
    """A place of the library that a statement is linked to."""

    document: Document
    href: str
    words: str


class Statement(NamedTuple):
    """A statement as a line of a list."""

    document: Document
    href: str
    words: str
    said: str
    """What is said: of which text, what, whom or where it names."""
    by: str
    """Who says so, and when."""
    verdict: str
    judged: str
    reason: str
    evidence: list[Place]
    unlinked: int
    texts: list[Place]
    """Where the library has the text that it speaks of."""
    stage: str
    sorts: str


def stage(claim: str) -> str:
    """To which part of a text's life a claim belongs.

    >>> stage("read aloud"), stage("something new")
    ('circulated', 'kept')
    """
    return _STAGE.get(claim, "kept")


def said(one: Testimony) -> str:
    """What is said of a text, and nothing more.

    >>> one = Testimony(0, 9, "this letter", "copied", "four copies", "affirmed", "said", *[None] * 7)
    >>> said(one), said(one._replace(claim="unpublished", object=None))
    ('“this letter” was copied: “four copies”', '“this letter” was not published')
    >>> said(one._replace(claim="left out of an edition", object="Collected Works", modality="expected"))
    '“this letter” is expected to be left out of an edition: “Collected Works”'
    """
    about, what = claims.named(one.about), claims.named(one.object)
    claim, denied = one.claim, one.polarity == "denied"
    if claim == "unpublished":
        claim, denied = "published", not denied
    phrase = _BE.get(one.modality or "said", _BE["said"])[denied].format(claims.named(claim))
    subject = f"“{about.strip('“”')}”" if about else "a text that is not named"
    return f"{subject} {phrase}" + (f": “{what.strip('“”')}”" if what else "")


def by(one: Testimony, document: Document) -> str:
    """Who says so, and when; of what nobody says, the document does.

    >>> letter = Document(0, "a", "A Letter", *[None] * 9, 9)
    >>> one = Testimony(0, 9, None, "copied", None, None, None, "Ada", "1925-05", *[None] * 5)
    >>> by(one, letter), by(one._replace(voice=None, said_when="that spring"), letter)
    ('says Ada, May 1925', 'says the document, “that spring”')
    """
    voice, when = claims.named(one.voice), claims.named(one.said_when)
    shown = f", {date(when)}" if _EDTF.fullmatch(when) else f", “{when.strip('“”')}”" if when else ""
    return f"says {voice or claims.named(document.author) or 'the document'}{shown}"


def judged(one: Testimony) -> str:
    """What the library says to it.

    >>> judged(Testimony(0, 9, *[None] * 9, "superseded", "1927-11-01", None))
    'true then, not since 1 November 1927'
    """
    verdict = VERDICTS.get(one.verdict or "open", VERDICTS["open"])
    return f"{verdict} {date(one.until)}" if one.verdict == "superseded" and one.until else verdict


def statement(edition: Edition, number: int, one: Testimony) -> Statement:
    """A statement as a line of a list."""
    verdict = (one.verdict if one.verdict in VERDICTS else "open") or "open"
    places = edition_places(edition, one.held_against)
    modality = one.modality if one.modality in MODALITIES else "said"
    return Statement(
        edition.documents[number],
        place_of(edition, number, one.start),
        opening(edition.texts[number], one.start, one.end, 40),
        said(one),
        by(one, edition.documents[number]),
        verdict.replace(" ", "-"),
        judged(one),
        claims.why(one.reason),
        places[:EVIDENCE],
        len(places[EVIDENCE:]),
        edition_places(edition, one.about_at)[:EVIDENCE],
        stage(one.claim),
        f"{verdict.replace(' ', '-')} stage-{stage(one.claim)} {modality}",
    )


def edition_places(edition: Edition, places: object) -> list[Place]:
    """Places of the library as links, each document's first words there."""
    rows = places if isinstance(places, list) else []
    found = []
    for row in rows:
        if row["doc"] in edition.numbers:
            number = edition.numbers[row["doc"]]
            start, end = row["start"] or 0, row["end"] or 0
            words = opening(edition.texts[number], start, end, 12) if start < end else ""
            found.append(Place(edition.documents[number], place_of(edition, number, start), words))
    return found
