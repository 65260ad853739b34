"""Works by their noun or their author: Complete Works of X, his Testament, and what the heading names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from variorum.layers.languages import lexicon
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.words import VOCABULARIES


def collected(page: Page, runs: Sequence[Run]) -> Iterator[Mention]:
    """Collected works with their author, and works by their noun: Complete Works of X, his Testament."""
    vocabulary = page.vocabulary
    works, own = lexicon(vocabulary.works), lexicon(vocabulary.own)
    whole = _collected(vocabulary.code)
    for run in runs:
        if match := whole.match(page.text, run.start):
            yield Mention(*match.span(), "work", " ".join(match.group().split()), 0.9, "collected works")
            continue
        if run.words[0].casefold() not in works or len(run.words) > 1 or run.opens:
            continue
        if run.before.casefold() in own or run.before.endswith(("’s", "'s")):
            tail = _SUBJECT.match(page.text, run.end) if vocabulary.code == "en" else None
            end = tail.end() if tail else run.end
            yield Mention(run.start, end, "work", page.text[run.start : end], 0.8, f"“{run.before}” stands before it")


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
