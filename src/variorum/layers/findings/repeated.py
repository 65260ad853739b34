"""Lines and paragraphs that are printed twice.

**What it finds.** A line, or a whole paragraph, that is the same as the one before it; a long paragraph that stands
word for word somewhere else in the document, too.

**Why it matters.** It was copied twice by mistake, and counts twice wherever words are counted.

**Example.** The same line of prose at the foot of one page and at the head of the next.

**When it is wrong.** In refrains and litanies: where a document repeats itself more often, it is reported less.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from variorum.layers.findings.page import Leaf, Page
from variorum.layers.findings.patterns import rare
from variorum.layers.findings.suspect import Rule, Suspect

LIKELY, LONG = 0.8, 30
"""How likely so many letters that stand twice running are a slip in a book that hardly ever repeats itself."""
AGAIN, PASSAGE, LEAST = 0.5, 200, 0.02
"""The same of so many letters that stand elsewhere, too: a letter, or a law, may be quoted twice."""


def find(page: Page) -> Iterator[Suspect]:
    """The lines and paragraphs of a page that repeat the one before them."""
    lines = [line for leaf in page.leaves if leaf.kind == "paragraph" for line in _lines(page.text, leaf)]
    odd = [(one, two) for one, two in pairwise(lines) if one[2] == two[2] and len(two[2]) >= LONG]
    likely = LIKELY * rare(len(odd), len(lines))
    for (first, _, _), (start, end, _) in odd:
        what = "line" if "\n\n" not in page.text[first:start].replace("\r", "") else "paragraph"
        yield Suspect(start, end, None, likely, f"this {what} is the same as the one before")
    yield from _again(page)


def _again(page: Page) -> Iterator[Suspect]:
    """Long paragraphs that stand elsewhere, too."""
    seen: dict[str, int] = {}
    odd: list[Leaf] = []
    prose = [leaf for leaf in page.leaves if leaf.kind == "paragraph" and leaf.end - leaf.start >= PASSAGE]
    for number, leaf in enumerate(prose):
        before = seen.setdefault(page.text[leaf.start : leaf.end], number)
        odd += [leaf] if before < number - 1 else []
    likely = AGAIN * rare(max(0, len(odd) - 1), len(prose))
    for leaf in odd if likely >= LEAST else ():
        yield Suspect(leaf.start, leaf.end, None, likely, "this paragraph stands here twice")


def _lines(text: str, leaf: Leaf) -> Iterator[tuple[int, int, str]]:
    start = leaf.start
    for line in text[leaf.start : leaf.end].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            at = start + line.index(bare)
            yield at, at + len(bare), bare
        start += len(line)


REPEATED = Rule("repeated", find)
