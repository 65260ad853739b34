"""A negative or positive apparatus in plain text: lemma, bracket, readings with their sigla."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variorum.archive.exports.collation import ACCIDENTALS, Collation, Entry, entries, sigla, words


def apparatus(found: Collation, *, positive: bool = False) -> str:
    """The entries, each on a line: number, lemma, readings; a negative one names no witness that has the lemma."""
    return "\n".join(line(found, nth, entry, positive) for nth, entry in enumerate(entries(found), 1)) + "\n"


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


def summary(found: Collation) -> Iterator[str]:
    """How many witnesses, how long, and at how many places they differ, in sentences."""
    for nth, witness in enumerate(found.witnesses):
        yield f"{witness.siglum}  {witness.title}: {int((found.starts[:, nth] >= 0).sum()):,} words and signs"
    kinds = Counter(entry.variant for entry in entries(found))
    if not kinds:
        yield "They do not differ." if len(found.starts) else "There is nothing to compare: they have no words."
        return
    grave = sum(count for kind, count in kinds.items() if kind not in ACCIDENTALS)
    yield f"They differ at {kinds.total():,} places, {grave:,} of them substantive:"
    yield "  " + ", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common())
    for link in found.links[:20]:
        sides = f"{link['siglum_a']} at {link['start_a']}, {link['siglum_b']} at {link['start_b']}"
        yield f"  moved: {link['words']} words, {sides}"
    if len(found.links) > 20:
        yield f"  and {len(found.links) - 20:,} more that have moved"
