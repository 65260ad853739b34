"""The trial: quotations planted into copies of the library, and how many of them are found."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pytest

import variorum
from variorum.passages.noise import FEWEST, noise
from variorum.passages.planting import LENGTHS, Trial, planted
from variorum.tables import BLOCKS, DOCUMENTS, PASSAGES, QUOTED


def prose(seed: int, count: int) -> str:
    """Sentences of invented words, most of them common."""
    chance = random.Random(seed)
    common = ["".join(random.Random(n).choices("aeioubdklmnrst", k=2 + n % 7)) for n in range(900)]
    words = [common[int(900 * chance.random() ** 3)] for _ in range(count)]
    return " ".join(word + (". " if at % 11 == 10 else "") for at, word in enumerate(words))


def library(texts: dict[str, str]) -> tuple[pa.Table, pa.Table]:
    """Documents, and each as one paragraph."""
    documents = [{"doc": doc, "text": text, "words": len(text.split())} for doc, text in texts.items()]
    blocks = [{"doc": doc, "start": 0, "end": len(text), "kind": "paragraph"} for doc, text in texts.items()]
    return DOCUMENTS.rows(documents), BLOCKS.rows(blocks)


def trial(texts: dict[str, str]) -> Trial:
    found = planted(*library(texts), QUOTED.empty(), PASSAGES.empty())
    assert found
    return found


TEXTS = {f"{name}.txt": prose(seed, 4000) for seed, name in enumerate("abcd")}


def test_what_is_planted_stands_where_it_is_said_to_stand() -> None:
    found = trial(TEXTS)
    texts = dict(zip(found.documents["doc"].to_pylist(), found.documents["text"].to_pylist(), strict=True))
    assert len(found.planted) > 100
    for one in found.planted:
        quotation = texts[one.target][one.start : one.end]
        source = texts[one.source][one.source_start : one.source_end]
        assert quotation == " ".join(source.split()) and len(source.split()) == one.words
        assert (texts[one.target][one.start - 1] == "“") == one.marked
        assert any(least <= one.words <= most for least, most in LENGTHS)


def test_no_piece_quotes_what_stands_in_it_already() -> None:
    found = trial(TEXTS)
    texts = dict(zip(found.documents["doc"].to_pylist(), found.documents["text"].to_pylist(), strict=True))
    long = [one for one in found.planted if one.words > 12]
    assert all(" ".join(texts[one.target].split()).count(texts[one.target][one.start : one.end]) == 1 for one in long)


def test_the_same_library_is_tried_in_the_same_way_in_any_order() -> None:
    turned = dict(reversed(TEXTS.items()))
    assert trial(TEXTS) == trial(turned)


def test_a_small_library_is_not_tried() -> None:
    assert planted(*library({"a": prose(1, 900), "b": prose(2, 900)}), QUOTED.empty(), PASSAGES.empty()) is None
    assert planted(*library({"a": prose(1, 90_000)}), QUOTED.empty(), PASSAGES.empty()) is None
    assert planted(*library({}), QUOTED.empty(), PASSAGES.empty()) is None


@pytest.mark.parametrize("quoted", [True, False])
def test_noise_is_that_of_quotations_where_there_are_enough(quoted: bool) -> None:
    one = prose(5, 30 * FEWEST * 2).split()
    other = [word if at % 10 or at // 30 >= FEWEST else "quite" for at, word in enumerate(one)]
    texts = {"a": " ".join(one), "b": " ".join(other)}
    rows, marks = [], []
    for nth in range(2 * FEWEST):
        spans = {}
        for doc, words in (("a", one), ("b", other)):
            start = len(" ".join(words[: 30 * nth])) + bool(nth)
            spans |= {f"doc_{doc}": doc, f"start_{doc}": start}
            spans |= {f"end_{doc}": start + len(" ".join(words[30 * nth : 30 * nth + 30]))}
        rows.append({**spans, "kind": "reworked", "words": 30})
        if quoted and nth < FEWEST:
            marks.append({"doc": "b", "inner_start": spans["start_b"], "inner_end": spans["end_b"]})
    documents, _ = library(texts)
    found = noise(documents, QUOTED.rows(marks), PASSAGES.rows(rows))
    expected = [0.1] * FEWEST + [0.0] * FEWEST * (not quoted)
    assert sorted(one.changed for one in found) == pytest.approx(sorted(expected), abs=0.02)


def test_a_build_tells_what_it_would_have_found(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    report = variorum.build(folder, tmp_path / "archive")
    table = variorum.open(tmp_path / "archive").table("sensitivity")
    assert report.sensitivity == table.to_pylist() and table["least"].unique().to_pylist() == [5, 8, 13, 31]
    assert sum(table["planted"].to_pylist()[-2:]) == sum(table["found"].to_pylist()[-2:]), "long ones are all found"
    again = variorum.build(folder, tmp_path / "archive")
    assert {step.table: step.made for step in again.steps}["sensitivity"] == 0
    assert not (tmp_path / "archive" / "tables" / ".next").exists()
    assert "Of a hundred of them" in (tmp_path / "archive" / "site" / "about.html").read_text()
