"""Notices: what an archive or an editor puts above or below a text to say how it came down. First published: ..."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from variorum.layers.languages.transmission import TRANSMISSION
from variorum.layers.paragraphs import Paragraph
from variorum.layers.testimony.tongues import spaced

LONGEST = 300
"""How many code points a notice has at most."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|I(?= [a-z])|we|he|she|it|they|ist|sind|war|wurde|hat|est|sont|était|a été"
    r"|был|была|было)\b"
)
"""Words of whole sentences, which no notice is."""


_SENTENCE = re.compile(r"(?<=\w\w)[.]\s+(?=[A-ZА-ЯЁÀ-Ý])")
"""Where a sentence of its own may follow a notice in its line."""
_CLAUSE = re.compile(r", (?:this|these|it|he|she|they|we|I)\b")
"""What no notice has, and a sentence after its opening."""
_KEY = re.compile(r"[.;]\s+(?=[A-ZА-ЯЁÀ-Ý][\w ]{2,24}:\s)")
"""Where a line goes on with another kind of notice: Подпись: Н. К."""
_RELATIVE = re.compile(r",\s+(?:which|who|that|der|die|das|welche[rs]?|qui|dont|котор\w+)\s")


class Notice(NamedTuple):
    """One notice: its span, its claim, and what it says beside."""

    start: int
    end: int
    claim: str
    object: str | None
    denied: bool = False


def is_citation(block: str) -> bool:
    """Whether a block only names a source, so that it is whoever published the text who speaks, and not its author.

    >>> is_citation("From: Letters of A. Holm, edited by B. Kolb. Osna: Rehm & Son, 1874.")
    True
    >>> is_citation("My letters were edited by Kolb.")
    False
    """
    return len(block) <= LONGEST and not _FINITE.search(block)


@cache
def _heads() -> re.Pattern[str]:
    """How a notice begins, each claim in a group of its own."""
    some = [(one.claim, spaced(one.pattern)) for words in TRANSMISSION.values() for one in words.notices]
    parts = [f"(?P<n{at}>{written})" for at, (_, written) in enumerate(some)]
    return re.compile(
        rf"(?:^|[\n;.]\s*|(?<=[.)\]»”])\s+)[\W_]{{0,4}}(?:\d+\]?[\W_]{{1,3}})?(?P<head>{'|'.join(parts)})",
        re.IGNORECASE,
    )


@cache
def _names() -> tuple[str, ...]:
    return tuple(one.claim for words in TRANSMISSION.values() for one in words.notices)


def notices(paragraph: Paragraph) -> Iterator[Notice]:
    """The notices of a block that begins with one, each up to the next.

    >>> block = Paragraph(0, 44, "paragraph", 0, None, "Written: 3 May 1850; First published: in 1861.")
    >>> [(one.claim, one.object) for one in notices(block)]
    [('written', '3 May 1850'), ('published', 'in 1861')]
    """
    text = paragraph.text
    first = _heads().match(text) if len(text) <= LONGEST or ":" in text else None
    if not first or (len(text) > LONGEST and ":" not in first["head"]):
        return
    found = list(_heads().finditer(text))
    starts = [match.start("head") for match in found]
    for match, (start, following) in zip(found, pairwise([*starts, len(text)]), strict=True):
        end = _end(text, match.end(), following)
        value = text[match.end() : end]
        keyed = match["head"].rstrip().endswith(":")
        if "?" in value or (not keyed and (_FINITE.search(value) or _CLAUSE.search(value))):
            continue
        if not value.strip(" .\n\t") and keyed:
            continue
        claim = next(_names()[int(name[1:])] for name, said in match.groupdict().items() if said and name != "head")
        yield Notice(paragraph.start + start, paragraph.start + end, claim, _bare(value))


def _end(text: str, at: int, following: int) -> int:
    """Where a notice ends: at its line's end, or before the next."""
    line = text.find("\n", at)
    stop = min(following, line if line >= 0 else len(text), at + LONGEST)
    for ending in (_RELATIVE, _KEY):
        found = ending.search(text, at, stop)
        stop = found.start() if found else stop
    sentence = next(
        (end.start() for end in _SENTENCE.finditer(text, at, stop) if _FINITE.search(text, end.end(), stop)), stop
    )
    stop = min(stop, sentence)
    return at + len(text[at:stop].rstrip(" \t\n;.,*_[("))


def _bare(value: str) -> str | None:
    return " ".join(value.replace("_", " ").split()).strip(" .,;") or None
