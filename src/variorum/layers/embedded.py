"""Documents inside a document: where each begins and ends, what it is, and what its introduction says of it.

Found by block quotation, by quotation marks that take whole paragraphs, or by nothing but an introduction, the form of
first and last paragraphs and the words between (`stretches.py`). Left alone: dialogue, tables, notes, single lines that
nothing introduces, and a text that is the document itself. Wrong most often: where a document without marks ends, if
neither a signature nor the author's past tense says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pyarrow as pa

from variorum.layers.attributions import Attribution, attribution, brings_in
from variorum.layers.imprints import edtf
from variorum.layers.introductions import kind_named, points_forward, sentences
from variorum.layers.languages import Language, language_of
from variorum.layers.page import Mark, Page
from variorum.layers.paragraphs import paragraphs
from variorum.layers.persons import credible
from variorum.layers.sequels import attribution_after
from variorum.layers.setting import words_there
from variorum.layers.signatures import is_named, signature
from variorum.layers.signs import EDGES, words_in
from variorum.layers.stretches import Stretch, stretches
from variorum.tables import EMBEDDED

_BLOCK_REASON = {
    "block": "set as a block quotation",
    "marks": "stands in quotation marks",
    "words": "no marks: told by what introduces it and by its own words",
}
_LONGEST_REASON = 120
HABIT = 5
"""Where so many block quotations are no more than words in marks, that is how the document quotes."""
_MARKED = re.compile(r"[\"“„«‘']")
SIGNING = 5
"""How many words a line above a signature has at most that belongs to it."""


def embedded(documents: pa.Table, blocks: pa.Table, quoted: pa.Table, *, whole_share: float = 0.9) -> pa.Table:
    r"""The documents that stand inside one document.

    A stretch that has more than `whole_share` of a document's words is the document itself, and is not listed. Spans
    are in code points of `documents.text`; the marks of quotation are inside.

    >>> text = "On Monday he got this letter:\n\n“Dear Sir, I am well.\n\n“Yours truly, Ann Lake.”\n\nShe was ill."
    >>> documents = pa.table({"doc": ["a"], "text": [text], "language": ["en"]})
    >>> spans = [(0, 29), (31, 53), (55, 80), (82, 94)]
    >>> blocks = pa.table({"start": [s for s, _ in spans], "end": [e for _, e in spans], "kind": ["paragraph"] * 4,
    ...     "level": [0] * 4, "label": [None] * 4})
    >>> from variorum.layers.quoted import quoted
    >>> row = embedded(documents, blocks, quoted(documents, blocks)).to_pylist()[0]
    >>> text[row["start"]:row["end"]][:9], row["kind"], row["closed"]
    ('“Dear Sir', 'letter', True)
    """
    if not documents.num_rows:
        return EMBEDDED.empty()
    doc, text = documents["doc"][0].as_py(), documents["text"][0].as_py()
    language = language_of(text, documents["language"][0].as_py() if "language" in documents.column_names else None)
    marks = _marks(quoted)
    page = Page(paragraphs(text, blocks), language, marks)
    there = words_there(text)
    found = stretches(page, marks)
    said = {one.first for one in found if _is_said(page, one)}
    rows = [_row(doc, text, page, one, there) for one in found if len(said) < HABIT or one.first not in said]
    return EMBEDDED.rows([row for row in rows if not _is_all(page, row, whole_share)])


def _marks(quoted: pa.Table) -> list[Mark]:
    columns = ("start", "end", "form", "closed", "depth")
    rows = zip(*(quoted[name].to_pylist() for name in columns), strict=True)
    kept = [row for row in rows if row[2] != "block"]
    outer = _outermost(kept)
    return [Mark(start, end, form == "paragraphs", closed) for start, end, form, closed, _ in outer]


def _is_said(page: Page, one: Stretch) -> bool:
    """Whether a block quotation may be what somebody says: it stands in marks, and nothing makes it a paper."""
    if one.how != "block" or one.signs or one.introduced.kind or one.introduced.forward:
        return False
    said = "\n".join(page.paragraphs[at].text for at in range(one.first, one.last + 1)).strip(" \n_*>")
    return bool(_MARKED.match(said)) and _kind(page, one) == "document"


def _outermost(rows: list[Any]) -> list[Any]:
    """The quotations in marks that stand in no other in marks, by start."""
    out: list[Any] = []
    for row in sorted(rows, key=lambda row: (row[0], -row[1])):
        if not out or row[0] >= out[-1][1]:
            out.append(row)
    return out


def _is_all(page: Page, row: dict[str, Any], share: float) -> bool:
    """Whether hardly any of the document's own paragraphs is outside."""
    inside = outside = 0
    if 2 * (row["end"] - row["start"]) < share * page.paragraphs[-1].end:
        return False
    for one in page.paragraphs:
        if one.kind != "heading":
            inside += len(one.text) * (row["start"] <= one.start < row["end"])
            outside += len(one.text) * (not row["start"] <= one.start < row["end"])
    return inside > share * (inside + outside)


def _row(doc: str, text: str, page: Page, one: Stretch, there: Callable[[str], bool]) -> dict[str, Any]:
    first, last = page.paragraphs[one.first], page.paragraphs[one.last]
    start, end = first.within if one.how == "block" and first.within else (first.start, last.end)
    end = max(end, one.mark.end) if one.mark and one.mark.closed else end
    start, end = _trimmed(text, start, end)
    told = _told(page, one, there)
    return {
        "doc": doc,
        "start": start,
        "end": end,
        "kind": _kind(page, one),
        **told._asdict(),
        "opened": one.how != "words" or "a salutation" in one.signs or "a title" in one.signs,
        "closed": _closed(one),
        "reason": _reason(page, one, told),
    }


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _closed(one: Stretch) -> bool:
    return one.how == "block" or "a signature" in one.signs or bool(one.mark and one.mark.closed)


