"""What a page says about itself: in its metadata, its title, its first lines, and the elements that name it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import chain, islice
from typing import NamedTuple

from variorum.sources.columns import column
from variorum.sources.document import Block, Facts
from variorum.sources.facts import edtf, facts_from, filled, head_facts, language_tag, noticed
from variorum.sources.headings import is_division
from variorum.sources.letters import signed
from variorum.sources.markup import unescaped
from variorum.sources.page import Builder
from variorum.sources.persons import inverted, is_person
from variorum.sources.titles import FIRST, LETTER, LONG, Head, joined, of_letter, twice_named
from variorum.sources.vocabulary import BY

_META = {
    "citation_title": "title", "dc.title": "title", "dcterms.title": "title", "og:title": "title", "title": "title",
    "author": "author", "dc.creator": "author", "dcterms.creator": "author", "citation_author": "author",
    "article:author": "author", "dc.creator.personalname": "author",
    "dc.language": "language", "dcterms.language": "language", "language": "language", "content-language": "language",
    "dcterms.created": "composed", "dc.date.created": "composed",
    "citation_publication_date": "published", "citation_date": "published", "dc.date": "published",
    "dc.date.issued": "published", "dcterms.issued": "published",
    "dcterms.modified": "transcribed", "dc.date.modified": "transcribed", "last-modified": "transcribed",
    "article:modified_time": "transcribed", "revised": "transcribed",
}  # fmt: skip
_NO_TITLE = re.compile(
    r"\s*(?:untitled.*|title ?page|new page.*|index|home|document|no title|welcome.*|page \d+)?\s*", re.I
)
LONGEST = 1000
"""Code points from which a title is none that a site's name was put to."""
_SEPARATOR = re.compile(r"\s+(?:[-–—|:•·»«]|::)\s+|\s*\|\s*")
_BY_AT_END = re.compile(rf"[\s,]*\b(?:{BY})?\W*$", re.I)


def facts_of(text: str, blocks: Sequence[Block], builder: Builder, head: Head) -> Facts:
    """What a page says of itself: where it names its own title, its metadata, its first lines, its own headings."""
    headings, named, lines, below, furniture = _telling(text, blocks)
    language = language_tag(builder.language or "")
    own = _title(builder)
    written = _BY_IN_TITLE.fullmatch(own or "")
    by = (
        written["author"] if written and _plain(written["title"]) in headings and is_person(written["author"]) else None
    )
    if own and named and head.title and _is_told_better(own, head, named):
        own = None
    told = filled(head_facts(lines), noticed([*lines, *below]))
    facts = filled(_metadata(builder), filled(Facts(title=own, author=by, language=language), told))
    if facts.title:
        facts = facts._replace(title=without_site(facts.title, headings))
    facts = filled(
        _named(text, _text_begins(text, blocks), furniture, builder),
        filled(facts, Facts(title=head.title, author=head.author)),
    )
    letter = next((told for title in (facts.title, _title(builder)) if (told := of_letter(title)).author), Facts())
    facts = filled(facts, filled(of_letter(facts.title), letter))
    return facts if facts.author else _by_its_words(facts, text, blocks, _title(builder))


def _by_its_words(facts: Facts, text: str, blocks: Sequence[Block], window: str | None) -> Facts:
    """The facts with an author whom nothing announces: named in window and head, or signing a letter."""
    leaves = _leaves(text, blocks)
    author = twice_named(window, [leaf for leaf in leaves[:FIRST] if len(leaf) < LONG])
    if author and facts.title and facts.title.startswith(f"{author}. "):
        facts = facts._replace(title=facts.title[len(author) + 2 :])
    return facts._replace(author=author or signed(leaves))


def _leaves(text: str, blocks: Sequence[Block]) -> list[str]:
    """What stands in the blocks of the text that hold no others: what a hundred hold would be held a hundred times."""
    after = chain(islice(column(blocks, 0), 1, None), [len(text)])
    rows = zip(column(blocks, 0), column(blocks, 1), column(blocks, 2), after, strict=True)
    return [text[start:end] for start, end, kind, next_ in rows if end <= next_ and kind not in ("furniture", "note")]


_NAMES = frozenset(("work", "title"))


class _Telling(NamedTuple):
    """What the blocks of a page say that tell of the page."""

    headings: set[str]
    named: list[str]
    """The headings that name the work or the text."""
    metadata: list[str]
    """Line by line."""
    below: list[str]
    furniture: list[tuple[int, int]]


