"""The reason of a check: a sentence or a few in plain English, made from the row's own data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from variorum.evidence.relations import MISREAD, NOTED, Change, Verdict

SHOWN, LONGEST, NOTES = 4, 60, 2
"""How many differences are named, how many code points of each, and how many that are no alteration."""
_EMPHASIS = re.compile(r"(?<!\w)[_*]+|[_*]+(?!\w)|(?<=\n)>+ ?")
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SORTS = {
    "case": "capitals",
    "accent": "accents",
    "punctuation": "points",
    "division": "how words are divided",
    MISREAD: "misread letters",
}


def number(count: int, one: str, many: str | None = None) -> str:
    """A number and its noun.

    >>> number(1, "word"), number(3, "word"), number(20, "word")
    ('one word', 'three words', '20 words')
    """
    return f"{_spelt(count)} {one if count == 1 else many or one + 's'}"


def _spelt(count: int) -> str:
    return _NUMBERS[count] if 0 < count < len(_NUMBERS) else str(count)


def excerpt(text: str, start: int, end: int) -> str:
    """A stretch of a text in marks, on one line, shortened in its middle, without the signs that set it in italics.

    >>> excerpt("so it is  said", 3, 9)
    '“it is”'
    """
    said = " ".join(_EMPHASIS.sub("", text[start:end]).split())
    half = LONGEST // 2
    return f"“{said}”" if len(said) <= LONGEST else f"“{said[:half].rstrip()} … {said[-half:].lstrip()}”"


def place(name: str, citation: str | None) -> str:
    """What a source is called.

    >>> place("Sketches", "ch. 3"), place("Sketches", None)
    ('ch. 3 of “Sketches”', '“Sketches”')
    """
    return f"{citation} of “{name}”" if citation else f"“{name}”"


def nearness(verdict: Verdict, where: str, text: str, source: str) -> str:
    """How near the words are to those of the source."""
    words = number(verdict.words, "word")
    verb = "is" if verdict.words == 1 else "are"
    changes = [change for change in verdict.changes if change.kind != "cut" and change.kind not in NOTED]
    noted = [_change(change, text, source) for change in verdict.changes if change.kind in NOTED][:NOTES]
    if verdict.relation == "verbatim":
        said = f"{words} {verb} in {where}, to the letter"
    elif verdict.relation == "accidentals":
        said = f"{words} {verb} in {where}, but for {_sorts(verdict.accidentals)}{_shown(noted)}"
    elif verdict.relation == "paraphrase":
        said = f"only {_spelt(verdict.answered)} of {words} are in {where}: it is a paraphrase"
    else:
        said = f"{_spelt(verdict.answered)} of {words} {verb} in {where}"
    return _first("; ".join([said, *_altered(changes, text, source), *_cuts(verdict.changes, source)]))


def _shown(noted: Sequence[str]) -> str:
    return f" ({', '.join(noted)})" if noted else ""


def _first(said: str) -> str:
    return said[:1].upper() + said[1:]


def _sorts(accidentals: Mapping[str, int]) -> str:
    """The sorts of difference that touch no word.

    >>> _sorts({"spelling": 1, "case": 2, "punctuation": 1})
    'spelling, capitals and points'
    """
    return listed([_SORTS.get(sort, sort) for sort in accidentals])


def listed(items: Sequence[str]) -> str:
    """Items as a sentence lists them."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""


def _altered(changes: Sequence[Change], text: str, source: str) -> list[str]:
    said = [_change(change, text, source) for change in changes[:SHOWN]]
    more = len(changes) - SHOWN
    return [*said, f"and in {number(more, 'more place')}"] if more > 0 else said


def _change(change: Change, text: str, source: str) -> str:
    mine = excerpt(text, change.start, change.end)
    theirs = excerpt(source, change.source_start, change.source_end)
    if change.kind == "minus":
        return f"{number(change.words, 'word')} {_be(change)} left out without a mark: {theirs}"
    if change.kind == "plus":
        return f"{mine} {_be(change)} not there"
    return f"{mine} stands for {theirs}"


def _be(change: Change) -> str:
    return "is" if change.words == 1 else "are"


def _cuts(changes: Sequence[Change], source: str) -> list[str]:
    cuts = [change for change in changes if change.kind == "cut"]
    said = [
        f"{number(one.words, 'word')} {_be(one)} left out behind “{one.mark}”: "
        f"{excerpt(source, one.source_start, one.source_end)}"
        for one in cuts[:SHOWN]
    ]
    more = len(cuts) - SHOWN
    return [*said, f"and behind {number(more, 'more mark')}"] if more > 0 else said


def others(names: Sequence[str], undecided: bool) -> str:
    """What is said of other places that have the words."""
    if not names:
        return ""
    said = _named(names)
    verb = "has" if len(names) == 1 else "have"
    which = "; which of them it comes from is undecided" if undecided else ""
    return f"{said} {verb} these words, too{which}"


def _named(names: Sequence[str]) -> str:
    more = f" and {number(len(names) - SHOWN, 'more document')}" if len(names) > SHOWN else ""
    return listed([f"“{name}”" for name in names[:SHOWN]]) + more


def quoted_too(names: Sequence[str]) -> str:
    """What is said of words that other documents quote, too, and that stand here nowhere else.

    >>> quoted_too(["Sketches", "A Memoir"])
    'Not found here but in quotation marks: “Sketches” and “A Memoir” quote it, too'
    """
    return f"Not found here but in quotation marks: {_named(names)} {'quotes' if len(names) == 1 else 'quote'} it, too"


def not_found(words: int, chance: int | None, range_: tuple[int, int] | None) -> str:
    """What it is worth that a quotation was not found.

    >>> not_found(9, 78, (8, 12))
    'Not found here; of 100 quotations of 8 to 12 words about 78 would have been'
    """
    if range_ is None or chance is None:
        return "Not found here; a quotation so short is hardly ever found" if words < 5 else "Not found here"
    return f"Not found here; of 100 quotations of {range_[0]} to {range_[1]} words about {chance} would have been"
