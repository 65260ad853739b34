"""How sentences are spelt: the compiled loops beside a plain count of runs of letters."""

from __future__ import annotations

from collections import Counter
from math import log

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.passages import spellings as module
from variorum.passages.spellings import DIMENSIONS, kernels, spellings

SENTENCES = st.lists(st.text(st.sampled_from("abcdeЖя é1.-\n漢"), max_size=30), min_size=1, max_size=12)


def runs_of(sentence: str) -> Counter[str]:
    """The runs of three letters about a letter of a sentence, spaces about its words."""
    text = "".join(map(chr, module._codes([sentence])[0].tolist()))
    return Counter(text[at - 1 : at + 2] for at in range(1, len(text) - 1) if text[at] != " ")


def hashed(run: str) -> tuple[int, float]:
    """The place of a run, and its sign."""
    left, middle, right = map(ord, run)
    value = ((left * 0x9E3779B97F4A7C15 + middle) * 0xC2B2AE3D27D4EB4F + right) % 2**64
    mixed = value * 0xBF58476D1CE4E5B9 % 2**64
    return (mixed >> 20) % DIMENSIONS, 1.0 if mixed >> 63 else -1.0


@given(SENTENCES)
def test_vectors_are_sums_of_runs_by_their_rarity(sentences: list[str]) -> None:
    counted = [runs_of(sentence) for sentence in sentences]
    had = Counter(run for runs in counted for run in runs)
    wanted = np.zeros((len(sentences), DIMENSIONS))
    for nth, runs in enumerate(counted):
        for run, times in runs.items():
            place, sign = hashed(run)
            wanted[nth, place] += times * sign * log(max(len(sentences), 2) / had[run])
    wanted /= np.maximum(np.linalg.norm(wanted, axis=1, keepdims=True), 1e-6)
    assert np.allclose(spellings(sentences), wanted, atol=1e-5)


def test_the_table_grows_with_the_runs() -> None:
    letters = np.random.default_rng(3).integers(200, 300, 120_000).astype(np.uint32)
    owners = np.repeat(np.arange(1200), 100)
    values, had, which = kernels.runs(letters, owners, module.SPACE)
    inside = np.flatnonzero(owners[:-2] == owners[2:]) + 1
    plain = [tuple(letters[at - 1 : at + 2].tolist()) for at in inside.tolist()]
    assert len(values) == len(had) == len(set(plain)) > kernels.ROOM
    assert len({(run, nth) for run, nth in zip(plain, which[inside].tolist(), strict=True)}) == len(values)
    of: dict[tuple[int, ...], set[int]] = {}
    for run, owner in zip(plain, owners[inside].tolist(), strict=True):
        of.setdefault(run, set()).add(owner)
    assert sorted(map(len, of.values())) == sorted(had.tolist())
