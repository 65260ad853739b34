"""The archive as linked data: read back by other programs, valid where there is a schema, and nothing made up."""

from __future__ import annotations

import json
import lzma
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree
from test_exports import broken_rules
from test_site import paragraphs, passage, tables
from test_site_lives import COPIED, INSIDE, LEFT, LETTER, MEMOIR, PRINTED

import variorum
from variorum.archive.exports.linked import FORMATS
from variorum.archive.exports.linked.days import tei_date
from variorum.archive.site import site
from variorum.archive.site.edition import lay_out
from variorum.archive.site.rows import Date
from variorum.cli import cli

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
IDS = ["https://viaf.org/viaf/1", "GND 2"]
TEXT = "On 18 October Mrs. Brandt read “The Bell” & Брандт wept.\n\nIt was in the <Herald>."


def name(words: str, entity: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"doc": "a", "start": start, "end": start + len(words), "kind": entity.partition("/")[0], "entity": entity}


def entity(key: str, called: str, *forms: str, **more: Any) -> dict[str, Any]:
    rows = [{"form": form, "count": 1, "reason": "the same in Latin letters"} for form in forms]
    row = {"entity": key, "kind": key.partition("/")[0], "name": called, "forms": rows, "mentions": 1, "documents": 1}
    return row | {"same_as": []} | more


def given(**more: Any) -> dict[str, Any]:
    day = {"doc": "a", "start": 3, "end": 13, "written": "1917-10-18", "calendar": "julian", "edtf": "1917-10-31"}
    rows = {
        "documents": [
            {"doc": "a", "title": "A & <B>", "language": "en", "composed": "1888~", "text": TEXT},
            {"doc": "letter", "title": "The Letter", "author": "Rem", "composed": "1850-01-02", "text": LETTER},
            {"doc": "memoir", "title": "A Memoir", "published": "1889", "text": MEMOIR},
        ],
        "blocks": [
            row for doc, text in (("a", TEXT), ("letter", LETTER), ("memoir", MEMOIR)) for row in paragraphs(doc, text)
        ],
        "dates": [day | {"first_day": "1917-10-31", "last_day": "1917-10-31"}],
        "names": [
            name("Mrs. Brandt", "person/brandt"),
            name("Брандт", "person/brandt"),
            name("“The Bell”", "work/bell"),
            name("<Herald>", "periodical/herald"),
        ],
        "entities": [
            entity("periodical/herald", "The <Herald>"),
            entity(
                "person/brandt", "Olga Brandt", "Mrs. Brandt", "Брандт", same_as=["https://viaf.org/viaf/1", "GND 2"]
            ),
            entity("place/osna", "Osna"),
            entity("work/bell", "The Bell", "“The Bell”"),
            entity("group/guild", "The Guild"),
        ],
        "embedded": [INSIDE],
        "passages": [passage("letter", 0, len(LETTER), "memoir", 30, 30 + len(LETTER), words=64)],
        "testimony": [COPIED, PRINTED, LEFT],
    }
    return rows | more


def written(form: str, address: str = "", **more: Any) -> str:
    return "".join(FORMATS[form](lay_out(tables(**given(**more)), "A <Library>", False), address))


def nodes(form: str) -> list[dict[str, Any]]:
    read = json.loads(written(form))
    assert isinstance(read["@context"], dict), "the words are explained in the file itself"
    found: list[dict[str, Any]] = read["@graph"]
    return found


def of(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in found if one["@type"] == kind]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_tables_give_the_same_bytes_and_end_the_line(form: str) -> None:
    assert written(form) == written(form) and written(form).endswith("\n")


@pytest.mark.parametrize("form", ["jsonld", "cidoc"])
def test_every_address_is_a_page_of_the_site(form: str) -> None:
    pages = {path for path, _ in site(tables(**given()), title="A", private=False)}
    ids = {one["@id"].partition("#")[0] for one in nodes(form) if "@id" in one}
    assert ids and ids <= pages
    assert json.loads(written(form, "https://example.org/"))["@context"]["@base"] == "https://example.org/"


def test_schema_org_has_who_is_named_with_every_form_and_only_addresses_as_the_same() -> None:
    (person,) = of(nodes("jsonld"), "Person")
    assert person["name"] == "Olga Brandt" and person["alternateName"] == ["Mrs. Brandt", "Брандт"]
    assert person["sameAs"] == ["https://viaf.org/viaf/1"] and person["identifier"] == ["person/brandt", "GND 2"]
    assert {one["@type"] for one in nodes("jsonld")} >= {"Organization", "Place", "CreativeWork", "Periodical", "Claim"}


def test_schema_org_has_dates_only_where_they_are_sure() -> None:
    found = {
        one.get("identifier"): one
        for one in of(nodes("jsonld"), "CreativeWork")
        if isinstance(one.get("identifier"), str)
    }
    assert found["letter"]["dateCreated"] == "1850-01-02" and found["memoir"]["datePublished"] == "1889"
    assert "dateCreated" not in found["a"] and found["a"]["temporal"] == ["1888~"]
    ids = {one["@id"] for one in nodes("jsonld") if "@id" in one}
    assert len(found["a"]["mentions"]) == 3 and set(found["a"]["mentions"]) <= ids


