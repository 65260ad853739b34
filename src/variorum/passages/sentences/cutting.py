"""A text cut into sentences, and long ones into clauses: what a translation renders one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

ENDS = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？؟।]+[\"'”’»)\]」』]*|\n[ \t]*\r?\n")
"""What may end a sentence; an abbreviation may, too: what is cut too finely is put together where it is lined up."""
PAUSES = re.compile(r"[;:][\"'”’»)\]]*(?=\s)|\s[—–-]{1,2}(?=\s)|[；：]")
COMMAS = re.compile(r",(?=\s)|[，、،]")
SHORT = re.compile(r"(?:^|\W)(?:\w|\d\d|Mrs?|Dr|St)$")
"""An initial, a title, or an ordinal or the number of a paragraph, after which a full stop ends nothing."""
OPENERS = "\"'“‘«„([_*—-– "
LONG, LEAST, LONGEST = 100, 25, 200
"""A sentence of more code points is cut into clauses, none of which has fewer; a very long one at a comma."""
CRY = 16
"""A cry of fewer code points is no sentence of its own."""
UNREAD = ("heading", "furniture")
"""Blocks that hold no sentence."""


def cut(text: str, blocks: pa.Table) -> NDArray[np.int64]:
    """The spans of all sentences and clauses of a text, in order; none in headings and furniture.

    >>> from variorum.tables import BLOCKS
    >>> cut("Sell no eels. Buy none, Mr. Pim!", BLOCKS.empty()).tolist()
    [[0, 13], [14, 32]]
    """
    spans = [span for start, end in _leaves(text, blocks) for span in _cut(text, start, end)]
    return np.array(spans, np.int64).reshape(-1, 2)


def _leaves(text: str, blocks: pa.Table) -> list[tuple[int, int]]:
    """The innermost blocks that hold sentences; the lines of a verse are one."""
    if not blocks.num_rows:
        return [(0, len(text))]
    starts, ends, kinds = (blocks[name].to_pylist() for name in ("start", "end", "kind"))
    inner = [at for at, end in enumerate(ends) if at + 1 == len(ends) or starts[at + 1] >= end]
    leaves: list[tuple[int, int]] = []
    before = ""
    for at in inner:
        if kinds[at] == before == "verse":
            leaves[-1] = leaves[-1][0], ends[at]
        elif kinds[at] not in UNREAD:
            leaves.append((starts[at], ends[at]))
        before = kinds[at]
    return leaves


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts: list[int] = []
    for cut in ENDS.finditer(text, start, end):
        if _ends(text, cut, end) and not _is_cry(text, cuts[-1] if cuts else start, cut):
            cuts.append(cut.end())
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        pauses = [pause.end() for pause in PAUSES.finditer(text, first, last)] if last - first > LONG else []
        begun = first
        for pause in pauses:
            if pause - begun >= LEAST and last - pause >= LEAST:
                yield from _parts(text, begun, pause)
                begun = pause
        yield from _parts(text, begun, last)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause; a very long one in parts, cut at the comma nearest to its middle."""
    commas = COMMAS.finditer(text, start + LEAST, end - LEAST) if end - start > LONGEST else ()
    middle = min((comma.end() for comma in commas), key=lambda at: abs(start + end - 2 * at), default=None)
    if middle is None:
        yield from _bare(text, start, end)
    else:
        yield from _parts(text, start, middle)
        yield from _parts(text, middle, end)


def _ends(text: str, cut: re.Match[str], end: int) -> bool:
    """Whether a sentence ends there: what follows begins with no small letter, and the stop is no initial's."""
    at = cut.start()
    following = text[cut.end() : min(end, cut.end() + 40)].lstrip().lstrip(OPENERS)[:1]
    return not following.islower() and not (text[at] == "." and SHORT.search(text[max(0, at - 5) : at]))


def _is_cry(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether a cry ends there that tells too little to be lined up by itself: "Comrades!" goes with what follows."""
    return text[cut.start()] == "!" and len(text[start : cut.start()].strip().lstrip(OPENERS)) < CRY


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the space round it, if anything is left that is a word."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    end -= len(part) - len(part.rstrip())
    if any(map(str.isalnum, text[start:end])):
        yield start, end
