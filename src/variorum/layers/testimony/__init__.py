"""Testimony: what a document says about how texts came down.

Found, in English, French, German and Russian: that a text was written, copied, sent, printed or never printed,
suppressed, lost, translated, edited, left out of an edition, and so on, in sentences (“it has never been published”)
and in notices of archives (“First published: ...”, «Печатается по рукописи»). The text is named by a noun, or by a
pronoun that stands for one; who says so is whoever speaks at that place. Left alone: what is asked, ordered, supposed
or only possible, and what is said of other things.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pyarrow as pa

from variorum.layers.languages import Language, language_of
from variorum.layers.languages.transmission import TRANSMISSION
from variorum.layers.paragraphs import Paragraph, innermost
from variorum.layers.testimony.claims import Claim, claims
from variorum.layers.testimony.idioms import idioms
from variorum.layers.testimony.notices import Notice, is_citation, notices
from variorum.layers.testimony.places import Places
from variorum.layers.testimony.sentence import Sentence, Topic
from variorum.layers.testimony.tongues import Tongue, small, tongue
from variorum.tables import STATEMENTS

__all__ = ["statements"]

FURNITURE = "furniture"
SILENT = frozenset(["breadcrumb", "navigation", "licence", "page number", "rule", "repeated", "illustration"])
"""Furniture that tells nothing of the text."""

_SENTENCE_END = re.compile(r"[.!?…]+[)”»\"’]*\s+(?=[\"“„«‘_(\[]*[A-ZÀ-ÖØ-ÞА-ЯЁ])")


def statements(documents: pa.Table, blocks: pa.Table, quotations: pa.Table, embedded: pa.Table) -> pa.Table:
    """The statements of one document about how texts came down; spans are in code points of `documents.text`.

    >>> text = "Ann Lake made two copies of this letter, but it was never printed."
    >>> documents = pa.table({"doc": ["a"], "text": [text], "language": ["en"]})
    >>> columns = {"start": [0], "end": [len(text)], "kind": ["paragraph"], "level": [0], "label": [None]}
    >>> for row in statements(documents, pa.table(columns), pa.table({}), pa.table({})).to_pylist():
    ...     print(row["claim"], row["about"], row["object"])
    copied this letter two copies
    unpublished this letter None
    """
    if not documents.num_rows or not blocks.num_rows:
        return STATEMENTS.empty()
    [document] = documents.to_pylist()
    language = language_of(document["text"], document["language"])
    if language.code not in TRANSMISSION:
        return STATEMENTS.empty()
    places = Places(document, blocks, quotations, embedded)
    low = small(document["text"])
    leaves = list(innermost(document["text"], blocks))
    noticed = list(_noticed(document, leaves))
    told, beside = [row for _, row in noticed], {at for at, _ in noticed}
    rows = [
        *told,
        *(
            _row(document, one, paragraph, places, language, others=paragraph.start in beside)
            for paragraph, floor in _own(leaves, beside)
            for one in _read(document, low, paragraph, floor, tongue(language.code))
            if (one.noun or not places.quoted(one.start, one.end)) and not _inside(one, told)
        ),
    ]
    return STATEMENTS.rows(sorted(rows, key=lambda row: (row["start"], row["end"], row["claim"])))


def _inside(one: Claim, noticed: list[dict[str, Any]]) -> bool:
    """Whether a claim is made by the words of a notice."""
    return any(row["start"] < one.end and one.start < row["end"] for row in noticed)


def _own(leaves: list[Paragraph], noticed: set[int]) -> Iterator[tuple[Paragraph, int]]:
    """The blocks that are read as sentences, each with where the one before it begins."""
    before: Paragraph | None = None
    for leaf in leaves:
        if leaf.kind in (FURNITURE, "heading") or leaf.start in noticed:
            before = None
            if leaf.start in noticed and leaf.kind not in (FURNITURE, "heading"):
                yield leaf, leaf.start
            continue
        yield leaf, before.start if before else leaf.start
        before = leaf


def _read(document: dict[str, Any], low: str, paragraph: Paragraph, floor: int, words: Tongue) -> Iterator[Claim]:
    """The claims of the sentences in which a word of transmission stands."""
    text, own = document["text"], document.get("edition") or document.get("title") or ""
    triggers = list(words.trigger.finditer(low, paragraph.start, paragraph.end))
    if not triggers:
        return
    at = [match.start() for match in triggers]
    topic = None
    for start, end in pairwise([paragraph.start, *_ends(text, paragraph, words), paragraph.end]):
        before, topic = topic, None
        here = triggers[bisect_left(at, start) : bisect_left(at, end)]
        told = any(" ".join(match[0].split()) in words.forms for match in here)
        if (told or (here and words.may_tell(text, low, start, end))) and words.may_name(low, start, end):
            back = floor if start == paragraph.start else paragraph.start
            sentence = Sentence(text, words.tokens(text, start, end), words, back, own, before)
            found = _apart([*idioms(sentence), *claims(sentence)])
            topic = _titled(found, words)
            yield from found


def _titled(found: list[Claim], words: Tongue) -> Topic | None:
    """The title that the claims of a sentence are made of, if they are made of one."""
    titles = {one.named_at for one in found if one.noun and one.noun not in words.loose}
    last = next((one for one in reversed(found) if one.named_at in titles), None)
    return Topic(last.about, last.noun, last.named_at) if last and len(titles) == 1 else None


def _ends(text: str, paragraph: Paragraph, words: Tongue) -> Iterator[int]:
    """Where the sentences of a paragraph end, but for the last."""
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if not words.shortened.search(text, max(0, match.end() - 8), match.end()):
            yield match.end()


def _noticed(document: dict[str, Any], leaves: list[Paragraph]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The notices of a document, each with where its block begins; the text that they tell of is the document."""
    heading = document.get("title")
    for leaf in leaves:
        if leaf.kind == FURNITURE and leaf.label in SILENT:
            continue
        when = None if leaf.kind == "note" else document.get("transcribed")
        for one in notices(leaf):
            yield leaf.start, _notice(document, one, heading or document["doc"], when)


