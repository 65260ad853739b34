"""Slips of transcription: each rule proposes what it suspects in one document; the library settles what that is worth.

A document decides: its own habits are learnt first, and departures from them are suspected. What it has by habit is no
slip, nor is the spelling of its time.
"""

from __future__ import annotations

from typing import Annotated

import pyarrow as pa

from variorum.engine import Texts
from variorum.layers.findings.apostrophes import APOSTROPHES
from variorum.layers.findings.brackets import BRACKETS
from variorum.layers.findings.case import CASE
from variorum.layers.findings.characters import CHARACTERS
from variorum.layers.findings.confirmed import confirmed
from variorum.layers.findings.copies import copies
from variorum.layers.findings.dashes import DASHES
from variorum.layers.findings.doubled_words import DOUBLED_WORDS
from variorum.layers.findings.ellipses import ELLIPSES
from variorum.layers.findings.joined_words import JOINED_WORDS
from variorum.layers.findings.letters import LETTERS
from variorum.layers.findings.line_ends import LINE_ENDS
from variorum.layers.findings.misplaced_words import MISPLACED_WORDS
from variorum.layers.findings.nonwords import NONWORDS
from variorum.layers.findings.notes import NOTES
from variorum.layers.findings.page import Page, leaves
from variorum.layers.findings.punctuation import PUNCTUATION
from variorum.layers.findings.quotation_marks import QUOTATION_MARKS
from variorum.layers.findings.real_words import REAL_WORDS
from variorum.layers.findings.repeated import REPEATED
from variorum.layers.findings.sentences import SENTENCES
from variorum.layers.findings.settled import settled
from variorum.layers.findings.spacing import SPACING
from variorum.layers.findings.spellings import SPELLINGS
from variorum.layers.findings.split_words import SPLIT_WORDS
from variorum.layers.findings.suspect import Rule
from variorum.layers.findings.witnesses import witnesses
from variorum.layers.languages import language_of
from variorum.tables import FINDINGS, SUSPECTS, UNLISTED

__all__ = ["RULES", "findings", "suspects", "unlisted"]

RULES: tuple[Rule, ...] = (
    QUOTATION_MARKS,
    NONWORDS,
    REAL_WORDS,
    MISPLACED_WORDS,
    JOINED_WORDS,
    SPLIT_WORDS,
    DOUBLED_WORDS,
    LINE_ENDS,
    SPELLINGS,
    CASE,
    LETTERS,
    SPACING,
    PUNCTUATION,
    APOSTROPHES,
    DASHES,
    ELLIPSES,
    NOTES,
    REPEATED,
    BRACKETS,
    SENTENCES,
    CHARACTERS,
)


def unlisted(documents: pa.Table, blocks: pa.Table) -> pa.Table:
    """The words of one document that no list of its language has.

    >>> documents = pa.table({"doc": ["a"], "text": ["The brinklet hall."], "language": ["en"]})
    >>> blocks = pa.table({"start": [0], "end": [18], "kind": ["paragraph"]})
    >>> [(row["form"], row["count"]) for row in unlisted(documents, blocks).to_pylist()]
    [('brinklet', 1)]
    """
    if not documents.num_rows:
        return UNLISTED.empty()
    doc = documents["doc"][0].as_py()
    words = sorted(_page(documents, blocks).unlisted.items())
    return UNLISTED.rows([{"doc": doc, "form": form, "count": count} for form, count in words])


def suspects(documents: pa.Table, blocks: pa.Table) -> pa.Table:
    """What each rule suspects in one document, by that document alone.

    >>> text = "“Come in,” he said. “I have waited for an hour, she said. “So have I,” said he."
    >>> documents = pa.table({"doc": ["a"], "text": [text], "language": ["en"]})
    >>> blocks = pa.table({"start": [0], "end": [len(text)], "kind": ["paragraph"]})
    >>> suspects(documents, blocks).schema.names[:4]
    ['doc', 'start', 'end', 'rule']
    """
    if not documents.num_rows:
        return SUSPECTS.empty()
    page, doc = _page(documents, blocks), documents["doc"][0].as_py()
    found = [(one, rule.name) for rule in RULES for one in rule.find(page)]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1]))
    return SUSPECTS.rows([{"doc": doc, "rule": rule, **one._asdict()} for one, rule in found])


def findings(
    suspects: pa.Table,
    unlisted: pa.Table,
    documents: Annotated[pa.Table, "doc", "language"],
    traditions: pa.Table,
    collations: pa.Table,
    texts: Texts,
) -> pa.Table:
    """The suspected slips of the library, each with how likely it is one.

    >>> from variorum.tables import COLLATIONS, DOCUMENTS, TRADITIONS
    >>> empty = (table.empty() for table in (SUSPECTS, UNLISTED, DOCUMENTS, TRADITIONS, COLLATIONS))
    >>> findings(*empty, texts=lambda docs: iter(())).num_rows
    0
    """
    held = copies(documents, traditions, collations, texts)
    return FINDINGS.rows(settled(confirmed(suspects, held), unlisted, witnesses(held)))


def _page(documents: pa.Table, blocks: pa.Table) -> Page:
    text, declared = documents["text"][0].as_py(), documents["language"][0].as_py()
    language = declared or language_of(text, None).code
    return Page(text, leaves(blocks), language)
