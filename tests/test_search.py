"""What `find` finds and leaves alone, where exactly; and the search in the browser."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.archive import browser, search
from variorum.errors import ArchiveError, MissingExtra, StorageError
from variorum.tables import BLOCKS, DOCUMENTS
from variorum.text import words

CASES = Path(__file__).parent / "cases" / "search"


def cases(name: str) -> list[Any]:
    rows = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(row, id=row["about"]) for row in rows]


def library(texts: dict[str, str], furniture: tuple[str, ...] = ()) -> tuple[Any, Any]:
    """Tables of documents whose paragraphs stand apart by blank lines."""
    documents, blocks = [], []
    for doc, text in sorted(texts.items()):
        documents.append({"doc": doc, "title": f"On {doc}", "text": text})
        at = 0
        for part in text.split("\n\n"):
            kind = "furniture" if part in furniture else "paragraph"
            blocks.append({"doc": doc, "start": at, "end": at + len(part), "kind": kind, "level": 0})
            at += len(part) + 2
    return DOCUMENTS.rows(documents), BLOCKS.rows(blocks)


def find(folder: Path, texts: dict[str, str], query: str, limit: int = 20, **more: Any) -> list[search.Hit]:
    path = folder / f"{hashlib.sha256(repr((texts, more)).encode()).hexdigest()[:16]}.sqlite"
    if not path.exists():
        search.index(*library(texts, **more), path)
    return search.find(path, query, limit=limit)


@pytest.mark.parametrize("case", cases("found"))
def test_is_found(case: dict[str, Any], tmp_path: Path) -> None:
    hit = find(tmp_path, {"a.txt": case["text"]}, case["query"])[0]
    assert case["text"][hit.start : hit.end] == case["place"]
    assert case.get("least", 1) <= hit.score <= 1
    assert hit.text[hit.match_start : hit.match_end] == " ".join(case["place"].split())


@pytest.mark.parametrize("case", cases("left_alone"))
def test_is_left_alone(case: dict[str, Any], tmp_path: Path) -> None:
    assert find(tmp_path, {"a.txt": case["text"]}, case["query"]) == []


@pytest.mark.xfail(strict=True, reason="not found yet")
@pytest.mark.parametrize("case", cases("known_failures"))
def test_ought_to_be_found(case: dict[str, Any], tmp_path: Path) -> None:
    hit = find(tmp_path, {"a.txt": case["text"]}, case["query"])[0]
    assert case["text"][hit.start : hit.end] == case["place"]


def test_every_place_best_first(tmp_path: Path) -> None:
    texts = {
        "b.txt": "The lamp was lit. Later the lamp was lit again.",
        "a.txt": "The lamp was hit.",
        "c.txt": "Nothing here.\n\nThe lamp was lit",
    }
    hits = find(tmp_path, texts, "the lamp was lit", furniture=("The lamp was lit",))
    assert [hit.doc for hit in hits] == ["b.txt", "b.txt", "a.txt", "c.txt"], "what stands in furniture is last"
    assert [hit.score for hit in hits[:2]] == [1, 1]
    assert hits[0].start < hits[1].start
    assert hits[0].title == "On b.txt"
    assert find(tmp_path, texts, "the lamp was lit", limit=1, furniture=("The lamp was lit",)) == hits[:1]


def test_furniture_does_not_part_what_it_stands_between(tmp_path: Path) -> None:
    text = "The lamp\n\n12\n\nwas lit at last."
    (hit,) = find(tmp_path, {"a.txt": text}, "the lamp was lit", furniture=("12",))
    assert text[hit.start : hit.end] == "The lamp\n\n12\n\nwas lit"


def test_context_is_on_one_line_and_harmless(tmp_path: Path) -> None:
    text = "\x1b[31mRed\x1b[0m \u202ewas\u202c the\nflag\x07, they said"
    (hit,) = find(tmp_path, {"a.txt": text}, "was the flag")
    assert hit.text.isprintable()
    assert hit.text[hit.match_start : hit.match_end] == "was\ufffd the flag"


@settings(deadline=None, max_examples=25)
@given(st.lists(st.text("abeij ſÆé́’'-–.\n😀日本", min_size=1, max_size=30), min_size=1, max_size=4), st.data())
def test_any_words_of_a_text_are_found_where_they_stand(tmp_path_factory: Any, parts: list[str], data: Any) -> None:
    text = "\n\n".join(parts)
    found = words(text)
    if not len(found.starts):
        return
    first = data.draw(st.integers(0, len(found.starts) - 1))
    last = data.draw(st.integers(first, min(first + 6, len(found.starts) - 1)))
    start, end = int(found.starts[first]), int(found.ends[last])
    hits = find(tmp_path_factory.mktemp("index"), {"a.txt": text}, text[start:end], limit=200)
    if "\n\n" not in text[start:end]:  # a paragraph between may be empty, or made of marks only
        assert any((hit.start <= start and end <= hit.end) or hit.score == 1 for hit in hits)
    assert all(0 <= hit.start < hit.end <= len(text) and 0 < hit.score <= 1 for hit in hits)


def test_long_leaves_are_found_to_their_ends(tmp_path: Path) -> None:
    text = "-".join(f"w{number}" for number in range(30_000))
    hit = find(tmp_path, {"a.txt": text}, "w29998 w29999")[0]
    assert text[hit.start : hit.end] == "w29998-w29999"


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    tables = library({"a.txt": "One two.\n\nThree four.", "b.txt": "Five six."})
    for name in ("one", "two"):
        search.index(*tables, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_an_empty_library_has_an_index(tmp_path: Path) -> None:
    assert find(tmp_path, {}, "anything at all") == []


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="build the archive again"):
        search.find(tmp_path / "none.sqlite", "words")
    (tmp_path / "junk.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(ArchiveError, match="build the archive again"):
        search.find(tmp_path / "junk.sqlite", "words")


def test_no_place_for_an_index(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is there space"):
        search.index(*library({"a.txt": "One."}), tmp_path / "none" / "index.sqlite")


def test_starts_without_the_compiler(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    search.index(*library({"a.txt": "The lamp was lit. " * 2000}), path)
    code = (
        "import sys; from pathlib import Path; from variorum.archive.search import find;"
        f"assert find(Path({str(path)!r}), 'the lamp was lit'); assert not {{'numba', 'pyarrow'}} & set(sys.modules)"
    )
    stand_in = "import sys, types; m = types.ModuleType('variorum'); m.__path__ = [{!r}]; sys.modules['variorum'] = m;"
    package = str(Path(search.__file__).parents[1])
    subprocess.run([sys.executable, "-c", stand_in.format(package) + code], check=True)


def page(body: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><title>t</title><div data-pagefind-body>{body}</div></html>'


def test_browser_search_is_the_same_twice(tmp_path: Path) -> None:
    pytest.importorskip("pagefind_bin")
    indexes = []
    for name in ("one", "two"):
        site = tmp_path / name
        (site / "documents").mkdir(parents=True)
        for number in range(12) if name == "one" else reversed(range(12)):
            (site / "documents" / f"{number}.html").write_text(page(f'<p id="p0">The lamp {number} was lit.</p>'))
        search.pagefind(site)
        files = (file for file in sorted(site.rglob("*")) if file.is_file())
        indexes.append({file.relative_to(site): file.read_bytes() for file in files})
    assert indexes[0] == indexes[1]
    assert any(str(path).endswith(".pf_meta") for path in indexes[0])


def test_browser_search_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    with pytest.raises(MissingExtra, match=r"pip install 'variorum\[site\]'"):
        search.pagefind(tmp_path)


def test_browser_search_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho no space left >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(browser, "_program", lambda: program)
    with pytest.raises(StorageError, match="no space left"):
        search.pagefind(tmp_path)


def test_version_of_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "version", lambda name: (_ for _ in ()).throw(browser.PackageNotFoundError(name)))
    assert search.pagefind_version() == ""
