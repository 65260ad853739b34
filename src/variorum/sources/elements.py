"""What the elements of HTML are to a reader, by their names, and by the classes and types that pages give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

HEADINGS = {f"h{level}": level for level in range(1, 7)}

FLOW = frozenset(
    """html body div section article main form fieldset details summary address center hgroup figure figcaption dl ul ol menu
    dir table thead tbody tfoot tr caption header footer nav aside p blockquote li dt dd td th pre legend listing hr h1 h2 h3 h4
    h5 h6 noscript frameset head""".split()
)
"""Elements that begin and end a block."""

STYLES = {
    "i": "italic", "em": "italic", "cite": "italic", "var": "italic", "dfn": "italic", "b": "bold", "strong": "bold",
    "u": "underline", "ins": "underline", "sup": "superscript", "sub": "subscript", "s": "strike", "del": "strike",
    "strike": "strike", "code": "code", "tt": "code", "kbd": "code", "samp": "code",
}  # fmt: skip

NOT_READ = frozenset(
    """script style template svg math iframe object applet audio video canvas select datalist textarea button map noembed
    noframes xmp rp head""".split()
)
"""Elements whose content is no text of the document."""

CLOSED_BY = {
    "li": ("li", ("ul", "ol", "menu", "dir")),
    "dt": ("dt dd", ("dl",)),
    "dd": ("dt dd", ("dl",)),
    "td": ("td th", ("tr", "table")),
    "th": ("td th", ("tr", "table")),
    "tr": ("tr", ("table",)),
    "tbody": ("thead tbody tfoot", ("table",)),
    "tfoot": ("thead tbody tfoot", ("table",)),
}
"""Which open elements a tag closes though nothing says so, and which keep it from looking further out."""

SECTIONS = ("article", "section", "blockquote", "main", "aside", "li", "td", "figure")
"""Elements whose header and footer are the text's own."""

_TOKENS = re.compile(r"[^\s_:-]+")
_NAVIGATION = frozenset("nav navbar navigation breadcrumb breadcrumbs menu pager pagination sidebar toolbar skip skiplink sitenav navlinks".split())
_FOOTER = frozenset("footer colophonlinks pagefooter sitefooter masthead siteheader pageheader banner".split())
_LICENCE = frozenset("licence license copyright copyleft rights boilerplate".split())
_NOTE = frozenset("footnote endnote rearnote fn fnote enote note".split())
_NOTES = frozenset("footnotes endnotes rearnotes notes".split())
_VERSE = frozenset("verse poem poetry stanza lg song hymn versegroup lyrics".split())
_PAGE = frozenset("pagenum pageno pagenumber pagebreak pb pagina folio".split())


class Nature(NamedTuple):
    """What an element is by its attributes, beside its name."""

    furniture: str | None = None
    note: bool = False
    notes: bool = False
    """Whether it holds notes, rather than being one."""
    verse: bool = False
    quote: bool = False


PLAIN = Nature()


def nature(name: str, given: Mapping[str, str]) -> Nature:
    """What an element is by its class, role and type.

    >>> nature("div", {"class": "site-nav"}).furniture, nature("div", {"epub:type": "z3998:verse"}).verse
    ('navigation', True)
    """
    tokens = _tokens(given)
    if not tokens:
        return PLAIN
    role = given.get("role", "")
    furniture = None
    if tokens & _NAVIGATION or role in ("navigation", "search"):
        furniture = "navigation"
    elif tokens & _FOOTER or role in ("contentinfo", "banner"):
        furniture = "footer"
    elif tokens & _LICENCE and name not in ("body", "section", "article", "main", "html"):
        furniture = "licence"
    if name in ("body", "html"):
        return PLAIN
    notes = bool(tokens & _NOTES)
    note = bool(tokens & _NOTE) and not notes and name not in HEADINGS
    return Nature(furniture, note, notes, bool(tokens & _VERSE), bool(tokens & {"blockquote", "blockquot", "extract"}))


def is_page_break(given: Mapping[str, str]) -> bool:
    """Whether an element stands where a page of the print begins."""
    return bool(_joined(given) & _PAGE)


def is_note_reference(given: Mapping[str, str]) -> bool:
    """Whether a link is the mark of a note."""
    return bool(_joined(given) & {"noteref", "footnoteref", "fnref", "docnoteref", "fnanchor", "footnotereference"})


def is_backlink(given: Mapping[str, str]) -> bool:
    """Whether a link leads back from a note to its mark."""
    return bool(_joined(given) & {"backlink", "docbacklink", "footnotebackref", "reversefootnote", "footnoteback"})


def is_small_caps(given: Mapping[str, str]) -> bool:
    """Whether an element is set in small capitals."""
    return "small-caps" in given.get("style", "") or bool(_joined(given) & {"smallcaps", "smcap", "sc", "smallcap"})


def _tokens(given: Mapping[str, str]) -> set[str]:
    """The words that an element's class, type and role are made of."""
    named = f"{given.get('class', '')} {given.get('epub:type', '')} {given.get('role', '')}".lower()
    return set(_TOKENS.findall(named)) | _joined(given) if named != "  " else set()


def _joined(given: Mapping[str, str]) -> set[str]:
    """The names of an element's class, type and role without their hyphens (and without the namespace of a type)."""
    named = f"{given.get('class', '')} {given.get('epub:type', '')} {given.get('role', '')}".lower()
    return {part.rpartition(":")[2].replace("-", "").replace("_", "") for part in named.split()}
