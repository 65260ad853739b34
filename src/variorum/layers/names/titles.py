"""Periodicals and works by their titles: which stretches set apart are titles, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from variorum.layers.languages import Lexicon, lexicon, pattern
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.stretches import Stretch
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.lands import is_land

_NUMBERED = re.compile(r"[\]\"”»’_]*,? ?\(?(?:Nos?|Nr|n°|№|N|issue|vol)\b\.?[  ]?№?[  ]?\d")
_OF_DAY = re.compile(r"[\"”»’_]* (?:of|du|vom|от|for) (?:the )?(?:\d|[A-Z][a-z]+ \d)")
_YEAR = re.compile(r"[\"”»’_]*,? \((?:[^()]{0,40} )?1[4-9]\d\d\)")


def titles(page: Page, found: Sequence[Stretch]) -> Iterator[Mention]:
    """The stretches that are titles of papers or works, as the words beside them say.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("in the newspaper “Osna Bell”", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> [(one.kind, one.name) for one in titles(page, [Stretch(18, 27, "Osna Bell", False, (17, 28))])]
    [('periodical', 'Osna Bell')]
    """
    told = [(one, _kind(page, one)) for one in found]
    told = [(one, kind or _beside(page, told, at)) for at, (one, kind) in enumerate(told)]
    votes: dict[str, dict[str, float]] = {}
    for one, kind in told:
        if kind:
            counts = votes.setdefault(_key(one.name), {})
            counts[kind[0]] = counts.get(kind[0], 0) + kind[1]
    page.papers.update(_key(one.name) for one, kind in told if kind and kind[0] == "periodical" and kind[1] > 0.8)
    page.titles.update((name, max(counts, key=counts.__getitem__)) for name, counts in votes.items())
    for one, kind in told:
        known = page.titles.get(_key(one.name))
        if known and kind and kind[0] == known:
            yield Mention(one.start, one.end, known, " ".join(one.name.split()), *kind[1:])
        elif known and len(one.name) > 3:
            yield Mention(one.start, one.end, known, " ".join(one.name.split()), 0.8, _ELSEWHERE)


_ELSEWHERE = "it is named so elsewhere in the document"
_Kind = tuple[str, float, str]


def _beside(page: Page, told: Sequence[tuple[Stretch, _Kind | None]], at: int) -> _Kind | None:
    """What a title is that “and” joins to another."""
    one = told[at][0]
    for other, kind in (told[at - 1], told[at + 1 if at + 1 < len(told) else at]):
        first, second = sorted((one.outer, other.outer))
        joint = page.text[first[1] : second[0]] if 0 < second[0] - first[1] < 16 else "."
        if kind and one.italic == other.italic and _JOINT.fullmatch(joint):
            return kind[0], 0.75, f"it stands beside “{other.name}”"
    return None


_JOINT = re.compile(r",? ?(?:and|or|&|et|ou|und|и|или)?(?: the| in the| in| in der| dans| в)? ?")


def _key(name: str) -> str:
    return re.sub(r"^(?:the|le|la|les|der|die|das|l[’'])\s*", "", name.casefold().replace("’", "'"))


def _kind(page: Page, one: Stretch) -> _Kind | None:
    """What a stretch is the title of, and what says so."""
    code = page.vocabulary.code
    before = page.text[max(0, one.outer[0] - 60) : one.outer[0]]
    before = before[before.rfind("\n") + 1 :]
    after = page.text[one.outer[1] : one.outer[1] + 40].split("\n")[0]
    words = re.findall(r"[^\W_]+", one.name)
    if paper := _paper(code).search(before):
        return "periodical", 0.9, f"“{paper.group(1).strip()}” stands before it"
    if _NUMBERED.match(after) and one.italic | (code == "ru"):
        return "periodical", 0.85, "the number of an issue stands after it"
    named = words[-1].casefold() in lexicon(page.vocabulary.papers) or words[0].casefold() in lexicon(
        page.vocabulary.papers
    )
    if named and not is_land(one.name) and len(words) < 7 and (one.italic or code in ("ru", "fr")):
        return "periodical", 0.85, "its name is one of papers"
    if named and re.search(r"\b(?:in|of) the $|\bin $", before) and len(words) < 7:
        return "periodical", 0.8, "its name is one of papers"
    if _LIKE.search(before) and _papers(code).search(before):
        return "periodical", 0.75, "it is given as an example of papers"
    if one.italic and (says := _says(code).match(after)):
        return "periodical", 0.75, f"“{says.group(1)}” stands after it"
    if tail := _paper_after(code).match(after):
        return "periodical", 0.8, f"“{tail.group(1)}” stands after it"
    if one.italic and _OF_DAY.match(after):
        return "periodical", 0.75, "the day of an issue stands after it"
    if book := _book(code).search(before):
        return "work", 0.85, f"“{book.group(book.lastindex or 0).strip()}” stands before it"
    if _YEAR.match(after):
        return "work", 0.8, "a year of printing stands after it"
    if one.italic and code == "en" and _looks(words) and before.strip(' "“(') and not _BODIED.search(one.name):
        return "work", 0.6, "it is set in italic, with the capitals of a title"
    if one.italic and len(words) > 1 and re.search(r"[^\W\d_](?:[’']s|s[’']) (?:\w+ )?$", before):
        return "work", 0.8, "its author stands before it"
    return None


def _looks(words: Sequence[str]) -> bool:
    """Whether words look like a title by themselves: three or more, a small one among them, the others with capitals."""
    return 2 < len(words) < 10 and any(word in _WITHIN for word in words[1:-1])


_WITHIN = lexicon("of the and in to for on a an from with").whole
_BODIED = re.compile(
    r"\b(?:Committee|Council|Congress|Party|Soviet|Ministry|Commissars?|President|Chairman|Secretary|Union|Mr)\b"
)


@cache
def _paper(code: str) -> re.Pattern[str]:
    """A noun for papers right before a title."""
    nouns = pattern(VOCABULARIES[code].paper)
    whose = pattern(
        "editor editors edited issue issues number numbers column columns correspondent subscribers copy copies"
    )
    joint = r"(?:,? (?:called|entitled|titled|named|the|intitulé|de|du|der|des|namens))*"
    return re.compile(rf"({nouns}{joint}|{whose} of(?: the)?)[ ,:(]{{1,2}}$", re.IGNORECASE)


_LIKE = re.compile(r"\((?:[^()]{0,16}[, ])?$|such as (?:the )?$|например, ?$")


@cache
def _papers(code: str) -> re.Pattern[str]:
    nouns = {
        "en": "newspapers papers journals press",
        "fr": "journaux presse",
        "de": "Zeitungen Blätter Presse",
        "ru": "газет* печат*",
    }
    return re.compile(pattern(nouns[code]))


@cache
def _says(code: str) -> re.Pattern[str]:
    """What a paper does, right after its name."""
    words = {
        "en": "said says wrote writes published publishes printed prints reported reports announced",
        "fr": "écrit écrivait publie publia annonce annonça",
        "de": "schrieb schreibt meldet meldete berichtet berichtete veröffentlichte",
        "ru": "писал* пишет напечатал* сообщает сообщил* опубликовал*",
    }
    return re.compile(rf"[\"”»_]*,? ({pattern(words[code])})")


@cache
def _paper_after(code: str) -> re.Pattern[str]:
    nouns = pattern("newspaper magazine correspondent editorial reporter" if code == "en" else VOCABULARIES[code].paper)
    return re.compile(rf" ({nouns})" if code == "en" else r"(?!)")


@cache
def _book(code: str) -> re.Pattern[str]:
    """A noun or verb for books before a title."""
    nouns = pattern(VOCABULARIES[code].book)
    own = pattern(VOCABULARIES[code].own)
    joint = r"(?: (?:called|entitled|titled|on|of|the|intitulé|de|du|der|des|under the title|(?:mit|unter) dem Titel))*"
    return re.compile(rf"({nouns}){joint}[ ,:(]{{1,2}}$|\b(in {own}|(?:par|dans) {own}) $", re.IGNORECASE)


def collected(page: Page, runs: Sequence[Run]) -> Iterator[Mention]:
    """Collected works with their author, and works by their noun: Complete Works of X, his Testament."""
    vocabulary = page.vocabulary
    works, own = lexicon(vocabulary.works), lexicon(vocabulary.own)
    whole = _collected(vocabulary.code)
    for run in runs:
        if match := whole.match(page.text, run.start):
            yield Mention(*match.span(), "work", " ".join(match.group().split()), 0.9, "collected works")
            continue
        if run.words[0].casefold() not in works or len(run.words) > 1 or run.opens:
            continue
        if run.before.casefold() in own or run.before.endswith(("’s", "'s")):
            tail = _SUBJECT.match(page.text, run.end) if vocabulary.code == "en" else None
            end = tail.end() if tail else run.end
            yield Mention(run.start, end, "work", page.text[run.start : end], 0.8, f"“{run.before}” stands before it")


_SUBJECT = re.compile(r" (?:of|on|from|to)(?: the| an?)? [A-Z]\w+(?:(?: and| of| the)* [A-Z]\w+)*")


@cache
def _collected(code: str) -> re.Pattern[str]:
    cap = r"[A-ZÀ-ÞА-ЯЁ][^\W_]*\.?"
    author = rf"(?:{VOCABULARIES[code].of}(?:{cap}[ ]?)*{cap})?" if code != "ru" else rf"(?: (?:{cap} ?)*{cap})?"
    return re.compile(rf"\b{VOCABULARIES[code].collected}{author}(?<![.\s])")


def running(page: Page, runs: Sequence[Run]) -> Iterator[Mention]:
    """Papers named without marks: in a non-party paper, X; an article in X; the Osna Gazette; X No. 5."""
    vocabulary = page.vocabulary
    papers = lexicon(vocabulary.papers)
    for run in runs:
        last = run.words[-1].casefold()
        article = run.before.casefold() in lexicon(vocabulary.articles)
        if (
            len(run.words) > 1
            and last in papers
            and vocabulary.code != "ru"
            and (article or last in _SURE)
            and not run.owner
        ):
            yield Mention(run.start, run.end, "periodical", run.name, 0.85, f"“{run.words[-1]}” names a paper")
        elif (
            len(run.words) == 1
            and last in _ALONE
            and run.before == "the"
            and run.after[:1] in ".,;:)’' "
            and not run.opens
        ):
            yield Mention(run.start, run.end, "periodical", run.name, 0.75, f"“the {run.name}” is a paper’s name")
        elif (said := _said(page, run)) is not None:
            yield said


_SURE = lexicon("gazette chronicle zeitung tageblatt anzeiger volkszeitung arbeiterzeitung")
_ALONE = lexicon("times tribune gazette chronicle spectator observer figaro herald").whole


def again(page: Page, run: Run) -> Mention | None:
    """A paper that is named elsewhere in the document, without marks."""
    last = run.words[-1].casefold()
    short = len(run.words) == 1 and last in lexicon(page.vocabulary.papers) and run.before == "the" and not run.opens
    whole = run.name.casefold() in page.papers and not run.opens
    if whole or (short and any(name.endswith(f" {last}") for name in page.papers)):
        return Mention(run.start, run.end, "periodical", run.name, 0.8, _ELSEWHERE)
    return None


def _said(page: Page, run: Run) -> Mention | None:
    """What words before or after a run say of it as a paper."""
    if is_land(run.name) or run.words[0].casefold() in lexicon(page.vocabulary.adjectives):
        return None
    before = page.text[max(0, run.start - 70) : run.start]
    start = run.start
    if run.before == "The" and not re.search(r"[.!?:\n“\"]\s*[“\"]?The $", before):
        start, before = start - 4, before[:-4]
        if re.search(r"\b(?:to|in|of|from|for|by) $", before) and re.search(
            r"\b(?:articles?|editors?|edited|paper|copy|issue)\b", before
        ):
            return Mention(
                start, run.end, "periodical", f"The {run.name}", 0.75, "something is sent to it or printed in it"
            )
    noun = run.before.rstrip(",").casefold()
    if (noun in _paper_nouns(page.vocabulary.code)) and (told := _apposed(page.vocabulary.code).search(before)):
        return Mention(start, run.end, "periodical", run.name, 0.85, f"“{told.group(1)}” stands before it")
    if run.after.lstrip(" ,(")[:1] in _NUMBERS and _NUMBERED.match(page.text, run.end) and _WRITTEN_IN.search(before):
        return Mention(start, run.end, "periodical", run.name, 0.85, "the number of an issue stands after it")
    if noun not in _IN or run.owner:
        return None
    if told := _printed_in(page.vocabulary.code).search(before):
        return Mention(start, run.end, "periodical", run.name, 0.75, f"“{told.group(1)} in” stands before it")
    return None


_WRITTEN_IN = re.compile(
    r"(?:\b(?:in|of|from|see|to|dans|de|du|in der|im|aus|в|из|cf\.) |[(\[–—] ?)(?:the )?$", re.IGNORECASE
)


_NUMBERS = frozenset("NnV№iv")
_IN = lexicon("in the dans le la l im der в").whole


@cache
def _paper_nouns(code: str) -> Lexicon:
    return lexicon(f"{VOCABULARIES[code].paper} called")


@cache
def _apposed(code: str) -> re.Pattern[str]:
    english = pattern("newspaper paper journal organ magazine daily weekly periodical gazette")
    german = pattern("Zeitung Zeitschrift Blatt Blatte Organ Wochenblatt")
    patterns = {
        "en": rf"\b(?:an?|the|his|our|their|its|this|that)(?: [a-z][\w-]+){{0,2}} ({english}),? (?:called |the )?$",
        "fr": r"\b(?:le|un|son|leur|la|une) (journal|revue|quotidien|feuille|organe),? $",
        "de": rf"\b(?:de[rmn]|die|das|(?:ein|ihr|sein)e[rmn]?)(?: [a-zäöü]\w+){{0,2}} ({german}),? $",
        "ru": r"\b(газет[аеуы]|журнал[ае]?|листк[еа]|орган[ае]?),? $",
    }
    return re.compile(patterns[code])


@cache
def _printed_in(code: str) -> re.Pattern[str]:
    patterns = {
        "en": r"\b(articles?|editorials?|feuilletons?|leading article|leaders?)(?: [^\s.;:,]+){0,4} in (?:the )?$",
        "fr": r"\b(articles?|éditorial|feuilleton)(?: [^\s.;:,]+){0,4} dans (?:le |la |l[’'])?$",
        "de": r"\b(Artikeln?|Leitartikel|Aufsatz)(?: [^\s.;:,]+){0,3} (?:in der|im|in) $",
        "ru": r"\b(стать[яиею]\w*|заметк\w+)(?: [^\s.;:,]+){0,3} в $",
    }
    return re.compile(patterns[code])


def headed(page: Page, title: str | None, headings: Iterable[tuple[int, int, str | None]]) -> Iterator[Mention]:
    """The document’s own work where it is named in its heading."""
    for start, end, label in headings:
        name = page.text[start:end].strip()
        if label == "work" and 1 < len(name) < 120 and title and name.casefold() in title.casefold():
            at = page.text.index(name, start)
            yield Mention(at, at + len(name), "work", " ".join(name.split()), 0.85, "the heading names the work")
