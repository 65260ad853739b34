"""The small XML files by which a package says what it holds, read without resolving or expanding anything."""

from __future__ import annotations

from lxml import etree

from variorum.errors import NotReadable


def root_of(data: bytes, name: str) -> etree._Element:
    """The root of an XML file; raises NotReadable if it is none, or declares entities, which may stand for anything.

    >>> root_of(b"<a><b/></a>", "a.xml").tag
    'a'
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotReadable(f"{name} in it is no XML ({error}): pack it again") from error
    if root is None:
        raise NotReadable(f"{name} in it is no XML: pack it again")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise NotReadable(f"{name} in it declares entities, as no such file needs to: it may be an attack")
    return root


def words_of(element: etree._Element) -> str:
    """All text in an element, with single spaces."""
    return " ".join("".join(element.itertext(with_tail=False)).split())
