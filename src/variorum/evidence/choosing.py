"""Which of several places a quotation comes from.

The rule, in this order: the place that is named beside the quotation, as its author or in a reference; one that is no
quotation itself; the one that has more of its words; the one that was written first; the one that is named most beside
quotations of this library. Where nothing decides, the source is called undecided, and the others are named with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, NamedTuple

from variorum.evidence.attributions import same_name, words_of_name
from variorum.evidence.candidates import Candidate
from variorum.evidence.holding import Held, Opened, held, opened
from variorum.evidence.laying import Row
from variorum.evidence.relations import verdict
from variorum.evidence.shelves import INSIDE, Shelves, Stretch
from variorum.evidence.well_quoted import WEIGHTY, weight

HALF, FEW, ENOUGH, WORSE = 0.5, 0.5, 0.4, 0.2
"""What share of a quotation a place has to cover; what share of its words has to stand there, of a short one and of a
longer; and by how much less than where most of them do."""
LONG = 20
"""From how many words on a quotation is long: a formula that two texts use makes up half of a short one."""
FEWEST = 4
"""A quotation of fewer words is nobody's in particular, unless its source is named."""
MOST = 4
"""How many places are held against a quotation word by word."""
AROUND, COPIED = 40, 300
"""From how many code points on that two texts share around a quotation, both in marks, one copies the other, quotation
and all; and from how many on in any case."""
FINE = 10
"""To one part in so many are the shares of words told apart."""
MOSTLY = 0.6
"""From what share of the words that agree on in quotation marks a place is a quotation itself, cut up as it may be."""


class Quotation(NamedTuple):
    """A quotation: where it stands, without its marks, its words, and what stands beside it."""

    doc: str
    start: int
    end: int
    words: Row
    said: str | None
    """Whom its document names as speaking."""
    cited: str | None
    """What a reference beside it points to."""
    adjacent: bool
    """Whether nothing stands between it and that reference."""
    depth: int
    """1 for a quotation by the author of its document, 2 for one inside it, and so on."""


class Source(NamedTuple):
    """A place that a quotation may come from."""

    held: Held
    named: bool
    quoted: tuple[int, str | None] | None
    """The quotation that the place itself stands in, if it does: which, and whose voice it is."""
    printed: str | None
    """Who wrote the letter or the like that is printed there and that the place is part of, where that is known."""

    @property
    def doc(self) -> str:
        """Its document."""
        return self.held.candidate.doc


class Choice(NamedTuple):
    """The source that was chosen, the places that would do as well, and whether that is undecided."""

    source: Source
    rivals: list[Source]
    undecided: bool
    authors: tuple[str, ...]
    """Who wrote the other documents that share these words, sources or not."""


def chosen(
    quotation: Quotation,
    of: list[Candidate],
    shelves: Shelves,
    popular: Mapping[str, int],
    copies: Set[tuple[str, str]],
    well: Set[str],
) -> Choice | None:
    """The source of a quotation among the documents that share enough with it; None where none of them can be it.

    `popular`: beside how many quotations each document is named; `copies`: which documents are a copy of which; `well`:
    from which documents much is surely quoted.
    """
    able = [one for one in of if is_able(one, quotation.doc, (quotation.start, quotation.end), shelves, copies)]
    span = quotation.start, quotation.end
    able.sort(
        key=lambda one: (-named(quotation, one.doc, shelves), -one.covers(*span), -popular.get(one.doc, 0), one.doc)
    )
    sources = _sources(quotation, _some(able, shelves), shelves, well)
    sources.sort(key=lambda one: _rank(one, shelves, popular))
    if not sources:
        return None
    others = {shelves.facts[one.doc].author for one in of if one.doc != sources[0].doc}
    return _choice(sources, shelves, tuple(sorted(filter(None, others))))


def is_able(one: Candidate, doc: str, span: tuple[int, int], shelves: Shelves, copies: Set[tuple[str, str]]) -> bool:
    """Whether a document may be the source of a stretch of another: it has half of it, is no copy, and not later."""
    return (
        not one.translated
        and one.covers(*span) >= HALF * (span[1] - span[0])
        and (doc, one.doc) not in copies
        and not _is_copy(one, doc, span, shelves)
        and not shelves.is_later(one.doc, doc)
    )


def quoted_in(quotation: Quotation, able: list[Candidate], shelves: Shelves, copies: Set[tuple[str, str]]) -> list[str]:
    """What the documents are called that quote the same words, and are no copy of the one that is looked at."""
    inside = [
        shelves.name(one.doc)
        for one in able
        if not one.translated
        and (quotation.doc, one.doc) not in copies
        and shelves.quotations.within(one.doc, one.start, one.end) >= MOSTLY * (one.end - one.start)
    ]
    return list(dict.fromkeys(inside))


def _some(able: list[Candidate], shelves: Shelves) -> list[Candidate]:
    """The first few, and the first few of those that are in no quotation marks themselves."""
    bare = [one for one in able if not _is_quoted(one, shelves)]
    return list(dict.fromkeys([*bare[:MOST], *able[:MOST]]))


def _is_quoted(one: Candidate, shelves: Shelves) -> bool:
    return any(True for _ in shelves.quotations.around(one.doc, one.start, one.end))


def _is_copy(one: Candidate, doc: str, span: tuple[int, int], shelves: Shelves) -> bool:
    """Whether two texts share what stands around a quotation, too."""
    around = shelves.own(doc, one.pieces[0].start, span[0]) + shelves.own(doc, span[1], one.pieces[-1].end)
    if around <= AROUND:
        return False
    first, last = one.pieces[0], one.pieces[-1]
    ratio = (last.other_end - first.other_start) / max(1, last.end - first.start)
    start = first.other_start + max(0, round((span[0] - first.start) * ratio))
    end = last.other_end - max(0, round((last.end - span[1]) * ratio))
    middle = (start + end) // 2
    quoted = any(True for _ in shelves.quotations.around(one.doc, middle, middle))
    return quoted or around > COPIED + span[1] - span[0]


