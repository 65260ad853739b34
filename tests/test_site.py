"""The site: every word of every document, once, in whole pages whose links lead somewhere and where nothing is live."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.archive import site
from variorum.archive.leaves import Block, leaves
from variorum.archive.site.names import page_name, paragraph_name
from variorum.archive.site.pages import document, embedded, tradition, traditions
from variorum.tables import BY_NAME

READS = (
    *("documents", "blocks", "styles", "milestones", "quotations", "embedded", "references", "ellipses"),
    *("passages", "unrendered", "traditions", "collations", "omissions", "dependence", "audits", "sensitivity"),
    *("checks", "findings", "dates", "names", "entities", "testimony"),
)
VOID = {"meta", "link", "br", "input", "img", "hr"}
LETTER = "The bell was cast in spring.\n\nNobody rang it before the harvest was in.\n\nSo it hung there, silent."


class Page(HTMLParser):
    """A page taken apart: strict about nesting, which a browser would mend in silence."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, bool, bool]] = []
        self.text = ""
        self.body = ""
        self.feed(content.decode())
        assert not self.open, "never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert len(found) == len(attrs), "an attribute twice"
        self.tags.append((tag, found))
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src", "action") and value]
        ours = "data-pagefind-body" in found or (bool(self.open) and self.open[-1][1])
        chrome = bool(self.open) and self.open[-1][2]
        classes = (found.get("class") or "").split()
        chrome |= tag == "summary" or ("data-pagefind-ignore" in found and "furniture" not in classes)
        chrome |= "label" in classes
        if tag == "a":
            assert all(name != "a" for name, _, _ in self.open), "a link in a link"
        if tag not in VOID:
            self.open.append((tag, ours, chrome))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "closed in the wrong order"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.open and self.open[-1][1] and not self.open[-1][2]:
            self.body += data


def made(title: str = "A Small Archive", private: bool = False, **rows: list[dict[str, Any]]) -> dict[str, bytes]:
    found = list(site.site(tables(**rows), title=title, private=private))
    assert len(found) == len({path.casefold() for path, _ in found})
    return dict(found)


def tables(**rows: list[dict[str, Any]]) -> dict[str, pa.Table]:
    return {name: BY_NAME[name].rows(rows.get(name, [])) for name in READS}


def paragraphs(doc: str, text: str, kind: str = "paragraph") -> Iterator[dict[str, Any]]:
    for found in re.finditer(r"(?:[^\n]|\n(?!\n))+", text):
        yield {"doc": doc, "start": found.start(), "end": found.end(), "kind": kind, "level": 0}


def passage(doc_a: str, start_a: int, end_a: int, doc_b: str, start_b: int, end_b: int, **more: Any) -> dict[str, Any]:
    sides = {"doc_a": doc_a, "start_a": start_a, "end_a": end_a, "doc_b": doc_b, "start_b": start_b, "end_b": end_b}
    return sides | {"kind": "exact", "words": 5, "identity": 1000, "score": 9000, "gaps": []} | more


def quotation(start: int, end: int, **more: Any) -> dict[str, Any]:
    marks = {"doc": "a", "start": start, "end": end, "inner_start": start + 1, "inner_end": end - 1, "depth": 1}
    return marks | {"quotation": start, "form": "inline", "use": "speech", "closed": True} | more


def letters(**more: Any) -> dict[str, Any]:
    """Two copies of a letter."""
    documents = [{"doc": doc, "title": f"Copy {doc[0]}", "text": LETTER, "words": 18} for doc in ("a.txt", "b.txt")]
    blocks = [block for doc in ("a.txt", "b.txt") for block in paragraphs(doc, LETTER)]
    whole = [passage("a.txt", 0, len(LETTER), "b.txt", 0, len(LETTER), words=18)]
    return {"documents": documents, "blocks": blocks, "passages": whole} | more


