"""Words that the book spells in two ways: with and without accents, with and without a hyphen.

**What it finds.** One *Natasha* in a book full of *Natásha*; one *some-thing* in a book full of *something*.

**Why it matters.** A search for the one does not find the other, and one of the two is likely a slip.

**Example.** Natasha → Natásha, which stands here 40 times

**How.** The rarer a spelling is beside the other in the same book, the likelier it is a slip.

**When it is wrong.** Where two persons or places are told apart by an accent, and in quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.layers.findings.page import Page, form
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.suspect import Rule, Suspect

ACCENT, HYPHEN, WORDS, GENITIVE = 0.6, 0.3, 0.08, 0.7
"""How likely the rare spelling is a slip where the other is beyond comparison more frequent: an accent; a hyphen
between parts of which one is no word; between two words; an apostrophe in a pronoun."""
HABIT = 8
"""A spelling that is so many times rarer is a slip half as often."""
MOST, LEAST, SHORTEST = 3, 0.02, 4
PART = 1e-6
BESIDE = frozenset("-‐’'")
_HYPHEN = sought("-", r"[^\W\d_]", r"(?<=[^\W\d_]-)(?=[^\W\d_])")
_GENITIVE = sought("[’']", "s", r"(?<=r.)(?=s\b)")
_PRONOUN = re.compile(r"(?:\A|.*\W)(their|your|our|her|Their|Your|Our|Her)", re.DOTALL)


def find(page: Page) -> Iterator[Suspect]:
    """The spellings of a page that it has hardly ever, beside another."""
    yield from _accents(page)
    yield from _hyphens(page)
    yield from _genitives(page)


def _accents(page: Page) -> Iterator[Suspect]:
    """Words of which the page has the same letters with other accents much more often."""
    pairs, odd = page.neighbours, {}
    for bare, usual in page.plain.items():
        listed = page.lexicon is not None and page.lexicon.frequency(bare) >= PART and page.counts[usual]
        if not listed and len(bare) >= SHORTEST and 0 < page.forms.get(bare, 0) <= MOST:
            odd[bare] = usual
    for at in pairs.places([pairs.numbers[one] for one in odd]):
        one, start = pairs.names[pairs.ids[at]], page.place(at)[0]
        written, usual = page.text[start : start + len(one)], odd[one]
        if form(written) != one:
            continue
        mend = usual[:1].upper() + usual[1:] if written[:1].isupper() else usual
        often = page.forms[usual]
        likely = ACCENT * _beyond(often, page.forms[one])
        if likely >= LEAST and one != usual:
            yield Suspect(start, start + len(one), mend, likely, f"{mend} stands here {often} times", one)


def _genitives(page: Page) -> Iterator[Suspect]:
    """Pronouns that never have an apostrophe."""
    for match in page.pairs.find(_GENITIVE) if page.language.startswith("en") else ():
        pronoun = _PRONOUN.fullmatch(page.text, max(0, match.start() - 6), match.start())
        if pronoun is None:
            continue
        mend, written = pronoun[1] + "s", page.text[pronoun.start(1) : match.end() + 1]
        likely = GENITIVE * _beyond(page.forms[mend.casefold()] + 1, page.counts[written] / HABIT)
        yield Suspect(pronoun.start(1), match.end() + 1, mend, likely, f"{mend} has no apostrophe")


def _hyphens(page: Page) -> Iterator[Suspect]:
    """Hyphens in words that the page has as one much more often."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for match in page.pairs.find(_HYPHEN):
        start, end = match.start(), match.end()
        while page.text[start - 1].isalpha():
            start -= 1
        while end < len(page.text) and page.text[end].isalpha():
            end += 1
        if not (BESIDE & {page.text[start - 1 : start], page.text[end : end + 1]}) and page.text[match.end()].islower():
            seen.setdefault(page.text[start:end].casefold(), []).append((start, end))
    for one, places in seen.items():
        often = page.forms.get(form(one.replace("-", "")), 0)
        surely = WORDS if all(_is_word(page, part) for part in one.split("-")) else HYPHEN
        likely = surely * _beyond(often, len(places))
        for start, end in places if often > MOST * len(places) and likely >= LEAST else ():
            mend = page.text[start:end].replace("-", "")
            yield Suspect(start, end, mend, likely, f"{mend} stands here {often} times")


def _is_word(page: Page, part: str) -> bool:
    return page.lexicon is None or page.lexicon.frequencies.get(part, 0.0) > PART


def _beyond(often: int, seldom: float) -> float:
    """How far one spelling outweighs another.

    >>> _beyond(800, 1) > 0.9, _beyond(2, 1) < 0.3
    (True, True)
    """
    return often / (often + HABIT * seldom)


SPELLINGS = Rule("spellings", find)