def named(quotation: Quotation, doc: str, shelves: Shelves) -> bool:
    """Whether what stands beside a quotation names a document, or its author."""
    author = shelves.facts[doc].author
    said = frozenset(words_of_name(quotation.said or ""))
    by_author = same_name(quotation.said or "", author) if author else bool(said and said <= shelves.called[doc])
    return by_author or bool(quotation.cited and cites(quotation.cited, doc, shelves))


def cites(cited: str, doc: str, shelves: Shelves) -> bool:
    """Whether a reference is to a document: by the name of a book of it, or by its title before the page."""
    return shelves.refers(cited, doc) or shelves.entitled(cited.rpartition(", ")[0], doc)


def _sources(quotation: Quotation, able: list[Candidate], shelves: Shelves, well: Set[str]) -> list[Source]:
    """Those that have enough of a quotation's words and that it may be taken from.

    Words are laid only where that can change anything: not where too few can be the same, nor where a place that can be
    no source itself could only show that these words stand elsewhere.
    """
    long = len(quotation.words.keys)
    hopeless = [_is_hopeless(quotation, one, shelves) for one in able]
    if all(hopeless) or (long < FEWEST and not any(named(quotation, one.doc, shelves) for one in able)):
        return []
    least = ENOUGH if long >= LONG else FEW
    sources, most = list[Source](), 0.0
    places = [_opened(quotation, one, shelves) for one in able]
    for vain, place in sorted(zip(hopeless, places, strict=True), key=lambda one: (one[0], -one[1].most)):
        needed = any(one.held.agreement < place.most - WORSE for one in sources) if vain else True
        if needed and place.most >= max(least, most - WORSE) and (one := _source(quotation, place, shelves)):
            most = max(most, one.held.agreement)
            if (one.named or _tells(one, long, well)) and (not one.quoted or _may_be_source(quotation, one, shelves)):
                sources.append(one)
    return [one for one in sources if one.held.agreement >= max(least, most - WORSE)]


def _tells(one: Source, long: int, well: Set[str]) -> bool:
    """Whether words are somebody's in particular, though nobody names the place."""
    sure = one.doc in well or weight(one.held.candidate) >= WEIGHTY
    return long >= FEWEST and (sure or _is_kept(one.held))


def _is_kept(held: Held) -> bool:
    """Whether nothing is altered, and nothing left out without a mark."""
    found = verdict(held, {})
    return found.relation in ("verbatim", "accidentals") and found.completeness != "silent cut"


def _opened(quotation: Quotation, one: Candidate, shelves: Shelves) -> Opened:
    return opened(quotation.words, (quotation.start, quotation.end), one, shelves.text(one.doc))


def _is_hopeless(quotation: Quotation, one: Candidate, shelves: Shelves) -> bool:
    """Whether a place is a quotation itself and can be no source."""
    reaches = one.pieces[0].start <= quotation.start + INSIDE and one.pieces[-1].end >= quotation.end - INSIDE
    may_be = named(quotation, one.doc, shelves) or shelves.is_later(quotation.doc, one.doc)
    return reaches and not may_be and _is_quoted(one, shelves)


def _source(quotation: Quotation, one: Opened, shelves: Shelves) -> Source | None:
    found = held(shelves.text(quotation.doc), quotation.words, (quotation.start, quotation.end), one)
    if not found:
        return None
    doc = one.candidate.doc
    around = next(shelves.quotations.around(doc, *found.place), None) or _cut_up(found, shelves)
    printed = next(shelves.embedded.around(doc, *found.place), None)
    return Source(
        found,
        named(quotation, doc, shelves),
        around and (around.known[0], around.known[1]),
        printed and printed.known[0],
    )


def _cut_up(found: Held, shelves: Shelves) -> Stretch | None:
    """The longest of the quotations that have most of the words that agree: a text that quotes them bit by bit."""
    doc, row = found.candidate.doc, found.other
    same = [(row.starts[step.other_start], row.ends[step.other_end - 1]) for step in found.steps if step.same]
    inside = sum(shelves.quotations.within(doc, *word) >= word[1] - word[0] for word in same)
    if inside < MOSTLY * len(same):
        return None
    begun = shelves.quotations.between(doc, found.place[0] - 1, found.place[1])
    return max(begun, key=lambda one: one.end - one.start, default=None)


def _may_be_source(quotation: Quotation, source: Source, shelves: Shelves) -> bool:
    """Whether words that are quoted there, too, may be quoted from there: it is named, or was surely there before."""
    return source.named or shelves.is_later(quotation.doc, source.doc)


def _rank(source: Source, shelves: Shelves, popular: Mapping[str, int]) -> tuple[Any, ...]:
    facts = shelves.facts[source.doc]
    agreement = round(FINE * source.held.agreement)
    return (
        *(not source.named, source.quoted is not None, -agreement, facts.composed or "9999", facts.edition is not None),
        *(-popular.get(source.doc, 0), -source.held.agreement, source.doc),
    )


def _choice(sources: list[Source], shelves: Shelves, authors: tuple[str, ...]) -> Choice:
    best, *others = sources
    least = best.held.agreement - 1 / FINE
    rivals = [one for one in others if one.held.agreement >= least]

    def decided(one: Source) -> tuple[Any, ...]:
        return one.named, one.quoted is None, shelves.facts[one.doc].composed

    return Choice(best, rivals, any(decided(one) == decided(best) for one in rivals), authors)
