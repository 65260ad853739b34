"""What the library says to a statement."""

from __future__ import annotations

from typing import NamedTuple

from variorum.evidence.testimony.library import Place, Said

BORNE_OUT, CONTRADICTED, SUPERSEDED, OPEN = "borne out", "contradicted", "superseded", "open"


class Verdict(NamedTuple):
    """A judgement, what it is held against, and why."""

    verdict: str
    against: tuple[Place, ...]
    reason: str
    until: str | None = None


def place_of(said: Said) -> Place:
    """Where a statement stands."""
    return Place(said.row["doc"], said.row["start"], said.row["end"])


def quoted(said: Said) -> str:
    """What a statement says, and where: for a reason."""
    row = said.row
    beside = f" ({row['object']})" if row["object"] else ""
    denied = "not " if row["polarity"] == "denied" else ""
    return f"{row['doc']} says it was {denied}{row['claim']}{beside}"


def named(places: list[Place], most: int = 3) -> str:
    """Some documents, by name."""
    docs = sorted({one.doc for one in places})
    more = f" and {len(docs) - most} more" if len(docs) > most else ""
    return ", ".join(docs[:most]) + more
