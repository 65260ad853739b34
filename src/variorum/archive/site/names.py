"""The names of the site's pages: safe on every disk and in every address, the same whatever else the library holds."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

from variorum.archive.plain import plain

_PART = r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*"
_SAFE = re.compile(rf"(?:{_PART}/)*{_PART}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
"""Names that Windows keeps for its devices, in any folder."""

LONGEST = 120
KEPT = 1 << 14
"""So many names are kept: the same page is pointed to again and again."""


@lru_cache(KEPT)
def page_name(folder: str, key: str, page: int = 1) -> str:
    """The path inside the site of the page about a thing of that name, and of the pages that continue it.

    A name that is safe as it stands is kept. Any other becomes what can be kept of it and a hash of the whole, behind
    a tilde, which no safe name has; so two pages never meet, also where a disk does not tell capitals apart.

    >>> page_name("documents", "reed/chapter-11.xhtml"), page_name("documents", "reed.txt", 2)
    ('documents/reed/chapter-11.xhtml.html', 'documents/reed.txt~2.html')
    >>> page_name("documents", "Письмо 1.txt")
    'documents/1.txt~7d2b2df4d828.html'
    """
    name = key if _is_safe(key) else f"{_slug(key)}~{_hash(key)}"
    return f"{folder}/{name}{f'~{page}' if page > 1 else ''}.html"


def _is_safe(key: str) -> bool:
    folders = key.split("/")
    return (
        len(key) <= LONGEST
        and _SAFE.fullmatch(key) is not None
        and not any(part.endswith(".html") for part in folders[:-1])  # the folder a.html and the page of a
        and not any(_DEVICE.match(part) for part in folders)
    )


def _slug(key: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", key.casefold()).strip("-.")[-40:].strip("-.")


def _hash(key: str) -> str:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def paragraph_name(text: str) -> str:
    r"""The name of a paragraph in its document's page, made from its words, so that it holds while they do.

    Case and spacing do not count. Whoever changes this breaks every permanent link ever given out: it stands apart
    from how the rest of the program folds words.

    >>> paragraph_name("Heavy  times.") == paragraph_name("heavy\ntimes.")
    True
    """
    folded = " ".join(text.casefold().split())
    return "p" + blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def anchor_name(name: str) -> str:
    """The id on our page of a place that the source itself had named.

    >>> anchor_name("note 3"), anchor_name("fn-12")
    ('a-note~203', 'a-fn-12')
    """
    return "a-" + re.sub(r"[^A-Za-z0-9_.:-]", lambda found: f"~{ord(found[0]):x}", name[:LONGEST])


def entity_name(entity: str) -> str:
    """The id of a line about somebody or something in our lists.

    >>> entity_name("person/grigory-zinoviev")
    'e-16dfdbf5576f'
    """
    return f"e-{_hash(entity)}"


def folder_of(doc: str) -> str:
    """The folder that a document is in, or the file that holds it; "" for one at the top of the library.

    >>> folder_of("reed/chapter-1.xhtml"), folder_of("corpus.jsonl#psalm-31"), folder_of("a.txt")
    ('reed', 'corpus.jsonl', '')
    """
    file, member, _ = doc.partition("#")
    return file if member else file.rpartition("/")[0]


def readable(doc: str) -> str:
    """A document's id as a person writes it.

    >>> readable("100%25.txt")
    '100%.txt'
    """
    return plain(re.sub(r"%(25|23)", lambda found: chr(int(found[1], 16)), doc))
