"""What is said of findings: the formats, the page of the site, and the review in the browser."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import variorum
from variorum import decisions
from variorum.archive.exports.findings import FORMATS, Entry
from variorum.cli import cli
from variorum.errors import ArchiveError, UsageError
from variorum.proofs import desk

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ENTRIES = st.builds(
    Entry,
    file=st.sampled_from(["a.txt", "b c/d.html"]),
    line=st.integers(1, 99),
    column=st.integers(1, 99),
    rule=st.sampled_from(["nonwords", "spacing"]),
    message=TEXT,
    suggestion=st.none() | TEXT | st.just("=1+1"),
    confidence=st.floats(0, 1),
    before=TEXT,
    exact=TEXT | st.just("@SUM(A1)"),
    after=TEXT,
    doc=st.just("a.txt"),
    start=st.integers(0, 9),
    end=st.integers(9, 99),
)


@given(st.lists(ENTRIES, max_size=4))
def test_every_format_holds_every_finding(entries: list[Entry]) -> None:
    written = {name: write(entries) for name, write in FORMATS.items()}
    assert [row["exact"] for row in json.loads(written["json"])] == [one.exact for one in entries]
    results = json.loads(written["sarif"])["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == [one.rule for one in entries]
    assert [len(one.get("fixes", [])) for one in results] == [one.suggestion is not None for one in entries]
    whole = etree.fromstring(written["tei"].encode())
    items = whole.findall(".//{*}item")
    assert len(items) == len(entries)
    known = {f"#{one.get('{http://www.w3.org/XML/1998/namespace}id')}" for one in whole.iter("{*}respStmt")}
    assert {one.get("resp") for one in whole.iter("{*}corr")} == known
    assert [len(item.findall(".//{*}corr")) for item in items] == [one.suggestion is not None for one in entries]
    rows = list(csv.reader(io.StringIO(written["csv"], newline="")))
    assert len(rows) == len(entries) + 1
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert len(re.findall(r"^\d\.\d\d  ", written["text"], re.M)) == len(entries)


@given(ENTRIES)
def test_a_line_names_its_place_first(entry: Entry) -> None:
    line = FORMATS["lines"]([entry])
    assert line.startswith(f"{entry.file}:{entry.line}:{entry.column}: ")
    assert line.count("\n") == 1


def test_check_says_where_a_slip_stands_in_its_file(archive: variorum.Archive, example: Path) -> None:
    done = CliRunner().invoke(cli, ["check", str(example), "-a", str(archive.folder), "--to", "json", "--limit", "0"])
    found = json.loads(done.output)
    assert found
    for one in found:
        if one["file"].endswith(".html"):
            lines = (example / one["file"]).read_text(encoding="utf-8").split("\n")
            assert lines[one["line"] - 1][one["column"] - 1 :].startswith(one["exact"].split("\n")[0])


def test_a_format_that_there_is_not_is_named(archive: variorum.Archive, example: Path) -> None:
    with pytest.raises(UsageError, match="choose text, lines"):
        CliRunner().invoke(
            cli,
            ["check", str(example), "-a", str(archive.folder), "--to", "odt"],
            catch_exceptions=False,
            standalone_mode=False,
        )


def test_the_site_has_a_page_of_slips(archive: variorum.Archive) -> None:
    page = (archive.folder / "site" / "findings.html").read_text(encoding="utf-8")
    assert "<del>Satnrday</del><ins>Saturday</ins>" in page


def asked(app: Any, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
    """The status and the body of the answer to a request, by ASGI itself."""
    body, told, parts = urlencode(form or {}).encode(), dict[str, Any](), list[bytes]()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        told.update(message)
        parts.append(message.get("body", b""))

    method = "GET" if form is None else "POST"
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": [], "root_path": ""}
    asyncio.run(app(scope, receive, send))
    return told["status"], b"".join(parts).decode()


def test_the_review_in_the_browser_decides_with_its_own_token_alone(
    archive: variorum.Archive, example: Path, tmp_path: Path
) -> None:
    pytest.importorskip("starlette", reason="needs the extra serve")
    from starlette.applications import Starlette

    from variorum.browser_review import routes

    folder = tmp_path / "library"
    shutil.copytree(example, folder)
    app = Starlette(routes=routes(folder, archive, "Ada"))
    many = len(desk(folder, archive, least=0.1).proofs)
    status, shown = asked(app, "/review")
    form = dict(re.findall(r'name="(token|key|number)" value="([^"]*)"', shown))
    assert status == 200 and form
    assert asked(app, "/review", {**form, "token": "x", "verdict": "refused"})[0] == 403
    assert asked(app, "/review", {**form, "verdict": "refused"})[0] == 303
    assert [one.verdict for one in decisions.read(folder).decisions] == ["refused"]
    assert len(desk(folder, archive, least=0.1).proofs) < many


def test_where_slips_were_not_sought_none_are_denied(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.txt").write_text("It was was late.", encoding="utf-8")
    variorum.build(tmp_path / "library", tmp_path / "archive", only="passages")
    with pytest.raises(ArchiveError, match="not sought when it was built"):
        desk(tmp_path / "library", variorum.open(tmp_path / "archive"))


def test_a_review_without_a_terminal_says_what_to_do(
    archive: variorum.Archive, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_terminal() -> str:
        raise OSError("no such device")

    shutil.copytree(example, tmp_path / "library")
    monkeypatch.setattr("click.getchar", no_terminal)
    done = CliRunner().invoke(cli, ["review", str(tmp_path / "library"), "-a", str(archive.folder)])
    assert isinstance(done.exception, UsageError) and "serve --review" in str(done.exception)
