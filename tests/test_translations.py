"""Translations: what renders what, what is left out, and the compiled loops beside plain ones."""

from __future__ import annotations

import json
import re
from importlib import import_module
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import variorum
from variorum.engine import Before
from variorum.engines.local import LocalEngine
from variorum.passages import kept_sentences, sentences, translations
from variorum.passages.beads.kernels import MOST, MOVES, UNEVEN, lay
from variorum.passages.counterparts import Line, counterparts, stretches
from variorum.passages.sentences.cutting import cut
from variorum.store import Store
from variorum.tables import BLOCKS, DOCUMENTS

ENGINE = LocalEngine()
STEP = import_module("variorum.passages.translations")
EXAMPLES = Path(__file__).parent.parent / "examples"
ENGLISH = [
    "The lighthouse keeper Martin Oldersen wrote a letter to the harbour office on the 14th of March.",
    "He complained that nobody had brought him oil since the new year.",
    "His two sons had rowed to the mainland and had not returned.",
    "If a ship were lost now, he said, the guilt would lie with the office and not with him.",
    "The clerk read the letter aloud, laughed, and put it away in a drawer.",
    "Three weeks later the steamer Augusta ran onto the rocks in a thick fog.",
    "Of the passengers only a nurse and a child were saved.",
    "When the drawer was opened in court, the letter had disappeared.",
]
RUSSIAN = [
    "Смотритель маяка Мартин Ольдерсен написал письмо в портовую контору 14 марта.",
    "Он жаловался, что с нового года никто не привозил ему масла.",
    "Двое его сыновей уплыли на лодке на материк и не вернулись.",
    "Если теперь погибнет корабль, говорил он, вина ляжет на контору, а не на него.",
    "Писарь прочёл письмо вслух, засмеялся и убрал его в ящик стола.",
    "Через три недели пароход «Августа» в густом тумане налетел на скалы.",
    "Из пассажиров спаслись только сестра милосердия и ребёнок.",
    "Когда на суде открыли ящик, письма в нём уже не было.",
]
OTHER = [
    "Potatoes should be planted when the danger of frost has passed.",
    "A good gardener turns the soil twice before the winter.",
    "The lighthouse was painted white in that year, at great expense.",
    "Bees dislike the smell of sheep, as every shepherd knows.",
    "Bread that has been frozen should be warmed slowly.",
    "A letter to the harbour office costs two pence.",
    "The price of oil has risen since the new year.",
]


def documents(**texts: str) -> pa.Table:
    return DOCUMENTS.rows([{"doc": doc, "text": text, "words": len(text.split())} for doc, text in texts.items()])


def found(**texts: str) -> list[dict[str, Any]]:
    there = documents(**texts)
    return translations(ENGINE, there, sentences(ENGINE, there, BLOCKS.empty())).to_pylist()


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("One went. Two came back again! Three?", ["One went.", "Two came back again!", "Three?"]),
        ("Comrades! We have won. Hurrah!", ["Comrades! We have won.", "Hurrah!"]),
        ("Товарищи!\n\nМы победили. — Ура! Ура! Идём.", ["Товарищи!", "Мы победили.", "— Ура! Ура! Идём."]),
        ("Mr. A. Pim of St. Ives came. He left.", ["Mr. A. Pim of St. Ives came.", "He left."]),
        ("“Go!” he said. “Now.” They went.", ["“Go!” he said.", "“Now.”", "They went."]),
        ("Вот т. Иванов. Он стоял...\n\nИ ушёл", ["Вот т. Иванов.", "Он стоял...", "И ушёл"]),
        ("Am 29. Juli sank sie. Das 15. Schiff kam.", ["Am 29. Juli sank sie.", "Das 15. Schiff kam."]),
        ("It sank in 1917. The crew lived.", ["It sank in 1917.", "The crew lived."]),
        ("我来了。你走吗？", ["我来了。", "你走吗？"]),
        ("* * *\n\nWord", ["Word"]),
        ("", []),
        (
            f"The old miller of Osna, {'who had never in his life been beyond the ford, ' * 5}was at home",
            [
                "The old miller of Osna, who had never in his life been beyond the ford, "
                "who had never in his life been beyond the ford,",
                f"{'who had never in his life been beyond the ford, ' * 3}was at home",
            ],
        ),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, cuts: list[str]) -> None:
    assert [text[start:end] for start, end in cut(text, BLOCKS.empty()).tolist()] == cuts


@given(st.text(alphabet="aB .!?;:\n“”—1", max_size=400))
def test_every_letter_is_in_one_sentence(text: str) -> None:
    spans = cut(text, BLOCKS.empty()).tolist()
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    outside = "".join(
        text[end:start]
        for end, start in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    )
    assert not any(map(str.isalnum, outside))