def _telling(text: str, blocks: Sequence[Block]) -> _Telling:
    told = _Telling(set(), [], [], [], [])
    spans = zip(column(blocks, 0), column(blocks, 1), column(blocks, 2), column(blocks, 4), strict=True)
    for start, end, kind, label in spans:
        if kind == "heading":
            told.headings.add(title := _plain(text[start:end]))
            if label in _NAMES:
                told.named.append(title)
        elif kind == "furniture":
            told.furniture.append((start, end))
            if label == "metadata":
                told.metadata.extend(text[start:end].split("\n"))
            elif label == "footer":
                told.below.append(text[start:end])
    return told


def _is_told_better(own: str, head: Head, named: Sequence[str]) -> bool:
    """Whether a page's headings tell its title better than its window does.

    They do where the window lacks words of theirs, as that of a site or of another form of the title, and where it has
    nothing more but the author before them, or something in brackets after.
    """
    title = _plain(head.title or "")
    if LETTER.fullmatch(head.title or ""):
        return True
    author, rest = _plain(head.author or ""), _plain(_IN_BRACKETS.sub("", own))
    if _plain(own) == title:
        return False
    if rest in (title, f"{author} {title}", f"{title} {author}"):
        return True
    if _plain(without_site(own, named)) in named or "part" in list(head.roles.values())[:1]:
        return False
    return not set(title.split()) <= set(_plain(own).split())


_BY_IN_TITLE = re.compile(
    rf"(?P<title>[^|]{{1,200}}?),?\s+(?:{BY})\s+(?P<author>[^|:–—]{{3,60}}?)(?:\s*[|:–—].*)?", re.I
)
"""A window's title that names the author after the title that the page has as a heading."""
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


def _metadata(builder: Builder) -> Facts:
    told: dict[str, list[str]] = {}
    for name, content in builder.meta:
        if name in _META and content.strip() and not (_META[name] == "author" and content.islower()):
            value = " ".join(content.split())
            catalogued = inverted(value) if name.startswith("dc") and _META[name] == "author" else ()
            told.setdefault(_META[name], []).append(next(iter(catalogued), value) if len(catalogued) == 1 else value)
    return facts_from(told)


def _title(builder: Builder) -> str | None:
    own = next((unescaped(content) for name, content in builder.meta if name == "<title>"), "")
    return None if _NO_TITLE.fullmatch(own) else " ".join(re.sub(r"<[^>]*>", "", own).split())


def without_site(title: str, headings: Collection[str]) -> str:
    """A page's title without the site's name, told by this: what is left is a heading of the page, and it is none.

    `headings` are in lower case, words alone. A division's name and number stays.

    >>> without_site("The Winter Crossing | Lakeside Archive", ["the winter crossing"])
    'The Winter Crossing'
    >>> without_site("Letters - Chapter II", ["letters"]), without_site("Ann Lake - Letters", [])
    ('Letters - Chapter II', 'Ann Lake - Letters')
    """
    if len(title) > LONGEST:
        return title
    for found in _SEPARATOR.finditer(title):
        before, after = title[: found.start()], title[found.end() :]
        for kept, site in ((before, after), (after, before)):
            if is_division(kept):
                continue
            if _plain(kept) in headings and _plain(site) not in headings and not is_division(site):
                return kept
    return title


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def _text_begins(text: str, blocks: Sequence[Block]) -> int:
    """Where the first long paragraph starts."""
    spans = zip(column(blocks, 0), column(blocks, 1), column(blocks, 2), strict=True)
    return next((start for start, end, kind in spans if end - start > 80 and kind == "paragraph"), len(text))


def _named(text: str, first: int, furniture: Sequence[tuple[int, int]], builder: Builder) -> Facts:
    """What elements tell of the text that say so themselves, before the text begins or where the site's words stand."""
    told: dict[str, tuple[int, int]] = {}
    for role, start, end in sorted(builder.told, key=lambda each: each[1:]):
        if end <= first or any(a <= end and start <= b for a, b in furniture):
            told.setdefault(role, (start, end))
    words = {role: " ".join(text[start:end].split()) for role, (start, end) in told.items()}
    if "title" in told:
        start, end = told["title"]
        inner = [place[0] for role, place in told.items() if role != "title" and start < place[0] < end]
        words["title"] = _BY_AT_END.sub("", " ".join(text[start : min(inner, default=end)].split()))
    title = joined([words[role] for role in ("title", "section") if words.get(role)]) if words.get("title") else None
    return Facts(title=title, author=words.get("author") or None, published=edtf(words.get("published", "")))
