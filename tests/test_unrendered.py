"""Phrases that a translation leaves out: what is found and left alone, and the compiled loop beside a plain one."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engines.local import LocalEngine
from variorum.passages import sentences, translations, unrendered
from variorum.passages.answers import likeness, vocabulary_of
from variorum.passages.answers.kernels import FAR, LIGHT, UNEVEN, USUAL, gaps, more_than_usual, nearest
from variorum.passages.comparatives import left_over
from variorum.passages.spellings import spellings
from variorum.tables import BLOCKS, DOCUMENTS, ELLIPSES, PASSAGES, UNRENDERED
from variorum.traditions.cuts import marks_of
from variorum.traditions.unrendered import phrases_left_out

ENGINE = LocalEngine()
pages = import_module("variorum.archive.site.pages.translations")
CASES = json.loads((Path(__file__).parent / "cases" / "unrendered.json").read_text("utf-8"))
AROUND, SAME = CASES["around"], CASES["in one language"]


def left_out(one: str, other: str, around: Any = AROUND) -> list[tuple[str, str, str, bool]]:
    """What is left out of two texts of which these sentences render each other: by which, what, its level, its mark."""
    texts = {
        "a": " ".join([*around["before"][0], one, *around["after"][0]]),
        "b": " ".join([*around["before"][1], other, *around["after"][1]]),
    }
    documents = DOCUMENTS.rows([{"doc": doc, "text": text, "words": len(text.split())} for doc, text in texts.items()])
    cut = sentences(ENGINE, documents, BLOCKS.empty())
    beads = translations(ENGINE, documents, cut)
    assert beads.num_rows >= len(AROUND["before"][0])
    rows = phrases_left_out(unrendered(ENGINE, documents, cut, beads), documents, marks_of(ELLIPSES.empty()), [])
    return [
        (row["doc"], texts[row["other_doc"]][row["other_start"] : row["other_end"]], row["level"], row["marked"])
        for row in rows
    ]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["lacks"])
def test_found(case: dict[str, str]) -> None:
    assert left_out(case["a"], case["b"]) == [(case["by"], case["lacks"], case["level"], case.get("marked", False))]


@pytest.mark.parametrize("case", CASES["left alone"], ids=lambda case: case["why"])
def test_left_alone(case: dict[str, str]) -> None:
    assert left_out(case["a"], case["b"]) == []


@pytest.mark.parametrize("case", SAME["found"], ids=lambda case: case["lacks"])
def test_found_in_one_language(case: dict[str, str]) -> None:
    assert left_out(case["a"], case["b"], SAME["around"]) == [(case["by"], case["lacks"], case["level"], False)]


@pytest.mark.parametrize("case", SAME["left alone"], ids=lambda case: case["why"])
def test_left_alone_in_one_language(case: dict[str, str]) -> None:
    assert left_out(case["a"], case["b"], SAME["around"]) == []


def test_a_phrase_of_which_another_omission_tells_is_not_told_again() -> None:
    row = {
        "doc": "a",
        "start": 4,
        "end": 9,
        "other_doc": "b",
        "other_start": 0,
        "other_end": 1,
        "words": 2,
        "nearer": 150,
        "between": False,
    }
    documents = DOCUMENTS.rows([{"doc": doc, "text": "One two three four."} for doc in "ab"])
    told = {"doc": "b", "other_doc": "a", "other_start": 6, "other_end": 12}
    assert list(phrases_left_out(UNRENDERED.rows([row]), documents, {}, [told])) == []
    assert len(list(phrases_left_out(UNRENDERED.rows([row]), documents, {}, [{**told, "doc": "c"}]))) == 1


def test_nothing_is_claimed_without_an_encoder() -> None:
    documents = DOCUMENTS.rows(
        [{"doc": doc, "text": " ".join(AROUND["after"][0] + AROUND["before"][0]), "words": 40} for doc in "ab"]
    )
    cut = sentences(ENGINE, documents, BLOCKS.empty(), encoder="none")
    row = {"doc_a": "a", "start_a": 0, "end_a": 9, "doc_b": "b", "start_b": 0, "end_b": 9, "gaps": []}
    beads = PASSAGES.rows([row]).select(translations(ENGINE, documents, cut).column_names)
    assert unrendered(ENGINE, documents, cut, beads).num_rows == 0


@given(st.integers(0, 2**32 - 1), st.booleans())
def test_the_nearest_word_is_what_a_plain_loop_finds(seed: int, turned: bool) -> None:
    chance = np.random.default_rng(seed)
    like = chance.standard_normal((5, 6)).astype(np.float32)
    ours, theirs = chance.integers(0, 5, 12), chance.integers(0, 6, 9)
    spans, windows = (np.sort(chance.integers(0, size + 1, (4, 2)), axis=1) for size in (12, 9))
    most, where = nearest(like.T.copy() if turned else like, ours, spans, theirs, windows, turned)
    plain = []
    for (start, end), (low, high) in zip(spans.tolist(), windows.tolist(), strict=True):
        for word in ours[start:end].tolist():
            row = [float(like[word, other]) for other in theirs[low:high].tolist()]
            plain.append((max(row), low + row.index(max(row))) if row else (0.0, -1))
    assert list(zip(most.tolist(), where.tolist(), strict=True)) == plain


@given(st.integers(0, 2**32 - 1))
def test_more_than_usual_is_the_mean_of_two_scores(seed: int) -> None:
    like = np.random.default_rng(seed).standard_normal((4, 7)).astype(np.float32)
    scores = [(like - like.mean(axis, keepdims=True)) / (like.std(axis, keepdims=True) + 0.02) for axis in (0, 1)]
    np.testing.assert_allclose(more_than_usual(like, 0.02), sum(scores) / 2, rtol=1e-4, atol=1e-4)


@given(st.lists(st.sampled_from(["all", "power", "powers", "власть", "vlast", "18", "a"]), min_size=1, unique=True))
def test_words_are_as_like_as_the_greater_of_two_cosines(words: list[str]) -> None:
    told = np.random.default_rng(len(words)).standard_normal((len(words), 3)).astype(np.float32)
    spelt = spellings(words)
    plain = np.maximum(told @ told.T, spelt @ spelt.T)
    kinds = np.flatnonzero([word != "18" for word in words])
    for met in (0, 2, len(words)):
        vocabulary = vocabulary_of(words, told)._replace(met=told[:met] @ told[:met].T)
        others = kinds[::-2]
        np.testing.assert_allclose(likeness(vocabulary, kinds, others), plain[np.ix_(kinds, others)], atol=1e-5)


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=6), st.lists(st.integers(0, 3000), min_size=1, max_size=6))
def test_a_number_is_like_itself_or_its_end_and_no_other(ours: list[int], theirs: list[int]) -> None:
    words = [str(number) for number in (*ours, *theirs)]
    vocabulary = vocabulary_of(words, np.ones((len(words), 1), np.float32))
    like = likeness(vocabulary, np.arange(len(ours)), np.arange(len(ours), len(words)))
    for row, one in zip(like.tolist(), words, strict=False):
        for value, other in zip(row, words[len(ours) :], strict=True):
            assert value == float(one.endswith(other) or other.endswith(one))


@given(
    st.text("ab \n", min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4)
)
def test_a_page_shows_all_of_a_side_once_and_what_it_lacks_besides(text: str, spans: list[tuple[int, int]]) -> None:
    ordered = [(min(span), min(max(span), len(text))) for span in spans if min(span) < min(max(span), len(text))]
    told = pages.Told(alone=ordered, lacking=[(start, "x") for start, _ in ordered])
    shown = list(pages._parts(text, 0, len(text), told))
    here = "".join(part for part, kind in shown if kind != "lacking")
    assert here.replace(" ", "") == "".join(text.split())
    assert [part for part, kind in shown if kind == "lacking"] == ["x"] * len(ordered)
    alone = "".join(part for part, kind in shown if kind == "alone").replace(" ", "")
    held = {at for start, end in ordered for at in range(start, end)}
    assert alone == "".join(text[at] for at in sorted(held) if not text[at].isspace())


@given(st.integers(1, 6).flatmap(lambda n: st.lists(st.floats(0, 1), min_size=n * n + n, max_size=n * n + n)))
def test_what_is_left_over_of_a_series_is_what_trying_each_finds(flat: list[float]) -> None:
    size = int((len(flat) + 0.25) ** 0.5)
    like = np.array(flat, np.float32).reshape(size + 1, size)
    worth = [float(np.trace(np.delete(like, over, axis=0))) for over in range(size + 1)]
    over, margin = left_over(like)
    assert worth[over] == pytest.approx(max(worth), abs=1e-5)
    assert margin == pytest.approx(max(worth) - sorted(worth)[-2], abs=1e-5)


def taken(like: Any, heavy: Any, weighty: Any, inner: tuple[int, int]) -> dict[int, int]:
    """Which word takes which, the likeliest pairs first."""
    (low, high), found = inner, []
    for x, y in np.ndindex(like.shape):
        off = abs((x + 0.5) / len(heavy) - (y - low + 0.5) / max(1, high - low))
        worth = like[x, y] - USUAL - FAR * min((high - low) / 6, 4.0) * off
        uneven = min(heavy[x], weighty[y]) < LIGHT and max(heavy[x], weighty[y]) > 0.5
        found.append((-(worth - UNEVEN if uneven else worth), x, y))
    pairs: dict[int, int] = {}
    for worth, x, y in sorted(found):
        if worth < 0 and x not in pairs and y not in pairs.values():
            pairs[x] = y
    return pairs


@given(st.integers(0, 2**32 - 1), st.booleans())
def test_gaps_are_words_that_nothing_is_left_for(seed: int, turned: bool) -> None:
    chance = np.random.default_rng(seed)
    like = (chance.standard_normal((7, 9)) + 2).astype(np.float64)
    heavy, weighty = (chance.choice([0.0, 0.2, 0.6, 1.0], size).astype(np.float32) for size in (7, 9))
    low, high = sorted(chance.integers(0, 10, 2).tolist())
    spans, windows, inner = np.array([[0, 7]]), np.array([[0, 9]]), np.array([[low, high]])
    table = like.T.copy() if turned else like
    rows = gaps(table, np.arange(7), spans, heavy, np.arange(9), windows, inner, weighty, 0.3, turned)
    pairs = taken(like, heavy, weighty, (low, high))
    bare = {x for x in range(7) if x not in pairs and heavy[x] >= LIGHT}
    told = {x for row in rows for x in range(int(row[1]), int(row[2]) + 1)}
    assert bare <= told
    assert sum(row[3] for row in rows) == pytest.approx(sum(float(heavy[x]) for x in bare))
    for row in rows:
        assert {int(row[1]), int(row[2])} <= bare
        free = [max(float(weighty[y]), 0.3) for y in range(low, high) if y not in pairs.values()]
        held = [float(weighty[y]) for y in range(low, high) if y in pairs.values()]
        assert (row[5], row[6]) == pytest.approx((sum(free), sum(held)))
        assert 0 <= row[4] <= row[5] + 1e-9