def test_a_translation_is_laid_in_beads() -> None:
    beads = found(a=" ".join(ENGLISH), b=" ".join(RUSSIAN))
    english, russian = " ".join(ENGLISH), " ".join(RUSSIAN)
    assert {row["kind"] for row in beads} == {"translation"}
    for row in beads:
        here = [nth for nth, one in enumerate(ENGLISH) if row["start_a"] <= english.index(one) < row["end_a"]]
        there = [nth for nth, one in enumerate(RUSSIAN) if row["start_b"] <= russian.index(one) < row["end_b"]]
        assert here == there
    assert sum(row["end_a"] - row["start_a"] for row in beads) > 0.9 * len(english)


def everything(engine: LocalEngine, vectors: Vectors, firsts: list[int]) -> dict[tuple[int, int], Any]:
    """A gate that lets all through."""
    all_ = [np.arange(last - first) for first, last in pairwise(firsts)]
    return {(a, b): (all_[a], all_[b]) for a, b in combinations(range(len(all_)), 2)}


@pytest.mark.parametrize("directions", [16, 1024])
def test_the_gate_lets_through_what_is_found_without_it(directions: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": " ".join(ENGLISH), "b": " ".join(RUSSIAN), "c": " ".join(OTHER), "d": " ".join(OTHER[::-1])}
    monkeypatch.setattr("variorum.passages.gate.DIRECTIONS", directions)
    gated = found(**texts)
    monkeypatch.setattr(STEP, "promised", everything)
    assert gated == found(**texts) != []


def test_what_promises_nothing_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(STEP, "promised", lambda engine, vectors, firsts: {})
    assert not found(a=" ".join(ENGLISH), b=" ".join(RUSSIAN))


def test_texts_on_one_subject_and_copies_are_no_translations() -> None:
    assert not found(a=" ".join(ENGLISH), b=" ".join(OTHER))
    assert not found(a=" ".join(ENGLISH), b=" ".join(ENGLISH))


def test_two_versions_of_a_third_are_laid_in_beads_although_they_are_nearly_the_same() -> None:
    revised = [*ENGLISH[:6], "Of the passengers none but a nurse and a child were rescued.", ENGLISH[7]]
    beads = found(a=" ".join(ENGLISH), b=" ".join(revised), c=" ".join(RUSSIAN))
    pairs = [(row["doc_a"], row["doc_b"]) for row in beads]
    assert set(pairs) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert pairs.count(("a", "b")) == len(ENGLISH)


def test_a_document_that_comes_later_is_encoded_alone() -> None:
    texts = {"a": " ".join(ENGLISH), "b": " ".join(RUSSIAN), "c": " ".join(OTHER)}
    whole = sentences(ENGINE, documents(**texts), BLOCKS.empty())
    first = sentences(ENGINE, documents(a=texts["a"], b=texts["c"]), BLOCKS.empty())
    again = kept_sentences(ENGINE, Before(first, frozenset("bc"), {}), documents(**texts), BLOCKS.empty())
    assert again.equals(whole)


def test_a_library_of_too_many_words_has_none() -> None:
    there = documents(a=" ".join(ENGLISH), b=" ".join(RUSSIAN))
    assert not sentences(ENGINE, there, BLOCKS.empty(), most=100).num_rows


def test_that_none_was_looked_for_is_said(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for name, text in {"a": ENGLISH, "b": RUSSIAN}.items():
        (library / f"{name}.txt").write_text(" ".join(text), encoding="utf-8")
    assert not variorum.build(library, tmp_path / "one", only="passages").notes
    (library / "variorum.toml").write_text("[sentences]\nmost = 100\n", encoding="utf-8")
    (note,) = variorum.build(library, tmp_path / "two", only="passages").notes
    assert "not looked for" in note and "100 words" in note


def test_what_a_translation_leaves_out_is_told(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "original.txt").write_text("\n\n".join(RUSSIAN), encoding="utf-8")
    (library / "translated.txt").write_text("\n\n".join([*ENGLISH[:4], "...", *ENGLISH[5:]]), encoding="utf-8")
    variorum.build(library, tmp_path / "archive")
    store = Store(tmp_path / "archive" / "tables")
    rows = store.read_all("omissions").to_pylist()
    (row,) = [row for row in rows if row["doc"] == "translated.txt"]
    assert (row["level"], row["marked"], row["marker"]) == ("sentence", True, "...")
    assert "\n\n".join(RUSSIAN)[row["other_start"] : row["other_end"]] == RUSSIAN[4]
    assert not [row for row in rows if row["doc"] == "original.txt"]
    (page,) = (tmp_path / "archive" / "site" / "translations").glob("*.html")
    assert "marked by “...”" in page.read_text(encoding="utf-8")


def test_the_translations_of_the_example_are_found_and_no_others(tmp_path: Path) -> None:
    variorum.build(EXAMPLES / "library", tmp_path / "archive", only="translations")
    store = Store(tmp_path / "archive" / "tables")
    rows, there = store.read_all("translations").to_pylist(), store.read_all("documents", ["doc", "text"]).to_pylist()
    texts = {row["doc"]: row["text"] for row in there}
    truth = json.loads((EXAMPLES / "truth" / "translations.json").read_text(encoding="utf-8"))["translations"]
    pairs = {frozenset([one["source"], one["target"]]) for one in truth}
    article = {doc for pair in pairs for doc in pair if any("listok" in other for other in pair)}
    article.add("papers/marlby-mercury-1850.txt")  # reprints the first of the two
    found = {frozenset([row["doc_a"], row["doc_b"]]) for row in rows}
    assert pairs <= found <= pairs | {frozenset(pair) for pair in combinations(article, 2)}
    beads = [[_place(texts, bead[side]) for side in ("source", "target")] for one in truth for bead in one["beads"]]
    laid = [row for row in rows if frozenset([row["doc_a"], row["doc_b"]]) in pairs]
    met = [(nth, at) for (nth, row), (at, bead) in product(enumerate(laid), enumerate(beads)) if _answers(row, bead)]
    assert len({nth for nth, _ in met}) >= 0.95 * len(laid)
    assert len({at for _, at in met}) >= 0.9 * len(beads)


Place = tuple[str, int, int]


def _place(texts: dict[str, str], true: dict[str, Any]) -> Place:
    """Where a sentence stands in the text that was read, whose spaces may be others."""
    found = re.search(r"\s+".join(map(re.escape, true["exact"].split())), texts[true["doc"]])
    assert found, true
    return true["doc"], found.start(), found.end()


def _answers(row: dict[str, Any], bead: list[Place]) -> bool:
    """Whether a row touches both sides of a true bead."""
    sides = [(row[f"doc_{side}"], row[f"start_{side}"], row[f"end_{side}"]) for side in "ab"]
    return all(
        here[0] == true[0] and here[1] < true[2] and true[1] < here[2]
        for here, true in zip(sides, sorted(bead), strict=True)
    )


Vectors = NDArray[np.float32]


def vectors(count: int, seed: int) -> Vectors:
    made = np.random.default_rng(seed).normal(size=(count, 6)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 10**6))
def test_counterparts_are_each_others_best(rows: int, columns: int, seed: int) -> None:
    one, other = vectors(rows, seed), vectors(columns, seed + 1)
    like = one @ other.T
    wanted = [
        (i, j)
        for i, j in product(range(rows), range(columns))
        if like[i, j] == like[i].max() and like[i, j] == like[:, j].max()
        and like[i, j] - (max(0, np.sort(like[i])[-2:-1].sum()) + max(0, np.sort(like[:, j])[-2:-1].sum())) / 2 >= 0.05
    ]  # fmt: skip
    pairs, _ = counterparts(one, other)
    if rows > 1 and columns > 1:
        assert pairs.tolist() == [list(pair) for pair in wanted]


@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 10**6), st.data())
def test_counterparts_asked_for_are_those_of_all_that_are_asked_for(
    rows: int, columns: int, seed: int, data: st.DataObject
) -> None:
    one, other = vectors(rows, seed), vectors(columns, seed + 1)
    within = tuple(
        np.array(sorted(data.draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=3))))
        for count in (rows, columns)
    )
    pairs, margins = counterparts(one, other)
    asked = np.isin(pairs[:, 0], within[0]) & np.isin(pairs[:, 1], within[1])
    near, their = counterparts(one, other, within)
    assert near.tolist() == pairs[asked].tolist()
    assert np.allclose(their, margins[asked], atol=1e-5)


