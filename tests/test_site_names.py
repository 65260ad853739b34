"""The indexes of names, the pages of those who are named often, and the links in the text."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from test_site import check, made, paragraphs

from variorum.archive.site import gathered
from variorum.archive.site.gathered import Entity
from variorum.archive.site.names import entity_name
from variorum.archive.site.pages import entity, names
from variorum.identities import identity

TEXT = (
    "Olga Brandt kept the ferry.\n\nBrandt never slept. The boat was Brandt’s own <yacht>.\n\n"
    "Mrs. Brandt and Émile Zorn sailed; Zorn drowned."
)
PERSON = "person/olga-brandt"


def names_in(text, doc="a", **entities):
    """Each form where it stands, as a row of names."""
    found = []
    for key, forms in entities.items():
        kind = "place" if key.startswith("place") else "person"
        for form in forms:
            for at in re.finditer(re.escape(form), text):
                row = {"doc": doc, "start": at.start(), "end": at.end(), "kind": kind, "reason": "a title before it"}
                row["entity"] = PERSON if key == "brandt" else f"{kind}/{key}"
                if not any(one["start"] < row["end"] and row["start"] < one["end"] for one in found):
                    found.append(row)
    return found


def who(entity, name, forms, mentions, **more):
    rows = [{"form": form, "count": times, "reason": why} for form, times, why in forms]
    return {"entity": entity, "kind": entity.partition("/")[0], "name": name, "forms": rows} | (
        {"mentions": mentions, "documents": 1, "same_as": []} | more
    )


BRANDT = who(
    PERSON,
    "Olga Brandt",
    [("Brandt", 3, "the family name alone, and no other Brandt is here"), ("Olga Brandt", 1, "in full")],
    4,
    same_as=["https://viaf.org/viaf/1", "GND 2", "javascript:alert(1)"],
)
ZORN = who("person/emile-zorn", "Émile Zorn", [("Zorn", 1, "so")], 2)


def pages(entities=(BRANDT, ZORN), text=TEXT, **more):
    rows = {
        "documents": [{"doc": "a", "title": "The <Ferry>", "text": text}],
        "blocks": list(paragraphs("a", text)),
        "names": names_in(text, brandt=["Olga Brandt", "Brandt"], **{"emile-zorn": ["Émile Zorn", "Zorn"]}),
        "entities": list(entities),
    }
    found = made(**rows | more)
    check(found)
    return found


def test_an_index_has_everybody_under_a_letter_and_who_is_named_seldom_with_the_places():
    found = pages()
    html = found["persons.html"].decode()
    assert re.findall(r'<h2 class="letter" id="[^"]+">(.)</h2>', html) == ["B", "Z"]
    assert '<a href="names/person/olga-brandt.html"><bdi>Brandt, Olga</bdi></a>' in html
    zorn = html.split(f'id="{entity_name("person/emile-zorn")}"')[1].split("</li>")[0]
    assert "Zorn, Émile" in zorn and 'href="documents/a.html#' in zorn and "The &lt;Ferry&gt;" in zorn
    assert "names/person/emile-zorn.html" not in found
    assert "13" not in html and "2 are named" in html


def test_who_is_also_written_under_another_letter_is_led_to():
    html = pages([BRANDT | {"forms": [*BRANDT["forms"], {"form": "Ольга Брандт", "count": 1, "reason": "so"}]}])
    (see,) = re.findall(r'<li class="see">(.*?)</li>', html["persons.html"].decode())
    assert "Брандт, Ольга" in see and 'href="names/person/olga-brandt.html"' in see
    assert "1 is named" in html["persons.html"].decode()


def test_the_page_of_somebody_has_each_form_with_its_reason_and_each_place_in_its_context():
    html = pages()["names/person/olga-brandt.html"].decode()
    assert "named 4 times in 1 document, in two forms" in html
    assert "the family name alone, and no other Brandt is here" in html
    contexts = re.findall(r'<span class="excerpt" dir="auto">(.*?)</span>', html)
    assert len(contexts) == 4
    assert "The boat was <a" in contexts[2] and ">Brandt</a>’s own &lt;yacht&gt;." in contexts[2]
    assert "Nobody" not in contexts[2], "the context ends with the paragraph"


def test_a_merge_can_be_undone_with_a_line_to_copy():
    html = pages()["names/person/olga-brandt.html"].decode()
    (line,) = re.findall(r"<code>(\{.*?\})</code>", html)
    found = identity(json.loads(unescape(line)))
    assert found is not None and (found.verdict, found.form, found.other) == ("apart", "Olga Brandt", "Brandt")


def test_an_authority_is_linked_only_where_that_is_safe():
    html = pages()["names/person/olga-brandt.html"].decode()
    assert 'href="https://viaf.org/viaf/1"' in html and "GND 2" in html
    assert "javascript:alert(1)" in html and 'href="javascript' not in html


def test_a_name_in_the_text_leads_to_who_is_meant():
    html = pages()["documents/a.html"].decode()
    assert html.count('<a class="name" href="../names/person/olga-brandt.html" title="Olga Brandt"') == 4
    assert f'href="../persons.html#{entity_name("person/emile-zorn")}"' in html


def test_a_name_inside_a_link_of_the_source_is_no_link():
    start = TEXT.index("Brandt never")
    link = {"doc": "a", "start": start - 2, "end": start + 3, "style": "link", "target": "https://example.org/"}
    html = pages(styles=[link])["documents/a.html"].decode()
    assert html.count('class="name"') == 5


def test_nothing_is_written_and_nothing_leads_there_where_nobody_is_named():
    found = made(documents=[{"doc": "a", "title": "A", "text": TEXT}], blocks=list(paragraphs("a", TEXT)))
    check(found)
    assert "names.html" not in found and 'href="names.html"' not in found["index.html"].decode()


def test_an_index_that_is_long_goes_on_and_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathered, "ON_A_PAGE", 10)
    monkeypatch.setattr(gathered, "MOST", 25)
    many = [who(f"person/ada-{n:03}", f"Ada Kolb{n:03}", [], 40 - n) for n in range(40)]
    found = pages(entities=many)
    assert [path for path in found if path.startswith("persons")] == [
        "persons.html",
        "persons-2.html",
        "persons-3.html",
    ]
    assert "15 more are left out here" in found["persons.html"].decode()
    listed = "".join(found[path].decode() for path in found if path.startswith("persons"))
    assert listed.count('<li id="e-') == 25 and "Kolb024" in listed and "Kolb025" not in listed
    assert sum('id="letter-4b"' in found[path].decode() for path in found if path.startswith("persons")) == 1


def test_a_page_of_many_places_is_bounded_and_counts_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in (("WHOLE", 5), ("SHOWN", 2), ("FOLDED", 3), ("DOCUMENTS", 2), ("LINES", 8)):
        monkeypatch.setattr(entity, name, most)
    text = "Brandt came. " * 20
    docs = [f"{n}.txt" for n in range(4)]
    found = pages(
        entities=[BRANDT | {"mentions": 80, "documents": 4}],
        documents=[{"doc": doc, "title": f"Sheet {doc}", "text": text} for doc in docs],
        blocks=[block for doc in docs for block in paragraphs(doc, text)],
        names=[row for doc in docs for row in names_in(text, doc, brandt=["Brandt"])],
    )
    html = found["names/person/olga-brandt.html"].decode()
    assert html.count('class="excerpt"') == 8
    assert "and 15 places more in this document, not listed here" in html
    assert "in 2 documents more" in html


def test_the_oftenest_named_stand_on_the_page_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "OFTENEST", 1)
    html = pages()["names.html"].decode()
    assert "Olga Brandt" in html and "Zorn" not in html and '<a class="all" href="persons.html">all</a>' in html


@pytest.mark.parametrize(
    ("kind", "name", "letter"),
    [
        ("person", "Émile Zorn", "Z"),
        ("person", "Зиновьев", "З"),
        ("person", "V. I. Lenin", "L"),
        ("person", "Ada B.", "A"),
        ("person", "Nicholas II", "N"),
        ("work", "The Émile", "E"),
        ("work", "L’Assommoir", "A"),
        ("periodical", "Die Zeit", "Z"),
        ("work", "1905", "#"),
        ("group", "The", "T"),
    ],
)
def test_a_name_stands_under_its_letter(kind: str, name: str, letter: str) -> None:
    assert gathered.letter(Entity(f"{kind}/x", kind, name, [], 1, 1, [], 0)) == letter
