"""Names gathered over a library: who and what is one, who is not, and why."""

import json
import random
import tomllib
from pathlib import Path

import pytest
from entity_cases import gathered, homes, mention, of_case
from hypothesis import given
from hypothesis import strategies as st

from variorum.evidence.entities.cases import lemmas
from variorum.evidence.entities.transliterations import sounds
from variorum.evidence.entities.words import gather_words

CASES = Path(__file__).parent / "cases" / "entities"


def cases(name):
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


def listed(names, sort, failing=False):
    """The lists of some files, each with a name that a report can show."""
    return [
        pytest.param(one, id=" ".join(one), marks=[pytest.mark.xfail(strict=True)] if failing else [])
        for name in names
        for one in cases(name)[sort]
    ]


WORDS = ("transliterations", "cases")


def of_words(forms):
    """The entities of family names that one document has."""
    found = homes([mention("a", 10 * at, f"*{form}*") for at, form in enumerate(forms)])
    return [found["a", 10 * at] for at in range(len(forms))]


@pytest.mark.parametrize("forms", listed(WORDS, "together") + listed(WORDS, "known_failures", failing=True))
def test_forms_of_one_name_are_gathered(forms):
    assert len(set(of_words(forms))) == 1


@pytest.mark.parametrize("forms", listed(WORDS, "apart"))
def test_names_that_are_alike_stay_apart(forms):
    found = of_words(forms)
    assert found[0] not in found[1:2]


def of_designations(kind, *forms):
    found = homes([mention("a", 10 * at, form, kind) for at, form in enumerate(forms)])
    return {found["a", 10 * at] for at in range(len(forms))}


@pytest.mark.parametrize(
    "forms", listed(["designations"], "together") + listed(["designations"], "known_failures", failing=True)
)
def test_groups_places_works_and_periodicals_are_gathered(forms):
    assert len(of_designations(*forms)) == 1


@pytest.mark.parametrize("forms", listed(["designations"], "apart"))
def test_other_groups_places_works_and_periodicals_stay_apart(forms):
    assert len(of_designations(*forms)) == len(forms) - 1


@pytest.mark.parametrize("case", [pytest.param(case, id=case["about"]) for case in cases("persons")["case"]])
def test_persons(case):
    rows, where = of_case(case)
    found = homes(rows)
    assert len({found[where[form]] for form in case.get("together", [])}) <= 1
    apart = [found[where[form]] for form in case.get("apart", [])]
    assert len(set(apart)) == len(apart)


def test_there_are_as_many_cases_as_promised():
    lists = [one for name in (*WORDS, "designations") for sort in cases(name).values() for one in sort]
    assert len(lists) + len(cases("persons")["case"]) >= 100


def everything():
    """The mentions of all cases of persons together."""
    rows = []
    for number, case in enumerate(cases("persons")["case"]):
        rows += [
            row | {"doc": f"{number % 5}{row['doc']}", "start": row["start"] + 200 * number} for row in of_case(case)[0]
        ]
    return rows


def test_the_order_of_rows_and_documents_does_not_matter():
    rows = everything()
    renamed = {doc: f"{number}" for number, doc in enumerate(sorted({row["doc"] for row in rows}, reverse=True))}
    shuffled = [row | {"doc": renamed[row["doc"]]} for row in rows]
    random.Random(1).shuffle(shuffled)
    one, other = homes(rows), homes(shuffled)
    assert partition(one) == partition({(doc, at): other[renamed[doc], at] for doc, at in one})


def partition(found):
    """Which places mean the same, whatever that is called."""
    together = {}
    for place, entity in found.items():
        together.setdefault(entity, set()).add(place)
    return {frozenset(places) for places in together.values()}


def test_each_name_has_one_entity_and_each_entity_its_names():
    found, made = gathered(everything())
    entities = made.to_pylist()
    assert len({one["entity"] for one in entities}) == len(entities)
    assert sum(one["mentions"] for one in entities) == found.num_rows
    for one in entities:
        assert one["mentions"] == sum(form["count"] for form in one["forms"])
        assert one["name"] in {form["form"] for form in one["forms"]}
        assert all(form["reason"] for form in one["forms"]) or len(one["forms"]) == 1


