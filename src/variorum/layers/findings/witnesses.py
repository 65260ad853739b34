"""Places where one copy of a text differs from its other witnesses in a way that looks like a slip.

**What it finds.** A word that is none, or hardly ever, where the other copies have a word like it.

**Why it matters.** No dictionary knows the names of a book, but another copy of it does.

**Example.** *Avkesntiev* in one transcription, *Avksentiev* in the other.

**When it is wrong.** Where one edition spells by other rules than the other: spellings that a copy has often are passed
over. What authors changed themselves is mostly a word for a word, and not reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz.distance import DamerauLevenshtein

from variorum.engine import Texts
from variorum.layers.findings.page import WORD, form
from variorum.layers.findings.words.lexicon import Lexicon, lexicon
from variorum.layers.findings.words.misprints import bare
from variorum.layers.languages import language_of
from variorum.text import fold_word

FAR, SHORTEST = 2, 3
"""By how many letters a slip differs from its word at most; how many letters it has at least."""
LISTED = 1e-8
"""From which frequency on a form is a word."""
UNUSUAL = 300
"""So many times as rare as another word is what is no word beside it: the lists have the slips of careless writers."""
INVISIBLE = "\u2060\u200b\ufeff\u00ad"
UNLISTED, NAME = 0.85, 0.7
RARER = 3
"""A name's misspelling is so many times as rare in its own copy as the name is in all together."""
KINDS = pa.array(["spelling", "accent", "word", "inflection", "plus", "minus"])
RULE = "witnesses"


class _Token(NamedTuple):
    """A token of a witness."""

    doc: str
    start: int
    end: int
    written: str


class _Copies(NamedTuple):
    """The documents in which witnesses stand: their texts, and how often each has each word that is asked for."""

    texts: Mapping[str, str]
    counts: Mapping[str, Counter[str]]
    lexica: Mapping[str, Lexicon | None]


def witnesses(
    documents: pa.Table, traditions: pa.Table, collations: pa.Table, texts: Texts
) -> Iterator[dict[str, Any]]:
    """Rows of findings (`tables.FINDINGS`) from the places at which the witnesses of a text differ."""
    varying = collations.filter(pc.is_in(collations["variant"], KINDS))
    if not varying.num_rows:
        return
    where = _where(traditions)
    copies = _copies(documents, dict(texts(sorted(set(where.values())))))
    for readings in _places(collations, varying, where, copies.texts):
        for token, other, many in _alone(readings):
            yield from _judged(token, other, many, copies)


def _where(traditions: pa.Table) -> dict[tuple[str, str], str]:
    """The document of each witness of a text that came down in several."""
    texts = traditions.filter(pc.equal(traditions["kind"], "text"))
    columns = (texts[name].to_pylist() for name in ("tradition", "siglum", "doc"))
    return {(tradition, siglum): doc for tradition, siglum, doc in zip(*columns, strict=True)}


def _copies(documents: pa.Table, texts: dict[str, str]) -> _Copies:
    columns = (documents[name].to_pylist() for name in ("doc", "language"))
    declared = dict(zip(*columns, strict=True))
    lexica = {doc: lexicon(declared[doc] or language_of(text, None).code) for doc, text in texts.items()}
    counts = {doc: Counter(map(form, WORD.findall(text))) for doc, text in texts.items()}
    return _Copies(texts, counts, lexica)


def _places(
    collations: pa.Table, varying: pa.Table, where: Mapping[tuple[str, str], str], texts: Mapping[str, str]
) -> Iterator[dict[str, list[_Token]]]:
    """For each place that varies what stands there in each document."""
    keys = varying.select(["tradition", "place"]).group_by(["tradition", "place"]).aggregate([])
    rows = collations.select(["tradition", "place", "siglum", "start", "end"])
    rows = rows.join(keys, ["tradition", "place"], join_type="inner")
    rows = rows.sort_by([(name, "ascending") for name in ("tradition", "place", "siglum", "start")])
    found: dict[str, list[_Token]] = {}
    at: tuple[str, int] | None = None
    for tradition, place, siglum, start, end in zip(*(column.to_pylist() for column in rows.columns), strict=True):
        if at is not None and at != (tradition, place):
            yield found
            found = {}
        at = tradition, place
        doc = where.get((tradition, siglum))
        if doc is not None and start is not None:
            found.setdefault(doc, []).append(_Token(doc, start, end, texts[doc][start:end]))
    yield found


def _alone(readings: dict[str, list[_Token]]) -> Iterator[tuple[_Token, str, int]]:
    """Each token that one copy alone has where all others agree on another, and how many those are."""
    single = {doc: tokens[0] for doc, tokens in readings.items() if len(tokens) == 1}
    if len(single) != len(readings) or len(single) < 2:
        return
    for doc, token in single.items():
        others = {other.written for name, other in single.items() if name != doc}
        if len(others) == 1 and token.written not in others:
            yield token, others.pop(), len(single) - 1


def _simple(word: str) -> str:
    """A word without accents and ligatures, whichever way they are taken apart, nor the letters of old print."""
    return bare(fold_word(word))


def _judged(token: _Token, other: str, many: int, copies: _Copies) -> Iterator[dict[str, Any]]:
    other = other.strip(INVISIBLE)
    one, two = form(token.written.strip(INVISIBLE)), form(other)
    words = copies.lexica[token.doc]
    if (
        words is None
        or min(len(one), len(two)) < SHORTEST
        or not (one.isalpha() and two.isalpha())
        or _simple(one) == _simple(two)
    ):
        return
    if DamerauLevenshtein.distance(one, two, score_cutoff=FAR) > FAR:
        return
    here, there = copies.counts[token.doc][one], sum(counts[two] for counts in copies.counts.values())
    elsewhere = sum(counts[one] for doc, counts in copies.counts.items() if doc != token.doc)
    if elsewhere or here > RARER or words.frequency(one) >= max(LISTED, words.frequency(two) / UNUSUAL):
        return
    listed = words.frequency(two) >= LISTED
    if not listed and there < RARER * here:
        return
    likely = UNLISTED if listed else NAME
    said = "the other copies have" if many > 1 else "the other copy has"
    yield {
        "doc": token.doc,
        "start": token.start,
        "end": token.end,
        "rule": RULE,
        "message": f"{said} {other} here",
        "suggestion": other,
        "confidence": 1 - (1 - likely) / many,
    }
