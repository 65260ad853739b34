"""Apostrophes that are lost, one too many, turned the wrong way, doubled, or set with another glyph than the book's.

**What it finds.** *dont*, *Wont you*, *Ill go*; *their’s*, *it’s own*; *‘tis* and *“long with* where the book sets
*’tis* and *’long*; *Edward's* in a book of curly apostrophes.

**Why it matters.** *Ill* is not *I’ll*: neither a reader nor a search finds the word; and a mark that looks like a
quotation's opens one that never closes.

**Example.** Wont it, Kitty? → Won’t

**When it is wrong.** In books that leave apostrophes out on purpose, and in old ones that write *her’s* and *it’s*:
that is a habit, and the more often it is so, the less it is reported. English only, but for the glyphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.patterns import Pattern, departures, in_prose, rare
from variorum.layers.findings.suspect import Rule, Suspect

_NEGATED = "do did is was does could would should has had have are were must ca wo"
_LOST = {f"{verb}nt": f"{verb}n’t" for verb in _NEGATED.split()} | {
    "Ive": "I’ve",
    "Im": "I’m",
    "Ill": "I’ll",
    "youre": "you’re",
    "youve": "you’ve",
    "youll": "you’ll",
    "theyre": "they’re",
    "theyve": "they’ve",
    "theyll": "they’ll",
    "thats": "that’s",
    "oclock": "o’clock",
}
_AFTER = "(?= (?:you|he|she|it|they|we|I|be|do|go|have|take|come)\\b)"
_AFTER_DONT = (
    "(?= (?:you|we|they|I|he|she|the|know|want|think|like|have|be|care|see|go|let|mind|worry|do|believe|say|get|forget"
    "|tell|need|mean|look|understand|make|take|come|suppose|give|ask|try)\\b)"
)
_VERBS = "go|be|tell|have|take|give|do|come|see|make|get|never|not|just|show|bet|try|wait|stay|say|put|let|ask"
_WHERE = {
    "wont": _AFTER,
    "Wont": _AFTER,
    "cant": _AFTER,
    "Cant": _AFTER,
    "dont": _AFTER_DONT,
    "Ill": f"(?= (?:{_VERBS})\\b)",
}
"""What must come next where a word may be another one that has no apostrophe."""
_LEFT_OVER = {"their’s": "theirs", "your’s": "yours", "our’s": "ours", "her’s": "hers", "it’s": "its"}
_BEFORE_OWN = {"it’s": "(?= own\\b)"}
_ELIDED = (
    "tis|twas|twere|twill|twould|tain|tan|tisn|twasn|em|til|bout|spect|specially|stead of|neath|gainst|nuff|fraid|cept"
    "|longside|long (?:with|of|o)|nother|pon my"
)
_TURNED = sought("[‘“]", r"[^\W\d_]", r"(?=([^\W\d_]{2,}))")
_KNOWN = re.compile(rf"(?:{_ELIDED})\b(?!’)", re.IGNORECASE)
_CLOSED = re.compile(r"’(?!\w)")
_CURLY = (
    Pattern(
        sought("'", r"[^\W\d_]", r"(?<=[^\W\d_]')(?=[^\W\d_])"),
        re.compile(r"’(?=[^\W\d_])(?<=[^\W\d_]’)"),
        0.9,
        lambda _: "’",
        "a straight apostrophe in a book of curly ones",
        0.03,
    ),
    Pattern(
        sought("‘", r"[^\W\d_]", r"(?=[^\W\d_])(?<=[a-z]‘)"),
        re.compile(r"’(?=[^\W\d_])(?<=[^\W\d_]’)"),
        0.8,
        lambda _: "’",
        "an apostrophe turned the wrong way",
    ),
)
_STRAIGHT = (
    Pattern(
        sought("’", r"[^\W\d_]", r"(?<=[^\W\d_]’)(?=[^\W\d_])"),
        re.compile(r"'(?=[^\W\d_])(?<=[^\W\d_]')"),
        0.9,
        lambda _: "'",
        "a curly apostrophe in a book of straight ones",
        0.03,
    ),
)
LOST, LEFT_OVER, TURNED, HABIT = 0.95, 0.9, 0.9, 0.05
"""How likely each is a slip where a book hardly ever has it; in what share of such words it is a habit."""
NESTED = 0.1
"""How much less likely a mark is an apostrophe that may well open a quotation."""
FREQUENT, RARE = 3e-6, 2e-8


def find(page: Page) -> Iterator[Suspect]:
    """The apostrophes of a page that are likely slips."""
    straight = page.text.count("'") > page.text.count("’")
    yield from departures(page, _STRAIGHT if straight else _CURLY)
    if page.language.startswith("en"):
        yield from _words(page, _LOST, _WHERE, LOST, "the apostrophe is lacking here")
        yield from _words(page, _LEFT_OVER, _BEFORE_OWN, LEFT_OVER, "an apostrophe too many")
        yield from _turned(page)


def _words(page: Page, mends: dict[str, str], where: dict[str, str], prior: float, message: str) -> Iterator[Suspect]:
    """The words of a table that stand on a page, where they can be no other, each with its mend."""
    glyph = "'" if page.text.count("'") > page.text.count("’") else "’"
    odd = []
    for word, mend in mends.items():
        for one, other in {(word, mend), (word[0].upper() + word[1:], mend[0].upper() + mend[1:])}:
            if page.counts[one.replace("’", glyph)]:
                there = re.escape(one.replace("’", glyph))
                pattern = re.compile(rf"{there}(?<=\b{there})(?![\w'’-]){where.get(one, where.get(word, ''))}")
                odd += [(match, other.replace("’", glyph)) for match in pattern.finditer(page.text)]
    usual = sum(page.counts[other.replace("’", glyph)] for other in mends.values())
    likely = prior * rare(len(odd), usual, HABIT)
    yield from (Suspect(*match.span(), mend, likely, message) for match, mend in odd if in_prose(page, match))


def _turned(page: Page) -> Iterator[Suspect]:
    """Marks of quotation before a word that has lost its first letters."""
    odd = [match for match in page.pairs.find(_TURNED) if _is_elided(page, match)]
    for match in odd:
        likely = TURNED * (1 if _is_open(page, match) else NESTED)
        message = f"{match[0]} stands for an apostrophe"
        yield Suspect(*match.span(), "’", likely * rare(len(odd), page.text.count("’"), HABIT), message)


def _is_elided(page: Page, match: re.Match[str]) -> bool:
    if not in_prose(page, match):
        return False
    if _KNOWN.match(page.text, match.end()):
        return True
    word, lexicon = match[1].lower(), page.lexicon
    if lexicon is None or page.counts[match[1]] > 1 or lexicon.frequency(word) > RARE:
        return False
    return match[1].islower() and any(lexicon.frequency(letter + word) > FREQUENT for letter in "haeo")


def _is_open(page: Page, match: re.Match[str]) -> bool:
    """Whether a mark can hardly open a quotation, since one is open already, or none closes."""
    leaf = page.leaf_at(match.start())
    if leaf is None:
        return False
    before = page.text[leaf.start : match.start()]
    if match[0] == "“":
        return before.count("“") > before.count("”")
    if before.count("‘") > len(_CLOSED.findall(before)):
        return True
    return not _CLOSED.search(page.text, match.end(), leaf.end)


APOSTROPHES = Rule("apostrophes", find)
