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

from variorum.layers.designations import Designation, designations, is_entry
from variorum.layers.paragraphs import RULE, Paragraph
from variorum.layers.series import INNER, NONE, OUTER, accepted

PROSE = 150
"""Code points from which a paragraph is no line of a table of contents."""
LONGEST = 90
"""Code points that a heading without a number has at most, to be cited by."""
THE_END = frozenset(["end", "the end", "finis", "fin", "ende", "конец", "fine", "explicit"])
WIDE = ("volume", "scripture", "book", "part", "outer")
MIDDLE = ("act", "chapter", "letter", "psalm", "division", "appendix", "preface")
NUMBERED = ("act", "chapter", "letter", "psalm", "division")
NARROW = ("article", "scene", "section")


class Head(NamedTuple):
    """A heading that may open a division."""

    at: int
    """Its place among the paragraphs."""
    tier: str
    """A kind of designation; or plain, outer (plain, and wider than what is numbered), bare or inner."""
    designation: Designation | None
    level: int
    label: str
    owned: bool = False
    """Whether it is the document's own title."""


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
    heads = _captioned(_heads(paragraphs), paragraphs, levelled)
    heads = _without_contents(heads, paragraphs)
    heads = _placed(heads, paragraphs, levelled)
    first = next((_series(head) for head in heads if _style(head)), ("", None))
    last = {first[0]: (first[1] or 1) - 1}
    return _nested(heads, _tiers(heads, last), last)


def _heads(paragraphs: Sequence[Paragraph]) -> list[Head]:
    found: list[Head] = []
    for at, one in enumerate(paragraphs):
        if one.kind != "heading" or one.within or is_entry(one.text):
            continue
        said = designations(one.text)
        owned = one.label is not None
        if not owned and one.text.casefold().strip(" ._*") in THE_END:
            found.append(Head(at, "end", None, one.level, one.text))
            continue
        label = " ".join(one.text.split()).strip("_* ")
        if owned and not (said and said[0].number and said[0].kind != "bare"):
            continue
        heads = [Head(at, each.kind, each, one.level, label, owned) for each in said]
        found += heads or [Head(at, "plain", None, one.level, label)]
    return found


def _captioned(heads: list[Head], paragraphs: Sequence[Paragraph], levelled: bool) -> list[Head]:
    """The heads without those that only say more of the one before, whose label they lengthen."""
    out: list[Head] = []
    opener, captions = None, 0
    for head in heads:
        follows = out and opener and all(one.kind == "heading" for one in paragraphs[opener.at : head.at])
        if head.tier != "plain" and not (follows and not levelled and _may_be_caption(head, out[-1])):
            opener, captions = head, 0
        elif follows and opener and not (levelled and _is_section(head, heads, opener)):
            if not captions and opener.designation and not opener.designation.caption:
                out[-1] = out[-1]._replace(label=f"{out[-1].label}{'' if out[-1].label[-1] in '.:!?' else '.'} {head.label}")
            captions += 1
            continue
        else:
            opener = None
        out.append(head)
    return out


def _may_be_caption(head: Head, before: Head) -> bool:
    """Whether an introduction is no more than what the numbered division is about that opens right before it."""
    numbered = before.designation is not None and before.designation.number is not None
    return numbered and head.tier in ("preface", "division") and _closes(head)


def _is_section(head: Head, heads: Sequence[Head], opener: Head) -> bool:
    """Whether a plain heading below a numbered one is the first of several of its level."""
    if head.level <= opener.level:
        return False
    for other in heads:
        if other.at > head.at:
            if other.tier == "plain" and other.level == head.level:
                return True
            if other.level <= opener.level:
                return False
    return False


def _ends(heads: Sequence[Head], last: int) -> dict[int, int]:
    """For the place of each head the place of the next."""
    return {head.at: after for head, after in zip(heads, [*(one.at for one in heads), last][1:], strict=True)}


def _weight(paragraphs: Sequence[Paragraph], start: int, end: int) -> int:
    """How many code points of prose stand from one paragraph to another."""
    inside = paragraphs[start:end]
    return sum(len(one.text) for one in inside if one.kind not in ("heading", RULE) and not is_entry(one.text))


def _without_contents(heads: list[Head], paragraphs: Sequence[Paragraph]) -> list[Head]:
    """The heads without tables of contents: those that come again later and have no prose, and what `Contents` opens."""
    ends = _ends(heads, len(paragraphs))
    empty = [_is_empty(paragraphs[head.at + 1 : ends[head.at]]) for head in heads]
    again = Counter(_key(head) for head in heads)
    kept: list[Head] = []
    listing = False
    for head, bare in zip(heads, empty, strict=True):
        again[_key(head)] -= 1
        listing = head.tier == "contents" or (listing and bare and bool(again[_key(head)] or head.tier == "plain"))
        repeated = bare and again[_key(head)] and head.tier not in ("bare", "plain")
        if not (listing or (repeated and _is_listed(head, kept, heads, empty))):
            kept.append(head)
    return kept


