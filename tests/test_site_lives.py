"""The ledger of testimony, what a document's page says of it, and the lives of texts."""

from __future__ import annotations

import csv
import io
import re

import pytest
from test_site import check, made, paragraphs, passage

from variorum.archive.site import lives
from variorum.archive.site.pages import testimony
from variorum.archive.site.stated import STAGES
from variorum.tables import TESTIMONY

TITLES = {"letter": "The Letter", "memoir": "A Memoir"}
LETTER = "Dear Ada, the bell was cast in spring. " * 8
END = "It was never printed, and the <Collected Letters> left it out. " + "Nobody else has written of that winter. " * 9
MEMOIR = f"She copied the letter twice.\n\n{LETTER}\n\n{END}"
SAID = "She copied the letter twice"
NEVER = "It was never printed"


def at(text, words):
    return {"start": text.index(words), "end": text.index(words) + len(words)}


def statement(words, claim, **more):
    row = {"doc": "memoir", **at(MEMOIR, words), "about": "the letter", "claim": claim, "polarity": "affirmed"}
    row |= {"modality": "said", "voice": "Hester <Kolb>", "said_when": "1888~", "verdict": "open", "reason": "so it is"}
    return row | more


HERE = [{"doc": "letter", "start": 0, "end": len(LETTER)}]
COPIED = statement(SAID, "copied", object="twice", about_at=HERE, verdict="borne out", held_against=HERE)
PRINTED = statement(
    NEVER,
    "unpublished",
    about_at=HERE,
    verdict="superseded",
    until="1927-11-01",
    held_against=HERE,
    reason="it was later",
)
OUT, COLLECTED = "the <Collected Letters> left it out", "the <Collected Letters>"
LEFT = statement(OUT, "left out of an edition", object=COLLECTED, verdict="contradicted")
INSIDE = {"doc": "memoir", "start": 30, "end": 30 + len(LETTER), "kind": "letter", "author": "Rem", "work": "A Bell"}


def pages(*rows, **more):
    tables = {
        "documents": [
            {"doc": "letter", "title": "The Letter", "author": "Rem", "composed": "1850-01-02", "text": LETTER},
            {"doc": "memoir", "title": "A <Memoir>", "author": "Hester", "text": MEMOIR},
        ],
        "blocks": [*paragraphs("letter", LETTER), *paragraphs("memoir", MEMOIR)],
        "embedded": [INSIDE],
        "passages": [passage("letter", 0, len(LETTER), "memoir", 30, 30 + len(LETTER), words=64)],
        "testimony": list(rows or (COPIED, PRINTED, LEFT)),
    }
    found = made(**tables | more)
    check(found)
    return found


def lines(html):
    return re.findall(r'<li class="([^"]+)">(.*?)</li>', html, re.DOTALL)


def test_the_ledger_has_each_statement_as_its_speakers_the_contradicted_first():
    found = lines(pages()["testimony.html"].decode())
    assert [sorts for sorts, _ in found] == [
        "contradicted stage-edited said",
        "superseded stage-printed said",
        "borne-out stage-copied said",
    ]
    left, printed, copied = (re.sub(r"\s+", " ", body) for _, body in found)
    assert "“the letter” was left out of an edition: “the &lt;Collected Letters&gt;”" in left
    assert "“the letter” was not published" in printed and "true then, not since 1 November 1927" in printed
    assert "says Hester &lt;Kolb&gt;, about 1888" in copied and 'href="documents/letter.html#' in copied


def test_the_spreadsheet_has_every_column_and_no_formula():
    rows = pages(COPIED, PRINTED | {"object": "=1+1"})["testimony.csv"].decode()
    head, *found = csv.reader(io.StringIO(rows))
    assert head == [*TESTIMONY.schema.names[:3], "words", *TESTIMONY.schema.names[3:]]
    assert found[1][head.index("object")] == "'=1+1"
    assert found[0][head.index("words")] == SAID and found[0][head.index("about_at")] == f"letter:0-{len(LETTER)}"


def test_a_long_ledger_says_how_many_it_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(testimony, "MOST", 2)
    html = pages()["testimony.html"].decode()
    assert len(lines(html)) == 2 and "3 statements; 2 are listed" in html


