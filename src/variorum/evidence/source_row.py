"""The row of a quotation whose source was found: the four judgements, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from variorum.evidence import reasons
from variorum.evidence.attributions import NEARBY, Attributed, attribution
from variorum.evidence.choosing import Choice, Quotation, Source, cites
from variorum.evidence.relations import Verdict, verdict
from variorum.evidence.shelves import Shelves
from variorum.evidence.translated import Renderings, is_original

SURE = (8, 0.9)
"""How many words at least a quotation has, and what share of them stands elsewhere, where it is ascribed wrongly."""


def of_source(
    quotation: Quotation, choice: Choice, shelves: Shelves, renderings: Renderings, known: Mapping[str, int]
) -> dict[str, Any]:
    source = choice.source
    start, end = source.held.place
    found = verdict(source.held, known)
    citation = shelves.citation(source.doc, start, end)
    where = reasons.place(shelves.name(source.doc), citation)
    originals = [one for one in renderings.of(source.doc, start, end) if is_original(one, source.doc, shelves)]
    originals = [one for one in originals if one.doc != quotation.doc]
    attributed, why = _attributed(quotation, source, citation, choice.authors, shelves)
    said = [
        reasons.nearness(found, where, shelves.text(quotation.doc), shelves.text(source.doc)),
        f"there it stands in quotation marks{_of_voice(source)}" if source.quoted else "",
        "which of the two changed the words cannot be told" if _is_doubtful(source, found) else "",
        f"that renders “{shelves.name(originals[0].doc)}”" if originals else "",
        why,
        reasons.others([shelves.name(rival.doc) for rival in choice.rivals], choice.undecided),
    ]
    return {
        "source_doc": source.doc,
        "source_start": start,
        "source_end": end,
        "relation": found.relation,
        "completeness": found.completeness,
        "translated": bool(originals),
        "attribution": attributed,
        "words": found.words,
        "answered": found.answered,
        "changes": [one._asdict() for one in found.changes],
        "said": quotation.said or quotation.cited,
        "speaker": _speaker(source, shelves),
        "citation": citation,
        "undecided": choice.undecided,
        "rivals": [as_place(rival.doc, *rival.held.place) for rival in choice.rivals],
        "chain": [as_place(*originals[0])] if originals else [],
        "reason": "; ".join(filter(None, said)),
    }


def as_place(doc: str, start: int, end: int) -> dict[str, Any]:
    return {"doc": doc, "start": start, "end": end}


def _is_doubtful(source: Source, found: Verdict) -> bool:
    """Whether two quote the same words, from somewhere else, and not alike."""
    return source.quoted is not None and not source.named and found.relation in ("substantive", "paraphrase")


def _of_voice(source: Source) -> str:
    return f", as words of {source.quoted[1]}" if source.quoted and source.quoted[1] else ""


def _speaker(source: Source, shelves: Shelves) -> str | None:
    """Who speaks or writes at the source: a voice in it, who wrote what it prints, else its author."""
    voice = source.quoted[1] if source.quoted else None
    if source.quoted and not voice and not source.printed:
        return None
    return voice or source.printed or shelves.facts[source.doc].author


def _attributed(
    quotation: Quotation, source: Source, citation: str | None, authors: tuple[str, ...], shelves: Shelves
) -> tuple[str, str]:
    start, end = source.held.place
    speaker = _speaker(source, shelves)
    inside = bool(source.quoted or source.printed)
    placed = _placed(quotation, source, shelves)
    if placed is False and quotation.said:  # a speaker who is named says more than a reference that points elsewhere
        placed = None
    told = Attributed(
        quotation.said if placed is None else quotation.cited,
        placed,
        (speaker,) if speaker and inside else (),
        None if inside else speaker,
        tuple(filter(None, [shelves.facts[source.doc].title, citation])),
        shelves.text(source.doc)[max(0, start - NEARBY) : end + NEARBY],
        authors,
        _is_sure(quotation, source),
    )
    return attribution(told)


def _is_sure(quotation: Quotation, source: Source) -> bool:
    return len(quotation.words.keys) >= SURE[0] and source.held.agreement >= SURE[1]


def _placed(quotation: Quotation, source: Source, shelves: Shelves) -> bool | None:
    """Whether the reference beside a quotation points to its source; None where that cannot be told."""
    if not quotation.cited:
        return None
    if cites(quotation.cited, source.doc, shelves):
        return True
    elsewhere = quotation.adjacent and any(cites(quotation.cited, doc, shelves) for doc in shelves.facts)
    return False if elsewhere and _is_sure(quotation, source) else None
