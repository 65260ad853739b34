"""Mends written back: the bytes of each slip change, and nothing else; undone, a file is what it was."""

from __future__ import annotations

import io
import random
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import decisions, library, mending
from variorum.decisions import Decision, decide, place
from variorum.library import Archive
from variorum.mending.edits import Mend, least
from variorum.proofs import desk
from variorum.review import keys, review

WORDS = ["wind", "water", "paper", "letter", "river", "market", "winter", "answer", "naïve", "Übung"]
RUSSIAN = ["ветер", "вода", "бумага", "письмо", "которое", "написал", "рынок", "зимой", "ответ", "сказал", "человек"]


def paragraphs(words: list[str], seed: int, many: int = 12) -> list[str]:
    """Sentences of these words, each one told from all others by its number."""
    chosen = random.Random(seed)
    return [
        " ".join([first(words[n % len(words)]), *chosen.choices(words, k=14), f"{n}{seed}"]) + "." for n in range(many)
    ]


def first(word: str) -> str:
    return word[:1].upper() + word[1:]


def page(lines: list[str], charset: str) -> str:
    body = "\n".join(f"<p>{line.replace('naïve', 'na&iuml;ve')} &amp; so <i>on</i></p>" for line in lines)
    return f'<html><head><meta charset="{charset}"><title>A page</title></head><body>\n{body}\n</body></html>\n'


def tei(lines: list[str]) -> str:
    body = "".join(f"<p>{line} <hi>and</hi> so on</p>\n" for line in lines)
    head = "<fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt></fileDesc>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{head}</teiHeader><text><body>\n{body}</body></text></TEI>'


def epub(lines: list[str]) -> bytes:
    container = (
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>B</dc:title><dc:identifier id="id">b</dc:identifier>'
        '</metadata><manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="one"/></spine></package>'
    )
    chapter = page(lines, "utf-8").replace("<html>", '<html xmlns="http://www.w3.org/1999/xhtml">')
    chapter = chapter.replace("&iuml;", "ï").replace('<meta charset="utf-8">', "")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        file.writestr("META-INF/container.xml", container)
        file.writestr("book.opf", package)
        file.writestr("one.xhtml", chapter)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Archive]:
    folder = tmp_path_factory.mktemp("mending") / "library"
    folder.mkdir()
    files = {
        "page.html": page(paragraphs(WORDS, 1), "utf-8").encode(),
        "latin.html": page(paragraphs(WORDS, 2), "iso-8859-1").encode("latin-1"),
        "book.xml": tei(paragraphs(WORDS, 3)).encode(),
        "plain.txt": "\n\n".join(paragraphs(WORDS, 4)).encode(),
        "latin.txt": "\n\n".join(paragraphs(WORDS, 5)).encode("latin-1"),
        "cyrillic.txt": "\n\n".join(paragraphs(RUSSIAN, 6, 40)).encode("cp1251"),
        "windows.txt": "\r\n\r\n".join(paragraphs(WORDS, 7)).encode(),
        "book.epub": epub(paragraphs(WORDS, 8)),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    report = library.build(folder, only="findings")
    return folder, library.open(report.archive)


def accepted(archive: Archive, seed: int, many: int) -> list[Decision]:
    """Random mends of words, in every document."""
    made, chosen = [], random.Random(seed)
    for row in archive.table("documents").to_pylist():
        text = row["text"]
        words = RUSSIAN if "cyrillic" in row["doc"] else WORDS
        starts = [at for at in range(len(text)) if text[at - 1 : at] == " " and text.startswith(tuple(words), at)]
        for start in chosen.sample(starts, min(many, len(starts))):
            word = next(word for word in words if text.startswith(word, start))
            new = chosen.choice([word[::-1], word[:-1], word + word[0], word.upper(), word[1:]])
            made.append(
                decide(row["doc"], text, (start, start + len(word)), "accepted", new, "r", "Ada", row["sha256"])
            )
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != decisions.FILE}


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("seed", range(3))
def test_mends_change_their_words_alone_and_are_undone_byte_for_byte(built: tuple[Path, Archive], seed: int) -> None:
    folder, archive = built
    before = contents(folder)
    made = accepted(archive, seed, 45)
    assert len(made) == 8 * 45
    (folder / decisions.FILE).write_text("".join(f"{one.to_json()}\n" for one in made), encoding="utf-8")
    summary = mending.mend(folder, archive.folder, archive.table("documents"), archive.table("origins"))
    after = contents(folder)
    texts = {row["doc"]: row["text"] for row in archive.table("documents").to_pylist()}
    wanted = dict(texts)
    for one in sorted(made, key=lambda one: -(place(one, texts[one.doc]) or (0, 0))[0]):
        start, end = place(one, texts[one.doc]) or (0, 0)
        wanted[one.doc] = wanted[one.doc][:start] + (one.mend or "") + wanted[one.doc][end:]
    rebuilt = library.build(folder, archive.folder.with_name(f"again-{seed}"), only="findings")
    again = {row["doc"]: row["text"] for row in library.open(rebuilt.archive).table("documents").to_pylist()}
    assert again == wanted
    assert not summary.left
    assert sum(file.mends for file in summary.files) == len(made)
    assert [name for name in before if before[name] == after[name]] == []
    books = unpacked(before["book.epub"]), unpacked(after["book.epub"])
    assert [name for name in books[0] if books[0][name] != books[1][name]] == ["one.xhtml"]
    mending.undo(folder, archive.folder)
    assert contents(folder) == before


