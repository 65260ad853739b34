"""Markdown: its blocks and styles as spans of the file itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reading import MARKUP, check, leaves, read

from variorum.errors import NotText
from variorum.sources.document import Document
from variorum.sources.markdown import MARKDOWN

CASES = Path(__file__).parent / "cases" / "markdown"


def cases(name: str) -> list[Any]:
    found = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case.get("name", case["text"])) for case in found]


def document(text: str) -> Document:
    [found], _ = read(MARKDOWN, text.encode())
    assert found.text == text
    return found


@pytest.mark.parametrize("case", cases("found"))
def test_blocks(case: dict[str, Any]) -> None:
    found = document(case["text"])
    check(found, case["text"].encode(), MARKUP + r"|\{[^}]*\}|python")
    have = []
    for leaf in leaves(found):
        kind = f"heading {leaf.level}" if leaf.kind == "heading" else leaf.kind
        have.append([kind, *([leaf.label] if leaf.label else []), found.text[leaf.start : leaf.end]])
    assert have == case["leaves"]


@pytest.mark.parametrize("case", cases("styles"))
def test_styles(case: dict[str, Any]) -> None:
    found = document(case["text"])
    have = [[found.text[each.start : each.end], *filter(None, each[2:])] for each in found.styles]
    assert sorted(have) == sorted(case["styles"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("> He wrote:\n>\n> > Send rope.\n", [("quote", 0), ("paragraph", 1), ("quote", 1), ("paragraph", 2)]),
        ("- one\n\n  more\n", [("item", 0), ("paragraph", 1), ("paragraph", 1)]),
        ("x[^1]\n\n[^1]: a\n\n    b\n", [("paragraph", 0), ("note", 0), ("paragraph", 1), ("paragraph", 1)]),
    ],
)
def test_what_contains_what(text: str, kinds: list[tuple[str, int]]) -> None:
    assert [(block.kind, block.level) for block in document(text).blocks] == kinds


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("---\ntitle: Salt\nauthor: Ada Quill\n---\n", ("Salt", "Ada Quill")),
        (
            "---\ntitle: \"Salt: a 'true' tale\"\nauthor: [Ada Quill, 'Ben Oar']\n...\n",
            ("Salt: a 'true' tale", "Ada Quill; Ben Oar"),
        ),
        (
            "---\ntitle: 'It''s salt'  \nauthors:\n  - name: Ada Quill\n    role: x\n  - Ben Oar # him\n---\n",
            ("It's salt", "Ada Quill; Ben Oar"),
        ),
        ("---\ntitle: >\n  Salt\n  and rope\nauthor:\n  name: Ada Quill\n---\n", ("Salt and rope", "Ada Quill")),
        ("% Salt\n  and rope\n% Ada Quill\n% 1894\n", ("Salt and rope", "Ada Quill")),
        ("", ("The Rope", None)),
        ("---\ndate: 1894\n---\n", ("The Rope", None)),
    ],
)
def test_what_the_head_says(head: str, facts: tuple[str, str | None]) -> None:
    found = document(f"{head}\n# The [Rope](r.md)\n\nIt rained.")
    assert (found.facts.title, found.facts.author) == facts
    assert [block.kind for block in found.blocks][-2:] == ["heading", "paragraph"]


def test_days_and_languages() -> None:
    found = document("---\ndate: 12 March 1894\nlang: en_GB\nseries: Sea Books\n---\nIt rained.")
    assert (found.facts.composed, found.facts.language, found.facts.series) == ("1894-03-12", "en-GB", "Sea Books")


@pytest.mark.parametrize(
    ("head", "suffix", "known"),
    [
        (b"It rained.", ".md", True),
        (b"It rained.", ".markdown", True),
        (b"It rained.", "", False),
        (b"---\ntitle: Salt\n---\nIt rained.", "", True),
        (b"\xef\xbb\xbf---\ntitle: Salt\n---\nIt rained.", ".text", True),
        (b"---\ntitle: Salt\n---\nIt rained.", ".txt", False),
        (b"---\ntitle: Salt\n---\nIt rained.", ".yaml", False),
        (b"---\nIt rained: hard.\n---\n", "", False),
        (b"---\ntitle: Salt, and no end", "", False),
    ],
)
def test_what_is_markdown(head: bytes, suffix: str, known: bool) -> None:
    assert MARKDOWN.knows(head, suffix) is known


def test_offsets_point_into_the_file_in_any_encoding() -> None:
    data = "# Соль\n\nШёл *дождь*.".encode("cp1251")
    [found], _ = read(MARKDOWN, data)
    [run] = zip(*map(list, found.origins), strict=True)
    assert data[run[2] : run[3]].decode("cp1251") == found.text[run[0] : run[1]]


def test_nothing_is_no_text() -> None:
    with pytest.raises(NotText):
        read(MARKDOWN, b" \n\n")


def test_depth_without_end_is_read_all_the_same() -> None:
    for deep in (
        "> " * 3000 + "rain",
        "- " * 3000 + "rain",
        "\n".join("  " * depth + "- rain" for depth in range(300)),
    ):
        assert any("rain" in found.text[leaf.start : leaf.end] for found in [document(deep)] for leaf in leaves(found))


SIGNS = [
    *("# ", "> ", "- ", "1. ", "```\n", "|", "|-|-|", "[^1]: ", "[a]: b", "*", "**", "_", "`", "[", "](x)", "    "),
    *("\n", "\n\n", "---\n", "===\n", "rain", "é", "\\", "<!--", "-->", "<b>", "\r\n", "\t", "  \n", ": "),
    *("~~", "!", ":::"),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_any_order_of_signs_is_read_and_no_word_is_lost(text: str) -> None:
    assume(text.strip() and not re.search(r"(?:`{3}|~{3})[^\n]*[a-zé]", text))  # what language code is in
    found = document(text)
    check(found, text.encode(), r"[^\w]|_|\d|b|a")
    inside = "".join(found.text[leaf.start : leaf.end] for leaf in leaves(found))
    assert inside.count("rain") + inside.count("é") == text.count("rain") + text.count("é")