def test_documents_that_name_others_change_no_id():
    rows = everything()
    more = [mention("zz", 10 * at, f"*Zwischenruf{at}*") for at in range(5)]
    before, after = homes(rows), homes(rows + more)
    assert before == {place: entity for place, entity in after.items() if place[0] != "zz"}


BEGIN = (
    "ба",
    "ве",
    "ги",
    "до",
    "жу",
    "зе",
    "ки",
    "лю",
    "мя",
    "но",
    "пи",
    "ру",
    "ся",
    "ту",
    "фи",
    "ха",
    "цы",
    "ча",
)
SYLLABLES = st.lists(st.sampled_from((*BEGIN, "ше", "щу")), min_size=2, max_size=4)
ENDINGS = st.sampled_from(["ов", "ев", "ин", "ский"])
LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"
ENGLISH = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", LATIN.split(" "), strict=True))
FRENCH = ENGLISH | dict(zip("жучшщюяй", ["j", "ou", "tch", "ch", "chtch", "iou", "ia", "i"], strict=True))
GERMAN = ENGLISH | dict(zip("вжзхцчшщ", ("w", "sh", "s", "ch", "z", "tsch", "sch", "schtsch"), strict=True))
GERMAN |= {"ю": "ju", "я": "ja", "й": "i"}


@given(SYLLABLES, ENDINGS)
def test_what_an_oracle_transliterates_sounds_as_it_did(syllables, ending):
    """The tables of letters, each the usual one of its language, are the oracle."""
    name = "".join(syllables) + ending
    for way in (ENGLISH, FRENCH, GERMAN):
        written = "".join(way[letter] for letter in name)
        assert sounds(written) & sounds(name), written


@given(SYLLABLES, st.sampled_from(["ов", "ев", "ин"]))
def test_each_case_of_a_family_name_leads_back_to_it(syllables, ending):
    name = "".join(syllables) + ending
    for case in ("а", "у", "ым", "е"):
        assert name in lemmas(name + case)


@given(st.lists(st.tuples(SYLLABLES, ENDINGS).map(lambda one: "".join(one[0]) + one[1]), max_size=8))
def test_words_are_parted_into_classes(words):
    found = gather_words(dict.fromkeys(words, 1))
    assert all(found.one(found.one(word)) == found.one(word) for word in words)
    assert found == gather_words(dict.fromkeys(reversed(words), 1))


def bead(a, b):
    """A row of `passages`: two spans that render each other."""
    row = {"doc_a": a[0], "start_a": a[1], "end_a": a[2], "doc_b": b[0], "start_b": b[1], "end_b": b[2]}
    return row | {"kind": "translation", "words": 9, "identity": 700, "score": 0, "support": 0, "gaps": []}


def test_titles_that_stand_beside_each_other_in_beads_are_one():
    rows, beads = [], []
    for at in (0, 100, 200):
        rows += [mention("en", at, "The Pilot’s Word", "periodical"), mention("ru", at, "Слово Лоцмана", "periodical")]
        beads.append(bead(("en", at, at + 90), ("ru", at, at + 90)))
    _, made = gathered(rows, beads)
    [entity] = made.to_pylist()
    assert {form["form"] for form in entity["forms"]} == {"The Pilot’s Word", "Слово Лоцмана"}
    assert any("3 beads" in form["reason"] for form in entity["forms"])


def test_titles_that_are_rendered_now_so_now_otherwise_are_not():
    rows, beads = [], []
    for at, other in ((0, "Слово Лоцмана"), (100, "Друг Лоцмана"), (200, "Голос Моря")):
        rows += [mention("en", at, "The Pilot’s Word", "periodical"), mention("ru", at, other, "periodical")]
        beads.append(bead(("en", at, at + 90), ("ru", at, at + 90)))
    assert len(set(homes(rows, passages=beads).values())) == 4


