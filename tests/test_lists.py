"""Lists of words as patterns, and names by their capitals: beside each the plain way of doing it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.layers.capitals import capitalised
from variorum.layers.languages import LANGUAGES, pattern

LISTS = sorted(
    {getattr(one, name) for one in LANGUAGES for name in one._fields if isinstance(getattr(one, name), str)}
    | {" ".join(one.kinds.values()) for one in LANGUAGES}
)
CAPITALISED = re.compile(r"[^\W\d_a-zà-öø-ÿа-яё]\w*")


def one_after_another(listed):
    """The pattern with every word of its own."""
    parts = {re.escape(item).replace(r"\*", r"[^\W\d_]*").replace("_", r"\s+") for item in listed.split()}
    return rf"\b(?:{'|'.join(sorted(parts, key=lambda part: (-len(part), part)))})\b"


def spans(asked, text):
    return [found.span() for found in re.finditer(f"(?i:{asked})", text)]


@pytest.mark.parametrize("listed", LISTS)
def test_a_pattern_finds_every_word_of_its_list(listed):
    words = [word.replace("*", "ing").replace("_", " ") for word in listed.split()]
    for text in (" ".join(words), ", ".join(words), "-".join(reversed(words)).title()):
        assert spans(pattern(listed), text) == spans(one_after_another(listed), text)


SHORT = st.text("aB-*_’", min_size=1, max_size=4).filter(lambda item: item.strip("*_’-"))


@given(st.lists(SHORT, min_size=1, max_size=6).map(" ".join), st.text("aB-’ .", max_size=30))
def test_a_pattern_matches_where_its_words_do(listed, text):
    begun = {start for start, _ in spans(one_after_another(listed), text)}
    assert (spans(pattern(listed), text) == []) == (not begun)
    assert {start for start, _ in spans(pattern(listed), text)[:1]} <= begun


@given(st.text("aBcДд_1 .’ßÉé", max_size=60), st.text("BДÉ", min_size=1, max_size=1), st.text("aBcД_1’ ", max_size=5))
def test_words_with_a_capital_are_found_by_their_first_letters(text, capital, rest):
    name = capital + rest
    first = CAPITALISED.match(name).group()
    begun = [found.start() for found in CAPITALISED.finditer(text)]
    assert [at for at in capitalised(text)(first) if text.startswith(first, at)] == [
        at for at in begun if text.startswith(first, at)
    ]
