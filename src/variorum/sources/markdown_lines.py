"""The blocks of Markdown, by the lines that they stand on, and what the head of a file says."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from variorum.sources.document import Facts
from variorum.sources.facts import edtf, language_tag

_YAML = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_PANDOC = re.compile(r"% ?[^\n]*(?:\n[ \t]+\S[^\n]*)*(?:\n%[^\n]*(?:\n[ \t]+\S[^\n]*)*){0,2}(?:\n|\Z)")
_KEY = re.compile(r"([A-Za-z][\w-]*)[ \t]*+:(?:\s++(.*))?$")
_FACTS = {"author": "author", "authors": "author", "creator": "author", "by": "author", "title": "title",
          "date": "date", "lang": "language", "language": "language", "series": "series"}  # fmt: skip


class Lines(NamedTuple):
    """A text and where its lines start, the end of the text being the last of these."""

    text: str
    starts: Sequence[int]

    def line(self, number: int) -> str:
        """A line without its end."""
        return self.text[self.starts[number] : self.starts[number + 1]].rstrip("\r\n")


class FrontMatter(NamedTuple):
    """What stands before a text about it: how long that is, and what it says."""

    end: int
    facts: Facts


def lines_of(text: str) -> Lines:
    r"""Where each line of a text starts, however it is ended.

    >>> list(lines_of("one\r\ntwo").starts)
    [0, 5, 8]
    """
    starts = array("q", [0])
    starts.extend(found.end() for found in re.finditer(r"\r\n?|\n", text))
    if starts[-1] < len(text) or len(starts) == 1:
        starts.append(len(text))
    return Lines(text, starts)


def front_matter(text: str) -> FrontMatter:
    r"""What the head of a Markdown file says, as YAML or as Pandoc's title block.

    >>> front_matter("---\ntitle: 'Salt: a memoir'\nauthor:\n  - A. Lake\n  - B. Hill\n---\n\nIt rained.").facts.author
    'A. Lake; B. Hill'
    """
    if (found := _YAML.match(text)) and any(map(_KEY.match, found[1].splitlines())):
        return FrontMatter(found.end(), _facts(_yaml(found[1])))
    if found := _PANDOC.match(text):
        parts = [" ".join(part.split()) for part in re.split(r"(?:^|\n)%", found[0])[1:]]
        told = {key: [value] for key, value in zip(("title", "author", "date"), parts, strict=False) if value}
        return FrontMatter(found.end(), _facts(told))
    return FrontMatter(0, Facts())


def _yaml(source: str) -> dict[str, list[str]]:
    """The keys of the simple YAML that heads of texts are written in, and the words of their values."""
    told: dict[str, list[str]] = {}
    key, folded = "", False
    for line in source.splitlines():
        if found := _KEY.match(line.rstrip()):
            key, value = found[1].lower(), (found[2] or "").strip()
            folded = value[:1] in ("|", ">")
            told[key] = [] if folded or not value else _values(value)
        elif key and line.strip() and line.lstrip()[0] != "#":
            words = line.strip()
            if folded and told[key]:
                told[key][-1] += " " + words
            elif folded:
                told[key].append(words)
            elif item := re.match(r"-\s+(?:name\s*:\s*)?(.+)", words):
                told[key] += _values(item[1])
            elif name := re.match(r"name\s*:\s*(.+)", words):
                told[key] += _values(name[1])
    return told


def _values(written: str) -> list[str]:
    if written.startswith("[") and written.endswith("]"):
        return [_unquoted(part) for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^,]+", written[1:-1]) if part.strip()]
    return [_unquoted(re.sub(r"(?<!\s)\s+#.*$", "", written) if written[0] not in "\"'" else written)]


def _unquoted(written: str) -> str:
    found = re.match(r"\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)')", written)
    if not found:
        return written.strip()
    return found[1].replace('\\"', '"') if found[1] is not None else found[2].replace("''", "'")


def _facts(told: Mapping[str, list[str]]) -> Facts:
    known = {fact: told[key] for key, fact in reversed(_FACTS.items()) if told.get(key)}
    first = {fact: values[0] for fact, values in known.items()}
    return Facts(
        title=first.get("title"),
        author="; ".join(known["author"]) if "author" in known else None,
        composed=edtf(first.get("date", "")),
        language=language_tag(first.get("language", "")),
        series=first.get("series"),
    )


def left_over(lines: Lines, read: bytearray) -> Iterator[tuple[int, int]]:
    """The runs of lines that hold letters or digits and were not read, as spans without white space at their ends."""
    first: int | None = None
    for number in range(len(read) + 1):
        bare = number < len(read) and not read[number] and any(char.isalnum() for char in lines.line(number))
        if bare and first is None:
            first = number
        elif not bare and first is not None:
            start, words = lines.starts[first], lines.text[lines.starts[first] : lines.starts[number]]
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            first = None
