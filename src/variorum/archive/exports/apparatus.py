"""A negative or positive apparatus in plain text: lemma, bracket, readings with their sigla."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

from variorum.archive.exports.collation import ACCIDENTALS, Collation, Entry, entries, sigla, words

EXCERPT, TIMES = 10, 4
"""How much of the first witness stands beyond another before that is called an excerpt, and how many times more."""


def apparatus(found: Collation, *, positive: bool = False) -> str:
    """The entries, each on a line: number, lemma, readings; a negative one names no witness that has the lemma."""
    return "\n".join(line(found, nth, entry, positive) for nth, entry in enumerate(entries(found), 1)) + "\n"


def told(found: Collation) -> str:
    """How the witnesses differ, in sentences, and below that the apparatus."""
    made = list(entries(found))
    lines = (line(found, nth, entry) for nth, entry in enumerate(made, 1))
    return "\n".join([*summary(found, made), "", *lines, ""])


def line(found: Collation, number: int, entry: Entry, positive: bool = False) -> str:
    """An entry as journals print it."""
    first, *others = entry.readings
    lemma = first.text or f"after {before(found, entry.first)}".strip()
    bearers = f" {sigla(found, first.witnesses)}" if positive else ""
    told = "; ".join(f"{each.text or 'om.'} {sigla(found, each.witnesses)} ({each.variant})" for each in others)
    return f"{number}  {lemma}]{bearers} {told}"


def before(found: Collation, place: int) -> str:
    """The last word that the first witness has before a place."""
    return next(
        (word for at in range(place - 1, max(-1, place - 200), -1) if (word := words(found, 0, at, at + 1))), ""
    )


def summary(found: Collation, made: Iterable[Entry]) -> Iterator[str]:
    """How many witnesses, how long, and at how many places they differ, in sentences."""
    for nth, witness in enumerate(found.witnesses):
        yield f"{witness.siglum}  {witness.title}: {int((found.starts[:, nth] >= 0).sum()):,} words and signs"
    yield from excerpts(found)
    kinds = Counter(entry.variant for entry in made)
    if not kinds:
        yield "They do not differ." if len(found.starts) else "There is nothing to compare: they have no words."
        return
    grave = sum(count for kind, count in kinds.items() if kind not in ACCIDENTALS)
    places = "1 place" if kinds.total() == 1 else f"{kinds.total():,} places"
    yield f"They differ at {places}, {grave:,} of them substantive:"
    yield "  " + ", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common())
    for link in found.links[:20]:
        sides = f"{link['siglum_a']} at {link['start_a']}, {link['siglum_b']} at {link['start_b']}"
        yield f"  moved: {link['words']} words, {sides}"
    if len(found.links) > 20:
        yield f"  and {len(found.links) - 20:,} more that have moved"


def excerpts(found: Collation) -> Iterator[str]:
    """Which witnesses begin later or end earlier than the first: that is an excerpt, and no omission."""
    for nth in range(1, len(found.witnesses)):
        both = np.flatnonzero((found.starts[:, [0, nth]] >= 0).all(axis=1))
        if len(both):
            sides = (("begins later", slice(0, int(both[0]))), ("ends earlier", slice(int(both[-1]) + 1, None)))
            for said, span in sides:
                ours, theirs = ((found.starts[span, each] >= 0).sum() for each in (0, nth))
                if ours >= EXCERPT and theirs * TIMES <= ours:
                    first, other = found.witnesses[0].siglum, found.witnesses[nth].siglum
                    yield f"{other} {said} than {first}, by {ours:,} words and signs: an excerpt."
