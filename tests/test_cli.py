"""The commands as they are typed: what they print, where, and what they end with."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import variorum


def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "variorum.cli", *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_find_prints_places_best_first(archive: variorum.Archive) -> None:
    found = command("find", "four hundred sheets, salt", archive.folder)
    assert (found.returncode, found.stderr) == (0, "")
    for places in found.stdout.split("Likely the same in other words:"):
        scores = [float(line.split()[-1]) for line in places.splitlines() if line and not line.startswith(" ")]
        assert scores == sorted(scores, reverse=True)
    assert command("find", "--words", "four hundred sheets, salt", archive.folder).stdout == places_by_words(
        found.stdout
    )


def places_by_words(printed: str) -> str:
    return printed.partition("Likely the same in other words:")[0]


def test_find_gives_machines_the_same(archive: variorum.Archive) -> None:
    places = json.loads(command("find", "--json", "--limit", "3", "sandpipers", archive.folder).stdout)
    texts = dict(zip(*archive.query("select doc, text from documents").to_pydict().values(), strict=True))
    assert 0 < len(places) <= 3
    assert all("sandpiper" in texts[place["doc"]][place["start"] : place["end"]].lower() for place in places)


def test_what_is_not_found_is_said_to_be_not_found_here(archive: variorum.Archive) -> None:
    assert command("find", "qqqq zzzz xxxx", archive.folder).stdout == "Not found here.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["build", "no-such-folder"], 2, "there is no such folder"),
        (["build", ".", "--only", "pasages"], 2, "there is no table 'pasages'"),
        (["find", "x", "no-such-archive"], 3, "there is no archive"),
        (["serve", "no-such-archive"], 3, "make one with: variorum build"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(words: list[str], code: int, said: str) -> None:
    ended = command(*words)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_nothing_loads_the_compiler_before_a_kernel_is_needed(archive: variorum.Archive) -> None:
    code = (
        "import sys, variorum; variorum.find('sandpipers', sys.argv[1]); import variorum.server, variorum.plan;"
        "print([name for name in ('numba', 'duckdb', 'jinja2.nativetypes', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, archive.folder], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_build_with_nothing_to_do_needs_no_compiler(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.txt").write_text("A short text, by nobody.", encoding="utf-8")
    code = (
        "import sys, variorum; report = variorum.build(sys.argv[1], sys.argv[1] + '-archive');"
        "print([step.made for step in report.steps], 'numba' in sys.modules)"
    )
    run = [sys.executable, "-c", code, str(tmp_path / "library")]
    subprocess.run(run, check=True, capture_output=True)
    done = subprocess.run(run, check=True, capture_output=True, text=True)
    assert set(done.stdout.split("]")[0].strip("[").split(", ")) == {"0"}
    assert done.stdout.endswith("False\n")


def test_build_with_json_prints_the_report_alone(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.txt").write_text("A short text, by nobody.", encoding="utf-8")
    built = command("build", tmp_path / "library", "--json")
    assert json.loads(built.stdout)["counts"]["documents"] == 1
    assert (tmp_path / "library-archive" / "site" / "index.html").is_file()
    (tmp_path / "library" / "b.txt").write_bytes(b"\x1f\x8b\x08")
    assert command("build", tmp_path / "library", "--quiet").stdout == ""


def test_lines_that_could_not_be_read_are_named_on_the_screen(tmp_path: Path) -> None:
    good, library = '{"id": "a", "text": "A short text, by nobody."}', tmp_path / "library"
    library.mkdir()
    (library / "one.jsonl").write_text(f'{good}\n{{"text": "no end\n', encoding="utf-8")
    (library / "many.jsonl").write_text("\n".join([good, *["nonsense"] * 119]), encoding="utf-8")
    with zipfile.ZipFile(library / "packed.zip", "w") as packed:
        packed.writestr("in.jsonl", f'{{"id": "b"}}\n{good}\n')
    said = [line for line in command("build", library, "--only", "documents").stdout.splitlines() if ".jsonl" in line]
    none = ", ".join(f"line {number} (it is no JSON object)" for number in range(2, 7))
    assert said == [
        'A line of in.jsonl in packed.zip could not be read: line 1 (it has no "text"); mend it and build again.',
        f"119 lines of many.jsonl could not be read: {none} and 114 more (see report.json); mend them and build again.",
        "A line of one.jsonl could not be read: line 2 (unterminated string starting at its column 10);"
        " mend it and build again.",
    ]


def test_strict_ends_with_1_where_a_file_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.txt").write_text("A short text, by nobody.", encoding="utf-8")
    (tmp_path / "library" / "b.jsonl.gz").write_bytes(b"\x1f\x8b\x08 broken")
    built = command("build", tmp_path / "library")
    assert built.returncode == 0
    assert "Could not read 1 file" in built.stdout
    assert command("build", tmp_path / "library", "--strict").returncode == 1
