"""What the elements of HTML are to a reader, by their names, and by the classes and types that pages give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}

FLOW = _names("""html body div section article main form fieldset details summary address center hgroup figure
    figcaption dl ul ol menu dir table thead tbody tfoot tr caption header footer nav aside p blockquote li dt dd td th
    pre legend listing hr h1 h2 h3 h4 h5 h6 frameset head""")
"""Elements that begin and end a block."""

STYLES = {
    "i": "italic", "em": "italic", "cite": "italic", "var": "italic", "dfn": "italic", "b": "bold", "strong": "bold",
    "u": "underline", "ins": "underline", "sup": "superscript", "sub": "subscript", "s": "strike", "del": "strike",
    "strike": "strike", "code": "code", "tt": "code", "kbd": "code", "samp": "code",
}  # fmt: skip

NOT_READ = _names("""script style template svg math iframe object applet audio video canvas select datalist textarea
    button map noembed noframes noscript xmp rp head""")
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

NOT_IN_HEADINGS = ("p", "ul", "ol", "dl", "table", "blockquote", "pre", "hr")
"""What ends a heading that nobody closed."""

SECTIONS = ("article", "section", "blockquote", "main", "aside", "li", "td", "figure")
"""Elements whose header and footer are the text's own."""

_TOKENS = re.compile(r"[A-Z]?[^\s_:A-Z-]+|[A-Z]+")
_NAVIGATION = _names("""nav navbar navbox navigation breadcrumb breadcrumbs menu pager pagination sidebar toolbar skip
    skiplink sitenav navlinks navlink
    navi navibar toplink crumbs prevnext share sharing sharedaddy
    search noprint noexport jumplink mwjumplink subpages catlinks categories""")
_FOOTER = _names("""footer colophonlinks pagefooter printfooter sitefooter masthead siteheader pageheader banner
    contentinfo sitenotice sitesub""")
_METADATA = _names("meta metadata postmeta entrymeta")
_LICENCE = _names("licence license copyright copyleft rights boilerplate")
_PLACES = _names("site page main top bottom left right global header head links bar wrapper container wrap inner")
_IDS = {
    "mw-navigation": "navigation", "mw-head": "navigation", "mw-panel": "navigation", "jump-to-nav": "navigation",
    "contentsub": "navigation", "navigation": "navigation", "navbar": "navigation", "nav": "navigation",
    "sidebar": "navigation", "breadcrumbs": "navigation", "catlinks": "navigation", "sitenotice": "footer",
    "sitesub": "footer", "footer": "footer",
}  # fmt: skip
"""Elements that only their ids tell to be the site's."""

ROLES = {
    "author": "author", "header_author_text": "author", "ws-author": "author",
    "header_title": "title", "header-title": "title", "header_title_text": "title", "ws-title": "title",
    "header_section_text": "section", "ws-year": "published",
}  # fmt: skip
"""Which fact an element tells by its class or id: as pandoc, and the headers of Wikisource, name them."""
_NOTE = _names("footnote endnote rearnote fn fnote enote note")
_NOTES = _names("footnotes endnotes rearnotes notes mwreferenceswrap")
_NOTE_ID = re.compile(r"(?:cite_note|_?fn|_?ftn|_?edn|_?en|footnote|endnote|note)[-_:.]?(?:[a-z]+[-_])?(\d{1,4})", re.I)

_VERSE = _names("verse poem poetry stanza lg song hymn versegroup lineblock lyrics")
_QUOTE = _names("quote quoteb quotec quotation blockquote blockquot bquote extract epigraph zitat citat")
_REFERENCE = _names("noteref footnoteref fnref docnoteref fnanchor footnotereference")
_BACK = _names("""backlink docbacklink mwcitebacklink footnotebackref footnotebacklink reversefootnote footnoteback
    mweditsection""")
_CENTRED = _names("center centre centered centred text-center ctr tac")
_SMALL_CAPITALS = _names("smallcaps smcap sc smallcap")
_PAGE = _names("pagenum pageno pagenumber pagebreak docpagebreak pb pagina folio")


class Nature(NamedTuple):
    """What an element is by its attributes, beside its name."""

    furniture: str | None = None
    note: bool = False
    notes: bool = False
    """Whether it holds notes, rather than being one."""
    verse: bool = False
    quote: bool = False
    centred: bool = False
    number: str | None = None
    """Of a note, as its id has it."""


PLAIN = Nature()


