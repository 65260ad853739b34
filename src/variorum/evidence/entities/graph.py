"""What is joined to what, with the reason; what is kept apart all the same; and what hangs together then."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(edges: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The groups of nodes that hang together.

    >>> components([("a", "b"), ("c", "d"), ("b", "e")])
    [['a', 'b', 'e'], ['c', 'd']]
    """
    beside: defaultdict[Node, list[Node]] = defaultdict(list)
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[Node] = set()
    found = []
    for start in beside:
        if start not in seen:
            reached = list(distances(start, beside))
            seen.update(reached)
            found.append(reached)
    return found


def distances(start: Node, beside: Mapping[Node, Iterable[Node]]) -> dict[Node, int]:
    """How many edges lead from a node to each that it hangs together with."""
    found, todo = {start: 0}, deque([start])
    while todo:
        node = todo.popleft()
        for other in beside.get(node, ()):
            if other not in found:
                found[other] = found[node] + 1
                todo.append(other)
    return found


def nearest(
    labels: Mapping[Node, int], beside: Mapping[Node, Iterable[Node]], inside: Iterable[Node], sums: Mapping[int, int]
) -> dict[Node, int]:
    """Of each node the label to which fewest edges lead; of two equally near the one with the greater sum.

    >>> nearest({"a": 0, "d": 1}, {"a": ["b"], "b": ["c"], "c": ["d"]}, "abcd", {0: 1, 1: 1})
    {'a': 0, 'd': 1, 'b': 0, 'c': 0}
    """
    there = set(inside)
    found, ring = dict(labels), list(labels)
    while ring:
        reached: defaultdict[Node, set[int]] = defaultdict(set)
        for node in ring:
            for other in beside.get(node, ()):
                if other in there and other not in found:
                    reached[other].add(found[node])
        for node, able in reached.items():
            found[node] = max(able, key=lambda label: (sums[label], -label))
        ring = list(reached)
    return found


def ways(start: Node, beside: Mapping[Node, Iterable[Node]], inside: Iterable[Node]) -> dict[Node, Node]:
    """Of each node that is reached from another the one before it on the way."""
    there = set(inside)
    found: dict[Node, Node] = {}
    ring = [start]
    while ring:
        reached: dict[Node, Node] = {}
        for node in ring:
            for other in beside.get(node, ()):
                if other in there and other != start and other not in found:
                    reached.setdefault(other, node)
        found.update(reached)
        ring = list(reached)
    return found
