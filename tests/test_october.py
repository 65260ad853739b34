"""The page of October 1917 against what a careful reader sees in it, and a book's plain text against its mark-up."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from variorum.layers.ellipses import ellipses
from variorum.layers.embedded import embedded
from variorum.layers.quotations import quotations
from variorum.layers.quoted import quoted
from variorum.sources import read, scan

PAGE = "eastman-since-lenin-died-appendix-3.txt"
BOOK = "reed-ten-days.txt"
FOLDER = "reed-ten-days"
WORD = re.compile(r"[^\W_]+")
EXACT = {"letter": "letter", "newspaper article": "article"}


@pytest.fixture(scope="session")
def october(shared):
    folder = shared / "october-1917"
    if not folder.is_dir():
        pytest.skip("needs the texts of October 1917")
    return folder


def layers(october, name):
    """The text of a file of the library, and the quotations, embedded documents and ellipses found in it."""
    [source] = [one for one in scan(october / "library") if one.path == name]
    [outcome] = list(read([source], workers=1))
    documents, blocks = outcome.tables["documents"], outcome.tables["blocks"]
    stretches = quoted(documents, blocks)
    voiced = quotations(documents, blocks, stretches)
    inside, cuts = embedded(documents, blocks, stretches), ellipses(documents, blocks, voiced)
    return documents["text"][0].as_py(), voiced.to_pylist(), inside.to_pylist(), cuts.to_pylist()


@pytest.fixture(scope="session")
def page(october):
    return layers(october, PAGE)


@pytest.fixture(scope="session")
def gold(october):
    return json.loads((october / "gold" / "reading.json").read_text("utf-8"))


def spans(rows):
    return {(row["start"], row["end"]): row for row in rows}


def test_both_embedded_documents_are_found_and_nothing_else(page, gold):
    assert set(spans(page[2])) == set(spans(gold["embedded"]))


@pytest.mark.parametrize("at", [0, 1])
def test_an_embedded_document_is_described(page, gold, at):
    told = gold["embedded"][at]
    row = spans(page[2])[told["start"], told["end"]]
    assert (row["kind"], row["author"]) == (EXACT[told["kind"]], told["voice"])
    assert (row["addressee"], row["published_in"]) == (told.get("addressee"), told.get("published_in"))
    assert (row["opened"], row["closed"]) == (told["opened"], told["closed"])


def test_the_letter_that_is_never_closed_is_reported_with_where_and_why(page, gold):
    row = page[2][0]
    assert "never closed" in row["reason"]
    assert "This was just before the seizure of power" in row["reason"]
    assert "never closed" in next(q for q in page[1] if q["start"] == row["start"])["reason"]


@pytest.mark.parametrize("at", range(6))
def test_a_voice_has_its_exact_span(page, gold, at):
    text, quoted, *_ = page
    voice = gold["voices"][at]
    start, end = voice["start"], voice["end"]
    if voice["depth"]:
        row = next(q for q in quoted if (q["start"], q["end"]) == (start, end))
        assert row["depth"] == voice["depth"]
        assert row["voice"] == voice["voice"] or "first slogan" in row["voice"]
    else:
        long = [q for q in quoted if q["depth"] == 1 and q["form"] != "inline"]
        assert all(q["end"] <= start or q["start"] >= end for q in long)
        assert any(q["start"] - end in range(1, 4) for q in long) or end > long[-1]["end"]
        assert not text[end : next((q["start"] for q in long if q["start"] > start), end)].strip()


def test_the_short_quotations_are_at_the_right_depth(page, gold):
    found = spans(page[1])
    told = gold["short_quotations"]
    assert [(q["start"], q["end"]) for q in told if (q["start"], q["end"]) not in found] == []
    assert [found[q["start"], q["end"]]["depth"] for q in told] == [q["depth"] for q in told]


def test_the_use_of_short_quotations_is_told_right(page, gold):
    found = spans(page[1])
    right = [found[q["start"], q["end"]]["use"] == q.get("use", "speech") for q in gold["short_quotations"]]
    assert sum(right) >= 14


def test_no_apostrophe_is_taken_for_a_mark(page, gold):
    ends = {edge for q in page[1] for edge in (q["start"], q["end"] - 1)}
    for one in gold["apostrophes_not_quotes"]:
        marks = [match.start() + one["start"] for match in re.finditer("[’‘]", one["text"])]
        assert not ends.intersection(marks), one["text"]


@pytest.mark.parametrize("at", range(4))
def test_an_ellipsis_is_the_quoters_and_in_its_quotation(page, gold, at):
    told = gold["ellipses"][at]
    [cut] = [row for row in page[3] if told["start"] <= row["start"] and row["end"] <= told["end"]]
    around = page[1][cut["quotation"]]
    assert cut["cut_by"] == "quoter"
    assert around["start"] < cut["start"] < around["end"]
    assert around["depth"] == 1


def test_there_is_no_other_ellipsis(page):
    assert len(page[3]) == 4


def chapter_words(root, quoted, out):
    """The words of a chapter, each with whether it stands in a block quotation; the numbers of notes left out."""
    name = root.tag.rpartition("}")[2]
    quoted = quoted or name == "blockquote"
    if name != "head" and "noteref" not in (root.get("{http://www.idpf.org/2007/ops}type") or ""):
        out += [(word, quoted) for word in WORD.findall((root.text or "").casefold())]
        for child in root:
            chapter_words(child, quoted, out)
            out += [(word, quoted) for word in WORD.findall((child.tail or "").casefold())]


def aligned(chapter, places):
    """Where runs of five words that occur once in the book stand in it, the longest rising series of them."""
    hits = [(at, places[key]) for at in range(len(chapter) - 4) if (key := tuple(chapter[at : at + 5])) in places]
    tails, chain, before = [], [], [-1] * len(hits)
    for at, (_, place) in enumerate(hits):
        rank = bisect_left(tails, place)
        tails[rank:], chain[rank:] = ([place, *tails[rank + 1 :]], [at, *chain[rank + 1 :]])
        before[at] = chain[rank - 1] if rank else -1
    at, out = (chain[-1] if chain else -1), {}
    while at >= 0:
        out |= {hits[at][0] + by: hits[at][1] + by for by in range(5)}
        at = before[at]
    return out


def test_the_plain_book_reads_as_the_marked_up_one(october):
    text, _, inside, _ = layers(october, BOOK)
    found = list(WORD.finditer(text))
    words, starts = [match.group().casefold() for match in found], [match.start() for match in found]
    seen, places = set(), {}
    for at in range(len(words) - 4):
        key = tuple(words[at : at + 5])
        places.pop(key, None) if key in seen else places.update({key: at})
        seen.add(key)
    covered = bytearray(len(words))
    for row in inside:
        first, last = bisect_left(starts, row["start"]), bisect_left(starts, row["end"])
        covered[first:last] = b"\1" * (last - first)
    counts = {True: [0, 0], False: [0, 0]}
    for file in sorted((october / "library" / FOLDER).glob("*.xhtml")):
        chapter = []
        if re.match(r"chapter|appendix|preface", file.name):
            chapter_words(ElementTree.parse(file).getroot(), False, chapter)
        for at, place in aligned([word for word, _ in chapter], places).items():
            counts[chapter[at][1]][covered[place]] += 1
    assert counts[True][1] >= 0.85 * sum(counts[True]), counts
    assert counts[False][1] <= 0.05 * sum(counts[False]), counts
    assert sum(counts[True]) > 25_000
    assert all(a["end"] <= b["start"] for a, b in pairwise(inside))
