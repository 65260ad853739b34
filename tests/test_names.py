"""Names: cases in four languages, a page of October 1917, the example library, and what always holds."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.layers import mentions
from variorum.layers.names.candidates import flat
from variorum.layers.names.capitals import RUN, capitalised
from variorum.sources import read, scan
from variorum.tables import MENTIONS

LANGUAGES = {"en": "english", "ru": "russian", "de": "german", "fr": "french"}
CASES = {
    code: tomllib.loads((Path(__file__).parent / "cases" / "names" / f"{name}.toml").read_text("utf-8"))
    for code, name in LANGUAGES.items()
}
NOTHING = pa.table({})


def listed(which):
    return [(code, case) for code in LANGUAGES for case in CASES[code][which]]


def named(text, language):
    found = mentions(pa.table({"doc": ["a"], "text": [text], "language": [language]}), NOTHING, NOTHING)
    assert found.schema.equals(MENTIONS.schema)
    return found.to_pylist()


def told(marked):
    """The text of a case without its marks, and what stands between them."""
    return re.sub("[⟦⟧]", "", marked), re.findall("⟦(.*?)⟧", marked)


def outermost(rows):
    """The rows that stand in no other."""
    return [row for at, row in enumerate(rows) if all(before["end"] <= row["start"] for before in rows[:at])]


def short(one):
    return one[0] if isinstance(one, list) else one


@pytest.mark.parametrize(("language", "case"), listed("found"), ids=short)
def test_found(language, case):
    text, spans = told(case[0])
    rows = outermost(named(text, language))
    assert [(text[row["start"] : row["end"]], row["kind"]) for row in rows] == list(zip(spans, case[1:], strict=True))


@pytest.mark.parametrize(("language", "text"), listed("left_alone"))
def test_left_alone(language, text):
    assert named(text, language) == []


@pytest.mark.parametrize(("language", "case"), listed("known_failures"), ids=short)
@pytest.mark.xfail(reason="known failure", strict=True)
def test_known_failure(language, case):
    text, spans = told(case[0])
    rows = outermost(named(text, language))
    assert [(text[row["start"] : row["end"]], row["kind"]) for row in rows] == list(zip(spans, case[1:], strict=True))


WORDS = """
    Mr. Kolb’s Kolb Osna Matthias the of and in Bay Committee Central Congress “Osna Bell” _Packet_ J. P. von Th. was
    said, The Pravda. newspaper New York Союз Иван Иванович в газете «Голос» Письмо d’Osna L’Osna ’ “ ( , : MR. KOLB
    Workers’ Way
"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n\n", "\r\n", "\n"]), max_size=40).map(" ".join)


@given(PIECES, st.sampled_from(sorted(LANGUAGES)))
def test_names_stand_where_they_say(text, language):
    ends = {}
    for row in named(text, language):
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert row["name"] in " ".join(text[row["start"] : row["end"]].split())
        assert row["start"] >= ends.get(row["kind"], 0)
        assert 0 < row["likely"] <= 1
        ends[row["kind"]] = row["end"]


ENGLISH = st.sampled_from([told(case[0])[0] for case in CASES["en"]["found"]])


@given(ENGLISH, st.integers(1, 3))
def test_a_text_within_a_longer_one_has_the_same_names(text, times):
    before = "and so it went on, day by day, with rain and wind. " * times + "\n\n"
    alone = [(row["start"], row["end"], row["kind"], row["name"]) for row in named(text, "en")]
    within = [(row["start"], row["end"], row["kind"], row["name"]) for row in named(before + text, "en")]
    assert within == [(start + len(before), end + len(before), *rest) for start, end, *rest in alone]


@given(st.text("Kolb MrOsna.,’“”_-\n\r «»ЛеЁA’", max_size=60), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_is_read(text, language):
    assert all(text[row["start"] : row["end"]].strip() for row in named(text, language))


EXAMPLES = Path(__file__).parent.parent / "examples"
UNTOLD = {"Kulik, the Sandpiper", "KULIK", "KULICK", "Kessen", "Kessin", "Vellin", "Listok"}
"""Forms that a document by itself does not let tell somewhere: a pen name, a town that somebody is sent to."""


@pytest.fixture(scope="module")
def example():
    found = {}
    for outcome in read(list(scan(EXAMPLES / "library")), workers=1):
        for doc in outcome.tables["documents"]["doc"].to_pylist() if hasattr(outcome, "tables") else ():
            tables = {name: table.filter(pc.equal(table["doc"], doc)) for name, table in outcome.tables.items()}
            rows = mentions(tables["documents"], tables["blocks"], tables["styles"]).to_pylist()
            found[doc] = " ".join(tables["documents"]["text"][0].as_py().split()), rows
    return found


FORMS = [
    (entity["kind"], form["selector"])
    for entity in json.loads((EXAMPLES / "truth" / "names.json").read_text("utf-8"))["entities"]
    for form in entity["forms"]
    if form["written"] not in UNTOLD
]


@pytest.mark.parametrize(("kind", "form"), FORMS, ids=lambda one: one if isinstance(one, str) else one["exact"])
def test_a_form_of_the_example_is_found_with_its_kind(example, kind, form):
    names = [row["name"].casefold() for row in example[form["doc"]][1] if row["kind"] == kind]
    written = " ".join(form["exact"].split()).casefold()
    assert any(name in written or written in name for name in names), names


@pytest.fixture(scope="session")
def page(shared):
    folder = shared / "october-1917"
    if not folder.is_dir():
        pytest.skip("needs the texts of October 1917")
    [source] = [one for one in scan(folder / "library") if one.path.startswith("eastman")]
    [outcome] = list(read([source], workers=1))
    tables = outcome.tables
    gold = json.loads((folder / "gold" / "reading.json").read_text("utf-8"))["names"]
    return mentions(tables["documents"], tables["blocks"], tables["styles"]).to_pylist(), gold


@pytest.mark.parametrize("kind", ["person", "group", "periodical", "work", "place"])
def test_the_page_of_october_1917(page, kind):
    rows, gold = page
    found, true = {row["name"] for row in rows if row["kind"] == kind}, set(gold[f"{kind}s"])
    assert len(found & true) >= 0.9 * len(true), true - found
    assert len(found & true) >= 0.9 * len(found), found - true


PIECES = st.lists(
    st.sampled_from([*"aAdvfЖжф .,’-_(“\nŒ7é", "von ", "de la ", "Mr.", "J.", "Osna", "д’", "\u4e00", "\U0001f600"])
)


@given(PIECES.map("".join))
def test_capitals_are_found_where_the_pattern_finds_them_at_every_place(text):
    assert list(capitalised(text)) == [(found.start(), found.group()) for found in RUN.finditer(text)]


@given(st.lists(st.sampled_from([*"ab \n\n\t\u00a0", "\r\n", "\r", "é", "\U0001f600"])).map("".join), st.data())
def test_a_flat_text_has_a_space_for_each_lone_end_of_a_line(text, data):
    starts = data.draw(st.lists(st.integers(0, len(text))))
    assert flat(text, starts) == flat_by_patterns(text, starts)


def flat_by_patterns(text, starts):
    if "\r" in text:
        text = re.sub(r"(?<!\n)\r\n(?!\r\n)", "  ", text).replace("\r", "\n")
    joined = list(re.sub(r"(?<=[^\n])[\n\r\t\u00a0](?=[^\n])", " ", text))
    for start in starts:
        if start and joined[start - 1] == " ":
            joined[start - 1] = "\n"
    return "".join(joined)