def test_names_of_which_pronouns_stand_in_many_places_are_one_where_no_other_comes_near():
    rows, beads = [], []
    for at in range(0, 1200, 100):
        rows += [mention("a", at, "*Vaskin*"), mention("b", at, "*Odran*")]
        beads.append(bead(("a", at, at + 90), ("b", at, at + 90)))
    for at in range(1200, 2000, 100):
        rows.append(mention("b", at, "*Odran*"))
        beads.append(bead(("a", at, at + 90), ("b", at, at + 90)))
    assert len(set(homes(rows, passages=beads).values())) == 1
    others = [mention("a", at, "*Tolmach*") for at in range(1200, 2000, 100)]
    assert len(set(homes(rows + others, passages=beads).values())) == 3


def test_a_russian_adjective_is_a_form_of_its_place():
    rows = [mention("a", 0, "Саратов", "place"), mention("b", 0, "Saratov", "place")]
    found, made = gathered(rows, texts={"a": "Саратов. Это саратовской пристани."})
    [entity] = made.to_pylist()
    assert {form["form"]: form["reason"] for form in entity["forms"]}["саратовской"].startswith(
        "саратовской is an adjective"
    )
    assert (found["start"].to_pylist()[1], found["end"].to_pylist()[1]) == (13, 24)


def of_one(*shorthands, doc="a"):
    """The mentions of one document."""
    return [mention(doc, 10 * at, shorthand) for at, shorthand in enumerate(shorthands)]


AUTHORITY = (["q/1", "person", "Hester Quill", ["H. Q.", "Esther Quille"], ["https://viaf.org/viaf/1"]],)


def test_the_authority_file_gathers_what_it_lists():
    rows = [mention("a", 0, "Hester *Quill*"), mention("b", 0, "Esther *Quille*"), mention("c", 0, "Esther *Quiller*")]
    _, made = gathered(rows, authority=AUTHORITY)
    entity = next(one for one in made.to_pylist() if one["entity"] == "q/1")
    assert {form["form"] for form in entity["forms"]} == {"Hester Quill", "Esther Quille"}
    assert entity["same_as"] == ["https://viaf.org/viaf/1"]
    assert all("authority file" in form["reason"] for form in entity["forms"])


def test_two_entries_of_the_authority_file_are_never_one():
    rows = [mention("a", 0, "Charles *Harlow*"), mention("a", 10, "(Mr.) *Harlow*"), mention("a", 20, "C. *Harlow*")]
    two = (["q/1", "person", "Charles Harlow", [], []], ["q/2", "person", "C. Harlow", [], []])
    found = homes(rows, authority=two)
    assert (found["a", 0], found["a", 20]) == ("q/1", "q/2")


def test_a_form_that_two_entries_list_is_nobodys():
    rows = [mention("a", 0, "*Harlow*")]
    two = (["q/1", "person", "Charles Harlow", ["Harlow"], []], ["q/2", "person", "Jane Harlow", ["Harlow"], []])
    assert homes(rows, authority=two) == {("a", 0): "person/harlow"}


def test_a_merge_is_undone_by_a_decision():
    rows = of_one("*Sedov*", "*Sedoff*", "*Седовым*", "*Sedov*")
    assert homes(rows)["a", 0] == homes(rows)["a", 10]
    found = homes(rows, decided=(["apart", "Sedoff", "", "Sedov", "", "Ada"],))
    assert found["a", 0] != found["a", 10]
    assert found["a", 0] == found["a", 20]


def test_what_is_not_gathered_is_by_a_decision():
    rows = [mention("a", 0, "*Quill*"), mention("a", 10, "*Kulik*"), mention("b", 0, "*Kulik*")]
    found, made = gathered(rows, decided=(["same", "Quill", "", "Kulik", "a", "Ada"],))
    entities = {(row["doc"], row["start"]): row["entity"] for row in found.to_pylist()}
    assert entities["a", 0] == entities["a", 10] != entities["b", 0]
    assert any("Ada decided" in form["reason"] for one in made.to_pylist() for form in one["forms"])


