"""Where two documents speak in two languages."""

from __future__ import annotations

import pytest

from variorum.tables import PASSAGES
from variorum.traditions.tongues import in_two_languages

ENGLISH = ["The council of the town met in the old mill and chose:", "Simeon Karst, ferryman;", "Anna Vell, of Osna;"]
GERMAN = [
    "Der Rat der Stadt trat in der alten Mühle zusammen und wählte:",
    "Simeon Karst, Fährmann;",
    "Anna Vell, Osna;",
]
OTHER = [
    "The town's council came together in the old mill and chose:",
    "Simeon Karst, a ferryman;",
    "Anna Vell of Osna;",
]


@pytest.mark.parametrize(("one", "other", "apart"), [(ENGLISH, GERMAN, True), (ENGLISH, OTHER, False)])
def test_a_list_of_names_is_in_the_language_of_what_stands_beside_it(
    one: list[str], other: list[str], apart: bool
) -> None:
    texts = {"a": " ".join(one), "b": " ".join(other)}
    rows = [
        {"kind": "translation", "doc_a": "a", "doc_b": "b"}
        | {f"{edge}_{doc}": texts[doc].index(said) + at * len(said) for doc, said in pair.items() for edge, at in ENDS}
        for pair in ({"a": a, "b": b} for a, b in zip(one, other, strict=True))
    ]
    whole = {("a", "b"): [(0, len(texts["a"]))], ("b", "a"): [(0, len(texts["b"]))]}
    assert in_two_languages(PASSAGES.rows(rows), texts) == (whole if apart else {})


ENDS = (("start", 0), ("end", 1))
