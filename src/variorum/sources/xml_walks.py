"""Ways through the tree of an XML element: all that is below it, its texts, its words."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.sources.entities import unescaped
from variorum.sources.xml import Node, Text


def walk(node: Node) -> Iterator[tuple[Node, bool]]:
    """An element and all elements in it, each twice: as it begins (True) and as it ends."""
    yield node, True
    stack = [(node, iter(node.inside))]
    while stack:
        element, rest = stack[-1]
        inner = next((each for each in rest if isinstance(each, Node)), None)
        if inner is None:
            stack.pop()
            yield element, False
        else:
            yield inner, True
            stack.append((inner, iter(inner.inside)))


def below(node: Node, *names: str) -> Iterator[Node]:
    """All elements of these names below an element, in order."""
    return (each for each, begins in walk(node) if begins and each.name in names and each is not node)


def within(node: Node, outer: frozenset[str], *names: str) -> Iterator[Node]:
    """The elements of these names that stand below an element, and in one of those named `outer`."""
    depth = 0
    for each, begins in walk(node):
        if each.name in outer:
            depth += 1 if begins else -1
        elif begins and depth and each.name in names:
            yield each


def texts(node: Node) -> Iterator[Text]:
    """All texts in an element, in order."""
    stack = [iter(node.inside)]
    while stack:
        for each in stack[-1]:
            if isinstance(each, Text):
                yield each
            else:
                stack.append(iter(each.inside))
                break
        else:
            stack.pop()


def words(node: Node) -> str:
    """The text of an element, entities read and white space collapsed.

    >>> from variorum.sources.xml import Markup, tree
    >>> tokens = Markup("<title>Letters  <hi>&amp;</hi>  Papers</title>", print).tokens()
    >>> at, _, tag = next(tokens)
    >>> words(tree(tokens, tag, at))
    'Letters & Papers'
    """
    return " ".join("".join(text.raw if text.literal else unescaped(text.raw) for text in texts(node)).split())