def test_every_filter_has_a_rule_in_the_style_sheet():
    found = pages(*(statement(SAID, claims[0], modality=modality) for (_, claims), modality in zip(
        STAGES.values(), ("said", "reported", "expected", "future", "hoped", "doubted", "said", "said"), strict=True)),
        PRINTED, COPIED, LEFT)  # fmt: skip
    style = found["style.css"].decode()
    values = re.findall(r'id="only-([^"]+)"', found["testimony.html"].decode())
    assert len(values) == len(set(values)) == len(STAGES) + 4 + 6
    assert [one for one in values if f"#only-{one}:checked) .statements li:not(.{one})" not in style] == []


def test_a_document_s_page_tells_what_is_said_in_it_and_what_the_library_says():
    html = pages()["documents/memoir.html"].decode()
    assert (
        'class="stated" title="taken for testimony: “the letter” was copied: “twice”, says Hester &lt;Kolb&gt;' in html
    )
    assert "true then, not since 1 November 1927" in html


def test_a_life_holds_copy_and_letter_inside_together_and_has_what_is_said_beside_what_is_shown():
    found = pages()
    html = re.sub(r"\s+", " ", found["lives/letter.html"].decode())
    assert [path for path in found if path.startswith("lives/")] == ["lives/letter.html"]
    assert "<h1><bdi>The Letter</bdi></h1>" in html and "in two places" in html
    stages = re.findall(r"<h2>(.*?)</h2>(.*?)</section>", html)
    assert [heading for heading, _ in stages] == ["Written", "Copied", "Printed"]
    written, copied, printed = (body for _, body in stages)
    assert "dated 2 January 1850, by Rem" in written and "taken for a letter by Rem" in written
    assert "says Hester &lt;Kolb&gt;" in copied and copied.count("Stands in") == 2
    assert "true then, not since" in printed and "The library shows nothing of this" in printed


def test_a_statement_of_which_nothing_tells_what_it_means_has_no_life_of_its_own():
    found = pages(LEFT)
    assert "left out" not in found["lives/letter.html"].decode()
    assert 'href="testimony.html"' in found["lives.html"].decode()


def test_a_work_that_is_named_and_not_here_has_a_life_of_what_is_said_of_it():
    work = {"entity": "book/a-bell", "kind": "work", "name": "A Bell", "mentions": 1, "documents": 1}
    work |= {"forms": [{"form": "the Bell", "count": 1, "reason": "so"}], "same_as": []}
    found = pages(LEFT | {"about": "“The Bell”"}, entities=[work], passages=[])
    html = re.sub(r"\s+", " ", found["lives/book/a-bell.html"].decode())
    assert "no document was found to be it" in html and "left out of an edition" in html


def test_an_edition_has_a_life_of_what_is_said_and_what_the_audit_found():
    documents = [
        {"doc": "letter", "title": "The Letter", "text": LETTER},
        {"doc": "memoir", "title": "A Memoir", "text": MEMOIR, "edition": "Collected Letters of Rem, edited by Ada"},
    ]
    lacks = {"edition": "Collected Letters of Rem, edited by Ada", "finding": "lacks", "doc": "letter", "start": 0}
    lacks |= {"end": 30, "words": 6, "reason": "so"}
    cut = lacks | {"finding": "shortened", "doc": "memoir", "other_doc": "letter", "other_start": 40, "other_end": 60}
    said = COPIED | {"claim": "edited", "object": "Ada", "about": "Collected Letters of Rem", "about_at": []}
    whole = said | {"claim": "complete", "about": "Collected Letters of Rem, edited by Ada", "verdict": "contradicted"}
    work = {"entity": "book/letters", "kind": "work", "name": "Collected Letters of Rem", "mentions": 9, "documents": 1}
    given = {"entities": [work | {"forms": [], "same_as": []}], "passages": []}
    found = pages(said, whole, documents=documents, audits=[lacks, cut | {"words": 4}], **given)
    (path,) = [path for path in found if path.startswith("lives/")]
    html = re.sub(r"\s+", " ", found[path].decode())
    assert "two statements" in html and 'href="../persons' not in html and "Where it is named" in html
    assert "the library has one document" in html and "was edited: “Ada”" in html
    assert "6 words, not found in this edition" in html and "4 words, shorter in this edition" in html
    assert "not one text here" in found["lives.html"].decode()
    spans = [(n * 10, n * 10 + 10) for n in range(3)]
    beads = [passage("letter", n, m, "memoir", n + 30, m + 30, kind="translation") for n, m in spans]
    rendered = pages(said, documents=documents, audits=[lacks], passages=beads)[path].decode()
    assert "not found in this edition" not in rendered, "it has it in translation"


