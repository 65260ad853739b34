"""Brief renderings: what is found where counterparts are few, and what only looks like one."""

from __future__ import annotations

import tomllib
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engines.local import LocalEngine
from variorum.passages import sentences, translations
from variorum.passages.beads import Beads, margins
from variorum.passages.brief import LETTERS, brief, copied
from variorum.tables import BLOCKS, DOCUMENTS

CASES = tomllib.loads((Path(__file__).parent / "cases" / "translations" / "brief.toml").read_text(encoding="utf-8"))


def found(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    """The beads of two documents."""
    texts = [" ".join(one), " ".join(other)]
    rows = [{"doc": doc, "text": text, "words": len(text.split())} for doc, text in zip("ab", texts, strict=True)]
    there = DOCUMENTS.rows(rows)
    laid = translations(LocalEngine(), there, sentences(LocalEngine(), there, BLOCKS.empty())).to_pylist()
    return [(texts[0][row["start_a"] : row["end_a"]], texts[1][row["start_b"] : row["end_b"]]) for row in laid]


def set_in(case: dict[str, Any], side: str) -> list[str]:
    """A stretch of a case with what stands around it."""
    around: list[str] = CASES[side]
    return [*around[:6], *case[side], *around[6:]]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["name"])
def test_brief_renderings_are_found(case: dict[str, Any]) -> None:
    beads = found(set_in(case, "one"), set_in(case, "other"))
    assert beads == list(zip(case["one"], case["other"], strict=True))


@pytest.mark.parametrize("case", CASES["left_alone"], ids=lambda case: case["name"])
def test_what_only_looks_like_one_is_left_alone(case: dict[str, Any]) -> None:
    assert not found(set_in(case, "one"), set_in(case, "other"))


@given(st.lists(st.integers(5, 12), min_size=9, max_size=14), st.lists(st.integers(5, 12), min_size=9, max_size=14))
def test_the_same_words_are_a_copy_however_they_are_cut(one: list[int], other: list[int]) -> None:
    words = [f"w{nth}" for nth in range(9 * 5)]
    ends = [[min(end, len(words)) for end in accumulate([0, *cuts])] for cuts in (one, other)]
    spans = [[(start, end) for start, end in pairwise(of) if start < end] for of in ends]
    cut = [[" ".join(words[start:end]) for start, end in of] for of in spans]
    met = [(i, next(j for j, (_, end) in enumerate(spans[1]) if end > start)) for i, (start, _) in enumerate(spans[0])]
    assert copied(*cut, np.array(met))
    strange = [sentence.replace("w", "v") for sentence in cut[1]]
    assert not copied(cut[0], strange, np.array(met))


Cut = st.lists(st.integers(1, 3), min_size=1, max_size=3)


@given(Cut, Cut, st.integers(0, 10**6))
def test_margins_are_to_the_nearest_other_sentence(one: list[int], other: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = min(len(one), len(other))
    ends = [np.cumsum([0, *of[:count]]) for of in (one, other)]
    laid = np.stack([ends[0][:-1], ends[0][1:], ends[1][:-1], ends[1][1:]], axis=1)
    vectors = [rng.normal(size=(int(of[-1]) + 1, 5)).astype(np.float32) for of in ends]
    vectors = [of / np.linalg.norm(of, axis=1, keepdims=True) for of in vectors]
    lengths = rng.integers(1, 90, len(vectors[0])), rng.integers(1, 90, len(vectors[1]))
    wanted, alike = [], []
    for a, a_end, b, b_end in laid.tolist():
        x = (vectors[0][a:a_end] * lengths[0][a:a_end, None]).sum(axis=0)
        y = (vectors[1][b:b_end] * lengths[1][b:b_end, None]).sum(axis=0)
        x, y = x / np.linalg.norm(x), y / np.linalg.norm(y)
        others = [float(x @ of) for nth, of in enumerate(vectors[1]) if not b <= nth < b_end]
        back = [float(y @ of) for nth, of in enumerate(vectors[0]) if not a <= nth < a_end]
        alike.append(float(x @ y))
        wanted.append(alike[-1] - (max(0, *others, 0) + max(0, *back, 0)) / 2)
    beads = Beads(laid, np.array(alike, np.float32), np.zeros(count, np.float32))
    assert margins(beads, *vectors, lengths) == pytest.approx(np.array(wanted), abs=1e-4)


def test_short_beads_and_single_ones_tell_too_little() -> None:
    unit = np.eye(4, dtype=np.float32)
    two = Beads(np.array([[0, 1, 0, 1], [1, 2, 1, 2]]), np.ones(2, np.float32), np.ones(2, np.float32))
    long, short = np.full(4, LETTERS), np.full(4, LETTERS // 4)
    assert brief(two, unit, unit, (long, long)) is not None
    assert brief(two, unit, unit, (long, short)) is None
    for few in (0, 1):
        assert brief(Beads(two.laid[:few], two.alike[:few], two.apart[:few]), unit, unit, (long, long)) is None


def test_what_tells_nothing_is_trimmed_at_the_ends_and_taken_off_inside() -> None:
    unit, long = np.eye(6, dtype=np.float32), np.full(6, LETTERS)
    laid = np.array([[nth, nth + 1, nth, nth + 1] for nth in range(4)])
    ends = Beads(laid, np.array([0.4, 1, 1, 0.4], np.float32), np.ones(4, np.float32))
    kept = brief(ends, unit, unit, (long, long))
    assert kept is not None and kept.laid.tolist() == laid[1:3].tolist()
    for before, after, told in ((0.1, 0.4, True), (-0.1, 0.0, False)):
        beside = ends._replace(alike=np.array([before, 0.9, 0.9, after], np.float32))
        assert (brief(beside, unit, unit, (long, long)) is not None) == told
    assert brief(ends._replace(alike=np.array([0.9, 0.2, 0.1, 0.9], np.float32)), unit, unit, (long, long)) is None
