from __future__ import annotations

import random
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from variorum.engines.local import LocalEngine
from variorum.passages import passages, reuse
from variorum.tables import PASSAGES, QUOTED, REUSE, TRANSLATIONS
from variorum.text import code_points, fold_word, words

CASES = tomllib.loads((Path(__file__).parent / "cases/passages/quotations.toml").read_text(encoding="utf-8"))
SHARED = Path(__file__).parents[2] / "shared"
ENGINE = LocalEngine(threads=1)
few = settings(deadline=None, max_examples=25)


def documents(**texts: str) -> pa.Table:
    return pa.table(
        {"doc": pa.array(list(texts), pa.string()), "text": pa.array(list(texts.values()), pa.large_string())}
    )


def found(**texts: str) -> list[dict[str, Any]]:
    return list(shared(documents(**texts), QUOTED.empty()).to_pylist())


def shared(texts: pa.Table, quoted: pa.Table, engine: LocalEngine = ENGINE) -> pa.Table:
    """Candidates, settled."""
    return passages(engine, texts, quoted, reuse(engine, texts, quoted), TRANSLATIONS.empty())


def invented(count: int, seed: int) -> list[str]:
    """Words that no language has, with the frequencies that every language has."""
    chance = random.Random(seed)
    syllables = [consonant + vowel for consonant in "bdfgklmnprstz" for vowel in "aeiou"]
    lexicon = ["".join(random.Random(rank).choices(syllables, k=1 + len(str(rank)))) for rank in range(1, 5000)]
    return chance.choices(lexicon, [1 / (rank + 2) for rank in range(len(lexicon))], k=count)


def covered(rows: list[dict[str, Any]], doc: str, text: str) -> float:
    """The share of a text's words that stand in rows."""
    inside = np.zeros(len(text) + 1, bool)
    for row in rows:
        for side in "ab":
            if row[f"doc_{side}"] == doc:
                inside[row[f"start_{side}"] : row[f"end_{side}"]] = True
    return float(inside[words(text).starts].mean())


def shares(case: dict[str, str]) -> bool:
    start = case["a"].index(case["shares"])
    end = start + len(case["shares"])
    rows = [row for row in found(a=case["a"], b=case["b"]) if row["doc_b"] == "b"]
    return any(row["start_a"] <= start + 2 and row["end_a"] >= end - 2 for row in rows)


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["name"])
def test_found(case: dict[str, str]) -> None:
    assert shares(case)


@pytest.mark.parametrize("case", CASES["left_alone"], ids=lambda case: case["name"])
def test_left_alone(case: dict[str, str]) -> None:
    assert found(a=case["a"], b=case["b"]) == []


@pytest.mark.xfail(strict=True, reason="only words that are the same or alike are seen")
@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda case: case["name"])
def test_known_failures(case: dict[str, str]) -> None:
    assert shares(case)


def test_a_row_says_where_and_how_much() -> None:
    sentence = "Nobody may sell eels by candlelight within the seven parishes"
    (row,) = found(b=f"{sentence}.", a=f"The charter says: {sentence.upper()}!")
    assert row == {
        "doc_a": "a",
        "start_a": 18,
        "end_a": 18 + len(sentence),
        "doc_b": "b",
        "start_b": 0,
        "end_b": len(sentence),
        "kind": "exact",
        "words": 10,
        "identity": 1000,
        "score": row["score"],
        "support": row["support"],
        "gaps": [],
    }
    assert row["score"] >= 50_000


def test_an_abridged_quotation_is_one_row_with_its_gap() -> None:
    start, middle, end = (
        "The harbour master counted fourteen barges laden with quarried slate",
        "while the rain came down as it comes only in that valley and every clerk had gone home to supper",
        "and entered none of them in the ledger that the bishop had sealed",
    )
    whole, cut = f"{start}, {middle}, {end}.", f"“{start} [...] {end}.”"
    (row,) = found(a=cut, b=whole)
    ((gap,),) = [row["gaps"]]
    assert (cut[row["start_a"] : row["end_a"]], whole[row["start_b"] : row["end_b"]]) == (cut[1:-2], whole[:-1])
    assert gap["marker"] == "[...]"
    assert whole[gap["start_b"] : gap["end_b"]].strip(", ") == middle


def test_a_few_words_behind_an_ellipsis_belong_to_the_quotation() -> None:
    whole = "The harbour master counted fourteen barges laden with quarried slate before he drowned himself in cider"
    (row,) = found(a="The harbour master counted fourteen barges laden . . . in cider", b=whole)
    assert row["end_b"] == len(whole)


def test_a_document_is_compared_with_itself() -> None:
    refrain = "blow softly over the barley mow till Margery comes from the mill"
    text = f"{refrain}. {' '.join(invented(40, 1))} {refrain}"
    (row,) = found(song=text)
    assert (row["doc_a"], row["doc_b"]) == ("song", "song")
    assert row["end_a"] <= row["start_b"]


