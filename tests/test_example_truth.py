"""The example library says what `examples/truth/` says that it says."""

import datetime
import json
import re
import tomllib
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
LIBRARY = EXAMPLES / "library"
BLOCKS = {"p", "div", "h1", "h2", "h3", "blockquote", "hr", "br"}
CHARSETS = {"letters/ledger-letter-c.txt": "cp1252"}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class _Words(HTMLParser):
    """The text of a page: tags away, a space at each block."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces, self.in_head = [], False

    def handle_starttag(self, tag, attrs):
        self.in_head = self.in_head or tag == "head"
        self.pieces.append(" " if tag in BLOCKS else "")

    def handle_endtag(self, tag):
        self.in_head = self.in_head and tag != "head"
        self.pieces.append(" " if tag in BLOCKS else "")

    def handle_data(self, data):
        self.pieces.append("" if self.in_head else data)


def page_text(source):
    reader = _Words()
    reader.feed(source)
    reader.close()
    return " ".join("".join(reader.pieces).split())


def read_library():
    texts = {}
    for file in sorted(LIBRARY.rglob("*")):
        doc = file.relative_to(LIBRARY).as_posix()
        if file.suffix == ".txt":
            texts[doc] = file.read_bytes().decode(CHARSETS.get(doc, "utf-8"))
        elif file.suffix == ".jsonl":
            records = map(json.loads, file.read_text("utf-8").splitlines())
            texts |= {f"{doc}#{r['id']}": r["text"] for r in records}
        elif file.suffix in (".html", ".xhtml"):
            texts[doc] = page_text(file.read_text("utf-8"))
    return texts


def truth(name):
    return json.loads((EXAMPLES / "truth" / f"{name}.json").read_text("utf-8"))


def selectors(node):
    """Every selector in a truth file, however deep."""
    if isinstance(node, dict):
        if "exact" in node:
            yield node
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from selectors(child)


def place_of(found):
    quote = found["prefix"] + found["exact"] + found["suffix"]
    return TEXTS[found["doc"]].index(quote) + len(found["prefix"])


def words(text):
    return re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text.casefold())


def occurrences(text, part):
    return len(re.findall(f"(?={re.escape(part)})", text))


def day(text):
    return datetime.date.fromisoformat(text)


TEXTS = read_library()
TRUTHS = sorted(file.stem for file in (EXAMPLES / "truth").glob("*.json"))


def test_the_library_is_of_the_size_and_kinds_promised():
    assert 10 <= len(TEXTS) <= 20
    assert 12_000 <= sum(len(words(text)) for text in TEXTS.values()) <= 18_000
    assert len(TRUTHS) == 11


def test_one_copy_is_windows_1252_with_crlf():
    raw = (LIBRARY / "letters/ledger-letter-c.txt").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") > 10
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")


def test_the_settings_name_documents_that_exist():
    settings = tomllib.loads((LIBRARY / "variorum.toml").read_text("utf-8"))
    assert set(settings["documents"]) <= set(TEXTS)
    private = [doc for doc, facts in settings["documents"].items() if facts.get("access") == "private"]
    assert private == ["family/brandt-1881.txt"]
    for edition in settings["editions"].values():
        assert all(list(LIBRARY.glob(pattern)) for pattern in edition["documents"])


@pytest.mark.parametrize("name", TRUTHS)
def test_every_selector_occurs_once_and_where_it_says(name):
    for found in selectors(truth(name)):
        text = TEXTS[found["doc"]]
        quote = found["prefix"] + found["exact"] + found["suffix"]
        assert occurrences(text, quote) == 1, found
        if "html" not in found["doc"]:
            assert text[found["start"] : found["end"]] == found["exact"], found
            assert place_of(found) == found["start"], found


def test_the_copies_differ_at_the_planted_places_and_nowhere_else():
    bodies = truth("stemma")["witnesses"]
    places = truth("variants")["places"]
    assert 15 <= len(places) <= 30
    rests = set()
    for siglum, body in bodies.items():
        at, rest, text = body["start"], [], TEXTS[body["doc"]]
        for place in places:
            reading = place["readings"][siglum]
            rest.append(text[at : reading["start"]])
            at = reading["end"]
        rests.add("¦".join([*rest, text[at : body["end"]]]).replace("\r\n", "\n"))
    assert len(rests) == 1


@pytest.mark.parametrize("place", truth("variants")["places"], ids=lambda place: place["id"])
def test_the_witnesses_of_a_place_group_as_stated(place):
    groups = {}
    for siglum, reading in place["readings"].items():
        groups.setdefault(reading["exact"], []).append(siglum)
    assert sorted("".join(group) for group in groups.values()) == place["groups"]
    assert len(groups) > 1


def test_the_stemma_explains_every_place():
    stemma = truth("stemma")
    assert stemma["singular"]["A"] == []
    contaminated = {place for edge in stemma["edges"] for place in edge.get("places", [])}
    for place in truth("variants")["places"]:
        reading = {siglum: found["exact"] for siglum, found in place["readings"].items()}
        if reading["A"] != reading["C"] and place["id"] not in contaminated:
            assert reading["D"] == reading["C"] or place["id"] in stemma["singular"]["D"]
        assert (reading["B"] == reading["D"] != reading["A"]) == (place["id"] in contaminated)


def test_what_was_cut_is_not_in_the_edition():
    edition = " ".join(text for doc, text in TEXTS.items() if doc.startswith("edition-1874/"))
    for cut in truth("omissions")["omissions"]:
        assert all(len(words(side["exact"])) == cut["words"] for side in cut["plus"] if "exact" in side)
        if cut["id"] in ("o02", "o03"):
            assert all(sentence not in edition for sentence in cut["plus"][0]["exact"].split(". "))
    assert "neatest hand" not in edition


@pytest.mark.parametrize("planted", truth("quotations")["planted"], ids=lambda planted: planted["id"])
def test_a_quotation_is_as_near_its_source_as_stated(planted):
    said = [words(part) for found in planted["quotation"] for part in found["exact"].split("…")]
    sources = [words(found["exact"]) for found in planted["source"]]
    joined = list(chain(*said))
    near = joined == list(chain(*sources)) or joined in sources or all(part in sources for part in said)
    assert near == (planted["relation"] in ("verbatim", "accidentals")) or not sources


def test_exact_passages_have_the_same_words():
    for passage in truth("passages")["passages"]:
        same = len({tuple(words(span["exact"])) for span in passage["spans"]}) == 1
        assert same == (passage["kind"] == "exact"), passage["id"]


@pytest.mark.parametrize("date", truth("dates")["dates"], ids=lambda date: date["id"])
def test_weekdays_and_calendars_agree(date):
    if "weekday" in date:
        assert WEEKDAYS[day(date["edtf"]).weekday()] == date["weekday"]
    if date.get("julian"):
        assert day(date["julian"]) + datetime.timedelta(days=12) == day(date["edtf"])
    for weekday in set(WEEKDAYS) & {word.title() for word in words(date["selector"]["exact"])}:
        assert weekday == date["weekday"]


def test_beads_stand_in_order_and_do_not_overlap():
    for translation in truth("translations")["translations"]:
        ends = {"source": 0, "target": 0}
        for bead in translation["beads"]:
            for side, found in bead.items():
                start = place_of(found)
                assert start >= ends[side]
                ends[side] = start + len(found["exact"])


def test_every_slip_has_another_mend_and_every_reference_resolves():
    assert all(slip["mend"] != slip["selector"]["exact"] for slip in truth("slips")["slips"])
    known = {entry["id"] for name in TRUTHS for entry in entries(truth(name))} | set(TEXTS)
    for statement in truth("testimony")["testimony"]:
        assert set(statement["held_against"]) <= known, statement["id"]


def entries(node):
    """Every entry of a truth file that has an id."""
    if isinstance(node, dict):
        if "id" in node:
            yield node
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from entries(child)


QUOTED = [planted for planted in truth("quotations")["planted"] if planted["source"]]
LATER = {
    "q12": "the letters that have the line in full are dated after the minute",
    "q14": "words recalled in single marks are taken for a term",
}
"""What is planted and not found, and why."""
PRIVATE = {found["id"] for found in QUOTED if any(side["doc"].startswith("family/") for side in found["source"])}


@pytest.fixture(scope="module")
def checked(archive):
    """Every check of the example, with the words of its quotation."""
    texts = dict(zip(*(archive.table("documents")[name].to_pylist() for name in ("doc", "text")), strict=True))
    rows = archive.table("checks").to_pylist()
    return [(row, words(texts[row["doc"]][row["start"] : row["end"]])) for row in rows]


def checks_of(planted, checked):
    """The checks of the stretches of a planted quotation."""
    said = [(found["doc"], words(found["exact"])) for found in planted["quotation"]]
    return [row for row, inside in checked if any(row["doc"] == doc and inside == mine for doc, mine in said)]


@pytest.mark.parametrize("planted", QUOTED, ids=lambda planted: planted["id"])
def test_a_planted_quotation_is_judged_as_stated(planted, checked):
    found = checks_of(planted, checked)
    if planted["id"] in LATER or planted["id"] in PRIVATE:
        assert not [row for row in found if row["source_doc"]]
        return
    assert found
    documents = {side["doc"] for side in planted["source"]}
    for row in found:
        assert row["source_doc"] in documents, row["reason"]
        near = {"verbatim": {"verbatim", "accidentals"}, "accidentals": {"verbatim", "accidentals"}}
        assert row["relation"] in near.get(planted["relation"], {planted["relation"]}), row["reason"]
        assert row["completeness"] == planted["completeness"], row["reason"]
        assert row["attribution"] in (planted["attribution"], "unstated"), row["reason"]
        assert row["translated"] == planted.get("translated", False), row["reason"]


VERDICTS = {
    "confirmed": {"borne out", "open"},
    "consistent": {"borne out", "open"},
    "contradicted": {"contradicted", "open"},
    "not found here": {"open"},
}
CONTRADICTED = ["t01", "t03", "t05"]
"""What the program finds to be contradicted of what is planted so; the rest is not found, or left open."""


def test_testimony_is_judged_as_stated_or_left_open(archive):
    texts = dict(zip(*(archive.table("documents")[name].to_pylist() for name in ("doc", "text")), strict=True))
    found = {}
    for row in archive.table("testimony").to_pylist():
        said = " ".join(texts[row["doc"]][row["start"] : row["end"]].split())
        for planted in truth("testimony")["testimony"]:
            exact = planted["selector"]["exact"]
            if planted["selector"]["doc"] == row["doc"] and (said in exact or exact in said):
                assert row["verdict"] in VERDICTS[planted["verdict"]], row["reason"]
                found[planted["id"]] = row["verdict"]
    assert [name for name in sorted(found) if found[name] == "contradicted"] == CONTRADICTED


def test_wrong_is_said_of_what_is_wrong_alone(checked):
    wrong = [row["doc"] for row, _ in checked if row["attribution"] == "wrong"]
    planted = [found["quotation"][0]["doc"] for found in QUOTED if found["attribution"] == "wrong"]
    assert wrong == planted
