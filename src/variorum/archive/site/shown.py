"""What the library itself shows of a text's life, beside what is said of it: facts that were computed, each with its
place, and no more than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from variorum.archive.plain import plain
from variorum.archive.site import claims
from variorum.archive.site.edition import Document, Edition, page_of, place_of
from variorum.archive.site.grouping import Rows, codes_of, grouped
from variorum.archive.site.lives import Life, edition_named
from variorum.archive.site.names import page_name
from variorum.archive.site.openings import opening
from variorum.archive.site.prose import count, date, language
from variorum.archive.site.rows import Check
from variorum.archive.site.standing import Text

MOST = 12
"""How many facts of one sort are listed."""
BEADS = 3
"""So many pairs of sentences at least render each other where a text counts as translated."""


class Fact(NamedTuple):
    """Something that the library shows: said in words, with a document that it is linked to."""

    before: str
    document: Document | None
    href: str
    after: str = ""
    words: str = ""
    """The words that it is about."""
    also: tuple[str, str] = ("", "")
    """Where else it is to be read, and how that is called."""


class Shown(NamedTuple):
    """The facts of one sort, and how many more there are."""

    facts: Sequence[Fact]
    unlisted: int


class Evidence(NamedTuple):
    """The tables by the document that a text stands in."""

    quoting: Rows
    """Checks by the document that was found as the source."""
    having: Rows
    """Omissions by the document that has the words."""
    lacking: Rows
    """Omissions by the document that lacks them."""


def evidence(edition: Edition) -> Evidence:
    """The evidence of an edition, laid out once for all lives."""
    checks, omissions = edition.tables["checks"], edition.tables["omissions"]
    size = len(edition.documents)
    sources = codes_of(checks, "source_doc", edition.numbers)
    quoting = grouped(checks, sources, size, ("doc", "source_end", *Check._fields))
    columns = ("doc", "at", "other_doc", "other_start", "other_end", "marked", "words")
    having, lacking = (codes_of(omissions, name, edition.numbers) for name in ("other_doc", "doc"))
    return Evidence(quoting, grouped(omissions, having, size, columns), grouped(omissions, lacking, size, columns))


def shown(edition: Edition, found: Evidence, life: Life) -> dict[str, Shown]:
    """What the library shows of each stage of a life."""
    if name := "" if life.texts else edition_named(edition, life.name):
        return _edition(edition, name)
    told = {
        "written": list(_written(edition, life)),
        "copied": list(_copied(edition, life)),
        "printed": list(_printed(edition, life)),
        "edited": list(_omitted(edition, found, life)),
        "translated": list(_translated(edition, life)),
        "quoted": list(_quoted(edition, found, life)),
    }
    return _bounded(told)


def _bounded(told: Mapping[str, Sequence[Fact]]) -> dict[str, Shown]:
    return {stage: Shown(facts[:MOST], len(facts[MOST:])) for stage, facts in told.items() if facts}


def _edition(edition: Edition, name: str) -> dict[str, Shown]:
    """The documents of an edition, and what the audit found to be lacking or cut in it, the largest first."""
    mine = [one for one in edition.documents if one.edition == name]
    has = [Fact("Has", one, page_of(edition, one.number), count(one.words, "word")) for one in mine]
    rows = [row for row in edition.tables["audits"].to_pylist() if plain(row["edition"]) == name]
    rows.sort(key=lambda row: (-row["words"], row["finding"] != "shortened", row["doc"], row["start"]))
    facts = [fact for row in rows if not _is_rendered(edition, row, mine) for fact in _audited(edition, row)]
    once = {(fact.href, fact.words): fact for fact in reversed(facts)}  # shortened and lacking: the former says more
    return _bounded({"printed": has, "edited": [fact for fact in facts if once[fact.href, fact.words] is fact]})


def _is_rendered(edition: Edition, row: Mapping[str, Any], mine: Sequence[Document]) -> bool:
    """Whether the edition has in translation what it was found to lack."""
    numbers, number = {one.number for one in mine}, edition.numbers.get(row["doc"])
    if row["finding"] != "lacks" or number is None:
        return False
    first, last = int(row["start"]), int(row["end"])
    beads = [bead for bead in edition.renderings.of(number) if bead[2] in numbers]
    return sum(int(start) < last and first < int(end) for start, end, *_ in beads) >= BEADS


def _audited(edition: Edition, row: Mapping[str, Any]) -> Iterator[Fact]:
    cut = row["finding"] == "shortened"
    doc, start, end = (row[f"{'other_' if cut else ''}{name}"] for name in ("doc", "start", "end"))
    if row["finding"] in ("lacks", "shortened") and doc in edition.numbers and row["doc"] in edition.numbers:
        number = edition.numbers[doc]
        words = opening(edition.texts[number], start, end, 20)
        also = (
            (place_of(edition, edition.numbers[row["doc"]], row["start"]), "where it is shorter") if cut else ("", "")
        )
        how = "shorter in this edition" if cut else "not found in this edition"
        place = place_of(edition, number, start)
        yield Fact("", edition.documents[number], place, f"{count(row['words'], 'word')}, {how}", words, also)


def title_of(edition: Edition, text: Text) -> str:
    """What a text is called: as its document, or as the program takes it for."""
    if text.whole:
        return edition.documents[text.document].title
    one = text.embedded
    if one is None or not (one.author or one.addressee or one.work or one.composed):
        words = edition.texts[text.document]
        first = next((at for at in range(text.start, text.end) if words[at].isalnum()), text.start)
        return f"“{opening(words, first, text.end, 8)}”"
    said = claims.headed(one, edition.periodicals)
    return said[:1].upper() + said[1:]


def _place(edition: Edition, text: Text) -> tuple[Document, str]:
    return edition.documents[text.document], place_of(edition, text.document, text.start)


def _written(edition: Edition, life: Life) -> Iterator[Fact]:
    for text in life.texts:
        document, href = _place(edition, text)
        if text.embedded is not None:
            yield Fact("", document, href, f"taken for {claims.headed(text.embedded, edition.periodicals)}")
        elif text.whole and (document.composed or document.author):
            when = f"dated {date(document.composed)}" if document.composed else ""
            who = f"by {document.author}" if document.author else ""
            yield Fact("", document, href, f"{', '.join(filter(None, [when, who]))}, as the library has it")


def _copied(edition: Edition, life: Life) -> Iterator[Fact]:
    """Where it stands, if that is more than once; the original is not told from the copies."""
    if len(life.texts) + len(life.elsewhere) > 1:
        for text in life.texts:
            document, href = _place(edition, text)
            words = len(edition.texts[text.document][text.start : text.end].split())
            after = ", ".join(filter(None, [count(words, "word"), language(document.language)]))
            yield Fact("Stands in", document, href, after, "", _side_by_side(edition, text))
    for link in life.elsewhere:
        if not link.rendered:
            document, href = edition.documents[link.document], place_of(edition, link.document, link.start)
            yield Fact("Stands inside", document, href, f"{min(100, round(100 * link.share))} in 100 of it")


def _side_by_side(edition: Edition, text: Text) -> tuple[str, str]:
    """The page of the tradition that this text is a witness of."""
    for tradition, start, end, siglum in edition.witnesses.of(text.document):
        shared = min(end, text.end) - max(start, text.start)
        if 2 * shared > max(end, text.end) - min(start, text.start):
            return page_name("traditions", tradition), f"witness {siglum}, side by side"
    return "", ""


def _printed(edition: Edition, life: Life) -> Iterator[Fact]:
    for text in life.texts:
        document, href = _place(edition, text)
        where = claims.named(text.embedded.published_in) if text.embedded else ""
        if where:
            yield Fact("", document, href, f"taken for published in {where}")
        elif text.whole and (document.published or document.edition or document.source):
            when = f"published {date(document.published)}" if document.published else ""
            after = [when, f"in {document.edition}" if document.edition else "", document.source or ""]
            yield Fact("", document, href, f"{', '.join(filter(None, after))}, as the library has it")


def _translated(edition: Edition, life: Life) -> Iterator[Fact]:
    for link in life.elsewhere:
        if link.rendered:
            document, href = edition.documents[link.document], place_of(edition, link.document, link.start)
            yield Fact("Rendered inside", document, href, f"{min(100, round(100 * link.share))} in 100 of it")
    seen = set()
    for text in life.texts:
        this, beads = edition.documents[text.document], Counter[int]()
        for start, end, other, *_ in edition.renderings.of(text.document):
            beads[other] += start < text.end and text.start < end
        for other, number in sorted(beads.items()):
            a, b = sorted((this, edition.documents[other]), key=lambda one: one.number)
            if number >= BEADS and (a, b) not in seen:
                seen.add((a, b))
                path = page_name("translations", f"{a.doc} {b.doc}")
                after = f"and {edition.documents[other].title}: {count(number, 'pair')} of sentences render each other"
                yield Fact("", this, place_of(edition, text.document, text.start), after, "", (path, "side by side"))


def _quoted(edition: Edition, found: Evidence, life: Life) -> Iterator[Fact]:
    """Quotations that were found in it, the longest first; not those that stand in a copy of it."""
    rows = []
    for text in life.texts:
        for doc, source_end, *row in found.quoting.of(text.document):
            check, number = Check._make(row), edition.numbers.get(doc)
            start = check.source_start or 0
            if number is not None and text.start <= start and (source_end or start) <= text.end:
                rows.append((-check.words, number, check.start, check))
    for _, number, start, check in sorted(rows):
        if not any(one.document == number and one.start <= start < one.end for one in life.texts):
            how = ", ".join(words for _, words in claims.judged(check))
            words = opening(edition.texts[number], check.start, check.end, 20)
            yield Fact("", edition.documents[number], place_of(edition, number, start), how, words)


def _omitted(edition: Edition, found: Evidence, life: Life) -> Iterator[Fact]:
    """What one of its copies or translations has and another lacks, the largest first, each once."""
    rows = set()
    for text in life.texts:
        for row in found.having.of(text.document):
            doc, other, start = row[0], row[2], row[3]
            if doc != other and doc in edition.numbers and text.start <= start < text.end:
                rows.add(row)
        for row in found.lacking.of(text.document):
            if row[0] != row[2] and row[2] in edition.numbers and text.start <= row[1] <= text.end:
                rows.add(row)
    for doc, at, other, start, end, marked, words in sorted(rows, key=lambda row: (-row[6], *row[:4])):
        having, lacking = edition.numbers[other], edition.numbers[doc]
        there = place_of(edition, lacking, at), "where they are lacking"
        title, how = edition.documents[lacking].title, "marked" if marked else "in silence"
        after = f"{count(words, 'word')} not in {title}, {how}"
        said = opening(edition.texts[having], start, end, 20)
        yield Fact("", edition.documents[having], place_of(edition, having, start), after, said, there)
