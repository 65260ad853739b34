"""Whatever lies in a library: it is read, or it is said why not, and everything else is read all the same."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from variorum.errors import ChangedWhileRead, NotReadable, VariorumError
from variorum.sources import Limits, Outcome, Read, Skipped, Source, read, scan, worker, workers
from variorum.sources.source import visible

RUSSIAN = "Паром не приходил до самого вечера, и вся пристань была полна людей. Никто не жаловался.\n" * 3
WORDS = "The ferry did not come until the evening, and by then the stage was full of people. "


def many_documents(count: int) -> bytes:
    lines = (json.dumps({"id": str(number), "text": f"{number}\n\n{WORDS * 40}"}) for number in range(count))
    return "\n".join(lines).encode()


def junk(size: int) -> bytes:
    return random.Random(1).randbytes(size)


FILES: dict[str, Callable[[], bytes]] = {
    "zero.txt": lambda: b"",
    "blank.txt": lambda: b" \r\n\t\n",
    "junk.txt": lambda: junk(5000),
    "junk.html": lambda: b"<html>" + junk(5000),
    "picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + junk(100),
    "page.css": lambda: b"p { color: red }",
    "letter.xml": lambda: b"<?xml version='1.0'?><letters><l>Dear friend</l></letters>",
    "utf16.txt": lambda: RUSSIAN.encode("utf-16"),
    "cp1251.txt": lambda: RUSSIAN.encode("cp1251"),
    "koi8.txt": lambda: RUSSIAN.encode("koi8-r"),
    "one line.txt": lambda: (WORDS * (50_000_000 // len(WORDS) + 1)).encode(),
    "one line.html": lambda: b"<p>" + (WORDS * 6_000).encode(),
    "unclosed.html": lambda: b"<html><body><div><p>words <i>here<p class='x>and there",
    "comment.html": lambda: b"<p>words</p><!-- " * 20_000 + b"<p>the end",
    "quotes.html": lambda: b"<p>words</p><a href=\"x" * 20_000,
    "deep.html": lambda: b"<div>" * 100_000 + b"words",
    "deep closed.html": lambda: b"<b><div>" * 50_000 + b"words" + b"</div></b>" * 50_000,
    "lists.html": lambda: b"<ul><li>" * 50_000 + b"words",
    "ends.html": lambda: b"<div>" * 50_000 + b"</p></i></section>" * 20_000 + b"words",
    "bomb.jsonl.gz": lambda: gzip.compress(bytes(1 << 20)) * 80,
    "cut.jsonl.gz": lambda: gzip.compress(many_documents(50))[:-100],
    "deep.jsonl": lambda: b'{"id": 1, "text": "words", "x": ' + b"[" * 100_000 + b"}\n" + b'{"text": "more words"}',
    "controls.txt": lambda: "bell\x07 \x1b[2J \u202eright to left\u202c \ufffe words\n".encode() + RUSSIAN.encode(),
    "surrogates.jsonl": lambda: b'{"id": "\\ud800", "text": "lone \\udfff words"}',
    "script.html": lambda: b"<p>words</p><script>alert(1)</script><p onclick='alert(2)'>and <img onerror=alert(3)>",
    "Name.txt": lambda: b"upper words",
    "name.txt": lambda: b"lower words",
    "a b 'c' \"d\" #e %f\n\x1b[2J Имя.txt": lambda: b"words",
    "caf\udce9.txt": lambda: b"words",
    "good.txt": lambda: b"words",
}  # fmt: skip
READ = {
    "utf16.txt": RUSSIAN, "cp1251.txt": RUSSIAN, "koi8.txt": RUSSIAN, "deep.html": "words", "deep closed.html": "words",
    "lists.html": "words", "ends.html": "words", "Name.txt": "upper words", "name.txt": "lower words",
    "a b 'c' \"d\" %23e %25f\n\x1b[2J Имя.txt": "words", "caf%E9.txt": "words", "good.txt": "words",
    "unclosed.html": "words here", "script.html": "words\n\nand",
}  # fmt: skip
SKIPPED = {
    "zero.txt": ("not text", "empty"), "blank.txt": ("not text", "empty"), "junk.txt": ("not text", "no text"),
    "junk.html": ("not text", "no text"), "picture.txt": ("not text", "image"), "page.css": ("not text", "style sheet"),
    "bomb.jsonl.gz": ("failed", "expands"), "cut.jsonl.gz": ("failed", "cut short"),
    "way out.txt": ("left out", "out of"), "circle.txt": ("left out", "circle"),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    (folder.parent / "outside.txt").write_text("not ours")
    (folder / "way out.txt").symlink_to(folder.parent / "outside.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "loop").symlink_to(folder)
    return folder


@pytest.fixture(scope="module")
def outcomes(library: Path) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    told: list[tuple[str, int, int]] = []
    sources = scan(library)
    for outcome in read(sources, workers=2, progress=lambda *each: told.append(each)):
        found.setdefault(outcome.source.path, []).append(outcome)
    assert told[-1] == ("reading", len(sources), len(sources))
    return found


def test_everything_is_read_or_skipped_once(library: Path, outcomes: dict[str, list[Outcome]]) -> None:
    assert sorted(outcomes) == [source.path for source in scan(library)]
    for several in outcomes.values():
        assert [isinstance(each, Skipped) or each.last for each in several] == [False] * (len(several) - 1) + [True]


@pytest.mark.parametrize("path", list(READ))
def test_it_is_read(path: str, outcomes: dict[str, list[Outcome]]) -> None:
    [outcome] = outcomes[path]
    assert isinstance(outcome, Read), outcome
    [row] = outcome.tables["documents"].to_pylist()
    assert row["doc"] == path
    assert row["text"].startswith(READ[path])


@pytest.mark.parametrize("path", list(SKIPPED))
def test_it_is_skipped_with_a_reason(path: str, outcomes: dict[str, list[Outcome]]) -> None:
    outcome = outcomes[path][-1]
    assert isinstance(outcome, Skipped), outcome
    kind, words = SKIPPED[path]
    assert (outcome.kind, words in outcome.reason) == (kind, True), outcome.reason


@pytest.mark.parametrize("path", ["comment.html", "quotes.html", "one line.txt", "one line.html"])
def test_it_is_read_in_good_time(path: str, outcomes: dict[str, list[Outcome]]) -> None:
    assert all(isinstance(each, Read) for each in outcomes[path]), outcomes[path]


def test_controls_and_overrides(outcomes: dict[str, list[Outcome]]) -> None:
    [outcome] = outcomes["controls.txt"]
    assert isinstance(outcome, Read)
    text = outcome.tables["documents"]["text"][0].as_py()
    assert text.startswith("bell\ufffd \ufffd[2J \u202eright to left\u202c \ufffd words\n")
    assert "U+FFFD" in outcome.warnings[0]


def test_lone_surrogates(outcomes: dict[str, list[Outcome]]) -> None:
    [outcome] = outcomes["surrogates.jsonl"]
    assert isinstance(outcome, Read)
    [row] = outcome.tables["documents"].to_pylist()
    assert (row["doc"], row["text"]) == ("surrogates.jsonl#\ufffd", "lone \ufffd words")


def test_a_line_that_is_nested_too_deep_costs_only_itself(outcomes: dict[str, list[Outcome]]) -> None:
    [outcome] = outcomes["deep.jsonl"]
    assert isinstance(outcome, Read)
    assert outcome.tables["documents"]["text"].to_pylist() == ["more words"]
    assert "line 1 is passed over" in outcome.warnings[0]


def test_no_script_is_text(outcomes: dict[str, list[Outcome]]) -> None:
    [outcome] = outcomes["script.html"]
    assert isinstance(outcome, Read)
    assert "alert" not in str([table.to_pylist() for table in outcome.tables.values()])


def test_names_are_made_visible() -> None:
    assert visible("a\n\x1b[2J\u202e\udce9 Имя") == r"a\n\x1b[2J\u202e\xe9 Имя"


def test_a_file_that_takes_too_long_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "slow.jsonl.gz").write_bytes(gzip.compress(many_documents(5_000), 1))
    (tmp_path / "good.txt").write_text("words")
    found = {
        each.source.path: each
        for each in read(scan(tmp_path), limits=Limits(seconds=0.6, seconds_per_megabyte=0), workers=1)
    }
    assert isinstance(found["good.txt"], Read)
    slow = found["slow.jsonl.gz"]
    assert isinstance(slow, Skipped)
    assert "more than 1 seconds" in slow.reason
    assert slow.sha256


def test_a_file_that_takes_too_much_memory_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(WORDS.encode() * 300_000)
    (tmp_path / "good.txt").write_text("words")
    limits = Limits(memory=40_000_000, memory_per_byte=0)
    found = {each.source.path: each for each in read(scan(tmp_path), limits=limits, workers=1)}
    assert isinstance(found["good.txt"], Read)
    assert isinstance(found["large.txt"], Skipped)
    assert "memory" in found["large.txt"].reason


def test_a_file_beyond_the_limit_of_size(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text(WORDS)
    [outcome] = read(scan(tmp_path), limits=Limits(size=10))
    assert isinstance(outcome, Skipped)
    assert "larger" in outcome.reason


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The processes that were started."""
    processes: list[Any] = []

    def start(*args: Any, **more: Any) -> Any:
        processes.append(REAL_START(*args, **more))
        return processes[-1]

    monkeypatch.setattr(workers.subprocess, "Popen", start)
    return processes


