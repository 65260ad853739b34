"""A build, seen from outside: what is made again, what a kill leaves, what a public archive shows, what it writes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import variorum
from variorum import library as libraries
from variorum.disk import writing
from variorum.engines.local import LocalEngine
from variorum.errors import LibraryError, StorageError, UsageError

RUN = """He set out before the snow had gone, with two mules, a map that he did not trust, and a letter to the
prior of the upper house, which he had copied twice, because the passes were watched that spring."""
TEXTS = (
    f"The prior's book\n\nIt is told of Brother Ansel. {RUN} Nobody asked him the reason.",
    f"A chronicle of the upper house\n\nOf that year we know little. “{RUN}” So far the prior.",
    "An inventory\n\nTwo mules, old. One map, torn. Candles, four pounds; salt, a sack; a bell without its tongue.",
    f"Notes of a traveller\n\n{RUN}\n\n“What map?” asked the prior’s cook. ‘The torn one,’ said I.",
)


def write_library(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {f"{n}.txt": text for n, text in enumerate(TEXTS)})


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of an archive but its report, which has the times and is the owner's."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "report.json"
    }


def made(report: libraries.Report) -> dict[str, int]:
    return {step.table: step.made for step in report.steps}


def test_a_shared_passage_is_found_in_every_pair(library: Path, tmp_path: Path) -> None:
    variorum.build(library, tmp_path / "archive")
    passages = variorum.open(tmp_path / "archive").table("passages")
    pairs = set(zip(passages["doc_a"].to_pylist(), passages["doc_b"].to_pylist(), strict=True))
    assert pairs == {("0.txt", "1.txt"), ("0.txt", "3.txt"), ("1.txt", "3.txt")}


def test_a_second_build_does_nothing(library: Path, tmp_path: Path) -> None:
    variorum.build(library, tmp_path / "archive")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "archive").rglob("*.*")}
    report = variorum.build(library, tmp_path / "archive")
    changed = {path.name for path, when in before.items() if path.stat().st_mtime_ns != when}
    assert set(made(report).values()) == {0}
    assert changed <= {"report.json", ".lock"}


def test_how_much_memory_there_is_makes_nothing_stale(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variorum.build(library, tmp_path / "archive", only="reuse")
    engines: list[LocalEngine] = []

    def engine(**chosen: Any) -> LocalEngine:
        engines.append(LocalEngine(**chosen))
        return engines[-1]

    monkeypatch.setattr(libraries, "LocalEngine", engine)
    (library / "variorum.toml").write_text('[engine]\nmemory = "64 MB"\n', encoding="utf-8")
    assert not any(made(variorum.build(library, tmp_path / "archive", only="reuse")).values())
    assert [one.memory for one in engines] == [64_000_000]


def test_touching_a_file_remakes_what_depends_on_it_alone(library: Path, tmp_path: Path) -> None:
    variorum.build(library, tmp_path / "archive")
    (library / "2.txt").touch()
    assert set(made(variorum.build(library, tmp_path / "archive")).values()) == {0}, "its content is the same"
    (library / "2.txt").write_text(TEXTS[2].replace("; salt", "; “salt”"), encoding="utf-8")
    report = made(variorum.build(library, tmp_path / "archive"))
    assert (report["documents"], report["quotations"], report["reuse"]) == (1, 1, 1)
    assert report["passages"] == 1, "what is usual in the library may have changed"


EDITS = st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from(TEXTS), min_size=1), min_size=2, max_size=3)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS)
def test_an_incremental_build_equals_a_full_one(
    tmp_path_factory: pytest.TempPathFactory, edits: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    for texts in edits:
        shutil.rmtree(folder / "library", ignore_errors=True)
        write_library(folder / "library", {f"{name}/{name}.txt": text for name, text in texts.items()})
        variorum.build(folder / "library", folder / "archive", only="collations")
    variorum.build(folder / "library", folder / "fresh", only="collations")
    assert contents(folder / "archive") == contents(folder / "fresh")


def test_only_what_a_table_needs(library: Path, tmp_path: Path) -> None:
    report = variorum.build(library, tmp_path / "archive", only="reuse")
    assert made(report).keys() >= {"documents", "reuse"}
    assert "traditions" not in made(report)
    assert not (tmp_path / "archive" / "site").exists()
    assert variorum.open(tmp_path / "archive").table("reuse").num_rows == 3


def test_tables_made_from_older_ones_do_not_stand_beside_newer(library: Path, tmp_path: Path) -> None:
    variorum.build(library, tmp_path / "archive")
    (library / "1.txt").unlink()
    variorum.build(library, tmp_path / "archive", only="reuse")
    assert not (tmp_path / "archive" / "tables" / "traditions.parquet").exists()
    variorum.open(tmp_path / "archive")


def test_killed_at_random_moments_the_next_build_gives_the_same_tables(library: Path, tmp_path: Path) -> None:
    variorum.build(library, tmp_path / "whole")
    expected = {k: v for k, v in contents(tmp_path / "whole").items() if k.startswith("tables/") and ".parquet" in k}
    command = [sys.executable, "-m", "variorum.cli", "build", str(library), "-o", str(tmp_path / "archive")]
    for delay in (0.9, 1.3, 1.7):
        shutil.rmtree(tmp_path / "archive", ignore_errors=True)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        variorum.build(library, tmp_path / "archive")
        found = {k: v for k, v in contents(tmp_path / "archive").items() if k in expected or ".parquet" in k}
        assert found == expected


@pytest.mark.parametrize("access", ["private", "embargoed until 9999-12-31"])
def test_a_public_build_equals_the_build_without_the_other_documents(
    library: Path, tmp_path: Path, access: str
) -> None:
    (library / "page.html").write_text("<p>See <a href='1.txt'>the chronicle</a>.", encoding="utf-8")
    (library / "variorum.toml").write_text(f'[documents."1.txt"]\naccess = "{access}"\n', encoding="utf-8")
    assert variorum.build(library, tmp_path / "public" / "archive").withheld == 1
    (library / "1.txt").unlink()
    assert variorum.build(library, tmp_path / "deleted" / "archive").withheld == 0
    assert contents(tmp_path / "public") == contents(tmp_path / "deleted")


def test_a_record_that_is_not_public_leaves_no_trace_in_the_site(library: Path, tmp_path: Path) -> None:
    record = '{"id": "%s", "text": "%s", "access": "%s"}\n'
    lines = [record % (n, RUN.replace("\n", " "), "private" if n % 2 else "public") for n in range(4)]
    (library / "corpus.jsonl").write_text("".join(lines), encoding="utf-8")
    variorum.build(library, tmp_path / "public" / "archive")
    (library / "corpus.jsonl").write_text("".join(lines[::2]), encoding="utf-8")
    variorum.build(library, tmp_path / "deleted" / "archive")
    assert contents(tmp_path / "public/archive/site") == contents(tmp_path / "deleted/archive/site")
    public, deleted = (variorum.open(tmp_path / name / "archive").table("passages") for name in ("public", "deleted"))
    assert public.equals(deleted)


def test_private_documents_are_there_for_their_owner(library: Path, tmp_path: Path) -> None:
    (library / "variorum.toml").write_text('[documents."1.txt"]\naccess = "private"\n', encoding="utf-8")
    variorum.build(library, tmp_path / "archive", private=True)
    assert "1.txt" in variorum.open(tmp_path / "archive").table("documents")["doc"].to_pylist()
    assert "not public" in (tmp_path / "archive" / "site" / "index.html").read_text(encoding="utf-8")
    variorum.build(library, tmp_path / "archive")
    everything = b"".join(contents(tmp_path / "archive").values())
    assert b"1.txt" not in everything
    assert b"A chronicle of the upper house" not in everything


def test_no_library(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place, said in (("none", "there is no such folder"), ("file", "name the folder that it lies in")):
        with pytest.raises(LibraryError, match=said):
            variorum.build(tmp_path / place)
    (tmp_path / "empty").mkdir()
    with pytest.raises(LibraryError, match="the folder is empty"):
        variorum.build(tmp_path / "empty")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file"]


def test_nothing_that_can_be_read(tmp_path: Path) -> None:
    write_library(tmp_path / "library", {"a.txt": "", "b.txt": ""})
    with pytest.raises(LibraryError, match=r"(?s)nothing in it that can be read.*a\.txt"):
        variorum.build(tmp_path / "library", tmp_path / "archive")


def test_a_folder_that_is_no_archive_is_left_alone(library: Path, tmp_path: Path) -> None:
    write_library(tmp_path / "mine", {"site/index.html": "my own"})
    for place in (tmp_path / "mine", library, tmp_path):
        with pytest.raises(UsageError, match="another place"):
            variorum.build(library, place)
    assert (tmp_path / "mine" / "site" / "index.html").read_text() == "my own"


def test_an_archive_inside_the_library_is_not_read(library: Path) -> None:
    first = variorum.build(library, library / "archive")
    assert variorum.build(library, library / "archive").counts == first.counts


def test_a_full_disk_leaves_the_old_archive(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    variorum.build(library, tmp_path / "archive")
    before = contents(tmp_path / "archive")
    (library / "1.txt").write_text("Nothing shared here.", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patched:
        patched.setattr("variorum.store.pq.write_table", full)
        with pytest.raises(StorageError, match="the disk is full; free some space"):
            variorum.build(library, tmp_path / "archive")
    assert {name: content for name, content in contents(tmp_path / "archive").items() if ".next" not in name} == before
    variorum.build(library, tmp_path / "archive")
    assert variorum.open(tmp_path / "archive").table("documents").num_rows == len(TEXTS)


def test_a_disk_that_is_really_full(library: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only the system's owner may make a small disk")
    try:
        with pytest.raises(StorageError, match="the disk is full; free some space"):
            variorum.build(library, disk / "archive")
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        variorum.build(library, disk / "archive")
        assert variorum.open(disk / "archive").table("documents").num_rows == len(TEXTS)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_what_is_written_is_whole_or_not_there(tmp_path: Path) -> None:
    with pytest.raises(StorageError), writing(tmp_path / "file") as aside:
        aside.write_text("half")
        raise OSError(28, os.strerror(28))
    assert list(tmp_path.iterdir()) == []


def test_the_report_says_what_was_passed_over(library: Path, tmp_path: Path) -> None:
    (library / "empty.txt").touch()
    (library / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    variorum.build(library, tmp_path / "archive")
    report = json.loads((tmp_path / "archive" / "report.json").read_text(encoding="utf-8"))
    assert {skip["path"]: skip["kind"] for skip in report["skipped"]} == {
        "empty.txt": "not text",
        "picture.png": "not text",
    }
    assert report["counts"]["documents"] == len(TEXTS)
    assert {step["table"] for step in report["steps"]} >= {"documents", "quotations", "reuse", "traditions"}


def test_a_view_tells_what_chance_would_bring(library: Path, tmp_path: Path) -> None:
    variorum.build(library, tmp_path / "archive", only="passages")
    archive = variorum.open(tmp_path / "archive")
    rows = archive.query("select * from chances order by evidence desc").to_pylist()
    assert len(rows) == archive.table("passages").num_rows
    assert all(0 < row["expected"] < 1 and row["evidence"] >= 58 for row in rows)
    assert [row["expected"] for row in rows] == sorted(row["expected"] for row in rows)
    assert archive.query("select count(*) as n from chances, passages").to_pylist() == [{"n": len(rows) ** 2}]
