"""Cuts: the marks that say that something is left out, and how much of a text is missing."""

from __future__ import annotations

import re
from bisect import bisect_left

import pyarrow as pa

MARK = re.compile(r"\[[^\[\]]{0,80}\]|(?:\.\s?){3,}|…|\*(?:\s*\*){2,}|[-–—](?:\s[-–—]){2,}")
"""What says that something is left out: points, asterisks, dashes in a row, a bracket."""
_SENTENCE = re.compile(r"[.!?…。؟।][\"'”’»)\]]*(?:\s|$)")
BESIDE = 6
"""How many code points beyond the words on either side a mark of omission may stand."""
Mark = tuple[int, int, str]
"""Start and end of a mark, and whose cut it is, or nothing."""


def marks_of(ellipses: pa.Table) -> dict[str, list[Mark]]:
    """The ellipses of each document that stand for something left out, by their start."""
    out: dict[str, list[Mark]] = {}
    columns = (ellipses[name].to_pylist() for name in ("doc", "start", "end", "cut_by"))
    for doc, start, end, cut_by in zip(*columns, strict=True):
        if cut_by != "hesitation":
            out.setdefault(doc, []).append((start, end, cut_by))
    return {doc: sorted(mine) for doc, mine in out.items()}


def marker_of(text: str, left: int, right: int, marks: list[Mark]) -> Mark | None:
    """The mark of omission that stands between two words, if one does."""
    first = bisect_left(marks, (left - BESIDE, 0, ""))
    for start, end, cut_by in marks[first:]:
        if start > right + BESIDE:
            break
        if end >= left and start <= right:
            return start, end, cut_by
    found = MARK.search(text, left, right)
    return (found.start(), found.start() + len(found.group().rstrip()), "") if found else None


def level_of(text: str, start: int, end: int, words: int) -> str:
    """Sentence, phrase or word, by what is missing: a whole sentence ends in it, and one begins where it begins."""
    if words == 1:
        return "word"
    before = text[max(0, start - 4) : start].rstrip("\"'“‘«( ")
    begins = (
        not before.strip() or bool(_SENTENCE.search(before.rstrip() + " ")) or "\n\n" in text[max(0, start - 4) : start]
    )
    inside, behind = (_SENTENCE.search(text, at, min(len(text), end + 3)) for at in (start, max(start, end - 1)))
    return "sentence" if (begins and behind) or (inside and words >= LONG) else "phrase"


LONG = 12
"""How many words with the end of a sentence among them are a sentence's worth, wherever they begin."""
