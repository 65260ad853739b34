from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import text as module
from variorum.sources import lines, word_counts
from variorum.text import Words, code_points, fold, fold_word, word_ends, words

LETTERS = st.characters(exclude_categories=["Cs"])
SCRIPTS = st.sampled_from("abcjuvwßœſﬁéÀ ЪѢійΣσςאבְ中国あガが한กำhि\u0301\u00ad\u200d'’-\n.7²_ªʼ")
TEXTS = st.text(st.one_of(SCRIPTS, LETTERS), max_size=60)
few = settings(deadline=None, max_examples=150)


def cut(text: str, found: Words) -> list[str]:
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def compiled(text: str) -> Words:
    """The words of a text as the compiled loop finds them, whatever its length."""
    return words(text + " ." * module.LONG)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peoples", "People’s"),
        ("don't", "DONT"),
        ("naïve", "naive"),
        ("Congreſs", "Congress"),
        ("vpon", "upon"),
        ("Iudex", "judex"),
        ("VVhat", "what"),
        ("æther", "Aether"),
        ("cœur", "coeur"),
        ("oﬀice", "office"),
        ("Straße", "STRASSE"),
        ("со\u00adюз", "Союзъ"),
        ("мѣсто", "место"),
        ("исторія", "история"),
        ("Ὅμηρος", "ομηροσ"),
        ("שָׁלוֹם", "שלום"),
        ("كِتَـاب", "كتاب"),
        ("ガラス", "カラス"),
        ("１９１７", "1917"),
        ("yᵉ", "ye"),
    ],
)
def test_forms_of_one_word_are_equal(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)
    assert words(one).keys.tolist() == words(other).keys.tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("strike-breakers", ["strike", "breakers"]),
        ("'tis the boys' own", ["tis", "the", "boys", "own"]),
        ("_word_ and word² and [word]", ["word", "and", "word", "and", "word"]),
        ("Kerensky''s", ["Kerensky", "s"]),
        ("cafe\u0301, and", ["cafe\u0301", "and"]),
        ("\u0301\u00adab", ["ab"]),
        ("1917 год", ["1917", "год"]),
        ("漢字かな", ["漢", "字", "か", "な"]),
        ("abc漢de", ["abc", "漢", "de"]),
        ("हिन्दी", ["हिन्दी"]),
        ("", []),
        (" … — \ud800", []),
    ],
)
def test_words_stand_where_they_should(text: str, expected: list[str]) -> None:
    assert cut(text, words(text)) == expected


@given(TEXTS)
@few
def test_keys_are_equal_exactly_when_folded_forms_are(text: str) -> None:
    found = words(text)
    forms = [fold_word(word) for word in cut(text, found)]
    pairs = set(zip(forms, found.keys.tolist(), strict=True))
    assert len(pairs) == len(set(forms)) == len(set(found.keys.tolist()))


@given(TEXTS)
@few
def test_composed_and_decomposed_texts_have_the_same_words(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert words(composed).keys.tolist() == words(decomposed).keys.tolist()


@given(TEXTS)
@few
def test_folding_is_idempotent_and_spells_the_words(text: str) -> None:
    folded, offsets = fold(text)
    assert folded == " ".join(fold_word(word) for word in cut(text, words(text)))
    assert fold(folded)[0].replace(" ", "") == folded.replace(" ", "")
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert (np.diff(offsets) >= 0).all()


@given(TEXTS)
@few
def test_the_loop_answers_the_same_compiled_and_uncompiled(text: str) -> None:
    codes = code_points(text)
    table = module._characters(codes)
    arrays = [np.zeros(len(codes), kind) for kind in (np.int32, np.int32, np.uint64)]
    count = module._scan(*map(memoryview, (codes, table.entries, table.expansions, *arrays)))
    for plain, fast in zip(arrays, compiled(text), strict=True):
        assert plain[:count].tolist() == fast.tolist()


@given(TEXTS)
@few
def test_words_are_as_many_as_are_counted(text: str) -> None:
    found = words(text)
    ends = word_ends(text)
    assert len(ends) == len(found.starts)
    assert ((found.starts <= ends) & (ends < found.ends)).all()


@given(st.lists(TEXTS, max_size=8), st.sampled_from((1, 20, word_counts.TOGETHER)))
@few
def test_words_of_several_texts_are_those_of_each(texts: list[str], together: int) -> None:
    with mock.patch.object(word_counts, "TOGETHER", together), mock.patch.object(lines, "AT_ONCE", together):
        assert word_counts.word_counts(texts) == [len(words(text).starts) for text in texts]


def test_keys_never_change() -> None:
    """Fingerprints outlive the program that made them: a change here needs a new version of the tables."""
    assert words("word слово 漢").keys.tolist() == [13109389417250811146, 14973580260290872487, 11052280946126835811]


def test_keys_are_the_same_where_nothing_is_compiled() -> None:
    program = "import numba; from variorum.text import words; print(words('word slowo').keys.tolist())"
    told = [
        subprocess.run([sys.executable, "-c", program], env=os.environ | jit, check=True, capture_output=True).stdout
        for jit in ({"NUMBA_DISABLE_JIT": "0"}, {"NUMBA_DISABLE_JIT": "1"})
    ]
    assert told[0] == told[1] != b""


def test_a_short_text_needs_no_compiler() -> None:
    program = "import sys; from variorum.text import words; words('a few words'); assert 'numba' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
