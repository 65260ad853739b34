"""compare as it is typed: what it reads, what it says, and what it says where nothing can be compared."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import variorum
from variorum.archive.exports import EXPORTS
from variorum.errors import UsageError


def compare(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "variorum.cli", "compare", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def write(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]


def variants(*paths: Path, **chosen: str) -> list[dict[str, object]]:
    return list(json.loads(variorum.compare(*paths, **chosen).to_json())["variants"])  # type: ignore[arg-type]


def test_what_is_printed(tmp_path: Path) -> None:
    done = compare(*write(tmp_path, a="The ferry left at noon.", b="The ferry sailed at noon."))
    assert (done.returncode, done.stderr) == (0, "")
    assert "They differ at 1 place, 1 of them substantive" in done.stdout
    assert "1  left] sailed B (word)" in done.stdout


def test_identical_files_do_not_differ(tmp_path: Path) -> None:
    done = compare(*write(tmp_path, a="The ferry left.", b="The ferry left."))
    assert "They do not differ." in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name two texts or more"),
        (["no-such-file.txt", "b.txt"], "there is no such file or folder"),
        ([__file__], "name a second text"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(words: list[str], said: str) -> None:
    done = compare(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_witness_without_words_is_a_witness(tmp_path: Path) -> None:
    done = compare(*write(tmp_path, a="The ferry left.", b=""))
    assert done.returncode == 0
    assert "b.txt is empty" in done.stderr
    assert "om. B" in done.stdout


def test_an_excerpt_is_said_to_be_one(tmp_path: Path) -> None:
    sought = "the keeper of the weir had three keys and lost two of them in the frost"
    around = " ".join(f"word{nth}" for nth in range(40))
    told = variorum.compare(*write(tmp_path, whole=f"{around} {sought} {around}", part=sought)).told()
    assert "B begins later than A, by 40 words and signs: an excerpt." in told
    assert "B ends earlier than A, by 40 words and signs: an excerpt." in told


def test_ten_words_against_many(tmp_path: Path) -> None:
    sought = "the keeper of the weir had three keys and lost two"
    text = " ".join(f"w{nth % 977}x{nth % 613}" for nth in range(20_000))
    long = f"{text} {sought} {text}"
    found = variants(*write(tmp_path, short=sought, long=long))
    assert all(reading["text"] == "" for one in found for reading in one["readings"] if "A" in reading["witnesses"])  # type: ignore[attr-defined,index]


@pytest.mark.parametrize(
    ("one", "other", "variant"),
    [
        ("قال الرجل الحق في البيت", "قال الشيخ الحق في البيت", "word"),
        ("春天的海很冷", "春天的山很冷", "word"),
        ("и҆ сло́во бѣ̀ къ бг҃ꙋ", "и слово бѣ къ бгꙋ", "accent"),
    ],
)
def test_other_scripts(tmp_path: Path, one: str, other: str, variant: str) -> None:
    found = variants(*write(tmp_path, a=one, b=other))
    assert {entry["variant"] for entry in found} == {variant}


def test_a_folder_is_one_witness_in_the_order_of_the_other_text(tmp_path: Path) -> None:
    parts = [
        f"Part {nth} of the book tells how the {thing} was made and sold."
        for nth, thing in enumerate(("net", "oar", "sail"))
    ]
    (tmp_path / "book").mkdir()
    for name, part in zip(("b", "c", "a"), parts, strict=True):
        (tmp_path / "book" / f"{name}.txt").write_text(part, encoding="utf-8")
    (whole,) = write(tmp_path, whole="\n".join(parts))
    done = variorum.compare(whole, tmp_path / "book")
    assert json.loads(done.to_json())["variants"] == []
    assert any("in the order of the other text" in note for note in done.notes)


def test_the_lemma_may_be_what_most_have(tmp_path: Path) -> None:
    files = write(tmp_path, a="The ferry left.", b="The ferry sailed.", c="The ferry sailed.")
    (entry,) = variants(*files, lemma="majority")
    assert entry["readings"][0]["text"] == "sailed"  # type: ignore[index]


SAID = (
    "The smith shod two grey horses before the rain came down.",
    "His daughter counted the nails into a tin and said nothing.",
    "By evening the road was a river and no rider passed.",
)


@pytest.mark.parametrize("lemma", ["majority", "none"])
def test_what_moved_in_the_first_witness_is_not_held_against_the_others(tmp_path: Path, lemma: str) -> None:
    one, two, three = SAID
    files = write(tmp_path, a=f"{two} {three} {one}", b=f"{one} {two} {three}", c=f"{one} {two} {three} Amen.")
    kinds: dict[str, set[str]] = {}
    for entry in variants(*files, lemma=lemma):
        for reading in entry["readings"]:
            for siglum in reading["witnesses"]:
                kinds.setdefault(siglum, set()).add(reading["variant"])
    assert "transposition" in kinds["A"]
    if lemma == "majority":
        assert kinds["A"] <= {"transposition", "punctuation", "minus", "same"}
        assert "transposition" not in kinds["B"] | kinds["C"]


def test_only_substantive_variants(tmp_path: Path) -> None:
    files = write(tmp_path, a="The Ferry left, at noon.", b="The ferry sailed at noon.")
    found = json.loads(variorum.compare(*files, substantive=True).to_json())["variants"]
    assert [entry["variant"] for entry in found] == ["word"]


def test_input_as_collatex_reads_it(tmp_path: Path) -> None:
    tokens = [[{"t": "New York ", "n": "new york"}, {"t": verb}] for verb in ("sleeps", "wakes")]
    file = tmp_path / "input.json"
    file.write_text(json.dumps({"witnesses": [{"id": f"W{n}", "tokens": t} for n, t in enumerate(tokens)]}))
    table = json.loads(variorum.compare(file).to("json"))
    assert table["witnesses"] == ["W0", "W1"]
    assert [[token["t"] for cell in row if cell for token in cell] for row in table["table"]] == [
        ["New York ", "sleeps"],
        ["New York ", "wakes"],
    ]


def test_a_tradition_of_an_archive(archive: variorum.Archive) -> None:
    named = archive.query("select tradition, count(*) as n from traditions group by 1 order by n desc, 1 limit 1")
    tradition = named["tradition"][0].as_py()
    assert len(variorum.compare(archive.folder, tradition=tradition).collation.witnesses) == named["n"][0].as_py()
    with pytest.raises(UsageError, match="none of that id"):
        variorum.compare(archive.folder, tradition="nothing")


def test_collatex_json_is_read_back(tmp_path: Path) -> None:
    files = write(tmp_path, a="The ferry left at noon.", b="The little ferry left, at noon.")
    first = variorum.compare(*files)
    (table,) = write(tmp_path, table=first.to("json"))
    again = table.rename(table.with_suffix(".json"))
    assert variorum.compare(again).to("apparatus") == first.to("apparatus")
    assert variorum.compare(again).to("json") == first.to("json")


def test_a_token_that_was_given_is_one_whatever_it_holds(tmp_path: Path) -> None:
    one = {"id": "A", "tokens": [{"t": "New York", "n": "city"}]}
    other = {"id": "B%", "tokens": [{"t": "New ", "n": "new"}, {"t": "York", "n": "city"}]}
    (file,) = write(tmp_path, given=json.dumps({"witnesses": [one, other]}))
    rows = json.loads(variorum.compare(file.rename(file.with_suffix(".json"))).to("json"))["table"]
    assert [[cell and cell[0]["t"] for cell in row] for row in rows] == [[None, "New York"], ["New ", "York"]]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"witnesses": [{"id": "A"', "no JSON"),
        ("[1, 2]", "CollateX would not read it"),
        ('{"witnesses": [{"id": "A", "tokens": [{"x": 1}]}, {"id": "B", "content": "b"}]}', "would not read it"),
        ('{"witnesses": [{"id": "A", "content": "a"}, {"id": "A", "content": "b"}]}', "one id"),
        ('{"witnesses": [{"id": "A", "content": "a"}]}', "no two witnesses"),
    ],
)
def test_what_is_no_input_is_said_so(tmp_path: Path, text: str, why: str) -> None:
    (file,) = write(tmp_path, given=text)
    with pytest.raises(UsageError, match=why):
        variorum.compare(file.rename(file.with_suffix(".json")))


def test_two_empty_texts_are_nothing_to_compare(tmp_path: Path) -> None:
    done = variorum.compare(*write(tmp_path, a="", b=" "))
    assert "There is nothing to compare" in done.told()
    assert all(done.to(form) for form in EXPORTS)
