"""What people say of names: the authority file, and decisions that two forms are the same or are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import variorum
from variorum import decisions
from variorum.authority import Entries, read_authority
from variorum.errors import SettingsError
from variorum.identities import Identity
from variorum.naming import chosen
from variorum.settings import Settings, read_settings


def authority(tmp_path: Path, lines: str, toml: str = '[authority]\nfile = "who.csv"\n') -> Entries:
    (tmp_path / "who.csv").write_text(lines, encoding="utf-8-sig")
    (tmp_path / "variorum.toml").write_text(toml, encoding="utf-8")
    return read_authority(tmp_path, read_settings(tmp_path, {"names": {"authority": ()}, "entities": {}}))


def test_nothing_need_be_said(tmp_path: Path) -> None:
    assert read_authority(tmp_path, Settings()) == Entries([], [])


def test_a_csv_is_read_with_the_addresses_of_its_ids(tmp_path: Path) -> None:
    found = authority(
        tmp_path,
        'id,Kind,name,forms,viaf,wikidata,gnd\nq1,Person,"Quill, Hester",H. Q.; Esther Quille | Есфирь,12,Q7,\n'
        "q2,place,Marl,,,,https://d-nb.info/gnd/3\n",
    )
    forms = ("H. Q.", "Esther Quille", "Есфирь")
    elsewhere = ("https://viaf.org/viaf/12", "http://www.wikidata.org/entity/Q7")
    assert found.problems == []
    assert found.entries == [
        ("q1", "person", "Quill, Hester", forms, elsewhere),
        ("q2", "place", "Marl", (), ("https://d-nb.info/gnd/3",)),
    ]


def test_sections_of_the_settings_are_read(tmp_path: Path) -> None:
    toml = '[[entities]]\nkind = "person"\nname = "Hester Quill"\nforms = ["H. Q."]\nviaf = 12\nsame_as = ["urn:x"]\n'
    found = authority(tmp_path, "", toml)
    same = ("urn:x", "https://viaf.org/viaf/12")
    assert found == Entries([("", "person", "Hester Quill", ("H. Q.",), same)], [])


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("kind,name\nperson,\nperson,Quill\n", "who.csv, line 2: it has no name"),
        (
            "kind,name\nship,Marl\nperson,Quill\n",
            "who.csv, line 2: its kind is 'ship', and is to be one of person, group",
        ),
        ("kind,name\nperson,Marl,x\nperson,Quill\n", "who.csv, line 2: it has more cells than the first line"),
        (
            "kind,name,vaif\nperson,Quill,1\n",
            "who.csv: the column 'vaif' is not known, and was passed over; did you mean",
        ),
        ('kind,name\nperson,Quill\nperson,"Marl\n', "who.csv, after line 2: it is no CSV"),
    ],
)
def test_a_line_that_is_no_entry_is_reported_and_the_rest_used(tmp_path: Path, lines: str, problem: str) -> None:
    found = authority(tmp_path, lines)
    assert [one[2] for one in found.entries] == ["Quill"]
    [told] = found.problems
    assert told.startswith(problem)


@pytest.mark.parametrize(
    ("lines", "toml", "told"),
    [
        ("", '[authority]\nfile = "when.csv"', "authority.file is 'when.csv', and that cannot be read"),
        ("name\nQuill\n", '[authority]\nfile = "who.csv"', "its first line names no columns kind and name"),
        ("", '[authority]\nfiel = "who.csv"', "authority.fiel is not known; did you mean 'file'"),
        ("", '[[entities]]\nkind = "person"\nname = "Quill"\nfroms = []', "froms is not known; did you mean 'forms'"),
        ("", '[entities]\nkind = "person"', "write each as a section [[entities]]"),
        ("", "[names]\nauthority = []", "names.authority is not known"),
    ],
)
def test_what_is_not_understood_is_said(tmp_path: Path, lines: str, toml: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told.replace("[", r"\[").replace("]", r"\]")):
        authority(tmp_path, lines, toml)


ONE = Identity("apart", "Kulik", "", "Quill", "a.txt", "Ada", "2026-01-02T00:00:00Z")


def lines(*identities: Identity) -> str:
    return "".join(one.to_json() + "\n" for one in identities)


def test_decisions_about_names_stand_beside_those_about_findings(tmp_path: Path) -> None:
    slip = decisions.decide("a.txt", "in tlie house", (3, 7), "accepted", "the", "nonwords", "Ada", "0")
    (tmp_path / decisions.FILE).write_text(f"{slip.to_json()}\n{lines(ONE)}", encoding="utf-8")
    found = decisions.read(tmp_path)
    assert (found.decisions, found.identities, found.problems) == ([slip], [ONE], [])


def test_the_latest_decision_about_two_forms_counts_whichever_stands_first(tmp_path: Path) -> None:
    later = Identity("same", "Quill", "a.txt", "Kulik", "", "Berta", "2026-01-03T00:00:00Z")
    for told in (lines(ONE, later), lines(later, ONE)):
        (tmp_path / decisions.FILE).write_text(told, encoding="utf-8")
        assert decisions.read(tmp_path).identities == [later]


@pytest.mark.parametrize(
    "change",
    [
        {"target": [{"source": "", "selector": {"exact": "Kulik"}}]},
        {"target": "person/kulik"},
        {"body": [{"purpose": "tagging", "value": "alike"}]},
        {"body": []},
        {"target": [{"source": "", "selector": {"exact": ""}}, {"source": "", "selector": {"exact": "Quill"}}]},
        {"target": [{"source": 3, "selector": {"exact": "a"}}, {"source": "", "selector": {"exact": "Quill"}}]},
    ],
)
def test_a_line_about_names_that_is_not_understood_is_reported(tmp_path: Path, change: dict[str, object]) -> None:
    broken = json.dumps({**json.loads(ONE.to_json()), **change})
    (tmp_path / decisions.FILE).write_text(f"{broken}\n{lines(ONE)}", encoding="utf-8")
    found = decisions.read(tmp_path)
    assert found.identities == [ONE]
    assert [problem[:25] for problem in found.problems] == ["decisions.jsonl, line 1: "]


def test_what_was_said_of_names_is_a_setting_of_their_steps(tmp_path: Path) -> None:
    toml = '[[entities]]\nkind = "person"\nname = "Hester Quill"\n'
    (tmp_path / "variorum.toml").write_text(toml, encoding="utf-8")
    told = chosen(tmp_path, read_settings(tmp_path, {}), [ONE])
    assert told.steps["names"]["decided"] == (["apart", "Kulik", "", "Quill", "a.txt", "Ada"],)
    assert told.steps["names"]["authority"] == told.steps["entities"]["authority"]
    assert told.steps["entities"]["authority"] == (["", "person", "Hester Quill", [], []],)


def built(tmp_path: Path) -> dict[str, set[str]]:
    """The forms of each entity of a small library that is built, for the first time or again."""
    archive = variorum.open(tmp_path / "archive")
    return {row["entity"]: {form["form"] for form in row["forms"]} for row in archive.table("entities").to_pylist()}


def test_a_merge_that_was_undone_stays_undone_and_a_build_again_changes_nothing(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    text = (
        "Mr. Viktor Sedov came. “I am late,” said Sedov. “You are,” said Kulik to Mr. Sedoff, and Mr. Sedoff laughed.\n"
    )
    (library / "a.txt").write_text(text, encoding="utf-8")
    variorum.build(library, tmp_path / "archive", only="entities")
    before = built(tmp_path)
    assert {"Viktor Sedov", "Sedoff"} <= before["person/viktor-sedov"]
    (library / "decisions.jsonl").write_text(
        Identity("apart", "Sedoff", "", "Viktor Sedov", "", "Ada", "2026-01-02").to_json() + "\n", encoding="utf-8"
    )
    for time in ("changed", "again"):
        report = variorum.build(library, tmp_path / "archive", only="entities")
        made = {step.table: step.made for step in report.steps}
        assert (made["names"], made["mentions"]) == (int(time == "changed"), 0)
        assert "Sedoff" not in built(tmp_path)["person/viktor-sedov"]
    (library / "decisions.jsonl").unlink()
    variorum.build(library, tmp_path / "archive", only="entities")
    assert built(tmp_path) == before
