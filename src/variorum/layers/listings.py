"""What is printed in columns and not in sentences: tables, tables of contents, indexes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.layers.paragraphs import Paragraph

_ENTRY = re.compile(r"[\s.,]\d{1,3}[.,;]?$|^(?:[IVXLC]{1,7}\.?|CHAPTER\s\S+|\d{1,3}\.?)\s+[A-Z][^a-z]{3,}$")


def is_lettered(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether it is mostly letters, and no table drawn with signs or figures."""
    text = "".join("".join(one.text.split()) for one in paragraphs)
    return 2 * sum(map(str.isalpha, text)) > len(text)


def is_list(paragraphs: Sequence[Paragraph]) -> bool:
    r"""Whether it is a table of contents or an index: many lines that begin or end with a number.

    >>> lines = "Barges, 12\nBells, 31\nBread: 4, 6\nBridges, 7\nBuoys, 9"
    >>> is_list([Paragraph(0, 50, "paragraph", 0, None, lines)])
    True
    """
    lines = [line.strip() for one in paragraphs for line in one.text.splitlines() if line.strip()]
    entries = sum(bool(_ENTRY.search(line)) for line in lines)
    return len(lines) >= 5 and 5 * entries >= 2 * len(lines)