def test_a_claim_is_its_speakers_and_the_verdict_a_thing_of_its_own() -> None:
    claims = of(nodes("jsonld"), "Claim")
    assert [one["var:verdict"] for one in claims] == ["borne out", "superseded", "contradicted"]
    assert {one["author"] for one in claims} == {"Hester <Kolb>"} and claims[1]["var:until"] == "1927-11-01"


def test_cidoc_tells_a_life_as_events_and_what_is_said_as_an_assignment() -> None:
    found = nodes("cidoc")
    (text,) = [one for one in of(found, "E33_Linguistic_Object") if "P128i_is_carried_by" in one]
    said = of(found, "E13_Attribute_Assignment")
    assert len(text["P128i_is_carried_by"]) == 2 and len(of(found, "E22_Human-Made_Object")) == 2
    assert [one["P141_assigned"]["@type"] for one in said] == ["E12_Production", "E7_Activity"]
    assert all(one["P140_assigned_attribute_to"] == {"@id": text["@id"]} for one in said)
    created = of(found, "E65_Creation")
    assert created[0]["P4_has_time-span"]["@type"] == "E52_Time-Span"
    assert created[0]["P4_has_time-span"]["P82a_begin_of_the_begin"] == "1850-01-02"
    assert of(found, "E21_Person")[0]["P1_is_identified_by"][2]["label"] == "Брандт"


def test_tei_is_valid_keeps_its_rules_and_every_word() -> None:
    with lzma.open(Path(__file__).parent / "schemas" / "tei_all.rng.xz") as file:
        schema = etree.parse(file)
    relaxng = etree.RelaxNG(schema)
    for text in (written("tei"), written("tei", "https://example.org/", names=[], entities=[], dates=[])):
        root = etree.fromstring(text.encode())
        assert relaxng.validate(root), relaxng.error_log
        assert broken_rules(schema, text) == []
        bodies = ["".join("".join(body.itertext()).split()) for body in root.iter(f"{TEI}body")]
        assert bodies == ["".join(one["text"].split()) for one in given()["documents"]]


def test_tei_refers_from_each_name_to_its_list_and_has_both_calendars() -> None:
    root = etree.fromstring(written("tei").encode())
    ids = {one.get(ID) for one in root.iter() if one.get(ID)}
    refs = [one.get("ref") for one in root.iter() if isinstance(one.tag, str) and one.get("ref")]
    assert len(refs) == 4 and {ref[1:] for ref in refs} <= ids
    lists = [etree.QName(one).localname for one in root.find(f"{TEI}standOff")]
    assert lists == ["listPerson", "listOrg", "listPlace", "listBibl"]
    day = next(root.find(f".//{TEI}body").iter(f"{TEI}date"))
    assert day.text == "18 October"
    assert dict(day.attrib) == {
        "when": "1917-10-31",
        "when-custom": "1917-10-18",
        "datingMethod": "#julian",
        "calendar": "#julian",
    }
    forms = [one.text for one in root.iter(f"{TEI}persName") if one.get("type") == "form"]
    assert forms == ["Mrs. Brandt", "Брандт"]
    assert [(one.get("type"), one.text) for one in root.iter(f"{TEI}idno")][-2:] == [
        ("VIAF", "https://viaf.org/viaf/1"),
        ("GND", "GND 2"),
    ]


@pytest.mark.parametrize(
    ("edtf", "written", "calendar", "expected"),
    [
        ("1888~", "1888", "gregorian", {"when": "1888", "calendar": "#gregorian", "cert": "low"}),
        ("1906/1907", "1906/1907", "unstated", {"from": "1906", "to": "1907"}),
        (None, "10-18", "unstated", {}),
        ("1917-21", "1917-21", "unstated", {}),
        ("../1917-10", "x", "unstated", {}),
        ("1850-01-15", "1850-01-03", "both", {"when": "1850-01-15", "calendar": "#julian #gregorian"}),
    ],
)
def test_a_date_says_no_more_than_its_row(edtf: str | None, written: str, calendar: str, expected: Any) -> None:
    assert tei_date(Date(0, 1, written, calendar, None, None, None, edtf)) == expected


def test_what_overlaps_is_marked_once() -> None:
    twice = [name("Mrs. Brandt", "person/brandt"), name("Brandt", "person/brandt")]
    root = etree.fromstring(written("tei", names=twice).encode())
    assert len([one for one in root.iter(f"{TEI}persName") if one.get("ref")]) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_writes_each_format(archive: variorum.Archive, tmp_path: Path, form: str) -> None:
    file = tmp_path / "out"
    done = CliRunner().invoke(cli, ["export", str(archive.folder), "--to", form, "--title", "Salt", "-o", str(file)])
    assert done.exit_code == 0, done.output
    assert "Salt" in file.read_text("utf-8") or form == "cidoc"
    assert not re.search("brandt-1881", file.read_text("utf-8")), "what is not public is in no export"


def test_a_format_that_there_is_not_is_named(archive: variorum.Archive) -> None:
    done = CliRunner().invoke(cli, ["export", str(archive.folder), "--to", "marc"])
    assert done.exit_code != 0 and "jsonld, tei, cidoc" in str(done.exception or done.output)
