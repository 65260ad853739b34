"""Titles in quotation marks that render the title of a paper or work: «Рабочее Слово» beside The Worker’s Word.

A document need not say what it is that stands in its quotation marks; the sentence that it renders, or that renders it,
may name one paper or work, and one alone, that nothing else there answers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from variorum.evidence.entities.bearers import Join
from variorum.evidence.entities.forms import Form

KINDS = ("periodical", "work")
WORDS = 6
"""A title in quotation marks has so many words at most; more are somebody’s words."""
_QUOTED = re.compile(r"[«“„]([A-ZÀ-ÖØ-ÞА-ЯЁІѢ][^«»“”„\n.!?]{2,60})[»”“]")

Side = tuple[str, int, int]


class Title(NamedTuple):
    """A title in quotation marks where it stands, and the form that it is."""

    doc: str
    start: int
    end: int
    form: Form


Quoted = Mapping[str, Sequence[tuple[int, int, str]]]


def find_quoted(text: str) -> list[tuple[int, int, str]]:
    """The places of a text that may be titles in quotation marks, with what they say.

    >>> find_quoted("Он послал статью в «Рабочее Слово».")
    [(20, 33, 'Рабочее Слово')]
    """
    found = [(match.start(1), match.end(1), " ".join(match[1].split())) for match in _QUOTED.finditer(text)]
    return [one for one in found if len(one[2].split()) <= WORDS]


class Answers:
    """Which titles in quotation marks stand beside names of papers and works that nothing else answers."""

    def __init__(self, quoted: Quoted) -> None:
        self.quoted = quoted
        self.found: defaultdict[Form, set[Title]] = defaultdict(set)
        self.unanswered: set[Form] = set()

    def look(self, names: Sequence[Form], there: Sequence[Form], side: Side) -> None:
        """Note what may answer the names of one side of a bead on the other, where those names stand."""
        mine = [name for name in names if name.kind in KINDS]
        if len(mine) != 1 or any(name.kind in KINDS for name in there):
            return
        titles = list(self._within(side))
        if len(titles) != 1:
            self.unanswered.add(mine[0])
            return
        doc, (start, end, text) = side[0], titles[0]
        self.found[mine[0]].add(Title(doc, start, end, Form(mine[0].kind, text, "", "", "", "", "")))

    def _within(self, side: Side) -> Iterator[tuple[int, int, str]]:
        doc, start, end = side
        rows = self.quoted.get(doc, ())
        for at in range(bisect_left(rows, (start,)), len(rows)):
            if rows[at][0] >= end:
                break
            yield rows[at]

    def told(self) -> Iterator[tuple[Title, Join]]:
        """The titles that answer a name wherever it stands unanswered else, always the same words."""
        for name, titles in sorted(self.found.items()):
            if name not in self.unanswered and len({title.form.name.casefold() for title in titles}) == 1:
                for title in sorted(titles):
                    said = (
                        f"{title.form.name}, in quotation marks, stands in a bead beside {name.name}, and in no other"
                    )
                    yield title, Join(title.form, name, said)