def _kind(page: Page, one: Stretch) -> str:
    """What its introduction calls it, else its first lines, else what its form says."""
    if all(page.paragraphs[at].kind == "verse" for at in range(one.first, one.last + 1)):
        return "verse"
    before = page.paragraphs[one.first - 1].text if one.first else ""
    named = (
        one.introduced.kind
        or attribution_after(_following(page, one), page.language)[1]
        or _named_before(before, page.language)
    )
    head = " ".join(page.paragraphs[at].text for at in range(one.first, min(one.first + 2, one.last + 1)))
    titled = page.signs(one.first).titled or page.paragraphs[one.first].kind == "heading"
    if named is None or (named == "document" and titled):
        named = (kind_named(words_in(head.casefold()), page.language) if titled else None) or named
    if named in (None, "document") and "a salutation" in one.signs:
        return "letter" if _to_one(page, one) else "proclamation"
    return named or "document"


def _named_before(text: str, language: Language) -> str | None:
    """The kind of document that the paragraph before it brings in or points to: “The following letter ...”."""
    told = sentences(text)
    for back, sentence in enumerate(reversed(told)):
        low = sentence.casefold()
        brought = brings_in(low) if not back or _OF_IT.match(told[-1]) else None
        introduced_itself = back and ":" in sentence
        if brought or (points_forward(low, language) and not introduced_itself):
            return kind_named(words_in(brought or low), language)
        if back == 1 and _OF_IT.match(told[-1]):
            return kind_named(words_in(low), language)
    return None


_OF_IT = re.compile(r"(?:It|He|She|They|Es|Er|Sie|Il|Elle|Он|Она|Оно)\s")
"""How a sentence begins that goes on about what the one before named."""


def _to_one(page: Page, one: Stretch) -> bool:
    """Whether its salutation is a private one."""
    words = {
        word.casefold()
        for word in words_in(
            page.paragraphs[one.first].text[:60] + " " + page.paragraphs[min(one.first + 1, one.last)].text[:60]
        )
    }
    return bool(
        words & {"dear", "dearest", "sir", "madam", "cher", "chère", "monsieur", "lieber", "liebe", "дорогой", "милый"}
    )


def _told(page: Page, one: Stretch, there: Callable[[str], bool]) -> Attribution:
    """What the introduction says, and where it is silent the document's own first and last lines."""
    before = page.paragraphs[one.first - 1] if one.first else None
    told = attribution(before.text, page.language) if before and before.kind != "rule" else Attribution()
    dates = [at for at in (one.first, one.first + 1, one.last) if one.first <= at <= one.last and page.signs(at).dated]
    signed = one.last > one.first and page.signs(one.last).signs_off
    after, _ = attribution_after(_following(page, one), page.language)
    told = told._replace(author=told.author or after)
    author = told.author if told.author and is_named(told.author, there, page.language) else None
    if author is None and signed:
        author = signature(_foot(page, one), there, page.language)
    if author and _is_place(author, before.text if before else "", page.paragraphs[one.first].text, there):
        author = None
    return told._replace(
        author=credible(author, page.language) if author != told.published_in else None,
        addressee=credible(told.addressee, page.language),
        composed=told.composed
        or (edtf(" ".join(page.paragraphs[dates[0]].text.strip(EDGES).split()), page.language) if dates else None),
        work=told.work or _heading(page, one),
    )


def _is_place(name: str, before: str, first: str, there: Callable[[str], bool]) -> bool:
    """Whether a document is from a place, and not by somebody: a despatch from Osna, where things happen in Osna."""
    if " " in name or not re.search(rf"\b(?:from|de|d[’']|von)\s*{re.escape(name)}\b", before):
        return False
    heads = re.match(rf"\W*{re.escape(name)}\s*[,.(]", first, re.IGNORECASE)
    return bool(heads) or any(there(f" {small} {name}{stop}") for small in ("in", "at", "à") for stop in " ,.")


def _following(page: Page, one: Stretch) -> str:
    """The paragraph after it, if that is a sentence that goes on."""
    after = page.paragraphs[one.last + 1] if one.last + 1 < len(page.paragraphs) else None
    return after.text if after and after.kind == "paragraph" else ""


def _foot(page: Page, one: Stretch) -> str:
    """The last paragraph with the short ones before it: a signature may have several lines, a paragraph each."""
    first = one.last
    while first - 1 > one.first and one.last - first < 3 and len(page.words(first - 1)) <= SIGNING:
        if page.paragraphs[first - 1].text.rstrip()[-1:] in ":?!;":
            break
        first -= 1
    return "\n".join(page.paragraphs[at].text.strip(EDGES) for at in range(first, one.last + 1))


def _heading(page: Page, one: Stretch) -> str | None:
    first = page.paragraphs[one.first]
    return " ".join(first.text.split()).strip("_*. ") if first.kind == "heading" and one.last > one.first else None


def _reason(page: Page, one: Stretch, told: Attribution) -> str:
    sentence = one.introduced.sentence
    shown = sentence if len(sentence) <= _LONGEST_REASON else "… " + sentence[-_LONGEST_REASON:]
    parts = [_BLOCK_REASON[one.how]]
    parts += [f"introduced by “{shown}”"] if one.introduced.strength else []
    parts += [f"it has {', '.join(one.signs)}"] if one.signs else []
    if one.mark and not one.mark.closed:
        after = page.paragraphs[one.last + 1].text[:60] if one.last + 1 < len(page.paragraphs) else ""
        parts.append(
            f"its quotation is never closed: it ends where the author speaks again (“{' '.join(after.split())}”)"
        )
    if told.author is None:
        parts.append("who wrote it could not be told")
    return "; ".join(parts)
