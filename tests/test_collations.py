"""Collations: cases that an editor could write, and what must hold for every token of every witness."""

from __future__ import annotations

import tomllib
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.differences import plain
from variorum.tables import COLLATIONS
from variorum.traditions import collations
from variorum.traditions.alignment import Places, Text
from variorum.traditions.alignment import collated as lined_up
from variorum.traditions.anchors import anchors
from variorum.traditions.guide import columns_of
from variorum.traditions.lexicon import LETTERS, lexicon
from variorum.traditions.moved import moved
from variorum.traditions.profiles import aligned, filled, profile, worth
from variorum.traditions.profiles.worths import alphabet, room
from variorum.traditions.profiles.worths.kernels import enter, mark, worth_of, worths_of
from variorum.traditions.tokens import tokens

FILE = Path(__file__).parent / "cases" / "collations" / "variants.toml"
SIGLA = "ABCDEFGH"
Row = dict[str, Any]


def collated(*texts: str) -> list[Row]:
    """The collation of whole texts, the first of them the base."""
    return collation(*texts).to_pylist()


def collation(*texts: str) -> pa.Table:
    docs = [f"{siglum}.txt" for siglum in SIGLA[: len(texts)]]
    count = len(texts)
    spans = {"start": [0] * count, "end": [len(text) for text in texts], "siglum": list(SIGLA[:count])}
    table = pa.table({"tradition": ["t"] * count, "doc": docs, **spans})
    found = collations(table, pa.table({"doc": docs, "text": pa.array(texts, pa.large_string())}))
    assert found.schema == COLLATIONS.schema
    return found


def of(rows: list[Row], siglum: str) -> list[Row]:
    return [row for row in rows if row["siglum"] == siglum]


def cases() -> list[Any]:
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]
    marks = [
        [pytest.mark.xfail(strict=True, reason=why)] if (why := case.get("known_failure")) else [] for case in found
    ]
    return [pytest.param(case, id=case["name"], marks=mark) for case, mark in zip(found, marks, strict=True)]


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    witness = case["witness"]
    differing = [row for row in of(collated(case["base"], witness), "B") if row["kind"] != "same"]
    assert [[row["kind"], row["lemma"] or "", witness[row["start"] : row["end"]]] for row in differing] == case["found"]