def row(length: int, worth: float, margin: float, *, every: int = 1) -> Line:
    return Line(np.stack([np.arange(length) * every, np.arange(length) * every], axis=1), worth, margin)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (row(5, 1.0, 0.1), True),
        (row(5, 0.9, 0.1), False),
        (row(4, 0.9, 0.25), True),
        (row(4, 0.9, 0.15), False),
        (row(4, 0.9, 0.25, every=4), False),
        (row(7, 1.3, 0.28, every=4), False),
        (row(3, 1.3, 0.4), False),
        (row(40, 4.1, 0.1, every=5), True),
        (row(40, 1.8, 0.1, every=5), False),
        (row(40, 4.1, 0.1, every=8), False),
        (row(12, 4.1, 0.1, every=5), False),
    ],
)
def test_a_row_tells_by_itself_by_how_long_worthy_and_dense_it_is(line: Line, told: bool) -> None:
    assert STEP._is_sure(line) == told


def test_less_is_enough_where_a_third_document_has_the_same() -> None:
    texts = [STEP.Text(doc, np.zeros((40, 2), np.int64), [], 0) for doc in "abc"]
    pairs = [(texts[0], texts[1]), (texts[0], texts[2]), (texts[1], texts[2])]
    sure, weak = row(8, 2.0, 0.3), row(3, 0.7, 0.25)
    assert [len(of) for of in STEP._taken(pairs, [[sure], [weak], []])] == [1, 1, 0]
    assert [len(of) for of in STEP._taken(pairs, [[], [weak], [weak]])] == [0, 0, 0]
    apart = weak._replace(met=weak.met + 20)
    assert [len(of) for of in STEP._taken(pairs, [[sure, apart], [apart], []])] == [1, 0, 0]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), unique_by=(lambda x: x[0], lambda x: x[1])))
