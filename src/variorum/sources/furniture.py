"""What the publisher put round a text, told by its form and its place.

Works on the leaves of any format: their texts in order. Sorts of furniture, as they stand in `blocks.label`:
breadcrumb, navigation, footer, licence, transcriber, metadata, page number, rule, illustration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from variorum.sources.keys import is_metadata, metadata_key
from variorum.sources.leaf_forms import furniture_by_form
from variorum.sources.notices import notice
from variorum.sources.persons import is_person
from variorum.sources.vocabulary import (
    ARCHIVES,
    BEGINS,
    ENDS,
    FOOTERS,
    KEYS,
    LICENCE,
    NAVIGATION,
    OFFERS,
    TRANSCRIBER,
)

EDGE = 12
"""How many leaves from the beginning and the end of a text count as its edges."""

LEAST_TEXT = 80
"""Code points from which a leaf is taken for a part of a text rather than of what stands round it."""

_START = re.compile(r"^\s*\*{2,}\s*(?:START|BEGIN)\w*\**\s*(?:OF|THE)\b|^.{0,20}\*END[ *]*THE SMALL PRINT", re.I | re.M)
_END = re.compile(
    r"\s*\*{2,}\s*END\s+OF\b|End of (?:the |this )?(?:\w+ ){1,2}(?:e-?book|e-?text)\b"
    r"|End of (?:the )?project ",
    re.I,
)
_RULED = r"\s*[*=#~_+—-]{3,}\s*(?=(?-i:[^\W\d_a-zß-ÿа-яё]))(?:\w+\s+){0,4}"
_RULED_START, _RULED_END = re.compile(rf"{_RULED}{BEGINS}\b", re.I), re.compile(rf"{_RULED}{ENDS}\b", re.I)
_FOOTER, _NAVIGATION = re.compile(FOOTERS, re.I), re.compile(NAVIGATION, re.I)
_TRANSCRIBER = re.compile(rf"[\W_]*(?:{TRANSCRIBER})", re.I)
_ADDRESS = re.compile(r"https?://|\bwww\.|\w@\w+\.\w|\bat [\w-]+\.(?:com|net|org|edu)\W*$")


def furniture(leaves: Sequence[str]) -> dict[int, str]:
    """Which of a text's leaves are furniture, and of what sort.

    >>> furniture(["A | B | C", "A letter", "Dear friend, thank you for the book.", "Last updated on: 3 May 2009"])
    {0: 'breadcrumb', 3: 'footer'}
    """
    found = furniture_by_form(leaves)
    if _is_sites_name(leaves):
        found[0] = "navigation"
    begin, end = _marked(leaves)
    found |= dict.fromkeys([*range(begin), *range(end, len(leaves))], "licence")
    head, foot = range(begin, min(begin + EDGE, end)), range(max(begin, end - EDGE), end)
    edges = _at_edges({place: leaves[place] for place in {*head, *foot} - found.keys() if len(leaves[place]) <= 2000})
    for places in (head, foot[::-1]):
        edges |= dict.fromkeys(_addresses(leaves, places, found.keys() | edges.keys()), "footer")
    if len(head) > 1:
        edges |= dict.fromkeys(_noticed(leaves, head, found), "metadata")
    edges |= {
        place: "metadata" for place in foot if place and edges.get(place - 1) == "metadata" and _goes_on(leaves, place)
    }
    found |= {place: edges[place] for place in head if place in edges}
    if end > EDGE // 2:  # the foot of a shorter text is its head
        _mark_foot(leaves, found, edges, head, foot)
    _lead_on_below(leaves, found)
    return {place: found[place] for place in sorted(found)}


def _is_sites_name(leaves: Sequence[str]) -> bool:
    """Whether the first leaf names a collection after the person whom the second names: Ann Lake Archive, Ann Lake."""
    first, second = (*leaves[:2], "", "")[:2]
    if not (len(first) < 80 and second and first != second and second in first and is_person(second)):
        return False
    return first[-1] not in ".,;!?" and bool(_ARCHIVE.search(first.replace(second, " ")))


_ARCHIVE = re.compile(rf"(?<!\w)(?:{ARCHIVES})(?!\w)", re.I)


def _noticed(leaves: Sequence[str], head: Sequence[int], found: Mapping[int, str]) -> Iterator[int]:
    """The leaves between a title and its text that are an archive's own words on it, most of their lines being such."""
    titled = False
    for place in head:
        lines = leaves[place].splitlines()
        noticed = sum(notice(line.strip()) is not None for line in lines)
        told = noticed and noticed + sum(metadata_key(line) in KEYS for line in lines)
        if titled and place not in found and told and told >= 0.5 * len(lines):
            yield place
        elif len(leaves[place]) > LEAST_TEXT and not is_metadata(leaves[place]):
            return
        titled = titled or place not in found


def _addresses(leaves: Sequence[str], places: Sequence[int], told: Set[int]) -> Iterator[int]:
    """The leaves with an address between an edge, from which the places go, and the text, or in brackets: what the text
    itself names is no publisher's.
    """
    begun = False
    for place in places:
        leaf = leaves[place]
        if place in told:
            continue
        if len(leaf) < 400 and any(sign in leaf for sign in ("@", "www.", "://", " at ")) and _ADDRESS.search(leaf):
            if not begun or leaf[0] in "([":
                yield place
        else:
            begun = begun or len(leaf) > LEAST_TEXT


def _goes_on(leaves: Sequence[str], place: int) -> bool:
    """Whether a leaf tells what the line before is a key for."""
    return leaves[place - 1][-1] == ":" and notice(leaves[place]) is not None


