"""The list of all documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.archive.site import summaries
from variorum.archive.site.edition import Edition, page_of
from variorum.archive.site.render import page
from variorum.archive.site.summaries import Group

ON_A_PAGE = 1000


def documents(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`documents.html`, and as many pages more as it takes."""
    parts = list(_parts(summaries.groups(edition))) or [[]]
    for number, groups in enumerate(parts, 1):
        path = documents_page(number)
        paths = [documents_page(each) for each in range(1, len(parts) + 1)]
        languages = summaries.languages(edition)
        yield page(
            "documents.html",
            edition,
            path,
            groups=groups,
            languages=languages,
            number=number,
            paths=paths,
            page_of=page_of,
        )


def documents_page(number: int) -> str:
    """The path of a page of the list."""
    return "documents.html" if number == 1 else f"documents-{number}.html"


def _parts(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """The groups in pages; one that is too long for a page goes on on the next."""
    part: list[Group] = []
    room = ON_A_PAGE
    for group in groups:
        rest = group.documents
        while rest:
            part.append(Group(group.name, rest[:room]))
            rest, room = rest[room:], room - len(part[-1].documents)
            if not room:
                yield part
                part, room = [], ON_A_PAGE
    if part:
        yield part
