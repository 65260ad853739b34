"""The witnesses of traditions, and the tokens that they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pyarrow as pa

from variorum.traditions.alignment import Text
from variorum.traditions.tokens import Tokens, tokens, within

READ_AT_ONCE = 64
"""How many documents' tokens are kept; traditions are taken in the order of their base's document."""

Reader = Callable[[str], tuple[str, Tokens]]
"""What gives a document's text and its tokens."""


class Witness(NamedTuple):
    """A row of the table of traditions."""

    tradition: str
    siglum: str
    doc: str
    start: int
    end: int


def groups(traditions: pa.Table, most_witnesses: int) -> Iterator[list[Witness]]:
    """The witnesses of each tradition that is to be collated, the base first; in the order of the bases."""
    found: dict[str, list[Witness]] = {}
    columns = (traditions[name].to_pylist() for name in Witness._fields)
    for witness in map(Witness._make, zip(*columns, strict=True)):
        found.setdefault(witness.tradition, []).append(witness)
    wanted = [group for group in found.values() if 1 < len(group) <= most_witnesses]
    for group in wanted:
        group.sort(key=lambda one: (len(one.siglum), one.siglum))
    yield from sorted(wanted, key=lambda group: (group[0].doc, group[0].start, group[0].tradition))


def reader(documents: pa.Table) -> Reader:
    """What reads the documents of a table, a few of them kept."""
    where = {doc: at for at, doc in enumerate(documents["doc"].to_pylist())}
    texts = documents["text"]

    @lru_cache(maxsize=READ_AT_ONCE)
    def read(doc: str) -> tuple[str, Tokens]:
        text = texts[where[doc]].as_py()
        return text, tokens(text)

    return read


def text_of(witness: Witness, read: Reader) -> Text:
    """The tokens of a witness, and each as written."""
    text, found = read(witness.doc)
    mine = within(found, witness.start, witness.end)
    return Text(mine, [text[start:end] for start, end in zip(mine.starts.tolist(), mine.ends.tolist(), strict=True)])
