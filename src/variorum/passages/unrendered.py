"""The step `unrendered`: phrases of one side of a bead that nothing on its other side renders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.answers import BESIDE, vocabulary_of, words_of
from variorum.passages.comparatives import degrees
from variorum.passages.gaps import ACROSS, SAME, renderings
from variorum.passages.leftovers import Leftover, left_out, leftovers
from variorum.passages.listed import language_of, share_unlisted, weights
from variorum.passages.phrases import phrases
from variorum.passages.sentences.encoders import Encoder, called
from variorum.passages.sides import Phrase, Side
from variorum.tables import UNRENDERED

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]
Pairs = Mapping[tuple[str, str], Numbers]
"""Of each two documents where the sides of their beads stand: start and end on both, (beads, 4)."""

SAMPLE, STRANGE, STRANGE_THERE = 50_000, 0.05, 0.2
"""A text is spelt as today if among so many of its code points so few words are in no list; a bead of such a text may
have more of them: they are rare, not old."""
BATCH = 512
ORDER = ("doc", "start", "end", "other_doc")


def unrendered(engine: Engine, documents: pa.Table, sentences: pa.Table, translations: pa.Table) -> pa.Table:
    """The phrases of beads that nothing renders, neither on the other side nor in the sentences beside it.

    Words are held against words first, by what they say and how they are spelt (`answers`, `phrases`). Where some that
    stand together are answered by none, and all of the other side's are, the bead is encoded without them: they are
    unrendered if the rest is much nearer to the other side than the whole. Where both sides have words that nothing
    answers, the one may render the other freely; what the encoder knows in no place it cannot miss in one; and a
    pronoun may stand for a name. None is claimed then, nor where a side has words in no list of its language.
    Where each word is taken by one alone, none may be left for others (`gaps`): these are held against phrases, too.
    And where both have a series of comparatives, one may have one more (`comparatives`). What stands between two beads
    on one side alone is unrendered if neither of them has words, nor room, for it (`leftovers`), nor comes nearer to
    its other side with it.
    """
    from threadpoolctl import threadpool_limits

    if not translations.num_rows:
        return UNRENDERED.empty()
    encoder = called(sentences["encoder"][0].as_py())
    pairs = _pairs(translations)
    numbers: dict[str, int] = {}
    sides = _sides(documents, sentences, pairs, numbers)
    left = [one for (a, b), beads in pairs.items() for one in leftovers(sides[a], sides[b], beads, numbers)]
    words = list(numbers)
    with threadpool_limits(1, user_api="blas"):
        vocabulary = vocabulary_of(words, _encoded(engine, encoder, words) if encoder else _unread(words))
    languages = {doc: language_of(side.text) for doc, side in sides.items()}
    told = {language: weights(words, language) for language in set(languages.values())}
    compared = {language: degrees(words, language, some) for language, some in told.items()}
    with threadpool_limits(1, user_api="blas"):
        left = [one for one in left if left_out(one, vocabulary, told[languages[one.having.doc]])]
    if encoder is None:
        return UNRENDERED.rows(sorted(map(_between, left), key=itemgetter(*ORDER)))
    rows = [_between(one) for one in _said_nowhere(engine, encoder, left)]
    with threadpool_limits(1, user_api="blas"):
        found = [
            phrase
            for (a, b), beads in pairs.items()
            for phrase in phrases(
                sides[a],
                sides[b],
                beads,
                vocabulary,
                (told[languages[a]], told[languages[b]]),
                (compared[languages[a]], compared[languages[b]]),
                SAME if languages[a] == languages[b] else ACROSS,
            )
        ]
    rows += _judged(engine, encoder, _once(_readable(found, languages)))
    return UNRENDERED.rows(sorted(rows, key=itemgetter(*ORDER)))


def _readable(found: list[Phrase], languages: Mapping[str, str | None]) -> list[Phrase]:
    """Those of beads whose words are spelt as their language is today: what is spelt otherwise is not understood."""

    def usual(side: Side, span: tuple[int, int], most: float) -> bool:
        language = languages[side.doc]
        return language is None or share_unlisted(side.text[slice(*span)], language) <= most

    sides = {side.doc: side for phrase in found for side in (phrase.having, phrase.lacking)}
    today = {doc: usual(side, (0, SAMPLE), STRANGE) for doc, side in sides.items()}

    def read(one: Phrase) -> bool:
        modern = one.proof.most < 1 and today[one.having.doc] and today[one.lacking.doc]
        most = STRANGE_THERE if modern else 0
        return usual(one.having, one.bead, most) and usual(one.lacking, one.there, most)

    return [one for one in found if one.proof.read or read(one)]


def _once(found: list[Phrase]) -> list[Phrase]:
    """Those of which no other tells that comes before."""
    told: dict[tuple[str, str], list[tuple[int, int]]] = {}
    kept = []
    for one in sorted(found, key=lambda one: -one.proof.most):
        mine = told.setdefault((one.having.doc, one.lacking.doc), [])
        if not any(start < one.end and one.start < end for start, end in mine):
            mine.append((one.start, one.end))
            kept.append(one)
    return kept


def _pairs(translations: pa.Table) -> Pairs:
    """The beads of each two documents."""
    names = [f"{edge}_{side}" for side in "ab" for edge in ("start", "end")]
    spans = np.stack([translations[name].to_numpy() for name in names], axis=1)
    docs = list(zip(translations["doc_a"].to_pylist(), translations["doc_b"].to_pylist(), strict=True))
    order = sorted(range(len(docs)), key=lambda at: (docs[at], at))
    return {pair: spans[list(rows)] for pair, rows in groupby(order, key=docs.__getitem__)}


def _sides(documents: pa.Table, sentences: pa.Table, pairs: Pairs, numbers: dict[str, int]) -> dict[str, Side]:
    """The documents of all pairs, with the words of the sentences in beads and beside them."""
    texts = dict(zip(documents["doc"].to_pylist(), documents["text"], strict=True))
    edges, docs = np.stack([sentences["start"].to_numpy(), sentences["end"].to_numpy()], axis=1), sentences["doc"]
    spans = {doc: edges[list(rows)] for doc, rows in groupby(range(len(docs)), key=docs.to_pylist().__getitem__)}
    wanted = {doc: np.zeros(len(spans[doc]), bool) for pair in pairs for doc in pair}
    for pair, beads in pairs.items():
        for doc, sides in zip(pair, (beads[:, :2], beads[:, 2:]), strict=True):
            for first, last in np.searchsorted(spans[doc][:, 0], sides).tolist():
                wanted[doc][max(0, first - BESIDE) : last + BESIDE] = True
    whole = {doc: texts[doc].as_py() for doc in wanted}
    words = {doc: words_of(whole[doc], spans[doc], need, numbers) for doc, need in wanted.items()}
    return {doc: Side(doc, whole[doc], spans[doc], words[doc]) for doc in wanted}


def _encoded(engine: Engine, encoder: Encoder, said: list[str]) -> Vectors:
    """The vectors of words or sentences."""
    from threadpoolctl import threadpool_limits

    batches = [said[at : at + BATCH] for at in range(0, len(said), BATCH)]
    with threadpool_limits(1, user_api="blas"):
        return np.concatenate(list(engine.map(encoder.encode, batches)))


def _unread(said: list[str]) -> Vectors:
    """What words say where nothing encodes them."""
    return np.zeros((len(said), 0), np.float32)


def _judged(engine: Engine, encoder: Encoder, found: list[Phrase]) -> Iterator[dict[str, Any]]:
    """The phrases without which their bead is nearer to the other side, and to which nothing there is like."""
    said = [one for phrase in found for one in _said(phrase)]
    if not said:
        return
    whole, rest, other = _encoded(engine, encoder, said).reshape(len(found), 3, -1).transpose(1, 0, 2)
    nearer, near = (np.einsum("ij,ij->i", some, other) for some in (rest - whole, rest))
    kept = [
        nth
        for nth, (phrase, gain, like) in enumerate(zip(found, nearer.tolist(), near.tolist(), strict=True))
        if gain >= phrase.proof.nearer and like >= phrase.proof.rest
    ]
    rendered = _rendered(engine, encoder, [found[nth] for nth in kept])
    for nth, there in zip(kept, rendered, strict=True):
        if not there:
            yield _row(found[nth], float(nearer[nth]))


def _said_nowhere(engine: Engine, encoder: Encoder, left: list[Leftover]) -> list[Leftover]:
    """What stands between two beads and brings neither nearer to its other side when it is taken to it."""
    if not left:
        return []
    spans = [(one, spans) for one in left for spans in one.joined]
    said = [
        " ".join(text[slice(*span)].split())
        for one, (mine, joined, theirs) in spans
        for text, span in ((one.having.text, mine), (one.having.text, joined), (one.lacking.text, theirs))
    ]
    alone, joined, theirs = _encoded(engine, encoder, said).reshape(len(spans), 3, -1).transpose(1, 0, 2)
    nearer = np.einsum("ij,ij->i", joined - alone, theirs).reshape(len(left), -1).max(axis=1)
    return [one for one, gain in zip(left, nearer.tolist(), strict=True) if gain < 0]


def _rendered(engine: Engine, encoder: Encoder, found: list[Phrase]) -> list[bool]:
    """Of which phrases another, as long, of the other side or beside it says much the same."""
    there = [renderings(phrase) if phrase.proof.most < 1 else [] for phrase in found]
    numbers = {said: nth for nth, said in enumerate(dict.fromkeys(one for some in there for one in some))}
    if not numbers:
        return [False for _ in found]
    vectors = _encoded(engine, encoder, [*numbers, *map(_line, found)])
    like = [
        (vectors[[numbers[one] for one in some]] @ said).max(initial=0)
        for some, said in zip(there, vectors[len(numbers) :], strict=True)
    ]
    return [bool(most > phrase.proof.most) for most, phrase in zip(like, found, strict=True)]


def _line(phrase: Phrase) -> str:
    return " ".join(phrase.having.text[phrase.start : phrase.end].split())


def _said(phrase: Phrase) -> tuple[str, str, str]:
    """A bead's side, the same without the phrase, and the other side, with single spaces."""
    (start, end), text = phrase.bead, phrase.having.text
    said = (
        text[start:end],
        f"{text[start : phrase.start]} {text[phrase.end : end]}",
        phrase.lacking.text[slice(*phrase.there)],
    )
    whole, rest, other = (" ".join(one.split()) for one in said)
    return whole, rest, other


def _row(phrase: Phrase, nearer: float) -> dict[str, Any]:
    return {
        "doc": phrase.having.doc,
        "start": phrase.start,
        "end": phrase.end,
        "other_doc": phrase.lacking.doc,
        "other_start": phrase.place[0],
        "other_end": phrase.place[1],
        "words": phrase.words,
        "nearer": round(1000 * nearer),
        "between": False,
    }


def _between(left: Leftover) -> dict[str, Any]:
    return {
        "doc": left.having.doc,
        "start": left.span[0],
        "end": left.span[1],
        "other_doc": left.lacking.doc,
        "other_start": left.place[0],
        "other_end": left.place[1],
        "words": len(left.words),
        "nearer": 0,
        "between": True,
    }
