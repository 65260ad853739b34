"""Where a document inside a document begins and ends, as runs of paragraphs.

Three ways of setting it off are told apart: a block quotation; quotation marks, of which every paragraph has one or
the whole has a pair; and nothing but words, where the introduction, the form of the first and last paragraphs and the
paragraphs' common words (a narrator's past tense against a decree's present and future) are weighed against one
another. The weights are in tenths of a nat; they were set by hand and say no more than “much” and “little”.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.layers.introductions import Introduction
from variorum.layers.listings import is_lettered, is_list
from variorum.layers.opened import chained, last_of, takes_all
from variorum.layers.page import Mark, Page, takes_leave
from variorum.layers.paragraphs import RULE

CLOSING_GAP = 35
"""A stretch is given up when its score has fallen this far below its best."""
UNSET, UNPOINTED, SPOKEN = 10, 32, -15
POINTED = 18
"""How strong an introduction is at least where the author argues, so that words alone tell nothing."""
NEUTRAL, ARGUED = 2, 10
"""What each further paragraph costs, where the author narrates and where he argues."""
HEAD_WORDS = 16
SHORTEST = 12
"""How many words a document has at least that only words set off."""
MOST = 20
TITLED = 15


class Stretch(NamedTuple):
    """Paragraphs `first` to `last` that are one document, and why."""

    first: int
    last: int
    how: str
    introduced: Introduction
    signs: tuple[str, ...]
    mark: Mark | None = None


def stretches(page: Page, marks: Sequence[Mark]) -> list[Stretch]:
    """The documents among the paragraphs of a page, in order, none overlapping.

    `marks` are the outermost quotations in quotation marks that begin at a paragraph's beginning, by start.
    """
    found: list[Stretch] = []
    by_start = {mark.start: mark for mark in marks}
    at, paragraphs = 0, page.paragraphs
    while at < len(paragraphs):
        one = paragraphs[at]
        mark = by_start.get(one.start)
        if one.kind in ("note", "cell", RULE):
            stretch, following = None, at + 1
        elif one.within is not None:
            stretch, following = _block(page, at)
        elif mark is not None and takes_all(paragraphs, at, mark):
            stretch, following = _marked(page, at, mark, found)
        elif chained(paragraphs, at) > at:
            stretch, following = _marked(
                page, at, Mark(one.start, paragraphs[chained(paragraphs, at)].end, True, False), found
            )
        else:
            stretch, following = _unset(page, at, by_start)
        found += [stretch] if stretch else []
        at = following
    return found


def _block(page: Page, at: int) -> tuple[Stretch | None, int]:
    """A block quotation is a document, unless it is a line or two that nothing introduces and nobody signs."""
    within, last = page.paragraphs[at].within, at
    while last + 1 < len(page.paragraphs) and page.paragraphs[last + 1].within == within:
        last += 1
    told = _form(page, at, last)
    introduced = page.introduction(at - 1)
    words = sum(len(page.words(each)) for each in range(at, last + 1))
    if not (page.hosted(at) or introduced.colon) or is_list(page.paragraphs[at : last + 1]):
        return None, last + 1
    if is_lettered(page.paragraphs[at : last + 1]) and (words >= 12 or told or introduced.strength >= 10):
        return Stretch(at, last, "block", introduced, told), last + 1
    return None, last + 1


def _form(page: Page, first: int, last: int) -> tuple[str, ...]:
    """The names of the signs at either end of a stretch."""
    head, foot = page.signs(first), page.signs(last)
    second = page.signs(first + 1) if first < last else head
    told = (
        ("a title", head.titled and page.paragraphs[first].kind != "heading"),
        ("a salutation", head.salutes or second.salutes),
        ("a date-line", head.dated or foot.dated),
        ("a signature", last > first and foot.signs_off),
    )
    return tuple(name for name, is_so in told if is_so)


def _marked(page: Page, at: int, mark: Mark, found: Sequence[Stretch]) -> tuple[Stretch | None, int]:
    last = last_of(page.paragraphs, at, mark.end)
    introduced, told = page.introduction(at - 1), _form(page, at, last)
    announced = _announced(page, at, introduced)
    if found and found[-1].last == at - 1 and found[-1].how == "marks" and last > at:
        announced = max(announced, 20)
    score = announced + 10 * len(told) + 10 * ("a signature" in told) + 2 * min(last - at, 6) - 20
    score += max(-6, min(10, sum(page.lean(each) for each in range(at, last + 1)) // 2))
    if any(page.dialogue(each) for each in range(at, last + 1)):
        score -= 40
    if not told and not introduced.colon and announced < 15:
        score -= 20
    if page.talks and not introduced.kind and not (told and _is_paper(page, last, introduced, told)):
        score -= 40  # a long speech
    if last == at and not (introduced.kind and introduced.colon) and len(told) < 2:
        score += SPOKEN
    if score <= 0:
        return None, last + 1
    return Stretch(
        _headed_from(page, at, found[-1].last + 1 if found else 0), last, "marks", introduced, told, mark
    ), last + 1


def _is_paper(page: Page, last: int, introduced: Introduction, told: Sequence[str]) -> bool:
    """Whether its signs are those of a letter, where people talk: a short last line alone may be an answer."""
    return list(told) != ["a signature"] or introduced.reports or takes_leave(page, last)


def _headed_from(page: Page, at: int, least: int) -> int:
    """Where the lines of title, salutation and date begin that stand before a document's first paragraph."""
    while at > least and page.paragraphs[at - 1].within is None and not page.introduction(at - 1).colon:
        before = page.signs(at - 1)
        if (
            len(page.words(at - 1)) > HEAD_WORDS
            or before.numbered
            or not (before.titled or before.salutes or before.dated)
        ):
            break
        at -= 1
    return at


