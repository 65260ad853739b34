"""What stands between two beads on one side alone: left out, or rendered beside it; and the compiled loop."""

from __future__ import annotations

import json
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engines.local import LocalEngine
from variorum.passages import unrendered
from variorum.passages.leftovers.kernels import answered
from variorum.tables import DOCUMENTS, ELLIPSES, PASSAGES, SENTENCES, TRANSLATIONS
from variorum.traditions.cuts import marks_of
from variorum.traditions.untranslated import untranslated

ENGINE = LocalEngine()
CASES = json.loads((Path(__file__).parent / "cases" / "leftovers" / "between.json").read_text("utf-8"))
WHERE = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")


def left_out(case: dict[str, Any], encoder: str = "packaged") -> list[tuple[str, str]]:
    """What is left out where the sentences before and behind a leftover render each other: by which, and what."""
    mine = "ab"[case.get("turned", False)]
    texts, spans, beads = {"a": "", "b": ""}, [], []

    def say(doc: str, said: str) -> tuple[int, int]:
        texts[doc] += f"{said} "
        span = len(texts[doc]) - len(said) - 1, len(texts[doc]) - 1
        spans.append({"doc": doc, "start": span[0], "end": span[1], "encoder": encoder, "vector": b""})
        return span

    for bead in (CASES["before"], case["after"]):
        beads.append(["a", *say("a", bead[0]), "b", *say("b", bead[1])])
        if bead is CASES["before"]:
            say(mine, case["left"])
    documents = DOCUMENTS.rows([{"doc": doc, "text": text} for doc, text in texts.items()])
    rows = [dict(zip(WHERE, bead, strict=True), kind="translation") for bead in beads]
    cut = SENTENCES.rows(sorted(spans, key=itemgetter("doc", "start")))
    found = unrendered(ENGINE, documents, cut, TRANSLATIONS.rows(rows))
    omitted = untranslated(PASSAGES.rows(rows), documents, found, marks_of(ELLIPSES.empty()))
    return [(row["doc"], texts[row["other_doc"]][row["other_start"] : row["other_end"]]) for row in omitted]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["seen"])
def test_found(case: dict[str, Any]) -> None:
    assert left_out(case) == [("a" if case.get("turned") else "b", case["left"])]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", CASES["known failures"], ids=lambda case: case["seen"])
def test_known_failures(case: dict[str, Any]) -> None:
    assert left_out(case) == [("a" if case.get("turned") else "b", case["left"])]


@pytest.mark.parametrize("case", CASES["left alone"], ids=lambda case: case["seen"])
def test_left_alone(case: dict[str, Any]) -> None:
    assert left_out(case) == []


def test_without_an_encoder_words_are_told_by_their_spelling() -> None:
    after = ["The bridge at Osna was under water.", "And Simeon answered that at Osna the bridge was under water."]
    assert left_out({"left": "Thus Simeon answered:", "after": after}, "none") == []
    assert left_out({"left": "Nobody ever came back.", "after": after[:1] * 2}, "none") != []


@given(st.integers(0, 2**32 - 1))
def test_each_word_gets_what_a_plain_loop_gives_it(seed: int) -> None:
    chance = np.random.default_rng(seed)
    like = (chance.integers(0, 6, (4, 5)) / 5).astype(np.float32)
    ours, theirs = (chance.integers(0, size, chance.integers(0, 6)) for size in like.shape)
    pairs = sorted((-like[p, q], x, y) for x, p in enumerate(ours) for y, q in enumerate(theirs) if like[p, q] >= 0.4)
    found, taken = [0.0] * len(ours), set()
    for worth, x, y in pairs:
        if not found[x] and y not in taken:
            found[x] = -worth
            taken.add(y)
    assert answered(like, ours, theirs, np.float32(0.4)).tolist() == found