def collated(*texts: str) -> dict[str, Any]:
    """A tradition of texts of as many words, told apart word by word, with the paragraphs of the first."""
    rows: dict[str, Any] = {"documents": [], "blocks": [], "traditions": [], "collations": []}
    base = [found[0] for found in re.finditer(r"\S+", texts[0])]
    for nth, text in enumerate(texts):
        doc, siglum = f"{nth}.txt", "ABCDEFGH"[nth]
        rows["documents"].append({"doc": doc, "title": f"Witness {siglum}", "text": text, "words": len(base)})
        rows["blocks"] += paragraphs(doc, text)
        rows["traditions"].append({"tradition": "t", "doc": doc, "start": 0, "end": len(text), "siglum": siglum})
        for place, found in enumerate(re.finditer(r"\S+", text)):
            is_missing = found[0] == "-"
            kind = "same" if found[0] == base[place] else "minus" if is_missing else "substantive"
            token = {"start": found.start(), "end": found.start() if is_missing else found.end()}
            token |= {"tradition": "t", "place": place, "siglum": siglum, "lemma": base[place], "kind": kind}
            rows["collations"].append(token)
    return rows


def check(pages: dict[str, bytes]) -> dict[str, Page]:
    """Every page is well-formed; each id stands once; each link leads to a page and a place of the site, or outside."""
    found = {path: Page(content) for path, content in pages.items() if path.endswith(".html")}
    for path, page in found.items():
        assert [name for name, times in Counter(page.ids).items() if times > 1] == []
        for link in page.links:
            where, name = urldefrag(urljoin(f"https://site/{path}", link))
            if where.startswith("https://site/"):
                target = where.removeprefix("https://site/")
                assert target in pages, f"{path} leads to {link}"
                assert not name or unquote(name) in found[target].ids, f"{path} leads to {link}"
            else:
                assert re.match(r"(https?://|mailto:|data:,$)", link), link
        headings = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert headings.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(headings))
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


# The whole


def test_an_empty_library_has_a_site() -> None:
    pages = check(made())
    assert "No passage was found" in pages["index.html"].text
    assert set(made()) >= {"index.html", "documents.html", "traditions.html", "search.html", "about.html", "style.css"}


def test_the_front_page_says_what_was_found() -> None:
    page = check(made(**letters()))["index.html"]
    said = " ".join(page.text.split())
    assert "holds two documents, 36 words in all" in said
    assert "Two of them share text with others: 1 passage" in said
    assert {"documents/a.txt.html", "documents/b.txt.html"} <= set(page.links)


def test_languages_are_told_as_they_are_declared() -> None:
    def said(*languages: str | None) -> str:
        documents = [{"doc": f"{n}", "text": "Word.", "language": tag} for n, tag in enumerate(languages)]
        pages = check(made(documents=documents))
        found = re.search(r"\(.*?\)", pages["index.html"].text)
        assert (found[0] if found else "") in pages["documents.html"].text
        return found[0] if found else ""

    assert said("en", "en-GB", None) == "(2 of them declared to be in English)"
    assert said("en", "en", "ru", None) == "(2 of them declared to be in English, 1 in Russian)"
    assert said("en", "en") == "(all declared to be in English)"
    assert said(None, None) == ""


def test_the_same_rows_in_any_order_give_the_same_bytes() -> None:
    rows = letters(**{k: v for k, v in collated("one two three", "one too three").items() if k[0] in "tc"})
    rows["documents"] += collated("one two three", "one too three")["documents"]
    shuffled = {name: random.Random(1).sample(each, len(each)) for name, each in rows.items()}
    assert made(**rows) == made(**shuffled)


def test_a_document_that_nothing_ties_to_another_has_the_same_page_without_it() -> None:
    alone = {"documents": [{"doc": "x/only.txt", "title": "Alone", "text": LETTER}]}
    several = {"documents": [*alone["documents"], {"doc": "y/other.txt", "title": "Other", "text": "Else."}]}
    assert made(**alone)["documents/x/only.txt.html"] == made(**several)["documents/x/only.txt.html"]


def test_what_is_private_is_said_on_every_page() -> None:
    said = b"contains documents that are not public"
    assert all(said in content for path, content in made(private=True, **letters()).items() if path.endswith(".html"))
    assert not any(said in content for content in made(**letters()).values())


