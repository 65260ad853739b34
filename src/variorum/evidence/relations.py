"""How near a quotation is to the place it is held against, and whether it is whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from variorum.differences import (
    ACCIDENTALS,
    CASE,
    CLASSES,
    DIVISION,
    INFLECTION,
    PUNCTUATION,
    SPELLING,
    WORD,
    Habits,
    Word,
    classed,
    plain,
)
from variorum.evidence.holding import Held
from variorum.evidence.laying import Row, Step
from variorum.evidence.misreadings import UNKNOWN, likeness, maybe, speck, surely
from variorum.text import word_ends

PARAPHRASED = 0.6
"""Where a smaller share of a quotation's words stands in its source, it is a paraphrase."""
MARK = re.compile(r"\[[^\[\]\w]{0,80}\]|(?:\.\s?){3,}|…|\*(?:\s*\*){2,}|[-–—](?:\s[-–—]){2,}")
"""What says that something is left out: points, asterisks, dashes in a row, a bracket."""
BRACKETED = re.compile(r"\[[^\[\]]{1,400}\]")
NOTHING = Habits(frozenset(), frozenset(), frozenset())
CUT = 2
"""Where the source has so many times the words, and so many more, something is left out and not only reworded."""
MISREAD = "misreading"
TOGETHER = 0.8
"""How alike words are that were run together to what they were."""
SINGLE = 0.5
"""By so much less than what is surely misread counts: one word alone may be a slip of the pen."""


class Change(NamedTuple):
    """Where a quotation differs from its source in its words, or leaves something out: a span on either side."""

    kind: str
    start: int
    end: int
    source_start: int
    source_end: int
    words: int
    """How many words it concerns: of the quotation, or those that it lacks."""
    mark: str | None
    """The mark that stands for what is left out."""


class Verdict(NamedTuple):
    """How near a quotation is to a place, whether it is whole, and why."""

    relation: str
    completeness: str
    words: int
    answered: int
    changes: list[Change]
    accidentals: dict[str, int]
    """How often each sort of difference occurs that touches no word."""


class _Judged(NamedTuple):
    step: Step
    kind: str


def doubtful(held: Held) -> set[str]:
    """The words, folded, of which it has to be known how usual they are."""
    found = set[str]()
    for step in held.steps:
        if not step.same:
            found.update(map(plain, held.one.written[step.start : step.end]))
            found.update(map(plain, held.other.written[step.other_start : step.other_end]))
    return found


def verdict(held: Held, known: Mapping[str, int]) -> Verdict:
    """The verdict on a quotation; `known` says how usual the doubtful words are."""
    judged = _judged(held, known)
    total = sum(_mine(one) for one in judged if one.kind != BRACKET)
    answered = sum(_mine(one) for one in judged if one.kind in _SAME)
    changes = _changes(held, judged)
    accidentals = Counter(one.kind for one in judged if one.kind in _SAME and one.kind != "same")
    if points := _points(held):
        accidentals[CLASSES[PUNCTUATION]] += points
    kinds = {change.kind for change in changes}
    changes = sorted([*changes, *_noted(held, judged)], key=lambda one: (one.start, one.end))
    completeness = "silent cut" if "minus" in kinds else "marked cut" if "cut" in kinds else "whole"
    return Verdict(
        _relation(answered, total, bool(kinds - {"cut"}), bool(accidentals)),
        completeness,
        total,
        answered,
        changes,
        dict(accidentals),
    )


def _noted(held: Held, judged: list[_Judged]) -> list[Change]:
    """The words that are spelt otherwise, or misread: they are worth seeing, and no alteration."""
    one, other = held.one, held.other
    return [
        Change(
            each.kind,
            one.starts[step.start],
            one.ends[step.end - 1],
            *_there(other, step.other_start, step.other_end, held.jumps),
            step.end - step.start,
            None,
        )
        for each in judged
        if each.kind in NOTED and (step := each.step).end > step.start and step.other_end > step.other_start
    ]


