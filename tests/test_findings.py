"""Slips of transcription: cases of each rule, and what holds of every rule on any text."""

from __future__ import annotations

import re
import sys
import tomllib
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.layers.findings import RULES
from variorum.layers.findings.confirmed import confirmed
from variorum.layers.findings.copies import copies
from variorum.layers.findings.page import Leaf, Page
from variorum.layers.findings.pairs import Sought
from variorum.layers.findings.patterns import Pattern
from variorum.layers.findings.quotation_marks.sites import all_sites, sites
from variorum.layers.findings.witnesses import witnesses
from variorum.layers.findings.words.misprints import before
from variorum.layers.findings.words.numbered import changed, numbered, table
from variorum.layers.findings.words.tokens import WORD, at_once, one_by_one
from variorum.layers.marks import marks
from variorum.tables import SUSPECTS

FOLDER = Path(__file__).parent / "cases" / "findings"
TIMES = 20
FOUND, LEFT = 0.1, 0.3
"""How likely what is found is at least, and what is left alone at most."""


def cases(kind):
    """The cases of one kind, each with its rule."""
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case.get('name', case['slip'])}")
        for path in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
    ]


def page(case):
    """A book that says the same many times, and then what the case is about."""
    paragraphs = [case["book"]] * TIMES + [case["text"]]
    leaves, text = [], ""
    for paragraph in paragraphs:
        leaves.append(Leaf(len(text), len(text) + len(paragraph), "paragraph"))
        text += paragraph + "\n\n"
    return Page(text, tuple(leaves), case["language"])


def found_in(book, leaf):
    """Where the rare words of a leaf start."""
    matches = WORD.finditer(book.text, leaf.start, leaf.end)
    forms = [(match, match[0].casefold().removesuffix("’s")) for match in matches]
    return [match.start() for match, one in forms if one in book.rare and match[0].isalpha() and match[0][1:].islower()]


def rule(name):
    [one] = [one for one in RULES if one.name == name.replace("_", "-")]
    return one


def suspected(name, case):
    """What a rule suspects in a case, by how it is written there."""
    book = page(case)
    return {book.text[one.start : one.end]: one for one in rule(name).find(book)}


@pytest.mark.parametrize(("name", "case"), cases("found"))
def test_found(name, case):
    one = suspected(name, case)[case["slip"]]
    assert (one.suggestion or "") == case["mend"]
    assert one.likely > FOUND


@pytest.mark.parametrize(("name", "case"), cases("left_alone"))
def test_left_alone(name, case):
    assert case["slip"] in case["text"]
    one = suspected(name, case).get(case["slip"])
    assert one is None or one.likely < LEFT


@pytest.mark.parametrize(("name", "case"), cases("known_failures"))
@pytest.mark.xfail(reason="known failure", strict=True)
def test_known_failure(name, case):
    one = suspected(name, case)[case["slip"]]
    assert (one.suggestion or "") == case["mend"]
    assert one.likely > FOUND