def test_two_transcriptions_of_a_book_are_few_long_passages() -> None:
    book = invented(20_000, 2)
    other = [word if number % 90 else word[::-1] for number, word in enumerate(book)]
    del other[7000:7003]
    rows = [row for row in found(a=" ".join(book), b=" ".join(other)) if row["doc_a"] != row["doc_b"]]
    long = [row for row in rows if row["words"] > 500]
    assert len(long) <= 3
    assert covered(long, "a", " ".join(book)) > 0.98


def test_boilerplate_is_a_star_from_the_earliest() -> None:
    licence = " ".join(invented(60, 3))
    texts = {f"d{number:03}": f"{' '.join(invented(30, 100 + number))} {licence}" for number in range(80)}
    rows = [row for row in found(**texts) if row["words"] >= 55]
    assert {row["doc_b"] for row in rows if row["doc_a"] == "d000"} == set(texts) - {"d000"}
    assert len(rows) == 79  # of 3160 pairs


@pytest.mark.parametrize("memory", [1, 1 << 20, 1 << 24])
def test_rows_are_the_same_however_little_memory_there_is(memory: int) -> None:
    whole = invented(3000, 5)
    texts = documents(a=" ".join(whole), b=" ".join(invented(50, 6) + whole[700:900]), c=" ".join(whole[850:2000]))
    assert reuse(LocalEngine(memory=memory), texts, QUOTED.empty()).equals(reuse(ENGINE, texts, QUOTED.empty()))


def test_nothing_comes_of_nothing() -> None:
    assert reuse(ENGINE, documents(), QUOTED.empty()).equals(REUSE.empty())
    assert reuse(ENGINE, documents(a="", b=" … "), QUOTED.empty()).equals(REUSE.empty())
    assert reuse(ENGINE, documents(a="", b=" … ", c="word"), QUOTED.empty()).equals(REUSE.empty())


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, str]:
    pieces = [*(invented(length, 40 + number) for number, length in enumerate((9, 15, 40, 3, 1))), ["…"], ['"']]
    chosen = st.lists(st.sampled_from(pieces), max_size=10).map(
        lambda parts: " ".join(word for part in parts for word in part)
    )
    return draw(st.dictionaries(st.sampled_from(["b", "B", "é", "a/1", "ж", "a"]), chosen, max_size=5))


@given(libraries(), st.randoms())
@few
def test_the_contract_holds(library: dict[str, str], chance: random.Random) -> None:
    table = shared(documents(**library), QUOTED.empty())
    shuffled = list(library.items())
    chance.shuffle(shuffled)
    assert table.equals(shared(documents(**dict(shuffled)), QUOTED.empty(), LocalEngine(threads=2)))
    assert table.schema.equals(PASSAGES.schema)
    rows = table.to_pylist()
    keys = [tuple(row[name] for name in REUSE.order) for row in rows]
    assert all(one < other for one, other in pairwise(keys))
    for row, (a, start_a, end_a, b, start_b, end_b) in zip(rows, keys, strict=True):
        assert (a, start_a) < (b, start_b)
        assert a != b or end_a <= start_b
        assert 0 <= start_a < end_a <= len(library[a])
        assert 0 <= start_b < end_b <= len(library[b])
        assert row["words"] == len(words(library[a][start_a:end_a]).keys)
        assert (row["kind"] == "exact") == (row["identity"] == 1000 and not row["gaps"])
        for gap in row["gaps"]:
            assert start_a < gap["start_a"] <= gap["end_a"] < end_a
            assert start_b < gap["start_b"] <= gap["end_b"] < end_b
        inside = [
            k
            for k in keys
            if k[::3] == (a, b) and k[1] <= start_a and k[2] >= end_a and k[4] <= start_b and k[5] >= end_b
        ]
        assert len(inside) == 1


@given(st.lists(st.integers(0, 6), max_size=60))
@few
def test_numbers_and_counts(values: list[int]) -> None:
    from variorum.passages.fingerprints import kernels

    numbers, firsts, counts = kernels.number(np.array(values, np.uint64))
    order = list(dict.fromkeys(values))
    assert [order[number] for number in numbers] == values
    assert firsts.tolist() == [values.index(value) for value in order]
    assert counts.tolist() == [values.count(value) for value in order]


