"""What the elements of TEI are to a reader: which divide, which are blocks, which say how a stretch is set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from variorum.sources.leaves import LINE, Setting

DIVISIONS = frozenset(
    [
        "lg",
        "list",
        "table",
        "listBibl",
        "castList",
        "castGroup",
        "sp",
        "spGrp",
        "argument",
        "postscript",
        "opener",
        "closer",
        "titlePage",
        "docTitle",
        "docImprint",
        "performance",
        "set",
        "prologue",
        "epilogue",
        "entry",
        "entryFree",
        "superEntry",
        "div",
        "div0",
        "div1",
        "div2",
        "div3",
        "div4",
        "div5",
        "div6",
        "div7",
        "listPerson",
        "listPlace",
        "listWit",
        "witness",
        "figGrp",
        "spanGrp",
        "eTree",
        "sourceDoc",
        "msDesc",
        "msItem",
        "formula",
        "particDesc",
        "listChange",
        "biblStruct",
        "biblFull",
        "surface",
        "zone",
    ]
)
"""Elements that begin and end blocks, and are none."""
NUMBERED = frozenset(["div", "div0", "div1", "div2", "div3", "div4", "div5", "div6", "div7"])
"""Divisions whose depth is the level of their headings."""

BOUNDS = frozenset(["TEI", "TEI.2", "teiCorpus", "teiCorpus.2", "text", "group", "front", "body", "back"])
"""Elements that hold documents, or the parts of one."""

PARAGRAPH = Setting("paragraph")
LEAVES: Mapping[str, Setting] = {
    "p": PARAGRAPH, "ab": PARAGRAPH, "eg": PARAGRAPH, "egXML": PARAGRAPH,
    "l": Setting("verse", gap=LINE), "titlePart": Setting("heading", "title", 1), "imprimatur": PARAGRAPH,
    "speaker": Setting("paragraph", "speaker"), "salute": Setting("paragraph", "salute"),
    "signed": Setting("paragraph", "signed"), "dateline": Setting("paragraph", "dateline"),
    "trailer": Setting("paragraph", "trailer"), "byline": Setting("paragraph", "byline"),
}  # fmt: skip
"""Elements that are a block of their own wherever they stand."""
LEAVES_ALONE: Mapping[str, Setting] = {
    "stage": Setting("paragraph", "stage"), "docAuthor": Setting("paragraph", "author"), "docDate": PARAGRAPH,
    "bibl": Setting("paragraph", "bibl"), "label": PARAGRAPH, "docEdition": PARAGRAPH, "pubPlace": PARAGRAPH,
    "publisher": PARAGRAPH, "camera": Setting("paragraph", "stage"), "sound": Setting("paragraph", "stage"),
    "caption": Setting("paragraph", "caption"), "address": PARAGRAPH, "addrLine": Setting("paragraph", gap=LINE),
    "roleDesc": PARAGRAPH, "graphic": PARAGRAPH, "head": Setting("paragraph", "caption"),
    "figDesc": Setting("furniture", "illustration"),
}  # fmt: skip
"""Elements that are a block where they stand between blocks, and part of the line where they stand in one."""
CONTAINERS: Mapping[str, Setting] = {
    "item": Setting("item"), "castItem": Setting("item"), "cell": Setting("cell"), "row": Setting(),
    "floatingText": Setting("quote", "floatingText"), "epigraph": Setting("quote", "epigraph"),
}  # fmt: skip
CAPTIONED = frozenset(["figure", "figGrp", "table", "list", "listBibl", "castList"])
"""Elements whose head is no heading of a division."""
NOT_READ = frozenset(
    ["standOff", "xenoData", "teiHeader", "facsimile", "fsdDecl", "interpGrp", "fLib", "listTranspose", "binaryObject"]
)
"""Elements that are about the text."""

HOLDERS = frozenset(["item", "castItem", "cell", "note", "witDetail"])
"""Elements whose text is a block though they may hold others."""
FURNITURE: Mapping[str, str] = {
    "header": "running head", "head": "running head", "pageNum": "page number", "pagenum": "page number",
    "sig": "signature", "catch": "catchword", "footer": "footer", "foot": "footer",
}  # fmt: skip
"""What the form work of a page is, by its type."""

QUOTED = frozenset(["q", "quote", "said"])
ALTERNATIVES = frozenset(["choice", "app", "rdgGrp", "subst"])
"""Elements that hold several readings of one place."""
SECOND = frozenset(["corr", "reg", "expan", "ex", "rdg", "del"])
"""Readings that are kept beside the text, if there is another."""
EDITORIAL = frozenset(["supplied", "unclear", "surplus", "secl"])
STYLED: Mapping[str, str] = {"emph": "italic", "del": "strike", "code": "code"}
"""How elements are set of which nothing says how."""
SILENT = BOUNDS | frozenset(["w", "pc", "c", "s", "seg", "lb"])
"""Elements whose style and id are passed over: they hold a whole document, or are an index rather than a place."""

_RENDITIONS = (
    ("italic", r"ital|oblique|slant|\bit?\b"),
    ("bold", r"bold|\bb\b|strong"),
    ("small-caps", r"small-?_?\s?cap|\bsc\b|smcap"),
    ("underline", r"underl|\bul?\b"),
    ("superscript", r"super|\bsup\b"),
    ("subscript", r"subscript|\bsub\b"),
    ("strike", r"strik|line-through|crossed"),
    ("code", r"typewriter|\btt\b|monospace"),
)
_BLOCK = re.compile(r"block|display|extract")


@lru_cache(1 << 10)
def renditions(written: str) -> tuple[str, ...]:
    """The styles that a rend, a rendition or a style attribute names.

    >>> renditions("#i #b"), renditions("font-variant: small-caps"), renditions("red")
    (('italic', 'bold'), ('small-caps',), ())
    """
    return tuple(style for style, pattern in _RENDITIONS if re.search(pattern, written, re.I))


def is_set_off(given: Mapping[str, str]) -> bool:
    """Whether an element is said to be set as a block.

    >>> is_set_off({"rend": "blockquote"})
    True
    """
    return bool(_BLOCK.search(f"{given.get('rend', '')} {given.get('rendition', '')} {given.get('type', '')}"))
