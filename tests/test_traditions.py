"""Traditions: which spans are one witness, which witnesses carry one text, and in what order they stand."""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.tables import BLOCKS, PASSAGES, TRADITIONS
from variorum.text import words
from variorum.traditions import traditions
from variorum.traditions.pairs import Pair, joined
from variorum.traditions.witnesses import Witness, _alike, _one_witness, gathered

LEAST = 6


def prose(seed: int, count: int) -> str:
    """So many words, hardly any two seeds with three in a row in common."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("aeioubdklmnrst", k=chance.randint(2, 7))) for _ in range(count))


def passages(texts: dict[str, str]) -> pa.Table:
    """A stand-in for the passages: runs of equal words, by the standard library."""
    found = {doc: words(text) for doc, text in texts.items()}
    rows = []
    for a, b in combinations(sorted(texts), 2):
        one, other = found[a], found[b]
        runs = SequenceMatcher(None, one.keys.tolist(), other.keys.tolist(), autojunk=False).get_matching_blocks()
        for at, to, size in runs:
            if size >= LEAST:
                spans = one.starts[at], one.ends[at + size - 1], other.starts[to], other.ends[to + size - 1]
                rows.append(row(a, b, *map(int, spans), size))
    return PASSAGES.rows(rows)


def row(
    doc_a: str, doc_b: str, start_a: int, end_a: int, start_b: int, end_b: int, count: int, kind: str = "exact"
) -> dict[str, Any]:
    spans = {"doc_a": doc_a, "start_a": start_a, "end_a": end_a, "doc_b": doc_b, "start_b": start_b, "end_b": end_b}
    return {**spans, "kind": kind, "words": count, "identity": 1000, "score": 9000, "gaps": []}


def documents(texts: dict[str, str], **facts: dict[str, str]) -> pa.Table:
    dates = {name: [facts.get(name, {}).get(doc) for doc in texts] for name in ("composed", "published")}
    columns = {name: pa.array(values, pa.string()) for name, values in dates.items()}
    return pa.table({"doc": list(texts), **columns, "text": pa.array(list(texts.values()), pa.large_string())})


def found(texts: dict[str, str], **facts: dict[str, str]) -> dict[str, list[tuple[str, str, str]]]:
    """The traditions by id: siglum, document and words of each witness."""
    table = traditions(passages(texts), documents(texts, **facts), BLOCKS.empty())
    assert table.schema == TRADITIONS.schema
    out: dict[str, list[tuple[str, str, str]]] = {}
    for one in table.to_pylist():
        out.setdefault(one["tradition"], []).append(
            (one["siglum"], one["doc"], texts[one["doc"]][one["start"] : one["end"]])
        )
    return out


def witnesses(texts: dict[str, str]) -> list[list[str]]:
    return sorted([doc for _, doc, _ in each] for each in found(texts).values())


def cut(text: str, *gaps: tuple[int, int]) -> str:
    """The text without the words between each pair of ordinals."""
    return " ".join(word for at, word in enumerate(text.split()) if not any(a <= at < b for a, b in gaps))


LETTER = prose(1, 400)


def test_four_copies_with_differing_omissions_are_one_tradition() -> None:
    copies = {
        "a": LETTER,
        "b": "copied out " + cut(LETTER, (40, 60)),
        "c": cut(LETTER, (200, 240)) + " so far",
        "d": cut(LETTER, (40, 60), (300, 310)),
    }
    ((copies_found),) = found(copies).values()
    assert [siglum for siglum, _, _ in copies_found] == ["A", "B", "C", "D"]
    assert [text.split()[0] for _, _, text in copies_found] == [LETTER.split()[0]] * 4


def test_a_book_in_two_transcriptions_is_one_tradition() -> None:
    book = prose(2, 1500).split()
    slips = [word if at % 97 else "slip" for at, word in enumerate(book)]
    rewritten = [*slips[:700], *prose(3, 30).split(), *slips[730:]]
    assert witnesses({"one": " ".join(book), "two": " ".join(rewritten)}) == [["one", "two"]]


def test_a_book_against_its_chapters() -> None:
    chapters = {f"chapter-{at}": prose(10 + at, 300) for at in range(5)}
    book = " ".join(chapters.values())
    assert witnesses({**chapters, "book": book}) == [["book", f"chapter-{at}"] for at in range(5)]


def test_a_quotation_of_a_passage_is_a_tradition_of_its_own() -> None:
    quoting = f"{prose(20, 80)} {' '.join(LETTER.split()[100:120])} {prose(21, 80)}"
    texts = {"a": LETTER, "b": LETTER, "c": quoting}
    assert witnesses(texts) == [["a", "b"], ["a", "b", "c"]]
    short = min(found(texts).values(), key=lambda each: len(each[0][2]))
    assert {text for _, _, text in short} == {" ".join(LETTER.split()[100:120])}


def test_a_chain_of_passages_is_not_one_text() -> None:
    texts = prose(30, 400).split()
    sliding = {f"d{at:02}": " ".join([*prose(40 + at, 30).split(), *texts[20 * at : 20 * at + 60]]) for at in range(15)}
    for each in found(sliding).values():
        places = [texts.index(text.split()[0]) for _, _, text in each]
        assert max(places) - min(places) <= 30


def test_short_passages_make_no_tradition() -> None:
    texts = {"a": prose(1, 11), "b": prose(1, 11)}
    assert not found(texts)
    assert len(traditions(passages(texts), documents(texts), BLOCKS.empty(), least_words=11)) == 2


def test_translations_make_no_tradition() -> None:
    texts = {"a": LETTER, "b": LETTER}
    table = PASSAGES.rows([row("a", "b", 0, len(LETTER), 0, len(LETTER), 400, "translation")])
    assert traditions(table, documents(texts), BLOCKS.empty()).num_rows == 0


def test_no_passages_no_traditions() -> None:
    assert traditions(PASSAGES.empty(), documents({"a": LETTER}), BLOCKS.empty()).schema == TRADITIONS.schema


def test_a_refrain_in_one_document() -> None:
    refrain = prose(50, 20)
    text = f"{refrain} {prose(51, 50)} {refrain}"
    again = text.rindex(refrain)
    table = PASSAGES.rows([row("a", "a", 0, len(refrain), again, again + len(refrain), 20)])
    rows = traditions(table, documents({"a": text}), BLOCKS.empty()).to_pylist()
    assert [(one["siglum"], one["start"]) for one in rows] == [("A", 0), ("B", again)]


@pytest.mark.parametrize(
    ("facts", "order"),
    [
        ({}, "abc"),
        ({"composed": {"a": "1850", "b": "1810-05", "c": "1810-04"}}, "cba"),
        ({"composed": {"c": "1800"}, "published": {"b": "1700"}}, "bca"),
        ({"composed": dict.fromkeys("abc", "1850"), "published": {"a": "1874", "b": "1862"}}, "cba"),
        ({"composed": {"a": "1799", "b": "-0300", "c": "17XX"}}, "bca"),
    ],
)
def test_the_oldest_witness_comes_first(facts: dict[str, dict[str, str]], order: str) -> None:
    texts = dict.fromkeys("abc", LETTER)
    (each,) = found(texts, **facts).values()
    assert "".join(doc for _, doc, _ in each) == order


def test_an_id_is_made_from_the_text() -> None:
    texts = {"b": LETTER, "c": LETTER}
    other = {"a": prose(60, 100), "z": prose(60, 100) + " " + prose(61, 9)}
    assert set(found(texts)) < set(found({**other, **texts}))
    assert set(found({"k": LETTER.upper(), "l": f"{LETTER}."})) == set(found(texts))


def test_equal_texts_that_are_kept_apart_have_ids_of_their_own() -> None:
    texts = {"a": f"{LETTER} {prose(1, 400)}", "b": LETTER, "c": LETTER}
    half = len(LETTER)
    rows = [row("a", "b", 0, half, 0, half, 400), row("a", "c", half + 1, 2 * half + 1, 0, half, 400)]
    ids = traditions(PASSAGES.rows(rows), documents(texts), BLOCKS.empty())["tradition"].to_pylist()
    assert len(set(ids)) == 2 and ids[0] + "-2" == ids[-1]


SPANS = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 300), st.integers(0, 300), st.integers(60, 200))


@settings(deadline=None, max_examples=40)
@given(st.lists(SPANS, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(spans: list[tuple[int, int, int, int, int]], chance: random.Random) -> None:
    texts = {doc: prose(70 + at, 150) for at, doc in enumerate("abcd")}
    rows = [
        row("abcd"[a], "abcd"[b], start_a, start_a + length, start_b, start_b + length, length // 5)
        for a, b, start_a, start_b, length in spans
        if a < b
    ]
    table = traditions(PASSAGES.rows(rows), documents(texts), BLOCKS.empty())
    shuffled = chance.sample(rows, len(rows))
    assert traditions(PASSAGES.rows(shuffled), documents(texts), BLOCKS.empty()) == table
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in table.to_pylist():
        groups.setdefault(one["tradition"], []).append(one)
    for each in groups.values():
        assert len(each) > 1
        lengths = [one["end"] - one["start"] for one in each]
        assert max(lengths) <= 4 * min(lengths)


def test_gaps_that_are_small_are_joined_and_large_ones_are_not() -> None:
    near = [Pair(0, 1, 0, 500, 0, 500, 90), Pair(0, 1, 600, 1100, 590, 1100, 90)]
    assert joined(near) == [Pair(0, 1, 0, 1100, 0, 1100, 180)]
    far = [Pair(0, 1, 0, 500, 0, 500, 90), Pair(0, 1, 600, 1100, 5000, 5500, 90)]
    assert joined(far) == far
    backwards = [Pair(0, 1, 0, 500, 600, 1100, 90), Pair(0, 1, 600, 1100, 0, 500, 90)]
    assert joined(backwards) == backwards


def test_spans_that_overlap_by_two_thirds_are_one_witness() -> None:
    pairs = [Pair(0, 1, 0, 300, 0, 300, 50), Pair(0, 2, 60, 340, 0, 280, 50), Pair(0, 3, 200, 500, 0, 300, 50)]
    assert gathered(pairs) == [
        [Witness(0, 0, 340), Witness(1, 0, 300), Witness(2, 0, 280)],
        [Witness(0, 200, 500), Witness(3, 0, 300)],
    ]


def one_witness(spans: list[Witness]) -> dict[Witness, int]:
    """The witness of each span, by holding it against every earlier one."""
    owners: dict[Witness, int] = {}
    kept: list[Witness] = []
    for span in spans:
        owner = next((at for at, one in enumerate(kept) if _alike(one, span)), len(kept))
        kept += [span] if owner == len(kept) else []
        owners[span] = owner
    return owners


LENGTHS = st.sampled_from([1, 2, 3, 20, 30, 31, 45, 60, 90, 100, 150])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 200), LENGTHS), max_size=30))
def test_the_grid_finds_what_holding_all_against_all_finds(places: list[tuple[int, int]]) -> None:
    spans = sorted(
        {Witness(0, start, start + length) for start, length in places}, key=lambda one: (one.start, -one.end)
    )
    assert _one_witness(spans)[0] == one_witness(spans)


def of_kinds(rows: list[dict[str, Any]], texts: dict[str, str], *blocks: tuple[str, int, int, str]) -> list[str]:
    """The kinds of the traditions that the passages make, where those blocks stand."""
    around = BLOCKS.rows([dict(zip(("doc", "start", "end", "kind"), block, strict=True)) for block in blocks])
    table = traditions(PASSAGES.rows(rows), documents(texts), around)
    return sorted(dict(zip(table["tradition"].to_pylist(), table["kind"].to_pylist(), strict=True)).values())


def test_what_one_document_repeats_is_a_repetition() -> None:
    refrain = prose(50, 20)
    text = f"{refrain} {prose(51, 50)} {refrain}"
    again, size = text.rindex(refrain), len(refrain)
    inside = row("a", "a", 0, size, again, again + size, 20)
    assert of_kinds([inside], {"a": text}) == ["repetition"]
    across = row("a", "b", again, again + size, 0, size, 20)
    assert of_kinds([inside, across], {"a": text, "b": refrain}) == ["text"]


def test_a_title_that_runs_through_two_documents_is_a_repetition() -> None:
    title = prose(52, 14)
    text, size = " ".join(f"{title} {prose(60 + at, 60)}" for at in range(6)), len(title)
    places = [at for at in range(len(text)) if text.startswith(title, at)]
    spans = [(doc, at) for doc in "ab" for at in places]
    rows = [row(a, b, at, at + size, to, to + size, 14) for (a, at), (b, to) in combinations(spans, 2)]
    assert of_kinds(rows, {"a": text, "b": text}) == ["repetition"]


def test_what_a_book_repeats_is_a_repetition_in_two_copies_of_it_too() -> None:
    turn = prose(53, 14)
    book = f"{prose(54, 500)} {turn} {prose(55, 300)} {turn} {prose(56, 9)}"
    places, size = [at for at in range(len(book)) if book.startswith(turn, at)], len(turn)
    texts = {"a": book, "b": book, "c": f"{turn} {prose(57, 60)}"}
    copies = [row("a", "b", 0, len(book), 0, len(book), 900)]
    spans = [(doc, at) for doc in "ab" for at in places]
    turns = [row(a, b, at, at + size, to, to + size, 14) for (a, at), (b, to) in combinations(spans, 2)]
    assert of_kinds(copies + turns, texts) == ["repetition", "text"]
    quoted = [row("a", "c", places[0], places[0] + size, 0, size, 14)]
    assert of_kinds(copies + turns + quoted, texts) == ["text", "text"]


def test_what_stands_in_furniture_or_in_headings_is_boilerplate() -> None:
    texts = dict.fromkeys("ab", LETTER)
    rows = [row("a", "b", 100, 300, 100, 300, 40)]
    assert of_kinds(rows, texts, ("a", 0, 120, "furniture"), ("b", 0, 120, "furniture")) == ["text"]
    assert of_kinds(rows, texts, ("a", 0, 180, "furniture"), ("b", 0, 180, "furniture")) == ["boilerplate"]
    assert of_kinds(rows, texts, ("a", 90, 250, "heading"), ("b", 90, 250, "heading")) == ["boilerplate"]
    assert of_kinds(rows, texts, ("a", 0, 400, "furniture")) == ["text"]


def test_what_many_documents_end_with_is_boilerplate() -> None:
    texts = {f"d{at}": f"{prose(70 + at, 900)} {prose(80, 15)}" for at in range(6)}
    size = len(prose(80, 15))
    rows = [
        row(a, b, len(texts[a]) - size, len(texts[a]), len(texts[b]) - size, len(texts[b]), 15)
        for a, b in combinations(texts, 2)
    ]
    assert of_kinds(rows, texts) == ["boilerplate"]
    assert of_kinds(rows[:1], texts) == ["text"]


@settings(deadline=None, max_examples=60)
@given(st.lists(SPANS, max_size=25))
def test_no_text_is_a_part_of_another(spans: list[tuple[int, int, int, int, int]]) -> None:
    pairs = [Pair(a, b, x, x + n, y, y + n, n // 5) for a, b, x, y, n in spans if a < b]
    texts = gathered(pairs)
    owners, _ = _one_witness(sorted({one for text in texts for one in text}, key=lambda w: (w.doc, w.start, -w.end)))
    sets = [frozenset(owners[one] for one in text) for text in texts]
    assert not any(a <= b for at, a in enumerate(sets) for to, b in enumerate(sets) if at != to)