def nature(name: str, given: Mapping[str, str]) -> Nature:
    """What an element is by its class, role and type.

    >>> nature("div", {"class": "site-nav"}).furniture, nature("div", {"epub:type": "z3998:verse"}).verse
    ('navigation', True)
    """
    if name in ("body", "html"):
        return PLAIN
    named = _named(given)
    told = PLAIN if named is None else _nature(name, named)
    if "id" in given:
        told = by_id(name, given["id"], told)
    return told._replace(centred=True) if _is_centred(given) else told


def by_id(name: str, own: str, told: Nature) -> Nature:
    """What an element is by its id, where its class says nothing."""
    if told.furniture is None and own.lower() in _IDS:
        return told._replace(furniture=_IDS[own.lower()])
    if told.furniture is None and name in ("div", "ul", "table", "td") and (furniture := _furniture_by_id(own)):
        return told._replace(furniture=furniture)
    if name in ("li", "p", "dd", "div", "aside") and (number := _NOTE_ID.fullmatch(own)):
        return told._replace(note=True, number=number[1])
    return told


@lru_cache(1024)
def _furniture_by_id(own: str) -> str | None:
    """What an element is whose id says nothing but that it is the site's, and where it stands: page-footer, nav2."""
    tokens = {token.lower() for token in _TOKENS.findall(own.rstrip("0123456789"))}
    if not tokens <= _NAVIGATION | _FOOTER | _PLACES:
        return None
    return "navigation" if tokens & _NAVIGATION else "footer" if tokens & _FOOTER else None


def _is_centred(given: Mapping[str, str]) -> bool:
    if "align" in given and given["align"].lower() == "center":
        return True
    style = given.get("style", "")
    if "center" in style and re.search(r"text-align\s*:\s*center", style):
        return True
    return "class" in given and bool(_CENTRED & set(given["class"].lower().split()))


def role_of(given: Mapping[str, str]) -> str | None:
    """Which fact an element tells.

    >>> role_of({"class": "author"}), role_of({"id": "header_section_text"}), role_of({"class": "verse"})
    ('author', 'section', None)
    """
    if "id" in given and (role := ROLES.get(given["id"])):
        return role
    names = given["class"].split() if "class" in given else ()
    return next((ROLES[name] for name in names if name in ROLES), None)


@lru_cache(4096)
def _nature(name: str, named: str) -> Nature:
    tokens = {token.lower() for token in _TOKENS.findall(named)} | _joined(named)
    furniture = None
    if tokens & _NAVIGATION:
        furniture = "navigation"
    elif tokens & _LICENCE and name not in ("section", "article", "main"):
        furniture = "licence"
    elif tokens & _FOOTER:
        furniture = "footer"
    elif tokens & _METADATA and name not in ("section", "article", "main"):
        furniture = "metadata"
    notes = bool(tokens & _NOTES) or (name == "ol" and "references" in tokens)
    note = bool(tokens & _NOTE) and not notes and name not in HEADINGS
    return Nature(furniture, note, notes, bool(tokens & _VERSE), bool(tokens & _QUOTE))


def is_page_break(given: Mapping[str, str]) -> bool:
    """Whether an element stands where a page of the print begins."""
    return _is(given, _PAGE)


def is_note_reference(given: Mapping[str, str]) -> bool:
    """Whether a link is the mark of a note."""
    return _is(given, _REFERENCE)


def is_backlink(given: Mapping[str, str]) -> bool:
    """Whether a link leads back from a note to its mark, or from a heading to the site's editor."""
    return _is(given, _BACK)


def is_small_caps(given: Mapping[str, str]) -> bool:
    """Whether an element is set in small capitals."""
    return "small-caps" in given.get("style", "") or _is(given, _SMALL_CAPITALS)


def _is(given: Mapping[str, str], names: frozenset[str]) -> bool:
    named = _named(given)
    return named is not None and bool(_joined(named) & names)


def _named(given: Mapping[str, str]) -> str | None:
    """An element's class, type and role; None if it has none."""
    if not ("class" in given or "epub:type" in given or "role" in given):
        return None
    return f"{given.get('class', '')} {given.get('epub:type', '')} {given.get('role', '')}"


@lru_cache(4096)
def _joined(named: str) -> frozenset[str]:
    """The names of a class, type and role without their hyphens (and without the namespace of a type)."""
    return frozenset(part.rpartition(":")[2].replace("-", "").replace("_", "") for part in named.lower().split())
