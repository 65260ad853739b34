"""Text made harmless: the characters that would act on a page, or on a terminal, become marks that can be seen."""

from __future__ import annotations

import re
import unicodedata
from html import escape

_ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
)
"""Controls, what turns the direction of writing, what is no character at all; tab and newline are left."""


def plain(text: str) -> str:
    """A text for a title, an attribute, or a list: what acts is shown by a sign.

    >>> plain("a\\x1b[1m\\u202eb")
    'a␛[1m�b'
    """
    return _ACTS.sub(lambda found: _sign(found[0]), text) if _ACTS.search(text) else text


def marked(text: str) -> str:
    """A stretch of a document's text as HTML: escaped, and what acts shown as a sign that says what it is.

    >>> marked("<b>\\u202e")
    '&lt;b&gt;<span class="control" title="U+202E RIGHT-TO-LEFT OVERRIDE">�</span>'
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
    name = unicodedata.name(character, "")
    return f'<span class="control" title="{f"U+{ord(character):04X} {name}".strip()}">{_sign(character)}</span>'
