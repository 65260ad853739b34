"""Works by their noun or their author: Complete Works of X, his Testament, and what the heading names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from variorum.layers.languages import lexicon, pattern
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.press import PRESS


def collected(page: Page, runs: Sequence[Run]) -> Iterator[Mention]:
    """Collected works with their author, and works by their noun: Complete Works of X, his Testament."""
    vocabulary = page.vocabulary
    works, own = lexicon(vocabulary.works), lexicon(vocabulary.own)
    whole = _collected(vocabulary.code)
    for run in runs:
        first = run.words[0]
        if not (_may_begin(vocabulary.code, first) or _may_lead(run.before)):
            continue
        if match := whole.match(page.text, run.start):
            yield Mention(*match.span(), "work", " ".join(match.group().split()), 0.9, "collected works")
            continue
        if (one := _version(page, run) or _book(page, run)) is not None:
            yield one
            continue
        if run.words[0].casefold() not in works or len(run.words) > 1 or run.opens:
            continue
        if run.before.casefold() in own or run.before.endswith(("’s", "'s")):
            tail = _SUBJECT.match(page.text, run.end) if vocabulary.code == "en" else None
            end = tail.end() if tail else run.end
            yield Mention(run.start, end, "work", page.text[run.start : end], 0.8, f"“{run.before}” stands before it")


@lru_cache(1 << 14)
def _may_begin(code: str, first: str) -> bool:
    """Whether the first word of a run may begin the name of collected works, or be the noun of a work."""
    vocabulary = VOCABULARIES[code]
    begun = code == "ru" or re.match(vocabulary.collected.partition(r"\s+")[0], first) is not None
    return begun or first.casefold() in lexicon(vocabulary.works)


@lru_cache(1 << 14)
def _may_lead(before: str) -> bool:
    """Whether the word before a run may lead to a title."""
    return before[-1:] == "," or before.casefold() in _LEADING


def _version(page: Page, run: Run) -> Mention | None:
    """Usual words with capitals that something is a translation or an edition of: a copy of Capital."""
    code = page.vocabulary.code
    if run.opens or run.owner or run.before.casefold() not in _LEADING or not PRESS[code].versions:
        return None
    if run.before == "the" and not page.text.endswith(_THE, 0, run.start):
        return None
    told = _versions(code).search(page.text, max(0, run.start - 40), run.start)
    if not told or any(_listed(code, word.casefold()) or not page.common(word.casefold()) for word in run.words):
        return None
    if told.group(1).startswith(("author", "auteur")) and run.name.casefold() in lexicon(page.vocabulary.adjectives):
        return None
    return Mention(run.start, run.end, "work", run.name, 0.75, f"“{told.group(1)}” stands before it")


_LEADING = lexicon("of to the du de").whole
_THE = ("of the ", "to the ")


@cache
def _versions(code: str) -> re.Pattern[str]:
    joint = {"en": "(?: of| to)(?: the)?", "fr": "(?: du| de la)"}[code]
    return re.compile(rf"\b({pattern(PRESS[code].versions)}{joint}) $")


@lru_cache(1 << 12)
def _listed(code: str, word: str) -> bool:
    """Whether a word names a body, a law, a people, or nobody by itself."""
    words = VOCABULARIES[code]
    listed = (words.bodies, words.alone, words.peoples, words.titles, words.papers, PRESS[code].laws)
    return word in lexicon(" ".join(listed))


def _book(page: Page, run: Run) -> Mention | None:
    """A title in apposition: his first book, Salt and Bread, in 1907."""
    code = page.vocabulary.code
    if run.before.rstrip(",") not in lexicon(PRESS[code].books).whole or run.before[-1:] != "," or run.owner:
        return None
    title = _TITLE.match(page.text, run.start)
    if not title or (len(run.words) == len(title.group().split()) == 1 and not page.common(run.words[0].casefold())):
        return None
    said = run.before.rstrip(",")
    return Mention(*title.span(), "work", title.group(), 0.75, f"“{said}” stands before it")


_TITLE = re.compile(
    r"[A-ZÀ-Þ][\w’-]*"
    r"(?: (?:and|of|the|in|for|on|to|a|et|de|du|des|la|le|les)(?: the| la)? [\w’-]+| [A-ZÀ-Þ][\w’-]*){0,7}"
    r"(?=[,.;:(]| \()"
)
_SUBJECT = re.compile(r" (?:of|on|from|to)(?: the| an?)? [A-Z]\w+(?:(?: and| of| the)* [A-Z]\w+)*")


@cache
def _collected(code: str) -> re.Pattern[str]:
    cap = r"[A-ZÀ-ÞА-ЯЁ][^\W_]*\.?"
    author = rf"(?:{VOCABULARIES[code].of}(?:{cap}[ ]?)*{cap})?" if code != "ru" else rf"(?: (?:{cap} ?)*{cap})?"
    return re.compile(rf"\b{VOCABULARIES[code].collected}{author}(?<![.\s])")


def headed(page: Page, title: str | None, headings: Iterable[tuple[int, int, str | None]]) -> Iterator[Mention]:
    """The document’s own work where it is named in its heading."""
    for start, end, label in headings:
        name = page.text[start:end].strip()
        if label == "work" and 1 < len(name) < 120 and title and name.casefold() in title.casefold():
            at = page.text.index(name, start)
            yield Mention(at, at + len(name), "work", " ".join(name.split()), 0.85, "the heading names the work")
