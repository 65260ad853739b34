"""Circles: documents that speak of the same persons, in which a family name means the same one.

Two novels have a Mr. Brown each. What tells that they are not one is whom else their documents name: the names that a
document has often are held against those of the others.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from variorum.evidence.entities.graph import components

MOST = 40
"""So many names of a document tell whom it speaks of: those that are most telling."""
LIKE = 0.12
"""Documents whose names agree so much (the cosine of how often each stands) speak of the same persons."""
FEW, MANY = 24, 200
"""So many documents are compared pair by pair; where a name stands in more, each is compared with those, so many of
them, of which it tells most.
"""


class Circles(NamedTuple):
    """Whom each document speaks of, and which documents carry the same text."""

    weights: Mapping[str, Mapping[str, float]]
    tied: Mapping[str, Set[str]]

    def of(self, docs: Iterable[str], beside: str) -> list[list[str]]:
        """The documents in groups that speak of the same persons, whatever they say of `beside` itself."""
        docs = sorted(set(docs))
        if len(docs) == 1:
            return [docs]
        edges = [(doc, doc) for doc in docs]
        edges += self._pairs(docs, beside) if len(docs) <= FEW else self._with_all(docs, beside)
        return sorted(sorted(set(group)) for group in components(edges))

    def _pairs(self, docs: list[str], beside: str) -> list[tuple[str, str]]:
        return [
            (one, other)
            for at, one in enumerate(docs)
            for other in docs[at + 1 :]
            if other in self.tied.get(one, ()) or _cosine(self._names(one), self._names(other), beside) >= LIKE
        ]

    def _with_all(self, docs: list[str], beside: str) -> list[tuple[str, str]]:
        there, everything = set(docs), Counter[str]()
        telling = sorted(docs, key=lambda doc: (-self._names(doc).get(beside, 0.0), doc))[:MANY]
        for doc in telling:
            everything.update(self._names(doc))
        chosen = set(telling)
        size = math.sqrt(sum(weight * weight for name, weight in everything.items() if name != beside))
        near = [doc for doc in docs if _shares(self._names(doc), everything, beside, size, doc in chosen)]
        edges = [(one, other) for one in docs for other in self.tied.get(one, ()) if other in there]
        return edges + [(near[0], doc) for doc in near]

    def _names(self, doc: str) -> Mapping[str, float]:
        return self.weights.get(doc, {})


def _shares(own: Mapping[str, float], everything: Mapping[str, float], beside: str, size: float, among: bool) -> bool:
    """Whether a document’s names are those of all the others together; it may itself be among these."""
    product = sum(weight * (everything[name] - among * weight) for name, weight in own.items() if name != beside)
    length = math.sqrt(sum(weight * weight for name, weight in own.items() if name != beside))
    return product > 0 and product >= LIKE * size * length


def circles(named: Mapping[str, Counter[str]], tied: Iterable[tuple[str, str]]) -> Circles:
    """Whom documents speak of, from how often each names whom, and the pairs that carry the same text."""
    within: Counter[str] = Counter(name for names in named.values() for name in names)
    weights = {doc: _telling(names, within, len(named)) for doc, names in named.items()}
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in tied:
        beside[one].add(other)
        beside[other].add(one)
    return Circles(weights, beside)


def _telling(names: Counter[str], within: Mapping[str, int], documents: int) -> dict[str, float]:
    weights = {name: math.sqrt(count) * math.log(1 + documents / within[name]) for name, count in names.items()}
    return dict(sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:MOST])


def _cosine(one: Mapping[str, float], other: Mapping[str, float], beside: str) -> float:
    small, large = sorted((one, other), key=len)
    product = sum(weight * large[name] for name, weight in small.items() if name in large and name != beside)
    sizes = [math.sqrt(sum(value * value for name, value in side.items() if name != beside)) for side in (one, other)]
    return product / (sizes[0] * sizes[1]) if all(sizes) else 0.0
