"""The row of a quotation that renders another text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from variorum.evidence import reasons
from variorum.evidence.attributions import NEARBY, Attributed, attribution, comparable
from variorum.evidence.candidates import Candidate
from variorum.evidence.choosing import Quotation
from variorum.evidence.shelves import Shelves
from variorum.evidence.translated import Place, Renderings


def of_rendering(
    quotation: Quotation, candidate: Candidate, shelves: Shelves, renderings: Renderings
) -> dict[str, Any]:
    """The check of a quotation that renders another text: its words are not compared, what it leaves out is listed."""
    doc, place = candidate.doc, Place(candidate.doc, candidate.start, candidate.end)
    lacking = renderings.left_out(quotation.doc, quotation.start, quotation.end, place)
    changes = [
        {
            "kind": "cut" if one.mark else "minus",
            "start": one.at,
            "end": one.at + len(one.mark or ""),
            "source_start": one.start,
            "source_end": one.end,
            "words": one.words,
            "mark": one.mark,
        }
        for one in lacking
    ]
    silent = sum(not one.mark for one in lacking)
    author = shelves.facts[doc].author
    around = shelves.text(doc)[max(0, place.start - NEARBY) : place.end + NEARBY]
    told = Attributed(quotation.said, None, (), author, tuple(filter(None, [shelves.facts[doc].title])), around)
    attributed, why = attribution(told)
    foreign = _is_foreign(quotation, candidate, shelves)
    named = shelves.name(doc)
    first = (
        f"It renders “{named}”" if foreign else f"It says the same as “{named}”, sentence by sentence, in other words"
    )
    said = [first, *_cuts(lacking, silent, shelves.text(doc)), why]
    return {
        "source_doc": doc,
        "source_start": place.start,
        "source_end": place.end,
        "relation": None if foreign else "paraphrase",
        "completeness": "silent cut" if silent else "marked cut" if lacking else "whole",
        "translated": foreign,
        "attribution": attributed,
        "said": quotation.said,
        "speaker": author,
        "citation": shelves.citation(doc, place.start, place.end),
        "changes": changes,
        "reason": "; ".join(filter(None, said)),
    }


def _is_foreign(quotation: Quotation, candidate: Candidate, shelves: Shelves) -> bool:
    """Whether two texts are in two languages, as far as what is said of them, or their letters, can tell."""
    here, there = (shelves.facts[doc].language for doc in (quotation.doc, candidate.doc))
    if here and there:
        return here.partition("-")[0] != there.partition("-")[0]
    one = shelves.text(quotation.doc)[quotation.start : quotation.end]
    return not comparable(one, shelves.text(candidate.doc)[candidate.start : candidate.end])


def _cuts(lacking: list[Any], silent: int, source: str) -> Iterator[str]:
    for one in sorted(lacking, key=lambda one: -one.words)[: reasons.SHOWN]:
        how = f"behind “{one.mark}”" if one.mark else "without a mark"
        verb = "is" if one.words == 1 else "are"
        lost = reasons.excerpt(source, one.start, one.end)
        yield f"{reasons.number(one.words, 'word')} {verb} left out {how}: {lost}"
    if len(lacking) > reasons.SHOWN:
        yield f"and in {reasons.number(len(lacking) - reasons.SHOWN, 'more place')}, {silent} in all without a mark"
