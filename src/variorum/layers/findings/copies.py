"""The copies of a text that the library has, as the rules see them: their words, and the places where they differ."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.engine import Texts
from variorum.layers.findings.page import form
from variorum.layers.findings.words.lexicon import Lexicon, lexicon
from variorum.layers.findings.words.neighbours import Neighbours
from variorum.layers.findings.words.tokens import WORD, indexed
from variorum.layers.languages import language_of

KINDS = pa.array(["spelling", "accent", "word", "inflection", "plus", "minus"])
DIVIDED, BROKEN = re.compile(r"[^\n]*[-‐¬]\s*\n\s*"), re.compile(r"[-‐¬]\s*\n")
BESIDE, FAR = 2, 48
"""So many words on either side are held against each other, within so many letters."""


class Token(NamedTuple):
    """A token of a witness."""

    doc: str
    start: int
    end: int
    written: str


@dataclass(frozen=True)
class Copies:
    """The documents in which witnesses of texts stand that came down in several."""

    traditions: pa.Table
    collations: pa.Table
    texts: Mapping[str, str]
    languages: Mapping[str, str | None]

    @cached_property
    def where(self) -> dict[tuple[str, str], str]:
        """The document of each witness."""
        columns = (self.traditions[name].to_pylist() for name in ("tradition", "siglum", "doc"))
        return {(tradition, siglum): doc for tradition, siglum, doc in zip(*columns, strict=True)}

    @cached_property
    def lexica(self) -> dict[str, Lexicon | None]:
        """The words of the language of each document."""
        declared = self.languages
        return {doc: lexicon(declared.get(doc) or language_of(text, None).code) for doc, text in self.texts.items()}

    @cached_property
    def written(self) -> dict[str, list[str]]:
        """The words of each document."""
        return {doc: WORD.findall(text) for doc, text in self.texts.items()}

    @cached_property
    def counts(self) -> dict[str, Counter[str]]:
        """How often each document has each word."""
        return {doc: _forms(Counter(words)) for doc, words in self.written.items()}

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which words stand beside which in all of them."""
        words = next(filter(None, self.lexica.values()), None)
        return Neighbours(indexed(list(self.written.values())), form, words.frequency if words else lambda _: 0.0)

    def better(self, token: Token, one: str, two: str) -> float:
        """By how many nats a second word fits better where a token stands than a first, each against anywhere."""
        pairs, (before, after) = self.neighbours, self._beside(token)
        left, right = before[-1] if before else "", after[0] if after else ""
        fits = [pairs.after(left, word, 1) * pairs.after(word, right, 1) / pairs.share(word, 1) for word in (one, two)]
        return math.log(fits[1] / fits[0])

    def same_round(self, token: Token, other: Token) -> bool:
        """Whether the same words stand round two tokens."""
        return self._beside(token) == self._beside(other)

    def is_part(self, token: Token) -> bool:
        """Whether a token is part of a word that is divided at the end of a line."""
        text = self.texts[token.doc]
        return bool(DIVIDED.fullmatch(text[max(0, token.start - 8) : token.start]) or BROKEN.match(text, token.end))

    def _beside(self, token: Token) -> tuple[list[str], list[str]]:
        text = self.texts[token.doc]
        before = WORD.findall(text, max(0, token.start - FAR), token.start)
        after = WORD.findall(text, token.end, token.end + FAR)
        return list(map(form, before[-BESIDE:])), list(map(form, after[:BESIDE]))


def _forms(words: Counter[str]) -> Counter[str]:
    forms: Counter[str] = Counter()
    for word, count in words.items():
        forms[form(word)] += count
    return forms


def copies(documents: pa.Table, traditions: pa.Table, collations: pa.Table, texts: Texts) -> Copies:
    """The copies that a library has of its texts: nothing is read where there are none."""
    held = traditions.filter(pc.equal(traditions["kind"], "text"))
    if not collations.num_rows:
        held = held.slice(0, 0)
    columns = (documents[name].to_pylist() for name in ("doc", "language"))
    read = dict(texts(sorted(set(held["doc"].to_pylist())))) if held.num_rows else {}
    return Copies(held, collations, read, dict(zip(*columns, strict=True)))


def differences(copies: Copies) -> Iterator[tuple[Token, Token, int]]:
    """Each token that one copy alone has where all others agree on another, and how many those are."""
    for tokens in _places(copies):
        said = {token[-1]: token for token in tokens}
        if len(said) != 2 or len({token[0] for token in tokens}) < len(tokens):
            continue
        one, two = said.values()
        many = sum(token[-1] == one[-1] for token in tokens)
        for token, other, count in ((one, two, many), (two, one, len(tokens) - many)):
            if count == 1:
                yield Token(*token), Token(*other), len(tokens) - 1


def _places(copies: Copies) -> Iterator[list[tuple[str, int, int, str]]]:
    """For each place that varies what stands there in each document: the fields of its tokens."""
    rows = copies.collations.select(["tradition", "place", "siglum", "start", "end", "variant"])
    keys = rows.filter(pc.is_in(rows["variant"], KINDS)).group_by(["tradition", "place"]).aggregate([])
    rows = rows.drop_columns(["variant"]).join(keys, ["tradition", "place"], join_type="inner")
    rows = rows.sort_by([(name, "ascending") for name in ("tradition", "place", "siglum", "start")])
    found: list[tuple[str, int, int, str]] = []
    at: tuple[str, int] | None = None
    for tradition, place, siglum, start, end in zip(*(column.to_pylist() for column in rows.columns), strict=True):
        if at is not None and at != (tradition, place):
            yield found
            found = []
        at = tradition, place
        doc = copies.where.get((tradition, siglum))
        if doc is not None and start is not None:
            found.append((doc, start, end, copies.texts[doc][start:end]))
    yield found
