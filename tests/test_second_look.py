"""What stands in quotation marks is believed more easily, if most of what stands there is found."""

from __future__ import annotations

import random
from typing import Any

import pyarrow as pa

from variorum.engines.local import LocalEngine
from variorum.passages import passages, reuse
from variorum.tables import QUOTED, TRANSLATIONS

ENGINE = LocalEngine(threads=1)
SHORT = 4


def prose(count: int, seed: int) -> list[str]:
    """Words that no language has, with the frequencies that every language has."""
    chance = random.Random(seed)
    syllables = [consonant + vowel for consonant in "bdfgklmnprstz" for vowel in "aeiou"]
    lexicon = ["".join(random.Random(rank).choices(syllables, k=1 + len(str(rank)))) for rank in range(1, 4000)]
    return chance.choices(lexicon, [1 / (rank + 4) for rank in range(len(lexicon))], k=count)


def quoting(stretches: list[list[str]], seed: int) -> str:
    """A text that quotes each stretch in words of its own."""
    return " ".join(f"{' '.join(prose(40, seed + nth))} “{' '.join(s)}”" for nth, s in enumerate(stretches)) + " end"


def marks(**texts: str) -> pa.Table:
    """The quotations of texts without any inside others."""
    rows: list[dict[str, Any]] = []
    for doc, text in sorted(texts.items()):
        opened = [at for at, sign in enumerate(text) if sign == "“"]
        for nth, start in enumerate(opened):
            end = text.index("”", start)
            row: dict[str, Any] = dict.fromkeys(QUOTED.schema.names)
            row |= {"doc": doc, "quotation": nth, "start": start, "end": end + 1, "depth": 1, "form": "inline"}
            rows.append(row | {"inner_start": start + 1, "inner_end": end, "closed": True, "reason": ""})
    return pa.Table.from_pylist(rows, QUOTED.schema)


def shared(documents: pa.Table, quoted: pa.Table) -> pa.Table:
    return passages(ENGINE, documents, quoted, reuse(ENGINE, documents, quoted), TRANSLATIONS.empty())


def found(stretches: list[list[str]], quotations: pa.Table, **texts: str) -> int:
    """How many of the short stretches are found in another text."""
    documents = pa.table({"doc": list(texts), "text": pa.array(list(texts.values()), pa.large_string())})
    rows = [row for row in shared(documents, quotations).to_pylist() if row["doc_a"] != row["doc_b"]]
    spans = [texts["book"][row["start_a"] : row["end_a"]] for row in rows]
    return sum(any(" ".join(short) in span for span in spans) for short in stretches)


BOOK = prose(3000, 1)
LONG = [BOOK[at : at + 16] for at in range(100, 1300, 100)]
FEW = [BOOK[at : at + SHORT] for at in range(1500, 2900, 60)]


def test_a_short_quotation_is_found_where_the_long_ones_are() -> None:
    essay = quoting([*LONG, *FEW], 100)
    texts = {"book": " ".join(BOOK), "essay": essay}
    bare = {**texts, "essay": essay.replace("“", "").replace("”", "")}
    in_marks = found(FEW, marks(**texts), **texts)
    assert in_marks > found(FEW, QUOTED.empty(), **texts) > found(FEW, QUOTED.empty(), **bare)
    assert in_marks >= 0.7 * len(FEW)


def test_a_short_quotation_needs_more_where_the_long_ones_are_from_nowhere() -> None:
    talk = [prose(16, 500 + nth) for nth in range(30)]
    novel, essay = quoting([*talk, *FEW], 200), quoting([*LONG, *FEW], 100)
    both = {"book": " ".join(BOOK), "essay": essay}, {"book": " ".join(BOOK), "novel": novel}
    assert found(FEW, marks(**both[1]), **both[1]) < found(FEW, marks(**both[0]), **both[0])


def test_quotations_of_an_unknown_order_make_no_difference() -> None:
    texts = {"book": " ".join(BOOK), "essay": quoting([*LONG, *FEW], 100)}
    quotations, documents = (
        marks(**texts),
        pa.table({"doc": list(texts), "text": pa.array(list(texts.values()), pa.large_string())}),
    )
    backwards = quotations.take(list(reversed(range(quotations.num_rows))))
    assert shared(documents, quotations).equals(shared(documents, backwards))
