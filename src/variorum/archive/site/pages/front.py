"""The front page: what was found, in sentences, and where to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variorum.archive.site import summaries
from variorum.archive.site.edition import Edition, page_of
from variorum.archive.site.prose import count, language, listed
from variorum.archive.site.render import page

LISTED = 120
"""How many documents the front page itself lists; where there are more it lists their groups."""
REMARKABLE = 6
FORMULA = 20
"""A text of fewer words is likely a formula, and comes after the others on this page."""


def front(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`index.html`."""
    traditions = [one for one in summaries.traditions(edition) if not one.boilerplate]
    yield page(
        "front.html",
        edition,
        "index.html",
        languages=_languages(edition),
        words=sum(document.words for document in edition.documents),
        sharing=sum(passages > 0 for passages in edition.passages),
        passages=edition.tables["passages"].num_rows,
        kinds=Counter(edition.tables["passages"].column("kind").to_pylist()),
        longest=summaries.longest(edition, REMARKABLE),
        traditions=traditions,
        remarkable=sorted(traditions, key=lambda one: one.words < FORMULA)[:REMARKABLE],
        quoted=summaries.quoted(edition),
        groups=summaries.groups(edition),
        listed=LISTED,
        page_of=page_of,
    )


def _languages(edition: Edition) -> str:
    """In which languages the documents are; of how many that is known, where not of all."""
    spoken = Counter(language(document.language) for document in edition.documents if document.language)
    named = [name for name, _ in sorted(spoken.items(), key=lambda each: (-each[1], str(each[0]))) if name]
    those = listed([*named[:5], count(len(named) - 5, "other language")] if len(named) > 6 else named)
    known = sum(spoken.values())
    if known in (0, len(edition.documents)):
        return those and f" in {those}"
    return f" ({known:,} of them declared to be in {those})"