REAL_START = subprocess.Popen


def test_a_reader_that_breaks_down_costs_only_its_file(tmp_path: Path, started: list[Any]) -> None:
    (tmp_path / "large.jsonl").write_bytes(many_documents(15_000))
    (tmp_path / "good.txt").write_text("words")
    outcomes = read(scan(tmp_path), workers=1)
    next(outcomes)  # the first part of the large file
    started[0].kill()
    *_, large, good = outcomes
    assert (large.source.path, good.source.path) == ("large.jsonl", "good.txt")
    assert isinstance(large, Skipped)
    assert "broke down" in large.reason
    assert isinstance(good, Read)
    assert len(started) == 2


def test_who_leaves_early_leaves_nothing_behind(tmp_path: Path, started: list[Any]) -> None:
    (tmp_path / "large.jsonl").write_bytes(many_documents(2_600))
    (tmp_path / "larger.jsonl").write_bytes(many_documents(2_700))
    outcomes = read(scan(tmp_path), workers=2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)


def test_documents_by_the_thousand_come_in_parts(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(many_documents(3000))
    parts = list(read(scan(tmp_path)))
    assert all(isinstance(part, Read) for part in parts)
    assert [part.last for part in parts if isinstance(part, Read)] == [False] * (len(parts) - 1) + [True]
    docs = [doc for part in parts if isinstance(part, Read) for doc in part.tables["documents"]["doc"].to_pylist()]
    assert docs == [f"many.jsonl#{number}" for number in range(3000)]
    assert len(parts) > 1


def test_readers_that_do_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text("words")
    monkeypatch.setattr(workers.sys, "executable", "/bin/false")
    with pytest.raises(VariorumError, match="do not start"):
        list(read(scan(tmp_path)))


def contents(path: Path) -> bytes:
    return worker._contents(worker._Task("name", str(path), Limits(size=1 << 40)))


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_limit", lambda limits, size: None)


@pytest.mark.usefixtures("unlimited")
def test_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "private.txt"
    path.write_text("words")
    path.chmod(0)
    if os.access(path, os.R_OK):  # as root, who may read anything

        def refuse(*_: Any) -> Any:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(worker, "open", refuse, raising=False)
    with pytest.raises(NotReadable, match="Permission denied"):
        contents(path)


@pytest.mark.usefixtures("unlimited")
def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="No such file"):
        contents(tmp_path / "gone.txt")
    gone = Source("gone.txt", str(tmp_path / "gone.txt"), 5, 0, 0)
    [outcome] = read([gone])
    assert isinstance(outcome, Skipped)
    assert outcome.kind == "failed"


@pytest.mark.usefixtures("unlimited")
@pytest.mark.parametrize("times", [1, 2])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    path = tmp_path / "diary.txt"
    path.write_text("words")
    changes = [b" and more"] * times

    class Watched(io.FileIO):
        def read(self, size: int = -1) -> bytes:
            data = super().read(size)
            if changes:
                path.write_bytes(data + changes.pop())
            return data

    monkeypatch.setattr(worker, "open", lambda name, mode: Watched(name), raising=False)
    if times == 1:
        assert contents(path) == b"words and more"
    else:
        with pytest.raises(ChangedWhileRead, match="written to"):
            contents(path)