def test_what_stands_inside_something_longer_is_no_copy_of_it():
    found = pages(embedded=[], testimony=[])
    html = re.sub(r"\s+", " ", found["lives/letter.html"].decode())
    assert "Stands inside <a" in html and "100 in 100 of it" in html
    assert not any("memoir" in path for path in found if path.startswith("lives/"))


def test_a_phrase_that_comes_again_elsewhere_does_not_stretch_a_copy():
    text = MEMOIR + " " * 3000 + LETTER[:30]
    more = passage("letter", 0, 30, "memoir", len(MEMOIR) + 3000, len(text), words=6)
    whole = passage("letter", 0, len(LETTER), "memoir", 30, 30 + len(LETTER), words=64)
    documents = [
        {"doc": "letter", "title": "The Letter", "text": LETTER},
        {"doc": "memoir", "title": "M", "text": text},
    ]
    found = pages(documents=documents, passages=[whole, more], testimony=[], blocks=[*paragraphs("letter", LETTER)])
    assert "lives/letter.html" in found and b"in two places" in found["lives/letter.html"]


def test_who_speaks_of_many_texts_speaks_of_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lives, "COLLECTION", 0)
    assert "Hester" not in pages(COPIED)["lives/letter.html"].decode().split("<section")[1]


def test_translations_quotations_and_cuts_are_facts_of_a_life():
    quoted = {"doc": "memoir", "quotation": 0, "start": 0, "end": 10, "source_doc": "letter", "source_start": 0}
    quoted |= {"source_end": 30, "relation": "substantive", "completeness": "silent cut", "attribution": "wrong"}
    quoted |= {"words": 2, "reason": "so", "translated": False}
    cut = {"doc": "memoir", "at": 60, "other_doc": "letter", "other_start": 40, "other_end": 70, "words": 6}
    cut |= {"marked": False, "level": "phrase", "reason": "so"}
    beads = [
        passage("letter", n * 20, n * 20 + 20, "memoir", 30 + n * 20, 50 + n * 20, kind="translation")
        for n in range(12)
    ]
    html = re.sub(r"\s+", " ", pages(checks=[quoted], omissions=[cut], passages=beads)["lives/letter.html"].decode())
    assert "words differ, cut in silence, attributed to another" in html
    assert "6 words not in A &lt;Memoir&gt;, in silence" in html
    assert "12 pairs of sentences render each other" in html


def test_an_archive_in_which_no_text_stands_twice_says_so():
    found = pages(passages=[], testimony=[LEFT])
    assert "No text was found to stand here more than once" in found["lives.html"].decode()


def test_the_same_rows_in_any_order_give_the_same_bytes():
    day = {"calendar": "gregorian", "edtf": "1888-01-02", "first_day": "1888-01-02", "last_day": "1888-01-02"}
    dates = [{"doc": doc, "start": n, "end": n + 2, "written": "1888-01-02", **day} for doc in TITLES for n in (0, 9)]
    people = {"kind": "person", "documents": 1, "same_as": [], "forms": []}
    entities = [{"entity": f"person/{one}", "name": one, "mentions": 2, **people} for one in "abc"]
    names = [
        {"doc": doc, "start": n, "end": n + 1, "kind": "person", "entity": f"person/{one}", "reason": "so"}
        for doc in TITLES
        for n, one in enumerate("abc")
    ]
    rows = {"dates": dates, "entities": entities, "names": names, "testimony": [COPIED, PRINTED, LEFT]}
    backwards = {name: each[::-1] for name, each in rows.items()}
    assert {k: v for k, v in pages(**rows).items() if k != "testimony.csv"} == {
        k: v for k, v in pages(**backwards).items() if k != "testimony.csv"
    }


def test_no_statement_no_ledger():
    found = made(documents=[{"doc": "a", "title": "A", "text": LETTER}])
    check(found)
    assert "testimony.html" not in found and "lives.html" not in found
