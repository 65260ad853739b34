"""Makes the tables of one document from text as a philologist types it, and reads the cases that are written so.

Paragraphs stand between blank lines. One that begins with `# ` is a heading, with `> ` a block quotation, with `| `
furniture, with `^ ` a note; its sign is no part of it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pyarrow as pa

CASES = Path(__file__).parent / "cases"
KINDS = {"# ": "heading", "> ": "quote", "| ": "furniture", "^ ": "note"}


def tables(written, language=None, author=None):
    """The text, `documents` and `blocks`."""
    text, rows = "", []
    for part in written.strip().split("\n\n"):
        kind = KINDS.get(part[:2], "paragraph")
        body = part[2:] if part[:2] in KINDS else part
        text += "\n\n" if text else ""
        rows.append(
            {
                "start": len(text),
                "end": len(text) + len(body),
                "kind": kind,
                "level": int(kind == "heading"),
                "label": None,
            }
        )
        text += body
    documents = pa.table(
        {"doc": ["case"], "text": [text], "language": [language], "author": pa.array([author], pa.string())}
    )
    return text, documents, pa.Table.from_pylist(rows)


def cases(topic, name):
    """The cases of a file, each with a name to show."""
    listed = tomllib.loads((CASES / topic / f"{name}.toml").read_text("utf-8"))["case"]
    return [{"name": one["text"].strip()[:50], **one} for one in listed]