_WORDS = ["the", "of", "him self", " I", "l", "Natásha", "natasha", "hTe", "o1d", "1", "carr iage", "Œdipus", "and and"]
_SIGNS = [
    "the ",
    "\n\n",
    "“",
    "”",
    "’s",
    "-",
    " ",
    "  ",
    ".",
    "! ",
    "кoт",
    "ЦК",
    "\ufeff",
    "ß",
    "İ",
    "ﬁ",
    "’",
    "e\u0301",
]
PIECES = st.sampled_from(_WORDS + _SIGNS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=6), st.sampled_from(["en", "de", "ru", "xx"]))
def test_what_always_holds(paragraphs, language):
    """Spans lie in the text, in one paragraph, and hold something; shares are shares; nothing fails."""
    leaves, text = [], ""
    for paragraph in paragraphs:
        if paragraph:
            leaves.append(Leaf(len(text), len(text) + len(paragraph), "paragraph"))
        text += paragraph + "\n\n"
    book = Page(text, tuple(leaves), language)
    for one in RULES:
        for suspect in one.find(book):
            assert 0 <= suspect.start < suspect.end <= len(text), one.name
            assert 0 <= suspect.likely <= 1, one.name
            assert suspect.suggestion != text[suspect.start : suspect.end], one.name


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=30).map("".join))
def test_words_are_found_as_the_pattern_finds_them(text):
    middle = len(text) // 2
    for spans in ([(0, len(text))], [(0, middle), (middle, len(text))], []):
        plain, compiled = one_by_one(text, spans), at_once(text, spans)
        assert compiled.words.names == plain.words.names
        columns = ((*found.words[1:], *found[1:]) for found in (plain, compiled))
        assert all(np.array_equal(one, two) for one, two in zip(*columns, strict=True))


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=6), st.booleans())
def test_sites_are_found_at_once_as_one_by_one(paragraphs, gaps):
    """The oracle of the compiled loop that finds where a quotation may open or close."""
    text, ends = "\n".join(paragraphs), list(accumulate((len(one) + 1 for one in paragraphs), initial=0))
    seen = marks(text)
    found = []
    for start, end in pairwise(ends):
        here = [mark for mark in seen if start <= mark.start < end - 1]
        found.append((Leaf(start, end - 1, "paragraph"), here))
    plain = [sites(text, leaf.start, leaf.end, here, gaps=gaps) for leaf, here in found]
    assert all_sites(Page(text, (), "en"), found, [gaps] * len(found)) == plain


def every_sought():
    """Every pattern that a rule seeks by the pairs of characters that it begins with."""
    for module in [module for name, module in sys.modules.items() if name.startswith("variorum.layers.findings.")]:
        for value in vars(module).values():
            yield from [value] if isinstance(value, Sought) else []
            yield from [one.odd for one in value if isinstance(one, Pattern)] if isinstance(value, tuple) else []


SOUGHT = list(dict.fromkeys(every_sought()))
SIGNS = st.sampled_from(
    ["ﬁ", "Ã©", "â€™", "&amp;", "<i>", "\u200b", "\ufffd", "\x1c", "[1]", "²", "’s", " .", ". . .", "--"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | SIGNS | st.text(max_size=2), max_size=30).map("".join))
def test_patterns_are_found_by_pairs_as_everywhere(text):
    assert len(SOUGHT) > 25
    pairs = Page(text, (), "en").pairs
    for one in SOUGHT:
        spans = [match.span() for match in one.pattern.finditer(text)]
        assert [match.span() for match in pairs.find(one)] == spans, one.pattern.pattern


@given(st.sets(st.text("abcdé", min_size=1, max_size=6), max_size=30), st.text("abcdé", min_size=1, max_size=6))
def test_words_a_letter_away_are_found_as_one_by_one(words, word):
    tried = changed([word], "abcdé", table(numbered(sorted(words))[0]))[word]
    assert before(word, "abcdé", words, tried) == before(word, "abcdé", words)


def test_a_paragraph_that_stands_in_two_places():
    sentences = ["The lamp of number {} stood by the door, and nobody had lit it since the rain began to fall. "]
    paragraphs = [" ".join(sentences * 3).format(at, at + 1, at + 2) for at in range(0, 300, 3)]
    leaves, text = [], ""
    for paragraph in [*paragraphs, paragraphs[7]]:
        leaves.append(Leaf(len(text), len(text) + len(paragraph), "paragraph"))
        text += paragraph + "\n\n"
    [one] = rule("repeated").find(Page(text, tuple(leaves), "en"))
    assert (one.start, one.end) == leaves[-1][:2]
    assert one.likely > FOUND


@given(st.lists(PIECES, max_size=30), st.lists(PIECES, max_size=30))
@settings(max_examples=40, deadline=None)
def test_pairs_are_counted_as_in_plain_python(first, second):
    """The oracle of the pairs of words, and of where each word stands."""
    one, two = " ".join(first), " ".join(second)
    text = f"{one}\n\n{two}"
    leaves = [Leaf(0, len(one), "paragraph"), Leaf(len(one) + 2, len(text), "paragraph")]
    book = Page(text, tuple(leaf for leaf in leaves if leaf.start < leaf.end), "xx")
    pairs = book.neighbours
    written = [WORD.findall(text, *leaf[:2]) for leaf in book.leaves]
    plain = [pair for words in written for pair in pairwise(words)]
    forms = [(a.casefold().removesuffix("’s"), b.casefold().removesuffix("’s")) for a, b in plain]
    assert all(pairs.count(*pair) == forms.count(pair) for pair in forms)
    rare = [at for leaf in book.leaves for at in found_in(book, leaf)]
    assert sorted(at for places in book.rare.values() for at in places) == rare
    stood = [text[slice(*book.place(at))] for at in range(len(pairs.ids)) if pairs.ids[at]]
    assert stood == [word for words in written for word in words]


