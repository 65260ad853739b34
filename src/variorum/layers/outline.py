"""The divisions that a document's headings open, one inside another.

Headings are sorted by what they say: each kind of division is looked for inside the wider ones, and counts only where
its numbers rise (`series.py`). Left alone: tables of contents, signatures and captions set as headings, headings inside
block quotations, a number out of its row. In formats without true levels (plain text, PDF, scans) a heading without a
number opens a division only where no numbered ones are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.layers.heads import PROSE, Head, closes, ends_of, heads_of, key_of, style_of, weight
from variorum.layers.paragraphs import Paragraph
from variorum.layers.series import INNER, NONE, OUTER, accepted

LONGEST = 90
"""Code points that a heading without a number has at most, to be cited by."""
WIDE = ("volume", "scripture", "book", "part", "outer")
MIDDLE = ("act", "chapter", "letter", "psalm", "division", "appendix", "preface")
NUMBERED = ("act", "chapter", "letter", "psalm", "division")
NARROW = ("article", "scene", "section")


class Node(NamedTuple):
    """A division: its head, and the divisions in it."""

    head: Head
    inside: list[Node]


def outline(paragraphs: Sequence[Paragraph], levelled: bool) -> list[Node]:
    """The divisions of a document; `levelled` says whether its format has true levels of headings.

    >>> rows = [("heading", "Book I"), ("heading", "Chapter 1"), ("paragraph", "x " * 99), ("heading", "Chapter 2")]
    >>> [one] = outline([Paragraph(i, i + 1, kind, 1, None, text) for i, (kind, text) in enumerate(rows)], False)
    >>> one.head.label, [inner.head.label for inner in one.inside]
    ('Book I', ['Chapter 1', 'Chapter 2'])
    """
    heads = _placed(heads_of(paragraphs, levelled), paragraphs, levelled)
    first = next((_series(head) for head in heads if style_of(head)), ("", None))
    last = {first[0]: (first[1] or 1) - 1}
    return _nested(heads, _tiers(heads, last), last)


def _placed(heads: list[Head], paragraphs: Sequence[Paragraph], levelled: bool) -> list[Head]:
    """The heads with the tier of each settled: plain ones are outer, inner, or nothing."""
    heads = _ended(_with_lists(_by_style(heads)), _middle(paragraphs))
    numbered = [head for head in heads if head.designation and head.designation.number and not head.owned]
    bare = [head for head in numbered if head.tier == "bare"]
    plain = [head for head in heads if head.tier == "plain"]
    ends = ends_of(plain, len(paragraphs))
    plain = [head for head in plain if _can_open(head, paragraphs, ends[head.at], levelled)]
    if levelled:
        widest = min((head.level for head in numbered), default=0)
        outer = {head.at for head in plain if head.level < widest}
    else:
        outer = _usual(plain, bare) if len(numbered) == len(bare) else set()
        plain = [head for head in plain if head.at in outer]
    kept = {head.at for head in plain}
    return [
        head._replace(tier="outer") if head.at in outer and head.tier == "plain" else head
        for head in heads
        if head.tier != "plain" or head.at in kept
    ]


def _middle(paragraphs: Sequence[Paragraph]) -> int:
    """The first paragraph in the latter half of a text."""
    return sum(2 * one.start < paragraphs[-1].end for one in paragraphs)


def _ended(heads: Sequence[Head], middle: int) -> list[Head]:
    """The heads with no end but the first in the latter half, and nothing behind it that numbers what is added."""
    last = next((place for place, head in enumerate(heads) if head.tier == "end" and head.at >= middle), len(heads))
    dropped = ("bare", "inner", "plain", "end", "part", "book", "volume")
    return [
        head
        for place, head in enumerate(heads)
        if place == last or (place < last and head.tier != "end") or (place > last and head.tier not in dropped)
    ]


def _by_style(heads: Sequence[Head]) -> list[Head]:
    """The heads; where bare numbers are in figures and in Roman letters, the latter to come are the inner ones."""
    styles = Counter(style_of(head) for head in heads if head.tier == "bare")
    first = next((style_of(head) for head in heads if head.tier == "bare" and styles[style_of(head)] > 1), "")
    return [head._replace(tier="inner") if head.tier == "bare" and style_of(head) != first else head for head in heads]


def _with_lists(heads: Sequence[Head]) -> list[Head]:
    """The heads; the only notes of a document, behind all that is numbered, close the document and no chapter."""
    notes = [place for place, head in enumerate(heads) if head.tier == "notes"]
    last = max((place for place, head in enumerate(heads) if style_of(head)), default=-1)
    closing = notes[0] if len(notes) == 1 and notes[0] > last else None
    return [head._replace(tier="division") if place == closing else head for place, head in enumerate(heads)]


def _can_open(head: Head, paragraphs: Sequence[Paragraph], end: int, levelled: bool) -> bool:
    if levelled:
        return head.label[-1:] not in ",;"
    ends_low = head.label[-1:] in '.:,;!?…-—”»"'
    return not ends_low and len(head.label) <= LONGEST and weight(paragraphs, head.at, end) > 2 * PROSE


def _usual(plain: Sequence[Head], bare: Sequence[Head]) -> set[int]:
    """The plain headings of the level that has most, if no numbers run through the whole document."""
    levels = Counter(head.level for head in plain)
    if not levels:
        return set()
    level, count = min(levels.items(), key=lambda item: (-item[1], item[0]))
    usual = {head.at for head in plain if head.level == level}
    starts = sum(key_of(head)[1] == 1 for head in bare)
    runs_through = len(bare) > 1 and starts < 2 and max(usual) > bare[0].at and min(usual) < bare[-1].at
    return usual if count > 2 and not runs_through else set()


def _tiers(heads: Sequence[Head], last: dict[str, int]) -> list[tuple[str, ...]]:
    """The kinds of division from the widest to the narrowest; of book and part the first to come is the wider."""
    first = {head.tier: place for place, head in reversed(list(enumerate(heads)))}
    pair = sorted(("book", "part"), key=lambda kind: first.get(kind, len(heads)))
    widest: list[tuple[str, ...]] = [("end",), ("volume",), ("scripture",), *((kind,) for kind in pair), ("outer",)]
    numbered = [head for head in heads if head.tier in NUMBERED and style_of(head)]
    named = accepted([_series(head) for head in numbered], dict(last)).count(OUTER) > (1 if _has_bare(heads) else 0)
    chapters: tuple[str, ...] = MIDDLE if named else (*MIDDLE, "bare")
    levels = sorted({head.level for head in heads if head.tier == "plain"})
    plain = [(f"plain {level}",) for level in levels]
    return [*widest, chapters, *((kind,) for kind in NARROW), ("bare",), ("inner",), ("notes",), *plain]


def _has_bare(heads: Sequence[Head]) -> bool:
    return any(head.tier == "bare" for head in heads)


def _nested(heads: Sequence[Head], tiers: Sequence[tuple[str, ...]], last: dict[str, int]) -> list[Node]:
    """The nodes of some heads, all in one division, looked for from the widest tier on."""
    if not heads or not tiers:
        return []
    states = accepted([_series(head) if _tier(head) in tiers[0] else None for head in heads], last)
    heads = [head._replace(tier="inner") if state == INNER else head for head, state in zip(heads, states, strict=True)]
    openers = [place for place, state in enumerate(states) if state == OUTER]
    if openers and tiers[0][0] in ("volume", "book", "part") and _comes_late(heads[: openers[0]]):
        states, openers = [NONE] * len(states), []
    kept = [place for place, head in enumerate(heads) if _tier(head) not in tiers[0] or states[place] == OUTER]
    if not openers:
        return _nested([heads[place] for place in kept], tiers[1:], last)
    before = [heads[place] for place in kept if place < openers[0]]
    if tiers[0] == ("outer",):  # what has no title here belongs to the first of those that have one
        before = [head for head in before if head.tier != "bare"]
    nodes = _nested(before, tiers[1:], last)
    for opener, end in zip(openers, [*openers[1:], len(heads)], strict=True):
        inside = [heads[place] for place in kept if opener < place < end]
        tail = _tail(inside) if end == len(heads) and tiers[0][0] in WIDE else len(inside)
        nodes.append(Node(heads[opener], _nested(inside[:tail], tiers[1:], last)))
        nodes += _nested([head for head in inside[tail:] if head.tier != "preface"], tiers[1:], last)
    return nodes


def _comes_late(before: Sequence[Head]) -> bool:
    """Whether so many numbered divisions stand before a first part that it is a part of something quoted or added."""
    return sum(bool(style_of(head)) and head.tier in (*NUMBERED, "bare") for head in before) > 2


def _tail(heads: Sequence[Head]) -> int:
    """Where what closes the whole work begins: an appendix or afterword behind the last numbered division."""
    closing = len(heads)
    for unnumbered, run in groupby(
        reversed(range(len(heads))), lambda place: not heads[place].designation or closes(heads[place])
    ):
        places = list(run)
        if not unnumbered:
            break
        closing = min((place for place in places if heads[place].designation), default=closing)
    return closing


def _tier(head: Head) -> str:
    return f"plain {head.level}" if head.tier == "plain" else head.tier


def _series(head: Head) -> tuple[str, int | None]:
    """By what the numbers of a head are held against one another, and its number."""
    one = head.designation
    if one is None or one.number is None or head.owned:
        return head.tier, None
    word = one.number.style if head.tier in ("bare", "inner") else one.cited.rpartition(" ")[0]
    return f"{head.tier} {word}", one.number.value