def _notice(document: dict[str, Any], one: Notice, about: str, when: str | None) -> dict[str, Any]:
    """A row of a notice; one in a note was written when the edition was made, and not when it was transcribed."""
    return {
        "doc": document["doc"], "start": one.start, "end": one.end, "about": about, "claim": one.claim,
        "object": one.object, "polarity": "affirmed", "modality": "said", "voice": None,
        "said_when": when, "about_start": None, "about_end": None,
        "reason": "a notice of whoever published the text, in the form in which such notices are written",
    }  # fmt: skip


def _apart(found: list[Claim]) -> list[Claim]:
    """Without those that say the same of the same place."""
    kept: list[Claim] = []
    for one in found:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(one: Claim, other: Claim) -> bool:
    """Whether two claims are one: of the same words, unless they say it of two texts or of two persons."""
    alike = one.claim == other.claim and one.start < other.end and other.start < one.end
    return alike and (one.named_at != other.named_at or one.object == other.object or not (one.object and other.object))


def _row(
    document: dict[str, Any], one: Claim, paragraph: Paragraph, places: Places, language: Language, *, others: bool
) -> dict[str, Any]:
    """A row of a claim; `others`: it stands beside a notice, so that somebody else than the author may speak."""
    cited = others or is_citation(document["text"][paragraph.start : paragraph.end])
    voice, when = (None, None) if cited else places.voice(one.start, one.end)
    inside = places.meant((paragraph.start, paragraph.end), one.noun, one.about, language)
    told = {name: getattr(one, name) for name in ("start", "end", "about", "claim", "object", "polarity", "modality")}
    where = {"about_start": inside.start if inside else None, "about_end": inside.end if inside else None}
    return {"doc": document["doc"], **told, **where, "voice": voice, "said_when": when, "reason": one.reason}
