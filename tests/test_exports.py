"""What a collation is written as: every format read back by a program that is not ours, and every word still in it."""

from __future__ import annotations

import csv
import io
import json
import lzma
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dendropy
import elementpath
import networkx
import pytest
from elementpath.xpath3 import XPath3Parser
from lxml import etree

import variorum
from variorum.archive.exports import EXPORTS
from variorum.comparison import Comparison
from variorum.errors import UsageError

TEI = "{http://www.tei-c.org/ns/1.0}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
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


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema of the TEI, with its Schematron rules inside."""
    with lzma.open(Path(__file__).parent / "schemas" / "tei_all.rng.xz") as file:
        return etree.parse(file)


def broken_rules(schema: Any, text: str) -> list[str]:
    """Which of the Schematron rules of a schema a text breaks."""
    root = etree.fromstring(text.encode())
    rules = list(schema.iter(f"{SCHEMATRON}rule"))
    assert len(rules) > 50
    return [said for rule in rules for node in select(root, rule.get("context"), None) for said in broken(rule, node)]


def select(node: Any, path: str, variables: Any) -> Any:
    """What a path of XPath 3 finds from a node on; of a whole document what matches it as a pattern."""
    names = {"tei": TEI[1:-1], "teix": "http://www.tei-c.org/ns/Examples", "xs": "http://www.w3.org/2001/XMLSchema"}
    names |= {"sch": SCHEMATRON[1:-1], "rng": "http://relaxng.org/ns/structure/1.0"}
    if variables is None:
        path = " | ".join(f"//{part.strip()}" for part in path.split("|"))
    return elementpath.select(
        node.getroottree(), path, names, XPath3Parser, variables=variables, item=None if variables is None else node
    )


def broken(rule: Any, node: Any) -> Iterator[str]:
    variables: dict[str, Any] = {}
    for let in [*rule.getparent().findall(f"{SCHEMATRON}let"), *rule.findall(f"{SCHEMATRON}let")]:
        variables[let.get("name")] = select(node, let.get("value"), variables)
    for one in rule:
        if one.tag in (f"{SCHEMATRON}assert", f"{SCHEMATRON}report"):
            holds = bool(select(node, f"boolean({one.get('test')})", variables))
            if holds == (one.tag == f"{SCHEMATRON}report"):
                yield " ".join("".join(one.itertext()).split())


def test_tei_is_valid(letters: Comparison, compared: Comparison, schema: Any) -> None:
    """In one test, since it takes as long to read the schema as all the rest."""
    relaxng = etree.RelaxNG(schema)
    for each in (letters, compared):
        for form in ("tei", "tei-external"):
            assert relaxng.validate(etree.fromstring(each.to(form).encode())), (form, relaxng.error_log)
    assert not relaxng.validate(etree.fromstring(letters.to("tei").replace("listWit>", "list>").encode()))


@pytest.mark.parametrize("form", ["tei", "tei-external"])
def test_tei_keeps_the_rules_that_no_grammar_can_say(letters: Comparison, schema: Any, form: str) -> None:
    text = letters.to(form)
    assert broken_rules(schema, text) == []
    swapped = text.replace('location="internal"', 'location="external"').replace(
        "double-end-point", "parallel-segmentation"
    )
    assert len(broken_rules(schema, swapped)) == 1
    assert broken_rules(schema, text.replace("<p>", "<p><p>nested</p>")) != []


def test_graphml_is_a_graph_without_rings(letters: Comparison, tmp_path: Path) -> None:
    (tmp_path / "graph.graphml").write_text(letters.to("graphml"), encoding="utf-8")
    graph = networkx.read_graphml(tmp_path / "graph.graphml")
    assert networkx.is_directed_acyclic_graph(graph)
    assert networkx.has_path(graph, "start", "end")
    for siglum, text in zip("ABCD", (one.text for one in letters.collation.witnesses), strict=True):
        mine = [edge for edge in graph.edges(data=True) if siglum in edge[2]["witnesses"].split(", ")]
        path = networkx.DiGraph(mine)
        read = [graph.nodes[node].get("tokens", "") for node in networkx.topological_sort(path)]
        assert "".join("".join(read).split()) == "".join(text.split())


def test_nexus_is_read_by_a_program_of_phylogenetics(letters: Comparison) -> None:
    matrix = dendropy.StandardCharacterMatrix.get(data=letters.to("nexus"), schema="nexus")
    variants = json.loads(letters.to_json())["variants"]
    assert len(matrix) == 4
    assert matrix.max_sequence_size == len(variants)
    for taxon in matrix:
        assert len(matrix[taxon]) == len(variants)
    first = {taxon.label: str(matrix[taxon][0]) for taxon in matrix}
    for reading in variants[0]["readings"]:
        assert len({first[siglum] for siglum in reading["witnesses"]}) == 1


def test_an_apparatus_names_the_lemma_and_who_has_something_else(compared: Comparison) -> None:
    lines = compared.to("apparatus").splitlines()
    assert lines[0] == "1  old] om. B (minus)"
    assert "left] sailed C (word)" in "\n".join(lines)


def test_an_unknown_format_is_an_error_that_names_the_known_ones(compared: Comparison) -> None:
    with pytest.raises(UsageError, match="formats are apparatus, table, html"):
        compared.to("papyrus")