NOTED = frozenset([MISREAD, CLASSES[SPELLING]])


def _relation(answered: int, total: int, altered: bool, accidental: bool) -> str:
    if answered < PARAPHRASED * total:
        return "paraphrase"
    return "substantive" if altered else "accidentals" if accidental else "verbatim"


def _mine(one: _Judged) -> int:
    return one.step.end - one.step.start


_SAME = frozenset(["same", MISREAD, "numbering", *(CLASSES[nth] for nth in ACCIDENTALS)])
BRACKET, NUMBERING = "bracket", "numbering"


def _judged(held: Held, known: Mapping[str, int]) -> list[_Judged]:
    brackets = [match.span() for match in BRACKETED.finditer(held.text, *held.span)]
    first = [_Judged(step, _kind(held, step, known)) for step in held.steps]
    sure = (sum(one.kind == MISREAD for one in first) - SINGLE) / max(1, len(held.one.keys))
    return [_again(held, one, known, sure, brackets) for one in first]


def _kind(held: Held, step: Step, known: Mapping[str, int]) -> str:
    """What a step is by itself."""
    mine, theirs = held.one.written[step.start : step.end], held.other.written[step.other_start : step.other_end]
    if not mine or not theirs:
        return "plus" if mine else "minus"
    if len(mine) != len(theirs):
        one_word, other_word = plain("".join(mine)), plain("".join(theirs))
        return CLASSES[DIVISION] if one_word == other_word else _run_together(mine, theirs, known)
    one = Word(mine[0], _pointed(held.text, held.one, step.start))
    other = Word(theirs[0], _pointed(held.source, held.other, step.other_start))
    found = classed(one, other, NOTHING, step.same)
    if found == CASE and step.start == 0:
        return "same"  # a quotation begins with a capital, or does not, as the sentence around it wants
    if found not in (INFLECTION, WORD):
        return CLASSES[found]
    is_misread = found == WORD and surely(plain(mine[0]), plain(theirs[0]), known)
    return MISREAD if is_misread else CLASSES[found]


def _run_together(mine: list[str], theirs: list[str], known: Mapping[str, int]) -> str:
    """Whether words are others run together, or fallen apart, by misreading: one is no word, and the letters agree."""
    strange = any(known.get(plain(word), 0) <= UNKNOWN for word in (*mine, *theirs))
    return MISREAD if strange and likeness("".join(mine), "".join(theirs)) >= TOGETHER else CLASSES[WORD]


def _pointed(text: str, row: Row, at: int) -> bool:
    return text[row.ends[at] : row.ends[at] + 1] == "."


def _again(held: Held, one: _Judged, known: Mapping[str, int], sure: float, brackets: list[tuple[int, int]]) -> _Judged:
    """What a step is among the others: in a text that is badly read much is doubtful; what is in brackets is added."""
    if one.kind == "same":
        return one
    step = one.step
    mine, theirs = held.one.written[step.start : step.end], held.other.written[step.other_start : step.other_end]
    if mine and any(a <= held.one.starts[step.start] < b for a, b in brackets):
        return one._replace(kind=BRACKET)
    if one.kind in ("word", "inflection") and maybe("".join(mine), "".join(theirs), known, sure):
        return one._replace(kind=MISREAD)
    if one.kind in ("plus", "minus") and _numbered(held, step):
        return one._replace(kind=NUMBERING)
    if one.kind in ("plus", "minus") and all(speck(word, known, sure) for word in (*mine, *theirs)):
        return one._replace(kind=MISREAD)
    return one


def _numbered(held: Held, step: Step) -> bool:
    """Whether a number only counts what follows: an item, a verse, a note; it begins a line, or stands in brackets."""
    row, at, text = (
        (held.one, step.start, held.text) if step.end > step.start else (held.other, step.other_start, held.source)
    )
    if step.end - step.start + step.other_end - step.other_start != 1 or not row.written[at].isdecimal():
        return False
    before = text[max(0, row.starts[at] - 3) : row.starts[at]].rstrip(" \t")
    return before[-1:] in ("", "\n", "[", "(")