USUAL = "They had the lamp at the door, for the oil had come. The lamp had no oil, and he had the oil of the lamp. "


def copied(one: str, two: str, sentence: str) -> tuple[dict[str, str], pa.Table, pa.Table, pa.Table]:
    """Two copies of a text that differ in a word: the texts, and the tables that `copies` is made from."""
    texts = {doc: USUAL * 5 + sentence.format(word) for doc, word in (("a", one), ("b", two))}
    tokens = [(doc, list(re.finditer(r"\w[\w’']*|[^\w\s]", text))) for doc, text in texts.items()]
    names = ("tradition", "place", "siglum", "start", "end", "variant")
    same = [left[0] == right[0] for left, right in zip(tokens[0][1], tokens[1][1], strict=True)]
    rows = [
        ("t", place, doc, *match.span(), "same" if same[place] else "word")
        for doc, matches in tokens
        for place, match in enumerate(matches)
    ]
    collations = pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
    witness = [
        {"tradition": "t", "siglum": doc, "doc": doc, "kind": "text", "start": 0, "end": len(text)}
        for doc, text in texts.items()
    ]
    return texts, pa.table({"doc": list(texts), "language": ["en", "en"]}), pa.Table.from_pylist(witness), collations


SPOKEN = "The council met in {} that spring, and nobody spoke."


def held(one: str, two: str, sentence: str = SPOKEN) -> list[tuple[str, str]]:
    """What two copies of a text that differ in a word say of each other."""
    texts, documents, rows, collations = copied(one, two, sentence)
    found = witnesses(copies(documents, rows, collations, lambda docs: ((doc, texts[doc]) for doc in docs)))
    return [(texts[row["doc"]][row["start"] : row["end"]], row["suggestion"]) for row in found]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("govermnent", "government", [("govermnent", "government")]),
        ("parliamnet", "parliament", [("parliamnet", "parliament")]),
        ("London", "Dublin", []),
        ("archæology", "archaeology", []),
        ("winter", "summer", []),
    ],
)
def test_a_copy_is_held_against_the_other(one: str, two: str, found: list[tuple[str, str]]) -> None:
    assert held(one, two) == found


@pytest.mark.parametrize(
    ("one", "two", "sentence", "found"),
    [
        ("burned", "had", "Nobody knew where the lamp {} the oil.", []),
        ("bad", "had", "Nobody knew how the lamp {} the oil.", [("bad", "had")]),
        ("lamp", "light", "Nobody saw the {} there.", []),
        ("organize", "organise", "They wished to {} the feast.", []),
        ("would’t", "wouldn’t", "He {} have it.", [("would’t", "wouldn’t")]),
    ],
)
def test_a_word_that_fits_worse_than_the_other_copys(one, two, sentence, found):
    assert held(one, two, sentence) == found


def test_what_another_copy_says_of_a_suspicion():
    """It is likelier where that reads as is suggested, and less likely where it reads as what is suspected."""
    texts, documents, rows, collations = copied("lamb", "lamp", "Nobody saw the {} there. The oil had gone.")
    both = copies(documents, rows, collations, lambda docs: ((doc, texts[doc]) for doc in docs))
    at, oil = texts["a"].index("lamb"), texts["a"].rindex("oil")
    told = {"doc": "a", "rule": "real-words", "message": "?", "form": None, "likely": 0.5}
    asked = [{**told, "start": at, "end": at + 4, "suggestion": "lamp"}]
    asked += [{**told, "start": oil, "end": oil + 3, "suggestion": "soil"}]
    mended, same = (row["likely"] for row in confirmed(SUSPECTS.rows(asked), both).to_pylist())
    assert same < 0.5 < mended
