"""The small XML files by which a package says what it holds."""

from __future__ import annotations

from xml.etree import ElementTree

from variorum.errors import NotReadable


def root_of(data: bytes, name: str) -> ElementTree.Element:
    """The root of an XML file; raises NotReadable if it is none, or declares entities, which may stand for anything.

    >>> root_of(b"<a><b/></a>", "a.xml").tag
    'a'
    """
    if b"<!ENTITY" in data.replace(b"\0", b""):  # in UTF-16 too
        raise NotReadable(f"{name} in it declares entities, as no such file needs to: it may be an attack")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotReadable(f"{name} in it is no XML ({error}): pack it again") from error


def words_of(element: ElementTree.Element) -> str:
    """All text in an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())
