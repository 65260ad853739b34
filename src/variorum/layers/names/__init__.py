"""Names: persons, groups, places, works and periodicals, as a document names them.

What a name is, the document itself tells: a form of address, a first name or initials before it, a word that names a
body, a street or a paper; and where none of these stands beside it, how it is used through the whole document: with a
capital within sentences and never in small letters, after prepositions of place, before what persons say and do. Known
beforehand are only words of the language, usual first names, and the lands and large cities of any atlas. Left out:
what stays undecided. Wrong where a place acts as a person does, and where a common word is somebody’s name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import pyarrow as pa

from variorum.layers.languages import language_of, lexicon
from variorum.layers.names.bare import bare
from variorum.layers.names.candidates import Run, flat, genitives, runs
from variorum.layers.names.deciding import told
from variorum.layers.names.frequency import Common
from variorum.layers.names.groups import belongs, group
from variorum.layers.names.letters import dotted, letters
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.periodicals import again, running
from variorum.layers.names.persons import addresses, learnt, person
from variorum.layers.names.places import apposed, dateline, enclosed, leads, place, russian, sited, watered
from variorum.layers.names.titles import titles
from variorum.layers.names.titles.stretches import stretches
from variorum.layers.names.titles.votes import ELSEWHERE
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import is_given, stem
from variorum.layers.names.words.lands import is_land, may_be_land
from variorum.layers.names.works import collected, headed
from variorum.tables import MENTIONS

__all__ = ["mentions"]

_SMALL = re.compile(r"(?<![^\W_])[a-zß-öø-ÿа-яёѣѳі][^\W\d_]*(?:[’'-][^\W\d_]+)*")
_MARKS = '.,;:!?()[]_*“”„«»"…—–'
"""What stands before and after words and is no part of them."""


def mentions(documents: pa.Table, blocks: pa.Table, styles: pa.Table) -> pa.Table:
    """The names that one document lets tell. Spans are in code points of `documents.text`, titles of address included.

    >>> text = "At Osna Mr. Theodor Kolb met the Central Committee; Kolb was late."
    >>> documents = pa.table({"doc": ["a"], "text": [text], "language": ["en"]})
    >>> for row in mentions(documents, pa.table({}), pa.table({})).to_pylist():
    ...     print(text[row["start"] : row["end"]], row["kind"], row["family"])
    Osna place None
    Mr. Theodor Kolb person Kolb
    Central Committee group None
    Kolb person Kolb
    """
    if not documents.num_rows:
        return MENTIONS.empty()
    [document] = documents.to_pylist()
    language = language_of(document["text"], document["language"])
    kinds = _blocks(blocks)
    starts = [start for start, _, _, _ in kinds]
    text = flat(document["text"], starts)
    page = Page(text, VOCABULARIES[language.code], _small(text), common(language.code), document["text"])
    found = _found(page, document, kinds, styles)
    return MENTIONS.rows([_row(document["doc"], language.code, one) for one in found])


def _small(text: str) -> frozenset[str]:
    """The words that stand in a text in small letters."""
    pieces = set(text.split())
    whole = {piece for piece in pieces if piece.isalpha()}
    others = {piece.strip(_MARKS) for piece in pieces - whole}
    parts = _SMALL.findall(" ".join(others - whole))
    return frozenset(parts).union(piece for piece in whole if piece[0].islower())


@cache
def common(code: str) -> Common:
    """The common words of a language."""
    return Common(code)


def _blocks(blocks: pa.Table) -> list[tuple[int, int, str, str | None]]:
    names = ("start", "end", "kind", "label")
    if not blocks.num_rows:
        return []
    return list(zip(*(blocks[name].to_pylist() for name in names), strict=True))


def _found(
    page: Page, document: dict[str, Any], kinds: Sequence[tuple[int, int, str, str | None]], styles: pa.Table
) -> list[Mention]:
    """Every name of a document, in order."""
    set_apart = stretches(page, styles)
    named = list(titles(page, set_apart))
    headings = [(start, end, label) for start, end, kind, label in kinds if kind == "heading"]
    named += headed(page, document.get("title"), headings)
    named += dotted(page)
    all_runs = _outside(list(runs(page.text, page.vocabulary)), kinds, named)
    if page.vocabulary.code == "de":
        all_runs = genitives(all_runs, page.common)
    whole = list(collected(page, all_runs))
    named += whole
    for word in (document.get("author") or "").split()[-1:]:
        page.persons[stem(word)] = "the document’s author"
    begun = {one.start for one in whole}
    left = [run for run in all_runs if run.start not in begun]
    papers = list(running(page, left))
    page.papers.update((name, ELSEWHERE) for name in _sure(page, papers))
    page.papers.update((name.casefold(), why) for name, why in bare(page, left, [one.name for one in papers]).items())
    return _apart([*named, *papers, *_told(page, all_runs, frozenset((one.start, one.end) for one in set_apart))])


def _sure(page: Page, papers: Sequence[Mention]) -> Iterator[str]:
    """The names of papers that surely are such, and stand unmarked no more often than their places bear."""
    for name, often in Counter(one.name for one in papers if one.likely > 0.8).items():
        usual = any(page.common(word.casefold()) for word in name.split())
        if page.text.count(name) <= (4 if usual else 16) * often:
            yield name.casefold()


def _outside(
    all_runs: list[Run], kinds: Iterable[tuple[int, int, str, str | None]], named: Sequence[Mention]
) -> list[Run]:
    """The runs that stand neither in furniture nor within a title."""
    away = [(start, end) for start, end, kind, _ in kinds if kind == "furniture"]
    away += [(one.start, one.end) for one in named]
    away.sort()
    kept, at = [], 0
    for run in all_runs:
        while at < len(away) and away[at][1] <= run.start:
            at += 1
        if at == len(away) or run.end <= away[at][0]:
            kept.append(run)
    return kept


def _told(page: Page, all_runs: Sequence[Run], apart: frozenset[tuple[int, int]]) -> list[Mention]:
    """Persons, groups and places: first what words beside them tell, then what their use tells."""
    found: list[Mention] = []
    weak: list[Run] = []
    page.within.update(run.words[0] for run in all_runs if len(run.words) == 1 and not run.opens)
    for at, run in enumerate(all_runs):
        if found and run.start < found[-1].end:
            continue
        one = _one(page, all_runs, at)
        if one is None and run.opens and len(run.words) > 1 and _idle(page, run.words[0]):
            run = _rest(page, run)
            one = _one(page, [run, *all_runs[at + 1 : at + 3]], 0)
        if one is None:
            weak.append(run)
            continue
        found.append(one)
        if one.kind == "group" and (called := letters(page, one)):
            page.letters.add(called)
        if one.kind == "place":
            page.spots.update((one.start, one.end))
            if one.likely > 0.8:
                page.places.setdefault(one.name, one.reason)
        if one.kind == "person":
            page.ends.update((one.start, one.end))
            page.persons.update(learnt(one))
    return found + told(page, weak, apart)


def _idle(page: Page, word: str) -> bool:
    """Whether a word that opens a sentence has its capital from that."""
    low = word.casefold()
    seldom = page.vocabulary.code == "en" and page.common.seldom(low) and not _ADVERB.search(low)
    frequent = page.common.frequent(low) and not seldom
    return low in page.small or (frequent and not is_given(word))


_ADVERB = re.compile(r"(?:ly|upon|fore|after|withstanding|ward|wards|ing|ed|eth)$|^(?:where|there|here)")
"""How words end or begin that open sentences though they are seldom."""


def _rest(page: Page, run: Run) -> Run:
    """A run without its first word."""
    start = page.text.index(run.words[1], run.start + len(run.words[0]))
    return run._replace(start=start, words=run.words[1:], before=run.words[0], opens=False)


def _one(page: Page, all_runs: Sequence[Run], at: int) -> Mention | None:
    """What words beside a run tell of it, and its own."""
    run = all_runs[at]
    if page.letters and run.name in page.letters:
        return Mention(run.start, run.end, "group", run.name, 0.9, "the first letters of a group that is named before")
    sort = _sort(page.vocabulary.code, run.words) if len(run.words) == 1 else ""
    if sort == "land" and _called(page, run):
        return None
    if sort == "land" and page.vocabulary.code == "ru" and (site := russian(page, run)):
        return site
    if sort == "land":
        return Mention(run.start, run.end, "place", run.words[0], 0.95, "a well-known place")
    if sort == "plain":
        one = sited(page, run) if leads(page.vocabulary.code, run.before) else None
        one = one or (person(page, run) if addresses(page.vocabulary.code, run.before) else None)
        one = one or (watered(page, run) if run.before == "the" else None)
    else:
        one = place(page, run) or group(page, all_runs, at) or person(page, run)
    if one is None and run.after[:1] == ",":
        one = (dateline(page, run) if run.opens else None) or apposed(page, run)
    return one or (again(page, run) if page.papers or page.here else None) or enclosed(page, run)


def _called(page: Page, run: Run) -> bool:
    """Whether the name of a land is here that of a person who is named in full before."""
    if stem(run.words[0]) not in page.persons or run.after[:1] == ",":
        return False
    before = run.before.casefold()
    placed = before in lexicon(page.vocabulary.locative) or before in ("to", "from", "of", "the", "von", "de", "из")
    return not placed or run.owner


@lru_cache(1 << 16)
def _sort(code: str, words: tuple[str, ...]) -> str:
    """Whether a single word is the name of a land, or plain: in no list, so that only what stands beside it tells."""
    word, vocabulary = words[0], VOCABULARIES[code]
    if is_land(word):
        return "land"
    low = word.casefold()
    lists = (vocabulary.titles, vocabulary.bodies, vocabulary.alone, vocabulary.peoples)
    listed = any(low in lexicon(one) or low.rstrip(".") in lexicon(one) for one in lists)
    told = listed or may_be_land(word) or is_given(word) or not word.isalpha() or word.isupper() or code in ("ru", "de")
    begun = re.match(vocabulary.phrases.split(" ")[0], word) is not None
    return "" if told or begun or belongs(code, word) else "plain"


def _apart(found: list[Mention]) -> list[Mention]:
    """In order, no two of one kind over the same place, and one of two kinds at one span."""
    found.sort(key=lambda one: (one.start, -one.end, -one.likely))
    kept: list[Mention] = []
    ends: dict[str, int] = {}
    for one in found:
        if one.start < ends.get(one.kind, 0) or (kept and (kept[-1].start, kept[-1].end) == (one.start, one.end)):
            continue
        kept.append(one)
        ends[one.kind] = one.end
    return kept


def _row(doc: str, code: str, one: Mention) -> dict[str, Any]:
    return {"doc": doc, "language": code, **one._asdict()}
