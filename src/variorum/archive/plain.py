"""Text made harmless: the characters that would act on a page, or on a terminal, become marks that can be seen."""

from __future__ import annotations

import re
import unicodedata
from html import escape

_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ud800-\udfff"
    f"\U000e0001-\U000e007f{_PLANES}]"
)
"""Controls, what turns the direction of writing, tags, what is no character at all; tab and newline are left."""


def plain(text: str) -> str:
    r"""A text for a title, an attribute, or a list: what acts is shown by a sign.

    >>> plain("a\x1b[1m\u202eb")
    'a␛[1m�b'
    """
    return _ACTS.sub(lambda found: _sign(found[0]), text) if _ACTS.search(text) else text


def marked(text: str) -> str:
    r"""A stretch of a document's text as HTML: escaped, and what acts shown as a sign that says what it is.

    >>> marked("<b>\u202e")
    '&lt;b&gt;<span class="control" title="RIGHT-TO-LEFT OVERRIDE">U+202E</span>'
    """
    if not _ACTS.search(text):
        return escape(text)
    found, at = [], 0
    for act in _ACTS.finditer(text):
        found += [escape(text[at : act.start()]), _labelled(act[0])]
        at = act.end()
    return "".join([*found, escape(text[at:])])


def _sign(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def _labelled(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f'<span class="control" title="{unicodedata.name(character, "no letter")}">{code}</span>'