def _lead_on_below(leaves: Sequence[str], found: dict[int, str]) -> None:
    """Call navigation what has the form of a breadcrumb below a text: nobody looks there for the way to it."""
    crumbs = [place for place, sort in found.items() if sort == "breadcrumb"]
    text = next((place for place, leaf in enumerate(leaves) if len(leaf) > LEAST_TEXT and place not in found), None)
    if text is not None:
        found |= {place: "navigation" for place in crumbs if place > max(text, len(leaves) // 2 - 1)}


def _marked(leaves: Sequence[str]) -> tuple[int, int]:
    """The first leaf after the mark that says where the text starts, and the mark that says where it ends."""
    if len(leaves) == 1 and "*" not in leaves[0] and leaves[0][0] not in "*=#~_+—-eE":  # no mark
        return 0, 1
    half = len(leaves) // 2
    starred = [place for place, leaf in enumerate(leaves[: half + 1]) if "*" in leaf and len(leaf) < 2000]
    starts = (place + 1 for place in starred if _START.search(leaves[place]))
    begin = max(starts, default=0)
    later = max(begin, half)
    ends = [place for place, leaf in enumerate(leaves[later:], later) if leaf[0] in "*eE"]
    end = next((place for place in ends if _END.match(leaves[place])), len(leaves))
    return (begin, end) if begin or end < len(leaves) else _between_rules(leaves)


def _between_rules(leaves: Sequence[str]) -> tuple[int, int]:
    """The same, where a line between rules of signs says so: both ends say it, or a licence stands beyond the one."""
    half = len(leaves) // 2
    short = [(place, leaf) for place, leaf in enumerate(leaves) if leaf[0] in "*=#~_+—-" and len(leaf) < 300]
    begin = max((place + 1 for place, leaf in short if place <= half and _RULED_START.match(leaf)), default=0)
    end = next((place for place, leaf in short if place >= max(begin, half) and _RULED_END.match(leaf)), len(leaves))
    both = begin > 0 and end < len(leaves)
    return (
        begin if both or any(map(_offers, leaves[:begin])) else 0,
        end if both or any(map(_offers, leaves[end:])) else len(leaves),
    )


def _offers(leaf: str) -> int:
    """How many words of a licence, or of those who offer a text, a leaf holds."""
    low = _flat(leaf)
    return sum(word in low for word in LICENCE) + sum(word in low for word in OFFERS)


def _mark_foot(
    leaves: Sequence[str], found: dict[int, str], edges: Mapping[int, str], head: Sequence[int], foot: Sequence[int]
) -> None:
    """From the last leaf back: footers, licences, and bare names that only lead on, as the work's own at the foot."""
    first = [leaves[place] for place in head if place < len(leaves) // 2 and len(leaves[place]) < 100]
    # what has the form of a person's name is a signature at the foot, unless it names the work above the author too
    names = {_bare(leaf) for leaf in first if not is_person(leaf) or first.count(leaf) > 1}
    at_foot = True
    for place in reversed(foot):
        sort = found.get(place) or edges.get(place)
        if sort is None and at_foot and place >= EDGE // 2:
            leads = found and max(found) > place and _leads_on(leaves[place], names)
            sort = "navigation" if leads or _is_archives_part(leaves[place], first) else None
        if sort is None:
            at_foot = False
        else:
            found[place] = sort


def _is_archives_part(leaf: str, first: Sequence[str]) -> bool:
    """Whether a line names a part of an archive that holds what the text's first lines name: Lake Archive."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", leaf) if not _ARCHIVE.fullmatch(word)]
    if (
        len(leaf) > 60
        or leaf[-1] in ".,;:!?…"
        or not _ARCHIVE.search(leaf)
        or not all(word[0].isupper() for word in words)
    ):
        return False
    return any(word in line for word in words for line in first)


def _leads_on(leaf: str, names: set[str]) -> bool:
    """Whether a leaf at the foot of a page is no more than the name of another page."""
    if len(leaf) > 100 or leaf[-1] in ".,;!?…":
        return False
    return _bare(leaf) in names or bool(_NAVIGATION.match(leaf.lstrip("^<>«»←→↑ ")))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _at_edges(leaves: Mapping[int, str]) -> dict[int, str]:
    """Which of the leaves that stand at the edges of a text are furniture, and of what sort."""
    low = _flat(" ".join(leaves.values()))
    licence, offers = ([word for word in words if word in low] for words in (LICENCE, OFFERS))
    return {place: sort for place, leaf in leaves.items() if (sort := _at_edge(leaf, licence, offers))}


def _at_edge(leaf: str, licence: Sequence[str], offers: Sequence[str]) -> str | None:
    """What sort of furniture a leaf is if it stands at an edge; it may hold these words of licences and of offers."""
    if _TRANSCRIBER.match(leaf):
        return "transcriber"
    if _FOOTER.match(leaf.lstrip("[( *_-")) and len(leaf) < 400 and not ("\n" in leaf and is_metadata(leaf)):
        return "footer"
    if is_metadata(leaf):
        return "metadata"
    low = _flat(leaf)
    words = [word for word in licence if word in low]
    short = words and words[0] in ("copyright", "copyleft", "©") and len(leaf) < 200
    return "licence" if len(words) > 1 or short or len(words) + sum(word in low for word in offers) > 2 else None


def _flat(text: str) -> str:
    """A text in lower case and in one line."""
    return text.lower().replace("\n", " ")