def _is_listed(head: Head, kept: Sequence[Head], heads: Sequence[Head], empty: Sequence[bool]) -> bool:
    """Whether the next head of the same kind has no prose either, or the one before was listed too."""
    following = next((bare for one, bare in zip(heads, empty, strict=True) if one.at > head.at and one.tier == head.tier), False)
    number = head.designation.number if head.designation else None
    goes_on = number is not None and number.value > 1 and not any(one.tier == head.tier for one in kept)
    return following or goes_on


def _key(head: Head) -> tuple[str, int | str]:
    one = head.designation
    return head.tier, (one.number.value if one and one.number else head.label.casefold())


def _is_empty(between: Sequence[Paragraph]) -> bool:
    return all(len(one.text) < PROSE or is_entry(one.text) or one.kind == "heading" for one in between)


def _placed(heads: list[Head], paragraphs: Sequence[Paragraph], levelled: bool) -> list[Head]:
    """The heads with the tier of each settled: plain ones are outer, inner, or nothing."""
    heads = _ended(_with_lists(_by_style(heads)))
    numbered = [head for head in heads if head.designation and head.designation.number and not head.owned]
    bare = [head for head in numbered if head.tier == "bare"]
    plain = [head for head in heads if head.tier == "plain"]
    ends = _ends(plain, len(paragraphs))
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


def _ended(heads: Sequence[Head]) -> list[Head]:
    """The heads with no end but the last, and no bare numbers behind it: they count what is added."""
    last = max((place for place, head in enumerate(heads) if head.tier == "end"), default=len(heads))
    dropped = ("bare", "inner", "plain")
    return [
        head
        for place, head in enumerate(heads)
        if place == last or (head.tier != "end" and (place < last or head.tier not in dropped))
    ]


def _by_style(heads: Sequence[Head]) -> list[Head]:
    """The heads; where bare numbers are in figures and in Roman letters, the latter to come are the inner ones."""
    styles = Counter(_style(head) for head in heads if head.tier == "bare")
    first = next((_style(head) for head in heads if head.tier == "bare" and styles[_style(head)] > 1), "")
    return [head._replace(tier="inner") if head.tier == "bare" and _style(head) != first else head for head in heads]


def _style(head: Head) -> str:
    return head.designation.number.style if head.designation and head.designation.number else ""


def _with_lists(heads: Sequence[Head]) -> list[Head]:
    """The heads; the only notes of a document, behind all that is numbered, close the document and no chapter."""
    notes = [place for place, head in enumerate(heads) if head.tier == "notes"]
    last = max((place for place, head in enumerate(heads) if _style(head)), default=-1)
    closing = notes[0] if len(notes) == 1 and notes[0] > last else None
    return [head._replace(tier="division") if place == closing else head for place, head in enumerate(heads)]


def _can_open(head: Head, paragraphs: Sequence[Paragraph], end: int, levelled: bool) -> bool:
    if levelled:
        return head.label[-1:] not in ",;"
    ends_low = head.label[-1:] in ".:,;!?…-—”»\""
    return not ends_low and len(head.label) <= LONGEST and _weight(paragraphs, head.at, end) > 2 * PROSE


def _usual(plain: Sequence[Head], bare: Sequence[Head]) -> set[int]:
    """The plain headings of the level that has most, if no numbers run through the whole document."""
    levels = Counter(head.level for head in plain)
    if not levels:
        return set()
    level, count = min(levels.items(), key=lambda item: (-item[1], item[0]))
    usual = {head.at for head in plain if head.level == level}
    starts = sum(_key(head)[1] == 1 for head in bare)
    runs_through = len(bare) > 1 and starts < 2 and max(usual) > bare[0].at and min(usual) < bare[-1].at
    return usual if count > 2 and not runs_through else set()


def _tiers(heads: Sequence[Head], last: dict[str, int]) -> list[tuple[str, ...]]:
    """The kinds of division from the widest to the narrowest; of book and part the first to come is the wider."""
    first = {head.tier: place for place, head in reversed(list(enumerate(heads)))}
    pair = sorted(("book", "part"), key=lambda kind: first.get(kind, len(heads)))
    widest: list[tuple[str, ...]] = [("end",), ("volume",), ("scripture",), *((kind,) for kind in pair), ("outer",)]
    numbered = [head for head in heads if head.tier in NUMBERED and _style(head)]
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
    return sum(bool(_style(head)) and head.tier in (*NUMBERED, "bare") for head in before) > 2


def _tail(heads: Sequence[Head]) -> int:
    """Where what closes the whole work begins: an appendix or afterword behind the last numbered division."""
    closing = len(heads)
    for unnumbered, run in groupby(reversed(range(len(heads))), lambda place: not heads[place].designation or _closes(heads[place])):
        places = list(run)
        if not unnumbered:
            break
        closing = min((place for place in places if heads[place].designation), default=closing)
    return closing


def _closes(head: Head) -> bool:
    return head.designation is not None and head.designation.number is None and head.tier not in ("notes", "scripture")


def _tier(head: Head) -> str:
    return f"plain {head.level}" if head.tier == "plain" else head.tier


def _series(head: Head) -> tuple[str, int | None]:
    """By what the numbers of a head are held against one another, and its number."""
    one = head.designation
    if one is None or one.number is None or head.owned:
        return head.tier, None
    word = one.number.style if head.tier in ("bare", "inner") else one.cited.rpartition(" ")[0]
    return f"{head.tier} {word}", one.number.value