def _announced(page: Page, at: int, introduced: Introduction) -> int:
    """The strength of the introduction; if that names no document, of the paragraph that it ends."""
    if at and (introduced.kind not in (None, "speech") or (introduced.kind and introduced.colon)):
        return introduced.strength + 8
    if at and (page.signs(at - 1).titled or page.signs(at - 1).salutes) and not introduced.colon:
        return 20
    return min(introduced.strength, 12) + (SPOKEN if introduced.colon else 0)


def _unset(page: Page, at: int, marked: dict[int, Mark]) -> tuple[Stretch | None, int]:
    """A document that only its words and its place set off."""
    introduced = page.introduction(at - 1)
    opening = _opening(page, at, introduced)
    if (
        opening < 10
        or page.paragraphs[at].text[:2] in _NESTED
        or page.paragraphs[at].start in marked
        or (_bare_heading(page, at) and not introduced.colon)
        or not page.hosted(at)
    ):
        return None, at + 1
    if (
        not introduced.colon
        and opening == introduced.strength
        and not introduced.forward
        and not page.signs(at).numbered
        and (opening < 16 or page.lean(at) < MOST or page.lean(at - 1) >= 0)
    ):
        return None, at + 1
    if not page.narrates and introduced.strength < POINTED:
        return None, at + 1
    score = opening - (UNSET if introduced.colon else UNPOINTED)
    best, best_last, last = 0, -1, at
    while last < len(page.paragraphs) and not _stops(page, at, last):
        score += _worth(page, at, last)
        ended = score + _ending(page, last)
        if ended > best:
            best, best_last = ended, last
        if score < best - CLOSING_GAP or (best == 0 and score < -UNPOINTED):
            break
        last += 1
    told = _form(page, at, best_last) if best_last >= 0 else ()
    slight = sum(len(page.words(each)) for each in range(at, best_last + 1)) < SHORTEST and len(told) < 2
    if (
        best_last < 0
        or slight
        or is_list(page.paragraphs[at : best_last + 1])
        or (_fills_section(page, at, best_last) and not told)
    ):
        return None, max(at, best_last) + 1
    return Stretch(at, best_last, "words", introduced, told), best_last + 1


def _fills_section(page: Page, first: int, last: int) -> bool:
    """Whether nothing stands beside the stretch between two headings: then it is the section's own text."""
    before = page.paragraphs[first - 1].kind if first else "heading"
    after = page.paragraphs[last + 1].kind if last + 1 < len(page.paragraphs) else "heading"
    return before == after == "heading"


def _bare_heading(page: Page, at: int) -> bool:
    """Whether a paragraph is a heading that is no title of a paper."""
    signs = page.signs(at)
    return page.paragraphs[at].kind == "heading" and not (signs.titled or signs.salutes)


def _opening(page: Page, at: int, introduced: Introduction) -> int:
    signs = page.signs(at)
    before = page.paragraphs[at - 1] if at else None
    headed = 10 if before and before.kind == "heading" and (page.signs(at - 1).titled or introduced.kind) else 0
    broken = 10 * page.paragraphs[at].text.lstrip(" .").startswith("…") + 10 * page.paragraphs[at].text.startswith("..")
    bracketed = 18 * page.speaks_in_brackets(at)
    listed = 12 * (signs.numbered and introduced.kind is not None)
    return (
        introduced.strength
        + headed
        + broken
        + bracketed
        + listed
        + 20 * signs.salutes
        + _title(page, at)
        + 12 * signs.dated
    )


def _title(page: Page, at: int) -> int:
    """What a title is worth: more if it is in capitals and follows prose."""
    before = page.paragraphs[at - 1] if at else None
    in_prose = before is not None and before.kind == "paragraph" and page.paragraphs[at].text.isupper()
    return (2 * TITLED if in_prose else TITLED) if page.signs(at).titled else 0


def _stops(page: Page, first: int, at: int) -> bool:
    """Whether a document that only words set off cannot go on through this paragraph."""
    one = page.paragraphs[at]
    if one.kind in ("note", "cell", RULE) or one.within is not None:
        return True
    if one.kind == "heading" and at > first:
        return one.level <= 2 or not (page.signs(at).signs_off or page.signs(at).salutes or page.signs(at).numbered)
    return False


_NESTED = frozenset(["'\"", "‘“", "\"'", "“‘"])
"""How words open that somebody tells who is quoted himself."""
_DIALOGUE_OPENS = frozenset('“„«"—–')


def _worth(page: Page, first: int, at: int) -> int:
    """How much a paragraph speaks for being the document's."""
    signs, one = page.signs(at), page.paragraphs[at]
    least = -15 if at == first or signs.numbered else -40
    most, cost = (MOST, NEUTRAL) if page.narrates else (0, ARGUED)
    worth = max(least, min(most, page.lean(at))) - cost * (at > first)
    worth += 6 * signs.numbered + 8 * (signs.signs_off or signs.dated)
    if one.text[:1] in _DIALOGUE_OPENS or page.dialogue(at):
        worth -= 30
    elif at in page.quoting:
        worth -= 15
    following = page.introduction(at)
    if (
        following.colon
        and following.strength >= 18
        and not (at + 1 < len(page.paragraphs) and page.signs(at + 1).numbered)
    ):
        worth -= 30
    elif following.kind and following.reports and not signs.numbered:
        worth -= 10
    return worth


def _ending(page: Page, at: int) -> int:
    """How much speaks for ending here."""
    after = page.paragraphs[at + 1] if at + 1 < len(page.paragraphs) else None
    apart = after is None or after.kind in ("heading", RULE) or after.within is not None
    return 12 * page.signs(at).signs_off + 5 * apart