def test_a_file_that_changed_since_is_left_alone(built: tuple[Path, Archive]) -> None:
    folder, archive = built
    before = contents(folder)
    (folder / decisions.FILE).write_text(accepted(archive, 9, 1)[0].to_json() + "\n", encoding="utf-8")
    name = accepted(archive, 9, 1)[0].doc.partition("#")[0]
    (folder / name).write_bytes(before[name] + b" ")
    summary = mending.mend(folder, archive.folder, archive.table("documents"), archive.table("origins"))
    assert not summary.files and "changed since" in summary.left[0]
    assert (folder / name).read_bytes() == before[name] + b" "
    (folder / name).write_bytes(before[name])


@given(st.text("abc ", max_size=20), st.data())
def test_the_least_mend_makes_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text("abc ", max_size=5))
    few = least(Mend(start, end, new), text)
    assert text[: few.start] + few.text + text[few.end :] == text[:start] + new + text[end:]
    assert few.end - few.start <= end - start


@settings(max_examples=60)
@given(st.integers(0, 9), st.text("xyz \n", max_size=30), st.text("xyz \n", max_size=30))
def test_a_decision_is_found_again_after_the_text_round_it_was_edited(n: int, ahead: str, behind: str) -> None:
    text = "\n\n".join(paragraphs(WORDS, 11))
    at = text.index(f"{n}11.") - 30
    end = text.index(" ", at + 5)
    one = decide("a", text, (at, end), "refused", None, "", "Ada", sha256(text.encode()).hexdigest())
    assert place(one, text) == (at, end)
    assert place(one, ahead + text + behind) == (at + len(ahead), end + len(ahead))


def test_lines_that_are_no_decisions_are_told_by_their_numbers(tmp_path: Path) -> None:
    one = decide("a", "in tlie house", (3, 7), "accepted", "the", "nonwords", "Ada", "0")
    lines = ["<<<<<<< ours", one.to_json(), "=======", '{"half": ', ""]
    (tmp_path / decisions.FILE).write_text("\n".join(lines), encoding="utf-8")
    found = decisions.read(tmp_path)
    assert found.decisions == [one]
    assert [problem.split(":")[0] for problem in found.problems] == [f"decisions.jsonl, line {n}" for n in (1, 3, 4)]


def test_a_review_keeps_each_decision_and_shows_none_again(
    built: tuple[Path, Archive], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The council met in the town of Amberly. " * 30 + "The councll met in the town of Ambrely. It was late."
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    archive = library.open(library.build(folder, only="findings").archive)
    there = desk(folder, archive)
    assert {one.exact for one in there.proofs} == {"councll", "Ambrely"}
    told: list[str] = []
    assert review(folder, there, "Ada", keys("ar"), told.append) == 2
    assert desk(folder, archive).proofs == []
    summary = mending.mend(folder, archive.folder, archive.table("documents"), archive.table("origins"))
    assert [file.path for file in summary.files] == ["a.txt"] and summary.files[0].mends == 1
    first = there.proofs[0]
    assert (folder / "a.txt").read_text(encoding="utf-8") == text.replace(first.exact, first.suggestion or "")
