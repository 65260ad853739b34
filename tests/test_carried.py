"""Renderings carried over to copies: what renders a text renders each copy of it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.engines.local import LocalEngine
from variorum.passages import sentences, translations
from variorum.passages.beads import Beads
from variorum.passages.carried import carried
from variorum.tables import BLOCKS, DOCUMENTS


def made(laid: list[tuple[int, int, int, int]]) -> Beads:
    return Beads(np.array(laid), np.full(len(laid), 0.8, np.float32), np.full(len(laid), 0.3, np.float32))


ORIGINAL = [f"Satz {nth}." for nth in range(9)]
ENGLISH = [f"Sentence {nth}." for nth in range(9)]
LAID = [(2, 3, 1, 2), (3, 5, 2, 3), (5, 6, 3, 5), (7, 8, 5, 6)]


@given(st.lists(st.sampled_from(["Other.", "Sentence 7.", "Sentence 2."]), max_size=4), st.permutations(range(3)))
def test_a_copy_has_the_beads_of_what_it_copies(before: list[str], order: list[int]) -> None:
    copy = [*before, *(f"“_Sentence_ {nth}”" for nth in range(1, 7)), "Last."]
    said, at = [ORIGINAL, ENGLISH, copy], [order.index(nth) for nth in range(3)]
    first = (0, 2) if at[0] < at[1] else (2, 0)
    laid = np.concatenate([np.array(LAID)[:, side : side + 2] for side in first], axis=1)
    found = {(min(at[:2]), max(at[:2])): [made(laid.tolist())]}
    more = carried([said[nth] for nth in order], found)
    pair = min(at[0], at[2]), max(at[0], at[2])
    assert list(more) == [pair] and len(more[pair]) == 1
    kept, moved = (0, 2) if at[0] < at[2] else (2, 0)
    there = more[pair][0].laid
    assert there[:, kept : kept + 2].tolist() == [[bead[0], bead[1]] for bead in LAID]
    assert (there[:, moved : moved + 2] - len(before) + 1).tolist() == [[bead[2], bead[3]] for bead in LAID]


def test_what_is_known_is_not_carried_and_less_than_half_is_no_copy() -> None:
    found = {(0, 1): [made(LAID)], (0, 2): [made([(4, 5, 0, 1)])]}
    assert carried([ORIGINAL, ENGLISH, ENGLISH], found) == {}
    assert carried([ORIGINAL, ENGLISH, ["Sentence 1.", *"abcdef", "Sentence 2."]], {(0, 1): [made(LAID)]}) == {}
    assert carried([ORIGINAL, ENGLISH], {}) == {}


def test_a_sentence_between_parts_a_bead_and_leaves_the_others() -> None:
    copy = [*ENGLISH[1:4], "In between.", *ENGLISH[4:6]]
    (more,) = carried([ORIGINAL, ENGLISH, copy], {(0, 1): [made(LAID)]}).values()
    assert more[0].laid.tolist() == [[2, 3, 0, 1], [3, 5, 1, 2], [7, 8, 5, 6]]


def test_a_letter_that_two_books_print_alike_renders_its_original_in_both() -> None:
    german = [
        "Der Müller von Odenau hat am Sonntag das Wehr geöffnet.",
        "Neun Wiesen standen bis zum Abend unter Wasser.",
        "Der Pfarrer schrieb zwei Briefe an den Grafen.",
        "Keiner der beiden wurde jemals beantwortet.",
        "Im Herbst kaufte der Graf die Mühle für dreihundert Taler.",
        "Seitdem ist das Wehr geschlossen geblieben.",
    ]
    english = [
        "The miller of Odenau opened the weir on Sunday.",
        "By evening nine meadows stood under water.",
        "The parson wrote two letters to the count.",
        "Neither of the two was ever answered.",
        "In autumn the count bought the mill for three hundred thalers.",
        "Since then the weir has remained closed.",
    ]
    noise = ["Bread was dear that year.", "Nobody asked the ferryman.", "We walked home along the dyke."]
    texts = {"a": german, "b": [*noise, *english], "c": [*english, *noise[::-1]]}
    rows = [{"doc": doc, "text": " ".join(said), "words": 60} for doc, said in texts.items()]
    documents = DOCUMENTS.rows(rows)
    found = translations(LocalEngine(), documents, sentences(LocalEngine(), documents, BLOCKS.empty())).to_pylist()
    rendered = {doc: [row["start_a"] for row in found if (row["doc_a"], row["doc_b"]) == ("a", doc)] for doc in "bc"}
    assert rendered["b"] == rendered["c"] and len(rendered["b"]) >= 4