def test_numbering_grows() -> None:
    from variorum.passages.fingerprints import kernels

    values = np.arange(200_000, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    numbers, firsts, counts = kernels.number(np.concatenate((values, values)))
    assert (numbers == np.tile(np.arange(200_000), 2)).all()
    assert (firsts == np.arange(200_000)).all()
    assert (counts == 2).all()


@given(st.lists(st.lists(st.integers(0, 3), max_size=12), max_size=4), st.integers(2, 6))
@few
def test_pairs_of_places(texts: list[list[int]], most: int) -> None:
    """Every pair of places whose three words agree is found, or is the continuation of one that is."""
    from variorum.passages.fingerprints import Corpus, Lexicon
    from variorum.passages.seeds import Part, Pattern, Seeds, kernels
    from variorum.passages.seeds.meetings.kernels import pairs
    from variorum.passages.signs import LETTERS

    row = np.array([word for text in texts for word in text], np.int32)
    bounds = np.cumsum([0, *map(len, texts)])
    pattern, shift = Pattern(1, 2, most, 0), np.uint64(10)
    lexicon = Lexicon(np.arange(4).astype(np.uint64), np.zeros((4, LETTERS), np.uint16), np.zeros(4, np.uint64))
    corpus = Corpus(
        row,
        np.full((len(row), 2), 5000, np.int16),
        np.zeros(len(row), np.uint8),
        np.zeros(len(row) + 1, np.uint8),
        bounds,
        lexicon,
    )
    common = np.zeros(len(row), np.uint8)
    anywhere = np.empty(0, np.int64)
    halves = [Part(np.uint64(number), np.uint64(63)) for number in (0, 1)]
    parts = [np.sort(kernels.fingerprints(corpus, pattern, half, shift)) for half in halves]
    shared = np.concatenate([kernels.postings(corpus, part, shift, pattern, common) for part in parts])
    placed, groups = kernels.grouped(shared, (0, len(shared)), most)
    before = np.empty_like(shared)
    order = kernels.ordered(np.sort(placed), groups, 0, before)
    seeds = Seeds(shared, before, order, np.array([len(order)]))
    got = set()
    for document in range(len(texts)):
        found = pairs(bounds, document, seeds, anywhere)
        got |= set(map(tuple, found.tolist()))
    assert got == expected_pairs(row.tolist(), bounds.tolist(), most)


def expected_pairs(row: list[int], bounds: list[int], most: int) -> set[tuple[int, int]]:
    starts = [place for low, high in pairwise(bounds) for place in range(low, high - 2)]
    groups: dict[tuple[int, ...], list[int]] = {}
    for place in starts:
        groups.setdefault(tuple(row[place : place + 3]), []).append(place)
    rare = [group for group in groups.values() if len(group) <= most]
    every = {(p, q) for group in rare for p in group for q in group if p < q}
    opens = set(bounds)
    return {(p, q) for p, q in every if p in opens or q in opens or (p - 1, q - 1) not in every}


@given(st.text("abcdeж", min_size=1, max_size=20), st.text("abcdeж", min_size=1, max_size=20))
@settings(deadline=None, max_examples=100)
def test_likeness_of_words(one: str, other: str) -> None:
    from variorum.passages.alignments.likeness import kernels
    from variorum.passages.fingerprints import library
    from variorum.passages.lent.kernels import lent
    from variorum.passages.signs import LETTERS

    corpus = library(ENGINE, documents(a=f"{one} {other}"), QUOTED.empty()).corpus
    x, y = corpus.words.tolist()
    flat = getattr(lent, "py_func", lent)(corpus)
    worth = kernels.likeness(flat, x, y, 9000, np.empty(LETTERS + 1, np.int64))
    first, second = fold_word(one)[:LETTERS], fold_word(other)[:LETTERS]
    edits, length = Levenshtein.distance(first, second), max(len(first), len(second))
    alike = 3 * edits <= length + 1 and 2 * edits < length
    assert worth == (9000 * (length - 2 * edits) // length << kernels.SAME if alike else -kernels.MISMATCH)


def test_signs_before_words() -> None:
    from variorum.passages.fingerprints.kernels import signs
    from variorum.passages.signs import MARKED, OMITTED

    text = 'a “b” c ... d … e [. . .] f * * g, h. "I" ’j .. k'
    found = words(text)
    before = dict(
        zip((text[start] for start in found.starts), signs(code_points(text), found.starts, found.ends), strict=True)
    )
    assert {letter for letter, sign in before.items() if sign & OMITTED} == set("defg")
    assert {letter for letter, sign in before.items() if sign & MARKED} == set("bcIjk") - {"k"}


@pytest.mark.skipif(not (SHARED / "october-1917").is_dir(), reason="needs ../shared/october-1917")
def test_a_book_quotes_another() -> None:
    from xml.etree import ElementTree

    folder = SHARED / "october-1917/library"
    names = ("eastman-since-lenin-died-appendix-3.txt", "reed-ten-days/chapter-11.xhtml")
    texts = {
        name: "".join(ElementTree.fromstring((folder / name).read_bytes()).itertext())
        if name.endswith("xhtml")
        else (folder / name).read_text(encoding="utf-8")
        for name in names
    }
    spans = [
        texts[row["doc_a"]][row["start_a"] : row["end_a"]] for row in found(**texts) if row["doc_a"] != row["doc_b"]
    ]
    assert any("firmly convinced" in span and "conscious workers" in span for span in spans)