def test_a_decision_may_speak_of_one_document_alone():
    rows = of_one("Viktor *Sedov*", "*Sedov*") + of_one("Viktor *Sedov*", "*Sedov*", doc="b")
    found = homes(rows, decided=(["apart", "Sedov", "a", "Viktor Sedov", "", "Ada"],))
    assert found["a", 0] != found["a", 10]
    assert found["b", 0] == found["b", 10]


def test_reasons_say_what_was_seen():
    rows = [mention("a", 0, "*Sedov*"), mention("a", 10, "*Sedov*"), mention("a", 20, "*Седовым*")]
    _, made = gathered(rows)
    reasons = {form["form"]: form["reason"] for form in made.to_pylist()[0]["forms"]}
    assert reasons["Седовым"].startswith("Седовым is the instrumental of Седов, which is transliterated Sedov")


def test_names_have_the_columns_of_their_tables():
    found, made = gathered([])
    assert (found.num_rows, made.num_rows) == (0, 0)
    assert json.loads(json.dumps(made.to_pylist())) == []


@pytest.mark.parametrize(
    "text",
    [
        "Andrei Sedov, called Kulik, came.",
        "Andrei Sedov, who wrote under the name of “Kulik”.",
        "Andrei Sedov (pseudonym of Kulik).",
        "Andrei Sedov, genannt Kulik.",
        "Andrei Sedov, под псевдонимом «Kulik»",
    ],
)
def test_a_pen_name_is_one_person_s_where_the_text_says_so(text):
    assert len(set(homes(_of_text(text), texts={"a": text}).values())) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Andrei Sedov and Kulik",
        "Andrei Sedov, who saw Kulik",
        "Andrei Sedov called Kulik.",
        "He, Andrei Sedov, called Kulik in.",
    ],
)
def test_no_name_is_another_s_where_the_text_does_not_say_so(text):
    assert len(set(homes(_of_text(text), texts={"a": text}).values())) == 2


def _of_text(text):
    two = mention("a", 0, "Andrei *Sedov*"), mention("a", text.index("Kulik"), "*Kulik*")
    return [two[0] | {"end": 12}, two[1] | {"end": two[1]["start"] + 5}]


def test_what_one_document_takes_for_a_person_is_the_place_that_others_know():
    rows = [mention("a", 0, "*Zarech*"), mention("b", 0, "Zarech", "place")]
    found, _ = gathered(rows)
    assert found["kind"].to_pylist() == ["place", "place"]
    assert "elsewhere in the library" in found["reason"].to_pylist()[0]
    rows.append(mention("c", 0, "Viktor *Zarech*"))
    assert gathered(rows)[0]["kind"].to_pylist() == ["person", "place", "person"]


def test_a_title_in_quotation_marks_answers_the_only_paper_of_its_bead():
    text = "Я послал статью в «Рабочее Слово»."
    rows = [mention("en", 5, "The Worker’s Word", "periodical"), mention("ru", 27, "*Слово*")]
    beads = [bead(("en", 0, 50), ("ru", 0, len(text)))]
    found, made = gathered(rows, beads, texts={"ru": text, "en": ""})
    [entity] = [one for one in made.to_pylist() if one["kind"] == "periodical"]
    assert {form["form"] for form in entity["forms"]} == {"The Worker’s Word", "Рабочее Слово"}
    assert [(row["doc"], row["start"]) for row in found.to_pylist()] == [("en", 5), ("ru", 19)]


def test_of_two_titles_in_quotation_marks_none_answers():
    text = "Я послал статью в «Рабочее Слово» и «Друг Лоцмана»."
    rows = [mention("en", 5, "The Worker’s Word", "periodical")]
    assert len(homes(rows, passages=[bead(("en", 0, 50), ("ru", 0, len(text)))], texts={"ru": text, "en": ""})) == 1
