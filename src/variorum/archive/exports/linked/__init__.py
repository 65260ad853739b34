"""The whole archive as linked data: who and what is named, what is dated, how texts came down; one file a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from variorum.archive.exports.linked.cidoc import cidoc
from variorum.archive.exports.linked.jsonld import jsonld
from variorum.archive.exports.linked.tei import tei
from variorum.archive.site.edition import Edition

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Callable[[Edition, str], Iterator[str]]] = {
    "jsonld": jsonld,
    "tei": tei,
    "cidoc": cidoc,
}
"""The formats by their names. Each takes the edition and the address of its site, or "", and gives pieces of a text."""
