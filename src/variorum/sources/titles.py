"""The head of a text: which of its first lines name the work, the author, the part and the text itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import takewhile
from typing import NamedTuple

from variorum.sources.document import Facts
from variorum.sources.facts import edtf, month
from variorum.sources.headings import PLAIN_NAME
from variorum.sources.persons import is_person
from variorum.sources.vocabulary import BEGINS, BY, DEDICATION, IMPRINT, JOINT, NOTES

FIRST = 12
"""How many leaves may stand before the text itself."""
LONG = 160
"""Code points from which a leaf is no title."""

_BYLINE = re.compile(rf"\W?(?:{BY})\s+(?P<name>[^\W\d_].{{2,80}}?)[\s.]*\W?", re.I)
_JOINT = re.compile(JOINT, re.I)
_HEADER = re.compile(
    r"(?:e-?text|e-?book|project gutenberg[’']s)(?: of)?,?\s+(?P<title>.+?),?\s+by\s+(?P<author>[^\n(]+)", re.I | re.S
)
_MARK = re.compile(
    rf"\s*[*=#-]{{3,}}.*\b{BEGINS}\b[^:\n]{{0,20}}:\s*(?P<title>.+?),?\s+(?:{BY})\s+(?P<author>[^\n(]+)", re.I | re.S
)
_IMPRINT = re.compile(rf"(?<!\w)(?:{IMPRINT})(?!\w)|^\W*(?:1[4-9]|20)\d\d\W*$", re.I)
_DEDICATION = re.compile(rf"\W*(?:{DEDICATION})\s+\S", re.I)
_BY_ALONE = re.compile(rf"\W*(?:{BY})\W*", re.I)
NOTES_ABOVE = re.compile(rf"\W*(?:{NOTES})\W*", re.I)
"""A heading that says that notes follow."""


class Head(NamedTuple):
    """What the first leaves of a text are: a role for each that has one, and what they say together."""

    roles: Mapping[int, str]
    """By place: work, author, part or title."""
    title: str | None
    author: str | None


NOTHING: Mapping[int, str] = {}


def head_of(
    leaves: Sequence[str],
    furniture: Mapping[int, str],
    ranks: Mapping[int, int],
    others: int = 0,
    told: Mapping[int, str] = NOTHING,
) -> Head:
    """The head of a text; `ranks` are those of the leaves that are headings.

    `others` is how many more headings the text has. Where it has many, a line at its head that is neither in capitals
    nor followed by an author may be no more than the first of them, and names nothing. `told` are the places of which
    the source itself says that they name the author.

    >>> leaves = ["Lakeside Archive | Index", "Old Letters", "Ann Lake", "Old Letters", "Letter II", "To a Friend"]
    >>> head_of([*leaves, "Dear friend, " * 20], {0: "breadcrumb"}, {4: 2})[1:]
    ('Old Letters. Letter II. To a Friend', 'Ann Lake')
    """
    zone = _before_divisions(_zone(leaves, furniture), leaves, ranks)
    divisions = {place for place in zone if ranks.get(place, PLAIN_NAME) < PLAIN_NAME}
    author = next((place for place in zone if place in told or _is_byline(leaves, place)), None)
    if author is None:
        author = _unannounced(zone, leaves, furniture, divisions)
    elif author in zone:
        zone = [place for place in zone if place <= author or not _DEDICATION.match(leaves[place])]
    names: dict[str, int] = {}
    for place in zone:
        if place != author:
            names.setdefault(_plain(leaves[place]), place)
    named = list(names.values())
    if named and LETTER.fullmatch(leaves[named[0]]):
        zone, named = named[:1], named[:1]  # of a letter this is the whole title
    after = [place for place in named if author is not None and place > author]
    roles = {place: "part" if place in divisions else "title" for place in zone}
    if author is not None:
        roles[author] = "author"
        if after and named[0] < author:
            roles |= {place: "work" for place in zone if _plain(leaves[place]) == _plain(leaves[named[0]])}
    if author is None and (before := _before_title(leaves[named[0]], leaves, furniture) if named else None):
        rest = leaves[named[0]][len(before) :].lstrip(" .:\n")
        return Head(roles, joined([rest, *(leaves[place] for place in named[1:])]), before)
    certain = author is not None or others < 3 + len(zone) or any(leaves[place].isupper() for place in named)
    title = joined([leaves[place] for place in named]) if named and certain else None
    return Head(roles, title, _author(leaves[author]) if author is not None else None)


def _zone(leaves: Sequence[str], furniture: Mapping[int, str]) -> list[int]:
    """The places of the leaves before the text that may name something."""
    zone: list[int] = []
    for place, leaf in enumerate(leaves[: FIRST + sum(place < 200 for place in furniture)]):
        if place in furniture or _JOINT.match(leaf):
            continue
        if is_imprint(leaf) and zone:
            author = next((each for each in zone if _is_byline(leaves, each)), place)
            return [each for each in zone if each != place - 1 or each <= author]  # the line before is the town
        if zone and LETTER.fullmatch(leaf):
            break  # one of several
        capitals = not zone and leaf.isupper() and not _INITIAL.search(leaf)
        if not (_BYLINE.fullmatch(leaf) or _may_name(leaf.rstrip(".") if capitals else leaf)):
            break
        zone.append(place)
    else:  # nothing follows that is a text: more of this may be one than the first line
        return zone[:1] + [place for place in zone[1:] if _BYLINE.fullmatch(leaves[place])]
    return zone


_INITIAL = re.compile(r"\b\w\.")


def _is_byline(leaves: Sequence[str], place: int) -> bool:
    """Whether a line names the author: after "by", in the same line or alone in the line before."""
    if _BYLINE.fullmatch(leaves[place]):
        return True
    return place > 0 and bool(_BY_ALONE.fullmatch(leaves[place - 1])) and len(leaves[place]) < 80


def is_imprint(leaf: str) -> bool:
    """Whether a line of a title page says who printed a book, which edition it is, or only when.

    >>> is_imprint("Lakeside: printed for the Author, 1853"), is_imprint("1853"), is_imprint("The Winter Crossing")
    (True, True, False)
    """
    return len(leaf) < 200 and bool(_IMPRINT.search(leaf))


def _may_name(leaf: str) -> bool:
    if not leaf or leaf.isdigit() or len(leaf) > LONG or leaf.count("\n") > 2 or len(leaf.split()) > 19:
        return False
    if (leaf[-1] == ":" and len(leaf.split()) > 6) or leaf.find("\n") > 60:
        return False
    if leaf[-1] in ".,;!?…-—" or leaf[0] in "\"“«„‘'*+|[":
        return False
    first = leaf.lstrip("_(")[:1]
    return first.isalnum() and not first.islower() and not _is_date(leaf)


def _is_date(leaf: str) -> bool:
    """Whether a line is no more than a day, and at most a place with it."""
    if not (len(leaf) < 60 and any(char.isdigit() for char in leaf)) or LETTER.fullmatch(leaf):
        return False
    return len(edtf(leaf) or "") > 4 and sum(word.isalpha() and not month(word) for word in _WORD.findall(leaf)) < 4


_NAME = r"(?-i:[A-ZÀ-ÝА-Я])[^\n,;:!?\d]{1,60}?"
LETTER = re.compile(
    rf"(?:(?:letter )?(?:from )?(?P<author>{_NAME})\s+)?(?:to|an|à|a|к)\s+(?P<to>{_NAME[:-1]}),?\s+"
    r"(?P<date>[\[(]?(?:\w+\W+){0,3}?\[?(?:1\d|20)\d\d[\])?]*)",
    re.I,
)
"""The title of a letter: who writes to whom, and when; or to whom and when."""


def of_letter(title: str | None) -> Facts:
    """What the title of a letter tells: who wrote it, and when.

    >>> of_letter("From Ann Lake to Tom Shore, 12 October 1823")[1:3]
    ('Ann Lake', '1823-10-12')
    >>> of_letter("To Tom Shore 18 [June 1858]").composed, of_letter("To the Lighthouse").composed
    ('1858-06-18', None)
    """
    found = LETTER.fullmatch(title or "")
    author = found["author"] if found else None
    if not found or (author and not is_person(author)) or not (author or is_person(found["to"])):
        return Facts()
    return Facts(author=author, composed=edtf(found["date"]))


def _unannounced(
    zone: Sequence[int], leaves: Sequence[str], furniture: Mapping[int, str], divisions: Set[int]
) -> int | None:
    """A line that is a person's name though nothing says so.

    It has a person's form, and stands between two lines that are the same, or holds a word that the publisher's own
    lines hold: an archive is named after its author. The first line is one only if a title follows that counts nothing.
    """
    told = [leaves[place] for place, sort in furniture.items() if sort != "licence"]
    words = {word for line in told for word in _WORDS.findall(line)}
    for before, place, after in zip([None, *zone], zone, [*zone[1:], None], strict=False):
        if is_person(leaves[place]):
            known = leaves[place].split()[-1] in words
            if before is None:
                known = known and after is not None and after not in divisions and _is_an_archives(leaves[place], told)
            elif after is not None and _plain(leaves[before]) == _plain(leaves[after]):
                known = True
            if known:
                return place
    return None


_WORD, _WORDS = re.compile(r"\w+"), re.compile(r"\w{3,}")
_BEFORE = re.compile(r"(?P<name>[^\n:]{4,60}?)(?:\.\s+|\s?:\s+|\s*\n)(?=\S)")


def _before_title(leaf: str, leaves: Sequence[str], furniture: Mapping[int, str]) -> str | None:
    """The person whose name stands before a title in the same line, if the publisher's own lines hold it as well.

    >>> _before_title("Ann Lake. Old Letters", ["Ann Lake. Old Letters", "Lake Archive"], {1: "breadcrumb"})
    'Ann Lake'
    """
    told = [leaves[place] for place, sort in furniture.items() if sort != "licence"]
    return next(
        (
            found["name"]
            for found in filter(None, [_BEFORE.match(leaf)])
            if is_person(found["name"]) and _is_an_archives(found["name"], told)
        ),
        None,
    )


def twice_named(window: str | None, lines: Sequence[str]) -> str | None:
    """The person whose name stands before a title in a page's window, if name and title are lines of its head as well.

    The window may have initials where the line has names, and more after the title.

    >>> twice_named("A. Lake: Old Letters (1853)", ["Ann Lake", "Old Letters", "Lakeside"])
    'Ann Lake'
    >>> twice_named("Ann Lake: Old Letters", ["Old Letters", "Tom Lake"])
    """
    found = _BEFORE.match(window or "")
    if not window or not found or not is_person(found["name"].strip()):
        return None
    rest, named = _plain(window[found.end() :]), found["name"].split()
    if not any(_plain(line) and f"{rest} ".startswith(f"{_plain(line)} ") for line in lines):
        return None
    for line in lines:
        parts = line.split()
        if is_person(line) and parts[-1] == named[-1] and parts[0][0] == named[0][0]:
            return " ".join(parts) if len(parts[0].strip(".")) > 1 or len(named[0].strip(".")) == 1 else " ".join(named)
    return None


def _is_an_archives(name: str, told: Sequence[str]) -> bool:
    """Whether a publisher's lines hold a name's last word otherwise than as the name of this very page.

    >>> _is_an_archives("Ann Lake", ["Home | Lake Archive"]), _is_an_archives("Ann Lake", ["Home | Ann Lake"])
    (True, False)
    """
    last = name.split()[-1]
    parts = (part.strip() for line in told for part in re.split(r"[|>»›→/\n]", line))
    return any(last in _WORDS.findall(part) and part != name for part in parts)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _before_divisions(zone: Sequence[int], leaves: Sequence[str], ranks: Mapping[int, int]) -> list[int]:
    """The lines that stand before the first of several divisions, which names that division and not the whole text."""
    alike = {
        rank
        for place, rank in ranks.items()
        if rank < PLAIN_NAME and place not in zone and not NOTES_ABOVE.fullmatch(leaves[place])
    }
    return list(takewhile(lambda place: ranks.get(place) not in alike, zone))


def joined(names: Sequence[str]) -> str:
    """The lines of a title as one.

    >>> joined(["Old Letters", "Letter II:", "To a Friend"])
    'Old Letters. Letter II: To a Friend'
    """
    title = ""
    for name in names:
        flat = " ".join(name.split()).strip("_ ")
        title += ("" if not title else " " if title[-1] in ":.,!?" else ". ") + flat
    return title.rstrip(":")[:300]


def _author(leaf: str) -> str:
    found = _BYLINE.fullmatch(leaf)
    return " ".join((found["name"] if found else leaf).split()).strip(" _.")


def announced(leaves: Sequence[str]) -> tuple[str, str] | None:
    """The title and author of which a publisher's first line says that this is an electronic text.

    >>> announced(["The Lakeside EBook of Old Letters, by Ann Lake"])
    ('Old Letters', 'Ann Lake')
    """
    short = [leaf for leaf in leaves[:FIRST] if len(leaf) < 300]
    found = next((match for leaf in short[:3] if (match := _HEADER.search(leaf))), None)
    found = found or next((match for leaf in short if (match := _MARK.match(leaf))), None)
    return (" ".join(found["title"].split()), " ".join(found["author"].split()).strip(" .*=#~_-")) if found else None
