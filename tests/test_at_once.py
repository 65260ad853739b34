"""What readers take at once for speed, or in pieces for memory, beside the same read one by one, or whole."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read

from variorum.errors import SourceError
from variorum.sources import alike, leaf_forms, proof, tei
from variorum.sources.columns import Columns
from variorum.sources.document import Block, Reader, Style, _by, tables
from variorum.sources.html import HTML
from variorum.sources.markdown import MARKDOWN
from variorum.sources.nesting import nested
from variorum.sources.page import Builder
from variorum.sources.page_facts import without_site
from variorum.sources.tags import tag_of
from variorum.sources.tei import TEI
from variorum.sources.tei_reading import Reading
from variorum.sources.xml import LITERAL, Markup, Node, Tag, Text, tree
from variorum.sources.xml_events import parse

HTML_PARTS = st.sampled_from(
    [
        *("<td>a</td>", "<td> b  c </td>", "<td></td>", "<tr>", "</tr>", "<table>", "</table>", "<th>n.</th>"),
        *("<tr><td>a</td><td> b c </td></tr>", "<tr> <th>h</th>\n<td>d </td>\n</tr>", "<tr><td>one</td></tr>"),
        *("<tr><td></td><td> </td></tr>", "<tr><td>a  b</td><td>c</td></tr>", "<tr><td>&amp;</td><td>b</td></tr>"),
        *("<tbody>", "</tbody>", "<TR><td>u</td><td>v</td></tr>", "<tr class=x>", "<div class=notes>"),
        *("<li>x</li>", "<ol>", "<ul>", "</ul>", "</ol>", "<p>One, two.</p>", "<p>\nthree\n</p>", "<p id=a>4</p>"),
        *("<h2>Head</h2>", "<h2>", "</h2>", "<i>it</i>", "<i> it </i>", "<q>said</q>", "<div>", "</div>", "<hgroup>"),
        *("<blockquote>cited</blockquote>", "<blockquote>", "</blockquote>", "<dd>def</dd>", "<dl>", "</dl>", "words "),
        *("<p class=author>Ann</p>", "<aside>note</aside>", "<pre>", "</pre>", "<nav>", "</nav>", "<br>", " ", "\n"),
        *("<ol class=references>", "<p>&amp;</p>", "<p>\u00a0</p>", "<span id=b></span>", "<footer>end</footer>"),
    ]
)
LEAVES = [
    *("A | B | C", "Home :: Index :: Text", "[Index] [Text]", "* * *", "[Illustration]", "page 12", "S. xii", "стр. 4"),
    *(
        "sea",
        "Page of a book",
        "Next chapter",
        "nextpage",
        "Prev: 1",
        "Home.",
        "top",
        " - 7 - ",
        "site map",
        "1917",
        "_",
    ),
    *("Go to the Lake Archive", "A long line that ends in a point, as most do.", "a/b/c", "up to the top of the hill"),
]
TEI_PARTS = st.sampled_from(
    [
        *("<l>One</l>", "<l n='2'>two</l>", '<l n="3">three  lines</l>', "<l> four </l>", "<l></l>", "<lg>", "</lg>"),
        *("<lb/>", '<lb n="5"/>', '<lb n="6" facs="#f1"/>', '<lb facs=""/>', "<lb break='no'/>", "words ", "more\n"),
        *("<p>", "</p>", "<note>", "</note>", "<q>", "</q>", "<app><lem>", "</lem><rdg>", "</rdg></app>", "<pb/>"),
        *("<hi rend='i'>", "</hi>", "&amp;", "\n", " ", "<head>H</head>", "<x>", "</x>", "<gap/>", "<l>", "</l>"),
    ]
)
MARKDOWN_PARTS = st.sampled_from(
    [
        *("One.\n\n", "two\n", "\n", " \n", "- a\n", "  b\n", "1. c\n", "> q\n", "```\n", "    code\n", "[^1]: n\n\n"),
        *(
            "# H\n\n",
            "Set\n===\n",
            "<!--\n",
            "-->\n",
            "<div>\n",
            "</div>\n\n",
            "| a |\n|---|\n",
            "| b |\n",
            "~~~ x\n\n",
        ),
        *(
            "- - d\n",
            "\r\n",
            "\r",
            "\t\n",
            "<script>\n",
            "</script>\n",
            "***\n",
            "\u00a0e\n\n",
            "> > f\n\n",
            "[g]: h\n",
        ),
    ]
)


def rows(reader: Reader, source: str) -> Any:
    """All that a reader makes of a file; or why it makes nothing."""
    try:
        documents, _ = read(reader, source.encode())
    except SourceError as reason:
        return str(reason)
    return {name: table.to_pylist() for name, table in tables("a", "0" * 64, reader.name, documents).items()}


@settings(max_examples=300, deadline=None)
@given(st.lists(HTML_PARTS, max_size=30).map("".join))
def test_elements_of_a_page_that_hold_only_text_are_read_at_once_as_one_by_one(body: str) -> None:
    page = f"<!doctype html><html><body>{body}</body></html>"
    at_once = rows(HTML, page)
    with patch.object(Builder, "_whole", return_value=0):
        assert rows(HTML, page) == at_once


STYLES = st.builds(
    Style, *[st.integers(0, 3)] * 2, st.sampled_from(["bold", "link"]), st.sampled_from([None, "a", "b"])
)


@given(st.lists(STYLES))
def test_words_are_compared_where_numbers_do_not_tell_rows_apart(styles: list[Style]) -> None:
    one_by_one = sorted(styles, key=lambda each: (each.start, -each.end, each.style, each.target or ""))
    assert list(_by(styles, "start -end style target")) == one_by_one


@pytest.mark.parametrize("name", ["p", "a", "tr", "q", "hr", "br", "h2", "body", "div", "li", "svg", "i", "nav", "img"])
@pytest.mark.parametrize("own", ["v1", "footer", "fn2", "header_title", "page-nav", "a b"])
def test_a_tag_with_an_id_alone_says_the_same_however_it_is_written(name: str, own: str) -> None:
    assert tag_of(f'<{name} id="{own}">') == tag_of(f"<{name} id='{own}'>") == tag_of(f'<{name.upper()}\nID="{own}" >')


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["<tr><td>a</td><td> b c</td></tr>", "\n", "<tr><th></th><td>d</td></tr>"]), max_size=9)
)
def test_rows_of_a_table_are_read_one_at_a_time_as_all_together(table: list[str]) -> None:
    page = f"<!doctype html><body><p>Before.</p><table>{''.join(table)}<tr><td>e</td></tr></table></body>"
    together = rows(HTML, page)
    with patch.object(alike, "_ROWS", re.compile(alike._CELLS)):
        assert rows(HTML, page) == together


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LEAVES) | st.from_regex(leaf_forms._ONLY_LEADS) | st.from_regex(leaf_forms._PAGE)))
def test_what_a_glance_tells_to_be_no_furniture_is_none(leaves: list[str]) -> None:
    one_by_one = {place: sort for place, leaf in enumerate(leaves) if (sort := leaf_forms.sort_of(leaf))}
    assert leaf_forms.furniture_by_form(leaves) == one_by_one


@settings(max_examples=300, deadline=None)
@given(st.lists(TEI_PARTS, max_size=30).map("".join))
def test_lines_in_a_row_are_set_at_once_as_one_by_one(body: str) -> None:
    file = f"<TEI><text><body><div>{body}</div></body></text></TEI>"
    at_once = rows(TEI, file)

    def alone(_: Reading, __: str, at: int) -> int:
        return at

    with patch.object(tei, "verses", alone), patch.object(tei, "lines", alone):
        assert rows(TEI, file) == at_once


@settings(max_examples=200, deadline=None)
@given(st.lists(TEI_PARTS, max_size=30).map("".join), st.integers(1, 4))
def test_runs_are_traced_a_few_at_a_time_as_all_together(body: str, few: int) -> None:
    file = f"<TEI><text><body><div>\ufffd{body}</div></body></text></TEI>"
    together = rows(TEI, file)
    with patch.object(proof, "AT_ONCE", few):
        assert rows(TEI, file) == together


@settings(max_examples=300, deadline=None)
@given(st.lists(MARKDOWN_PARTS, max_size=40).map("".join))
def test_markdown_in_pieces_is_what_it_is_as_a_whole(text: str) -> None:
    whole = rows(MARKDOWN, text)
    with patch("variorum.sources.markdown_pieces.PIECE", 1):
        assert rows(MARKDOWN, text) == whole


def test_a_long_fence_goes_on_behind_the_end_of_a_piece() -> None:
    code = "\n\n".join(f"line {number}" for number in range(400))
    document = read(MARKDOWN, f"Before.\n\n```\n{code}\n```\n\nAfter.\n".encode())[0][0]
    assert [document.text[block.start : block.end] for block in document.blocks] == ["Before.", code, "After."]


def test_lines_without_a_paragraph_that_ends_stand_as_they_are() -> None:
    (document,), warnings = read(MARKDOWN, b"# Head\n\n" + b"- a\n" * 9000 + b"\nAfter.\n")
    assert [(block.kind, block.end - block.start) for block in document.blocks] == [
        ("heading", 4), ("paragraph", 4 * 9000 - 1), ("paragraph", 6)
    ]  # fmt: skip
    assert warnings == ["line 3: 9001 lines with no paragraph that ends: they are read as they stand"]


def test_angles_that_are_no_tags_are_one_text() -> None:
    assert [raw for _, raw, _ in Markup("<x>a <<<<b> c</x>", print).tokens()] == ["", "a <<<", " c"]


def test_a_title_of_thousands_of_names_is_left_whole() -> None:
    title = " | ".join(["Letters"] * 3000)
    assert without_site(title, ["letters"]) == title


def test_a_fence_that_is_never_closed_ends_somewhere() -> None:
    (document,), warnings = read(MARKDOWN, b"Before.\n\n```\n" + b"a\n\n" * 9000)
    assert document.text[slice(*document.blocks[0][:2])] == "Before."
    assert [warning.partition(":")[0] for warning in warnings] == ["line 3"]


def test_a_paragraph_of_signs_sets_nothing() -> None:
    (document,), warnings = read(MARKDOWN, b"*a* " * 6000 + b"\n\n*b*\n")
    assert [(style.style, document.text[style.start : style.end]) for style in document.styles] == [("italic", "b")]
    assert warnings == ["the 23999 characters from 1 on are mostly signs: no emphasis or link in them is read"]


class Grown:
    """A tree that events make."""

    def __init__(self) -> None:
        self.stack: list[Node] = []
        self.root: Node | None = None

    def begin(self, tag: Tag, at: int) -> None:
        node = Node(tag, at, [])
        if self.stack:
            self.stack[-1].inside.append(node)
        self.root = self.root or node
        self.stack.append(node)

    def text(self, start: int, end: int, literal: bool) -> None:
        self.stack[-1].inside.append(Text(f"{start}-{end}", start, literal))

    def end(self, tag: Tag) -> None:
        assert self.stack.pop().tag is tag


def shape(node: Node) -> Any:
    return node.name, node.at, [shape(each) if isinstance(each, Node) else each.at for each in node.inside]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["<a>", "</a>", "<b>", "</b>", "<c/>", "x", "&", "<![CDATA[y]]>"])).map("".join))
def test_events_tell_of_the_same_elements_that_a_tree_holds(inside: str) -> None:
    markup, grown = Markup(f"<r>{inside}", lambda _: None), Grown()
    parse(markup, grown)
    tokens = markup.tokens()
    first = next((at + len(raw), tag) for at, raw, tag in tokens if tag is not None and tag is not LITERAL)
    assert grown.root is not None
    assert not grown.stack
    assert shape(grown.root) == shape(tree(tokens, first[1], first[0]))


@pytest.mark.parametrize("beginning", ["<TEI><teiHeader>", "<TEI><text><body>", "<TEI><text><body><q>"])
@pytest.mark.parametrize("unit", ["<a>", "<a/>", "<q>", "<note>a", "<list><item>a"])
def test_thousands_of_elements_in_one_another_are_read(beginning: str, unit: str) -> None:
    rows(TEI, beginning + 60_000 * unit)


BLOCKS = st.builds(
    lambda start, size, kind, level, label: Block(start, start + size, kind, level, label),
    *(st.integers(0, 9), st.integers(0, 4)),
    *(st.sampled_from(["paragraph", "heading", "cell", "item", "note", "quote"]), st.integers(0, 3), st.none()),
)


def one_by_one(blocks: list[Block]) -> list[Block]:
    """The blocks as `nested` has them, each in its turn."""
    if any(before.end > after.start for before, after in pairwise(blocks)):
        outer = {"note": 0, "quote": 1, "item": 2, "cell": 3}
        blocks = sorted(blocks, key=lambda block: (block.start, -block.end, outer.get(block.kind, 4)))
    found: list[Block] = []
    ends: list[int] = []
    for block in blocks:
        while ends and ends[-1] <= block.start:
            ends.pop()
        found.append(block if block.kind == "heading" else block._replace(level=len(ends)))
        ends.append(block.end)
    return found


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCKS, max_size=9))
def test_blocks_are_nested_as_rows_and_as_columns(blocks: list[Block]) -> None:
    assert list(nested(blocks)) == list(nested(Columns(Block, blocks))) == one_by_one(blocks)