def test_a_real_archive(archive: Any) -> None:
    pages = {
        path.relative_to(archive.folder / "site").as_posix(): path.read_bytes()
        for path in (archive.folder / "site").rglob("*")
        if path.is_file() and "pagefind" not in path.parts
    }
    found = check(pages)
    for row in archive.table("documents", ["doc", "text"]).to_pylist():
        assert squeezed(found[page_name("documents", row["doc"])].body) == squeezed(row["text"])


# Names


@given(st.sets(st.text("aAbB./% #'\"~иж-é1", min_size=1, max_size=8) | st.text(min_size=90, max_size=300), max_size=30))
@settings(deadline=None, max_examples=60)
def test_no_two_pages_meet_on_any_disk(docs: set[str]) -> None:
    paths = [page_name("documents", doc, page) for doc in docs for page in (1, 2, 11)]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all(re.fullmatch(r"documents(/[a-z0-9_.~-]+)+\.html", path) for path in paths)
    assert all(len(part) < 200 and not part.endswith(".") for path in paths for part in path.split("/"))
    folders = {folder.as_posix().casefold() for path in paths for folder in PurePosixPath(path).parents}
    assert not folders & {path.casefold() for path in paths}, "a file where a folder is wanted"


def test_names_that_are_safe_stay_as_they_are() -> None:
    assert page_name("documents", "reed/chapter-11.xhtml") == "documents/reed/chapter-11.xhtml.html"
    for unsafe in ("A.txt", "../up.txt", "a.html/b", "con.txt", "a b", ".hidden", "a//b", "x#y", "a."):
        assert "~" in page_name("documents", unsafe)


def test_a_paragraph_keeps_its_name_while_it_keeps_its_words() -> None:
    name = paragraph_name("Nobody rang it.")
    assert name == paragraph_name("nobody  RANG\nit.") == "pfa548adf"
    assert name != paragraph_name("Somebody rang it.")


def test_paragraphs_alike_are_told_apart() -> None:
    text = "Amen.\n\nAmen.\n\nAmen."
    page = check(made(documents=[{"doc": "a", "text": text}], blocks=[*paragraphs("a", text)]))["documents/a.html"]
    first = paragraph_name("Amen.")
    assert [name for name in page.ids if name.startswith("p")] == [first, f"{first}~2", f"{first}~3"]


# Documents