def _changes(held: Held, judged: list[_Judged]) -> list[Change]:
    """The differences in words, those beside one another taken together; and what is passed over between them."""
    out: list[Change] = []
    run: list[_Judged] = []
    for at, one in enumerate(judged):
        step = one.step
        if at and step.other_end > step.other_start and step.other_start in held.jumps and not run:
            here = Step(step.start, step.start, step.other_start, step.other_start, False)
            out += _change(held, [_Judged(here, "minus")])
        if one.kind not in _SAME:
            run.append(one)
        elif run:
            out += _change(held, run)
            run = []
    return [*out, *_change(held, run)] if run else out


def _change(held: Held, run: list[_Judged]) -> list[Change]:
    """What a run of differences is: a cut with its mark, words left out in silence, words more, other words."""
    one, other = held.one, held.other
    i, end, j, other_end = run[0].step.start, run[-1].step.end, run[0].step.other_start, run[-1].step.other_end
    left, right = one.ends[i - 1] if i else held.span[0], one.starts[end] if end < len(one.keys) else held.span[1]
    there = _there(other, j, other_end, held.jumps)
    lacking = len(word_ends(held.source[slice(*there)]))
    mark = MARK.search(held.text, left, right) if i > 0 and end < len(one.keys) else None
    if not mark and {BRACKET} <= {each.kind for each in run} <= {BRACKET, "minus"}:
        if lacking < CUT * (end - i) + CUT:
            return []  # who quotes says in brackets what stands instead
        mark, end = BRACKETED.search(held.text, left, right), i
    own = (one.starts[i], one.ends[end - 1]) if end > i else (left, left)
    out: list[Change] = []
    if mark and lacking:
        written = mark.group().rstrip()
        out.append(Change("cut", mark.start(), mark.start() + len(written), *there, lacking, written.strip()))
    if end > i and not (mark and lacking):
        kind = "plus" if not lacking else run[0].kind if len(run) == 1 else "word"
        out.append(Change(kind, *own, *there, end - i, None))
        if lacking >= CUT * (end - i) + CUT:
            out.append(Change("minus", own[1], own[1], *there, lacking, None))
    elif end > i:
        out.append(Change("plus", *own, there[1], there[1], end - i, None))
    elif not mark and lacking:
        out.append(Change("minus", *own, *there, lacking, None))
    return out


def _there(other: Row, j: int, end: int, jumps: frozenset[int]) -> tuple[int, int]:
    """The stretch of the source that answers words, or that is passed over before them."""
    first = other.ends[j - 1] if j and (j in jumps or j == end) else other.starts[min(j, len(other.starts) - 1)]
    last = other.starts[end] if end in jumps and end < len(other.starts) else other.ends[end - 1] if end > j else first
    return first, max(first, last)


def _points(held: Held) -> int:
    """Between how many words that follow one another on both sides the points differ."""
    count = 0
    for before, after in zip(held.steps, held.steps[1:], strict=False):
        if before.same and after.same and before.other_end == after.other_start and after.other_start not in held.jumps:
            one = held.text[held.one.ends[before.end - 1] : held.one.starts[after.start]]
            other = held.source[held.other.ends[before.other_end - 1] : held.other.starts[after.other_start]]
            count += one != other and _bare(one) != _bare(other)
    return count


_QUOTES = str.maketrans(dict.fromkeys("‘’“”\"'`´«»„‚‛‟", "'") | dict.fromkeys("_*>", ""))


def _bare(between: str) -> str:
    """What stands between two words, without spaces and signs of emphasis, with every quotation mark alike."""
    return "".join(between.split()).translate(_QUOTES).replace("--", "—")
