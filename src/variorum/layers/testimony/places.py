"""Who speaks at a place of a document, when, and which document inside it a phrase points to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from variorum.layers.languages import Language, lexicon

_NEW = frozenset(["a", "an", "another", "ein", "eine", "einen", "un", "une"])
_POINTING = frozenset(["this", "dieser", "diese", "dieses", "cette", "cet", "ce", "это", "эта", "этот"])


class Region(NamedTuple):
    """A stretch in which somebody else than the author speaks."""

    start: int
    end: int
    voice: str | None
    when: str | None


class Inside(NamedTuple):
    """A document inside the document."""

    start: int
    end: int
    kind: str


class Places:
    """The voices of a document and the documents inside it, asked by place."""

    def __init__(self, document: dict[str, Any], blocks: pa.Table, quotations: pa.Table, embedded: pa.Table) -> None:
        self._asides = _asides(document, blocks)
        self._whole = Region(0, len(document["text"]), document.get("author"), _when(document))
        self._regions = [*_quoted(quotations), *_documents(embedded)]
        self._starts = np.array([one.start for one in self._regions], np.int64)
        self._ends = np.array([one.end for one in self._regions], np.int64)
        columns = (embedded[name].to_pylist() for name in ("start", "end", "kind")) if embedded.num_rows else ()
        self._inside = [Inside(*row) for row in zip(*columns, strict=True)]

    def voice(self, start: int, end: int) -> tuple[str | None, str | None]:
        """Who speaks in a stretch, and when it was said."""
        around = self._around(start, end)
        if not around and any(aside.start <= start < aside.end for aside in self._asides):
            return None, None
        if not around:
            return self._whole.voice, self._whole.when
        inner = min(around, key=lambda one: one.end - one.start)
        same = [one for one in around if _alike(one, inner)]
        voice = next((one.voice for one in same if one.voice), None)
        outer = [one for one in sorted(around, key=lambda one: one.end - one.start) if one.when]
        return voice, outer[0].when if outer else None

    def quoted(self, start: int, end: int) -> bool:
        """Whether somebody else than the author speaks in a stretch."""
        return bool(self._around(start, end))

    def _around(self, start: int, end: int) -> list[Region]:
        """The stretches of others that hold a stretch."""
        return [self._regions[at] for at in np.flatnonzero((self._starts <= start) & (end <= self._ends)).tolist()]

    def meant(self, paragraph: tuple[int, int], noun: str, about: str, language: Language) -> Inside | None:
        """The document inside that a paragraph beside it speaks of by its kind, or one inside it by pointing to it.

        What is spoken of for the first time (a letter) is none that stood before.
        """
        opening = about.casefold().split(" ")[0]
        new, pointing = opening in _NEW, opening in _POINTING
        near = [one for one in self._inside if 0 <= one.start - paragraph[1] <= 4]
        near += [one for one in self._inside if 0 <= paragraph[0] - one.end <= 4 and not new]
        around = [one for one in self._inside if one.start <= paragraph[0] and paragraph[1] <= one.end and pointing]
        for one in (*near, *around):
            if noun in lexicon(language.kinds.get(one.kind, "")):
                return one
        return None


_EDITED = re.compile(
    r"\b(?:translated|rendered into|done into|edited|translation|tr\.?$|übersetzt|herausgegeben|übertragen|traduit"
    r"|перев[её]л|перевод|под редакцией)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\W*(?:translator|editor|publisher|preface|foreword|introduct|notes?\b|footnotes|endnotes|appendix|vorwort"
    r"|vorrede|einleitung|anmerkung|préface|avant-propos|notes?\b|предислов|введение|примечан"
    r"|от редакции|от переводчика)",
    re.IGNORECASE,
)
TITLE_PAGE, CHAPTERS = 2000, 5
"""How many code points at the beginning of a text have its title page; how many headings a book has at least."""


def _asides(document: dict[str, Any], blocks: pa.Table) -> list[Region]:
    """Prefaces and notes of a text that was edited or translated: who speaks there is not known to be its author."""
    edited = _EDITED.search(document.get("title") or "") or _EDITED.search(document["text"][:TITLE_PAGE])
    if not edited or not blocks.num_rows:
        return []
    columns = (blocks[name].to_pylist() for name in ("start", "end", "kind"))
    rows = list(zip(*columns, strict=True))
    notes = [Region(start, end, None, None) for start, end, kind in rows if kind == "note"]
    heads = [
        (start, bool(_ASIDE.match(document["text"], start, end))) for start, end, kind in rows if kind == "heading"
    ]
    if len(heads) < CHAPTERS:
        return notes
    heads.append((len(document["text"]), False))
    return notes + [Region(at, after, None, None) for (at, aside), (after, _) in pairwise(heads) if aside]


def _alike(one: Region, other: Region) -> bool:
    """Whether two stretches are the same but for their marks."""
    return abs(one.start - other.start) + abs(one.end - other.end) <= 8


def _when(document: dict[str, Any]) -> str | None:
    return _edtf(document.get("composed")) or _edtf(document.get("published"))


def _edtf(date: str | None) -> str | None:
    """A date, if it is one with its year, and not as somebody wrote it."""
    return date if date and re.match(r"-?\d{3}[\dX]", date) else None


def _quoted(quotations: pa.Table) -> list[Region]:
    if not quotations.num_rows:
        return []
    columns = (quotations[name].to_pylist() for name in ("start", "end", "voice", "use"))
    return [Region(start, end, voice, None) for start, end, voice, use in zip(*columns, strict=True) if use == "speech"]


def _documents(embedded: pa.Table) -> Sequence[Region]:
    if not embedded.num_rows:
        return []
    columns = (embedded[name].to_pylist() for name in ("start", "end", "author", "composed"))
    return [Region(start, end, voice, _edtf(when)) for start, end, voice, when in zip(*columns, strict=True)]
