"""The headings that may open a division: without captions, signatures in tables of contents, and a document's title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from variorum.layers.designations import Designation, designations, is_entry
from variorum.layers.paragraphs import RULE, Paragraph

PROSE = 150
"""Code points from which a paragraph is no line of a table of contents."""
THE_END = frozenset(["end", "the end", "finis", "fin", "ende", "конец", "fine", "explicit"])


_VERSE = re.compile(r"[\[{(]?\d+:\d")
"""How a verse begins that is short enough to look like a heading."""


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


def heads_of(paragraphs: Sequence[Paragraph], levelled: bool) -> list[Head]:
    """The headings that may open a division; one that announces two, as “Act I, Scene 2”, stands twice.

    >>> told = [("heading", "Chapter 1"), ("heading", "The Weir"), ("paragraph", "x " * 99)]
    >>> rows = [Paragraph(at, at + 1, kind, 1, None, text) for at, (kind, text) in enumerate(told)]
    >>> [head.label for head in heads_of(rows, False)]
    ['Chapter 1. The Weir']
    """
    return _without_contents(_captioned(_heads(paragraphs), paragraphs, levelled), paragraphs)


def _heads(paragraphs: Sequence[Paragraph]) -> list[Head]:
    found: list[Head] = []
    for at, one in enumerate(paragraphs):
        if one.kind != "heading" or one.within or is_entry(one.text) or _VERSE.match(one.text):
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
                out[-1] = out[-1]._replace(
                    label=f"{out[-1].label}{'' if out[-1].label[-1] in '.:!?' else '.'} {head.label}"
                )
            captions += 1
            continue
        else:
            opener = None
        out.append(head)
    return out


def _may_be_caption(head: Head, before: Head) -> bool:
    """Whether an introduction is no more than what the numbered division is about that opens right before it."""
    numbered = before.designation is not None and before.designation.number is not None
    return numbered and head.tier in ("preface", "division") and closes(head)


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


def ends_of(heads: Sequence[Head], last: int) -> dict[int, int]:
    """For the place of each head the place of the next."""
    return {head.at: after for head, after in zip(heads, [*(one.at for one in heads), last][1:], strict=True)}


def weight(paragraphs: Sequence[Paragraph], start: int, end: int) -> int:
    """How many code points of prose stand from one paragraph to another."""
    inside = paragraphs[start:end]
    return sum(len(one.text) for one in inside if one.kind not in ("heading", RULE) and not is_entry(one.text))


def _without_contents(heads: list[Head], paragraphs: Sequence[Paragraph]) -> list[Head]:
    """The heads without tables of contents: those that come again and have no prose, and what `Contents` opens."""
    ends = ends_of(heads, len(paragraphs))
    empty = [_is_empty(paragraphs[head.at + 1 : ends[head.at]]) for head in heads]
    again = Counter(key_of(head) for head in heads)
    kept: list[Head] = []
    listing = False
    for head, bare in zip(heads, empty, strict=True):
        again[key_of(head)] -= 1
        listing = head.tier == "contents" or (listing and bare and bool(again[key_of(head)] or head.tier == "plain"))
        repeated = bare and again[key_of(head)] and head.tier not in ("bare", "plain")
        if not (listing or (repeated and _is_listed(head, kept, heads, empty))):
            kept.append(head)
    return kept


def _is_listed(head: Head, kept: Sequence[Head], heads: Sequence[Head], empty: Sequence[bool]) -> bool:
    """Whether the next head of the same kind has no prose either, or the one before was listed too."""
    following = next(
        (bare for one, bare in zip(heads, empty, strict=True) if one.at > head.at and one.tier == head.tier), False
    )
    number = head.designation.number if head.designation else None
    goes_on = number is not None and number.value > 1 and not any(one.tier == head.tier for one in kept)
    return following or goes_on


def key_of(head: Head) -> tuple[str, int | str]:
    one = head.designation
    return head.tier, (one.number.value if one and one.number else head.label.casefold())


def _is_empty(between: Sequence[Paragraph]) -> bool:
    return all(len(one.text) < PROSE or is_entry(one.text) or one.kind == "heading" for one in between)


def style_of(head: Head) -> str:
    return head.designation.number.style if head.designation and head.designation.number else ""


def closes(head: Head) -> bool:
    return head.designation is not None and head.designation.number is None and head.tier not in ("notes", "scripture")
