"""What a collation is written as: every format read back by a program that is not ours, and every word still in it."""

from __future__ import annotations

import csv
import io
import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import variorum
from variorum.archive.exports import EXPORTS
from variorum.comparison import Comparison
from variorum.errors import UsageError

TEI = "{http://www.tei-c.org/ns/1.0}"
TEXTS = {
    "a": "The old ferry left at noon, and nobody waved <but the cook> & his boy.",
    "b": "The ferry left at Noon; and nobody waved but the cook & his little boy.",
    "c": "The old ferry sailed at noon, and nobody waved but the cook & his boy.",
}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return variorum.compare(*(folder / f"{name}.txt" for name in TEXTS))


@pytest.fixture(scope="module")
def letters(example: Path) -> Comparison:
    return variorum.compare(*sorted((example / "letters").glob("ledger-letter-*.txt")))


@pytest.mark.parametrize("form", EXPORTS)
def test_every_format_is_written_and_ends_its_line(compared: Comparison, form: str) -> None:
    assert compared.to(form).endswith("\n")


def test_collatex_json_holds_every_witness_whole(compared: Comparison) -> None:
    read = json.loads(compared.to("json"))
    assert read["witnesses"] == ["A", "B", "C"]
    assert len({len(row) for row in read["table"]}) == 1
    for row, text in zip(read["table"], TEXTS.values(), strict=True):
        assert "".join(token["t"] for cell in row if cell for token in cell) == text


def test_csv_has_a_line_for_each_place(compared: Comparison) -> None:
    head, *rows = csv.reader(io.StringIO(compared.to("csv")))
    assert head == ["place", "variant", "A", "B", "C"]
    assert [row[1] for row in rows if row[2:] == ["left", "left", "sailed"]] == ["word"]


@pytest.mark.parametrize("form", ["tei", "tei-external"])
def test_tei_gives_every_witness_one_reading_at_each_variant(letters: Comparison, form: str) -> None:
    root = ET.fromstring(letters.to(form))
    known = {"#" + (one.get("{http://www.w3.org/XML/1998/namespace}id") or "") for one in root.iter(f"{TEI}witness")}
    apps = list(root.iter(f"{TEI}app"))
    assert len(known) == 4 and apps
    for app in apps:
        mine = [wit for one in app for wit in (one.get("wit") or "").split()]
        assert sorted(mine) == sorted(known)
        if form == "tei-external":
            anchors = {one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iter(f"{TEI}anchor")}
            assert {(app.get("from") or "")[1:], (app.get("to") or "")[1:]} <= anchors


@pytest.mark.parametrize("form", ["tei", "tei-external"])
def test_tei_is_valid(letters: Comparison, form: str) -> None:
    schema = os.environ.get("TEI_RNG")
    if not schema:
        pytest.skip("needs the schema of the TEI: set TEI_RNG to the path of tei_all.rng")
    etree = pytest.importorskip("lxml.etree", reason="needs lxml to validate")
    relaxng = etree.RelaxNG(etree.parse(schema))
    assert relaxng.validate(etree.fromstring(letters.to(form).encode())), relaxng.error_log


def test_graphml_is_a_graph_without_rings(letters: Comparison, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="needs networkx to read the graph")
    (tmp_path / "graph.graphml").write_text(letters.to("graphml"), encoding="utf-8")
    graph = networkx.read_graphml(tmp_path / "graph.graphml")
    assert networkx.is_directed_acyclic_graph(graph)
    assert networkx.has_path(graph, "start", "end")


def test_nexus_is_read_by_a_program_of_phylogenetics(letters: Comparison) -> None:
    dendropy = pytest.importorskip("dendropy", reason="needs dendropy to read NEXUS")
    matrix = dendropy.StandardCharacterMatrix.get(data=letters.to("nexus"), schema="nexus")
    assert len(matrix) == 4
    assert matrix.max_sequence_size == len(json.loads(letters.to_json())["variants"])


def test_an_apparatus_names_the_lemma_and_who_has_something_else(compared: Comparison) -> None:
    lines = compared.to("apparatus").splitlines()
    assert lines[0] == "1  old] om. B (minus)"
    assert "left] sailed C (word)" in "\n".join(lines)


def test_an_unknown_format_is_an_error_that_names_the_known_ones(compared: Comparison) -> None:
    with pytest.raises(UsageError, match="formats are apparatus, table, html"):
        compared.to("papyrus")