BLOCKS = ("paragraph", "heading", "verse", "quote", "note", "item", "cell", "furniture")
CUTS = ("quoter", "editor", "hesitation", None)
STYLES = ("italic", "small-caps", "link", "anchor", "image", "superscript", "unheard-of")


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, Any]:
    text = draw(st.text("ab <&\"'.\n\u202e\x07é", min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    blocks, styles, quoted, inside, shared = (draw(st.lists(spans, max_size=6)) for _ in range(5))
    voices = st.sampled_from([None, "", "<b>", "the soldier"])
    targets = st.sampled_from(
        ["#x", "b", "javascript:alert(1)", "https://example.org/?a=1&b='\"", "x y", None, "../a#x"]
    )
    return {
        "documents": [{"doc": doc, "title": draw(st.text(max_size=5)), "text": text} for doc in "ab"],
        "blocks": [
            {"doc": "a", "start": s, "end": e, "kind": draw(st.sampled_from(BLOCKS)), "level": draw(st.integers(0, 6))}
            | {"label": draw(st.sampled_from([None, "1.", "<i>"]))}
            for s, e in blocks
        ],
        "styles": [
            {"doc": "a", "start": s, "end": e, "style": draw(st.sampled_from(STYLES)), "target": draw(targets)}
            for s, e in styles
        ],
        "milestones": [
            {"doc": "a", "at": s, "unit": "page", "n": draw(st.sampled_from(["1", "<2>", None]))} for s, _ in styles
        ],
        "quotations": [
            {"doc": "a", "quotation": n, "start": s, "end": e, "inner_start": s, "inner_end": e, "depth": n}
            | {"form": draw(st.sampled_from(["inline", "paragraphs", "block"])), "voice": draw(voices)}
            | {"use": draw(st.sampled_from(["speech", "scare", "odd", None])), "closed": draw(st.booleans())}
            for n, (s, e) in enumerate(quoted)
        ],
        "embedded": [
            {"doc": "a", "start": s, "end": e, "kind": draw(voices), "author": draw(voices)} for s, e in inside
        ],
        "references": [{"doc": "a", "start": s, "end": e, "target": draw(voices)} for s, e in inside],
        "ellipses": [{"doc": "a", "start": s, "end": e, "cut_by": draw(st.sampled_from(CUTS))} for s, e in quoted],
        "passages": [passage("a", s, e, draw(st.sampled_from("ab")), s, e) for s, e in shared if s < e],
    }


@given(libraries())
@settings(deadline=None, max_examples=40)
def test_every_word_once_whatever_is_marked(rows: dict[str, Any]) -> None:
    text = squeezed(rows["documents"][0]["text"])
    shown = {"\u202e": "U+202E", "\x07": "U+0007"}
    pages = made(**rows)
    for page in ("a", "b"):
        body = Page(pages[f"documents/{page}.html"]).body
        assert squeezed(body) == "".join(shown.get(char, char) for char in text)


@given(libraries())
@settings(deadline=None, max_examples=25)
def test_pages_are_whole_whatever_is_marked(rows: dict[str, Any]) -> None:
    rows["styles"] = [row for row in rows["styles"] if row["target"] not in ("#x", "../a#x")]  # these lead to no anchor
    check(made(**rows))


def test_blocks_in_blocks_a_hundred_thousand_deep() -> None:
    text = "x " * 200_000
    nest = [Block(at, len(text) - at, "quote", at, None) for at in range(100_000)]
    found = leaves(text, nest)
    assert sum(leaf.end - leaf.start for leaf in found) >= len(text) - len(found)
    assert max(len(leaf.inside) for leaf in found) < 10


def test_quotations_over_paragraphs_are_set_off() -> None:
    text = "He said:\n\n“One.\n\n“Two.”\n\nThen he left."
    quoted = {"doc": "a", "quotation": 0, "start": 10, "end": 23, "inner_start": 11, "inner_end": 22, "depth": 1}
    rows = {"documents": [{"doc": "a", "text": text}], "blocks": [*paragraphs("a", text)]}
    html = made(**rows, quotations=[quoted | {"form": "paragraphs"}])["documents/a.html"].decode()
    (inside,) = re.findall(r"<blockquote.*?</blockquote>", html, re.DOTALL)
    assert "One." in inside
    assert "Two." in inside
    assert "He said" not in inside
    assert "Then he" not in inside


def test_furniture_is_folded_away_and_not_searched() -> None:
    text = "Home | Up\n\nThe text.\n\n12\n\nMore of it.\n\nLast updated"
    blocks = [*paragraphs("a", text)]
    for nth in (0, 2, 4):
        blocks[nth] |= {"kind": "furniture", "label": "navigation"}
    html = made(documents=[{"doc": "a", "text": text}], blocks=blocks)["documents/a.html"].decode()
    assert re.findall(r"<(\w+) class=\"furniture\" data-pagefind-ignore>", html) == ["details", "div", "details"]
    assert "<summary>Navigation: <span>Home | Up</span></summary>" in html


def test_links_of_the_source() -> None:
    links = {
        "b.html#n1": "../library/b.html~",
        "b.html": "",
        "none.html": None,
        "https://example.org/x": "https://example.org/x",
        "mailto:a@example.org": "mailto:a@example.org",
        "javascript:alert(1)": None,
        " JavaScript:alert(1)": None,
        "java\nscript:alert(1)": None,
        "data:text/html,x": None,
        "file:///etc/passwd": None,
        "//example.org/x": None,
        'https://example.org/" onclick="x': None,
    }
    text = " ".join("word" for _ in links)
    styles = [
        {"doc": "library/a", "start": 5 * n, "end": 5 * n + 4, "style": "link", "target": t}
        for n, t in enumerate(links)
    ]
    styles.append({"doc": "library/b.html", "start": 0, "end": 0, "style": "anchor", "target": "n1"})
    documents_ = [{"doc": "library/a", "text": text}, {"doc": "library/b.html", "text": "Here."}]
    page = check(made(documents=documents_, styles=styles))["documents/library/a.html"]
    outside = [link for link in page.links if re.match("https?:|mailto:", link)]
    assert outside == ["https://example.org/x", "mailto:a@example.org"]
    assert [link for link in page.links if link.endswith("#a-n1")] == ["../../documents/library/b.html.html#a-n1"]
    assert "../../documents/library/b.html.html" in page.links


def test_nothing_of_a_document_is_live() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)> \u202eabc \x1b[31m"
    row = dict.fromkeys(("title", "author", "composed", "language", "edition", "series"), evil)
    blocks = [{"doc": "a", "start": 0, "end": len(evil), "kind": "note", "level": 0, "label": evil}]
    marks = [{"doc": "a", "at": 3, "unit": "page", "n": evil}]
    styles = [{"doc": "a", "start": 2, "end": 5, "style": s, "target": evil} for s in ("image", "anchor", "link")]
    said = {"doc": "a", "start": 0, "end": len(evil), "reason": evil}
    rows: dict[str, Any] = {"documents": [{"doc": "a", "text": evil} | row], "blocks": blocks, "milestones": marks}
    rows["quotations"] = [quotation(0, len(evil), form=form, voice=evil, use=evil) for form in ("inline", "block")]
    rows["embedded"] = [said | dict.fromkeys(("kind", "author", "addressee", "composed", "published_in", "work"), evil)]
    rows["embedded"].append(rows["embedded"][0] | {"start": 2, "end": 9})
    pages = made(evil, **rows, references=[said | {"target": evil}], ellipses=[said | {"cut_by": evil}], styles=styles)
    for path, page in check(pages).items():
        scripts = [attributes for tag, attributes in page.tags if tag == "script"]
        assert scripts == ([{"defer": None, "src": "search.js"}] if path == "search.html" else [])
        assert not any(name.startswith("on") or name == "style" for _, found in page.tags for name in found)
        assert not {"img", "iframe", "object", "embed", "base"} & {tag for tag, _ in page.tags}
        policy = next(found["content"] for tag, found in page.tags if found.get("http-equiv"))
        assert policy.startswith("default-src 'none'")
        assert "unsafe-inline" not in policy
        assert "\u202e" not in page.text
        assert "\x1b" not in page.text


def test_pages_of_the_print_verse_and_images() -> None:
    text = "One line\nand two\n\nProse"
    blocks = [{"doc": "a", "start": 0, "end": 16, "kind": "verse", "level": 0}, *paragraphs("a", text)][:1]
    marks = [{"doc": "a", "at": 18, "unit": "page", "n": "12"}]
    styles = [{"doc": "a", "start": 23, "end": 23, "style": "image", "target": "pics/ship.png"}]
    html = made(documents=[{"doc": "a", "text": text}], blocks=blocks, milestones=marks, styles=styles)[
        "documents/a.html"
    ]
    assert b'<div class="stanza">' in html
    assert b"One line\nand two<a" in html
    assert b'title="page 12" data-pagefind-ignore>12</span>Prose' in html
    assert b"[image: ship.png]" in html


def test_a_very_long_document_goes_on_on_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.archive.site.layout.LONGEST_PAGE", 80)
    pages = check(made(**letters()))
    parts = [path for path in pages if path.startswith("documents/a")]
    assert parts == ["documents/a.txt.html", "documents/a.txt~2.html"]
    assert squeezed("".join(pages[path].body for path in parts)) == squeezed(LETTER)
    links = pages["documents/b.txt~2.html"].links
    assert f"../documents/a.txt~2.html#{paragraph_name('So it hung there, silent.')}" in links


# What is shared


def test_a_passage_leads_to_the_other_side_and_back() -> None:
    start = LETTER.index("Nobody")
    other = "Somebody wrote: Nobody rang it before the harvest was over."
    rows = letters(passages=[passage("a.txt", start, start + 33, "c.txt", 16, 49, words=6)])
    rows["documents"].append({"doc": "c.txt", "title": "A Memoir", "text": other})
    pages = check(made(**rows))
    paragraph = paragraph_name("Nobody rang it before the harvest was in.")
    assert f"../documents/c.txt.html#{paragraph_name(other)}" in pages["documents/a.txt.html"].links
    assert f"../documents/a.txt.html#{paragraph}" in pages["documents/c.txt.html"].links
    html = made(**rows)["documents/c.txt.html"].decode()
    assert '<span class="shared x1 exact">Nobody rang it before the harvest</span>' in html
    assert "6 words, exact" in html


def test_passages_that_overlap_are_each_cut_where_they_begin_and_end() -> None:
    rows = letters(passages=[passage("a.txt", 4, 15, "b.txt", 4, 15), passage("a.txt", 9, 20, "b.txt", 9, 20)])
    html = made(**rows)["documents/a.txt.html"].decode()
    assert re.findall(r'<span class="shared (x\d) exact">(.*?)</span>', html) == [
        ("x1", "bell "),
        ("x2", "was ca"),
        ("x1", "st in"),
    ]


def test_hundreds_of_passages_stay_readable() -> None:
    rows: dict[str, Any] = {"documents": [{"doc": "a", "text": LETTER}], "passages": []}
    for nth in range(300):
        rows["documents"].append({"doc": f"d{nth:03}", "title": f"Doc {nth}", "text": LETTER})
        rows["passages"].append(passage("a", nth % 20, nth % 20 + 8, f"d{nth:03}", 0, 8, score=nth))
    html = made(**rows)["documents/a.html"].decode()
    assert html.count('class="letter"') == 3
    assert "Doc 299</bdi></a> <q" in html.split("<details>")[0], "the best is shown"
    assert "297 passages more" in html
    assert "237 passages more, not listed here" in html


# Who speaks


def page_a(text: str, **rows: Any) -> str:
    blocks = rows.pop("blocks", [*paragraphs("a", text)])
    pages = made(documents=[{"doc": "a", "title": "A Memoir", "text": text}], blocks=blocks, **rows)
    check(pages)
    return pages["documents/a.html"].decode()


def test_a_document_inside_a_document_is_a_figure_that_says_what_it_is_taken_for() -> None:
    text = "She wrote:\n\nDear all, come.\n\nThe order reads:\n\nNo bells.\n\nThen she stopped."
    outer = {"doc": "a", "start": 12, "end": 56, "kind": "letter", "author": "Ada", "addressee": "the ringers"}
    outer |= {"closed": False, "opened": True, "reason": "it has a salutation"}
    inner = {"doc": "a", "start": 47, "end": 56, "kind": "decree", "composed": "1850-02-03", "opened": True}
    html = page_a(text, embedded=[outer, inner])
    said = " ".join(Page(html.encode()).text.split())
    assert "Taken for a letter by Ada to the ringers not closed in this transcription why? it has a salutation" in said
    assert "Taken for a decree, written 3 February 1850 why? no reason is given" in said
    figures = re.findall(r"<(/?)figure|(Dear all|No bells|Then she)", html)
    assert figures == [("", ""), ("", "Dear all"), ("", ""), ("", "No bells"), ("/", ""), ("/", ""), ("", "Then she")]


def test_what_interrupts_a_figure_does_not_name_it_again() -> None:
    text = "Dear all,\n\n12\n\ncome."
    blocks = [*paragraphs("a", text)]
    blocks[1] |= {"kind": "furniture", "label": "page number"}
    html = page_a(text, blocks=blocks, embedded=[{"doc": "a", "start": 0, "end": len(text), "kind": "letter"}])
    assert html.count("<figure") == 2
    assert html.count("<figcaption") == 1


def test_a_document_inside_a_paragraph_is_noted() -> None:
    html = page_a(LETTER, embedded=[{"doc": "a", "start": 4, "end": 15, "kind": "article", "published_in": "The Bell"}])
    assert "<figure" not in html
    assert "taken for: an article, published in The Bell" in html


def test_whoever_speaks_is_named_as_the_row_names_them_and_why() -> None:
    text = "“Ring,” said the soldier. “I won’t.” They called it “music”."
    reason = "the voice is told by “said” after it"
    rows = [quotation(0, 7, voice="the soldier", reason=reason), quotation(26, 36), quotation(52, 59, use="scare")]
    html = page_a(text, quotations=rows)
    notes = [" ".join(re.sub("<.*?>", "", note).split()) for note in re.findall(r"<li class=\"at-.*?</li>", html)]
    assert notes == [f"“Ring,” taken for words of: the soldier {reason}", "“music” taken for irony"]
    assert '<span class="quotation depth-1">“I won’t.”</span>' in html, "of a voice that is not known nothing is said"
    assert "Who speaks here?" in html
    assert "<q" not in html, "the marks stand in the text"


def test_where_no_voice_is_known_nothing_is_said() -> None:
    html = page_a("“Ring,” it was said.", quotations=[quotation(0, 7, reason="opens with “ and closes with ”")])
    assert 'class="speaks"' not in html
    assert "opens with" not in html


def test_long_quotations_have_their_voice_in_the_margin_once() -> None:
    text = "He said:\n\n“One.\n\n“Two.”\n\nThen “he left."
    long = quotation(10, 23, form="paragraphs", voice="Ada")
    html = page_a(text, quotations=[long, long | {"quotation": 11, "depth": 2, "form": "block"}])
    assert html.count('class="voice"') == 1
    assert "<bdi>Ada</bdi></span>“One." in html
    named = [{"doc": "a", "start": 10, "end": 23, "kind": "letter", "author": "Ada"}]
    assert 'class="voice"' not in page_a(text, quotations=[long], embedded=named), "the line above says it"
    assert 'class="voice"' in page_a(text, quotations=[long], embedded=[named[0] | {"author": "Eve"}])


def test_where_the_author_speaks_in_a_paragraph_it_is_not_set_off() -> None:
    text = "Then she said again, “One.\n\n“Two.”"
    html = page_a(text, quotations=[quotation(21, 35, form="paragraphs")])
    (inside,) = re.findall(r"<blockquote.*?</blockquote>", html, re.DOTALL)
    assert "Two." in inside
    assert "she said" not in inside
    assert '<span class="quotation depth-1">“One.</span>' in html


def test_cuts_are_marked_and_pauses_are_not() -> None:
    text = "One ... two ... three [...] four."
    ellipses = [
        {"doc": "a", "start": s, "end": e, "cut_by": by, "reason": "so it stands"}
        for s, e, by in ((4, 7, "quoter"), (12, 15, "hesitation"), (22, 27, "editor"))
    ]
    html = page_a(text, ellipses=ellipses)
    assert re.findall(r'<span class="cut" title="taken for a cut: (.*?)">(.*?)</span>', html) == [
        ("left out by the quoter", "..."),
        ("left out by an editor", "[...]"),
    ]


def test_references_say_what_they_are_taken_for() -> None:
    reference = {"doc": "a", "start": 4, "end": 12, "target": "Luke 8:49", "reason": "a book and a verse"}
    html = page_a("See Lk. viii for it.", references=[reference])
    assert '<span class="reference" title="taken for a reference to Luke 8:49">Lk. viii</span>' in html
    assert "a book and a verse" in html


def test_the_documents_inside_the_documents_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [
        {"doc": "a.txt", "start": 0, "end": 28, "kind": "letter", "author": "Ada", "opened": False, "closed": False}
    ]
    rows = letters(embedded=[*inside, {"doc": "b.txt", "start": 30, "end": 71, "kind": "decree"}])
    pages = check(made(**rows))
    said = " ".join(pages["embedded.html"].text.split())
    assert "Perhaps a letter by Ada 6 words, its beginning is not marked, not closed in this transcription" in said
    assert f"documents/b.txt.html#{paragraph_name(LETTER[30:71])}" in pages["embedded.html"].links
    assert "the program takes two stretches of text for a document of its own" in " ".join(
        pages["index.html"].text.split()
    )
    monkeypatch.setattr(embedded, "ON_A_PAGE", 1)
    assert "A decree" in check(made(**rows))["embedded-2.html"].text
    assert "No letter, article or decree" in check(made())["embedded.html"].text


# Traditions


def test_a_tradition_bears_the_title_of_a_document_that_is_all_its_text() -> None:
    rows = letters(
        documents=[*letters()["documents"], {"doc": "c.txt", "title": "All", "text": LETTER + " More." * 60}]
    )
    for doc, siglum in (("a.txt", "B"), ("c.txt", "A")):
        rows.setdefault("traditions", []).append(
            {"tradition": "t", "doc": doc, "start": 0, "end": len(LETTER), "siglum": siglum}
        )
    page = check(made(**rows))["traditions/t.html"]
    assert "<h1><bdi>Copy a</bdi></h1>" in made(**rows)["traditions/t.html"].decode()
    assert "It bears the title of its witness B." in page.text


def test_two_witnesses_stand_in_columns() -> None:
    pages = made(**collated("The bell was cast.\n\nNobody rang it.", "The bell is cast.\n\nNobody - it."))
    html = pages["traditions/t.html"].decode()
    check(pages)
    assert html.count("<tr><td data-siglum") == 2, "a row for each paragraph of the base"
    assert '<span class="v substantive">was</span>' in html
    assert '<span class="v substantive">is</span>' in html
    assert '<span class="v plus">rang</span>' in html
    assert "[not here: rang]" in html
    assert "1 other word, 1 word less" in html


def test_more_witnesses_stand_in_an_apparatus() -> None:
    text = "The bell was cast early"
    pages = made(**collated(text, text, "The bell is cast early", "The bell is - early", "The ball is cast early"))
    check(pages)
    said = " ".join(Page(pages["traditions/t.html"]).text.split())
    assert "1 bell was cast] bell is cast C; bell is D; ball is cast E" in said
    omitted = " ".join(Page(made(**collated(*["The old bell"] * 4, "The - bell"))["traditions/t.html"]).text.split())
    assert "1 old] om. E" in omitted


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    parts = [" ".join(f"w{part}x{word}" for word in range(100)) for part in range(30)]
    changed = [*parts[:20], parts[20].replace("w20x50", "other"), *parts[21:]]
    page = check(made(**collated("\n\n".join(parts), "\n\n".join(changed))))["traditions/t.html"]
    assert "only the stretches that differ are shown" in page.text
    assert "2,000 words, the same in all" in page.text
    assert "w20x49" in page.text
    assert "w19x50" not in page.text


def test_a_long_text_is_read_on_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tradition, "ON_A_PAGE", 5)
    pages = check(made(**collated("a b c\n\nd e f\n\ng h i", "a b x\n\nd e x\n\ng h x")))
    assert {"traditions/t.html", "traditions/t~2.html", "traditions/t~3.html"} <= set(pages)
    assert "Page 2 of 3" in " ".join(pages["traditions/t~2.html"].text.split())


def test_what_is_not_collated_is_shown_side_by_side_all_the_same() -> None:
    rows = collated("The bell was cast.", "The bell is cast.") | {"collations": []}
    page = check(made(**rows))["traditions/t.html"]
    assert "not collated word by word" in page.text
    assert "The bell is cast." in page.text


def test_boilerplate_is_last_and_long_lists_have_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = letters(traditions=[])
    for name, start in (("boiler", 0), ("text", 30)):
        sort = {"tradition": name, "kind": name if name == "text" else "boilerplate"}
        for doc, siglum in (("a.txt", "A"), ("b.txt", "B")):
            rows["traditions"].append({**sort, "doc": doc, "start": start, "end": start + 25, "siglum": siglum})
    links = [link for link in check(made(**rows))["traditions.html"].links if link.startswith("traditions/")]
    assert links == ["traditions/text.html", "traditions/boiler.html"]
    monkeypatch.setattr(traditions, "ON_A_PAGE", 1)
    assert "traditions/boiler.html" in check(made(**rows))["traditions-2.html"].links


def test_long_documents_have_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "FROM_WORDS", 1)
    text = "Book\n\nOne\n\nText.\n\nTwo\n\nText."
    blocks = [*paragraphs("a", text)]
    for nth, level in ((0, 1), (1, 4), (3, 2)):
        blocks[nth] |= {"kind": "heading", "level": level}
    page = check(made(documents=[{"doc": "a", "text": text, "words": 5}], blocks=blocks))["documents/a.html"]
    assert [link for link in page.links if link.startswith("#p")][:3] == [
        f"#{paragraph_name(h)}" for h in ("Book", "One", "Two")
    ]
