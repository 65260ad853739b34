"""Emphasis, links, images and code inside a paragraph of Markdown: spans of what is seen, in the text as it is written.

The rules are those of the CommonMark specification (0.31, section 6), but that an inline tag of HTML is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from variorum.sources.document import Style

_NEXT = re.compile(r"\\.|`+|<[^<>\s][^<>]*>|!?\[|\]|[*_]+|~~+", re.S)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_TARGET = re.compile(
    r"""\(\s*(?:<([^<>\n]*)>|([^\s()<]*+(?:\([^\s()]*+\)[^\s()]*+)*+))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_LABEL = re.compile(r"\[([^\[\]]*)\]")
LONGEST = 1000
"""Characters that a label has at most."""
_PUNCTUATION = re.compile(r"[^\w\s]|_")


class _Run(NamedTuple):
    """A run of delimiters: how many are left of it, from where to where, and what it may do."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool


class _Bracket(NamedTuple):
    """An opening bracket: where it stands, where its text starts, and whether it is an image's."""

    at: int
    inner: int
    image: bool


def inline_styles(text: str, start: int, end: int, targets: Mapping[str, str]) -> list[Style]:
    """The styles of a stretch of Markdown; `targets` are where the labels that are defined elsewhere lead.

    >>> text = "see *the [log](l.md)* and `x*`"
    >>> [(text[each.start : each.end], each.style, each.target) for each in inline_styles(text, 0, len(text), {})]
    [('log', 'link', 'l.md'), ('x*', 'code', None), ('the [log](l.md)', 'italic', None)]
    """
    found: list[Style] = []
    runs: list[_Run] = []
    brackets: list[_Bracket] = []
    at, unclosed = start, set[int]()
    while mark := _NEXT.search(text, at, end):
        at = mark.end()
        sign = mark[0]
        if sign[0] == "`":
            at = _code(text, mark, end, unclosed, found)
        elif sign[0] == "<":
            if link := _AUTOLINK.fullmatch(sign):
                found.append(Style(mark.start() + 1, mark.end() - 1, "link", link[1]))
        elif sign in ("[", "!["):
            brackets.append(_Bracket(mark.start(), mark.end(), sign == "!["))
        elif sign == "]":
            at = _close(text, mark.start(), end, brackets, targets, found)
        elif sign[0] != "\\":
            runs.append(_run(text, mark, start, end))
    found.extend(_emphasis(runs))
    return found


def _code(text: str, mark: re.Match[str], end: int, unclosed: set[int], found: list[Style]) -> int:
    """Read a code span, if it is closed; where the text goes on."""
    size = len(mark[0])
    if size in unclosed:
        return mark.end()
    for closing in re.compile("`+").finditer(text, mark.end(), end):
        if len(closing[0]) == size:
            found.append(Style(mark.end(), closing.start(), "code"))
            return closing.end()
    unclosed.add(size)
    return mark.end()


def _close(
    text: str, at: int, end: int, brackets: list[_Bracket], targets: Mapping[str, str], found: list[Style]
) -> int:
    """Read what a closing bracket closes: a link, an image, or the mark of a note; where the text goes on."""
    if not brackets:
        return at + 1
    bracket = brackets.pop()
    inner = text[bracket.inner : min(at, bracket.inner + LONGEST + 1)]
    style = "image" if bracket.image else "link"
    if inner.startswith("^") and not bracket.image:
        found.append(Style(bracket.at, at + 1, "link", f"#fn-{inner[1:]}"))
        return at + 1
    if direct := _TARGET.match(text, at + 1, end):
        found.append(Style(bracket.inner, at, style, direct[1] or direct[2]))
        return direct.end()
    label = _LABEL.match(text, at + 1, min(end, at + LONGEST))
    if len(inner) > LONGEST and not (label and label[1]):
        return at + 1
    named = label_of(label[1] if label and label[1] else inner)
    if named in targets:
        found.append(Style(bracket.inner, at, style, targets[named]))
        return label.end() if label else at + 1
    return at + 1


def label_of(written: str) -> str:
    """A label as it is looked up: case and white space do not count."""
    return " ".join(written.casefold().split())


def _run(text: str, mark: re.Match[str], start: int, end: int) -> _Run:
    """A run of delimiters; whether it may open or close is told by what stands beside it."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    apart_before, apart_after = _is_apart(before), _is_apart(after)
    opens = not after.isspace() and (not apart_after or apart_before)
    closes = not before.isspace() and (not apart_before or apart_after)
    if mark[0][0] == "_":  # inside a word an underscore is a letter
        opens, closes = opens and (not closes or apart_before), closes and (not opens or apart_after)
    return _Run(mark[0][0], *mark.span(), opens, closes)


def _is_apart(char: str) -> bool:
    return char.isspace() or bool(_PUNCTUATION.match(char))


def _emphasis(runs: list[_Run]) -> Iterator[Style]:
    """What the runs set, each closing the nearest one that it can."""
    stacks: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
    for run in runs:
        left = run
        while left.closes and left.start < left.end and stacks[left.sign] and _fit(stacks[left.sign][-1], left):
            opener = stacks[left.sign].pop()
            size = 2 if min(opener.end - opener.start, left.end - left.start) > 1 else 1
            yield Style(opener.end, left.start, "strike" if left.sign == "~" else "bold" if size == 2 else "italic")
            _forget(stacks, opener)
            if opener.start < opener.end - size:
                stacks[left.sign].append(opener._replace(end=opener.end - size))
            left = left._replace(start=left.start + size)
        if left.opens and left.start < left.end:
            stacks[left.sign].append(left)


def _fit(opener: _Run, closer: _Run) -> bool:
    """Whether one run may close another: the specification's rule of three keeps `*a**b*` whole."""
    sizes = opener.end - opener.start, closer.end - closer.start
    return not (opener.closes or closer.opens) or sum(sizes) % 3 != 0 or not any(size % 3 for size in sizes)


def _forget(stacks: Mapping[str, list[_Run]], opener: _Run) -> None:
    """Give up the runs inside what was just closed."""
    for stack in stacks.values():
        while stack and stack[-1].start > opener.start:
            stack.pop()