CLASSES = tomllib.loads((FILE.parent / "classes.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CLASSES, ids=lambda case: case["name"])
def test_class(case: dict[str, Any]) -> None:
    witness = case["witness"]
    differing = [row for row in of(collated(case["base"], witness), "B") if row["variant"] != "same"]
    found = [[row["variant"], row["lemma"] or "", witness[row["start"] : row["end"]]] for row in differing]
    assert sorted(found) == sorted(case["found"])


WORDS = st.lists(
    st.sampled_from(["a", "the", "The", "dam", "held", "hold", "ſhip", "ship", ",", ".", "—", "水", "&"]), max_size=30
)
TEXTS = st.lists(WORDS.map(" ".join), min_size=2, max_size=4)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_every_token_comes_out_once_and_in_order(texts: list[str]) -> None:
    rows = collated(*texts)
    assert rows == sorted(rows, key=lambda row: (row["place"], row["siglum"], row["start"]))
    base = {row["place"]: texts[0][row["start"] : row["end"]] for row in of(rows, "A")}
    for siglum, text in zip(SIGLA, texts, strict=False):
        mine = of(rows, siglum)
        present = [row for row in mine if row["start"] < row["end"]]
        found = tokens(text)
        assert [(row["start"], row["end"]) for row in present] == list(zip(found.starts, found.ends, strict=True))
        assert [row["start"] for row in mine] == sorted(row["start"] for row in mine)
        assert len({row["place"] for row in mine}) == len(mine)
        assert all(row["lemma"] == base.get(row["place"]) for row in mine)
        assert set(base) <= {row["place"] for row in mine}
        for row in mine:
            written = text[row["start"] : row["end"]]
            assert (row["kind"] == "same") == (written == row["lemma"])
            assert row["kind"] != "minus" or not written
            assert row["kind"] != "plus" or row["lemma"] is None
    assert {row["place"] for row in rows} == set(range(len({row["place"] for row in rows})))


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_a_witness_twice_changes_no_place(texts: list[str]) -> None:
    once, twice = collated(*texts), collated(*texts, texts[-1])
    added = SIGLA[len(texts)]
    assert [row for row in twice if row["siglum"] != added] == once
    last = SIGLA[len(texts) - 1]
    assert [{**row, "siglum": last} for row in of(twice, added)] == of(once, last)


def test_witnesses_share_the_place_of_what_both_add() -> None:
    rows = collated("It is late.", "It is very late.", "It is not very late.")
    very = {row["siglum"]: row["place"] for row in rows if row["kind"] == "plus" and row["start"] < row["end"]}
    assert [(row["place"], row["siglum"]) for row in rows if row["kind"] == "plus"] == [(2, "C"), (3, "B"), (3, "C")]
    assert set(very) == {"B", "C"}


def test_boilerplate_and_lone_witnesses_are_passed_over() -> None:
    table = {"tradition": ["s", "t", "t", "t"], "doc": list("abcd"), "start": [0] * 4, "end": [9] * 4}
    traditions = pa.table({**table, "siglum": ["A", "A", "B", "C"]})
    documents = pa.table({"doc": list("abcd"), "text": ["All right"] * 4})
    assert collations(traditions, documents, most_witnesses=2).num_rows == 0
    assert collations(traditions, documents, most_witnesses=3).num_rows == 6
    assert collations(traditions.slice(0, 0), documents).schema == COLLATIONS.schema


def test_texts_with_nothing_in_common_are_a_minus_and_a_plus() -> None:
    ours, theirs = (" ".join(f"{a}{b}" for a in letters for b in letters) for letters in ("abcdefghij", "klmnopqrst"))
    kinds = [row["kind"] for row in of(collated(f"begin {ours} end", f"begin {theirs} end"), "B")]
    assert (kinds[0], Counter(kinds[1:-1]), kinds[-1]) == ("same", {"minus": 100, "plus": 100}, "same")


def test_only_what_lies_in_the_span_is_collated() -> None:
    traditions = pa.table(
        {"tradition": ["t"] * 2, "doc": ["a", "b"], "start": [4, 0], "end": [12, 8], "siglum": ["A", "B"]}
    )
    rows = collations(traditions, pa.table({"doc": ["a", "b"], "text": ["the old ship sank", "old ship"]})).to_pylist()
    assert [(row["siglum"], row["start"], row["end"]) for row in rows if row["kind"] == "same"] == [
        ("A", 4, 7),
        ("B", 0, 3),
        ("A", 8, 12),
        ("B", 4, 8),
    ]


def places(*texts: str) -> Places:
    found = [tokens(text) for text in texts]
    return lined_up(
        [Text(f, [t[a:b] for a, b in zip(f.starts, f.ends, strict=True)]) for f, t in zip(found, texts, strict=True)]
    )


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_witnesses_changes_no_place(texts: list[str], chance: Any) -> None:
    order = list(range(len(texts)))
    chance.shuffle(order)
    there = places(*(texts[nth] for nth in order)).columns
    assert places(*texts).columns[:, order].tolist() == there.tolist()


@settings(deadline=None, max_examples=20)
@given(WORDS.map(" ".join), st.integers(2, 4))
def test_identical_witnesses_have_no_variants(text: str, count: int) -> None:
    assert {row["variant"] for row in collated(*[text] * count)} <= {"same"}


def test_what_has_moved_is_found_and_forced_into_no_place() -> None:
    first = "They mended the eastern dam before the frost came over the marsh that year."
    then = "Nobody thanked the carpenter for it, who went home without a lamp."
    last = "In spring the water rose as it had always done, and the eastern dam held."
    one, other = f"{first} {then} {last}", f"{then} {last} {first}"
    found = places(one, other)
    (found_move,) = moved(found, 0, 1)
    assert found_move.words == len(first.split())
    rows = collated(one, other)
    assert {row["variant"] for row in rows if row["kind"] in ("plus", "minus")} == {"transposition"}


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["mend dam", "frost came over", "no lamp", "eel", "held fast, he"]), max_size=9),
    st.randoms(),
)
def test_no_word_moves_twice_and_none_is_out_of_bounds(pieces: list[str], chance: Any) -> None:
    other = [*pieces, "eel"]
    chance.shuffle(other)
    found = places(" ".join(pieces) or "x", " ".join(other))
    moves = moved(found, 0, 1)
    ids = found.ids
    for side in (0, 2):
        spans = sorted((each[side], each[side + 1]) for each in moves)
        assert all(start < end for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        assert not spans or (spans[0][0] >= 0 and spans[-1][1] <= len(ids[side // 2]))
    for each in moves:
        assert ids[0][each.start] == ids[1][each.other_start]
        assert ids[0][each.end - 1] == ids[1][each.other_end - 1]


def test_a_formula_that_recurs_has_not_moved() -> None:
    first, last = (" ".join(f"it was as {name}{nth}" for nth in range(100)) for name in ("reed", "wave"))
    one, other = f"{first} as was it was {last}", f"{first} {last} as was it was"
    assert moved(places(one, other), 0, 1) == []


def costs_of_every_alignment(lex: Any, one: Any, other: Any) -> float:
    """The best that any alignment is worth, by trying all."""
    best = -1e9
    size, there = len(one.keys), len(other.keys)
    for count in range(min(size, there) + 1):
        for mine in combinations(range(size), count):
            for theirs in combinations(range(there), count):
                answers = np.full(size, -1)
                answers[list(mine)] = theirs
                best = max(best, worth(lex, one, other, answers))
    return best


SHORT = st.lists(st.sampled_from(["dam", "damm", "held", "hold", ",", "."]), min_size=1, max_size=5)


@settings(deadline=None, max_examples=80)
@given(SHORT, SHORT)
def test_no_alignment_is_worth_more_than_the_one_found(ours: list[str], theirs: list[str]) -> None:
    texts = [tokens(" ".join(words)) for words in (ours, theirs)]
    lex, ids = lexicon([(f, words) for f, words in zip(texts, (ours, theirs), strict=True)])
    one, other = (profile(lex, columns_of(mine), [mine]) for mine in ids)
    whole = np.array([[0, len(ours), 0, len(theirs)]])
    trimmed = filled(lex, one, other, whole, np.full(len(ours), -1))
    assert aligned(lex, one, other).tolist() == trimmed.tolist()
    assert worth(lex, one, other, trimmed) >= costs_of_every_alignment(lex, one, other) - 1e-9


def letters_changed(one: str, other: str) -> int:
    """The Levenshtein distance, by the table of its definition."""
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, there in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != there)))
        above = row
    return above[-1]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text("abcö", min_size=1, max_size=LETTERS), min_size=1, max_size=4, unique=True), SHORT)
