"""Dependence: runs of words as a plain search finds them; independent translators are left alone, loans are not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.archive import site
from variorum.tables import BY_NAME, DOCUMENTS, PASSAGES
from variorum.text import words
from variorum.traditions import dependence
from variorum.traditions.agreements import Read, agreements
from variorum.traditions.dependence import TRIALS, WONT, by_chance

SENTENCES, LONG = 60, 12
LETTERS = "bcdfghklmnprstvz"
BEAD = {"kind": "translation", "words": LONG, "identity": 600, "score": 0, "support": 0, "gaps": []}


def word(number: int) -> str:
    """A word of its own for each number."""
    return "".join(LETTERS[number >> shift & 15] + "aeio"[number & 3] for shift in (8, 4, 0))


def rendered(source: np.ndarray[Any, Any], chooser: np.random.Generator, faithful: float) -> list[list[str]]:
    """What a translator makes of sentences of ideas: for each one of three words, the first of them most often."""
    synonym = chooser.choice(3, source.shape, p=[faithful, (1 - faithful) * 0.6, (1 - faithful) * 0.4])
    return [[word(3 * idea + nth) for idea, nth in zip(*row, strict=True)] for row in zip(source, synonym, strict=True)]


def laid(one: list[list[str]], other: list[list[str]]) -> tuple[pa.Table, pa.Table]:
    """Two translations as documents, and their sentences as beads."""
    texts = {doc: ". ".join(map(" ".join, said)) for doc, said in (("a", one), ("b", other))}
    rows, at_a, at_b = [], 0, 0
    for here, there in zip(one, other, strict=True):
        long_a, long_b = len(" ".join(here)), len(" ".join(there))
        sides = {"doc_a": "a", "start_a": at_a, "end_a": at_a + long_a}
        rows.append(BEAD | sides | {"doc_b": "b", "start_b": at_b, "end_b": at_b + long_b})
        at_a, at_b = at_a + long_a + 2, at_b + long_b + 2
    return DOCUMENTS.rows([{"doc": doc, "text": text} for doc, text in texts.items()]), PASSAGES.rows(rows)


def translators(seed: int, faithful: float = 0.75) -> tuple[list[list[str]], list[list[str]]]:
    """Two who translate the same ideas by themselves; some ideas are frequent, most are rare."""
    chooser = np.random.default_rng(seed)
    source = np.minimum(chooser.zipf(1.3, (SENTENCES, LONG)), 1000)
    return rendered(source, chooser, faithful), rendered(source, chooser, faithful)


@pytest.mark.parametrize("faithful", [0.6, 0.75, 0.9])
def test_independent_translators_are_called_dependent_no_more_often_than_stated(faithful: float) -> None:
    pairs = 60
    called = sum(dependence(*laid(*translators(seed, faithful)), chance=0.05).num_rows > 0 for seed in range(pairs))
    assert called <= 0.05 * pairs + 3 * (0.05 * pairs) ** 0.5


def test_what_is_borrowed_is_told_and_where() -> None:
    one, other = translators(7)
    other[20:22] = [list(said) for said in one[20:22]]
    documents, passages = laid(one, other)
    (row,) = [row for row in dependence(documents, passages).to_pylist() if row["words"] >= 2 * LONG]
    texts = dict(zip(documents["doc"].to_pylist(), documents["text"].to_pylist(), strict=True))
    told = texts["a"][row["start_a"] : row["end_a"]]
    assert ". ".join(map(" ".join, one[20:22])) in told
    assert told == texts["b"][row["start_b"] : row["end_b"]]
    assert row["words"] == len(told.split())
    assert row["one_in"] >= 50
    assert f"less than one in {row['one_in']:,}" in row["reason"]


def test_a_quotation_in_a_third_language_is_no_loan() -> None:
    other = translators(3)[1]
    foreign = [[word(3000 + nth) for nth in range(at, at + LONG)] for at in range(0, SENTENCES * LONG, LONG)]
    foreign[20] = list(other[20])
    assert not dependence(*laid(other, foreign)).num_rows


def test_nothing_comes_of_nothing() -> None:
    assert not dependence(DOCUMENTS.empty(), PASSAGES.empty()).num_rows


def read(text: str) -> Read:
    found = words(text)
    return Read(found, np.zeros(len(found.starts), np.int8))


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=14), st.lists(st.sampled_from("abc"), min_size=1, max_size=14)
)
def test_runs_are_as_long_as_can_be(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    found = agreements(read(a), read(b), [(0, len(a), 0, len(b))])
    runs = [tuple(run) for run in found.runs.tolist()]
    plain = {(i, j, long_(one[i:], other[j:])) for i in range(len(one)) for j in range(len(other))}
    whole = {(i, j, n) for i, j, n in plain if n and not (i and j and one[i - 1] == other[j - 1])}
    assert set(runs) <= whole
    assert len(set(runs)) == len(runs)
    assert bool(runs) == bool(set(one) & set(other))
    assert found.gone_on.sum() == sum(n - 1 for _, _, n in runs)
    assert found.ended.sum() == sum(i + n < len(one) and j + n < len(other) for i, j, n in runs)


def long_(one: list[str], other: list[str]) -> int:
    """How many words two rows have in common at their beginning."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return same


def test_what_chance_brings_is_the_product_of_single_chances() -> None:
    """Drawn word by word from an urn that learns: what the beta distribution says in one."""
    a, b = "c d e f g x", "c d e f g y"
    found = agreements(read(a), read(b), [(0, len(a), 0, len(b))])
    plain = 1.0
    for nth in range(4):
        plain *= (TRIALS * WONT[0] + nth) / (TRIALS + nth)
    assert by_chance(found).tolist() == pytest.approx([plain])


def test_a_page_shows_what_is_the_same_to_the_letter() -> None:
    a, b = "The keeper wrote a letter to the office.", "The warden wrote a letter to the board."
    bead = BEAD | {"doc_a": "a", "start_a": 0, "end_a": len(a), "doc_b": "b", "start_b": 0, "end_b": len(b)}
    loan = {"doc_a": "a", "start_a": 11, "end_a": 32, "doc_b": "b", "start_b": 11, "end_b": 32}
    rows = {
        "documents": [{"doc": doc, "text": text, "title": doc} for doc, text in (("a", a), ("b", b))],
        "passages": [bead],
        "dependence": [loan | {"words": 5, "one_in": 1200, "reason": "five words"}],
    }
    tables = {name: table.rows(rows.get(name, [])) for name, table in BY_NAME.items()}
    pages = dict(site.site(tables, title="Lights", private=False))
    (page,) = [content.decode() for path, content in pages.items() if path.startswith("translations/")]
    assert page.count("<mark") == 2
    assert page.count(">wrote a letter to the</mark>") == 2
    assert "5 words the same to the letter" in pages["translations.html"].decode()
    assert "1,200" in page
