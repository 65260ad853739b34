"""Who quotes: the quoted stretches of a document, each with what it is for, who speaks, and why we think so."""

from __future__ import annotations

import pyarrow as pa

from variorum.layers.setting import setting
from variorum.layers.voices import with_voices
from variorum.tables import QUOTATIONS


def quotations(documents: pa.Table, blocks: pa.Table, quoted: pa.Table) -> pa.Table:
    """The quotations of one document.

    >>> from variorum.layers.quoted import quoted
    >>> text = "“Nobody is left,” said Ann Lake."
    >>> documents = pa.table({"doc": ["a.txt"], "text": [text]})
    >>> blocks = pa.table({"start": [0], "end": [len(text)], "kind": ["paragraph"], "label": [""]})
    >>> quotations(documents, blocks, quoted(documents, blocks)).select(["use", "voice"]).to_pylist()
    [{'use': 'speech', 'voice': 'Ann Lake'}]
    """
    if not quoted.num_rows:
        return QUOTATIONS.empty()
    return QUOTATIONS.rows(with_voices(setting(documents, blocks, quoted.num_rows), quoted.to_pylist()))
