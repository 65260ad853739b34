"""Copies made down a random tree by careless copyists, collated, and held against what is known of every word.

    .venv/bin/python benchmarks/copyists.py FILE ... [--words 4000] [--copies 6] [--slips 1.0] [--seeds 3]

Each word of the text has a number, which its copies keep through all that befalls them: skips from a word to the same
word further on, words written twice, synonyms, spellings, words exchanged, sentences moved. Counted are the pairs of
words, in every two of the last copies, that have one number: how many are aligned (or linked, as moved or exchanged),
how many of the pairs that are claimed are true, how many moved stretches of ten words are found, and how many of the
words that are said to have moved come from where they are said to come from.
"""

from __future__ import annotations

import argparse
import random
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from variorum.traditions.alignment import Text, collated
from variorum.traditions.moved import exchanged, moved
from variorum.traditions.tokens import tokens

Word = tuple[str, int]
"""A word or sign, and the number of what it descends from; -1 for what a copyist put in."""
RATES = {
    "skip": 0.0006,
    "twice": 0.0006,
    "synonym": 0.012,
    "spelling": 0.02,
    "order": 0.003,
    "move": 0.0006,
    "more": 0.003,
}
LONG = 10


class Score(NamedTuple):
    """What was counted."""

    pairs: int = 0
    aligned: int = 0
    claimed: int = 0
    true: int = 0
    moves: int = 0
    found: int = 0
    linked: int = 0
    right: int = 0


def copied(words: list[Word], chance: random.Random, slips: float, stock: list[str]) -> list[Word]:
    """A copy of a text, with slips."""
    out: list[Word] = []
    at = 0
    while at < len(words):
        word, number = words[at]
        drawn = chance.random() / slips
        kind = ""
        for name, rate in RATES.items():
            if drawn < rate:
                kind = name
                break
            drawn -= rate
        if not word[0].isalpha():
            kind = ""
        if kind == "skip":
            again = next((to for to in range(at + 3, min(at + 40, len(words))) if words[to][0] == word), None)
            out.append((word, number))
            at = again + 1 if again else at + 1
            continue
        if kind == "twice":
            size = chance.randint(1, 4)
            out += words[at : at + size] * 2
            at += size
            continue
        if kind == "order" and at + 1 < len(words) and words[at + 1][0][0].isalpha():
            out += [words[at + 1], (word, number)]
            at += 2
            continue
        if kind == "more":
            out += [(word, number), (chance.choice(stock), -1)]
        elif kind == "synonym":
            out.append((chance.choice(stock), number))
        elif kind == "spelling" and len(word) > 3 and word.isalpha():
            out.append((misspelt(word, chance), number))
        else:
            out.append((word, number))
        at += 1
    return moved_about(out, chance, slips)


def misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(["", chance.choice("aeioubdnrst"), word[at] * 2]) + word[at + 1 :]


def moved_about(words: list[Word], chance: random.Random, slips: float) -> list[Word]:
    """Some sentences put a few sentences further on."""
    sentences: list[list[Word]] = [[]]
    for word in words:
        sentences[-1].append(word)
        if word[0] in ".!?" and len(sentences[-1]) >= LONG:
            sentences.append([])
    for at in range(len(sentences) - 4):
        if chance.random() < RATES["move"] * slips * 25 and len(sentences[at]) >= LONG:
            sentences.insert(at + chance.randint(1, 3), sentences.pop(at))
    return [word for sentence in sentences for word in sentence]


def tree(words: list[Word], copies: int, chance: random.Random, slips: float) -> list[list[Word]]:
    """The last copies of a text: each is made of a copy that was made before."""
    stock = sorted({word for word, _ in words if len(word) > 2 and word.isalpha()})
    made = [words]
    while len(made) < 2 * copies:
        made.append(copied(chance.choice(made[-copies:]), chance, slips, stock))
    return made[-copies:]


def judged(copies: list[list[Word]]) -> Score:
    texts = [" ".join(word for word, _ in copy) for copy in copies]
    found = collated([Text(tokens(text), text.split(" ")) for text in texts])
    score = Score()
    for one, other in combinations(range(len(copies)), 2):
        score = Score(*(a + b for a, b in zip(score, pair(copies, found, one, other), strict=True)))
    return score


