"""What `find` finds in other words: sentences in another language; and which encoder they have their vectors from."""

from __future__ import annotations

import sys
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import variorum
from variorum.cli import cli
from variorum.errors import EncoderError, MissingExtra
from variorum.meaning import FLOOR, TOGETHER, alike
from variorum.passages.sentences import encoders
from variorum.tables import SENTENCES

SAID = "Двенадцать дней отняли у нас в одну ночь, с субботы на воскресенье."
DIMENSIONS = 8


def test_a_sentence_is_found_in_another_language(archive: variorum.Archive) -> None:
    documents = archive.table("documents", ["doc", "text"])
    texts = dict(zip(documents["doc"].to_pylist(), documents["text"].to_pylist(), strict=True))
    hits = archive.find(SAID, limit=3)
    assert [hit.by for hit in hits] == sorted((hit.by for hit in hits), reverse=True)
    first = next(hit for hit in hits if hit.by == "meaning")
    assert first.doc == "edition-1874/letter-1.xhtml"
    place = texts[first.doc][first.start : first.end]
    assert place.startswith("Twelve days were taken from us in a single night")
    assert first.text[first.match_start : first.match_end] == " ".join(place.split())
    assert first.score >= FLOOR


def test_the_python_face_can_leave_it_out(archive: variorum.Archive) -> None:
    assert {hit.by for hit in variorum.find(SAID, archive.folder, meaning=False)} == {"words"}


def test_few_words_load_no_encoder(archive: variorum.Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.meaning.called", lambda name: pytest.fail("it was loaded"))
    assert archive.find("Twelve days", limit=3)


class Axes:
    """A small model: a sentence's vector has one axis for each first letter of its words."""

    def __init__(self, name: str, *, device: str, local_files_only: bool) -> None:
        if not Path(name).is_dir():
            raise OSError(f"{name} is nowhere")
        assert local_files_only
        assert device == "cpu"

    def encode(self, sentences: list[str], *, normalize_embeddings: bool, show_progress_bar: bool) -> Any:
        assert normalize_embeddings
        assert not show_progress_bar
        vectors = np.full((len(sentences), DIMENSIONS), 0.01)
        for nth, sentence in enumerate(sentences):
            for word in sentence.split():
                vectors[nth, ord(word[0].lower()) % DIMENSIONS] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for sentence-transformers."""
    package = types.ModuleType("sentence_transformers")
    package.SentenceTransformer = Axes  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", package)
    encoders.transformer.cache_clear()


def library(folder: Path, encoder: str) -> Path:
    place = folder / "library"
    place.mkdir()
    for name in ("one", "two"):
        (place / f"{name}.txt").write_text(
            " ".join(f"Eels swim in pond {nth} {name}." for nth in "abcdefgh"), encoding="utf-8"
        )
    (place / "variorum.toml").write_text(f'[sentences]\nencoder = "{encoder}"\n', encoding="utf-8")
    return place


@pytest.mark.usefixtures("transformers")
def test_a_model_is_named_in_the_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "model").mkdir()
    name = (tmp_path / "model").as_posix()
    variorum.build(library(tmp_path, name), tmp_path / "archive")
    archive = variorum.open(tmp_path / "archive")
    rows = archive.table("sentences")
    assert set(rows["encoder"].to_pylist()) == {name}
    assert {len(vector) for vector in rows["vector"].to_pylist()} == {DIMENSIONS}
    assert "meaning" in {hit.by for hit in archive.find("every sturgeon inhabits puddles", limit=3)}
    before = (tmp_path / "archive" / "tables" / "sentences.parquet").read_bytes()
    (tmp_path / "library" / "variorum.toml").write_text('[sentences]\nencoder = "none"\n', encoding="utf-8")
    variorum.build(tmp_path / "library", tmp_path / "archive")
    assert (tmp_path / "archive" / "tables" / "sentences.parquet").read_bytes() != before
    assert not variorum.open(tmp_path / "archive").encoded
    cli.main(["find", "every sturgeon inhabits puddles", str(tmp_path / "archive")], standalone_mode=False)
    assert "no sentences of this archive are encoded" in capsys.readouterr().err


@pytest.mark.usefixtures("transformers")
def test_a_model_that_is_not_here_is_said_to_be_so() -> None:
    with pytest.raises(EncoderError, match="not on this machine"):
        encoders.called("no/such/model")


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    encoders.transformer.cache_clear()
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(MissingExtra, match="encoders"):
        encoders.called("some/model")


class Given:
    """An encoder that gives what it was given."""

    def __init__(self, vector: Sequence[float]) -> None:
        self.vector = np.array([vector], np.float32)

    def encode(self, sentences: Sequence[str]) -> Any:
        return self.vector / np.linalg.norm(self.vector)


VECTORS = st.lists(st.integers(-9, 9), min_size=3, max_size=3).filter(any)


@given(st.lists(st.tuples(st.sampled_from("pq"), VECTORS), min_size=1, max_size=9), VECTORS)
def test_the_best_groups_are_found_and_none_twice(rows: list[tuple[str, list[int]]], query: list[int]) -> None:
    rows = sorted(rows, key=lambda row: row[0])
    table = SENTENCES.rows(
        [
            {"doc": doc, "start": 10 * at, "end": 10 * at + 9, "encoder": "x", "vector": np.int8(vector).tobytes()}
            for at, (doc, vector) in enumerate(rows)
        ]
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("variorum.meaning.called", lambda name: Given(query))
        found = alike("one two three", table, limit=9)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    taken = [at for one in found for at in range(one.start // 10, one.end // 10 + 1)]
    assert len(taken) == len(set(taken))
    plain = [cosine(rows, query, at, at + more) for more in range(1, TOGETHER + 1) for at in range(len(rows))]
    best = max((value for value in plain if value is not None), default=0)
    assert (found[0].score if found else 0) == pytest.approx(best if best >= FLOOR else 0, abs=1e-3)


def cosine(rows: list[tuple[str, list[int]]], query: list[int], start: int, end: int) -> float | None:
    """How like a query some sentences of one document are, taken together."""
    if end > len(rows) or len({doc for doc, _ in rows[start:end]}) > 1:
        return None
    total = sum(np.array(vector) / np.linalg.norm(vector) for _, vector in rows[start:end])
    long = float(np.linalg.norm(total))
    return float(np.dot(total, query)) / (max(long, 1e-6) * float(np.linalg.norm(query)))
