#!/usr/bin/env python3
"""Write docs/tables.md from the schemas: .venv/bin/python docs/write_tables.py"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum.plan import READ, READS, STEPS
from variorum.tables import BY_NAME, TABLES, Table
from variorum.views import VIEWS, View

HEAD = """# The tables

Parquet files under `tables/` of an archive, for anything that reads Parquet. Spans are half open, in code points of
`documents.text`; dates are EDTF; scores are thousandths of a bit. A pair of spans stands once, the lesser (doc, start)
as side *a*; ids are ordered by their UTF-8 bytes. A table whose rows belong to single documents is a folder of parts,
in the order of hashes of the ids: sort it where order matters. This page is written from `src/variorum/tables.py` by
`docs/write_tables.py`.
"""
VIEWED = """## Views

`archive.query` knows these as if they were tables.

The evidence for a passage is `score + support`. The score is in thousandths of a bit: how surprising it is that two
stretches have these words in common, against a fixed background of the language and the two documents themselves. It
depends on the two documents alone, and means the same in every library. The support is what the library adds or takes:
whether the words follow one another by habit in it, whether points and capitals agree, whether the two documents belong
to bodies of text that surely share much, whether a quotation could be expected, whether another place answers
better. A passage is listed from 58 bits of
evidence on (`evidence` under `[passages]` in variorum.toml). Three bits more halve what chance brings.

Observed against expected, where nothing can be found (`benchmarks/decoys.py`, sources shuffled and exchanged for books
that the targets do not quote, seeds 51 and 52):

| library | 10 expected | 1 expected | 0.1 expected |
|---|---|---|---|
| planted, 0.24 million words against 3.4 and 3.2 | 2 and 17 observed | 0 and 4 | 0 and 1 |
| quotations, 0.73 million words against 1.6 and 1.5 | 8 and 11 observed | 0 and 3 | 0 and 2 |

The two numbers of the view (19 and 3) were fitted on these. Books in prose bring more than the formula says, for their
idioms and for the verses that they do quote; shuffled words bring less. They hold for documents that nothing ties
together. Where two bodies of text surely share much, a short likeness is believed more easily, and the turns of speech
that both happen to use are not told from short quotations: of two libraries made for it (`benchmarks/planting.py`), 0.6
and 0.2 passages in 10,000 words were such at an earlier setting.
"""


def page() -> str:
    """The whole page."""
    made = [BY_NAME[name] for name in (*READ, *READS)]
    tables = [line for table in TABLES if table in made for line in section(table)]
    return "\n".join([HEAD, *tables, VIEWED, *(line for view in VIEWS for line in view_section(view))]) + "\n"


def view_section(view: View) -> Iterator[str]:
    """What there is to say about a view."""
    yield from (f"### {view.name}", "", f"A row is {view.about}.", "", "```sql")
    yield from (line[4:] for line in view.sql.strip("\n").rstrip().splitlines())
    yield from ("```", "")


def section(table: Table) -> Iterator[str]:
    """What there is to say about a table."""
    parts = "/*.parquet" if table.name in READ or any(s.name == table.name and s.each for s in STEPS) else ""
    yield from (f"## {table.name}", "", f"A row is {table.about}. `tables/{table.name}.parquet{parts}`, ordered by")
    yield f"{', '.join(table.order)}."
    yield from ("", "| column | type | what it means |", "|---|---|---|")
    for field in table.schema:
        kind = str(field.type).replace("large_", "").replace("<", "&lt;").replace(">", "&gt;")
        yield f"| {field.name} | {kind} | {table.comment(field.name)} |"
    yield ""


if __name__ == "__main__":
    Path(__file__).with_name("tables.md").write_text(page(), encoding="utf-8")