def pair(copies: list[list[Word]], found, one: int, other: int) -> Score:  # type: ignore[no-untyped-def]
    a, b = copies[one], copies[other]
    columns = found.columns[:, [one, other]]
    answers = dict(columns[(columns >= 0).all(axis=1)].tolist())
    where: dict[int, list[int]] = {}
    for at, (_, number) in enumerate(b):
        where.setdefault(number, []).append(at)
    links = [(m, numbers(b, m.other_start, m.other_end)) for m in moved(found, one, other)]
    carried = [(at, a[at][1] in there) for m, there in links for at in range(m.start, m.end) if a[at][0][0].isalpha()]
    linked = {at for at, right in carried if right}
    linked |= {at for at, to in exchanged(found, one, other) if a[at][1] == b[to][1]}
    words = [at for at, (word, number) in enumerate(a) if word[0].isalpha() and number >= 0 and number in where]
    once: dict[int, list[int]] = {}
    for at in words:
        once.setdefault(a[at][1], []).append(at)
    good = {at for at in words if at in answers and answers[at] in where[a[at][1]]} | linked
    aligned = sum(any(at in good for at in group) for group in once.values())
    claims = [(at, to) for at, to in answers.items() if a[at][0][0].isalpha() and b[to][0][0].isalpha()]
    true = sum(a[at][1] == b[to][1] for at, to in claims)
    moves = list(crossing(a, b))
    hits = sum(sum(at in good for at in move) * 2 >= len(move) for move in moves)
    right = sum(right for _, right in carried)
    return Score(len(once), aligned, len(claims), true, len(moves), hits, len(carried), right)


def numbers(words: list[Word], start: int, end: int) -> set[int]:
    return {number for _, number in words[start:end]}


def crossing(a: list[Word], b: list[Word]) -> list[list[int]]:
    """Stretches of ten words and more that stand elsewhere: what no longest common subsequence of numbers has."""
    from bisect import bisect_left

    last = {number: at for at, (_, number) in enumerate(b)}
    shared = [(at, last[number]) for at, (_, number) in enumerate(a) if number >= 0 and number in last]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for nth, (_, to) in enumerate(shared):
        place = bisect_left(tails, to)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1], ends[place : place + 1] = [to], [nth]
    chain, nth = set(), ends[-1] if ends else -1
    while nth >= 0:
        chain.add(nth)
        nth = before[nth]
    runs: list[list[int]] = []
    for nth, (at, _) in enumerate(shared):
        if nth not in chain:
            fresh = nth - 1 in chain or not runs
            runs.append([at]) if fresh else runs[-1].append(at)
    return [run for run in runs if sum(a[at][0][0].isalpha() for at in run) >= LONG]


def trial(every: list[str], seed: int, chosen: argparse.Namespace) -> Score:
    """The score of the copies of one piece of a text."""
    chance = random.Random(seed)
    first = chance.randrange(max(1, len(every) - chosen.words))
    words = [(word, nth) for nth, word in enumerate(every[first : first + chosen.words])]
    return judged(tree(words, chosen.copies, chance, chosen.slips))


def told(name: str, score: Score) -> str:
    return (
        f"{name}: aligned {score.aligned / max(1, score.pairs):.4f} of {score.pairs}, "
        f"true {score.true / max(1, score.claimed):.4f} of {score.claimed}, moved {score.found}/{score.moves}, "
        f"words rightly linked {score.right / max(1, score.linked):.4f} of {score.linked}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", type=Path, nargs="+")
    for name, default in (("words", 4000), ("copies", 6), ("seeds", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--slips", type=float, default=1.0)
    chosen = parser.parse_args()
    scores = []
    for file in chosen.files:
        text = file.read_text(encoding="utf-8-sig")
        found = tokens(text)
        every = [text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]
        for seed in range(chosen.seeds):
            scores.append(trial(every, seed, chosen))
            print(told(f"{file.stem[:24]} {seed}", scores[-1]), flush=True)
    print(told("all", Score(*map(sum, zip(*scores, strict=True)))))
    worst = min(score.aligned / max(1, score.pairs) for score in scores)
    true = min(score.true / max(1, score.claimed) for score in scores)
    found_least = min(score.found / max(1, score.moves) for score in scores if score.moves)
    print(f"worst: aligned {worst:.4f}, true {true:.4f}, moved {found_least:.3f}")


if __name__ == "__main__":
    main()