def test_columns_are_worth_what_their_pairs_of_words_are(ours: list[str], theirs: list[str]) -> None:
    texts = [tokens(" ".join(words)) for words in (ours, theirs)]
    lex, ids = lexicon([(f, words) for f, words in zip(texts, (ours, theirs), strict=True)])
    one, other = (profile(lex, columns_of(mine), [mine]) for mine in ids)
    span, out = room(lex, other.words), np.empty(len(theirs))
    count = enter(lex, other, 0, len(theirs), span)
    for i, mine in enumerate(ours):
        worths_of(lex, one, i, other, (0, len(theirs), count), span, out)
        for j, word in enumerate(theirs):
            alike = 1 - letters_changed(plain(mine), plain(word)) / max(len(plain(mine)), len(plain(word)), 1)
            expected = -0.35 + 1.1 * (alike if alike >= 0.5 else 0)
            if not word.isalpha():
                expected = -4.0
            elif ids[0][i] == ids[1][j]:
                expected = lex.weights[ids[0][i]]
            assert out[j] == expected
            assert worth_of(lex, int(ids[0][i]), int(ids[1][j]), marked(lex, int(ids[0][i]))) == expected


def marked(lex: Any, word: int) -> Any:
    masks = alphabet(lex)
    mark(lex, word, masks)
    return masks


def longest_rising(values: list[int]) -> int:
    """How long the longest rising subsequence is, by trying every pair."""
    best: list[int] = []
    for at, value in enumerate(values):
        best.append(1 + max((best[before] for before in range(at) if values[before] < value), default=0))
    return max(best, default=0)


@settings(deadline=None)
@given(st.permutations(range(12)), st.permutations(range(12)))
def test_anchors_are_a_longest_chain(a: list[int], b: list[int]) -> None:
    one, other = anchors(np.array(a, np.uint64), np.array(b, np.uint64), 1)
    assert [a[at] for at in one] == [b[at] for at in other]
    assert (np.diff(one) > 0).all() and (np.diff(other) > 0).all()
    assert len(one) == longest_rising([b.index(value) for value in a])


def test_two_transcriptions_of_a_book(shared: Path) -> None:
    folder = shared / "editions" / "library"
    files = [next(folder.glob(f"{name}_*")) for name in ("pg1404", "pg18")]
    texts = [file.read_bytes().decode("utf-8-sig") for file in files]
    kinds = Counter(collation(*texts)["kind"].to_pylist())
    assert kinds["same"] + kinds["accidental"] > 0.98 * kinds.total()
