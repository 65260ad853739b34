"""The front page: what was found, in sentences, and where to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variorum.archive.site import summaries
from variorum.archive.site.edition import Edition, page_of
from variorum.archive.site.render import page

LISTED = 120
"""How many documents the front page itself lists; where there are more it lists their groups."""
REMARKABLE = 6
FORMULA = 20
"""A text of fewer words is likely a formula, and comes after the others on this page."""


def front(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`index.html`."""
    traditions = [one for one in summaries.traditions(edition) if one.kind == "text"]
    yield page(
        "front.html",
        edition,
        "index.html",
        languages=summaries.languages(edition),
        words=sum(document.words for document in edition.documents),
        sharing=sum(passages > 0 for passages in edition.passages),
        passages=edition.tables["passages"].num_rows,
        kinds=Counter(edition.tables["passages"].column("kind").to_pylist()),
        longest=summaries.longest(edition, REMARKABLE),
        traditions=traditions,
        remarkable=sorted(traditions, key=lambda one: one.words < FORMULA)[:REMARKABLE],
        quoted=summaries.quoted(edition),
        checked=sum(doc in edition.numbers for doc in edition.tables["checks"].column("source_doc").to_pylist()),
        rendering=edition.tables["translations"].group_by(["doc_a", "doc_b"]).aggregate([]).num_rows,
        embedded=edition.tables["embedded"].num_rows,
        embedding=sum(any(edition.embedded.of(document.number)) for document in edition.documents),
        groups=summaries.groups(edition),
        listed=LISTED,
        page_of=page_of,
    )