def test_stretches_rise_on_both_sides_and_share_nothing(places: list[tuple[int, int]]) -> None:
    pairs = np.array(sorted(places), np.int64).reshape(-1, 2)
    found = stretches(pairs, np.full(len(pairs), 0.5, np.float32), 1.0)
    assert all((np.diff(line.met, axis=0) > 0).all() and 0.5 * len(line.met) >= line.worth >= 1.0 for line in found)
    chosen = [tuple(pair) for line in found for pair in line.met.tolist()]
    assert len(chosen) == len(set(chosen)) and set(chosen) <= set(places)


def worth(
    one: Vectors, other: Vectors, usual: tuple[Vectors, Vectors], beads: list[list[int]], costs: list[float]
) -> float:
    """What a row of beads is worth, in plain words: the oracle of `lay`."""
    total, at = 0.0, None
    for a, a_end, b, b_end in beads:
        mine, theirs = one[a:a_end], other[b:b_end]
        long, long_b = np.linalg.norm(mine, axis=1).sum(), np.linalg.norm(theirs, axis=1).sum()
        x, y = mine.sum(axis=0), theirs.sum(axis=0)
        longs = np.linalg.norm(mine, axis=1), np.linalg.norm(theirs, axis=1)
        usually = (usual[0][a:a_end, None] + usual[1][None, b:b_end]) / 2 * longs[0][:, None] * longs[1]
        near = (x @ y - usually.sum()) / np.sqrt(max((x @ x) * (y @ y), 1e-9))
        near -= costs[1] * max(0.0, abs(np.log(long / long_b) - costs[2]) - UNEVEN)
        total += near * (long + long_b)
        if at:
            passed = np.linalg.norm(one[at[0] : a], axis=1).sum() + np.linalg.norm(other[at[1] : b], axis=1).sum()
            total -= costs[0] * passed
        at = a_end, b_end
    return float(total)


def rows_of_beads(rows: int, columns: int, a: int = 0, b: int = 0) -> list[list[list[int]]]:
    """All rows of beads from a place on."""
    out: list[list[list[int]]] = [[]]
    for i, j in product(range(a, rows), range(b, columns)):
        for p, q in MOVES.tolist():
            if p and q and i + p <= rows and j + q <= columns:
                out += [[[i, i + p, j, j + q], *rest] for rest in rows_of_beads(rows, columns, i + p, j + q)]
    return out


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 4), st.integers(1, 3), st.integers(0, 10**6))
def test_no_row_of_beads_is_worth_more(rows: int, columns: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    one = vectors(rows, seed) * rng.uniform(1, 5, (rows, 1)).astype(np.float32)
    other = vectors(columns, seed + 1) * rng.uniform(1, 5, (columns, 1)).astype(np.float32)
    usual = rng.uniform(0, 0.3, rows).astype(np.float32), rng.uniform(0, 0.3, columns).astype(np.float32)
    costs = [0.02, 0.2, 0.1]
    band = np.tile(np.array([0, columns + 1]), (rows + 1, 1))
    like = np.zeros((rows, columns + 2 * MOST), np.float32)
    like[:, MOST : MOST + columns] = one @ other.T
    own = tuple(np.pad(side @ side.T, ((0, 0), (0, MOST))) for side in (one, other))
    own = tuple(np.array([row[at : at + MOST] for at, row in enumerate(side)], np.float32) for side in own)
    laid = lay(like, band, own, usual, np.array(costs)).tolist()
    best = max(worth(one, other, usual, row, costs) for row in rows_of_beads(rows, columns))
    assert worth(one, other, usual, laid, costs) == pytest.approx(max(0.0, best), abs=1e-3)
