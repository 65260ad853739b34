"""What a library shares is the same whether it is found at once or document by document, whatever changes."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_passages import documents, invented
from test_second_look import marks

from variorum.engine import Before, Texts
from variorum.engines.local import LocalEngine
from variorum.passages import passages, renewed, reuse, wording
from variorum.tables import TRANSLATIONS, WORDING

ENGINE = LocalEngine(threads=1)
WORDS = invented(20_000, 9)
PIECES = [" ".join(invented(length, 700 + nth)) for nth, length in enumerate((4, 6, 9, 14, 25, 60))]
PHRASES = [" ".join(invented(3, 800 + nth)) for nth in range(12)]


def written(chance: random.Random) -> str:
    """A text with pieces that others have, whole or changed or in quotation marks, in words of its own."""
    said: list[str] = []
    for _ in range(chance.randrange(5)):
        said += chance.sample(PHRASES, chance.randrange(4))
        piece = chance.choice(PIECES).split()
        if chance.random() < 0.3:
            piece[chance.randrange(len(piece))] = "garbled"
        said.append(f"“{' '.join(piece)}”" if chance.random() < 0.3 else " ".join(piece))
        start = chance.randrange(len(WORDS))
        said.append(" ".join(WORDS[start : start + chance.randrange(12)]))
    return " ".join(said)


def edited(texts: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Some documents more, less, or written anew."""
    after = dict(texts)
    for _ in range(1 + chance.randrange(4)):
        what, name = chance.randrange(3), f"d{chance.randrange(len(texts) + 5):02}"
        if what == 0:
            after.pop(name, None)
        else:
            after[name] = written(chance)
    return after


def tables(texts: dict[str, str]) -> tuple[pa.Table, pa.Table]:
    return documents(**texts), marks(**texts)


def since(old: dict[str, str], new: dict[str, str], rows: pa.Table) -> Before:
    touched = frozenset(doc for doc in {*old, *new} if old.get(doc) != new.get(doc))
    was, quoted = tables({doc: text for doc, text in old.items() if doc in touched})
    return Before(rows, touched, {"documents": was, "quoted": quoted})


@pytest.mark.parametrize("size", [3, 11, 52])
@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10**9))
def test_a_change_at_a_time_or_all_at_once(size: int, seed: int) -> None:
    chance = random.Random(seed)
    texts = {f"d{number:02}": written(chance) for number in range(size)}
    rows = reuse(ENGINE, *tables(texts))
    for _ in range(2):
        after = edited(texts, chance)
        rows = renewed(ENGINE, since(texts, after, rows), *tables(after))
        assert rows.equals(reuse(ENGINE, *tables(after)))
        texts = after


def kept(texts: dict[str, str]) -> tuple[pa.Table, pa.Table, pa.Table]:
    rows, quoted = tables(texts)
    return rows, quoted, pa.concat_tables([WORDING.empty(), *(wording(rows.slice(nth, 1)) for nth in range(len(rows)))])


def backwards(texts: dict[str, str]) -> Texts:
    """What reads texts when they are asked for, the last first."""
    return lambda docs: ((doc, texts[doc]) for doc in sorted(docs, reverse=True))


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10**9))
def test_words_that_are_kept_are_those_of_the_texts(seed: int) -> None:
    chance = random.Random(seed)
    texts = {f"d{number:02}": written(chance) for number in range(11)} | {"e": "", "f": "far " + " " * 300 + "Apart…"}
    texts |= {"g": f"{PIECES[4]} [...] {PIECES[5]}", "h": f"{PIECES[4]} {PIECES[3]} {PIECES[5]}"}
    rows = reuse(ENGINE, *kept(texts))
    assert rows.equals(reuse(ENGINE, *tables(texts)))
    assert "[...]" in {gap["marker"] for gaps in rows["gaps"].to_pylist() for gap in gaps}
    names, *others = kept(texts)
    assert rows.equals(reuse(ENGINE, names.select(["doc"]), *others, texts=backwards(texts)))
    after = edited(texts, chance)
    before = since(texts, after, rows)
    gone, now = kept({doc: text for doc, text in texts.items() if doc in before.touched})[2], kept(after)
    again = renewed(ENGINE, before._replace(tables={**before.tables, "wording": gone}), *now)
    assert again.equals(reuse(ENGINE, *tables(after)))
    before, names = before._replace(tables={**before.tables, "wording": gone}), now[0].select(["doc"])
    assert again.equals(renewed(ENGINE, before, names, *now[1:], texts=backwards(after)))
    nothing = TRANSLATIONS.empty()
    assert passages(ENGINE, *now[:2], again, nothing, now[2]).equals(passages(ENGINE, *tables(after), again, nothing))


CROWD = "the crowd held the quay at noon"


@pytest.mark.parametrize("before", [1, 9, 10, 48, 49, 50, 51])
@settings(deadline=None, max_examples=4)
@given(seed=st.integers(0, 10**9))
def test_seeds_that_become_common_and_rare_again(before: int, seed: int) -> None:
    """Texts with one phrase, as many as a cap allows, one more and one less (`seeds.PATTERNS`)."""
    chance = random.Random(seed)

    def crowd(count: int) -> dict[str, str]:
        own = {f"d{nth:02}": " ".join(WORDS[30 * nth : 30 * nth + 20]) for nth in range(70)}
        return {
            doc: f"{text} {CROWD} {text[:90]}" if nth < count else text for nth, (doc, text) in enumerate(own.items())
        }

    texts = crowd(before)
    rows = reuse(ENGINE, *tables(texts))
    for _ in range(2):
        texts, old = crowd(max(0, before + chance.randrange(-2, 4))), texts
        rows = renewed(ENGINE, since(old, texts, rows), *tables(texts))
        assert rows.equals(reuse(ENGINE, *tables(texts)))


def test_boilerplate_that_becomes_a_star_and_is_one_no_longer() -> None:
    footer = " ".join(invented(40, 3))
    texts = {f"d{number:02}": f"{' '.join(WORDS[20 * number : 20 * number + 20])} {footer}" for number in range(51)}
    rows = reuse(ENGINE, *tables(texts))
    for count in (49, 50, 52, 48):
        after = {
            f"d{number:02}": f"{' '.join(WORDS[20 * number : 20 * number + 20])} {footer}" for number in range(count)
        }
        rows = renewed(ENGINE, since(texts, after, rows), *tables(after))
        assert rows.equals(reuse(ENGINE, *tables(after)))
        texts = after
