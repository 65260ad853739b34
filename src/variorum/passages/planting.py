"""Quotations planted into copies of a library's own documents, so that it is known what should be found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.passages.noise import Noise, noise
from variorum.passages.pieces import Place, draw, pairs, paragraphs
from variorum.tables import BLOCKS
from variorum.text import words

LENGTHS = ((5, 7), (8, 12), (13, 30), (31, 60))
"""From how many words to how many."""
EACH = 4
"""How many quotations a piece gets."""
CLAUSE = re.compile(r"(?:^|[.,;:!?…—])[\s”’»\"']+(?=\w)")
SENTENCE = re.compile(r"[.!?…;:][”’»\"')]*(?=\s)|\s(?=\n)")
MARKS = (("«", "«", "»"), ("„", "„", "“"), ("“", "“", "”"), ('"', '"', '"'), ("", "“", "”"))
"""The quotation marks of a text that has the first of these."""


class Planted(NamedTuple):
    """A quotation that was planted: where, from where, how many words, and whether in quotation marks."""

    target: str
    start: int
    end: int
    source: str
    source_start: int
    source_end: int
    words: int
    marked: bool


class Trial(NamedTuple):
    """A small library made for trial: its documents, their blocks, what was planted, how much of the words changed."""

    documents: pa.Table
    blocks: pa.Table
    planted: list[Planted]
    changed: float


class _Quotation(NamedTuple):
    text: str
    source: int
    start: int
    end: int
    words: int
    changes: int


def planted(documents: pa.Table, blocks: pa.Table, quoted: pa.Table, passages: pa.Table) -> Trial | None:
    """A trial of a library, or None where it is too small for one.

    Pieces of documents get quotations from pieces of others, half of them in quotation marks. Their words are changed
    as often as those of the passages that were found.
    """
    passages = passages.filter(pc.not_equal(passages["kind"], "translation"))
    chosen, size = pairs(documents, passages)
    if not chosen:
        return None
    pieces = _pieces(documents, blocks, [pair.source for pair in chosen], size, second=True)
    sources = ["\n\n".join(piece) for piece in pieces]
    targets = _pieces(documents, blocks, [pair.target for pair in chosen], size, second=False)
    noises = noise(documents, quoted, passages) or [Noise(0, 0, 0, 0)]
    texts, found, changes = [], list[Planted](), 0
    for nth, target in enumerate(targets):
        several = list(_quotations(nth, sources, noises))
        text, here = _with("\n\n".join(target), nth, several)
        texts.append(text)
        found += here
        changes += sum(one.changes for one in several)
    facts = [pair.target.doc for pair in chosen], [pair.source.doc for pair in chosen]
    rows = [*_rows("target", texts, facts[0], documents), *_rows("source", sources, facts[1], documents)]
    total = sum(one.words for one in found)
    return Trial(pa.concat_tables(rows), _blocks([*texts, *sources], rows), found, changes / max(1, total))


def _pieces(documents: pa.Table, blocks: pa.Table, places: list[Place], size: int, second: bool) -> list[list[str]]:
    rows = {doc: nth for nth, doc in enumerate(documents["doc"].to_pylist())}
    docs = pa.array(sorted({place.doc for place in places}), pa.string())
    mine = blocks.filter(pc.is_in(blocks["doc"], docs)).select(["doc", "start", "end", "kind"])
    found = []
    for doc, nth in places:
        text, count = documents["text"][rows[doc]].as_py(), documents["words"][rows[doc]].as_py()
        start = len(text) // 2 * second + nth * size * len(text) // count
        found.append(paragraphs(text, count, mine.filter(pc.equal(mine["doc"], doc)), start, size))
    return found


def _quotations(nth: int, sources: list[str], noises: list[Noise]) -> Iterator[_Quotation]:
    """What the piece with this ordinal quotes: each of the lengths in turn, each from another source."""
    for slot in range(EACH):
        source = (nth + slot * len(sources) // EACH) % len(sources)
        least, most = LENGTHS[(nth + slot) % len(LENGTHS)]
        count = least + int(draw(nth, slot, "words") * (most + 1 - least))
        found, begins = words(sources[source]), [match.end() for match in CLAUSE.finditer(sources[source])] or [0]
        at = int(found.starts.searchsorted(begins[int(draw(nth, slot, "begin") * len(begins))]))
        at = max(0, min(at, len(found.starts) - count))
        if at + count <= len(found.starts):
            start, end = int(found.starts[at]), int(found.ends[at + count - 1])
            amount = noises[int(draw(nth, slot, "noise") * len(noises))]
            text, changes = _changed(sources[source], start, end, amount)
            yield _Quotation(text, source, start, end, count, changes)


def _changed(source: str, start: int, end: int, amount: Noise) -> tuple[str, int]:
    """A stretch of a source on one line, some of its words changed; and how many are."""
    every, out, changes = source.split(), [], 0
    dropped, other, alike = amount.dropped, amount.dropped + amount.other, amount.dropped + amount.other + amount.alike
    for nth, word in enumerate(source[start:end].split()):
        chance, any_word = draw(start, end, nth), every[int(draw(start, end, nth, "word") * len(every))]
        if chance >= dropped:
            out.append(any_word if chance < other else _misread(word, source) if chance < alike else word)
        if is_added := draw(start, end, nth, "added") < amount.added:
            out.append(any_word)
        changes += (chance < alike) + is_added
    return " ".join(out), changes


def _misread(word: str, text: str) -> str:
    """A word with another letter, one that the text uses."""
    at = int(draw(word) * len(word))
    letter = next((letter for letter in text[int(draw(word, "letter") * len(text)) :] if letter.isalpha()), "e")
    return word[:at] + letter + word[at + 1 :]


def _with(text: str, nth: int, several: list[_Quotation]) -> tuple[str, list[Planted]]:
    """A text with quotations put behind sentences of it, spread evenly; and where they stand."""
    ends = [match.end() for match in SENTENCE.finditer(text)] or [len(text)]
    opening, closing = next((before, after) for sign, before, after in MARKS if sign in text)
    out, found, at = "", list[Planted](), 0
    for slot, one in enumerate(several):
        place = ends[int((slot + draw(nth, slot, "place")) * len(ends) / len(several))]
        marked = (nth // len(LENGTHS) + slot) % 2 == 0
        before, after = (f" {opening}", f"{closing} ") if marked else (" ", ". ")
        out += text[at:place] + before
        found.append(
            Planted(
                f"target/{nth:03}", len(out), len(out) + len(one.text), f"source/{one.source:03}", *one[2:5], marked
            )
        )
        out, at = out + one.text + after, place
    return out + text[at:], found


def _rows(kind: str, texts: list[str], docs: list[str], documents: pa.Table) -> Iterator[pa.Table]:
    """Rows for the documents of a trial: what is known of those they are from, and their own texts."""
    places = {doc: nth for nth, doc in enumerate(documents["doc"].to_pylist())}
    for nth, (text, doc) in enumerate(zip(texts, docs, strict=True)):
        own: dict[str, Any] = {"doc": f"{kind}/{nth:03}", "text": text, "words": len(words(text).starts)}
        row = documents.slice(places[doc], 1)
        for name, value in own.items():
            at = row.schema.get_field_index(name)
            row = row.set_column(at, row.schema.field(at), pa.array([value], row.schema.field(at).type))
        yield row


def _blocks(texts: list[str], rows: list[pa.Table]) -> pa.Table:
    """A paragraph wherever the text has an empty line on both sides."""
    found = []
    for text, row in zip(texts, rows, strict=True):
        at = 0
        for paragraph in text.split("\n\n"):
            span = {"start": at, "end": at + len(paragraph), "kind": "paragraph", "level": 0}
            found.append({"doc": row["doc"][0].as_py(), **span})
            at += len(paragraph) + 2
    return BLOCKS.rows(found)
